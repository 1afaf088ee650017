"""Red lines as what would have to be given up: the smallest sets of them, and what is left without."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from goodoffices.findings.words import Names, joined, quoted
from goodoffices.models.bargaining.collisions import minimal_concessions
from goodoffices.models.bargaining.packages import Package
from goodoffices.models.bargaining.problem import Demand, DemandKind, Party, Problem

__all__ = ["DemandWords", "smallest_red_lines", "without"]


def smallest_red_lines(problem: Problem) -> list[tuple[str, ...]]:
    """Return every smallest set of demands other than walk-away values without which packages are left."""
    kinds = {demand.id: demand.kind for demand in problem.demands()}
    found = {
        frozenset(id_ for id_ in each.demands if kinds[id_] is not DemandKind.WALK_AWAY)
        for each in minimal_concessions(problem, examples=1).outcome
    }
    order = list(kinds)
    least = [some for some in found if not any(other < some for other in found)]
    return sorted((tuple(sorted(some, key=order.index)) for some in least), key=lambda ids: (len(ids), ids))


@dataclass(frozen=True, slots=True)
class DemandWords:
    """Says red lines and packages in words.

    Attributes:
        names: Names of the case.
        known: The demands by id.
    """

    names: Names
    known: Mapping[str, Demand]

    def demands(self, ids: Sequence[str]) -> tuple[str, ...]:
        """Return demands in words, each with its holder."""
        return tuple(self._demand(self.known[id_]) for id_ in ids)

    def package(self, package: Package) -> tuple[str, ...]:
        """Return a package issue by issue."""
        pairs = package.terms.items()
        return tuple(f"{self.names.issue(one)}: {self.names.option(one, option)}" for one, option in pairs)

    def _demand(self, demand: Demand) -> str:
        holder = self.names.party(demand.holder)
        if demand.kind is DemandKind.RED_LINE or demand.never is None:
            return f"{holder}: {demand.text}"
        atoms = demand.never.atoms()
        options = joined([quoted(self.names.option(one.name, one.option or "")) for one in atoms], by="or")
        return f"{holder}: on {self.names.issues([atoms[0].name])}, only {options}"


def without(problem: Problem, ids: Iterable[str]) -> Problem:
    """Return the problem in which demands are given up."""
    dropped = {demand.id: demand for demand in problem.demands() if demand.id in set(ids)}
    return replace(problem, parties=tuple(_yielding(party, dropped) for party in problem.parties))


def _yielding(party: Party, dropped: Mapping[str, object]) -> Party:
    return replace(
        party,
        red_lines=tuple(line for line in party.red_lines if line.id not in dropped),
        accepts={
            issue: options
            for issue, options in party.accepts.items()
            if f"{party.name}.accepts.{issue}" not in dropped
        },
    )
