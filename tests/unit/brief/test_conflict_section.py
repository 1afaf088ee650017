"""The section of the brief on which outcomes would hold, for cases that somebody confirmed."""

from __future__ import annotations

import dataclasses

from goodoffices.brief.compose import compose
from goodoffices.brief.conflict_outcomes import outcome_blocks
from goodoffices.brief.html import html
from goodoffices.brief.markdown import markdown
from goodoffices.brief.page import Items, Note, Pictures, Section, Table
from goodoffices.case.parse import parse_case
from goodoffices.findings.outcomes import outcomes
from goodoffices.models.graph.derivation_record import derivation_record
from goodoffices.statements.statement import Reading

PARTIES = """\
title: A dam
parties:
  north: {name: North, must_sign: true}
  south: {name: South, must_sign: true}
  coast: {name: Coast}
"""
RELEASE = """\
proposals:
  release: {name: Release, by: [south], terms: {flow: half}, guarantee: pledge,
            coding: {status: claim, source: a book}}
  sale: {name: Sale, by: [north], terms: {flow: none}, coding: {status: claim, source: a book}}
issues:
  flow: {name: Flow, options: {none: {name: None}, half: {name: Half}}}
guarantees:
  pledge: {name: Pledge, beneficiary: south, guarantors: [coast], rule: each_alone, against: [north],
           willingness: {coast: {value: [0.6, 0.7, 0.9], coding: {status: judgement, coder: A. Coder}}},
           coding: {status: claim, source: a treaty}}
"""
JUDGED = "coding: {status: judgement, coder: A. Coder, source: a visit, note: Said so}"
OWN = f"""\
conflict:
  leave_out: {{sale: {{status: judgement, coder: A. Coder, note: Came to nothing}}}}
  options:
    south.release: {{direction: on, {JUDGED}}}
    coast.leave: {{name: leave the commission, direction: off, {JUDGED}}}
    coast.wait: {{name: wait, {JUDGED}}}
  impossible: [{{condition: coast.leave and coast.act_on_pledge, {JUDGED}}}]
  status_quo: {{taken: [south.release], {JUDGED}}}
  preferences:
    north:
      rules_follow: true
      statements: [{{wants: release}}, {{wants: not coast.leave}}]
      {JUDGED}
"""


def section_of(text: str) -> Section:
    """Return the section of a case without reports, after writing it as a page and as Markdown."""
    brief = compose(parse_case(PARTIES + text), Reading(), [])
    assert "<svg" in html(brief)
    assert "Options and preferences in this conflict" in markdown(brief)
    (found,) = (each for each in brief.sections if each.name == "outcomes")
    return found


def origins(section: Section) -> dict[tuple[str, str], tuple[str, str]]:
    """Return rule and reason for each option and preference."""
    (table,) = (each for each in section.blocks if isinstance(each, Table) and "where each" in each.caption)
    return {(row.head.text, row.cells[0].text): (row.cells[1].text, row.cells[2].text) for row in table.rows}


def lines(section: Section, heading: str) -> tuple[str, ...]:
    """Return the lines under a heading."""
    return next(
        each.lines for each in section.blocks if isinstance(each, Items) and each.heading.startswith(heading)
    )


def test_options_and_preferences_say_where_they_come_from() -> None:
    """Each row names the rule, or the analyst with the reason."""
    found = origins(section_of(RELEASE + OWN))
    assert found["North", "may accept A, or not"] == ("acceptance", "This acceptance is needed.")
    assert found["South", "may accept A, for good"] == ("the analyst’s: A. Coder", "Said so")
    assert found["Coast", "may leave the commission, and once given up never again"][1] == "Said so"
    assert found["Coast", "may be ready to act on the guarantee in A, or not"][0] == "turning point"
    assert found["North", "would prefer above all that A is in force"] == (
        "the analyst’s: A. Coder",
        "Said so",
    )
    assert found["North", "would prefer then that Coast would not leave the commission"][0].startswith(
        "the analyst"
    )
    assert found["South", "would prefer to accept A and that A is in force"][0] == "approval and wish"
    assert found["Status quo", "is coded"] == ("the analyst’s: A. Coder", "Said so")
    impossible = "Coast would leave the commission and Coast would be ready to act on the guarantee in A"
    assert ("Nobody", f"can have that {impossible}") in found


def test_what_plays_no_part_is_listed_with_the_reason() -> None:
    """The proposal left out, with the analyst's note."""
    assert lines(section_of(RELEASE + OWN), "What plays") == ("“Sale”: Came to nothing",)


def test_only_rules_that_were_used_are_shown() -> None:
    """No proposal is rejected, so the rule on refusals is not shown; the rule on two proposals is."""
    shown = " ".join(lines(section_of(RELEASE), "The rules"))
    assert "Refusal:" not in shown
    assert "Either or: Two proposals" in shown
    assert "Acceptance: Each signatory" in shown


def test_sources_of_a_guarantee_stand_once() -> None:
    """The option to break the settlement shows them; what is supposed of it does not repeat them."""
    (table,) = (
        each
        for each in section_of(RELEASE).blocks
        if isinstance(each, Table) and "where each" in each.caption
    )
    cited = {row.cells[1].text: row.cells[2].sources for row in table.rows}
    assert cited["breach"] == ("a treaty",)
    assert cited["worst case"] == cited["protection"] == ()


def test_the_table_has_options_ranks_and_stability() -> None:
    """One row for each option, one rank and one stability for each party, and the equilibria marked."""
    section = section_of(RELEASE + OWN)
    (table,) = (each for each in section.blocks if isinstance(each, Table) and each.dense)
    heads = [row.head.text for row in table.rows]
    assert heads[:2] == ["North: accept A", "South: accept A"]
    assert [head for head in heads if head.startswith("Rank")] == [
        "Rank for North",
        "Rank for South",
        "Rank for Coast",
    ]
    assert heads[-1] == "Equilibrium"
    assert table.columns[:2] == ("Option, rank, stability", "SQ")
    by_head = {row.head.text: [cell.text for cell in row.cells] for row in table.rows}
    assert by_head["North: accept A"][0] == "N"
    assert by_head["Equilibrium"][0] == "none"
    assert by_head["Equilibrium"][1] == "R"
    place, of = by_head["Rank for North"][1].split("/")
    assert 1 <= int(place) <= int(of)


def test_each_equilibrium_is_read_out() -> None:
    """Who does what, why it holds, and how it is reached."""
    section = section_of(RELEASE + OWN)
    told = lines(section, "E1")
    assert "North would accept A" in told[0]
    assert told[1].startswith("Why it holds: Nothing that")
    assert told[-1].startswith("From the status quo,")
    assert told[2] == "Neither gain nor loss: Coast could as well wait."
    assert "improvements lead from it to E1" in section.answer[-1]
    assert section.answer[-1].startswith("The status quo does not hold")


def test_the_picture_counts_what_it_leaves_out() -> None:
    """Its title says how many outcomes hold, its lines how many are not drawn."""
    section = section_of(RELEASE + OWN)
    (pictures,) = (each for each in section.blocks if isinstance(each, Pictures))
    assert "by R, SSEQ or SEQ" in pictures.pictures[0].title
    assert pictures.pictures[0].svg.startswith("<svg")
    assert pictures.pictures[0].lines[0] == "SQ: the status quo"


def test_a_status_quo_that_holds_is_said() -> None:
    """North and South both accept from the start."""
    taken = f"conflict: {{status_quo: {{taken: [north.sale, south.sale], {JUDGED}}}, leave_out: "
    taken += "{release: {status: judgement, coder: A. Coder}}}\n"
    section = section_of(RELEASE + taken)
    assert section.answer[-1] == "The status quo holds as well, and no improvements lead from it to others."
    assert lines(section, "SQ, the status quo: holds by R")


def test_a_status_quo_that_holds_by_answers_is_said() -> None:
    """Each has what the other wants, and keeps giving since the other would stop."""
    swap = f"""\
conflict:
  leave_out: {{sale: {{status: judgement, coder: A. Coder}}}}
  status_quo: {{taken: [north.release, south.release], {JUDGED}}}
  preferences:
    north: {{statements: [{{wants: south.release}}, {{wants: not north.release}}], {JUDGED}}}
    south: {{statements: [{{wants: north.release}}, {{wants: not south.release}}], {JUDGED}}}
"""
    bare = RELEASE.replace(" guarantee: pledge,", "")
    section = section_of(bare + swap)
    assert section.answer[1].startswith("Then no proposal is in force")
    assert section.answer[2].startswith("The status quo holds only as long as each reckons")


def test_answers_that_exclude_each_other_give_no_status_quo() -> None:
    """Both accept both proposals, which settle the flow differently."""
    both = RELEASE.replace("by: [south]", "by: [south, north]").replace("by: [north],", "by: [north, south],")
    section = section_of(both)
    notes = [each.text for each in section.blocks if isinstance(each, Note)]
    assert any("no status quo and no paths are shown" in note for note in notes)
    assert len(section.answer) == 3


def test_states_that_count_as_one_are_listed() -> None:
    """The row says in which case states count as one, and their options are left open in the table."""
    same = f"""\
conflict:
  leave_out: {{sale: {{status: judgement, coder: A. Coder}}}}
  same: [{{condition: north.break_settlement, name: war resumes, {JUDGED}}}]
  preferences: {{coast: {{ranking: [north.break_settlement or coast.act_on_pledge], {JUDGED}}}}}
"""
    section = section_of(RELEASE + same)
    found = origins(section)
    assert ("All states", "count as one in which war resumes") in found
    own = "that North would mean to break the settlement or Coast would be ready to act on the guarantee in A"
    assert ("Coast", f"would prefer {own}") in found


def test_where_no_state_is_worth_showing_nothing_is_shown() -> None:
    """Without a status quo and without an outcome that holds there is no picture."""
    found = outcomes(parse_case(PARTIES + RELEASE))
    assert found is not None
    assert found.shown is not None
    bare = dataclasses.replace(found.shown, outcome=dataclasses.replace(found.shown.outcome, spots=()))
    assert outcome_blocks(found.derivation, bare) == ()


def test_a_status_quo_from_which_no_paths_were_looked_for_is_said() -> None:
    """In a conflict too large for it, a note says how to get them."""
    found = outcomes(parse_case(PARTIES + RELEASE))
    assert found is not None
    assert found.shown is not None
    large = dataclasses.replace(found.shown, outcome=dataclasses.replace(found.shown.outcome, searched=False))
    notes = [each.text for each in outcome_blocks(found.derivation, large) if isinstance(each, Note)]
    assert any("too many here to look for improvements" in note for note in notes)


def test_the_worst_case_is_announced_as_supposed() -> None:
    """Where a guarantee is tested, the answer says first that nobody announced it."""
    assert "nobody announced" in section_of(RELEASE).answer[1]
    bare = RELEASE.replace(" guarantee: pledge,", "")
    assert all("nobody announced" not in sentence for sentence in section_of(bare).answer)


def test_the_solution_carries_where_everything_comes_from() -> None:
    """The parameters of the solution hold the record of options and preferences."""
    found = outcomes(parse_case(PARTIES + RELEASE))
    assert found is not None
    assert found.shown is not None
    assert found.shown.parameters["derivation"] == derivation_record(found.derivation)
