"""Section: who can move whom, and what is appealed to?"""

from __future__ import annotations

from dataclasses import replace

from goodoffices.brief.lever_tables import turning_table, zone_table
from goodoffices.brief.material import Material
from goodoffices.brief.page import Block, Cell, Claims, Items, Row, Section, Table
from goodoffices.case.coding import Coding
from goodoffices.findings.finding import Basis, Finding
from goodoffices.findings.influence import appeals, levers
from goodoffices.findings.kept_word import conduct
from goodoffices.findings.lever_words import SCALE, opening_answer, opening_intro
from goodoffices.findings.openings import Openings, openings
from goodoffices.findings.pulls import Pull, pulls
from goodoffices.findings.turning import aims
from goodoffices.findings.words import capital, interval


def movers(material: Material) -> Section:
    """Return the section on leverage and precedents, each as claimed by whom."""
    case = material.case
    blocks: list[Block] = []
    opened: Openings | None = None
    if case.leverage:
        pulled = pulls(case)
        opened = openings(case, pulled)
        blocks.append(_levers(material))
        blocks.extend(_wanted(material, pulled, opened))
    precedents = tuple(
        replace(material.citer.claim(finding), parts=_remarks(each.coding))
        for each, finding in zip(case.precedents, appeals(case), strict=True)
    )
    if precedents:
        blocks.append(Claims(precedents, "Precedents appealed to"))
    told = tuple(material.citer.claim(finding) for finding in conduct(case, material.reading))
    if told:
        blocks.append(Claims(told, "Who is said to have signed, guaranteed, or acted before"))
    return Section(
        "leverage", "Who can move whom, and what is appealed to?", _answer(material, opened), tuple(blocks)
    )


def _wanted(material: Material, pulled: tuple[Pull, ...], opened: Openings) -> list[Block]:
    """Return what levers would have to achieve: a zone, and a proposal in force that holds."""
    case, names = material.case, material.names
    table = zone_table(names, opened)
    lines = (*opening_intro(opened), *([SCALE] if table else []))
    blocks: list[Block] = [Items(lines, "Which levers would open a zone of possible agreement?")]
    blocks += [table] if table else []
    confirmed = any(not proposal.coding.drafted for proposal in case.proposals.values())
    found = aims(case, pulled) if confirmed else ()
    return [*blocks, turning_table(names, found)] if found else blocks


def _answer(material: Material, opened: Openings | None) -> tuple[str, ...]:
    case = material.case
    if not case.leverage:
        name = material.verb("names", "name")
        first = f"{capital(material.source)} {name} no means by which one party could move another."
    else:
        pairs = list(dict.fromkeys((each.holder, each.target) for each in case.leverage))
        said = [f"{material.names.party(a)} over {material.names.party(b)}" for a, b in pairs]
        first = f"Leverage is ascribed to {'; '.join(said)}; having the means is not the same as using them."
    second = (opening_answer(opened) if opened else None) or ""
    third = "Precedents illustrate what the parties fear or hope for; no rate is computed from them."
    return (first, *([second] if second else []), *([third] if case.precedents else []))


def _levers(material: Material) -> Table:
    rows = tuple(
        Row(
            Cell(f"{material.names.party(each.holder)} over {material.names.party(each.target)}"),
            (
                Cell(each.means or "no means named"),
                Cell(interval(each.share) if each.share else "not stated"),
                Cell(interval(each.willingness) if each.willingness else "not stated"),
                _source(material, finding, each.coding),
            ),
        )
        for each, finding in zip(material.case.leverage, levers(material.case), strict=True)
    )
    return Table(
        "Means of leverage; what a holder could withhold and whether it would, apart",
        ("Who over whom", "By what", "Share of the flow (0 to 1)", "Willingness (0 to 1)", "According to"),
        rows,
        wide=True,
    )


def _source(material: Material, finding: Finding, coding: Coding) -> Cell:
    claimed = finding.basis is Basis.CLAIM
    return Cell(
        material.citer.sure(finding),
        "maybe" if claimed else "plain",
        notes=_remarks(coding),
        quotes=material.citer.quotes(finding.because),
        drafted=finding.drafted,
    )


def _remarks(coding: Coding) -> tuple[str, ...]:
    """Return the coder's remark, where an analyst made one: a claim may need its correction beside it."""
    return (f"Coder’s note: {coding.note}",) if coding.note and not coding.drafted else ()
