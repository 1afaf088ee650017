"""Agreement of coders on statements, places and positions."""

from __future__ import annotations

import dataclasses

import pytest

from goodoffices.case.case import Case
from goodoffices.case.coder_agreement import ANY, Measured, measure, measure_places, measure_positions, pair
from goodoffices.case.coder_differences import coding, differences, position_differences
from goodoffices.case.terms import Position
from goodoffices.case.values import Interval
from goodoffices.reports.report import Report
from goodoffices.statements.acts import Act
from goodoffices.statements.evidence import cite
from goodoffices.statements.statement import Actor, Modality, Reading


def by_name(found: tuple[Measured, ...]) -> dict[str, Measured]:
    """Return measures by what they are on."""
    return {one.what: one for one in found}


def test_two_who_code_the_same_agree_perfectly(strait_reading: Reading, strait_report: Report) -> None:
    """Alpha is 1 where values vary, and there is nothing to discuss."""
    said = strait_reading.statements
    units = pair([said, said])
    assert {unit.statements for unit in units} == {(one, one) for one in said}
    found = by_name(measure(units))
    assert found["act"].agreement is not None
    assert found["act"].agreement.alpha == 1
    assert (found["act"].units, found["act"].missing) == (9, 0)
    assert found["negation"].agreement is not None
    assert found["negation"].agreement.alpha is None
    whole, by_act, length = measure_places([said, said], [strait_report])
    assert (whole.alpha, by_act.alpha) == (1, 1)
    assert length == sum(one.end - one.start for one in strait_report.readable())
    assert differences(units) == ()


def test_statements_are_paired_by_cue_before_words(strait_reading: Reading) -> None:
    """Of two statements on the same words, the one with the same cue is meant; others stand alone."""
    first = strait_reading.statements[0]
    report_words = first.evidence
    other = dataclasses.replace(first, id="s20", cue=report_words)
    later = dataclasses.replace(
        first, id="s21", cue=dataclasses.replace(report_words, start=report_words.end - 7)
    )
    units = pair([[first, later], [other], [strait_reading.statements[8]]])
    assert [tuple(one.id if one else None for one in unit.statements) for unit in units] == [
        ("s1", "s20", None),
        ("s21", None, None),
        (None, None, "s9"),
    ]


def test_a_unit_without_a_second_coder_leaves_nothing_to_compare(strait_reading: Reading) -> None:
    """Where no statement was coded twice, there is no figure."""
    found = measure(pair([strait_reading.statements[:1], strait_reading.statements[8:]]))
    assert {one.agreement for one in found} == {None}
    assert {one.missing for one in found} == {2}


def test_stretches_that_touch_count_as_one_and_what_is_not_read_is_no_text(
    strait_reading: Reading, strait_report: Report
) -> None:
    """Overlapping statements of one act are one stretch; a statement in a cookie notice is nowhere."""
    first = strait_reading.statements[0]
    inner = dataclasses.replace(first, id="s20", evidence=first.evidence)
    hidden = cite(strait_report, 0, 9)
    outside = dataclasses.replace(first, id="s21", evidence=hidden, cue=hidden)
    whole, by_act, _ = measure_places([[first, inner, outside], [first]], [strait_report])
    assert whole.alpha == 1
    assert by_act.alpha_of("propose") == 1
    assert list(whole.expected) == [ANY]


def test_a_yes_for_a_no_comes_first(strait_reading: Reading, strait_report: Report) -> None:
    """Differences are listed by what they would change in a brief, with what each coder made of the words."""
    said = list(strait_reading.statements)
    other = list(said)
    other[1] = dataclasses.replace(said[1], act=Act.ACCEPT)
    other[3] = dataclasses.replace(said[3], actor=Actor("Aldera"))
    other[5] = dataclasses.replace(said[5], act=Act.PROMISE, modality=Modality.WOULD)
    other[6] = dataclasses.replace(said[6], negated=True, target=Actor("Selmark", "selmark", "Selmark"))
    wide = cite(strait_report, said[8].cue.start, said[8].cue.end)
    other[8] = dataclasses.replace(said[8], evidence=wide)
    del other[7], other[0]
    found = differences(pair([said, other]))
    assert [(one.weight, one.what[0]) for one in found] == [
        (100, "act"),
        (95, "negation"),
        (90, "actor"),
        (70, "act"),
        (60, "found by some only"),
        (60, "found by some only"),
        (10, "words"),
    ]
    assert found[0].codings == ("Selmark reject", "Selmark accept")
    assert found[1].codings == ("Norvania reject (would)", "Norvania not: reject (would) → Selmark")
    assert found[4].codings[1] == ""
    claim = said[8]
    assert coding(claim) == "Selmark claim"
    assert [one.weight for one in differences(pair([[claim], []]))] == [50]


def test_positions_are_compared_by_option_order_place_and_weight(strait_coded: Case) -> None:
    """A place comes from the position, else from its option; what only one coded counts as missing."""
    first, second, third = strait_coded.positions
    bare = dataclasses.replace(first, place=None)
    moved = dataclasses.replace(second, place=Interval(30, 40, 50), salience=None)
    other = dataclasses.replace(strait_coded, positions=(bare, moved))
    found = by_name(measure_positions([strait_coded, other]))
    assert (found["position: option"].units, found["position: option"].missing) == (2, 1)
    places = found["position: place"].agreement
    assert places is not None
    assert places.alpha is not None
    assert places.alpha < 1
    assert found["position: salience"].units == 1
    listed = position_differences([strait_coded, other])
    assert [one.words for one in listed] == ["selmark on security_guarantees", "norvania on troops"]
    assert listed[0].codings == ("pact, at 85, salience 0.9", "pact, at 40")
    assert listed[0].weight == pytest.approx(40 + 0.6 * 45)
    assert listed[1].what == ("position that not all coded",)
    assert listed[1].codings == ("none", "")
    open_ = dataclasses.replace(
        strait_coded, positions=(Position(party="norvania", issue="troops", coding=third.coding),)
    )
    assert measure_positions([open_, open_])[0].units == 0
