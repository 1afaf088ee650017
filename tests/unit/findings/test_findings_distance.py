"""How far apart the parties are."""

from __future__ import annotations

import dataclasses

from goodoffices.case.case import Case
from goodoffices.case.terms import Position, RedLine
from goodoffices.case.values import Interval
from goodoffices.findings.distance import ruled_out, spreads, stated_distances, strips, widest
from goodoffices.findings.finding import Basis


def test_stated_distance_keeps_its_source(strait_draft: Case) -> None:
    """What the report says of distance is reported, with the sentence that says it."""
    (finding,) = stated_distances(strait_draft)
    assert finding.basis is Basis.REPORTED
    assert finding.because == ("d1",)
    assert "Norvania and Selmark" in finding.claim


def test_a_draft_without_numbers_has_no_scale(strait_draft: Case) -> None:
    """Nothing is measured where nothing has a place."""
    assert strips(strait_draft) == ()
    assert spreads(strait_draft) == ()
    assert widest(strait_draft) is None


def test_parties_stand_in_order_of_their_ideals(strait_coded: Case) -> None:
    """The lower ideal comes first; options keep their places."""
    (strip,) = strips(strait_coded)
    assert [place.party for place in strip.places] == ["norvania", "selmark"]
    assert strip.options == {"none": 0, "league": 25, "pact": 85}


def test_distance_has_bounds_from_the_intervals(strait_coded: Case) -> None:
    """Norvania at 15–25–35 and Selmark at 75–85–95 lie 40, 60 or 80 points apart."""
    (spread,) = spreads(strait_coded)
    assert spread.distance == Interval(40, 60, 80)
    assert spread.parties == ("norvania", "selmark")
    assert spread.shared == ()


def test_intervals_that_overlap_may_be_no_distance_apart(strait_coded: Case) -> None:
    """The nearest distance is never below 0."""
    moved = tuple(
        dataclasses.replace(position, place=Interval(10, 30, 90)) if position.party == "selmark" else position
        for position in strait_coded.positions
    )
    (spread,) = spreads(dataclasses.replace(strait_coded, positions=moved))
    assert spread.distance.low == 0


def test_shared_options_need_every_answer(strait_coded: Case) -> None:
    """Options that both accept are shared; where one has not said, nothing is."""

    def with_accepts(accepts: tuple[str, ...]) -> Case:
        positions = tuple(
            dataclasses.replace(each, accepts=accepts) if each.party == "selmark" else each
            for each in strait_coded.positions
        )
        return dataclasses.replace(strait_coded, positions=positions)

    assert spreads(with_accepts(("league", "pact")))[0].shared == ("league",)
    assert spreads(with_accepts(()))[0].shared is None


def test_an_ideal_option_gives_a_place(strait_coded: Case) -> None:
    """Without a place, the place of the ideal option counts; without either, there is none."""
    bare = [dataclasses.replace(each, place=None) for each in strait_coded.positions]
    (strip,) = strips(dataclasses.replace(strait_coded, positions=tuple(bare)))
    assert [place.ideal for place in strip.places] == [Interval.exactly(25), Interval.exactly(85)]
    none = tuple(dataclasses.replace(each, ideal=None) for each in bare)
    (strip,) = strips(dataclasses.replace(strait_coded, positions=none))
    assert [place.ideal for place in strip.places] == [None, None]
    assert spreads(dataclasses.replace(strait_coded, positions=none)) == ()


def test_a_red_line_over_two_issues_rules_out_no_option_by_itself(strait_coded: Case) -> None:
    """Only a red line on one issue crosses out options."""
    coding = strait_coded.red_lines[0].coding
    options = strait_coded.issues["security_guarantees"].options
    alone = RedLine(party="norvania", never="security_guarantees in {none, pact}", coding=coding)
    joint = RedLine(party="norvania", never="security_guarantees = pact and troops = compact", coding=coding)
    assert ruled_out("security_guarantees", alone, options) == ("none", "pact")
    assert ruled_out("security_guarantees", joint, options) == ()


def test_red_lines_stand_on_the_strip_of_their_holder(strait_coded: Case) -> None:
    """An option that a party rules out is crossed out for that party alone."""
    coding = strait_coded.red_lines[0].coding
    line = RedLine(party="norvania", never="security_guarantees = pact", coding=coding)
    (strip,) = strips(dataclasses.replace(strait_coded, red_lines=(line,)))
    assert [place.never for place in strip.places] == [("pact",), ()]


def test_the_widest_gap_is_named_unless_two_tie(strait_coded: Case) -> None:
    """With one scaled issue it is the widest; with a twin of it, none is."""
    finding = widest(strait_coded)
    assert finding is not None
    assert "60 (40 to 80) of 100 points" in finding.claim
    issues = {**strait_coded.issues, "twin": strait_coded.issues["security_guarantees"]}
    twins = tuple(
        Position(party=each.party, issue="twin", place=each.place, coding=each.coding)
        for each in strait_coded.positions
        if each.place
    )
    doubled = dataclasses.replace(strait_coded, issues=issues, positions=(*strait_coded.positions, *twins))
    assert widest(doubled) is None


def test_a_distance_without_issues_is_just_a_distance(strait_draft: Case) -> None:
    """Where the report does not say on what, the finding does not either."""
    bare = dataclasses.replace(strait_draft.disagreements[0], issues=())
    (finding,) = stated_distances(dataclasses.replace(strait_draft, disagreements=(bare,)))
    assert finding.claim == "Norvania and Selmark are described as apart."
