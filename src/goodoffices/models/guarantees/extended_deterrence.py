"""The game behind deterrence: an attacker moves, then the guarantors keep the promise or do not.

Each side's utilities are partly private, as in Signorino and Tarar (2006): every one of them carries a
standard normal part that the other side does not see. Several guarantors enter as one, by the probability
that their rule is met.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from decimal import Decimal
from statistics import NormalDist

from goodoffices.case.values import Interval
from goodoffices.errors import ModelError
from goodoffices.models.guarantees.correlation import lowest
from goodoffices.models.guarantees.credibility import Stakes
from goodoffices.models.guarantees.deterrence import attack_probability
from goodoffices.models.solution import Solution

__all__ = ["AttackRange", "Game", "Play", "agent_logit", "attack_range", "game", "play", "to_efg"]


@dataclass(frozen=True, slots=True)
class Game:
    """Utilities in units of the private part's standard deviation; reneging is worth 0 to the guarantor.

    Attributes:
        status_quo: The attacker's utility of not attacking.
        win: Its utility of an attack against which the guarantor does nothing.
        war: Its utility of an attack that the guarantor resists.
        fight: The guarantor's utility of resisting rather than reneging.
    """

    status_quo: float
    win: float
    war: float
    fight: float

    def __post_init__(self) -> None:
        for field in fields(self):
            if not math.isfinite(getattr(self, field.name)):
                raise ModelError(f"{field.name} is {getattr(self, field.name)}; it must be a finite number")


@dataclass(frozen=True, slots=True)
class Play:
    """How likely each outcome is; the three add up to 1.

    Attributes:
        status_quo: No attack.
        win: An attack, and the guarantor stands aside.
        war: An attack, and the guarantor resists.
    """

    status_quo: float
    win: float
    war: float


@dataclass(frozen=True, slots=True)
class AttackRange:
    """The credibility at which an attack is least and most likely.

    Attributes:
        least_likely_at: Credibility.
        most_likely_at: Credibility.
    """

    least_likely_at: float
    most_likely_at: float


def game(stakes: Stakes, *, spread: float, fight: float = 0.0) -> Game:
    """Return the game of an attacker's reckoning at its middle values.

    Args:
        stakes: The attacker's reckoning.
        spread: Standard deviation of the private part of each of its utilities, in the same units as the
            prize, above 0.
        fight: The guarantor's utility of resisting rather than reneging, in units of its own.

    Raises:
        ModelError: If the spread is not above 0.
    """
    if not spread > 0.0:
        raise ModelError(f"the spread is {spread}; it must be above 0")
    win = stakes.prize.mid * stakes.wins_alone.mid - stakes.cost.mid
    war = stakes.prize.mid * stakes.wins_opposed.mid - stakes.cost.mid - stakes.punishment.mid
    return Game(stakes.status_quo.mid / spread, win / spread, war / spread, fight)


def play(given: Game) -> Solution[Play, float]:
    """Compute how likely each outcome is when each side's costs are partly private.

    `h = Φ(fight/√2)`, and the attacker weighs war and win by h (see `attack_probability`).

    Returns:
        The outcomes; the witness is h.

    References:
        Signorino and Tarar (2006), A unified theory and test of extended immediate deterrence, American
        Journal of Political Science 50.
    """
    h = NormalDist().cdf(given.fight / math.sqrt(2.0))
    attack = attack_probability(h=h, war=given.war, win=given.win, status_quo=given.status_quo).outcome
    outcome = Play(1.0 - attack, attack * (1.0 - h), attack * h)
    return Solution("extended deterrence (Signorino and Tarar 2006)", outcome, h)


def agent_logit(given: Game, precision: float) -> Solution[Play, float]:
    """Compute the agent quantal response equilibrium of the same game with logistic private parts.

    The second mover's choice is logistic in what it gains, and the first mover answers to it; the game
    has two moves, so that this is all there is to the equilibrium.

    Args:
        given: The game.
        precision: λ, 0 (all choices even) or more.

    Returns:
        The outcomes; the witness is the probability that the guarantor resists.

    Raises:
        ModelError: If the precision is below 0.

    References:
        McKelvey and Palfrey (1998), Quantal response equilibria for extensive form games, Experimental
        Economics 1.
    """
    if not precision >= 0.0:
        raise ModelError(f"the precision is {precision}; it must be 0 or more")
    h = _logistic(precision * given.fight)
    attack = _logistic(precision * (h * given.war + (1.0 - h) * given.win - given.status_quo))
    outcome = Play(1.0 - attack, attack * (1.0 - h), attack * h)
    return Solution("agent logit equilibrium", outcome, h, {"precision": precision})


def attack_range(given: Game, credibility: Interval) -> Solution[Interval, AttackRange]:
    """Compute how likely an attack is over an interval of the credibility.

    The middle stands at the middle credibility. The bounds are searched on a grid and refined, since a
    less certain answer also spreads what the attacker expects.

    Args:
        given: The game; its `fight` plays no part.
        credibility: Probability that the guarantee is kept, within 0 to 1.

    Raises:
        ModelError: If the credibility leaves its range.
    """
    if not credibility.within(0.0, 1.0):
        raise ModelError(f"the credibility is {credibility.as_list()}; it must lie from 0 to 1")

    def attack(q: float) -> float:
        return attack_probability(h=q, war=given.war, win=given.win, status_quo=given.status_quo).outcome

    bottom, top = lowest(attack, credibility), lowest(lambda q: -attack(q), credibility)
    mid = attack(credibility.mid)
    outcome = Interval(min(bottom.value, mid), mid, max(-top.value, mid))
    return Solution("probability of attack", outcome, AttackRange(bottom.correlation, top.correlation))


def to_efg(given: Game, title: str) -> str:
    """Write the game in the format of Gambit, with one player for the guarantors.

    The file holds the utilities without their private parts: a solver for quantal responses adds them.

    References:
        Savani and Turocy, Gambit: The package for computation in game theory; file format .efg version 2.
    """
    quoted = title.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return (
        f'EFG 2 R "{quoted}" {{ "Attacker" "Guarantors" }}\n""\n\n'
        'p "" 1 1 "" { "Attack" "Wait" } 0\n'
        'p "" 2 1 "" { "Keep" "Renege" } 0\n'
        f't "" 1 "War" {{ {_plain(given.war)}, {_plain(given.fight)} }}\n'
        f't "" 2 "Win" {{ {_plain(given.win)}, 0 }}\n'
        f't "" 3 "Status quo" {{ {_plain(given.status_quo)}, 0 }}\n'
    )


def _plain(value: float) -> str:
    """Write a number in full and without an exponent."""
    return f"{Decimal(repr(float(value))):f}"


def _logistic(value: float) -> float:
    return 1.0 / (1.0 + math.exp(-value)) if value >= 0.0 else math.exp(value) / (1.0 + math.exp(value))
