"""The game of extended deterrence, and its export."""

from __future__ import annotations

import io
import math
import re
from statistics import NormalDist

import pytest

from goodoffices.case.values import Interval
from goodoffices.errors import ModelError
from goodoffices.models.guarantees.credibility import Stakes
from goodoffices.models.guarantees.deterrence import attack_probability
from goodoffices.models.guarantees.extended_deterrence import (
    Game,
    agent_logit,
    attack_range,
    game,
    play,
    to_efg,
)

SURE = Interval.exactly
GAME = Game(status_quo=0.2, win=1.5, war=-1.0, fight=0.4)
STAKES = Stakes(SURE(1.0), SURE(0.7), SURE(0.3), SURE(0.2), SURE(0.1), SURE(0.2))


def test_outcomes_follow_the_formulas_of_signorino_and_tarar() -> None:
    """H is Φ(fight/√2), the attacker weighs war and win by it, and the three outcomes add up to 1."""
    solution = play(GAME)
    h = NormalDist().cdf(0.4 / math.sqrt(2))
    assert solution.witness == pytest.approx(h)
    attack = NormalDist().cdf((h * -1.0 + (1 - h) * 1.5 - 0.2) / math.sqrt(1 + h**2 + (1 - h) ** 2))
    outcome = solution.outcome
    assert outcome.war == pytest.approx(attack * h)
    assert outcome.status_quo + outcome.win + outcome.war == pytest.approx(1.0)


def test_a_game_is_made_of_stakes_in_units_of_the_private_part() -> None:
    """With V=1, p0=.7, p1=.3, cA=.2, uSQ=.1, x=.2 and a spread of .1 the utilities are 5, -1 and 1."""
    made = game(STAKES, spread=0.1, fight=0.3)
    assert (made.win, made.war, made.status_quo, made.fight) == pytest.approx((5.0, -1.0, 1.0, 0.3))
    with pytest.raises(ModelError, match=r"spread is 0\.0; it must be above 0"):
        game(STAKES, spread=0.0)


def test_attack_is_bounded_over_an_interval_of_credibility() -> None:
    """No credibility of the interval gives an attack outside the range."""
    solution = attack_range(GAME, Interval(0.0, 0.4, 1.0))
    for step in range(101):
        found = attack_probability(h=step / 100, war=-1.0, win=1.5, status_quo=0.2).outcome
        assert solution.outcome.low - 1e-9 <= found <= solution.outcome.high + 1e-9
    assert solution.witness.least_likely_at > solution.witness.most_likely_at
    with pytest.raises(ModelError, match="credibility is"):
        attack_range(GAME, Interval(0.0, 0.4, 1.2))


def test_logit_equilibrium_goes_from_even_choices_to_best_answers() -> None:
    """At precision 0 all choices are even; at a high one each side does what is best for it."""
    even = agent_logit(GAME, 0.0).outcome
    assert (even.status_quo, even.win, even.war) == (0.5, 0.25, 0.25)
    best = agent_logit(GAME, 200.0).outcome
    assert best.status_quo == pytest.approx(1.0)
    with pytest.raises(ModelError, match="precision"):
        agent_logit(GAME, -1.0)
    with pytest.raises(ModelError, match="win is inf"):
        Game(0.0, math.inf, 0.0, 0.0)


def test_the_exported_game_is_the_game() -> None:
    """Read back, the file has two players, two moves and the utilities of three outcomes."""
    text = to_efg(GAME, 'A "tested" case')
    assert text.startswith('EFG 2 R "A \\"tested\\" case" { "Attacker" "Guarantors" }\n')
    assert re.findall(r'^p "" (\d) (\d) "" \{ "(\w+)" "(\w+)" \} 0$', text, flags=re.MULTILINE) == [
        ("1", "1", "Attack", "Wait"),
        ("2", "1", "Keep", "Renege"),
    ]
    ends = re.findall(r'^t "" \d "([\w ]+)" \{ (\S+), (\S+) \}$', text, flags=re.MULTILINE)
    assert {name: (float(one), float(two)) for name, one, two in ends} == {
        "War": (-1.0, 0.4),
        "Win": (1.5, 0.0),
        "Status quo": (0.2, 0.0),
    }
    assert "0.0000001" in to_efg(Game(1e-7, 0.0, 0.0, 0.0), "small")


@pytest.mark.parametrize("precision", [0.25, 1.3, 3.0])
@pytest.mark.parametrize("given", [GAME, Game(0.5, 2.0, -2.5, 1.0), Game(-1e-7, 0.75, 0.25, -0.5)])
def test_gambit_finds_the_same_logit_equilibrium(given: Game, precision: float) -> None:
    """Where pygambit is installed, its logit solver agrees with ours, up to the chance of each outcome."""
    pygambit = pytest.importorskip("pygambit", reason="pygambit is not installed; it is never a dependency")
    read = pygambit.read_efg(io.StringIO(to_efg(given, 'A "tested" \\ case')))
    (profile,) = pygambit.qre.logit_solve_lambda(read, lam=[precision])
    attack, keep = (float(profile[place]) for place in (0, 2))
    ours = agent_logit(given, precision)
    assert keep == pytest.approx(ours.witness, abs=1e-5)
    found = (1.0 - attack, attack * (1.0 - keep), attack * keep)
    assert found == pytest.approx((ours.outcome.status_quo, ours.outcome.win, ours.outcome.war), abs=1e-5)


def test_gambit_finds_the_best_answers_of_the_exported_game() -> None:
    """Where pygambit is installed, its pure equilibrium is what our logit equilibrium goes towards."""
    pygambit = pytest.importorskip("pygambit", reason="pygambit is not installed; it is never a dependency")
    read = pygambit.read_efg(io.StringIO(to_efg(GAME, "check")))
    attack, _, keep, _ = list(read.actions)
    (pure,) = pygambit.nash.enumpure_agent_solve(read).equilibria
    best = agent_logit(GAME, 200.0)
    assert float(pure[attack]) == pytest.approx(1.0 - best.outcome.status_quo)
    assert float(pure[keep]) == pytest.approx(best.witness)
