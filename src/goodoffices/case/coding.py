"""Where a coded value comes from: its statements, its source, its coder, its status."""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, ConfigDict
from pydantic.dataclasses import dataclass

STRICT = ConfigDict(extra="forbid", str_strip_whitespace=True)

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _only_days(value: object) -> object:
    """Let only days through: a bare number would pass for seconds since 1970."""
    if isinstance(value, dt.date) or (isinstance(value, str) and _DAY.fullmatch(value.strip())):
        return value
    raise ValueError(f"{value!r} is not a date; write it as 2025-08-22")


Day = Annotated[dt.date, BeforeValidator(_only_days)]
"""A day; in a case file, written as 2025-08-22."""


class Status(StrEnum):
    """What kind of knowledge a coded value is; the kinds are never mixed."""

    REPORTED = "reported"
    """A report states it in its own voice."""
    CLAIM = "claim"
    """A party says so; nobody has to believe it."""
    DOCUMENT = "document"
    """It is the text of an agreement, resolution or other document."""
    JUDGEMENT = "judgement"
    """An analyst judged it so."""


class Confidence(StrEnum):
    """How sure the coder is."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, slots=True, config=STRICT)
class Coding:
    """The source of a coded value.

    Attributes:
        status: What kind of knowledge it is.
        because: Ids of the statements that it rests on.
        source: Citation of a source outside the reports.
        coder: Who coded it.
        date: Day on which it was coded.
        confidence: How sure the coder is.
        drafted: Whether the tool drafted it and nobody has confirmed it yet.
        note: Anything a later reader must know.
    """

    status: Status
    because: tuple[str, ...] = ()
    source: str | None = None
    coder: str | None = None
    date: Day | None = None
    confidence: Confidence | None = None
    drafted: bool = False
    note: str | None = None

    def __post_init__(self) -> None:
        if self.status is Status.JUDGEMENT:
            if not self.coder:
                raise ValueError("a judgement names its coder; add 'coder: …'")
        elif self.status is Status.DOCUMENT:
            if not self.source:
                raise ValueError("a document text names its document; add 'source: …'")
        elif not (self.because or self.source):
            raise ValueError(
                f"a value with status '{self.status}' needs a source; add 'because: [statement ids]' "
                "or 'source: …'"
            )
