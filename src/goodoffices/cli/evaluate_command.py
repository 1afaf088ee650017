"""`goodoffices evaluate`: measure the reader against what people found."""

from __future__ import annotations

from pathlib import Path

import click

from goodoffices.cli.arguments import json_option, progress


@click.command(name="evaluate")
@click.argument("folder", type=click.Path(path_type=Path), metavar="GOLD")
@click.option(
    "--errors",
    type=click.IntRange(0, 100_000),
    default=3,
    show_default=True,
    help="Most examples shown of each kind of error; with --json, all are given unless this is set.",
)
@json_option
@click.pass_context
def command(context: click.Context, folder: Path, errors: int, as_json: bool) -> None:
    """Measure how much of what people found the reader finds, and how much of what it finds is right.

    GOLD is a folder of reports, each with a YAML file of the same name that codes it; or a case folder, whose
    corrected statements are taken as right. Its reports are read afresh, and what is found is compared.
    """
    from goodoffices.cli.evaluate_views import record, show
    from goodoffices.statements.scoring import figures
    from goodoffices.workspace.gold import load_gold, score_gold

    gold = load_gold(folder)
    scores = score_gold(gold, progress=progress)
    counted = figures(scores)
    if as_json:
        given = context.get_parameter_source("errors") is not click.core.ParameterSource.DEFAULT
        click.echo(record(scores, counted, errors if given else None))
    else:
        show(scores, counted, errors)
