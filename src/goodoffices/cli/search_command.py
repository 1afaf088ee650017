"""`goodoffices search`: find passages of a corpus by their words."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from goodoffices.cli.arguments import json_option


@click.command(name="search")
@click.argument("corpus", type=click.Path(path_type=Path))
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--limit", type=click.IntRange(1, 100_000), default=20, show_default=True, help="Most passages shown."
)
@json_option
def command(corpus: Path, words: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Find the passages of a corpus that hold all WORDS, the best first.

    CORPUS is a folder that 'goodoffices read FOLDER -o CORPUS/' made. Phrases go in quotation marks;
    AND, OR, NOT, NEAR and prefix* are understood.
    """
    from goodoffices.workspace.corpus.index import search

    hits = search(corpus, " ".join(words), limit=limit)
    if as_json:
        click.echo(json.dumps([asdict(hit) for hit in hits], ensure_ascii=False, indent=1))
        return
    for hit in hits:
        click.echo(f"{hit.report} [{hit.start}–{hit.end}]\n  {' '.join(hit.passage.split())}\n")
    click.echo(f"{len(hits)} passages." if len(hits) < limit else f"The first {limit}; --limit shows more.")
