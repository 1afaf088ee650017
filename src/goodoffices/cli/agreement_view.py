"""Agreement and disagreements in words and tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from goodoffices.case.coder_agreement import ANY, FEATURES, Measured
from goodoffices.case.coder_differences import Difference
from goodoffices.case.unitizing import SpanAgreement
from goodoffices.cli.review_view import safe

if TYPE_CHECKING:
    from rich.table import Table

RELIABLE, TENTATIVE = 0.8, 0.667
"""Customary bounds (Krippendorff 2018, section 12.2)."""
Places = tuple[SpanAgreement, SpanAgreement, int]
LONG = 200
"""Most characters of words that are shown."""


def reading(alpha: float | None) -> str:
    """Return what a figure means by Krippendorff's customs.

    References:
        Krippendorff (2018), Content Analysis, 4th ed., chapter 12: rely on .800 and more, draw only tentative
        conclusions from .667, none below.
    """
    if alpha is None:
        return "all the same, so chance cannot be told apart"
    if alpha >= RELIABLE:
        return "can be relied on"
    if alpha >= TENTATIVE:
        return "tentative conclusions only"
    if alpha > 0:
        return "too low to rely on"
    return "no better than chance"


@dataclass(frozen=True, slots=True)
class Untouched:
    """How many statements are in every coding what a program found, with no sign that anybody looked.

    Attributes:
        count: Their number.
        of: How many statements there are.
    """

    count: int
    of: int

    @property
    def most(self) -> bool:
        """Whether they are most, so that figures would praise the program for agreeing with itself."""
        return 2 * self.count > self.of

    def read_as(self, told: str) -> str:
        """Return what a figure means, or why it means nothing."""
        return f"no verdict ({self.count} of {self.of} untouched)" if self.most else told

    def told(self) -> str:
        """Say it in a sentence; nothing where there are none."""
        if not self.count:
            return ""
        without = "; so no figure on statements is read as agreement of coders" if self.most else ""
        return (
            f"Of {self.of} statements {self.count} are in every coding just as the program found them, and "
            f"nobody confirmed them. On these the program agrees with itself{without}. Who looked at a "
            "statement and lets it stand accepts it ('goodoffices review', or import --accept).\n"
        )


def show(
    names: Sequence[str],
    counts: Sequence[int],
    measured: Sequence[Measured],
    places: Places,
    found: Sequence[Difference],
    untouched: Untouched,
) -> None:
    """Print the agreement and the disagreements."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    console = Console(highlight=False)
    told = ", ".join(f"{name} ({count} statements)" for name, count in zip(names, counts, strict=True))
    console.print(f"Coders: {told}. Text read: {places[2]:,} characters.\n", markup=False)
    if untouched.count:
        console.print(untouched.told(), markup=False)
    console.print(_figures(measured, untouched))
    table = Table("Where statements stand (unitising)", "Alpha", "Read as", box=SIMPLE_HEAD)
    for name, alpha in _alphas(places):
        table.add_row(name, _figure(alpha), untouched.read_as(reading(alpha)))
    console.print(table)
    console.print(
        "Alpha is 1 for perfect agreement and 0 for what chance would give. By custom, data can be relied on "
        "from .800 on, and allow tentative conclusions from .667 on (Krippendorff 2018). The interval tells "
        "how alpha would vary with other units like these, by resampling them; where it reaches below a "
        "bound, the figure does not show that the bound is met."
    )
    for difference in found:
        console.print()
        where = f"{difference.report}: " if difference.report else ""
        words = safe(difference.words[:LONG]) + ("…" if len(difference.words) > LONG else "")
        console.print(f"[bold]{', '.join(difference.what)}[/bold]", end="  ")
        console.print(f"{where}“{words}”", markup=False)
        for name, coding in zip(names, difference.codings, strict=True):
            console.print(f"    {name}: {safe(coding) or '–'}", markup=False)
    if found:
        console.print()


def _figures(measured: Sequence[Measured], untouched: Untouched) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False, collapse_padding=True)
    for heading in ("What both coded", "Level", "Alpha", "95 %", "Units", "One only"):
        table.add_column(heading, no_wrap=True)
    table.add_column("Read as")
    for one in measured:
        alpha = one.agreement.alpha if one.agreement else None
        sizes = (str(one.units), str(one.missing))
        table.add_row(one.what, str(one.level), _figure(alpha), _interval(one), *sizes, _told(one, untouched))
    return table


def record(
    names: Sequence[str],
    counts: Sequence[int],
    measured: Sequence[Measured],
    places: Places,
    found: Sequence[Difference],
    untouched: Untouched,
) -> dict[str, Any]:
    """Return all of it for programs."""
    return {
        "coders": [{"name": name, "statements": count} for name, count in zip(names, counts, strict=True)],
        "characters": places[2],
        "untouched": {"statements": untouched.count, "of": untouched.of},
        "agreement": [_figure_record(one, untouched) for one in measured],
        "unitising": [
            {"on": name, "alpha": alpha, "read_as": untouched.read_as(reading(alpha))}
            for name, alpha in _alphas(places)
        ],
        "disagreements": [
            {
                "weight": round(one.weight, 1),
                "on": list(one.what),
                "report": one.report or None,
                "start": one.start if one.report else None,
                "words": one.words,
                "codings": dict(zip(names, one.codings, strict=True)),
            }
            for one in found
        ],
    }


def _figure_record(one: Measured, untouched: Untouched) -> dict[str, Any]:
    return {
        "on": one.what,
        "level": str(one.level),
        "alpha": one.agreement.alpha if one.agreement else None,
        "observed": one.agreement.observed if one.agreement else None,
        "expected": one.agreement.expected if one.agreement else None,
        "interval": [one.interval.low, one.interval.high] if one.interval else None,
        "draws": one.interval.draws if one.interval else 0,
        "units": one.units,
        "by_one_only": one.missing,
        "read_as": _told(one, untouched),
    }


def _told(one: Measured, untouched: Untouched) -> str:
    """Return what a figure means; those on positions of cases rest on no statement."""
    if one.agreement is None:
        return "nothing that two coders coded"
    told = reading(one.agreement.alpha)
    return untouched.read_as(told) if one.what in FEATURES else told


def _alphas(places: Places) -> Iterator[tuple[str, float | None]]:
    whole, by_act, _ = places
    yield ANY, whole.alpha
    yield "all acts, each by itself", by_act.alpha
    for act in by_act.expected:
        yield act, by_act.alpha_of(act)


def _figure(alpha: float | None) -> str:
    return "–" if alpha is None else f"{alpha:.3f}".replace("0.", ".", 1)


def _interval(one: Measured) -> str:
    ends = (one.interval.low, one.interval.high) if one.interval else ()
    return "–".join(f"{end:.2f}".replace("0.", ".", 1) for end in ends) or "–"
