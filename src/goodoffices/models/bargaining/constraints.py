"""A bargaining problem as constraints for a solver, for spaces too large to list."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from goodoffices.case.conditions import Atom, Compound, Condition, Constant, Not, OneOf
from goodoffices.models.bargaining.evaluation import Evaluator
from goodoffices.models.bargaining.pace import Limits

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

__all__ = ["Constraints", "Limits"]

Literal = Any
"""A truth value of the solver; its types are incomplete."""

Inequality = Any
"""A linear constraint of the solver, or whether it holds anyway."""


@dataclass(frozen=True, slots=True, eq=False)
class Constraints:
    """A solver's model: which packages are possible, and which keep which demands.

    Attributes:
        evaluator: The problem.
        model: The solver's model; it grows as demands are added.
        picked: For each issue and option whether the package picks it.
        known: Truth values of conditions that were added before; grows as conditions are added.
    """

    evaluator: Evaluator
    model: cp_model.CpModel
    picked: Mapping[tuple[str, str], Literal]
    known: dict[Condition, Literal] = field(default_factory=dict)

    @classmethod
    def of(cls, evaluator: Evaluator) -> Constraints:
        """Return the constraints that a package picks one option on each issue and is not impossible."""
        from ortools.sat.python import cp_model  # noqa: PLC0415 - loads slowly, and small problems do without

        model = cp_model.CpModel()
        picked = {}
        for issue in evaluator.problem.issues:
            options = {(issue.name, option): model.new_bool_var("") for option in issue.options}
            model.add_exactly_one(options.values())
            picked.update(options)
        made = cls(evaluator, model, picked)
        for condition in evaluator.problem.impossible:
            model.add(made.truth(condition) == 0)
        return made

    def keep(self, ids: Collection[str], *, when: Mapping[str, Literal] | None = None) -> None:
        """Demand that packages keep these demands, each only when its truth value is true if it has one."""
        for demand in self.evaluator.demands:
            if demand.id in ids:
                switch = (when or {}).get(demand.id)
                if demand.never is None:
                    kept = self.model.add(self._reaches(demand.holder))
                else:
                    kept = self.model.add(self.truth(demand.never) == 0)
                if switch is not None:
                    kept.only_enforce_if(switch)

    def sign(self, kept: Mapping[str, Literal]) -> None:
        """Demand that all who must sign, and enough of every quorum, have their demands kept or given up.

        Args:
            kept: For each demand that counts the truth value that it need not be given up.
        """
        problem = self.evaluator.problem
        signs = {party.name: self.model.new_bool_var("") for party in problem.concerned()}
        for party in problem.signatories():
            self.model.add(signs[party.name] == 1)
        for quorum in problem.quorums:
            self.model.add(sum(signs[name] for name in quorum.parties) >= quorum.least)
        for demand in self.evaluator.demands:
            if demand.id in kept:
                both = self.model.new_bool_var("")
                self.model.add_bool_and([signs[demand.holder], kept[demand.id]]).only_enforce_if(both)
                self.model.add_bool_or([~signs[demand.holder], ~kept[demand.id], both])
                self.keep([demand.id], when={demand.id: both})

    def truth(self, condition: Condition) -> Literal:
        """Return a truth value that equals whether a condition holds."""
        if condition not in self.known:
            self.known[condition] = self._truth(condition)
        return self.known[condition]

    def _truth(self, condition: Condition) -> Literal:
        match condition:
            case Constant(value):
                return self.model.new_constant(int(value))
            case Atom(name, option):
                return self.picked[name, str(option)]
            case Not(denied):
                return self.truth(denied).negated()
            case OneOf(choices):
                found = self.model.new_bool_var("")
                options = {self.picked[atom.name, str(atom.option)].index: atom for atom in choices}
                self.model.add(sum(self.truth(atom) for atom in options.values()) == found)
                return found
            case Compound(word, parts):
                return self._joined(word, [self.truth(part) for part in parts])

    def _joined(self, word: str, parts: list[Literal]) -> Literal:
        match word:
            case "and":
                return self._any([part.negated() for part in parts]).negated()
            case "or":
                return self._any(parts)
            case "implies":
                return self._any([parts[0].negated(), parts[1]])
            case _:
                same = self.model.new_bool_var("")
                self.model.add(parts[0] == parts[1]).only_enforce_if(same)
                self.model.add(parts[0] != parts[1]).only_enforce_if(same.negated())
                return same

    def _any(self, parts: list[Literal]) -> Literal:
        found = self.model.new_bool_var("")
        self.model.add_bool_or(parts).only_enforce_if(found)
        for part in parts:
            self.model.add_implication(part, found)
        return found

    def _reaches(self, party: str) -> Inequality:
        """Return the constraint that a package gives a party at least its walk-away value."""
        problem = self.evaluator.problem
        place = [each.name for each in problem.parties].index(party)
        scores = self.evaluator.scores[place]
        if scores is None or scores.floor is None:
            return True
        worth = sum(
            int(term) * self.picked[issue.name, option]
            for issue, terms in zip(problem.issues, scores.terms, strict=True)
            for option, term in zip(issue.options, terms, strict=True)
            if term
        )
        return worth >= scores.floor

    def package_choices(self, value: Callable[[Literal], int]) -> tuple[int, ...]:
        """Return the index of the option picked on each issue, where a solver gives the values."""
        return tuple(
            next(i for i, option in enumerate(issue.options) if value(self.picked[issue.name, option]))
            for issue in self.evaluator.problem.issues
        )

    def solver(self, limits: Limits) -> cp_model.CpSolver:
        """Return a solver that searches in one thread, so that its way depends on the seed alone.

        Walk-away values are sums over all issues, so linear relaxations are used as much as they can be;
        with an odd seed less, since what is slow in one way is often quick in the other.
        """
        from ortools.sat.python import cp_model  # noqa: PLC0415

        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.max_time_in_seconds = limits.seconds
        solver.parameters.random_seed = limits.seed
        solver.parameters.linearization_level = 2 - limits.seed % 2
        # OR-Tools 9.15 adds up coefficients in 32 bits in this step of presolving, and then calls models
        # infeasible that are not (github.com/google/or-tools/issues/5293).
        solver.parameters.presolve_inclusion_work_limit = 0
        return solver
