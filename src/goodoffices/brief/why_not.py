"""Section: why does no proposal on the table pass, and whose refusal would each need to change?"""

from __future__ import annotations

from goodoffices.brief.material import Material
from goodoffices.brief.page import Block, Cell, Row, Section, Table
from goodoffices.findings.obstacles import Obstacle, obstacles
from goodoffices.findings.words import capital, counted, joined


def why_not(material: Material) -> Section:
    """Return the section on what each proposal lacks."""
    found = obstacles(material.case)
    passing = [each for each in found if each.passes]
    question = (
        "Which proposal passes, and what do the others lack?"
        if passing
        else "Why does no proposal on the table pass, and whose refusal would each need to change?"
    )
    if not found:
        return Section("obstacles", question, ("There is no proposal to judge.",))
    blocks: list[Block] = [_table(material, found)]
    return Section("obstacles", question, _answer(material, found, passing), tuple(blocks))


def _answer(material: Material, found: tuple[Obstacle, ...], passing: list[Obstacle]) -> tuple[str, ...]:
    names = material.names
    needed = material.case.must_sign()
    if passing:
        return (f"All who must sign are for {joined([names.proposal(each.proposal) for each in passing])}.",)
    refused = [each for each in found if each.refused]
    if not refused:
        return (
            "Nobody rejects a proposal outright in what was read; what is missing is acceptance by "
            f"{names.parties(needed)}."
            if needed
            else "Nobody rejects a proposal outright in what was read.",
        )
    first = (
        f"An agreement is taken to need {names.parties(needed)}, and "
        f"{_every(refused, found)} by at least one of them."
        if needed
        else f"{capital(_every(refused, found))} by somebody; whose signature is needed is not stated."
    )
    easiest = found[0]
    second = f"Fewest refusals stand against {names.proposal(easiest.proposal)}." if _apart(found) else ""
    return tuple(sentence for sentence in (first, second) if sentence)


def _every(refused: list[Obstacle], found: tuple[Obstacle, ...]) -> str:
    if len(found) == 1:
        return "the only proposal is rejected"
    if len(refused) == len(found):
        return "each proposal is rejected"
    return (
        f"{counted(len(refused), 'proposal')} of {len(found)} {'is' if len(refused) == 1 else 'are'} rejected"
    )


def _apart(found: tuple[Obstacle, ...]) -> bool:
    return len(found) > 1 and len(found[0].refused) < len(found[1].refused)


def _table(material: Material, found: tuple[Obstacle, ...]) -> Table:
    rows = tuple(
        Row(
            Cell(capital(material.case.proposals[each.proposal].name)),
            (
                Cell(material.names.parties(each.needed) or "not stated"),
                _who(material, each.refused, each, "no", "✕"),
                _who(material, (*each.undecided, *each.silent), each, "maybe", "○"),
                Cell(_change(material, each)),
            ),
        )
        for each in found
    )
    return Table(
        "What each proposal needs and lacks, fewest refusals first",
        ("Proposal", "Needs", "Refused by", "Not yet accepted by", "What would have to change"),
        rows,
        wide=True,
    )


def _who(material: Material, parties: tuple[str, ...], obstacle: Obstacle, tone: str, symbol: str) -> Cell:
    if not parties:
        return Cell("nobody", "quiet", "–")
    quotes = material.citer.quotes(obstacle.because) if tone == "no" else ()
    return Cell(material.names.parties(parties), tone, symbol, quotes=quotes, drafted=obstacle.drafted)


def _change(material: Material, obstacle: Obstacle) -> str:
    names = material.names
    if obstacle.passes:
        return "nothing: all who must sign are for it"
    steps = []
    if obstacle.refused:
        steps.append(f"the refusal by {names.parties(obstacle.refused)}")
    waiting = (*obstacle.undecided, *obstacle.silent)
    if waiting:
        steps.append(f"{names.parties(waiting)} would have to accept")
    return joined(steps) or "it is not stated whose acceptance it needs"
