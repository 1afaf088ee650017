"""The founding case: what could be agreed in August and in December 2025, by one coder's positions.

The numbers are one coder's illustrative judgement. What is asserted is what follows from them, and that a
reader of the report recognises it.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from goodoffices.cli.main import main
from goodoffices.models.bargaining.collisions import minimal_collisions, minimal_concessions
from goodoffices.models.bargaining.comparison import movement
from goodoffices.models.bargaining.decisions import Decision
from goodoffices.models.bargaining.distance import distances
from goodoffices.models.bargaining.problem import Problem
from goodoffices.models.bargaining.search import find_package
from goodoffices.models.bargaining.separate import collisions_by_parts
from goodoffices.models.bargaining.ways_out import find_concessions
from goodoffices.models.bargaining.zone import zone
from goodoffices.workspace.positions import positions_problem, salience_costs
from goodoffices.workspace.tables import read_positions

MATERIAL = Path(__file__).parents[3] / "shared" / "case-material" / "ukraine_positions.csv"
SIGN = ("Russia", "Ukraine")

pytestmark = pytest.mark.skipif(
    not MATERIAL.exists(), reason="the coder's table of positions lies beside the project, not in it"
)


def snapshot(name: str, *, red_lines: bool = True) -> Problem:
    """Return the problem of one snapshot, in which Russia and Ukraine must sign."""
    return positions_problem(read_positions(MATERIAL), sign=SIGN, snapshot=name, red_lines=red_lines)


def contested(problem: Problem) -> set[str]:
    """Return the issues on which the two signatories cannot both be satisfied."""
    return {collision[0].rpartition(".")[2] for collision in collisions_by_parts(problem).outcome}


def test_in_august_there_is_no_zone_and_both_ways_say_so() -> None:
    """No package keeps what both demand; the list of all and the solver agree."""
    august = snapshot("2025-08")
    assert zone(august, limit=0).outcome.count == 0
    assert find_package(august).outcome is Decision.THERE_IS_NONE
    assert set(collisions_by_parts(august).outcome) == set(minimal_collisions(august).outcome)


def test_in_august_the_demands_collide_that_the_report_names() -> None:
    """Who may block, China's role, the strength of the guarantee, troops, territory and the sequence."""
    august = snapshot("2025-08")
    assert contested(august) == {
        "G1_decision_rule",
        "G2_china_guarantor",
        "G3_strength",
        "G4_western_troops",
        "T1_territory",
        "P2_sequence",
    }
    for collision in collisions_by_parts(august).outcome:
        assert [id_.partition(".")[0] for id_ in collision] == ["Russia", "Ukraine"]


def test_in_august_the_cheapest_concessions_take_one_side_on_each_contested_issue() -> None:
    """Each gives up one of two demands on each of six issues, always the one of lower salience."""
    august = snapshot("2025-08")
    prices = salience_costs(august)
    by_issue: dict[str, list[float]] = {}
    for id_, price in prices.items():
        by_issue.setdefault(id_.rpartition(".")[2], []).append(price)
    listed = minimal_concessions(august, costs=prices).outcome
    assert len(listed) == 2**6
    lowest = sum(min(by_issue[issue]) for issue in contested(august))
    assert listed[0].cost == pytest.approx(lowest)
    searched = find_concessions(august, costs=prices, count=8).outcome
    assert [way.cost for way in searched.concessions] == pytest.approx([way.cost for way in listed[:8]])
    assert all(set(way.holders) <= set(SIGN) for way in listed)
    for way in listed[:8]:
        worth = way.packages[0].utilities
        assert set(worth) == {"Russia", "Ukraine", "USA", "Europe (coalition)", "China"}
        assert all(value is not None and 0 <= value <= 1 for value in worth.values())


def test_by_december_russia_and_ukraine_moved_and_still_there_is_no_zone() -> None:
    """Positions on the rule, the strength and territory came closer; new contested issues were coded."""
    august, december = snapshot("2025-08"), snapshot("2025-12")
    assert find_package(december).outcome is Decision.THERE_IS_NONE
    moved = movement(august, december).outcome
    shifts = {(shift.party, shift.what): (shift.before, shift.after) for shift in moved.shifts}
    expected = {
        ("Russia", "ideal point on G1_decision_rule"): (5, 10),
        ("Russia", "ideal point on G3_strength"): (15, 30),
        ("Russia", "ideal point on T1_territory"): (0, 15),
        ("Ukraine", "ideal point on G3_strength"): (85, 75),
        ("Ukraine", "ideal point on T1_territory"): (75, 50),
    }
    assert {key: shifts[key] for key in expected} == expected
    assert set(moved.issues_added) == {"G5_army_size", "T2_znpp", "E1_sanctions", "E2_frozen_assets"}
    assert moved.issues_dropped == ("G2_china_guarantor",)
    assert {"G1_decision_rule", "G3_strength", "G4_western_troops", "T1_territory"} <= contested(december)


def test_by_december_the_gap_between_what_both_accept_narrowed_on_four_issues() -> None:
    """What is accepted is 15 apart instead of 30 on strength, 17 instead of 20 on territory."""
    gaps = {}
    for name in ("2025-08", "2025-12"):
        for issue in distances(snapshot(name, red_lines=False)).outcome:
            pair = next(one for one in issue.pairs if (one.first, one.second) == SIGN)
            gaps[name, issue.issue] = pair.gap
    both = ("G1_decision_rule", "G3_strength", "G4_western_troops", "T1_territory", "P2_sequence")
    assert [gaps["2025-08", issue] for issue in both] == [60, 30, 45, 20, 35]
    assert [gaps["2025-12", issue] for issue in both] == [45, 15, 40, 17, 35]


def told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return what the command says of the table."""
    monkeypatch.setattr(
        sys, "argv", ["goodoffices", "agree", str(MATERIAL), "--sign", "russia,ukraine", *arguments]
    )
    main()
    return capsys.readouterr().out


def test_the_command_tells_it_in_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A reader of the report recognises the road to nowhere, China's role, troops and territory."""
    page = told(monkeypatch, capsys, "--snapshot", "2025-08", "--costs", "salience")
    assert page.startswith(
        "None of 162,000 packages (one choice for each issue) is acceptable to Russia and Ukraine."
    )
    for words in (
        'Russia: on decision rule (G1), only 0 to 20 (a red line) – "road to nowhere" without Russia',
        "Ukraine: on china guarantor (G2), only 90 to 100 (a red line) – China ruled out",
        "Russia: on western troops (G4), only 0 to 5 (a red line) – cannot accept NATO-state troops",
        "Scale of western troops (G4): 0 is no NATO-state troops in Ukraine ever",
        "In three of these six sets every demand is a red line",
        "Nobody else who must sign is coded on the issues of these demands; no collision can be found:",
        "\n  - Ukraine: nato membership (G6) and elections (P1)\n",
        "    Crosses ",
        "- Russia: six demands, four of them red lines",
        "- Ukraine: six demands, four of them red lines",
        "The best that this opens for whoever is worst off:",
        "sequence (P2): 25 (the limit of what Russia accepts)",
    ):
        assert words in page
    assert "smallest changes that would open a zone is to give up six demands (cost 490):" in page
    assert "Russia 0." in page


def test_the_command_tells_what_moved_by_december(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In December ten sets collide, and each party's movement is told issue by issue."""
    page = told(monkeypatch, capsys, "--snapshot", "2025-12", "--since", "2025-08", "--limit", "5")
    assert page.startswith("None of 125,971,200 packages")
    assert page.count("These two demands cannot both be met:") == 10
    for words in (
        "  - territory (T1): wish 0 → 15; demanded only 0 to 25 (a red line), now only 5 to 25 (a red line)",
        "  - sequence (P2): weight 80 → 85; demanded only 0 to 25, now only 0 to 25 (a red line)",
        "  - territory (T1): wish 75 → 50; demanded only 45 to 100 (a red line), now only 42 to 75 (a",
        "  - strength (G3): wish 65 → 70; demanded only 45 to 80, now only 55 to 80",
        "Issues newly coded: army size (G5), znpp (T2), sanctions (E1) and frozen assets (E2).",
        "Issues no longer coded: china guarantor (G2).",
        "  - strength (G3), Russia and Ukraine: what they accept is 30 → 15 apart (narrower)",
    ):
        assert words in page
