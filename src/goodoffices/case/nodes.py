"""What a case file is made of before it means anything: texts, lists and keys with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from goodoffices.case.problems import Problem

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,4})?")
_SPECIAL = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")


class Refusal(Exception):  # noqa: N818 - never leaves the case package as it is
    """The text is no document; carries the one problem that ends the reading."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a value starts: line and column from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, number, truth value or nothing, as written.

    Attributes:
        text: What is written, without quotation marks.
        place: Where it starts.
        plain: Whether it is written without quotation marks.
        verbatim: Whether it stands on one line just as in `text`, so that offsets are columns.
    """

    text: str
    place: Place
    plain: bool = True
    verbatim: bool = True

    def value(self) -> str | int | float | bool | None:
        """Return the value by the core schema of YAML 1.2: `no` and `yes` are texts."""
        text = self.text
        if not self.plain:
            return text
        if text in _NULLS:
            return None
        if text in _BOOLS:
            return _BOOLS[text]
        if _INTEGER.fullmatch(text):
            return int(text)
        if _FLOAT.fullmatch(text) or _SPECIAL.fullmatch(text):
            return float(text.lower().replace(".inf", "inf").replace(".nan", "nan"))
        return text

    def place_at(self, offset: int) -> Place:
        """Return the place of a character of the text, or of its start where lines were folded."""
        if not self.verbatim:
            return self.place
        return Place(self.place.line, self.place.column + offset + (not self.plain))


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values, in order; a key that is written twice keeps its first value."""

    entries: dict[str, tuple[Scalar, Node]]
    place: Place


Node: TypeAlias = Scalar | Sequence | Mapping


def join(path: str, step: str | int) -> str:
    """Return a path with one more key or number."""
    return f"{path}.{step}" if path else str(step)


def refusal(place: Place, fact: str, path: str = "") -> Refusal:
    """Return what ends the reading at a place."""
    return Refusal(Problem(place.line, place.column, path, fact))
