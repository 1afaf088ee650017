"""What a brief is made of, before it becomes a page: sections, claims, tables, pictures, quotes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from goodoffices.findings.finding import Finding


class Drafted(StrEnum):
    """How much of a case the tool drafted without anybody confirming it."""

    NOTHING = "nothing"
    SOME = "some"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a report that show something, with the passage in the annex where they stand.

    Attributes:
        passage: Number of the passage in the annex, from 1.
        exact: The words.
        speaker: Who says them, as a reader would name that person; None for the report's own voice.
        also: Numbers of further passages that tell the same, in copies of the report or in the same words.
    """

    passage: int
    exact: str
    speaker: str | None = None
    also: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of a table.

    Attributes:
        text: What it says.
        tone: What kind of answer it is, for colour: plain, yes, no, maybe, theirs, quiet.
        symbol: A sign that says the same as the colour; empty where the field is plain text.
        notes: Further short lines.
        quotes: The words that show it.
        sources: Citations of sources outside the reports.
        drafted: Whether the tool drafted it and nobody confirmed it.
    """

    text: str
    tone: str = "plain"
    symbol: str = ""
    notes: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    sources: tuple[str, ...] = ()
    drafted: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: what it is about, then one cell for each further column."""

    head: Cell
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first column names what each row is about.

    Attributes:
        caption: What it shows, in one line.
        columns: Headings; the first stands over the row heads.
        rows: The rows.
        wide: Whether it needs the whole width of a page.
        dense: Whether it stays a grid on a narrow screen, as its fields are short.
    """

    kind: ClassVar[str] = "table"
    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    wide: bool = False
    dense: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart with lines that say the same in words.

    Attributes:
        title: What it shows.
        lines: The same in words, one line for each thing drawn.
        svg: The drawing.
        key: What its letters mean, one for each.
    """

    title: str
    lines: tuple[str, ...]
    svg: str
    key: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pictures:
    """Charts side by side, read by one key."""

    kind: ClassVar[str] = "pictures"
    pictures: tuple[Picture, ...]
    key: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A finding with its quotes.

    Attributes:
        finding: The finding.
        sure: How sure it is, in words.
        quotes: The words that it rests on.
        parts: Lines that spell the claim out.
    """

    finding: Finding
    sure: str
    quotes: tuple[Quote, ...] = ()
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claims:
    """Claims one below the other.

    Attributes:
        claims: The claims.
        heading: A line above them; empty where there is none.
    """

    kind: ClassVar[str] = "claims"
    claims: tuple[Claim, ...]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A paragraph, with a heading where it has one."""

    kind: ClassVar[str] = "note"
    text: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """Short lines one below the other."""

    kind: ClassVar[str] = "items"
    lines: tuple[str, ...]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Glosses:
    """What words of the trade mean, as pairs of word and meaning."""

    kind: ClassVar[str] = "glosses"
    terms: tuple[tuple[str, str], ...]
    heading: str = ""


Block = Table | Pictures | Claims | Note | Items | Glosses


@dataclass(frozen=True, slots=True)
class Section:
    """A question and its answer.

    Attributes:
        name: Short name, used in links.
        question: The question in plain words.
        answer: One or two sentences that answer it.
        blocks: What bears the answer out.
    """

    name: str
    question: str
    answer: tuple[str, ...]
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a report that something rests on.

    Attributes:
        number: From 1, in order of the reports and their texts.
        report: Id of the report.
        start: Offset of its first character.
        end: Offset behind its last character.
    """

    number: int
    report: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a report within which nothing changes.

    Attributes:
        text: Its characters.
        passages: Numbers of the passages that cover it.
        opens: Numbers of the passages that begin with it.
        closes: Numbers of the passages that end with it.
        boilerplate: Why it was not read; None for reporting.
    """

    text: str
    passages: tuple[int, ...] = ()
    opens: tuple[int, ...] = ()
    closes: tuple[int, ...] = ()
    boilerplate: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A report as it is shown in the annex.

    Attributes:
        number: From 1.
        id: Id of the report.
        title: Its headline, or its id where it has none.
        publisher: Who published it, where stated.
        date: Day of publication, where stated.
        sha256: Check sum of its text.
        paragraphs: The whole text in paragraphs, each cut where something changes; what stands between
            paragraphs is a paragraph of its own.
    """

    number: int
    id: str
    title: str
    publisher: str | None
    date: dt.date | None
    sha256: str
    paragraphs: tuple[tuple[Segment, ...], ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A whole brief.

    Attributes:
        title: What it is about.
        read: What was read, one line for each report, and the day whose state of affairs is coded.
        note: What a reader must know first, in the words of the case.
        short_answer: Three or four sentences for someone who reads nothing else.
        sections: The questions, in order.
        passages: Every stretch that something rests on.
        sources: The reports themselves.
        version: Version of goodoffices that composed it.
        drafted: How much of it is drafted and unconfirmed.
        behind: That the case lags behind corrected statements; None where it does not.
        heading: What sort of page it is.
    """

    title: str
    read: tuple[str, ...]
    note: str | None
    short_answer: tuple[Claim, ...]
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    sources: tuple[Source, ...]
    version: str
    drafted: Drafted
    behind: str | None = None
    heading: str = "Brief"
