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
from goodoffices.workspace.cells import read_table
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
    assert "smallest changes that would open a zone is to give up three demands:" in told
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
    assert "Nearness to what each wants, over the issues coded for it: North" in told
    assert told.endswith("Other scales:\n  aid: 0 is little; 100 is much.\n")


def test_so_many_of_a_group_can_be_asked_to_sign(
    table: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """North with one of South and East can agree, because East would."""
    assert run(monkeypatch, table, "--sign", "North", "--sign", "1 of South, East") == 0
    told = capsys.readouterr().out
    assert "packages break no demand of North and one of South or East." in told
    assert "For example, three packages of " in told
    assert ", as they come and no better than the rest:" in told
    assert "    Acceptable to North and East.\n" in told
    assert "\nAnother:\n" in told


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
    assert "A change that would open a zone, and no other costs less, is to give up nine demands:" in told
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


def told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: object, code: int = 0
) -> str:
    """Return what a call writes: its page, or its message if it is to fail."""
    assert run(monkeypatch, *arguments) == code
    written = capsys.readouterr()
    return written.err if code else written.out


ACEH = EXAMPLE.parent / "aceh-2005-07"


def test_everything_behind_the_page_can_be_shown(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where there is a zone: distances, counts, frontier, rules, who decides, proposals, robustness."""
    page = told(monkeypatch, capsys, ACEH, "--show", "all", "--limit", "1")
    for words in (
        "81 of 1,296 packages break no demand of Government of Indonesia and Free Aceh Movement.",
        "  - Government of Indonesia and Free Aceh Movement: 35 points between ideals; both accept 67",
        "Of 1,026 packages (270 more are impossible for everyone), 81 keep the red lines of all who must",
        "Among the packages that all could accept, nobody can gain without another's loss from 5:",
        "Highest sum of gains (utilitarian):",
        "  - without Free Aceh Movement, Government of Indonesia could accept 728 packages",
        "Special autonomy:\n  - breaks Free Aceh Movement: no return to special autonomy (a red line)",
        "  - leaves open: Local political parties, Arms and soldiers, Monitoring, Amnesty",
        "Utilitarian: acceptable to all in",
        "acceptable without a payment",
    ):
        assert words in page


def test_without_a_zone_the_same_is_told_of_what_stands_in_the_way(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What cannot be answered says why; smallest changes break a red line, so none is acceptable."""
    page = told(monkeypatch, capsys, EXAMPLE, "--show", "all", "--limit", "1")
    assert "Demands, those that block the most first; those that block alike stand in no order:" in page
    assert (
        "Package under way out 1 above: acceptable to all in no case, whatever the numbers, for it breaks:"
        in page
    )
    assert "without Russia, Ukraine could accept" in page
    assert "each breaks at least " in page
    assert " of Russia\n" in page
    assert "furthest from" not in page
    assert "There is no frontier among the packages" in page
    assert "No payment could make a package acceptable that breaks no red line." in page
    record = json.loads(
        told(monkeypatch, capsys, EXAMPLE, "--show", "distance", "--show", "blocking", "--json")
    )
    assert record["distance"][0]["issue"] == "decision_rule"
    assert {one["party"] for one in record["blocking"]["parties"]} == {"russia", "ukraine"}


def test_what_was_asked_for_by_name_and_has_no_answer_is_an_error(
    table: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A table knows no walk-away values, so no rule divides."""
    message = told(monkeypatch, capsys, table, "--sign", "North,East", "--show", "rules", code=2)
    assert "no walk-away value to measure gains from" in message
    assert str(table) in message
    page = told(monkeypatch, capsys, table, "--sign", "North,East", "--show", "all")
    assert "rules: not answered, for 'North' must sign and has no walk-away value" in page
    assert "What rules of division would pick is not known" in page


def test_costs_can_be_stated(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """By salience South gives way; in a table of costs whoever is cheapest does."""
    asked = (table, "--sign", "North,South")
    page = told(monkeypatch, capsys, *asked, "--costs", "salience")
    assert "give up one demand (cost 60):\n    - South: on troops, only 50 to 100\n" in page.replace(
        "  -", "    -"
    )
    costs = tmp_path / "costs.csv"
    costs.write_text("demand,cost\nSouth.accepts.troops,9\n", encoding="utf-8")
    page = told(monkeypatch, capsys, *asked, "--costs", costs)
    assert "The smallest change that would open a zone is to give up one demand (cost 1):" in page
    costs.write_text("demand,cost\nSouth.accepts.oil,9\n", encoding="utf-8")
    assert "makes the demand 'South.accepts.oil'" in told(
        monkeypatch, capsys, *asked, "--costs", costs, code=2
    )


def test_offers_start_from_a_package_on_the_table(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The smallest change that a party would accept, and small steps to what a rule picks."""
    record = json.loads(told(monkeypatch, capsys, ACEH, "--json"))
    goal = record["rules"]["utilitarian"][0]["terms"]
    start = goal | {"status": "special_autonomy", "amnesty": "case_by_case"}
    text = ",".join(f"{issue}={option}" for issue, option in start.items())
    page = told(
        monkeypatch, capsys, ACEH, "--from", text, "--accept", "free aceh movement", "--to", "utilitarian"
    )
    assert (
        "The smallest change that Free Aceh Movement would accept without a broken red line settles one"
        in page
    )
    assert "Status of Aceh: self-government within Indonesia instead of" in page
    assert "A path of two steps." in page
    assert "Nobody who must sign falls below both ends on the way." in page
    good = ",".join(f"{issue}={option}" for issue, option in goal.items())
    page = told(monkeypatch, capsys, ACEH, "--from", good, "--accept", "gam", "--to", good)
    assert "Free Aceh Movement would accept the package as it is" in page
    assert "It breaks no demand of the others who must sign." in page
    assert "No order of single steps leads there" in page
    for arguments, message in (
        (("--accept", "gam"), "give it with --from"),
        (("--from", "nothing", "--accept", "gam"), "is no proposal and no terms; write issue=option"),
        (("--from", "status=x", "--accept", "gam"), "'x' is no option of 'status'"),
        (("--from", good, "--accept", "Atlantis"), "there is no party 'Atlantis'"),
    ):
        assert message in told(monkeypatch, capsys, ACEH, *arguments, code=2)


def test_a_rule_is_named_as_it_can_be_typed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A hyphen does for the dash; what is no rule, or picks nothing, is told which rules there are."""
    start = "status=self_government"
    for rule in ("kalai-smorodinsky", "Kalai–Smorodinsky"):
        page = told(monkeypatch, capsys, ACEH, "--from", start, "--to", rule)
        assert "No order of single steps leads there" in page
        assert "What to start from is silent on " in page
    message = told(monkeypatch, capsys, ACEH, "--from", start, "--to", "kalai", code=2)
    assert "the rules are nash, kalai-smorodinsky, egalitarian, utilitarian, and terms are" in message
    message = told(monkeypatch, capsys, EXAMPLE, "--from", "troops=none", "--to", "nash", code=2)
    assert "--to nash: that rule picks nothing here; rules that do: none." in message


def test_a_proposal_that_leaves_issues_open_is_a_start_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What it leaves open is settled in the way that serves, and that is said."""
    page = told(monkeypatch, capsys, ACEH, "--from", "special_autonomy", "--accept", "gam")
    assert "The package says nothing on Local political parties, " in page
    assert (
        "The smallest change that Free Aceh Movement would accept without a broken red line settles" in page
    )
    assert " instead of " in page
    assert "(was open)" in page
    page = told(monkeypatch, capsys, ACEH, "--from", "status=self_government", "--accept", "gam")
    assert "With that, Free Aceh Movement would accept it with nothing else changed" in page
    page = told(
        monkeypatch, capsys, ACEH, "--sign", "gam", "--from", "status=self_government", "--accept", "gam"
    )
    assert "Nobody else must sign." in page


def test_where_a_group_signs_the_page_stands_and_answers_say_what_to_ask(
    table: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whose gains count is settled with --sign, not in Python, and the run does not end for it."""
    asked = (table, "--sign", "North", "--sign", "1 of South,East", "--show", "rules")
    page = told(monkeypatch, capsys, *asked)
    assert "packages break no demand of North and one of South or East." in page
    assert (
        'rules: not answered, for whose gains count depends on who signs; name them, such as --sign "' in page
    )
    assert "signed_by" not in page


def test_who_is_furthest_is_told_among_those_who_must_sign(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An outsider far away changes nothing; of two nobody is the furthest."""
    path = tmp_path / "four.csv"
    path.write_text("party,issue,position\nA,x,0\nB,x,10\nC,x,90\nOut,x,100\n", encoding="utf-8")
    page = told(monkeypatch, capsys, path, "--sign", "A,B,C", "--show", "distance")
    assert "  - furthest from the mean of the others who must sign: C\n" in page
    assert "furthest" not in told(monkeypatch, capsys, path, "--sign", "A,C", "--show", "distance")


def test_what_moved_comes_before_what_is_so_now(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Right behind the first sentence, with the gaps that narrowed or widened; the rest are counted."""
    path = tmp_path / "two.csv"
    lines = ["snapshot,party,issue,position,acceptable_low,acceptable_high"]
    for when, (x, y) in {"May": (60, 20), "June": (50, 30)}.items():
        lines += [f"{when},North,x,0,0,10", f"{when},South,x,{x},40,100"]
        lines += [f"{when},North,y,0,0,10", f"{when},South,y,{y},{y},100"]
        lines += [f"{when},North,z,0,0,10", f"{when},South,z,0,0,10", f"{when},North,w,0,0,10"]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    asked = (path, "--sign", "North,South", "--snapshot", "June", "--since", "May")
    page = told(monkeypatch, capsys, *asked)
    assert page.index("Gaps between") < page.index("What moved for South:")
    assert page.index("What moved for South:") < page.index("These two demands cannot both be met:")
    assert "in points of the scale (one stayed as it was):" in page
    assert "  - x, North and South: their wishes are 60 → 50 apart (narrower)\n" in page
    assert "  - y, North and South: what they accept is 10 → 20 apart (wider); their wishes" in page
    lines += ["June,South,w,0,0,10"]
    lines += [f"{when},{who},q,0,0,10" for when in ("May", "June") for who in ("North", "South")]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert "(2 gaps stayed as they were)" in told(monkeypatch, capsys, *asked)


def test_what_moved_is_told_between_snapshots_files_and_cases(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Another snapshot of the table, another table, or another case; anything else is refused."""
    path, older = tmp_path / "two.csv", tmp_path / "older.csv"
    head = "snapshot,party,issue,position,acceptable_low,acceptable_high\n"
    path.write_text(head + "May,North,x,0,0,20\nJune,North,x,10,0,50\nJune,North,y,10,,\n", encoding="utf-8")
    older.write_text(head + "April,North,x,0,0,20\nApril,South,x,0,0,20\n", encoding="utf-8")
    asked = (path, "--sign", "North", "--snapshot", "June", "--since")
    page = told(monkeypatch, capsys, *asked, "May")
    assert "What moved for North:\n  - x: wish 0 → 10; demanded only 0 to 20, now only 0 to 50\n" in page
    assert "Issues newly coded: y." in page
    page = told(monkeypatch, capsys, *asked, older)
    assert "What moved for South:\n  - x: no longer coded" in page
    assert "is neither a file or folder nor a snapshot" not in page
    assert "there is no snapshot 'July'" in told(monkeypatch, capsys, *asked, "July", code=2)
    assert "Nothing moved." in told(monkeypatch, capsys, EXAMPLE, "--since", EXAMPLE)
    message = told(monkeypatch, capsys, EXAMPLE, "--since", "May", code=2)
    assert "is neither a file or folder nor a snapshot of" in message


def test_levers_and_payments_open_what_walk_away_values_close(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two want 0.8 each of what gives them 1 together: a lever on one of them and a payment help."""
    issue = Issue("share", ("a", "half", "b"))
    people = tuple(
        Party(name, True, {"share": 1.0}, {"share": dict(zip(issue.options, worth, strict=True))}, 0.6)
        for name, worth in (("A", (1.0, 0.5, 0.0)), ("B", (0.0, 0.5, 1.0)))
    )
    write_genius(Problem((issue,), people), tmp_path / "s")
    levers = tmp_path / "levers.csv"
    levers.write_text("lever,target,lowers,cost\noil,A,0.1,\naid,B,0.1,2\nword,B,0.01,1\n", encoding="utf-8")
    asked = (tmp_path / "s", "--show", "payments", "--budget", "0.2", "--levers", levers)
    page = told(monkeypatch, capsys, *asked)
    assert "  - oil, aid (cost 3): opens one package, such as\n    share: half" in page
    assert "0.10 to A; 0.10 to B\n    others would bring 0.20" in page
    assert "at least what no agreement is worth to it (0.60)" in page
    levers.write_text("lever,target,lowers\nword,B,0.01\n", encoding="utf-8")
    assert "No set of these levers opens a zone; three packages would break no red line." in told(
        monkeypatch, capsys, *asked
    )
    for text, message in (
        ("lever,target\noil,A\n", "needs the columns lever, target and lowers"),
        ("lever,target,lowers\noil,,0.1\n", "csv:2: a line needs a lever, each lever once"),
        ("lever,target,lowers\noil,A,7\n", "csv:2: lowers is 7; it lies from 0 to 1"),
        ("lever,target,lowers\noil,C,0.1\n", "lever 'oil' aims at 'C'"),
    ):
        levers.write_text(text, encoding="utf-8")
        assert message in told(monkeypatch, capsys, *asked, code=2)


@pytest.mark.parametrize("kind", ["geniusweb", "genius", "negmas"])
def test_profiles_go_out_and_come_in_again(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder of profiles is written, and what it has no place for is said."""
    folder = tmp_path / kind
    assert run(monkeypatch, ACEH, "--export", folder, "--as", kind) == 0
    said = capsys.readouterr().err
    assert f"Written: {folder}\n" in said
    assert "Left out: indonesia: red line 'Aceh does not leave Indonesia'" in said
    assert "of 1,296 packages break no demand of gam and indonesia." in told(monkeypatch, capsys, folder)
    refused = told(monkeypatch, capsys, folder, "--export", tmp_path / "x.csv", code=2)
    assert "profiles hold no positions on a scale; export them --as geniusweb" in refused


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_positions_and_packages_go_out_as_tables(
    ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A case's positions read back as a table; packages and ways out are a line each."""
    path = tmp_path / f"positions.{ending}"
    assert run(monkeypatch, ACEH, "--export", path) == 0
    assert "Left out: Government of Indonesia: its walk-away value" in capsys.readouterr().err
    signing = ("--sign", "Government of Indonesia,Free Aceh Movement")
    page = told(monkeypatch, capsys, path, *signing)
    assert (
        "Status of Aceh: 67 (the limit of what Government of Indonesia and Free Aceh Movement accept)" in page
    )
    for source in (ACEH, EXAMPLE):
        out = tmp_path / f"packages.{ending}"
        assert run(monkeypatch, source, "--export", out, "--as", "packages") == 0
        table = read_table(out)
        assert ("cost" in table.heading) == (source == EXAMPLE)
        assert len(table.lines) == 10
        capsys.readouterr()


def bad_case(tmp_path: Path, old: str, new: str) -> Path:
    """Return a copy of an example's case file with something in it replaced, wherever it stands."""
    text = (ACEH / "case.yaml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "case.yaml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


def test_bad_input_is_one_message_with_place_and_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody who must sign, an unknown option, a space that is impossible for everyone, empty profiles."""
    path = tmp_path / "case.yaml"
    path.write_text(
        "title: Small\nparties: {a: {name: A}, b: {name: B}}\n"
        "issues: {x: {name: X, options: {one: {name: One}}}}\n",
        encoding="utf-8",
    )
    message = told(monkeypatch, capsys, path, code=2)
    assert (
        f"{path} marks nobody who must sign; write 'must_sign: true' under some of the parties a, b"
        in message
    )
    assert "1 of 1 packages breaks no demand of A." in told(monkeypatch, capsys, path, "--sign", "a")
    path = bad_case(tmp_path, "status = independence", "status = independense")
    message = told(monkeypatch, capsys, path, code=2)
    assert "case.yaml:" in message
    assert "did you mean 'independence'" in message
    path = bad_case(tmp_path, "status = independence and (", "true or (")
    message = told(monkeypatch, capsys, path, code=2)
    assert f"{path}: all 1,296 packages are impossible; take back one of the 1 conditions" in message
    assert "--snapshot May needs a table" in told(monkeypatch, capsys, ACEH, "--snapshot", "May", code=2)


def test_on_a_terminal_a_clock_runs_beside_long_work(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says how many packages are compared and how long a search may take, and leaves the answer alone."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert run(monkeypatch, ACEH, "--seconds", "7") == 0
    written = capsys.readouterr()
    assert written.out.startswith("81 of 1,296 packages")
    assert "Comparing 1,296 packages" in written.err or not written.err


def test_terms_that_are_nothing_are_refused_without_proposals_too(
    table: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A table has no proposals to name."""
    message = told(
        monkeypatch, capsys, table, "--sign", "North", "--from", "plan", "--accept", "North", code=2
    )
    assert "such as troops=0, aid=" in message
    assert "The proposals are" not in message
