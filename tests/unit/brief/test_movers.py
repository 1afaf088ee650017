"""The section on who can move whom: what levers would have to achieve stands beside what they are."""

from __future__ import annotations

import dataclasses

from goodoffices.brief.compose import compose
from goodoffices.brief.lever_tables import zone_table
from goodoffices.brief.page import Items, Section, Table
from goodoffices.case.case import Case
from goodoffices.case.coding import Coding, Status
from goodoffices.case.terms import Response, ResponseAct
from goodoffices.case.values import Interval
from goodoffices.findings.lever_words import NOT_NEEDED, SCALE
from goodoffices.findings.openings import openings
from goodoffices.findings.pulls import pulls
from goodoffices.findings.words import Names
from goodoffices.models.leverage.lever import Lever
from goodoffices.reports.report import Report
from goodoffices.statements.statement import Reading

SHIPS = "what the proposal leaves open – “Ships in the strait” – is settled as it likes best"
CONFIRMED = Coding(status=Status.JUDGEMENT, coder="A. Coder")


def leverage(case: Case, reading: Reading, report: Report) -> Section:
    """Return the section on leverage."""
    return next(each for each in compose(case, reading, [report]).sections if each.name == "leverage")


def items(section: Section) -> dict[str, tuple[str, ...]]:
    """Return the lists of a section by their headings."""
    return {block.heading: block.lines for block in section.blocks if isinstance(block, Items)}


def tables(section: Section) -> list[Table]:
    """Return the tables of a section behind that of the levers themselves."""
    return [block for block in section.blocks if isinstance(block, Table)][1:]


def confirmed(case: Case) -> Case:
    """Return a case whose proposals an analyst has confirmed."""
    proposals = {
        id_: dataclasses.replace(proposal, coding=CONFIRMED) for id_, proposal in case.proposals.items()
    }
    return dataclasses.replace(case, proposals=proposals)


def test_what_levers_must_achieve_follows_their_table(
    strait_measured: Case, strait_reading: Reading, strait_report: Report
) -> None:
    """With numbers and confirmed proposals it says what opens a zone and whose preference must turn."""
    section = leverage(confirmed(strait_measured), strait_reading, strait_report)
    assert section.answer[1] == (
        "Levers might open a zone if they were used; as far as use is expected, they do not."
    )
    ((heading, lines),) = items(section).items()
    assert heading == "Which levers would open a zone of possible agreement?"
    assert lines == (SCALE,)
    zone, turning = tables(section)
    (way,) = zone.rows
    short, pulled, expected = way.cells
    assert way.head.text == "nothing: red lines leave packages"
    assert (short.text, short.notes[0]) == (
        "Selmark: 0.2 (0.1 to 0.3)",
        "in the package that asks least of levers",
    )
    assert (pulled.text, expected.text) == ("possibly enough", "none of those whose size can be said")
    assert pulled.notes[0].startswith("Kestria by “purchases of grain”, which takes at most 0.5 (0.4 to 0.6)")
    by_proposal = {row.head.text[:14]: row.cells for row in turning.rows}
    who, lines_in_the_way, costs, levers = by_proposal["“A mutual defe"]
    assert (who.text, lines_in_the_way.text, costs.text) == (
        "Norvania",
        "none",
        f"at least 0.2 (0.1 to 0.3), even if {SHIPS}",
    )
    assert who.notes == ()
    assert levers.notes[0].startswith("Kestria by “purchases of grain” takes at most 0.5")
    ships = by_proposal["“Compact ships"]
    assert ships[1].notes == ("No Compact ships in the strait",)
    assert ships[3].text == "none is enough while the red lines stand"
    assert by_proposal["“A guarantee b"][3].text == "none is named"


def test_long_lists_are_cut_with_a_word(
    strait_measured: Case, strait_reading: Reading, strait_report: Report
) -> None:
    """Six levers of which each is enough: four are told, and they are enough for sure if weighed so."""
    grain = strait_measured.leverage[0]
    many = dataclasses.replace(strait_measured, leverage=(grain,) * 6)
    zone, _ = tables(leverage(confirmed(many), strait_reading, strait_report))
    assert zone.rows[0].cells[1].notes[-1] == "and two further sets"


def test_ways_that_are_not_shown_are_counted(strait_measured: Case) -> None:
    """Of eight ways that ask something of levers the four that ask least are shown."""
    found = openings(strait_measured, pulls(strait_measured))
    many = dataclasses.replace(found, ways=found.ways * 8, all_ways=8)
    table = zone_table(Names(strait_measured), many)
    assert table is not None
    assert len(table.rows) == 4
    assert table.caption.endswith("(four further ways ask as much or more)")


def test_weighed_levers_are_enough_for_sure(strait_measured: Case) -> None:
    """Where somebody weighed a lever and even its lowest value is enough, the table says yes."""
    grain = strait_measured.leverage[0]
    sure, none = Interval.exactly(1.0), Interval.exactly(0.0)
    assert grain.share is not None
    weighed = Lever(grain.holder, grain.target, grain.means or "", grain.share, sure, none, sure, sure, none)
    table = zone_table(Names(strait_measured), openings(strait_measured, pulls(strait_measured, [weighed])))
    assert table is not None
    assert [(cell.text, cell.tone) for cell in table.rows[0].cells[1:]] == [("enough", "yes")] * 2


def test_a_zone_that_is_open_asks_nothing_of_levers(
    strait_measured: Case, strait_reading: Reading, strait_report: Report
) -> None:
    """There is a sentence and no table; accepting then costs nothing, or is not known."""
    floors = tuple(
        dataclasses.replace(each, value=Interval.exactly(0.1)) for each in strait_measured.walk_away
    )
    free = confirmed(dataclasses.replace(strait_measured, walk_away=floors))
    section = leverage(free, strait_reading, strait_report)
    assert items(section)["Which levers would open a zone of possible agreement?"] == (NOT_NEEDED,)
    (turning,) = tables(section)
    row = next(row for row in turning.rows if row.head.text.startswith("“A mutual"))
    assert (row.cells[2].text, row.cells[3].text) == (
        f"nothing by its numbers, but only if {SHIPS}",
        "none is needed by the numbers",
    )
    bare = confirmed(dataclasses.replace(strait_measured, walk_away=()))
    (unknown,) = tables(leverage(bare, strait_reading, strait_report))
    row = next(row for row in unknown.rows if row.head.text.startswith("“A mutual"))
    assert (row.cells[2].text, row.cells[3].text) == ("not known without its utility", "size not known")


def test_a_proposal_that_nobody_refuses_is_told_as_holding(
    strait_measured: Case, strait_reading: Reading, strait_report: Report
) -> None:
    """Nobody would have to be turned."""
    pact = dataclasses.replace(
        strait_measured.proposals["defence_pact"],
        responses={"norvania": Response(act=ResponseAct.ACCEPTS, coding=CONFIRMED)},
    )
    case = confirmed(dataclasses.replace(strait_measured, proposals={"defence_pact": pact}))
    turning = tables(leverage(case, strait_reading, strait_report))[-1]
    (row,) = turning.rows
    assert row.cells[0].text == "nobody: it would hold once accepted"
    assert [cell.text for cell in row.cells[1:]] == ["–"] * 3


def test_a_draft_says_what_is_missing_and_no_more(
    strait_draft: Case, strait_reading: Reading, strait_report: Report
) -> None:
    """Nobody confirmed the proposals and nobody gave numbers, so nothing is worked out."""
    section = leverage(strait_draft, strait_reading, strait_report)
    ((heading, lines),) = items(section).items()
    assert heading == "Which levers would open a zone of possible agreement?"
    assert lines == (
        "What is missing for an answer: who must sign, and issues with options between which they choose.",
    )
    assert len(section.answer) == 2


def test_without_signed_proposals_no_preference_is_named(
    strait_measured: Case, strait_reading: Reading, strait_report: Report
) -> None:
    """A case without proposals has no outcome to turn anybody to."""
    alone = dataclasses.replace(strait_measured, proposals={}, guarantees={})
    assert len(tables(leverage(alone, strait_reading, strait_report))) == 1


def test_without_leverage_nothing_is_asked_of_it(
    strait_measured: Case, strait_reading: Reading, strait_report: Report
) -> None:
    """Where no lever is named, the section says so and stops."""
    none = dataclasses.replace(strait_measured, leverage=())
    assert items(leverage(none, strait_reading, strait_report)) == {}
