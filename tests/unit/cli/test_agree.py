"""`goodoffices agree`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import pytest

from goodoffices.cli.main import main
from goodoffices.models.bargaining.parties import Issue, Party
from goodoffices.models.bargaining.problem import Problem
from goodoffices.workspace.geniusweb import write_genius

EXAMPLE = Path(__file__).parents[3] / "examples" / "ukraine-2025-08"
TABLE = """party,issue,anchor_0,anchor_100,position,acceptable_low,acceptable_high,salience
North,troops,none,many,0,0,20,90
South,troops,none,many,80,50,100,60
East,troops,none,many,60,10,70,60
North,aid,little,much,50,40,60,20
South,aid,little,much,50,40,60,20
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table in which two of three can agree."""
    path = tmp_path / "positions.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    """Run the command line in this process and return its exit code."""
    monkeypatch.setattr(sys, "argv", ["goodoffices", "agree", *map(str, arguments)])
    try:
        main()
    except SystemExit as leave:
        return int(leave.code or 0)
    return 0


def test_an_example_is_told_in_plain_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The page says that there is no zone, which demands collide and what would open one."""
    assert run(monkeypatch, EXAMPLE, "--limit", "2") == 0
    told = capsys.readouterr().out
    assert told.startswith(
        "None of 1,200 packages (one choice for each issue) is acceptable to Russia and Ukraine."
    )
    assert "These two demands cannot both be met:\n  - Russia: no " in told
    assert "smallest changes that would open a zone is to give up three demands (cost 3):" in told
    assert "Over no agreement (utility from 0 to 1): Russia +0." in told
    assert "Every demand is counted alike, with cost 1; state other costs with --costs." in told


def test_json_holds_the_whole_account(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Programs get every collision and concession, and each demand in words."""
    assert run(monkeypatch, EXAMPLE / "case.yaml", "--json") == 0
    record = json.loads(capsys.readouterr().out)
    assert record["must_sign"] == ["russia", "ukraine"]
    assert record["decision"] == "there is no zone"
    assert all(id_ in record["demands"] for collision in record["collisions"] for id_ in collision)
    assert record["concessions"][0]["packages"][0]["terms"].keys() >= {"troops", "territory"}


def test_a_table_needs_to_be_told_who_signs(
    table: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without --sign there is one message; names may be written in any case."""
    assert run(monkeypatch, table) == 2
    assert "add --sign with some of North, South, East" in capsys.readouterr().err
    assert run(monkeypatch, table, "--sign", "north, SOUTH") == 0
    told = capsys.readouterr().out
    assert "  - North: on troops, only 0 to 20\n  - South: on troops, only 50 to 100\n" in told
    assert "  Scale of troops: 0 is none; 100 is many." in told
    assert "Worth (0 to 1, where 1 is all that a party wants): North" in told
    assert told.endswith("Other scales:\n  aid: 0 is little; 100 is much.\n")


def test_so_many_of_a_group_can_be_asked_to_sign(
    table: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """North with one of South and East can agree, because East would."""
    assert run(monkeypatch, table, "--sign", "North", "--sign", "1 of South, East") == 0
    told = capsys.readouterr().out
    assert "packages break no demand of North and one of South or East." in told
    assert "For example:\n" in told


def test_a_case_can_be_asked_for_other_signatures(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Names of a case may be ids or names; a name that is not there is one message."""
    assert run(monkeypatch, EXAMPLE, "--sign", "Ukraine,european_allies", "--limit", "1") == 0
    assert "Ukraine and European allies" in capsys.readouterr().out
    assert run(monkeypatch, EXAMPLE, "--sign", "Atlantis") == 2
    assert "--sign names 'Atlantis'; the parties of" in capsys.readouterr().err


def test_a_search_says_what_it_does_not_show(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a space too large to list, as many changes are given as were asked for, with a bound."""
    lines = ["party,issue,position,acceptable_low,acceptable_high,salience"]
    for k in range(9):
        lines += [f"North,i{k},0,0,20,{k + 1}", f"South,i{k},90,70,100,5"]
    path = tmp_path / "large.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert run(monkeypatch, path, "--sign", "North,South", "--limit", "1") == 0
    told = capsys.readouterr().out
    assert told.startswith("None of 1,953,125 packages")
    assert "… and seven more such sets of demands." in told
    assert "As small a change as there is that would open a zone is to give up nine demands (cost 9):" in told
    assert "Others are not shown; each of them costs at least 9." in told


def test_profiles_of_a_negotiation_tool_are_a_problem_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder with a profile for each party and no case is read as one scenario."""
    issue = Issue("price", ("low", "high"))
    people = tuple(
        Party(name, True, {"price": 1.0}, {"price": dict(zip(issue.options, worth, strict=True))}, 0.6)
        for name, worth in (("buyer", (1.0, 0.7)), ("seller", (0.0, 1.0)))
    )
    write_genius(Problem((issue,), people), tmp_path)
    assert run(monkeypatch, tmp_path) == 0
    told = capsys.readouterr().out
    assert told.startswith("1 of 2 packages breaks no demand of buyer and seller.")
    assert "(Nash)" in told
    assert "    price: high\n    Over no agreement (utility from 0 to 1): buyer +0.10, seller +0.40." in told
    assert run(monkeypatch, tmp_path, "--sign", "BUYER") == 0
    assert "2 of 2 packages break no demand of buyer." in capsys.readouterr().out


def test_what_was_not_decided_in_time_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the search ran out of time, nothing else is told."""
    rng = np.random.default_rng(3)
    issues = tuple(Issue(f"i{k}", tuple("abcde")) for k in range(30))
    people = []
    for number in range(8):
        weights = {issue.name: float(rng.integers(1, 100)) for issue in issues}
        values = {i.name: {o: int(rng.integers(0, 100)) / 100 for o in i.options} for i in issues}
        people.append(Party(f"p{number}", True, weights, values, 0.62))
    write_genius(Problem(issues, tuple(people)), tmp_path)
    assert run(monkeypatch, tmp_path, "--seconds", "0.005") == 0
    told = capsys.readouterr().out
    assert told.startswith(
        "In the time given it was not decided whether p0, p1, p2, p3, p4, p5, p6 and p7 could"
    )
    assert told.endswith(" could agree; give more --seconds.\n")
