"""Which findings repeat the words of another: one quotation stands for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from goodoffices.statements.acts_told import ToldAct
from goodoffices.statements.evidence import Evidence
from goodoffices.statements.same_act import FEWEST_VERBATIM, folded_words
from goodoffices.statements.statement import Actor, Reading, Statement


def repeated(reading: Reading, acts: Iterable[ToldAct], copies: Mapping[str, str]) -> dict[str, str]:
    """Return for each finding that repeats another the id of that other.

    A statement repeats another of its act if it stands in the same words of eight or more, or in a report
    that copies the other's. Another finding repeats one that says the same of the same in the same words,
    again eight or more or in a copy.

    Args:
        reading: What was found.
        acts: The acts that it tells of.
        copies: Reports that copy an earlier one.
    """
    statements = {one.id: one for one in reading.statements}
    found: dict[str, str] = {}
    for act in acts:
        leads: list[Statement] = []
        for one in (statements[id_] for id_ in act.statements):
            lead = _lead(one, leads, copies)
            if lead is None:
                leads.append(one)
            else:
                found[one.id] = lead.id
    return {**found, **_others(reading, copies)}


def _lead(one: Statement, leads: Iterable[Statement], copies: Mapping[str, str]) -> Statement | None:
    """Return the statement that another repeats: by its words, else by standing in a copy of its report."""
    known = list(leads)
    words = _key(one.evidence, copies)
    same = [lead for lead in known if _key(lead.evidence, copies) == words]
    elsewhere = [lead for lead in known if lead.evidence.report != one.evidence.report]
    copied = [lead for lead in elsewhere if _origin(lead.evidence, copies) == _origin(one.evidence, copies)]
    copied.sort(key=lambda lead: -_shared(lead, one))
    return next(iter((*same, *copied)), None)


def _shared(one: Statement, other: Statement) -> int:
    return len(set(folded_words(one.evidence.exact)) & set(folded_words(other.evidence.exact)))


def _origin(evidence: Evidence, copies: Mapping[str, str]) -> str:
    return copies.get(evidence.report, evidence.report)


def _key(evidence: Evidence, copies: Mapping[str, str]) -> tuple[str, ...]:
    """Return what findings in the same words have in common."""
    words = tuple(folded_words(evidence.exact))
    return words if len(words) >= FEWEST_VERBATIM else (_origin(evidence, copies), *words)


def _others(reading: Reading, copies: Mapping[str, str]) -> dict[str, str]:
    first: dict[object, str] = {}
    found: dict[str, str] = {}
    for id_, said, evidence in _said(reading):
        lead = first.setdefault((said, _key(evidence, copies)), id_)
        if lead != id_:
            found[id_] = lead
    return found


def _said(reading: Reading) -> Iterable[tuple[str, object, Evidence]]:
    """Yield findings other than statements with what each says of whom."""
    for one in reading.relations:
        who = (_party(one.source), _party(one.target), _party(one.claimed_by))
        yield one.id, (one.kind, one.negated, *who), one.evidence
    for mention in reading.precedents:
        yield mention.id, (mention.name, _party(mention.claimed_by)), mention.evidence
    for option in reading.options:
        yield option.id, ("option", option.content.exact), option.evidence
    for distance in reading.distances:
        yield distance.id, ("apart", *map(_party, distance.parties)), distance.evidence


def _party(actor: Actor | None) -> str | None:
    return None if actor is None else actor.party or actor.label
