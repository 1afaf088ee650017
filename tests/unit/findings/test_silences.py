"""What a report does not say."""

from __future__ import annotations

import dataclasses
import datetime as dt

from goodoffices.case.case import Case
from goodoffices.case.instruments import Guarantee, Willingness
from goodoffices.case.values import Interval
from goodoffices.findings.silences import Gap, promising, silences
from goodoffices.reports.report import Report
from goodoffices.statements.acts import ANSWERS
from goodoffices.statements.statement import Reading


def told(case: Case, reading: Reading, *reports: Report) -> dict[Gap, list[str]]:
    """Return the sentences about what is absent, by what sort of thing it is."""
    found: dict[Gap, list[str]] = {}
    for silence in silences(case, reading, reports):
        found.setdefault(silence.gap, []).append(silence.finding.claim)
    return found


def test_the_draft_lacks_what_the_report_lacks(
    strait_draft: Case, strait_reading: Reading, strait_report: Report
) -> None:
    """Date, rule, numbers and answers are absent and said to be."""
    found = told(strait_draft, strait_reading, strait_report)
    assert found[Gap.DATE] == ["The report states no date."]
    assert found[Gap.NUMBERS] == ["No position has been given a number, so no distance is measured."]
    assert "A guarantee by members of the Harbour League" in found[Gap.RULE][0]
    assert "Compact ships in the strait" in found[Gap.OWNER][0]
    assert found[Gap.ANSWER][0] == (
        "No answer to “A guarantee by members of the Harbour League” (A) by Southern Compact."
    )
    assert Gap.SIGNATORIES not in found


def test_a_dated_report_and_coded_numbers_leave_no_such_gap(
    strait_coded: Case, strait_reading: Reading, strait_report: Report
) -> None:
    """What is there is not said to be absent."""
    dated = dataclasses.replace(strait_report, date=dt.date(1987, 5, 4))
    found = told(strait_coded, strait_reading, dated)
    assert not {Gap.DATE, Gap.NUMBERS, Gap.RULE} & found.keys()
    assert found[Gap.WILLINGNESS] == [
        "How willing the guarantors would be to act is not judged for “Guarantee by the Harbour League”."
    ]


def test_of_several_reports_the_undated_are_counted(
    strait_draft: Case, strait_reading: Reading, strait_report: Report
) -> None:
    """Two reports, one of them dated: one states no date."""
    dated = dataclasses.replace(strait_report, id="later", date=dt.date(1987, 5, 4))
    found = told(strait_draft, strait_reading, strait_report, dated)
    assert found[Gap.DATE] == ["One of the two reports states no date."]


def test_nobody_is_assumed_to_sign(strait_draft: Case, strait_reading: Reading) -> None:
    """Without signatories the brief says so."""
    parties = {id_: dataclasses.replace(each, must_sign=False) for id_, each in strait_draft.parties.items()}
    assert Gap.SIGNATORIES in told(dataclasses.replace(strait_draft, parties=parties), strait_reading)


def test_an_empty_reading_is_said_to_be_empty(
    strait_draft: Case, strait_reading: Reading, strait_report: Report
) -> None:
    """No statement, or statements without a proposal: each is said in so many words."""
    empty = Case(title="Nothing")
    assert told(empty, Reading(), strait_report)[Gap.NOTHING_FOUND] == [
        "No statement by a party was found in what was read."
    ]
    assert told(empty, strait_reading, strait_report)[Gap.NOTHING_FOUND] == [
        "No proposal was found on the table."
    ]
    assert Gap.NOTHING_FOUND not in told(strait_draft, strait_reading, strait_report)
    assert told(strait_draft, Reading())[Gap.NOTHING_FOUND][0].startswith("No report was read")


def test_issues_without_positions_are_named(strait_draft: Case, strait_reading: Reading) -> None:
    """One bare issue and several are each said in proper grammar."""
    assert "are issues here" in told(strait_draft, strait_reading)[Gap.POSITIONS][0]
    one = dataclasses.replace(strait_draft, issues={"territory": strait_draft.issues["territory"]})
    assert told(one, strait_reading)[Gap.POSITIONS][0].startswith("Territory and borders is an issue here")


def test_a_proposal_promises_if_it_settles_guarantees_or_rests_on_such_words(
    strait_draft: Case, strait_coded: Case, strait_reading: Reading
) -> None:
    """Drafted proposals promise through their statements; a coded rule ends the question."""
    assert promising(strait_draft, strait_reading) == ("league_guarantee", "defence_pact")
    assert promising(strait_coded, strait_reading) == ()
    ruleless = {id_: dataclasses.replace(each, rule=None) for id_, each in strait_coded.guarantees.items()}
    case = dataclasses.replace(strait_coded, guarantees=ruleless)
    assert promising(case, Reading()) == ("league_guarantee", "defence_pact")


def test_an_answer_that_was_not_placed_is_shown(strait_draft: Case, strait_reading: Reading) -> None:
    """What a drafted case could not tie to a proposal is listed with its words."""
    bare = {
        id_: dataclasses.replace(proposal, responses={}) for id_, proposal in strait_draft.proposals.items()
    }
    found = silences(dataclasses.replace(strait_draft, proposals=bare), strait_reading, ())
    (untied,) = [each.finding for each in found if each.gap is Gap.UNTIED]
    answering = {one.id for one in strait_reading.statements if one.act in ANSWERS}
    assert set(untied.because) <= answering
    assert untied.because


def test_only_those_who_could_act_and_are_not_judged_are_named(strait_coded: Case) -> None:
    """The attacker and the recused are not asked; whoever else is missing is named, or all at once."""
    coding = strait_coded.guarantees["league_guarantee"].coding
    judged = Willingness(value=Interval(0.5, 0.5, 0.5), coding=coding)

    def unjudged(**changes: object) -> list[str]:
        changed: Guarantee = dataclasses.replace(strait_coded.guarantees["league_guarantee"], **changes)  # type: ignore[arg-type]
        case = dataclasses.replace(strait_coded, guarantees={"league_guarantee": changed})
        return told(case, Reading()).get(Gap.WILLINGNESS, [])

    (everyone,) = unjudged(willingness={})
    assert everyone.startswith("How willing the guarantors would be to act is not judged for “")
    (one,) = unjudged(willingness={"kestria": judged})
    assert one.startswith("How willing Aldera would be to act is not judged for “")
    assert unjudged(willingness={"kestria": judged, "aldera": judged}) == []
    assert unjudged(willingness={"kestria": judged}, recused=("aldera",)) == []
