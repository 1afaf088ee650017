"""Names for a table of positions: issues, places and what was said, so that a reader recognises them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goodoffices.findings.agreement_words import Labels
from goodoffices.findings.words import joined
from goodoffices.workspace.positions import PositionRow, readable

__all__ = ["position_labels"]


def position_labels(rows: Sequence[PositionRow], sign: Sequence[str]) -> Labels:
    """Return the names for the problem of one snapshot.

    A place says whose wish or limit it is, among those who must sign. A demand says what its holder says or
    does, in the words of the table.

    Args:
        rows: The lines of one snapshot.
        sign: Names of those who must sign.
    """
    issues = dict.fromkeys(row.issue for row in rows)
    anchors = {row.issue: (row.anchor_0, row.anchor_100) for row in rows if row.anchor_0 and row.anchor_100}
    return Labels(
        issues={issue: readable(issue) for issue in issues},
        options={
            (issue, option): name
            for issue in issues
            for option, name in _places([row for row in rows if row.issue == issue], sign)
        },
        scales={issue: anchors.get(issue, ("", "")) for issue in issues},
        lines={row.demand_id(): f"on {readable(row.issue)}, only {_ends(row)}" for row in rows},
        said={row.demand_id(): row.paraphrase for row in rows if row.paraphrase},
    )


def _places(rows: Sequence[PositionRow], sign: Sequence[str]) -> Iterator[tuple[str, str]]:
    counted = [row for row in rows if row.party in sign] or rows
    wishes: dict[float, list[str]] = {}
    limits: dict[float, list[str]] = {}
    for row in counted:
        wishes.setdefault(row.position, []).append(row.party)
        for limit in (row.acceptable_low, row.acceptable_high):
            if limit is not None:
                limits.setdefault(limit, []).extend([] if limit in {row.position, 0, 100} else [row.party])
    for place in sorted({*wishes, *limits}):
        text, parts = f"{place:.12g}", []
        if want := wishes.get(place):
            parts.append(f"what {joined(want)} {'wants' if len(want) == 1 else 'want'} most")
        if names := limits.get(place):
            parts.append(f"the limit of what {joined(names)} {'accepts' if len(names) == 1 else 'accept'}")
        yield text, f"{text} ({'; '.join(parts)})" if parts else text


def _ends(row: PositionRow) -> str:
    low = 0.0 if row.acceptable_low is None else row.acceptable_low
    high = 100.0 if row.acceptable_high is None else row.acceptable_high
    return f"{low:.12g}" if low == high else f"{low:.12g} to {high:.12g}"
