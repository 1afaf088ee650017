"""What a coder's file changes in a case folder: each change one decision, nothing if something is wrong."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

from goodoffices.errors import CaseError
from goodoffices.reports.report import Report
from goodoffices.statements.coded import Coded, decode
from goodoffices.statements.decisions import Verdict
from goodoffices.statements.gazetteer import Gazetteer
from goodoffices.statements.lexicon import issue_taxonomy
from goodoffices.statements.party_list import PartyList, party_list
from goodoffices.statements.proposed import who
from goodoffices.statements.statement import Reading, Statement
from goodoffices.workspace.review import Review, Step, free_id
from goodoffices.workspace.roundtrip.incoming import Incoming, among

OWN = frozenset({"rule", "confirmed_by"})
"""Values that a file shows and does not change."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do.

    Attributes:
        steps: The decisions.
        problems: What cannot be taken, each with its place in the file.
        remarks: What was understood in a way that the coder should know.
        same: How many statements are as they were.
    """

    steps: tuple[Step, ...]
    problems: tuple[str, ...]
    remarks: tuple[str, ...]
    same: int


@dataclass(frozen=True, slots=True)
class Coder:
    """Whose file it is, and what it means that something does not differ or is missing in it.

    Attributes:
        by: Who coded it.
        why: The reason that is noted: the file.
        accept: Whether statements that are as they were count as confirmed by the coder.
        keep_missing: Whether statements stay that are not in the file, on a report that is.
    """

    by: str
    why: str
    accept: bool = False
    keep_missing: bool = False


def plan(review: Review, incoming: Incoming, coder: Coder) -> Plan:
    """Return what a coder's file would change.

    Args:
        review: The case folder.
        incoming: What the file holds.
        coder: Whose file it is.
    """
    by, why = coder.by, coder.why
    known = {one.id: one for one in review.reading.statements}
    allowed = {issue.id for issue in issue_taxonomy()} | set(review.issues)
    allowed |= {issue for one in known.values() for issue in one.issues}
    steps: list[Step] = []
    problems = list(incoming.problems)
    seen: set[str] = set()
    same, free = 0, int(free_id(review)[1:])
    for coded in incoming.coded:
        try:
            base = _base(coded, known, seen, review)
            seen.add(coded.id)
            after = _decoded(coded, base, review, f"s{free}", allowed)
        except CaseError as error:
            problems.append(_placed(coded.where, error))
            continue
        if base is None:
            free += 1
            added = replace(after, rule="coder", confirmed_by=by)
            steps.append(Step(Verdict.ADD, None, added, why=why))
        elif after != base:
            steps.append(Step(Verdict.EDIT, base, replace(after, confirmed_by=by), why=why))
        else:
            same += 1
            if coder.accept and base.confirmed_by != by:
                steps.append(Step(Verdict.ACCEPT, base, replace(base, confirmed_by=by), why=why))
    gone = [
        Step(Verdict.REJECT, one, None, why=f"not in {why}")
        for one in known.values()
        if not coder.keep_missing and one.evidence.report in incoming.reports and one.id not in seen
    ]
    remarks = list(incoming.remarks)
    if problems and gone:
        remarks.append("statements that are not in the file are kept, as part of it could not be taken")
    else:
        steps += gone
    return Plan(tuple(steps), tuple(problems), tuple(remarks), same)


def statements_of(
    incoming: Incoming, reports: Mapping[str, Report], gazetteer: Gazetteer, known: Mapping[str, Statement]
) -> tuple[tuple[Statement, ...], tuple[str, ...]]:
    """Return the statements of a file as they stand there, whoever is named, and what cannot be taken.

    Args:
        incoming: What the file holds.
        reports: The reports by id.
        gazetteer: Tells whom the words of a new statement name.
        known: Statements that the file may have been made from, for what it does not say.
    """
    parties = party_list({}, Reading(tuple(known.values())), gazetteer)
    found: list[Statement] = []
    problems = list(incoming.problems)
    for number, coded in enumerate(incoming.coded, start=1):
        try:
            report = among(reports, coded.report, coded.where)
            base = known.get(coded.id)
            base = base if base is not None and base.evidence.report == report.id else None
            whole = coded if base else _completed(coded, f"x{number}", report, gazetteer)
            found.append(decode(_understood(whole, parties), report, base, None))
        except CaseError as error:
            problems.append(_placed(coded.where, error))
    return tuple(found), tuple(problems)


def _understood(coded: Coded, parties: PartyList) -> Coded:
    """Return a statement with the ids of parties that are given by name, where they are known."""
    values = dict(coded.values)
    for side in ("actor", "target"):
        said = values.get(f"{side}_party")
        with suppress(CaseError):
            found = parties.resolve(said) if said else None
            if found is not None and found.party != said:
                values |= {f"{side}_party": found.party or "", f"{side}_name": found.name or ""}
    return replace(coded, values=values)


def _base(
    coded: Coded, known: Mapping[str, Statement], seen: Collection[str], review: Review
) -> Statement | None:
    """Return the statement that a line of the file is about; None for a new one."""
    if not coded.id:
        return None
    if coded.id in seen:
        raise CaseError(f"statement '{coded.id}' is given twice; a new one has no id")
    base = known.get(coded.id)
    if base is None:
        gone = " (it was rejected; undo that first)" if coded.id in review.done() else ""
        raise CaseError(f"there is no statement '{coded.id}'{gone}; a new one has no id")
    if base.evidence.report != coded.report:
        raise CaseError(f"statement '{coded.id}' is of report '{base.evidence.report}', not '{coded.report}'")
    return base


def _decoded(
    coded: Coded, base: Statement | None, review: Review, id_: str, issues: Collection[str]
) -> Statement:
    report = among(review.reports, coded.report, coded.where)
    if base is None:
        after = decode(_completed(coded, id_, report, review.parties.gazetteer), report, None, review.parties)
    else:
        values = {name: value for name, value in coded.values.items() if name not in OWN}
        after = decode(replace(coded, values=values), report, base, review.parties)
    unknown = [issue for issue in after.issues if issue not in issues]
    if unknown:
        raise CaseError(f"'{unknown[0]}' is no issue; issues are {', '.join(sorted(issues))}")
    there = {one.id for one in review.reading.statements} | set(base.answers if base else ())
    lost = [answer for answer in after.answers if answer not in there]
    if lost:
        raise CaseError(f"it answers '{lost[0]}', which is no statement")
    return after


def _completed(coded: Coded, id_: str, report: Report, gazetteer: Gazetteer) -> Coded:
    """Return a new statement with an id, and with the party that its words name where none is given."""
    values = dict(coded.values)
    for side in ("actor", "target"):
        words = values.get(side, "")
        if words and not values.get(f"{side}_party"):
            named = who(words, gazetteer, report.date)
            values |= {
                f"{side}_party": named.party or "",
                f"{side}_name": named.name or "",
                f"{side}_person": values.get(f"{side}_person") or named.person or "",
                f"{side}_by": named.resolved_by,
            }
    return replace(coded, id=coded.id or id_, values=values)


def _placed(where: str, error: CaseError) -> str:
    return str(error) if str(error).startswith(where) else f"{where}: {error}"
