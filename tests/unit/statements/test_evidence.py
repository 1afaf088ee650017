"""Words of a report and where they stand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from goodoffices.errors import EvidenceError
from goodoffices.reports.plain import from_text
from goodoffices.statements.evidence import check_evidence, cite

REPORT = from_text("  Oslo  hosts talks.  ", id="r")


def test_citation_drops_white_space_at_its_ends() -> None:
    """The words cited start and end with a letter or mark, with the context before and behind."""
    found = cite(REPORT, 0, 8)
    assert (found.start, found.end, found.exact) == (2, 6, "Oslo")
    assert (found.prefix, found.suffix) == ("  ", "  hosts talks.  ")
    assert found.span.start == 2


def test_citation_outside_the_text_is_refused() -> None:
    """Offsets beyond the text name the report and its length."""
    with pytest.raises(EvidenceError, match=r"characters 5–90 are not in report 'r', which has 22"):
        cite(REPORT, 5, 90)


def test_citation_of_white_space_is_refused() -> None:
    """White space shows nothing."""
    with pytest.raises(EvidenceError, match="white space only"):
        cite(REPORT, 6, 8)


def test_evidence_holds_what_lies_inside_it() -> None:
    """A longer stretch of the same report holds a shorter one, and not the reverse."""
    whole, part = cite(REPORT, 0, 20), cite(REPORT, 8, 13)
    assert whole.holds(part)
    assert not part.holds(whole)
    assert not whole.holds(replace(part, report="other"))


@pytest.mark.parametrize("change", [{"start": 3}, {"report": "other"}, {"exact": "Rome"}, {"exact": ""}])
def test_words_that_are_not_there_are_refused(change: dict[str, str]) -> None:
    """Evidence with another offset, report or wording does not pass the check."""
    found = cite(REPORT, 2, 6)
    check_evidence(found, REPORT)
    with pytest.raises(EvidenceError, match="read the report again"):
        check_evidence(replace(found, **change), REPORT)  # type: ignore[arg-type]
