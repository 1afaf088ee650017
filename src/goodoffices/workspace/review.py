"""A case folder whose findings a person corrects: every decision is saved at once and can be taken back."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from goodoffices.case.case import Case
from goodoffices.case.parse import parse_case_bytes
from goodoffices.errors import CaseError, EvidenceError
from goodoffices.reports.report import Report
from goodoffices.statements.decisions import (
    Decision,
    Finding,
    Verdict,
    apply_decision,
    decided,
    decision_lines,
    find,
    findings,
    finish,
    place_of,
    undecided,
)
from goodoffices.statements.forms import FORMS
from goodoffices.statements.gazetteer import load_gazetteer
from goodoffices.statements.jsonl import parse_finding, reading_lines
from goodoffices.statements.party_list import PartyList, party_list
from goodoffices.statements.statement import Reading, Statement
from goodoffices.workspace.case_folder import CASE, STATEMENTS, load_sources
from goodoffices.workspace.decision_log import DECISIONS, load_decisions, text_of
from goodoffices.workspace.files import write_atomically

PROPOSALS = "proposals.jsonl"


@dataclass(frozen=True, slots=True)
class Review:
    """What a person looks through.

    Attributes:
        folder: The case folder.
        reports: Its reports by id.
        reading: The findings as they stand.
        decisions: What was decided so far.
        proposed: What a model proposed.
        proposals: That part of it that nobody has decided on.
        parties: Who can be named.
        issues: Ids of the case's issues.
        saved: The texts of the log and of the statements as they were last read or written.
    """

    folder: Path
    reports: Mapping[str, Report]
    reading: Reading
    decisions: tuple[Decision, ...]
    proposed: tuple[Statement, ...]
    proposals: tuple[Statement, ...]
    parties: PartyList
    issues: tuple[str, ...]
    saved: tuple[str, str]

    def done(self) -> Mapping[str, Decision]:
        """Return the last decision on each finding that a person decided on."""
        return decided(self.decisions)


@dataclass(frozen=True, slots=True)
class Step:
    """A decision to be saved.

    Attributes:
        verdict: What was decided.
        before: The finding as it stands; None where it does not.
        after: The finding as it shall be; None where it goes.
        proposal: The model's proposal that it is about, if it is one.
        why: The reason, where one was given.
    """

    verdict: Verdict
    before: Finding | None
    after: Finding | None
    proposal: Statement | None = None
    why: str = ""


def open_review(folder: Path) -> Review:
    """Open a case folder for review, and carry out what an earlier review had only logged.

    Raises:
        CaseError: The folder has no statements, or its case breaks rules.
        ReportError: A saved report is damaged or was changed.
        EvidenceError: A statement, decision or proposal is damaged, or its words are not in its report.
    """
    reports, reading = load_sources(folder)
    if reading is None:
        what = f"the folder {folder} has no {STATEMENTS}" if folder.is_dir() else f"{folder} is no folder"
        raise CaseError(f"{what}; 'goodoffices draft REPORT… -o FOLDER' makes a folder with statements")
    known = {report.id: report for report in reports}
    decisions = load_decisions(folder, known)
    whole = finish(reading, decisions) if _log_is_newer(folder) else reading
    if whole != reading:
        write_atomically(folder / STATEMENTS, reading_lines(whole))
    proposed = _proposals(folder, known)
    case = _case(folder)
    named = {id_: (party.name, *party.aliases) for id_, party in case.parties.items()} if case else {}
    return Review(
        folder=folder,
        reports=known,
        reading=whole,
        decisions=decisions,
        proposed=proposed,
        proposals=undecided(proposed, decisions),
        parties=party_list(named, whole, load_gazetteer()),
        issues=tuple(case.issues) if case else (),
        saved=saved_texts(folder),
    )


def decide(review: Review, steps: Sequence[Step], *, by: str, when: dt.datetime, batch: int = 0) -> Review:
    """Return a review after some decisions; nothing is saved.

    Args:
        review: The review.
        steps: What was decided.
        by: Who decided.
        when: Date and time.
        batch: Number of the first decision of the batch; 0 where each decision stands for itself.
    """
    made: list[Decision] = []
    reading = review.reading
    for number, step in enumerate(steps, start=len(review.decisions) + 1):
        decision = Decision(
            number=number,
            verdict=step.verdict,
            finding=next(one.id for one in (step.after, step.before, step.proposal) if one is not None),
            by=by,
            when=stamp(when),
            why=step.why,
            before=step.before,
            after=step.after,
            place=place_of(reading, step.before) if step.before else None,
            proposal=step.proposal,
            batch=batch or None,
        )
        reading = apply_decision(reading, decision)
        made.append(decision)
    decisions = (*review.decisions, *made)
    return replace(
        review, reading=reading, decisions=decisions, proposals=undecided(review.proposed, decisions)
    )


def save_steps(review: Review, steps: Sequence[Step], *, by: str, when: dt.datetime) -> Review:
    """Decide, as one batch if there are several decisions, and save.

    Raises:
        CaseError: Somebody else has decided in the folder meanwhile.
    """
    batch = len(review.decisions) + 1 if len(steps) > 1 else 0
    return save_review(review, decide(review, steps, by=by, when=when, batch=batch))


def save_review(before: Review, after: Review) -> Review:
    """Save what was decided: first the log, then the statements.

    Args:
        before: The review as it was saved last.
        after: The review as it is now.

    Raises:
        CaseError: Somebody else has changed the folder meanwhile.
    """
    folder = before.folder
    if after.decisions == before.decisions:
        return before
    if saved_texts(folder) != before.saved:
        raise CaseError(
            f"somebody else has changed {DECISIONS} or {STATEMENTS} in {folder} meanwhile, so nothing was "
            "saved; start again"
        )
    header, _, lines = decision_lines(after.decisions[len(before.decisions) :]).partition("\n")
    log = before.saved[0].rstrip("\n") or header
    write_atomically(folder / DECISIONS, f"{log}\n{lines}")
    if after.reading != before.reading:
        write_atomically(folder / STATEMENTS, reading_lines(after.reading))
    return replace(after, saved=saved_texts(folder))


def free_id(review: Review, kind: str = "statement") -> str:
    """Return the next id of a finding of some kind that was never given."""
    letter = FORMS[kind].letter
    given = [one.id for one in findings(review.reading)] + [one.finding for one in review.decisions]
    numbers = [int(id_[1:]) for id_ in given if id_[:1] == letter and id_[1:].isdecimal()]
    return f"{letter}{max(numbers, default=0) + 1}"


def citations(folder: Path, id_: str) -> tuple[int, ...]:
    """Return the lines of the case file that name a finding."""
    whole = re.compile(rf"(?<![\w.-]){re.escape(id_)}(?![\w-])")
    lines = text_of(folder / CASE).split("\n")
    return tuple(
        number for number, line in enumerate(lines, start=1) if whole.search(line.partition(" #")[0])
    )


def stamp(when: dt.datetime) -> str:
    """Return a date and time as it is written in the log."""
    return when.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _log_is_newer(folder: Path) -> bool:
    """Tell whether the statements were not written after the log, as a review that was cut off leaves them.

    Statements that are newer were edited by hand since, and stay as they are.
    """
    log = folder / DECISIONS
    return log.exists() and (folder / STATEMENTS).stat().st_mtime_ns <= log.stat().st_mtime_ns


def saved_texts(folder: Path) -> tuple[str, str]:
    """Return the texts of the log and of the statements as they are now."""
    return text_of(folder / DECISIONS), text_of(folder / STATEMENTS)


def _case(folder: Path) -> Case | None:
    text = text_of(folder / CASE)
    return parse_case_bytes(text.encode("utf-8"), name=str(folder / CASE)) if text else None


def _proposals(folder: Path, reports: Mapping[str, Report]) -> tuple[Statement, ...]:
    """Return what a model proposed; the lines on its calls are passed over."""
    found = []
    for number, line in enumerate(text_of(folder / PROPOSALS).split("\n"), start=1):
        place = f"{folder / PROPOSALS}:{number}"
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise EvidenceError(f"{place}: not a line of JSON ({error}); propose again") from error
        if isinstance(record, dict) and record.get("type") == "statement":
            one = parse_finding(record, reports, place)
            found += [one] if isinstance(one, Statement) else []
    return tuple(found)


def present(review: Review, id_: str) -> Finding | None:
    """Return the finding or the open proposal with an id."""
    return find(review.reading, id_) or next((one for one in review.proposals if one.id == id_), None)
