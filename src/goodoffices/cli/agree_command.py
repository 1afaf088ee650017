"""`goodoffices agree`: what could be agreed, and if nothing, why and what would open a way."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from goodoffices.cli.arguments import json_option

if TYPE_CHECKING:
    from goodoffices.cli.agree_words import Words
    from goodoffices.models.bargaining.account import Account
    from goodoffices.models.bargaining.problem import Problem

QUORUM = re.compile(r"^\s*(\d+)\s+of\s+(.+)$")


@click.command(name="agree")
@click.argument("path", type=click.Path(path_type=Path), metavar="FOLDER|FILE")
@click.option(
    "--sign",
    "signing",
    multiple=True,
    metavar="PARTIES",
    help="Who must sign: names with commas between, or '2 of a,b,c'; may be given several times.",
)
@click.option(
    "--limit", default=5, show_default=True, type=click.IntRange(1), help="How many of each to show."
)
@click.option(
    "--seconds", default=30.0, show_default=True, type=click.FloatRange(0.001), help="Longest search."
)
@click.option("--snapshot", help="Which snapshot of a table counts.")
@json_option
def command(
    path: Path, signing: tuple[str, ...], limit: int, seconds: float, snapshot: str | None, as_json: bool
) -> None:
    """Say what all who must sign could agree on; if nothing, which demands collide and what would help.

    FOLDER is a case folder, or one with a GeniusWeb or Genius profile for each party. FILE is a case.yaml,
    or a CSV table of positions with the columns party, issue, position, acceptable_low, acceptable_high and
    salience (0 to 100), which needs --sign.
    """
    from goodoffices.models.bargaining.account import account
    from goodoffices.models.bargaining.constraints import Limits

    words = _words(path, signing, snapshot)
    found = account(words.problem, limit=limit, limits=Limits(seconds)).outcome
    if as_json:
        click.echo(json.dumps(_record(words, found), ensure_ascii=False, indent=2))
    else:
        for line in _page(words, found, limit):
            click.echo(line)


def _words(path: Path, signing: Sequence[str], snapshot: str | None) -> Words:
    if path.suffix.lower() == ".csv":
        return _from_table(path, signing, snapshot)
    from goodoffices.cli.agree_words import Words

    profiles = _profiles(path)
    if profiles:
        from goodoffices.workspace.geniusweb import scenario

        problem = scenario(profiles)
        return Words(_signed(problem, signing, {party.name.lower(): party.name for party in problem.parties}))
    from goodoffices.models.bargaining.from_case import bargaining_problem
    from goodoffices.workspace.bundle import check

    case, _ = check(path)
    names = {id_: party.name for id_, party in case.parties.items()}
    ids = {name.lower(): id_ for id_, name in names.items()} | {id_: id_ for id_ in names}
    return Words(
        _signed(bargaining_problem(case), signing, ids),
        names,
        {id_: issue.name for id_, issue in case.issues.items()},
        {(id_, o): option.name for id_, issue in case.issues.items() for o, option in issue.options.items()},
    )


def _profiles(path: Path) -> list[Path]:
    """Return the profiles of a negotiation tool in a folder that holds no case."""
    if not path.is_dir() or (path / "case.yaml").exists():
        return []
    files = sorted(path.iterdir())
    return [one for one in files if one.suffix in {".json", ".xml"} and one.stem != "domain"]


def _from_table(path: Path, signing: Sequence[str], snapshot: str | None) -> Words:
    from goodoffices.cli.agree_words import Words
    from goodoffices.errors import CaseError
    from goodoffices.workspace.tables import positions_problem, read_positions

    rows = read_positions(path)
    ids = {row.party.lower(): row.party for row in rows}
    names = [ids.get(name.lower(), name) for one in signing for name in _parsed(one)[1]]
    if not names:
        raise CaseError(
            f"{path} does not say who must sign; add --sign with some of {', '.join(ids.values())}"
        )
    problem = positions_problem(rows, sign=names, snapshot=snapshot)
    scales = {row.issue: (row.anchor_0, row.anchor_100) for row in rows}
    return Words(_signed(problem, signing, ids), scales=scales)


def _signed(problem: Problem, signing: Sequence[str], ids: dict[str, str]) -> Problem:
    from goodoffices.models.bargaining.problem import Quorum

    if not signing:
        return problem
    always: list[str] = []
    quorums = []
    for one in signing:
        least, names = _parsed(one)
        known = tuple(ids.get(name.lower(), name) for name in names)
        if least is None:
            always.extend(known)
        else:
            quorums.append(Quorum(known, least))
    return problem.signed_by(always, quorums=tuple(quorums))


def _parsed(text: str) -> tuple[int | None, list[str]]:
    found = QUORUM.match(text)
    names = [name.strip() for name in (found[2] if found else text).split(",") if name.strip()]
    return (int(found[1]) if found else None), names


def _record(words: Words, found: Account) -> dict[str, Any]:
    problem = words.problem
    return {
        "must_sign": [party.name for party in problem.signatories()],
        "quorums": [asdict(quorum) for quorum in problem.quorums],
        "demands": {
            demand.id: words.demand(demand.id) for party in problem.concerned() for demand in party.demands()
        },
        **asdict(found),
    }


def _page(words: Words, found: Account, limit: int) -> list[str]:
    from goodoffices.models.bargaining.decisions import Decision

    head = _heading(words, found)
    if found.decision is Decision.OPEN:
        return [head]
    if found.decision is Decision.THERE_IS_A_ZONE:
        return [head, *_zone(words, found, limit)]
    return [head, "", *_collisions(words, found, limit), "", *_ways(words, found, limit), *_legend(words)]


def _heading(words: Words, found: Account) -> str:
    from goodoffices.cli.agree_words import joined
    from goodoffices.models.bargaining.decisions import Decision

    who = [words.party(party.name) for party in words.problem.signatories()]
    who += [
        f"{quorum.least} of {joined([words.party(name) for name in quorum.parties], 'or')}"
        for quorum in words.problem.quorums
    ]
    if found.decision is Decision.OPEN:
        return f"In the time given it was not decided whether {joined(who)} could agree; give more --seconds."
    if found.decision is Decision.THERE_IS_A_ZONE:
        count = "At least one" if found.zone is None else f"{found.zone:,}"
        return f"{count} of {found.size:,} packages break no demand of {joined(who)}."
    return f"None of {found.size:,} packages is acceptable to {joined(who)}."


def _zone(words: Words, found: Account, limit: int) -> list[str]:
    lines = []
    for title, packages in (found.rules or {"For example": found.packages}).items():
        for package in packages[:limit]:
            lines += ["", f"{title}: {'; '.join(words.terms(package))}"]
            lines += [f"  {worth}" for worth in [words.worth(package)] if worth]
    return lines


def _collisions(words: Words, found: Account, limit: int) -> list[str]:
    from goodoffices.cli.agree_words import number

    lines = []
    for collision in found.collisions[:limit]:
        lines.append(f"These {number(len(collision))} demands cannot all be met:")
        lines += [f"  - {words.demand(id_)}" for id_ in collision]
    if len(found.collisions) > limit:
        lines.append(f"… and {len(found.collisions) - limit:,} more such sets of demands.")
    if not found.all_collisions:
        lines.append("There may be other sets of demands that cannot all be met.")
    return lines


def _ways(words: Words, found: Account, limit: int) -> list[str]:
    lines = []
    for place, way in enumerate(found.concessions[:limit]):
        lines.append(f"{_title(found, place)} to give up (cost {way.cost:g}):")
        lines += [f"  - {words.demand(id_)}" for id_ in way.demands]
        package = way.packages[0]
        lines.append(f"  That opens, for example: {'; '.join(words.terms(package))}")
        lines += [f"  {worth}" for worth in [words.worth(package)] if worth]
    left = len(found.concessions) - limit
    if found.all_concessions and left > 0:
        lines.append(f"… and {left:,} other sets of demands, none of which costs less.")
    if not found.all_concessions:
        start = "Others are not shown" if found.optimal else "The search was stopped here"
        known = "" if found.bound is None else f"; each of them costs at least {found.bound:g}"
        lines.append(f"{start}{known}.")
    return lines


def _title(found: Account, place: int) -> str:
    if place > 0:
        return "Another is"
    if not found.optimal:
        return "A change that would open a zone, perhaps not the smallest, is"
    first = found.concessions[0]
    alike = [
        way for way in found.concessions if (way.cost, len(way.demands)) == (first.cost, len(first.demands))
    ]
    if not found.all_concessions:
        return "As small a change as there is that would open a zone is"
    if len(alike) > 1:
        return f"One of the {len(alike):,} smallest changes that would open a zone is"
    return "The smallest change that would open a zone is"


def _legend(words: Words) -> list[str]:
    known = {issue.name for issue in words.problem.issues}
    named = [(issue, ends) for issue, ends in words.scales.items() if issue in known and all(ends)]
    if not named:
        return []
    return ["", "Scales:", *(f"  {issue}: 0 is {low}; 100 is {high}" for issue, (low, high) in named)]
