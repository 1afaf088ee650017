"""Where coders differ, for them to talk about: what would change a brief most comes first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from goodoffices.case.case import Case
from goodoffices.case.coder_agreement import FEATURES, Unit, positions
from goodoffices.statements.acts import ANSWERS, PROPOSALS, Act
from goodoffices.statements.evidence import Evidence
from goodoffices.statements.statement import Statement

YES = frozenset({Act.ACCEPT, Act.AGREE, Act.OPEN, Act.SUPPORT, Act.CONCEDE})
NO = frozenset({Act.REJECT, Act.DENY})
WEIGHTS: Mapping[str, float] = {
    "negation": 95,
    "actor": 90,
    "act": 70,
    "target": 30,
    "modality": 20,
    "words": 10,
}
"""How much a difference weighs; 100 for a yes that another coder takes for a no."""
MISSED, MISSED_ANSWER = 50.0, 60.0
"""Weight of a statement that only some coders have; more if it is a proposal or an answer to one."""
WIDE = 0.5
"""Where less than this share of the words overlaps, coders differ on which words show the statement."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where coders differ.

    Attributes:
        weight: How much it matters, from 0 to 100.
        what: What they differ on, the weightiest first.
        report: Id of the report; empty for a position.
        words: The words, or the party and the issue of a position.
        start: Where the words begin in the report.
        codings: What each coder coded there, in words; empty for one who coded nothing.
    """

    weight: float
    what: tuple[str, ...]
    report: str
    words: str
    start: int
    codings: tuple[str, ...]


def differences(units: Sequence[Unit]) -> tuple[Difference, ...]:
    """Return where coders differ on statements, the most important first."""
    found = [one for unit in units if (one := _difference(unit)) is not None]
    return tuple(sorted(found, key=lambda one: (-one.weight, one.report, one.start)))


def position_differences(cases: Sequence[Case]) -> tuple[Difference, ...]:
    """Return where coders differ on what parties want, the furthest apart first."""
    coded = [positions(case) for case in cases]
    found = []
    for party, issue in sorted({key for coder in coded for key in coder}):
        values = [coder.get((party, issue)) for coder in coded]
        there = [value for value in values if value is not None]
        if len(there) > 1 and len(set(there)) == 1:
            continue
        places = [value[1] for value in there if value[1] is not None]
        apart = max(places) - min(places) if len(places) > 1 else 0.0
        what = ("position",) if len(there) == len(values) else ("position that not all coded",)
        told = tuple("" if value is None else _told(value) for value in values)
        found.append(Difference(40 + 0.6 * apart, what, "", f"{party} on {issue}", 0, told))
    return tuple(sorted(found, key=lambda one: -one.weight))


def coding(one: Statement) -> str:
    """Return what a coder made of some words, in a few words."""
    negated = "not: " if one.negated else ""
    target = f" → {one.target.label}" if one.target else ""
    modality = f" ({one.modality})" if one.modality != "plain" else ""
    return f"{one.actor.label} {negated}{one.act}{modality}{target}"


def _difference(unit: Unit) -> Difference | None:
    given = unit.given()
    what = {name: WEIGHTS[name] for name, of in FEATURES.items() if len({of(one) for one in given}) > 1}
    acts = {one.act for one in given if not one.negated}
    if "act" in what and acts & YES and acts & NO:
        what["act"] = 100
    if len(given) < len(unit.statements):
        weighty = any(one.act in ANSWERS | PROPOSALS for one in given)
        what["found by some only"] = MISSED_ANSWER if weighty else MISSED
    if any(_share(one.evidence, other.evidence) < WIDE for one, other in combinations(given, 2)):
        what["words"] = WEIGHTS["words"]
    if not what:
        return None
    first = min(given, key=lambda one: one.evidence.start).evidence
    return Difference(
        max(what.values()),
        tuple(sorted(what, key=lambda name: -what[name])),
        first.report,
        max((one.evidence.exact for one in given), key=len),
        first.start,
        tuple(coding(one) if one else "" for one in unit.statements),
    )


def _share(one: Evidence, other: Evidence) -> float:
    shared = max(0, min(one.end, other.end) - max(one.start, other.start))
    return shared / (one.end - one.start + other.end - other.start - shared)


def _told(value: tuple[str | None, float | None, float | None]) -> str:
    option, place, salience = value
    parts = [option or "", f"at {place:g}" if place is not None else ""]
    parts.append(f"salience {salience:g}" if salience is not None else "")
    return ", ".join(part for part in parts if part)
