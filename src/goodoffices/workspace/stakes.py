"""Read what an attacker has at stake from a small file beside a case."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from pathlib import Path

from ruamel.yaml.comments import CommentedMap

from goodoffices.case.values import Interval
from goodoffices.errors import CaseError
from goodoffices.models.guarantees.credibility import Shift, Stakes
from goodoffices.workspace.interval_file import check_keys, interval, source_of, table, where

__all__ = ["GivenStakes", "load_stakes"]

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
    given = table(path)
    check_keys(path, given, (*NAMES, "source", "shift"))
    source = source_of(path, given)
    stakes = Stakes(**{name: _within(path, given, name) for name in NAMES})
    return GivenStakes(stakes, _shift(path, given), source)


def _shift(path: Path, given: CommentedMap) -> Shift | None:
    if "shift" not in given:
        return None
    part = given["shift"]
    if not isinstance(part, CommentedMap):
        raise CaseError(f"{where(path, given, 'shift')}: 'shift' holds no keys; give {', '.join(SHIFT)}")
    check_keys(path, part, SHIFT)
    return Shift(**{name: _within(path, part, name) for name in SHIFT})


def _within(path: Path, inside: CommentedMap, name: str) -> Interval:
    """Return an interval whose values are within the range of what it stands for.

    Raises:
        CaseError: It is missing, is none, or leaves the range; the message names file and line.
    """
    found = interval(path, inside, name)
    highest = math.inf if name in {"prize", "cost", "punishment", "status_quo"} else 1.0
    lowest = -math.inf if name == "status_quo" else 0.0
    if not found.within(lowest, highest):
        reach = "0 or more" if math.isinf(highest) else "from 0 to 1"
        raise CaseError(f"{where(path, inside, name)}: '{name}' is {found.as_list()}; it must be {reach}")
    if name == "discount" and found.low <= 0.0:
        raise CaseError(f"{where(path, inside, name)}: 'discount' is {found.as_list()}; it must be above 0")
    return found
