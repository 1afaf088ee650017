"""`goodoffices search`: find passages of a corpus by their words."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from goodoffices.cli.arguments import json_option
from goodoffices.cli.words import counted, shown

if TYPE_CHECKING:
    from goodoffices.workspace.corpus.index import Hit


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
        click.echo(f"{_report(hit)}\n  {shown(' '.join(hit.passage.split()))}\n")
    if not hits:
        click.echo(shown(_nothing(words)))
        return
    more = len(hits) == limit
    click.echo(f"The first {limit:,}; --limit shows more." if more else f"{counted(len(hits), 'passage')}.")


def _nothing(words: Sequence[str]) -> str:
    """Say that nothing was found, and how to ask for less."""
    star = "a star stands for any ending, as in 'negotiat*'"
    if len(words) == 1:
        return f"No passage holds {words[0]!r}; {star}."
    return f"No passage holds all these words; leave some out, or write OR between them; {star}."


def _report(hit: Hit) -> str:
    """Return what is known of the report of a passage, and the place of the passage in it."""
    known = ", ".join(" ".join(one.split()) for one in (hit.title, hit.publisher, hit.date) if one)
    return shown(f"{known + ' · ' if known else ''}{hit.report} [{hit.start}–{hit.end}]")
