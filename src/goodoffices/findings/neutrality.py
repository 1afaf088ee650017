"""What ties would-be mediators and guarantors to each side: indicators side by side, never an index."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from goodoffices.case.case import Case
from goodoffices.case.terms import ResponseAct
from goodoffices.findings.words import Names, counted, joined, quoted
from goodoffices.statements.acts import Act
from goodoffices.statements.statement import Reading, Relation, RelationKind

__all__ = ["Tie", "sides", "third_parties", "ties"]

TOLD = {
    RelationKind.SUPPORTS: "supports",
    RelationKind.SUPPLIES: "supplies",
    RelationKind.BUYS_FROM: "buys from",
    RelationKind.SANCTIONS: "sanctions",
    RelationKind.ALLIED_WITH: "is allied with",
    RelationKind.ATTACKS: "attacks",
    RelationKind.OCCUPIES: "occupies land of",
}
"""Relations that tell how one stands to a side, in words between two names."""

ANSWERED = {
    ResponseAct.ACCEPTS: "accepts",
    ResponseAct.SUPPORTS: "supports",
    ResponseAct.OPEN: "is open to",
    ResponseAct.CONDITIONAL: "sets a condition for",
    ResponseAct.REJECTS: "rejects",
}

AGAINST = {Act.ACCUSE: "accuses", Act.THREATEN: "threatens", Act.WARN: "warns", Act.REJECT: "turns down"}
"""What one does against another, in words between two names."""


MOST_NAMED = 2
"""So many designs are named; the section on guarantees has them all."""


@dataclass(frozen=True, slots=True)
class Tie:
    """One thing that ties a third party to a side, or sets it apart from it.

    Attributes:
        text: The tie in words.
        because: Ids of the statements and relations that it rests on.
        sources: Citations of sources outside the reports.
    """

    text: str
    because: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


def sides(case: Case) -> tuple[str, ...]:
    """Return the ids of the sides: those that must sign, else whom guarantees protect and are against."""
    signing = case.must_sign()
    if len(signing) > 1:
        return signing
    promised = case.guarantees.values()
    return tuple(dict.fromkeys(id_ for one in promised for id_ in (*one.against, one.beneficiary)))


def third_parties(case: Case, reading: Reading) -> tuple[str, ...]:
    """Return the ids of those who propose, would guarantee, or are said to broker, and are no side."""
    named = {
        *(id_ for one in case.proposals.values() for id_ in one.by),
        *(id_ for one in case.guarantees.values() for id_ in one.guarantors),
        *(one.source.party for one in reading.relations if one.kind is RelationKind.BROKERS),
    }
    own = sides(case)
    return tuple(id_ for id_ in case.parties if id_ in named and id_ not in own)


def ties(case: Case, reading: Reading, third: str, side: str) -> tuple[Tie, ...]:
    """Return what is reported, claimed or coded of a third party and a side, each thing once."""
    found = (
        *_relations(case, reading, third, side),
        *_levers(case, third, side),
        *_guarantees(case, third, side),
        *_together(case, third, side),
        *_answers(case, third, side),
        *_said(case, reading, third, side),
    )
    return tuple({one.text: one for one in found}.values())


def _relations(case: Case, reading: Reading, third: str, side: str) -> Iterator[Tie]:
    names = Names(case)
    for one in reading.relations:
        ends = (one.source.party, one.target.party if one.target else None)
        if one.kind in TOLD and set(ends) == {third, side}:
            source, target = (names.party(str(end)) for end in ends)
            means = f" ({one.means.exact})" if one.means else ""
            denied = "it is denied that " if one.negated else ""
            told = f"{denied}{source} {TOLD[one.kind]} {target}{means}{_claimed(names, one)}"
            yield Tie(told, (one.id,))


def _claimed(names: Names, one: Relation) -> str:
    if one.claimed_by is None:
        return ""
    who = names.party(one.claimed_by.party) if one.claimed_by.party else one.claimed_by.label
    return f", as claimed by {who}"


def _levers(case: Case, third: str, side: str) -> Iterator[Tie]:
    names = Names(case)
    for one in case.leverage:
        if {one.holder, one.target} == {third, side}:
            by = f", as claimed by {names.party(one.claimed_by)}" if one.claimed_by else ""
            means = f" through {one.means}" if one.means else ""
            told = f"{names.party(one.holder)} has leverage over {names.party(one.target)}{means}{by}"
            yield Tie(told, one.coding.because, (one.coding.source,) if one.coding.source else ())


def _guarantees(case: Case, third: str, side: str) -> Iterator[Tie]:
    """Return in which guarantees the third party would act for the side, and in which against it."""
    names = Names(case)
    promised = [one for one in case.guarantees.values() if third in one.guarantors]
    kinds = {
        "for": [one for one in promised if one.beneficiary == side],
        "against": [one for one in promised if side in one.against],
    }
    for kind, found in kinds.items():
        if found:
            named = joined([quoted(one.name) for one in found[:MOST_NAMED]])
            rest = len(found) - MOST_NAMED
            more = f" and {counted(rest, 'further design')}" if rest > 0 else ""
            yield Tie(
                f"named as guarantor {kind} {names.party(side)} in {named}{more}",
                tuple(id_ for one in found for id_ in one.coding.because),
                tuple(dict.fromkeys(one.coding.source for one in found if one.coding.source)),
            )


def _together(case: Case, third: str, side: str) -> Iterator[Tie]:
    """Return what the two put forward together."""
    names = Names(case)
    for id_, proposal in case.proposals.items():
        if {third, side} <= set(proposal.by):
            both = f"{names.party(third)} and {names.party(side)}"
            sources = (proposal.coding.source,) if proposal.coding.source else ()
            yield Tie(f"{both} put forward {names.proposal(id_)} together", proposal.coding.because, sources)


def _answers(case: Case, third: str, side: str) -> Iterator[Tie]:
    """Return what each of the two answered to what the other proposed.

    An answer to a proposal of somebody else says nothing of each of its guarantors, so it is left out.
    """
    names = Names(case)
    for id_, proposal in case.proposals.items():
        for who, other in ((side, third), (third, side)):
            response = proposal.responses.get(who)
            if response is not None and other in proposal.by:
                told = f"{names.party(who)} {ANSWERED[response.act]} {names.proposal(id_)}"
                sources = (response.coding.source,) if response.coding.source else ()
                yield Tie(told, response.coding.because, sources)


def _said(case: Case, reading: Reading, third: str, side: str) -> Iterator[Tie]:
    """Return who of the two speaks against the other."""
    names = Names(case)
    for one in reading.statements:
        ends = (one.actor.party, one.target.party if one.target else None)
        if one.act not in AGAINST or one.negated:
            continue
        if set(ends) == {third, side}:
            speaker, spoken_of = (names.party(str(end)) for end in ends)
            yield Tie(f"{speaker} {AGAINST[one.act]} {spoken_of}", (one.id,))
        elif one.actor.party == side and _named(case, third, one.evidence.exact):
            told = f"{names.party(side)} {AGAINST[one.act]} in words that name {names.party(third)}"
            yield Tie(told.replace("turns down in", "turns something down in"), (one.id,))


def _named(case: Case, party: str, words: str) -> bool:
    """Tell whether words name a party."""
    known = case.parties[party]
    return any(re.search(rf"\b{re.escape(name)}\b", words) for name in (known.name, *known.aliases))
