"""Part of a section: is there any package that all could accept, and which demands stand in the way?"""

from __future__ import annotations

from goodoffices.brief.material import Material
from goodoffices.brief.page import Block, Cell, Claims, Items, Note, Row, Table
from goodoffices.findings.finding import Basis, Finding
from goodoffices.findings.packages import MOST_PACKAGES, Bargain, Pick, too_many_packages
from goodoffices.findings.words import counted, joined

MOST_ROWS = 6
"""How many concessions and collisions are shown; the rest are counted."""


def open_packages(material: Material) -> tuple[Block, ...]:
    """Return what the coded demands leave open, or nothing where the case has none."""
    heading = "Beyond the proposals: is there any package that all could accept?"
    if too_many_packages(material.case):
        return (Note(f"There are more than {MOST_PACKAGES:,} packages, too many for this page.", heading),)
    found = material.bargain
    if found is None:
        return ()
    blocks: list[Block] = [Claims((material.citer.claim(_zone(material, found)),), heading)]
    if found.picks:
        blocks.append(_picks(found))
    elif found.examples:
        blocks.append(Items(tuple("; ".join(each) for each in found.examples), "Some of these packages"))
    if found.collisions:
        blocks.extend((_collisions(found), _concessions(found)))
    if any(found.broken.values()):
        blocks.append(_broken(material, found))
    return tuple(blocks)


def _zone(material: Material, found: Bargain) -> Finding:
    names = material.names.parties(found.signing)
    claim = (
        f"Of {found.possible:,} packages (one choice for each issue), {found.open or 'none'} "
        f"{'is' if found.open < 2 else 'are'} acceptable to {names}, on the demands coded here."
    )
    assumes = ["the coded demands are all that these parties insist on, and each is held to"]
    if found.measured:
        assumes.append(
            "where walk-away values count, the middle of each interval does "
            f"(at their lowest, {found.open_if_yielding or 'none'} would be acceptable)"
        )
    return Finding(
        claim,
        Basis.COMPUTED,
        assumes=tuple(assumes),
        overturned_by=(
            "A demand that nobody coded"
            if found.open
            else "The demands of one row under “What would open a way” given up together"
        ),
    )


def _picks(found: Bargain) -> Table:
    rows = tuple(
        Row(
            Cell(f"As high as possible: {joined(list(pick.rules))}", notes=_ties(pick)),
            (
                _list(pick.terms),
                _list(tuple(f"{party}: {gain:.2f}" for party, gain in pick.gains)),
            ),
        )
        for pick in found.picks
    )
    return Table(
        "What rules of division would pick among them, with the middle of each number",
        ("Rule", "Package", "Gain over no agreement (0 to 1)"),
        rows,
    )


def _ties(pick: Pick) -> tuple[str, ...]:
    return (f"{counted(pick.ties, 'more package')} just as good",) if pick.ties else ()


def _collisions(found: Bargain) -> Table:
    rows = tuple(
        Row(Cell(f"{number}"), (_list(demands),))
        for number, demands in enumerate(found.collisions[:MOST_ROWS], start=1)
    )
    return Table(
        f"Demands that cannot all be met, though any fewer of them can{_more(len(found.collisions))}",
        ("Collision", "These demands exclude one another"),
        rows,
    )


def _concessions(found: Bargain) -> Table:
    rows = tuple(
        Row(
            Cell(counted(len(each.demands), "demand"), notes=each.demands),
            (Cell(f"{counted(each.opens, 'package')}, such as", notes=each.example),),
        )
        for each in found.concessions[:MOST_ROWS]
    )
    return Table(
        f"What would open a way, fewest demands first, each counted alike{_more(len(found.concessions))}",
        ("Demands given up together", "What that opens"),
        rows,
    )


def _broken(material: Material, found: Bargain) -> Table:
    rows = tuple(
        Row(
            Cell(material.case.proposals[id_].name),
            (_list(demands) if demands else Cell("none", "quiet", "–"),),
        )
        for id_, demands in found.broken.items()
    )
    return Table("Which demands each proposal breaks, whatever else it says", ("Proposal", "Breaks"), rows)


def _list(lines: tuple[str, ...]) -> Cell:
    return Cell("", notes=lines)


def _more(count: int) -> str:
    return f" (the first {MOST_ROWS} of {count:,})" if count > MOST_ROWS else ""
