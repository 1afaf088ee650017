"""What people decided on findings: a log that only grows, from which every step can be taken back.

`statements.jsonl` holds the present state; each decision holds the finding before and after it, whole.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from goodoffices.errors import EvidenceError
from goodoffices.reports.report import Report
from goodoffices.statements.jsonl import KINDS, finding_line, json_object, parse_finding
from goodoffices.statements.statement import (
    DistanceMention,
    IssueMention,
    OptionMention,
    PrecedentMention,
    Reading,
    Relation,
    Statement,
)

Finding = Statement | Relation | PrecedentMention | OptionMention | DistanceMention
"""What a person can decide on."""
HEADER = {"type": "decisions", "version": 1}
LONGEST = 3_000_000
"""Characters of a line: up to three findings."""


class Verdict(StrEnum):
    """What was decided."""

    ACCEPT = "accept"
    """It stands as it is, or as a model proposed it."""
    REJECT = "reject"
    """It is none, and is taken out."""
    EDIT = "edit"
    """It stands in another form."""
    ADD = "add"
    """A person found it."""
    REREAD = "reread"
    """The reports were read again; nobody has looked at it."""
    UNDO = "undo"
    """An earlier decision is taken back."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision on one finding.

    Attributes:
        number: 1 for the first decision in a folder.
        verdict: What was decided.
        finding: Id of the finding.
        by: Who decided.
        when: Date and time in UTC, such as 2026-01-31T09:30:00Z.
        why: The reason, where one was given.
        before: The finding before; None where it was not there.
        after: The finding after; None where it is gone.
        place: Where it stood among the findings of its kind, from 0; None where it was not there.
        proposal: The model's proposal that was decided on, if it was one.
        undoes: Number of the decision that this one takes back.
        batch: Number of the first decision that was made together with this one, by an import for example.
    """

    number: int
    verdict: Verdict
    finding: str
    by: str
    when: str
    why: str = ""
    before: Finding | None = None
    after: Finding | None = None
    place: int | None = None
    proposal: Statement | None = None
    undoes: int | None = None
    batch: int | None = None


def decision_lines(decisions: Iterable[Decision]) -> str:
    """Return decisions as JSON lines after a header; the text ends with a line break."""
    return "\n".join([json.dumps(HEADER), *map(_line, decisions)]) + "\n"


def parse_decisions(
    text: str, reports: Mapping[str, Report], *, name: str = "decisions.jsonl"
) -> tuple[Decision, ...]:
    """Return the decisions that JSON lines hold, after checking every word in them against its report.

    Raises:
        EvidenceError: A line is no decision, or they are not numbered through; names file and line.
    """
    found: list[Decision] = []
    for number, line in enumerate(text.split("\n"), start=1):
        place = f"{name}:{number}"
        record = (
            json_object(line, place, what="a decision", way_out="restore the file", longest=LONGEST)
            if line.strip()
            else None
        )
        if record is None:
            continue
        if record.get("type") == HEADER["type"]:
            if record.get("version") != HEADER["version"]:
                raise EvidenceError(f"{place}: version {record.get('version')!r}; this program reads 1")
            continue
        decision = _decision(record, reports, place)
        if decision.number != len(found) + 1:
            raise EvidenceError(
                f"{place}: decision {decision.number} stands where {len(found) + 1} is due; no line may be "
                "taken out or moved, so restore the file, and undo decisions with 'goodoffices review'"
            )
        found.append(decision)
    return tuple(found)


def standing(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """Return the decisions that were not taken back, less those that only took others back."""
    undone = {decision.undoes for decision in decisions}
    return tuple(
        decision
        for decision in decisions
        if decision.verdict is not Verdict.UNDO and decision.number not in undone
    )


def decided(decisions: Sequence[Decision]) -> dict[str, Decision]:
    """Return for each finding that a person decided on the last decision that stands."""
    return {
        decision.finding: decision
        for decision in standing(decisions)
        if decision.verdict is not Verdict.REREAD
    }


def fingerprint(proposal: Statement) -> str:
    """Return a proposal as a line that is the same whatever its number, so that it is known again."""
    return finding_line(replace(proposal, id=""))


def undecided(proposals: Iterable[Statement], decisions: Sequence[Decision]) -> tuple[Statement, ...]:
    """Return the proposals that nobody has decided on."""
    done = {fingerprint(one.proposal) for one in standing(decisions) if one.proposal is not None}
    return tuple(proposal for proposal in proposals if fingerprint(proposal) not in done)


def apply_decision(reading: Reading, decision: Decision) -> Reading:
    """Return a reading as it is after a decision.

    Raises:
        EvidenceError: The finding is not in the reading as the decision says that it was before.
    """
    if find(reading, decision.finding) != decision.before:
        raise EvidenceError(
            f"'{decision.finding}' was changed since, so the decision on it does not fit; take back later "
            "decisions on it first, or open the review again"
        )
    field = field_of(decision.after or decision.before)
    if field is None:
        return reading
    listed = list(getattr(reading, field))
    place = next((at for at, one in enumerate(listed) if one.id == decision.finding), None)
    if place is not None:
        listed[place : place + 1] = [decision.after] if decision.after else []
    else:
        listed.insert(len(listed) if decision.place is None else decision.place, decision.after)
    return replace(reading, **{field: tuple(listed)})


def finish(reading: Reading, decisions: Sequence[Decision]) -> Reading:
    """Return a reading after the last decisions, where they were logged but not yet carried out.

    The log is written before the statements. What differs from both sides of a decision was changed by hand
    since, and stays as it is.
    """
    last = [one for one in decisions if (one.batch or one.number) == _last_batch(decisions)]
    for decision in last:
        if decision.before != decision.after and find(reading, decision.finding) == decision.before:
            reading = apply_decision(reading, decision)
    return reading


def undo(decision: Decision, *, number: int, by: str, when: str, why: str = "") -> Decision:
    """Return the decision that takes another one back."""
    return Decision(
        number=number,
        verdict=Verdict.UNDO,
        finding=decision.finding,
        by=by,
        when=when,
        why=why,
        before=decision.after,
        after=decision.before,
        place=decision.place,
        undoes=decision.number,
    )


def find(reading: Reading, id_: str) -> Finding | None:
    """Return the finding with an id; None where there is none."""
    return next((one for one in findings(reading) if one.id == id_), None)


def findings(reading: Reading) -> tuple[Finding, ...]:
    """Return everything that a person can decide on, statements first."""
    return (
        *reading.statements,
        *reading.relations,
        *reading.precedents,
        *reading.options,
        *reading.distances,
    )


def place_of(reading: Reading, finding: Finding) -> int | None:
    """Return where a finding stands among those of its kind; None where it is not there."""
    listed = [one.id for one in getattr(reading, field_of(finding) or "statements")]
    return listed.index(finding.id) if finding.id in listed else None


def field_of(finding: Finding | None) -> str | None:
    """Return the field of a reading that holds findings of this kind."""
    return next((field for field, kind in KINDS.values() if isinstance(finding, kind)), None)


def _last_batch(decisions: Sequence[Decision]) -> int | None:
    return (decisions[-1].batch or decisions[-1].number) if decisions else None


def _line(decision: Decision) -> str:
    record: dict[str, Any] = {"type": "decision"}
    for key in Decision.__slots__:
        value = getattr(decision, key)
        if value in (None, ""):
            continue
        record[key] = value if isinstance(value, str | int) else json.loads(finding_line(value))
    return json.dumps(record, ensure_ascii=False)


_NEEDED: dict[str, type] = {"number": int, "verdict": str, "finding": str, "by": str, "when": str}
_MORE: dict[str, type] = {"why": str, "place": int, "undoes": int, "batch": int}


def _decision(record: dict[str, Any], reports: Mapping[str, Report], place: str) -> Decision:
    values: dict[str, Any] = {}
    for key, value in record.items():
        if key in {"before", "after", "proposal"} and isinstance(value, dict):
            values[key] = parse_finding(value, reports, f"{place}, {key}")
        elif key != "type":
            kind = (_NEEDED | _MORE).get(key)
            if kind is None or not isinstance(value, kind) or isinstance(value, bool):
                raise EvidenceError(f"{place}: {key!r} is {value!r:.60}, which no decision has")
            values[key] = value
    missing = [key for key in _NEEDED if key not in values]
    if missing or record.get("type") != "decision":
        raise EvidenceError(f"{place}: no decision; it lacks {', '.join(missing) or 'its type'}")
    if values["verdict"] not in set(Verdict):
        raise EvidenceError(
            f"{place}: verdict '{values['verdict']}' is none; verdicts are {', '.join(Verdict)}"
        )
    _check_findings(values, place)
    return Decision(**values | {"verdict": Verdict(values["verdict"])})


def _check_findings(values: Mapping[str, Any], place: str) -> None:
    for key in ("before", "after", "proposal"):
        found = values.get(key)
        if isinstance(found, IssueMention) or (key == "proposal" and not isinstance(found, Statement | None)):
            raise EvidenceError(f"{place}: {key} holds what nobody can decide on")
        if found is not None and key != "proposal" and found.id != values["finding"]:
            raise EvidenceError(
                f"{place}: {key} is '{found.id}', but the decision is on '{values['finding']}'"
            )
