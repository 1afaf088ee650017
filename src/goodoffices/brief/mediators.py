"""Section: how does each would-be mediator or guarantor stand to each side?"""

from __future__ import annotations

from goodoffices.brief.material import Material
from goodoffices.brief.page import Cell, Row, Section, Table
from goodoffices.findings.neutrality import Tie, sides, third_parties, ties
from goodoffices.findings.words import joined

QUESTION = "How does each would-be mediator or guarantor stand to each side?"
NO_INDEX = (
    "These are signs of closeness and distance, side by side. They are not added up: which of them matters "
    "to a side is for that side to say, and a third party with an interest may be one that can deliver."
)


def mediators(material: Material) -> tuple[Section, ...]:
    """Return the section on ties of third parties, or nothing where there are no sides or third parties."""
    case, reading = material.case, material.reading
    own, others = sides(case), third_parties(case, reading)
    if len(own) < 2 or not others:
        return ()
    found = {third: tuple(ties(case, reading, third, side) for side in own) for third in others}
    known = {third: tied for third, tied in found.items() if any(tied)}
    unknown = [material.names.party(third) for third in others if third not in known]
    nothing = f"Nothing of the kind is found of {joined(unknown)}." if unknown else ""
    answer = tuple(part for part in (NO_INDEX, nothing) if part)
    if not known:
        return (Section("mediators", QUESTION, (nothing,)),)
    columns = ("Who", *(f"Ties with {material.names.party(side)}" for side in own))
    alike: dict[tuple[tuple[Tie, ...], ...], list[str]] = {}
    for third, tied in known.items():
        alike.setdefault(tied, []).append(material.names.party(third))
    rows = tuple(
        Row(Cell(joined(names)), tuple(_cell(material, one) for one in tied)) for tied, names in alike.items()
    )
    caption = "What is reported, claimed or coded of each, never added up"
    return (Section("mediators", QUESTION, answer, (Table(caption, columns, rows, wide=True),)),)


def _cell(material: Material, tied: tuple[Tie, ...]) -> Cell:
    if not tied:
        return Cell("nothing found", "quiet", "–")
    because = dict.fromkeys(id_ for one in tied for id_ in one.because)
    return Cell(
        "",
        notes=tuple(one.text for one in tied),
        quotes=material.citer.quotes(because),
        sources=tuple(dict.fromkeys(source for one in tied for source in one.sources)),
    )
