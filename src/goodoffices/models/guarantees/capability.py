"""With what strength a guarantee would be kept: the capability of those who act."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from goodoffices.case.values import Interval
from goodoffices.errors import ModelError
from goodoffices.models.guarantees.chances import Followed, followed, met, taking_part
from goodoffices.models.guarantees.collective_action import Willing, willing, willing_votes
from goodoffices.models.guarantees.rules import Rule
from goodoffices.models.solution import Solution

__all__ = ["CapabilityWitness", "expected_capability"]


@dataclass(frozen=True, slots=True)
class CapabilityWitness:
    """What the expected capability is made of, at the middle values.

    Attributes:
        taking_part: For each member the probability that it acts and the rule is met.
        probability: Probability that the rule is met.
        if_met: Expected capability of those who act, given that the rule is met; None if it never is.
        of_all: Capability of all members together.
    """

    taking_part: Mapping[str, float]
    probability: float
    if_met: float | None
    of_all: float


def expected_capability(
    rule: Rule,
    h: Mapping[str, float | Interval],
    capability: Mapping[str, float | Interval],
    *,
    attacker: str | None = None,
    correlation: float = 0.0,
) -> Solution[Interval, CapabilityWitness]:
    """Compute the expected capability of the guarantors that act, counting none where the rule fails.

    `E = Σ_i c_i · P(i acts and the rule is met)`. It rises with every h and every c, so that the bounds
    of both give its bounds.

    Args:
        rule: The decision rule.
        h: For each member the probability that it acts, 0 to 1, or an interval of it.
        capability: What each member can bring, 0 or more, all in one unit; members without count 0.
        attacker: Who attacks; need not be a member.
        correlation: Correlation of the guarantors behind the scenes, 0 to 1.

    Raises:
        ModelError: If a member has no h, somebody else is named, or a number leaves its range.
    """
    if not 0.0 <= correlation <= 1.0:
        raise ModelError(f"the correlation is {correlation}; it must lie from 0 to 1")
    strength = _strengths(rule, capability)
    given = willing(rule, h, attacker=attacker)
    tree = followed(rule)
    ends = {end: _expected(tree, given, strength, (end, correlation)) for end in ("low", "mid", "high")}
    middle = willing_votes(given, rule.members, "mid")
    probability = met(tree, middle, correlation)
    witness = CapabilityWitness(
        taking_part(tree, middle, correlation),
        probability,
        ends["mid"] / probability if probability > 0.0 else None,
        math.fsum(value.mid for value in strength.values()),
    )
    low, mid, high = ends.values()
    parameters = {"attacker": attacker, "correlation": correlation}
    return Solution(
        "expected capability of those who act",
        Interval(low, max(low, mid), max(low, mid, high)),
        witness,
        parameters,
    )


def _expected(
    tree: Followed, given: Willing, strength: Mapping[str, Interval], at: tuple[str, float]
) -> float:
    end, correlation = at
    parts = taking_part(tree, willing_votes(given, tree.members, end), correlation)
    return math.fsum(getattr(strength[name], end) * parts[name] for name in strength)


def _strengths(rule: Rule, capability: Mapping[str, float | Interval]) -> dict[str, Interval]:
    strengths = {}
    for name, value in capability.items():
        if name not in rule.members:
            raise ModelError(f"'{name}' is no member; the members are {', '.join(rule.members)}")
        span = value if isinstance(value, Interval) else Interval.exactly(float(value))
        if span.low < 0.0:
            raise ModelError(f"the capability of '{name}' is {span.as_list()}; it must be 0 or more")
        strengths[name] = span
    return strengths
