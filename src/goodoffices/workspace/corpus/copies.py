"""Which reports of a corpus copy an earlier one, as papers print what agencies send them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goodoffices.reports.copies import group_copies
from goodoffices.reports.sketch import ALIKE, SIZE

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_PAIRS = """
WITH places AS (
  SELECT report, row_number() OVER (ORDER BY date NULLS LAST, file, n) AS place, sketch, bands
  FROM raw WHERE kind = 'report' AND len(bands) > 0
), shared AS (
  SELECT report, place, unnest(bands) AS band FROM places
), paired AS (
  SELECT DISTINCT place AS later, min(place) OVER (PARTITION BY band) AS earlier FROM shared
  UNION
  SELECT place, lag(place) OVER (PARTITION BY band ORDER BY place) FROM shared
)
SELECT one.report, one.place, other.report, other.place
FROM paired JOIN places one ON one.place = paired.earlier JOIN places other ON other.place = paired.later
WHERE paired.earlier < paired.later
  AND list_sum(list_transform(list_zip(one.sketch, other.sketch), pair -> (pair[1] = pair[2])::INT)) >= ?
ORDER BY one.place, other.place
"""


def find_copies(connection: DuckDBPyConnection) -> list[tuple[str, str]]:
    """Return each report that copies an earlier one, with the earliest of its group.

    Reports that share a band of their sketches are compared by the whole sketch; those with .7 of their runs
    of five words in common belong together, and so do those that hang together through others. The earliest
    is the one with the earliest date, then the first by the path of its file.
    """
    place: dict[str, int] = {}
    pairs: list[tuple[str, str]] = []
    for earlier, first, later, second in connection.execute(_PAIRS, [round(ALIKE * SIZE)]).fetchall():
        place[earlier], place[later] = first, second
        pairs.append((earlier, later))
    return list(group_copies(pairs, place).items())
