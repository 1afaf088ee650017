"""Which reports copy an earlier one, as papers print what agencies send them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from goodoffices.reports.report import Report
from goodoffices.reports.sketch import alike, bands, sketch, words_in


def find_copies(reports: Sequence[Report]) -> dict[str, str]:
    """Return each report that copies an earlier one, with the earliest of its group.

    Reports that share a band of their sketches are compared by the whole sketch; those with .7 of their runs
    of five words in common belong together, and so do those that hang together through others. The earliest
    is the one with the earliest date, then the first that was given.

    Args:
        reports: Reports with ids of their own; one of fewer than 16 runs of words is never a copy.
    """
    if len(reports) < 2:
        return {}
    given = range(len(reports))
    order = [reports[each] for each in sorted(given, key=lambda each: (_day(reports[each]), each))]
    places = {report.id: place for place, report in enumerate(order)}
    sketches = {report.id: sketch(words_in(report)) for report in order}
    return group_copies(_pairs(sketches), places)


def _day(report: Report) -> dt.date:
    return report.date or dt.date.max


def _pairs(sketches: Mapping[str, Sequence[int]]) -> Iterable[tuple[str, str]]:
    """Yield pairs of reports that are alike, the earlier first."""
    holding: dict[str, list[str]] = {}
    for later, values in sketches.items():
        near: dict[str, None] = {}
        for band in bands(values):
            known = holding.setdefault(band, [])
            near.update(dict.fromkeys((known[0], known[-1]) if known else ()))
            known.append(later)
        yield from ((earlier, later) for earlier in near if alike(sketches[earlier], values))


def group_copies(pairs: Iterable[tuple[str, str]], places: Mapping[str, int]) -> dict[str, str]:
    """Return for each report of a group, other than its earliest, the earliest.

    Args:
        pairs: Reports that are alike; groups hang together through pairs.
        places: Where each report stands in order of time.

    Returns:
        Ids of the copies with the id of what they copy, in order of time.
    """
    group: dict[str, str] = {}
    for earlier, later in pairs:
        one, other = _root(group, earlier), _root(group, later)
        if one != other:
            low, high = sorted((one, other), key=places.__getitem__)
            group[high] = low
    return {report: _root(group, report) for report in sorted(group, key=places.__getitem__)}


def _root(group: Mapping[str, str], report: str) -> str:
    while report in group:
        report = group[report]
    return report
