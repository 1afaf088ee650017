"""Whether something can be agreed, given that every number is an interval, in words."""

from __future__ import annotations

from goodoffices.findings.agreement_words import Paragraph, Words
from goodoffices.models.bargaining.surety import IntervalZone, Surety

_VERDICTS = {
    Surety.SURELY: "Whatever the values in the coded intervals, all who must sign could accept some package",
    Surety.POSSIBLY: "For some values in the coded intervals all who must sign could accept some package",
    Surety.NEVER: "For no values in the coded intervals could all who must sign accept any package",
    Surety.OPEN: "Whether all who must sign could accept some package was not decided in the time given",
}


def zone_told(words: Words, found: IntervalZone, limit: int) -> tuple[Paragraph, ...]:
    """Tell whether there is a zone surely, possibly or never, and name some packages of it.

    Args:
        words: Names and labels.
        found: What the intervals allow.
        limit: How many packages to name.
    """
    counts = [
        f"{count:,} {how}"
        for count, how in (
            (found.surely, "whatever the values"),
            (found.possibly, "for some values at least"),
        )
        if count is not None
    ]
    head = _VERDICTS[found.there_is] + (f" (packages: {'; '.join(counts)})" if counts else "")
    named = tuple(f"- {'; '.join(words.terms(package.terms))}" for package in found.packages[:limit])
    return (Paragraph(f"{head}{':' if named else '.'}", named),)
