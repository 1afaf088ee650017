"""`goodoffices stability`: which outcomes hold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from goodoffices.cli.arguments import json_option

if TYPE_CHECKING:
    from goodoffices.models.graph.conflict import Conflict

CONCEPTS = ("R", "GMR", "SMR", "SEQ", "SSEQ")


@click.command(name="stability")
@click.argument("path", type=click.Path(path_type=Path), metavar="FILE|FOLDER")
@click.option(
    "--concept",
    "concepts",
    multiple=True,
    type=click.Choice(CONCEPTS, case_sensitive=False),
    help="Stability concept; may be given several times. Default: all.",
)
@json_option
def command(path: Path, concepts: tuple[str, ...], as_json: bool) -> None:
    """Say which outcomes of a conflict would hold (graph model for conflict resolution).

    FILE is a conflict in the catalogue's format; FOLDER is a case folder, whose conflict is that each
    signatory accepts each proposal or does not. R: nobody can do better by moving alone (Nash). GMR, SMR,
    SEQ, SSEQ: whoever moves away can be punished by the others, on ever stricter terms.
    """
    from goodoffices.models.graph.record import stability_record
    from goodoffices.models.graph.stability import stability

    conflict = _conflict(path)
    solution = stability(conflict, concepts=tuple(concepts) or CONCEPTS)
    if as_json:
        click.echo(json.dumps(stability_record(solution), ensure_ascii=False, indent=2))
    else:
        _show(conflict, stability_record(solution))


def _conflict(path: Path) -> Conflict:
    from goodoffices.models.graph.from_case import answers_conflict
    from goodoffices.workspace.bundle import is_case_folder, open_folder
    from goodoffices.workspace.catalogue import load_conflict

    if is_case_folder(path):
        return answers_conflict(open_folder(path).case)
    return load_conflict(path / "conflict.yaml" if path.is_dir() else path)


def _show(conflict: Conflict, record: dict[str, object]) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    from goodoffices.models.graph.reading import describe_state

    equilibria = record["equilibria"]
    assert isinstance(equilibria, dict)  # noqa: S101 - the record's own shape
    concepts = list(equilibria)
    states = [state for state in conflict.states if any(state in equilibria[concept] for concept in concepts)]
    table = Table("Outcome", *concepts, title=escape(conflict.name), show_lines=True)
    for state in states:
        marks = ["holds" if state in equilibria[concept] else "–" for concept in concepts]
        table.add_row(escape(describe_state(conflict, state)), *marks)
    Console().print(table)
    click.echo(
        f"{len(states)} of {len(conflict.states)} outcomes hold for everybody by at least one concept."
    )
