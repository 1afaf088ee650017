"""Designs of a guarantee and what follows from them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.errors import ModelError
from goodoffices.models.guarantees.bodies import un_security_council
from goodoffices.models.guarantees.collective_action import probability_of_action
from goodoffices.models.guarantees.design import (
    Abstention,
    Condition,
    Design,
    Duty,
    Trigger,
    condition_label,
    ratifying,
    read_design,
    whole_rule,
)
from goodoffices.models.guarantees.eu_council import eu_council
from goodoffices.models.guarantees.rules import AllOf, AtLeast, EachAlone, Unanimous
from goodoffices.models.guarantees.usual_designs import under_usual_rules, usual_designs

ATTACK = Trigger("an armed attack on Ukraine")
COALITION = EachAlone(("France", "Poland"))


def design(**changes: object) -> Design:
    """Return a coalition's guarantee with some parts changed."""
    parts = {"name": "coalition", "beneficiary": "Ukraine", "attackers": ("Russia",), "rule": COALITION}
    return Design(**(parts | changes))  # type: ignore[arg-type]


def test_a_council_that_must_find_the_attack_first_gives_its_veto_to_the_attacker() -> None:
    """Guarantors who may each act alone can do nothing if a council with vetoes must first find an attack."""
    chained = design(trigger=Trigger("an attack", un_security_council().rule), duty=Duty.DEFEND)
    assert read_design(design(trigger=ATTACK)).outcome.never is None
    reading = read_design(chained).outcome
    assert reading.never == "nothing happens without Russia, against whom the guarantee is meant"
    assert "Russia" in reading.must_agree
    rule = whole_rule(chained)
    assert "Poland" in rule.members
    sure = dict.fromkeys(rule.members, 1.0)
    assert probability_of_action(rule, sure, attacker="Russia").outcome.high == 0.0
    freed = design(trigger=Trigger("an attack", un_security_council().rule), recused=("Russia",))
    assert probability_of_action(whole_rule(freed), sure, attacker="Russia").outcome.low == 1.0


def test_a_chained_condition_takes_the_weakest_link() -> None:
    """As in the Soviet-Czechoslovak pact of 1935: nothing is owed unless France acts first."""
    chained = design(
        name="1935",
        beneficiary="Czechoslovakia",
        attackers=("Germany",),
        rule=EachAlone(("Soviet Union",)),
        conditions=(Condition("France acts first", Unanimous(("France",))), Condition("a border is crossed")),
        ratified_by=("Soviet Union", "Czechoslovakia"),
        duration="five years",
    )
    border, ratifiers = condition_label("a border is crossed"), ("Soviet Union", "Czechoslovakia")
    in_force = AtLeast(tuple(map(ratifying, ratifiers)), 2)
    assert whole_rule(chained) == AllOf(
        (EachAlone(("Soviet Union",)), Unanimous(("France",)), Unanimous((border,)), in_force)
    )
    reading = read_design(chained).outcome
    assert reading.must_agree == ("Soviet Union", "France", border, *map(ratifying, ratifiers))
    assert set(reading.abstention) == {"Soviet Union", "France"}
    assert reading.before_it_is_in_force == ratifiers
    h = {"Soviet Union": 0.8, "France": 0.2, border: 1.0, **dict.fromkeys(map(ratifying, ratifiers), 0.5)}
    chance = probability_of_action(whole_rule(chained), h).outcome.mid
    assert chance == pytest.approx(0.16 * 0.25)


def test_whom_a_guarantee_is_meant_against_may_ratify_it() -> None:
    """Ratifying comes before the attack, so that the attacker's ratification is no veto on acting."""
    signed = design(trigger=ATTACK, ratified_by=("Russia", "France"), ratifications=1)
    assert read_design(signed).outcome.never is None
    h = {"France": 0.5, "Poland": 0.0, ratifying("Russia"): 1.0, ratifying("France"): 0.0}
    assert probability_of_action(whole_rule(signed), h, attacker="Russia").outcome.mid == 0.5


def test_abstention_is_told_apart_from_objection() -> None:
    """In the Security Council a permanent member's abstention lets pass what its objection stops."""
    reading = read_design(design(rule=un_security_council().rule)).outcome
    assert reading.abstention["China"] is Abstention.LETS_THROUGH
    assert reading.abstention["elected member 1"] is Abstention.NO_MATTER
    together = read_design(design(rule=Unanimous(("France", "Poland")))).outcome
    assert set(together.abstention.values()) == {Abstention.STOPS}


def test_two_attackers_can_block_together_where_neither_blocks_alone() -> None:
    """If all who could act are attackers, the guarantee never acts."""
    reading = read_design(design(attackers=("France", "Poland"))).outcome
    assert reading.never == "nothing happens without France and Poland, against whom the guarantee is meant"
    assert reading.recused_attackers == {"France": False, "Poland": False}


def test_eight_usual_designs_are_read_side_by_side() -> None:
    """The attacker blocks under the consensus of five and of eleven, and nowhere else."""
    designs = usual_designs(
        beneficiary="Ukraine",
        attacker="Russia",
        event="an armed attack",
        coalition=("France", "Germany"),
        ally="United States",
    )
    readings = [read_design(one).outcome for one in designs]
    assert [reading.never is not None for reading in readings] == [
        True,
        False,
        True,
        False,
        False,
        False,
        False,
        False,
    ]
    assert [one.name for one in designs][3] == "8 of 11 guarantors (two thirds)"
    assert readings[3].attackers["Russia"].helpers_needed == 3
    assert readings[4].smallest is not None
    assert readings[4].smallest[0].size == 6
    outside = usual_designs(
        beneficiary="A", attacker="B", event="an armed attack", coalition=("C",), ally="D"
    )
    assert outside[1].recused == ()


def test_the_usual_rules_of_the_same_guarantors() -> None:
    """Eleven guarantors have five rules, one has one, and rules that come to the same are named once."""

    def named(count: int, attacker: str) -> list[str]:
        members = tuple(f"g{number}" for number in range(count))
        return [one.name for one in under_usual_rules(members, beneficiary="v", attackers=(attacker,))]

    assert named(11, "g0") == [
        "all must agree",
        "all must agree, without a say for the accused",
        "two thirds, 8 of 11",
        "a majority, 6 of 11",
        "each may act alone",
    ]
    assert named(11, "x")[1] == "two thirds, 8 of 11"
    assert named(1, "g0") == ["it decides alone"]
    assert named(2, "x") == ["all must agree", "each may act alone"]
    assert named(3, "x") == ["all must agree", "two thirds, 2 of 3", "each may act alone"]


def test_a_council_whose_members_all_count_differently_is_read_without_its_sets() -> None:
    """In the EU Council Hungary alone stops nothing, and no large state is needed to stop something."""
    reading = read_design(design(rule=eu_council().rule, attackers=("Hungary",))).outcome
    assert (reading.smallest, reading.blocking, reading.must_agree) == (None, None, ())
    assert not reading.attackers["Hungary"].blocks_alone
    assert reading.attackers["Hungary"].others_can_decide
    germany = read_design(design(rule=eu_council().rule, attackers=("Germany", "Norway"))).outcome
    assert germany.attackers["Germany"].helpers_needed == 3
    assert not germany.attackers["Norway"].member


FAULTS: list[tuple[Callable[[], object], str]] = [
    (lambda: design(attackers=("Ukraine",)), "'Ukraine' is both the beneficiary and the attacker meant"),
    (lambda: design(attackers=()), "names no attacker"),
    (lambda: design(duty=Duty.DEFEND), "owes 'defend' without a trigger"),
    (lambda: design(duty=Duty.DEFEND, trigger=Trigger(" ")), "owes 'defend' without a trigger"),
    (lambda: design(rule=EachAlone(("France",)), recused=("France",)), "without 'France', who is recused"),
    (lambda: design(recused=("Spain",)), "'Spain' is no member"),
]


@pytest.mark.parametrize(("build", "message"), FAULTS)
def test_designs_that_make_no_sense_are_refused(build: Callable[[], object], message: str) -> None:
    """The message names the design, the value and the way out."""
    with pytest.raises(ModelError, match=message):
        build()
