"""Small YAML files with intervals that an analyst puts beside a case."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from goodoffices.case.names import way_out
from goodoffices.case.values import Interval
from goodoffices.errors import CaseError
from goodoffices.workspace.files import check_file

__all__ = ["check_keys", "interval", "source_of", "table", "where"]

MAX_BYTES = 100_000


def source_of(path: Path, inside: CommentedMap) -> str:
    """Return who judged the values.

    Raises:
        CaseError: Nobody is named.
    """
    source = inside.get("source")
    if not isinstance(source, str) or not source.strip():
        raise CaseError(f"{path}: the source is missing; add 'source: who judged this, and on what'")
    return source.strip()


def check_keys(path: Path, inside: CommentedMap, known: tuple[str, ...]) -> None:
    """Check that a table has only known keys.

    Raises:
        CaseError: It has another; the message names file and line.
    """
    for key in inside:
        if key not in known:
            raise CaseError(
                f"{where(path, inside, key)}: no key {key!r} is known; {way_out(str(key), known)}"
            )


def table(path: Path) -> CommentedMap:
    """Read the table that a small YAML file holds.

    Raises:
        CaseError: The file cannot be read, or holds no table.
    """
    try:
        check_file(path)
        raw = path.read_bytes()
        if len(raw) > MAX_BYTES:
            raise CaseError(f"{path}: {len(raw):,} bytes are more than such a file may have ({MAX_BYTES:,})")
        found = YAML(typ="rt", pure=True).load(raw.decode("utf-8-sig"))
    except OSError as error:
        raise CaseError(f"{path} cannot be read ({error.strerror}); name the file with the values") from None
    except UnicodeDecodeError as error:
        raise CaseError(f"{path}: byte {error.start} is not UTF-8; save the file as UTF-8") from None
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"{mark.line + 1}:{mark.column + 1}" if mark else "1:1"
        raise CaseError(f"{path}:{place}: not readable as YAML: {error.problem}") from None
    except YAMLError:
        raise CaseError(f"{path}: not readable as YAML; it holds characters that text does not") from None
    if not isinstance(found, CommentedMap):
        raise CaseError(f"{path}: the file holds no keys; write lines such as 'source: A. Coder'")
    return found


def interval(path: Path, inside: CommentedMap, name: str) -> Interval:
    """Return the interval under a key.

    Raises:
        CaseError: It is missing, or is none; the message names file and line.
    """
    if name not in inside:
        raise CaseError(f"{path}: '{name}' is missing; add '{name}: [low, middle, high]'")
    value: Any = inside[name]
    numbers = list(value) if isinstance(value, list) else []
    if len(numbers) != 3 or not all(isinstance(one, int | float) and one is not True for one in numbers):
        raise CaseError(
            f"{where(path, inside, name)}: '{name}' is {str(value)[:60]}; "
            f"give an interval, as in '{name}: [0.2, 0.3, 0.5]'"
        )
    try:
        return Interval(*map(float, numbers))
    except CaseError as error:
        raise CaseError(f"{where(path, inside, name)}: '{name}': {error}") from error


def where(path: Path, inside: CommentedMap, key: object) -> str:
    """Return file, line and column of a key."""
    line, column = inside.lc.key(key)
    return f"{path}:{line + 1}:{column + 1}"
