"""The condition language: what it reads, what it refuses, and what it says then."""

from __future__ import annotations

import numpy as np
import pytest

from goodoffices.case.conditions import (
    Atom,
    Compound,
    Condition,
    Constant,
    Mask,
    Not,
    OneOf,
    check_names,
    parse_condition,
)
from goodoffices.errors import ConditionError

A, B, C = Atom("a"), Atom("b"), Atom("c")
ISSUES = {"troops": ["none", "nato_states"], "guarantee": ["none", "p5_consensus"], "A.Swerve": []}


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("a", A),
        ("true", Constant(value=True)),
        ("false", Constant(value=False)),
        ("a = b", Atom("a", "b")),
        ("a=b", Atom("a", "b")),
        ("a != b", Not(Atom("a", "b"))),
        ("a in {b, c}", OneOf((Atom("a", "b"), Atom("a", "c")))),
        ("a not in {b}", Not(OneOf((Atom("a", "b"),)))),
        ("A.Swerve", Atom("A.Swerve")),
        ("'two words' = \"it's\"", Atom("two words", "it's")),
        ("'it''s'", Atom("it's")),
        ("'AND'", Atom("AND")),
        ("not a and b", Compound("and", (Not(A), B))),
        ("a and b or c", Compound("or", (Compound("and", (A, B)), C))),
        ("a or b implies c", Compound("implies", (Compound("or", (A, B)), C))),
        ("a implies b implies c", Compound("implies", (A, Compound("implies", (B, C))))),
        ("a implies b iff c", Compound("iff", (Compound("implies", (A, B)), C))),
        ("a iff b iff c", Compound("iff", (Compound("iff", (A, B)), C))),
        ("a and b and c", Compound("and", (A, B, C))),
        ("a and (b and c)", Compound("and", (A, Compound("and", (B, C))))),
        ("not not a", Not(Not(A))),
        ("a\n  and b", Compound("and", (A, B))),
        ("android", Atom("android")),
    ],
)
def test_words_bind_in_the_documented_order(text: str, condition: Condition) -> None:
    """Each form of the language is read as the condition that it means."""
    assert parse_condition(text) == condition


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("(a)", "a"),
        ("not(a=b)", "a != b"),
        ("not (a in {b})", "a not in {b}"),
        ("not (a and b)", "not (a and b)"),
        ("(a and b) or c", "a and b or c"),
        ("(a or b) and c", "(a or b) and c"),
        ("(a implies b) implies c", "(a implies b) implies c"),
        ("a iff (b iff c)", "a iff (b iff c)"),
        ('"true"', "'true'"),
        ("not (not a and b)", "not (not a and b)"),
    ],
)
def test_normal_form_has_as_few_brackets_as_the_meaning_allows(text: str, normal: str) -> None:
    """The normal form of a text is short and reads back as the same condition."""
    condition = parse_condition(text)
    assert condition.text == normal
    assert parse_condition(normal) == condition


@pytest.mark.parametrize(
    ("text", "position", "words"),
    [
        ("a AND b", 2, "write 'and' instead of 'AND'"),
        ("Not a", 0, "write 'not' instead of 'Not'"),
        ("a & b", 2, "write 'and' instead of '&'"),
        ("a && b", 2, "write 'and' instead of '&&'"),
        ("a | b", 2, "write 'or' instead of '|'"),
        ("!a", 0, "write 'not' instead of '!'"),
        ("a == b", 2, "write '=' instead of '=='"),
        ("a <> b", 2, "write '!=' instead of '<>'"),
        ("a -> b", 2, "write 'implies' instead of '->'"),
        ("", 0, "the text is empty"),
        ("a =", 3, "a name is expected, but the text ends here"),
        ("(a", 2, "close it with ')'"),
        ("a in {b", 7, "close it with '}'"),
        ("a)", 1, "the end of the condition is expected, but there is ')'"),
        ("(a}", 2, "'iff' or ')' is expected"),
        ("a b", 2, "'=', '!=', 'in', 'and'"),
        ("a = nato states", 9, "a name of several words goes in quotes"),
        ("a = {b, c}", 4, "several options need 'in'"),
        ("a in b", 5, "a list of options in braces is expected"),
        ("a not b", 6, "'in' is expected after 'not'"),
        ("a in {b c}", 8, "',' and one more option, or '}', is expected"),
        ("a in {}", 6, "a name is expected"),
        ("a and or b", 6, "a condition is expected"),
        ("a = 1991", 4, "a name cannot begin with a digit here"),
        ("a = 'b", 4, "is not closed on the same line"),
        ("a = ‘b’", 4, "write straight quotation marks"),
        ("a = é", 4, "put a name that holds it in quotes"),
    ],
)
def test_refusals_name_the_place_and_the_way_out(text: str, position: int, words: str) -> None:
    """A text that is no condition is refused with its place and what to write instead."""
    with pytest.raises(ConditionError) as refused:
        parse_condition(text)
    assert words in str(refused.value)
    assert f"(character {position + 1})" in str(refused.value)
    assert refused.value.position == position


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("(" * 5_000, "a condition is expected"),
        ("(" * 4_000 + "a" + ")" * 4_000, "nested more than 30 levels"),
        ("(" * 31 + "a" + ")" * 31, "nested more than 30 levels"),
        ("not " * 31 + "a", "nested more than 30 levels"),
        ("a implies " * 900 + "a", "nested more than 30 levels"),
        ("a iff " * 1_600 + "a", "nested more than 30 levels"),
        ("a" * 10_001, "the limit is 10,000"),
        ("a=b " + "and a=b " * 1_240, "the limit is 10,000"),
        ("{" * 10_000, "a condition is expected"),
        ("\x00", "has no meaning here"),
    ],
)
def test_hostile_texts_are_refused(text: str, words: str) -> None:
    """Deep, long and broken texts end in a message, not in a crash."""
    with pytest.raises(ConditionError, match=words):
        parse_condition(text)


def test_limits_can_be_reached() -> None:
    """A condition of thirty levels and one of many parts are read."""
    assert parse_condition("(" * 30 + "a" + ")" * 30) == A
    assert parse_condition("not " * 29 + "a").holds({"a": True}) is False
    assert len(parse_condition(" and ".join(["a"] * 1_400)).atoms()) == 1_400


def test_atoms_come_in_order_with_their_places() -> None:
    """The atoms of a condition are listed in order of the text, each with its place in it."""
    atoms = parse_condition("a = b and not c in {d, e} or x").atoms()
    assert [(atom.name, atom.option, atom.position) for atom in atoms] == [
        ("a", "b", 0),
        ("c", "d", 20),
        ("c", "e", 23),
        ("x", None, 29),
    ]


def test_place_is_no_part_of_the_meaning() -> None:
    """Conditions that differ only in spaces are equal and have equal hashes."""
    spaced = parse_condition("  a  =  b ")
    assert spaced == parse_condition("a = b")
    assert len({spaced, parse_condition("a = b")}) == 1


def test_assignment_must_name_every_variable_it_needs() -> None:
    """A variable without a value is an error with the nearest name, not a silent false."""
    with pytest.raises(ConditionError, match="nothing is said about 'troop'; did you mean 'troops'"):
        parse_condition("troop = none").holds({"troops": "none"})


@pytest.mark.parametrize(("text", "value"), [("a = b", True), ("a", "b")])
def test_assignment_must_fit_the_kind_of_variable(text: str, value: str | bool) -> None:
    """An issue has an option as its value, a bare name is true or false."""
    with pytest.raises(ConditionError, match="does not fit the value"):
        parse_condition(text).holds({"a": value})


def test_mask_of_a_constant_broadcasts() -> None:
    """A constant has a mask of no dimensions that broadcasts against any other."""

    def is_option(_name: str, _option: str | None) -> Mask:
        return np.array([True, False])

    assert parse_condition("true").mask(is_option).shape == ()
    assert parse_condition("true").atoms() == ()
    assert parse_condition("a and true").mask(is_option).tolist() == [True, False]
    assert parse_condition("a iff false").mask(is_option).tolist() == [False, True]


@pytest.mark.parametrize(
    ("text", "position", "words"),
    [
        ("troops = nato_state", 0, "no option 'nato_state' of issue 'troops'; did you mean 'nato_states'?"),
        ("troops = none or troop = none", 17, "no issue 'troop'; did you mean 'troops'?"),
        ("troops in {none, kite}", 17, "there are 'none' and 'nato_states'"),
        ("A.swerve", 0, "no option 'A.swerve'; did you mean 'A.Swerve'?"),
        ("troops", 0, "say which option of 'troops' is meant: = 'none' or 'nato_states'"),
        ("A.Swerve = yes", 0, "is taken or not and has no options; write it alone"),
    ],
)
def test_unknown_names_come_with_the_nearest_known_one(text: str, position: int, words: str) -> None:
    """A name that does not exist is refused with its place and what was probably meant."""
    with pytest.raises(ConditionError) as refused:
        check_names(parse_condition(text), ISSUES)
    assert words in str(refused.value)
    assert refused.value.position == position


def test_known_names_pass() -> None:
    """A condition over known issues, options and bare names is accepted."""
    check_names(
        parse_condition("troops = none implies A.Swerve or guarantee in {none, p5_consensus}"), ISSUES
    )


@pytest.mark.parametrize(
    ("build", "words"),
    [
        (lambda: Atom(""), "is not a name"),
        (lambda: Atom("a", "b\nc"), "is not a name"),
        (lambda: OneOf(()), "at least one option"),
        (lambda: OneOf((Atom("a", "b"), Atom("c", "b"))), "all of one issue"),
        (lambda: OneOf((Atom("a"),)), "at least one option"),
        (lambda: Compound("and", (A,)), "cannot join 1"),
        (lambda: Compound("iff", (A, B, C)), "cannot join 3"),
    ],
)
def test_conditions_built_by_hand_obey_the_rules(build: object, words: str) -> None:
    """A condition that the language cannot write cannot be built."""
    assert callable(build)
    with pytest.raises(ConditionError, match=words):
        build()
