"""Does a guarantee deter: how credible it must be, how credible it is, how likely an attack."""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist

from goodoffices.models.guarantees.threshold import Threshold, check_range, least_credibility
from goodoffices.models.solution import Solution

__all__ = ["AttackWitness", "DeterrenceWitness", "attack_probability", "critical_credibility", "willingness"]


@dataclass(frozen=True, slots=True)
class DeterrenceWitness:
    """The attacker's reckoning.

    Attributes:
        temptation: `V·p0 − cA − uSQ`: what attacking gains if the guarantee is not kept.
        effect: `V·(p0 − p1) + x`: what keeping it takes away.
    """

    temptation: float
    effect: float


@dataclass(frozen=True, slots=True)
class AttackWitness:
    """What the probability of attack is made of.

    Attributes:
        expected_gain: Expected utility of attacking less that of the status quo.
        spread: Standard deviation of the private costs in that difference.
    """

    expected_gain: float
    spread: float


def critical_credibility(
    *,
    prize: float,
    wins_alone: float,
    wins_opposed: float,
    cost: float,
    status_quo: float,
    punishment: float = 0.0,
) -> Solution[Threshold, DeterrenceWitness]:
    """Compute how credible a guarantee must be so that attacking does not pay.

    An attack on someone whose guarantee is kept with probability q is worth
    `q·(V·p1 − x) + (1 − q)·V·p0 − cA`; it does not pay from `q* = (V·p0 − cA − uSQ)/(V·(p0 − p1) + x)`.

    Args:
        prize: What the attacker fights for, V, 0 or more.
        wins_alone: Probability that it wins if the guarantee is not kept, p0, 0 to 1.
        wins_opposed: Probability that it wins if the guarantee is kept, p1, 0 to 1.
        cost: What fighting costs it, cA, 0 or more.
        status_quo: What it has without attacking, uSQ.
        punishment: What keeping the guarantee costs it beyond the battlefield, x, 0 or more.

    Raises:
        ModelError: If a value leaves its range.

    References:
        Solved from the attacker's indifference in the game of extended deterrence that Signorino and
        Tarar (2006), American Journal of Political Science 50, estimate; here without private costs.
    """
    check_range({"wins_alone": wins_alone, "wins_opposed": wins_opposed}, highest=1.0)
    check_range({"prize": prize, "cost": cost, "punishment": punishment})
    check_range({"status_quo": status_quo}, lowest=-math.inf)
    witness = DeterrenceWitness(
        prize * wins_alone - cost - status_quo, prize * (wins_alone - wins_opposed) + punishment
    )
    return Solution(
        "critical credibility",
        least_credibility(witness.temptation, witness.effect),
        witness,
        {
            "prize": prize,
            "wins_alone": wins_alone,
            "wins_opposed": wins_opposed,
            "cost": cost,
            "status_quo": status_quo,
            "punishment": punishment,
        },
    )


def willingness(
    *, stake: float, win_change: float, reneging_cost: float, fighting_cost: float, spread: float
) -> Solution[float, float]:
    """Compute the probability that a guarantor fights rather than reneges: `Φ((s·Δw + r − k)/σ)`.

    Args:
        stake: What the guarantor has at stake, s, 0 or more.
        win_change: By how much its fighting raises the probability of winning, Δw, −1 to 1; troops in
            place act here.
        reneging_cost: What not fighting costs it, r, 0 or more.
        fighting_cost: What fighting costs it, k, 0 or more.
        spread: Standard deviation of what others cannot see of its reckoning, σ, above 0.

    Returns:
        The probability; the witness is the guarantor's expected gain from fighting.

    Raises:
        ModelError: If a value leaves its range.

    References:
        The analyst's version of Signorino and Tarar (2006), A unified theory and test of extended
        immediate deterrence, American Journal of Political Science 50.
    """
    check_range({"stake": stake, "reneging_cost": reneging_cost, "fighting_cost": fighting_cost})
    check_range({"win_change": win_change}, lowest=-1.0, highest=1.0)
    check_range({"spread": spread}, lowest=1e-9)
    gain = stake * win_change + reneging_cost - fighting_cost
    parameters = {
        "stake": stake,
        "win_change": win_change,
        "reneging_cost": reneging_cost,
        "fighting_cost": fighting_cost,
        "spread": spread,
    }
    return Solution("willingness to fight", NormalDist().cdf(gain / spread), gain, parameters)


def attack_probability(
    *, h: float, war: float, win: float, status_quo: float
) -> Solution[float, AttackWitness]:
    """Compute how likely an attack is when each side's costs are partly private.

    `Φ((h·U(war) + (1 − h)·U(win) − U(status quo)) / √(1 + h² + (1 − h)²))`: each of the attacker's
    utilities carries a private standard normal part, and it weighs war and win by the guarantor's h.

    Args:
        h: Probability that the guarantor fights, 0 to 1.
        war: The attacker's utility of war against the guarantor too, in units of that standard deviation.
        win: Its utility of an attack against which the guarantor does nothing.
        status_quo: Its utility of not attacking.

    Raises:
        ModelError: If a value is not finite or h leaves its range.

    References:
        Signorino and Tarar (2006), A unified theory and test of extended immediate deterrence, American
        Journal of Political Science 50.
    """
    check_range({"h": h}, highest=1.0)
    check_range({"war": war, "win": win, "status_quo": status_quo}, lowest=-math.inf)
    witness = AttackWitness(h * war + (1.0 - h) * win - status_quo, math.sqrt(1.0 + h**2 + (1.0 - h) ** 2))
    return Solution(
        "probability of attack (Signorino and Tarar 2006)",
        NormalDist().cdf(witness.expected_gain / witness.spread),
        witness,
        {"h": h, "war": war, "win": win, "status_quo": status_quo},
    )
