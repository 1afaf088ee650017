"""Would the guarantors act, under the rule by which they decide?"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from goodoffices.case.values import Interval
from goodoffices.errors import ModelError
from goodoffices.models.guarantees.chances import (
    POINTS,
    Followed,
    Votes,
    followed,
    importance,
    met,
    votes,
)
from goodoffices.models.guarantees.correlation import COARSE, FINE, lowest, one_sided
from goodoffices.models.guarantees.diagram import Diagram
from goodoffices.models.guarantees.rules import Rule, veto_players, winning
from goodoffices.models.solution import Solution

__all__ = ["ENDS", "ActionWitness", "Willing", "probability_of_action", "willing", "willing_votes"]

ENDS = ("low", "mid", "high")


@dataclass(frozen=True, slots=True)
class ActionWitness:
    """What bounds the probability and what it hangs on.

    Attributes:
        willingness: Probability that each member acts, as used: the attacker's is 0.
        abstaining: Probability that each member neither acts nor objects, as used.
        veto_players: Members without whom nothing is decided, unless they abstain where that is allowed.
        ceiling: The lowest probability among the veto players of not standing in the way, which the
            result cannot exceed; None where nobody has a veto.
        importance: For each member the probability, at the middle values, that the others leave the
            decision to it: by how much the result rises if it is sure to act rather than sure not to
            (Birnbaum 1969).
        correlations: The correlation at which the lowest, middle and highest result stand.
        error: Estimated error of the integral over the common shock; 0 where nothing is integrated.
        reason: Why the probability is 0 whatever the others do, or None.
    """

    willingness: Mapping[str, Interval]
    abstaining: Mapping[str, Interval]
    veto_players: tuple[str, ...]
    ceiling: Interval | None
    importance: Mapping[str, float]
    correlations: tuple[float, float, float]
    error: float
    reason: str | None


@dataclass(frozen=True, slots=True)
class Willing:
    """How likely each member acts, and abstains, as used.

    Attributes:
        acting: By member.
        abstaining: By member.
    """

    acting: Mapping[str, Interval]
    abstaining: Mapping[str, Interval]


def probability_of_action(
    rule: Rule,
    h: Mapping[str, float | Interval],
    *,
    attacker: str | None = None,
    correlation: float | Interval = 0.0,
    abstains: Mapping[str, float | Interval] | None = None,
) -> Solution[Interval, ActionWitness]:
    """Compute the probability that enough guarantors act for the rule to be met.

    `P = Σ over winning coalitions Π h · Π (1 − h)`, averaged over a common shock if correlated.

    An attacker does not act against itself: as a member its h is 0, whatever was given, and it objects.
    If it also holds a veto, no winning coalition lacks it, every term of the sum has the factor 0, and
    P = 0. Take it out of the rule with `recuse` to see what its recusal would change.

    The bounds of h give the bounds of P: given the shock, P is linear in each h_i with the slope
    `P(met | i acts) − P(met | i does not)`, which is not negative since no rule is met by fewer members
    and failed by more; and h_i given the shock rises with h_i. So the lowest h give the lowest P. No such
    order holds for the correlation, so an interval of it is searched (see `correlation`).

    Args:
        rule: The decision rule.
        h: For each member the probability that it acts, 0 to 1, or an interval of it.
        attacker: Who attacks; need not be a member.
        correlation: Correlation ρ of the guarantors behind the scenes, 0 to 1 (one-factor Gaussian
            copula), or an interval of it. At 0 and 1 the result is exact, between it is good to about
            1e-12.
        abstains: For members that may abstain, the probability that they do; who neither acts nor
            abstains objects. It matters only where the rule counts abstention as no veto.

    Returns:
        The lowest, middle and highest probability, and what they hang on.

    Raises:
        ModelError: If a member has no h, if h names somebody else, or if a number leaves its range.

    References:
        Birnbaum (1969), On the importance of different components in a multicomponent system. The sum
        over coalitions is Owen's (1972) multilinear extension of games.
    """
    span = _span(correlation)
    given = willing(rule, h, attacker=attacker, abstains=abstains)
    tree = followed(rule)
    result, places = _hull(rule, tree, given, span)
    middle = willing_votes(given, rule.members, "mid")
    witness = ActionWitness(
        given.acting,
        given.abstaining,
        veto_players(rule),
        _ceiling(rule, given),
        importance(tree, middle, span.mid),
        places,
        abs(met(tree, middle, span.mid, POINTS + 4) - result.mid) if 0.0 < span.mid < 1.0 else 0.0,
        _reason(rule, attacker, given),
    )
    parameters = {"attacker": attacker, "correlation": correlation}
    return Solution("probability of collective action", result, witness, parameters)


def willing(
    rule: Rule,
    h: Mapping[str, float | Interval],
    *,
    attacker: str | None = None,
    abstains: Mapping[str, float | Interval] | None = None,
) -> Willing:
    """Check how likely members act and abstain, and complete it: the attacker objects for sure.

    Raises:
        ModelError: If a member has no h, if somebody else has one, or if a number leaves its range.
    """
    silent = abstains or {}
    for name in (*h, *silent):
        if name not in rule.members and name != attacker:
            raise ModelError(
                f"'{name}' is no member and no attacker; the members are {', '.join(rule.members)}"
            )
    acting, abstaining = {}, {}
    for name in rule.members:
        if name != attacker and name not in h:
            raise ModelError(f"nothing is said about how likely '{name}' is to act; give h['{name}']")
        acting[name] = _interval("h", name, 0.0 if name == attacker else h[name])
        abstaining[name] = _interval("abstains", name, 0.0 if name == attacker else silent.get(name, 0.0))
        both = acting[name].mid + abstaining[name].mid
        if both > 1.0 + 1e-12:
            raise ModelError(f"'{name}' acts or abstains with probability {both:g}; give 1 at most together")
    return Willing(acting, abstaining)


def willing_votes(given: Willing, members: Sequence[str], end: str) -> Votes:
    """Return the votes at the lowest, middle or highest values."""
    return votes(
        [getattr(given.acting[name], end) for name in members],
        [getattr(given.abstaining[name], end) for name in members],
    )


def _hull(
    rule: Rule, tree: Followed, given: Willing, span: Interval
) -> tuple[Interval, tuple[float, float, float]]:
    """Return the lowest, middle and highest probability and the correlations at which they stand."""
    ends = {end: willing_votes(given, rule.members, end) for end in ENDS}
    mid = met(tree, ends["mid"], span.mid)
    if span.low == span.high and all(one.low == one.high for one in _all(given)):
        return Interval.exactly(mid), (span.mid, span.mid, span.mid)
    only, effort = one_sided(rule), FINE if isinstance(tree, Diagram) else COARSE
    bottom = lowest(lambda rho: met(tree, ends["low"], rho), span, ends_only=only, effort=effort)
    top = lowest(lambda rho: -met(tree, ends["high"], rho), span, ends_only=only, effort=effort)
    # Rounding may leave bounds that are equal in theory out of order by the last digit.
    low = min(bottom.value, mid)
    return Interval(low, mid, max(-top.value, mid)), (bottom.correlation, span.mid, top.correlation)


def _all(given: Willing) -> list[Interval]:
    return [*given.acting.values(), *given.abstaining.values()]


def _span(correlation: float | Interval) -> Interval:
    ends = correlation.as_list() if isinstance(correlation, Interval) else [correlation]
    if not all(0.0 <= end <= 1.0 for end in ends):
        raise ModelError(f"the correlation is {_shown(correlation)}; it must lie from 0 to 1")
    return correlation if isinstance(correlation, Interval) else Interval.exactly(float(correlation))


def _interval(what: str, name: str, value: float | Interval) -> Interval:
    ends = value.as_list() if isinstance(value, Interval) else [value]
    if not all(math.isfinite(end) and 0.0 <= end <= 1.0 for end in ends):
        raise ModelError(f"{what}['{name}'] is {_shown(value)}; a probability lies from 0 to 1")
    return value if isinstance(value, Interval) else Interval.exactly(float(value))


def _shown(value: float | Interval) -> object:
    return value.as_list() if isinstance(value, Interval) else value


def _standing(rule: Rule, given: Willing, name: str) -> Interval:
    """Return how likely a member with a veto does not use it."""
    acting, abstaining = given.acting[name], given.abstaining[name]
    if not winning(rule, set(rule.members) - {name}, abstaining={name}):
        return acting
    sums = (getattr(acting, end) + getattr(abstaining, end) for end in ENDS)
    return Interval(*(min(1.0, both) for both in sums))


def _ceiling(rule: Rule, given: Willing) -> Interval | None:
    standing = [_standing(rule, given, name) for name in veto_players(rule)]
    if not standing:
        return None
    return Interval(*(min(getattr(one, end) for one in standing) for end in ENDS))


def _reason(rule: Rule, attacker: str | None, given: Willing) -> str | None:
    holders = veto_players(rule)
    if attacker in holders:
        return f"{attacker} is the attacker and nothing is decided without it"
    never = [name for name in holders if _standing(rule, given, name).high <= 0.0]
    return f"{never[0]} never acts and nothing is decided without it" if never else None
