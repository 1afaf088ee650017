"""Section: what is on the table, and who said what to it?"""

from __future__ import annotations

from collections.abc import Sequence

from goodoffices.brief.material import Material
from goodoffices.brief.page import Block, Cell, Claim, Claims, Note, Row, Section, Table
from goodoffices.case.case import Case
from goodoffices.case.terms import Proposal
from goodoffices.findings.finding import Basis, Finding
from goodoffices.findings.lagging import Lag
from goodoffices.findings.responses import Answer, Stance, answers, guarantors, speaking
from goodoffices.findings.words import capital, counted, joined

SYMBOLS = {
    Stance.PUT_FORWARD: ("▲", "theirs"),
    Stance.PREPARING: ("△", "theirs"),
    Stance.ACCEPTS: ("✓", "yes"),
    Stance.SUPPORTS: ("+", "yes"),
    Stance.CONDITIONAL: ("◐", "maybe"),
    Stance.OPEN: ("○", "maybe"),
    Stance.REJECTS: ("✕", "no"),
    Stance.GUARANTOR: ("◆", "plain"),
    Stance.SILENT: ("–", "quiet"),
}
"""Sign and tone of each stance; the sign is never without the word."""


def on_the_table(material: Material) -> Section:
    """Return the section with the table of proposals and parties."""
    case = material.case
    question = "What is on the table, and who said what to it?"
    if not case.proposals:
        return Section("table", question, (f"No proposal was found in {material.here}.",), _options(material))
    parties = speaking(case)
    blocks = (_table(material, parties), *_others(material, parties), *_options(material))
    return Section("table", question, _answer(material), blocks)


def _answer(material: Material) -> tuple[str, ...]:
    case = material.case
    count = sum(bool(proposal.by) for proposal in case.proposals.values())
    accepted = [
        id_
        for id_, proposal in case.proposals.items()
        if any(found.stance is Stance.ACCEPTS for found in answers(case, proposal).values())
    ]
    first = f"{capital(counted(count, 'proposal'))} {_is(count)} on the table here{_orphans(case)}."
    if accepted:
        names = joined([material.names.proposal(id_) for id_ in accepted])
        return (first, f"Somebody other than those who made it accepts {names}.")
    return (first, "Nobody is recorded as accepting a proposal made by someone else.")


def _orphans(case: Case) -> str:
    """Say how many ideas are named without anybody who put them forward."""
    count = sum(not proposal.by for proposal in case.proposals.values())
    if not count:
        return ""
    return f"; {counted(count, 'more idea')}, put forward by nobody named, {_is(count)} answered"


def _is(count: int) -> str:
    return "is" if count == 1 else "are"


def _table(material: Material, parties: tuple[str, ...]) -> Table:
    names = material.names
    rows = []
    for id_, proposal in material.case.proposals.items():
        given = answers(material.case, proposal)
        lags = [lag for lag in material.lags if lag.proposal == id_]
        cells = tuple(
            _cell(material, given.get(party, Answer(party)), [lag for lag in lags if lag.party == party])
            for party in parties
        )
        others = [lag for lag in lags if lag.party not in parties]
        rows.append(Row(_head(material, id_, proposal, others), cells))
    columns = ("Proposal", *(names.party(party) for party in parties))
    return Table("Each proposal and each party’s answer to it", columns, tuple(rows), wide=True)


def _head(material: Material, id_: str, proposal: Proposal, lags: Sequence[Lag]) -> Cell:
    notes = []
    if not proposal.by:
        notes.append("put forward by nobody named")
    if proposal.date:
        notes.append(f"{proposal.date.day} {proposal.date:%B %Y}")
    named = guarantors(material.case, proposal)
    if named:
        notes.append(f"guarantors named: {material.names.parties(named)}")
    notes += dict.fromkeys(lag.note for lag in lags)
    letter = material.names.letter(id_)
    name = f"{letter}. {capital(proposal.name)}" if letter else capital(proposal.name)
    return Cell(name, notes=tuple(notes), drafted=proposal.coding.drafted)


def _cell(material: Material, answer: Answer, lags: Sequence[Lag]) -> Cell:
    symbol, tone = SYMBOLS[answer.stance]
    notes = [
        *dict.fromkeys(lag.note for lag in lags),
        *(f"also {stance.value}" for stance in answer.stances[1:]),
    ]
    if answer.condition:
        notes.append(f"condition: {answer.condition}")
    if answer.basis is Basis.CLAIM and answer.stance not in {Stance.PUT_FORWARD, Stance.PREPARING}:
        notes.append(_told_by(material, answer))
    told = material.told_in(answer.because)
    if told:
        notes.append(told)
    quotes = material.citer.quotes(answer.because)
    if answer.reasons and not quotes:
        notes.append(
            f"{'reason' if len(answer.reasons) == 1 else 'reasons'} given: {'; '.join(answer.reasons)}"
        )
    sources = () if quotes else answer.sources
    return Cell(answer.stance.value, tone, symbol, tuple(notes), quotes, sources, answer.drafted)


def _told_by(material: Material, answer: Answer) -> str:
    """Say whose word it is that a party answered so: its own, or that of somebody else."""
    speakers = [found.actor for found in material.reading.statements if found.id in answer.because]
    others = list(dict.fromkeys(actor.label for actor in speakers if actor.party != answer.party))
    return f"as told by {joined(others)}" if others else "by its own account"


def _others(material: Material, parties: tuple[str, ...]) -> tuple[Note, ...]:
    rest = [party for party in material.case.parties if party not in parties]
    if not rest:
        return ()
    return (
        Note(
            "Also named, without an answer that could be tied to one of these: "
            f"{material.names.parties(rest)}."
        ),
    )


def _options(material: Material) -> tuple[Block, ...]:
    """Return the options that reports name without saying whose they are."""
    titles = {proposal.name.casefold() for proposal in material.case.proposals.values()}
    claims = tuple(
        _option(material, option.id)
        for option in material.reading.options
        if option.content.exact.casefold() not in titles
    )
    return (Claims(claims, "Options named along the way"),) if claims else ()


def _option(material: Material, id_: str) -> Claim:
    option = next(each for each in material.reading.options if each.id == id_)
    owners = [
        material.names.proposal(proposal_id)
        for proposal_id, proposal in material.case.proposals.items()
        if option.of is not None and option.of in proposal.coding.because
    ]
    part = f", as part of {joined(owners)}" if owners else ", without saying whose it is"
    return material.citer.claim(
        Finding(f"Named as an option{part}: {option.content.exact}.", Basis.REPORTED, because=(id_,))
    )
