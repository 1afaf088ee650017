"""The `conflict` section of a case speaks only of options that its conflict has."""

from __future__ import annotations

from pathlib import Path

import pytest

from goodoffices.case.parse import CaseFileError
from goodoffices.workspace.bundle import check
from goodoffices.workspace.case_folder import load_case_folder

START = """\
title: A dam
parties:
  north: {name: North, must_sign: true}
  south: {name: South, must_sign: true}
  coast: {name: Coast}
  islands: {name: Islands}
proposals:
  release:
    name: Release of half the flow
    by: [south]
    guarantee: pledge
    coding: {status: judgement, coder: A. Coder}
  sale:
    name: Sale of water
    by: [north]
    signatories: [north]
    coding: {status: judgement, coder: A. Coder}
guarantees:
  pledge:
    name: Pledge of the coast
    beneficiary: south
    guarantors: [coast, islands]
    rule: each_alone
    against: [north]
    willingness:
      coast: {value: [0.6, 0.7, 0.8], coding: {status: judgement, coder: A. Coder}}
      islands: {value: [0.3, 0.4, 0.5], coding: {status: judgement, coder: A. Coder}}
    coding: {status: judgement, coder: A. Coder}
conflict:
"""
BY = "coding: {status: judgement, coder: A. Coder}"


def refusals(tmp_path: Path, section: str, start: str = START) -> list[str]:
    """What is wrong with the case, as line, column and message."""
    (tmp_path / "case.yaml").write_text(start + section, encoding="utf-8")
    with pytest.raises(CaseFileError) as refused:
        check(tmp_path / "case.yaml")
    return [f"{one.line}:{one.column}: {one.message}" for one in refused.value.problems]


def wants(condition: str) -> str:
    """A section in which South wants a condition."""
    return f"  preferences:\n    south:\n      statements: [{{wants: {condition}}}]\n      {BY}\n"


def test_what_the_rules_give_may_be_named(tmp_path: Path) -> None:
    """Acceptances, the readiness on which action turns, proposals in force and added options are sound."""
    section = (
        f"  options:\n    islands.wait: {{name: wait, {BY}}}\n"
        f"  status_quo: {{taken: [south.release], {BY}}}\n"
        f"{wants('release implies coast.act_on_pledge and not islands.wait')}"
    )
    (tmp_path / "case.yaml").write_text(START + section, encoding="utf-8")
    case, _ = check(tmp_path / "case.yaml")
    assert load_case_folder(tmp_path).case == case


def test_readiness_that_no_rule_gives_has_line_and_column(tmp_path: Path) -> None:
    """Action turns on the more willing Coast, so the readiness of the Islands is no option."""
    (found,) = refusals(tmp_path, wants("release implies islands.act_on_pledge"))
    text = (START + wants("release implies islands.act_on_pledge")).splitlines()
    line, column, message = found.split(":", 2)
    assert text[int(line) - 1][int(column) - 1 :].startswith("islands.act_on_pledge")
    assert message == (
        " no rule gives the option 'islands.act_on_pledge', as action turns on coast: write "
        "'coast.act_on_pledge', or add it under 'options' with 'name: …', which says what islands would do"
    )


def test_readiness_that_cannot_be_known_gives_the_reason(tmp_path: Path) -> None:
    """Where willingness is not judged for all, nobody's readiness is an option."""
    start = START.replace(f"      islands: {{value: [0.3, 0.4, 0.5], {BY}}}\n", "")
    (found,) = refusals(tmp_path, wants("coast.act_on_pledge"), start)
    assert "'coast.act_on_pledge': the willingness of its guarantors is not judged for all, so" in found


def test_a_breach_of_an_unconfirmed_guarantee_is_no_option(tmp_path: Path) -> None:
    """Nothing is supposed of a guarantee that is only a draft."""
    start = START.replace(f"    {BY}\nconflict", f"    {BY[:-1]}, drafted: true}}\nconflict")
    found = refusals(tmp_path, f"  status_quo: {{taken: [north.break_settlement], {BY}}}\n", start)
    (message,) = (one.split(": ", 1)[1] for one in found)
    assert message == (
        "no rule gives the option 'north.break_settlement'; remove it, or add it under 'options' with "
        "'name: …', which says what north would do"
    )


def test_a_proposal_left_out_cannot_be_spoken_of(tmp_path: Path) -> None:
    """Its acceptance is no option either."""
    section = f"  leave_out:\n    sale: {{status: judgement, coder: A. Coder}}\n{wants('not north.sale')}"
    (found,) = refusals(tmp_path, section)
    assert "'sale' is left out of the conflict, so 'north.sale' means nothing: remove one" in found


def test_an_option_that_is_changed_must_be_given(tmp_path: Path) -> None:
    """To turn the readiness of the Islands one way, somebody must say what it is."""
    section = f"  options:\n    islands.act_on_pledge: {{direction: 'on', {BY}}}\n"
    (found,) = refusals(tmp_path, section)
    assert found.startswith(f"{START.count(chr(10)) + 2}:5: no rule gives the option 'islands.act_on_pledge'")
