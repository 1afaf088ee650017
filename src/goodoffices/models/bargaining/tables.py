"""Demands as tables, so that many packages near one another can be looked up."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import prod

import numpy as np
from numpy.typing import NDArray

from goodoffices.case.conditions import Condition
from goodoffices.models.bargaining.evaluation import Evaluator
from goodoffices.models.bargaining.grid import condition_grid
from goodoffices.models.bargaining.scores import Scores

__all__ = ["Tables"]

LARGEST = 100_000
"""Conditions that tie more combinations of options together are evaluated anew each time."""


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Where a condition holds, by the options picked on the issues that it names.

    Attributes:
        places: The places of these issues.
        holds: An axis for each; None where it would be too large.
        condition: The condition.
    """

    places: tuple[int, ...]
    holds: NDArray[np.bool_] | None
    condition: Condition


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """What packages break, and whether they are possible, looked up in tables.

    Attributes:
        evaluator: The problem.
        conditions: Demands with a condition, by id.
        floors: Demands that are walk-away values, by id.
        impossible: What is impossible for everyone.
    """

    evaluator: Evaluator
    conditions: dict[str, Table]
    floors: dict[str, Scores]
    impossible: tuple[Table, ...]

    @classmethod
    def of(cls, evaluator: Evaluator, ids: Collection[str]) -> Tables:
        """Return the tables of some demands."""
        made = cls(evaluator, {}, {}, tuple(_table(evaluator, one) for one in evaluator.problem.impossible))
        by_name = dict(zip((p.name for p in evaluator.problem.parties), evaluator.scores, strict=True))
        for demand in evaluator.demands:
            if demand.id in ids:
                scores = by_name[demand.holder]
                if demand.never is not None:
                    made.conditions[demand.id] = _table(evaluator, demand.never)
                elif scores is not None:
                    made.floors[demand.id] = scores
        return made

    def lone(self, choices: Sequence[int], left: Collection[str]) -> str | None:
        """Return the only one of some demands that a possible package breaks, if it breaks one alone."""
        found = None
        for name in left:
            if self._breaks(choices, name):
                if found is not None:
                    return None
                found = name
        if found is None or any(self._holds(choices, one) for one in self.impossible):
            return None
        return found

    def _breaks(self, choices: Sequence[int], name: str) -> bool:
        if name in self.conditions:
            return self._holds(choices, self.conditions[name])
        scores = self.floors[name]
        return scores.floor is not None and scores.total(choices) < scores.floor

    def _holds(self, choices: Sequence[int], table: Table) -> bool:
        if table.holds is None:
            issues = self.evaluator.problem.issues
            return table.condition.holds({i.name: i.options[c] for i, c in zip(issues, choices, strict=True)})
        return bool(table.holds[tuple(choices[place] for place in table.places)])


def _table(evaluator: Evaluator, condition: Condition) -> Table:
    named = {atom.name for atom in condition.atoms()}
    places = tuple(place for place, issue in enumerate(evaluator.problem.issues) if issue.name in named)
    issues = [evaluator.problem.issues[place] for place in places]
    lengths = tuple(len(issue.options) for issue in issues)
    if prod(lengths) > LARGEST:
        return Table(places, None, condition)
    return Table(places, np.broadcast_to(condition_grid(condition, issues), lengths), condition)
