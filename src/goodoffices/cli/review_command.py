"""`goodoffices review`: people correct what was found."""

from __future__ import annotations

import datetime as dt
import getpass
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from goodoffices.cli.arguments import json_option

if TYPE_CHECKING:
    from goodoffices.workspace.review import Review
    from goodoffices.workspace.review_queue import Filters


def whoami() -> str:
    """Return the name under which somebody is logged in."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "somebody"


def now() -> dt.datetime:
    """Return the time, in UTC."""
    return dt.datetime.now(dt.UTC)


def tell_cited(folder: Path, ids: Sequence[str]) -> None:
    """Say which lines of the case rest on findings that are gone, so that nobody is surprised by a check."""
    from goodoffices.workspace.review import citations

    for id_ in ids:
        lines = citations(folder, id_)
        if lines:
            places = f"line{'s' if len(lines) > 1 else ''} {', '.join(map(str, lines))}"
            click.echo(
                f"case.yaml rests on {id_} in {places}; 'goodoffices check' refuses the case until you take "
                "it out there.",
                err=True,
            )


@click.command(name="review")
@click.argument("folder", type=click.Path(path_type=Path), metavar="FOLDER")
@click.option("--by", default=whoami, show_default="your login name", help="Who decides.")
@click.option("--unreviewed", is_flag=True, help="Only what nobody has decided on.")
@click.option("--party", help="Only what this party says or does, by id or name.")
@click.option("--act", help="Only statements with this act.")
@click.option("--issue", help="Only what touches this issue.")
@click.option("--report", help="Only what is in this report.")
@click.option("--from-model", is_flag=True, help="Only what a language model proposed.")
@click.option("--decide", type=click.Path(path_type=Path), metavar="FILE", help="Take decisions from a file.")
@click.option("--undo", metavar="NUMBER", help="Take back a decision by its number, or the 'last'.")
@click.option("--reread", is_flag=True, help="Read the reports again, and keep what people decided.")
@click.option("--log", is_flag=True, help="List all decisions.")
@json_option
def command(
    folder: Path,
    by: str,
    decide: Path | None,
    undo: str | None,
    **options: Any,  # noqa: ANN401 - the filters and switches, as click names them
) -> None:
    """Go through what was found in a case folder, and accept, reject or edit it.

    \b
    Keys, each followed by Enter:
      a  accept         r  reject         e  edit           u  undo
      w  why            n  new            s  skip           b  back
      q  quit           ?  this list

    A reason may follow the letter: "r he was only asked". Everything is saved at once: statements.jsonl
    holds the present state, decisions.jsonl every decision with the finding before and after it. Stop at
    any time; the next review goes on where this one stopped. What a model proposed (goodoffices propose) is
    put before you too, and becomes a statement only when you accept or edit it.

    Without a terminal: pipe the same letters in, or name a table or JSON lines with --decide.
    """  # noqa: D301 - click wants the sign itself, after which lines stay as they are
    from goodoffices.workspace.review import open_review
    from goodoffices.workspace.review_queue import Filters, check_filters

    review = open_review(folder)
    reread, log, as_json = (options.pop(name) for name in ("reread", "log", "as_json"))
    chosen = Filters(**options)
    check_filters(review, chosen)
    if log:
        _log(review, as_json=as_json)
        return
    before = len(review.decisions)
    if undo is not None:
        review = _taken_back(review, undo, by)
    elif reread:
        review = _read_again(review, by)
    elif decide is not None:
        review = _decided(review, decide, by)
    elif not as_json:
        review = _session(review, chosen, by)
    _summary(review, before, chosen if as_json else None)


def _session(review: Review, chosen: Filters, by: str) -> Review:
    from goodoffices.cli.review_session import Session
    from goodoffices.workspace.review_queue import queue

    ids, start = queue(review, chosen)
    if not ids:
        click.echo("Nothing to review: no finding passes the filters.")
        return review
    if start == len(ids):
        click.echo("All of these have been reviewed; b goes back, and --log lists the decisions.")
        start -= 1
    session = Session(review, ids, by, now, at=start, first=len(review.decisions))
    session.run()
    return session.review


def _taken_back(review: Review, undo: str, by: str) -> Review:
    from goodoffices.workspace.review_again import take_back

    if undo != "last" and not undo.isdecimal():
        raise click.UsageError(f"--undo takes the number of a decision or 'last', not '{undo}'")
    after = take_back(review, None if undo == "last" else int(undo), by=by, when=now())
    for one in after.decisions[len(review.decisions) :]:
        click.echo(f"Taken back: decision {one.undoes} on {one.finding}.", err=True)
    return after


def _read_again(review: Review, by: str) -> Review:
    from goodoffices.cli.arguments import progress
    from goodoffices.workspace.reading import read
    from goodoffices.workspace.review_again import reread_folder

    new = read(tuple(review.reports.values()), progress=progress)
    return reread_folder(review, new, by=by, when=now())


def _decided(review: Review, path: Path, by: str) -> Review:
    from goodoffices.errors import CaseError, GoodofficesError
    from goodoffices.workspace.review import decide, save_review
    from goodoffices.workspace.review_steps import read_rulings, ruled

    rulings = read_rulings(path)
    problems = []
    after, batch = review, len(review.decisions) + 1
    for ruling in rulings:
        try:
            after = decide(after, [ruled(after, ruling, by)], by=by, when=now(), batch=batch)
        except GoodofficesError as error:
            problems.append(str(error))
    if problems:
        count = f"{len(problems)} line{'' if len(problems) == 1 else 's'}"
        raise CaseError("\n".join([f"{path}: nothing was decided, because of {count}:", *problems]))
    saved = save_review(review, after)
    gone = [one.finding for one in after.decisions[batch - 1 :] if one.before and one.after is None]
    tell_cited(review.folder, gone)
    return saved


def _log(review: Review, *, as_json: bool) -> None:
    from goodoffices.cli.review_view import told
    from goodoffices.statements.decisions import decision_lines

    if as_json:
        click.echo(decision_lines(review.decisions), nl=False)
        return
    for decision in review.decisions:
        click.echo(told(decision))
    if not review.decisions:
        click.echo("Nobody has decided on anything yet.")


def _summary(review: Review, before: int, counted: Filters | None) -> None:
    """Tell how far the review is: all of it in words, or what passes some filters as JSON."""
    from goodoffices.workspace.review_queue import summary

    counts = summary(review, before, counted)
    if counted is not None:
        click.echo(json.dumps(counts, indent=1))
        return
    made = ", ".join(f"{count} {verdict}" for verdict, count in counts["made"].items()) or "none"
    count = counts["proposals"]
    waiting = (
        f"; {count} proposal{' by a model waits' if count == 1 else 's by a model wait'}" if count else ""
    )
    click.echo(f"Decisions made now: {made}.")
    click.echo(
        f"{counts['findings']} findings stand: {counts['decided']} decided on by a person, "
        f"{counts['unreviewed']} that nobody has looked at. Rejected: {counts['rejected']}{waiting}."
    )
