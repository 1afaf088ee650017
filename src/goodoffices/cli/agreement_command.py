"""`goodoffices agreement`: how far coders agree, and where they do not."""

from __future__ import annotations

import json
from collections.abc import Container, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from goodoffices.cli.arguments import json_option

if TYPE_CHECKING:
    from goodoffices.case.coder_differences import Difference
    from goodoffices.workspace.coders import Coder


@click.command(name="agreement")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="CODER...")
@click.option(
    "--limit", type=click.IntRange(0), default=10, show_default=True, help="How many disagreements to show."
)
@click.option("--seed", type=int, default=0, show_default=True, help="Of the resampling for the intervals.")
@click.option("--export", type=click.Path(path_type=Path), help="Write all disagreements to a .csv or .xlsx.")
@json_option
def command(paths: Sequence[Path], limit: int, seed: int, export: Path | None, *, as_json: bool) -> None:
    """Say how far coders agree who coded the same reports, and list where they do not, the weightiest first.

    CODER is a case folder, a statements.jsonl, or a file or folder from brat, Label Studio, a spreadsheet or
    spaCy; name two or more. Agreement is Krippendorff's alpha: nominal for acts and actors, ordinal and
    interval for positions of cases, and that for unitising for where statements stand in the text.
    """
    from goodoffices.case.coder_agreement import measure, measure_places, measure_positions, pair
    from goodoffices.case.coder_differences import differences, position_differences
    from goodoffices.cli.agreement_view import Untouched, record, show
    from goodoffices.workspace.coders import load_coders

    coders, reports = load_coders(paths)
    own = [[one for one in coder.statements if one.evidence.report in reports] for coder in coders]
    units = pair(own)
    places = measure_places(own, reports.values())
    cases = [coder.case for coder in coders if coder.case is not None]
    measured = list(measure(units, seed=seed))
    found = list(differences(units))
    if len(cases) == len(coders):
        measured += [one for one in measure_positions(cases, seed=seed) if one.units]
        found += position_differences(cases)
        found.sort(key=lambda one: -one.weight)
    names = [coder.name for coder in coders]
    untouched = Untouched(sum(unit.untouched for unit in units), len(units))
    if export is not None:
        _export(found, names, export)
    if as_json:
        told = record(names, [len(one) for one in own], measured, places, found, untouched)
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return
    show(names, [len(one) for one in own], measured, places, found[:limit], untouched)
    _tell(found, limit, coders, reports, export)


def _export(found: Sequence[Difference], names: Sequence[str], path: Path) -> None:
    from goodoffices.workspace.cells import write_table
    from goodoffices.workspace.roundtrip.coder_tables import guarded

    guard = guarded if path.suffix.lower() == ".csv" else str
    heading = ["weight", "differ on", "report", "words", *(f"coder {name}" for name in names), "settled as"]
    lines: list[list[str | float | None]] = [
        [
            round(one.weight, 1),
            ", ".join(one.what),
            one.report,
            guard(one.words),
            *(guard(coding) for coding in one.codings),
            "",
        ]
        for one in found
    ]
    write_table(path, heading, lines)


def _tell(
    found: Sequence[Difference],
    limit: int,
    coders: Sequence[Coder],
    reports: Container[str],
    export: Path | None,
) -> None:
    if len(found) > limit:
        more = f"{len(found) - limit} more" if limit else f"{len(found)}"
        click.echo(f"{more} disagreements; --limit shows more, --export writes all to a table.")
    left = sorted({id_ for coder in coders for id_ in coder.reports if id_ not in reports})
    if left:
        click.echo(f"Left out, as not all coded them: {', '.join(left)}.")
    if export is not None:
        click.echo(f"Wrote {len(found)} disagreements to {export}.")
