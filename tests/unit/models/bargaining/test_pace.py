"""What is proven when the time is over, and who hears how far the work is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count

import numpy as np
import pytest

from goodoffices.case.conditions import parse_condition
from goodoffices.case.values import Interval
from goodoffices.models.bargaining import account as accounts
from goodoffices.models.bargaining import dominance
from goodoffices.models.bargaining.account import account
from goodoffices.models.bargaining.blocking import blocking_demands
from goodoffices.models.bargaining.collisions import (
    collisions_and_concessions,
    lone_concessions,
    minimal_collisions,
    minimal_concessions,
)
from goodoffices.models.bargaining.decisions import Decision
from goodoffices.models.bargaining.hitting import minimal_hitting_sets
from goodoffices.models.bargaining.pace import Limits, Step, Watch
from goodoffices.models.bargaining.pareto import Way, pareto_packages
from goodoffices.models.bargaining.problem import Demand, Issue, Party, Problem, Quorum
from goodoffices.models.bargaining.robustness import Ranges, Robustness, robustness
from goodoffices.models.bargaining.search import find_collision
from goodoffices.models.bargaining.solutions import utilitarian
from goodoffices.models.bargaining.ways_out import find_concessions
from goodoffices.models.bargaining.zone_size import count_zone


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


def measured(seed: int = 0, *, people: int = 4, issues: int = 6) -> Problem:
    """Return a problem of parties with many different values, and low walk-away values."""
    rng = np.random.default_rng(seed)
    every = tuple(Issue(f"i{k}", tuple("abcd")) for k in range(issues))
    parties = []
    for number in range(people):
        weights = {issue.name: float(rng.integers(1, 10)) for issue in every}
        values = {i.name: {o: int(rng.integers(0, 101)) / 100 for o in i.options} for i in every}
        parties.append(Party(f"p{number}", True, weights, values, 0.3))
    return Problem(every, tuple(parties))


@pytest.mark.parametrize("by", ["listing", "parts"])
def test_a_frontier_cut_short_is_part_of_the_frontier(by: Way, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the time, no package given is dominated; by parts there is nothing before the end."""
    monkeypatch.setattr(dominance, "CHUNK", 100)
    one = measured()
    every = pareto_packages(one, by=by)
    assert every.witness.complete
    assert pareto_packages(one, by=by, limits=looks(ENDLESS)) == every
    sizes = set()
    for number in (1, 2, 3, 4, 5, 7):
        found = pareto_packages(one, by=by, limits=looks(number))
        names = [package.terms for package in every.outcome.packages]
        assert all(package.terms in names for package in found.outcome.packages)
        assert found.witness.complete == (found.outcome.count == every.outcome.count)
        sizes.add(found.outcome.count)
    assert min(sizes) < every.outcome.count
    late = utilitarian(one, by=by, limits=looks(1))
    assert not late.witness.complete
    assert utilitarian(one, by=by, limits=looks(ENDLESS)) == utilitarian(one, by=by)


def test_where_parts_take_too_long_for_a_list_the_solver_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a space too large to list and no time to merge, what the solver has in no time is given."""
    monkeypatch.setattr("goodoffices.models.bargaining.solutions.MAX_PACKAGES", 10)
    found = utilitarian(measured(), by="parts", limits=looks(2))
    assert found.parameters["by"] == "search"


@pytest.mark.parametrize("number", [1, 2, 3, 5, 8, 13, 16, 20])
def test_a_count_cut_short_has_bounds_that_hold(number: int) -> None:
    """The number of packages in the zone lies within the bounds, whenever the time is over."""
    one = measured(people=2)
    exact = count_zone(one)
    assert exact.outcome.exact
    assert count_zone(one, limits=looks(ENDLESS)) == exact
    found = count_zone(one, limits=looks(number))
    assert found.outcome.least <= exact.outcome.least <= found.outcome.most
    assert found.outcome.exact or found.method.endswith("the time was over")


def test_robustness_cut_short_says_how_many_draws_were_made() -> None:
    """Of ten thousand draws those made in time count."""
    one = measured(people=2)
    terms = {issue.name: "a" for issue in one.issues}
    ranges = Ranges(walk_away={"p0": Interval(0.2, 0.5, 0.9)})

    def ask(limits: Limits) -> Robustness:
        generator = np.random.default_rng(1)
        return robustness(one, terms, ranges, generator=generator, draws=10_000, limits=limits).outcome

    assert ask(Limits()).draws == 10_000
    assert ask(looks(ENDLESS)) == ask(Limits())
    short = ask(looks(2))
    assert 0 < short.draws < 10_000
    assert abs(short.share - ask(Limits()).share) < 0.1


def demanding() -> Problem:
    """Return a problem in which walk-away values collide with one another and with red lines."""
    base = measured(people=3, issues=4)
    high = tuple(replace(party, walk_away=0.72) for party in base.parties)
    line = Demand("p0.0", "p0", "", parse_condition("i0 = a and i1 != b"))
    return replace(base, parties=(replace(high[0], red_lines=(line,)), *high[1:]))


@pytest.mark.parametrize("number", [1, 2, 3, 4, 6, 9, 14, 20])
def test_a_search_cut_short_claims_nothing_that_is_wrong(number: int) -> None:
    """A collision found in part is a collision or more, and a bound of concessions holds."""
    one = demanding()
    every = minimal_collisions(one).outcome
    assert every
    found = find_collision(one, limits=looks(number)).outcome
    if found.decision is Decision.THERE_IS_NONE:
        assert any(set(some) <= set(found.demands) for some in every)
        assert not found.minimal or found.demands in every
    ways = find_concessions(one, limits=looks(number)).outcome
    cheapest = minimal_concessions(one).outcome[0].cost
    assert ways.bound is None or ways.optimal or ways.bound <= cheapest
    assert not ways.optimal or not ways.concessions or ways.concessions[0].cost == cheapest


@pytest.mark.parametrize("number", [1, 3, 6, 12, 25, 60, 200])
def test_an_account_cut_short_says_what_is_missing(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Listed or searched, what is said to be all collisions or concessions is all, and bounds hold."""
    for one in (demanding(), torn(people=3, lines=3)):
        whole = account(one, limit=1000).outcome
        for most in (accounts.MAX_LISTED, 1):
            monkeypatch.setattr(accounts, "MAX_LISTED", most)
            found = account(one, limit=1000, limits=looks(number)).outcome
            if found.all_collisions:
                assert set(found.collisions) == set(whole.collisions)
            given = {way.demands for way in found.concessions}
            assert not found.all_concessions or given == {way.demands for way in whole.concessions}
            left = [way.cost for way in whole.concessions if way.demands not in given]
            assert found.bound is None or not left or min(left) >= found.bound
        monkeypatch.undo()


def test_an_account_with_time_enough_is_as_without_a_limit() -> None:
    """A clock that never runs out changes nothing in an account."""
    for one in (demanding(), torn(people=3), measured(people=2)):
        assert account(one, limits=looks(ENDLESS)).outcome == account(one).outcome
