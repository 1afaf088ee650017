"""YAML as far as the case format uses it: texts, lists and keys, each with its line and column.

The text is read event by event and checked on the way, so that a hostile file is refused before it can
take time or memory: no anchors, no aliases, no tags, no deep nesting, no second document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from goodoffices.case.names import quoted
from goodoffices.case.nodes import Mapping, Node, Place, Scalar, Sequence, join, refusal
from goodoffices.case.problems import Problem
from goodoffices.case.yaml_faults import not_yaml, place_of

if TYPE_CHECKING:
    from ruamel.yaml.events import Event

MAX_BYTES = 5_000_000
MAX_LINES = 50_000
MAX_LINE_LENGTH = 10_000
MAX_VALUES = 20_000
TOO_DEEP = 40
"""A file with this many levels of lists and keys inside one another is refused."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Document:
    """A text as it was understood.

    Attributes:
        root: The outermost value.
        problems: What breaks the format's rules without ending the reading: keys written twice.
    """

    root: Node
    problems: tuple[Problem, ...] = ()


def decode(data: bytes) -> str:
    """Return the text of a file in UTF-8.

    Raises:
        Refusal: If the bytes are too many, or not UTF-8; the message gives the offset of the first bad byte.
    """
    if len(data) > MAX_BYTES:
        # Whoever reads a file stops one byte behind the limit, so the size is not known here.
        raise refusal(
            Place(1, 1), f"the file has more bytes than a case may have; the limit is {MAX_BYTES:,}"
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        good = data[: error.start].decode("utf-8-sig")
        place = Place(good.count("\n") + 1, len(good) - good.rfind("\n"))
        bad = data[error.start]
        raise refusal(
            place, f"the byte 0x{bad:02x} at offset {error.start} is not UTF-8; save the file as UTF-8"
        ) from None


def compose(text: str) -> Document:
    """Read a text as one YAML document of texts, lists and keys.

    Raises:
        Refusal: If the text is no YAML, or uses what the case format leaves out.
    """
    _check_text(text)
    reading = _Reading()
    try:
        events = (event for event in YAML(typ="safe", pure=True).parse(text))
        root = reading.document(events)
    except (YAMLError, ValueError, OverflowError) as error:
        raise not_yaml(error) from None
    return Document(root, tuple(reading.problems))


def _check_text(text: str) -> None:
    if len(text) > MAX_BYTES:
        raise refusal(Place(1, 1), f"the file has {len(text):,} characters; the limit is {MAX_BYTES:,}")
    lines = text.splitlines()
    if len(lines) > MAX_LINES:
        raise refusal(Place(1, 1), f"the file has {len(lines):,} lines; the limit is {MAX_LINES:,}")
    for number, line in enumerate(lines, start=1):
        if len(line) > MAX_LINE_LENGTH:
            fact = f"this line has {len(line):,} characters; the limit is {MAX_LINE_LENGTH:,}: break it"
            raise refusal(Place(number, 1), fact)
    odd = _CONTROL.search(text)
    if odd:
        start = text.rfind("\n", 0, odd.start()) + 1
        place = Place(text.count("\n", 0, odd.start()) + 1, odd.start() - start + 1)
        raise refusal(place, f"the control character U+{ord(odd.group()):04X} is not allowed; remove it")


@dataclass(slots=True)
class _Reading:
    """Turns events into nodes and counts as it goes."""

    problems: list[Problem] = field(default_factory=list)
    values: int = 0

    def document(self, events: Iterator[Event]) -> Node:
        root: Node | None = None
        for event in events:
            if isinstance(event, DocumentStartEvent) and root is not None:
                raise refusal(_place(event), "a second document begins here; a case file holds one")
            if isinstance(event, NodeEvent):
                root = self.node(event, events, "", 1)
        if root is None or (isinstance(root, Scalar) and root.value() is None):
            raise refusal(Place(1, 1), "the file is empty; a case begins with 'title: …'")
        return root

    def node(self, event: Event, events: Iterator[Event], path: str, depth: int) -> Node:
        self._check(event, path, depth)
        if isinstance(event, ScalarEvent):
            return _scalar(event)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(event, events, path, depth)
        return self._mapping(event, events, path, depth)

    def _check(self, event: Event, path: str, depth: int) -> None:
        self.values += 1
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None) is not None:
            raise refusal(
                _place(event),
                "anchors and aliases are not part of the case format; write the value out",
                path,
            )
        if _tag(event) is not None:
            fact = f"the tag {quoted(_tag(event) or '!')} is not part of the case format; remove it"
            raise refusal(_place(event), fact, path)
        if self.values > MAX_VALUES:
            raise refusal(
                _place(event), f"the file has more than {MAX_VALUES:,} values; split the case", path
            )
        if depth >= TOO_DEEP and isinstance(event, CollectionStartEvent):
            fact = f"lists and keys are nested {TOO_DEEP} levels deep; no part of a case goes so deep"
            raise refusal(_place(event), fact)

    def _sequence(self, start: Event, events: Iterator[Event], path: str, depth: int) -> Sequence:
        items: list[Node] = []
        while isinstance(event := next(events), NodeEvent):
            items.append(self.node(event, events, join(path, len(items) + 1), depth + 1))
        return Sequence(tuple(items), _place(start))

    def _mapping(self, start: Event, events: Iterator[Event], path: str, depth: int) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        while isinstance(event := next(events), NodeEvent):
            key = self._key(event, path, depth)
            value = self.node(next(events), events, join(path, key.text), depth + 1)
            first = entries.setdefault(key.text, (key, value))[0]
            if first is not key:
                self.problems.append(
                    Problem(
                        key.place.line,
                        key.place.column,
                        join(path, key.text),
                        f"the key {quoted(key.text)} is written twice, first on line {first.place.line}; "
                        "keep one of them",
                    )
                )
        return Mapping(entries, _place(start))

    def _key(self, event: Event, path: str, depth: int) -> Scalar:
        self._check(event, path, depth)
        if not isinstance(event, ScalarEvent):
            raise refusal(_place(event), "a key must be a text, not a list or keys", path)
        return _scalar(event)


def _scalar(event: ScalarEvent) -> Scalar:
    if not event.value.isascii() and _SURROGATE.search(event.value):
        raise refusal(_place(event), "half of a character pair stands alone here; write the whole character")
    plain = not event.style
    start, end = place_of(event.start_mark), place_of(event.end_mark)
    width = len(event.value) + (0 if plain else 2)
    verbatim = start.line == end.line and end.column - start.column == width
    return Scalar(event.value, start, plain, verbatim)


def _tag(event: Event) -> str | None:
    tag = getattr(event, "tag", None)
    return None if tag is None else str(tag).replace("tag:yaml.org,2002:", "!!")


def _place(event: Event) -> Place:
    return place_of(event.start_mark)
