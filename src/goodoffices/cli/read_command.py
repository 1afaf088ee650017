"""`goodoffices read`: list who says or does what."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from goodoffices.cli.arguments import json_option, progress, report_arguments, take_reports, write_out

if TYPE_CHECKING:
    from goodoffices.statements.statement import Actor, Reading, Statement


@click.command(name="read")
@report_arguments
@json_option
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File to write to.")
def command(paths: Sequence[Path], as_json: bool, output: Path | None) -> None:
    """List who says or does what in reports, with the words that show it.

    REPORT is a file (text, Markdown, HTML, PDF, Word, e-mail, feed), a folder of such files, or - for
    standard input.
    With --json: JSON lines, one finding a line, with W3C text position and text quote selectors;
    offsets are Unicode code points into the saved text.
    """
    from goodoffices.statements.jsonl import reading_lines
    from goodoffices.workspace.reading import read

    reading = read(take_reports(paths), progress=progress)
    if as_json or output is not None:
        write_out(reading_lines(reading), output)
    else:
        _show(reading)


def _show(reading: Reading) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table("", "Who", "Act", "Words", show_lines=True)
    for statement in reading.statements:
        words = escape(statement.evidence.exact)
        table.add_row(statement.id, escape(_who(statement.actor)), _act(statement), words)
    for relation in reading.relations:
        voice = f"\n[dim]as {escape(relation.claimed_by.label)} says[/dim]" if relation.claimed_by else ""
        whom = f" {escape(relation.target.label)}" if relation.target else ""
        kind = f"{'not: ' if relation.negated else ''}{relation.kind}{whom}{voice}"
        table.add_row(relation.id, escape(_who(relation.source)), kind, escape(relation.evidence.exact))
    for mention in reading.precedents:
        who = escape(mention.claimed_by.label) if mention.claimed_by else "the report"
        table.add_row(mention.id, who, "appeals to " + escape(mention.name), escape(mention.evidence.exact))
    for option in reading.options:
        table.add_row(option.id, "no owner named", "option", escape(option.evidence.exact))
    for distance in reading.distances:
        who = escape(" / ".join(party.label for party in distance.parties))
        table.add_row(distance.id, who, "apart", escape(distance.evidence.exact))
    console = Console()
    console.print(table if table.row_count else "No statement was found.")


def _who(actor: Actor) -> str:
    return (
        actor.label if not actor.person or actor.person == actor.label else f"{actor.label}\n({actor.person})"
    )


def _act(statement: Statement) -> str:
    negated = "does not " if statement.negated else ""
    answers = f"\nanswers {', '.join(statement.answers)}" if statement.answers else ""
    return f"{negated}{statement.act}{answers}"
