"""Read what an attacker has at stake from a small file beside a case."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from goodoffices.case.names import way_out
from goodoffices.case.values import Interval
from goodoffices.errors import CaseError
from goodoffices.models.guarantees.credibility import Shift, Stakes

__all__ = ["GivenStakes", "load_stakes"]

MAX_BYTES = 100_000
NAMES = tuple(field.name for field in fields(Stakes))
SHIFT = tuple(field.name for field in fields(Shift))


@dataclass(frozen=True, slots=True)
class GivenStakes:
    """An attacker's reckoning, and a coming shift of power, with their source.

    Attributes:
        stakes: What the attacker weighs, each value an interval.
        shift: How the chances in a war will change; None where the file does not say.
        source: Who judged them, and on what.
    """

    stakes: Stakes
    shift: Shift | None
    source: str


def load_stakes(path: Path) -> GivenStakes:
    """Read what an attacker weighs, and if it is there a coming shift of power, with the source.

    The file is YAML with the keys `prize`, `wins_alone`, `wins_opposed`, `cost`, `status_quo`,
    `punishment`, each `[low, middle, high]`, and `source`; under `shift`, if there is one, `p1`, `p2`,
    `p2_if_kept`, `cost` and `discount`.

    Raises:
        CaseError: The file cannot be read, or a value is missing or breaks a rule; the message names file
            and line.
    """
    table = _table(path)
    _check_keys(path, table, (*NAMES, "source", "shift"))
    source = table.get("source")
    if not isinstance(source, str) or not source.strip():
        raise CaseError(f"{path}: the source is missing; add 'source: who judged this, and on what'")
    stakes = Stakes(**{name: _interval(path, table, name) for name in NAMES})
    return GivenStakes(stakes, _shift(path, table), source.strip())


def _shift(path: Path, table: CommentedMap) -> Shift | None:
    if "shift" not in table:
        return None
    part = table["shift"]
    if not isinstance(part, CommentedMap):
        raise CaseError(f"{_where(path, table, 'shift')}: 'shift' holds no keys; give {', '.join(SHIFT)}")
    _check_keys(path, part, SHIFT)
    return Shift(**{name: _interval(path, part, name) for name in SHIFT})


def _check_keys(path: Path, table: CommentedMap, known: tuple[str, ...]) -> None:
    for key in table:
        if key not in known:
            raise CaseError(
                f"{_where(path, table, key)}: no key {key!r} is known; {way_out(str(key), known)}"
            )


def _table(path: Path) -> CommentedMap:
    try:
        raw = path.read_bytes()
        if len(raw) > MAX_BYTES:
            raise CaseError(f"{path}: {len(raw):,} bytes are more than such a file may have ({MAX_BYTES:,})")
        table = YAML(typ="rt", pure=True).load(raw.decode("utf-8-sig"))
    except OSError as error:
        raise CaseError(f"{path} cannot be read ({error.strerror}); name the file with the stakes") from None
    except UnicodeDecodeError as error:
        raise CaseError(f"{path}: byte {error.start} is not UTF-8; save the file as UTF-8") from None
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"{mark.line + 1}:{mark.column + 1}" if mark else "1:1"
        raise CaseError(f"{path}:{where}: not readable as YAML: {error.problem}") from None
    except YAMLError:
        raise CaseError(f"{path}: not readable as YAML; it holds characters that text does not") from None
    if not isinstance(table, CommentedMap):
        raise CaseError(f"{path}: the file holds no keys; write lines such as 'prize: [0.8, 1.0, 1.2]'")
    return table


def _interval(path: Path, table: CommentedMap, name: str) -> Interval:
    if name not in table:
        raise CaseError(f"{path}: '{name}' is missing; add '{name}: [low, middle, high]'")
    value: Any = table[name]
    numbers = list(value) if isinstance(value, list) else []
    if len(numbers) != 3 or not all(isinstance(one, int | float) and one is not True for one in numbers):
        raise CaseError(
            f"{_where(path, table, name)}: '{name}' is {str(value)[:60]}; "
            f"give an interval, as in '{name}: [0.2, 0.3, 0.5]'"
        )
    try:
        return Interval(*map(float, numbers))
    except CaseError as error:
        raise CaseError(f"{_where(path, table, name)}: '{name}': {error}") from error


def _where(path: Path, table: CommentedMap, key: object) -> str:
    line, column = table.lc.key(key)
    return f"{path}:{line + 1}:{column + 1}"
