"""Sketches by which near-duplicates are found without comparing every report with every other."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from goodoffices.reports.report import Report

RUN = 5
"""Words in a run; two texts are as alike as the share of runs that they have in common."""
SIZE = 128
ROWS = 4
"""Values in a band: texts that share .7 of their runs have one of 32 bands alike in 9,998 of 10,000 cases."""
ALIKE = 0.7
"""Share of runs in common from which on a report counts as a copy of another."""
FEWEST_RUNS = 16

_WORD = re.compile(r"\w+")


def words_in(report: Report) -> list[str]:
    """Return the words of a report that are read, in order and without regard to case."""
    return _WORD.findall(" ".join(report.cut(passage) for passage in report.readable()).casefold())


def sketch(words: Sequence[str]) -> list[int]:
    """Return a sketch of a text: 128 numbers of which two texts share as many as they share runs of words.

    Args:
        words: The words of the text, in order and without regard to case.

    Returns:
        The numbers; none for a text of fewer than 16 runs, which may be like others by chance.

    References:
        Broder (1997), On the resemblance and containment of documents.
    """
    from datasketch import MinHash  # noqa: PLC0415 - takes a second, and one report alone needs no sketch

    runs = {" ".join(words[place : place + RUN]) for place in range(len(words) - RUN + 1)}
    if len(runs) < FEWEST_RUNS:
        return []
    found = MinHash(num_perm=SIZE, seed=1)
    found.update_batch([run.encode("utf-8") for run in sorted(runs)])
    return [int(value) for value in found.hashvalues]


def bands(values: Sequence[int]) -> list[str]:
    """Return the bands of a sketch: texts that are alike very likely share one of them."""
    return [
        f"{place}:{hashlib.sha256(repr(values[place : place + ROWS]).encode()).hexdigest()[:16]}"
        for place in range(0, len(values), ROWS)
    ]


def alike(one: Sequence[int], other: Sequence[int]) -> bool:
    """Tell whether two sketches are of texts that share .7 of their runs or more, as far as sketches show."""
    return sum(a == b for a, b in zip(one, other, strict=True)) >= round(ALIKE * SIZE)
