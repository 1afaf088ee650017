"""From a case to the conflict of acceptances, refusals and guarantees."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path
from typing import Any

import pytest

from goodoffices.case.case import Case
from goodoffices.case.coding import Coding, Status
from goodoffices.case.instruments import Guarantee, Rule, Willingness
from goodoffices.case.parse import parse_case
from goodoffices.case.terms import Response, ResponseAct
from goodoffices.case.values import Interval
from goodoffices.errors import ConditionError, ModelError
from goodoffices.models.graph.from_case import answers_conflict, derive, signed_proposals
from goodoffices.models.graph.origins import ANALYST, RULES, Derivation
from goodoffices.models.graph.stability import nash

CODING = Coding(status=Status.REPORTED, because=("s9",))
JUDGED = Coding(status=Status.JUDGEMENT, coder="A. Coder", source="a book")

DAM = """\
title: A dam
parties:
  north: {name: North, must_sign: true}
  south: {name: South, must_sign: true}
  coast: {name: Coast}
  inland: {name: Inland}
proposals:
  release:
    name: Release
    by: [south]
    guarantee: pledge
    responses: {north: {act: accepts, coding: {status: claim, because: [s4]}}}
    coding: {status: claim, because: [s3]}
  sale: {name: Sale, by: [north], planned: true, signatories: [north], coding: {status: claim, because: [s5]}}
guarantees:
  pledge:
    name: Pledge
    beneficiary: south
    guarantors: [coast, inland, north]
    recused: [north]
    rule: unanimous
    against: [north]
    willingness:
      coast: {value: [0.6, 0.8, 0.9], coding: {status: judgement, coder: A. Coder, source: a book}}
      inland: {value: [0.1, 0.2, 0.4], coding: {status: judgement, coder: A. Coder}}
    coding: {status: claim, because: [s6]}
"""


def dam(section: str = "") -> Case:
    """Return the case with a `conflict` section."""
    return parse_case(DAM + section)


def answered(case: Case, **acts: ResponseAct) -> Case:
    """Return the case with the League's guarantee alone and these answers to it."""
    responses = {party: Response(act=act, coding=CODING) for party, act in acts.items()}
    proposal = dataclasses.replace(case.proposals["league_guarantee"], responses=responses)
    return dataclasses.replace(case, proposals={"league_guarantee": proposal})


def pledged(**changes: Any) -> Case:  # noqa: ANN401 - as dataclasses.replace takes them
    """Return the case with changes to its guarantee."""
    case = dam()
    pledge = dataclasses.replace(case.guarantees["pledge"], **changes)
    return dataclasses.replace(case, guarantees={"pledge": pledge})


def wants(found: Derivation, party: str) -> list[str]:
    """Return what a party wants, as conditions."""
    return [each.wants for each in found.statements if each.party == party]


def owned(found: Derivation) -> list[str]:
    """Return the options, as conditions call them."""
    return [f"{each.option.owner}.{each.option.name}" for each in found.options]


def test_each_signatory_owns_one_option_for_each_proposal(strait_draft: Case) -> None:
    """Three proposals and two signatories make six options and 64 states."""
    conflict = answers_conflict(strait_draft)
    assert [(option.owner, option.name) for option in conflict.options[:2]] == [
        ("norvania", "league_guarantee"),
        ("selmark", "league_guarantee"),
    ]
    assert len(conflict.states) == 64


def test_who_rejects_prefers_not_to_accept(strait_draft: Case) -> None:
    """Selmark rejects the guarantee and says nothing on the rest; the statement that says so is named."""
    found = derive(strait_draft)
    assert wants(found, "selmark") == ["not selmark.league_guarantee"]
    (stated,) = (each for each in found.statements if each.party == "selmark")
    response = strait_draft.proposals["league_guarantee"].responses["selmark"]
    assert stated.origin.rule == "refusal"
    assert stated.origin.because == response.coding.because
    assert stated.origin.drafted
    assert not stated.origin.overridden


def test_who_proposes_or_accepts_prefers_to_accept_and_to_see_it_in_force(strait_draft: Case) -> None:
    """Norvania put the guarantee forward; Selmark would have the same preference if it accepted."""
    both = "norvania.league_guarantee and selmark.league_guarantee"
    assert wants(derive(strait_draft), "norvania")[:2] == ["norvania.league_guarantee", both]
    yes = derive(answered(strait_draft, selmark=ResponseAct.ACCEPTS))
    assert wants(yes, "selmark") == ["selmark.league_guarantee", both]


def test_who_speaks_for_it_prefers_it_in_force(strait_draft: Case) -> None:
    """Support is a wish that the proposal be in force, no wish to sign."""
    found = derive(answered(strait_draft, selmark=ResponseAct.SUPPORTS))
    assert wants(found, "selmark") == ["norvania.league_guarantee and selmark.league_guarantee"]


def test_who_is_open_or_silent_is_indifferent(strait_draft: Case) -> None:
    """Nothing is made up about a party of which nothing is known."""
    assert wants(derive(answered(strait_draft, selmark=ResponseAct.OPEN)), "selmark") == []
    silent = derive(answered(strait_draft)).conflict
    assert len(set(silent.graph.ranks[1].array.tolist())) == 1


def test_a_party_that_does_not_sign_cares_only_whether_it_is_in_force() -> None:
    """With North alone to sign the sale, South's refusal is about its being in force."""
    case = dam()
    refusal = {"south": Response(act=ResponseAct.REJECTS, coding=CODING)}
    sale = dataclasses.replace(case.proposals["sale"], responses=refusal)
    case = dataclasses.replace(case, proposals={**case.proposals, "sale": sale})
    assert "not (north.sale)" in wants(derive(case), "south")


def test_a_proposer_whose_acceptance_is_not_needed_wants_it_in_force() -> None:
    """Of a proposal that South makes and North alone signs, South wants that it is in force."""
    case = dam()
    sale = dataclasses.replace(case.proposals["sale"], by=("south",))
    case = dataclasses.replace(case, proposals={**case.proposals, "sale": sale})
    (stated,) = (each for each in derive(case).statements if "Sale" in each.said)
    assert (stated.party, stated.wants, stated.origin.why) == (
        "south",
        "north.sale",
        "South planned “Sale”.",
    )


def test_a_refusal_settles_the_only_outcome_that_holds(strait_draft: Case) -> None:
    """Norvania for, Selmark against: it holds that Norvania accepts and Selmark does not."""
    conflict = answers_conflict(answered(strait_draft, selmark=ResponseAct.REJECTS))
    assert nash(conflict).outcome.equilibria("R") == ("YN",)


def test_without_signatories_there_is_no_conflict(strait_draft: Case) -> None:
    """The message says how to name signatories."""
    parties = {id_: dataclasses.replace(each, must_sign=False) for id_, each in strait_draft.parties.items()}
    case = dataclasses.replace(strait_draft, parties=parties)
    assert signed_proposals(case) == ()
    with pytest.raises(ModelError, match="must_sign"):
        answers_conflict(case)


def test_a_guarantee_adds_the_readiness_of_one_guarantor_and_the_breach() -> None:
    """All but the recused must agree, so that action turns on Inland, which is less willing than Coast."""
    found = derive(dam())
    assert owned(found) == [
        "north.release",
        "south.release",
        "north.sale",
        "inland.act_on_pledge",
        "north.break_settlement",
    ]
    assert [each.origin.rule for each in found.options[-2:]] == ["turning point", "breach"]
    assert "turns on Inland, judged willing with 0.1 to 0.4," in found.options[3].origin.why
    assert found.options[4].origin.why == "The guarantee in “Release” is meant against North."


def test_readiness_follows_from_willingness_that_lies_on_one_side_of_one_half() -> None:
    """Inland prefers not to be ready, Coast would prefer to be, and of who may be either nothing is known."""
    assert wants(derive(dam()), "inland") == ["not inland.act_on_pledge"]
    alone = derive(pledged(rule=Rule.EACH_ALONE))
    assert wants(alone, "coast") == ["coast.act_on_pledge"]
    coast = alone.options[3]
    assert (coast.option.owner, coast.origin.coder, coast.origin.sources) == (
        "coast",
        "A. Coder",
        ("a book",),
    )
    unsure = {"coast": Willingness(Interval(0.3, 0.5, 0.7), JUDGED)}
    assert wants(derive(pledged(guarantors=("coast",), recused=(), willingness=unsure)), "coast") == []
    assert wants(derive(pledged(guarantors=("coast",), recused=(), rule=None, willingness={})), "coast") == []


def test_an_unprotected_settlement_would_be_broken_in_the_worst_case() -> None:
    """Inland is not ready, so North means to break what is in force; were Coast enough, it would not."""
    exposed = derive(dam())
    (held,) = nash(exposed.conflict).outcome.equilibria("R")
    assert held == "YYYNY"
    (held,) = nash(derive(pledged(rule=Rule.EACH_ALONE)).conflict).outcome.equilibria("R")
    assert held == "YYYYN"


def test_the_protected_party_prefers_that_the_settlement_is_kept() -> None:
    """South, the beneficiary, prefers that North would not mean to break it."""
    (stated,) = (each for each in derive(dam()).statements if each.origin.rule == "protection")
    assert (stated.party, stated.wants) == ("south", "not north.break_settlement")


def test_a_guarantee_that_its_addressee_can_block_protects_nobody() -> None:
    """Where North must agree, nobody's readiness is an option, and the reason is kept."""
    found = derive(pledged(recused=()))
    assert "act_on_pledge" not in " ".join(owned(found))
    ((what, origin),) = found.left_out
    assert what == "the guarantee in “Release”"
    assert "never acted on" in origin.why
    (stated,) = (each for each in found.statements if each.origin.rule == "worst case")
    assert stated.wants == "north.break_settlement iff (((north.release and south.release)))"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"rule": Rule.BODY, "body": "un_security_council"}, "rule of a body"),
        ({"rule": None}, "No rule is stated"),
        ({"willingness": {}}, "not judged for all"),
        ({"rule": Rule.COUNCIL, "required": 3}, "never acted on"),
    ],
)
def test_what_is_not_known_of_a_guarantee_is_said(changes: dict[str, object], reason: str) -> None:
    """Where it is not known on whom action turns, the result says why."""
    ((_, origin),) = derive(pledged(**changes)).left_out
    assert reason in origin.why


@pytest.mark.parametrize(
    ("changes", "turns_on"),
    [
        ({"rule": Rule.K_OF_N, "required": 1}, "coast"),
        ({"rule": Rule.K_OF_N, "required": 2}, "inland"),
        ({"rule": Rule.WEIGHTED, "required": 3, "weights": {"coast": 3, "inland": 1, "north": 9}}, "coast"),
        ({"rule": Rule.COUNCIL, "required": 1, "vetoes": ("inland",)}, "inland"),
        ({"rule": Rule.COUNCIL, "required": 1, "vetoes": ("north",)}, "coast"),
    ],
)
def test_the_rule_settles_on_whom_action_turns(changes: dict[str, object], turns_on: str) -> None:
    """Counted from the most willing on, it is the first with whom those before it can decide."""
    assert derive(pledged(**changes)).options[3].option.owner == turns_on


def test_a_guarantee_against_nobody_is_no_question_of_breach() -> None:
    """Where nobody is named whom it is meant against, nobody can mean to break the settlement."""
    found = derive(pledged(against=()))
    assert "north.break_settlement" not in owned(found)
    assert [each for each in found.statements if each.origin.rule in {"worst case", "protection"}] == []


def test_of_a_drafted_guarantee_nothing_is_supposed() -> None:
    """As long as nobody confirmed it, nobody's readiness and nobody's breach is an option."""
    drafted = Coding(status=Status.CLAIM, because=("s6",), drafted=True)
    found = derive(pledged(coding=drafted))
    assert owned(found) == ["north.release", "south.release", "north.sale"]
    ((_, origin),) = found.left_out
    assert origin.why.startswith("Nobody has confirmed it yet")
    assert origin.drafted


def test_two_guarantees_are_tested_together() -> None:
    """North means to break it where one of two proposals is in force and its guarantee would not be kept."""
    case = dam()
    second = Guarantee(
        name="Bond",
        beneficiary="south",
        guarantors=("coast",),
        against=("north",),
        coding=JUDGED,
    )
    sale = dataclasses.replace(case.proposals["sale"], guarantee="bond")
    found = derive(
        dataclasses.replace(
            case,
            proposals={**case.proposals, "sale": sale},
            guarantees={**case.guarantees, "bond": second},
        )
    )
    (stated,) = (each for each in found.statements if each.origin.rule == "worst case")
    assert "(north.sale and coast.act_on_bond)" in stated.wants
    assert stated.origin.because == ("s6",)
    assert stated.origin.why.startswith(
        "Supposed, not said: the guarantee in “Release” and the guarantee in “Sale”"
    )


def test_the_status_quo_is_the_answers_that_stand() -> None:
    """Both accept the release and North prepares the sale; nobody is ready and nobody breaks anything."""
    found = derive(dam())
    assert found.status_quo == "YYYNN"
    assert found.now.rule == "standing answers"


def test_every_rule_is_written_down_and_used() -> None:
    """The rules named in a result are those of the list."""
    found = derive(dam())
    used = {each.origin.rule for each in found.options} | {each.origin.rule for each in found.statements}
    used.add(found.now.rule)
    used |= {"refusal", "equal weight", "either or"}
    assert used == set(RULES)


def test_an_analyst_changes_an_option_and_adds_one() -> None:
    """North's answer becomes final, and Coast gets an option with words of its own."""
    found = derive(
        dam(
            "conflict:\n  options:\n"
            "    north.release: {direction: on, coding: {status: judgement, coder: A, note: It says so}}\n"
            "    coast.leave: {name: leave the river commission, coding: {status: claim, because: [s7]}}\n"
        )
    )
    changed, added = found.options[0], found.options[-1]
    assert (changed.option.direction, changed.origin.rule, changed.origin.why) == (
        "on",
        ANALYST,
        "It says so",
    )
    assert (added.option.owner, added.option.name, added.origin.because) == ("coast", "leave", ("s7",))
    assert found.words.option(added.option).taken == "would leave the river commission"
    assert found.words.option(changed.option).taken == "would accept “Release”"


def test_an_option_that_turns_out_to_have_no_rule_needs_a_name() -> None:
    """Coast is a guarantor, but action turns on Inland, so Coast's readiness is no option by rule."""
    section = "conflict: {options: {coast.act_on_pledge: {coding: {status: claim, because: [s7]}}}}\n"
    with pytest.raises(ModelError, match=r"no rule gives the option 'coast.act_on_pledge' in this case"):
        derive(dam(section))


def test_a_condition_on_an_option_that_no_rule_gives_is_refused() -> None:
    """The message lists the options that there are."""
    section = (
        "conflict:\n  preferences:\n"
        "    south: {ranking: [coast.act_on_pledge], coding: {status: claim, because: [s7]}}\n"
    )
    with pytest.raises(ConditionError, match=r"no option 'coast.act_on_pledge'"):
        derive(dam(section))


def test_preferences_of_one_party_are_the_analysts_and_the_rest_remains() -> None:
    """North's statements come from the case, with a proposal in force written out; South's from rules."""
    found = derive(
        dam(
            "conflict:\n  preferences:\n    north:\n      statements:\n"
            "        - wants: release implies not north.break_settlement\n"
            "        - {wants: north.sale, name: that it may sell}\n"
            "      coding: {status: judgement, coder: A. Coder}\n"
        )
    )
    assert wants(found, "north") == [
        "north.release and south.release implies not north.break_settlement",
        "north.sale",
    ]
    north = [each for each in found.statements if each.party == "north"]
    assert [each.said for each in north] == [
        "that if “Release” is in force, then North would not mean to break the settlement",
        "that it may sell",
    ]
    assert all(each.origin.overridden and each.origin.coder == "A. Coder" for each in north)
    assert {each.origin.rule for each in found.statements if each.party == "south"} == {
        "approval",
        "wish",
        "protection",
    }


def test_weights_are_summed() -> None:
    """Two lesser statements together outweigh one of weight 2.5 only if they weigh more."""
    text = (
        "conflict:\n  preferences:\n    south:\n      coding: {{status: judgement, coder: A. Coder}}\n"
        "      statements: [{{wants: south.release, weight: {}}}, {{wants: not south.release, weight: 2}}]\n"
    )
    for weight, letter in ((2.5, "Y"), (1.5, "N")):
        (held,) = nash(derive(dam(text.format(weight))).conflict).outcome.equilibria("R")
        assert held[1] == letter


def test_a_ranking_gives_each_state_the_first_condition_that_holds() -> None:
    """South likes best that North sells, then that it does not sign itself, and the rest least."""
    found = derive(
        dam(
            "conflict:\n  preferences:\n    south: {ranking: [north.sale, not south.release], "
            "coding: {status: judgement, coder: A. Coder}}\n"
        )
    )
    ranks = dict(zip(found.conflict.states, found.conflict.graph.ranks[1].array.tolist(), strict=True))
    assert ranks["NNYNN"] == ranks["YYYYY"] > ranks["NNNNN"] > ranks["NYNNN"] == ranks["YYNYN"]
    assert [each.said for each in found.statements if each.party == "south"] == [
        "best: that North would accept “Sale”",
        "next best: that South would not accept “Release”",
    ]


def test_combinations_can_be_impossible_and_states_the_same() -> None:
    """No sale while the release is in force; once North breaks a settlement, all else counts as one."""
    found = derive(
        dam(
            "conflict:\n"
            "  impossible: [{condition: release and north.sale, coding: {status: claim, because: [s8]}}]\n"
            "  same: [{condition: north.break_settlement, name: war, coding: {status: claim, because: [s8]}}]"
        )
    )
    assert len(found.conflict.states) == 16 - 2 + 1
    assert found.status_quo is None
    assert found.impossible[0].said == "“Release” is in force and North would accept “Sale”"
    assert found.same[0].said == "war"


def test_what_a_rule_wants_is_unmet_in_a_merged_state_where_it_holds_only_in_part() -> None:
    """South's wish for the release counts as unmet in the state of war; the analyst's own is left alone."""
    same = "  same: [{condition: north.break_settlement, coding: {status: claim, because: [s8]}}]\n"
    found = derive(dam("conflict:\n" + same))
    assert wants(found, "south")[0] == "(south.release) and not (north.break_settlement)"
    assert wants(found, "south")[2] == "not north.break_settlement"
    own = (
        "  preferences: {south: {ranking: [not north.break_settlement and south.release], "
        "coding: {status: judgement, coder: A. Coder}}}\n"
    )
    (level,) = wants(derive(dam("conflict:\n" + same + own)), "south")
    assert level == "(not north.break_settlement and south.release)"


def test_proposals_that_settle_a_question_differently_exclude_each_other() -> None:
    """The release and a sale with other terms cannot both be in force; with the same terms they can."""
    for terms, states in (({"flow": "none"}, 28), ({"flow": "half"}, 32), ({}, 32)):
        case = dam()
        release = dataclasses.replace(case.proposals["release"], terms={"flow": "half"})
        sale = dataclasses.replace(case.proposals["sale"], terms=terms)
        found = derive(dataclasses.replace(case, proposals={"release": release, "sale": sale}))
        assert len(found.conflict.states) == states
        assert [each.origin.rule for each in found.impossible] == ["either or"] * (states == 28)
        assert [each.said for each in found.impossible] == ["“Release” and “Sale” are both in force"] * (
            states == 28
        )


def test_what_the_rules_give_can_follow_what_the_analyst_says() -> None:
    """South's own statements come first in their order, and the rules' three count below both."""
    text = (
        "conflict:\n  preferences:\n    south:\n      rules_follow: true\n"
        "      statements: [{wants: not south.release%s}, {wants: north.sale%s}]\n"
        "      coding: {status: judgement, coder: A. Coder}\n"
    )
    found = derive(dam(text % ("", "")))
    assert [each.weight for each in found.statements if each.party == "south"] == [8, 4, 1, 1, 1]
    weighed = derive(dam(text % (", weight: 0.5", ", weight: 3")))
    assert [each.weight for each in weighed.statements if each.party == "south"] == [0.5, 3, 1, 1, 1]


def test_a_status_quo_can_be_coded_and_must_be_possible() -> None:
    """The analyst's status quo takes the place of the rule's; one that is excluded is refused."""
    coded = "  status_quo: {taken: [south.release], coding: {status: claim, because: [s1]}}\n"
    found = derive(dam("conflict:\n" + coded))
    assert (found.status_quo, found.now.rule, found.now.because) == ("NYNNN", ANALYST, ("s1",))
    never = "  impossible: [{condition: south.release, coding: {status: claim, because: [s1]}}]\n"
    with pytest.raises(ModelError, match="the status quo 'NYNNN' cannot occur"):
        derive(dam("conflict:\n" + coded + never))


def test_what_is_left_out_is_named_with_the_reason() -> None:
    """A proposal that the analyst leaves out gives no options; preferences without options are idle."""
    found = derive(
        dam(
            "conflict:\n  leave_out: {sale: {status: judgement, coder: A. Coder, note: It came to nothing}}\n"
            "  preferences: {coast: {ranking: [release], coding: {status: judgement, coder: A. Coder}}}\n"
        )
    )
    assert "north.sale" not in owned(found)
    assert [(what, origin.why) for what, origin in found.left_out] == [
        ("“Sale”", "It came to nothing"),
        ("Coast", "Nothing is up to this party, so that its preferences change nothing."),
    ]


def test_a_denied_proposal_in_same_is_refused_by_the_model_too() -> None:
    """A case made in a program, and not read from a file, gets the message as well."""
    case = dam("conflict:\n  same: [{condition: release, coding: {status: claim, because: [s1]}}]\n")
    assert case.conflict is not None
    assert len(derive(case).conflict.states) == 32 - 8 + 1
    same = dataclasses.replace(case.conflict.same[0], condition="not release")
    case = dataclasses.replace(case, conflict=dataclasses.replace(case.conflict, same=(same,)))
    with pytest.raises(ModelError, match="is no list of options"):
        derive(case)


def test_a_signatory_that_is_no_party_keeps_its_id() -> None:
    """A proposal made in a program may need somebody whom the case does not list."""
    case = dam()
    sale = dataclasses.replace(case.proposals["sale"], signatories=("delta",))
    found = derive(dataclasses.replace(case, proposals={**case.proposals, "sale": sale}))
    assert "delta.sale" in owned(found)
    assert found.words.name("delta") == "delta"


def test_every_rule_stands_on_the_page() -> None:
    """The page on the graph model lists the rules by the names that results give."""
    page = (Path(__file__).parents[4] / "docs" / "reference" / "graph.md").read_text(encoding="utf-8")
    table = page.partition("## From a case")[2].partition("\nWhy one guarantor")[0]
    assert set(re.findall(r"^\| ([a-z ]+) \| [A-Z]", table, re.MULTILINE)) == set(RULES)
