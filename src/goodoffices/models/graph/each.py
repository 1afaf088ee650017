"""How work is spread: one call for every decision maker."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

T = TypeVar("T")


class Each(Protocol):
    """Calls a function for each of several numbers: `map`, or the `map` of a pool of threads."""

    def __call__(self, function: Callable[[int], T], numbers: Iterable[int], /) -> Iterable[T]:
        """Return the results in the order of the numbers."""
