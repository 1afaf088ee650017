"""Conditions as clauses, mixtures of options, and how few demands are left that cannot all be kept."""

from __future__ import annotations

from itertools import product

import pytest

from goodoffices.case.conditions import parse_condition
from goodoffices.models.bargaining.clauses import clauses
from goodoffices.models.bargaining.evaluation import Evaluator
from goodoffices.models.bargaining.narrowing import least_margins, narrowed
from goodoffices.models.bargaining.problem import Demand, Issue, Party, Problem
from goodoffices.models.bargaining.relaxation import IMPOSSIBLE, Relaxation

ISSUES = tuple(Issue(f"i{k}", tuple("abc")) for k in range(4))


@pytest.mark.parametrize("denied", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        "true",
        "false",
        "i0 = a",
        "i0 in {a, b, c}",
        "i0 in {a, b} and i1 != c",
        "i0 = a or i1 = b and i2 = c",
        "i0 = a implies (i1 = b implies i2 = c)",
        "i0 = a iff not (i1 in {a, b} iff i2 = c)",
        "not (i0 = a and (i0 = b or i3 = c))",
    ],
)
def test_clauses_are_met_exactly_where_the_condition_holds(text: str, denied: bool) -> None:
    """On every package, all clauses are met if the condition holds, and one is not if it does not."""
    condition = parse_condition(text)
    found = clauses(condition, ISSUES, denied=denied)
    assert found is not None
    for options in product("abc", repeat=4):
        terms = {f"i{k}": option for k, option in enumerate(options)}
        met = all(any(terms[name] in some for name, some in clause.items()) for clause in found)
        assert met == (condition.holds(terms) != denied)


@pytest.mark.parametrize("word", ["and", "or"])
def test_conditions_that_need_too_many_clauses_are_left_as_they_are(word: str) -> None:
    """Ten pairs, any of which may hold, would be a thousand clauses, and so would their denial be."""
    inner = {"and": "or", "or": "and"}[word]
    wide = f" {inner} ".join(f"(i{k % 4} = a {word} i{(k + 1) % 4} = b)" for k in range(10))
    assert clauses(parse_condition(wide), ISSUES, denied=word == "or") is None
    many = " and ".join(f"({wide.replace('and', 'or')})" for _ in range(6))
    assert clauses(parse_condition(many), ISSUES) is not None
    some = " or ".join(f"(i{k % 4} = a and i{(k + 1) % 4} = b)" for k in range(8))
    assert clauses(parse_condition(" and ".join(f"({some})" for _ in range(6))), ISSUES) is None


def person(name: str, best: str, walk_away: float, *nevers: str) -> Party:
    """Return a party that likes one option best everywhere, with red lines."""
    weights = {issue.name: 1.0 for issue in ISSUES}
    values = {issue.name: {option: float(option == best) for option in "abc"} for issue in ISSUES}
    reds = tuple(Demand(f"{name}.{k}", name, text, parse_condition(text)) for k, text in enumerate(nevers))
    return Party(name, True, weights, values, walk_away, reds)


PROBLEM = Problem(
    ISSUES,
    (person("north", "a", 0.5, "i0 = c"), person("south", "b", 0.75, "i3 = c")),
    (parse_condition("i2 = c and i3 = c"),),
)
ALL = ("north.0", "north.walk_away", "south.0", "south.walk_away")


def test_the_margin_is_what_mixtures_give_everybody_beyond_walking_away() -> None:
    """Two parties that want everything share it: 1 − 0.5 − 0.75 is missing, an eighth to each."""
    relaxation = Relaxation.of(Evaluator.of(PROBLEM), ALL)
    assert relaxation.margin(ALL) == pytest.approx(-0.125)
    assert {"north.walk_away", "south.walk_away"} <= relaxation.binding()
    assert relaxation.margin(["north.walk_away"]) == pytest.approx(0.5)
    margins = least_margins(relaxation, ALL)
    assert margins["south.walk_away"] == pytest.approx(0.5)
    assert margins["north.0"] == pytest.approx(-0.125)


def test_conditions_that_not_even_mixtures_keep_have_no_margin() -> None:
    """An issue that may be neither a nor b nor c leaves nothing."""
    party = person("north", "a", 0.1, "i0 = a", "i0 = b", "i0 = c")
    ids = tuple(demand.id for demand in party.demands())
    relaxation = Relaxation.of(Evaluator.of(Problem(ISSUES, (party,))), ids)
    assert relaxation.margin(ids) == IMPOSSIBLE
    left = narrowed(relaxation, ids, lambda _: True, seed=0)
    assert set(left) == {"north.0", "north.1", "north.2"}


def test_only_what_is_refuted_is_taken_over() -> None:
    """What remains is among the demands, and all of them where nothing is shown."""
    relaxation = Relaxation.of(Evaluator.of(PROBLEM), ALL)
    assert narrowed(relaxation, ALL, lambda _: False, seed=0) == ALL
    refuted = {"north.walk_away", "south.walk_away"}.issubset
    assert narrowed(relaxation, ALL, refuted, seed=0) == ("north.walk_away", "south.walk_away")


def test_several_demands_are_left_out_at_a_time_where_mixtures_show_nothing() -> None:
    """Red lines beside two that are to blame are left out in few steps, though mixtures keep them all."""
    others = [f"i{k} = {o}" for k in (1, 2, 3) for o in "bc"]
    party = person("north", "a", 0.995, *others, "i0 = b", "i0 = c")
    ids = tuple(demand.id for demand in party.demands())
    relaxation = Relaxation.of(Evaluator.of(Problem(ISSUES, (party,))), ids)
    asked: list[tuple[str, ...]] = []

    def refuted(some: tuple[str, ...]) -> bool:
        asked.append(some)
        return {"north.6", "north.7"}.issubset(some)

    left = narrowed(relaxation, ids, refuted, seed=0)
    assert {"north.6", "north.7"} <= set(left)
    assert len(asked) < len(ids)
