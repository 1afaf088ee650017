"""What is proven when the time is over, and who hears how far the work is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count

import numpy as np
import pytest

from goodoffices.case.conditions import parse_condition
from goodoffices.models.bargaining.blocking import blocking_demands
from goodoffices.models.bargaining.collisions import (
    collisions_and_concessions,
    lone_concessions,
    minimal_collisions,
    minimal_concessions,
)
from goodoffices.models.bargaining.hitting import minimal_hitting_sets
from goodoffices.models.bargaining.pace import Limits, Step, Watch
from goodoffices.models.bargaining.problem import Demand, Issue, Party, Problem, Quorum


def torn(seed: int = 0, *, people: int = 4, lines: int = 5, issues: int = 5) -> Problem:
    """Return a problem in which many demands collide."""
    rng = np.random.default_rng(seed)
    every = tuple(Issue(f"i{k}", tuple("abc")) for k in range(issues))
    parties = []
    for number in range(people):
        texts = []
        for _ in range(lines):
            one, two = rng.choice(issues, 2, replace=False)
            texts.append(f"i{one} != {rng.choice(list('abc'))} and i{two} != {rng.choice(list('abc'))}")
        reds = tuple(
            Demand(f"p{number}.{k}", f"p{number}", text, parse_condition(text))
            for k, text in enumerate(texts)
        )
        parties.append(Party(f"p{number}", red_lines=reds))
    return Problem(every, tuple(parties))


def looks(number: int, heard: list[Step] | None = None) -> Limits:
    """Return limits after which the time is over once the clock has been looked at so often."""
    ticks = count()
    tell: Callable[[Step], None] | None = None if heard is None else heard.append
    return Limits(float(number), clock=lambda: float(next(ticks)), progress=tell)


ENDLESS = 10**9


@pytest.mark.parametrize("number", [1, 2, 3, 5, 8, 20, 40])
def test_concessions_found_in_time_are_minimal_and_the_bound_holds(number: int) -> None:
    """Whatever the time, those given are among all, and none that is left costs less than the bound."""
    one = torn()
    costs = {one.demands()[0].id: 0.5}
    every = minimal_concessions(one, costs=costs)
    found = minimal_concessions(one, costs=costs, limits=looks(number))
    given = {way.demands for way in found.outcome}
    assert given
    assert given <= {way.demands for way in every.outcome}
    assert found.witness.complete == (given == {way.demands for way in every.outcome})
    left = [way.cost for way in every.outcome if way.demands not in given]
    assert (found.witness.bound is None) == found.witness.complete
    assert not left or min(left) >= (found.witness.bound or 0.0)
    assert bool(found.witness.collisions_met) == found.witness.complete


def test_collisions_found_in_time_are_minimal_and_said_not_to_be_all() -> None:
    """With time for some, those given are among all; without time for all concessions, there are none."""
    one = torn()
    every = minimal_collisions(one)
    assert len(every.outcome) > 5
    early = minimal_collisions(one, limits=looks(2))
    assert (early.outcome, early.witness.complete) == ((), False)
    sizes = set()
    for number in (200, 400, 800, 1200):
        found = minimal_collisions(one, limits=looks(number))
        assert set(found.outcome) <= set(every.outcome)
        assert found.witness.complete == (len(found.outcome) == len(every.outcome))
        sizes.add(len(found.outcome))
    assert len(sizes) > 1


def test_with_time_enough_everything_is_as_without_a_limit() -> None:
    """A clock that never runs out changes nothing."""
    one = torn()
    assert collisions_and_concessions(one, limits=looks(ENDLESS)) == collisions_and_concessions(one)
    assert lone_concessions(one, limits=looks(ENDLESS)) == lone_concessions(one)
    assert blocking_demands(one, limits=looks(ENDLESS)) == blocking_demands(one)
    assert not blocking_demands(one, limits=looks(3)).witness.complete


def test_with_a_quorum_nothing_is_claimed_before_every_coalition_was_looked_at() -> None:
    """What one coalition would concede may be more than another would."""
    one = torn(people=3)
    free = replace(
        one,
        parties=tuple(replace(party, must_sign=False) for party in one.parties),
        quorums=(Quorum(("p0", "p1", "p2"), 2),),
    )
    found = minimal_concessions(free, limits=looks(2))
    assert found.outcome == ()
    assert not found.witness.complete


def test_progress_is_told_in_order() -> None:
    """What is being done is named, and how much of it is done never falls."""
    heard: list[Step] = []
    minimal_collisions(torn(), limits=looks(ENDLESS, heard))
    assert heard[0] == Step("listing 243 packages")
    for doing in {step.doing for step in heard}:
        done = [step.done for step in heard if step.doing == doing]
        assert done == sorted(done)
    assert heard[-1].doing == "finding demands that collide"


def test_a_search_for_hitting_sets_stops_when_the_time_is_over() -> None:
    """Of the eight ways to hit three pairs, fewer are found."""
    pairs = [0b11, 0b1100, 0b110000]
    assert len(list(minimal_hitting_sets(pairs))) == 8
    watch = Watch(looks(9))
    assert len(list(minimal_hitting_sets(pairs, watch))) < 8
    assert watch.stopped


def test_what_is_left_of_the_time_is_never_nothing() -> None:
    """A call of the solver gets a moment even where the time is over, and all of it without a clock."""
    late = Watch(looks(1))
    assert late.over()
    assert late.rest().seconds > 0
    assert Watch(Limits(7.0)).rest() == Limits(7.0)
    assert Limits(7.0, 3).parameters() == {"seconds": 7.0, "seed": 3}
