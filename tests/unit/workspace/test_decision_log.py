"""What `check` says of findings that decisions took out of a folder."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from goodoffices.case.problems import CaseFileError
from goodoffices.reports.plain import from_text
from goodoffices.statements.decisions import Decision, Verdict
from goodoffices.workspace.bundle import check, draft, open_folder, save
from goodoffices.workspace.decision_log import taken_out
from goodoffices.workspace.review import open_review, save_steps
from goodoffices.workspace.review_again import take_back
from goodoffices.workspace.review_steps import add, reject

TALKS = "Norway proposed a truce in Sudan.\nSudan rejected the proposal.\n"
WHEN = dt.datetime(2026, 1, 2, 9, 30, tzinfo=dt.UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A drafted case whose answer rests on s2."""
    save(draft([from_text(TALKS, id="talks")]), tmp_path)
    return tmp_path


def test_a_rejected_statement_is_named_with_who_and_both_ways_out(folder: Path) -> None:
    """The message says by whom and when it was rejected, why, and how to take either side back."""
    review = open_review(folder)
    step = reject(review, "s2")
    save_steps(review, [step], by="Anna", when=WHEN)
    with pytest.raises(CaseFileError) as refusal:
        check(folder)
    said = str(refusal.value)
    assert "'s2' was rejected by Anna on 2026-01-02T09:30:00Z; delete it in this line" in said
    assert f"or take the decision back: 'goodoffices review {folder} --undo 1'" in said
    take_back(open_review(folder), 1, by="Anna", when=WHEN)
    assert open_folder(folder).reading.statements[1].id == "s2"


def test_an_id_that_never_was_is_told_as_before(folder: Path) -> None:
    """A slip of the pen has no decision behind it, and is told which ids there are."""
    case = folder / "case.yaml"
    case.write_text(case.read_text("utf-8").replace("[s2]", "[s7]"), encoding="utf-8")
    with pytest.raises(CaseFileError, match=r"no statement 's7'; statements\.jsonl has s1 to s2"):
        check(folder)


def test_decisions_made_together_are_counted(folder: Path) -> None:
    """Taking back one of several that were decided together takes all of them back, and says so."""
    review = open_review(folder)
    save_steps(review, [reject(review, "s1"), reject(review, "s2")], by="Anna", when=WHEN)
    with pytest.raises(CaseFileError, match="take the decision back, with the 2 that were decided together"):
        check(folder)


def test_an_addition_that_was_taken_back_is_added_anew(folder: Path) -> None:
    """What was added and taken back cannot be undone into being, so the way is to add it."""
    review = open_review(folder)
    given = {"words": "Norway proposed", "actor": "Norway", "act": "propose", "cue": "proposed"}
    save_steps(review, [add(review, "talks", given, "Anna", "statement")], by="Anna", when=WHEN)
    after = take_back(open_review(folder), None, by="Ben", when=WHEN, why="twice")
    told = taken_out(after.decisions, folder)["s3"]
    assert told.startswith("'s3' was taken back by Ben on 2026-01-02T09:30:00Z (twice);")
    assert told.endswith(f"or add it anew: 'goodoffices review {folder}', key n")


def test_a_finding_that_stands_again_is_not_told() -> None:
    """A decision that changed nothing takes nothing out."""
    kept = Decision(1, Verdict.ACCEPT, "s1", "Anna", "2026-01-02T09:30:00Z")
    assert taken_out([kept], Path()) == {}
