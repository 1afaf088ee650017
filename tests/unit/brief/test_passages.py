"""The reports in the annex."""

from __future__ import annotations

import dataclasses

import pytest

from goodoffices.brief.page import Passage
from goodoffices.brief.passages import number_passages, paragraphs, sources
from goodoffices.errors import BriefError, EvidenceError
from goodoffices.reports.report import Boilerplate, Report
from goodoffices.statements.statement import Reading


def text_of(report: Report, passages: tuple[Passage, ...]) -> str:
    """Return what the annex shows of a report."""
    return "".join(part.text for paragraph in paragraphs(report, passages) for part in paragraph)


def test_no_character_of_a_report_is_lost(strait_report: Report, strait_reading: Reading) -> None:
    """The segments, one after the other, are the text."""
    passages = number_passages(strait_reading.evidence().values(), [strait_report])
    assert text_of(strait_report, passages) == strait_report.text


def test_passages_are_numbered_in_order_of_the_text(strait_report: Report, strait_reading: Reading) -> None:
    """Numbers rise with the text, and one stretch has one number."""
    passages = number_passages(strait_reading.evidence().values(), [strait_report])
    assert [each.number for each in passages] == list(range(1, len(passages) + 1))
    assert sorted((each.start, each.end) for each in passages) == [
        (each.start, each.end) for each in passages
    ]
    assert len({(each.start, each.end) for each in passages}) == len(passages)


def test_overlapping_passages_share_segments() -> None:
    """Where two passages overlap, a segment belongs to both; each opens and closes once."""
    report = Report("r", "one two three")
    parts = paragraphs(report, (Passage(1, "r", 0, 7), Passage(2, "r", 4, 13)))[0]
    assert [part.text for part in parts] == ["one ", "two", " three"]
    assert [part.passages for part in parts] == [(1,), (1, 2), (2,)]
    assert [part.opens for part in parts] == [(1,), (2,), ()]
    assert [part.closes for part in parts] == [(), (1,), (2,)]


def test_boilerplate_keeps_its_reason(strait_report: Report) -> None:
    """The subscription line is shown as what it is."""
    (first, *_), *_ = paragraphs(strait_report, ())
    assert first.boilerplate == "subscription line"


def test_a_report_without_passages_is_one_paragraph() -> None:
    """Text that nobody cut into paragraphs is shown whole, boilerplate inside it marked."""
    report = Report("r", "Menu. News.", boilerplate=(Boilerplate(0, 5, "navigation"),))
    assert [[part.text for part in each] for each in paragraphs(report, ())] == [["Menu.", " News."]]
    assert paragraphs(Report("r", ""), ()) == ()


def test_a_report_without_a_title_is_known_by_its_id() -> None:
    """Nothing is made up for what the report does not say."""
    (source,) = sources([Report("paper", "News.")], ())
    assert (source.title, source.publisher, source.date) == ("paper", None, None)


def test_evidence_from_a_report_that_was_not_given_is_refused(
    strait_report: Report, strait_reading: Reading
) -> None:
    """The message names the report and those given."""
    other = dataclasses.replace(strait_report, id="other")
    with pytest.raises(
        BriefError, match="report 'strait', which was not given; the reports given are: other"
    ):
        number_passages(strait_reading.evidence().values(), [other])


def test_two_reports_may_not_share_an_id(strait_report: Report) -> None:
    """Evidence could not tell them apart."""
    with pytest.raises(BriefError, match="same id"):
        number_passages((), [strait_report, strait_report])


def test_words_that_are_not_there_are_refused(strait_report: Report, strait_reading: Reading) -> None:
    """A report whose text changed does not bear out its reading."""
    changed = dataclasses.replace(strait_report, text="x" * len(strait_report.text))
    with pytest.raises(EvidenceError):
        number_passages(strait_reading.evidence().values(), [changed])
