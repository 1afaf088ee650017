"""`goodoffices export`: findings to the tools that coders use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from goodoffices.cli.arguments import named_output

if TYPE_CHECKING:
    from goodoffices.statements.decisions import Finding

KINDS = ("statement", "relation", "precedent", "option", "distance")
TOOLS = ("brat", "labelstudio", "csv", "xlsx", "docbin")


@click.command(name="export")
@click.argument("folder", type=click.Path(path_type=Path), metavar="FOLDER")
@click.option("--to", "tool", type=click.Choice(TOOLS), help="The tool; told by the ending of -o otherwise.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Folder to write for brat and Label Studio, file otherwise; it must be named.",
)
@click.option(
    "--only",
    "kinds",
    type=click.Choice(KINDS),
    multiple=True,
    help="Only findings of this kind; may be given several times. Others stay as they are at the import.",
)
def command(folder: Path, tool: str | None, output: Path | None, kinds: tuple[str, ...]) -> None:
    """Write the findings of a case folder for a tool in which coders work.

    brat: a folder with .txt and .ann files and its configuration. labelstudio: a folder with tasks.json and
    the labelling interface, labels.xml. csv: one row a finding, a file for each kind (talks.csv,
    talks.relations.csv, …). xlsx: a sheet for each kind. docbin: a .spacy file for spaCy 3. An unchanged
    file comes back as no change; 'goodoffices import' takes it.
    """
    from goodoffices.statements.decisions import findings
    from goodoffices.workspace.review import open_review
    from goodoffices.workspace.roundtrip.transfer import Tool, tool_of, write_out

    output = named_output(output, "file or folder", f"export {folder} -o findings.csv")
    chosen = Tool(tool) if tool else tool_of(output)
    review = open_review(folder)
    found = findings(review.reading)
    files = write_out(chosen, output, review.reports, found, kinds or KINDS)
    told = f"{len(files)} files in {output}" if output.is_dir() else ", ".join(map(str, files))
    count = len(review.reports)
    click.echo(
        f"Wrote {_counted(found, kinds or KINDS)} of {count} report{'' if count == 1 else 's'}: {told}.\n"
        f"Next: 'goodoffices import {folder} {output}{_from(tool)}' takes back what coders change."
    )


def _counted(found: Sequence[Finding], kinds: Sequence[str]) -> str:
    from goodoffices.statements.forms import form_of

    counts = Counter(form_of(one).kind for one in found)
    named = [f"{counts[kind]} {kind}{'' if counts[kind] == 1 else 's'}" for kind in kinds if counts[kind]]
    return ", ".join(named) or "no findings"


def _from(tool: str | None) -> str:
    return f" --from {tool}" if tool else ""
