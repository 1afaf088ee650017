"""Accepted options do not bind whoever has a walk-away value, and that is said."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from goodoffices.brief.compose import compose
from goodoffices.brief.page import Note
from goodoffices.case.case import Case
from goodoffices.findings.agreement_gaps import accepts_aside
from goodoffices.findings.agreement_words import Words, case_labels
from goodoffices.models.bargaining.from_case import bargaining_problem
from goodoffices.statements.statement import Reading
from goodoffices.workspace.bundle import check
from goodoffices.workspace.case_folder import save_case

SAID = "not to the options that it accepts"


def accepting(case: Case) -> Case:
    """Return the case with one accepted option for Norvania, which has a walk-away value."""
    positions = tuple(
        dataclasses.replace(one, accepts=("league",)) if one.party == "norvania" else one
        for one in case.positions
    )
    return dataclasses.replace(case, positions=positions)


def test_whose_accepted_options_do_not_count_is_said(strait_measured: Case) -> None:
    """Both are named while their walk-away values count, and no longer once they have none."""
    case = accepting(strait_measured)
    words = Words(bargaining_problem(case), case_labels(case))
    (told,) = accepts_aside(words)
    assert SAID in told.head
    assert told.head.endswith("Here that is so of Norvania and Selmark.")
    bare = dataclasses.replace(case, walk_away=())
    assert accepts_aside(Words(bargaining_problem(bare), case_labels(bare))) == ()


def test_the_brief_and_the_check_say_so_too(strait_measured: Case, tmp_path: Path) -> None:
    """One sentence stands in all three places."""
    case = accepting(strait_measured)
    notes = [
        block.text
        for section in compose(case, Reading(), []).sections
        for block in section.blocks
        if isinstance(block, Note) and SAID in block.text
    ]
    assert len(notes) == 1
    save_case(dataclasses.replace(case, disagreements=()), tmp_path / "case")
    _, remarks = check(tmp_path / "case" / "case.yaml")
    assert notes[0] in remarks
    bare = dataclasses.replace(case, walk_away=(), disagreements=())
    save_case(bare, tmp_path / "bare")
    assert not any(SAID in one for one in check(tmp_path / "bare" / "case.yaml")[1])
