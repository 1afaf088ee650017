"""Laws that conditions obey whatever they say."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.case.conditions import Atom, Compound, Condition, Constant, Mask, Not, OneOf, parse_condition
from goodoffices.errors import ConditionError

OPTIONS = {
    "guarantee": ("none", "p5", "two words"),
    "troops": ("none", 'it\'s "so"'),
    "A.Swerve": (None,),
    "and": (None,),
}
ATOMS = [Atom(name, option) for name, options in OPTIONS.items() for option in options]
SETS = [
    OneOf(chosen)
    for name, options in OPTIONS.items()
    for size in (1, 2, 3)
    for chosen in itertools.permutations([Atom(name, option) for option in options if option], size)
]
LEAVES: st.SearchStrategy[Condition] = st.sampled_from(
    [*ATOMS, *SETS, Constant(value=True), Constant(value=False)]
)
ASSIGNMENTS: list[dict[str, str | bool]] = [
    {"guarantee": guarantee, "troops": troops, "A.Swerve": swerve, "and": quoted}
    for guarantee in ("none", "p5", "two words")
    for troops in ("none", 'it\'s "so"')
    for swerve in (True, False)
    for quoted in (True, False)
]


def _grow(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    pairs = st.tuples(inner, inner)
    return st.one_of(
        st.builds(Not, inner),
        st.builds(
            Compound, st.sampled_from(["and", "or"]), st.lists(inner, min_size=2, max_size=4).map(tuple)
        ),
        st.builds(Compound, st.sampled_from(["implies", "iff"]), pairs),
    )


CONDITIONS = st.recursive(LEAVES, _grow, max_leaves=12)
checked = settings(max_examples=150, deadline=None, derandomize=True)


def _is_option(name: str, option: str | None) -> Mask:
    return np.array([a[name] == option if option else a[name] is True for a in ASSIGNMENTS], dtype=np.bool_)


def _table(condition: Condition) -> list[bool]:
    return [condition.holds(assignment) for assignment in ASSIGNMENTS]


@checked
@given(CONDITIONS)
def test_text_reads_back_as_the_same_condition(condition: Condition) -> None:
    """The normal form of a condition reads back as an equal condition."""
    assert parse_condition(condition.text) == condition
    assert parse_condition(f"( {condition.text}\t)").text == condition.text


@checked
@given(CONDITIONS)
def test_mask_marks_the_assignments_in_which_the_condition_holds(condition: Condition) -> None:
    """Evaluation over arrays and over single assignments give the same answers."""
    mask = np.broadcast_to(condition.mask(_is_option), (len(ASSIGNMENTS),))
    assert mask.dtype == np.bool_
    assert mask.tolist() == _table(condition)


@checked
@given(CONDITIONS, CONDITIONS)
def test_words_have_their_meaning_in_logic(left: Condition, right: Condition) -> None:
    """De Morgan's laws, and the definitions of implies and iff, hold in every assignment."""
    denied = Not(left), Not(right)
    assert _table(Not(Compound("and", (left, right)))) == _table(Compound("or", denied))
    assert _table(Not(Compound("or", (left, right)))) == _table(Compound("and", denied))
    assert _table(Compound("implies", (left, right))) == _table(Compound("or", (Not(left), right)))
    both_ways = Compound("and", (Compound("implies", (left, right)), Compound("implies", (right, left))))
    assert _table(Compound("iff", (left, right))) == _table(both_ways)


@checked
@given(CONDITIONS, CONDITIONS, CONDITIONS)
def test_written_words_bind_as_documented(one: Condition, two: Condition, three: Condition) -> None:
    """Texts joined without brackets mean the same as with the documented brackets."""
    a, b, c = (f"({condition.text})" for condition in (one, two, three))
    for bare, full in (
        (f"not {a} and {b} or {c}", f"((not {a}) and {b}) or {c}"),
        (f"{a} implies {b} implies {c}", f"{a} implies ({b} implies {c})"),
        (f"{a} iff {b} or {c} implies {a}", f"{a} iff (({b} or {c}) implies {a})"),
    ):
        assert _table(parse_condition(bare)) == _table(parse_condition(full))


@checked
@given(st.text(alphabet="ab ='\"{}(),!&|.andortimplesf\n", max_size=40))
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    """A text is either a condition that reads back from its normal form, or refused with a place in it."""
    place = _place_of_refusal(text)
    if place is None:
        condition = parse_condition(text)
        assert parse_condition(condition.text) == condition
    else:
        assert 0 <= place <= len(text)


def _place_of_refusal(text: str) -> int | None:
    try:
        parse_condition(text)
    except ConditionError as refused:
        return -1 if refused.position is None else refused.position
    return None
