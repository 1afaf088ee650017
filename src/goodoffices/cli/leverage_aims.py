"""What levers would have to achieve, as lines for people and as data for programs."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from goodoffices.case.case import Case
    from goodoffices.case.values import Interval
    from goodoffices.findings.openings import Opening, Openings
    from goodoffices.findings.pulls import Pull
    from goodoffices.findings.turning import Aim, Reach, Turn
    from goodoffices.models.leverage.lever import Lever
    from goodoffices.models.leverage.moving import Verdict

__all__ = ["Wanted", "show_wanted", "wanted", "wanted_record"]

Record = dict[str, Any]


@dataclasses.dataclass(frozen=True, slots=True)
class Wanted:
    """What levers would have to achieve.

    Attributes:
        opened: Which of them would open a zone.
        aims: Whose preference would have to change for a proposal to hold.
    """

    opened: Openings
    aims: tuple[Aim, ...]


def wanted(case: Case, weighed: Sequence[Lever], target: str | None) -> Wanted:
    """Work out what the levers of a case would have to achieve.

    Args:
        case: The case.
        weighed: Those of its levers that somebody weighed.
        target: Only what it takes to turn this party; None for all.
    """
    from goodoffices.findings.openings import openings
    from goodoffices.findings.pulls import pulls
    from goodoffices.findings.turning import aims

    pulled = pulls(case, weighed)
    found = aims(case, pulled)
    if target is not None:
        chosen = ((aim, tuple(turn for turn in aim.turns if turn.target == target)) for aim in found)
        found = tuple(dataclasses.replace(aim, turns=turns) for aim, turns in chosen if turns)
    return Wanted(openings(case, pulled), found)


def show_wanted(case: Case, found: Wanted) -> None:
    """Print it, one line for each thing said."""
    from goodoffices.findings.lever_words import aim_lines, opening_lines

    click.echo("Which levers would open a zone of possible agreement?")
    for line in opening_lines(case, found.opened):
        click.echo(f"  {line}")
    click.echo()
    if found.aims:
        click.echo("Whose preference would a lever have to turn, for a proposal to be in force and to hold?")
        for aim in found.aims:
            for line in aim_lines(case, aim):
                click.echo(f"  {line}")
        click.echo()


def wanted_record(found: Wanted) -> Record:
    """Return it as plain data."""
    opened = found.opened
    return {
        "zone": {
            "open": opened.open,
            "measured": list(opened.measured),
            "smallest_sets_of_red_lines": opened.all_ways,
            "missing": list(opened.missing),
            "ways": [
                {
                    "given_up": list(way.given_up),
                    "package": list(way.package),
                    "short": {need.target: need.short.as_list() for need in way.needs},
                    "enough_if_pulled": [_opening(one) for one in way.could],
                    "enough_as_expected": [_opening(one) for one in way.would],
                }
                for way in opened.ways
            ],
        },
        "outcomes": [
            {"proposal": aim.proposal, "state": aim.state, "turns": [_turn(turn) for turn in aim.turns]}
            for aim in found.aims
        ],
    }


def _opening(one: Opening) -> Record:
    return {
        "levers": [
            {**_names(each.pull), "takes": each.takes.as_list(), "enough_from_share": each.from_share}
            for each in one.used
        ],
        "short": {need.target: need.short.as_list() for need in one.needs},
        "package": list(one.package),
        "opens": one.opens,
        "also_at_the_low_end": one.sure,
    }


def _turn(turn: Turn) -> Record:
    return {
        "target": turn.target,
        "would_rather": list(turn.instead),
        "pairs_to_change": turn.pairs,
        "to_be_passed": list(turn.over),
        "red_lines_broken": list(turn.red_lines),
        "loss_at_least": _span(turn.loss),
        "left_open": list(turn.left_open),
        "levers_red_lines_aside": [_reach(each) for each in turn.reaches],
        "smallest_sets_that_could": [list(some) for some in turn.could],
        "smallest_sets_to_be_expected": [list(some) for some in turn.would],
    }


def _reach(reach: Reach) -> Record:
    verdict = reach.verdict
    willing = reach.pull.willing
    return {
        **_names(reach.pull),
        "takes_if_pulled": _span(reach.pull.could),
        "takes_as_expected": _span(reach.pull.would),
        "enough_if_pulled": _enough(verdict.by_capacity, reach.pull) if verdict else None,
        "enough_as_expected": _enough(verdict.as_expected, reach.pull) if verdict and willing else None,
        "break_even_share": {"if_pulled": reach.if_pulled, "as_expected": reach.as_expected},
        "missing": list(reach.pull.missing),
    }


def _enough(verdict: Verdict, pull: Pull) -> str:
    """Say whether a lever is enough; one that nobody weighed counts at its most, so it is possibly so."""
    return verdict.value if pull.weighed or verdict.value.startswith("no,") else "possibly"


def _names(pull: Pull) -> Record:
    return {"holder": pull.holder, "target": pull.target, "means": pull.means, "weighed": pull.weighed}


def _span(value: Interval | None) -> list[float] | None:
    return value.as_list() if value else None
