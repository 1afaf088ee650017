"""Krippendorff's alpha against every number of his worked examples.

Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, examples A to D; Krippendorff (2004), Content
Analysis, 2nd ed., pp. 224–230 and 254; Krippendorff (1995), Sociological Methodology 25, pp. 57–64.
"""

from __future__ import annotations

import pytest

from goodoffices.case.intercoder import Level, krippendorff_alpha
from goodoffices.case.unitizing import Span, unitizing_alpha

N = None
BEN_AND_GERRY = list(zip("1100000000", "0110010100", strict=True))
TWELVE_ARTICLES = list(zip("aabbdcccedda", "babbbccceddd", strict=True))
FOUR_OBSERVERS = [
    (1, 1, N, 1),
    (2, 2, 3, 2),
    (3, 3, 3, 3),
    (3, 3, 3, 3),
    (2, 2, 2, 2),
    (1, 2, 3, 4),
    (4, 4, 4, 4),
    (1, 1, 2, 1),
    (2, 2, 2, 2),
    (N, 5, 5, 5),
    (N, N, 1, 1),
    (N, N, 3, N),
]
PAIRS_1995: dict[str, tuple[list[Span], list[Span]]] = {
    "A": ([(2, 10), (14, 20)], [(4, 8), (15, 17)]),
    "B": ([(0, 18)], [(0, 2), (2, 3), (3, 4), (4, 5), (5, 6), (6, 9), (9, 10)]),
    "C": (
        [(2, 8), (10, 12), (14, 18), (20, 22)],
        [(0, 2), (4, 8), (10, 14), (16, 18), (20, 22)],
    ),
    "D": (
        [(0, 2), (2, 10), (10, 14), (14, 20), (20, 24)],
        [(0, 4), (4, 8), (8, 15), (15, 17), (17, 24)],
    ),
}


def test_two_observers_and_two_values() -> None:
    """Ben and Gerry's ten units: observed .400, expected .442, alpha .095."""
    agreement = krippendorff_alpha(BEN_AND_GERRY)
    assert agreement.observed == pytest.approx(0.400, abs=5e-4)
    assert agreement.expected == pytest.approx(0.442, abs=5e-4)
    assert agreement.alpha == pytest.approx(0.095, abs=5e-4)


def test_two_observers_and_five_values() -> None:
    """Twelve units in five categories: alpha .692."""
    assert krippendorff_alpha(TWELVE_ARTICLES).alpha == pytest.approx(0.692, abs=5e-4)


def test_three_categories() -> None:
    """Twelve units in three categories (2004, p. 227): observed .1667, expected .6268, alpha .734."""
    agreement = krippendorff_alpha(list(zip("aabbbbbccccc", "abbbbbcccccc", strict=True)))
    assert agreement.observed == pytest.approx(0.1667, abs=5e-5)
    assert agreement.expected == pytest.approx(0.6268, abs=5e-5)
    assert agreement.alpha == pytest.approx(0.734, abs=5e-4)


@pytest.mark.parametrize(
    ("level", "alpha"),
    [(Level.NOMINAL, 0.743), (Level.ORDINAL, 0.815), (Level.INTERVAL, 0.849), (Level.RATIO, 0.797)],
)
def test_four_observers_with_missing_values(level: Level, alpha: float) -> None:
    """Twelve units, four observers, 40 pairable values and one that is not: one alpha for each level."""
    agreement = krippendorff_alpha(FOUR_OBSERVERS, level)
    assert agreement.alpha == pytest.approx(alpha, abs=5e-4)
    assert (agreement.pairable, agreement.left_out) == (40, 1)


def test_disagreements_of_the_four_observers() -> None:
    """Nominal .200 and .779; interval .433 and 2.872 (2004, pp. 230–235)."""
    nominal = krippendorff_alpha(FOUR_OBSERVERS)
    assert nominal.observed == pytest.approx(0.200, abs=5e-4)
    assert nominal.expected == pytest.approx(0.779, abs=5e-4)
    interval = krippendorff_alpha(FOUR_OBSERVERS, Level.INTERVAL)
    assert interval.observed == pytest.approx(0.433, abs=5e-4)
    assert interval.expected == pytest.approx(2.872, abs=5e-4)


def test_digitized_continuum() -> None:
    """The pair A of 1995, cut into 24 units of equal length: alpha .329."""
    marked = [{place for start, end in coder for place in range(start, end)} for coder in PAIRS_1995["A"]]
    units = [tuple(place in coder for coder in marked) for place in range(24)]
    assert krippendorff_alpha(units).alpha == pytest.approx(0.329, abs=5e-4)


def test_unitizing_with_two_kinds() -> None:
    """The worked example of 2004: c .0144, .0532, .7286; k .0000, .0490, 1; together .8591.

    The source computes .8591 from figures rounded to four places; unrounded it is .8587.
    """
    one = {"c": [(75, 145), (220, 250)], "k": [(30, 90), (150, 200)]}
    other = {"c": [(70, 150), (205, 225), (250, 270)], "k": [(30, 90), (150, 200)]}
    agreement = unitizing_alpha([one, other], 300)
    assert float(agreement.observed["c"]) == pytest.approx(0.0144, abs=5e-5)
    assert float(agreement.expected["c"]) == pytest.approx(0.0532, abs=5e-5)
    assert agreement.alpha_of("c") == pytest.approx(0.7286, abs=5e-5)
    assert agreement.observed["k"] == 0
    assert float(agreement.expected["k"]) == pytest.approx(0.0490, abs=5e-5)
    assert agreement.alpha_of("k") == 1
    rounded = {kind: round(float(value), 4) for kind, value in agreement.expected.items()}
    assert 1 - 0.0144 / sum(rounded.values()) == pytest.approx(0.8591, abs=5e-5)
    assert agreement.alpha == pytest.approx(0.8587, abs=5e-5)


@pytest.mark.parametrize(
    ("pair", "observed"), [("A", 0.03125), ("B", 2.26736), ("C", 0.02777), ("D", 0.38715)]
)
def test_observed_disagreement_of_four_pairs(pair: str, observed: float) -> None:
    """What the four pairs of 1995 disagree on, printed to five places (C is cut, not rounded)."""
    one, other = PAIRS_1995[pair]
    agreement = unitizing_alpha([{pair: one}, {pair: other}], 24)
    assert float(agreement.observed[pair]) == pytest.approx(observed, abs=1e-5)


def test_expected_disagreement_in_the_limit_of_a_long_text() -> None:
    """With length to infinity, A .06990 and .553, D .41445 and .066; C at length 12 .05494 and .494.

    Two printed figures do not follow from the formula. B is printed as 1.17731 and −.926, the formula gives
    1.17578 and −.928. C is printed as .08642 and .679, which is what comes out if the squared lengths of the
    units are not taken off the number of ways; with them it is .09050 and .693.
    """
    long = {}
    for pair, coders in PAIRS_1995.items():
        one, other = ([(50_000 * start, 50_000 * end) for start, end in spans] for spans in coders)
        long[pair] = unitizing_alpha([{pair: one}, {pair: other}], 1_200_000)
    printed = {"A": (0.06990, 0.553), "B": (1.17578, -0.928), "C": (0.09050, 0.693), "D": (0.41445, 0.066)}
    for pair, (expected, alpha) in printed.items():
        assert float(long[pair].expected[pair]) == pytest.approx(expected, abs=1e-5)
        assert long[pair].alpha == pytest.approx(alpha, abs=5e-4)
    without = float(long["C"].expected["C"]) * (48**2 - 104) / 48**2
    assert without == pytest.approx(0.08642, abs=1e-5)
    short_one, short_other = ([(start // 2, end // 2) for start, end in spans] for spans in PAIRS_1995["C"])
    short = unitizing_alpha([{"C": short_one}, {"C": short_other}], 12)
    assert float(short.expected["C"]) == pytest.approx(0.05494, abs=1e-5)
    assert short.alpha == pytest.approx(0.494, abs=5e-4)
