"""Letters: the words between a salutation and a signature are those of whoever signs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from goodoffices.statements.labels import in_ordinary_letters, talk, without_titles
from goodoffices.statements.lexicon import words

OPENING = 16
"""Lines among which a letter must greet whom it is to."""
CLOSING = 8
"""Lines at its end among which a letter must be signed."""
LONGEST_NAME = 5
"""Words of the longest name of somebody who signs."""
LONGEST_LINE = 90
"""Characters of the longest line of a letterhead or a signature."""
_GREETING = re.compile(
    r"(?:Your\s+(?:Royal\s+)?(?P<style>[A-Z]\w+)|Excellenc(?:y|ies)|Sirs?|Madam|Gentlemen|(?:My\s+)?[Dd]ear\s+(?P<to>.{2,70})"
    r"|(?:Mr|Mrs|Madam|Ms)\.?\s+(?P<office>[A-Z][\w-]+(?:\s+[A-Z][\w-]+){0,2}))\s*[,:!]"
)
_SIGNED = re.compile(r"^\W*(?:\(?(?:signed|signature)\)?\s*:?|/s/|s/)\s*", re.IGNORECASE)
_NAME = re.compile(r"(?:[^\W\d_][\w.’'-]*\s+){1,5}[^\W\d_][\w’'-]+")
_HAS_DAY = re.compile(r"\b\d{4}\b")
_NO_OFFICE = re.compile(r"\d|^(?:cc|copy|copies|encl|annex|ps|p\.s)\b", re.IGNORECASE)
_BRACKET = re.compile(r"^\s*[\[(].*[\])]\s*$")
_STOPS = re.compile(r"[.!?]\s*$")
_OFFICE_OF = re.compile(r"\b(?:of|for|to)\b|, [A-Z]|\(")


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter, as it lies in the lines of a report.

    Attributes:
        start: Place of the first passage behind the greeting.
        end: Place behind the last passage before the signature.
        name: Who signs.
        role: As what, with the letterhead where the signature gives an office alone.
    """

    start: int
    end: int
    name: str
    role: str


def letter_in(texts: Sequence[str]) -> Letter | None:
    """Return the letter that the passages of a report are, None where they are none.

    A line that only greets somebody by name or style ("Your Excellency,", "Dear Mr. Secretary-General,") must
    stand at its head, and a name alone on a line at its end.

    Examples:
        >>> found = letter_in(["Dear Mr Lund,", "We accept the map.", "Ana Diaz", "Foreign Minister of Peru"])
        >>> found.name, found.role
        ('Ana Diaz', 'Foreign Minister of Peru')
    """
    greeting = next((at for at, text in enumerate(texts[:OPENING]) if _greets(text.strip())), None)
    if greeting is None:
        return None
    signature = _signature(texts, greeting + 1)
    if signature is None:
        return None
    end, name, role = signature
    head = _letterhead(texts[:greeting])
    bare = head and (not role or _OFFICE_OF.search(role) is None)
    if bare:
        role = f"{role or 'representative'} of the {head}"
    return Letter(greeting + 1, end, name, role)


def _greets(line: str) -> bool:
    """Tell whether a line only addresses somebody, and nobody who reads a newspaper."""
    found = _GREETING.fullmatch(line)
    if found is None:
        return False
    if found["style"] is not None:
        return found["style"].casefold() in talk("style_of_address")
    named = (found["to"] or "").casefold().split()
    return talk("addressed_reader").isdisjoint(named)


def _signature(texts: Sequence[str], start: int) -> tuple[int, str, str] | None:
    """Return the place of the signature among some passages, the name and the office below it."""
    lines = [
        (at, line.strip(" *_"))
        for at, text in enumerate(texts)
        if at >= start
        for line in text.splitlines()
        if line.strip(" *_")
    ]
    for place, (at, line) in list(enumerate(lines))[-CLOSING:]:
        name = without_titles(_SIGNED.sub("", line))
        if at > start and _is_name(name) and all(_is_short(one) for _, one in lines[place:]):
            below = [one for _, one in lines[place + 1 : place + 3] if not _NO_OFFICE.search(one)]
            return at, in_ordinary_letters(name), ", ".join(one.strip(" ,.") for one in below)
    return None


def _is_short(line: str) -> bool:
    return len(line) <= LONGEST_LINE and not _STOPS.search(line)


def _is_name(line: str) -> bool:
    """Tell whether a line is a person's name and nothing else; 'Yours sincerely' and an office are none."""
    found = _NAME.fullmatch(line.rstrip(","))
    parts = line.casefold().replace(",", "").split()
    if found is None or len(parts) > LONGEST_NAME:
        return False
    capital = all(part[:1].isupper() or part in talk("name_particle") for part in line.split())
    offices = words("organ_noun") | words("person_noun") | talk("group_word") | talk("post_noun")
    return capital and (offices | talk("no_name_in_signature")).isdisjoint(parts)


def _letterhead(lines: Sequence[str]) -> str:
    """Return the line at the head of a letter that says whose paper it is written on, if one does."""
    first = next((line.strip(" *_#") for line in lines if line.strip() and not _BRACKET.match(line)), "")
    first = first.splitlines()[0] if first else ""
    alone = not _HAS_DAY.search(first) and _is_short(first) and len(first.split()) > 1
    to_somebody = first.casefold().startswith(("to ", "to:", "his ", "her ", "the hon", "dear ", "h.e"))
    return in_ordinary_letters(first) if alone and not to_somebody else ""
