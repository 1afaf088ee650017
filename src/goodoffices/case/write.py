"""Writing a case as a file that a person can read, edit and compare: one order, short parts on one line."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import pairwise
from typing import TypeAlias

from goodoffices.case.case import Case
from goodoffices.case.values import Interval

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree]"
"""A value with every text, number and date already written as YAML."""

WIDTH = 110

_PLAIN = re.compile(r"[^\W\d_](?:[\w .,;?!='’“”()/%+–—…-]*[\w.;?!'’“”()/%+–—…-])?")
_NOT_IN_FLOW = frozenset(",?")
_RESERVED = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_PRINTABLE = re.compile("[\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_FOLDING = re.compile(r"[^\W\d_]\S*(?: \S+)+")
_LAST = "coding"


def case_text(case: Case) -> str:
    """Write a case as the text of a case file.

    Keys come in a fixed order, what has its default is left out, and where a value comes from
    (`coding`) stands last in each entry.

    Returns:
        YAML; `parse_case` reads the same case from it if every name in the case exists.
    """
    tree = _tree(case)
    lines: list[str] = []
    for key, value in tree.items():
        if isinstance(value, dict | list) and lines:
            lines.append("")
        lines += _entry(key, value, 0)
    return "\n".join(lines) + "\n"


def _tree(entry: object) -> dict[str, Tree]:
    """Return the keys of an entry that say something, with what they say."""
    tree: dict[str, Tree] = {}
    for part in _ordered(entry):
        value = getattr(entry, part.name)
        if not _is_default(part, value):
            tree[part.name] = _written(value)
    return tree


def _ordered(entry: object) -> list[dataclasses.Field[object]]:
    if not dataclasses.is_dataclass(entry) or isinstance(entry, type):
        raise TypeError(f"{entry!r} is no part of a case")
    return sorted(dataclasses.fields(entry), key=lambda part: part.name == _LAST)


def _is_default(part: dataclasses.Field[object], value: object) -> bool:
    if part.default is dataclasses.MISSING and part.default_factory is dataclasses.MISSING:
        return False
    return value is None or value is False or (isinstance(value, tuple | Mapping) and not value)


def _written(value: object) -> Tree:
    match value:
        case bool():
            return "true" if value else "false"
        case StrEnum():
            return value.value
        case str():
            return _quoted_where_needed(value)
        case int() | float():
            return _number(value)
        case dt.date():
            return value.isoformat()
        case Interval():
            return [_number(number) for number in value.as_list()]
        case tuple():
            return [_written(item) for item in value]
        case Mapping():
            return {str(key): _written(item) for key, item in value.items()}
        case _:
            return _tree(value)


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(float(value))


def _quoted_where_needed(text: str) -> str:
    """Write a text as it is, or in double quotes where YAML would read something else."""
    if _PLAIN.fullmatch(text) and text.lower() not in _RESERVED:
        return text
    return '"' + "".join(_character(character) for character in text) + '"'


def _character(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    return character if _PRINTABLE.fullmatch(character) else f"\\u{ord(character):04x}"


def _flow(value: Tree) -> str:
    if isinstance(value, str):
        return f'"{value}"' if not value.startswith('"') and _NOT_IN_FLOW & set(value) else value
    if isinstance(value, list):
        return f"[{', '.join(_flow(item) for item in value)}]"
    return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"


def _entry(key: str, value: Tree, indent: int) -> list[str]:
    """Write one key, on one line where it fits and is no collection of entries."""
    head = f"{' ' * indent}{key}:"
    line = f"{head} {value if isinstance(value, str) else _flow(value)}"
    if len(line) <= WIDTH and not _holds_entries(value):
        return [line]
    if isinstance(value, str):
        return [
            f"{head} {text}" if number == 0 else text for number, text in enumerate(_long(value, indent + 2))
        ]
    return [head, *_block(value, indent + 2)]


def _holds_entries(value: Tree) -> bool:
    """Tell whether a value is a collection of entries, each of which deserves a line of its own."""
    inner = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    return bool(inner) and all(isinstance(item, dict) for item in inner)


def _block(value: Tree, indent: int) -> list[str]:
    if isinstance(value, dict):
        return [line for key, item in value.items() for line in _entry(key, item, indent)]
    return [line for item in value for line in _item(item, indent)]


def _item(item: Tree, indent: int) -> list[str]:
    """Write one entry of a list, its first line behind the dash."""
    dash = f"{' ' * indent}- "
    if len(dash) + len(_flow(item)) <= WIDTH:
        return [dash + _flow(item)]
    lines = _long(item, indent + 2) if isinstance(item, str) else _block(item, indent + 2)
    return [dash + lines[0].lstrip(), *lines[1:]]


def _long(written: str, indent: int) -> list[str]:
    """Break a long text over lines so that it reads back as the same text; the first has no indent."""
    margin = " " * indent
    room = max(40, WIDTH - indent)
    plain = written[1:-1] if written.startswith('"') else written
    if "\\" not in plain and _FOLDING.fullmatch(plain) and max(map(len, plain.split(" "))) <= room:
        return [">-", *(margin + line for line in _wrapped(plain.split(" "), room))]
    pieces = list(_pieces(plain, room))
    lines = [pieces[0], *(margin + ("\\" if piece[0] == " " else "") + piece for piece in pieces[1:])]
    return [
        f"{chr(34) if number == 0 else ''}{line}{chr(34) if number == len(lines) - 1 else chr(92)}"
        for number, line in enumerate(lines)
    ]


def _wrapped(words: list[str], room: int) -> Iterator[str]:
    line = words[0]
    for word in words[1:]:
        if len(line) + 1 + len(word) > room:
            yield line
            line = word
        else:
            line += " " + word
    yield line


def _pieces(escaped: str, room: int) -> Iterator[str]:
    """Cut an escaped text into pieces of about `room` characters without cutting an escape."""
    cuts = [0]
    for match in re.finditer(r"\\u.{4}|\\.|.", escaped):
        if match.end() - cuts[-1] > room and match.start() > cuts[-1]:
            cuts.append(match.start())
    return (escaped[start:end] for start, end in pairwise([*cuts, len(escaped)]))
