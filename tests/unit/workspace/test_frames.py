"""Data frames and arrays of what solvers found."""

from __future__ import annotations

import numpy as np
import pytest

from goodoffices.errors import CaseError
from goodoffices.models.bargaining.collisions import minimal_concessions
from goodoffices.models.bargaining.distance import distances
from goodoffices.models.bargaining.pareto import pareto_packages
from goodoffices.models.bargaining.problem import Problem
from goodoffices.models.bargaining.search import find_package
from goodoffices.models.bargaining.transfers import side_payments
from goodoffices.models.bargaining.zone import zone
from goodoffices.workspace.frames import concessions_frame, frame, positions_frame, utilities_array
from goodoffices.workspace.positions import PositionRow, positions_problem

ROWS = (
    PositionRow("North", "troops", 10, 0, 50, 90, others=(("note", "x"),)),
    PositionRow("South", "troops", 80, 50, 100, 60),
    PositionRow("East", "troops", 80, 50, 100),
)


def both() -> Problem:
    """Return the problem in which North and South must sign."""
    return positions_problem(ROWS, sign=["North", "South"])


def test_a_frame_has_issues_worths_and_broken_demands() -> None:
    """Packages become lines, and what has none is refused."""
    told = frame(pareto_packages(both()))
    assert list(told.columns) == ["troops", "utility of North", "utility of South", "broken"]
    assert told["utility of South"].tolist() == pytest.approx([0.7])
    with pytest.raises(CaseError, match="no list of packages"):
        frame(minimal_concessions(both()))
    with pytest.raises(CaseError, match="no list of packages"):
        frame(distances(both()))
    with pytest.raises(CaseError, match="no list of packages"):
        frame(find_package(both()))


def test_a_frame_takes_deals_too() -> None:
    """Whatever has a package each becomes a line each."""
    parties = tuple(
        type(party)(party.name, party.must_sign, party.weights, party.values, 0.5)
        for party in both().parties
        if party.measured
    )
    deals = side_payments(Problem(both().issues, parties))
    assert len(frame(deals)) == len(deals.outcome) > 0


def test_concessions_are_lines_with_cost_and_package() -> None:
    """Each line says what is given up, by whom, at what cost, and what the first package is."""
    rows = [PositionRow("North", "x", 0, 0, 10, 1), PositionRow("South", "x", 90, 80, 100, 1)]
    told = concessions_frame(minimal_concessions(positions_problem(rows, sign=["North", "South"])).outcome)
    assert told["holders"].tolist() == ["North", "South"]
    assert told["cost"].tolist() == [1, 1]
    assert told["x"].tolist() == ["80", "10"]


def test_positions_and_utilities_come_out_as_frame_and_array() -> None:
    """Further columns stand last; a party without numbers has no utility."""
    assert positions_frame(ROWS)["note"].tolist()[0] == "x"
    packages = zone(both()).outcome.packages
    table = utilities_array(both(), packages)
    assert table.shape == (1, 3)
    assert np.isnan(table[0, 2])
    assert table[0, 0] == pytest.approx(0.6)
