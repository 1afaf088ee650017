"""What holds of every reading, whatever the text."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from goodoffices.reports.plain import from_text
from goodoffices.statements.combine import combine
from goodoffices.statements.evidence import check_evidence
from goodoffices.statements.jsonl import parse_reading, reading_lines
from goodoffices.statements.names import Names
from goodoffices.statements.passage import Parse
from goodoffices.statements.reader import read_report

SENTENCES = Path(__file__).parents[1] / "reference" / "reading" / "sentences.yaml"
POOL = [
    one["text"]
    for one in YAML(typ="safe", pure=True).load(SENTENCES.read_text(encoding="utf-8"))["sentences"]
]
JUNK = st.sampled_from(
    [
        "“", "”", '"', "'", "« »", "\n\n", "\n", "\t", " ", "\x00", "\x1b[31m", "\u200b", "\ufeff", "\u202e",
        "🕊️", "שלום אמר", "قال الوزير", "x" * 400, "—", "...", "(((", "Article 5", "?", "1994", ";", "he said",
    ]
)  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(POOL), JUNK, st.text(max_size=8)), max_size=9).map(" ".join)
FEW = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@given(text=TEXTS.filter(lambda text: not any("\ud800" <= char <= "\udfff" for char in text)))
@FEW
def test_words_of_every_finding_stand_in_the_report(text: str, parse: Parse, names: Names) -> None:
    """Reading never raises, ids are given once, all evidence is in the text, and JSON lines keep it all."""
    report = from_text(text, id="r")
    reading = read_report(report, parse, names)
    kinds = (reading.statements, reading.relations, reading.precedents, reading.options, reading.distances)
    assert len(reading.evidence()) == sum(map(len, kinds))
    for evidence in reading.evidence().values():
        check_evidence(evidence, report)
    for one in reading.statements:
        assert one.evidence.holds(one.cue)
        assert one.content is None or one.evidence.holds(one.content)
        assert all(number in reading.evidence() for number in one.answers)
    assert parse_reading(reading_lines(reading), [report]) == reading


@given(text=TEXTS.filter(lambda text: not any("\ud800" <= char <= "\udfff" for char in text)))
@settings(FEW, max_examples=10)
def test_reading_is_the_same_every_time(text: str, parse: Parse, names: Names) -> None:
    """The same report read twice gives the same findings, and two readings join without a clash of ids."""
    report = from_text(text, id="r")
    reading = read_report(report, parse, names)
    assert read_report(report, parse, names) == reading
    assert len(combine([reading, reading]).evidence()) == 2 * len(reading.evidence())
