"""What is bargained over: issues with options, parties with what they value and demand, who must sign."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from itertools import chain, combinations, product

from goodoffices.case.conditions import Condition, check_names
from goodoffices.errors import ConditionError, ModelError
from goodoffices.models.bargaining.parties import (
    Demand,
    DemandKind,
    Issue,
    Party,
    values_by_distance,
    within,
)

__all__ = ["Demand", "DemandKind", "Issue", "Party", "Problem", "Quorum", "values_by_distance"]


MAX_COALITIONS = 10_000
"""Largest number of coalitions among which an agreement could be signed; more are refused."""


@dataclass(frozen=True, slots=True)
class Quorum:
    """So many of these parties must sign, whichever they are.

    Attributes:
        parties: Names of parties, each once.
        least: How many of them must sign, from 1 to all of them.
    """

    parties: tuple[str, ...]
    least: int

    def __post_init__(self) -> None:
        if not 1 <= self.least <= len(self.parties):
            raise ModelError(
                f"{self.least} of {len(self.parties)} parties cannot be asked to sign; "
                "give a number from 1 to how many there are"
            )
        _unique("party of a quorum", list(self.parties))


@dataclass(frozen=True, slots=True)
class Problem:
    """Issues, parties, and what is impossible for everyone.

    Attributes:
        issues: At least one, names unique.
        parties: At least one that must sign or belongs to a quorum, names unique.
        impossible: Conditions; a package in which one of them holds cannot be agreed by anybody.
        quorums: Groups of which some must sign, beside the parties that must sign in any case.
    """

    issues: tuple[Issue, ...]
    parties: tuple[Party, ...]
    impossible: tuple[Condition, ...] = ()
    quorums: tuple[Quorum, ...] = ()

    def __post_init__(self) -> None:
        _unique("issue", [issue.name for issue in self.issues])
        _unique("party", [party.name for party in self.parties])
        if not self.quorums and not any(party.must_sign for party in self.parties):
            raise ModelError("nobody must sign, so every package would do; mark at least one party")
        for name in chain.from_iterable(quorum.parties for quorum in self.quorums):
            self.party(name)
        choices = math.prod(math.comb(len(each.parties), each.least) for each in self.quorums)
        if choices > MAX_COALITIONS:
            raise ModelError(
                f"{choices:,} coalitions could sign, more than the {MAX_COALITIONS:,} that can be compared; "
                "name fewer parties in a quorum"
            )
        for party in self.parties:
            _check_known(party, self.issues)
        demands = self.demands()
        _unique("demand", [demand.id for demand in demands], least=0)
        vocabulary = {issue.name: issue.options for issue in self.issues}
        for where, condition in chain(
            ((f"demand '{demand.id}'", demand.never) for demand in demands),
            (("an impossible combination", condition) for condition in self.impossible),
        ):
            if condition is not None:
                _check_condition(where, condition, vocabulary)

    @property
    def size(self) -> int:
        """Number of packages, possible or not."""
        return math.prod(len(issue.options) for issue in self.issues)

    def signatories(self) -> tuple[Party, ...]:
        """Return the parties without which there is no agreement."""
        return tuple(party for party in self.parties if party.must_sign)

    def party(self, name: str) -> Party:
        """Return the party of a name.

        Raises:
            ModelError: If there is none.
        """
        for party in self.parties:
            if party.name == name:
                return party
        raise ModelError(
            f"there is no party '{name}'; the parties are {', '.join(each.name for each in self.parties)}"
        )

    def coalitions(self) -> tuple[tuple[Party, ...], ...]:
        """Return the smallest groups of parties that make an agreement if all in the group accept it."""
        always = {party.name for party in self.signatories()}
        choices = product(*(combinations(quorum.parties, quorum.least) for quorum in self.quorums))
        groups = dict.fromkeys(frozenset(always.union(*choice)) for choice in choices)
        smallest = (group for group in groups if not any(other < group for other in groups))
        return tuple(tuple(party for party in self.parties if party.name in group) for group in smallest)

    def concerned(self) -> tuple[Party, ...]:
        """Return the parties that must sign or belong to a quorum: their demands count."""
        named = set(chain.from_iterable(quorum.parties for quorum in self.quorums))
        return tuple(party for party in self.parties if party.must_sign or party.name in named)

    def signed_by(self, names: Collection[str], *, quorums: tuple[Quorum, ...] = ()) -> Problem:
        """Return the same problem in which exactly these parties must sign, and so many of these groups.

        Raises:
            ModelError: If a name is not known or none is given.
        """
        for name in names:
            self.party(name)
        parties = tuple(replace(party, must_sign=party.name in names) for party in self.parties)
        return replace(self, parties=parties, quorums=quorums)

    def demands(self) -> tuple[Demand, ...]:
        """Return the demands of all parties, in order of the parties."""
        return tuple(demand for party in self.parties for demand in party.demands())


def _check_known(party: Party, issues: tuple[Issue, ...]) -> None:
    """Check that a party speaks of known issues and options, and values every option that counts."""
    known = {issue.name: issue for issue in issues}
    for name in chain(party.weights or (), party.values or (), party.accepts, party.ideals):
        if name not in known:
            raise ModelError(f"'{party.name}' speaks of '{name}'; the issues are {', '.join(known)}")
    for name, options in party.accepts.items():
        if not options:
            raise ModelError(
                f"'{party.name}' accepts nothing on '{name}'; leave the issue out if that is not known"
            )
        _check_options(party, known[name], options)
    for name, ideal in party.ideals.items():
        if isinstance(ideal, str):
            _check_options(party, known[name], [ideal])
        else:
            within(ideal, 100.0, f"the ideal point of '{party.name}' on '{name}'")
    for name, worth in (party.values or {}).items():
        _check_options(party, known[name], worth)
        for option, value in worth.items():
            within(value, 1.0, f"the value of '{option}' on '{name}' for '{party.name}'")
    for name in (name for name, weight in (party.weights or {}).items() if weight > 0):
        missing = set(known[name].options) - set((party.values or {}).get(name, ()))
        if missing:
            raise ModelError(f"'{party.name}' gives '{name}' weight but no value to {sorted(missing)}")


def _check_options(party: Party, issue: Issue, options: Collection[str]) -> None:
    for option in options:
        if option not in issue.options:
            raise ModelError(
                f"'{party.name}' speaks of '{option}' on '{issue.name}'; "
                f"its options are {', '.join(issue.options)}"
            )


def _check_condition(where: str, condition: Condition, vocabulary: Mapping[str, Collection[str]]) -> None:
    try:
        check_names(condition, vocabulary)
    except ConditionError as error:
        raise ModelError(f"{where}: {error}") from error


def _unique(kind: str, names: list[str], *, least: int = 1) -> None:
    if len(names) < least:
        raise ModelError(f"there is no {kind}; give at least {least}")
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ModelError(f"{kind} '{twice[0]}' is there more than once; give each {kind} its own name")
