"""The log of decisions, and what it makes of a reading."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from goodoffices.errors import EvidenceError
from goodoffices.reports.report import Report
from goodoffices.statements.decisions import (
    Decision,
    Verdict,
    apply_decision,
    decided,
    decision_lines,
    find,
    finish,
    parse_decisions,
    standing,
    undecided,
    undo,
)
from goodoffices.statements.statement import Reading


def rejected(reading: Reading, id_: str, number: int = 1) -> Decision:
    """Return the decision that a statement is none."""
    place = [one.id for one in reading.statements].index(id_)
    return Decision(
        number,
        Verdict.REJECT,
        id_,
        "Anna",
        "2026-01-31T09:30:00Z",
        before=find(reading, id_),
        place=place,
    )


def test_a_rejected_statement_comes_back_where_it_was(strait_reading: Reading) -> None:
    """Undoing a rejection gives the very reading that was there before."""
    decision = rejected(strait_reading, "s3")
    without = apply_decision(strait_reading, decision)
    assert find(without, "s3") is None
    back = undo(decision, number=2, by="Ben", when="2026-01-31T09:31:00Z")
    assert apply_decision(without, back) == strait_reading
    assert standing((decision, back)) == ()
    assert decided((decision,)) == {"s3": decision}


def test_a_decision_on_something_else_than_stands_there_is_refused(strait_reading: Reading) -> None:
    """A decision fits only the finding that it was made on."""
    decision = rejected(strait_reading, "s3")
    with pytest.raises(EvidenceError, match="'s3' was changed since"):
        apply_decision(apply_decision(strait_reading, decision), decision)


def test_a_new_finding_goes_to_the_end(strait_reading: Reading) -> None:
    """What was not there before stands behind the others of its kind."""
    new = replace(strait_reading.statements[0], id="s40")
    after = apply_decision(strait_reading, Decision(1, Verdict.ADD, "s40", "Anna", "now", after=new))
    assert after.statements[-1] == new


def test_a_decision_without_a_finding_changes_nothing(strait_reading: Reading) -> None:
    """To reject a proposal leaves the reading alone, and the proposal is decided on."""
    proposal = replace(strait_reading.statements[0], id="m1")
    decision = Decision(1, Verdict.REJECT, "m1", "Anna", "now", proposal=proposal)
    assert apply_decision(strait_reading, decision) == strait_reading
    other = replace(proposal, id="m9")
    assert undecided([other, strait_reading.statements[1]], [decision]) == (strait_reading.statements[1],)
    back = undo(decision, number=2, by="Anna", when="now")
    assert undecided([other], [decision, back]) == (other,)


def test_what_was_only_logged_is_carried_out(strait_reading: Reading) -> None:
    """A reading that was not written after the log is finished; a finished one stays."""
    first, second = (
        replace(rejected(strait_reading, id_), number=n, batch=1) for n, id_ in ((1, "s1"), (2, "s9"))
    )
    after = apply_decision(apply_decision(strait_reading, first), second)
    assert finish(strait_reading, (first, second)) == after
    assert finish(after, (first, second)) == after
    assert finish(strait_reading, ()) == strait_reading


def test_decisions_come_back_equal(strait_reading: Reading, strait_report: Report) -> None:
    """Every part of a decision survives being written and read."""
    decision = replace(
        rejected(strait_reading, "s3"),
        why="she was asked",
        proposal=strait_reading.statements[0],
        batch=1,
        undoes=1,
    )
    text = decision_lines([decision])
    assert json.loads(text.split("\n")[0]) == {"type": "decisions", "version": 1}
    assert parse_decisions(text, {"strait": strait_report}) == (decision,)


ON_AN_ISSUE = (
    '{"type": "decision", "number": 1, "verdict": "accept", "finding": "s1", "by": "", "when": "", '
    '"before": {"type": "issue", "issue": "x", "evidence": []}}'
)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "f:1: not a line of JSON"),
        ("5", "a decision is a JSON object"),
        ("[" * 4_000_000, "characters; a decision may have"),
        ('{"type": "decisions", "version": 9}', "version 9; this program reads 1"),
        ('{"type": "decision"}', "it lacks number, verdict, finding, by, when"),
        ('{"number": 1, "verdict": "accept", "finding": "s1", "by": "", "when": ""}', "it lacks its type"),
        ('{"type": "decision", "colour": "red"}', "'colour' is 'red', which no decision has"),
        ('{"type": "decision", "number": true}', "'number' is True"),
        (
            '{"type": "decision", "number": 1, "verdict": "maybe", "finding": "s1", "by": "", "when": ""}',
            "verdict 'maybe' is none",
        ),
        (
            '{"type": "decision", "number": 2, "verdict": "accept", "finding": "s1", "by": "", "when": ""}',
            "decision 2 stands where 1 is due",
        ),
        (ON_AN_ISSUE, "before holds what nobody can decide on"),
    ],
)
def test_what_is_no_decision_is_refused_with_its_place(line: str, message: str) -> None:
    """A broken log is named with file, line and what is wrong."""
    with pytest.raises(EvidenceError, match="f:1") as caught:
        parse_decisions(line, {}, name="f")
    assert message in str(caught.value)


def test_a_decision_and_its_findings_have_one_id(strait_reading: Reading, strait_report: Report) -> None:
    """A log in which a decision holds another finding than it names is refused."""
    text = decision_lines([replace(rejected(strait_reading, "s3"), finding="s4")])
    with pytest.raises(EvidenceError, match="before is 's3', but the decision is on 's4'"):
        parse_decisions(text, {"strait": strait_report})
