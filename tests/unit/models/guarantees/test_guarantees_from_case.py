"""From a guarantee in a case to its rule and to how likely its guarantors act."""

from __future__ import annotations

import dataclasses

import pytest

from goodoffices.case.case import Case
from goodoffices.case.instruments import Guarantee, Obligation, Rule, Willingness
from goodoffices.case.terms import Party
from goodoffices.case.values import Interval
from goodoffices.errors import ModelError
from goodoffices.models.guarantees.design import whole_rule
from goodoffices.models.guarantees.from_case import (
    BODIES,
    action,
    case_design,
    case_sources,
    decision_rule,
    named_body,
)
from goodoffices.models.guarantees.likelihood import Judgement
from goodoffices.models.guarantees.rules import AtLeast, Council, EachAlone, Unanimous, Weighted, veto_players


def league(case: Case, **changes: object) -> Guarantee:
    """Return the League's guarantee, changed."""
    changed: Guarantee = dataclasses.replace(case.guarantees["league_guarantee"], **changes)  # type: ignore[arg-type]
    return changed


def willing(case: Case, **values: Interval) -> dict[str, Willingness]:
    """Return willingness judged for guarantors."""
    coding = case.guarantees["league_guarantee"].coding
    return {id_: Willingness(value=value, coding=coding) for id_, value in values.items()}


def test_each_rule_of_a_case_has_its_model(strait_coded: Case) -> None:
    """The six kinds of rule lead to the rules of the solver."""
    members = ("norvania", "kestria", "aldera")
    case, weights = strait_coded, {"norvania": 1, "kestria": 2, "aldera": 1}
    assert decision_rule(case, league(case)) == Unanimous(members)
    assert decision_rule(case, league(case, rule=Rule.EACH_ALONE)) == EachAlone(members)
    assert decision_rule(case, league(case, rule=Rule.K_OF_N, required=2)) == AtLeast(members, 2)
    assert decision_rule(case, league(case, rule=Rule.WEIGHTED, weights=weights, required=3)) == Weighted(
        weights, 3
    )
    council = league(case, rule=Rule.COUNCIL, vetoes=("kestria",), required=2)
    assert decision_rule(case, council) == Council(members, ("kestria",), 2)


def test_recused_guarantors_are_taken_out(strait_coded: Case) -> None:
    """Unanimity without the recused is unanimity of the others."""
    assert decision_rule(strait_coded, league(strait_coded, recused=("norvania",))) == Unanimous(
        ("kestria", "aldera")
    )


def test_members_of_a_named_body_bear_the_ids_of_the_case(strait_coded: Case) -> None:
    """A permanent member that is a party of the case has its id there, by name or by alias."""
    parties = {
        **strait_coded.parties,
        "beijing": Party(name="China"),
        "us": Party(name="USA", aliases=("United States",)),
    }
    case = dataclasses.replace(strait_coded, parties=parties)
    vetoes = veto_players(named_body(case, "un_security_council").rule)
    assert vetoes == ("beijing", "France", "Russia", "United Kingdom", "us")


def test_every_named_body_can_be_made(strait_coded: Case) -> None:
    """The ids that a case file may use all lead to a body."""
    assert [named_body(strait_coded, body).name for body in BODIES] == [
        "UN Security Council",
        "North Atlantic Council",
        "African Union Peace and Security Council",
        "Council of the European Union",
    ]


def test_an_unknown_body_and_a_missing_rule_are_refused(strait_coded: Case) -> None:
    """Each message names what is wrong and what there is."""
    with pytest.raises(
        ModelError, match="no body 'harbour_league' is known; there are 'un_security_council'"
    ):
        decision_rule(strait_coded, league(strait_coded, rule=Rule.BODY, body="harbour_league"))
    with pytest.raises(ModelError, match="no rule is stated"):
        decision_rule(strait_coded, league(strait_coded, rule=None))


def test_an_attacker_with_a_veto_makes_action_impossible(strait_coded: Case) -> None:
    """However willing the others are, the attacker does not act against itself."""
    judged = willing(strait_coded, kestria=Interval.exactly(1.0), aldera=Interval.exactly(1.0))
    solution = action(strait_coded, league(strait_coded, willingness=judged))
    assert solution is not None
    assert solution.outcome == Interval.exactly(0)
    assert solution.witness.reason is not None
    assert "norvania is the attacker" in solution.witness.reason


def test_nothing_is_computed_where_willingness_or_rule_is_missing(strait_coded: Case) -> None:
    """Willingness is never filled in."""
    assert action(strait_coded, league(strait_coded)) is None
    assert action(strait_coded, league(strait_coded, rule=None)) is None


def test_a_correlation_interval_widens_the_result(strait_coded: Case) -> None:
    """For two who may each act alone, common shocks lower the chance; the bounds hold all three values."""
    pact = strait_coded.guarantees["defence_pact"]
    alone = action(strait_coded, pact)
    shocked = action(strait_coded, dataclasses.replace(pact, correlation=Interval(0.0, 0.5, 0.9)))
    assert alone is not None
    assert shocked is not None
    assert shocked.outcome.low < alone.outcome.low
    assert shocked.outcome.high == alone.outcome.high
    assert shocked.outcome.mid < alone.outcome.mid
    assert shocked.parameters["correlation"] == Interval(0.0, 0.5, 0.9)


def test_a_guarantee_of_a_case_is_a_design(strait_coded: Case) -> None:
    """Rule, attackers, trigger and duty are those of the case, and each likelihood names its coder."""
    for coded in strait_coded.guarantees.values():
        guarantee = dataclasses.replace(coded, trigger=coded.trigger or "an attack")
        design = case_design(strait_coded, guarantee)
        assert whole_rule(design) == decision_rule(strait_coded, guarantee)
        assert design.attackers == guarantee.against
    pact = strait_coded.guarantees["defence_pact"]
    sources = case_sources(pact)
    assert set(sources) == set(pact.willingness)
    assert all(isinstance(source, Judgement) and source.source for source in sources.values())
    sourced = dataclasses.replace(league(strait_coded).coding, coder="A. Coder", source="The Gazette, 3 May")
    value = Willingness(value=Interval(0.1, 0.2, 0.3), coding=sourced)
    (source,) = case_sources(league(strait_coded, willingness={"kestria": value})).values()
    assert source == Judgement(Interval(0.1, 0.2, 0.3), "A. Coder: The Gazette, 3 May")


def test_a_duty_without_a_trigger_is_refused(strait_coded: Case) -> None:
    """Something owed at no event is no guarantee."""
    with pytest.raises(ModelError, match="owes 'defend' without a trigger"):
        case_design(strait_coded, league(strait_coded, obligation=Obligation.DEFEND, trigger=None))
