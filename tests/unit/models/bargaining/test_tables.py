"""Demands looked up in tables."""

from __future__ import annotations

from itertools import product

import pytest

from goodoffices.case.conditions import parse_condition
from goodoffices.models.bargaining import tables
from goodoffices.models.bargaining.evaluation import Evaluator
from goodoffices.models.bargaining.problem import Demand, Issue, Party, Problem
from goodoffices.models.bargaining.tables import Tables

ISSUES = tuple(Issue(f"i{k}", tuple("abc")) for k in range(3))
WORTH = {issue.name: {"a": 1.0, "b": 0.5, "c": 0.0} for issue in ISSUES}
LINES = (
    Demand("n.0", "n", "", parse_condition("i0 = a and i1 != b")),
    Demand("n.1", "n", "", parse_condition("i1 = c or i2 = c")),
)
PROBLEM = Problem(
    ISSUES,
    (
        Party("n", True, {i.name: 1.0 for i in ISSUES}, WORTH, 0.4, LINES),
        Party("s", accepts={"i2": ["a", "b"]}),
    ),
    (parse_condition("i0 = b and i2 = b"),),
)


@pytest.mark.parametrize("largest", [100, 1])
def test_tables_say_of_every_package_what_the_evaluator_says(
    largest: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The only demand broken is named where a package is possible, from tables and without them."""
    monkeypatch.setattr(tables, "LARGEST", largest)
    evaluator = Evaluator.of(PROBLEM)
    ids = tuple(demand.id for demand in PROBLEM.demands())
    found = Tables.of(evaluator, ids)
    some = Tables.of(evaluator, ids[:2])
    for choices in product(range(3), repeat=3):
        package = evaluator.package(choices)
        possible = evaluator.possible(package.terms)
        expected = package.broken[0] if len(package.broken) == 1 and possible else None
        assert found.lone(choices, ids) == expected
        fewer = [name for name in package.broken if name in ids[:2]]
        assert some.lone(choices, ids[:2]) == (fewer[0] if len(fewer) == 1 and possible else None)
