"""Would the guarantors act, under the rule by which they decide?"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodoffices.case.values import Interval
from goodoffices.errors import ModelError
from goodoffices.models.guarantees.common_shock import Shocks, shocks
from goodoffices.models.guarantees.diagram import Diagram, diagram
from goodoffices.models.guarantees.rules import Rule, veto_players
from goodoffices.models.solution import Solution

__all__ = ["ActionWitness", "probability_of_action"]

POINTS = 12
"""Points on each panel when a common shock is integrated; 16 check the result."""

BLOCK = 2_000_000
"""Most numbers held at once while the diagram is followed for many values of the common shock."""


@dataclass(frozen=True, slots=True)
class ActionWitness:
    """What bounds the probability and what it hangs on.

    Attributes:
        willingness: Probability that each member acts, as used: the attacker's is 0.
        veto_players: Members without whom nothing is decided.
        ceiling: The lowest willingness among the veto players, which the result cannot exceed; None
            where nobody has a veto.
        importance: For each member the probability, at the middle values, that the others leave the
            decision to it: by how much the result rises if it is sure to act rather than sure not to
            (Birnbaum 1969).
        error: Estimated error of the integral over the common shock; 0 where nothing is integrated.
        reason: Why the probability is 0 whatever the others do, or None.
    """

    willingness: Mapping[str, Interval]
    veto_players: tuple[str, ...]
    ceiling: Interval | None
    importance: Mapping[str, float]
    error: float
    reason: str | None


def probability_of_action(
    rule: Rule,
    h: Mapping[str, float | Interval],
    *,
    attacker: str | None = None,
    correlation: float = 0.0,
) -> Solution[Interval, ActionWitness]:
    """Compute the probability that enough guarantors act for the rule to be met.

    `P = Σ over winning coalitions Π h · Π (1 − h)`, averaged over a common shock if correlated.

    An attacker does not act against itself: as a member its h is 0, whatever was given. If it also holds
    a veto, no winning coalition lacks it, every term of the sum has the factor 0, and P = 0. Take it out
    of the rule with `recuse` to see what its recusal would change.

    The bounds of h give the bounds of P: given the shock, P is linear in each h_i with the slope
    `P(met | i acts) − P(met | i does not)`, which is not negative since no rule is met by fewer members
    and failed by more; and h_i given the shock rises with h_i. So the lowest h give the lowest P.

    Args:
        rule: The decision rule.
        h: For each member the probability that it acts, 0 to 1, or an interval of it.
        attacker: Who attacks; need not be a member.
        correlation: Correlation ρ of the guarantors behind the scenes, 0 to 1 (one-factor Gaussian
            copula). At 0 and 1 the result is exact, between it is good to about 1e-12.

    Returns:
        The lowest, middle and highest probability, and what they hang on.

    Raises:
        ModelError: If a member has no h, if h names somebody else, or if a number leaves its range.

    References:
        Birnbaum (1969), On the importance of different components in a multicomponent system. The sum
        over coalitions is Owen's (1972) multilinear extension of games.
    """
    if not 0.0 <= correlation <= 1.0:
        raise ModelError(f"the correlation is {correlation}; it must lie from 0 to 1")
    willingness = _willingness(rule, h, attacker)
    tree = diagram(rule)
    bounds = [np.array([getattr(willingness[name], end) for name in rule.members]) for end in _ENDS]
    low, mid, high = (_probability(tree, shocks(ends, correlation, POINTS)) for ends in bounds)
    check = _probability(tree, shocks(bounds[1], correlation, POINTS + 4))
    holders = veto_players(rule)
    witness = ActionWitness(
        willingness,
        holders,
        _lowest([willingness[name] for name in holders]),
        _importance(tree, shocks(bounds[1], correlation, POINTS)),
        abs(check - mid),
        _reason(attacker, holders, willingness),
    )
    # Rounding may leave bounds that are equal in theory out of order by the last digit.
    result = Interval(low, max(low, mid), max(low, mid, high))
    return Solution(
        "probability of collective action",
        result,
        witness,
        {"attacker": attacker, "correlation": correlation},
    )


_ENDS = ("low", "mid", "high")


def _willingness(rule: Rule, h: Mapping[str, float | Interval], attacker: str | None) -> dict[str, Interval]:
    for name in h:
        if name not in rule.members and name != attacker:
            raise ModelError(
                f"'{name}' is no member and no attacker; the members are {', '.join(rule.members)}"
            )
    willingness = {}
    for name in rule.members:
        if name == attacker:
            willingness[name] = Interval.exactly(0.0)
        elif name not in h:
            raise ModelError(f"nothing is said about how likely '{name}' is to act; give h['{name}']")
        else:
            willingness[name] = _as_interval(name, h[name])
    return willingness


def _as_interval(name: str, value: float | Interval) -> Interval:
    ends = value.as_list() if isinstance(value, Interval) else [value]
    if not all(math.isfinite(end) and 0.0 <= end <= 1.0 for end in ends):
        raise ModelError(f"h['{name}'] is {value}; a probability lies from 0 to 1")
    return value if isinstance(value, Interval) else Interval.exactly(float(value))


def _lowest(intervals: list[Interval]) -> Interval | None:
    if not intervals:
        return None
    return Interval(
        min(one.low for one in intervals),
        min(one.mid for one in intervals),
        min(one.high for one in intervals),
    )


def _reason(
    attacker: str | None, holders: tuple[str, ...], willingness: Mapping[str, Interval]
) -> str | None:
    if attacker in holders:
        return f"{attacker} is the attacker and nothing is decided without it"
    never = [name for name in holders if willingness[name].high <= 0.0]
    return f"{never[0]} never acts and nothing is decided without it" if never else None


def _probability(tree: Diagram, cases: Shocks) -> float:
    total = 0.0
    for weights, willing in _blocks(tree, cases):
        total += float(_ahead(tree, willing)[0][tree.start] @ weights)
    return min(1.0, max(0.0, total))


def _importance(tree: Diagram, cases: Shocks) -> dict[str, float]:
    """Add up over the nodes of each member how likely they are reached and what its choice changes."""
    decisive = np.zeros(len(tree.levels))
    for weights, willing in _blocks(tree, cases):
        ahead = _ahead(tree, willing)
        reach = np.zeros_like(ahead[0])
        reach[tree.start] = 1.0
        for place, level in enumerate(tree.levels):
            after, chance = ahead[place + 1], willing[level.member]
            decisive[level.member] += ((reach * (after[level.acts] - after[level.fails])) @ weights).sum()
            following = np.zeros_like(after)
            np.add.at(following, level.acts, reach * chance)
            np.add.at(following, level.fails, reach * (1.0 - chance))
            reach = following
    return dict(zip(tree.members, decisive.tolist(), strict=True))


def _ahead(tree: Diagram, willing: NDArray[np.float64]) -> list[NDArray[np.float64]]:
    """For each level return nodes × values of the shock: the probability that the rule will be met."""
    ahead = [np.repeat([[0.0], [1.0]], willing.shape[1], axis=1)]
    for level in reversed(tree.levels):
        chance, after = willing[level.member], ahead[-1]
        ahead.append(chance * after[level.acts] + (1.0 - chance) * after[level.fails])
    return ahead[::-1]


def _blocks(tree: Diagram, cases: Shocks) -> list[tuple[NDArray[np.float64], NDArray[np.float64]]]:
    """Cut the values of the shock into blocks that fit into memory together with all nodes."""
    nodes = sum(len(level.acts) for level in tree.levels)
    length = max(1, BLOCK // nodes)
    return [
        (cases.weights[start : start + length], cases.willing[:, start : start + length])
        for start in range(0, len(cases.weights), length)
    ]
