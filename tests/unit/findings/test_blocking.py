"""Who could block a guarantee."""

from __future__ import annotations

import dataclasses

from goodoffices.case.case import Case
from goodoffices.case.instruments import Guarantee, Rule, Willingness
from goodoffices.case.values import Interval
from goodoffices.findings.blocking import attackers, designs, permanent_members, usual_rules
from goodoffices.findings.finding import Basis
from goodoffices.statements.statement import Reading, RelationKind


def one(case: Case, **changes: object) -> Case:
    """Return the case with the League's guarantee alone, changed."""
    changed: Guarantee = dataclasses.replace(case.guarantees["league_guarantee"], **changes)  # type: ignore[arg-type]
    return dataclasses.replace(case, guarantees={"league_guarantee": changed})


def test_an_attacker_that_must_agree_makes_action_impossible(strait_coded: Case) -> None:
    """All must agree and the attacker is one of them: the chance is 0 without any willingness judged."""
    first = designs(strait_coded)[0]
    assert first.id == "league_guarantee"
    assert (first.blocked, first.chance) == (("Norvania",), Interval.exactly(0))
    assert first.blockers == ("Norvania", "Kestria", "Aldera")


def test_where_each_may_act_alone_nobody_blocks(strait_coded: Case) -> None:
    """With willingness 0.5 and 0.4, one at least acts with probability 0.7."""
    second = designs(strait_coded)[1]
    assert (second.blockers, second.inside) == ((), ())
    assert second.chance is not None
    assert round(second.chance.mid, 9) == 0.7


def test_an_attacker_without_a_veto_is_inside_and_cannot_block(strait_coded: Case) -> None:
    """Two of three must agree: the attacker has a say and no veto."""
    (design,) = designs(one(strait_coded, rule=Rule.K_OF_N, required=2))
    assert (design.inside, design.blocked, design.chance) == (("Norvania",), (), None)
    assert design.rule == "2 of three guarantors must agree"


def test_recusal_takes_the_attackers_veto(strait_coded: Case) -> None:
    """Recused, the attacker has no say; the others must all agree."""
    (design,) = designs(one(strait_coded, recused=("norvania",)))
    assert design.rule == "all two guarantors must agree; Norvania has no say"
    assert (design.inside, design.blockers) == ((), ("Kestria", "Aldera"))


def test_every_rule_has_words(strait_coded: Case) -> None:
    """Weights, councils, bodies and a lone guarantor are said in words."""
    weights = {"norvania": 1, "kestria": 2, "aldera": 1}
    assert "a weight of 3" in str(
        designs(one(strait_coded, rule=Rule.WEIGHTED, weights=weights, required=3))[0].rule
    )
    council = one(strait_coded, rule=Rule.COUNCIL, vetoes=("kestria",), required=2)
    assert designs(council)[0].blockers == ("Kestria",)
    assert designs(council)[0].rule == "2 of 3 votes, and no member with a veto against"
    body = designs(one(strait_coded, rule=Rule.BODY, body="un_security_council"))[0]
    assert body.rule == "the rule of the UN Security Council"
    assert body.blockers == permanent_members()
    assert designs(one(strait_coded, guarantors=("aldera",)))[0].rule == "the guarantor must agree"


def test_without_a_rule_nothing_is_computed(strait_coded: Case) -> None:
    """A design without a rule names its guarantors and the attacker among them, and no more."""
    (design,) = designs(one(strait_coded, rule=None))
    assert (design.rule, design.blockers, design.chance) == (None, (), None)
    assert design.inside == ("Norvania",)


def test_the_willingness_of_a_recused_guarantor_is_ignored(strait_coded: Case) -> None:
    """Willingness of a recused guarantor does not count."""
    coding = strait_coded.guarantees["league_guarantee"].coding
    willing = {
        id_: Willingness(value=Interval(0.5, 0.5, 0.5), coding=coding)
        for id_ in ("norvania", "kestria", "aldera")
    }
    (design,) = designs(one(strait_coded, recused=("norvania",), willingness=willing))
    assert design.chance == Interval.exactly(0.25)


def test_the_usual_rules_say_what_an_attacker_inside_would_mean() -> None:
    """Unanimity and the Security Council let an attacker inside block; each alone does not."""
    found = {rule.name: rule for rule in usual_rules()}
    assert "never acted on" in found["All guarantors must agree"].with_attacker
    assert "China, France, Russia, United Kingdom, United States" in found["UN Security Council"].blockers
    assert "cannot stop the others" in found["Each guarantor may act alone"].with_attacker


def test_an_attack_that_only_a_party_speaks_of_is_its_claim(strait_reading: Reading) -> None:
    """The closing of the channel is told by Selmark's president."""
    (finding,) = attackers(strait_reading)
    assert (finding.basis, finding.by, finding.because) == (Basis.CLAIM, ("Selmark",), ("r3",))


def test_an_attack_told_in_the_attackers_own_speech_is_the_reports_wording(strait_reading: Reading) -> None:
    """Words such as 'its invasion' inside the attacker's reported speech are no confession."""
    attack = strait_reading.relations[2]
    own = dataclasses.replace(attack, claimed_by=attack.source)
    (finding,) = attackers(dataclasses.replace(strait_reading, relations=(own,)))
    assert (finding.basis, finding.by) == (Basis.REPORTED, ())
    denied = dataclasses.replace(attack, negated=True)
    assert attackers(dataclasses.replace(strait_reading, relations=(denied,))) == ()


def test_an_occupation_is_named_as_such(strait_reading: Reading) -> None:
    """Who holds another's land is told beside who attacks."""
    attack = strait_reading.relations[2]
    held = dataclasses.replace(attack, id="r9", kind=RelationKind.OCCUPIES)
    (finding,) = attackers(dataclasses.replace(strait_reading, relations=(held,)))
    assert finding.claim == "An occupation by Norvania is spoken of."
    (both,) = attackers(dataclasses.replace(strait_reading, relations=(attack, held)))
    assert both.claim == "An attack and an occupation by Norvania are spoken of."
