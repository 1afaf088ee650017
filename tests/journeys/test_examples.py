"""The shipped examples: complete, sourced, and written in the project's own words."""

from __future__ import annotations

import dataclasses
import math
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from goodoffices.case.case import Case
from goodoffices.case.coding import Coding, Status
from goodoffices.case.parse import parse_case
from goodoffices.case.values import Interval
from goodoffices.workspace.bundle import check

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
FOUNDING_REPORTS = ROOT.parent / "shared" / "reports"
NAMES = ("ukraine-2025-08", "aceh-2005-07")
RUN = 9
"""Words in a row that may not be shared with a report by somebody else."""


def case_of(name: str) -> Case:
    """Return the case of an example."""
    path = EXAMPLES / name / "case.yaml"
    return parse_case(path.read_text(encoding="utf-8"), name=str(path))


def report_of(name: str) -> str:
    """Return the report of an example."""
    return (EXAMPLES / name / "reports" / "report.txt").read_text(encoding="utf-8")


def coded(value: object, where: str = "case") -> Iterator[tuple[str, object, Coding]]:
    """Yield every part of a case that carries a coding, with its place in the case."""
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from coded(part, f"{where}.{key}")
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            yield from coded(part, f"{where}.{number}")
    elif dataclasses.is_dataclass(value) and not isinstance(value, Coding | Interval):
        coding = getattr(value, "coding", None)
        if isinstance(coding, Coding):
            yield where, value, coding
        for field in dataclasses.fields(value):
            yield from coded(getattr(value, field.name), f"{where}.{field.name}")


def numbers(value: object) -> Iterator[object]:
    """Yield the numbers in a part of a case, leaving out parts that have a coding of their own."""
    if isinstance(value, Interval) or (isinstance(value, int | float) and not isinstance(value, bool)):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from numbers(part)
    elif dataclasses.is_dataclass(value) and not hasattr(value, "coding"):
        for field in dataclasses.fields(value):
            yield from numbers(getattr(value, field.name))


def states_numbers(part: object) -> bool:
    """Tell whether a coded part states a number; the year of a precedent is a date."""
    assert dataclasses.is_dataclass(part)
    own = [getattr(part, field.name) for field in dataclasses.fields(part) if field.name != "year"]
    return any(True for value in own for _ in numbers(value))


def runs(text: str) -> set[tuple[str, ...]]:
    """Return every run of nine words in a text."""
    found = re.findall(r"\w+", text.casefold())
    return {tuple(found[start : start + RUN]) for start in range(len(found) - RUN + 1)}


@pytest.mark.parametrize("name", NAMES)
def test_example_case_can_be_read(name: str) -> None:
    """Each example's case file is accepted as it stands, names two signatories and a snapshot day."""
    case = case_of(name)
    assert len(case.must_sign()) == 2
    assert case.snapshot is not None
    assert "judgement" in str(case.note)


@pytest.mark.parametrize("name", NAMES)
def test_every_coded_value_has_a_source(name: str) -> None:
    """Each coded value of an example names its source."""
    found = list(coded(case_of(name)))
    assert len(found) > 40
    assert [where for where, _, coding in found if not (coding.source or coding.because)] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_number_is_a_sourced_judgement_or_document(name: str) -> None:
    """No number in an example passes for a reported fact or a party's claim."""
    found = [(where, coding) for where, part, coding in coded(case_of(name)) if states_numbers(part)]
    allowed = {Status.JUDGEMENT, Status.DOCUMENT}
    assert len(found) > 20
    assert [where for where, coding in found if coding.status not in allowed or not coding.source] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_position_number_is_an_interval_and_not_a_point(name: str) -> None:
    """No position and no walk-away value in an example claims to be known exactly."""
    case = case_of(name)
    intervals = [position.place for position in case.positions]
    intervals += [position.salience for position in case.positions]
    intervals += [walk_away.value for walk_away in case.walk_away]
    assert all(interval is not None and interval.low < interval.high for interval in intervals)


@pytest.mark.parametrize("name", NAMES)
def test_signatories_have_all_that_the_models_need(name: str) -> None:
    """Each signatory of an example has a position on every issue and a walk-away value."""
    case = case_of(name)
    wanted = {(party, issue) for party in case.must_sign() for issue in case.issues}
    assert wanted <= {(position.party, position.issue) for position in case.positions}
    assert set(case.must_sign()) == {walk_away.party for walk_away in case.walk_away}
    assert 200 <= math.prod(len(issue.options) for issue in case.issues.values()) <= 3000


def test_ukraine_example_keeps_claim_and_document_apart() -> None:
    """That China signed the Budapest Memorandum stands in the case as Ukraine's claim, not as a fact."""
    budapest = next(p for p in case_of("ukraine-2025-08").precedents if p.name == "Budapest Memorandum")
    assert budapest.coding.status is Status.CLAIM
    assert budapest.claimed_by == "ukraine"
    assert "separate" in str(budapest.coding.note)


def test_ukraine_example_does_not_take_openness_for_acceptance() -> None:
    """China's readiness for a constructive role is coded as open, and Ukraine's answer as a rejection."""
    responses = case_of("ukraine-2025-08").proposals["permanent_members_guarantee"].responses
    assert {party: response.act for party, response in responses.items()} == {
        "ukraine": "rejects",
        "china": "open",
    }


@pytest.mark.parametrize("name", NAMES)
def test_report_says_that_it_was_composed(name: str) -> None:
    """Each example report opens by saying that it was composed, and has the length of a news report."""
    report = report_of(name)
    assert report.startswith("Composed for goodoffices from public facts; events of ")
    assert 350 <= len(report.split()) <= 500


@pytest.mark.parametrize("name", [*NAMES, "."])
def test_examples_share_no_run_of_words_with_the_founding_reports(name: str) -> None:
    """No text of the examples has nine words in a row in common with a report by somebody else."""
    if not FOUNDING_REPORTS.is_dir():
        pytest.skip("the founding reports lie outside the project and are not on this machine")
    foreign = [runs(path.read_text(encoding="utf-8")) for path in sorted(FOUNDING_REPORTS.glob("*.txt"))]
    own = [path for path in sorted((EXAMPLES / name).iterdir()) if path.suffix in {".txt", ".yaml", ".md"}]
    assert foreign
    assert own
    assert [
        path for path in own if any(runs(path.read_text(encoding="utf-8")) & theirs for theirs in foreign)
    ] == []


@pytest.mark.parametrize("name", NAMES)
def test_an_example_rests_on_the_words_of_its_report(name: str) -> None:
    """Each example folder is sound: its statements stand in its report, and its case cites only these."""
    case, remarks = check(EXAMPLES / name)
    assert "stand in the saved report" in remarks[-1]
    cited = {id_ for _, _, coding in coded(case) for id_ in coding.because}
    assert len(cited) > 5
