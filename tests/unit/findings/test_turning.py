"""Whose preference a lever must turn for a proposal to be in force and to hold."""

from __future__ import annotations

import dataclasses

import pytest

from goodoffices.case.case import Case
from goodoffices.case.coding import Coding, Status
from goodoffices.case.instruments import Leverage
from goodoffices.case.terms import Issue, Option, Response, ResponseAct
from goodoffices.case.values import Interval
from goodoffices.findings.lever_words import aim_lines
from goodoffices.findings.pulls import pulls
from goodoffices.findings.turning import Aim, Turn, aims
from goodoffices.models.graph.from_case import answers_conflict
from goodoffices.models.graph.least_changes import fewest_changes
from goodoffices.models.graph.stability import nash
from goodoffices.models.leverage.lever import Lever
from goodoffices.models.leverage.moving import Move, Verdict

CODING = Coding(status=Status.JUDGEMENT, coder="A. Coder")


def aim(case: Case, proposal: str) -> Aim:
    """Return what would make a proposal hold."""
    return next(each for each in aims(case, pulls(case)) if each.proposal == proposal)


def turn(case: Case, proposal: str) -> Turn:
    """Return the one party whose preference must change."""
    (found,) = aim(case, proposal).turns
    return found


def test_whoever_refuses_is_whom_a_lever_must_turn(strait_measured: Case) -> None:
    """Norvania refuses the pact, which leaves it short of a fifth; half of the grain covers that."""
    found = turn(strait_measured, "defence_pact")
    assert (found.target, found.drops, found.red_lines) == ("norvania", ("defence_pact",), ())
    assert found.loss is not None
    assert found.loss.as_list() == pytest.approx([0.1, 0.2, 0.3])
    (reach,) = found.reaches
    assert reach.verdict == Move(Verdict.YES, Verdict.OPEN)
    assert (reach.if_pulled, reach.as_expected) == (None, None)
    assert (found.could, found.would) == ((("kestria",),), ())
    told = aim_lines(strait_measured, aim(strait_measured, "defence_pact"))
    assert told[0].endswith("Norvania would have to prefer accepting it to refusing it.")
    assert told[1] == (
        "Accepting costs it at least 0.2 (0.1 to 0.3), even if what the proposal leaves open – “Ships in the "
        "strait” – is settled as it likes best; a lever must take as much."
    )
    assert told[2] == (
        "Kestria by “purchases of grain” takes at most 0.5 (0.4 to 0.6) if pulled: possibly enough; as "
        "expected, possibly enough; what the flow weighs and what of it can be redirected, nobody has judged."
    )


def test_the_others_would_stay_and_the_change_is_the_fewest_pairs(strait_measured: Case) -> None:
    """The outcome aimed at is stable for all but those who must change, and the pairs are the model's."""
    conflict = answers_conflict(strait_measured)
    stable = nash(conflict).outcome.stable["R"]
    for found in aims(strait_measured, pulls(strait_measured)):
        place = conflict.states.index(found.state)
        content = {who for who, row in zip(conflict.decision_makers, stable, strict=True) if row[place]}
        assert content == set(conflict.decision_makers) - {each.target for each in found.turns}
        changes = fewest_changes(conflict, found.state, "R").outcome.by
        for each in found.turns:
            assert (each.pairs, each.over) == (changes[each.target].pairs, changes[each.target].passed)
            assert set(each.instead) <= set(each.over)


def test_no_lever_is_enough_for_a_red_line(strait_measured: Case) -> None:
    """Compact ships break Norvania's red line, whatever a lever takes."""
    found = turn(strait_measured, "compact_ships")
    assert found.red_lines == ("No Compact ships in the strait",)
    assert (found.could, found.would) == ((), ())
    told = aim_lines(strait_measured, aim(strait_measured, "compact_ships"))
    assert told[1] == (
        "No lever is enough for that: every package with these terms breaks its “No Compact "
        "ships in the strait”."
    )
    assert told[2] == (
        "Red lines aside, accepting costs it nothing by its numbers, but only if what the proposal leaves "
        "open – “Security guarantees” – is settled as it likes best."
    )
    assert len(told) == 3


def test_a_cost_that_only_the_highest_walk_away_value_makes_is_told_so(strait_measured: Case) -> None:
    """Below 0 at the middle and above at the high end, accepting may or may not cost anything."""
    floors = (
        dataclasses.replace(strait_measured.walk_away[0], value=Interval(0.2, 0.4, 0.6)),
        strait_measured.walk_away[1],
    )
    case = dataclasses.replace(strait_measured, walk_away=floors)
    told = aim_lines(case, aim(case, "defence_pact"))
    assert told[1].startswith(
        "Accepting costs it nothing at the middle walk-away value and 0.2 at the highest"
    )
    assert turn(case, "defence_pact").could == ((),)


def test_without_numbers_it_is_said_who_must_turn_and_no_size(strait_draft: Case) -> None:
    """A draft names who refuses; how big a lever would have to be it cannot say."""
    found = turn(strait_draft, "defence_pact")
    assert (found.loss, found.could) == (None, ())
    assert [each.verdict for each in found.reaches] == [None, None]
    told = aim_lines(strait_draft, aim(strait_draft, "defence_pact"))
    assert told[-1] == "How big a lever on Norvania would have to be cannot be said without its utility."


def test_a_proposal_that_nobody_refuses_would_hold(strait_measured: Case) -> None:
    """Where Norvania accepts the pact and Selmark is silent, nothing must change."""
    pact = strait_measured.proposals["defence_pact"]
    yes = {"norvania": Response(act=ResponseAct.ACCEPTS, coding=CODING)}
    case = dataclasses.replace(
        strait_measured, proposals={"defence_pact": dataclasses.replace(pact, responses=yes)}
    )
    found = aim(case, "defence_pact")
    assert found.turns == ()
    assert "would hold as things are, once accepted" in aim_lines(case, found)[0]


def test_levers_are_told_as_far_as_they_are_known(strait_measured: Case) -> None:
    """One lever is weighed, one has no willingness, one no share; and a target may have no lever at all."""
    case = dataclasses.replace(
        strait_measured,
        leverage=(
            *strait_measured.leverage,
            Leverage("aldera", "norvania", CODING, "loans", Interval.exactly(0.05)),
            Leverage("southern_compact", "norvania", CODING),
        ),
    )
    weighed = Lever(
        "kestria",
        "norvania",
        "purchases of grain",
        Interval(0.4, 0.5, 0.6),
        weight=Interval.exactly(0.0),
        redirectable=Interval.exactly(0.0),
        dependence=Interval.exactly(1.0),
        willingness=Interval.exactly(1.0),
        cost=Interval.exactly(0.0),
    )
    (found,) = (each for each in aims(case, pulls(case, [weighed])) if each.proposal == "defence_pact")
    told = aim_lines(case, found)
    assert told[2].startswith(
        "Kestria by “purchases of grain” takes 0 if pulled. Is that enough? No, over the whole range, from "
        "no share at all. As expected: no"
    )
    assert (
        "takes at most 0.05 if pulled: not even that is enough; how willing the holder is, is not" in told[3]
    )
    assert "Southern Compact by “means not named”: its size cannot be said; not known: which share" in told[4]
    assert aim_lines(case, aim(case, "league_guarantee"))[-1] == "No lever on Selmark is named."


def test_more_choices_than_the_page_works_out_are_left_alone(strait_measured: Case) -> None:
    """Thirteen choices and more are not gone through."""
    pact = strait_measured.proposals["defence_pact"]
    many = {f"p{number}": pact for number in range(7)}
    case = dataclasses.replace(strait_measured, proposals=many)
    assert aims(case, pulls(case)) == ()


def test_a_case_with_too_many_packages_says_no_size(strait_measured: Case) -> None:
    """The preference is named all the same."""
    options = {f"o{number}": Option(name=f"Option {number}") for number in range(50)}
    wide = {f"i{number}": Issue(name=f"Issue {number}", options=options) for number in range(4)}
    case = dataclasses.replace(strait_measured, issues={**strait_measured.issues, **wide})
    found = turn(case, "defence_pact")
    assert (found.target, found.loss, found.red_lines) == ("norvania", None, ())


def test_a_proposal_that_settles_every_issue_costs_without_a_condition(strait_measured: Case) -> None:
    """Where nothing is left open, nothing hangs on how it would be settled."""
    pact = strait_measured.proposals["defence_pact"]
    whole = dataclasses.replace(pact, terms={**pact.terms, "troops": "none"})
    case = dataclasses.replace(
        strait_measured, proposals={**strait_measured.proposals, "defence_pact": whole}
    )
    assert turn(strait_measured, "defence_pact").left_open == ("troops",)
    assert turn(case, "defence_pact").left_open == ()
    told = aim_lines(case, aim(case, "defence_pact"))
    assert "as it likes best" not in told[1]
