"""Speeches, letters and declarations: reports that are one party's own words from beginning to end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from goodoffices.statements.labels import talk
from goodoffices.statements.letters import Letter, letter_in
from goodoffices.statements.speaking_turns import Part, Turn
from goodoffices.statements.unlabelled import speaks_itself

HEADING = 5
"""Passages among which a speech must say whose it is."""
LONGEST_HEADING = 220
"""Characters of such a line."""
FEWEST_WORDS = 8
"""Words of a paragraph that counts."""
FEWEST_OWN = 2
"""Paragraphs in the first person that make a speech of what stands under such a line."""
_KIND = (
    r"(?:statement|remarks|address|speech|declaration|message|letter|communiqu[eé]|intervention|proclamation"
    r"|appeal|testimony|memorandum|manifesto|opening words|broadcast|lecture)"
)
_OF = re.compile(
    rf"(?:^|[^a-z])(?i:{_KIND})\b[^.:“\"]{{0,60}}?\s(?:(?i:delivered|issued|given|made|read|released|signed|written)"
    r"(?:\s+out)?\s+)?(?P<by>(?i:by|of|from))\s+(?P<who>[^\n]+)"
)
_OWNED = re.compile(
    rf"(?P<who>[A-Z][^:“\"]{{2,80}}?)[’']s?\s+(?:[a-z-]+\s+){{0,3}}(?i:{_KIND})\b[^.]{{0,80}}"
)
_TOLD_TO = re.compile(
    r"(?:By\s+)?(?P<who>[A-Z][^:“\"\n]{2,120}?),?\s+(?:as\s+told\s+to|in\s+(?:his|her)\s+own\s+words)\b[^\n]*"
)
_ENDS = re.compile(
    r"\s+(?:to|at|on|before|in|during|concerning|regarding|about|following|after|addressed|delivered|issued"
    r"|upon|ahead|as delivered)\s|\s*[,–—-]\s*\d|\s*[(\[;:]"
)
_WE = re.compile(r"(?:\W*)We,\s+(?:the\s+)?(?P<who>[^.;:]{3,120}?),\s")
_TITLES = re.compile(
    r"^(?:(?:the|his|her|their)\s+)?(?:(?:H\.\s?E\.|Excellenc\w+|Rt\.?|Hon\.?|Right|Honou?rable|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Sir)\s+)+",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"(?:[^.!?\n]{1,80}|[A-Z][^.!?]{1,40}\d{4}\.?)")


def addresses(texts: Sequence[str]) -> tuple[Turn | None, ...]:
    """Return for each passage of a speech, letter or declaration that it is its sender's.

    A line at its head must say whose it is ("Statement by …", "We, the members of …, …"), and what follows
    must speak in the first person; what only tells of the sender is read as any other report.
    """
    found = _sender(texts)
    if found is None and (letter := letter_in(texts)) is not None:
        return _of_letter(texts, letter)
    found = found or _who_says_we(texts)
    if found is None:
        return (None,) * len(texts)
    place, who = found
    own = [speaks_itself(text) for text in texts[place:]]
    body_texts = [text for text in texts[place:] if len(text.split()) >= FEWEST_WORDS]
    if sum(own) < FEWEST_OWN or 2 * sum(map(speaks_itself, body_texts)) < len(body_texts):
        return (None,) * len(texts)
    last = place + max(at for at, mine in enumerate(own) if mine)
    body = (_is_body(text) for text in texts[place : last + 2])
    told = [Turn(Part.ADDRESS, who) if is_body else Turn(Part.ASIDE) for is_body in body]
    return (*(None,) * place, *told, *(None,) * (len(texts) - place - len(told)))


def _of_letter(texts: Sequence[str], letter: Letter) -> tuple[Turn | None, ...]:
    """Return that what stands between the greeting and the signature is of whom the letter is from."""
    if not any(map(speaks_itself, texts[letter.start : letter.end])):
        return (None,) * len(texts)
    own = Turn(Part.ADDRESS, letter.name, role=letter.role)
    return tuple(
        own if letter.start <= at < letter.end and _is_body(text) else Turn(Part.ASIDE)
        for at, text in enumerate(texts)
    )


def _sender(texts: Sequence[str]) -> tuple[int, str] | None:
    """Return where the words of a sender begin, and who it is as the head has it."""
    for place, text in enumerate(texts[:HEADING]):
        line = text.strip("*_# ")
        if len(line) > LONGEST_HEADING or line.endswith((".", "?", "!")) or speaks_itself(line):
            continue
        found = _TOLD_TO.fullmatch(line) or _OF.search(line) or _OWNED.fullmatch(line)
        who = plain_sender(found["who"]) if found is not None else ""
        if len(who.split()) > 1:  # a 'letter from Nicosia' is a column
            return place + 1, who
    return None


def plain_sender(who: str) -> str:
    """Return a sender without what the line says of occasion and day, and without titles of courtesy.

    Examples:
        >>> plain_sender("H.E. Mr. Jonas Lind, Minister of Defence of Norway, at the conference on Chad")
        'Jonas Lind, Minister of Defence of Norway'
    """
    ends = _ENDS.search(who)
    return _TITLES.sub("", who[: ends.start()] if ends else who).strip(" ,.*_")


def _who_says_we(texts: Sequence[str]) -> tuple[int, str] | None:
    """Return where words begin that open with who 'we' are: 'We, the elders of the valley, …'."""
    opened = ((place, _WE.match(text)) for place, text in enumerate(texts[:HEADING]))
    return next(((place, we["who"]) for place, we in opened if we), None)


def _is_body(text: str) -> bool:
    """Tell whether a passage is the sender's: no day, place, signature or line on who wrote it down."""
    told = set(re.findall(r"[a-z-]+", text.lower()))
    writer = not speaks_itself(text) and not talk("writer_noun").isdisjoint(told)
    return _CLOSING.fullmatch(text.strip()) is None and not writer
