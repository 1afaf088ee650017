"""What the coded demands leave open."""

from __future__ import annotations

import dataclasses

from goodoffices.case.case import Case
from goodoffices.case.terms import Impossible, Issue, Option, WalkAway
from goodoffices.case.values import Interval
from goodoffices.findings.acceptance import Verdict
from goodoffices.findings.packages import bargain, too_many_packages


def test_a_draft_without_options_says_nothing(strait_draft: Case) -> None:
    """Where no issue has options there are no packages."""
    assert bargain(strait_draft) is None


def test_colliding_demands_are_told_in_words(strait_coded: Case) -> None:
    """Norvania accepts no pact and Selmark nothing else: those two demands collide."""
    found = bargain(strait_coded)
    assert found is not None
    assert (found.account.size, found.account.zone, found.examples) == (6, 0, ())
    assert found.collisions == (
        (
            "Norvania: on security guarantees, only “No guarantee” or “The League, by consent of all”",
            "Selmark: on security guarantees, only “A pact of allies”",
        ),
    )


def test_concessions_open_packages(strait_coded: Case) -> None:
    """Giving up either demand opens packages, and one of them is shown."""
    found = bargain(strait_coded)
    assert found is not None
    assert [(len(each.demands), each.opens) for each in found.concessions] == [(1, 1), (1, 2)]
    assert found.concessions[0].example == (
        "Security guarantees: A pact of allies",
        "Ships in the strait: None",
    )


def test_a_proposal_breaks_what_all_its_packages_break(strait_coded: Case) -> None:
    """Compact ships break Norvania's red line whatever else is agreed."""
    found = bargain(strait_coded)
    assert found is not None
    judged = found.matrix["compact_ships"]["norvania"]
    assert judged.verdict is Verdict.RED_LINE
    assert [found.words.claim(id_) for id_ in judged.demands] == [
        "No Compact ships in the strait (a red line)"
    ]
    verdicts = {party: each.verdict for party, each in found.matrix["defence_pact"].items()}
    assert verdicts == {"norvania": Verdict.OUTSIDE, "selmark": Verdict.ACCEPTABLE}


def test_walk_away_values_count_and_are_tried_at_their_lowest(strait_measured: Case) -> None:
    """Ideals 60 points apart leave no package above 0.6 for both, and some above 0.1."""
    found = bargain(strait_measured)
    assert found is not None
    assert found.measured == ("norvania", "selmark")
    assert found.account.zone == 0
    floors = tuple(
        WalkAway(party=each.party, value=Interval(0.1, 0.6, 0.7), coding=each.coding)
        for each in strait_measured.walk_away
    )
    yielding = bargain(dataclasses.replace(strait_measured, walk_away=floors))
    assert yielding is not None
    assert yielding.account.zone == 0
    assert (yielding.open_if_yielding or 0) > 0
    assert any(
        "at least what no agreement is worth to it (0.60)" in each
        for pair in found.collisions
        for each in pair
    )


def test_an_open_zone_has_examples_and_no_collisions(strait_coded: Case) -> None:
    """If Selmark could live with the League, there is a package for both."""
    yielding = tuple(
        dataclasses.replace(each, accepts=("league",)) if each.party == "selmark" else each
        for each in strait_coded.positions
    )
    found = bargain(dataclasses.replace(strait_coded, positions=yielding))
    assert found is not None
    assert (found.account.zone, found.collisions, found.concessions) == (1, (), ())
    assert found.examples == (
        ("Security guarantees: The League, by consent of all", "Ships in the strait: None"),
    )


def test_rules_of_division_pick_from_an_open_zone(strait_measured: Case) -> None:
    """Where all who must sign have numbers, each rule picks a package, and its gains can be checked."""
    modest = tuple(
        WalkAway(party=each.party, value=Interval.exactly(0.0), coding=each.coding)
        for each in strait_measured.walk_away
    )
    found = bargain(dataclasses.replace(strait_measured, walk_away=modest, red_lines=()))
    assert found is not None
    assert sorted(rule for pick in found.picks for rule in pick.rules) == [
        "highest product of gains (Nash)",
        "highest sum of gains (utilitarian)",
        "most equal shares of what each could hope for (Kalai–Smorodinsky)",
        "the worst-off as well off as can be (egalitarian)",
    ]
    lowest = {rule: min(gain for _, gain in pick.gains) for pick in found.picks for rule in pick.rules}
    total = {rule: sum(gain for _, gain in pick.gains) for pick in found.picks for rule in pick.rules}
    assert max(lowest.values()) == lowest["the worst-off as well off as can be (egalitarian)"]
    assert max(total.values()) == total["highest sum of gains (utilitarian)"]


def test_nobody_to_sign_or_a_signatory_without_demands_says_nothing(strait_coded: Case) -> None:
    """Without signatories, or with one of whom no demand is known, nothing is computed."""
    unsigned = {id_: dataclasses.replace(each, must_sign=False) for id_, each in strait_coded.parties.items()}
    assert bargain(dataclasses.replace(strait_coded, parties=unsigned)) is None
    more = {
        **strait_coded.parties,
        "aldera": dataclasses.replace(strait_coded.parties["aldera"], must_sign=True),
    }
    assert bargain(dataclasses.replace(strait_coded, parties=more)) is None


def many(case: Case, count: int) -> Case:
    """Return a case with so many further issues of ten options, on which nobody insists."""
    options = {f"o{number}": Option(name=f"Option {number}") for number in range(10)}
    issues = {f"i{number}": Issue(name=f"Issue {number}", options=options) for number in range(count)}
    return dataclasses.replace(case, issues={**case.issues, **issues})


def test_where_many_variants_are_compared_large_cases_are_known(strait_coded: Case) -> None:
    """Six issues of ten options make a million packages and more."""
    assert too_many_packages(many(strait_coded, 6))
    assert not too_many_packages(strait_coded)


def test_millions_of_packages_are_answered_as_well(strait_coded: Case, strait_measured: Case) -> None:
    """The collision and the ways out are the same as without the further issues; counts are not known."""
    small, large = bargain(strait_coded), bargain(many(strait_coded, 6))
    assert small is not None
    assert large is not None
    assert large.account.size == 6_000_000
    assert large.collisions == small.collisions
    assert {one.demands for one in large.concessions} == {one.demands for one in small.concessions}
    assert {one.opens for one in large.concessions} == {None}
    modest = tuple(
        WalkAway(party=each.party, value=Interval.exactly(0.0), coding=each.coding)
        for each in strait_measured.walk_away
    )
    open_ = bargain(many(dataclasses.replace(strait_measured, walk_away=modest, red_lines=()), 6))
    assert open_ is not None
    assert (open_.account.zone, open_.open_if_yielding) == (None, None)
    assert open_.picks


def test_a_proposal_that_nobody_can_have_breaks_nothing_that_can_be_told(strait_coded: Case) -> None:
    """Terms that are impossible for everyone have no packages to look at."""
    ruled_out = Impossible(condition="troops = compact", coding=strait_coded.red_lines[0].coding)
    found = bargain(dataclasses.replace(strait_coded, impossible=(ruled_out,)))
    assert found is not None
    assert "compact_ships" not in found.matrix
