"""What a guarantee in a case file says of parties, and whether its rules can ever be met."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from goodoffices.case.instruments import BODY_NAMES
from goodoffices.case.name_checks import keys, known_keys, known_name, known_names
from goodoffices.case.names import listed, quoted
from goodoffices.case.problems import Problem
from goodoffices.case.spots import Spot

__all__ = ["guarantee_problems", "stakes_problems"]

Names = tuple[str, ...]


def guarantee_problems(guarantees: Spot, parties: Collection[str]) -> Iterator[Problem]:
    """Find names that do not exist in guarantees, and rules that no set of members can meet.

    Args:
        guarantees: What stands under `guarantees`.
        parties: Ids of the parties.
    """
    for _, guarantee in guarantees.entries():
        guarantors = guarantee.key("guarantors")
        promised = _texts(guarantors)
        yield from known_name(guarantee.key("beneficiary"), "party", parties)
        yield from known_names(guarantors, "party", parties)
        yield from known_names(guarantee.key("against"), "party", parties)
        yield from _nobody(guarantee)
        if promised:
            yield from known_names(guarantee.key("vetoes"), "guarantor", promised)
            yield from known_keys(guarantee.key("weights"), "guarantor", promised)
            yield from known_keys(guarantee.key("capability"), "guarantor", promised)
        for body in (guarantee.key("body"), guarantee.key("found_by").key("body")):
            yield from known_name(body, "body", BODY_NAMES)
        yield from _reachable(guarantee, promised, "guarantor")
        yield from _trigger(guarantee)
        yield from _others(guarantee, promised, parties)


def stakes_problems(stakes: Spot, parties: Collection[str]) -> Iterator[Problem]:
    """Find attackers that do not exist, or that have stakes twice."""
    first: dict[str, Spot] = {}
    for entry in stakes.items():
        attacker = entry.key("attacker")
        yield from known_name(attacker, "party", parties)
        earlier = first.setdefault(attacker.text, entry) if attacker.text else entry
        if earlier is not entry:
            yield attacker.problem(
                f"the stakes of {quoted(attacker.text or '')} are already on line {earlier.place.line}; "
                "keep one"
            )


def _others(guarantee: Spot, promised: Names, parties: Collection[str]) -> Iterator[Problem]:
    """Check finders, conditions and ratification, and who has a willingness or is recused."""
    finder, ratification = guarantee.key("found_by"), guarantee.key("ratification")
    finding = _texts(finder.key("members"))
    needed: list[str] = []
    yield from known_names(finder.key("members"), "party", parties)
    yield from known_names(finder.key("vetoes"), "member", finding)
    yield from known_keys(finder.key("weights"), "member", finding)
    yield from _reachable(finder, finding, "member")
    for proviso in guarantee.key("conditions").items():
        yield from known_names(proviso.key("needs"), "party", parties)
        needed += _texts(proviso.key("needs"))
    ratifying = _texts(ratification.key("by"))
    yield from known_names(ratification.key("by"), "party", parties)
    yield from known_keys(ratification.key("willingness"), "party that ratifies", ratifying)
    yield from _enough(ratification.key("required"), len(ratifying), "the number of those who ratify is")
    # Seats of a named body are held by parties that need not be listed as guarantors.
    bodies = guarantee.key("body").text or finder.key("body").text or not promised
    acting = parties if bodies else tuple(dict.fromkeys((*promised, *finding, *needed)))
    yield from known_keys(guarantee.key("willingness"), "guarantor", acting)
    yield from known_names(guarantee.key("recused"), "guarantor", acting)


def _nobody(guarantee: Spot) -> Iterator[Problem]:
    """A rule among nobody can never be met; of a named body it is known who decides."""
    guarantors, rule = guarantee.key("guarantors"), guarantee.key("rule").text
    if guarantors.node is not None and not any(guarantors.items()) and rule not in {None, "body"}:
        yield guarantors.problem("nobody is named who promises; add ids, as in 'guarantors: [id]'")


def _trigger(guarantee: Spot) -> Iterator[Problem]:
    """Something owed at no event is no guarantee."""
    obligation = guarantee.key("obligation")
    if obligation.text is not None and not (guarantee.key("trigger").text or "").strip():
        yield obligation.problem(
            f"{quoted(obligation.text)} is owed without a trigger; add 'trigger: …', the event that sets it "
            "off, or leave the obligation out"
        )
    finder = guarantee.key("found_by")
    if finder.node is not None and not (guarantee.key("trigger").text or "").strip():
        yield finder.problem("somebody must find an event that is not named; add 'trigger: …'")


def _reachable(decision: Spot, members: Names, kind: str) -> Iterator[Problem]:
    """Check that enough members can agree for the rule ever to be met."""
    rule, weights = decision.key("rule").text, decision.key("weights")
    without = [name for name in members if name not in keys(weights)]
    if rule == "weighted" and without:
        yield decision.problem(f"no weight for {listed(without)}; add it to 'weights'")
        return
    recused = set(_texts(decision.key("recused"))) & set(members)
    left = [name for name in members if name not in recused]
    if recused and not left:
        yield decision.key("recused").problem(
            f"every {kind} is recused, so nobody is left who could agree; recuse fewer"
        )
        return
    if rule == "weighted":
        most = sum(weight.whole or 0 for name, weight in weights.entries() if name.text not in recused)
        yield from _enough(decision.key("required"), most, "the weights add up to", recused)
    elif rule in {"k_of_n", "council"}:
        told = f"the number of {kind}s is"
        yield from _enough(decision.key("required"), len(left), told, recused)


def _enough(required: Spot, most: int, what: str, recused: Collection[str] = ()) -> Iterator[Problem]:
    if required.whole is not None and required.whole > most:
        without = f" without {listed(sorted(recused))}, recused" if recused else ""
        yield required.problem(f"{required.whole} can never agree, since {what} {most}{without}; write less")


def _texts(spot: Spot) -> Names:
    return tuple(item.text for item in spot.items() if item.text)
