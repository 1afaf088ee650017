"""Conditions as clauses: all of them must be met, and each asks that one of some issues falls into a set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce

from goodoffices.case.conditions import Atom, Compound, Condition, Constant, Not, OneOf
from goodoffices.models.bargaining.parties import Issue

__all__ = ["MAX_CLAUSES", "Clause", "clauses"]

MAX_CLAUSES = 400
"""Conditions that need more clauses are left as they are."""

Clause = Mapping[str, frozenset[str]]
"""For each issue the options of which one meets the clause; without issues nothing does."""


class _TooManyError(Exception):
    """A condition needs too many clauses."""


def clauses(condition: Condition, issues: Sequence[Issue], *, denied: bool = False) -> list[Clause] | None:
    """Return clauses that are all met exactly where a condition holds, or None where they are too many.

    Args:
        condition: It names only these issues and their options.
        issues: The issues.
        denied: Whether the clauses are to be met where the condition does not hold.
    """
    options = {issue.name: frozenset(issue.options) for issue in issues}
    try:
        return _read(condition, denied, options)
    except _TooManyError:
        return None


def _read(condition: Condition, denied: bool, options: Mapping[str, frozenset[str]]) -> list[Clause]:
    match condition:
        case Constant(value):
            return [] if value != denied else [{}]
        case Atom(name, option):
            return _literal(name, frozenset({str(option)}), denied, options)
        case OneOf(choices):
            some = frozenset(str(atom.option) for atom in choices)
            return _literal(choices[0].name, some, denied, options)
        case Not(inner):
            return _read(inner, not denied, options)
        case Compound("implies", (first, second)):
            return _read(Compound("or", (Not(first), second)), denied, options)
        case Compound("iff", (first, second)):
            other = first if denied else Not(first)
            one = Compound("or", (other, second))
            back = Compound("or", (Not(other), Not(second)))
            return _read(Compound("and", (one, back)), False, options)
        case Compound(word, parts):
            join = _both if (word == "and") != denied else _either
            return reduce(join, [_read(part, denied, options) for part in parts])


def _literal(
    name: str, some: frozenset[str], denied: bool, options: Mapping[str, frozenset[str]]
) -> list[Clause]:
    met = options[name] - some if denied else some
    return [] if met == options[name] else [{name: met}]


def _both(first: list[Clause], second: list[Clause]) -> list[Clause]:
    return _checked(first + second)


def _either(first: list[Clause], second: list[Clause]) -> list[Clause]:
    if len(first) * len(second) > MAX_CLAUSES:
        raise _TooManyError
    return [
        {name: one.get(name, frozenset()) | other.get(name, frozenset()) for name in {**one, **other}}
        for one in first
        for other in second
    ]


def _checked(found: list[Clause]) -> list[Clause]:
    if len(found) > MAX_CLAUSES:
        raise _TooManyError
    return found
