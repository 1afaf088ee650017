"""How far a search for an agreement is, as it is told."""

from __future__ import annotations

from itertools import count

from goodoffices.cli.agree_progress import lines, told
from goodoffices.cli.corpus_progress import Pace
from goodoffices.models.bargaining.pace import Step


def test_a_step_is_told_with_rate_time_left_and_bound() -> None:
    """After two looks at the clock, speed and time left are known; the bound stands behind them."""
    ticks = count(0, 2)
    pace = Pace(lambda: float(next(ticks)))
    assert told(Step("merging issues", 0, 10), pace) == "Merging issues, 0 of 10"
    assert told(Step("merging issues", 4, 10), pace) == "Merging issues, 4 of 10, 2.0 a second, 3 s left"
    assert told(Step("merging issues", 10, 10), pace) == "Merging issues, 10 of 10, 2.5 a second"
    assert told(Step("proving", bound=2.5), Pace(lambda: 0.0)) == "Proving, proven bound 2.5"


def test_without_a_terminal_a_line_is_told_now_and_then() -> None:
    """Of steps a second apart, one in ten seconds or so is told."""
    now, said = [0.0], list[str]()
    progress = lines(lambda: now[0], said.append)
    for second in range(25):
        now[0] = float(second)
        progress(Step("finding demands that collide", second))
    assert said == [
        "Finding demands that collide, 10, 1.0 a second",
        "Finding demands that collide, 20, 1.0 a second",
    ]
