"""What to tell someone whose condition cannot be read: where, what was expected, and the way out."""

from __future__ import annotations

from typing import cast

from lark.exceptions import UnexpectedInput, UnexpectedToken

from goodoffices.case.names import quoted
from goodoffices.errors import ConditionError

SYMBOLS = {
    "==": "=",
    "===": "=",
    "<>": "!=",
    "≠": "!=",
    "~=": "!=",
    "!": "not",
    "~": "not",
    "¬": "not",
    "&": "and",
    "&&": "and",
    "∧": "and",
    "|": "or",
    "||": "or",
    "∨": "or",
    "->": "implies",
    "-->": "implies",
    "=>": "implies",
    "==>": "implies",
    "→": "implies",
    "<->": "iff",
    "<=>": "iff",
    "<-->": "iff",
    "<==>": "iff",
    "↔": "iff",
    "∈": "in",
    "∉": "not in",
}
"""Signs of other languages and the word that means the same in this one."""

SIGNS = frozenset("".join(SYMBOLS))
CLOSERS = {"(": ")", "{": "}"}


def refusal(text: str, fact: str, position: int | None) -> ConditionError:
    """Return the error for a condition: its text near the place, the fact, and the place.

    Args:
        text: The whole condition.
        fact: What is wrong and the way out.
        position: Offset into the text from 0; the message counts characters from 1.
    """
    start = max(0, (position or 0) - 40)
    shown = quoted(("…" if start else "") + text[start:], limit=80)
    place = "" if position is None else f" (character {position + 1})"
    return ConditionError(f"{shown}: {fact}{place}", position)


def unreadable(text: str, error: UnexpectedInput) -> ConditionError:
    """Turn what the parser reports into a message for a person."""
    place = len(text) if _at_end(error) else cast("int", error.pos_in_stream)
    sign = _sign_around(text, place)
    if sign is not None:
        start, symbol = sign
        return refusal(text, f"write '{SYMBOLS[symbol]}' instead of '{symbol}'", start)
    if not isinstance(error, UnexpectedToken):
        return refusal(text, _odd_character(text[place]), place)
    return refusal(text, f"{_wanted(error.accepts or error.expected)}, but {_found(text, error)}", place)


def _at_end(error: UnexpectedInput) -> bool:
    return isinstance(error, UnexpectedToken) and error.token.type == "$END"


def _sign_around(text: str, place: int) -> tuple[int, str] | None:
    """Find a sign of another language that covers or ends at the place, and where it starts."""
    start = end = place
    while start and place - start < 4 and text[start - 1] in SIGNS:
        start -= 1
    while end < len(text) and end - place < 4 and text[end] in SIGNS:
        end += 1
    return (start, text[start:end]) if text[start:end] in SYMBOLS else None


def _odd_character(character: str) -> str:
    if character in "'\"":
        return f"the quotation mark {character} that opens here is not closed on the same line"
    if character.isdigit():
        return "a name cannot begin with a digit here; put it in quotes, such as '1991 lines'"
    if character in "‘’“”„«»`":
        return f"write straight quotation marks (') instead of {character}"
    return f"the character {character!r} has no meaning here; put a name that holds it in quotes"


def _wanted(expected: set[str]) -> str:
    if "NOT" in expected and "NAME" in expected:
        return "a condition is expected, such as 'issue = option'"
    if "NAME" in expected:
        return "a name is expected"
    if "LBRACE" in expected:
        return "a list of options in braces is expected, such as {a, b}"
    if "COMMA" in expected:
        return "',' and one more option, or '}', is expected"
    if expected == {"IN"}:
        return "'in' is expected after 'not'"
    signs = "'=', '!=', 'in', " if "IN" in expected else ""
    closing = "')'" if "RPAR" in expected else "the end of the condition"
    return f"{signs}'and', 'or', 'implies', 'iff' or {closing} is expected"


def _found(text: str, error: UnexpectedToken) -> str:
    if error.token.type == "NAME":
        return f"there is {quoted(str(error.token))}; a name of several words goes in quotes"
    if error.token.type == "LBRACE":
        return "there is '{'; several options need 'in', such as 'issue in {a, b}'"
    if error.token.type != "$END":
        return f"there is '{error.token}'"
    if not text.strip():
        return "the text is empty"
    missing = _unclosed(text)
    return f"the text ends here{f'; close it with {missing!r}' if missing else ''}"


def _unclosed(text: str) -> str:
    last = max("({", key=text.rfind)
    return CLOSERS[last] if text.count(last) > text.count(CLOSERS[last]) else ""
