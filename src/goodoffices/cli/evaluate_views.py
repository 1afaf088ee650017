"""How well the reader read, as tables for people and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby, islice, zip_longest

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from goodoffices.statements.scoring import Counts, Figure, Score, Wrong

__all__ = ["record", "show"]

GROUPS = {
    "found": "Found",
    "right": "Right in what was found",
    "act": "By act (the act must be right, too)",
    "construction": "By construction",
}
WORDS = 160
"""Most letters shown of an example."""


def record(scores: Sequence[Score], counted: Sequence[Figure], errors: int | None) -> str:
    """Return figures and examples as JSON.

    Args:
        scores: One for each report.
        counted: The figures over all reports.
        errors: Most examples of each kind; None for all.
    """
    figures = [
        {
            "group": one.group,
            "name": one.name,
            **asdict(one.counts),
            "precision": one.counts.precision,
            "recall": one.counts.recall,
            "f1": one.counts.f1,
            "f1_interval": one.interval,
        }
        for one in counted
    ]
    wrong = [asdict(one) for one in _first(scores, errors)]
    given = {"reports": [score.report for score in scores], "figures": figures, "errors": wrong}
    return json.dumps(given, ensure_ascii=False, indent=1)


def show(scores: Sequence[Score], counted: Sequence[Figure], errors: int) -> None:
    """Print figures and examples."""
    console = Console()
    invented = next(one.counts for one in counted if one.name == "invented")
    console.print(
        f"{len(scores)} report{'s' if len(scores) > 1 else ''} read. {invented.right} of {invented.found} "
        "statements that were found stand where people found none."
    )
    for group, title in GROUPS.items():
        rows = [one for one in counted if one.group == group and one.counts != Counts()]
        if not rows:
            continue
        if group != "found":
            rows.sort(key=lambda one: (-one.counts.wanted, one.name))
        console.print(_shares(title, rows) if group == "right" else _table(title, rows))
    if len(scores) > 1:
        console.print(f"95 %: where F1 lies in 95 of 100 draws of the {len(scores)} reports anew.\n")
    for kind, listed in groupby(_first(scores, errors), key=lambda one: one.kind):
        console.print(f"[bold]{_title(kind)}[/bold]")
        for one in listed:
            console.print(f"  {escape(_example(one))}")


def _table(title: str, rows: Sequence[Figure]) -> Table:
    table = Table(title=title, title_justify="left")
    for name in ("", "coded", "found", "right", "precision", "recall", "F1", "95 %"):
        table.add_column(name, justify="right" if name else "left", no_wrap=bool(name))
    for one in rows:
        counts = one.counts
        rates = map(_rate, (counts.precision, counts.recall, counts.f1))
        table.add_row(
            one.name, str(counts.wanted), str(counts.found), str(counts.right), *rates, _interval(one)
        )
    return table


def _shares(title: str, rows: Sequence[Figure]) -> Table:
    table = Table(title=title, title_justify="left")
    for name in ("", "of", "right", "share", "95 %"):
        table.add_column(name, justify="right" if name else "left", no_wrap=bool(name))
    for one in rows:
        of = str(one.counts.wanted)
        if one.counts.found != one.counts.wanted:
            of = f"{one.counts.wanted} coded, {one.counts.found} found"
        table.add_row(one.name, of, str(one.counts.right), _rate(one.counts.f1), _interval(one))
    return table


def _rate(rate: float | None) -> str:
    return "-" if rate is None else f"{rate:.2f}"


def _interval(one: Figure) -> str:
    return "" if one.interval is None else f"{one.interval[0]:.2f}–{one.interval[1]:.2f}"


def _first(scores: Sequence[Score], errors: int | None) -> Iterator[Wrong]:
    """Yield up to so many errors of each kind, the commonest kind first, one from each report in turn."""
    kinds = [one.kind for score in scores for one in score.wrong]
    for kind in sorted(set(kinds), key=lambda kind: (-kinds.count(kind), kind)):
        rounds = zip_longest(*([one for one in score.wrong if one.kind == kind] for score in scores))
        yield from islice((one for each in rounds for one in each if one), errors)


def _title(kind: str) -> str:
    told = kind.startswith(("missed", "invented", "extra"))
    return kind.capitalize() if told else f"Wrong {kind}"


def _example(one: Wrong) -> str:
    words = " ".join(one.words.split())
    words = words if len(words) <= WORDS else f"{words[:WORDS].rstrip()} …"
    place = f"{one.report} ({one.construction})" if one.construction else one.report
    told = [f"coded: {one.wanted}"] if one.wanted else []
    told += [f"found: {one.found}"] if one.found else []
    return f"{place}: {words}\n      {'; '.join(told)}"
