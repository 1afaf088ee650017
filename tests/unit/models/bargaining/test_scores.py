"""Utilities as whole numbers."""

from __future__ import annotations

import math

import numpy as np

from goodoffices.models.bargaining.parties import Issue, Party
from goodoffices.models.bargaining.scores import COARSE, FINEST, Scores, party_scores

ISSUES = tuple(Issue(f"i{k}", ("a", "b")) for k in range(3))


def scored(weights: list[float], values: list[float], walk_away: float | None) -> Scores:
    """Return the scores of a party that values `a` so on each issue, and `b` at nothing."""
    names = [issue.name for issue in ISSUES]
    found = party_scores(
        Party(
            "p",
            weights=dict(zip(names, weights, strict=True)),
            values={name: {"a": value, "b": 0.0} for name, value in zip(names, values, strict=True)},
            walk_away=walk_away,
        ),
        ISSUES,
    )
    assert found is not None
    return found


def test_thirds_add_up_to_one() -> None:
    """Three equal weights of any size give exactly a utility of 1 where all values are 1."""
    for weight in (1.0, 0.1, 1 / 3):
        scores = scored([weight] * 3, [1.0] * 3, 1.0)
        assert scores.total([0, 0, 0]) == scores.unit == scores.floor


def test_rounding_noise_of_the_input_does_not_count() -> None:
    """A value of 0.1 + 0.2 is as good as one of 0.3."""
    noisy, plain = scored([1, 1, 1], [0.1 + 0.2] * 3, 0.3), scored([1, 1, 1], [0.3] * 3, 0.1 + 0.2)
    assert noisy.unit == plain.unit
    assert noisy.total([0, 0, 0]) == plain.total([0, 0, 0]) == plain.floor == noisy.floor


def test_units_too_fine_are_rounded_and_compared_coarsely() -> None:
    """Where no whole unit fits, a utility equal to the walk-away value is still acceptable."""
    weights = [1 / 7, 1 / 11, math.pi]
    scores = scored(weights, [0.123456789012, 1.0, 0.987654321098], 0.5)
    assert (scores.unit, scores.step) == (FINEST, COARSE)
    total = np.array([scores.total([0, 0, 0])])
    expected = (weights[0] * 0.123456789012 + weights[1] + weights[2] * 0.987654321098) / sum(weights)
    assert abs(scores.utilities(total)[0] - expected) < 1e-11
    assert scores.floor == FINEST // 2 - COARSE // 2


def test_a_party_without_numbers_has_no_scores() -> None:
    """Yes and no are no numbers; without a walk-away value there is no lowest sum."""
    assert party_scores(Party("p"), ISSUES) is None
    assert scored([1, 0, 0], [1, 1, 1], None).floor is None
