"""How a report prints its labels: before a colon or a dash, in brackets, in bold, on a line of their own.

A name before a colon may always be a label. Every other way of printing one counts only where the report uses
it throughout: before several passages, among them two voices, one of whom comes back.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from goodoffices.statements.labels import BEFORE, SIDE, Label, Voice, is_titled, label_of, named_label, talk
from goodoffices.statements.unlabelled import is_asked, speaks_itself

FEWEST = 3
"""Passages with labels of one style that make it the report's."""
FARTHEST = 3
"""Passages, on average, from one such label to the next."""
FEWEST_LIVELY = 4
"""One in how many passages behind such labels asks or speaks in the first person, at least."""
LONGEST_LABEL = 5
"""Words of the longest label that is no name: 'A voice from the floor:'."""


class Style(StrEnum):
    """How a label is set off from the words behind it."""

    BRACKETS = "brackets"
    DASH = "dash"
    MARKS = "marks"
    LINE = "line"
    STOP = "stop"
    COLON = "colon"


_NAME = r"(?P<name>[^\W\d_](?:[^:\n()\[\]“”\"?!;*_–—]){0,60}?)"
_WRITES = "writes|wrote|replies|replied|answers|answered|responds|responded|asks|asked"
_FORMS = {
    Style.BRACKETS: re.compile(rf"\s*\[(?P<name>[^\W\d_][^\[\]()\n:“”\"?!;]{{0,40}}){SIDE}\][:.]?\s+"),
    Style.DASH: re.compile(rf"{BEFORE}{_NAME}{SIDE}(?:\s+[–—-]{{1,2}}\s+|\.?[–—]\s*)"),
    Style.MARKS: re.compile(rf"{BEFORE}(?P<mark>\*\*|__|\*|_){_NAME}{SIDE}[.]?(?P=mark)[.]?\s+"),
    Style.LINE: re.compile(rf"{BEFORE}[*_]*{_NAME}{SIDE}(?: (?:{_WRITES}):)?[*_]*[ \t]*(?:\n\s*|$)"),
    Style.STOP: re.compile(
        rf"{BEFORE}(?P<name>(?:[A-Z][\w’'-]{{0,12}}\.? ){{0,3}}[A-Z][\w’'-]+){SIDE}\.\s+(?=\S)"
    ),
    Style.COLON: re.compile(rf"{BEFORE}(?P<name>[\w@][^:\n()\[\]“”\"?!;,*]{{1,40}}?){SIDE}:\s+(?=\S)"),
}
INLINE = frozenset({Style.BRACKETS})
"""Styles whose labels may follow one another within a paragraph."""


def styled(text: str, style: Style) -> Label | None:
    """Return the label that a passage opens with if the report prints labels in a style.

    Examples:
        >>> styled("[Sy] We go.", Style.BRACKETS).name, styled("Mr Sy – We go.", Style.DASH).name
        ('Sy', 'Mr Sy')
        >>> styled("[laughs] We go.", Style.BRACKETS)
    """
    found = _FORMS[style].match(text)
    if found is None or text[found.end() : found.end() + 1] in set('“"„«'):
        return None
    name = found["name"].strip()
    if not talk("stage_word").isdisjoint(name.casefold().split()) or name.casefold() in talk("title_label"):
        return None
    label = named_label(name, found["aside"] or "", found.end())
    if label is None and style is Style.COLON and len(name.split()) <= LONGEST_LABEL:
        return Label(Voice.ASKS, name, start=found.end())
    return label


def labels_of(texts: Sequence[str]) -> list[Label | None]:
    """Return the label of each passage, in whatever style the report prints its labels.

    Args:
        texts: The passages.
    """
    labels = [label_of(text) for text in texts]
    for style in Style:
        fresh = [None if label else styled(text, style) for label, text in zip(labels, texts, strict=True)]
        kept = _kept(style, labels, fresh, texts)
        labels = [
            label or (new if new and new.key in kept else None)
            for label, new in zip(labels, fresh, strict=True)
        ]
    return labels


def _kept(
    style: Style, labels: Sequence[Label | None], fresh: Sequence[Label | None], texts: Sequence[str]
) -> frozenset[str]:
    """Return the keys of the labels in a style that count, none where the report does not use it."""
    places = [place for place, label in enumerate(fresh) if label]
    spoken = Counter(label.key for label in fresh if label)
    returning = {key for key, count in spoken.items() if count > 1}
    if style is Style.COLON:
        return _beside_others(labels, fresh)
    if style in {Style.STOP, Style.LINE}:
        named = _named_inside(texts)
        titles = {label.key for label in fresh if label and label.voice is not Voice.NAMED}
        titles |= {label.key for label in fresh if label and is_titled(label.name)}
        before_colon = {
            label.key
            for label, text in zip(fresh, texts, strict=True)
            if label and text[: label.start].rstrip(" *_\n").endswith(":")
        }
        keys = (returning & named) | titles if style is Style.STOP else returning | before_colon
        return frozenset(keys if len(keys) > 1 and sum(spoken[key] for key in keys) >= FEWEST else ())
    roles = {label.voice for label in fresh if label} - {Voice.NAMED}
    enough = len(places) >= FEWEST or (style is Style.BRACKETS and len(places) > 1 and roles)
    if not enough or not (returning or roles) or len(spoken) < 2:
        return frozenset()
    dense = FARTHEST * len(places) >= places[-1] - places[0] + 1
    lively = sum(is_asked(texts[place]) or speaks_itself(texts[place]) for place in places)
    return frozenset(spoken if dense and FEWEST_LIVELY * lively >= len(places) else ())


def _beside_others(labels: Sequence[Label | None], fresh: Sequence[Label | None]) -> frozenset[str]:
    """Return labels, most no names, each before a turn of one who answers all of them: 'guest_417:'."""
    spoken = Counter(label.key for label in labels if label)
    main, count = spoken.most_common(1)[0] if spoken else ("", 0)
    if count < FEWEST:
        return frozenset()
    answered: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for label, behind in zip(fresh, [*labels[1:], None], strict=True):
        if label is not None:
            asked[label.key] += 1
            answered[label.key] += behind is not None and behind.key == main
    phrases = {label.key for label in fresh if label and " " in label.name and asked[label.key] == 1}
    return frozenset(key for key, times in asked.items() if answered[key] == times) - phrases


def _named_inside(texts: Sequence[str]) -> frozenset[str]:
    """Return, in small letters, the words with a capital that stand within a sentence."""
    found = (word for text in texts for word in re.findall(r"(?<=[\w,] )[A-Z][\w’'-]+", text))
    return frozenset(word.casefold() for word in found)
