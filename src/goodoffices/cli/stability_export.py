"""Write a conflict for other programs, or in our own format, by the ending of the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from goodoffices.cli.stability_concepts import LIMITED

if TYPE_CHECKING:
    from goodoffices.cli.stability_subject import Subject

FORMATS = (".graphml", ".csv", ".nfg", ".efg", ".yaml")


def check_ending(_: click.Context, option: click.Parameter, file: Path | None) -> Path | None:
    """Refuse a file whose ending is no format before any work is done."""
    if file is not None and file.suffix.lower() not in FORMATS:
        raise click.BadParameter(
            f"{str(file)!r} does not end in {', '.join(FORMATS[:-1])} or {FORMATS[-1]}", param=option
        )
    return file


def export(
    subject: Subject, file: Path, *, start: str | None, first: str | None, concepts: Sequence[str]
) -> None:
    """Write a conflict to a file, and say on standard error what was written.

    Raises:
        ModelError: The conflict does not fit the format, or is too large for it.
    """
    from goodoffices.workspace.files import write_atomically

    texts = _texts(subject, file, start=start, first=first, concepts=concepts)
    for path, text in texts.items():
        write_atomically(path, text)
        click.echo(f"Written: {path}", err=True)


def _texts(
    subject: Subject, file: Path, *, start: str | None, first: str | None, concepts: Sequence[str]
) -> dict[Path, str]:
    from goodoffices.models.graph.integrated import arcs_csv, graphml, integrated_graph, states_csv
    from goodoffices.models.graph.nfg import strategic_form
    from goodoffices.workspace.conflict_writer import bare_entry, conflict_text

    ending, model = file.suffix.lower(), subject.model
    if ending == ".nfg":
        return {file: strategic_form(model)}
    if ending == ".efg":
        return {file: _tree(subject, start, first, concepts)}
    if ending == ".yaml":
        if subject.derived is None:
            return {file: conflict_text(subject.entry)}
        bare = bare_entry(subject.entry.name, model)
        return {file: conflict_text(replace(bare, status_quo=subject.entry.status_quo))}
    graph = integrated_graph(model)
    if ending == ".graphml":
        return {file: graphml(graph)}
    return {file: states_csv(graph), file.with_name(f"{file.stem}-moves.csv"): arcs_csv(graph)}


def _tree(subject: Subject, start: str | None, first: str | None, concepts: Sequence[str]) -> str:
    from goodoffices.case.names import way_out
    from goodoffices.models.graph.efg import limited_move_tree

    people = subject.model.decision_makers
    who = first or people[0]
    if who not in people:
        raise click.UsageError(f"--first: no party {who!r}; {way_out(who, people)}")
    state = start or subject.entry.status_quo
    if state is None:
        raise click.UsageError("an .efg file needs a state where play begins: add --from STATE")
    horizons = [int(found[1]) for concept in concepts if (found := LIMITED.fullmatch(concept))]
    if not horizons:
        raise click.UsageError(
            "an .efg file holds the game of limited moves: add --concept L3 to look three moves ahead"
        )
    return limited_move_tree(subject.model, who, state, horizons[-1])
