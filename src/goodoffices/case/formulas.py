"""The parts that conditions are made of: atoms, sets of options, denials and joined conditions."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from goodoffices.case.names import quoted, way_out
from goodoffices.errors import ConditionError

KEYWORDS = frozenset({"and", "or", "not", "implies", "iff", "in", "true", "false"})

Mask: TypeAlias = NDArray[np.bool_]
IsOption: TypeAlias = Callable[[str, str | None], Mask]
Word: TypeAlias = Literal["and", "or", "implies", "iff"]

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_.]*")
_RANKS: Mapping[str, int] = {"iff": 0, "implies": 1, "or": 2, "and": 3}
_NOT_RANK, _ATOM_RANK = 4, 5


@dataclass(frozen=True, slots=True)
class Constant:
    """`true` or `false`."""

    value: bool

    @property
    def text(self) -> str:
        """The condition in its normal form."""
        return "true" if self.value else "false"

    def holds(self, assignment: Mapping[str, str | bool]) -> bool:  # noqa: ARG002 - as its siblings
        """Return the value whatever the assignment."""
        return self.value

    def mask(self, is_option: IsOption) -> Mask:  # noqa: ARG002 - as its siblings
        """Return an array of no dimensions, which broadcasts against any other."""
        return np.asarray(self.value)

    def atoms(self) -> tuple[Atom, ...]:
        """Return nothing: a constant names nothing."""
        return ()


@dataclass(frozen=True, slots=True)
class Atom:
    """`issue = option`, or a bare name such as `A.Swerve` that is taken or not.

    Attributes:
        name: The variable.
        option: The option it takes, or None for a bare name.
        position: Offset of the variable, or of the option in a set, in the text it was read from;
            no part of what the condition means, so it does not count in comparisons.
    """

    name: str
    option: str | None = None
    position: int = field(default=0, compare=False)

    def __post_init__(self) -> None:
        for word in (self.name, self.option):
            if word is not None and (not word or "\n" in word or "\r" in word):
                raise ConditionError(f"{word!r} is not a name: give one line of at least one character")

    @property
    def text(self) -> str:
        """The condition in its normal form."""
        return _name(self.name) if self.option is None else f"{_name(self.name)} = {_name(self.option)}"

    def holds(self, assignment: Mapping[str, str | bool]) -> bool:
        """Return whether the assignment gives the variable this option, or takes the bare name."""
        if self.name not in assignment:
            raise ConditionError(
                f"nothing is said about {quoted(self.name)}; {way_out(self.name, assignment)}"
            )
        value = assignment[self.name]
        if isinstance(value, str) == (self.option is None):
            raise ConditionError(
                f"{quoted(self.text)} does not fit the value {value!r}: compare an issue with an option, "
                "and let a bare name be true or false"
            )
        return value is True if self.option is None else value == self.option

    def mask(self, is_option: IsOption) -> Mask:
        """Return where the variable takes the option."""
        return np.asarray(is_option(self.name, self.option), dtype=np.bool_)

    def atoms(self) -> tuple[Atom, ...]:
        """Return the atom itself."""
        return (self,)


@dataclass(frozen=True, slots=True)
class OneOf:
    """`issue in {a, b}`: one atom for each option, all of the same variable."""

    choices: tuple[Atom, ...]

    def __post_init__(self) -> None:
        if len({atom.name for atom in self.choices}) != 1 or any(a.option is None for a in self.choices):
            raise ConditionError("'in' needs at least one option, all of one issue")

    @property
    def text(self) -> str:
        """The condition in its normal form."""
        return self.phrase("in")

    def phrase(self, word: str) -> str:
        """Return the text with `in` or `not in` as the word between the name and its options."""
        options = ", ".join(_name(atom.option or "") for atom in self.choices)
        return f"{_name(self.choices[0].name)} {word} {{{options}}}"

    def holds(self, assignment: Mapping[str, str | bool]) -> bool:
        """Return whether the variable takes one of the options."""
        return any(atom.holds(assignment) for atom in self.choices)

    def mask(self, is_option: IsOption) -> Mask:
        """Return where the variable takes one of the options."""
        return np.asarray(reduce(np.logical_or, (atom.mask(is_option) for atom in self.choices)))

    def atoms(self) -> tuple[Atom, ...]:
        """Return one atom for each option, in order of the text."""
        return self.choices


@dataclass(frozen=True, slots=True)
class Not:
    """`not …`, also written `issue != option` and `issue not in {a, b}`."""

    denied: Condition

    @property
    def text(self) -> str:
        """The condition in its normal form."""
        match self.denied:
            case Atom(name, str(option)):
                return f"{_name(name)} != {_name(option)}"
            case OneOf():
                return self.denied.phrase("not in")
            case _:
                return f"not {_bracketed(self.denied, _NOT_RANK)}"

    def holds(self, assignment: Mapping[str, str | bool]) -> bool:
        """Return whether the denied condition fails."""
        return not self.denied.holds(assignment)

    def mask(self, is_option: IsOption) -> Mask:
        """Return where the denied condition fails."""
        return np.asarray(np.logical_not(self.denied.mask(is_option)))

    def atoms(self) -> tuple[Atom, ...]:
        """Return the atoms of the denied condition."""
        return self.denied.atoms()


@dataclass(frozen=True, slots=True)
class Compound:
    """Conditions joined by one word: two or more by `and`, `or`; exactly two by `implies`, `iff`."""

    word: Word
    parts: tuple[Condition, ...]

    def __post_init__(self) -> None:
        if len(self.parts) < 2 or (self.word in {"implies", "iff"} and len(self.parts) != 2):
            raise ConditionError(f"'{self.word}' cannot join {len(self.parts)} conditions; give two")

    @property
    def text(self) -> str:
        """The condition in its normal form, with as few brackets as its meaning allows."""
        own = _RANKS[self.word]
        floors = [own + 1] * len(self.parts)
        if self.word == "implies":
            floors[-1] = own
        elif self.word == "iff":
            floors[0] = own
        return f" {self.word} ".join(
            _bracketed(part, floor) for part, floor in zip(self.parts, floors, strict=True)
        )

    def holds(self, assignment: Mapping[str, str | bool]) -> bool:
        """Return whether the joined conditions hold; all of them are looked at."""
        values = [part.holds(assignment) for part in self.parts]
        match self.word:
            case "and":
                return all(values)
            case "or":
                return any(values)
            case "implies":
                return not values[0] or values[1]
            case _:
                return values[0] == values[1]

    def mask(self, is_option: IsOption) -> Mask:
        """Return where the joined conditions hold."""
        masks = [part.mask(is_option) for part in self.parts]
        match self.word:
            case "and":
                return np.asarray(reduce(np.logical_and, masks))
            case "or":
                return np.asarray(reduce(np.logical_or, masks))
            case "implies":
                return np.asarray(np.logical_or(np.logical_not(masks[0]), masks[1]))
            case _:
                return np.asarray(np.equal(masks[0], masks[1]))

    def atoms(self) -> tuple[Atom, ...]:
        """Return the atoms of all parts, in order of the text."""
        return tuple(atom for part in self.parts for atom in part.atoms())


Condition: TypeAlias = Constant | Atom | OneOf | Not | Compound


def _rank(condition: Condition) -> int:
    match condition:
        case Compound():
            return _RANKS[condition.word]
        case Not(Atom(_, None)) | Not(Constant() | Not() | Compound()):
            return _NOT_RANK
        case _:
            return _ATOM_RANK


def _bracketed(condition: Condition, floor: int) -> str:
    """Return the text of a part, in brackets where it binds less than its place asks for."""
    return condition.text if _rank(condition) >= floor else f"({condition.text})"


def _name(name: str) -> str:
    """Write a name as it is, or in quotes where it holds other signs or is a word of the language."""
    if _PLAIN.fullmatch(name) and name.lower() not in KEYWORDS:
        return name
    return "'" + name.replace("'", "''") + "'"
