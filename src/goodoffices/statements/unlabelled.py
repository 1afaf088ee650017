"""Interviews that are printed without labels: paragraphs that ask and paragraphs that answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from goodoffices.statements.labels import talk
from goodoffices.statements.marks import quoted_stretches

LONGEST_QUESTION = 90
"""Words of the longest paragraph that is taken for a question."""
INTRODUCTION = 8
"""Passages within which an interview without labels must say that it is one, and begin."""
FARTHEST_APART = 7
"""Passages, on average, from one question of an interview to the next."""
FEWEST_QUESTIONS = 2
FEWEST_IN_TURN = 3
"""The same where their places show which other passages ask."""
LONGEST_LINE = 25
"""Words of the longest line that announces questions and answers below a text of another kind."""
OWN = 2
"""One in how many answers speaks in the first person, at least."""
OWN_WHERE_MARKED = 3
"""The same where all questions are set off by the same sign."""
MOST_TOLD = 1
"""Passages of an interview without labels in which a quotation is followed by who said it."""
_TOLD = re.compile(
    r"[”\"’][,.]?\s+(?:[\w.’'-]+\s+){0,4}?(?:said|says|told|asked|added|adds|responded|replied|recalled|recalls)\b"
)
_ASKED = re.compile(r"\?(?:\s*[–—-])?[*_\"'”’»)\]]*\s*$")
_PUT = re.compile(r"(?:^|[:–—-]\s)To ask (?:the|his|her)\b", re.IGNORECASE)
_WRAPPED = re.compile(r"\s*(?:\*\*(?!\*).+\*\*|\*(?!\*).+\*|_(?!_).+_|__.+__)\s*", re.DOTALL)
_OWN = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]urs?|[Mm]yself|[Oo]urselves|me|us)\b(?!\.)")
_YOURS = re.compile(r"\b[Yy]ours?\b|\b[Yy]ou (?:say|said|have|were|are|want|call|called|signed)\b")
_SIGN = re.compile(r"\s*[*_]{1,3}")
_QUOTED = re.compile(r"\s*[“\"«„](?=[^“\"«„”»]+[”\"»][.,]?\s*$)")
_DASH = re.compile(r"\s*[–—-]{1,2}\s+(?=\S)")


def is_asked(text: str) -> bool:
    """Tell whether a passage ends in a question.

    Examples:
        >>> is_asked("**And the army?**"), is_asked("Why? Because we must.")
        (True, False)
        >>> is_asked("Mr Low: To ask the Minister whether troops will go.")
        True
    """
    return _ASKED.search(text) is not None or _PUT.search(text) is not None


def speaks_itself(text: str) -> bool:
    """Tell whether a passage speaks in the first person outside quotation marks."""
    inside = quoted_stretches(text)
    return any(
        not any(start <= found.start() < end for start, end in inside) for found in _OWN.finditer(text)
    )


def is_told(text: str) -> bool:
    """Tell whether a passage says behind a quotation who said it: '“No,” says the priest.'."""
    return _TOLD.search(text) is not None


def parts_without_labels(texts: Sequence[str]) -> tuple[tuple[bool | None, int], ...]:
    """Return for each passage whether it asks, with the offset of its words; None where it is neither.

    Args:
        texts: The passages, none with a label.
    """
    for sign in (_DASH, _QUOTED):
        found = _set_off(texts, sign)
        if found is not None:
            return found
    nothing: tuple[tuple[bool | None, int], ...] = ((None, 0),) * len(texts)
    asked = [is_asked(text) for text in texts]
    questions, marked = _questions(texts, asked)
    if len(questions) < FEWEST_QUESTIONS or not (marked or _is_announced(texts[: questions[0]])):
        return nothing
    if FARTHEST_APART * len(questions) < len(texts) - questions[0]:
        return nothing
    blocks = _blocks(texts, questions)
    asks, answers = set(questions), {place for block in blocks for place in block}
    own = sum(any(speaks_itself(texts[place]) for place in block) for block in blocks)
    told = sum(map(is_told, texts))
    if (OWN_WHERE_MARKED if marked else OWN) * own < len(blocks) or told > MOST_TOLD:
        return nothing
    return tuple(
        (True, 0) if place in asks else (False, 0) if place in answers else (None, 0)
        for place in range(len(texts))
    )


def _set_off(texts: Sequence[str], sign: re.Pattern[str]) -> tuple[tuple[bool | None, int], ...] | None:
    """Return who asks where every turn has the same sign before it, a dash or a quotation mark.

    Where those that ask are all at odd places, or all at even ones, the place tells of the others, too.
    """
    signs = [sign.match(text) for text in texts]
    places = [place for place, found in enumerate(signs) if found is not None]
    asking = [at for at, place in enumerate(places) if is_asked(texts[place])]
    if len(asking) < FEWEST_QUESTIONS or len(asking) == len(places):
        return None
    if sign is _QUOTED:
        places, asking = places[asking[0] :], [at - asking[0] for at in asking]
    if sign is _QUOTED and places != list(range(places[0], places[-1] + 1)):
        return None
    by_turns = len({at % 2 for at in asking}) == 1 and 2 * len(asking) >= len(places) // 2
    first = asking[0] % 2
    asks = {place: at % 2 == first if by_turns else at in asking for at, place in enumerate(places)}
    return tuple(
        (asks[place], found.end()) if found and place in asks else (None, 0)
        for place, found in enumerate(signs)
    )


def _questions(texts: Sequence[str], asked: Sequence[bool]) -> tuple[list[int], bool]:
    """Return the passages that ask, by their question mark or set off as those that do, and which of both."""
    by_mark = [
        place
        for place, (text, ask) in enumerate(zip(texts, asked, strict=True))
        if ask
        and place
        and len(text.split()) <= LONGEST_QUESTION
        and not text.lstrip().startswith(("“", '"'))
    ]
    wrapped = [place for place in by_mark if _WRAPPED.fullmatch(texts[place])]
    if 2 * len(wrapped) <= len(by_mark):
        return sorted({*by_mark, *_put_to_them(texts, by_mark), *_in_turn(texts, by_mark)}), False
    mark = _sign(texts[wrapped[0]])
    set_off = [
        place
        for place, text in enumerate(texts)
        if place >= wrapped[0] and _WRAPPED.fullmatch(text) and _sign(text) == mark
    ]
    return set_off, len(set_off) > FEWEST_QUESTIONS


def _sign(text: str) -> str:
    """Return the sign of emphasis with which a text begins: two stars, one line."""
    found = _SIGN.match(text)
    return found.group().strip() if found else ""


def _put_to_them(texts: Sequence[str], asked: Sequence[int]) -> list[int]:
    """Return the passages that put something to whoever answers, without a question mark: 'You say …'."""
    first = asked[0] if asked else len(texts)
    return [
        place
        for place, text in enumerate(texts)
        if place > first
        and place - 1 not in asked
        and _YOURS.search(text)
        and not speaks_itself(text)
        and len(text.split()) <= LONGEST_QUESTION
    ]


def _in_turn(texts: Sequence[str], asked: Sequence[int]) -> list[int]:
    """Return the passages that stand where a question does in an interview of one paragraph each.

    At least half of those at every other place must end in a question mark, and none anywhere else.
    """
    if len(asked) < FEWEST_IN_TURN or len({place % 2 for place in asked}) > 1:
        return []
    places = range(asked[0], asked[-1], 2)
    if 2 * len(asked) < len(places) + 1 or any(speaks_itself(texts[place]) for place in places):
        return []
    return [place for place in places if len(texts[place].split()) <= LONGEST_QUESTION]


def _is_announced(texts: Sequence[str]) -> bool:
    """Tell whether the passages before the first question say that somebody was asked."""
    near = texts if len(texts) <= INTRODUCTION else [text for text in texts[-1:] if _is_short(text)]
    told = {word for text in near for word in re.findall(r"[a-z]+", text.lower())}
    return not told.isdisjoint(talk("interview_word"))


def _is_short(text: str) -> bool:
    return len(text.split()) <= LONGEST_LINE


def _blocks(texts: Sequence[str], questions: Sequence[int]) -> list[list[int]]:
    """Return the passages that answer each question; the last one ends where nobody speaks any longer."""
    ends = [*questions[1:], len(texts)]
    blocks = [list(range(start + 1, end)) for start, end in zip(questions, ends, strict=True)]
    last = blocks[-1]
    own = [place for place in last[1:] if speaks_itself(texts[place])]
    blocks[-1] = [place for place in last if place <= max(own, default=last[0])] if last else []
    return blocks
