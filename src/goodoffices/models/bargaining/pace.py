"""How long work may take, and who hears how far it is.

Nothing here reads a clock by itself: whoever wants a time limit for everything hands one in. What ran out of
time gives what is proven so far and says that it is not complete.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeVar

__all__ = ["DEFAULT", "Limits", "Progress", "Step", "Watch"]

Item = TypeVar("Item")
Clock = Callable[[], float]

LEAST = 0.001
"""Seconds that a call of the solver gets where no time is left."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far some work is.

    Attributes:
        doing: What is being done, in words.
        done: How much of it is done.
        total: How much there is to do; None where that is not known.
        bound: What is proven so far of what is sought, such as the least that a concession costs; None where
            there is no such number.
    """

    doing: str
    done: int = 0
    total: int | None = None
    bound: float | None = None


Progress = Callable[[Step], None]


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and from where a search goes on, and who hears of it.

    Attributes:
        seconds: Longest time, above 0: with a clock for everything that is asked, without one for each call
            of the solver, and listing goes on to its end.
        seed: Start of random choices; with the same seed a search that ends takes the same way.
        clock: Gives the time in seconds, such as `time.monotonic`; looked at between steps.
        progress: Told how far the work is; it may be told often, so it should be quick.
    """

    seconds: float = 30.0
    seed: int = 0
    clock: Clock | None = field(default=None, compare=False, repr=False)
    progress: Progress | None = field(default=None, compare=False, repr=False)

    def parameters(self) -> dict[str, object]:
        """Return what an answer depends on."""
        return {"seconds": self.seconds, "seed": self.seed}


DEFAULT = Limits()
"""Half a minute for each call of the solver, seed 0."""


class Watch:
    """The time of one question as it runs; a class because it remembers when it began and whether it ended.

    Attributes:
        limits: What was asked for.
        stopped: Whether work was broken off because the time was over.
    """

    def __init__(self, limits: Limits = DEFAULT) -> None:
        self.limits = limits
        self.stopped = False
        self._start = 0.0 if limits.clock is None else limits.clock()

    def left(self) -> float:
        """Return the seconds that are left, or all of them where there is no clock."""
        if self.limits.clock is None:
            return self.limits.seconds
        return self.limits.seconds - (self.limits.clock() - self._start)

    def over(self) -> bool:
        """Tell whether to break off, and remember it."""
        self.stopped = self.stopped or self.left() <= 0
        return self.stopped

    def rest(self) -> Limits:
        """Return the limits for a question within this one."""
        return replace(self.limits, seconds=max(LEAST, self.left()))

    def tell(
        self, doing: str, done: int = 0, total: int | None = None, *, bound: float | None = None
    ) -> None:
        """Tell who wants to know how far the work is."""
        if self.limits.progress is not None:
            self.limits.progress(Step(doing, done, total, bound))

    def within(self, items: Iterable[Item], doing: str, total: int | None = None) -> Iterator[Item]:
        """Go through items, the first in any case, telling of each, until the time is over."""
        self.tell(doing, 0, total)
        for done, item in enumerate(items):
            if done and self.over():
                return
            yield item
            self.tell(doing, done + 1, total)
