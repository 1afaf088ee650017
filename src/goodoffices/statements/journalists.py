"""Which labels stand before the words of journalists: 'our correspondent Lena Abbas' … 'ABBAS:'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from goodoffices.statements.labels import Label, Voice, talk

_NAME = r"(?:[A-Z][\w.'’-]*[ \t]+){0,3}(?P<last>[A-Z][\w'’-]+)"


def with_journalists(labels: Sequence[Label | None], texts: Sequence[str]) -> list[Label | None]:
    """Return labels in which a journalist's name is one of those who ask or tell.

    A name is a journalist's where the report calls it so ("our correspondent Lena Abbas", "Lena Abbas
    reports") or another label gives it with such a role ("MARY ODERA, HOST:").

    Args:
        labels: The label of each passage.
        texts: The passages.
    """
    known = {label.key: label.voice for label in labels if label and label.name and label.voice in ROLES}
    if any(label is not None and label.voice is Voice.NAMED for label in labels):
        known |= dict.fromkeys(journalists_in(texts), Voice.TELLS)
    return [
        replace(label, voice=known[label.key])
        if label is not None and label.voice is Voice.NAMED and label.key in known
        else label
        for label in labels
    ]


ROLES = frozenset({Voice.ASKS, Voice.TELLS})


def journalists_in(texts: Iterable[str]) -> frozenset[str]:
    """Return the last names, in small letters, that texts give to journalists.

    Examples:
        >>> sorted(journalists_in(["By Sam Brown", "Our reporter Lena Abbas met the envoy, Jan Lund."]))
        ['abbas', 'brown']
    """
    found = (one for text in texts for form in _forms() for one in form.finditer(text))
    return frozenset(one["last"].casefold() for one in found)


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    nouns = "|".join(map(re.escape, sorted(talk("writer_noun"))))
    signs = "|".join(map(re.escape, sorted(talk("reporting_sign"))))
    return (
        re.compile(rf"\b(?i:{nouns}),?[ \t]+{_NAME}"),
        re.compile(rf"{_NAME},?[ \t]+(?i:{signs})\b(?! by)"),
        re.compile(rf"{_NAME},[ \t]+(?:(?:our|the|a|an)[ \t]+)?(?:[\w’'-]+[ \t]+){{0,2}}(?:{nouns})\b"),
        re.compile(rf"^(?:By|Interview by|Words by|Text by|Words)[: \t]+{_NAME}$"),
        re.compile(rf"\b(?i:interviewed|questioned|moderated|chaired|hosted|conducted) by:?[ \t]+{_NAME}"),
        re.compile(rf"\b(?i:{nouns}|host|co-host|counsel[\w ]{{0,30}}):[ \t]+{_NAME}[.;,\s]*(?:$|[(\n.;])"),
        re.compile(rf"\b(?:I am|I['’]m|This is)[ \t]+{_NAME}"),
    )
