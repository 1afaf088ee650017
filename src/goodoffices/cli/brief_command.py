"""`goodoffices brief`: the main job."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from goodoffices.cli.arguments import json_option, progress, report_arguments, take_reports, write_out
from goodoffices.errors import BriefError

if TYPE_CHECKING:
    from goodoffices.brief.page import Brief

ENDINGS = {".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown", ".json": "json"}


@click.command(name="brief")
@report_arguments
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="File to write, or - for standard output. The ending tells the format. "
    "Without it: brief.html in the case folder, or <report>-brief.html here.",
)
@click.option(
    "--format", "form", type=click.Choice(["html", "markdown", "json"]), help="Format of the brief."
)
@json_option
def command(paths: Sequence[Path], output: Path | None, form: str | None, as_json: bool) -> None:
    """Read reports or a case folder and write the brief.

    REPORT is a report (text, Markdown, HTML, PDF, Word, e-mail, feed), a folder of reports, - for
    standard input, or one case folder: a folder with case.yaml, as 'goodoffices draft' makes it.
    """
    form = "json" if as_json else form or _form_of(output)
    brief = _compose(paths)
    if output is None:
        output = Path("-") if form != "html" else _default_output(paths)
    text = _written(brief, form)
    write_out(text, output)
    if str(output) != "-":
        click.echo(f"The brief is in {output}", err=form == "json")


def _form_of(output: Path | None) -> str:
    """Tell the format by the file's ending; an ending that is none of ours is refused before any work."""
    if output is None or str(output) == "-":
        return "html"
    if output.suffix.lower() not in ENDINGS:
        raise BriefError(
            f"a brief cannot be written as '{output.suffix or output.name}'; use .html, .md or .json "
            "(a browser prints the .html as PDF)"
        )
    return ENDINGS[output.suffix.lower()]


def _compose(paths: Sequence[Path]) -> Brief:
    from goodoffices.brief.compose import compose
    from goodoffices.workspace.beside import examples
    from goodoffices.workspace.bundle import draft, is_case_folder, open_folder

    cases = [path for path in paths if is_case_folder(path)]
    if cases and len(paths) > 1:
        raise BriefError(_mixed(cases, paths))
    bundle = open_folder(paths[0]) if cases else draft(take_reports(paths), progress=progress)
    return compose(bundle.case, bundle.reading, bundle.reports, examples(), bundle.lags)


def _mixed(cases: Sequence[Path], paths: Sequence[Path]) -> str:
    """Say why a case folder stands alone: read with others it would be drafted anew, without its case."""
    others = ", ".join(str(path) for path in paths if path not in cases) or "the other folders"
    return (
        f"{cases[0]} is a case folder, and is briefed by itself, as its case and its corrections hold for "
        f"its own reports only; give 'goodoffices brief {cases[0]}' and brief {others} apart, or see what "
        "moved between several with 'goodoffices timeline'"
    )


def _default_output(paths: Sequence[Path]) -> Path:
    from goodoffices.workspace.bundle import is_case_folder

    first = paths[0]
    if len(paths) == 1 and is_case_folder(first):
        return first / "brief.html"
    return Path("brief.html" if str(first) == "-" else f"{first.resolve().stem or 'reports'}-brief.html")


def _written(brief: Brief, form: str) -> str:
    from goodoffices.brief.html import html
    from goodoffices.brief.markdown import markdown
    from goodoffices.brief.record import record

    if form == "json":
        return json.dumps(record(brief), ensure_ascii=False, indent=2) + "\n"
    return markdown(brief) if form == "markdown" else html(brief)
