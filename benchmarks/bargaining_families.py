"""Families of random bargaining problems, each with a seed, for measuring where demands collide.

Every family has its own way of being hard: how many issues a red line names, how much it rules out, whether
it is a plain combination or counts how many of some issues go against its holder, and how close the walk-away
values lie to what everyone can be given at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import combinations

import numpy as np

from goodoffices.case.conditions import parse_condition
from goodoffices.models.bargaining.problem import Demand, Issue, Party, Problem

Worth = dict[str, dict[str, float]]
Line = Callable[[np.random.Generator, tuple[Issue, ...], Worth], str]
Shape = tuple[int, int]
"""Number of issues and of options of each."""


def family(
    rng: np.random.Generator, shape: Shape, people: int, demands: int, line: Line, floor: float | None
) -> Problem:
    """Return a problem with so many parties and demands in all; a walk-away value is one of them."""
    issues = tuple(Issue(f"i{k}", tuple(f"o{j}" for j in range(shape[1]))) for k in range(shape[0]))
    lines = demands - (people if floor is not None else 0)
    parties = []
    for number in range(people):
        weights = {issue.name: float(rng.integers(1, 10)) for issue in issues}
        values = {i.name: {o: int(rng.integers(0, 101)) / 100 for o in i.options} for i in issues}
        own = lines // people + (number < lines % people)
        texts = [line(rng, issues, values) for _ in range(own)]
        reds = tuple(
            Demand(f"p{number}.{k}", f"p{number}", text, parse_condition(text))
            for k, text in enumerate(texts)
        )
        if floor is None:
            parties.append(Party(f"p{number}", red_lines=reds))
        else:
            parties.append(Party(f"p{number}", True, weights, values, floor, reds))
    return Problem(issues, tuple(parties))


def literal(rng: np.random.Generator, issue: Issue, most: int, *, worth: Worth | None = None) -> str:
    """Return that an issue is settled by one of some options: the worst for a party, or any."""
    number = int(rng.integers(1, most + 1))
    if worth is None:
        some = [str(one) for one in rng.choice(issue.options, number, replace=False)]
    else:
        some = sorted(issue.options, key=lambda option: worth[issue.name][option])[:number]
    return f"{issue.name} in {{{', '.join(some)}}}"


def picked(rng: np.random.Generator, issues: tuple[Issue, ...], number: int) -> list[Issue]:
    """Return some different issues."""
    return [issues[int(place)] for place in rng.choice(len(issues), number, replace=False)]


def least_valued(rng: np.random.Generator, issues: tuple[Issue, ...], worth: Worth) -> str:
    """Rule out what the holder values least on one issue together with another."""
    most = len(issues[0].options) - 1
    return " and ".join(literal(rng, one, most, worth=worth) for one in picked(rng, issues, 2))


def uncorrelated(rng: np.random.Generator, issues: tuple[Issue, ...], worth: Worth) -> str:
    """Rule out a combination of two issues, whatever it is worth to the holder."""
    del worth
    return " and ".join(literal(rng, one, len(one.options) - 1) for one in picked(rng, issues, 2))


def conjunction(rng: np.random.Generator, issues: tuple[Issue, ...], worth: Worth) -> str:
    """Rule out a combination of two to four issues."""
    del worth
    few = picked(rng, issues, int(rng.integers(2, 5)))
    return " and ".join(literal(rng, one, len(one.options) - 1) for one in few)


def implication(rng: np.random.Generator, issues: tuple[Issue, ...], worth: Worth) -> str:
    """Insist that one thing is settled so if another is, or exactly if it is."""
    del worth
    few = [literal(rng, one, 2) for one in picked(rng, issues, 3)]
    forms = (
        "not ({0} implies {1})",
        "not ({0} implies ({1} or {2}))",
        "not (({0} and {1}) implies {2})",
        "not ({0} iff {1})",
        "not ({0} or {1} or {2})",
    )
    return forms[int(rng.integers(len(forms)))].format(*few)


def dense(rng: np.random.Generator, issues: tuple[Issue, ...], worth: Worth) -> str:
    """Rule out most combinations of three issues."""
    del worth
    few = picked(rng, issues, 3)
    parts = []
    for one in few:
        some = rng.choice(one.options, len(one.options) - 1, replace=False)
        parts.append(f"{one.name} in {{{', '.join(map(str, some))}}}")
    return " and ".join(parts)


def shortage(rng: np.random.Generator, issues: tuple[Issue, ...], worth: Worth) -> str:
    """Insist that of five issues at least three go to one of the two options valued most."""
    few = picked(rng, issues, 5)
    bad = [
        f"{one.name} in {{{', '.join(sorted(one.options, key=lambda o: worth[one.name][o])[:-2])}}}"
        for one in few
    ]
    return " or ".join(f"({' and '.join(three)})" for three in combinations(bad, 3))


def planted(seed: int, shape: Shape, people: int, demands: int) -> Problem:
    """Return a problem in which one package, drawn first, breaks nobody's red lines."""
    rng = np.random.default_rng(seed)
    secret = {f"i{k}": f"o{int(rng.integers(shape[1]))}" for k in range(shape[0])}

    def line(rng: np.random.Generator, issues: tuple[Issue, ...], worth: Worth) -> str:
        while True:
            text = conjunction(rng, issues, worth)
            if not parse_condition(text).holds(secret):
                return text

    return family(rng, shape, people, demands, line, None)


def drawn(line: Line, low: float | None = None, high: float | None = None) -> Callable[..., Problem]:
    """Return a family whose walk-away value is drawn between two for each seed, or which has none."""

    def make(seed: int, shape: Shape, people: int, demands: int) -> Problem:
        rng = np.random.default_rng(seed)
        floor = None if low is None or high is None else round(float(rng.uniform(low, high)), 3)
        return family(rng, shape, people, demands, line, floor)

    return make


FAMILIES: Mapping[str, Callable[[int, Shape, int, int], Problem]] = {
    "least valued, .64": drawn(least_valued, 0.64, 0.64),
    "uncorrelated, .58-.66": drawn(uncorrelated, 0.58, 0.66),
    "conjunctions, .60-.68": drawn(conjunction, 0.60, 0.68),
    "conjunctions, .40-.55": drawn(conjunction, 0.40, 0.55),
    "implications, .50-.62": drawn(implication, 0.50, 0.62),
    "implications": drawn(implication),
    "dense": drawn(dense),
    "dense, .50-.60": drawn(dense, 0.50, 0.60),
    "shortages": drawn(shortage),
    "shortages, .50-.60": drawn(shortage, 0.50, 0.60),
    "planted": planted,
}
"""Families by name; the numbers are walk-away values."""
