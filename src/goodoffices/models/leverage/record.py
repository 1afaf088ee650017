"""Levers and what they could move as plain data, for JSON and for programs."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from goodoffices.case.values import Interval
from goodoffices.models.leverage.holders import Cascade, smallest_cascades, smallest_holders
from goodoffices.models.leverage.lever import Lever, capacity, pressure
from goodoffices.models.leverage.moving import break_even_share, credible, moves

__all__ = ["lever_record", "target_record"]


def lever_record(
    lever: Lever,
    loss: Interval | None,
    gain: Interval | None,
    answers: Sequence[Lever],
    *,
    side_payment: Interval | None = None,
) -> dict[str, object]:
    """Return what a lever does, from which share on it would be enough alone, and whether it is credible.

    Args:
        lever: The lever.
        loss: What moving costs its target; None where nothing is said.
        gain: What its holder gains if the target moves; None where nothing is said.
        answers: Levers of the target over the holder.
        side_payment: What the target is given for moving, beside the lever; None where nothing is.
    """
    record: dict[str, object] = {
        "holder": lever.holder,
        "target": lever.target,
        "means": lever.means,
        "capacity": capacity(lever).as_list(),
        "willingness": lever.willingness.as_list(),
        "pressure": pressure(lever).as_list(),
    }
    if loss is not None:
        share = break_even_share(lever, loss, side_payment=side_payment).outcome
        if side_payment is not None:
            record["side_payment"] = side_payment.as_list()
        record["break_even_share"] = {
            "if_pulled": share.if_pulled if math.isfinite(share.if_pulled) else None,
            "as_expected": share.as_expected if math.isfinite(share.as_expected) else None,
        }
    if gain is not None:
        threat = credible(lever, gain, answers=answers).outcome
        record["credible"] = {"alone": threat.alone.value, "answered": threat.answered.value}
        record["answers"] = [answer.means for answer in answers]
    return record


def target_record(
    levers: Sequence[Lever],
    target: str,
    losses: Mapping[str, Interval],
    side_payments: Mapping[str, Interval],
) -> dict[str, object]:
    """Return whether the levers on a target are enough together, and which smallest sets of holders are.

    Sets act on the target themselves. Chains may move it by way of others: those who act first move
    further holders, who then act as well; only parties with a loss can be moved.

    Args:
        levers: All levers.
        target: Who is to be moved; it has a loss.
        losses: What moving, or joining in, costs each party.
        side_payments: What parties are given for moving.
    """
    loss = losses[target]
    left_by_party = {
        name: one.mid - (side_payments[name].mid if name in side_payments else 0.0)
        for name, one in losses.items()
    }
    on_it = [lever for lever in levers if lever.target == target]
    paid = side_payments.get(target)
    verdict = moves(on_it, loss, side_payment=paid).outcome
    left = left_by_party[target]
    chains_could = smallest_cascades(levers, left_by_party, target, reading=lambda lever: capacity(lever).mid)
    chains_would = smallest_cascades(levers, left_by_party, target)
    could = smallest_holders(on_it, target, left)
    would = smallest_holders(on_it, target, left, reading=lambda lever: pressure(lever).mid)
    return {
        "target": target,
        "loss": loss.as_list(),
        **({"side_payment": paid.as_list()} if paid else {}),
        "moves_by_capacity": verdict.by_capacity.value,
        "moves_as_expected": verdict.as_expected.value,
        "smallest_sets_that_could": [list(one.holders) for one in could.outcome],
        "smallest_sets_to_be_expected": [list(one.holders) for one in would.outcome],
        "smallest_chains_that_could": [_chain(one) for one in chains_could.outcome],
        "smallest_chains_to_be_expected": [_chain(one) for one in chains_would.outcome],
    }


def _chain(cascade: Cascade) -> dict[str, object]:
    return {"first": list(cascade.first), "rounds": [list(moved) for moved in cascade.rounds]}
