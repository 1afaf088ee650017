"""The states of a conflict in option form: which combinations of options can occur, and their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from goodoffices.case.conditions import check_names, parse_condition
from goodoffices.errors import ModelError

Direction = Literal["both", "on", "off"]

MAX_OPTIONS = 26
"""Options in one conflict; every combination is enumerated, so each further option doubles the work."""

_AT_ONCE = 1 << 20
"""Combinations whose feasibility is worked out together, so that conditions take little memory."""

_PATTERN = re.compile(r"[YN-]+")


@dataclass(frozen=True, slots=True)
class Option:
    """Something that its owner can take or leave.

    Attributes:
        name: What the option is called.
        owner: The decision maker who controls it.
        direction: `both` if it can be taken and given up again, `on` if it can only be taken (and then
            stays so), `off` if it can only be given up.
    """

    name: str
    owner: str
    direction: Direction = "both"

    def __post_init__(self) -> None:
        if not self.name or not self.owner:
            raise ModelError(f"option {self.name!r} of {self.owner!r}: an option needs a name and an owner")
        if self.direction not in get_args(Direction):
            raise ModelError(
                f"option {self.name!r} of {self.owner!r} has direction {self.direction!r}: "
                "write 'both', 'on' or 'off'"
            )


@dataclass(frozen=True, slots=True, eq=False)
class Combinations:
    """The combinations of each state, one unless several count as the same state.

    A combination is a bit mask: bit k is set if option k is taken. `combinations[state]` is a tuple.

    Attributes:
        masks: State by state, ascending within each; states in order of their highest combination.
        first: States + 1 offsets into `masks`: where the combinations of each state begin.
    """

    masks: NDArray[np.int32]
    first: NDArray[np.int64]

    def __post_init__(self) -> None:
        self.masks.flags.writeable = False
        self.first.flags.writeable = False

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Combinations) and (
            np.array_equal(self.masks, other.masks) and np.array_equal(self.first, other.first)
        )

    def __hash__(self) -> int:
        return hash(self.masks.tobytes())

    def __len__(self) -> int:
        return len(self.first) - 1

    def __getitem__(self, state: int) -> tuple[int, ...]:
        place = range(len(self))[state]
        return tuple(self.masks[self.first[place] : self.first[place + 1]].tolist())

    def __iter__(self) -> Iterator[tuple[int, ...]]:
        return (self[state] for state in range(len(self)))

    @property
    def single(self) -> bool:
        """Whether no two combinations count as the same state."""
        return len(self.masks) == len(self)

    def owners(self) -> NDArray[np.int32]:
        """Return for each entry of `masks` the state that it belongs to."""
        return np.repeat(np.arange(len(self), dtype=np.int32), np.diff(self.first))


@dataclass(frozen=True, slots=True)
class StateSpace:
    """Options and the feasible states over them.

    Attributes:
        options: In the order of the letters of a pattern.
        states: The combinations of each state.
    """

    options: tuple[Option, ...]
    states: Combinations

    def label(self, state: int) -> str:
        """Return one letter per option: Y taken, N not taken, - where the merged combinations differ."""
        members = self.states[state]
        return "".join(
            {0: "N", len(members): "Y"}.get(sum(member >> bit & 1 for member in members), "-")
            for bit in range(len(self.options))
        )

    def find(self, pattern: str) -> int:
        """Return the one state that a pattern of Y, N and - names.

        Raises:
            ModelError: The pattern names no feasible state, or several.
        """
        care, value = read_pattern(pattern, self.options)
        covered = np.flatnonzero((self.states.masks & np.int32(care)) == value)
        found = np.unique(np.searchsorted(self.states.first, covered, side="right") - 1).tolist()
        if not found:
            raise ModelError(f"state {pattern!r} is not feasible: drop it, or change what is infeasible")
        if len(found) > 1:
            several = ", ".join(self.label(number) for number in found[:4])
            raise ModelError(f"{pattern!r} names {len(found)} states ({several} …): name one state")
        return int(found[0])

    def holds(self, statement: str) -> NDArray[np.bool_]:
        """Return for each state whether a condition or a pattern holds in it.

        Raises:
            ModelError: The combinations of a merged state disagree, or a pattern is misshapen.
            ConditionError: The condition cannot be read or names no option of the conflict.
        """
        holds = holds_in(statement, self.options, self.states.masks)
        if self.states.single:
            return holds
        count = np.add.reduceat(holds.astype(np.int64), self.states.first[:-1])
        split = np.flatnonzero((count > 0) & (count < np.diff(self.states.first)))
        if split.size:
            raise ModelError(
                f"{statement!r} is true in some and false in others of the combinations that count as the "
                f"one state {self.label(int(split[0]))!r}: write it so that it treats them alike, or give a "
                "ranking"
            )
        return np.asarray(count > 0)

    def truth(self, statement: str) -> tuple[bool, ...]:
        """Return the same as `holds`, as plain truth values."""
        return tuple(self.holds(statement).tolist())


def state_space(
    options: Sequence[Option], *, infeasible: Sequence[str] = (), same: Sequence[str] = ()
) -> StateSpace:
    """Enumerate the feasible states.

    Args:
        options: At most 26, no two with the same name and owner.
        infeasible: Conditions or patterns of Y, N and - (either); what they cover cannot occur.
        same: Patterns; the feasible combinations that one of them covers count as one state.

    Raises:
        ModelError: Nothing is feasible, an option is given twice, there are too many, or patterns of
            `same` are misshapen, cover nothing, or overlap.
        ConditionError: A condition cannot be read or names no option.
    """
    _check_options(options)
    masks = _feasible(options, infeasible)
    if not masks.size:
        raise ModelError("no state is feasible: every combination of options is excluded, relax 'infeasible'")
    return StateSpace(tuple(options), _merge(masks, options, same))


def _feasible(options: Sequence[Option], infeasible: Sequence[str]) -> NDArray[np.int32]:
    total = 1 << len(options)
    if not infeasible:
        return np.arange(total, dtype=np.int32)
    parts = []
    for start in range(0, total, _AT_ONCE):
        masks = np.arange(start, min(start + _AT_ONCE, total), dtype=np.int32)
        for statement in infeasible:
            masks = masks[~holds_in(statement, options, masks)]
        parts.append(masks)
    return np.concatenate(parts)


def holds_in(
    statement: str, options: Sequence[Option], masks: NDArray[np.int32] | NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Return for each bit mask whether a condition or pattern over the options holds in it."""
    bits = _addresses(options)
    if _PATTERN.fullmatch(statement) and statement not in bits:
        care, value = read_pattern(statement, options)
        return np.asarray(masks & care == value)
    condition = parse_condition(statement)
    for atom in condition.atoms():
        owners = [option.owner for option in options if option.name == atom.name]
        if atom.name not in bits and len(owners) > 1:
            raise ModelError(
                f"{statement!r}: {len(owners)} decision makers own an option {atom.name!r}; write "
                + " or ".join(repr(f"{owner}.{atom.name}") for owner in owners)
            )
    check_names(condition, dict.fromkeys(bits, ()))
    mask = condition.mask(lambda name, _: np.asarray(masks >> bits[name] & 1, dtype=np.bool_))
    return np.broadcast_to(mask, masks.shape)


def read_pattern(pattern: str, options: Sequence[Option]) -> tuple[int, int]:
    """Return a pattern as two bit masks: the options it speaks of, and those of them that are taken.

    Raises:
        ModelError: The pattern has another letter than Y, N or -, or not one letter for each option.
    """
    if not _PATTERN.fullmatch(pattern) or len(pattern) != len(options):
        raise ModelError(
            f"{pattern!r} is not a pattern: write one letter for each of the {len(options)} options, "
            "Y (taken), N (not taken) or - (either)"
        )
    care = sum(1 << bit for bit, letter in enumerate(pattern) if letter != "-")
    return care, sum(1 << bit for bit, letter in enumerate(pattern) if letter == "Y")


def _addresses(options: Sequence[Option]) -> dict[str, int]:
    """Map what a condition may call an option to its bit: `owner.name`, and `name` if nobody shares it."""
    names = [option.name for option in options]
    full = {f"{option.owner}.{option.name}": bit for bit, option in enumerate(options)}
    return {name: bit for bit, name in enumerate(names) if names.count(name) == 1} | full


def _check_options(options: Sequence[Option]) -> None:
    if not options:
        raise ModelError("a conflict in option form needs at least one option: give one")
    if len(options) > MAX_OPTIONS:
        raise ModelError(
            f"{len(options)} options make 2^{len(options)} combinations; this solver enumerates them and "
            f"stops at {MAX_OPTIONS} options: leave out those that nobody will change"
        )
    full = [f"{option.owner}.{option.name}" for option in options]
    for option, address in zip(options, full, strict=True):
        if full.count(address) > 1:
            raise ModelError(f"option {option.name!r} of {option.owner!r} is given twice: keep one of them")
        if option.name in full:
            raise ModelError(
                f"option {option.name!r} of {option.owner!r} reads like an option of somebody else: rename it"
            )


def _merge(masks: NDArray[np.int32], options: Sequence[Option], same: Sequence[str]) -> Combinations:
    group = np.full(masks.shape, -1) if same else np.empty(0, dtype=np.int64)
    for number, pattern in enumerate(same):
        care, value = read_pattern(pattern, options)
        covered = masks & care == value
        if not covered.any():
            raise ModelError(f"'same' pattern {pattern!r} covers no feasible combination: drop it")
        if (group[covered] >= 0).any():
            other = same[int(group[covered].max())]
            raise ModelError(f"'same' patterns {other!r} and {pattern!r} overlap: make them one")
        group[covered] = number
    if not same:
        return Combinations(masks, np.arange(len(masks) + 1))
    highest = masks.copy()
    for number in range(len(same)):
        highest[group == number] = masks[group == number].max()
    order = np.lexsort((masks, highest))
    first = np.flatnonzero(np.diff(highest[order], prepend=-1))
    return Combinations(masks[order], np.append(first, len(masks)))
