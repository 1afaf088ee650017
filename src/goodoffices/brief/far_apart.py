"""Section: how far apart are the parties?"""

from __future__ import annotations

from goodoffices.brief.material import Material
from goodoffices.brief.page import Block, Cell, Claims, Picture, Pictures, Row, Section, Table
from goodoffices.brief.positions_chart import draw_strip, in_words, options_key
from goodoffices.findings.distance import Spread, Strip, spreads, stated_distances, strips
from goodoffices.findings.words import capital, interval, joined

KEY = (
    "Bar: where the party’s ideal may lie. Dot: its most credible place. Ring: an option that the party "
    "could live with. Hatched: what its red line rules out, drawn from half-way between two options. "
    "Letters stand for the options."
)
JUDGED = (
    "The pictures show where an analyst placed the parties on each issue, with the interval that the "
    "analyst would defend; another analyst could place them otherwise."
)
UNMEASURED = "No position has been given a number here, so nothing is measured."


def far_apart(material: Material) -> Section:
    """Return the section with pictures where positions have numbers, else with the report's own words."""
    scales = strips(material.case)
    stated = tuple(material.citer.claim(finding) for finding in stated_distances(material.case))
    measured = spreads(material.case)
    blocks: list[Block] = []
    if stated:
        blocks.append(Claims(stated, "What is said of it"))
    if measured:
        blocks.append(_table(material, measured))
    if scales:
        blocks.append(Pictures(tuple(_picture(material, strip) for strip in scales), KEY))
    return Section(
        "distance", "How far apart are the parties?", _answer(material, bool(scales)), tuple(blocks)
    )


def _answer(material: Material, scaled: bool) -> tuple[str, ...]:
    if scaled:
        return (JUDGED,)
    found = material.case.disagreements
    if not found:
        says = f"{capital(material.source)} {material.verb('says', 'say')}"
        return (f"{says} of no parties by name how far apart they are.", UNMEASURED)
    names = material.names
    said = [
        names.parties(each.parties)
        + (f" are apart on {names.issues(each.issues)}" if each.issues else " are apart")
        for each in found
    ]
    return (f"{capital(material.source)} {material.verb('says', 'say')} that {joined(said)}.", UNMEASURED)


def _picture(material: Material, strip: Strip) -> Picture:
    issue = material.case.issues[strip.issue]
    return Picture(
        issue.question or issue.name,
        in_words(material.case, strip),
        draw_strip(material.case, strip),
        options_key(material.case, strip),
    )


def _table(material: Material, measured: tuple[Spread, ...]) -> Table:
    pairs = {frozenset(each.parties) for each in measured}
    columns: tuple[str, ...] = (
        "Issue",
        "Points apart (nearest to furthest)",
        "What all of them could live with",
    )
    between = "the two outermost parties that must sign"
    if len(pairs) == 1:
        between = material.names.parties(measured[0].parties)
    else:
        columns = (*columns, "Between")
    rows = []
    for each in measured:
        cells = (
            Cell(interval(each.distance)),
            _shared(material, each),
            Cell(material.names.parties(each.parties)),
        )
        rows.append(Row(Cell(capital(material.names.issue(each.issue))), cells[: len(columns) - 1]))
    caption = f"Between the ideals of {between}, in points of a scale from 0 to 100"
    return Table(caption, columns, tuple(rows))


def _shared(material: Material, spread: Spread) -> Cell:
    if spread.shared is None:
        return Cell("not coded for all", "quiet")
    if not spread.shared:
        return Cell("no option", "no", "✕")
    return Cell(joined([material.names.option(spread.issue, option) for option in spread.shared]))
