"""Whose words the passages of an interview, a briefing or a broadcast are, by the way they are printed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from goodoffices.statements.label_choice import accepted, askers_among, interviewing, puts_it, with_words
from goodoffices.statements.label_styles import labels_of
from goodoffices.statements.labels import Label, Voice, talk
from goodoffices.statements.unlabelled import (
    LONGEST_QUESTION,
    is_asked,
    is_told,
    parts_without_labels,
    speaks_itself,
)

LONGEST_HEADING = 10
"""Words of a line without a stop inside an interview that is taken for a heading."""
_DIRECTION = re.compile(r"\s*[(\[][^()\[\]]*[)\]][.:]?\s*")
_BRACKETS = re.compile(r"[(\[][^()\[\]\n]{2,60}[)\]]")
_SITTING = re.compile(
    r"\W*(?:The |Sub)?(?:\w+ ){0,3}(?:meeting|sitting|session|committee|hearing|subcommittee|council|house)"
    r" (?:then |was |is )?(?:adjourned|suspended|rose|resumed|recessed|closed|met)\b",
    re.IGNORECASE,
)
_TOLD_OF = re.compile(r"\W*(?:The|Mr|Mrs|Ms|Miss|Sir|Dame|Dr|Lord|Baroness|Prince|M|Mme)\b\.? [^\W\d_a-z]{2}")
"""How a record that is not word for word opens what it tells of a speaker: 'Mr. LOW (Chad) said that'."""
_STOP = re.compile(r"[.!?…:][\"'”’»)*_\]]*\s*$")


class Part(StrEnum):
    """What a passage of an interview or a transcript is."""

    QUESTION = "question"
    ANSWER = "answer"
    NAMED = "named"
    NARRATION = "narration"
    ADDRESS = "address"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose words a passage of an interview or a transcript is.

    Attributes:
        part: Question, answer, words of a speaker whose name stands before them, words of the report
            itself, part of a speech or a letter, or a heading or stage direction that nobody says.
        name: The speaker's name as the label has it.
        start: Offset of the words behind the label.
        role: What the label says of the speaker.
    """

    part: Part
    name: str | None = None
    start: int = 0
    role: str = ""


def turns(texts: Sequence[str]) -> tuple[Turn | None, ...]:
    """Return for each passage whose words it is, where the report is an interview or a transcript.

    Labels are "Q:" and "A:" in all their forms, or names and offices before a colon. Whoever mostly asks is
    the one who asks, whatever the label. A passage without a label goes on with the words of the one before,
    unless the report tells between the clips of those who speak. Without labels it is an interview if the
    report says so and paragraphs that ask take turns with others.
    """
    labels = accepted(labels_of(texts), texts)
    if not any(labels):
        return tuple(
            None if asks is None else Turn(Part.QUESTION if asks else Part.ANSWER, start=start)
            for asks, start in parts_without_labels(texts)
        )
    said = with_words(labels, texts)
    askers = askers_among(labels, said)
    shape = _Shape.of(labels, said, askers)
    found: list[Turn | None] = []
    last = max(place for place, label in enumerate(labels) if label)
    floor = _floor(labels, texts, last)
    led = _leading_in(labels, texts) if shape.tells else frozenset()
    broadcast = any(label is not None and label.voice is Voice.TELLS for label in labels)
    asking = interviewing(labels, said)
    before: Turn | None = None
    speaker: Turn | None = None
    for place, (label, text) in enumerate(zip(labels, texts, strict=True)):
        if label is not None and place in asking:
            turn: Turn | None = Turn(Part.QUESTION, None, label.start)
        elif label is not None:
            turn = _labelled(label, said[place], askers, broadcast=broadcast)
        elif place in led:
            turn = None
        else:
            behind = place > max(floor, last + (said[last] != texts[last]))
            turn = _going_on(text, before, shape, behind=behind)
            if shape.sparse and speaker is not None:
                turn = _by_turns(text, before, speaker) or turn
        found.append(turn)
        speaker = turn if turn is not None and turn.part in {Part.ANSWER, Part.NAMED} else speaker
        before = before if turn is not None and turn.part is Part.ASIDE else turn
    return tuple(found)


def without_directions(text: str) -> str:
    """Return a text with spaces for the stage directions in brackets, every offset unchanged.

    Examples:
        >>> without_directions("We go [laughs] home (for now).")
        'We go          home (for now).'
    """
    return _BRACKETS.sub(_blank, text)


def _blank(found: re.Match[str]) -> str:
    inside = found.group()[1:-1]
    said = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", inside)
    shouted = inside.upper() == inside and len(said) > 1
    staged = not talk("stage_word").isdisjoint(word.lower() for word in said)
    return " " * len(found.group()) if staged or shouted else found.group()


@dataclass(frozen=True, slots=True)
class _Shape:
    """How an interview is printed: whether every voice has a label, or only those who ask or answer."""

    every_voice: bool
    only_questions: bool
    only_answers: bool
    tells: bool
    sparse: bool

    @classmethod
    def of(cls, labels: Sequence[Label | None], texts: Sequence[str], askers: frozenset[str]) -> _Shape:
        kept = [label for label in labels if label is not None]
        turns = [
            _labelled(label, text, askers).part for label, text in zip(labels, texts, strict=True) if label
        ]
        asks, tells = Part.QUESTION in turns, Part.NARRATION in turns
        says = any(label.voice in {Voice.ANSWERS, Voice.NAMED} and not _asks(label, askers) for label in kept)
        keys = Counter(label.key for label in kept)
        together = len(keys) > 1 and max(keys.values()) > 1
        seated = all(label.in_capitals and label.role for label in kept)
        every = says and (asks or tells or together or seated)
        first = next(place for place, label in enumerate(labels) if label)
        sparse = says and asks and not tells and 2 * len(kept) < len(labels) - first
        return cls(every, asks and not says, says and not asks, tells, sparse)


def _asks(label: Label, askers: frozenset[str]) -> bool:
    return label.voice is Voice.NAMED and label.key in askers


def _leading_in(labels: Sequence[Label | None], texts: Sequence[str]) -> frozenset[int]:
    """Return the passages by which a broadcast tells of the one who speaks next, back to who spoke before."""
    found: list[int] = []
    waiting: list[int] = []
    for place, (label, text) in enumerate(zip(labels, texts, strict=True)):
        if label is None and not speaks_itself(text):
            waiting.append(place)
            continue
        told = [at for at in waiting if label and label.key in re.findall(r"[\w’'-]+", texts[at].casefold())]
        found += waiting if told else []
        waiting = []
    return frozenset(found)


def _labelled(label: Label, text: str, askers: frozenset[str], *, broadcast: bool = False) -> Turn:
    """Return whose words stand behind a label; in a broadcast those who ask tell, too."""
    if label.voice is Voice.SOUNDS:
        return Turn(Part.ASIDE)
    asks = label.voice is Voice.ASKS or _asks(label, askers)
    if label.voice is Voice.TELLS or (asks and broadcast):
        return Turn(Part.QUESTION if puts_it(text) else Part.NARRATION, None, label.start)
    if asks:
        return Turn(Part.QUESTION, None, label.start)
    if label.voice is Voice.ANSWERS and not label.role:
        return Turn(Part.ANSWER, None, label.start)
    return Turn(Part.NAMED, label.name, label.start, label.role)


def _going_on(text: str, before: Turn | None, shape: _Shape, *, behind: bool) -> Turn | None:
    """Return whose words a passage without a label is, given the turn before."""
    if _DIRECTION.fullmatch(text):
        return Turn(Part.ASIDE)
    if before is None and not (shape.only_answers and is_asked(text)):
        return None
    if _is_heading(text):
        return Turn(Part.ASIDE)
    if _is_told(text, before):
        return None
    editorial = not talk("editorial_word").isdisjoint(re.findall(r"[a-z]+", text.lower()))
    own = speaks_itself(text) and not editorial
    if shape.only_questions:
        return Turn(Part.ANSWER) if own or not behind or (before and before.part is Part.QUESTION) else None
    if shape.only_answers and is_asked(text):
        return Turn(Part.QUESTION)
    goes_on = own or (shape.every_voice and not behind)
    return Turn(before.part, before.name, role=before.role) if before and goes_on else None


def _floor(labels: Sequence[Label | None], texts: Sequence[str], last: int) -> int:
    """Return the last passage of a record up to which whoever spoke last still has the floor.

    In the record of an assembly everybody who speaks has a label in capitals with a seat; what stands
    between two of a speaker's paragraphs is the speaker's, unless the record itself tells of another one.
    """
    if not all(label.in_capitals and label.role for label in labels if label):
        return last
    found = last
    for place in range(last + 1, len(texts)):
        if _TOLD_OF.match(texts[place]) or _SITTING.match(texts[place]):
            break
        found = place if speaks_itself(texts[place]) else found
    return found


def _is_told(text: str, before: Turn | None) -> bool:
    """Tell whether the report itself speaks between two turns: of the speaker, of a sitting that ends."""
    name = before.name.rpartition(" ")[2] if before is not None and before.name else ""
    named = len(name) > 1 and re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE) is not None
    return named or is_told(text) or _SITTING.match(text) is not None


def _by_turns(text: str, before: Turn | None, speaker: Turn) -> Turn | None:
    """Return whose words a passage is where only the first question and the first answer have labels."""
    if is_asked(text) and len(text.split()) <= LONGEST_QUESTION:
        return Turn(Part.QUESTION)
    answers = before is not None and before.part is Part.QUESTION
    return Turn(speaker.part, speaker.name, role=speaker.role) if answers else None


def _is_heading(text: str) -> bool:
    return _STOP.search(text) is None and len(text.split()) <= LONGEST_HEADING
