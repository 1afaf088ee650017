"""How near demands are to being kept together, if options could be mixed.

Where every issue may be settled by a mixture of its options, a linear program says in a thousandth of a
second by how much all walk-away values could be passed at once. Nothing is claimed from it: it shows a
solver which demands to leave out first.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from goodoffices.models.bargaining.clauses import clauses
from goodoffices.models.bargaining.evaluation import Evaluator
from goodoffices.models.bargaining.parties import Demand

__all__ = ["IMPOSSIBLE", "Relaxation"]

IMPOSSIBLE = -2.0
"""The margin where not even mixtures keep the conditions."""

SLIGHT = 1e-9
"""Numbers below this are nothing."""

Row = Any
"""A linear constraint; the types of the solver are incomplete."""


@dataclass(frozen=True, slots=True, eq=False)
class Relaxation:
    """A linear program in which demands can be switched on and off; it starts each time where it ended.

    Attributes:
        solver: The solver, which holds the state.
        surplus: By how much all walk-away values are passed.
        rows: For each demand its constraints, each with its lower bound.
        on: Demands that are switched on; changes with each question.
    """

    solver: Any
    surplus: Any
    rows: dict[str, list[tuple[Row, float]]]
    on: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, evaluator: Evaluator, ids: Collection[str]) -> Relaxation:
        """Return the linear program of a problem with these demands, all switched on."""
        from ortools.linear_solver import pywraplp  # noqa: PLC0415 - loads slowly

        solver = pywraplp.Solver.CreateSolver("GLOP")
        issues = evaluator.problem.issues
        shares = {(i.name, option): solver.NumVar(0, 1, "") for i in issues for option in i.options}
        for issue in issues:
            row = solver.Constraint(1, 1)
            for option in issue.options:
                row.SetCoefficient(shares[issue.name, option], 1)
        surplus = solver.NumVar(-1, 1, "")
        solver.Objective().SetCoefficient(surplus, 1)
        solver.Objective().SetMaximization()
        made = cls(solver, surplus, {}, set(ids))
        for condition in evaluator.problem.impossible:
            made._clauses(clauses(condition, issues, denied=True) or [], shares)
        for demand in evaluator.demands:
            if demand.id in ids:
                made.rows[demand.id] = made._demand(evaluator, demand, shares)
        return made

    def _demand(
        self, evaluator: Evaluator, demand: Demand, shares: Mapping[tuple[str, str], Any]
    ) -> list[tuple[Row, float]]:
        if demand.never is not None:
            made = clauses(demand.never, evaluator.problem.issues, denied=True)
            return self._clauses(made or [], shares)
        names = [party.name for party in evaluator.problem.parties]
        scores = evaluator.scores[names.index(demand.holder)]
        if scores is None or scores.floor is None:
            return []
        lowest = scores.floor / scores.unit
        row = self.solver.Constraint(lowest, self.solver.infinity())
        row.SetCoefficient(self.surplus, -1)
        for issue, terms in zip(evaluator.problem.issues, scores.terms, strict=True):
            for option, term in zip(issue.options, terms, strict=True):
                row.SetCoefficient(shares[issue.name, option], float(term) / scores.unit)
        return [(row, lowest)]

    def _clauses(
        self, found: Collection[Mapping[str, Collection[str]]], shares: Mapping[tuple[str, str], Any]
    ) -> list[tuple[Row, float]]:
        rows = []
        for clause in found:
            row = self.solver.Constraint(1, self.solver.infinity())
            for name, options in clause.items():
                for option in options:
                    row.SetCoefficient(shares[name, option], 1)
            rows.append((row, 1.0))
        return rows

    def margin(self, ids: Collection[str]) -> float:
        """Return by how much mixtures that keep these demands pass all walk-away values, at most by 1."""
        switched = self.on ^ set(ids)
        for name in sorted(switched):
            for row, lowest in self.rows[name]:
                row.SetLb(lowest if name not in self.on else -self.solver.infinity())
        self.on.symmetric_difference_update(switched)
        if self.solver.Solve() != self.solver.OPTIMAL:
            return IMPOSSIBLE
        return float(self.surplus.solution_value())

    def binding(self) -> set[str]:
        """Return those of the demands switched on that hold the margin where it is."""
        return {n for n in self.on if any(abs(row.dual_value()) > SLIGHT for row, _ in self.rows[n])}
