"""The saved text of a report and what it says of itself."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date

from goodoffices.errors import ReportError

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a report's text.

    Attributes:
        start: Offset of the first character, in Unicode code points from 0.
        end: Offset behind the last character.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ReportError(
                f"span {self.start}–{self.end} is empty or runs backwards; give 0 ≤ start < end"
            )


@dataclass(frozen=True, slots=True, order=True)
class Boilerplate(Span):
    """A stretch that is not part of the reporting: it is kept, marked and not read.

    Attributes:
        reason: Why it was marked, in words for a person ("login line", "cookie notice", "navigation").
    """

    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it was saved; nothing of its text is ever deleted.

    Attributes:
        id: Short name, unique in a case, such as the file's name without its ending.
        text: The saved text, every character of it.
        media_type: What it was made from: text/plain, text/markdown, text/html or application/pdf.
        title: Headline, where the source marks one as such.
        publisher: Who published it, where the source says so.
        date: Day of publication, where the source states one; never guessed.
        passages: Paragraphs in order of the text; the reader reads those that are not boilerplate.
        boilerplate: Stretches marked as not being part of the reporting.
        pages: For paged sources, where each page starts in the text; otherwise empty.
    """

    id: str
    text: str
    media_type: str = "text/plain"
    title: str | None = None
    publisher: str | None = None
    date: date | None = None
    passages: tuple[Span, ...] = ()
    boilerplate: tuple[Boilerplate, ...] = ()
    pages: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        half = _HALF_CHARACTER.search(self.text)
        if half:
            raise ReportError(
                f"report '{self.id}' has half a character (U+{ord(half.group()):04X}) at offset "
                f"{half.start()}, which cannot be saved as UTF-8; read its file again in the right encoding"
            )
        for span in (*self.passages, *self.boilerplate):
            if span.end > len(self.text):
                raise ReportError(
                    f"span {span.start}–{span.end} ends behind the text of report '{self.id}', "
                    f"which has {len(self.text)} characters"
                )

    @property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8, as 64 hexadecimal digits."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()

    def cut(self, span: Span) -> str:
        """Return the characters of a span."""
        return self.text[span.start : span.end]

    def readable(self) -> tuple[Span, ...]:
        """Return the passages that no boilerplate touches, in order of the text."""
        return tuple(
            passage
            for passage in self.passages
            if not any(mark.start < passage.end and passage.start < mark.end for mark in self.boilerplate)
        )
