"""Deterrence."""

from __future__ import annotations

import math

import pytest

from goodoffices.errors import ModelError
from goodoffices.models.guarantees.deterrence import attack_probability, critical_credibility, willingness


def test_at_the_critical_credibility_attack_and_status_quo_are_worth_the_same() -> None:
    """Putting q* back into the attacker's reckoning gives the utility of the status quo."""
    solution = critical_credibility(
        prize=2, wins_alone=0.8, wins_opposed=0.25, cost=0.3, status_quo=0.4, punishment=0.5
    )
    q = solution.outcome.credibility
    attack = q * (2 * 0.25 - 0.5) + (1 - q) * 2 * 0.8 - 0.3
    assert attack == pytest.approx(0.4)
    assert solution.witness.temptation == pytest.approx(0.9)
    assert solution.witness.effect == pytest.approx(1.6)


def test_no_guarantee_is_needed_against_one_who_is_content() -> None:
    """Where attacking does not pay even alone, deterrence needs nothing."""
    content = critical_credibility(prize=1, wins_alone=0.2, wins_opposed=0.1, cost=0.3, status_quo=0.5)
    assert content.outcome.needless


def test_a_wronged_status_quo_may_be_negative() -> None:
    """The status quo may be worth less than nothing, as long as it is a number."""
    assert not critical_credibility(
        prize=1, wins_alone=0.7, wins_opposed=0.3, cost=0.2, status_quo=-0.4
    ).outcome.attainable
    with pytest.raises(ModelError, match="status_quo is inf"):
        critical_credibility(prize=1, wins_alone=0.7, wins_opposed=0.3, cost=0.2, status_quo=math.inf)


def test_willingness_is_a_half_where_fighting_and_reneging_are_worth_the_same() -> None:
    """With no expected gain either way, chance decides; one deviation more gives Φ(1) = .841345."""
    even = willingness(stake=1, win_change=0.4, reneging_cost=0.2, fighting_cost=0.6, spread=0.5)
    assert even.outcome == pytest.approx(0.5)
    assert even.witness == pytest.approx(0.0)
    ready = willingness(stake=1, win_change=0.4, reneging_cost=0.7, fighting_cost=0.6, spread=0.5)
    assert round(ready.outcome, 6) == 0.841345


def test_willingness_needs_some_spread() -> None:
    """Without uncertainty there is no probability to speak of."""
    with pytest.raises(ModelError, match=r"spread is 0.0"):
        willingness(stake=1, win_change=0.4, reneging_cost=0.2, fighting_cost=0.6, spread=0.0)


def test_attack_probability_falls_with_the_guarantors_willingness() -> None:
    """Where war is worse than an easy win, a more willing guarantor makes an attack less likely."""
    chances = [
        attack_probability(h=h, war=-1.0, win=1.0, status_quo=0.0).outcome
        for h in (0.0, 0.25, 0.5, 0.75, 1.0)
    ]
    assert chances == sorted(chances, reverse=True)
    assert chances[2] == pytest.approx(0.5)
    sure = attack_probability(h=1.0, war=-1.0, win=1.0, status_quo=0.0)
    assert sure.witness.spread == pytest.approx(math.sqrt(2))
    assert sure.witness.expected_gain == -1.0
