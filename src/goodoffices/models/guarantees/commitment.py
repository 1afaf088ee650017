"""The commitment problem: peace today that tomorrow's stronger side has no reason to keep.

Two sides share a pie worth 1 in each period, without end; δ is what a unit of the next period is worth now.
A war gives its winner the pie of every period from then on, worth 1/(1 − δ), and costs B once cB, counted in
pies of one period. So a cost of the share s of all that is in dispute is cB = s/(1 − δ): with δ = 0.9, three
tenths of everything are cB = 3. One side rises: it would win a war now with probability p1 and from the next
period on with p2. The other, B, declines: it foresees that it will be asked for more later, nobody can bind
the rising side not to ask, and so B may rather fight now. Peace holds exactly if
`δ·p2 − p1 ≤ cB·(1 − δ)²`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from goodoffices.models.guarantees.threshold import ROUNDING, Threshold, check_range, least_credibility
from goodoffices.models.solution import Solution

__all__ = [
    "Bargains",
    "CapabilityNeeded",
    "CommitmentWitness",
    "GuaranteeWitness",
    "bargaining_range",
    "capability_needed",
    "cost_share",
    "guarantee_needed",
    "peace_holds",
]


@dataclass(frozen=True, slots=True)
class CommitmentWitness:
    """The two sides of the inequality.

    Attributes:
        temptation: `δ·p2 − p1`: what the shift of power is worth to the side that gains it.
        restraint: `cB·(1 − δ)²`: what war would cost the declining side.
        margin: Restraint less temptation; peace holds if it is not below 0.
    """

    temptation: float
    restraint: float
    margin: float


@dataclass(frozen=True, slots=True)
class GuaranteeWitness:
    """The parts of the quotient.

    Attributes:
        bearable_p2: The highest p2 at which peace would hold: `(p1 + cB·(1 − δ)²) / δ`.
        shortfall: By how much p2 exceeds it.
        effect: By how much a guarantee sure to be kept lowers p2.
    """

    bearable_p2: float
    shortfall: float
    effect: float


@dataclass(frozen=True, slots=True)
class Bargains:
    """Divisions of the pie that both sides prefer to a war, by the share of side A.

    Attributes:
        lowest: The least that A prefers to war.
        highest: The most that B prefers to give rather than fight.
    """

    lowest: float
    highest: float


@dataclass(frozen=True, slots=True)
class CapabilityNeeded:
    """How strong a guarantee must be, given how credible it is.

    Attributes:
        p2_if_kept: The highest probability of winning later, if the guarantee is kept, that solves the
            problem; minus infinity where no strength does.
        attainable: Whether some probability from 0 on does.
        needless: Whether the problem is solved without any guarantee.
    """

    p2_if_kept: float
    attainable: bool
    needless: bool


def bargaining_range(*, p: float, cost_a: float, cost_b: float) -> Solution[Bargains, float]:
    """Compute which divisions of the pie both sides prefer to a war fought now.

    War gives A the share p less its cost; so both prefer every division from `p − cA` to `p + cB`. The
    range is never empty: where there is war all the same, something else stands in the way, such as that
    nobody can bind the side that will be stronger.

    Args:
        p: Probability that A would win, 0 to 1.
        cost_a: What war costs A, as a share of all that is divided, 0 or more; see `cost_share`.
        cost_b: What war costs B, 0 or more.

    Returns:
        The range within 0 to 1; the witness is its width before it is cut to that.

    Raises:
        ModelError: If a value leaves its range.

    References:
        Fearon (1995), Rationalist explanations for war, International Organization 49, pages 386–388.
    """
    check_range({"p": p}, highest=1.0)
    check_range({"cost_a": cost_a, "cost_b": cost_b})
    bargains = Bargains(max(0.0, p - cost_a), min(1.0, p + cost_b))
    return Solution(
        "bargaining range (Fearon 1995)",
        bargains,
        cost_a + cost_b,
        {"p": p, "cost_a": cost_a, "cost_b": cost_b},
    )


def cost_share(*, cost: float, discount: float) -> float:
    """Return a cost counted in pies of one period as a share of the pies of all periods: `cB·(1 − δ)`.

    In each period B prefers every division that leaves A at most `p` and this share to a war.

    Args:
        cost: What war costs in all, in units of one period's pie, 0 or more.
        discount: What a unit of the next period is worth now, δ, from 0 (exclusive) to 1.

    Raises:
        ModelError: If a value leaves its range.
    """
    _check(0.0, 0.0, cost, discount)
    return cost * (1.0 - discount)


def peace_holds(*, p1: float, p2: float, cost: float, discount: float) -> Solution[bool, CommitmentWitness]:
    """Tell whether the side that will decline can live with peace, without any guarantee.

    Args:
        p1: Probability that the rising side would win a war now, 0 to 1.
        p2: Probability that it would win a war later, 0 to 1.
        cost: What war costs the declining side in all, cB, in units of one period's pie, 0 or more.
        discount: What a unit of the next period is worth now, δ, from 0 (exclusive) to 1.

    Raises:
        ModelError: If a value leaves its range.

    References:
        Fearon (1995), Rationalist explanations for war, International Organization 49, pages 401–409.
    """
    _check(p1, p2, cost, discount)
    temptation, restraint = discount * p2 - p1, cost * (1.0 - discount) ** 2
    witness = CommitmentWitness(temptation, restraint, restraint - temptation)
    return Solution(
        "commitment problem (Fearon 1995)",
        temptation <= restraint + ROUNDING,
        witness,
        {"p1": p1, "p2": p2, "cost": cost, "discount": discount},
    )


def guarantee_needed(
    *, p1: float, p2: float, p2_if_kept: float, cost: float, discount: float
) -> Solution[Threshold, GuaranteeWitness]:
    """Compute how credible a guarantee must be to solve the commitment problem.

    A guarantee kept with probability q makes later war winnable with `q·pL + (1 − q)·p2` instead of p2;
    putting this into Fearon's inequality gives `q ≥ (p2 − (p1 + cB·(1 − δ)²)/δ) / (p2 − pL)`.

    Args:
        p1: Probability that the rising side would win a war now, 0 to 1.
        p2: Probability that it would win a war later without the guarantee, 0 to 1.
        p2_if_kept: The same if the guarantee is kept, pL, 0 to 1.
        cost: What war costs the declining side in all, cB, in units of one period's pie, 0 or more.
        discount: What a unit of the next period is worth now, δ, from 0 (exclusive) to 1.

    Raises:
        ModelError: If a value leaves its range.

    Examples:
        >>> solution = guarantee_needed(p1=0.4, p2=0.7, p2_if_kept=0.3, cost=0.3, discount=0.9)
        >>> round(solution.outcome.credibility, 6)
        0.630556

    References:
        Fearon (1995), Rationalist explanations for war, International Organization 49, pages 401–409.
    """
    _check(p1, p2, cost, discount)
    check_range({"p2_if_kept": p2_if_kept}, highest=1.0)
    bearable = (p1 + cost * (1.0 - discount) ** 2) / discount
    witness = GuaranteeWitness(bearable, p2 - bearable, p2 - p2_if_kept)
    return Solution(
        "guarantee against the commitment problem (after Fearon 1995)",
        least_credibility(witness.shortfall, witness.effect),
        witness,
        {"p1": p1, "p2": p2, "p2_if_kept": p2_if_kept, "cost": cost, "discount": discount},
    )


def capability_needed(
    *, p1: float, p2: float, credibility: float, cost: float, discount: float
) -> Solution[CapabilityNeeded, float]:
    """Compute how strong a guarantee of a given credibility must be to solve the commitment problem.

    Turning the condition of `guarantee_needed` round gives `pL ≤ p2 − shortfall/q`.

    Args:
        p1: Probability that the rising side would win a war now, 0 to 1.
        p2: Probability that it would win a war later without the guarantee, 0 to 1.
        credibility: Probability that the guarantee is kept, q, 0 to 1.
        cost: What war costs the declining side in all, cB, in units of one period's pie, 0 or more.
        discount: What a unit of the next period is worth now, δ, from 0 (exclusive) to 1.

    Returns:
        The strength; the witness is the shortfall, by how much p2 exceeds what is bearable.

    Raises:
        ModelError: If a value leaves its range.
    """
    _check(p1, p2, cost, discount)
    check_range({"credibility": credibility}, highest=1.0)
    shortfall = p2 - (p1 + cost * (1.0 - discount) ** 2) / discount
    if shortfall <= ROUNDING:
        needed = CapabilityNeeded(p2, attainable=True, needless=True)
    elif credibility <= 0.0:
        needed = CapabilityNeeded(-math.inf, attainable=False, needless=False)
    else:
        highest = p2 - shortfall / credibility
        needed = CapabilityNeeded(highest, attainable=highest >= -ROUNDING, needless=False)
    parameters = {"p1": p1, "p2": p2, "credibility": credibility, "cost": cost, "discount": discount}
    return Solution("strength that a guarantee needs (after Fearon 1995)", needed, shortfall, parameters)


def _check(p1: float, p2: float, cost: float, discount: float) -> None:
    check_range({"p1": p1, "p2": p2}, highest=1.0)
    check_range({"cost": cost})
    check_range({"discount": discount}, lowest=1e-9, highest=1.0)
