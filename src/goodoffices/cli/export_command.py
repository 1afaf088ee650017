"""`goodoffices export`: statements to the tools that coders use."""

from __future__ import annotations

from pathlib import Path

import click

TOOLS = ("brat", "labelstudio", "csv", "xlsx", "docbin")


@click.command(name="export")
@click.argument("folder", type=click.Path(path_type=Path), metavar="FOLDER")
@click.option("--to", "tool", type=click.Choice(TOOLS), help="The tool; told by the ending of -o otherwise.")
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help="Folder to write for brat and Label Studio, file otherwise.",
)
def command(folder: Path, tool: str | None, output: Path) -> None:
    """Write the statements of a case folder for a tool in which coders work.

    brat: a folder with .txt and .ann files and its configuration. labelstudio: a folder with tasks.json and
    the labelling interface, labels.xml. csv, xlsx: one row a statement. docbin: a .spacy file for spaCy 3.
    An unchanged file comes back as no change; 'goodoffices import' takes it.
    """
    from goodoffices.workspace.review import open_review
    from goodoffices.workspace.roundtrip.transfer import Tool, tool_of, write_out

    chosen = Tool(tool) if tool else tool_of(output)
    review = open_review(folder)
    files = write_out(chosen, output, review.reports, review.reading.statements)
    told = f"{len(files)} files in {output}" if len(files) > 1 else str(output)
    click.echo(
        f"Wrote {len(review.reading.statements)} statements of {len(review.reports)} "
        f"report{'' if len(review.reports) == 1 else 's'}: {told}.\n"
        f"Next: 'goodoffices import {folder} {output}{_from(tool)}' takes back what coders change."
    )


def _from(tool: str | None) -> str:
    return f" --from {tool}" if tool else ""
