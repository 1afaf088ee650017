"""`goodoffices check`: is a case folder sound?"""

from __future__ import annotations

from collections.abc import Sized
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
        f"{path}: sound. {_many(case.parties, 'party', 'parties')}, {_many(case.issues, 'issue')}, "
        f"{_many(case.positions, 'position')}, {_many(case.red_lines, 'red line')}, "
        f"{_many(case.proposals, 'proposal')}."
    )


def _many(found: Sized, one: str, several: str | None = None) -> str:
    return f"{len(found)} {one if len(found) == 1 else several or one + 's'}"
