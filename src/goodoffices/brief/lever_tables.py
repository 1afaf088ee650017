"""Tables on what levers would have to achieve: to open a zone, and to turn a preference."""

from __future__ import annotations

from collections.abc import Sequence

from goodoffices.brief.page import Cell, Row, Table
from goodoffices.findings.lever_words import (
    MOST_SHOWN,
    asking_ways,
    cost,
    reach_line,
    set_line,
    size,
    tellable,
    weighed,
)
from goodoffices.findings.openings import Opening, Openings, Way
from goodoffices.findings.turning import Aim, Turn
from goodoffices.findings.words import Names, counted, joined

__all__ = ["turning_table", "zone_table"]

HOLDS = (
    "By the answers given nobody gains by refusing it; whoever is open, sets a condition or is silent counts "
    "as indifferent."
)


def zone_table(names: Names, found: Openings) -> Table | None:
    """Return what levers must achieve on each way to a zone; None where nothing is asked of them."""
    asking = asking_ways(found)
    if not asking:
        return None
    shown = asking[:MOST_SHOWN]
    rest = len(asking) - len(shown)
    more = f" ({counted(rest, 'further way asks', 'further ways ask')} as much or more)" if rest else ""
    return Table(
        f"What levers would have to achieve, the least first{more}",
        (
            "Given up first",
            "Then still short of (0 to 1)",
            "Levers enough if pulled",
            "Levers enough as expected",
        ),
        tuple(_way(names, way) for way in shown),
        wide=True,
    )


def _way(names: Names, way: Way) -> Row:
    short = joined([f"{names.party(need.target)}: {size(need.short)}" for need in way.needs])
    head = Cell("", notes=way.given_up) if way.given_up else Cell("nothing: red lines leave packages")
    package = ("in the package that asks least of levers", *way.package)
    return Row(head, (Cell(short, notes=package), _enough(names, way.could), _enough(names, way.would)))


def _enough(names: Names, sets: Sequence[Opening]) -> Cell:
    if not sets:
        return Cell("none of those whose size can be said", "no", "✗")
    sure = any(weighed(one) and one.sure for one in sets)
    lines = tuple(set_line(names, one) for one in sets[:MOST_SHOWN])
    rest = len(sets) - len(lines)
    more = (f"and {counted(rest, 'further set')}",) if rest else ()
    told = "enough" if sure else "possibly enough"
    return Cell(told, "yes" if sure else "maybe", "✓" if sure else "◐", notes=(*lines, *more))


def turning_table(names: Names, found: Sequence[Aim]) -> Table:
    """Return whose preference must change for each proposal to be in force and to hold."""
    rows = [
        row
        for aim in found
        for row in ([_turn(names, aim, turn) for turn in aim.turns] or [_holding(names, aim)])
    ]
    return Table(
        "Whose preference would a lever have to turn, for a proposal to be in force and to hold?",
        (
            "Proposal",
            "Who would have to prefer accepting it",
            "Red lines in the way, for which no lever makes up",
            "Accepting costs it, red lines aside",
            "Levers on it",
        ),
        tuple(rows),
        wide=True,
    )


def _holding(names: Names, aim: Aim) -> Row:
    nobody = Cell("nobody: it would hold once accepted", "yes", "✓", notes=(HOLDS,))
    return Row(Cell(names.proposal(aim.proposal)), (nobody, *[Cell("–", "quiet")] * 3))


def _turn(names: Names, aim: Aim, turn: Turn) -> Row:
    lines = Cell("", notes=turn.red_lines) if turn.red_lines else Cell("none", "quiet")
    costs = Cell(cost(names, turn), "plain" if turn.loss else "quiet")
    return Row(
        Cell(names.proposal(aim.proposal)),
        (Cell(names.party(turn.target)), lines, costs, _levers(names, turn)),
    )


def _levers(names: Names, turn: Turn) -> Cell:
    if turn.red_lines:
        return Cell("none is enough while the red lines stand", "no", "✗")
    if not turn.reaches:
        return Cell("none is named", "quiet")
    told = tuple(reach_line(names, each) for each in tellable(turn))
    if told:
        return Cell("", notes=told)
    return Cell("size not known" if turn.loss is None else "none is needed by the numbers", "quiet")
