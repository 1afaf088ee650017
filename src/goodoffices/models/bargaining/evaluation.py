"""What one package gives and breaks, in a space of any size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from goodoffices.errors import ModelError
from goodoffices.models.bargaining.packages import DECIMALS, Package
from goodoffices.models.bargaining.parties import Demand
from goodoffices.models.bargaining.problem import Problem
from goodoffices.models.bargaining.scores import Scores, party_scores

__all__ = ["Evaluator"]


@dataclass(frozen=True, slots=True, eq=False)
class Evaluator:
    """Tells what a package gives and breaks, as the list of all packages would.

    Attributes:
        problem: What the packages are of.
        demands: The demands of all parties.
        scores: What each option adds to each party's utility; None for a party without numbers.
    """

    problem: Problem
    demands: tuple[Demand, ...]
    scores: tuple[Scores | None, ...]

    @classmethod
    def of(cls, problem: Problem) -> Evaluator:
        """Read the numbers of a problem once for many packages."""
        scores = tuple(party_scores(party, problem.issues) for party in problem.parties)
        return cls(problem, problem.demands(), scores)

    def chosen(self, terms: Mapping[str, str]) -> tuple[int, ...]:
        """Return the index of the option picked on each issue.

        Raises:
            ModelError: If an issue is missing, or an issue or option is not known.
        """
        issues = {issue.name: issue for issue in self.problem.issues}
        for name, option in terms.items():
            if name not in issues:
                raise ModelError(f"there is no issue '{name}'; the issues are {', '.join(issues)}")
            if option not in issues[name].options:
                raise ModelError(
                    f"'{option}' is no option of '{name}'; its options are {', '.join(issues[name].options)}"
                )
        missing = [name for name in issues if name not in terms]
        if missing:
            raise ModelError(f"the package says nothing on {', '.join(missing)}; settle every issue")
        return tuple(issue.options.index(terms[name]) for name, issue in issues.items())

    def package(self, choices: Sequence[int]) -> Package:
        """Return the package of one option for each issue."""
        terms = {
            issue.name: issue.options[choice]
            for issue, choice in zip(self.problem.issues, choices, strict=True)
        }
        utilities: dict[str, float | None] = {}
        gains: dict[str, float | None] = {}
        below = set()
        for party, scores in zip(self.problem.parties, self.scores, strict=True):
            utilities[party.name] = gains[party.name] = None
            if scores is not None:
                total = scores.total(choices)
                value = float(scores.utilities(np.array([total]))[0])
                utilities[party.name] = value
                if scores.floor is not None:
                    gains[party.name] = float(np.round(value - scores.walk_away, DECIMALS)) + 0.0
                    below.update([f"{party.name}.walk_away"] if total < scores.floor else [])
        broken = tuple(
            demand.id
            for demand in self.demands
            if (demand.id in below if demand.never is None else demand.never.holds(terms))
        )
        return Package(terms, utilities, gains, broken)

    def possible(self, terms: Mapping[str, str]) -> bool:
        """Tell whether a package is not impossible for everyone."""
        return not any(condition.holds(terms) for condition in self.problem.impossible)
