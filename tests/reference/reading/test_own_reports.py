"""Reports of our own, coded by hand: how well they are read never falls below what was once reached.

The figures are floors, a little below what was measured; `README.md` beside the reports keeps each
measurement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from goodoffices.statements.gazetteer import Gazetteer
from goodoffices.statements.lexicon import rows
from goodoffices.statements.scoring import Counts, Score, figures
from goodoffices.workspace.gold import Gold, load_gold, score_gold

REPORTS = Path(__file__).with_name("reports")
HALVES = ("train", "test")
FLOORS = {
    ("train", "found", "statements"): 0.83,
    ("train", "found", "relations"): 0.67,
    ("train", "found", "distances"): 0.79,
    ("train", "found", "precedents"): 0.72,
    ("train", "found", "options"): 0.86,
    ("train", "right", "act"): 0.91,
    ("train", "right", "actor's party"): 0.88,
    ("train", "right", "negation"): 0.98,
    ("train", "right", "content"): 0.82,
    ("test", "found", "statements"): 0.82,
    ("test", "found", "relations"): 0.48,
    ("test", "found", "distances"): 0.83,
    ("test", "found", "precedents"): 0.63,
    ("test", "found", "options"): 0.59,
    ("test", "right", "act"): 0.9,
    ("test", "right", "actor's party"): 0.82,
    ("test", "right", "negation"): 0.97,
    ("test", "right", "content"): 0.81,
}
HUNDRED_FLOORS = {
    ("hundred train", "found", "statements"): 0.83,
    ("hundred train", "found", "relations"): 0.73,
    ("hundred train", "found", "distances"): 0.89,
    ("hundred train", "found", "precedents"): 0.77,
    ("hundred train", "found", "options"): 0.9,
    ("hundred train", "right", "act"): 0.9,
    ("hundred train", "right", "actor's party"): 0.86,
    ("hundred train", "right", "negation"): 0.97,
    ("hundred train", "right", "content"): 0.82,
    ("hundred test", "found", "statements"): 0.83,
    ("hundred test", "found", "relations"): 0.48,
    ("hundred test", "found", "distances"): 0.88,
    ("hundred test", "found", "precedents"): 0.6,
    ("hundred test", "found", "options"): 0.6,
    ("hundred test", "right", "act"): 0.88,
    ("hundred test", "right", "actor's party"): 0.8,
    ("hundred test", "right", "negation"): 0.96,
    ("hundred test", "right", "content"): 0.8,
}
"""What the hundred reports that were there before the newest forty-one had reached."""
OLDER_FLOORS = {
    ("older train", "found", "statements"): 0.88,
    ("older train", "found", "relations"): 0.8,
    ("older train", "found", "distances"): 0.86,
    ("older train", "found", "precedents"): 0.9,
    ("older train", "found", "options"): 0.9,
    ("older train", "right", "act"): 0.94,
    ("older train", "right", "actor's party"): 0.92,
    ("older train", "right", "negation"): 0.97,
    ("older train", "right", "content"): 0.82,
    ("older test", "found", "statements"): 0.78,
    ("older test", "found", "relations"): 0.45,
    ("older test", "found", "distances"): 0.85,
    ("older test", "found", "precedents"): 0.55,
    ("older test", "found", "options"): 0.55,
    ("older test", "right", "act"): 0.88,
    ("older test", "right", "actor's party"): 0.66,
    ("older test", "right", "negation"): 0.96,
    ("older test", "right", "content"): 0.76,
}
"""What the forty-two reports that were there before the newest fifty-eight had reached."""
MOST_INVENTED = {
    "train": 11,
    "test": 6,
    "hundred train": 6,
    "hundred test": 3,
    "older train": 2,
    "older test": 2,
}
"""Statements found in a half where people found none."""


@cache
def gold(half: str) -> tuple[Gold, ...]:
    """Return the coded reports of a half; loading finds every coded word in its report, or fails."""
    return load_gold(REPORTS / half)


@cache
def scores(half: str) -> tuple[Score, ...]:
    """Return how each report of a half is read."""
    return score_gold(gold(half))


LATER = {"hundred": "5", "older": "45"}
"""By the number in a coder's name, whose reports came after a group of earlier ones."""


def later(half: str, group: str) -> set[str]:
    """Return the reports of a half that came after the older ones, or after the first hundred."""
    coder = re.compile(rf"analyst [A-G][{LATER[group]}]\b")
    return {path.stem for path, one in raw(half) if coder.search(one["coder"])}


@cache
def measured(reports: str) -> Mapping[tuple[str, str], Counts]:
    """Return the figures of a half, or of the earlier reports of one."""
    *group, half = reports.split()
    left_out = later(half, group[0]) if group else set()
    kept = tuple(one for one in scores(half) if one.report not in left_out)
    return {(one.group, one.name): one.counts for one in figures(kept, draws=1)}


def raw(half: str) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield the codings of a half as they are written."""
    for path in sorted((REPORTS / half).glob("*.yaml")):
        yield path, YAML(typ="safe").load(path.read_text(encoding="utf-8"))


def listed(value: object) -> Sequence[object]:
    """Return a list as it is, and one value as a list of one."""
    return value if isinstance(value, list) else [value]


@pytest.mark.parametrize("half", HALVES)
def test_every_coded_word_stands_in_its_report(half: str) -> None:
    """Fourteen reports of each half or more load, which finds all evidence and content word for word."""
    assert len(gold(half)) >= 14
    assert sum(len(one.coding.statements) for one in gold(half)) > 300
    for one in gold(half):
        for coded in one.coding.statements:
            assert one.report.text.count(one.report.cut(coded.evidence)) == 1
            assert coded.content is None or coded.evidence.start <= coded.content.start


def test_the_reports_are_of_many_processes_decades_and_styles() -> None:
    """A hundred processes or more, in six decades; each report says who coded it, and when."""
    head = [coding for half in HALVES for _, coding in raw(half)]
    assert len({one["title"] for one in head}) == len(head) >= 141
    assert len({one["process"] for one in head}) >= 100
    assert len({one["year"] // 10 for one in head}) >= 6
    assert len({one["style"] for one in head}) >= 6
    assert all(one["coder"] and one["coded"] for one in head)


@pytest.mark.parametrize("half", HALVES)
def test_every_report_says_that_it_was_composed(half: str) -> None:
    """A report that nobody published says so in its first line, and is about as long as an article."""
    for path in sorted((REPORTS / half).glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        assert text.startswith("[Composed for a test of goodoffices; not a published report.]")
        assert 250 <= len(text.split()) <= 560


@pytest.mark.parametrize("half", HALVES)
def test_every_coded_party_and_issue_is_known(half: str, gazetteer: Gazetteer) -> None:
    """Parties are ids of the gazetteer or made of the report's words, and issues ids of the taxonomy."""
    issues = {row["issue"] for row in rows("issues.tsv")}
    for path, coding in raw(half):
        told = [item for key in ("statements", "relations", "precedents") for item in coding.get(key, ())]
        keys = ("party", "target", "source", "claimed_by")
        parties = {party for item in told for key in keys for party in listed(item.get(key))[:1]}
        parties |= {party for item in coding.get("distances", ()) for party in item["parties"]}
        words = set(re.findall(r"[a-z0-9]+", path.with_suffix(".txt").read_text(encoding="utf-8").casefold()))
        made_up = {str(party) for party in parties if party} - gazetteer.parties.keys()
        words |= {f"{word}s" for word in words}
        assert {party for party in made_up if not set(party.split("_")) <= words} == set(), path.name
        kinds = ("statements", "options", "distances")
        touched = {issue for key in kinds for item in coding.get(key, ()) for issue in item.get("issues", ())}
        assert touched <= issues, path.name


@pytest.mark.parametrize(("reports", "group", "name"), FLOORS | HUNDRED_FLOORS | OLDER_FLOORS)
def test_reading_is_as_good_as_it_was(reports: str, group: str, name: str) -> None:
    """F1, or the share that is right, is not below what was measured when the floor was set."""
    rate = measured(reports)[group, name].f1
    assert rate is not None
    assert rate >= (FLOORS | HUNDRED_FLOORS | OLDER_FLOORS)[reports, group, name]


@pytest.mark.parametrize("reports", MOST_INVENTED)
def test_next_to_nothing_is_invented(reports: str) -> None:
    """Hardly a statement of a half stands where people found none."""
    assert measured(reports)["share", "invented"].right <= MOST_INVENTED[reports]
