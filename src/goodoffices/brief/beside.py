"""Guarantees that were given before, beside the designs of a case: they illustrate and never count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from goodoffices.brief.page import Block, Cell, Note, Row, Table
from goodoffices.case.case import Case
from goodoffices.findings.features import features_of
from goodoffices.findings.words import joined, quoted

__all__ = ["Example", "beside"]

MOST = 3
"""So many are shown for each design."""

UNTESTED = "not tested"

ILLUSTRATES = (
    "They were chosen by hand because they are known and share these features with the design, most shared "
    "features first, then those put to the test, then the latest. They show what has happened, not how "
    "often: no rate can be taken from them."
)


@dataclass(frozen=True, slots=True)
class Example:
    """A guarantee that was given before.

    Attributes:
        name: Its usual name.
        date: Day on which it was given, as in 1994-12-05.
        tested: Whether it was put to the test, in words.
        outcome: What became of it.
        source: Where that stands.
        features: What it has in common with others, by key, each with its meaning.
    """

    name: str
    date: str
    tested: str
    outcome: str
    source: str
    features: dict[str, str]


def beside(case: Case, examples: Sequence[Example]) -> tuple[Block, ...]:
    """Return a table of earlier guarantees for the designs that share features with them.

    Designs with the same features share a row.
    """
    alike: dict[frozenset[str], list[str]] = {}
    for guarantee in case.guarantees.values():
        alike.setdefault(features_of(guarantee), []).append(guarantee.name)
    rows = [
        Row(
            Cell(joined([quoted(name) for name in names]), notes=tuple(_meanings(shared, examples))),
            (Cell("", notes=tuple(_told(one) for one in nearest)),),
        )
        for shared, names in alike.items()
        if (nearest := _nearest(shared, examples))
    ]
    if not rows:
        return ()
    columns = ("Designs, and what they share with them", "Guarantees given before, and what became of them")
    return (
        Table("Precedents beside the designs", columns, tuple(rows), wide=True),
        Note(ILLUSTRATES),
    )


def _nearest(shared: frozenset[str], examples: Sequence[Example]) -> list[Example]:
    having = [one for one in examples if shared & set(one.features)]
    latest = sorted(having, key=lambda one: one.date, reverse=True)
    return sorted(latest, key=lambda one: (-len(shared & set(one.features)), one.tested == UNTESTED))[:MOST]


def _meanings(shared: frozenset[str], examples: Sequence[Example]) -> list[str]:
    known = {key: meaning for one in examples for key, meaning in one.features.items()}
    return [known[key] for key in sorted(shared) if key in known]


def _told(one: Example) -> str:
    return f"{one.name} ({one.date[:4]}), {one.tested}: {one.outcome}. Source: {one.source}"
