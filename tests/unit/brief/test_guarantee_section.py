"""The section on guarantees: sentences, tables, pictures, precedents, ties of third parties."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from goodoffices.brief.action_chart import action_chart, chance, chances, draw_action, in_words
from goodoffices.brief.beside import Example
from goodoffices.brief.compose import compose
from goodoffices.brief.guarantee_words import credibility, verdict
from goodoffices.brief.html import html
from goodoffices.brief.markdown import markdown
from goodoffices.brief.page import Brief, Cell, Items, Pictures, Section, Table
from goodoffices.case.case import Case
from goodoffices.case.instruments import Guarantee, Rule
from goodoffices.case.parse import parse_case
from goodoffices.case.values import Interval
from goodoffices.models.guarantees.credibility import Credibility
from goodoffices.models.guarantees.sensitivity import Point
from goodoffices.models.guarantees.side_by_side import Gap
from goodoffices.statements.statement import Reading
from goodoffices.workspace.beside import examples

TEXT = Path(__file__).with_name("..").joinpath("promises.yaml").resolve().read_text(encoding="utf-8")
POINTS = (Point(0.0, 0.2), Point(0.5, 0.5), Point(1.0, 0.9996))


@pytest.fixture(scope="module")
def case() -> Case:
    """Return the case with five promises."""
    case = parse_case(TEXT)
    # A case file that names an unknown body is refused; a program may still make such a case.
    unknown = dataclasses.replace(case.guarantees["body"], body="harbour_league")
    return dataclasses.replace(case, guarantees={**case.guarantees, "body": unknown})


@pytest.fixture(scope="module")
def brief(case: Case) -> Brief:
    """Return its brief with precedents."""
    return compose(case, Reading(), [], examples())


def section(brief: Brief, name: str = "guarantees") -> Section:
    """Return a section."""
    return next(each for each in brief.sections if each.name == name)


def table(brief: Brief, caption: str) -> Table:
    """Return the table whose caption begins so."""
    blocks = section(brief).blocks
    return next(each for each in blocks if isinstance(each, Table) and each.caption.startswith(caption))


def lines(brief: Brief, heading: str) -> str:
    """Return the lines under a heading."""
    blocks = section(brief).blocks
    return "\n".join(
        line
        for each in blocks
        if isinstance(each, Items) and each.heading.startswith(heading)
        for line in each.lines
    )


def test_each_design_has_its_sentence(brief: Brief) -> None:
    """Blocked, computed, not judged, not known: each is told in words, and one fault stops no other."""
    told = lines(brief, "In plain words")
    assert "“The council” is never acted on against Northland: nothing happens without Northland." in told
    assert "If Northland had no say, the chance would be 0.4" in told
    assert "“The pact” is acted on with a chance of" in told
    assert "It hangs most on the chance that The Senate ratifies:" in told
    assert "It ends after 5 years, and at the middle values the protected side could not" in told
    assert "It ends after 10 years" not in told
    assert (
        "“The sure promise” is acted on with a chance of 1, provided that the 3 who must ratify it do so"
        in told
    )
    assert (
        "making an attack not pay takes a chance of 0.67 (0.5 to 0.83), which it has over the whole" in told
    )
    assert "How likely “The silent promise” would be acted on cannot be said: nobody judged" in told
    assert "“The unknown body” could not be worked out: no body 'harbour_league' is known" in told
    assert "The bare word" not in told


def test_the_table_of_designs_has_what_is_needed_and_the_gap(brief: Brief) -> None:
    """A design that is never acted on deters only where no guarantee is needed."""
    designs = table(brief, "Designs compared")
    assert designs.columns[-1] == "Needed to deter (0 to 1), and the gap"
    rows = {row.head.text: row for row in designs.rows}
    gaps = {name: row.cells[4] for name, row in rows.items()}
    assert gaps["The council"].notes == ("never acted on, so it deters only where no guarantee is needed",)
    assert gaps["The sure promise"].tone == "yes"
    assert "the gap cannot be said" in gaps["The silent promise"].notes[0]
    assert gaps["The unknown body"].text == "not judged"
    assert rows["The unknown body"].cells[3].notes[0].startswith("no body 'harbour_league'")
    assert rows["The unknown body"].cells[1].text == "not worked out"
    assert any("Reiter and Poast 2021" in note for note in rows["The sure promise"].head.notes)
    strength = next(note for note in rows["The pact"].cells[3].notes if note.startswith("strength"))
    assert strength.endswith("ships")
    blockers = rows["The pact"].cells[1]
    assert blockers.text == "Beta and The Watch"
    assert blockers.notes == (
        "before it is in force, by not ratifying: The Senate",
        "not owed unless met: South keeps the truce",
    )
    assert rows["The silent promise"].cells[3].notes == ("willingness is not judged for all",)


def test_what_each_guarantee_says_is_one_table(brief: Brief) -> None:
    """Trigger, finder, conditions, duration and ratification stand beside one another."""
    rows = {row.head.text: row.cells for row in table(brief, "What each guarantee says").rows}
    pact = rows["The pact"]
    assert [cell.text for cell in pact] == [
        "an attack by sea",
        "The Watch",
        "",
        "ten years, renewable",
        "The Senate",
    ]
    assert pact[2].notes == ("South keeps the truce", "Beta sails first (Beta must act first)")
    assert pact[2].sources == ("The Treaty",)
    assert rows["The sure promise"][3].text == "5 years"
    assert rows["The sure promise"][4].text == "2 of The Senate, Alpha and Beta"
    assert rows["The silent promise"][1].text == "1 of The Watch and Alpha"
    assert rows["The silent promise"][1].sources == ("The Gazette",)
    assert rows["Two designs"][0] == Cell("not stated", "quiet", "–")


def test_every_number_is_listed_with_its_source(brief: Brief) -> None:
    """Willingness, condition, ratification, capability, correlation, stakes and shift are all there."""
    rows = {row.head.text: row.cells for row in table(brief, "What the chances rest on").rows}
    assert rows["The willingness of Alpha"][1].text == "judged by A. Coder"
    assert rows["The chance that The Senate ratifies"][0].text == "0.7 (0.5 to 0.9)"
    assert rows["The chance that the condition “South keeps the truce” is met"][1].sources == ("The Treaty",)
    assert rows["What Beta could bring, in ships"][0].text == "5 (4 to 6)"
    assert rows["Northland: what it fights for"][1].sources == ("The Gazette",)
    assert "The chance of the rising side to win a war now" in rows
    assert rows["The willingness of The Watch"][1].notes == ("Coder’s note: A small boat.",)
    assert rows["How far common shocks move the guarantors together (correlation)"][1].text == "document"


def test_commitment_is_told_in_words(brief: Brief) -> None:
    """Needed, open to bargaining, and for each design whether it would do."""
    told = lines(brief, "Whether the side that will be weaker")
    assert "Needed: a chance of being acted on of 0.63; a credible enough guarantee suffices." in told
    assert "the side that they are meant against gets 0.2 to 0.43 of what is in dispute" in told
    assert "“The council”: never acted on, so it does that only where no guarantee is needed." in told
    assert "“The sure promise”: 1, which it has over the whole range; as likely as it is" in told
    assert "no strength suffices" not in told


def test_a_strength_that_cannot_be_reached_is_said_to_be(case: Case) -> None:
    """With a chance of about a tenth no strength of the guarantee solves the commitment problem."""
    pact = case.guarantees["pact"]
    alpha = pact.willingness["alpha"]
    faint = dataclasses.replace(alpha, value=Interval(0.05, 0.1, 0.2))
    weak = dataclasses.replace(
        case.guarantees["sure"], willingness={"alpha": faint, "beta": faint}, vetoes=("alpha", "beta")
    )
    brief = compose(dataclasses.replace(case, guarantees={"weak": weak}), Reading(), [])
    told = lines(brief, "Whether the side that will be weaker")
    assert "0.1 (0.05 to 0.2), of which it falls short over the whole range" not in told
    assert "no strength suffices" in told
    ways = table(brief, "What would make an attack not pay")
    assert any(cell.text == "cannot do it alone" for cell in ways.rows[0].cells)
    assert ways.rows[0].cells[0].text.startswith("0.67; now ")


def test_no_credibility_is_said_not_to_suffice(case: Case) -> None:
    """Where keeping the promise takes nothing from the attacker, no chance of it is enough."""
    (entry,) = case.stakes
    same = dataclasses.replace(entry, wins_opposed=entry.wins_alone, punishment=Interval.exactly(0.0))
    brief = compose(dataclasses.replace(case, stakes=(same,)), Reading(), [])
    assert "no chance of being acted on would make an attack not pay" in lines(brief, "In plain words")
    cells = [row.cells[0].text for row in table(brief, "What would make an attack not pay").rows]
    assert all(text.startswith("no chance suffices") for text in cells)


def test_each_design_with_a_chance_has_a_picture_that_is_drawn(brief: Brief) -> None:
    """The picture stands in the page, says the same in words, and is not in the Markdown."""
    (pictures,) = [each for each in section(brief).blocks if isinstance(each, Pictures)]
    assert [each.title for each in pictures.pictures] == ["The pact"]
    (picture,) = pictures.pictures
    assert picture.svg.startswith("<svg")
    assert picture.lines[0].startswith("with the chance that The Senate ratifies at 0.5: ")
    assert picture.lines[-1] == "needed to deter: 0.5 to 0.83, at the middle values 0.67"
    assert "the chance that The Senate ratifies" in html(brief)
    assert "<svg" not in markdown(brief)


def test_precedents_stand_beside_designs_that_share_features(brief: Brief) -> None:
    """At most three, put to the test before untested; the note says that no rate can be taken."""
    rows = table(brief, "Precedents beside").rows
    assert all(1 <= len(row.cells[0].notes) <= 3 for row in rows)
    assert "no rate can be taken" in markdown(brief)
    council = next(row for row in rows if "“The council”" in row.head.text)
    assert "promised together, so that each can wait for the others" in council.head.notes
    assert all("Source: " in note for note in council.cells[0].notes)


def test_without_shared_features_no_precedent_is_shown(case: Case) -> None:
    """An example that shares nothing illustrates nothing."""
    odd = Example("Odd", "1900-01-01", "tested", "kept", "A book", {"neutrality": "stays out"})
    brief = compose(case, Reading(), [], [odd])
    captions = [each.caption for each in section(brief).blocks if isinstance(each, Table)]
    assert "Precedents beside the designs" not in captions


def test_third_parties_stand_side_by_side_without_an_index(case: Case, brief: Brief) -> None:
    """Alpha's answers from each side stand apart; of the Watch nothing is asked, it guarantees nothing."""
    part = section(brief, "mediators")
    assert "They are not added up" in part.answer[0]
    (grid,) = part.blocks
    assert isinstance(grid, Table)
    rows = {row.head.text: row.cells for row in grid.rows}
    named = "“The pact” and “The council” and four further designs"
    assert rows["Alpha"][0].notes == (
        f"named as guarantor against Northland in {named}",
        "Northland rejects “The offer” (A)",
    )
    assert rows["Alpha"][1].notes[1:] == ("Southland accepts “The offer” (A)",)
    assert rows["Beta"][0].notes[1:] == ("Beta is open to “The counter-offer” (B)",)
    assert [len(cell.notes) for cell in rows["Beta"]] == [2, 1]
    quiet = {
        id_: dataclasses.replace(one, responses={}, guarantee=None) for id_, one in case.proposals.items()
    }
    untied = dataclasses.replace(case, proposals=quiet, guarantees={})
    bare = section(compose(untied, Reading(), []), "mediators")
    assert (bare.answer, bare.blocks) == (("Nothing of the kind is found of Alpha.",), ())
    alone = dataclasses.replace(case, proposals={}, guarantees={})
    assert "mediators" not in {each.name for each in compose(alone, Reading(), []).sections}


def test_third_parties_with_the_same_ties_share_a_row(case: Case) -> None:
    """Guarantors of whom nothing else is known than the same designs are told together."""
    both = {id_: one for id_, one in case.guarantees.items() if {"alpha", "beta"} <= set(one.guarantors)}
    bare = dataclasses.replace(case, proposals={}, guarantees=both)
    (grid,) = section(compose(bare, Reading(), []), "mediators").blocks
    assert isinstance(grid, Table)
    assert [row.head.text for row in grid.rows] == ["Alpha and Beta"]


def test_numbers_are_never_more_certain_than_they_are() -> None:
    """Next to 0 and 1 a probability is said to be next to it; a needed credibility may be out of reach."""
    assert [chance(value) for value in (0.0, 0.001, 0.25, 0.9999, 1.0)] == [
        "0",
        "below 0.01",
        "0.25",
        "above 0.99",
        "1",
    ]
    assert chances(Interval(0.2, 0.2, 0.2)) == "0.2"
    assert credibility(Credibility(1.2, 1.5, 2.0)) == "more than there can be"
    assert credibility(Credibility(-1.0, -0.5, 0.0)) == "none"
    assert credibility(Credibility(-1.0, 0.5, float("inf"))) == "0.5 (0 to more than 1)"
    assert verdict(Gap(0.1, 0.2, 0.3)) == "of which it falls short over the whole range"
    assert "(just enough at the middle values)" in verdict(Gap(-0.1, 0.0, 0.3))
    assert "(0.2 to spare at the middle values)" in verdict(Gap(-0.4, -0.2, 0.3))


def test_a_chart_for_a_notebook_needs_no_case() -> None:
    """Points alone make a chart; a name with a hidden character is shown, and a need out of reach is not."""
    plain = action_chart(POINTS, "h\u202e")
    assert "⟦U+202E⟧" in str(plain.to_dict())
    needed = Credibility(0.5, 1.5, 2.0)
    shaded = action_chart(POINTS, "h", middle=0.4, needed=needed).to_dict()
    assert len(shaded["layer"]) == 3
    beyond = action_chart(POINTS, "h", needed=Credibility(1.2, 1.5, 2.0)).to_dict()
    assert len(beyond["layer"]) == 1
    assert draw_action(plain).startswith("<svg")
    assert in_words(POINTS, "h", middle=0.5, needed=needed) == (
        "with h at 0: 0.2",
        "with h at 0.5: 0.5, the most credible value",
        "with h at 1: above 0.99",
        "needed to deter: 0.5 to more than 1, at the middle values more than 1",
    )
    assert len(in_words(POINTS, "h", middle=0.5)) == 3


def changed(case: Case, id_: str, **changes: object) -> Brief:
    """Return the brief of the case with one guarantee alone, changed."""
    guarantee: Guarantee = dataclasses.replace(case.guarantees[id_], **changes)  # type: ignore[arg-type]
    return compose(dataclasses.replace(case, guarantees={id_: guarantee}), Reading(), [])


def test_a_design_against_nobody_has_a_chance_and_no_more(case: Case) -> None:
    """Without an attacker the chance is told, or that nobody is named."""
    told = lines(changed(case, "pact", against=()), "In plain words")
    assert told.startswith("“The pact” is acted on with a chance of ")
    assert "would need" not in told
    silent = lines(changed(case, "silent", against=()), "In plain words")
    assert "cannot be said: nobody is named whose attack is meant" in silent


def test_few_who_ratify_are_named_and_many_are_counted(case: Case) -> None:
    """One ratifies, two ratify; more than four that could block so are counted."""
    ratification = case.guarantees["sure"].ratification
    assert ratification is not None
    named = {("senate",): "The Senate ratifies it", ("senate", "watch"): "The Senate and The Watch ratify it"}
    for by, told in named.items():
        one = dataclasses.replace(ratification, by=by, required=None)
        assert told in lines(changed(case, "sure", ratification=one), "In plain words")
    everyone = dataclasses.replace(ratification, by=tuple(case.parties), required=None)
    cell = table(changed(case, "sure", ratification=everyone), "Designs compared").rows[0].cells[1]
    assert cell.notes == ("before it is in force, by not ratifying: any of the 6 who must",)
    one = dataclasses.replace(ratification, by=("senate",), required=None)
    alone = table(
        changed(case, "sure", ratification=one, rule=Rule.EACH_ALONE, vetoes=()), "Designs compared"
    )
    assert alone.rows[0].cells[1].text == "nobody once it is in force"


def test_a_finder_of_any_kind_is_told_in_words(case: Case) -> None:
    """A named body finds by its own rule, a council with vetoes names who can block."""
    finder = case.guarantees["silent"].found_by
    assert finder is not None
    body = dataclasses.replace(finder, rule=Rule.BODY, body="un_security_council", members=(), required=None)
    council = dataclasses.replace(finder, rule=Rule.COUNCIL, vetoes=("watch",))
    told = [
        table(changed(case, "silent", found_by=one), "What each guarantee says").rows[0].cells[1].text
        for one in (body, council)
    ]
    assert told == [
        "the UN Security Council, by its own rule",
        "1 of The Watch and Alpha; The Watch can block",
    ]


def test_the_correlation_is_named_where_the_chance_hangs_on_it(case: Case) -> None:
    """With certain willingness apart from common shocks, the correlation is the least certain input."""
    even = {
        name: dataclasses.replace(given, value=Interval.exactly(0.5))
        for name, given in case.guarantees["pact"].willingness.items()
    }
    plain: dict[str, object] = {"found_by": None, "conditions": (), "ratification": None}
    told = lines(changed(case, "pact", willingness=even, **plain), "In plain words")
    assert "It hangs most on the correlation between the guarantors:" in told
    many = lines(changed(case, "sure", guarantors=tuple(case.parties), willingness={}), "In plain words")
    assert "Alpha, Beta, The Watch and The Senate" in many or "and 1 more" in many
