"""`goodoffices leverage`: what levers would have to achieve, and chains of levers."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from goodoffices.cli.main import main

CODED = "coding: {status: judgement, coder: A. Coder, source: The Gazette}"
CASE = f"""
title: The strait
parties:
  north: {{name: Northland, must_sign: true}}
  south: {{name: Southland, must_sign: true, aliases: [The South]}}
  alpha: {{name: Alpha}}
  beta: {{name: Beta}}
issues:
  tolls:
    name: Tolls
    options: {{none: {{name: No tolls, place: 0}}, some: {{name: Tolls for the coast guard, place: 100}}}}
    {CODED}
positions:
  - {{party: north, issue: tolls, ideal: some, salience: [1, 1, 1], {CODED}}}
  - {{party: south, issue: tolls, ideal: none, salience: [1, 1, 1], {CODED}}}
walk_away:
  - {{party: north, value: [0.1, 0.2, 0.3], {CODED}}}
  - {{party: south, value: [0.1, 0.2, 0.3], {CODED}}}
proposals:
  free_passage:
    name: Free passage
    by: [south]
    terms: {{tolls: none}}
    responses:
      north: {{act: rejects, {CODED}}}
    {CODED}
leverage:
  - holder: alpha
    target: north
    means: oil
    share: [0.2, 0.3, 0.4]
    willingness: [0.0, 0.1, 0.2]
    {CODED}
  - holder: beta
    target: alpha
    means: loans
    share: [0.5, 0.5, 0.5]
    willingness: [1, 1, 1]
    {CODED}
"""
TERMS = """
source: A. Coder
levers:
  - {holder: alpha, target: north, weight: [0.9, 0.9, 0.9], redirectable: [0, 0, 0], dependence: [1, 1, 1],
     cost: [0.1, 0.1, 0.1]}
  - {holder: beta, target: alpha, weight: [1, 1, 1], redirectable: [0, 0, 0], dependence: [1, 1, 1],
     cost: [0, 0, 0]}
loss: {north: [0.02, 0.02, 0.02], alpha: [0.3, 0.3, 0.3]}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A case folder with numbers, a refused proposal and levers."""
    (tmp_path / "case.yaml").write_text(CASE, encoding="utf-8")
    (tmp_path / "terms.yaml").write_text(TERMS, encoding="utf-8")
    return tmp_path


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    """Run the command line in this process and return its exit code."""
    monkeypatch.setattr(sys, "argv", ["goodoffices", *map(str, arguments)])
    try:
        main()
    except SystemExit as leave:
        return int(leave.code or 0)
    return 0


def as_json(capsys: pytest.CaptureFixture[str]) -> Any:  # noqa: ANN401 - JSON is anything
    """Return what was printed as JSON."""
    return json.loads(capsys.readouterr().out)


def test_what_levers_would_have_to_achieve_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Capacity and willingness are apart for the zone and for the preference that must turn."""
    assert run(monkeypatch, "leverage", folder) == 0
    told = capsys.readouterr().out
    assert (
        "As things are, the package that asks least of levers leaves Northland short of 0.2 (0.1 to 0.3): "
        in told
    )
    assert "Possibly enough if pulled: Alpha by “oil”, which takes at most 0.3 (0.2 to 0.4)" in told
    assert "Enough as far as their holders are expected to pull them: no set" in told
    assert "“Free passage”: Northland would have to prefer accepting it to refusing it" in told
    assert "takes at most 0.3 (0.2 to 0.4) if pulled: possibly enough; as expected, " in told
    assert "a share of" not in told
    assert "Sizes are in the target’s own utility" in told


def test_what_levers_would_have_to_achieve_is_written_as_json(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The zone has its ways, and the outcome has who must turn, by what."""
    assert run(monkeypatch, "leverage", folder, "--json") == 0
    record = as_json(capsys)
    (way,) = record["zone"]["ways"]
    assert (record["zone"]["open"], record["zone"]["measured"]) == (False, ["north", "south"])
    assert way["short"]["north"] == pytest.approx([0.1, 0.2, 0.3])
    ((lever,),) = (one["levers"] for one in way["enough_if_pulled"])
    assert (lever["holder"], lever["weighed"], lever["enough_from_share"]) == (
        "alpha",
        False,
        None,
    )
    assert way["enough_as_expected"] == []
    (outcome,) = record["outcomes"]
    (turn,) = outcome["turns"]
    assert (outcome["proposal"], turn["target"], turn["red_lines_broken"]) == ("free_passage", "north", [])
    assert turn["pairs_to_change"] > 0
    (reach,) = turn["levers_red_lines_aside"]
    assert reach["enough_if_pulled"] == "possibly"
    assert reach["break_even_share"] == {"if_pulled": None, "as_expected": None}
    assert (turn["smallest_sets_that_could"], turn["smallest_sets_to_be_expected"]) == ([["alpha"]], [])


def test_one_target_can_be_asked_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only what it takes to turn this party is told; a party that refuses nothing need not be turned."""
    assert run(monkeypatch, "leverage", folder, "--target", "north", "--json") == 0
    assert [each["target"] for one in as_json(capsys)["outcomes"] for each in one["turns"]] == ["north"]
    assert run(monkeypatch, "leverage", folder, "--target", "south") == 0
    assert "Whose preference" not in capsys.readouterr().out


def test_a_target_may_be_moved_by_way_of_others(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Beta moves Alpha, which then pulls its lever on Northland."""
    assert run(monkeypatch, "leverage", folder, "--terms", folder / "terms.yaml") == 0
    told = capsys.readouterr().out
    assert "through others it could be moved by: Beta first, which moves Alpha, then Northland" in told
    assert "Enough if pulled: Alpha by “oil”, which takes 0.27 (0.18 to 0.36)" in told
    assert run(monkeypatch, "leverage", folder, "--terms", folder / "terms.yaml", "--json") == 0
    (north, alpha) = as_json(capsys)["targets"]
    assert {"first": ["beta"], "rounds": [["alpha"], ["north"]]} in north["smallest_chains_that_could"]
    assert {"first": ["alpha"], "rounds": [["north"]]} in north["smallest_chains_that_could"]
    assert alpha["smallest_chains_to_be_expected"] == [{"first": ["beta"], "rounds": [["alpha"]]}]


def test_levers_of_a_table_are_taken_together_with_those_of_the_case(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Lines that name no party are told; the others can be written as entries for the case file."""
    table = folder / "levers.csv"
    table.write_text(
        "holder,target,channel,value,unit,source\n"
        "Beta,Northland,cables,54,km,The Gazette\n"
        "Gamma,Northland,cables,54,km,The Gazette\n",
        encoding="utf-8",
    )
    assert run(monkeypatch, "leverage", folder, "--table", table) == 0
    told = capsys.readouterr()
    assert "Beta over Northland: cables" in told.out
    assert "note: Reported: 54 km" in told.out
    assert "3 levers." in told.out
    assert f"Not taken: {table}:3: the holder is 'Gamma'" in told.err
    assert run(monkeypatch, "leverage", folder, "--table", table, "--entries") == 0
    assert capsys.readouterr().out.startswith("leverage:\n  - holder: beta\n    target: north\n")
    assert run(monkeypatch, "leverage", folder, "--entries") == 2
    assert "name it with --table" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("share: [0.2, 0.3, 0.4]", "share: [0.2, 0.3, 1.4]", "leaves the range from 0 to 1"),
        ("share: [0.2, 0.3, 0.4]", "share: [0.4, 0.3, 0.2]", "out of order"),
        ("holder: alpha", "holder: alfa", "alfa"),
        ("holder: alpha", "holder: north", "both holder and target"),
    ],
)
def test_a_lever_that_breaks_a_rule_is_refused_with_its_place(
    old: str,
    new: str,
    message: str,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Exit code 2, the line of the case file, and what is wrong there."""
    (folder / "case.yaml").write_text(CASE.replace(old, new, 1), encoding="utf-8")
    assert run(monkeypatch, "leverage", folder) == 2
    told = capsys.readouterr().err
    assert message in told
    assert "case.yaml:" in told
    assert "Traceback" not in told


def test_a_threat_is_weighed_against_what_the_target_can_do_in_return(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Northland's fish is a lever over Alpha; with it the threat is no longer worth its cost."""
    lever = "  - {holder: north, target: alpha, means: fish, share: [0.5, 0.5, 0.5], willingness: [1, 1, 1], "
    (folder / "case.yaml").write_text(f"{CASE}{lever}{CODED}}}\n", encoding="utf-8")
    answer = (
        "  - {holder: north, target: alpha, weight: [1, 1, 1], redirectable: [0, 0, 0],\n"
        "     dependence: [1, 1, 1], cost: [0, 0, 0]}\n"
    )
    gain = "gain: {alpha: [0.2, 0.2, 0.2]}\n"
    terms = folder / "terms.yaml"
    terms.write_text(TERMS.replace("loss:", f"{answer}loss:") + gain, encoding="utf-8")
    assert run(monkeypatch, "leverage", folder, "--terms", terms) == 0
    told = capsys.readouterr().out
    assert "worth its cost to the holder: yes, over the whole range" in told
    assert "the same if Northland answers: by fish: no, over the whole range" in told
    terms.write_text(TERMS + gain, encoding="utf-8")
    assert run(monkeypatch, "leverage", folder, "--terms", terms) == 0
    assert "the same if Northland answers: no lever is weighed for that" in capsys.readouterr().out


def test_a_search_that_finds_nothing_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No entry holds the word, which is no error; the features are listed."""
    assert run(monkeypatch, "precedents", "zzzz") == 0
    told = capsys.readouterr().out
    assert "0 of" in told
    assert "leave some out" in told


def test_a_precedent_shows_the_features_by_which_it_is_found(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What --with looks for stands in the text, not in the JSON alone."""
    assert run(monkeypatch, "precedents", "Istanbul") == 0
    assert (
        "  features: attacker-is-guarantor, each-alone, neutrality, unratified\n" in capsys.readouterr().out
    )


def test_a_judgement_is_its_coders_and_a_claim_has_its_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], strait_folder: Path, folder: Path
) -> None:
    """A source that a coder read has not judged; words under a lever are shown, not their ids alone."""
    assert run(monkeypatch, "leverage", folder) == 0
    assert "  judgement by A. Coder, on: The Gazette\n" in capsys.readouterr().out
    assert run(monkeypatch, "leverage", strait_folder) == 0
    told = capsys.readouterr().out
    assert "  judgement by A. Analyst, on: these words\n    r1: “" in told
    assert run(monkeypatch, "leverage", strait_folder, "--json") == 0
    (lever,) = as_json(capsys)["levers"]
    assert lever["coder"] == "A. Analyst"
    assert set(lever["words"]) == {"r1", "r2"}
    text = CASE.replace(
        "willingness: [0.0, 0.1, 0.2]\n    " + CODED, "coding: {status: judgement, coder: A. Coder}"
    )
    claim = "claimed_by: south\n    coding: {status: claim, coder: A. Coder, source: The Post}"
    text = text.replace("willingness: [1, 1, 1]\n    " + CODED, claim)
    (folder / "case.yaml").write_text(text, encoding="utf-8")
    assert run(monkeypatch, "leverage", folder) == 0
    told = capsys.readouterr().out
    assert "  judgement by A. Coder, on no source\n" in told
    assert "  claim by Southland: The Post (coded by A. Coder)\n" in told


def test_what_is_weighed_is_not_said_to_be_missing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the file of terms, the list of levers names no value of a weighed one as not known."""
    assert run(monkeypatch, "leverage", folder, "--terms", folder / "terms.yaml") == 0
    told = capsys.readouterr().out
    assert told.count("  weighed: see below\n") == 2
    assert "not known" not in told
    assert run(monkeypatch, "leverage", folder, "--terms", folder / "terms.yaml", "--json") == 0
    assert [(one["weighed"], one["missing"]) for one in as_json(capsys)["levers"]] == [(True, [])] * 2


def test_a_side_payment_counts_in_the_share_that_is_enough(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of a loss of 0.2, 0.11 is paid: a tenth of a flow that weighs 0.9 covers the rest."""
    terms = folder / "terms.yaml"
    text = TERMS.replace("north: [0.02, 0.02, 0.02]", "north: [0.2, 0.2, 0.2]")
    terms.write_text(f"{text}side_payment: {{north: [0.1, 0.11, 0.12]}}\n", encoding="utf-8")
    assert run(monkeypatch, "leverage", folder, "--terms", terms) == 0
    told = capsys.readouterr().out
    assert "enough alone beside the side payment from a share of 0.10, if pulled" in told
    assert "Moving costs Northland 0.20" in told
    assert "\n  given for moving, and counted with the levers: 0.11 (0.10 to 0.12)\n" in told


def test_without_sizes_no_scale_is_explained(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where no share and no walk-away value is coded, there is no size whose unit a reader would need."""
    lines = [line for line in CASE.splitlines() if "share:" not in line and "value:" not in line]
    text = "\n".join(lines).replace("walk_away:\n", "")
    (folder / "case.yaml").write_text(text, encoding="utf-8")
    assert run(monkeypatch, "leverage", folder) == 0
    told = capsys.readouterr().out
    assert "not known: which share the holder has" in told
    assert "Sizes are in" not in told
