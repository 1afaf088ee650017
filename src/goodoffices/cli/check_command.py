"""`goodoffices check`: is a case folder sound?"""

from __future__ import annotations

from pathlib import Path

import click


@click.command(name="check")
@click.argument("path", type=click.Path(path_type=Path), metavar="FOLDER|CASE.YAML")
def command(path: Path) -> None:
    """Check a case folder or a case file, and say what is wrong where.

    Every problem is listed with file, line and column, in order of the file; exit code 2 if there is one.
    The evidence of every statement is compared with the saved text of its report.
    """
    from goodoffices.workspace.bundle import check

    case, notes = check(path)
    for note in notes:
        click.echo(note)
    click.echo(
        f"{path}: sound. {len(case.parties)} parties, {len(case.issues)} issues, "
        f"{len(case.positions)} positions, {_lines(len(case.red_lines))}, {len(case.proposals)} proposals."
    )


def _lines(count: int) -> str:
    return f"{count} red line{'' if count == 1 else 's'}"
