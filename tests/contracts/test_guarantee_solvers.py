"""What every solver on guarantees and leverage keeps to."""

from __future__ import annotations

import pickle
from collections.abc import Callable

import numpy as np
import pytest

from goodoffices.case.values import Interval
from goodoffices.models.guarantees.abstention import ternary_banzhaf
from goodoffices.models.guarantees.capability import expected_capability
from goodoffices.models.guarantees.commitment import bargaining_range, capability_needed
from goodoffices.models.guarantees.credibility import (
    Shift,
    Stakes,
    credibility_to_commit,
    credibility_to_deter,
    ways_out,
)
from goodoffices.models.guarantees.design import Design, read_design
from goodoffices.models.guarantees.extended_deterrence import Game, agent_logit, attack_range, play
from goodoffices.models.guarantees.kept_promises import ridge_logit
from goodoffices.models.guarantees.likelihood import BaseRate, Judgement, Reckoning, likelihood
from goodoffices.models.guarantees.rules import AtLeast, Council
from goodoffices.models.guarantees.sensitivity import action_sensitivity, swings
from goodoffices.models.guarantees.side_by_side import side_by_side
from goodoffices.models.guarantees.strategic_probit import Crises, fit
from goodoffices.models.guarantees.troops import Troops, with_troops
from goodoffices.models.leverage.holders import smallest_cascades, smallest_holders, smallest_openers
from goodoffices.models.leverage.lever import Lever
from goodoffices.models.leverage.moving import break_even_share, credible, moves
from goodoffices.models.solution import Solution

SOME, SURE = Interval(0.2, 0.3, 0.5), Interval.exactly(1.0)
RULE = AtLeast(("a", "b", "c"), 2)
H: dict[str, float | Interval] = {"a": 0.2, "b": SOME, "c": 0.9}
SOURCES = {name: Judgement(SOME, "A. Coder") for name in RULE.members}
RECKONING = Reckoning(SOME, SOME, SOME, SOME, SURE, "A. Coder")
STAKES = Stakes(SURE, Interval.exactly(0.7), SOME, SOME, SOME, SOME)
SHIFT = Shift(SOME, Interval.exactly(0.7), SOME, SOME, Interval.exactly(0.9))
DESIGN = Design(name="pact", beneficiary="v", attackers=("x",), rule=RULE)
GAME = Game(0.1, 1.0, -1.0, 0.3)
LEVER = Lever("l", "t", "oil", SOME, SOME, SOME, SOME, SOME, SOME)
X = np.arange(6.0)
CRISES = Crises(
    {
        "attacker_status_quo": {"x": X},
        "attacker_win": {"one": np.ones(6)},
        "attacker_war": {"x": X},
        "defender_war": {"x": X},
    },
    np.array([0, 1, 2, 0, 1, 2]),
)
SOLVERS: dict[str, Callable[[], Solution[object, object]]] = {
    "ternary_banzhaf": lambda: ternary_banzhaf(Council(("a", "b", "c"), ("a",), 2)),
    "expected_capability": lambda: expected_capability(RULE, H, {"a": 1.0}),
    "bargaining_range": lambda: bargaining_range(p=0.5, cost_a=0.1, cost_b=0.2),
    "capability_needed": lambda: capability_needed(p1=0.4, p2=0.7, credibility=0.5, cost=0.3, discount=0.9),
    "credibility_to_deter": lambda: credibility_to_deter(STAKES),
    "credibility_to_commit": lambda: credibility_to_commit(SHIFT),
    "ways_out": lambda: ways_out(STAKES, 0.1),
    "read_design": lambda: read_design(DESIGN),
    "side_by_side": lambda: side_by_side([DESIGN], SOURCES, correlation=SOME),
    "play": lambda: play(GAME),
    "agent_logit": lambda: agent_logit(GAME, 1.0),
    "attack_range": lambda: attack_range(GAME, SOME),
    "likelihood of a reckoning": lambda: likelihood(RECKONING),
    "likelihood of a base rate": lambda: likelihood(BaseRate(7, 10, "a class", "a study")),
    "with_troops": lambda: with_troops(RECKONING, Troops(SOME, "A. Coder")),
    "swings": lambda: swings(lambda values: values["x"], {"x": SOME}),
    "action_sensitivity": lambda: action_sensitivity(RULE, SOURCES),
    "fit": lambda: fit(CRISES),
    "ridge_logit": lambda: ridge_logit({"x": X}, X % 2 == 0),
    "moves": lambda: moves([LEVER], SOME),
    "break_even_share": lambda: break_even_share(LEVER, SOME),
    "credible": lambda: credible(LEVER, SOME),
    "smallest_holders": lambda: smallest_holders([LEVER], "t", 0.01),
    "smallest_openers": lambda: smallest_openers([LEVER], {"p": {"t": 0.01}}),
    "smallest_cascades": lambda: smallest_cascades([LEVER], {"t": 0.001}, "t"),
}


@pytest.mark.parametrize("name", SOLVERS)
def test_a_solver_says_how_it_was_done_and_gives_the_same_answer_twice(name: str) -> None:
    """Every answer has a method and a witness, depends on nothing but its arguments, and can be sent on."""
    solution = SOLVERS[name]()
    assert isinstance(solution, Solution)
    assert solution.method
    assert solution.witness is not None
    assert repr(SOLVERS[name]().outcome) == repr(solution.outcome)
    assert repr(pickle.loads(pickle.dumps(solution)).outcome) == repr(solution.outcome)  # noqa: S301 - our own
