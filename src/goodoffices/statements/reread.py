"""What a second reading changes in a first one that people have worked on: nothing that they decided."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from goodoffices.statements.decisions import Finding, findings
from goodoffices.statements.evidence import Evidence
from goodoffices.statements.statement import (
    DistanceMention,
    OptionMention,
    PrecedentMention,
    Reading,
    Relation,
    Statement,
)


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one finding.

    Attributes:
        before: As it was; None where it is new.
        after: As it is; None where it is gone.
    """

    before: Finding | None
    after: Finding | None


def same_finding(one: Finding, other: Finding) -> bool:
    """Tell whether two readers mean the same by two findings, whatever each makes of it."""
    match one, other:
        case Statement(), Statement():
            return _meet(one.cue, other.cue)
        case Relation(), Relation():
            return one.kind is other.kind and _meet(one.evidence, other.evidence) and _source(one, other)
        case PrecedentMention(), PrecedentMention():
            return one.name == other.name and _meet(one.evidence, other.evidence)
        case OptionMention(), OptionMention():
            return _meet(one.content, other.content)
        case DistanceMention(), DistanceMention():
            return _meet(one.evidence, other.evidence)
        case _:
            return False


def reread(
    present: Reading,
    new: Reading,
    *,
    kept: Collection[str],
    rejected: Sequence[Finding],
    taken: Collection[str],
) -> tuple[Change, ...]:
    """Return what a new reading changes in the present one.

    A finding that is kept stays as it is, and what was rejected does not come back. What is found again keeps
    its id. What is found no longer goes, unless it is kept or something kept refers to it.

    Args:
        present: The findings as they are.
        new: What is found now.
        kept: Ids that people decided on, or that a case rests on.
        rejected: Findings that people rejected, and what edited ones were before.
        taken: Ids that were ever given, so that none is given twice.
    """
    old = list(findings(present))
    names: dict[str, str] = {}
    matched: dict[str, Finding] = {}
    added: list[Finding] = []
    numbers = dict.fromkeys("srpod", 0)
    for id_ in (*taken, *(one.id for one in old)):
        if id_[:1] in numbers and id_[1:].isdecimal():
            numbers[id_[0]] = max(numbers[id_[0]], int(id_[1:]))
    for one in findings(new):
        twin = _twin(one, old, matched)
        if twin is not None:
            names[one.id], matched[twin.id] = twin.id, one
        elif not any(same_finding(one, gone) for gone in rejected):
            numbers[one.id[0]] += 1
            names[one.id] = f"{one.id[0]}{numbers[one.id[0]]}"
            added.append(one)
    referred = {id_ for one in old if one.id in kept for id_ in _refers(one)}
    changes = [
        Change(one, _renamed(matched[one.id], names) if one.id in matched else None)
        for one in old
        if one.id not in kept and (one.id in matched or one.id not in referred)
    ]
    changes += [Change(None, _renamed(one, names)) for one in added]
    return tuple(change for change in changes if change.before != change.after)


def _twin(one: Finding, old: Sequence[Finding], matched: Collection[str]) -> Finding | None:
    """Return the finding that is found again: one with the same words before one that only overlaps."""
    free = [other for other in old if other.id not in matched and same_finding(one, other)]
    return min(free, key=lambda other: other.evidence.span != one.evidence.span, default=None)


def _meet(one: Evidence, other: Evidence) -> bool:
    return one.report == other.report and one.start < other.end and other.start < one.end


def _source(one: Relation, other: Relation) -> bool:
    return (one.source.party or one.source.text) == (other.source.party or other.source.text)


def _refers(one: Finding) -> tuple[str, ...]:
    if isinstance(one, Statement):
        return one.answers
    return (one.of,) if isinstance(one, OptionMention) and one.of else ()


def _renamed(one: Finding, names: dict[str, str]) -> Finding:
    if isinstance(one, Statement):
        answers = tuple(names[id_] for id_ in one.answers if id_ in names)
        return replace(one, id=names[one.id], answers=answers)
    if isinstance(one, OptionMention):
        return replace(one, id=names[one.id], of=names.get(one.of or ""))
    return replace(one, id=names[one.id])
