"""Plain words for demands, packages and concessions, in the names of a case or of a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from goodoffices.models.bargaining.packages import Package
from goodoffices.models.bargaining.parties import Demand, DemandKind
from goodoffices.models.bargaining.problem import Problem


@dataclass(frozen=True, slots=True)
class Words:
    """Names of what a problem speaks of; what has none goes by its id.

    Attributes:
        problem: The problem.
        parties: Names of parties.
        issues: Names of issues.
        options: Names of options, by issue and option.
        scales: What 0 and 100 mean on an issue whose options are places.
    """

    problem: Problem
    parties: Mapping[str, str] = field(default_factory=dict)
    issues: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[tuple[str, str], str] = field(default_factory=dict)
    scales: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def party(self, name: str) -> str:
        """Return the name of a party."""
        return self.parties.get(name, name)

    def issue(self, name: str) -> str:
        """Return the name of an issue."""
        return self.issues.get(name, name)

    def option(self, issue: str, option: str) -> str:
        """Return the name of an option."""
        return self.options.get((issue, option), option)

    def demand(self, id_: str) -> str:
        """Say who insists on what."""
        demand = next(one for one in self.problem.demands() if one.id == id_)
        holder = self.party(demand.holder)
        match demand.kind:
            case DemandKind.RED_LINE:
                return f"{holder}: never “{demand.text}”"
            case DemandKind.WALK_AWAY:
                floor = self.problem.party(demand.holder).walk_away
                return f"{holder}: at least what no agreement is worth to it ({floor:g})"
            case DemandKind.ACCEPTED_OPTIONS:
                return f"{holder}: {self._accepted(demand)}"

    def terms(self, package: Package) -> list[str]:
        """Say how a package settles each issue."""
        return [
            f"{self.issue(issue)}: {self.option(issue, option)}" for issue, option in package.terms.items()
        ]

    def worth(self, package: Package) -> str:
        """Say what a package gives each party with numbers."""
        gains = [
            f"{self.party(name)} {gain:+.2f}" for name, gain in package.gains.items() if gain is not None
        ]
        if gains:
            return "over walking away: " + ", ".join(gains)
        known = [
            f"{self.party(name)} {value:.2f}"
            for name, value in package.utilities.items()
            if value is not None
        ]
        return "worth from 0 to 1: " + ", ".join(known) if known else ""

    def _accepted(self, demand: Demand) -> str:
        atoms = demand.never.atoms() if demand.never else ()
        issue, picked = atoms[0].name, [atom.option or "" for atom in atoms]
        if issue in self.scales:
            ends = picked[0] if len(picked) == 1 else f"{picked[0]} to {picked[-1]}"
            return f"on {self.issue(issue)}, only {ends}"
        names = [f"“{self.option(issue, one)}”" for one in picked]
        return f"on {self.issue(issue)}, only {joined(names, 'or')}"


def joined(words: Sequence[str], by: str = "and") -> str:
    """Join words as a person would.

    Examples:
        >>> joined(["a", "b", "c"])
        'a, b and c'
    """
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {by} {words[-1]}"


def number(count: int) -> str:
    """Write a small count as a word.

    Examples:
        >>> number(3), number(30)
        ('three', '30')
    """
    small = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    return small[count] if count < len(small) else f"{count:,}"
