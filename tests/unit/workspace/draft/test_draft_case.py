"""Drafting: statements become proposals with responses, and nothing is guessed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from goodoffices.case.case import Case
from goodoffices.case.coding import Status
from goodoffices.case.parse import parse_case
from goodoffices.case.terms import ResponseAct
from goodoffices.case.write import case_text
from goodoffices.reports.plain import from_text
from goodoffices.statements.gazetteer import load_gazetteer
from goodoffices.statements.statement import Reading
from goodoffices.workspace.bundle import draft
from goodoffices.workspace.draft.case import draft_case
from goodoffices.workspace.draft.table import title_of

TALKS = """\
Kenyan President William Ruto proposed that the African Union deploy observers on the border of Sudan.
Sudan rejected the proposal. Khartoum dismissed the idea a second time on Sunday.
Ethiopia said that it was open to the proposal.
Uganda said it would accept the proposal only if the United Nations pays for it.
Sudan also ruled out foreign troops in Darfur.
Egypt supplies Sudan with weapons. Egypt has considerable influence over Sudan.
Sudan recalled the Naivasha Agreement, which it called a mistake.
Sudan and Kenya remain far apart on the ceasefire.
"""


@pytest.fixture(scope="module")
def case() -> Case:
    """A case drafted from a short report."""
    return draft([from_text(TALKS, id="talks")]).case


def _proposal(case: Case, words: str) -> str:
    return next(id_ for id_, one in case.proposals.items() if words in one.name)


def test_a_proposal_has_its_maker(case: Case) -> None:
    """What a party puts forward is on the table as its proposal."""
    assert case.proposals[_proposal(case, "observers")].by == ("kenya",)


def test_rejections_that_say_the_same_are_one_response(case: Case) -> None:
    """Two rejections by one party are one response that keeps both pieces of evidence."""
    response = case.proposals[_proposal(case, "observers")].responses["sudan"]
    assert response.act is ResponseAct.REJECTS
    assert len(response.coding.because) == 2


def test_openness_is_not_acceptance(case: Case) -> None:
    """A party that is open is recorded as open."""
    assert case.proposals[_proposal(case, "observers")].responses["ethiopia"].act is ResponseAct.OPEN


def test_a_condition_is_kept_in_the_words_of_the_report(case: Case) -> None:
    """A conditional yes carries its condition."""
    response = case.proposals[_proposal(case, "observers")].responses["uganda"]
    assert response.act is ResponseAct.CONDITIONAL
    assert "United Nations pays" in (response.condition or "")


def test_what_is_ruled_out_is_on_the_table_without_a_maker(case: Case) -> None:
    """A rejection that answers nothing puts what it rejects on the table, by nobody."""
    item = case.proposals[_proposal(case, "oreign troops")]
    assert item.by == ()
    assert item.responses["sudan"].act is ResponseAct.REJECTS


def test_leverage_keeps_its_means(case: Case) -> None:
    """Supplies and influence between two parties are one entry with the means."""
    (found,) = [one for one in case.leverage if one.holder == "egypt"]
    assert (found.target, found.claimed_by) == ("sudan", None)
    assert "weapons" in (found.means or "")
    assert found.share is None


def test_a_precedent_belongs_to_who_appeals_to_it(case: Case) -> None:
    """A precedent that a party brings up is that party's claim."""
    (found,) = case.precedents
    assert (found.name, found.claimed_by, found.coding.status) == (
        "Naivasha Agreement",
        "sudan",
        Status.CLAIM,
    )


def test_a_stated_distance_is_kept(case: Case) -> None:
    """The report's own words on distance become a disagreement."""
    (found,) = case.disagreements
    assert set(found.parties) == {"sudan", "kenya"}
    assert found.issues == ("ceasefire",)


def test_nothing_is_guessed(case: Case) -> None:
    """A draft has no positions, no numbers, no walk-away values, nobody who must sign, no date."""
    assert (case.positions, case.walk_away, case.red_lines) == ((), (), ())
    assert case.must_sign() == ()
    assert case.snapshot is None
    assert all(one.rule is None and not one.willingness for one in case.guarantees.values())


def test_everything_is_marked_as_drafted(case: Case) -> None:
    """Every coding of a draft says that it was drafted and what it rests on."""
    codings = [one.coding for one in case.proposals.values()]
    codings += [answer.coding for one in case.proposals.values() for answer in one.responses.values()]
    codings += [one.coding for one in case.leverage]
    codings += [one.coding for one in case.precedents]
    codings += [one.coding for one in case.disagreements]
    codings += [one.coding for one in case.issues.values() if one.coding]
    assert codings
    assert all(coding.drafted and coding.because for coding in codings)


def test_a_draft_is_a_case_file(case: Case) -> None:
    """A drafted case can be written and read back without a problem."""
    assert parse_case(case_text(case)) == case


def test_an_empty_reading_gives_an_empty_case() -> None:
    """A report without statements gives a case with nothing in it."""
    report = from_text("The sun rose over the lake.\n", id="lake")
    case = draft_case(Reading(), (report,), load_gazetteer())
    assert (dict(case.parties), dict(case.proposals), dict(case.issues)) == ({}, {}, {})


def test_a_guarantee_knows_its_guarantors_and_whom_it_is_meant_against() -> None:
    """Permanent members are named by the Charter; the attacker comes from the proposal's own words."""
    text = (
        "France proposed that permanent UN Security Council members provide a security guarantee for Georgia "
        "after the Russian invasion.\nGeorgia welcomed the proposal.\n"
    )
    (promised,) = draft([from_text(text, id="g")]).case.guarantees.values()
    assert promised.beneficiary == "georgia"
    assert promised.guarantors == ("china", "france", "russia", "united_kingdom", "united_states")
    assert promised.against == ("russia",)
    assert promised.rule is None


def test_whoever_a_guarantee_is_meant_against_need_not_sign() -> None:
    """A party named only as the attacker is no signatory of the guarantee."""
    text = "Armenia's allies are preparing a security guarantee for it against Azerbaijani aggression.\n"
    case = draft([from_text(text, id="g")]).case
    (proposal,) = case.proposals.values()
    assert proposal.planned
    assert "azerbaijan" not in proposal.signatories
    assert "armenia" in proposal.signatories


def test_a_demand_does_not_pass_with_its_own_maker() -> None:
    """Where a proposal names nobody but its maker, whose consent it needs is left open."""
    case = draft([from_text("Sudan demanded recognition of the border.\n", id="g")]).case
    (proposal,) = case.proposals.values()
    assert (proposal.by, proposal.signatories) == (("sudan",), ())


def test_a_report_without_a_headline_is_named_by_its_id() -> None:
    """The title of a case from one report is its headline, else its id."""
    assert draft([from_text(TALKS, id="talks")]).case.title == "Report “talks”"


def test_a_complaint_that_points_back_answers_what_came_before() -> None:
    """'Kyiv objects that it would …' answers the proposal; it is no idea of its own."""
    text = "Russia proposed a joint council for Ukraine.\nKyiv objects that it would give Moscow a veto.\n"
    (proposal,) = draft([from_text(text, id="g")]).case.proposals.values()
    assert proposal.responses["ukraine"].act is ResponseAct.REJECTS


def test_who_is_to_be_left_out_need_not_sign() -> None:
    """'A treaty without Kenya' does not need Kenya."""
    text = "Sudan proposed a treaty with Egypt without Kenya.\nEgypt and Kenya accused Sudan of delay.\n"
    case = draft([from_text(text, id="g")]).case
    assert next(iter(case.proposals.values())).signatories == ("sudan", "egypt")


def test_a_single_word_is_named_by_its_clause() -> None:
    """What is ruled out in one word is named by the whole clause."""
    (proposal,) = draft([from_text("Sudan ruled out partition.\n", id="g")]).case.proposals.values()
    assert proposal.name == "Sudan ruled out partition"


def test_a_changed_answer_is_noted() -> None:
    """If a party says yes and later no, the last word counts and the change is noted."""
    text = (
        "Qatar proposed a truce in Gaza.\nEgypt accepted the proposal.\nJordan denied the report.\n"
        "Egypt rejected the proposal.\n"
    )
    case = draft([from_text(text, id="g")]).case
    response = next(iter(case.proposals.values())).responses["egypt"]
    assert response.act is ResponseAct.REJECTS
    assert "accepts" in (response.coding.note or "")


def test_several_reports_are_numbered_through() -> None:
    """Statements of several reports have ids of their own, and the case cites them all."""
    bundle = draft([from_text(TALKS, id="one"), from_text(TALKS, id="two")])
    ids = [one.id for one in bundle.reading.statements]
    assert len(set(ids)) == len(ids)
    assert bundle.case.title == "Draft from 2 reports"
    observers = bundle.case.proposals[_proposal(bundle.case, "observers")]
    assert len(observers.coding.because) == 2
    assert parse_case(case_text(bundle.case), statements=bundle.reading.evidence()) == bundle.case


def test_long_names_are_shortened_at_a_word() -> None:
    """A name is at most about 160 characters and ends at a word."""
    name = title_of("that " + "very " * 60 + "long")
    assert len(name) <= 164
    assert name.endswith("very …")


def test_a_case_title_comes_from_the_report() -> None:
    """A report's headline is the title of the case."""
    report = replace(from_text(TALKS, id="talks"), title="Talks stall")
    assert draft([report]).case.title == "Talks stall"


def test_a_later_yes_to_what_was_refused_counts() -> None:
    """Who first dismisses something and later accepts it has accepted it, and the change is noted."""
    text = "The FARC dismissed the plebiscite in May.\nThe FARC accepted the plebiscite in July.\n"
    (proposal,) = draft([from_text(text, id="g")]).case.proposals.values()
    (response,) = proposal.responses.values()
    assert response.act is ResponseAct.ACCEPTS
    assert "rejects" in (response.coding.note or "")


def test_a_copy_of_a_report_doubles_no_proposal() -> None:
    """What two papers print in the agency's words is on the table once, with the evidence of both."""
    days = [f"Published: {day} March 2019\n\n" for day in (4, 5)]
    once = draft([from_text(days[0] + TALKS, id="morning")])
    twice = draft(
        [from_text(day + TALKS, id=id_) for day, id_ in zip(days, ("morning", "evening"), strict=True)]
    )
    assert list(twice.case.proposals) == list(once.case.proposals)
    for id_, proposal in twice.case.proposals.items():
        alone = once.case.proposals[id_]
        assert list(proposal.responses) == list(alone.responses)
        assert len(proposal.coding.because) == 2 * len(alone.coding.because)
