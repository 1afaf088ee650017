"""What to say about a name that does not exist: the nearest one that does, or all there are."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable
from itertools import islice

LISTED = 12
"""How many names a message lists before it stops and counts the rest."""

SEARCHED, COMPARED = 200, 40
"""How many names are searched for a near one and how much of each is compared: a hostile file has many."""


def way_out(name: str, known: Collection[str]) -> str:
    """Say which known name was probably meant, or which names there are.

    Args:
        name: The name that does not exist.
        known: The names that do.

    Returns:
        The end of a sentence, to stand after "no such thing; ".

    Examples:
        >>> way_out("nato_state", ["none", "nato_states"])
        "did you mean 'nato_states'?"
        >>> way_out("kite", ["none", "nato_states"])
        "there are 'none' and 'nato_states'"
    """
    if not known:
        return "there are none"
    folded = {entry[:COMPARED].casefold(): entry for entry in reversed(list(islice(known, SEARCHED)))}
    near = difflib.get_close_matches(name[:COMPARED].casefold(), folded, n=1, cutoff=0.6)
    if near:
        return f"did you mean {quoted(folded[near[0]])}?"
    return f"there {'is' if len(known) == 1 else 'are'} {listed(known)}"


def listed(names: Iterable[str], *, joint: str = "and") -> str:
    """List names in quotes as in a sentence, at most twelve of them.

    Examples:
        >>> listed(["a", "b", "c"], joint="or")
        "'a', 'b' or 'c'"
    """
    entries = [quoted(name) for name in names]
    if len(entries) > LISTED:
        return f"{', '.join(entries[:LISTED])} {joint} {len(entries) - LISTED} more"
    if len(entries) < 2:
        return "".join(entries)
    return f"{', '.join(entries[:-1])} {joint} {entries[-1]}"


def quoted(text: str, *, limit: int = 60) -> str:
    """Put a text in single quotes on one line, shortened where it is longer than `limit` characters.

    Examples:
        >>> quoted("a" * 100, limit=5)
        "'aaaa…'"
    """
    line = " ".join(text.split()) if any(mark in text for mark in "\n\r\t") else text
    return f"'{line}'" if len(line) <= limit else f"'{line[: limit - 1]}…'"
