"""Section: what is on the table, and who said what to it?"""

from __future__ import annotations

from goodoffices.brief.material import Material
from goodoffices.brief.page import Cell, Items, Note, Row, Section, Table
from goodoffices.findings.responses import Answer, Stance, answers, speaking
from goodoffices.findings.words import capital, counted, joined

SYMBOLS = {
    Stance.PUT_FORWARD: ("▲", "theirs"),
    Stance.PREPARING: ("△", "theirs"),
    Stance.ACCEPTS: ("✓", "yes"),
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
        return Section("table", question, (f"No proposal was found in {material.here}.",))
    parties = speaking(case)
    return Section(
        "table",
        question,
        _answer(material),
        (_table(material, parties), *_others(material, parties), *_options(material)),
    )


def _answer(material: Material) -> tuple[str, ...]:
    case = material.case
    count = len(case.proposals)
    accepted = [
        id_
        for id_, proposal in case.proposals.items()
        if any(found.stance is Stance.ACCEPTS for found in answers(case, proposal).values())
    ]
    first = capital(f"{counted(count, 'proposal')} {'is' if count == 1 else 'are'} named in {material.here}.")
    if accepted:
        names = joined([material.names.proposal(id_) for id_ in accepted])
        return (first, f"Somebody other than those who made it accepts {names}.")
    return (first, f"In {material.here}, nobody is recorded as accepting a proposal made by someone else.")


def _table(material: Material, parties: tuple[str, ...]) -> Table:
    names = material.names
    rows = []
    for proposal in material.case.proposals.values():
        given = answers(material.case, proposal)
        owner = "" if proposal.by else f"{capital(material.source)} {_do(material)} not say whose it is"
        head = Cell(
            capital(proposal.name),
            notes=(owner,) if owner else (),
            quotes=() if proposal.by else material.citer.quotes(proposal.coding.because),
            drafted=proposal.coding.drafted,
        )
        rows.append(Row(head, tuple(_cell(material, given.get(party, Answer(party))) for party in parties)))
    columns = ("Proposal", *(names.party(party) for party in parties))
    return Table("Each proposal and each party’s answer to it", columns, tuple(rows), wide=True)


def _do(material: Material) -> str:
    return "do" if len(material.reports) > 1 else "does"


def _cell(material: Material, answer: Answer) -> Cell:
    symbol, tone = SYMBOLS[answer.stance]
    notes = [f"also {stance.value}" for stance in answer.stances[1:]]
    if answer.condition:
        notes.append(f"condition: {answer.condition}")
    return Cell(
        answer.stance.value,
        tone,
        symbol,
        tuple(notes),
        material.citer.quotes(answer.because),
        answer.drafted,
    )


def _others(material: Material, parties: tuple[str, ...]) -> tuple[Note, ...]:
    rest = [party for party in material.case.parties if party not in parties]
    if not rest:
        return ()
    names = material.names.parties(rest)
    return (Note(f"Also named, with no answer to any of these proposals: {names}."),)


def _options(material: Material) -> tuple[Items, ...]:
    found = tuple(option.content.exact for option in material.reading.options)
    return (Items(found, "Options named without saying whose they are"),) if found else ()
