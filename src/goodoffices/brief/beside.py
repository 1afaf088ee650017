"""Guarantees that were given before, beside the designs of a case: they illustrate and never count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from goodoffices.brief.page import Block, Cell, Note, Row, Table
from goodoffices.case.case import Case
from goodoffices.findings.features import features_of
from goodoffices.findings.words import capital, joined, quoted

__all__ = ["Example", "beside"]

MOST = 3
"""So many are shown for each design."""

UNTESTED = "not tested"

READ_OFF = frozenset(
    {
        "attacker-is-guarantor",
        "attacker-recused",
        "chained-trigger",
        "collective-clause",
        "consultation",
        "council-veto",
        "each-alone",
        "troops-in-place",
    }
)
"""The features that can be read off a design: only in these can a precedent be seen to differ from one."""

ILLUSTRATES = (
    "They were chosen by hand because they are known; beside each stands which of the design’s features it "
    "shares. Most shared features come first, then the fewest others of this kind, then those "
    "put to the test; among equals, broken and kept promises take turns, each beginning with the latest. A "
    "precedent that a design is named after is not set beside it. They show what has happened, not how "
    "often: no rate can be taken from them."
)

LONG = 4
"""Words of so many letters tell one treaty from another."""


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
        event: What put it to the test; empty where nothing did.
        dispute: What is disputed about it.
    """

    name: str
    date: str
    tested: str
    outcome: str
    source: str
    features: dict[str, str]
    event: str = ""
    dispute: str = ""


def beside(case: Case, examples: Sequence[Example]) -> tuple[Block, ...]:
    """Return a table of earlier guarantees for the designs that share features with them.

    Designs with the same features share a row, unless one of them is named after an earlier guarantee.
    """
    alike: dict[tuple[frozenset[str], frozenset[str]], list[str]] = {}
    for guarantee in case.guarantees.values():
        own = frozenset(one.name for one in examples if _is(guarantee.name, one))
        alike.setdefault((features_of(guarantee), own), []).append(guarantee.name)
    rows = [
        Row(
            Cell(joined([quoted(name) for name in names]), notes=tuple(_meanings(has, examples))),
            (Cell("", notes=tuple(_told(one, has) for one in nearest)),),
        )
        for (has, own), names in alike.items()
        if (nearest := _nearest(has, [one for one in examples if one.name not in own]))
    ]
    if not rows:
        return ()
    columns = (
        "Designs, and features of theirs",
        "Guarantees given before, what each shares with the design, and what became of it",
    )
    return (
        Table("Precedents beside the designs", columns, tuple(rows), wide=True),
        Note(ILLUSTRATES),
    )


def _is(design: str, one: Example) -> bool:
    """Tell whether a design is named after an earlier guarantee: its year, and words of its name."""
    known = _words(one.name)
    return one.date[:4] in design and len(known & _words(design)) >= min(2, len(known))


def _words(name: str) -> set[str]:
    return {word for word in re.findall(r"[^\W\d]+", name.casefold()) if len(word) > LONG}


def _nearest(has: frozenset[str], examples: Sequence[Example]) -> list[Example]:
    alike: dict[tuple[int, int, bool], list[Example]] = {}
    for one in examples:
        shared = len(has & set(one.features))
        if shared:
            others = len(READ_OFF & set(one.features)) - shared
            alike.setdefault((-shared, others, one.tested == UNTESTED), []).append(one)
    return [one for key in sorted(alike) for one in _in_turns(alike[key])][:MOST]


def _in_turns(equals: Sequence[Example]) -> list[Example]:
    """Order precedents that are equally near: broken and kept promises take turns."""
    latest = sorted(equals, key=lambda one: one.date, reverse=True)
    kinds: dict[str, list[Example]] = {"not-kept": [], "kept": [], "": []}
    for one in latest:
        kinds[next((kind for kind in kinds if kind in one.features), "")].append(one)
    return [one for turn in zip_longest(*kinds.values()) for one in turn if one is not None]


def _meanings(has: frozenset[str], examples: Sequence[Example]) -> list[str]:
    known = {key: meaning for one in examples for key, meaning in one.features.items()}
    return [known[key] for key in sorted(has) if key in known]


def _told(one: Example, has: frozenset[str]) -> str:
    shared = "; ".join(meaning for key, meaning in sorted(one.features.items()) if key in has)
    tested = f"{one.tested} ({one.event})" if one.event else one.tested
    disputed = f" Disputed: {_sentence(one.dispute)}" if one.dispute else ""
    return (
        f"{one.name} ({one.date[:4]}). Shares: {shared}. {capital(tested)}: {_sentence(one.outcome)}"
        f"{disputed} Source: {one.source}"
    )


def _sentence(text: str) -> str:
    return text if text.endswith(".") else f"{text}."
