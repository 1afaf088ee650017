"""`goodoffices draft`: reports into a case folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from goodoffices.cli.arguments import named_output, progress, report_arguments, take_reports


@click.command(name="draft")
@report_arguments
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Folder to write; it must be named.")
def command(paths: Sequence[Path], output: Path | None) -> None:
    """Turn reports into a case folder that an analyst can start from.

    The folder gets case.yaml, the reports' saved texts and statements.jsonl. Everything drafted is marked
    so, and no number is made up. An existing case.yaml is never overwritten.
    """
    from goodoffices.workspace.bundle import draft, refuse_existing, save

    output = named_output(output, "folder", f"draft {paths[0]}{' …' if len(paths) > 1 else ''} -o my-case")
    refuse_existing(output)
    bundle = draft(take_reports(paths), progress=progress)
    save(bundle, output)
    case = bundle.case
    click.echo(
        f"Drafted {output / 'case.yaml'}: {len(case.parties)} parties, {len(case.proposals)} proposals, "
        f"{len(bundle.reading.statements)} statements.\nNext: edit it, then 'goodoffices check {output}' and "
        f"'goodoffices brief {output}'."
    )
