"""What is sound in a case's guarantees and stakes, and yet may not be what its coder meant."""

from __future__ import annotations

from collections.abc import Iterator

from goodoffices.case.case import Case
from goodoffices.case.instruments import Guarantee
from goodoffices.case.names import quoted
from goodoffices.case.nodes import Node
from goodoffices.case.problems import Problem
from goodoffices.case.spots import Spot
from goodoffices.case.stakes import AttackerStakes

__all__ = ["guarantee_doubts"]

NO_CORRELATION = (
    "no 'correlation' is coded, so each is taken to decide for itself (0); add 'correlation: [low, mid, "
    "high]' if common shocks could move them together"
)


def guarantee_doubts(case: Case, root: Node) -> Iterator[Problem]:
    """Find what a coder of guarantees and stakes may have overlooked, in order of the file.

    Stakes that nothing uses, parties that would guard themselves or act against themselves, the same number
    judged differently in two designs, and a kept guarantee that would help the attacker.

    Args:
        case: The case.
        root: Its file as it was read.
    """
    top = Spot(root)
    guarantees = top.key("guarantees")
    for id_, guarantee in case.guarantees.items():
        yield from _own_guarantors(guarantee, guarantees.key(id_))
        if guarantee.correlation is None and len(guarantee.willingness) > 1:
            yield guarantees.key(id_).problem(NO_CORRELATION)
    yield from _different(case, guarantees)
    meant = {name for one in case.guarantees.values() for name in one.against}
    for entry, spot in zip(case.stakes, top.key("stakes").items(), strict=True):
        if entry.attacker not in meant:
            yield spot.key("attacker").problem(
                f"no guarantee is meant against {quoted(entry.attacker)}, so these stakes are used nowhere; "
                "add it to 'against' of a guarantee"
            )
        yield from _helping(entry, spot)


def _own_guarantors(guarantee: Guarantee, spot: Spot) -> Iterator[Problem]:
    for item in spot.key("guarantors").items():
        if item.text == guarantee.beneficiary:
            yield item.problem(
                f"{quoted(item.text)} is the party that is protected, and counts as its own guarantor: "
                "whatever it does itself counts as keeping the promise; take it out unless that is meant"
            )
        if item.text in guarantee.against and item.text not in guarantee.recused:
            yield item.problem(
                f"{quoted(item.text)} is among the guarantors against its own attack, and counts as one that "
                "never acts; add it to 'recused' if it has no say"
            )


def _different(case: Case, guarantees: Spot) -> Iterator[Problem]:
    """Find what is judged differently in two designs, so that they differ in more than their rule."""
    first: dict[str, tuple[list[float], Spot, str]] = {}
    for id_, guarantee in case.guarantees.items():
        spot = guarantees.key(id_)
        judged = {
            f"willingness of {quoted(name)}": (given.value.as_list(), spot.key("willingness").key(name))
            for name, given in guarantee.willingness.items()
        }
        if guarantee.correlation is not None:
            judged["correlation"] = (guarantee.correlation.as_list(), spot.key("correlation"))
        for what, (value, place) in judged.items():
            earlier, before, where = first.setdefault(what, (value, place, id_))
            if earlier != value:
                yield place.problem(
                    f"the {what} is {value} here and {earlier} in {quoted(where)} on line "
                    f"{before.place.line}; the chances of the two then differ by more than their rule"
                )


def _helping(entry: AttackerStakes, spot: Spot) -> Iterator[Problem]:
    """Find where keeping a guarantee would make the attacker likelier to win."""
    pairs = [("wins_opposed", entry.wins_opposed, "wins_alone", entry.wins_alone, spot)]
    if entry.shift is not None:
        shift = spot.key("shift")
        pairs.append(("p2_if_kept", entry.shift.p2_if_kept, "p2", entry.shift.p2, shift))
    for kept, with_it, alone, without, where in pairs:
        if with_it.high > without.low:
            yield where.key(kept).problem(
                f"the highest {kept}, {with_it.high:g}, is above the lowest {alone}, {without.low:g}: at "
                "some of these values the attacker wins more often if the guarantee is kept; narrow them if "
                "that is not meant"
            )
