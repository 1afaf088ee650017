"""In how many reports something stands, and how many of them only copy another."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from goodoffices.findings.words import counted


def told_in(reports: Iterable[str], copies: Collection[str]) -> str:
    """Say in how many reports something stands; nothing where it is one.

    Args:
        reports: Ids of the reports, in any order and as often as they tell it.
        copies: Ids of reports that copy an earlier one.

    Examples:
        >>> told_in(["a", "b", "a", "c"], {"c"})
        'reported in three reports, one of them a copy'
    """
    once = set(reports)
    if len(once) < 2:
        return ""
    copied = len(once & set(copies))
    which = f", {counted(copied, 'of them a copy', 'of them copies')}" if copied else ""
    return f"reported in {counted(len(once), 'report')}{which}"
