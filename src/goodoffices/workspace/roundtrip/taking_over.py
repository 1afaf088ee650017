"""What a coder's file changes in a case folder: each change one decision, nothing if something is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from goodoffices.errors import CaseError
from goodoffices.reports.report import Report
from goodoffices.statements.coded import Coded, decode, encode
from goodoffices.statements.decisions import Finding, Verdict, findings
from goodoffices.statements.forms import form_of
from goodoffices.statements.gazetteer import Gazetteer
from goodoffices.statements.party_list import PartyList, party_list
from goodoffices.statements.proposed import who
from goodoffices.statements.statement import Reading, Statement
from goodoffices.workspace.review import Review, Step, free_id
from goodoffices.workspace.review_steps import by_coder, check_references, confirmed
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
        same: How many findings are as they were.
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
        accept: Whether findings that are as they were count as confirmed by the coder.
        keep_missing: Whether findings stay that are not in the file, on a report that is.
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
    known = {one.id: one for one in findings(review.reading)}
    problems, remarks = list(incoming.problems), list(incoming.remarks)
    steps: list[Step] = []
    seen: set[str] = set()
    added, same = Counter[str](), 0
    for coded in _recognised(incoming.coded, known, remarks):
        try:
            base = _base(coded, known, seen, review)
            seen.add(coded.id)
            free = free_id(review, coded.kind)
            after = _decoded(coded, base, review, f"{free[0]}{int(free[1:]) + added[coded.kind]}")
        except CaseError as error:
            problems.append(_placed(coded.where, error))
            continue
        added[coded.kind] += base is None
        same += after == base
        steps += _steps(base, after, coder, review)
    gone = [
        Step(Verdict.REJECT, one, None, why=f"not in {coder.why}")
        for one in known.values()
        if one.evidence.report in incoming.reports
        and form_of(one).kind in incoming.kinds
        and not (coder.keep_missing or one.id in seen)
    ]
    if problems and gone:
        remarks.append("findings that are not in the file are kept, as part of it could not be taken")
        gone = []
    remarks += _reverted((*steps, *gone), review)
    return Plan((*steps, *gone), tuple(problems), tuple(remarks), same)


def _reverted(steps: Sequence[Step], review: Review) -> Iterator[str]:
    """Name the decisions that a file would take back, as it holds what stood before them."""
    done = review.done()
    for step in steps:
        decision = done.get(step.before.id) if step.before else None
        if decision is None or step.verdict is Verdict.ACCEPT:
            continue
        if _same(step.after, decision.before):
            yield (
                f"{decision.finding}: this takes back decision {decision.number} of {decision.by}; the file "
                "holds what stood before it and may have been exported earlier"
            )


def _same(one: Finding | None, other: Finding | None) -> bool:
    """Tell whether two forms of a finding say the same, whoever confirmed them."""
    plain = [encode(each) if each else None for each in (one, other)]
    values = [{**each.values, "confirmed_by": ""} if each else None for each in plain]
    spans = [each.spans if each else None for each in plain]
    return values[0] == values[1] and spans[0] == spans[1]


def _recognised(coded: Sequence[Coded], known: Mapping[str, Finding], remarks: list[str]) -> Iterator[Coded]:
    """Yield what a file holds; what has no id, or lost it in a tool, is known again by its place.

    What such a line leaves empty was filled in when it was taken over first, and stays.
    """
    named = {one.id for one in coded}
    lost: dict[tuple[object, ...], list[str]] = {}
    for held in map(encode, known.values()):
        if held.id not in named:
            lost.setdefault(_place(held), []).append(held.id)
    for one in coded:
        there = [] if one.id else lost.get(_place(one), [])
        if not there:
            yield one
            continue
        id_ = there.pop(0)
        remarks.append(f"{one.where}: it has no id, and stands where {id_} does; it is taken for {id_}")
        values = {name: value for name, value in one.values.items() if value}
        spans = {part: places for part, places in one.spans.items() if places}
        yield replace(one, id=id_, values=values, spans=spans)


def _place(coded: Coded) -> tuple[object, ...]:
    return (coded.kind, coded.report, *(coded.spans.get(part) for part in ("words", "cue")))


def _steps(base: Finding | None, after: Finding, coder: Coder, review: Review) -> list[Step]:
    """Return the decision that a line of a file comes to, if any."""
    if base is None:
        return [Step(Verdict.ADD, None, by_coder(after, coder.by), why=coder.why)]
    if after != base:
        return [Step(Verdict.EDIT, base, confirmed(after, coder.by), why=coder.why)]
    decision = review.done().get(base.id)
    before = base.confirmed_by if isinstance(base, Statement) else decision and decision.by
    if coder.accept and before != coder.by:
        return [Step(Verdict.ACCEPT, base, confirmed(base, coder.by), why=coder.why)]
    return []


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
    statements = [one for one in incoming.coded if one.kind == "statement"]
    for number, coded in enumerate(statements, start=1):
        try:
            report = among(reports, coded.report, coded.where)
            base = known.get(coded.id)
            base = base if base is not None and base.evidence.report == report.id else None
            whole = coded if base else _completed(coded, f"x{number}", report, gazetteer)
            one = decode(_understood(whole, parties), report, base, None)
            found += [one] if isinstance(one, Statement) else []
        except CaseError as error:
            problems.append(_placed(coded.where, error))
    return tuple(found), tuple(problems)


def _understood(coded: Coded, parties: PartyList) -> Coded:
    """Return a finding with the ids of parties that are given by name, where they are known."""
    values = dict(coded.values)
    for side in coded.form.who:
        said = values.get(f"{side}_party")
        with suppress(CaseError):
            found = parties.resolve(said) if said else None
            if found is not None and found.party != said:
                values |= {f"{side}_party": found.party or "", f"{side}_name": found.name or ""}
    return replace(coded, values=values)


def _base(
    coded: Coded, known: Mapping[str, Finding], seen: Collection[str], review: Review
) -> Finding | None:
    """Return the finding that a line of the file is about; None for a new one."""
    if not coded.id:
        return None
    kind = coded.kind
    base = known.get(coded.id)
    if base is None:
        gone = " (it was rejected; undo that first)" if coded.id in review.done() else ""
        raise CaseError(f"there is no {kind} '{coded.id}'{gone}; a new one has no id")
    if form_of(base).kind != kind:
        raise CaseError(f"'{coded.id}' is {form_of(base).called}, no {kind}; a new one has no id")
    if coded.id in seen:
        raise CaseError(f"{kind} '{coded.id}' is given twice; a new one has no id")
    if base.evidence.report != coded.report:
        raise CaseError(f"{kind} '{coded.id}' is of report '{base.evidence.report}', not '{coded.report}'")
    return base


def _decoded(coded: Coded, base: Finding | None, review: Review, id_: str) -> Finding:
    report = among(review.reports, coded.report, coded.where)
    if base is None:
        after = decode(_completed(coded, id_, report, review.parties.gazetteer), report, None, review.parties)
    else:
        values = {name: value for name, value in coded.values.items() if name not in OWN}
        after = decode(replace(coded, values=values), report, base, review.parties)
    check_references(review, after, base)
    return after


def _completed(coded: Coded, id_: str, report: Report, gazetteer: Gazetteer) -> Coded:
    """Return a new finding with an id, and with the party that its words name where none is given."""
    values = dict(coded.values)
    for side in coded.form.who:
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
