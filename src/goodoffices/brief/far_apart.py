"""Section: how far apart are the parties?"""

from __future__ import annotations

from goodoffices.brief.material import Material
from goodoffices.brief.page import Block, Cell, Claims, Picture, Row, Section, Table
from goodoffices.brief.positions_chart import draw_strip, in_words
from goodoffices.findings.distance import Strip, coded_distances, stated_distances, strips
from goodoffices.findings.words import interval, joined


def far_apart(material: Material) -> Section:
    """Return the section with a picture where positions have numbers, else with the report's own words."""
    question = "How far apart are the parties?"
    stated = tuple(material.citer.claim(finding) for finding in stated_distances(material.case))
    measured = tuple(material.citer.claim(finding) for finding in coded_distances(material.case))
    scales = strips(material.case)
    blocks: list[Block] = []
    if measured:
        blocks.append(Claims(measured, "What the coded places show"))
    for strip in scales:
        blocks.extend((_picture(material, strip), _table(material, strip)))
    if stated:
        blocks.append(
            Claims(stated, f"What {material.source} {'say' if len(material.reports) > 1 else 'says'} of it")
        )
    return Section("distance", question, _answer(material, bool(scales), bool(stated)), tuple(blocks))


def _answer(material: Material, scaled: bool, stated: bool) -> tuple[str, ...]:
    if scaled:
        return (
            (
                "The pictures show where an analyst placed the parties on each issue, with the interval that "
                "the analyst would defend; another analyst could place them otherwise."
            ),
        )
    unmeasured = "No position has been given a number here, so nothing is measured."
    if not stated:
        return (
            (f"{material.here.capitalize()} says nothing of distance.", unmeasured)
            if len(material.reports) == 1
            else ("These reports say nothing of distance.", unmeasured)
        )
    names = material.names
    each = material.case.disagreements[0]
    on = f" on {names.issues(each.issues)}" if each.issues else ""
    return (f"{material.says.capitalize()} that {names.parties(each.parties)} are apart{on}.", unmeasured)


def _picture(material: Material, strip: Strip) -> Picture:
    issue = material.case.issues[strip.issue]
    return Picture(
        issue.question or issue.name,
        in_words(material.case, strip),
        draw_strip(material.case, strip),
        key=(
            "Thick bar: where the party’s ideal may lie; dot: most credible place. Ring: an option that the "
            "party could live with. Cross: an option that its red line rules out."
        ),
    )


def _table(material: Material, strip: Strip) -> Table:
    rows = tuple(
        Row(
            Cell(material.names.party(place.party)),
            (
                Cell(interval(place.ideal) if place.ideal else "not coded"),
                Cell(_options(material, strip, place.accepts) or "not coded"),
                Cell(_options(material, strip, place.never) or "none coded"),
            ),
        )
        for place in strip.places
    )
    return Table(
        f"The same in numbers: {material.case.issues[strip.issue].name}, on a scale from 0 to 100",
        ("Party", "Ideal (lowest to highest)", "Could live with", "Rules out"),
        rows,
    )


def _options(material: Material, strip: Strip, ids: tuple[str, ...]) -> str:
    return joined([material.names.option(strip.issue, option) for option in ids])
