"""From many demands that cannot all be kept to few, by a linear program that a solver checks."""

from __future__ import annotations

from collections.abc import Callable, Collection

import numpy as np

from goodoffices.models.bargaining.pace import Watch
from goodoffices.models.bargaining.relaxation import IMPOSSIBLE, Relaxation

__all__ = ["least_margins", "narrowed"]

STEPS = (0.0, 0.001, 0.002, 0.003, 0.0045, 0.006, 0.008)
"""Margins up to which mixtures may still keep demands of which it is tried whether packages do."""

HOPELESS = 0.01
"""Where mixtures pass all walk-away values by more, it is not tried whether packages do."""

ORDERS = 16
"""In so many random orders demands are left out."""

SLIGHT = 1e-7
"""Margins that differ by less are equal."""


def narrowed(
    relaxation: Relaxation,
    ids: tuple[str, ...],
    refuted: Callable[[tuple[str, ...]], bool],
    *,
    seed: int,
    watch: Watch | None = None,
) -> tuple[str, ...]:
    """Return few demands that cannot all be kept.

    Demands are left out as long as mixtures of options keep the rest by no more than a small margin. That
    no package keeps what is left is checked, and then a larger margin is tried: what is left is then
    further from what can be kept, and easier to shrink to the end.

    Args:
        relaxation: The linear program.
        ids: Demands that cannot all be kept.
        refuted: Whether it can be shown soon that no package keeps some demands.
        seed: Of the orders in which demands are left out.
        watch: Where its time is over, what is left by then is returned.
    """
    left, watch = ids, watch or Watch()
    for step in watch.within(STEPS, "narrowing down which demands collide", len(STEPS)):
        if relaxation.margin(left) > step - SLIGHT:
            continue
        tries = [
            _left_out(relaxation, left, step, seed * ORDERS + number)
            for number in range(ORDERS)
            if not number or not watch.over()
        ]
        best = max(tries, key=lambda some: (_least(relaxation, some), -len(some)))
        if len(best) < len(left):
            if not refuted(best):
                break
            left = best
    return _halved(relaxation, left, refuted)


def _halved(
    relaxation: Relaxation, left: tuple[str, ...], refuted: Callable[[tuple[str, ...]], bool]
) -> tuple[str, ...]:
    """Leave out several demands at a time, those first whose leaving out moves the margin least."""
    size = len(left) // 2
    while size > 1:
        margins = least_margins(relaxation, left)
        dropped = sorted(left, key=lambda name: margins[name])[:size]
        rest = tuple(name for name in left if name not in dropped)
        if relaxation.margin(rest) < HOPELESS and refuted(rest):
            left, size = rest, min(size, len(rest) // 2)
        else:
            size //= 2
    return left


def _left_out(relaxation: Relaxation, ids: tuple[str, ...], step: float, seed: int) -> tuple[str, ...]:
    """Leave out demands in a random order while the margin stays below a step."""
    order = [ids[place] for place in np.random.default_rng(seed).permutation(len(ids))]
    left = set(ids)
    for name in order:
        if name in left:
            margin = relaxation.margin(left - {name})
            if margin < step - SLIGHT:
                left = left - {name} if margin == IMPOSSIBLE else relaxation.binding()
    return tuple(name for name in ids if name in left)


def _least(relaxation: Relaxation, ids: Collection[str]) -> float:
    """Return the lowest margin that is left when one of the demands is left out."""
    return min(least_margins(relaxation, ids).values(), default=0.0)


def least_margins(relaxation: Relaxation, ids: Collection[str]) -> dict[str, float]:
    """Return for each demand the margin of the others."""
    return {name: relaxation.margin(set(ids) - {name}) for name in sorted(ids)}
