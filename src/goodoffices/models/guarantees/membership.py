"""Checks of who is in a body, and numbers as they are written."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from goodoffices.errors import ModelError

__all__ = ["check_known", "check_members", "check_needed", "check_parts", "exact"]


def exact(number: int | float | Fraction) -> Fraction:
    """Return a number as a fraction, a decimal as it is written."""
    return Fraction(repr(number)) if isinstance(number, float) else Fraction(number)


def check_members(members: tuple[str, ...]) -> None:
    """Check that there are members, each once."""
    if not members or len(set(members)) < len(members):
        raise ModelError(f"the members are {list(members)}; give at least one, each once")


def check_parts(parts: tuple[object, ...]) -> None:
    """Check that a rule made of rules has some."""
    if not parts:
        raise ModelError("a rule of several parts has none; give at least one rule")


def check_needed(needed: int, members: tuple[str, ...]) -> None:
    """Check that a number of members can be just enough."""
    if not 1 <= needed <= len(members):
        raise ModelError(
            f"{needed} of {len(members)} members can never be just enough; give from 1 to {len(members)}"
        )


def check_known(names: Iterable[str], members: tuple[str, ...]) -> None:
    """Check that names are those of members."""
    for name in names:
        if name not in members:
            raise ModelError(f"'{name}' is no member; the members are {', '.join(members)}")
