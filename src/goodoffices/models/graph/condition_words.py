"""Conditions over options: names of proposals written out, and the whole in plain words."""

from __future__ import annotations

from collections.abc import Mapping

from goodoffices.case.conditions import (
    Atom,
    Compound,
    Condition,
    Constant,
    Not,
    parse_condition,
)

Readings = Mapping[str, tuple[str, str]]
"""For each name a clause for where it holds, and one for where it does not."""


def written_out(condition: str, in_force: Mapping[str, str]) -> str:
    """Return a condition in which a proposal's name is replaced by the acceptances that put it in force.

    Raises:
        ConditionError: It cannot be read.

    Examples:
        >>> written_out("truce implies not a.march", {"truce": "a.truce and b.truce"})
        'a.truce and b.truce implies not a.march'
    """
    parts = {name: parse_condition(text) for name, text in in_force.items()}
    return _replaced(parse_condition(condition), parts).text


def _replaced(condition: Condition, parts: Mapping[str, Condition]) -> Condition:
    match condition:
        case Atom(name, None):
            return parts.get(name, condition)
        case Not(denied):
            return Not(_replaced(denied, parts))
        case Compound(word, inner):
            return Compound(word, tuple(_replaced(part, parts) for part in inner))
        case _:
            return condition


def in_words(condition: str, readings: Readings) -> str:
    """Say what a condition says.

    Raises:
        ConditionError: It cannot be read.

    Examples:
        >>> readings = {"a.march": ("A marches", "A stays"), "truce": ("there is a truce", "there is none")}
        >>> in_words("truce implies not a.march", readings)
        'if there is a truce, then A stays'
    """
    return _said(parse_condition(condition), readings)


def _said(condition: Condition, readings: Readings) -> str:
    match condition:
        case Atom(name, None) if name in readings:
            return readings[name][0]
        case Not(Atom(name, None)) if name in readings:
            return readings[name][1]
        case Not(denied):
            return f"not ({_said(denied, readings)})"
        case Constant(value):
            return "anything" if value else "nothing"
        case Compound(word, parts):
            return _joined(word, [_part(part, readings) for part in parts])
        case _:
            return condition.text


def _part(part: Condition, readings: Readings) -> str:
    said = _said(part, readings)
    return f"({said})" if isinstance(part, Compound) else said


def _joined(word: str, parts: list[str]) -> str:
    if word == "implies":
        return f"if {parts[0]}, then {parts[1]}"
    if word == "iff":
        return f"{parts[0]} exactly if {parts[1]}"
    return f" {word} ".join(parts)
