"""Find the files that hold reports, and read their bytes within a limit."""

from __future__ import annotations

import difflib
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from goodoffices.errors import ReportError
from goodoffices.reports.source import ENDINGS

LIMIT = 50 * 2**20


@dataclass(frozen=True, slots=True)
class Folder:
    """What was found in a folder and the folders inside it.

    Attributes:
        files: Files that end like reports, in the order of their paths.
        skipped: Files with other endings, and links to folders.
        problems: One message for each place that could not be looked into.
    """

    files: tuple[Path, ...]
    skipped: tuple[Path, ...]
    problems: tuple[str, ...]


def look_into(folder: Path) -> Folder:
    """Return what is in a folder, without hidden files and without following links to folders."""
    files: list[Path] = []
    skipped: list[Path] = []
    problems: list[str] = []

    def note(error: OSError) -> None:
        problems.append(f"{error.filename} cannot be read ({reason(error)}); check its permissions")

    for place, folders, names in os.walk(folder, onerror=note):
        folders[:] = [name for name in folders if not name.startswith(".")]
        here = Path(place)
        skipped += (here / name for name in sorted(folders) if (here / name).is_symlink())
        for path in (here / name for name in names if not name.startswith(".")):
            (files if path.suffix.lower() in ENDINGS else skipped).append(path)
        if here != folder and here.suffix.lower() in ENDINGS and not folders and not names:
            problems.append(f"{here} is an empty folder, not a report, in spite of its name")
    return Folder(tuple(sorted(files)), tuple(sorted(skipped)), tuple(problems))


def status(path: Path) -> os.stat_result:
    """Return what the system knows of a path.

    Raises:
        ReportError: It is not there, or cannot be looked at.
    """
    try:
        return path.stat()
    except FileNotFoundError as error:
        raise ReportError(f"{path} does not exist{_did_you_mean(path)}") from error
    except (OSError, ValueError) as error:
        raise ReportError(
            f"{path} cannot be read ({reason(error)}); check its name and permissions"
        ) from error


def reason(error: Exception) -> str:
    """Return why something went wrong, in the system's words."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__


def _did_you_mean(path: Path) -> str:
    if path.is_symlink():
        return f": it is a link to {os.readlink(path)}, which is not there"  # noqa: PTH115 - as written in the link
    try:
        names = sorted(entry.name for entry in path.parent.iterdir())
    except OSError:
        return f", nor does its folder {path.parent}; check the path"
    near = difflib.get_close_matches(path.name, names, n=1)
    return f"; did you mean '{path.parent / near[0]}'?" if near else "; check its name"


def check_regular(path: Path) -> None:
    """Refuse what is no file.

    Raises:
        ReportError: It is a pipe, a device or the like.
    """
    if not stat.S_ISREG(status(path).st_mode):
        raise ReportError(
            f"{path} is a pipe or a device and no file; pipe what it gives into the command, and name '-'"
        )


def file_bytes(path: Path, limit: int = LIMIT) -> bytes:
    """Return the bytes of a file; of one that is too large, nothing is kept.

    Args:
        path: The file.
        limit: Size in bytes from which on it is refused; no more than that is ever read.

    Raises:
        ReportError: It cannot be read, is too large, or is a pipe or a device.
    """
    found = status(path)
    if not stat.S_ISDIR(found.st_mode):
        check_regular(path)
    if found.st_size >= limit and stat.S_ISREG(found.st_mode):
        raise ReportError(too_large(str(path), found.st_size, limit))
    try:
        with path.open("rb") as stream:
            data = take(stream, limit)
    except OSError as error:
        raise ReportError(f"{path} cannot be read ({reason(error)}); check its permissions") from error
    if data is None:
        raise ReportError(too_large(str(path), None, limit))
    return data


def take(stream: BinaryIO, limit: int) -> bytes | None:
    """Return what a stream holds, or None if that is as much as the limit or more."""
    parts: list[bytes] = []
    left = limit
    while left > 0:
        part = stream.read(min(left, 2**20))
        if not part:
            return b"".join(parts)
        parts.append(part)
        left -= len(part)
    return None


def too_large(name: str, size: int | None, limit: int) -> str:
    """Return the message for a file that is too large."""
    held = f"has {size / 2**20:.1f} MB" if size else "goes on behind the limit"
    return f"{name} {held}; a report must be smaller than {limit / 2**20:g} MB: split it and read the parts"
