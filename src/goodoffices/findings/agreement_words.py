"""Plain words for demands, packages and gains of a bargaining problem, in the names that a reader knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from goodoffices.case.case import Case
from goodoffices.findings.words import capital, counted, joined, quoted
from goodoffices.models.bargaining.from_case import red_line_id
from goodoffices.models.bargaining.packages import Package
from goodoffices.models.bargaining.parties import Demand, DemandKind
from goodoffices.models.bargaining.problem import Problem

__all__ = ["Labels", "Paragraph", "Words", "case_labels"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A sentence with lines that spell it out.

    Attributes:
        head: The sentence.
        lines: The lines below it; those that begin with a space belong to the line before.
    """

    head: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Labels:
    """Names of what a problem speaks of; what has none goes by its id.

    Attributes:
        parties: Names of parties.
        issues: Names of issues.
        options: Names of options, by issue and option.
        scales: What 0 and 100 mean on an issue whose options are places.
        lines: Words for demands, by id; without, a red line's own text and the names of accepted options.
        said: What the holder says or does, by the id of the demand.
        proposals: Names of proposals.
    """

    parties: Mapping[str, str] = field(default_factory=dict)
    issues: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[tuple[str, str], str] = field(default_factory=dict)
    scales: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    lines: Mapping[str, str] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)
    proposals: Mapping[str, str] = field(default_factory=dict)

    def party(self, name: str) -> str:
        """Return the name of a party."""
        return self.parties.get(name, name)

    def issue(self, name: str) -> str:
        """Return the name of an issue."""
        return self.issues.get(name, name)

    def option(self, issue: str, option: str) -> str:
        """Return the name of an option."""
        return self.options.get((issue, option), option)

    def proposal(self, name: str) -> str:
        """Return the name of a proposal."""
        return capital(self.proposals.get(name, name))

    def everyone(self, names: Sequence[str], *, by: str = "and") -> str:
        """Return the names of parties, joined as in a sentence."""
        return joined([self.party(name) for name in names], by=by)


def case_labels(case: Case) -> Labels:
    """Return the names of a case."""
    return Labels(
        {id_: party.name for id_, party in case.parties.items()},
        {id_: issue.name for id_, issue in case.issues.items()},
        {(id_, o): option.name for id_, issue in case.issues.items() for o, option in issue.options.items()},
        lines={
            red_line_id(number): line.name or f"never {quoted(line.never)}"
            for number, line in enumerate(case.red_lines)
        },
        proposals={id_: proposal.name for id_, proposal in case.proposals.items()},
    )


@dataclass(frozen=True, slots=True)
class Words:
    """Says what a problem is about in plain words.

    Attributes:
        problem: The problem.
        labels: Names of what it speaks of.
    """

    problem: Problem
    labels: Labels = field(default_factory=Labels)

    def demand(self, id_: str) -> str:
        """Say who insists on what, and what the holder says of it where that is known."""
        said = self.labels.said.get(id_)
        return f"{self.short(id_)} – {said}" if said else self.short(id_)

    def short(self, id_: str) -> str:
        """Say who insists on what."""
        found = self.found(id_)
        return f"{self.labels.party(found.holder)}: {self.claim(id_)}"

    def claim(self, id_: str) -> str:
        """Say what is insisted on, without who does."""
        found = self.found(id_)
        match found.kind:
            case DemandKind.RED_LINE:
                return f"{self.bare(id_)} (a red line)"
            case DemandKind.WALK_AWAY:
                floor = self.problem.party(found.holder).walk_away
                return f"at least what no agreement is worth to it ({floor:.2f})"
            case DemandKind.ACCEPTED_OPTIONS:
                return self.labels.lines.get(id_) or self._accepted(found)

    def bare(self, id_: str) -> str:
        """Return the words of a red line alone."""
        return self.labels.lines.get(id_, self.found(id_).text)

    def found(self, id_: str) -> Demand:
        """Return the demand of an id."""
        return next(one for one in self.problem.demands() if one.id == id_)

    def issues_of(self, ids: Sequence[str]) -> tuple[str, ...]:
        """Return the issues that demands name, in order of the problem."""
        conditions = [self.found(id_).never for id_ in ids]
        named = {atom.name for one in conditions if one is not None for atom in one.atoms()}
        return tuple(issue.name for issue in self.problem.issues if issue.name in named)

    def terms(self, terms: Mapping[str, str]) -> tuple[str, ...]:
        """Say how a package settles each issue."""
        return tuple(
            f"{self.labels.issue(issue)}: {self.labels.option(issue, option)}"
            for issue, option in terms.items()
        )

    def worth(self, package: Package) -> str:
        """Say what a package gives each party with numbers; nothing where none has any."""
        gains = [
            f"{self.labels.party(n)} {gain:+.2f}" for n, gain in package.gains.items() if gain is not None
        ]
        if gains:
            return f"Over no agreement (utility from 0 to 1): {', '.join(gains)}."
        known = [
            f"{self.labels.party(party.name)} {worth:.2f} over {counted(len(party.weights or ()), 'issue')}"
            for party in self.problem.concerned()
            if (worth := package.utilities[party.name]) is not None
        ]
        return (
            f"Nearness to what each wants, over the issues coded for it: {', '.join(known)}." if known else ""
        )

    def crossed(self, package: Package, given_up: Sequence[str]) -> tuple[str, ...]:
        """Say whose red lines a package crosses among the demands given up, and that numbers hide it."""
        lines = [
            id_ for id_ in given_up if id_ in package.broken and self.found(id_).kind is DemandKind.RED_LINE
        ]
        holders = dict.fromkeys(self.found(id_).holder for id_ in lines)
        told = [
            f"Crosses {counted(len(own), 'red line')} of {self.labels.party(holder)}: {'; '.join(own)}."
            for holder in holders
            if (own := [self.bare(id_) for id_ in lines if self.found(id_).holder == holder])
        ]
        hidden = any(value is not None for value in package.utilities.values())
        return (*told, *(["Numbers above average a crossed red line away."] if told and hidden else []))

    def scale(self, issue: str) -> str:
        """Say what the ends of an issue's scale mean; nothing where that is not known."""
        low, high = self.labels.scales.get(issue, ("", ""))
        return f"0 is {low}; 100 is {high}" if low and high else ""

    def _accepted(self, demand: Demand) -> str:
        atoms = demand.never.atoms() if demand.never else ()
        issue, picked = atoms[0].name, [atom.option or "" for atom in atoms]
        names = [quoted(self.labels.option(issue, one)) for one in picked]
        return f"on {self._inside(issue)}, only {joined(names, by='or')}"

    def _inside(self, issue: str) -> str:
        """Return the name of an issue as it stands inside a sentence."""
        name = self.labels.issue(issue)
        return name if name[1:2].isupper() or issue not in self.labels.issues else name[:1].lower() + name[1:]
