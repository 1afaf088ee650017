"""Which labels of a report are those of speakers, and who among these asks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from goodoffices.statements.journalists import with_journalists
from goodoffices.statements.labels import Label, Voice, is_initials, without_titles
from goodoffices.statements.unlabelled import is_asked, speaks_itself

FEWEST = 3
"""Passages with a label that make a transcript where no label says who asks."""
MOST = 0.5
"""Share of turns that end in a question, from which on somebody is the one who asks."""
FEWEST_LIVELY = 4
"""One in how many turns asks or speaks in the first person, at least, where names alone are labels."""
SEVERAL = 2
"""Speakers of a talk in which one may ask the other."""
FAR_MORE = 3
"""How much more often than the other one of two asks who is the one who asks."""
_YOU = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
_THANKS = re.compile(r"\bthank(?:s to)? you\b", re.IGNORECASE)
Labels = Sequence[Label | None]


def accepted(labels: Labels, texts: Sequence[str]) -> list[Label | None]:
    """Return the labels, less those that only look like one, such as 'UPDATE:' or 'A. Keita left'.

    Args:
        labels: The label of each passage.
        texts: The passages.
    """
    texts = with_words(labels, texts)
    labels = with_journalists(_with_names(_without_entries(labels, texts)), texts)
    letters = any(label and label.voice is Voice.ASKS and not label.name for label in labels)
    labels = [label if label and (letters or not label.letter) else None for label in labels]
    voices = Counter(label.voice for label in labels if label)
    said = [label for label in labels if label and label.voice in {Voice.ANSWERS, Voice.NAMED}]
    names = Counter(label.key for label in said if label.name)
    returning = {key for key, count in names.items() if count > 1}
    if (voices[Voice.ASKS] and said) or voices[Voice.ASKS] > 1:
        return labels
    if voices[Voice.TELLS]:
        return [label if label and _is_clear(label, returning) else None for label in labels]
    if returning and len(names) > 1 and len(said) >= FEWEST and _is_talk(labels, texts):
        capitals = any(label.in_capitals for label in said if label.key in returning)
        taken = _taking_turns(labels, returning)
        return [
            label if label and (label.key in returning | taken or label.in_capitals is capitals) else None
            for label in labels
        ]
    named = _names_in_ordinary_letters(texts)
    clips = {label.key for label in said if label.in_capitals and label.key in named}
    asked = any(is_asked(text) and label is None for text, label in zip(texts, labels, strict=True))
    known = returning if asked else set()
    seated = [
        label.key for label, text in zip(labels, texts, strict=True) if label and _has_seat(label, text)
    ]
    clips |= set(seated)
    if len(clips) > 1 or known or seated:
        return [label if label and label.key in clips | known else None for label in labels]
    return [None] * len(labels)


def with_words(labels: Labels, texts: Sequence[str]) -> list[str]:
    """Return the passages, each label that stands alone with the words of the next one behind it.

    Args:
        labels: The label of each passage.
        texts: The passages.
    """
    behind = [*texts[1:], ""][: len(texts)]
    free = [*(label is None for label in labels[1:]), False][: len(texts)]
    return [
        f"{text}\n{more}" if label and is_free and not text[label.start :].strip() else text
        for label, text, more, is_free in zip(labels, texts, behind, free, strict=True)
    ]


def _without_entries(labels: Labels, texts: Sequence[str]) -> list[Label | None]:
    """Return labels less those of a list of who takes part, where and when: 'Witness: Captain Luc Franck'.

    They stand before the first or behind the last turn of somebody who comes back, and before no sentence.
    """
    spoken = Counter(label.key for label in labels if label)
    back = [place for place, label in enumerate(labels) if label and spoken[label.key] > 1]
    first, last = (back[0], back[-1]) if back else (len(labels), -1)
    alone = [label is None for label in [*labels[1:], None][: len(labels)]]
    aside = {
        place
        for place, (label, text, ends) in enumerate(zip(labels, texts, alone, strict=True))
        if label
        and label.voice is not Voice.SOUNDS
        and not first <= place <= last
        and _is_entry(text[label.start :], alone=ends)
    }
    return [None if place in aside else label for place, label in enumerate(labels)]


def _is_entry(text: str, *, alone: bool) -> bool:
    """Tell whether words are no sentence that somebody says: names, or no stop and no label behind them."""
    said = re.findall(r"[^\W\d_][\w’'-]{2,}", text)
    named = len(said) > 2 and 2 * sum(word[0].isupper() for word in said[1:]) >= len(said)
    stops = re.search(r"[.!?…:][\"'”’»)*_\]]*\s*$", text) is not None
    return bool(said) and not is_asked(text) and not speaks_itself(text) and (named or (alone and not stops))


def _has_seat(label: Label, text: str) -> bool:
    """Tell whether a label in capitals says for whom somebody speaks: 'Mr. LOW (Chad): My Government …'."""
    begins = text[label.start : label.start + 1].isupper()
    return label.in_capitals and bool(label.role) and begins and speaks_itself(text)


def _is_talk(labels: Labels, texts: Sequence[str]) -> bool:
    """Tell whether names before colons stand before what people say: no figures of each, no list of links."""
    places = [place for place, label in enumerate(labels) if label]
    told = [texts[place] for place in places]
    lively = sum(is_asked(text) or speaks_itself(text) for text in told)
    dense = FAR_MORE * len(places) >= places[-1] - places[0] + 1
    shouted = all(label.in_capitals for label in labels if label)
    return dense and (shouted or FEWEST_LIVELY * lively >= len(told))


def _with_names(labels: Labels) -> list[Label | None]:
    """Return labels in which initials stand for the one name that another label gives in full."""
    names = {_initials(label.name): label.key for label in labels if label and " " in label.name}
    return [
        replace(label, stands_for=names[_initials(label.name, each=True)])
        if label and is_initials(label.name) and _initials(label.name, each=True) in names
        else label
        for label in labels
    ]


def _initials(name: str, *, each: bool = False) -> str:
    parts = [char for char in name if char.isalpha()] if each else without_titles(name).split()
    return "".join(part[0] for part in parts).upper()


def _is_clear(label: Label, returning: set[str]) -> bool:
    """Tell whether a label beside those of journalists is a speaker's: not 'Duration: four minutes'."""
    named = label.in_capitals or bool(label.role) or " " in label.name or label.key in returning
    return named or label.voice is not Voice.NAMED


def _taking_turns(labels: Labels, returning: set[str]) -> set[str]:
    """Return the names that stand between two turns of one who comes back, as each agency's in a briefing."""
    keys = [label.key for label in labels if label]
    return {
        key
        for before, key, behind in zip(keys, keys[1:], keys[2:], strict=False)
        if before == behind and before in returning
    }


def _names_in_ordinary_letters(texts: Sequence[str]) -> frozenset[str]:
    """Return, in small letters, the words with a capital that the report does not print in capitals alone."""
    found = (word for text in texts for word in re.findall(r"[^\W\d_]{2,}", text))
    return frozenset(word.casefold() for word in found if word[0].isupper() and word[1:] != word[1:].upper())


def askers_among(labels: Labels, texts: Sequence[str]) -> frozenset[str]:
    """Return the names before words of which most are questions.

    Of two alone who take turns, the one who asks three times as often and in fewer words is the one who
    asks. Of many who each speak once or twice between the turns of one, all ask if most do, less those who
    speak for themselves.

    Args:
        labels: The label of each passage.
        texts: The passages.
    """
    turns = [
        (label.key, text)
        for label, text in zip(labels, texts, strict=True)
        if label is not None and label.voice is Voice.NAMED
    ]
    spoken = Counter(key for key, _ in turns)
    asked = Counter(key for key, text in turns if is_asked(text))
    share = {key: asked[key] / count for key, count in spoken.items()}
    own = Counter(key for key, text in turns if not is_asked(text) and speaks_itself(text))
    most = {key for key in spoken if share[key] >= MOST and own[key] < asked[key]}
    everybody = [(label.key, text) for label, text in zip(labels, texts, strict=True) if label is not None]
    of_two = len(spoken) == SEVERAL and not most and _all_named(labels)
    most |= _of_two(turns, share) if of_two else _of_many(turns, everybody, share)
    others = any(label is not None and label.voice is Voice.ANSWERS for label in labels)
    return frozenset(most) if others or most != set(spoken) else frozenset()


def _all_named(labels: Labels) -> bool:
    return not any(label is not None and label.voice is not Voice.NAMED for label in labels)


def _of_two(turns: Sequence[tuple[str, str]], share: dict[str, float]) -> set[str]:
    one, other = sorted(share, key=lambda key: share[key], reverse=True)
    asked = sum(key == one and is_asked(text) for key, text in turns)
    lengths = [
        sum(len(text.split()) for key, text in turns if key == who) / sum(key == who for key, _ in turns)
        for who in (one, other)
    ]
    opens = turns[0][0] == one and is_asked(turns[0][1]) and not share[other]
    often = (asked > 1 or opens) and share[one] >= FAR_MORE * share[other]
    return {one} if often and lengths[0] < lengths[1] else set()


def _of_many(
    turns: Sequence[tuple[str, str]], everybody: Sequence[tuple[str, str]], share: dict[str, float]
) -> set[str]:
    spoken = Counter(key for key, _ in turns)
    main, count = spoken.most_common(1)[0] if spoken else ("", 0)
    rest = [(key, text) for key, text in turns if key != main]
    if count < FEWEST or share[main] >= MOST or not rest:
        return set()
    mostly = sum(is_asked(text) for _, text in rest) >= MOST * len(rest)
    own = {key for key, text in rest if speaks_itself(text)}
    crowd = {key for key, _ in rest if spoken[key] < FEWEST}
    return crowd - own if mostly or _all_answered(everybody, main) else set()


def _all_answered(turns: Sequence[tuple[str, str]], main: str) -> bool:
    """Tell whether one alone answers all others, each of whom speaks once or twice and in fewer words."""
    others = Counter(key for key, _ in turns if key != main)
    lengths = {
        mine: [len(text.split()) for key, text in turns if (key == main) is mine] for mine in (True, False)
    }
    shorter = sum(lengths[False]) * len(lengths[True]) < sum(lengths[True]) * len(lengths[False])
    followed = all(main in {one, other} for (one, _), (other, _) in pairwise(turns))
    return len(others) > 1 and max(others.values()) < FEWEST and shorter and followed


def interviewing(labels: Labels, texts: Sequence[str]) -> frozenset[int]:
    """Return the turns by which a journalist puts something to the one who speaks before and behind them.

    The journalist must ask in at least half of such turns; what the others say is put to the guest as well.

    Args:
        labels: The label of each passage.
        texts: The passages.
    """
    places = [place for place, label in enumerate(labels) if label]
    put: dict[str, list[int]] = {}
    for before, place, behind in zip(places, places[1:], places[2:], strict=False):
        one, label, other = labels[before], labels[place], labels[behind]
        if one and label and other and one.key == other.key != label.key and label.voice is Voice.TELLS:
            put.setdefault(label.key, []).append(place)
    return frozenset(
        place
        for told in put.values()
        if sum(puts_it(texts[one]) for one in told) >= MOST * len(told)
        for place in told
    )


def puts_it(text: str) -> bool:
    """Tell whether a journalist's words are put to somebody: they ask, or say 'you'."""
    return "?" in text or _YOU.search(_THANKS.sub("", text)) is not None
