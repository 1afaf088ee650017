"""Parse a conflict file: small, shallow YAML in UTF-8, with the place of every value kept."""

from __future__ import annotations

from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import CollectionEndEvent, CollectionStartEvent

from goodoffices.errors import ModelError
from goodoffices.workspace.files import check_file

MAX_BYTES = 1_000_000
"""Size of a conflict file; the largest published one has a few kilobytes."""

MAX_DEPTH = 10
"""Lists and mappings inside each other; the format needs seven."""


def parse_conflict(file: Path) -> object:
    """Return what a conflict file holds.

    Raises:
        ModelError: The file cannot be read, is no YAML, too large or nested too deep; the message names file
            and place.
    """
    try:
        check_file(file)
        raw = file.read_bytes()
    except OSError as error:
        raise ModelError(f"{file}: cannot be read ({error.strerror}): give a conflict file") from None
    if len(raw) > MAX_BYTES:
        raise ModelError(f"{file}: {len(raw):,} bytes are more than a conflict file may have ({MAX_BYTES:,})")
    try:
        text = raw.decode("utf-8-sig")
        _check_depth(file, text)
        return YAML(typ="rt", pure=True).load(text)
    except UnicodeDecodeError as error:
        raise ModelError(f"{file}: byte {error.start} is not UTF-8: save the file as UTF-8") from None
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"{mark.line + 1}:{mark.column + 1}" if mark else "1:1"
        raise ModelError(
            f"{file}:{where}: not readable as YAML: {error.problem}{_hint(text, where)}"
        ) from None
    except YAMLError:
        raise ModelError(f"{file}: not readable as YAML: it holds characters that text does not") from None


def _hint(text: str, where: str) -> str:
    line, column = map(int, where.split(":"))
    rest = text.splitlines()[line - 1 : line]
    return "; put '>>' in quotes" if rest and rest[0][column - 1 :].startswith(">>") else ""


def _check_depth(file: Path, text: str) -> None:
    """Refuse deep nesting while it is read, before building it takes long."""
    depth = 0
    for event in YAML(typ="safe", pure=True).parse(text):
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        if depth > MAX_DEPTH:
            line, column = event.start_mark.line + 1, event.start_mark.column + 1
            raise ModelError(
                f"{file}:{line}:{column}: lists are nested more than {MAX_DEPTH} deep: unfold them"
            )
