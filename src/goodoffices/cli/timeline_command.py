"""`goodoffices timeline`: positions per party and issue over time, and who moved."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from goodoffices.cli.arguments import json_option, progress, take_reports, write_out
from goodoffices.errors import BriefError

if TYPE_CHECKING:
    from goodoffices.findings.timeline import Timeline
    from goodoffices.workspace.over_time import OverTime

PAGES = {".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown"}


def _day(_context: click.Context, _option: click.Parameter, said: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(said) if said else None
    except ValueError:
        raise click.BadParameter(f"{said!r} is no day; write it as 2025-08-01") from None


@click.command(name="timeline")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FOLDER...")
@click.option(
    "--party", "parties", multiple=True, help="Only this party, by id or any of its names; may be repeated."
)
@click.option("--issue", "issues", multiple=True, help="Only this issue, by name or id; may be repeated.")
@click.option("--since", callback=_day, metavar="DAY", help="Only from this day on, such as 2025-08-01.")
@click.option("--until", callback=_day, metavar="DAY", help="Only up to this day.")
@json_option
@click.option("--csv", "as_csv", is_flag=True, help="Write CSV, one line for each stance.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="File to write: .html or .md for a page with the chart; with --json or --csv those.",
)
def command(paths: Sequence[Path], output: Path | None, **options: Any) -> None:  # noqa: ANN401 - click hands over what its options say
    """Show positions per party and issue over time: first and last statement, and who moved.

    FOLDER is a folder of dated reports, a report, a corpus that 'goodoffices read … -o CORPUS/' made, a case
    folder, or several case folders of different days (or a folder that holds them).

    Reports without a date are listed apart. A party moved if its first and last stance on one thing differ.
    """
    from goodoffices.workspace.over_time import gather

    if options["as_json"] and options["as_csv"]:
        raise click.UsageError("give --json or --csv, not both")
    plain = options["as_json"] or options["as_csv"]
    if output is not None and not plain and output.suffix.lower() not in PAGES:
        raise BriefError(
            f"a timeline cannot be written as '{output.suffix or output.name}'; use .html or .md, or --csv "
            "or --json for a table"
        )
    known = gather(paths, take_reports, progress=progress)
    _write(known, _shown(known, options), output, options)


def _shown(known: OverTime, options: Mapping[str, Any]) -> Timeline:
    from goodoffices.findings.timeline import Wanted, timeline

    since, until = options["since"], options["until"]
    if since and until and since > until:
        raise click.UsageError(f"--since {since} is after --until {until}; give the earlier day first")
    parties = {one.party for one in known.stands}
    wanted = Wanted(
        _known("party", tuple(_party(each, parties) for each in options["parties"]), parties, known.parties),
        _known("issue", options["issues"], {one.issue for one in known.stands if one.issue}, known.issues),
        since,
        until,
    )
    return timeline(known.stands, known.parties, known.issues, wanted)


def _party(name: str, parties: Collection[str]) -> str:
    """Return the id of the one party here that a name, capital or abbreviation stands for, else the name."""
    from goodoffices.statements.gazetteer import load_gazetteer

    gazetteer = load_gazetteer()
    meant = {gazetteer.party_of(one).id for one in gazetteer.lookup(name)}.intersection(parties)
    return meant.pop() if len(meant) == 1 else name


def _known(
    kind: str, wanted: tuple[str, ...], ids: Collection[str], names: Mapping[str, str]
) -> tuple[str, ...]:
    """Return what was asked for, after checking that somebody said something on it."""
    there = {id_: names.get(id_, id_) for id_ in sorted(ids)}
    spelt = {each.casefold() for pair in there.items() for each in pair}
    for each in wanted:
        if each.casefold() not in spelt:
            listed = ", ".join(there.values()) or "none"
            raise click.UsageError(
                f"--{kind} {each!r} takes no position here; those that are known: {listed}"
            )
    return wanted


def _write(known: OverTime, shown: Timeline, output: Path | None, options: Mapping[str, Any]) -> None:
    from goodoffices.cli.timeline_table import csv_text, record, show

    if options["as_csv"]:
        write_out(csv_text(shown), output)
    elif options["as_json"]:
        write_out(json.dumps(record(shown), ensure_ascii=False, indent=1) + "\n", output)
    elif output is None:
        show(shown)
    else:
        write_out(_page(known, shown, PAGES[output.suffix.lower()]), output)
        click.echo(f"The timeline is in {output}")


def _page(known: OverTime, shown: Timeline, form: str) -> str:
    from goodoffices.brief.html import html
    from goodoffices.brief.markdown import markdown
    from goodoffices.brief.timeline_page import timeline_page

    page = timeline_page(shown, known.reading, known.reports)
    return html(page) if form == "html" else markdown(page)
