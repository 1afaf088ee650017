"""The commands on guarantees, leverage and precedents."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from goodoffices.cli.main import main

CODED = "coding: {status: judgement, coder: A. Coder, source: The Gazette}"
CASE = f"""
title: A strait
parties:
  north: {{name: Northland, must_sign: true}}
  south: {{name: Southland, must_sign: true}}
  alpha: {{name: Alpha}}
  beta: {{name: Beta}}
guarantees:
  pact:
    name: The pact
    beneficiary: south
    against: [north]
    guarantors: [alpha, beta, north]
    rule: unanimous
    trigger: an attack
    obligation: defend
    {CODED}
  coalition:
    name: The coalition
    beneficiary: south
    against: [north]
    guarantors: [alpha, beta]
    rule: k_of_n
    required: 2
    trigger: an attack
    correlation: [0.0, 0.2, 0.5]
    willingness:
      alpha: {{value: [0.3, 0.5, 0.7], {CODED}}}
      beta: {{value: [0.6, 0.8, 0.9], {CODED}}}
    {CODED}
  vote:
    name: The vote
    beneficiary: south
    against: [north]
    guarantors: [alpha, beta, north]
    rule: k_of_n
    required: 2
    recused: [north]
    trigger: an attack
    {CODED}
  majority:
    name: The majority
    beneficiary: south
    against: [north]
    guarantors: [alpha, beta, north]
    rule: k_of_n
    required: 2
    trigger: an attack
    willingness:
      alpha: {{value: [0.999, 0.999, 0.999], {CODED}}}
      beta: {{value: [0.001, 0.002, 0.003], {CODED}}}
    {CODED}
  weighted:
    name: The weighted vote
    beneficiary: south
    against: [north]
    guarantors: [alpha, beta, north]
    rule: weighted
    weights: {{alpha: 2, beta: 2, north: 1}}
    required: 4
    trigger: an attack
    {CODED}
  lone:
    name: The lone promise
    beneficiary: south
    against: [north]
    guarantors: [north]
    rule: each_alone
    trigger: an attack
    {CODED}
  draft:
    name: The draft
    beneficiary: south
    against: [north]
    guarantors: [alpha, beta, north]
    {CODED}
  union:
    name: The union
    beneficiary: south
    against: [north]
    guarantors: [alpha]
    rule: body
    body: eu_council
    trigger: an attack
    {CODED}
  promise:
    name: The promise
    beneficiary: south
    against: [north]
    guarantors: [alpha]
    rule: each_alone
    found_by: {{rule: unanimous, members: [beta], {CODED}}}
    recused: [beta]
    trigger: an attack
    obligation: defend
    {CODED}
leverage:
  - holder: alpha
    target: north
    means: oil
    share: [0.2, 0.3, 0.4]
    willingness: [0.0, 0.1, 0.2]
    claimed_by: south
    coding: {{status: claim, source: The Gazette}}
  - holder: beta
    target: south
    {CODED}
"""
STAKES = """
source: A. Coder
prize: [1, 1, 1]
wins_alone: [0.6, 0.7, 0.8]
wins_opposed: [0.2, 0.3, 0.4]
cost: [0.2, 0.2, 0.2]
status_quo: [0.1, 0.1, 0.1]
punishment: [0.2, 0.2, 0.2]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A case folder with guarantees and levers."""
    (tmp_path / "case.yaml").write_text(CASE, encoding="utf-8")
    (tmp_path / "stakes.yaml").write_text(STAKES, encoding="utf-8")
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


def test_guarantees_are_compared_in_words(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who can block, who has no say, what is missing and what is needed are told by the parties' names."""
    assert run(monkeypatch, "guarantee", folder, "--stakes", folder / "stakes.yaml") == 0
    told = capsys.readouterr()
    assert "acted on: never; nothing happens without Northland, against whom" in told.out
    assert "Northland can block alone; if it had no say, the others could decide" in told.out
    assert "Northland has no say by the design" in told.out
    assert "Northland is no guarantor and has no say" in told.out
    assert "Northland can block only together with 1 other" in told.out
    assert "cannot be said; no willingness is coded for Alpha, Beta" in told.out
    assert "Alpha: 0.50 (0.30 to 0.70), judgement; A. Coder: The Gazette" in told.out
    assert "lowest at correlation 0.00, highest at 0.50" in told.out
    assert "(below 0.01 to below 0.01)" in told.out
    assert "against what is needed to deter:" in told.out
    assert "Needed to deter: " in told.out
    assert "would deter, all else as given: what fighting costs Northland at 0." in told.out
    assert "Northland cannot block" in told.out
    assert "Northland can block alone; if it had no say, nobody could" in told.out
    assert (
        "guarantees.promise: design 'The promise': without 'beta', who is recused, no set of gu" in told.err
    )


def test_guarantees_are_written_as_json(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One design can be asked for, and its numbers are those of the model."""
    arguments = ("guarantee", folder, "--design", "coalition", "--stakes", folder / "stakes.yaml", "--json")
    assert run(monkeypatch, *arguments) == 0
    record = as_json(capsys)
    (design,) = record["designs"]
    assert design["must_agree"] == ["alpha", "beta"]
    assert design["probability_of_action"][0] == pytest.approx(0.18)
    assert design["likelihoods"]["alpha"]["kind"] == "judgement"
    assert design["gap"][1] == pytest.approx(2 / 3 - design["probability_of_action"][1])
    assert design["hangs_on"][0]["input"] == "alpha"
    assert record["needed"]["value"][1] == pytest.approx(2 / 3)
    changes = {change["value"]: change["needed"] for change in design["would_deter"]}
    assert changes["credibility"] == pytest.approx(2 / 3)
    assert record["not_computed"] == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--design", "coaliton"), "no guarantee 'coaliton' is in the case; did you mean 'coalition'"),
        (
            ("--design", "promise"),
            "guarantees.promise: design 'The promise': without 'beta', who is recused, no set of guarantors",
        ),
    ],
)
def test_a_design_that_cannot_be_computed_ends_with_a_message(
    folder: Path,
    arguments: tuple[str, ...],
    message: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Exit code 2, and what is wrong where."""
    assert run(monkeypatch, "guarantee", folder, *arguments) == 2
    assert message in capsys.readouterr().err


def test_a_guarantee_that_changes_nothing_is_never_credible_enough(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where keeping the promise takes nothing from the attacker, no credibility suffices."""
    text = STAKES.replace("[0.2, 0.3, 0.4]", "[0.6, 0.7, 0.8]").replace("[0.2, 0.2, 0.2]", "[0, 0, 0]")
    (folder / "stakes.yaml").write_text(text, encoding="utf-8")
    arguments = ("guarantee", folder, "--design", "coalition", "--stakes", folder / "stakes.yaml")
    assert run(monkeypatch, *arguments) == 0
    assert "no limit" in capsys.readouterr().out


def test_a_case_without_guarantees_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """There is nothing to compare."""
    (tmp_path / "case.yaml").write_text("title: A strait\n", encoding="utf-8")
    assert run(monkeypatch, "guarantee", tmp_path) == 2
    assert "the case has no guarantees" in capsys.readouterr().err


def test_levers_are_listed_with_what_is_missing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Capacity and willingness stand on lines of their own."""
    assert run(monkeypatch, "leverage", folder) == 0
    told = capsys.readouterr().out
    assert "Alpha over Northland: oil" in told
    assert "share of the flow: 0.30 (0.20 to 0.40)" in told
    assert "capacity, what it takes if pulled: at most 0.30 (0.20 to 0.40)\n" in told
    assert "willingness: 0.10 (0.00 to 0.20)" in told
    assert "claim by Southland: The Gazette" in told
    assert "Beta over Southland: means not named" in told
    assert "not known: which share the holder has" in told
    assert run(monkeypatch, "leverage", folder, "--target", "north", "--json") == 0
    (lever,) = as_json(capsys)["levers"]
    assert lever["takes_at_most_as_expected"] == pytest.approx([0.0, 0.03, 0.08])
    assert run(monkeypatch, "leverage", folder, "--target", "nort") == 2
    assert "no party 'nort' is in the case" in capsys.readouterr().err


def test_precedents_are_found_by_feature_and_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The list ends with the warning that it counts nothing."""
    assert run(monkeypatch, "precedents", "--with", "attacker-is-guarantor", "Budapest") == 0
    told = capsys.readouterr().out
    assert "Budapest Memorandum (1994-12-05)" in told
    assert "1 of" in told
    assert "No rate can be taken" in told
    assert run(monkeypatch, "precedents", "--json", "Luxembourg") == 0
    record = as_json(capsys)
    assert "collective-clause" in record["precedents"][0]["features"]
    assert "No rate" in record["warning"]
    assert run(monkeypatch, "precedents") == 0
    assert "Features for --with: attacker-is-guarantor" in capsys.readouterr().out
    assert run(monkeypatch, "precedents", "--with", "attacker") == 2
    assert "no feature 'attacker' is known" in capsys.readouterr().err


def test_without_stakes_and_likelihoods_only_the_rule_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is said about what is needed, nor about likelihoods that nobody coded."""
    assert run(monkeypatch, "guarantee", folder, "--design", "vote") == 0
    told = capsys.readouterr().out
    assert "Needed" not in told
    assert "as coded" not in told


def test_where_no_rule_is_stated_the_usual_rules_are_shown(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The rule alone can decide whether a promise could ever be kept."""
    assert run(monkeypatch, "guarantee", folder, "--design", "draft") == 0
    told = capsys.readouterr().out
    assert "no rule is stated" in told
    assert "if all must agree: never acted on; nothing happens without Northland" in told
    assert "if all must agree, without a say for the accused: can be blocked by any 1 of Alpha, Beta" in told
    assert "if two thirds, 2 of 3: can be blocked by any 2 of Alpha, Beta, Northland" in told
    assert "a majority" not in told
    assert run(monkeypatch, "guarantee", folder, "--design", "coalition", "--rules", "--json") == 0
    (design,) = as_json(capsys)["designs"]
    usual = {side["name"]: side["probability_of_action"] for side in design["under_usual_rules"]}
    assert list(usual) == ["all must agree", "each may act alone"]
    assert usual["each may act alone"][1] > usual["all must agree"][1] > 0
    assert run(monkeypatch, "guarantee", folder, "--design", "coalition", "--rules") == 0
    assert "if all must agree: acted on 0." in capsys.readouterr().out


def test_the_commitment_problem_is_told_beside_deterrence(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With a shift of power in the file, the design is held against both needs."""
    shift = "shift: {p1: [0.4, 0.4, 0.4], p2: [0.7, 0.7, 0.7], p2_if_kept: [0.3, 0.3, 0.3],\n"
    shift += "  cost: [0.3, 0.3, 0.3], discount: [0.9, 0.9, 0.9]}\n"
    (folder / "stakes.yaml").write_text(STAKES + shift, encoding="utf-8")
    arguments = ("guarantee", folder, "--design", "coalition", "--stakes", folder / "stakes.yaml")
    assert run(monkeypatch, *arguments) == 0
    told = capsys.readouterr().out
    assert "against what is needed for peace to be bearable: open" in told
    assert "to live with peace: a credible enough guarantee suffices, 0.63 (0.63 to 0.63)." in told
    assert run(monkeypatch, *arguments, "--json") == 0
    assert as_json(capsys)["needed_to_commit"]["value"][1] == pytest.approx(0.630556, abs=1e-6)


def test_sets_too_many_to_list_are_said_to_be(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the EU Council nearly every state counts differently."""
    assert run(monkeypatch, "guarantee", folder, "--design", "union") == 0
    assert "enough: too many sets to list" in capsys.readouterr().out


TERMS = """
source: A. Coder
levers:
  - {holder: alpha, target: north, weight: [0.9, 0.9, 0.9], redirectable: [0, 0, 0], dependence: [1, 1, 1],
     cost: [0.1, 0.1, 0.1]}
loss: {north: [0.2, 0.2, 0.2]}
gain: {alpha: [0.1, 0.2, 0.3]}
"""


def test_levers_are_weighed_with_a_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With weights and losses it is said whether levers are enough, if pulled and as expected."""
    path = folder / "terms.yaml"
    path.write_text(TERMS, encoding="utf-8")
    assert run(monkeypatch, "leverage", folder, "--terms", path) == 0
    told = capsys.readouterr().out
    assert "takes if pulled: 0.27 (0.18 to 0.36)" in told
    assert "enough alone from a share of 0.22, if pulled" in told
    assert "enough alone from a share of 2.22, which is more than there is, as expected" in told
    assert "worth its cost to the holder: yes" in told
    assert "if all are pulled: open" in told
    assert "as expected: no, over the whole range" in told
    assert "smallest sets that could: Alpha" in told
    assert "smallest sets to be expected: none" in told
    assert run(monkeypatch, "leverage", folder, "--terms", path, "--target", "north", "--json") == 0
    record = as_json(capsys)
    assert record["targets"][0]["smallest_sets_that_could"] == [["alpha"]]
    assert record["source"] == "A. Coder"


def test_a_lever_without_effect_has_no_share_that_is_enough(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where everything can be redirected, no share helps; where moving costs nothing, nobody is needed."""
    path = folder / "terms.yaml"
    path.write_text(TERMS.replace("redirectable: [0, 0, 0]", "redirectable: [1, 1, 1]"), encoding="utf-8")
    assert run(monkeypatch, "leverage", folder, "--terms", path) == 0
    assert "enough alone from a share of no size at all" in capsys.readouterr().out
    free = TERMS.replace("north: [0.2, 0.2, 0.2]", "north: [0, 0, 0]").replace("gain: {alpha", "gain: {beta")
    path.write_text(free + "side_payment: {north: [0.1, 0.1, 0.1]}\n", encoding="utf-8")
    assert run(monkeypatch, "leverage", folder, "--terms", path) == 0
    told = capsys.readouterr().out
    assert "smallest sets that could: nobody is needed" in told
    assert "worth its cost" not in told
    path.write_text(TERMS.replace("loss:", "side_payment:"), encoding="utf-8")
    assert run(monkeypatch, "leverage", folder, "--terms", path) == 0
    assert "break" not in capsys.readouterr().out
