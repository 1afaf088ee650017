"""Which party could accept which proposal."""

from __future__ import annotations

from goodoffices.case.conditions import parse_condition
from goodoffices.findings.acceptance import SIGNS, Judged, Verdict, judged
from goodoffices.models.bargaining.parties import Demand, Issue, Party
from goodoffices.models.bargaining.problem import Problem

TROOPS = Issue("troops", ("none", "some", "many"), (0, 50, 100))
RULE = Issue("rule", ("veto", "vote"))
LINE = Demand("firm", "north", "no many", parse_condition("troops = many"))
NORTH = Party(
    "north", True, {"troops": 1.0}, {"troops": {"none": 1.0, "some": 0.5, "many": 0.0}}, 0.6, (LINE,)
)
SOUTH = Party("south", accepts={"rule": ["vote"]})


def problem(*impossible: str) -> Problem:
    """Return a problem with conditions that nobody can have."""
    return Problem((TROOPS, RULE), (NORTH, SOUTH), tuple(map(parse_condition, impossible)))


def test_each_proposal_is_judged_for_each_party() -> None:
    """A broken red line weighs more than a worth below the walk-away value; open issues leave it open."""
    found = judged(
        problem(),
        {
            "hard": {"troops": "many", "rule": "veto"},
            "soft": {"troops": "some", "rule": "vote"},
            "open": {"rule": "vote"},
            "good": {"troops": "none", "rule": "vote"},
        },
    )
    assert found["hard"]["north"] == Judged(Verdict.RED_LINE, ("firm",), (-0.6, -0.6))
    assert found["hard"]["south"] == Judged(Verdict.OUTSIDE, ("south.accepts.rule",), None)
    assert found["soft"]["north"].verdict is Verdict.BELOW
    assert found["open"]["north"] == Judged(Verdict.OPEN, ("firm", "north.walk_away"), (-0.6, 0.4))
    assert [one.verdict for one in found["good"].values()] == [Verdict.ACCEPTABLE, Verdict.ACCEPTABLE]
    assert set(SIGNS) == set(Verdict)


def test_what_no_possible_package_fits_is_left_out() -> None:
    """Terms that are impossible for everyone are judged by nobody."""
    found = judged(
        problem("troops = many and rule = vote"),
        {"never": {"troops": "many", "rule": "vote"}, "can be": {"troops": "many"}},
    )
    assert list(found) == ["can be"]


def test_where_counting_would_take_too_much_a_proposal_stays() -> None:
    """A condition that ties 24 issues together needs a table that is too large."""
    issues = tuple(Issue(f"i{number}", ("a", "b")) for number in range(24))
    tied = parse_condition(" and ".join(f"i{number} = a" for number in range(24)))
    large = Problem(issues, (Party("south", accepts={"i0": ["b"]}),), (tied,))
    assert list(judged(large, {"p": {"i0": "a"}})) == ["p"]
