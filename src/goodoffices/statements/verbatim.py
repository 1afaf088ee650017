"""Find words in a report that somebody gives as a quotation: the very words, but for how they are set.

A person or a language model copies “that’s it” as "that's it", and a line break as a blank. Nothing else may
differ.
"""

from __future__ import annotations

from goodoffices.reports.report import Report, Span

_SET_ALIKE = (
    ('"', "“”„‟«»‹›＂″"),
    ("'", "‘’‚‛′＇`´"),
    ("-", "‐‑‒–—―−－"),
)
_PLAIN = {ord(sign): plain for plain, signs in _SET_ALIKE for sign in signs}
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


def fold(words: str) -> str:
    """Return words with plain quotation marks and hyphens and with single blanks.

    Examples:
        >>> fold("“No”  – he said")
        '"No" - he said'
    """
    return _folded(words)[0].strip()


def find_verbatim(report: Report, words: str, *, within: Span | None = None) -> Span | None:
    """Return where a report has these words, the first place where it has them several times.

    Args:
        report: The report.
        words: The words, copied from it.
        within: The stretch to look in; the whole text where none is given.

    Returns:
        Their place in the saved text; None where the words are not there.
    """
    within = within or (Span(0, len(report.text)) if report.text else None)
    wanted = fold(words)
    if not wanted or within is None:
        return None
    folded, places = _folded(report.cut(within))
    found = folded.find(wanted)
    if found < 0:
        return None
    return Span(within.start + places[found], within.start + places[found + len(wanted) - 1] + 1)


def _folded(words: str) -> tuple[str, list[int]]:
    """Return the folded words, and for each of their characters the place of the one that it stands for."""
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(words):
        if sign in _UNSEEN:
            continue
        if sign.isspace():
            if signs and signs[-1] == " ":
                continue
            sign = " "  # noqa: PLW2901 - any white space is a blank
        signs.append(_PLAIN.get(ord(sign), sign))
        places.append(place)
    return "".join(signs), places
