"""Write files so that a crash leaves the old one or the new one, never half of one."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from pathlib import Path

from goodoffices.errors import BriefError


def check_file(path: Path) -> None:
    """Refuse a pipe or a device, which may never end and must not be put a file in the place of.

    Raises:
        OSError: It is one, is not there, or cannot be looked at.
    """
    mode = path.stat().st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise OSError(errno.EINVAL, "it is a pipe or a device and no file", str(path))


def write_atomically(path: Path, content: str | bytes) -> None:
    """Write a file in one step, text as UTF-8, and make its folder where there is none.

    Raises:
        BriefError: The place cannot be written to.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_bytes(path, content.encode("utf-8") if isinstance(content, str) else content)
    except OSError as error:
        raise BriefError(f"cannot write {path}: {error.strerror}; name another place with -o") from error


def replace_file(path: Path, text: str) -> None:
    """Put a text in the place of a file, or of none, as UTF-8 with its line breaks as they are.

    Raises:
        OSError: The place cannot be written to; what was there is still there.
    """
    replace_bytes(path, text.encode("utf-8"))


def replace_bytes(path: Path, data: bytes) -> None:
    """Put bytes in the place of a file, or of none.

    Raises:
        OSError: The place cannot be written to; what was there is still there.
    """
    if path.exists():
        check_file(path)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
