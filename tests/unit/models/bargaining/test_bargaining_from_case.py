"""From a case to a bargaining problem."""

from __future__ import annotations

import dataclasses

import pytest

from goodoffices.case.case import Case
from goodoffices.case.terms import Impossible, Position
from goodoffices.case.values import Interval
from goodoffices.errors import ModelError
from goodoffices.models.bargaining.from_case import (
    bargaining_problem,
    bargaining_ranges,
    measured_parties,
    proposed_terms,
    red_line_id,
)
from goodoffices.models.bargaining.problem import DemandKind


def test_issues_options_and_places_are_taken_over(strait_coded: Case) -> None:
    """An issue with places keeps them; one without has none."""
    problem = bargaining_problem(strait_coded)
    scaled, plain = problem.issues
    assert (scaled.options, scaled.places) == (("none", "league", "pact"), (0, 25, 85))
    assert plain.places is None


def test_only_those_with_a_say_or_a_stake_enter(strait_coded: Case) -> None:
    """Signatories and parties with positions or red lines enter; bystanders do not."""
    problem = bargaining_problem(strait_coded)
    assert [(party.name, party.must_sign) for party in problem.parties] == [
        ("norvania", True),
        ("selmark", True),
    ]


def test_without_walk_away_values_demands_are_red_lines_and_accepted_options(strait_coded: Case) -> None:
    """A party without a utility is held to what it says."""
    norvania, selmark = bargaining_problem(strait_coded).parties
    assert [demand.kind for demand in norvania.demands()] == [
        DemandKind.RED_LINE,
        DemandKind.ACCEPTED_OPTIONS,
        DemandKind.ACCEPTED_OPTIONS,
    ]
    assert norvania.red_lines[0].id == red_line_id(0)
    assert norvania.red_lines[0].text == "No Compact ships in the strait"
    assert not selmark.measured


def test_a_utility_needs_salience_and_worth_everywhere(strait_measured: Case, strait_coded: Case) -> None:
    """With walk-away values and salience on every issue spoken of, both parties are measured."""
    assert measured_parties(strait_measured) == ("norvania", "selmark")
    assert measured_parties(strait_coded) == ()
    unweighted = tuple(dataclasses.replace(each, salience=None) for each in strait_measured.positions)
    assert measured_parties(dataclasses.replace(strait_measured, positions=unweighted)) == ()
    nothing = tuple(
        dataclasses.replace(each, salience=Interval.exactly(0)) for each in strait_measured.positions
    )
    weightless = dataclasses.replace(strait_measured, positions=nothing)
    assert measured_parties(weightless) == ()
    with pytest.raises(ModelError, match="saliences of 'norvania' sum to nothing, so that its walk-away"):
        bargaining_problem(weightless)
    assert len(bargaining_problem(dataclasses.replace(weightless, walk_away=())).parties) == 2


def test_worth_falls_with_distance_from_the_place(strait_measured: Case) -> None:
    """Norvania's ideal lies at 25: no guarantee is worth 0.75 to it, the League 1, the pact 0.4."""
    norvania = bargaining_problem(strait_measured).parties[0]
    assert norvania.values == {"security_guarantees": {"none": 0.75, "league": 1.0, "pact": 0.4}}
    assert norvania.weights == {"security_guarantees": 0.7}


def test_any_end_of_a_walk_away_value_can_count(strait_measured: Case) -> None:
    """The lowest value is the most yielding reading."""
    ends = [
        bargaining_problem(strait_measured, walk_away=end).parties[0].walk_away
        for end in ("low", "mid", "high")
    ]
    assert ends == [0.5, 0.6, 0.7]


def test_stated_values_go_before_places_and_must_be_complete(strait_measured: Case) -> None:
    """Stated worths are used as they are; if one option has none, the party has no utility."""
    worth = {"none": Interval.exactly(0.1), "league": Interval.exactly(0.2), "pact": Interval.exactly(0.9)}

    def with_values(values: dict[str, Interval]) -> Case:
        positions = tuple(dataclasses.replace(each, values=values) for each in strait_measured.positions)
        return dataclasses.replace(strait_measured, positions=positions)

    values = bargaining_problem(with_values(worth)).parties[0].values
    assert values == {"security_guarantees": {"none": 0.1, "league": 0.2, "pact": 0.9}}
    assert measured_parties(with_values({"none": Interval.exactly(0.1)})) == ()


def test_an_ideal_option_stands_for_a_place(strait_measured: Case) -> None:
    """Without a place, distance is from the ideal option; without either there is no worth."""
    bare = tuple(dataclasses.replace(each, place=None) for each in strait_measured.positions)
    case = dataclasses.replace(strait_measured, positions=bare)
    assert bargaining_problem(case).parties[0].values == bargaining_problem(strait_measured).parties[0].values
    assert bargaining_problem(case).parties[0].ideals == {"security_guarantees": "league"}
    none = tuple(dataclasses.replace(each, ideal=None) for each in bare)
    assert measured_parties(dataclasses.replace(strait_measured, positions=none)) == ()


def test_options_without_places_give_no_worth(strait_measured: Case) -> None:
    """A position on an issue without a scale and without stated values leaves the party unmeasured."""
    coding = strait_measured.positions[0].coding
    ships = Position(
        party="norvania", issue="troops", ideal="none", salience=Interval.exactly(1), coding=coding
    )
    case = dataclasses.replace(strait_measured, positions=(*strait_measured.positions, ships))
    assert measured_parties(case) == ("selmark",)


def test_what_is_impossible_is_taken_over(strait_coded: Case) -> None:
    """Conditions on what nobody can have are kept."""
    ruled_out = Impossible(
        condition="security_guarantees = pact and troops = none", coding=strait_coded.positions[0].coding
    )
    problem = bargaining_problem(dataclasses.replace(strait_coded, impossible=(ruled_out,)))
    assert [condition.text for condition in problem.impossible] == [ruled_out.condition]


def test_a_draft_without_options_is_refused(strait_draft: Case) -> None:
    """The message says what is missing and the way out."""
    with pytest.raises(ModelError, match="add options to an issue"):
        bargaining_problem(strait_draft)


def test_intervals_of_measured_parties_become_ranges(strait_measured: Case, strait_coded: Case) -> None:
    """Salience, place and walk-away value keep their ends; where values are stated, these count."""
    ranges = bargaining_ranges(strait_measured)
    assert set(ranges.weights) == set(ranges.walk_away) == {"norvania", "selmark"}
    place = next(each.place for each in strait_measured.positions if each.party == "norvania")
    assert ranges.places["norvania"]["security_guarantees"] == place
    assert ranges.values == {}
    sure = {option: Interval.exactly(0.5) for option in strait_measured.issues["security_guarantees"].options}
    stated = tuple(dataclasses.replace(each, values=sure) for each in strait_measured.positions)
    found = bargaining_ranges(dataclasses.replace(strait_measured, positions=stated))
    assert found.values["norvania"]["security_guarantees"] == sure
    assert found.places == {}
    assert bargaining_ranges(strait_coded).weights == {}


def test_proposals_are_terms_on_issues_with_options(strait_coded: Case) -> None:
    """What a proposal settles is taken over, on all issues or some; one that settles nothing is not."""
    every = proposed_terms(strait_coded)
    assert every == {id_: dict(p.terms) for id_, p in strait_coded.proposals.items() if p.terms}
    assert proposed_terms(strait_coded, issues=[]) == {}
