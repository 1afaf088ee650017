"""Readings as lines of JSON, one finding a line, with W3C selectors for the evidence."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from goodoffices.errors import EvidenceError
from goodoffices.reports.report import Report
from goodoffices.statements.evidence import Evidence, check_evidence
from goodoffices.statements.statement import (
    DistanceMention,
    IssueMention,
    OptionMention,
    PrecedentMention,
    Reading,
    Relation,
    Statement,
)

Found = Statement | Relation | PrecedentMention | OptionMention | DistanceMention | IssueMention
LARGEST = 200_000_000
"""Characters of a file of statements."""
LONGEST = 1_000_000
"""Characters of one finding."""
HEADER = {"type": "reading", "version": 1, "unit": "unicode code points"}
KINDS: dict[str, tuple[str, type]] = {
    "statement": ("statements", Statement),
    "relation": ("relations", Relation),
    "precedent": ("precedents", PrecedentMention),
    "option": ("options", OptionMention),
    "distance": ("distances", DistanceMention),
    "issue": ("issues", IssueMention),
}


DERIVED = ("act",)
"""Lines that follow from the others: they are passed over when a reading is loaded, and made anew."""


def reading_lines(reading: Reading) -> str:
    """Return a reading as JSON lines: a header that names the unit of offsets, then one finding a line.

    Fields that hold nothing are left out. The text ends with a line break.
    """
    lines = [json.dumps(HEADER)]
    for field, _ in KINDS.values():
        lines += map(finding_line, getattr(reading, field))
    return "\n".join(lines) + "\n"


def finding_line(found: Found) -> str:
    """Return one finding as a line of JSON, as it stands in `reading_lines`."""
    return plain_line(next(kind for kind, (_, type_) in KINDS.items() if isinstance(found, type_)), found)


def plain_line(kind: str, thing: object) -> str:
    """Return a dataclass as a line of JSON: evidence as selectors, fields at their defaults left out."""
    return json.dumps({"type": kind, **_plain(thing)}, ensure_ascii=False)


def parse_reading(text: str, reports: Iterable[Report], *, name: str = "statements.jsonl") -> Reading:
    """Return the reading that JSON lines hold, after checking every piece of evidence against its report.

    Args:
        text: The lines.
        reports: The reports that the evidence is from.
        name: Name of the file, for messages.

    Raises:
        EvidenceError: A line is not a finding, or its words are not in the report; names file and line.
    """
    if len(text) > LARGEST:
        raise EvidenceError(
            f"{name}: {len(text)} characters; a file of statements may have {LARGEST}; split it"
        )
    known = {report.id: report for report in reports}
    found: dict[str, list[Any]] = {field: [] for field, _ in KINDS.values()}
    seen: set[str] = set()
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        place = f"{name}:{number}"
        record = json_object(line, place, what="a finding", way_out="restore or delete the line")
        if number == 1 and record.get("type") == "reading":
            _check_header(record, place)
            continue
        if record.get("type") in DERIVED:
            continue
        field, finding = _checked(record, known, place)
        id_ = getattr(finding, "id", None)
        if id_ in seen:
            raise EvidenceError(f"{place}: id '{id_}' is given twice; every finding needs its own")
        if id_ is not None:
            seen.add(id_)
        found[field].append(finding)
    return Reading(**{field: tuple(items) for field, items in found.items()})


def parse_finding(record: Mapping[str, Any], reports: Mapping[str, Report], place: str) -> Found:
    """Return the finding that one JSON object holds, after checking its evidence.

    Args:
        record: The object, as `finding_line` writes it.
        reports: The reports by id.
        place: File and line, for messages.

    Raises:
        EvidenceError: It is no finding, or its words are not in the report.
    """
    return _checked(dict(record), reports, place)[1]


def unchecked_finding(record: Mapping[str, Any], place: str) -> Found:
    """Return the finding that one JSON object holds, where its report is known to have its words.

    Args:
        record: The object, as `finding_line` writes it.
        place: File and line, for messages.

    Raises:
        EvidenceError: It is no finding.
    """
    return _finding(dict(record), place)[1]


def _checked(record: dict[str, Any], reports: Mapping[str, Report], place: str) -> tuple[str, Found]:
    field, finding = _finding(record, place)
    for evidence in _evidence_in(finding):
        _check(evidence, reports, place)
    return field, finding


def _check_header(record: Mapping[str, Any], place: str) -> None:
    if record.get("version") != HEADER["version"] or record.get("unit") != HEADER["unit"]:
        raise EvidenceError(
            f"{place}: this file says version {record.get('version')!r} and unit {record.get('unit')!r}; "
            f"this program reads version {HEADER['version']} in {HEADER['unit']}"
        )


def json_object(
    line: str, place: str, *, what: str, way_out: str, longest: int | None = None
) -> dict[str, Any]:
    """Return the JSON object on a line of a file.

    Args:
        line: The line.
        place: File and line, for messages.
        what: What stands on a line, such as "a finding".
        way_out: What to do with a line that is none.
        longest: Most characters of a line; None for those of a finding.

    Raises:
        EvidenceError: The line is too long, no JSON, or no object.
    """
    most = LONGEST if longest is None else longest
    if len(line) > most:
        raise EvidenceError(f"{place}: {len(line)} characters; {what} may have {most}; {way_out}")
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise EvidenceError(f"{place}: not a line of JSON ({error}); {way_out}") from error
    if not isinstance(record, dict):
        raise EvidenceError(f"{place}: {what} is a JSON object, not {line[:40]!r}")
    return record


def _finding(record: dict[str, Any], place: str) -> tuple[str, Found]:
    kind = record.pop("type", None)
    if not isinstance(kind, str) or kind not in KINDS:
        raise EvidenceError(f"{place}: unknown type {kind!r}; known are {', '.join(KINDS)}")
    field, type_ = KINDS[kind]
    try:
        given = _from_selectors(record)
        finding = _adapter(type_).validate_python(given)
    except (EvidenceError, RecursionError) as error:
        raise EvidenceError(f"{place}: {error}; restore or delete the line") from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        key = ".".join(str(part) for part in first["loc"]) or kind
        raise EvidenceError(f"{place}: {key}: {first['msg']}, given {first['input']!r:.80}") from error
    _check_keys(given, finding, place)
    return field, finding


@cache
def _adapter(type_: type) -> TypeAdapter[Found]:
    return TypeAdapter(type_)


def _check_keys(given: object, finding: object, place: str) -> None:
    """Refuse keys that no finding has, which a misspelt one would be."""
    if isinstance(given, list) and isinstance(finding, tuple):
        for item, found in zip(given, finding, strict=True):
            _check_keys(item, found, place)
    if not isinstance(given, dict) or not dataclasses.is_dataclass(finding):
        return
    names = [field.name for field in dataclasses.fields(finding)]
    for key, value in given.items():
        if key not in names:
            raise EvidenceError(f"{place}: unknown key '{key}'; known are {', '.join(names)}")
        _check_keys(value, getattr(finding, key), place)


def _check(evidence: Evidence, known: Mapping[str, Report], place: str) -> None:
    report = known.get(evidence.report)
    if report is None:
        raise EvidenceError(
            f"{place}: report '{evidence.report}' is not in the case; "
            f"its reports are {', '.join(known) or 'none'}"
        )
    try:
        check_evidence(evidence, report)
    except EvidenceError as error:
        raise EvidenceError(f"{place}: {error}") from error


def _evidence_in(found: object) -> list[Evidence]:
    if isinstance(found, Evidence):
        return [found]
    if isinstance(found, tuple):
        return [evidence for item in found for evidence in _evidence_in(item)]
    if dataclasses.is_dataclass(found):
        return [
            evidence
            for field in dataclasses.fields(found)
            for evidence in _evidence_in(getattr(found, field.name))
        ]
    return []


def _plain(value: object) -> Any:  # noqa: ANN401 - JSON has no narrower type
    if isinstance(value, Evidence):
        return _selectors(value)
    if dataclasses.is_dataclass(value):
        fields = (
            (field.name, getattr(value, field.name), field.default) for field in dataclasses.fields(value)
        )
        return {name: _plain(item) for name, item, default in fields if item not in (default, ())}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def _selectors(evidence: Evidence) -> dict[str, Any]:
    return {
        "source": evidence.report,
        "selector": [
            {"type": "TextPositionSelector", "start": evidence.start, "end": evidence.end},
            {
                "type": "TextQuoteSelector",
                "exact": evidence.exact,
                "prefix": evidence.prefix,
                "suffix": evidence.suffix,
            },
        ],
    }


def _from_selectors(value: Any) -> Any:  # noqa: ANN401 - JSON has no narrower type
    if isinstance(value, list):
        return [_from_selectors(item) for item in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"source", "selector"} and isinstance(value["selector"], list):
        merged: dict[str, Any] = {"report": value["source"]}
        for selector in value["selector"]:
            if isinstance(selector, dict):
                merged |= {key: item for key, item in selector.items() if key != "type"}
        return merged
    return {key: _from_selectors(item) for key, item in value.items()}
