"""Read a batch of files into lines of JSON: the piece of work that runs in parallel."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import PurePosixPath
from typing import Any

from goodoffices.errors import GoodofficesError
from goodoffices.reports.naming import slug
from goodoffices.reports.report import Report
from goodoffices.reports.source import from_bytes
from goodoffices.statements.gazetteer import load_gazetteer
from goodoffices.statements.language import mark_languages, unread
from goodoffices.statements.names import Names, index_names
from goodoffices.statements.reader import read_report
from goodoffices.workspace.corpus.rows import reading_rows, report_row
from goodoffices.workspace.parser import load_parser


@dataclass(frozen=True, slots=True)
class Source:
    """A file of a corpus.

    Attributes:
        name: Its path within the corpus, with forward slashes.
        data: Its bytes; None where it could not be read.
        problem: Why it could not be read.
    """

    name: str
    data: bytes | None = None
    problem: str | None = None


def read_batch(sources: tuple[Source, ...]) -> bytes:
    """Read some files; the result depends on nothing but them.

    A file that cannot be read gives a row that says why, and so does a mistake of ours in reading one: one
    article must not stop a hundred thousand others.

    Returns:
        Compressed lines of JSON, one row each.
    """
    rows = [row for source in sources for row in _rows(source)]
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return gzip.compress(text.encode("utf-8"), compresslevel=6, mtime=0)


def _rows(source: Source) -> Iterator[dict[str, Any]]:
    if source.data is None:
        yield _problem(source, source.problem or "could not be read")
        return
    try:
        contents = from_bytes(source.data, id=slug(PurePosixPath(source.name).stem), name=source.name)
    except GoodofficesError as error:
        yield _problem(source, str(error))
        return
    for problem in contents.problems:
        yield _problem(source, problem)
    for number, report in enumerate(contents.reports):
        named = mark_languages(replace(report, id=_id(report.id, source.name, number)))
        yield report_row(named, source.name)
        if told := unread(named):
            yield _problem(source, told) | {"kind": "unread"}
        try:
            yield from _found(named)
        except Exception as error:  # noqa: BLE001 - see above
            yield _problem(
                source, f"{named.id}: a mistake of ours ({type(error).__name__}: {error}); tell us"
            )


def _found(report: Report) -> Iterator[dict[str, Any]]:
    return reading_rows(read_report(report, load_parser(), _names()), report)


@cache
def _names() -> Names:
    return index_names(load_gazetteer())


def _id(name: str, path: str, number: int) -> str:
    """Return an id that no other report of the corpus has and that no other file can change."""
    digest = hashlib.sha256(f"{path}\0{number}".encode()).hexdigest()[:10]
    return f"{name}-{digest}"


def _problem(source: Source, message: str) -> dict[str, Any]:
    return {"kind": "problem", "file": source.name, "message": message}
