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
MOST_TOLD = 1
"""Passages of an interview without labels in which a quotation is followed by who said it."""
_TOLD = re.compile(r"[”\"’][,.]?\s+(?:[\w.’'-]+\s+){0,4}?(?:said|says|told|asked|added|responded|replied)\b")
_ASKED = re.compile(r"\?[*_\"'”’»)\]]*\s*$")
_WRAPPED = re.compile(r"\s*(?:\*\*(?!\*).+\*\*|\*(?!\*).+\*|_(?!_).+_|__.+__)\s*", re.DOTALL)
_OWN = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]urs?|[Mm]yself|[Oo]urselves|me|us)\b(?!\.)")
_YOURS = re.compile(r"\b[Yy]ours?\b|\b[Yy]ou (?:say|said|have|were|are|want|call|called|signed)\b")
_DASH = re.compile(r"\s*[–—-]{1,2}\s+(?=\S)")


def is_asked(text: str) -> bool:
    """Tell whether a passage ends in a question.

    Examples:
        >>> is_asked("**And the army?**"), is_asked("Why? Because we must.")
        (True, False)
    """
    return _ASKED.search(text) is not None


def speaks_itself(text: str) -> bool:
    """Tell whether a passage speaks in the first person outside quotation marks."""
    inside = quoted_stretches(text)
    return any(
        not any(start <= found.start() < end for start, end in inside) for found in _OWN.finditer(text)
    )


def parts_without_labels(texts: Sequence[str]) -> tuple[tuple[bool | None, int], ...]:
    """Return for each passage whether it asks, with the offset of its words; None where it is neither.

    Args:
        texts: The passages, none with a label.
    """
    nothing: tuple[tuple[bool | None, int], ...] = ((None, 0),) * len(texts)
    dashed = [_DASH.match(text) for text in texts]
    asked = [is_asked(text) for text in texts]
    by_dash = [dash is not None and ask for dash, ask in zip(dashed, asked, strict=True)]
    if sum(by_dash) >= FEWEST_QUESTIONS and sum(dash is not None for dash in dashed) > sum(by_dash):
        return tuple(
            (None, 0) if dash is None else (ask, dash.end()) for dash, ask in zip(dashed, asked, strict=True)
        )
    questions = _questions(texts, asked)
    if len(questions) < FEWEST_QUESTIONS or not _is_announced(texts[: questions[0]]):
        return nothing
    if FARTHEST_APART * len(questions) < len(texts) - questions[0]:
        return nothing
    blocks = _blocks(texts, questions)
    asks, answers = set(questions), {place for block in blocks for place in block}
    own = sum(any(speaks_itself(texts[place]) for place in block) for block in blocks)
    told = sum(_TOLD.search(text) is not None for text in texts)
    if 2 * own < len(blocks) or told > MOST_TOLD:
        return nothing
    return tuple(
        (True, 0) if place in asks else (False, 0) if place in answers else (None, 0)
        for place in range(len(texts))
    )


def _questions(texts: Sequence[str], asked: Sequence[bool]) -> list[int]:
    """Return the passages that ask: by their question mark, or set off as those that do."""
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
        return sorted({*by_mark, *_put_to_them(texts, by_mark)})
    return [place for place, text in enumerate(texts) if place >= wrapped[0] and _WRAPPED.fullmatch(text)]


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


def _is_announced(texts: Sequence[str]) -> bool:
    """Tell whether the passages before the first question say that somebody was asked."""
    told = {word for text in texts for word in re.findall(r"[a-z]+", text.lower())}
    return len(texts) <= INTRODUCTION and not told.isdisjoint(talk("interview_word"))


def _blocks(texts: Sequence[str], questions: Sequence[int]) -> list[list[int]]:
    """Return the passages that answer each question; the last one ends where nobody speaks any longer."""
    ends = [*questions[1:], len(texts)]
    blocks = [list(range(start + 1, end)) for start, end in zip(questions, ends, strict=True)]
    last = blocks[-1]
    own = [place for place in last[1:] if speaks_itself(texts[place])]
    blocks[-1] = [place for place in last if place <= max(own, default=last[0])] if last else []
    return blocks
