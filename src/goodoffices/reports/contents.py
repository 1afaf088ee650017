"""What one file holds: usually one report; in a feed or an e-mail perhaps several."""

from __future__ import annotations

from dataclasses import dataclass

from goodoffices.reports.report import Report


@dataclass(frozen=True, slots=True)
class Contents:
    """The reports in a file, and what in it could not be read.

    Attributes:
        reports: At least one; their ids are suggestions and may be the same.
        problems: One message for each part that could not be read.
    """

    reports: tuple[Report, ...]
    problems: tuple[str, ...] = ()
