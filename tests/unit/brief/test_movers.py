"""The section on who can move whom: what levers would have to achieve stands beside what they are."""

from __future__ import annotations

import dataclasses

from goodoffices.brief.compose import compose
from goodoffices.brief.page import Items, Section
from goodoffices.case.case import Case
from goodoffices.case.coding import Coding, Status
from goodoffices.reports.report import Report
from goodoffices.statements.statement import Reading

CONFIRMED = Coding(status=Status.JUDGEMENT, coder="A. Coder")


def leverage(case: Case, reading: Reading, report: Report) -> Section:
    """Return the section on leverage."""
    return next(each for each in compose(case, reading, [report]).sections if each.name == "leverage")


def items(section: Section) -> dict[str, tuple[str, ...]]:
    """Return the lists of a section by their headings."""
    return {block.heading: block.lines for block in section.blocks if isinstance(block, Items)}


def test_what_levers_must_achieve_follows_their_table(
    strait_measured: Case, strait_reading: Reading, strait_report: Report
) -> None:
    """With numbers and confirmed proposals it says what opens a zone and whose preference must turn."""
    confirmed = {
        id_: dataclasses.replace(proposal, coding=CONFIRMED)
        for id_, proposal in strait_measured.proposals.items()
    }
    section = leverage(
        dataclasses.replace(strait_measured, proposals=confirmed), strait_reading, strait_report
    )
    assert section.answer[1] == (
        "Levers might open a zone if they were used; as far as use is expected, they do not."
    )
    zone, turning = items(section).items()
    assert zone[0] == "Which levers would open a zone of possible agreement?"
    assert any(line.startswith("Possibly enough if pulled: Kestria") for line in zone[1])
    assert zone[1][-1].startswith("Sizes are in the target’s own utility")
    assert turning[0].startswith("Whose preference would a lever have to turn")
    assert any("Norvania would have to prefer accepting it to refusing it" in line for line in turning[1])


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
    assert len(items(leverage(alone, strait_reading, strait_report))) == 1


def test_without_leverage_nothing_is_asked_of_it(
    strait_measured: Case, strait_reading: Reading, strait_report: Report
) -> None:
    """Where no lever is named, the section says so and stops."""
    none = dataclasses.replace(strait_measured, leverage=())
    assert items(leverage(none, strait_reading, strait_report)) == {}
