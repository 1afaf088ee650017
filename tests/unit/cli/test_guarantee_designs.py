"""The command `guarantee` on whole designs, on designs side by side, and on input that is wrong."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from goodoffices.cli.main import main

PROMISES = Path(__file__).with_name("..").joinpath("promises.yaml").resolve()
CODED = "coding: {status: judgement, coder: A. Coder, source: The Gazette}"
ELEVEN = {
    "united_kingdom": (0.3, 0.6, 0.8),
    "china": (0.0, 0.05, 0.15),
    "russia": (0.0, 0.0, 0.0),
    "united_states": (0.2, 0.5, 0.75),
    "france": (0.3, 0.6, 0.8),
    "turkey": (0.05, 0.2, 0.4),
    "germany": (0.2, 0.45, 0.7),
    "canada": (0.15, 0.4, 0.65),
    "italy": (0.1, 0.35, 0.6),
    "poland": (0.2, 0.45, 0.7),
    "israel": (0.0, 0.05, 0.15),
}
FIVE = ("china", "france", "russia", "united_kingdom", "united_states")
COALITION = ("france", "germany", "italy", "united_kingdom")
DESIGNS = {
    "five": (FIVE, "rule: unanimous"),
    "five_recused": (FIVE, "rule: unanimous\n    recused: [russia]"),
    "eleven_all": (tuple(ELEVEN), "rule: unanimous"),
    "eleven_two_thirds": (tuple(ELEVEN), "rule: k_of_n\n    required: 8"),
    "eleven_majority": (tuple(ELEVEN), "rule: k_of_n\n    required: 6"),
    "eleven_each": (tuple(ELEVEN), "rule: each_alone"),
    "coalition": (COALITION, "rule: each_alone"),
    "ally": (("united_states",), "rule: each_alone"),
}
"""The usual designs, as the drafts and proposals of 2022 and 2025 would have them."""


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    """Run the command line in this process and return its exit code."""
    monkeypatch.setattr(sys, "argv", ["goodoffices", *map(str, arguments)])
    try:
        main()
    except SystemExit as leave:
        return int(leave.code or 0)
    return 0


def side_by_side() -> str:
    """Return a case with the usual designs on the same likelihoods."""
    parties = "\n".join(f"  {id_}: {{name: {id_.replace('_', ' ').title()}}}" for id_ in (*ELEVEN, "ukraine"))
    text = f"title: Designs\nparties:\n{parties}\nguarantees:\n"
    for id_, (members, rule) in DESIGNS.items():
        judged = "\n".join(f"      {one}: {{value: {list(ELEVEN[one])}, {CODED}}}" for one in members)
        text += (
            f"  {id_}:\n    name: {id_.replace('_', ' ')}\n    beneficiary: ukraine\n    against: [russia]\n"
            f"    guarantors: [{', '.join(members)}]\n    {rule}\n    trigger: an armed attack\n"
            f"    obligation: defend\n    correlation: [0.1, 0.3, 0.6]\n    willingness:\n{judged}\n"
            f"    {CODED}\n"
        )
    return text


@pytest.fixture
def promised(tmp_path: Path) -> Path:
    """A case folder with five promises of every kind."""
    (tmp_path / "case.yaml").write_text(
        PROMISES.read_text(encoding="utf-8").replace("because: [s1]", "source: The Gazette"), encoding="utf-8"
    )
    return tmp_path


def test_the_usual_designs_stand_side_by_side(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The accused blocks under consensus; the laxer the rule, the likelier eleven are to act."""
    (tmp_path / "case.yaml").write_text(side_by_side(), encoding="utf-8")
    assert run(monkeypatch, "guarantee", tmp_path, "--json") == 0
    found = {design["id"]: design for design in json.loads(capsys.readouterr().out)["designs"]}
    middle = {id_: design["probability_of_action"][1] for id_, design in found.items()}
    assert list(found) == list(DESIGNS)
    assert {id_ for id_, design in found.items() if design["never"]} == {"five", "eleven_all"}
    assert middle["five"] == middle["eleven_all"] == 0.0
    assert middle["eleven_two_thirds"] < middle["eleven_majority"] < middle["eleven_each"]
    assert middle["five_recused"] == pytest.approx(found["five"]["if_without_a_say"]["russia"][1])
    assert middle["coalition"] < middle["eleven_each"]
    assert middle["ally"] == pytest.approx(0.5)
    assert found["five_recused"]["importance"]["china"] > found["five_recused"]["importance"]["france"]
    assert run(monkeypatch, "guarantee", tmp_path) == 0
    told = capsys.readouterr().out
    assert "one abstention: stops it, as objecting would, if it is by China, France, Russia" in told
    assert "if China, France, United Kingdom or United States had no say: still never acted on" in told
    assert "if United States had no say: nobody could decide" in told


def test_all_that_a_design_says_is_told(
    promised: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Trigger, finder, conditions, duration, ratification, strength and needs stand with each design."""
    assert run(monkeypatch, "guarantee", promised) == 0
    told = capsys.readouterr()
    for line in (
        "protects: Southland against Northland; owed: defend",
        "trigger: an attack by sea; found by The Watch",
        "condition: Beta sails first (Beta must act first)",
        "lasts: ten years, renewable; ends after 10 years",
        "in force once ratified by: The Senate",
        "in force once ratified by: 2 of The Senate, Alpha and Beta",
        "must agree: Beta, The Watch",
        "(if its conditions are met and once it is in force)",
        "before it is in force, The Senate by not ratifying",
        "before it is in force, any 2 of The Senate, Alpha, Beta by not ratifying",
        "provided that the 3 who must ratify it do so",
        "strength of those who act, to be expected:",
        "tripwire: troops in place count for nothing by themselves",
        "lasts: ends after 5 years",
        "it ends after 5 years: peace would not survive that end",
        "Northland's later chance of winning at most",
        "Needed to deter: a credible enough guarantee suffices, 0.67 (0.50 to 0.83).",
        "Divisions that both prefer to war now: Northland gets 0.20 to 0.43",
        "Stakes: A. Coder: The Gazette.",
        "no willingness is coded for Alpha, Beta, The Watch; add it under 'willingness'",
        "if all must agree: never acted on",
    ):
        assert line in told.out, line


def test_a_design_that_nobody_could_set_off_is_told_and_leaves_the_others(
    promised: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The only finder has no say, which no list of names shows; the other designs are worked out."""
    path = promised / "case.yaml"
    silenced = f"found_by: {{rule: unanimous, members: [watch], {CODED}}}\n    recused: [watch]\n"
    text = path.read_text(encoding="utf-8").replace(
        "guarantors: [alpha]\n", f"guarantors: [alpha]\n    trigger: an attack\n    {silenced}"
    )
    path.write_text(text, encoding="utf-8")
    assert run(monkeypatch, "guarantee", promised) == 0
    told = capsys.readouterr()
    assert "Not computed: guarantees.body: design 'The unknown body': without 'watch', who is rec" in told.err
    assert "The pact (pact)" in told.out


def test_a_finder_that_is_a_body_and_a_single_ratifier_are_named(
    promised: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A council that must first find the attack gives its veto to the attacker."""
    path = promised / "case.yaml"
    text = path.read_text(encoding="utf-8")
    council = "found_by: {rule: body, body: un_security_council, members: [watch],"
    text = text.replace("found_by: {rule: k_of_n, required: 1, members: [watch, alpha],", council)
    text = text.replace("north: {name: Northland,", "north: {name: Russia,")
    path.write_text(text, encoding="utf-8")
    assert run(monkeypatch, "guarantee", promised, "--design", "silent") == 0
    told = capsys.readouterr().out
    assert (
        "found by the un security council (9 votes of 15; each of these can stop it: China, France, Russia"
        in told
    )
    assert "acted on: never; nothing happens without Russia, against whom the guarantee is meant" in told
    assert run(monkeypatch, "guarantee", promised, "--design", "silent", "--json") == 0
    (design,) = json.loads(capsys.readouterr().out)["designs"]
    assert design["found_by"]["body"] == "un_security_council"
    assert "watch" in design["found_by"]["members"]


def test_strength_that_is_needless_or_out_of_reach_is_told(
    promised: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a shift of power no guarantee is needed; a promise hardly kept cannot be strong enough."""
    path = promised / "case.yaml"
    text = path.read_text(encoding="utf-8")
    even = text.replace("p2: [0.7, 0.7, 0.7]", "p2: [0.4, 0.4, 0.4]")
    path.write_text(even.replace("discount: [0.9, 0.9, 0.9]", "discount: [0.7, 0.7, 0.7]"), encoding="utf-8")
    assert run(monkeypatch, "guarantee", promised, "--design", "sure") == 0
    told = capsys.readouterr().out
    assert "how strong it must be, as likely as it is to be acted on: no guarantee is needed for that" in told
    assert "it ends after 5 years: peace would survive that end" in told
    path.write_text(
        text.replace(
            "[1, 1, 1], coding: {status: judgement, coder: A. Coder}}\n      beta",
            "[0, 0.1, 0.2], coding: {status: judgement, coder: A. Coder}}\n      beta",
        ).replace("vetoes: [beta]", "vetoes: [alpha]"),
        encoding="utf-8",
    )
    assert run(monkeypatch, "guarantee", promised, "--design", "sure") == 0
    assert "no strength suffices at that credibility" in capsys.readouterr().out
    path.write_text(
        text.replace("wins_alone: [0.6, 0.7, 0.8]", "wins_alone: [0, 0, 0]").replace(
            "wins_opposed: [0.2, 0.3, 0.4]", "wins_opposed: [0, 0, 0]"
        ),
        encoding="utf-8",
    )
    assert run(monkeypatch, "guarantee", promised, "--design", "sure") == 0
    assert "Needed to deter: no guarantee is needed, none (none to none)." in capsys.readouterr().out


PACT = (
    "guarantors: [alpha, beta]\n    rule: each_alone\n    obligation: defend\n    trigger: an attack by sea"
)
FAULTS = {
    "a probability above 1": (
        ("alpha: {value: [0.3, 0.5, 0.7]", "alpha: {value: [0.3, 0.5, 1.7]"),
        "guarantees.pact.willingness.alpha: willingness [0.3, 0.5, 1.7] leaves the range from 0 to 1",
    ),
    "a ratification below 0": (
        ("senate: {value: [0.5, 0.7, 0.9]", "senate: {value: [-0.5, 0.7, 0.9]"),
        "ratification.willingness.senate: willingness [-0.5, 0.7, 0.9] leaves the range from 0 to 1",
    ),
    "an attacker who is also the beneficiary": (
        ("against: [north]", "against: [south]"),
        "guarantees.pact: 'south' is both the beneficiary and the attacker meant; name another party",
    ),
    "a rule that nobody can meet": (
        ("rule: k_of_n\n    required: 2", "rule: k_of_n\n    required: 3"),
        "guarantees.silent.required: 3 can never agree, since the number of guarantors is 2; write less",
    ),
    "a rule that nobody can meet without the recused": (
        ("rule: k_of_n\n    required: 2", "rule: k_of_n\n    required: 2\n    recused: [beta]"),
        "2 can never agree, since the number of guarantors is 1 without 'beta', recused; write less",
    ),
    "a weight that cannot be reached without the recused": (
        (
            "rule: k_of_n\n    required: 2",
            "rule: weighted\n    weights: {alpha: 1, beta: 2}\n    required: 2\n    recused: [beta]",
        ),
        "2 can never agree, since the weights add up to 1 without 'beta', recused; write less",
    ),
    "an obligation without a trigger": (
        (PACT, PACT.replace("\n    trigger: an attack by sea", "")),
        "guarantees.pact.obligation: 'defend' is owed without a trigger; add 'trigger: …'",
    ),
    "a bare number where an interval belongs": (
        ("alpha: {value: [0.3, 0.5, 0.7]", "alpha: {value: 0.5"),
        "guarantees.pact.willingness.alpha.value: three numbers belong here, [low, mid, high], not '0.5'",
    ),
    "a value that is missing": (
        ("watch: {value: [0.9, 0.95, 1], ", "watch: {"),
        "guarantees.pact.willingness.watch.value: this key is missing; add 'value: [low, mid, high]'",
    ),
    "an interval of the stakes that is missing": (
        ("    punishment: [0.2, 0.2, 0.2]\n", ""),
        "stakes.1.punishment: this key is missing; add 'punishment: [low, mid, high]'",
    ),
    "a misspelt finder": (
        ("members: [watch], coding", "members: [wacht], coding"),
        "guarantees.pact.found_by.members.1: no party 'wacht'; did you mean 'watch'?",
    ),
}


@pytest.mark.parametrize("kind", FAULTS)
def test_bad_input_is_told_with_its_place_and_a_way_out(
    promised: Path, kind: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2; file, line and column, what is wrong, and what to write instead."""
    (before, after), message = FAULTS[kind]
    path = promised / "case.yaml"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    assert run(monkeypatch, "guarantee", promised) == 2
    told = capsys.readouterr().err
    assert message in told
    assert "case.yaml:" in told
    assert "Traceback" not in told


def test_a_council_that_is_too_large_in_elected_seats_is_told(
    promised: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Parties hold elected seats in the order given; more parties than seats are refused."""
    path = promised / "case.yaml"
    names = [f"p{number}" for number in range(11)]
    parties = "\n".join(f"  {name}: {{name: Party {name}}}" for name in names)
    text = path.read_text(encoding="utf-8").replace("\nproposals:", f"\n{parties}\nproposals:", 1)
    text = text.replace(
        "guarantors: [alpha]\n    rule: body", f"guarantors: [{', '.join(names)}]\n    rule: body"
    )
    path.write_text(text, encoding="utf-8")
    assert run(monkeypatch, "guarantee", promised) == 0
    assert "guarantees.body: 11 parties for 10 elected seats" in capsys.readouterr().err
    path.write_text(
        text.replace("body: un_security_council", "body: au_peace_and_security_council"), encoding="utf-8"
    )
    assert run(monkeypatch, "guarantee", promised, "--design", "body") == 0
    assert "no willingness is coded for Party p0, Party p1" in capsys.readouterr().out


def test_a_promise_without_rule_and_attacker_is_told_with_its_id(
    promised: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No usual rule can be tried where nobody is named whose attack is meant."""
    path = promised / "case.yaml"
    text = path.read_text(encoding="utf-8")
    bare = "against: [north]\n    guarantors: [alpha, beta, north]\n    coding"
    path.write_text(text.replace(bare, bare.replace("against: [north]\n    ", "")), encoding="utf-8")
    assert run(monkeypatch, "guarantee", promised, "--design", "bare") == 2
    assert "guarantees.bare: design 'The bare word' names no attacker" in capsys.readouterr().err
