"""Theorems on decision rules, power and collective action, on random small bodies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import combinations, pairwise, permutations, product
from math import prod

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from goodoffices.case.values import Interval
from goodoffices.models.guarantees.abstention import ternary_banzhaf
from goodoffices.models.guarantees.coalitions import (
    Pattern,
    attacker_position,
    fewest_helpers,
    minimal_blocking,
    minimal_winning,
)
from goodoffices.models.guarantees.collective_action import probability_of_action
from goodoffices.models.guarantees.design import (
    Condition,
    Design,
    Trigger,
    read_design,
    whole_rule,
)
from goodoffices.models.guarantees.power import banzhaf, coleman, shapley_shubik
from goodoffices.models.guarantees.recusal import can_do_without, recuse
from goodoffices.models.guarantees.rules import (
    AllOf,
    AnyOf,
    AtLeast,
    Council,
    EachAlone,
    Rule,
    Unanimous,
    Weighted,
    veto_players,
    winning,
)

MODEST = settings(max_examples=40, deadline=None, derandomize=True)
NAMES = ("a", "b", "c", "d", "e", "f")


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    """Draw a rule of up to five members."""
    members = NAMES[: draw(st.integers(1, 5))]
    kind = draw(st.integers(0, 6))
    needed = draw(st.integers(1, len(members)))
    if kind > 4:
        parts = (Council(members, members[:1], needed), draw(rules()))
        return AllOf(parts) if kind == 5 else AnyOf(parts)
    if kind == 0:
        return EachAlone(members)
    if kind == 1:
        return AtLeast(members, needed)
    if kind == 2:
        return Unanimous(members)
    if kind == 3:
        vetoes = draw(st.lists(st.sampled_from(members), max_size=3, unique=True))
        return Council(members, tuple(vetoes), needed)
    weights = {name: draw(st.integers(0, 5)) / 2 for name in members}
    assume(any(weights.values()))
    return Weighted(weights, draw(st.integers(1, int(2 * sum(weights.values())))) / 2)


def chances(members: Iterable[str]) -> st.SearchStrategy[dict[str, float]]:
    """Draw how likely each member is to act, in tenths."""
    return st.fixed_dictionaries({name: st.integers(0, 10).map(lambda tenth: tenth / 10) for name in members})


@st.composite
def bodies(draw: st.DrawFn) -> tuple[Rule, dict[str, float]]:
    """Draw a rule and how likely each member is to act."""
    rule = draw(rules())
    return rule, draw(chances(rule.members))


def coalitions(members: tuple[str, ...]) -> list[frozenset[str]]:
    """Return all sets of members."""
    return [frozenset(some) for size in range(len(members) + 1) for some in combinations(members, size)]


def slow_probability(rule: Rule, h: Mapping[str, float]) -> float:
    """Add up over all sets of members."""
    return sum(
        prod(h[name] if name in some else 1 - h[name] for name in rule.members)
        for some in coalitions(rule.members)
        if winning(rule, some)
    )


def spelled_out(patterns: Iterable[Pattern]) -> list[frozenset[str]]:
    """Return every set of members that fits one of the patterns."""
    found = []
    for pattern in patterns:
        sets: list[frozenset[str]] = [frozenset()]
        for share in pattern.shares:
            sets = [one | set(some) for one in sets for some in combinations(share.members, share.needed)]
        assert len(sets) == pattern.sets
        found += sets
    return found


def minimal(sets: list[frozenset[str]]) -> set[frozenset[str]]:
    """Return the sets that contain no other of them."""
    return {one for one in sets if not any(other < one for other in sets)}


@MODEST
@given(bodies())
def test_probability_is_the_sum_over_all_winning_coalitions(body: tuple[Rule, dict[str, float]]) -> None:
    """The decision diagram gives what adding up over all sets of members gives."""
    rule, h = body
    outcome = probability_of_action(rule, h).outcome
    assert outcome.mid == pytest.approx(slow_probability(rule, h), abs=1e-12)
    assert outcome.low == outcome.mid == outcome.high


@MODEST
@given(bodies())
def test_importance_is_the_difference_a_member_makes(body: tuple[Rule, dict[str, float]]) -> None:
    """Birnbaum's importance is P with the member sure to act less P with it sure not to."""
    rule, h = body
    importance = probability_of_action(rule, h).witness.importance
    for name in rule.members:
        difference = slow_probability(rule, h | {name: 1.0}) - slow_probability(rule, h | {name: 0.0})
        assert importance[name] == pytest.approx(difference, abs=1e-12)


@MODEST
@given(chances(NAMES[:5]), st.sampled_from([0.0, 0.3, 0.99, 1.0]))
def test_each_alone_acts_at_least_as_often_as_k_and_k_as_all(h: dict[str, float], correlation: float) -> None:
    """The more members a rule needs, the less likely it is met, whatever the common shock."""
    members = tuple(h)
    ladder: list[Rule] = [EachAlone(members), *(AtLeast(members, k) for k in range(1, 6)), Unanimous(members)]
    found = [probability_of_action(rule, h, correlation=correlation).outcome.mid for rule in ladder]
    assert all(lower <= higher + 1e-12 for higher, lower in pairwise(found))
    assert found[0] == found[1]
    assert found[-1] == found[-2]


@MODEST
@given(bodies(), st.sampled_from([0.0, 0.5, 0.999, 1.0]))
def test_no_more_likely_than_the_least_willing_veto_player(
    body: tuple[Rule, dict[str, float]], correlation: float
) -> None:
    """The probability of action is at most the willingness of every member with a veto."""
    rule, h = body
    solution = probability_of_action(rule, h, correlation=correlation)
    for name in veto_players(rule):
        assert solution.outcome.mid <= h[name] + 1e-12
    ceiling = solution.witness.ceiling
    assert (ceiling.mid if ceiling else None) == min((h[n] for n in veto_players(rule)), default=None)


@MODEST
@given(bodies(), st.sampled_from([0.0, 0.5, 1.0]), st.data())
def test_an_attacker_with_a_veto_makes_action_impossible(
    body: tuple[Rule, dict[str, float]], correlation: float, data: st.DataObject
) -> None:
    """Whatever the others would do, the probability is exactly 0, and the witness names the reason."""
    rule, h = body
    assume(veto_players(rule))
    attacker = data.draw(st.sampled_from(veto_players(rule)))
    solution = probability_of_action(rule, h, attacker=attacker, correlation=correlation)
    assert solution.outcome == Interval.exactly(0.0)
    assert solution.witness.reason == f"{attacker} is the attacker and nothing is decided without it"


@MODEST
@given(bodies(), st.data())
def test_an_attacker_in_the_body_acts_as_if_it_were_never_willing(
    body: tuple[Rule, dict[str, float]], data: st.DataObject
) -> None:
    """Naming the attacker is the same as setting its willingness to 0."""
    rule, h = body
    attacker = data.draw(st.sampled_from(rule.members))
    named = probability_of_action(rule, h, attacker=attacker).outcome.mid
    assert named == pytest.approx(slow_probability(rule, h | {attacker: 0.0}), abs=1e-12)


@MODEST
@given(bodies(), st.data(), st.sampled_from([0.0, 0.4, 1.0]))
def test_bounds_of_willingness_bound_the_probability(
    body: tuple[Rule, dict[str, float]], data: st.DataObject, correlation: float
) -> None:
    """The result at lower, middle and higher willingness is the interval given for intervals."""
    rule, low = body
    extra = data.draw(chances(rule.members))
    high = {name: min(1.0, low[name] + extra[name]) for name in low}
    mid = {name: (low[name] + high[name]) / 2 for name in low}
    spans = {name: Interval(low[name], mid[name], high[name]) for name in low}
    outcome = probability_of_action(rule, spans, correlation=correlation).outcome
    for end, h in ((outcome.low, low), (outcome.mid, mid), (outcome.high, high)):
        assert end == pytest.approx(
            probability_of_action(rule, h, correlation=correlation).outcome.mid, abs=1e-12
        )


@settings(MODEST, max_examples=15)
@given(bodies(), st.integers(0, 10), st.integers(0, 10), st.data())
def test_a_range_over_the_correlation_holds_every_correlation_in_it(
    body: tuple[Rule, dict[str, float]], one: int, other: int, data: st.DataObject
) -> None:
    """Whatever correlation of the interval is tried, its probability lies in the range given for it."""
    rule, h = body
    low, high = sorted((one / 10, other / 10))
    span = Interval(low, (low + high) / 2, high)
    outcome = probability_of_action(rule, h, correlation=span).outcome
    for _ in range(5):
        rho = data.draw(st.floats(low, high))
        found = probability_of_action(rule, h, correlation=rho).outcome.mid
        assert outcome.low - 1e-7 <= found <= outcome.high + 1e-7


@MODEST
@given(bodies(), st.data())
def test_abstention_is_a_third_choice(body: tuple[Rule, dict[str, float]], data: st.DataObject) -> None:
    """The probability is the sum over all divisions into those who act, abstain and object."""
    rule, h = body
    silent = {name: data.draw(st.integers(0, 10)) / 10 * (1 - h[name]) for name in rule.members}
    expected = 0.0
    for division in product("yan", repeat=len(rule.members)):
        named = dict(zip(rule.members, division, strict=True))
        parts = {"y": h, "a": silent, "n": {name: 1 - h[name] - silent[name] for name in h}}
        chance = prod(parts[vote][name] for name, vote in named.items())
        agree = {name for name, vote in named.items() if vote == "y"}
        abstain = {name for name, vote in named.items() if vote == "a"}
        expected += chance * winning(rule, agree, abstaining=abstain)
    solution = probability_of_action(rule, h, abstains=silent)
    assert solution.outcome.mid == pytest.approx(expected, abs=1e-12)
    ceiling = solution.witness.ceiling
    assert ceiling is None or solution.outcome.mid <= ceiling.mid + 1e-12


@MODEST
@given(bodies())
def test_full_correlation_is_the_limit_of_high_correlation(body: tuple[Rule, dict[str, float]]) -> None:
    """Where all waver as one, the most willing act first, and ρ close to 1 comes close to that."""
    rule, h = body
    exact = probability_of_action(rule, h, correlation=1.0).outcome.mid
    levels = [t for t in h.values() if winning(rule, {name for name in h if h[name] >= t})]
    assert exact == pytest.approx(max(levels, default=0.0), abs=1e-12)
    near = probability_of_action(rule, h, correlation=1.0 - 1e-8).outcome.mid
    assert near == pytest.approx(exact, abs=1e-3)


@MODEST
@given(rules())
def test_power_indices_are_what_orders_and_sets_show(rule: Rule) -> None:
    """Going through all orders of joining and all sets of members gives the same fractions."""
    pivots = dict.fromkeys(rule.members, 0)
    orders = list(permutations(rule.members))
    for order in orders:
        joined: set[str] = set()
        for name in order:
            joined.add(name)
            if winning(rule, joined):
                pivots[name] += 1
                break
    expected = {name: Fraction(count, len(orders)) for name, count in pivots.items()}
    assert shapley_shubik(rule).outcome == expected
    swings = {
        name: sum(
            winning(rule, some) and not winning(rule, some - {name}) for some in coalitions(rule.members)
        )
        for name in rule.members
    }
    wins = sum(winning(rule, some) for some in coalitions(rule.members))
    sets = 2 ** len(rule.members)
    for name, count in swings.items():
        both = banzhaf(rule).outcome[name]
        assert both.normalised == Fraction(count, sum(swings.values()))
        assert both.absolute == Fraction(2 * count, sets)
        three = coleman(rule).outcome[name]
        assert three.prevent == Fraction(count, wins)
        assert three.initiate == Fraction(count, sets - wins)
        assert three.collectivity_to_act == Fraction(wins, sets)


@MODEST
@given(rules())
def test_ternary_swings_are_what_all_divisions_show(rule: Rule) -> None:
    """Going through every division into yes, abstention and no gives the same counts."""
    members = rule.members
    divisions = list(product("yan", repeat=len(members)))

    def passes(votes: tuple[str, ...]) -> bool:
        agree = {name for name, vote in zip(members, votes, strict=True) if vote == "y"}
        abstain = {name for name, vote in zip(members, votes, strict=True) if vote == "a"}
        return winning(rule, agree, abstaining=abstain)

    solution = ternary_banzhaf(rule)
    witness = solution.witness
    assert witness.passing == sum(map(passes, divisions))
    for place, name in enumerate(members):
        cases = [votes for votes in divisions if votes[place] == "y"]
        no = [(*votes[:place], "n", *votes[place + 1 :]) for votes in cases]
        silent = [(*votes[:place], "a", *votes[place + 1 :]) for votes in cases]
        pairs = zip(cases, silent, no, strict=True)
        found = [(passes(one), passes(two), passes(three)) for one, two, three in pairs]
        assert witness.swings[name] == sum(one and not three for one, _, three in found)
        assert witness.objections[name] == sum(two and not three for _, two, three in found)
        assert solution.outcome[name].absolute == Fraction(witness.swings[name], 3 ** (len(members) - 1))
    assert sum(index.normalised for index in solution.outcome.values()) == 1


@MODEST
@given(rules())
def test_power_is_shared_out_and_dummies_have_none(rule: Rule) -> None:
    """Shares add up to 1, members without influence get 0, veto players the most."""
    shares = shapley_shubik(rule).outcome
    assert sum(shares.values()) == 1
    assert sum(index.normalised for index in banzhaf(rule).outcome.values()) == 1
    for name in rule.members:
        useless = all(
            winning(rule, some | {name}) == winning(rule, some) for some in coalitions(rule.members)
        )
        assert (shares[name] == 0) == useless
        if name in veto_players(rule):
            assert shares[name] == max(shares.values())


@MODEST
@given(rules())
def test_patterns_are_exactly_the_smallest_winning_and_blocking_sets(rule: Rule) -> None:
    """Spelled out, the patterns give every smallest set once and no other."""
    every = coalitions(rule.members)
    wins = [some for some in every if winning(rule, some)]
    blocks = [some for some in every if not winning(rule, frozenset(rule.members) - some)]
    for patterns, sets in (
        (minimal_winning(rule).outcome, wins),
        (minimal_blocking(rule).outcome, blocks),
    ):
        found = spelled_out(patterns)
        assert len(found) == len(set(found))
        assert set(found) == minimal(sets)
        assert [pattern.size for pattern in patterns] == sorted(pattern.size for pattern in patterns)


@MODEST
@given(rules(), st.data())
def test_an_attacker_blocks_with_as_few_helpers_as_all_sets_show(rule: Rule, data: st.DataObject) -> None:
    """The fewest helpers are those of the smallest blocking set that needs the attacker."""
    attacker = data.draw(st.sampled_from(rule.members))
    position = attacker_position(rule, attacker)
    every = coalitions(rule.members)
    blocks = minimal([some for some in every if not winning(rule, frozenset(rule.members) - some)])
    sizes = [len(some) for some in blocks if attacker in some]
    assert position.outcome.helpers_needed == (min(sizes) - 1 if sizes else None)
    assert position.outcome.blocks_alone == (frozenset({attacker}) in blocks)
    assert position.outcome.others_can_decide == can_do_without(rule, attacker)
    if can_do_without(rule, attacker):
        others = recuse(rule, attacker)
        assert attacker not in others.members
        assert position.witness.winning_when_recused == minimal_winning(others).outcome


@MODEST
@given(rules(), st.data())
def test_fewest_helpers_are_those_that_all_sets_show(rule: Rule, data: st.DataObject) -> None:
    """The diagram finds the smallest blocking set with the attacker, if it is smaller than any without."""
    attacker = data.draw(st.sampled_from(rule.members))
    blocks = [some for some in coalitions(rule.members) if not winning(rule, frozenset(rule.members) - some)]
    together = min(len(some) - 1 for some in blocks if attacker in some)
    alone = min((len(some) for some in blocks if attacker not in some), default=len(rule.members))
    assert fewest_helpers(rule, attacker) == (together if together < alone else None)


@MODEST
@given(rules(), st.data())
def test_more_members_in_favour_never_undo_a_decision(rule: Rule, data: st.DataObject) -> None:
    """Every rule is monotone: a superset of a winning coalition wins."""
    some = data.draw(st.sets(st.sampled_from(rule.members)))
    more = data.draw(st.sets(st.sampled_from(rule.members)))
    assert winning(rule, some) <= winning(rule, some | more)


CONDITIONS: tuple[tuple[Condition, ...], ...] = (
    (),
    (Condition("peace"),),
    (Condition("b first", Unanimous(("b",))),),
)


@st.composite
def whole_designs(draw: st.DrawFn) -> tuple[Design, dict[str, float]]:
    """Draw a design with a finder, a condition and ratification, and how likely all of it goes right."""
    attacker = draw(st.sampled_from(("a", "x")))
    made = Design(
        name="drawn",
        beneficiary="v",
        attackers=(attacker,),
        rule=draw(rules()),
        trigger=Trigger("an attack", draw(st.none() | rules())),
        conditions=draw(st.sampled_from(CONDITIONS)),
        ratified_by=draw(st.sampled_from(((), ("s",), ("a", "s")))),
    )
    return made, draw(chances(whole_rule(made).members))


@MODEST
@given(whole_designs(), st.sampled_from((0.0, 0.3, 0.9)))
def test_finders_conditions_and_ratification_only_lower_the_probability(
    drawn: tuple[Design, dict[str, float]], correlation: float
) -> None:
    """No design is likelier acted on than its guarantors' rule alone, nor than anything that it needs."""
    design, h = drawn
    (attacker,) = design.attackers
    whole = whole_rule(design)
    found = probability_of_action(whole, h, attacker=attacker, correlation=correlation).outcome.mid
    own = {name: h[name] for name in design.rule.members}
    alone = probability_of_action(design.rule, own, attacker=attacker, correlation=correlation).outcome.mid
    assert found <= alone + 1e-9
    for name in veto_players(whole):
        assert name == attacker or found <= h[name] + 1e-9


@MODEST
@given(whole_designs())
def test_an_attacker_that_finds_or_decides_alone_ends_it_and_one_that_ratifies_does_not(
    drawn: tuple[Design, dict[str, float]],
) -> None:
    """With a veto of the attacker anywhere but in ratifying, the probability is exactly 0."""
    design, h = drawn
    (attacker,) = design.attackers
    whole = whole_rule(design)
    outcome = probability_of_action(whole, h, attacker=attacker).outcome
    if attacker in veto_players(whole):
        assert outcome.high == 0.0
        assert read_design(design).outcome.never is not None
    elif attacker not in whole.members:
        sure = probability_of_action(whole, dict.fromkeys(whole.members, 1.0), attacker=attacker)
        assert sure.outcome.mid == pytest.approx(1.0)


@MODEST
@given(whole_designs())
def test_full_correlation_is_the_limit_with_finders_and_ratification_too(
    drawn: tuple[Design, dict[str, float]],
) -> None:
    """At 1 the result is what a correlation next to 1 nears."""
    design, h = drawn
    whole = whole_rule(design)
    near, at = (probability_of_action(whole, h, correlation=rho).outcome.mid for rho in (0.9999, 1.0))
    assert near == pytest.approx(at, abs=0.02)
