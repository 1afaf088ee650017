"""What pydantic finds wrong, in words for someone who writes a case and not a program."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from goodoffices.case import nodes
from goodoffices.case.names import listed, quoted, way_out
from goodoffices.case.nodes import Node, Place, Scalar, join
from goodoffices.case.problems import Problem
from goodoffices.case.schema import rule_at

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Location = tuple[str | int, ...]

_EXAMPLES = {
    "coding": "coding: {status: …, because: […]}",
    "guarantors": "guarantors: […]",
    "by": "by: […]",
    "parties": "parties: […]",
    "issues": "issues: […]",
    **{
        name: f"{name}: [low, mid, high]"
        for name in (
            *("value", "prize", "wins_alone", "wins_opposed", "cost", "status_quo", "punishment"),
            *("p1", "p2", "p2_if_kept", "discount"),
        )
    },
}
"""How a missing key is written where '…' alone would not tell."""


def worded(error: ErrorDetails, root: Node) -> Problem:
    """Turn one of pydantic's errors into a problem with its place in the file."""
    location = _location(error)
    node, place = _find(root, location, on_key=_on_key(error))
    path = ""
    for step in location:
        path = join(path, step + 1 if isinstance(step, int) else step)
    return Problem(place.line, place.column, path, _message(error, location, node))


def place_of(error: ErrorDetails, root: Node) -> Place:
    """Return where in the file one of pydantic's errors lies."""
    return _find(root, _location(error), on_key=_on_key(error))[1]


def _location(error: ErrorDetails) -> Location:
    return tuple(step for step in error["loc"] if step != "[key]")


def _on_key(error: ErrorDetails) -> bool:
    return error["loc"][-1:] == ("[key]",) or error["type"] == "unexpected_keyword_argument"


def node_at(root: Node, location: Location) -> Node | None:
    """Return the value at a place, or None where there is none."""
    return _find(root, location, on_key=False)[0]


def _find(root: Node, location: Location, *, on_key: bool) -> tuple[Node | None, Place]:
    """Return the value at a place and where it, or its key, or what should hold it, starts."""
    node, place = root, root.place
    for step in location:
        if isinstance(node, nodes.Mapping) and step in node.entries:
            key, node = node.entries[str(step)]
            place = key.place if on_key else node.place
        elif isinstance(node, nodes.Sequence) and isinstance(step, int):
            node = node.items[step]
            place = node.place
        else:
            return None, place
    return node, place


def _message(error: ErrorDetails, location: Location, node: Node | None) -> str:
    kind, rule = error["type"], rule_at(location)
    if kind == "missing":
        name = str(location[-1])
        return f"this key is missing; add '{_EXAMPLES.get(name, f'{name}: …')}'"
    if kind == "unexpected_keyword_argument":
        known = list(rule_at(location[:-1]).get("properties", ()))
        name = str(location[-1])
        if len(location) > 2 and name not in known and name in rule_at(location[:-2]).get("properties", ()):
            beside = quoted(str(location[-2]))
            return f"there is no key {quoted(name)} here; it belongs one level up, beside {beside}"
        return f"there is no key {quoted(name)} here; {way_out(name, known)}"
    if kind == "value_error":
        return str(error["ctx"]["error"])
    if error["loc"][-1:] == ("[key]",) and location[:2] == ("conflict", "options"):
        return (
            f"{quoted(str(location[-1]))} is no name of an option; write its owner and a short name, such as "
            "'north.release'"
        )
    if error["loc"][-1:] == ("[key]",):
        return _not_an_id(str(location[-1]))
    for pattern, words in _WORDS:
        if re.fullmatch(pattern, kind):
            return words(node, rule)
    return f"{_shown(node)} does not belong here ({kind.replace('_', ' ')})"


def _shown(node: Node | None) -> str:
    if isinstance(node, Scalar):
        return "nothing" if node.value() is None else quoted(node.text)
    return "a list" if isinstance(node, nodes.Sequence) else "keys with values"


def _not_an_id(name: str) -> str:
    near = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")[:40]
    such = f", such as '{near}'" if re.match(r"[a-z]", near) else ""
    if re.fullmatch(r"-?\d+(?:\.\d+)?", name):
        such = "; a number on an issue's scale goes under 'place: [low, mid, high]'"
    return (
        f"{quoted(name)} is not a short name; use at most 100 of a to z, 0 to 9 and _, "
        f"beginning with a letter{such}"
    )


def _text(node: Node | None, rule: Mapping[str, Any]) -> str:
    del rule
    return f"a text belongs here, not {_shown(node)}"


def _pattern(node: Node | None, rule: Mapping[str, Any]) -> str:
    del rule
    return _not_an_id(node.text if isinstance(node, Scalar) else "")


def _empty(node: Node | None, rule: Mapping[str, Any]) -> str:
    del node, rule
    return "the text is empty; write one"


def _number(node: Node | None, rule: Mapping[str, Any]) -> str:
    whole = "whole number" if rule.get("type") == "integer" else "number"
    low, high = rule.get("minimum"), rule.get("maximum")
    bounds = " above 0" if rule.get("exclusiveMinimum") == 0 else ""
    if low is not None:
        bounds = f" of at least {low:g}" if high is None else f" between {low:g} and {high:g}"
    in_quotes = isinstance(node, Scalar) and not node.plain and node.text.replace(".", "", 1).isdigit()
    return f"{_shown(node)} is not a {whole}{bounds}{'; remove the quotation marks' if in_quotes else ''}"


def _truth(node: Node | None, rule: Mapping[str, Any]) -> str:
    del rule
    return f"{_shown(node)} is neither true nor false; write one of them"


def _date(node: Node | None, rule: Mapping[str, Any]) -> str:
    del rule
    return f"{_shown(node)} is not a date of the calendar; write it as 2025-08-22"


def _choice(node: Node | None, rule: Mapping[str, Any]) -> str:
    known: Sequence[str] = rule.get("enum", ())
    return f"{_shown(node)} is not one of the words that belong here; write {listed(known, joint='or')}"


def _list(node: Node | None, rule: Mapping[str, Any]) -> str:
    if rule.get("maxItems") == 3:
        count = f", not {len(node.items)}" if isinstance(node, nodes.Sequence) else f", not {_shown(node)}"
        thrice = ""
        if isinstance(node, Scalar) and isinstance(node.value(), int | float):
            thrice = f"; if it is certain, write it three times: [{', '.join([node.text] * 3)}]"
        return f"three numbers belong here, [low, mid, high]{count}{thrice}"
    entries = "'- {…}' on lines of its own" if "$ref" in rule.get("items", {}) else "[a, b]"
    return f"a list belongs here, such as {entries}, not {_shown(node)}"


def _keys(node: Node | None, rule: Mapping[str, Any]) -> str:
    needed = [f"{name}: …" for name in rule.get("required", ())] or ["key: value"]
    return f"keys with values belong here, such as {{{', '.join(needed)}}}, not {_shown(node)}"


_WORDS: tuple[tuple[str, Callable[[Node | None, Mapping[str, Any]], str]], ...] = (
    (r"string_pattern_mismatch|string_too_long", _pattern),
    (r"string_too_short", _empty),
    (r"string_.*", _text),
    (r"(float|int)_.*|finite_number|(greater|less)_than.*", _number),
    (r"bool_.*", _truth),
    (r"date_.*", _date),
    (r"enum", _choice),
    (r"(list|tuple)_type|too_(short|long)", _list),
    (r"(dict|mapping|dataclass)_.*", _keys),
)
"""Kinds of error by pydantic's names, and what to say of them; the first that fits speaks."""
