"""The outcomes of a conflict that matter: their picture, their table, and what each of them means."""

from __future__ import annotations

from goodoffices.brief.conflict_chart import KEY, conflict_lines, draw_conflict, strongest
from goodoffices.brief.page import Block, Cell, Items, Note, Picture, Pictures, Row, Table
from goodoffices.findings.words import capital, counted, joined
from goodoffices.models.graph.landscape import (
    Grounds,
    Landscape,
    Spot,
    rank_from_best,
    stable_by,
)
from goodoffices.models.graph.origins import Derivation
from goodoffices.models.graph.told import tell
from goodoffices.models.solution import Solution

NO_START = "The answers that stand cannot all stand together, so no status quo and no paths are shown."
NOT_SEARCHED = (
    "States and parties are too many here to look for improvements that lead from the status quo; "
    "'goodoffices stability' with '--from' does."
)
READ = (
    "Y: taken; N: not taken. Rank 1/9: what the party likes best, of nine levels. Stable: by which concepts "
    "the party would not move away. R says most and implies all others; SSEQ implies SEQ and SMR; each of "
    "these implies GMR."
)


def outcome_blocks(found: Derivation, shown: Solution[Landscape, Grounds]) -> tuple[Block, ...]:
    """Return picture, table of states and readings; nothing where there is no state to show."""
    if not shown.outcome.spots:
        return ()
    blocks: list[Block] = [_picture(found, shown.outcome), _table(found, shown), Note(READ)]
    if found.status_quo is None:
        blocks.append(Note(NO_START))
    elif not shown.outcome.searched:
        blocks.append(Note(NOT_SEARCHED))
    blocks.extend(_reading(found, shown, spot) for spot in shown.outcome.spots if spot.concepts)
    return tuple(blocks)


def _picture(found: Derivation, shown: Landscape) -> Pictures:
    drawn = counted(len(shown.held), "outcome that holds", "outcomes that hold")
    of = f" by R, SSEQ or SEQ, of {shown.equilibria:,}" if shown.hidden else " by R, SSEQ or SEQ"
    picture = Picture(
        f"{capital(drawn)}{of}. Combinations of options in all: {shown.states:,}",
        conflict_lines(found.conflict, shown, found.words),
        draw_conflict(shown, found.words),
    )
    return Pictures((picture,), KEY)


def _table(found: Derivation, shown: Solution[Landscape, Grounds]) -> Table:
    spots = tuple(spot for spot in shown.outcome.spots if spot.start or spot.concepts)
    rows = [_option_row(found, place, spots) for place in range(len(found.options))]
    for who in found.conflict.decision_makers:
        ranks = tuple(Cell(_rank(found, who, spot)) for spot in spots)
        rows.append(Row(Cell(f"Rank for {found.words.name(who)}"), ranks))
    table = shown.witness.stability.outcome
    for who in found.conflict.decision_makers:
        cells = tuple(_concepts(stable_by(table, who, spot.state)) for spot in spots)
        rows.append(Row(Cell(f"Stable for {found.words.name(who)}"), cells))
    rows.append(Row(Cell("Equilibrium"), tuple(_concepts(spot.concepts) for spot in spots)))
    heads = tuple(spot.name for spot in spots)
    caption = "The status quo and the outcomes that hold"
    return Table(caption, ("Option, rank, stability", *heads), tuple(rows), dense=True)


def _option_row(found: Derivation, place: int, spots: tuple[Spot, ...]) -> Row:
    option = found.options[place].option
    head = f"{found.words.name(option.owner)}: {found.words.option(option).take}"
    tones = {"Y": "yes", "N": "plain"}
    return Row(
        Cell(head), tuple(Cell(spot.state[place], tones.get(spot.state[place], "quiet")) for spot in spots)
    )


def _rank(found: Derivation, who: str, spot: Spot) -> str:
    place, count = rank_from_best(found.conflict, who, spot.state)
    return f"{place}/{count}"


def _concepts(concepts: tuple[str, ...]) -> Cell:
    if not concepts:
        return Cell("none", "no")
    return Cell(strongest(concepts), "yes" if "R" in concepts else "maybe")


def _reading(found: Derivation, shown: Solution[Landscape, Grounds], spot: Spot) -> Items:
    told = tell(found.conflict, spot, shown.witness, found.words)
    name = f"{spot.name}, the status quo" if spot.start else spot.name
    lines = [" ".join(told.does), f"Why it holds: {' '.join(told.stays)}"]
    if told.even:
        lines.append(f"Neither gain nor loss: {' '.join(told.even)}")
    if told.reached and not spot.start:
        lines.append(told.reached)
    heading = f"{name}: holds by {joined(strongest(spot.concepts).split(', '))}"
    return Items(tuple(lines), heading)
