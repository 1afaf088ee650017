"""How far a search for an agreement is: a line that changes on a terminal, else a line now and then."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from goodoffices.cli.corpus_progress import EVERY, Pace, lasting

if TYPE_CHECKING:
    from goodoffices.models.bargaining.pace import Progress, Step

__all__ = ["lines", "shown", "told"]


@contextmanager
def shown(first: str) -> Iterator[Progress]:
    """Give what to tell of the progress to.

    Args:
        first: What is said before anything is told.
    """
    if not sys.stderr.isatty():
        yield lines(time.monotonic, lambda line: click.echo(line, err=True))
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(first, total=None)
        paces: dict[str, Pace] = {}

        def progress(step: Step) -> None:
            pace = paces.setdefault(step.doing, Pace(time.monotonic))
            bar.update(task, description=told(step, pace))

        yield progress


def lines(clock: Callable[[], float], tell: Callable[[str], None]) -> Progress:
    """Return a progress that tells a line now and then."""
    last, paces = clock(), dict[str, Pace]()

    def progress(step: Step) -> None:
        nonlocal last
        pace = paces.setdefault(step.doing, Pace(clock))
        said = told(step, pace)
        if clock() - last >= EVERY:
            last = clock()
            tell(said)

    return progress


def told(step: Step, pace: Pace) -> str:
    """Say how far a step is, how fast it goes and how long still, as far as that is known."""
    speed = pace.per_second(step.done)
    parts = [step.doing[:1].upper() + step.doing[1:]]
    if step.done or step.total:
        parts.append(f"{step.done:,}" + ("" if step.total is None else f" of {step.total:,}"))
    if speed:
        parts.append(f"{speed:,.1f} a second")
        if step.total is not None and step.done < step.total:
            parts.append(f"{lasting((step.total - step.done) / speed)} left")
    if step.bound is not None:
        parts.append(f"proven bound {step.bound:g}")
    return ", ".join(parts)
