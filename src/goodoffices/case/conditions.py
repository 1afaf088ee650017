"""The condition language: what an outcome must be, in words and signs that a case file can hold.

One language serves red lines, feasibility and preference statements:
`troops = nato_states and not guarantee in {none, p5_consensus}`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from typing import NamedTuple

from lark import Lark, Token, Transformer, v_args
from lark.exceptions import UnexpectedInput

from goodoffices.case.condition_messages import refusal, unreadable
from goodoffices.case.formulas import (
    KEYWORDS,
    Atom,
    Compound,
    Condition,
    Constant,
    IsOption,
    Mask,
    Not,
    OneOf,
    Word,
)
from goodoffices.case.names import listed, quoted, way_out
from goodoffices.errors import ConditionError

__all__ = [
    "Atom",
    "Compound",
    "Condition",
    "Constant",
    "IsOption",
    "Mask",
    "Not",
    "OneOf",
    "check_names",
    "literals",
    "parse_condition",
]

MAX_LENGTH = 10_000
"""Characters in a condition, as written and in its normal form."""

MAX_NESTING = 30
"""Levels of brackets, and levels of conditions inside conditions."""

GRAMMAR = r"""
?iff: implies | iff "iff" implies -> equivalence
?implies: or | or "implies" implies -> implication
?or: and | and ("or" and)+ -> disjunction
?and: not | not ("and" not)+ -> conjunction
?not: primary | "not" not -> negation
?primary: NAME "=" NAME -> is_option
    | NAME "!=" NAME -> is_not_option
    | NAME "in" options -> one_of
    | NAME "not" "in" options -> none_of
    | NAME -> taken
    | "true" -> true
    | "false" -> false
    | "(" iff ")" -> brackets
options: "{" NAME ("," NAME)* "}"
NAME: /[A-Za-z_][A-Za-z0-9_.]*|'(?:[^'\r\n]|'')+'|"(?:[^"\r\n]|"")+"/
%ignore /\s+/
"""


class _Read(NamedTuple):
    """A condition read so far, with the levels of conditions and of brackets in it."""

    condition: Condition
    depth: int = 1
    brackets: int = 0


@v_args(inline=True)
class _Builder(Transformer[Token, _Read]):
    """Builds conditions while the parser reads, so that no tree has to be walked afterwards."""

    def is_option(self, name: Token, option: Token) -> _Read:
        return _Read(Atom(_bare(name), _bare(option), _place(name)))

    def is_not_option(self, name: Token, option: Token) -> _Read:
        return _Read(Not(Atom(_bare(name), _bare(option), _place(name))))

    def options(self, *options: Token) -> tuple[Token, ...]:
        return options

    def one_of(self, name: Token, options: tuple[Token, ...]) -> _Read:
        return _Read(OneOf(tuple(Atom(_bare(name), _bare(option), _place(option)) for option in options)))

    def none_of(self, name: Token, options: tuple[Token, ...]) -> _Read:
        return _Read(Not(self.one_of(name, options).condition))

    def taken(self, name: Token) -> _Read:
        return _Read(Atom(_bare(name), None, _place(name)))

    def true(self) -> _Read:
        return _Read(Constant(value=True))

    def false(self) -> _Read:
        return _Read(Constant(value=False))

    def brackets(self, inner: _Read) -> _Read:
        return _checked(inner._replace(brackets=inner.brackets + 1))

    def negation(self, inner: _Read) -> _Read:
        plain = isinstance(inner.condition, OneOf) or (
            isinstance(inner.condition, Atom) and inner.condition.option is not None
        )
        return _checked(_Read(Not(inner.condition), inner.depth + (not plain), inner.brackets))

    def conjunction(self, *parts: _Read) -> _Read:
        return _joined("and", parts)

    def disjunction(self, *parts: _Read) -> _Read:
        return _joined("or", parts)

    def implication(self, *parts: _Read) -> _Read:
        return _joined("implies", parts)

    def equivalence(self, *parts: _Read) -> _Read:
        return _joined("iff", parts)


def _joined(word: Word, parts: tuple[_Read, ...]) -> _Read:
    return _checked(
        _Read(
            Compound(word, tuple(part.condition for part in parts)),
            1 + max(part.depth for part in parts),
            max(part.brackets for part in parts),
        )
    )


def _checked(read: _Read) -> _Read:
    if max(read.depth, read.brackets) > MAX_NESTING:
        raise ConditionError(
            f"a condition is nested more than {MAX_NESTING} levels deep; write it as several conditions"
        )
    return read


def _bare(token: Token) -> str:
    """Return the name without its quotation marks; a doubled mark inside stands for one."""
    mark = token[0]
    return token[1:-1].replace(mark * 2, mark) if mark in "'\"" else str(token)


def _place(token: Token) -> int:
    return token.start_pos or 0


def _refuse_capitals(token: Token) -> Token:
    """Stop at `AND` and the like: words of the language are lower case, names like them are quoted."""
    if token.lower() in KEYWORDS:
        raise _CapitalsError(token)
    return token


class _CapitalsError(Exception):
    """A word of the language is written in capitals."""


@cache
def _parser() -> Lark:
    return Lark(
        GRAMMAR,
        start="iff",
        parser="lalr",
        lexer="basic",
        transformer=_Builder(),
        lexer_callbacks={"NAME": _refuse_capitals},
    )


def parse_condition(text: str) -> Condition:
    """Read a condition.

    Words bind in this order, strongest first: `not`, `and`, `or`, `implies` (which groups to the
    right), `iff`.

    Args:
        text: At most 10,000 characters, at most 30 levels deep.

    Returns:
        The condition; `parse_condition(condition.text)` gives an equal one.

    Raises:
        ConditionError: If the text is no condition; the message says what was expected and where.

    Examples:
        >>> parse_condition("a=b and not (c in {d,e})").text
        'a = b and c not in {d, e}'
    """
    _check_length(text)
    try:
        read: _Read = _parser().parse(text)  # type: ignore[assignment]
    except UnexpectedInput as error:
        raise unreadable(text, error) from None
    except _CapitalsError as error:
        token: Token = error.args[0]
        fact = f"write '{token.lower()}' instead of '{token}'; a name like that goes in quotes"
        raise refusal(text, fact, _place(token)) from None
    _check_length(read.condition.text)
    return read.condition


def _check_length(text: str) -> None:
    if len(text) > MAX_LENGTH:
        raise ConditionError(
            f"a condition of {len(text):,} characters is too long; the limit is {MAX_LENGTH:,}: "
            "write it as several conditions"
        )


def check_names(condition: Condition, vocabulary: Mapping[str, Collection[str]]) -> None:
    """Check that every name in a condition exists and every option belongs to its issue.

    Args:
        condition: What to check.
        vocabulary: For each variable its options; none for a name that is taken or not.

    Raises:
        ConditionError: At the first name that does not fit, with its position and the way out.

    Examples:
        >>> check_names(parse_condition("troops = nato_states"), {"troops": ["none", "nato_states"]})
    """
    for atom in condition.atoms():
        fault = _fault(atom, vocabulary)
        if fault:
            raise ConditionError(f"{quoted(condition.text, limit=80)}: {fault}", atom.position)


def _fault(atom: Atom, vocabulary: Mapping[str, Collection[str]]) -> str:
    if atom.name not in vocabulary:
        kind = "option" if atom.option is None else "issue"
        return f"no {kind} {quoted(atom.name)}; {way_out(atom.name, vocabulary)}"
    options = vocabulary[atom.name]
    if atom.option is None and options:
        return f"say which option of {quoted(atom.name)} is meant: = {listed(options, joint='or')}"
    if atom.option is None:
        return ""
    if not options:
        return f"{quoted(atom.name)} is taken or not and has no options; write it alone"
    if atom.option not in options:
        return (
            f"no option {quoted(atom.option)} of issue {quoted(atom.name)}; {way_out(atom.option, options)}"
        )
    return ""


def literals(condition: Condition) -> dict[str, bool] | None:
    """Return which names a condition asks to be taken and which not, if it asks nothing else.

    Returns:
        None where it is no list of names, some denied, joined by `and`, or where it contradicts itself.

    Examples:
        >>> literals(parse_condition("a.march and not b.march"))
        {'a.march': True, 'b.march': False}
    """
    found: dict[str, bool] = {}
    for part in _conjuncts(condition):
        match part:
            case Atom(name, None):
                wanted = True
            case Not(Atom(name, None)):
                wanted = False
            case _:
                return None
        if found.setdefault(name, wanted) != wanted:
            return None
    return found


def _conjuncts(condition: Condition) -> tuple[Condition, ...]:
    """Return what a condition joins by `and`, however it is bracketed."""
    if isinstance(condition, Compound) and condition.word == "and":
        return tuple(inner for part in condition.parts for inner in _conjuncts(part))
    return (condition,)
