"""Which input moves a result most: one input at a time from its lowest to its highest value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from goodoffices.case.values import Interval
from goodoffices.errors import ModelError
from goodoffices.models.guarantees.chances import followed, met
from goodoffices.models.guarantees.collective_action import willing, willing_votes
from goodoffices.models.guarantees.likelihood import Reckoning, Source, likelihood, reckon
from goodoffices.models.guarantees.rules import Rule
from goodoffices.models.solution import Solution

__all__ = ["CORRELATION", "Point", "Swing", "action_along", "action_sensitivity", "swings"]

CORRELATION = "correlation"


@dataclass(frozen=True, slots=True)
class Swing:
    """How far one input moves the result, all others at their middle values.

    Attributes:
        name: The input.
        given: The input's interval.
        at_low: The result at its lowest value.
        at_high: The result at its highest value.
    """

    name: str
    given: Interval
    at_low: float
    at_high: float

    @property
    def width(self) -> float:
        """By how much the two results differ."""
        return abs(self.at_high - self.at_low)


@dataclass(frozen=True, slots=True)
class Point:
    """The result at one value of an input.

    Attributes:
        at: The input's value.
        result: The result, all other inputs at their middle values.
    """

    at: float
    result: float


def swings(
    result: Callable[[Mapping[str, float]], float], inputs: Mapping[str, Interval]
) -> Solution[tuple[Swing, ...], float]:
    """Move one input at a time from its lowest to its highest value.

    What two inputs do together is not seen, nor what a result does between the two values.

    Args:
        result: The result for a value of every input.
        inputs: The inputs with their intervals.

    Returns:
        The inputs by how far they move the result, widest first, equals in the order given; the witness
        is the result at the middle values.
    """
    middle = {name: span.mid for name, span in inputs.items()}
    found = [
        Swing(name, span, result(middle | {name: span.low}), result(middle | {name: span.high}))
        for name, span in inputs.items()
    ]
    ranked = tuple(sorted(found, key=lambda swing: -swing.width))
    return Solution("one input at a time", ranked, result(middle))


def action_sensitivity(
    rule: Rule,
    sources: Mapping[str, Source],
    *,
    attacker: str | None = None,
    correlation: Interval | None = None,
) -> Solution[tuple[Swing, ...], float]:
    """Rank what the probability of collective action hangs on.

    A guarantor that reckons is taken apart into its stake, its change in the probability of winning and
    so on; of others the likelihood itself is moved. The correlation is one input too.

    Args:
        rule: The decision rule.
        sources: Where each member's likelihood comes from.
        attacker: Who attacks; need not be a member.
        correlation: Interval of the correlation; none stands for 0.

    Raises:
        ModelError: If a member has no source, or somebody else has one.
    """
    result, inputs = _reckoned(rule, sources, attacker, correlation)
    return swings(result, inputs)


def action_along(
    rule: Rule,
    sources: Mapping[str, Source],
    name: str | None = None,
    *,
    attacker: str | None = None,
    correlation: Interval | None = None,
    steps: int = 40,
) -> Solution[tuple[Point, ...], str]:
    """Follow the probability of collective action along one input, for a picture.

    Args:
        rule: The decision rule.
        sources: Where each member's likelihood comes from.
        name: The input, named as in `action_sensitivity`; the one that moves the result most if not given.
        attacker: Who attacks; need not be a member.
        correlation: Interval of the correlation; none stands for 0.
        steps: Into how many equal steps the input's interval is cut, at least 1.

    Returns:
        The points from the lowest value to the highest; the witness is the input's name.

    Raises:
        ModelError: If there is no such input, or a member has no source.
    """
    result, inputs = _reckoned(rule, sources, attacker, correlation)
    chosen = name if name is not None else swings(result, inputs).outcome[0].name
    if chosen not in inputs:
        raise ModelError(f"no input '{chosen}' is known; there are {', '.join(inputs)}")
    middle, span = {one: value.mid for one, value in inputs.items()}, inputs[chosen]
    places = [span.low + (span.high - span.low) * step / steps for step in range(steps)] + [span.high]
    points = tuple(Point(place, result(middle | {chosen: place})) for place in places)
    return Solution("probability of action along one input", points, chosen, {"input": chosen})


def _reckoned(
    rule: Rule, sources: Mapping[str, Source], attacker: str | None, correlation: Interval | None
) -> tuple[Callable[[Mapping[str, float]], float], dict[str, Interval]]:
    """Return the probability as a function of all single inputs, and the inputs with their intervals."""
    inputs: dict[str, Interval] = {}
    for name, source in sources.items():
        if isinstance(source, Reckoning):
            inputs |= {f"{name}: {part}": getattr(source, part) for part in Reckoning.inputs()}
        else:
            inputs[name] = likelihood(source).outcome
    inputs[CORRELATION] = correlation or Interval.exactly(0.0)
    tree = followed(rule)

    def result(values: Mapping[str, float]) -> float:
        h: dict[str, float | Interval] = {
            name: reckon({part: values[f"{name}: {part}"] for part in Reckoning.inputs()})
            if isinstance(source, Reckoning)
            else values[name]
            for name, source in sources.items()
        }
        given = willing(rule, h, attacker=attacker)
        return met(tree, willing_votes(given, rule.members, "mid"), values[CORRELATION])

    return result, inputs
