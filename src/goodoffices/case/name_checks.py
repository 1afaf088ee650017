"""Names in a case file that must exist: one, a list of them, or the keys of a part."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from goodoffices.case.names import quoted, way_out
from goodoffices.case.problems import Problem
from goodoffices.case.spots import Spot

__all__ = ["keys", "known_keys", "known_name", "known_names"]


def keys(spot: Spot) -> tuple[str, ...]:
    """Return the keys of a part, as they are written."""
    return tuple(key.text or "" for key, _ in spot.entries())


def known_name(spot: Spot, kind: str, known: Collection[str]) -> Iterator[Problem]:
    """Check that a name exists.

    Args:
        spot: Where it stands.
        kind: What it should name, such as a party.
        known: The names that there are.
    """
    if spot.text is not None and spot.text not in known:
        yield spot.problem(f"no {kind} {quoted(spot.text)}; {way_out(spot.text, known)}")


def known_names(spot: Spot, kind: str, known: Collection[str]) -> Iterator[Problem]:
    """Check a list of names: each exists and none is listed twice."""
    seen: set[str] = set()
    for item in spot.items():
        yield from known_name(item, kind, known)
        if item.text is not None and item.text in seen:
            yield item.problem(f"{kind} {quoted(item.text)} is listed twice; keep one")
        seen.add(item.text or "")


def known_keys(spot: Spot, kind: str, known: Collection[str]) -> Iterator[Problem]:
    """Check that the keys of a part are names that exist."""
    for key, _ in spot.entries():
        yield from known_name(key, kind, known)
