"""Single sections, where a whole brief of the strait does not reach."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from goodoffices.brief.compose import compose
from goodoffices.brief.page import Brief, Cell, Claims, Section, Table
from goodoffices.case.case import Case
from goodoffices.case.coding import Coding, Status
from goodoffices.case.instruments import Guarantee, Precedent, Rule
from goodoffices.case.terms import Response, ResponseAct
from goodoffices.reports.report import Report
from goodoffices.statements.acts import ANSWERS
from goodoffices.statements.statement import Reading

DAY = dt.date(1987, 5, 4)


@pytest.fixture
def read(strait_reading: Reading, strait_report: Report) -> tuple[Reading, Report]:
    """Return reading and report of the strait."""
    return strait_reading, strait_report


def written(case: Case, read: tuple[Reading, Report]) -> Brief:
    """Return the brief of a case on the strait."""
    return compose(case, read[0], [read[1]])


def section(brief: Brief, name: str) -> Section:
    """Return a section by its short name."""
    return next(each for each in brief.sections if each.name == name)


def grid(brief: Brief, name: str, place: int = 0) -> Table:
    """Return a table of a section."""
    return [block for block in section(brief, name).blocks if isinstance(block, Table)][place]


def with_league(case: Case, **changes: object) -> Case:
    """Return the case with the League's guarantee changed, and no other."""
    league: Guarantee = dataclasses.replace(case.guarantees["league_guarantee"], **changes)  # type: ignore[arg-type]
    return dataclasses.replace(case, guarantees={"league_guarantee": league})


def test_outermost_parties_are_named_where_they_differ(
    strait_coded: Case, read: tuple[Reading, Report]
) -> None:
    """With a third signatory outermost on one of two issues, each row says between whom it measures."""
    scale = strait_coded.issues["security_guarantees"]
    third = dataclasses.replace(strait_coded.parties["kestria"], must_sign=True)
    twins = [dataclasses.replace(each, issue="twin") for each in strait_coded.positions if each.place]
    twins[0] = dataclasses.replace(twins[0], party="kestria", accepts=())
    case = dataclasses.replace(
        strait_coded,
        issues={**strait_coded.issues, "twin": dataclasses.replace(scale, name="Twin")},
        parties={**strait_coded.parties, "kestria": third},
        positions=(*strait_coded.positions, *twins),
    )
    table = grid(written(case, read), "distance")
    assert table.columns[-1] == "Between"
    assert [row.cells[-1].text for row in table.rows] == ["Norvania and Selmark", "Kestria and Selmark"]
    assert [row.cells[1].text for row in table.rows] == ["no option", "not coded for all"]


def test_no_distance_said_and_none_measured(strait_draft: Case, read: tuple[Reading, Report]) -> None:
    """Where nothing is said of distance, the section says so, for one report and for two."""
    silent = dataclasses.replace(strait_draft, disagreements=())
    assert (
        section(written(silent, read), "distance").answer[0]
        == "The report says of no parties by name how far apart they are."
    )
    two = compose(silent, read[0], [read[1], Report("later", "No news.")])
    assert (
        section(two, "distance").answer[0] == "The reports say of no parties by name how far apart they are."
    )


def test_rules_that_let_nobody_block_are_told(strait_coded: Case, read: tuple[Reading, Report]) -> None:
    """Where the attacker has a say and no veto, the section says that it could not block."""
    case = with_league(strait_coded, rule=Rule.EACH_ALONE)
    part = section(written(case, read), "guarantees")
    assert part.answer[0] == "Under the rules stated here, nobody against whom they are meant could block."
    row = grid(written(case, read), "guarantees").rows[0]
    assert row.cells[2] == Cell("yes: Norvania, but it could not block", "maybe", "◐")


def test_a_design_without_a_rule_shows_what_depends_on_it(
    strait_coded: Case, read: tuple[Reading, Report]
) -> None:
    """Without a rule, who could block depends on it, and an attacker inside would under a veto."""
    brief = written(with_league(strait_coded, rule=None), read)
    cells = grid(brief, "guarantees").rows[0].cells
    assert [cell.text for cell in cells] == [
        "not stated",
        "depends on the rule",
        "yes: Norvania, so under a veto it would block",
    ]
    assert "all must agree: each of them" in cells[1].notes
    alone = grid(
        written(with_league(strait_coded, rule=None, guarantors=("aldera",)), read), "guarantees"
    ).rows[0]
    assert "all must agree: the guarantor" in alone.cells[1].notes
    assert alone.cells[2].text == "no: Norvania has no say"


def test_a_design_without_an_attacker_says_so(strait_coded: Case, read: tuple[Reading, Report]) -> None:
    """Where nobody is meant as the attacker, nobody is named."""
    case = with_league(strait_coded, against=(), obligation=None)
    row = grid(written(case, read), "guarantees").rows[0]
    assert row.cells[2].text == "nobody named"
    assert "what is owed is not stated" in row.head.notes


def test_a_chance_that_cannot_be_computed_says_why(strait_coded: Case, read: tuple[Reading, Report]) -> None:
    """Beside a design with a chance, one without a rule or without willingness says what is missing."""
    league = dataclasses.replace(strait_coded.guarantees["league_guarantee"], rule=Rule.EACH_ALONE)
    pact = strait_coded.guarantees["defence_pact"]
    case = dataclasses.replace(
        strait_coded,
        guarantees={
            "league_guarantee": league,
            "defence_pact": pact,
            "third": dataclasses.replace(league, rule=None, name="Third"),
        },
    )
    rows = grid(written(case, read), "guarantees").rows
    notes = {row.head.text: row.cells[3].notes for row in rows if row.cells[3].text == "not computed"}
    assert notes == {
        "Guarantee by the Harbour League": ("willingness is not judged for all",),
        "Third": ("no rule is stated",),
    }


def test_an_answer_told_by_somebody_else_names_the_teller(
    strait_draft: Case, read: tuple[Reading, Report]
) -> None:
    """A claim that a party accepted is not its own account where another party's statement shows it."""
    teller = next(one for one in read[0].statements if one.actor.party not in {None, "selmark"})
    coding = Coding(status=Status.CLAIM, because=(teller.id,))
    response = Response(act=ResponseAct.ACCEPTS, coding=coding)
    proposal = dataclasses.replace(
        strait_draft.proposals["league_guarantee"], responses={"selmark": response}
    )
    row = grid(written(dataclasses.replace(strait_draft, proposals={"a": proposal}), read), "table").rows[0]
    notes = next(cell.notes for cell in row.cells if cell.text == "accepts")
    assert f"as told by {teller.actor.label}" in notes


def test_a_proposal_bears_its_day_and_an_answer_its_outside_source(
    strait_draft: Case, read: tuple[Reading, Report]
) -> None:
    """Days, reasons and sources of the case stand in the table where no words do."""
    coding = Coding(status=Status.CLAIM, source="Gazette, 5 May 1987")
    response = Response(act=ResponseAct.ACCEPTS, coding=coding, reasons=("it is fair", "it is late"))
    proposal = dataclasses.replace(
        strait_draft.proposals["league_guarantee"], date=DAY, responses={"selmark": response}
    )
    row = grid(written(dataclasses.replace(strait_draft, proposals={"a": proposal}), read), "table").rows[0]
    assert row.head.text == "A guarantee by members of the Harbour League"
    assert "4 May 1987" in row.head.notes
    assert row.cells[1].notes == ("by its own account", "reasons given: it is fair; it is late")
    assert row.cells[1].sources == ("Gazette, 5 May 1987",)


def test_without_bystanders_nobody_is_named_below(strait_draft: Case, read: tuple[Reading, Report]) -> None:
    """Where every party has a column, there is no line about others."""
    parties = {id_: party for id_, party in strait_draft.parties.items() if id_ != "aldera"}
    blocks = section(written(dataclasses.replace(strait_draft, parties=parties), read), "table").blocks
    assert not [block for block in blocks if block.kind == "note"]


def test_an_option_named_by_nobody_is_told_as_such(strait_draft: Case, read: tuple[Reading, Report]) -> None:
    """An option that belongs to no plan is said to be nobody's; one that is a proposal is not repeated."""
    reading, report = read
    loose = dataclasses.replace(reading.options[0], of=None)
    brief = written(strait_draft, (dataclasses.replace(reading, options=(loose,)), report))
    assert "without saying whose it is" in str(section(brief, "table").blocks)
    pact = dataclasses.replace(strait_draft.proposals["defence_pact"], name="A standing patrol in the strait")
    case = dataclasses.replace(strait_draft, proposals={"defence_pact": pact})
    assert "Named as an option" not in str(section(written(case, read), "table").blocks)


def test_one_proposal_that_is_rejected(strait_draft: Case, read: tuple[Reading, Report]) -> None:
    """A lone proposal is spoken of as the only one."""
    case = dataclasses.replace(
        strait_draft, proposals={"league_guarantee": strait_draft.proposals["league_guarantee"]}
    )
    assert "The only proposal is rejected" in section(written(case, read), "obstacles").answer[0]


def test_a_package_question_without_broken_proposals(
    strait_coded: Case, read: tuple[Reading, Report]
) -> None:
    """Proposals without terms break nothing that can be told."""
    proposals = {id_: dataclasses.replace(each, terms={}) for id_, each in strait_coded.proposals.items()}
    brief = written(dataclasses.replace(strait_coded, proposals=proposals), read)
    captions = [block.caption for block in section(brief, "obstacles").blocks if isinstance(block, Table)]
    assert not [caption for caption in captions if caption.startswith("Which demands each proposal breaks")]


def test_nothing_missing_is_said_too(read: tuple[Reading, Report], strait_coded: Case) -> None:
    """A dated report and a proposal that everyone answered leave no gap."""
    reading, report = read
    tied = (*strait_coded.proposals["defence_pact"].coding.because, "s2")
    placed = tuple(one for one in reading.statements if one.act not in ANSWERS or one.id in tied)
    reading = dataclasses.replace(reading, statements=placed)
    coding = Coding(status=Status.REPORTED, because=("s2",))
    yes = Response(act=ResponseAct.ACCEPTS, coding=coding)
    pact = dataclasses.replace(
        strait_coded.proposals["defence_pact"],
        by=("norvania",),
        responses={"selmark": yes, "southern_compact": yes},
    )
    kept = ("norvania", "selmark", "southern_compact", "aldera")
    case = dataclasses.replace(
        strait_coded,
        parties={id_: strait_coded.parties[id_] for id_ in kept},
        proposals={"defence_pact": pact},
        guarantees={"defence_pact": strait_coded.guarantees["defence_pact"]},
        leverage=(),
    )
    brief = written(case, (reading, dataclasses.replace(report, date=DAY)))
    assert section(brief, "silences").answer == ("Nothing that this brief looks for is missing.",)
    assert section(brief, "leverage").answer[0] == (
        "The report names no means by which one party could move another."
    )


def test_a_passage_quoted_twice_in_a_section_has_one_anchor(
    strait_draft: Case, read: tuple[Reading, Report]
) -> None:
    """The first quotation is the one to come back to."""
    from goodoffices.brief.html import html

    twice = dataclasses.replace(strait_draft, leverage=(strait_draft.leverage[0], strait_draft.leverage[0]))
    page = html(written(twice, read))
    number = grid(written(twice, read), "leverage").rows[0].cells[3].quotes[0].passage
    assert page.count(f'id="use-leverage-{number}"') == 1


def test_who_is_open_and_who_is_silent_are_told_apart(
    strait_draft: Case, read: tuple[Reading, Report]
) -> None:
    """Of two signatories that have not accepted, one is open and shown with its words, the other silent."""
    league = dataclasses.replace(
        strait_draft.proposals["league_guarantee"], signatories=("norvania", "kestria", "aldera")
    )
    case = dataclasses.replace(strait_draft, proposals={"league_guarantee": league})
    waiting = grid(written(case, read), "obstacles").rows[0].cells[2]
    assert waiting.text == "Kestria and Aldera"
    assert waiting.notes == ("says nothing on it: Aldera",)
    assert [quote.exact for quote in waiting.quotes] == ["Kestria said it was ready to play “a helpful part”"]


def test_a_case_without_reports_rests_on_its_own_sources(strait_coded: Case) -> None:
    """Where no report was given, the page says so and speaks of the case."""
    from goodoffices.brief.html import html

    brief = compose(strait_coded, Reading(), [])
    assert section(brief, "silences").question == "What does the case not say?"
    assert "coded values" in section(brief, "basis").answer[0]
    assert "statements found" not in section(brief, "basis").answer[0]
    assert "No report was given" in html(brief)


def test_a_coders_note_stands_beside_what_it_corrects(
    strait_draft: Case, read: tuple[Reading, Report]
) -> None:
    """What an analyst remarks on a precedent is printed under it; the remarks of a draft are not."""
    coding = Coding(status=Status.CLAIM, source="Gazette, 5 May 1987", note="Ost never signed it.")
    told = [
        Precedent(name="Accord of Ost", coding=coding),
        Precedent(name="Accord of West", coding=dataclasses.replace(coding, drafted=True)),
    ]
    brief = written(dataclasses.replace(strait_draft, precedents=tuple(told)), read)
    claims = next(
        block
        for part in brief.sections
        if part.name == "leverage"
        for block in part.blocks
        if isinstance(block, Claims)
    )
    assert [claim.parts for claim in claims.claims] == [("Coder’s note: Ost never signed it.",), ()]
