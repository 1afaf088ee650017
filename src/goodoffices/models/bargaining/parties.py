"""Who bargains over what: issues with options, demands, and parties with or without numbers."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from goodoffices.case.conditions import Atom, Condition, Not, OneOf
from goodoffices.errors import ModelError

__all__ = ["Demand", "DemandKind", "Issue", "Party", "values_by_distance", "within"]


class DemandKind(StrEnum):
    """What sort of demand a package can break."""

    RED_LINE = "red line"
    WALK_AWAY = "walk-away"
    ACCEPTED_OPTIONS = "accepted options"


@dataclass(frozen=True, slots=True)
class Issue:
    """A question that an agreement answers by one of its options.

    Attributes:
        name: Short name, unique in a problem.
        options: At least one, each once; a package picks one of them.
        places: Where each option lies on a scale from 0 to 100, or None where the options have no order.
    """

    name: str
    options: tuple[str, ...]
    places: tuple[float, ...] | None = None

    def __post_init__(self) -> None:
        if not self.options or len(set(self.options)) < len(self.options):
            raise ModelError(
                f"issue '{self.name}' has the options {list(self.options)}; give at least one, each once"
            )
        if self.places is None:
            return
        if len(self.places) != len(self.options):
            raise ModelError(
                f"issue '{self.name}' has {len(self.options)} options and {len(self.places)} places; "
                "give each option one place, or no places at all"
            )
        for place in self.places:
            within(place, 100.0, f"a place on issue '{self.name}'")

    def place(self, option: str) -> float | None:
        """Return where an option lies, from 0 to 100, or None where the options have no order."""
        return None if self.places is None else self.places[self.options.index(option)]


@dataclass(frozen=True, slots=True)
class Demand:
    """Something a party insists on; a package breaks it or keeps it.

    Attributes:
        id: Short name, unique in a problem.
        holder: The party that makes the demand.
        text: The demand in words for a person.
        kind: Red line, walk-away value or accepted options.
        never: The condition that breaks the demand where it holds; None for a walk-away value.
    """

    id: str
    holder: str
    text: str
    never: Condition | None
    kind: DemandKind = DemandKind.RED_LINE


@dataclass(frozen=True, slots=True)
class Party:
    """A party to the bargaining, with numbers or only with what it says yes and no to.

    A walk-away value settles over all issues together what a party can accept. Where there is one,
    accepted options only describe how far apart the parties are; where there is none, leaving the
    accepted options of an issue breaks a demand.

    Attributes:
        name: Short name, unique in a problem.
        must_sign: Whether there is no agreement without this party.
        weights: How much each issue counts, at least 0, in any unit: they are divided by their sum.
            None for a party without numbers.
        values: For each issue that counts, the worth of every option from 0 to 1; given with weights.
        walk_away: Utility of no agreement, from 0 to 1; None where it is not known.
        red_lines: Demands of the kind red line, each with a condition that must never hold.
        accepts: For each issue the party has spoken on, the options it accepts.
        ideals: What the party wants most on an issue, as an option or as a place from 0 to 100; where
            it is not given, the option of highest value counts, if there is only one.
    """

    name: str
    must_sign: bool = True
    weights: Mapping[str, float] | None = None
    values: Mapping[str, Mapping[str, float]] | None = None
    walk_away: float | None = None
    red_lines: tuple[Demand, ...] = ()
    accepts: Mapping[str, Collection[str]] = field(default_factory=dict)
    ideals: Mapping[str, str | float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        _copy_mappings(self)
        _check_numbers(self)
        for demand in self.red_lines:
            if demand.holder != self.name or demand.never is None:
                raise ModelError(
                    f"red line '{demand.id}' of '{self.name}' needs '{self.name}' as its holder "
                    "and a condition that must never hold"
                )

    @property
    def measured(self) -> bool:
        """Whether the party has a utility."""
        return self.weights is not None

    def demands(self) -> tuple[Demand, ...]:
        """Return everything the party insists on: red lines, then walk-away value or accepted options."""
        if self.walk_away is not None:
            text = f"{self.name} gets at least its walk-away value of {self.walk_away:g}"
            return (
                *self.red_lines,
                Demand(f"{self.name}.walk_away", self.name, text, None, DemandKind.WALK_AWAY),
            )
        return (*self.red_lines, *(_leaving(self, issue) for issue in self.accepts))


def values_by_distance(issue: Issue, ideal: float) -> dict[str, float]:
    """Give each option a value that falls with its distance from an ideal point.

    Args:
        issue: An issue whose options have places.
        ideal: The place wanted most, from 0 to 100.

    Returns:
        For each option 1 − |place − ideal| / 100.

    Raises:
        ModelError: If the issue has no places or the ideal lies outside the scale.

    Examples:
        >>> values_by_distance(Issue("rule", ("veto", "vote"), (0.0, 80.0)), 20.0)
        {'veto': 0.8, 'vote': 0.4}
    """
    if issue.places is None:
        raise ModelError(f"the options of issue '{issue.name}' have no places; give values instead")
    within(ideal, 100.0, f"the ideal point on issue '{issue.name}'")
    return {
        option: 1.0 - abs(place - ideal) / 100.0
        for option, place in zip(issue.options, issue.places, strict=True)
    }


def _copy_mappings(party: Party) -> None:
    object.__setattr__(party, "accepts", {key: tuple(options) for key, options in party.accepts.items()})
    object.__setattr__(party, "ideals", dict(party.ideals))
    if party.weights is not None:
        object.__setattr__(party, "weights", dict(party.weights))
    if party.values is not None:
        object.__setattr__(party, "values", {key: dict(worth) for key, worth in party.values.items()})


def _check_numbers(party: Party) -> None:
    if (party.weights is None) != (party.values is None):
        raise ModelError(f"'{party.name}' needs both weights and values, or neither")
    if party.walk_away is not None:
        if party.weights is None:
            raise ModelError(f"'{party.name}' has a walk-away value but no weights and values to reach it by")
        within(party.walk_away, 1.0, f"the walk-away value of '{party.name}'")
    if party.weights is None:
        return
    for issue, weight in party.weights.items():
        if not (math.isfinite(weight) and weight >= 0):
            raise ModelError(f"'{party.name}' gives '{issue}' the weight {weight}; weights are 0 or more")
    if sum(party.weights.values()) <= 0:
        raise ModelError(f"the weights of '{party.name}' sum to nothing; give at least one issue a weight")


def _leaving(party: Party, issue: str) -> Demand:
    """Return the demand that an issue is settled by one of the options a party accepts."""
    options = tuple(party.accepts[issue])
    return Demand(
        f"{party.name}.accepts.{issue}",
        party.name,
        f"{party.name} accepts on {issue} only {', '.join(options)}",
        Not(OneOf(tuple(Atom(issue, option) for option in options))),
        DemandKind.ACCEPTED_OPTIONS,
    )


def within(value: float, highest: float, what: str) -> None:
    """Check that a number lies from 0 to a highest value.

    Raises:
        ModelError: If it does not; the message says what it is.
    """
    if not 0.0 <= value <= highest:
        raise ModelError(f"{what} is {value}; it must lie from 0 to {highest:g}")
