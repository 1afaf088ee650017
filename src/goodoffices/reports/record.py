"""What is kept beside the text of a saved report: everything but the text itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from goodoffices.errors import ReportError
from goodoffices.reports.report import Boilerplate, Report, Span

UNIT = "Unicode code points"


def to_record(report: Report) -> dict[str, object]:
    """Return the record of a report as plain values that JSON can hold."""
    return {
        "media_type": report.media_type,
        "title": report.title,
        "publisher": report.publisher,
        "date": report.date.isoformat() if report.date else None,
        "sha256": report.sha256,
        "unit": UNIT,
        "passages": [[span.start, span.end] for span in report.passages],
        "boilerplate": [[mark.start, mark.end, mark.reason] for mark in report.boilerplate],
        "pages": list(report.pages),
    }


def from_record(record: Mapping[str, Any], *, id: str, text: str) -> Report:  # noqa: A002 - the field's name
    """Make a report from its record and its text; the text is not checked against the hash here.

    Raises:
        ReportError: The record lacks a field, or a field has the wrong form.
    """
    try:
        return _report(record, id, text)
    except KeyError as error:
        raise ReportError(f"the record lacks the field {error}") from error
    except (TypeError, ValueError) as error:
        raise ReportError(f"the record has a wrong value ({error})") from error


def _report(record: Mapping[str, Any], id: str, text: str) -> Report:  # noqa: A002 - the field's name
    if record["unit"] != UNIT:
        raise ValueError(f"unit is '{record['unit']}', not '{UNIT}'")
    return Report(
        id=id,
        text=text,
        media_type=str(record["media_type"]),
        title=_words(record["title"]),
        publisher=_words(record["publisher"]),
        date=date.fromisoformat(record["date"]) if record["date"] is not None else None,
        passages=tuple(Span(int(start), int(end)) for start, end in record["passages"]),
        boilerplate=tuple(
            Boilerplate(int(start), int(end), str(reason)) for start, end, reason in record["boilerplate"]
        ),
        pages=tuple(int(start) for start in record["pages"]),
    )


def _words(value: object) -> str | None:
    if value is not None and not isinstance(value, str):
        raise TypeError(f"'{value}' is no text")
    return value
