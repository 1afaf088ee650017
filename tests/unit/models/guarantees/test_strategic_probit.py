"""The strategic probit, its penalty, and data that no unpenalised estimate fits."""

from __future__ import annotations

from statistics import NormalDist

import numpy as np
import pytest
from numpy.typing import NDArray

from goodoffices.errors import ModelError
from goodoffices.models.guarantees import quasi_newton
from goodoffices.models.guarantees.quasi_newton import minimise
from goodoffices.models.guarantees.scoring import auc
from goodoffices.models.guarantees.separation import separates
from goodoffices.models.guarantees.strategic_probit import Crises, Fit, attack_predictor, fit, outcomes

TRUE = {
    "attacker_status_quo: constant": 0.5,
    "attacker_status_quo: x": -0.8,
    "attacker_win: constant": 1.2,
    "attacker_war: y": -1.0,
    "defender_war: constant": 0.3,
    "defender_war: y": 0.9,
}


def simulated(count: int, seed: int) -> Crises:
    """Play the game with drawn private utilities."""
    draw = np.random.default_rng(seed)
    one, x, y = np.ones(count), draw.normal(size=count), draw.normal(size=count)
    private = draw.normal(size=(5, count))
    defend = 0.3 + 0.9 * y + private[0] - private[1]
    resist = np.array([NormalDist().cdf(value) for value in ((0.3 + 0.9 * y) / np.sqrt(2)).tolist()])
    attack = (
        resist * (-1.0 * y + private[2]) + (1 - resist) * (1.2 + private[3]) - (0.5 - 0.8 * x + private[4])
    )
    outcome = np.where(attack > 0, np.where(defend > 0, 2, 1), 0)
    return Crises(
        {
            "attacker_status_quo": {"constant": one, "x": x},
            "attacker_win": {"constant": one},
            "attacker_war": {"y": y},
            "defender_war": {"constant": one, "y": y},
        },
        outcome.astype(np.int64),
    )


def test_what_was_simulated_is_recovered() -> None:
    """With 4,000 crises each coefficient comes out within a fifth, with and without a penalty."""
    crises = simulated(4_000, 11)
    for penalty in (0.0, 1.0):
        solution = fit(crises, penalty=penalty)
        assert solution.witness.slope < 1e-4
        for name, value in TRUE.items():
            assert solution.outcome.coefficients[name] == pytest.approx(value, abs=0.2)


def test_probabilities_of_the_three_outcomes_add_up_to_one() -> None:
    """Predicted outcomes follow the formulas of the game."""
    crises = simulated(50, 3)
    found = outcomes(Fit(TRUE), crises)
    assert found.sum(axis=1) == pytest.approx(np.ones(50))
    assert found.min() >= 0.0


def test_the_gradient_is_that_of_the_likelihood() -> None:
    """The search ends where small steps in any direction make the penalised likelihood smaller."""
    crises = simulated(60, 5)
    best = fit(crises)
    for name in TRUE:
        for step in (-0.05, 0.05):
            moved = dict(best.outcome.coefficients) | {name: best.outcome.coefficients[name] + step}
            chance = outcomes(Fit(moved), crises)[np.arange(60), crises.outcome]
            values = np.array(list(moved.values()))
            penalised = np.log(chance).sum() + (values / 2 - np.logaddexp(0, values)).sum()
            assert penalised < best.witness.penalised


def test_data_that_separate_are_refused_without_a_penalty_and_fitted_with_one() -> None:
    """If y tells every war from every retreat, only the penalised estimate is finite."""
    crises = simulated(60, 5)
    y = crises.regressors["defender_war"]["y"]
    outcome = np.where(crises.outcome == 0, 0, np.where(y > 0, 2, 1)).astype(np.int64)
    separated = Crises(crises.regressors, outcome)
    with pytest.raises(ModelError, match=r"separates wars from retreats.*give a penalty"):
        fit(separated, penalty=0.0)
    assert abs(fit(separated).outcome.coefficients["defender_war: y"]) < 20


def test_separation_is_found_exactly() -> None:
    """A point inside the others' triangle is not separated, one outside is, one on the border is too."""
    table = np.array([[1.0, 0, 0], [1, 2, 0], [1, 0, 2], [1, 0.5, 0.5], [1, 3, 3], [1, 1, 1]])
    inside: NDArray[np.bool_] = np.array([False, False, False, True])
    assert not separates(table[:4], inside)
    assert separates(table[[0, 1, 2, 4]], inside)
    assert separates(table[[0, 1, 2, 5]], inside)
    assert not separates(np.ones((4, 1)), inside)
    assert separates(np.ones((4, 1)), np.ones(4, dtype=np.bool_))


def test_crises_that_do_not_fit_together_are_refused() -> None:
    """Utilities, lengths, outcomes and penalties are checked."""
    crises = simulated(10, 1)
    parts = dict(crises.regressors)
    with pytest.raises(ModelError, match="regressors are given for"):
        Crises({"attacker_win": parts["attacker_win"]}, crises.outcome)
    with pytest.raises(ModelError, match=r"of \[10\] crises for 9 outcomes"):
        Crises(parts, crises.outcome[:9])
    with pytest.raises(ModelError, match="none of 0"):
        Crises(parts, crises.outcome + 2)
    with pytest.raises(ModelError, match="the penalty is -1"):
        fit(crises, penalty=-1.0)
    with pytest.raises(ModelError, match="other regressors"):
        outcomes(Fit({"a": 1.0}), crises)


def test_a_curved_valley_is_followed_to_its_end() -> None:
    """Rosenbrock (1960): the minimum at (1, 1) is found from (-1.2, 1)."""

    def valley(at: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        x, y = at.tolist()
        slope = np.array([-2 * (1 - x) - 400 * x * (y - x**2), 200 * (y - x**2)])
        return (1 - x) ** 2 + 100 * (y - x**2) ** 2, slope

    found = minimise(valley, np.array([-1.2, 1.0]))
    assert found.at == pytest.approx([1.0, 1.0], abs=1e-6)
    assert found.slope < 1e-6


def test_a_search_that_starts_at_the_minimum_stays_there() -> None:
    """Where nothing falls, nothing moves."""
    found = minimise(lambda at: (0.0, np.zeros_like(at)), np.array([2.0]))
    assert found.at.tolist() == [2.0]


def test_a_search_ends_where_it_can_go_no_further(monkeypatch: pytest.MonkeyPatch) -> None:
    """At a kink no step falls enough, and after the last step the place reached is given with its slope."""
    kink = minimise(lambda at: (float(abs(at[0])), np.sign(at)), np.array([0.7]))
    assert abs(kink.at[0]) < 1e-6
    monkeypatch.setattr(quasi_newton, "STEPS", 1)
    short = minimise(lambda at: (float(at[0] ** 4), 4 * at**3), np.array([2.0]))
    assert short.slope > 1e-3


def test_some_crises_can_be_taken_out() -> None:
    """What is left has the same regressors."""
    crises = simulated(10, 1)
    some = crises.only(np.arange(10) < 4)
    assert some.names() == crises.names()
    assert some.outcome.tolist() == crises.outcome[:4].tolist()


def test_attacks_are_predicted_by_a_fit_to_other_crises() -> None:
    """Scaling is learnt where the fit is, so that the unit of a regressor does not matter."""
    crises = simulated(300, 5)
    learn = np.arange(300) < 200
    predicted = attack_predictor(crises)(learn, ~learn)
    assert predicted.shape == (100,)
    assert ((predicted > 0) & (predicted < 1)).all()
    happened = crises.outcome[~learn] > 0
    assert auc(predicted, happened) > 0.6
    other = {
        utility: {name: values * (1.0 if name == "constant" else 50.0) for name, values in part.items()}
        for utility, part in crises.regressors.items()
    }
    again = attack_predictor(Crises(other, crises.outcome))(learn, ~learn)
    assert again == pytest.approx(predicted, abs=1e-5)


def test_a_regressor_of_two_values_keeps_its_unit() -> None:
    """What is only yes or no is not scaled."""
    crises = simulated(60, 3)
    flag = np.where(crises.regressors["attacker_war"]["y"] > 0, 1.0, 0.0)
    flags = {**crises.regressors, "attacker_war": {"y": flag}}
    learn = np.arange(60) < 50
    both = Crises(flags, crises.outcome)
    assert attack_predictor(both, penalty=2.0)(learn, ~learn).shape == (10,)


def test_regressors_can_be_left_out_wherever_they_enter() -> None:
    """The constants stay, whatever is left out; a utility of which nothing is left is 0."""
    crises = simulated(60, 1).with_regressors({"x"})
    assert fit(crises).witness.slope < 1e-4
    assert crises.names() == (
        "attacker_status_quo: constant",
        "attacker_status_quo: x",
        "attacker_win: constant",
        "defender_war: constant",
    )
