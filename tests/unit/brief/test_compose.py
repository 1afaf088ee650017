"""A brief from what was read and coded."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from goodoffices.brief.compose import compose
from goodoffices.brief.page import Block, Brief, Claims, Drafted, Items, Note, Pictures, Section, Table
from goodoffices.case.case import Case
from goodoffices.case.coding import Coding, Status
from goodoffices.case.instruments import Guarantee
from goodoffices.case.terms import Issue, Option, Response, ResponseAct
from goodoffices.errors import BriefError
from goodoffices.reports.report import Report
from goodoffices.statements.statement import Modality, Reading

CODING = Coding(status=Status.REPORTED, because=("s9",))


@pytest.fixture
def draft(strait_draft: Case, strait_reading: Reading, strait_report: Report) -> Brief:
    """Return the brief of the draft."""
    return compose(strait_draft, strait_reading, [strait_report])


@pytest.fixture
def coded(strait_coded: Case, strait_reading: Reading, strait_report: Report) -> Brief:
    """Return the brief of the coded case."""
    return compose(strait_coded, strait_reading, [strait_report])


def section(brief: Brief, name: str) -> Section:
    """Return a section by its short name."""
    return next(each for each in brief.sections if each.name == name)


def table(part: Section, place: int = 0) -> Table:
    """Return a table of a section by its place."""
    return [block for block in part.blocks if isinstance(block, Table)][place]


def words(blocks: tuple[Block, ...]) -> str:
    """Return everything that notes, items and claims say."""
    said: list[str] = []
    for block in blocks:
        if isinstance(block, Note):
            said.append(block.text)
        elif isinstance(block, Items):
            said.extend(block.lines)
        elif isinstance(block, Claims):
            said.extend(claim.finding.claim for claim in block.claims)
    return "\n".join(said)


def test_every_section_is_a_question_with_an_answer(draft: Brief, coded: Brief) -> None:
    """Headings end in a question mark and are answered at once."""
    for brief in (draft, coded):
        assert all(each.question.endswith("?") and each.answer for each in brief.sections)
        assert len({each.name for each in brief.sections}) == len(brief.sections)


def test_the_table_shows_each_answer_with_sign_word_and_words(draft: Brief) -> None:
    """Norvania proposes, Selmark rejects in two passages, Kestria is open, the Compact says nothing."""
    grid = table(section(draft, "table"))
    assert grid.columns == ("Proposal", "Norvania", "Selmark", "Kestria", "Southern Compact")
    norvania, selmark, kestria, compact = grid.rows[0].cells
    assert (norvania.symbol, norvania.text) == ("▲", "put it forward")
    assert (selmark.symbol, selmark.text, len(selmark.quotes)) == ("✕", "rejects", 2)
    assert kestria.text == "open, has not accepted"
    assert (compact.text, compact.quotes) == ("says nothing", ())


def test_a_proposal_without_an_owner_says_so(draft: Brief) -> None:
    """Ships in the strait are only rejected; whose idea they are is not stated."""
    part = section(draft, "table")
    assert "put forward by nobody named" in table(part).rows[2].head.notes
    assert "one more idea, put forward by nobody named, is answered" in part.answer[0]


def test_parties_without_an_answer_are_named_below(draft: Brief) -> None:
    """Aldera is no column and not forgotten."""
    assert "Aldera" in words(section(draft, "table").blocks)


def test_options_of_a_plan_are_told_with_the_plan(draft: Brief) -> None:
    """The patrol belongs to the pact that is being prepared."""
    assert "as part of “A mutual defence pact with backing from Aldera” (B)" in words(
        section(draft, "table").blocks
    )


def test_a_drafted_distance_is_the_reports_word_and_no_number(draft: Brief) -> None:
    """The section says what the report says and that nothing is measured."""
    part = section(draft, "distance")
    assert "Norvania and Selmark are apart" in part.answer[0]
    assert "nothing is measured" in part.answer[1]
    assert not any(isinstance(block, Pictures) for block in part.blocks)


def test_coded_places_are_drawn_and_tabled(coded: Brief) -> None:
    """Where there are numbers there is a picture with its words, and the distance with its bounds."""
    part = section(coded, "distance")
    assert any(isinstance(block, Pictures) for block in part.blocks)
    assert table(part).rows[0].cells[0].text == "60 (40 to 80)"
    assert table(part).rows[0].cells[1].text == "no option"


def test_what_would_have_to_change_is_said(draft: Brief) -> None:
    """Each proposal names who would have to give up a refusal and who would have to accept."""
    part = section(draft, "obstacles")
    changes = [row.cells[-1].text for row in table(part).rows]
    assert changes[0] == "Selmark: now a refusal"
    assert "Selmark: now no answer" in changes[1]
    assert part.answer[0].startswith("An agreement is taken to need Norvania and Selmark.")


def test_demands_that_collide_are_shown_with_ways_out(coded: Brief) -> None:
    """The coded case has one collision, two concessions, and demands that proposals break."""
    captions = [block.caption for block in section(coded, "obstacles").blocks if isinstance(block, Table)]
    assert [caption.split(",")[0] for caption in captions[1:]] == [
        "Demands that cannot all be met",
        "What would open a way",
        "How each proposal stands with those who must sign",
    ]


def test_without_a_rule_the_usual_rules_are_explained(draft: Brief) -> None:
    """The draft knows no rule: the section says what each would mean and whom an attack is ascribed to."""
    part = section(draft, "guarantees")
    assert "UN Security Council" in [row.head.text for row in table(part).rows]
    assert "An attack by Norvania is spoken of." in words(part.blocks)
    assert "whatever the numbers" in words(part.blocks)


def test_an_attacker_that_can_block_is_named(coded: Brief) -> None:
    """Norvania could block the League's guarantee, whose chance is then 0."""
    part = section(coded, "guarantees")
    assert "Norvania, against whom it is meant, could block" in part.answer[0]
    assert [row.cells[3].text for row in table(part).rows] == ["0", "0.7 (0.44 to 0.88)"]
    assert "do not forecast" in words(part.blocks)


def test_outcomes_are_said_to_add_nothing_where_they_do_not(draft: Brief) -> None:
    """Each proposal is refused by a signatory, so the model only repeats that, and says so."""
    assert "adds nothing" in section(draft, "outcomes").answer[1]


def test_a_claim_is_shown_as_a_claim(draft: Brief) -> None:
    """What Selmark claims of Kestria is Selmark's claim; what the report says is the report's."""
    rows = table(section(draft, "leverage")).rows
    assert [row.cells[3].text for row in rows] == ["stated in the report", "as claimed by Selmark"]
    assert [row.cells[2].text for row in rows] == ["not stated", "not stated"]


def test_the_draft_is_marked_as_draft(draft: Brief, coded: Brief) -> None:
    """Everything in the draft is unconfirmed, some of the coded case is."""
    assert draft.drafted is Drafted.ALL
    assert coded.drafted is Drafted.SOME
    assert "all are drafts" in section(draft, "basis").answer[0]


def test_confirmed_cases_are_not_marked(strait_reading: Reading, strait_report: Report) -> None:
    """A case without drafted values is no draft."""
    brief = compose(Case(title="Confirmed"), strait_reading, [strait_report])
    assert brief.drafted is Drafted.NOTHING
    assert "none is an unconfirmed draft" in section(brief, "basis").answer[0]


def test_the_short_answer_has_its_words(draft: Brief) -> None:
    """It names each proposal with who rejects it, and every line can be followed."""
    first = draft.short_answer[0]
    assert first.finding.claim == "No proposal on the table has the agreement it needs."
    assert first.parts[0].endswith("(A): rejected by Selmark.")
    assert "put forward by nobody named" in first.parts[2]
    assert all(claim.quotes for claim in draft.short_answer)
    assert len(draft.short_answer) == 4


def test_a_note_and_a_day_of_the_case_are_shown_first(
    strait_coded: Case, strait_reading: Reading, strait_report: Report
) -> None:
    """What a reader must know first, and the day that the case describes, stand at the top."""
    case = dataclasses.replace(strait_coded, note="A teaching case.", snapshot=dt.date(1987, 5, 4))
    brief = compose(case, strait_reading, [strait_report])
    assert brief.note == "A teaching case."
    assert brief.read[-1] == "State of affairs on 4 May 1987"


def test_an_empty_reading_is_said_to_be_empty(strait_report: Report) -> None:
    """Nothing found, nothing invented, and still a whole brief."""
    brief = compose(Case(title="Nothing"), Reading(), [strait_report])
    assert [claim.finding.claim for claim in brief.short_answer] == [
        "No statement by a party was found in what was read."
    ]
    assert section(brief, "table").answer == ("No proposal was found in this report.",)
    assert section(brief, "guarantees").answer == ("This report names no security guarantee.",)
    assert not [each for each in brief.sections if each.name == "found"]


def test_two_reports_are_spoken_of_as_two(
    strait_draft: Case, strait_reading: Reading, strait_report: Report
) -> None:
    """Sentences agree with the number of reports, and what is stated is said of each."""
    later = Report("later", "Nothing new.", publisher="Gazette", date=dt.date(1987, 5, 4))
    untitled = Report("third", "No news.", publisher="Gazette")
    brief = compose(strait_draft, strait_reading, [strait_report, later, untitled])
    assert brief.read == (
        "“Talks on the strait”, which names no publisher and states no date",
        "Report “later”, Gazette, 4 May 1987",
        "Report “third”, Gazette, which states no date",
    )
    assert section(brief, "silences").question == "What do the reports not say?"
    assert section(brief, "distance").answer[0].startswith("The reports say that")


def test_two_reports_with_one_id_are_refused(
    strait_draft: Case, strait_reading: Reading, strait_report: Report
) -> None:
    """Evidence could not tell them apart."""
    with pytest.raises(BriefError):
        compose(strait_draft, strait_reading, [strait_report, strait_report])


def test_statements_that_no_report_holds_are_told(strait_draft: Case, strait_report: Report) -> None:
    """A case that cites statements which were not read says that no words are shown."""
    brief = compose(strait_draft, Reading(), [strait_report])
    assert "no words are shown" in words(section(brief, "basis").blocks)


def test_what_was_found_is_listed_for_those_who_check(
    strait_draft: Case, strait_reading: Reading, strait_report: Report
) -> None:
    """Each statement stands with who, what and which words; denial and doubt are kept."""
    first = dataclasses.replace(
        strait_reading.statements[0],
        negated=True,
        modality=Modality.POSSIBLE,
        target=strait_reading.statements[1].actor,
    )
    reading = dataclasses.replace(strait_reading, statements=(first, *strait_reading.statements[1:]))
    rows = table(section(compose(strait_draft, reading, [strait_report]), "found")).rows
    assert len(rows) == len(strait_reading.statements)
    assert rows[0].cells[0].text == "not: proposes"
    assert rows[0].cells[0].notes == ("as something possible", "to or about Selmark")
    assert rows[2].head.text == "Tomas Vey (Selmark)"


def answered(case: Case, **acts: ResponseAct) -> Case:
    """Return the case with these answers to the guarantee by the League and no other proposal."""
    responses = {
        party: Response(
            act=act, coding=CODING, condition="if all agree" if act is ResponseAct.CONDITIONAL else None
        )
        for party, act in acts.items()
    }
    proposal = dataclasses.replace(case.proposals["league_guarantee"], responses=responses)
    return dataclasses.replace(case, proposals={"league_guarantee": proposal})


def test_a_proposal_that_passes_is_said_to_pass(
    strait_draft: Case, strait_reading: Reading, strait_report: Report
) -> None:
    """If Selmark accepts, all who must sign are for it."""
    case = answered(strait_draft, selmark=ResponseAct.ACCEPTS)
    brief = compose(case, strait_reading, [strait_report])
    assert section(brief, "obstacles").question.startswith("Which proposal passes")
    assert "All who must sign are for" in section(brief, "obstacles").answer[0]
    assert "All who must sign are for" in brief.short_answer[0].finding.claim
    assert "Somebody other than those who made it accepts" in section(brief, "table").answer[1]
    assert (
        table(section(brief, "obstacles")).rows[0].cells[-1].text == "nobody’s: all who must sign are for it"
    )


def test_conditions_and_open_answers_leave_it_hinging(
    strait_draft: Case, strait_reading: Reading, strait_report: Report
) -> None:
    """A conditional signatory has not accepted, and the outcome hinges on it."""
    case = answered(strait_draft, selmark=ResponseAct.CONDITIONAL, kestria=ResponseAct.REJECTS)
    brief = compose(case, strait_reading, [strait_report])
    assert "condition: if all agree" in table(section(brief, "table")).rows[0].cells[1].notes
    assert "hinges on the answer of Selmark to “" in section(brief, "outcomes").answer[1]
    row = table(section(brief, "obstacles")).rows[0]
    assert row.cells[1].text == "nobody whose acceptance it needs"
    assert "also by Kestria" in row.cells[1].notes[0]
    assert section(brief, "obstacles").answer[0].startswith("No party whose acceptance is needed rejects")


def test_nobody_to_sign_is_said_and_nothing_is_computed(
    strait_draft: Case, strait_reading: Reading, strait_report: Report
) -> None:
    """Without signatories the brief shows refusals and weighs none."""
    parties = {id_: dataclasses.replace(each, must_sign=False) for id_, each in strait_draft.parties.items()}
    brief = compose(dataclasses.replace(strait_draft, parties=parties), strait_reading, [strait_report])
    assert "whose acceptance they need is not stated" in section(brief, "obstacles").answer[0]
    assert "not known whose acceptance" in section(brief, "outcomes").answer[0]
    rows = table(section(brief, "obstacles")).rows
    assert {row.cells[0].text for row in rows} == {"not stated"}


def test_signatories_of_single_proposals_are_explained(
    strait_draft: Case, strait_reading: Reading, strait_report: Report
) -> None:
    """Where signatories differ by proposal, the count says so, and the draft's note is shown."""
    proposal = strait_draft.proposals["league_guarantee"]
    noted = dataclasses.replace(proposal.coding, note="Drafted as signatories: whom its words name.")
    proposals = {
        **strait_draft.proposals,
        "league_guarantee": dataclasses.replace(proposal, signatories=("norvania", "kestria"), coding=noted),
    }
    brief = compose(dataclasses.replace(strait_draft, proposals=proposals), strait_reading, [strait_report])
    part = section(brief, "obstacles")
    assert "by a party whose acceptance is needed" in part.answer[0]
    assert "lacks acceptance by Kestria" in part.answer[1]
    assert "Drafted as signatories" in words(part.blocks)


def test_too_many_choices_are_said_and_many_packages_are_answered(
    strait_coded: Case, strait_reading: Reading, strait_report: Report
) -> None:
    """Beyond what a page works out, it says so; many packages are no such thing."""
    pact = strait_coded.proposals["defence_pact"]
    options = {f"o{number}": Option(name=f"Option {number}") for number in range(10)}
    issues = {f"i{number}": Issue(name=f"Issue {number}", options=options) for number in range(5)}
    case = dataclasses.replace(
        strait_coded,
        proposals={f"p{number}": pact for number in range(9)},
        issues={**strait_coded.issues, **issues},
    )
    brief = compose(case, strait_reading, [strait_report])
    assert "20 options, more than the 18" in section(brief, "outcomes").answer[0]
    said = words(section(brief, "obstacles").blocks)
    assert (
        "None of 600,000 packages (one choice for each issue) is acceptable to Norvania and Selmark" in said
    )
    assert "One of 2 smallest changes that would open a zone is to give up: Norvania: on" in said
    assert brief.short_answer[0].parts[-1] == "Five more proposals: see the table."


def test_a_zone_is_told_with_examples(
    strait_coded: Case, strait_reading: Reading, strait_report: Report
) -> None:
    """If Selmark could live with the League, one of six packages is open to both."""
    positions = tuple(
        dataclasses.replace(each, accepts=("league",)) if each.party == "selmark" else each
        for each in strait_coded.positions
    )
    brief = compose(dataclasses.replace(strait_coded, positions=positions), strait_reading, [strait_report])
    said = words(section(brief, "obstacles").blocks)
    assert "1 of 6 packages breaks no demand of Norvania and Selmark, on the demands coded here." in said
    assert "Security guarantees: The League, by consent of all" in said
    assert "1 of 6 packages" in brief.short_answer[1].finding.claim


def test_a_veto_is_laid_to_the_guarantee_that_it_concerns(
    strait_draft: Case, strait_reading: Reading, strait_report: Report
) -> None:
    """Who is among the guarantors and is the one meant is named, for that guarantee and for no other."""
    ids = list(strait_draft.proposals)
    promised = Guarantee(
        name="By the League",
        beneficiary="selmark",
        guarantors=("norvania", "kestria"),
        against=("norvania",),
        coding=Coding(status=Status.REPORTED, because=("s1",)),
    )
    proposals = {
        id_: dataclasses.replace(proposal, guarantee="league" if id_ == ids[0] else None)
        for id_, proposal in strait_draft.proposals.items()
    }
    case = dataclasses.replace(strait_draft, guarantees={"league": promised}, proposals=proposals)
    told = [claim.finding.claim for claim in compose(case, strait_reading, [strait_report]).short_answer]
    (rule,) = [claim for claim in told if claim.startswith("By which rule")]
    assert "Norvania is among the guarantors of" in rule
    assert rule.endswith("it could block.")
