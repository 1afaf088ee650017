"""Take decisions back, and take over a new reading of the reports without touching what people decided."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from goodoffices.errors import CaseError
from goodoffices.statements.decisions import (
    Decision,
    Verdict,
    apply_decision,
    findings,
    standing,
    undecided,
    undo,
)
from goodoffices.statements.jsonl import reading_lines
from goodoffices.statements.reread import reread
from goodoffices.statements.statement import Reading
from goodoffices.workspace.case_folder import STATEMENTS
from goodoffices.workspace.files import write_atomically
from goodoffices.workspace.review import Review, Step, citations, save_review, save_steps, saved_texts, stamp


def take_back(review: Review, number: int | None, *, by: str, when: dt.datetime, why: str = "") -> Review:
    """Take back a decision, with all that was decided in one batch with it.

    Args:
        review: The review.
        number: Number of the decision; None for the last that stands.
        by: Who takes it back.
        when: Date and time.
        why: The reason.

    Raises:
        CaseError: There is no such decision, or it was taken back already.
        EvidenceError: A later decision on the same finding has to be taken back first.
    """
    stand = standing(review.decisions)
    chosen = next((one for one in reversed(stand) if number in (None, one.number)), None)
    if chosen is None:
        numbers = ", ".join(str(one.number) for one in stand[-5:])
        raise CaseError(
            f"there is no decision {number} to take back; the last that stand are {numbers}"
            if number is not None and stand
            else "there is no decision to take back"
        )
    batch = chosen.batch or chosen.number
    undone = [one for one in reversed(stand) if (one.batch or one.number) == batch]
    reading, made = review.reading, list[Decision]()
    first = len(review.decisions) + 1
    for at, one in enumerate(undone, start=first):
        back = undo(one, number=at, by=by, when=stamp(when), why=why)
        back = replace(back, batch=first if len(undone) > 1 else None)
        reading = apply_decision(reading, back)
        made.append(back)
    decisions = (*review.decisions, *made)
    after = replace(
        review, reading=reading, decisions=decisions, proposals=undecided(review.proposed, decisions)
    )
    return save_review(review, after)


def reread_folder(review: Review, new: Reading, *, by: str, when: dt.datetime) -> Review:
    """Take over a new reading of the reports, but for what people decided on or the case rests on."""
    stand = standing(review.decisions)
    people = [one for one in stand if one.verdict is not Verdict.REREAD]
    rejected = [gone for one in people for gone in (one.before, one.proposal) if gone is not None]
    kept = {one.finding for one in people} | {
        one.id for one in findings(review.reading) if citations(review.folder, one.id)
    }
    changes = reread(
        review.reading,
        new,
        kept=kept,
        rejected=rejected,
        taken=[one.finding for one in review.decisions],
    )
    why = "the reports were read again"
    steps = [Step(Verdict.REREAD, change.before, change.after, why=why) for change in changes]
    review = save_steps(review, steps, by=by, when=when)
    reading = replace(review.reading, issues=new.issues)
    if reading != review.reading:
        write_atomically(review.folder / STATEMENTS, reading_lines(reading))
    return replace(review, reading=reading, saved=saved_texts(review.folder))
