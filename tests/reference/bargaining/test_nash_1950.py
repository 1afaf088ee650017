"""Nash (1950), The bargaining problem, Econometrica 18, pages 155–162: the example of Bill and Jack."""

from __future__ import annotations

import pytest

from goodoffices.models.bargaining.packages import Package, enumerate_packages
from goodoffices.models.bargaining.pareto import pareto_packages
from goodoffices.models.bargaining.problem import Issue, Party, Problem
from goodoffices.models.bargaining.solutions import nash

BILLS_GOODS = {"book": (2, 4), "whip": (2, 2), "ball": (2, 1), "bat": (2, 2), "box": (4, 1)}
JACKS_GOODS = {"pen": (10, 1), "toy": (4, 1), "knife": (6, 2), "hat": (2, 2)}
GOODS = BILLS_GOODS | JACKS_GOODS
TOTALS = (34, 16)


def trade() -> Problem:
    """Return the problem: for each good, who has it in the end."""
    parties = []
    for place, (name, owned) in enumerate((("Bill", BILLS_GOODS), ("Jack", JACKS_GOODS))):
        weights = {good: float(worth[place]) for good, worth in GOODS.items()}
        values = {good: {owner: float(owner == name) for owner in ("Bill", "Jack")} for good in GOODS}
        walk_away = sum(worth[place] for worth in owned.values()) / TOTALS[place]
        parties.append(Party(name, True, weights, values, walk_away))
    return Problem(tuple(Issue(good, ("Bill", "Jack")) for good in GOODS), tuple(parties))


def gains(package: Package) -> tuple[float, float]:
    """Return the gains in the units that the source prints."""
    bill, jack = package.gains["Bill"], package.gains["Jack"]
    assert bill is not None
    assert jack is not None
    return bill * TOTALS[0], jack * TOTALS[1]


def test_printed_utilities_add_up_to_what_each_begins_with() -> None:
    """Bill begins with goods worth 12 to him and Jack with goods worth 6 to him."""
    assert sum(bill for bill, _ in BILLS_GOODS.values()) == 12
    assert sum(jack for _, jack in JACKS_GOODS.values()) == 6
    assert (sum(bill for bill, _ in GOODS.values()), sum(jack for _, jack in GOODS.values())) == TOTALS


def test_bill_gives_book_whip_ball_bat_for_pen_toy_knife() -> None:
    """The highest product of gains is 12 · 5 = 60, by the one trade that Nash prints."""
    solution = nash(trade())
    assert solution.outcome.count == 1
    (package,) = solution.outcome.packages
    moved_to_jack = {good for good in BILLS_GOODS if package.terms[good] == "Jack"}
    moved_to_bill = {good for good in JACKS_GOODS if package.terms[good] == "Bill"}
    assert moved_to_jack == {"book", "whip", "ball", "bat"}
    assert moved_to_bill == {"pen", "toy", "knife"}
    assert gains(package) == pytest.approx((12, 5))
    assert solution.witness.criterion[0] * TOTALS[0] * TOTALS[1] == pytest.approx(60)
    assert package in pareto_packages(trade()).outcome.packages


@pytest.mark.parametrize(
    ("to_jack", "to_bill", "expected"),
    [
        ({"book"}, set(), (-2, 4)),
        ({"book"}, {"knife"}, (4, 2)),
        ({"book", "whip", "bat", "box"}, {"pen", "knife"}, (6, 6)),
        (set(), set(JACKS_GOODS), (22, -6)),
    ],
)
def test_other_trades_give_the_printed_gains(
    to_jack: set[str], to_bill: set[str], expected: tuple[float, float]
) -> None:
    """Four trades discussed in ACM Crossroads (summer 2008, page 22) have the gains printed there."""
    space = enumerate_packages(trade())
    wanted = {good: "Jack" if good in to_jack else "Bill" for good in BILLS_GOODS}
    wanted |= {good: "Bill" if good in to_bill else "Jack" for good in JACKS_GOODS}
    found = [space.package(row) for row in range(512) if space.package(row).terms == wanted]
    assert gains(found[0]) == pytest.approx(expected)
