"""Readings as lines of JSON."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from goodoffices.errors import EvidenceError
from goodoffices.reports.plain import from_text
from goodoffices.statements import jsonl
from goodoffices.statements.evidence import cite
from goodoffices.statements.jsonl import parse_reading, reading_lines
from goodoffices.statements.statement import DistanceMention, Reading

TEXT = (
    "On 3 May 1994 Chad proposed a truce in the valley, citing the Lome Accord. Libya rejected the idea.\n\n"
    "Chad is planning a guarantee. One option is a patrol. Chad and Libya are far apart on the border. "
    "France has leverage over Chad."
)
REPORT = from_text(TEXT, id="r")


def test_reading_comes_back_equal(read: Callable[[str], Reading]) -> None:
    """Every kind of finding survives being written and read."""
    reading = read(TEXT)
    assert all((reading.statements, reading.relations, reading.options, reading.distances, reading.issues))
    assert parse_reading(reading_lines(reading), [REPORT]) == reading


def test_a_distance_without_parties_and_issues_comes_back_equal() -> None:
    """Sides that the report does not name, and no issue, are written and read as none."""
    far = DistanceMention("d1", cite(REPORT, 103, 126))
    reading = Reading(distances=(far,))
    assert "parties" not in reading_lines(reading)
    assert parse_reading(reading_lines(reading), [REPORT]) == reading


def test_header_names_the_unit_of_offsets(read: Callable[[str], Reading]) -> None:
    """The first line says that offsets are Unicode code points."""
    header = json.loads(reading_lines(read(TEXT)).split("\n", 1)[0])
    assert header == {"type": "reading", "version": 1, "unit": "unicode code points"}


def _cited(source: str, **change: object) -> dict[str, object]:
    return {"source": source, "selector": [{"start": 0, "end": 1, "exact": "O"} | change]}


def _issue(**change: object) -> str:
    return json.dumps({"type": "issue", "issue": "x", "evidence": [_cited("r")]} | change)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{bad", "f.jsonl:1: not a line of JSON"),
        ("5", "a finding is a JSON object, not '5'"),
        ('{"type": "rumour"}', "unknown type 'rumour'; known are statement"),
        ('{"type": ["issue"]}', "unknown type"),
        ('{"type": "statement"}', "id: Field required"),
        ('{"type": "reading", "version": 2}', "this program reads version 1"),
        (_issue(colour="red"), "unknown key 'colour'; known are issue, evidence"),
        (
            _issue(evidence=[{"source": "r", "selector": [{"start": 0, "end": 1, "exact": "O", "x": 1}]}]),
            "key 'x'",
        ),
        (_issue(evidence=[{"source": "r", "selector": [7]}]), "start: Field required"),
        (_issue(evidence=[_cited("r", exact="Rome")]), "f.jsonl:1: report 'r' has"),
        (
            _issue(evidence=[{"source": "q", "selector": [{"start": 0, "end": 1, "exact": "O"}]}]),
            "'q' is not in",
        ),
        ("[" * 100_000, "not a line of JSON"),
        ('{"a":' * 20_000 + "1" + "}" * 20_000, "not a line of JSON"),
    ],
)
def test_bad_line_gives_one_message(line: str, message: str) -> None:
    """A line that is no finding is refused with file, line, fault and way out."""
    with pytest.raises(EvidenceError) as caught:
        parse_reading(line, [REPORT], name="f.jsonl")
    assert message in str(caught.value)
    assert str(caught.value).startswith("f.jsonl:1: ")


def test_evidence_outside_a_statement_is_refused(read: Callable[[str], Reading]) -> None:
    """A cue that its evidence does not hold is refused with its line."""
    header, first, *_ = reading_lines(read(TEXT)).split("\n")
    record = json.loads(first)
    record["evidence"] = record["content"]
    with pytest.raises(EvidenceError, match=r"statements.jsonl:2: statement 's1': .* is not in its evidence"):
        parse_reading(f"{header}\n\n{json.dumps(record)}".replace("\n\n", "\n"), [REPORT])


def test_same_id_twice_is_refused(read: Callable[[str], Reading]) -> None:
    """Two findings with one id would be cited for one another."""
    header, first, *_ = reading_lines(read(TEXT)).split("\n")
    with pytest.raises(EvidenceError, match="id 's1' is given twice"):
        parse_reading("\n".join([header, first, "", first]), [REPORT])


def test_sizes_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a line nor a file may be larger than any reading could need."""
    monkeypatch.setattr(jsonl, "LONGEST", 10)
    with pytest.raises(EvidenceError, match="a finding may have 10"):
        parse_reading("x" * 11, [])
    monkeypatch.setattr(jsonl, "LARGEST", 10)
    with pytest.raises(EvidenceError, match="split it"):
        parse_reading("x" * 11, [])
