"""In how many reports something stands."""

from __future__ import annotations

from goodoffices.findings.told_in import told_in


def test_one_report_needs_no_words() -> None:
    """What stands in one report, however often, is not said to be reported in several."""
    assert told_in(["a", "a"], {"a"}) == ""


def test_copies_are_told_apart_from_reports_of_their_own() -> None:
    """Ten reports of which nine are copies are not ten witnesses."""
    assert told_in("abcd", {"c", "d"}) == "reported in four reports, two of them copies"
    assert told_in("ab", ()) == "reported in two reports"
