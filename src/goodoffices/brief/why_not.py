"""Section: why does no proposal on the table pass, and whose refusal would each need to change?"""

from __future__ import annotations

from goodoffices.brief.material import Material
from goodoffices.brief.open_packages import open_packages
from goodoffices.brief.page import Cell, Note, Quote, Row, Section, Table
from goodoffices.findings.obstacles import Obstacle, obstacle_finding, obstacles
from goodoffices.findings.responses import answers
from goodoffices.findings.words import capital, counted, joined


def why_not(material: Material) -> Section:
    """Return the section on what each proposal lacks."""
    found = obstacles(material.case)
    passing = [each for each in found if each.passes]
    question = "Why does no proposal on the table pass, and whose refusal would each need to change?"
    if passing:
        question = "Which proposal passes, and what do the others lack?"
    elif any(not each.needed for each in found):
        question = "What stands in the way of each proposal, and whose answer would have to change?"
    if not found:
        return Section("obstacles", question, ("There is no proposal to judge.",), open_packages(material))
    return Section(
        "obstacles",
        question,
        _answer(material, found, passing),
        (_table(material, found), *_notes(material), *open_packages(material)),
    )


def _answer(material: Material, found: tuple[Obstacle, ...], passing: list[Obstacle]) -> tuple[str, ...]:
    names = material.names
    if passing:
        return (f"All who must sign are for {joined([names.proposal(each.proposal) for each in passing])}.",)
    refused = [each for each in found if each.refused]
    if not refused:
        return (
            "No party whose acceptance is needed rejects a proposal in so many words; acceptance is missing.",
        )
    spared = [
        (each.proposal, waiting)
        for each in found
        if not each.refused and (waiting := (*each.undecided, *each.silent))
    ]
    lacking = [f"{names.proposal(id_)} lacks acceptance by {names.parties(them)}" for id_, them in spared]
    second = f"Not rejected in so many words, {'; '.join(lacking)}." if lacking else ""
    return tuple(part for part in (_refusals(material, found, refused), second) if part)


def _refusals(material: Material, found: tuple[Obstacle, ...], refused: list[Obstacle]) -> str:
    """Say how many proposals are rejected, and by whose count."""
    rejected = capital(_every(refused, found))
    needed = {each.needed for each in found}
    if needed == {()}:
        return f"{rejected} by somebody; whose acceptance they need is not stated."
    if len(needed) == 1:
        signing = material.names.parties(next(iter(needed)))
        return f"An agreement is taken to need {signing}. {rejected} by one of them or more."
    return f"{rejected} by a party whose acceptance is needed, or by somebody where that is not stated."


def _every(refused: list[Obstacle], found: tuple[Obstacle, ...]) -> str:
    if len(found) == 1:
        return "the only proposal is rejected"
    if len(refused) == len(found):
        return "each proposal is rejected"
    share = f"{counted(len(refused), 'of', 'of')} the {counted(len(found), 'proposal')}"
    return f"{share} {'is' if len(refused) == 1 else 'are'} rejected"


def _table(material: Material, found: tuple[Obstacle, ...]) -> Table:
    names = material.names
    rows = []
    for each in found:
        letter = names.letter(each.proposal)
        name = capital(material.case.proposals[each.proposal].name)
        head = Cell(f"{letter}. {name}" if letter else name)
        needs = Cell(names.parties(each.needed)) if each.needed else Cell("not stated", "quiet")
        rows.append(
            Row(
                head,
                (needs, _refusing(material, each), _waiting(material, each), Cell(_change(material, each))),
            )
        )
    return Table(
        "What each proposal needs and lacks, fewest refusals first",
        ("Proposal", "Needs", "Refused by", "Not yet accepted by", "Whose answer would have to change"),
        tuple(rows),
        wide=True,
    )


def _notes(material: Material) -> tuple[Note, ...]:
    """Return how signatories were found, where the case says so."""
    noted = [
        proposal.coding.note
        for proposal in material.case.proposals.values()
        if proposal.signatories and proposal.coding.note
    ]
    return tuple(Note(note) for note in dict.fromkeys(noted))


def _quotes(material: Material, obstacle: Obstacle, parties: tuple[str, ...]) -> tuple[Quote, ...]:
    given = answers(material.case, material.case.proposals[obstacle.proposal])
    return material.citer.quotes(id_ for party in parties for id_ in given[party].because)


def _refusing(material: Material, obstacle: Obstacle) -> Cell:
    refusing = (*obstacle.refused, *obstacle.bystanders)
    if not refusing:
        return Cell("nobody", "quiet", "–")
    beside = material.names.parties(obstacle.bystanders)
    notes = (f"also by {beside}, whose acceptance it is not known to need",) if beside else ()
    text = material.names.parties(obstacle.refused) or "nobody whose acceptance it needs"
    quotes = _quotes(material, obstacle, refusing)
    return Cell(text, "no", "✕", notes, quotes, drafted=obstacle.drafted)


def _waiting(material: Material, obstacle: Obstacle) -> Cell:
    if not (obstacle.undecided or obstacle.silent):
        return Cell("nobody", "quiet", "–")
    notes = []
    if obstacle.undecided and obstacle.silent:
        notes.append(f"says nothing on it: {material.names.parties(obstacle.silent)}")
    elif obstacle.silent:
        notes.append("says nothing on it")
    waiting = material.names.parties((*obstacle.undecided, *obstacle.silent))
    return Cell(waiting, "maybe", "○", tuple(notes), _quotes(material, obstacle, obstacle.undecided))


def _change(material: Material, obstacle: Obstacle) -> str:
    if obstacle.passes:
        return "nobody’s: all who must sign are for it"
    change = obstacle_finding(material.case, obstacle).overturned_by
    return change or "it is not stated whose acceptance it needs"
