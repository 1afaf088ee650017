"""`goodoffices agree`: what could be agreed, and if nothing, why and what would open a way."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from goodoffices.cli.agree_views import VIEWS
from goodoffices.cli.arguments import json_option

if TYPE_CHECKING:
    from goodoffices.cli.agree_input import Matter
    from goodoffices.cli.agree_views import Asked, View
    from goodoffices.findings.agreement_words import Paragraph

TO_HELP = (
    "Small steps from --from to terms, a proposal or what a rule picks: nash, kalai-smorodinsky, "
    "egalitarian, utilitarian."
)
FORMATS = ("positions", "packages", "geniusweb", "genius", "negmas")


@click.command(name="agree")
@click.argument("path", type=click.Path(path_type=Path), metavar="FOLDER|FILE")
@click.option(
    "--sign",
    multiple=True,
    metavar="PARTIES",
    help="Who must sign: names with commas between, or '2 of a,b,c'; may be given several times.",
)
@click.option(
    "--limit", default=3, show_default=True, type=click.IntRange(1), help="How many of each to show."
)
@click.option(
    "--seconds", default=30.0, show_default=True, type=click.FloatRange(0.001), help="Longest search."
)
@click.option("--snapshot", help="Which snapshot of a table counts.")
@click.option(
    "--costs",
    metavar="salience|FILE",
    help="What giving up a demand costs: what its issue weighs to its holder, or a table demand, cost.",
)
@click.option(
    "--show",
    multiple=True,
    type=click.Choice([*VIEWS, "all"]),
    help="Further answers before the page, 'all' behind it; may be given several times.",
)
@click.option(
    "--from",
    "start",
    metavar="TERMS",
    help="A proposal's id, or issue=option,issue=option; it may leave issues open.",
)
@click.option("--accept", metavar="PARTY", help="The smallest change of --from that this party would accept.")
@click.option("--to", "goal", metavar="TERMS|RULE", help=TO_HELP)
@click.option("--since", metavar="SNAPSHOT|PATH", help="What moved since an earlier snapshot or case.")
@click.option(
    "--levers", type=click.Path(path_type=Path), help="A table of levers: lever, target, lowers, cost."
)
@click.option("--budget", default=0.0, type=click.FloatRange(0), help="What others would add to payments.")
@click.option("--export", type=click.Path(path_type=Path), help="Write a table (.csv, .xlsx) or a folder.")
@click.option("--as", "kind", type=click.Choice(FORMATS), default="positions", help="What to write.")
@json_option
def command(path: Path, **options: Any) -> None:  # noqa: ANN401 - click hands over what its options say
    """Say what all who must sign could agree on; if nothing, which demands collide and what would help.

    FOLDER is a case folder, or one with a GeniusWeb or Genius profile for each party. FILE is a case.yaml,
    or a table of positions (.csv or .xlsx) with the columns party, issue, position, acceptable_low,
    acceptable_high and salience (0 to 100), which needs --sign.
    """
    from goodoffices.cli.agree_input import matter
    from goodoffices.cli.agree_progress import shown
    from goodoffices.cli.agree_views import Asked
    from goodoffices.models.bargaining.account import account
    from goodoffices.models.bargaining.pace import Limits

    _check_together(options)
    given = matter(path, options["sign"], options["snapshot"])
    first = f"Comparing {given.problem.size:,} packages for {options['seconds']:g} s at most"
    with shown(first) as progress, _named(path):
        found = account(
            given.problem,
            costs=_costs(given, options["costs"]),
            limit=max(10, options["limit"]),
            limits=Limits(options["seconds"], clock=time.monotonic, progress=progress),
        ).outcome
        asked = Asked(given, found, options["limit"], options["budget"])
        answers = _answers(asked, path, options)
    if options["export"]:
        for line in _export(asked, options["export"], options["kind"]):
            click.echo(line, err=True)
    if options["as_json"]:
        click.echo(json.dumps(_record(asked, answers), ensure_ascii=False, indent=2))
    else:
        for line in _page(asked, answers, options):
            click.echo(line)


def _check_together(options: Mapping[str, Any]) -> None:
    """Refuse an option that would play no part without another, before anything is searched."""
    if (options["accept"] or options["goal"]) and not options["start"]:
        raise click.UsageError("--accept and --to need a package to start from; give it with --from")
    if options["start"] and not (options["accept"] or options["goal"]):
        raise click.UsageError(
            "--from plays no part by itself; add --accept PARTY (the smallest change of it that the party "
            "would accept) or --to TERMS (small steps from it)"
        )
    if options["budget"] and not {"payments", "all"} & {*options["show"]}:
        raise click.UsageError("--budget plays no part without payments; add --show payments")
    if options["kind"] != "positions" and not options["export"]:
        raise click.UsageError(f"--as {options['kind']} plays no part without --export; say where to write")


@contextmanager
def _named(path: Path) -> Iterator[None]:
    from goodoffices.cli.agree_input import placed

    with placed(path):
        yield


def _costs(given: Matter, said: str | None) -> Mapping[str, float]:
    if said is None:
        return {}
    if said == "salience":
        from goodoffices.workspace.positions import salience_costs

        return salience_costs(given.problem)
    from goodoffices.workspace.tables import read_costs

    return read_costs(Path(said))


def _answers(asked: Asked, path: Path, options: Mapping[str, Any]) -> list[View]:
    from goodoffices.cli.agree_offers import offer
    from goodoffices.cli.agree_offers import path as steps
    from goodoffices.cli.agree_views import lever_sets, since, views

    found = views(asked, options["show"])
    if options["accept"]:
        found.append(offer(asked, options["start"], options["accept"]))
    if options["goal"]:
        found.append(steps(asked, options["start"], options["goal"]))
    if options["since"]:
        found.append(since(asked, options["since"], path, options["sign"]))
    if options["levers"]:
        found.append(lever_sets(asked, options["levers"]))
    return found


def _export(asked: Asked, target: Path, kind: str) -> list[str]:
    """Write what was asked for and return what had no place in it."""
    from goodoffices.workspace import geniusweb
    from goodoffices.workspace.tables import write_positions

    given = asked.matter
    match kind:
        case "geniusweb" | "negmas":
            left = geniusweb.write_geniusweb(given.problem, target, older=kind == "negmas")
        case "genius":
            left = geniusweb.write_genius(given.problem, target)
        case "packages":
            left = _write_packages(asked, target)
        case _:
            if not given.rows:
                raise click.UsageError("profiles hold no positions on a scale; export them --as geniusweb")
            write_positions(given.rows, target)
            left = given.left_out
    return [f"Written: {target}", *(f"Left out: {one}" for one in left)]


def _write_packages(asked: Asked, target: Path) -> tuple[str, ...]:
    """Write the packages that were found, one a line, with what each gives and breaks."""
    from goodoffices.workspace.cells import write_table
    from goodoffices.workspace.frames import concessions_frame, packages_frame

    found = asked.account
    table = packages_frame(found.packages) if found.packages else concessions_frame(found.concessions)
    lines = [[None if one != one else one for one in line] for line in table.to_numpy().tolist()]  # noqa: PLR0124 - NaN
    write_table(target, [str(name) for name in table.columns], lines)
    return ()


def _record(asked: Asked, answers: list[View]) -> dict[str, Any]:
    words, problem = asked.matter.words, asked.matter.problem
    return {
        "must_sign": [party.name for party in problem.signatories()],
        "quorums": [asdict(quorum) for quorum in problem.quorums],
        "demands": {
            demand.id: words.demand(demand.id) for party in problem.concerned() for demand in party.demands()
        },
        **asdict(asked.account),
        **{one.name: _plain(one.record) for one in answers},
    }


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a solver found
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list | tuple) else value


def _page(asked: Asked, answers: list[View], options: Mapping[str, Any]) -> Iterator[str]:
    from goodoffices.brief.harmless import harmless
    from goodoffices.findings.agreement_page import page

    paragraphs = [*page(asked.matter.words, asked.account, limit=asked.limit)]
    if asked.account.concessions and options["costs"] is None:
        paragraphs.append(
            _note("Every demand is counted alike, with cost 1; state other costs with --costs.")
        )
    # What was asked for by name comes first; what moved, behind the sentence on what is so now.
    rest = {*VIEWS} - {*options["show"]}
    behind = [one for answer in answers if answer.name in rest for one in answer.told]
    moved = [one for answer in answers if answer.name == "moved" for one in answer.told]
    first = [one for answer in answers if answer.name not in {*rest, "moved"} for one in answer.told]
    paragraphs = [*first, *paragraphs[:1], *moved, *paragraphs[1:], *behind, *_legend(asked)]
    for place, paragraph in enumerate(paragraphs):
        if place:
            yield ""
        yield harmless(paragraph.head)
        yield from (f"  {harmless(line)}" for line in paragraph.lines)


def _note(text: str) -> Paragraph:
    from goodoffices.findings.agreement_words import Paragraph

    return Paragraph(text)


def _legend(asked: Asked) -> list[Paragraph]:
    """Say what the ends of scales mean that no collision has told."""
    from goodoffices.findings.agreement_words import Paragraph

    words = asked.matter.words
    told = {issue for one in asked.account.collisions[: 2 * asked.limit] for issue in words.issues_of(one)}
    lines = [
        f"{words.labels.issue(issue.name)}: {words.scale(issue.name)}."
        for issue in words.problem.issues
        if issue.name not in told and words.scale(issue.name)
    ]
    return [Paragraph("Other scales:" if told else "Scales:", tuple(lines))] if lines else []
