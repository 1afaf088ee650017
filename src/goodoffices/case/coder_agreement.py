"""How far coders agree on what a report says: on acts and actors, on where statements stand, on positions.

Statements of two coders are taken for the same where their cues overlap, or where their words overlap by more
than half of both together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from goodoffices.case.alpha_interval import AlphaInterval, alpha_interval
from goodoffices.case.case import Case
from goodoffices.case.intercoder import Agreement, Level, Value, krippendorff_alpha
from goodoffices.case.unitizing import SpanAgreement, unitizing_alpha
from goodoffices.reports.report import Report
from goodoffices.reports.report import Span as Place
from goodoffices.statements.evidence import Evidence
from goodoffices.statements.statement import Statement

SAME = 0.5
"""How much of the words of two statements together has to overlap, where their cues do not."""
ANY = "any statement"
"""Kind of span under which statements count whatever their act."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What several coders coded.

    Attributes:
        statements: The statement of each coder; None where a coder has none there.
    """

    statements: tuple[Statement | None, ...]

    def given(self) -> tuple[Statement, ...]:
        """Return the statements that there are."""
        return tuple(one for one in self.statements if one is not None)

    @property
    def untouched(self) -> bool:
        """Whether every coding still is what a program found, with no sign that a coder looked at it."""
        first = self.statements[0]
        return (
            first is not None
            and bool(first.rule)
            and first.confirmed_by is None
            and all(one == first for one in self.statements)
        )


@dataclass(frozen=True, slots=True)
class Measured:
    """How far coders agree on one thing.

    Attributes:
        what: What was compared, such as 'act'.
        level: Which differences mean something.
        agreement: The agreement; None where nothing can be compared.
        units: Units that at least two coders coded.
        missing: Units that only one coder coded.
        interval: An interval of 95 per cent round alpha, by resampling units; None where there is none.
    """

    what: str
    level: Level
    agreement: Agreement | None
    units: int
    missing: int
    interval: AlphaInterval | None = None


def _actor(one: Statement) -> Value:
    return one.actor.party or one.actor.label


def _target(one: Statement) -> Value:
    return (one.target.party or one.target.label) if one.target else "nobody"


FEATURES: Mapping[str, Callable[[Statement], Value]] = {
    "act": lambda one: str(one.act),
    "actor": _actor,
    "negation": lambda one: "not" if one.negated else "plain",
    "target": _target,
    "modality": lambda one: str(one.modality),
}
"""What is compared of statements that are taken for the same."""


def pair(coders: Sequence[Sequence[Statement]]) -> tuple[Unit, ...]:
    """Return what coders coded, each statement in one unit, in order of the text.

    The best match goes first: cues that overlap before words that do, then the larger share of the words.

    Args:
        coders: The statements of each coder.
    """
    found: list[Unit] = []
    for report in sorted({one.evidence.report for coder in coders for one in coder}):
        units: list[Unit] = []
        for at, coder in enumerate(coders):
            units = _joined(units, [one for one in coder if one.evidence.report == report], at)
        found += sorted(units, key=_start)
    return tuple(found)


def _joined(units: Sequence[Unit], statements: Sequence[Statement], at: int) -> list[Unit]:
    """Return units with the statements of one more coder, the coder's number being `at`."""
    matches = sorted(
        (
            (close, -number, -index)
            for number, unit in enumerate(units)
            for index, one in enumerate(statements)
            if (close := max(_closeness(held, one) for held in unit.given())) > (0, 0.0)
        ),
        reverse=True,
    )
    chosen: dict[int, Statement] = {}
    used: set[int] = set()
    for _, number, index in matches:
        if -number not in chosen and -index not in used:
            chosen[-number] = statements[-index]
            used.add(-index)
    grown = [Unit((*unit.statements, chosen.get(number))) for number, unit in enumerate(units)]
    alone = [one for index, one in enumerate(statements) if index not in used]
    return grown + [Unit((*([None] * at), one)) for one in alone]


def measure(units: Sequence[Unit], *, seed: int = 0) -> tuple[Measured, ...]:
    """Return the agreement on acts, actors, negation, targets and modality, each nominal.

    Args:
        units: What the coders coded.
        seed: Of the generator by which units are resampled for the intervals.
    """
    return tuple(
        _measured(what, Level.NOMINAL, [[one and of(one) for one in unit.statements] for unit in units], seed)
        for what, of in FEATURES.items()
    )


def measure_positions(cases: Sequence[Case], *, seed: int = 0) -> tuple[Measured, ...]:
    """Return the agreement on what parties want: the option, its place, and how much it weighs.

    Args:
        cases: The case of each coder; parties and issues are compared by their ids.
        seed: Of the generator by which positions are resampled for the intervals.
    """
    found = [dict(_positions(case)) for case in cases]
    keys = sorted({key for coder in found for key in coder})
    asked = (
        ("position: option", Level.NOMINAL, 0),
        ("position: order", Level.ORDINAL, 1),
        ("position: place", Level.INTERVAL, 1),
        ("position: salience", Level.INTERVAL, 2),
    )
    return tuple(
        _measured(
            what, level, [[coder[key][at] if key in coder else None for coder in found] for key in keys], seed
        )
        for what, level, at in asked
    )


def positions(case: Case) -> Mapping[tuple[str, str], tuple[str | None, float | None, float | None]]:
    """Return for each party and issue the option wanted, its place from 0 to 100, and its salience."""
    return dict(_positions(case))


def _positions(
    case: Case,
) -> Iterator[tuple[tuple[str, str], tuple[str | None, float | None, float | None]]]:
    for one in case.positions:
        options = case.issues[one.issue].options
        option = options.get(one.ideal) if one.ideal else None
        place = one.place.mid if one.place else option.place if option else None
        salience = one.salience.mid if one.salience else None
        yield (one.party, one.issue), (one.ideal, place, salience)


def measure_places(
    coders: Sequence[Sequence[Statement]], reports: Iterable[Report]
) -> tuple[SpanAgreement, SpanAgreement, int]:
    """Return the agreement on where statements stand: whatever their act, and by act.

    Statements of one kind that overlap or touch count as one stretch. What is not read, such as a cookie
    notice, is no part of the text.

    Args:
        coders: The statements of each coder.
        reports: The reports.

    Returns:
        The agreement for statements of any act, that by act, and the length of the text in code points.
    """
    shift: dict[str, list[tuple[Place, int]]] = {}
    length = 0
    for report in reports:
        for place in report.readable():
            shift.setdefault(report.id, []).append((place, length))
            length += place.end - place.start
    whole = [{ANY: _merged(coder, shift)} for coder in coders]
    acts = sorted({str(one.act) for coder in coders for one in coder})
    by_act = [
        {act: _merged([one for one in coder if one.act == act], shift) for act in acts} for coder in coders
    ]
    return unitizing_alpha(whole, length), unitizing_alpha(by_act, length), length


def _closeness(one: Statement, other: Statement) -> tuple[int, float]:
    """Return whether two cues overlap and which share of the words does; zeros for what is not the same."""
    shared = _shared(one.evidence, other.evidence)
    both = one.evidence.end - one.evidence.start + other.evidence.end - other.evidence.start - shared
    share = shared / both
    cues = _shared(one.cue, other.cue) > 0
    return (int(cues), share) if cues or share > SAME else (0, 0.0)


def _shared(one: Evidence, other: Evidence) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _start(unit: Unit) -> tuple[str, int, int]:
    first = min(unit.given(), key=lambda one: (one.evidence.start, one.evidence.end)).evidence
    return first.report, first.start, first.end


def _measured(what: str, level: Level, rows: Sequence[Sequence[Value | None]], seed: int) -> Measured:
    counts = [sum(value is not None for value in row) for row in rows]
    units = sum(count > 1 for count in counts)
    agreement = krippendorff_alpha(rows, level) if units else None
    interval = alpha_interval(rows, level, seed=seed) if units else None
    return Measured(what, level, agreement, units, sum(count == 1 for count in counts), interval)


def _merged(
    statements: Iterable[Statement], shift: Mapping[str, Sequence[tuple[Place, int]]]
) -> list[tuple[int, int]]:
    """Return the stretches of the readable text that statements cover."""
    pieces = sorted(
        (before + max(one.start - place.start, 0), before + min(one.end, place.end) - place.start)
        for one in (statement.evidence for statement in statements)
        for place, before in shift.get(one.report, ())
        if one.start < place.end and place.start < one.end
    )
    merged: list[tuple[int, int]] = []
    for start, end in pieces:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
