"""`goodoffices draft`: reports into a case folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from goodoffices.cli.arguments import progress, report_arguments, take_reports


@click.command(name="draft")
@report_arguments
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="Folder to write.")
def command(paths: Sequence[Path], output: Path) -> None:
    """Turn reports into a case folder that an analyst can start from.

    The folder gets case.yaml, the reports' saved texts and statements.jsonl. Everything drafted is marked
    so, and no number is made up. An existing case.yaml is never overwritten.
    """
    from goodoffices.statements.gazetteer import load_gazetteer
    from goodoffices.workspace.case_folder import refuse_existing, save_case_folder
    from goodoffices.workspace.draft.case import draft_case
    from goodoffices.workspace.reading import read

    refuse_existing(output)
    reports = take_reports(paths)
    reading = read(reports, progress=progress)
    case = draft_case(reading, reports, load_gazetteer())
    save_case_folder(output, case, reports, reading)
    click.echo(
        f"Drafted {output / 'case.yaml'}: {len(case.parties)} parties, {len(case.proposals)} proposals, "
        f"{len(reading.statements)} statements.\nNext: edit it, then 'goodoffices check {output}' and "
        f"'goodoffices brief {output}'."
    )
