"""Which of several guests a question is put to, 'Mr Laine, will you sign?', and guests without a name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from goodoffices.statements.labels import talk
from goodoffices.statements.lexicon import words
from goodoffices.statements.person_names import OFFICES, fits
from goodoffices.statements.statement import Actor

_CALLED = re.compile(r"^\W*(?P<called>(?:[A-Z][\w’'-]*\.? ){0,3}(?P<last>[A-Z][\w’'-]+)),\s")
_LABEL = re.compile(r"(?:^|\n)[*_\s]*(?P<label>[^\W\d_]{1,12})[*_\s]*[:.)–—-]*[*_\s]*$")
UNNAMED = "the one interviewed"
"""What somebody is called who answers without a label, and whom the report names nowhere."""
ONE_OF_THEM = "one of those interviewed"
"""What each of several is called where the report leaves open which of them answers."""
LONGEST_LABEL = 40
"""Characters before an answer among which its label stands."""
SEVERAL = 2
"""People called by name in questions who make an interview one with several guests."""


def is_addressed(name: str, question: str) -> bool:
    """Tell whether a question begins or ends with somebody's name.

    Examples:
        >>> is_addressed("Ana Sané", "Mr Sané, will you sign?"), is_addressed("Ana Sané", "Is Sané ill?")
        (True, False)
    """
    last = re.escape(name.rpartition(" ")[2])
    called = rf"(?:[\w.]+ ){{0,3}}{last}"
    return re.search(rf"^\W*{called}[,:?]|, {called}\s*[?.!]", question) is not None


def has_several(questions: Iterable[str]) -> bool:
    """Tell whether questions call at least two people by a title and a name: 'Mr Laine, …', 'Mrs Ilic, …'.

    Examples:
        >>> has_several(["Mr Laine, why?", "And you?"]), has_several(["Mr Laine, why?", "Mr Ilic, you?"])
        (False, True)
    """
    found = (_CALLED.match(question) for question in questions)
    titles = words("title") | talk("short_title") | OFFICES
    called = {
        one["last"].casefold()
        for one in found
        if one and not titles.isdisjoint(part.casefold().strip(".") for part in one["called"].split()[:-1])
    }
    return len({name for name in called if name not in titles}) >= SEVERAL


def called_in(question: str, people: Iterable[str]) -> str | None:
    """Return the one of several people whom a question calls by name at its beginning.

    Args:
        question: The question.
        people: Their names.
    """
    found = _CALLED.match(question)
    named = {name for name in people if found and fits(found["last"], name)}
    longest = max(named, key=len, default=None)
    return longest if longest is not None and all(fits(name, longest) for name in named) else None


def unnamed(before: str, *, several: bool) -> Actor:
    """Return who answers where the report leaves open who it is: the words of the label, and no party.

    Args:
        before: The report up to the words of the answer.
        several: Whether two people or more are asked, so that the label can be either's.

    Examples:
        >>> unnamed("A: ", several=False).text, unnamed("Why?", several=False).text
        ('A', 'the one interviewed')
    """
    found = _LABEL.search(before[-LONGEST_LABEL:])
    label = found["label"] if found else ""
    known = label == "A" or label.casefold() in talk("answer_label")
    return Actor(ONE_OF_THEM if several else label if known else UNNAMED, resolved_by="role")
