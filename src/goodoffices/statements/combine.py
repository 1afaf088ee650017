"""Several readings as one, with ids that are unique in all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from goodoffices.statements.statement import (
    DistanceMention,
    IssueMention,
    OptionMention,
    PrecedentMention,
    Reading,
    Relation,
    Statement,
)

Found = TypeVar("Found", Relation, PrecedentMention, DistanceMention)


def combine(readings: Iterable[Reading]) -> Reading:
    """Return several readings as one; findings are numbered anew, in order of the readings.

    Args:
        readings: The readings, each with ids s1, r1, p1, o1, d1 upwards of its own.
    """
    parts = tuple(readings)
    if len(parts) == 1:
        return parts[0]
    statements: list[Statement] = []
    options: list[OptionMention] = []
    for part in parts:
        rename = _shift("s", len(statements))
        statements += [_renamed(statement, rename) for statement in part.statements]
        first = len(options) + 1
        options += [
            replace(option, id=f"o{number}", of=rename(option.of) if option.of else None)
            for number, option in enumerate(part.options, start=first)
        ]
    return Reading(
        statements=tuple(statements),
        relations=_numbered("r", [found for part in parts for found in part.relations]),
        precedents=_numbered("p", [found for part in parts for found in part.precedents]),
        options=tuple(options),
        distances=_numbered("d", [found for part in parts for found in part.distances]),
        issues=_joined([mention for part in parts for mention in part.issues]),
    )


def _shift(letter: str, by: int) -> Callable[[str], str]:
    return lambda id_: f"{letter}{int(id_[1:]) + by}"


def _renamed(statement: Statement, rename: Callable[[str], str]) -> Statement:
    answers = tuple(rename(id_) for id_ in statement.answers)
    return replace(statement, id=rename(statement.id), answers=answers)


def _numbered(letter: str, found: Sequence[Found]) -> tuple[Found, ...]:
    return tuple(replace(one, id=f"{letter}{number}") for number, one in enumerate(found, start=1))


def _joined(mentions: Sequence[IssueMention]) -> tuple[IssueMention, ...]:
    by_issue: dict[str, IssueMention] = {}
    for mention in mentions:
        known = by_issue.get(mention.issue)
        evidence = (*known.evidence, *mention.evidence) if known else mention.evidence
        by_issue[mention.issue] = IssueMention(mention.issue, evidence)
    return tuple(by_issue.values())
