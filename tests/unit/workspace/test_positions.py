"""From a table of positions to a bargaining problem."""

from __future__ import annotations

import pytest

from goodoffices.case.values import Interval
from goodoffices.errors import CaseError
from goodoffices.models.bargaining.distance import distances
from goodoffices.models.bargaining.parties import DemandKind
from goodoffices.models.bargaining.problem import Problem
from goodoffices.models.bargaining.zone import zone
from goodoffices.workspace.positions import (
    PositionRow,
    doubts,
    position_ranges,
    positions_problem,
    readable,
    salience_costs,
)

ROWS = (
    PositionRow("North", "troops", 0, 0, 20, 90, "May", "none", "many", red_line=True),
    PositionRow("South", "troops", 80, 50, 100, 60, "May", "none", "many", position_low=70),
    PositionRow("South", "aid", 100, None, None, 30, "May", "little", "much"),
    PositionRow("East", "troops", 40, None, 60, 10, "May", "none", "many", position_high=45),
    PositionRow("North", "troops", 10, 0, 50, 90, "June", "none", "many"),
    PositionRow("South", "troops", 80, 50, 100, 60, "June", "none", "many"),
)


def may(*sign: str, red_lines: bool = True) -> Problem:
    """Return the problem of May."""
    return positions_problem(ROWS, sign=sign, snapshot="May", red_lines=red_lines)


def test_options_are_the_places_where_something_changes() -> None:
    """On troops these are the positions and bounds of those who must sign."""
    problem = may("North", "South")
    assert problem.issues[0].options == ("0", "20", "50", "80", "100")
    assert problem.party("South").accepts == {"troops": ("50", "80", "100")}
    assert problem.party("South").weights == {"troops": 60, "aid": 30}
    assert not problem.party("East").must_sign
    assert zone(problem).outcome.count == 0


def test_a_red_line_of_the_table_is_one_of_the_problem() -> None:
    """North calls it a red line, South does not; told apart or not, the same packages are open."""
    kinds = {demand.id: demand.kind for demand in may("North", "South").demands()}
    assert kinds["North.red_line.troops"] is DemandKind.RED_LINE
    assert kinds["South.accepts.troops"] is DemandKind.ACCEPTED_OPTIONS
    plain = may("North", "South", red_lines=False)
    assert plain.party("North").accepts == {"troops": ("0", "20")}
    assert distances(plain).outcome[0].pairs[0].gap == 30
    assert zone(plain).outcome.count == zone(may("North", "South")).outcome.count
    single = positions_problem([PositionRow("A", "x", 5, 5, 5, red_line=True)], sign=["A"])
    assert [demand.text for demand in single.demands()] == ["on x, only 5"]


def test_the_zone_opens_where_bounds_meet() -> None:
    """In June North accepts up to 50 and South from 50."""
    problem = positions_problem(ROWS, sign=["North", "South"], snapshot="June")
    assert [package.terms for package in zone(problem).outcome.packages] == [{"troops": "50"}]


def test_an_issue_on_which_no_signatory_speaks_has_the_places_of_the_others() -> None:
    """Where only East must sign, aid keeps the place of South."""
    problem = may("East")
    assert problem.issues[1].options == ("100",)
    assert problem.party("East").accepts == {"troops": ("40", "60")}


def test_costs_follow_from_saliences() -> None:
    """What is given up costs what its issue weighs to its holder, in the unit of the table."""
    costs = salience_costs(may("North", "South"))
    assert costs == {"North.red_line.troops": 90, "South.accepts.troops": 60}
    bare = positions_problem([PositionRow("A", "x", 5, 0, 9)], sign=["A"])
    with pytest.raises(CaseError, match="'A' has no salience on each of its issues"):
        salience_costs(bare)


def test_a_walk_away_value_costs_all_that_weighs() -> None:
    """It speaks of every issue."""
    problem = may("South")
    people = tuple(
        type(party)(party.name, party.must_sign, party.weights, party.values, 0.5)
        for party in problem.parties
    )
    assert salience_costs(Problem(problem.issues, people)) == {"South.walk_away": 90}


def test_intervals_of_ideals_are_kept() -> None:
    """An end that is not given is the position itself."""
    ranges = position_ranges(ROWS, snapshot="May")
    assert ranges.places == {
        "South": {"troops": Interval(70, 80, 80)},
        "East": {"troops": Interval(40, 40, 45)},
    }


def test_names_must_be_in_the_table() -> None:
    """Unknown parties and snapshots, and a choice of snapshot left open, are refused by name."""
    with pytest.raises(CaseError, match=r"no party 'Nort' in the table; did you mean 'North'\?"):
        may("Nort")
    with pytest.raises(
        CaseError, match="no party 'Mars' in the table; there are 'North', 'South' and 'East'"
    ):
        may("Mars")
    with pytest.raises(CaseError, match="no snapshot 'July'"):
        positions_problem(ROWS, sign=["North"], snapshot="July")
    with pytest.raises(CaseError, match="snapshots May, June; say which one, with --snapshot June"):
        positions_problem(ROWS, sign=["North"])


def test_saliences_that_sum_to_nothing_are_refused_with_their_line() -> None:
    """All zero is a mistake; none at all only means that there are no numbers."""
    rows = [PositionRow("A", "x", 5, salience=0, where="t.csv:2"), PositionRow("A", "y", 5, salience=0)]
    with pytest.raises(CaseError, match=r"t\.csv:2: the saliences of 'A' sum to nothing; give at least one"):
        positions_problem(rows, sign=["A"])
    assert not positions_problem([PositionRow("A", "x", 5)], sign=["A"]).party("A").measured


def test_names_of_issues_are_written_as_a_person_would() -> None:
    """A code before the name goes behind it."""
    assert readable("T1_territory") == "territory (T1)"
    assert readable("army_size") == "army size"


def test_what_may_be_a_slip_is_said() -> None:
    """A party that wants what it does not accept, and a table without any demand, are told and let pass."""
    assert doubts(ROWS[:4], may("North", "South")) == ()
    odd = [
        PositionRow("A", "x", 90, 0, 30, where="t.csv:2"),
        PositionRow("B", "x", 5, None, 3, where="t.csv:3"),
    ]
    assert doubts(odd, positions_problem(odd, sign=["A"])) == (
        "t.csv:2: 'A' wants 90 most and does not accept it; its acceptable places run from 0 to 30",
        "t.csv:3: 'B' wants 5 most and does not accept it; its acceptable places run from 0 to 3",
    )
    bare = [PositionRow("A", "x", 90), PositionRow("B", "x", 5)]
    (said,) = doubts(bare, positions_problem(bare, sign=["A", "B"]))
    assert said.startswith("no demand of those who must sign is coded, so that nothing can be broken")
