"""A brief as Markdown, for those who go on writing: tables, lists and footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from goodoffices.brief.harmless import harmless
from goodoffices.brief.page import (
    Block,
    Brief,
    Cell,
    Claim,
    Claims,
    Drafted,
    Items,
    Note,
    Pictures,
    Quote,
    Section,
    Source,
    Table,
)
from goodoffices.findings.words import short

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~$&])")
_LISTLIKE = re.compile(r"^(\d*)([-+=.)])")


DRAFT = (
    "**Draft.** Everything below was coded by a program from the words shown beside it, and nobody has "
    "confirmed it yet."
)


def markdown(brief: Brief) -> str:
    """Return a brief as Markdown with GitHub tables and footnotes.

    Everything from reports and cases is escaped, so that it shows as it was written and formats nothing.
    """
    tagged = brief.drafted is Drafted.SOME
    lines = [f"# {plain(brief.title)}", "", *(f"- {plain(line)}" for line in brief.read), ""]
    lines += [f"> {DRAFT}", ""] if brief.drafted is Drafted.ALL else []
    lines += [f"> **Not up to date.** {plain(brief.behind)}", ""] if brief.behind else []
    lines += [f"> {plain(brief.note)}", ""] if brief.note and brief.drafted is not Drafted.ALL else []
    lines += ["## The short answer", "", *_claims(brief.short_answer, tagged), ""]
    for number, section in enumerate(brief.sections, start=1):
        lines += _section(number, section, tagged)
    for source in brief.sources:
        lines += _source(source)
    texts = {
        source.id: "".join(part.text for each in source.paragraphs for part in each)
        for source in brief.sources
    }
    for passage in brief.passages:
        words = plain(texts[passage.report][passage.start : passage.end])
        where = f"report “{plain(passage.report)}”, characters {passage.start}–{passage.end}"
        lines.append(f"[^{passage.number}]: {words} ({where})")
    lines += ["", f"Composed by goodoffices {plain(brief.version)}."]
    return "\n".join(lines) + "\n"


def plain(text: str) -> str:
    r"""Escape a text so that Markdown shows it on one line as it was written.

    Examples:
        >>> print(plain("1. *not* <b>"))
        1\. \*not\* \<b\>
    """
    line = _SPECIAL.sub(r"\\\1", " ".join(harmless(text).split()))
    return _LISTLIKE.sub(r"\1\\\2", line)


def _section(number: int, section: Section, tagged: bool) -> Iterator[str]:
    yield f"## {number}. {plain(section.question)}"
    yield ""
    yield " ".join(plain(sentence) for sentence in section.answer)
    yield ""
    for block in section.blocks:
        yield from _block(block, tagged)
        yield ""


def _block(block: Block, tagged: bool) -> Iterator[str]:
    match block:
        case Table():
            yield from _table(block, tagged)
        case Pictures(pictures=pictures):
            for picture in pictures:
                yield f"**{plain(picture.title)}**"
                yield ""
                yield from (f"- {plain(line)}" for line in (*picture.key, *picture.lines))
                yield ""
        case Claims(claims=claims, heading=heading):
            yield from _heading(heading)
            yield from _claims(claims, tagged)
        case Note(text=text, heading=heading):
            yield from _heading(heading)
            yield plain(text)
        case Items(lines=items, heading=heading):
            yield from _heading(heading)
            yield from (f"- {plain(line)}" for line in items)
        case _:
            yield from _heading(block.heading)
            yield from (f"- **{plain(term)}**: {plain(meaning)}" for term, meaning in block.terms)


def _heading(heading: str) -> Iterator[str]:
    if heading:
        yield f"### {plain(heading)}"
        yield ""


def _claims(claims: Iterable[Claim], tagged: bool) -> Iterator[str]:
    for claim in claims:
        marks = "".join(_marks(quote) for quote in claim.quotes)
        draft = "; draft" if claim.finding.drafted and tagged else ""
        yield f"- {plain(claim.finding.claim)} ({plain(claim.sure)}{draft}){marks}"
        yield from (f"    - {plain(part)}" for part in claim.parts)
        yield from (f"    - assuming that {plain(each)}" for each in claim.finding.assumes)
        if claim.finding.overturned_by:
            yield f"    - what would change this: {plain(claim.finding.overturned_by)}"


def _table(table: Table, tagged: bool) -> Iterator[str]:
    yield f"**{plain(table.caption)}**"
    yield ""
    yield _row(plain(column) for column in table.columns)
    yield _row("---" for _ in table.columns)
    for row in table.rows:
        yield _row(_cell(cell, tagged) for cell in (row.head, *row.cells))


def _row(fields: Iterable[str]) -> str:
    return f"| {' | '.join(fields)} |"


def _cell(cell: Cell, tagged: bool) -> str:
    said = plain(f"{cell.symbol} {cell.text}".strip())
    draft = "(draft)" if cell.drafted and tagged else ""
    extra = [plain(note) for note in (*cell.notes, *(f"source: {source}" for source in cell.sources))]
    quoted = [_quote(quote) for quote in cell.quotes]
    return "; ".join(part for part in (f"{said} {draft}".strip(), *extra, *quoted) if part)


def _quote(quote: Quote) -> str:
    speaker = f"{plain(quote.speaker)}: " if quote.speaker else ""
    return f"{speaker}“{plain(short(quote.exact, 120))}”{_marks(quote)}"


def _marks(quote: Quote) -> str:
    return "".join(f"[^{number}]" for number in (quote.passage, *quote.also))


def _source(source: Source) -> Iterator[str]:
    yield f"## Report: {plain(source.title)}"
    yield ""
    date = source.date.isoformat() if source.date else "no date stated"
    yield f"{plain(source.publisher or 'publisher not stated')}; {date}; SHA-256 of the text {source.sha256}"
    yield ""
    for paragraph in source.paragraphs:
        words = plain("".join(part.text for part in paragraph))
        if words and all(part.boilerplate for part in paragraph if part.text.strip()):
            reason = next(part.boilerplate for part in paragraph if part.text.strip())
            words = f"*[not read: {plain(str(reason))}]* {words}"
        if words:
            yield f"> {words}"
            yield ">"
    yield ""
