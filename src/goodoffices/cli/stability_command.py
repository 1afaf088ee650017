"""`goodoffices stability`: which outcomes hold."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from goodoffices.cli.arguments import json_option

if TYPE_CHECKING:
    from goodoffices.case.case import Case
    from goodoffices.models.graph.conflict import Conflict

FEW = 12
"""Outcomes that are shown unless all are asked for."""
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
@click.option("--coalitions", is_flag=True, help="Reckon also with parties that move away together.")
@click.option("--witnesses", is_flag=True, help="With --json: the proof of every verdict.")
@click.option("--all", "show_all", is_flag=True, help="Show every outcome that holds, however many.")
@json_option
def command(path: Path, concepts: tuple[str, ...], show_all: bool, as_json: bool, **more: bool) -> None:
    """Say which outcomes of a conflict would hold (graph model for conflict resolution).

    FILE is a conflict in the catalogue's format, or saved by GMCR+ (.gmcr); FOLDER is a folder of the
    catalogue, or a case folder, whose conflict is that each signatory accepts each proposal or does not.

    R: nobody can do better by moving alone (Nash). GMR, SMR, SEQ, SSEQ: whoever moves away can be punished
    by the others, on ever stricter terms.
    """
    from goodoffices.models.graph.record import stability_record, witness_record
    from goodoffices.models.graph.stability import stability

    conflict, case = _conflict(path)
    solution = stability(conflict, concepts=tuple(concepts) or CONCEPTS)
    record = stability_record(solution)
    if more["coalitions"]:
        record["coalitions"] = _coalitions(conflict, tuple(concepts) or CONCEPTS)
    if more["witnesses"]:
        record["witnesses"] = witness_record(solution)
    if as_json:
        click.echo(json.dumps(record, ensure_ascii=False, indent=2))
    else:
        _show(conflict, case, record, None if show_all else FEW)


def _coalitions(conflict: Conflict, concepts: tuple[str, ...]) -> dict[str, object]:
    """Return what holds for every coalition, by those of the concepts that are defined for coalitions."""
    from goodoffices.models.graph.coalitions import (
        COALITION_CONCEPTS,
        coalition_record,
        coalition_stability,
    )

    defined = [concept for concept in concepts if concept in COALITION_CONCEPTS] or COALITION_CONCEPTS
    return coalition_record(coalition_stability(conflict, concepts=defined))


def _conflict(path: Path) -> tuple[Conflict, Case | None]:
    from goodoffices.models.graph.from_case import answers_conflict
    from goodoffices.workspace.bundle import is_case_folder, open_folder
    from goodoffices.workspace.catalogue import load_conflict

    if is_case_folder(path):
        case = open_folder(path).case
        return answers_conflict(case), case
    if path.suffix.lower() == ".gmcr":
        from goodoffices.workspace.gmcr_import import load_gmcr

        return load_gmcr(path), None
    return load_conflict(path / "conflict.yaml" if path.is_dir() else path), None


def _show(conflict: Conflict, case: Case | None, record: dict[str, Any], most: int | None) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    from goodoffices.models.graph.reading import describe_state

    equilibria = {concept: set(found) for concept, found in record["equilibria"].items()}
    together = record.get("coalitions", {}).get("equilibria", {})
    count = {state: sum(state in found for found in equilibria.values()) for state in conflict.states}
    states = sorted((state for state in conflict.states if count[state]), key=lambda state: -count[state])
    table = Table(title=escape(conflict.name), show_lines=True)
    table.add_column("Outcome", min_width=36)
    for concept in equilibria:
        table.add_column(concept)
    for state in states[:most]:
        marks = [_mark(state, found, together.get(concept)) for concept, found in equilibria.items()]
        told = (
            _answers(conflict, state, case) if case else describe_state(conflict, state).replace(". ", ".\n")
        )
        table.add_row(escape(told), *marks)
    if case is not None:
        for number, id_ in enumerate(_proposals(conflict), start=1):
            click.echo(f"Proposal {number}: {case.proposals[id_].name}")
    Console().print(table)
    click.echo(
        f"{len(states)} of {len(conflict.states)} outcomes hold for everybody by at least one concept."
    )
    if together:
        click.echo("'alone': parties that move away together would still gain; 'holds': nobody would.")
    if most is not None and len(states) > most:
        click.echo(f"The {most} that hold by most concepts are shown; --all shows all, --json everything.")


def _mark(state: str, alone: set[str], together: Sequence[str] | None) -> str:
    """Say whether a state holds, and if coalitions were asked for, whether it holds against them too."""
    if state not in alone:
        return "–"
    if together is None:
        return "holds"
    return "holds" if state in together else "alone"


def _proposals(conflict: Conflict) -> list[str]:
    return list(dict.fromkeys(option.name for option in conflict.options))


def _answers(conflict: Conflict, state: str, case: Case) -> str:
    """Say who accepts which proposal in a state of a case's conflict, in the names of the case."""
    lines = []
    for number, proposal in enumerate(_proposals(conflict), start=1):
        letters = [
            (case.parties[option.owner].name, letter)
            for option, letter in zip(conflict.options, state, strict=True)
            if option.name == proposal
        ]
        yes = ", ".join(name for name, letter in letters if letter == "Y") or "nobody"
        force = "; in force" if all(letter == "Y" for _, letter in letters) else ""
        lines.append(f"{number}: accepted by {yes}{force}")
    return "\n".join(lines)
