"""Gains as whole numbers in a solver's model, and the packages in which some of them are highest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import inf, lcm
from typing import Any

from goodoffices.models.bargaining.constraints import Constraints
from goodoffices.models.bargaining.decisions import counted as counted_demands
from goodoffices.models.bargaining.evaluation import Evaluator
from goodoffices.models.bargaining.pace import Limits, Watch
from goodoffices.models.bargaining.parties import Party
from goodoffices.models.bargaining.scores import party_scores

__all__ = ["MAX_TIES", "Gains", "Solved", "Task"]

FINEST = 10**9
"""Parts of 1 in the finest unit in which gains are counted."""

MAX_TIES = 1000
"""Up to so many tied packages are looked for."""

Linear = Any
"""A linear expression or a model of the solver; its types are incomplete."""

Choice = tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Gains:
    """What each option adds to the gain of each party counted, in whole numbers.

    Attributes:
        evaluator: The problem.
        terms: For each party, for each issue, a number for each option.
        floors: What is taken off for each party: its walk-away value.
        unit: Parts of a gain of 1.
        slack: By how many parts sums may be off, since terms were rounded; 0 where they are exact.
    """

    evaluator: Evaluator
    terms: tuple[tuple[tuple[int, ...], ...], ...]
    floors: tuple[int, ...]
    unit: int
    slack: int = 0

    @classmethod
    def of(cls, evaluator: Evaluator, counted: Sequence[Party]) -> Gains:
        """Return the gains of parties that have a walk-away value."""
        exact, floors, common = [], [], 1
        for party in counted:
            scores = party_scores(party, evaluator.problem.issues)
            if scores is not None:
                exact.append([[Fraction(int(one), scores.unit) for one in row] for row in scores.terms])
                floors.append(Fraction(f"{party.walk_away:.12f}"))
                common = lcm(common, scores.unit, floors[-1].denominator)
        unit = min(common, FINEST)
        return cls(
            evaluator,
            tuple(tuple(tuple(round(one * unit) for one in row) for row in rows) for rows in exact),
            tuple(round(one * unit) for one in floors),
            unit,
            0 if unit == common else len(evaluator.problem.issues) + 1,
        )

    def values(self, choices: Choice) -> tuple[int, ...]:
        """Return the gain of each party by a package."""
        return tuple(
            sum(row[choice] for row, choice in zip(rows, choices, strict=True)) - floor
            for rows, floor in zip(self.terms, self.floors, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Solved:
    """What one call of the solver found.

    Attributes:
        value: The highest value found; 0 if none was.
        bound: No value is higher.
        choices: A package that has it; None if none was found.
        proven: Whether nothing is higher.
        none: Whether it is proven that there is no package.
    """

    value: int
    bound: float
    choices: Choice | None
    proven: bool
    none: bool = False


@dataclass(slots=True, eq=False)
class Task:
    """A search among the packages of a zone; the time spent grows as it goes.

    Attributes:
        gains: What is made as high as possible.
        limits: Time for the solver, and seed.
        watch: The time by the clock, where there is one, and whom to tell.
        spent: Seconds that the solver spent so far.
    """

    gains: Gains
    limits: Limits
    watch: Watch
    spent: float = 0.0

    def again(self) -> Task:
        """Return a search of the same whose solver has all its time again."""
        return replace(self, spent=0.0)

    def shares(self, highest: Sequence[int]) -> Task:
        """Return a search for shares of the highest gains; where one is 0, shares of it are left at 0."""
        common = lcm(*(top for top in highest if top > 0))
        unit = min(common, FINEST)
        rows = zip(self.gains.terms, self.gains.floors, highest, strict=True)
        scaled = [
            (
                tuple(
                    tuple(round(Fraction(one * unit, top)) if top > 0 else 0 for one in row) for row in terms
                ),
                round(Fraction(floor * unit, top)) if top > 0 else 0,
            )
            for terms, floor, top in rows
        ]
        exact = unit == common and not self.gains.slack
        gains = replace(
            self.gains,
            terms=tuple(one for one, _ in scaled),
            floors=tuple(one for _, one in scaled),
            unit=unit,
            slack=0 if exact else 2 * (len(self.gains.evaluator.problem.issues) + 1),
        )
        return replace(self, gains=gains)

    def rest(self) -> Limits:
        """Return the limits for one more call of the solver."""
        seconds = min(self.limits.seconds - self.spent, self.watch.left())
        return replace(self.limits, seconds=max(0.001, seconds))

    def model(self) -> tuple[Constraints, list[Linear]]:
        """Return the packages of the zone as a model, and the gains in it."""
        constraints = Constraints.of(self.gains.evaluator)
        constraints.keep(counted_demands(self.gains.evaluator.problem))
        issues = self.gains.evaluator.problem.issues
        found = [
            sum(
                number * constraints.picked[issue.name, option]
                for issue, row in zip(issues, rows, strict=True)
                for option, number in zip(issue.options, row, strict=True)
                if number
            )
            - floor
            for rows, floor in zip(self.gains.terms, self.gains.floors, strict=True)
        ]
        return constraints, found

    def highest(self, pick: Callable[[list[Linear]], Linear]) -> Solved:
        """Return the highest value that something made of gains has in the zone."""
        constraints, gains = self.model()
        constraints.model.maximize(pick(gains))
        return self.solved(constraints)

    def highest_of_lowest(
        self, pick: Callable[[Sequence[Linear]], Sequence[Linear]], floors: Sequence[int], place: int
    ) -> Solved:
        """Return how high the lowest, second lowest, ... number can be, lower ones being at floors."""
        constraints, gains = self.model()
        model, numbers = constraints.model, list(pick(gains))
        self.at_least(model, numbers, floors)
        value = model.new_int_var(-2 * self.gains.unit, 2 * self.gains.unit, "")
        above = [model.new_bool_var("") for _ in numbers]
        for literal, number in zip(above, numbers, strict=True):
            model.add(number >= value).only_enforce_if(literal)
        model.add(sum(above) >= len(numbers) - place)
        model.maximize(value)
        return self.solved(constraints)

    def at_least(self, model: Linear, numbers: Sequence[Linear], floors: Sequence[int]) -> None:
        """Demand that the lowest number is at least the first floor, the second lowest the second, ..."""
        for place, floor in enumerate(floors):
            above = [model.new_bool_var("") for _ in numbers]
            for literal, number in zip(above, numbers, strict=True):
                model.add(number >= floor).only_enforce_if(literal)
                model.add(number < floor).only_enforce_if(~literal)
            model.add(sum(above) >= len(numbers) - place)

    def solved(self, constraints: Constraints) -> Solved:
        """Solve a model that has something to make as high as possible."""
        from ortools.sat.python import cp_model  # noqa: PLC0415 - loads slowly, and small problems do without

        solver = constraints.solver(self.rest())
        solver.best_bound_callback = lambda bound: self.watch.tell(
            "proving that nothing is higher", bound=bound
        )
        status = solver.solve(constraints.model)
        self.spent += solver.wall_time
        if status in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
            choices = constraints.package_choices(solver.value)
            proven = status == cp_model.OPTIMAL
            return Solved(round(solver.objective_value), solver.best_objective_bound, choices, proven)
        none = status == cp_model.INFEASIBLE
        return Solved(0, inf, None, proven=none, none=none)

    def every(self, demand: Callable[[Linear, list[Linear]], object]) -> tuple[tuple[Choice, ...], bool]:
        """Return the packages of the zone that keep something more, and whether these are all."""
        from ortools.sat.python import cp_model  # noqa: PLC0415 - loads slowly, and small problems do without

        constraints, gains = self.model()
        demand(constraints.model, gains)
        found: set[Choice] = set()

        class Collecting(cp_model.CpSolverSolutionCallback):
            """Notes each package; the solver calls it."""

            def on_solution_callback(self) -> None:
                found.add(constraints.package_choices(self.value))
                if len(found) > MAX_TIES:
                    self.stop_search()

        solver = constraints.solver(self.rest())
        solver.parameters.enumerate_all_solutions = True
        status = solver.solve(constraints.model, Collecting())
        self.spent += solver.wall_time
        complete = status in {cp_model.OPTIMAL, cp_model.INFEASIBLE} and len(found) <= MAX_TIES
        return tuple(sorted(found))[:MAX_TIES], complete
