"""How far coders agree who mark spans in a text: Krippendorff's alpha for unitizing.

Two coders who mark passages have to agree on where a passage starts and ends before they can agree on what it
is. The measure compares, along the whole text, the spans of one kind that each coder marked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, pairwise

from goodoffices.errors import CaseError

Span = tuple[int, int]
"""First position of a span and the first behind it, in code points."""


@dataclass(frozen=True, slots=True)
class SpanAgreement:
    """How far coders agree on the spans of each kind.

    Attributes:
        alpha: Over all kinds; 1 for perfect agreement, 0 for what chance would give; None where nobody marked
            anything.
        observed: Disagreement that is there, by kind.
        expected: Disagreement that chance would give, by kind.
    """

    alpha: float | None
    observed: Mapping[str, Fraction]
    expected: Mapping[str, Fraction]

    def alpha_of(self, kind: str) -> float | None:
        """Return the agreement on the spans of one kind; None where the kind covers everything or nothing."""
        if not self.expected[kind]:
            return None
        return float(1 - self.observed[kind] / self.expected[kind])


def unitizing_alpha(coders: Sequence[Mapping[str, Sequence[Span]]], length: int) -> SpanAgreement:
    """Return how far coders agree on spans in a text.

    The spans of one kind that one coder marked may touch, but not overlap; those of two kinds may.

    Args:
        coders: For each coder the spans that they marked, by kind.
        length: Length of the text, in the unit of the spans.

    Raises:
        CaseError: Fewer than two coders, or a span is empty, outside the text, or overlaps another.

    References:
        Krippendorff (1995), On the reliability of unitizing continuous data, Sociological Methodology 25;
        Krippendorff (2004), Content Analysis, 2nd ed., section 11.6. The form of 2004 is used: that of 1995
        counts the places where a span fits into a gap differently by 1, which matters only in short texts.
    """
    if len(coders) < 2:
        raise CaseError(f"agreement needs two coders; {len(coders)} given")
    kinds = sorted({kind for coder in coders for kind in coder})
    observed, expected = {}, {}
    for kind in kinds:
        lines = [_line(sorted(coder.get(kind, ())), length, kind) for coder in coders]
        observed[kind] = _observed(lines, length)
        expected[kind] = _expected(lines, length)
    chance = sum(expected.values())
    alpha = float(1 - sum(observed.values()) / chance) if chance else None
    return SpanAgreement(alpha, observed, expected)


@dataclass(frozen=True, slots=True)
class _Section:
    """A piece of the text that one coder marked as a unit, or left as a gap."""

    start: int
    end: int
    marked: bool

    @property
    def length(self) -> int:
        return self.end - self.start


def _line(spans: Sequence[Span], length: int, kind: str) -> tuple[_Section, ...]:
    """Return the text as one coder cut it: units of a kind and the gaps between them."""
    _check(spans, length, kind)
    edges = [(0, 0), *spans, (length, length)]
    sections: list[_Section] = []
    for before, after in pairwise(edges):
        if before[1] < after[0]:
            sections.append(_Section(before[1], after[0], marked=False))
        if after[0] < after[1]:
            sections.append(_Section(*after, marked=True))
    return tuple(sections)


def _check(spans: Sequence[Span], length: int, kind: str) -> None:
    for start, end in spans:
        if not 0 <= start < end <= length:
            raise CaseError(
                f"span {start}–{end} of '{kind}' is empty or outside the text of {length} code points"
            )
    for one, other in pairwise(spans):
        if other[0] < one[1]:
            raise CaseError(
                f"spans {one[0]}–{one[1]} and {other[0]}–{other[1]} of '{kind}' overlap; one coder's spans "
                "of one kind may only touch, so merge them or give them two kinds"
            )


def _observed(lines: Sequence[Sequence[_Section]], length: int) -> Fraction:
    """Return the mean squared difference between the sections of two coders, over all pairs of coders."""
    found = sum(
        _differ(one, other) for first, second in combinations(lines, 2) for one, other in _meet(first, second)
    )
    return Fraction(2 * found, len(lines) * (len(lines) - 1) * length**2)


def _meet(first: Sequence[_Section], second: Sequence[_Section]) -> Iterator[tuple[_Section, _Section]]:
    """Give the pairs of sections that share a place, in one pass along the text."""
    i = j = 0
    while i < len(first) and j < len(second):
        yield first[i], second[j]
        end = min(first[i].end, second[j].end)
        i += first[i].end == end
        j += second[j].end == end


def _differ(one: _Section, other: _Section) -> int:
    """Return the squared difference of two sections that share a place."""
    if one.marked and other.marked:
        return (one.start - other.start) ** 2 + (one.end - other.end) ** 2
    if one.marked != other.marked:
        unit, gap = (one, other) if one.marked else (other, one)
        if gap.start <= unit.start and unit.end <= gap.end:
            return unit.length**2
    return 0


def _expected(lines: Sequence[Sequence[_Section]], length: int) -> Fraction:
    """Return the disagreement if every unit could lie anywhere, beside units and within gaps."""
    sections = [section for line in lines for section in line]
    units = [section.length for section in sections if section.marked]
    gaps = [section.length for section in sections if not section.marked]
    whole = len(lines) * length
    total = Fraction(0)
    for unit in units:
        beside_units = Fraction((len(units) - 1) * (2 * unit**3 - 3 * unit**2 + unit), 3)
        within_gaps = unit**2 * sum(gap - unit + 1 for gap in gaps if gap >= unit)
        total += beside_units + within_gaps
    ways = whole * (whole - 1) - sum(unit * (unit - 1) for unit in units)
    return Fraction(2, length) * total / ways if units and ways else Fraction(0)
