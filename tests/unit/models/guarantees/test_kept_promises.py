"""Regression, leaving out whole wars, and scores."""

from __future__ import annotations

import math

import numpy as np
import pytest

from goodoffices.errors import ModelError
from goodoffices.models.guarantees import kept_promises
from goodoffices.models.guarantees.kept_promises import (
    chances,
    chosen_inside,
    leave_one_out,
    logit_predictor,
    ridge_logit,
    surprise,
)
from goodoffices.models.guarantees.scoring import auc, brier, calibration, resampled

X = np.array([0.0, 1.0, 2.0, 3.0, 4.0, 5.0])
KEPT = np.array([False, False, True, False, True, True])


def test_a_logit_with_next_to_no_penalty_reproduces_mean_and_sum() -> None:
    """At the maximum of the likelihood the predictions add up to what happened, also weighted by x."""
    solution = ridge_logit({"x": X}, KEPT, penalty=1e-9)
    predicted = chances(solution.outcome, {"x": X})
    assert predicted.sum() == pytest.approx(KEPT.sum())
    assert (predicted * X).sum() == pytest.approx(X[KEPT].sum(), abs=1e-6)
    assert solution.witness.slope < 1e-8


def test_a_penalty_draws_coefficients_to_zero_and_a_constant_regressor_changes_nothing() -> None:
    """More penalty means less slope; what never varies cannot explain."""
    weak = ridge_logit({"x": X, "one": np.ones(6)}, KEPT, penalty=0.1).outcome
    strong = ridge_logit({"x": X}, KEPT, penalty=10.0).outcome
    assert 0 < strong.coefficients["x"] < weak.coefficients["x"]
    assert weak.coefficients["one"] == pytest.approx(0.0)


def test_a_fit_that_is_cut_short_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """The slope that is left shows that the maximum was not reached."""
    monkeypatch.setattr(kept_promises, "STEPS", 1)
    assert ridge_logit({"x": X}, KEPT).witness.slope > 1e-3


def test_no_war_helps_to_predict_itself() -> None:
    """Each group is predicted from the others alone."""
    seen = leave_one_out(["a", "a", "b"], lambda learn, left: np.full(left.sum(), float(learn.sum())))
    assert seen.tolist() == [1.0, 1.0, 2.0]


def test_a_predictor_learns_from_the_cases_that_it_is_given() -> None:
    """Fitted to all but one, it gives the one what a fit to the others gives it."""
    learn = np.array([True, True, True, True, True, False])
    (predicted,) = logit_predictor({"x": X}, KEPT, penalty=0.5)(learn, ~learn)
    fitted = ridge_logit({"x": X[:5]}, KEPT[:5], penalty=0.5).outcome
    assert predicted == pytest.approx(chances(fitted, {"x": X[5:]})[0])


def test_a_choice_inside_the_folds_never_sees_what_is_left_out() -> None:
    """Of two constant candidates the one that fits the other blocks is taken, even where it misses."""
    happened = np.array([True, True, True, True, False])
    blocks = ["a", "a", "b", "b", "c"]
    asked: list[tuple[float, tuple[bool, ...]]] = []

    def predict(candidate: float, learn: np.ndarray, left: np.ndarray) -> np.ndarray:
        assert not (learn & left).any()
        asked.append((candidate, tuple(learn.tolist())))
        return np.full(int(left.sum()), candidate)

    best = chosen_inside((0.1, 0.9), predict, happened, blocks)
    last = np.array([False, False, False, False, True])
    assert best(~last, last).tolist() == [0.9]
    assert {learn[-1] for _, learn in asked} == {False}
    assert leave_one_out(blocks, best).tolist() == [0.9, 0.9, 0.9, 0.9, 0.9]
    ties = chosen_inside((0.5, 0.5), predict, happened, blocks)
    assert ties(~last, last).tolist() == [0.5]
    with pytest.raises(ModelError, match="at least one candidate"):
        chosen_inside((), predict, happened, blocks)


def test_surprise_is_the_logarithm_of_what_was_given_to_what_happened() -> None:
    """A half each time costs log 2; a certain miss is costly and finite; a certain hit costs nothing."""
    assert surprise(np.full(6, 0.5), KEPT) == pytest.approx(math.log(2.0))
    assert surprise(KEPT.astype(float), KEPT) == 0.0
    assert surprise((~KEPT).astype(float), KEPT) == pytest.approx(-math.log(1e-6))


def test_data_that_teach_nothing_are_refused() -> None:
    """A regression needs both outcomes and a penalty."""
    with pytest.raises(ModelError, match="needs both"):
        ridge_logit({"x": X}, np.ones(6, dtype=np.bool_))
    with pytest.raises(ModelError, match="penalty is 0"):
        ridge_logit({"x": X}, KEPT, penalty=0.0)


def test_discrimination_counts_pairs() -> None:
    """Of nine pairs eight are in order; equal predictions count half."""
    assert auc(X, KEPT) == pytest.approx(8 / 9)
    assert auc(np.full(6, 0.5), KEPT) == 0.5
    with pytest.raises(ModelError, match="no pair to compare"):
        auc(X, np.ones(6, dtype=np.bool_))


def test_squared_error_and_calibration() -> None:
    """Always saying one half scores a quarter; bins compare predictions with what happened."""
    assert brier(np.full(6, 0.5), KEPT) == 0.25
    bins = calibration(X / 5, KEPT, bins=2)
    assert [one.cases for one in bins] == [3, 3]
    assert [one.predicted for one in bins] == pytest.approx([0.2, 0.8])
    assert [one.observed for one in bins] == pytest.approx([1 / 3, 2 / 3])
    assert len(calibration(X[:1], KEPT[:1])) == 1
    with pytest.raises(ModelError, match="5 predictions for 6 cases"):
        brier(X[:5], KEPT)


def test_whole_groups_are_resampled() -> None:
    """With one group the interval is the score; impossible draws are left out; the seed decides."""
    one = resampled(lambda places: float(X[places].mean()), ["a"] * 6, np.random.default_rng(1), draws=20)
    assert one.as_list() == [2.5, 2.5, 2.5]
    groups = ["a", "a", "b", "b", "c", "c"]

    def score(places: np.ndarray) -> float:
        some = KEPT[places]
        return auc(X[places], some) if 0 < some.sum() < len(some) else math.nan

    first = resampled(score, groups, np.random.default_rng(1), draws=200)
    assert first == resampled(score, groups, np.random.default_rng(1), draws=200)
    assert first.low < first.mid <= first.high
