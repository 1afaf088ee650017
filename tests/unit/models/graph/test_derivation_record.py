"""Where a case's conflict comes from, as plain data."""

from __future__ import annotations

import json
from typing import Any

from goodoffices.case.parse import parse_case
from goodoffices.models.graph.derivation_record import derivation_record
from goodoffices.models.graph.from_case import derive
from goodoffices.models.graph.origins import RULES

CASE = """\
title: A dam
parties: {north: {name: North, must_sign: true}, south: {name: South, must_sign: true}}
proposals:
  release: {name: Release, by: [south], coding: {status: claim, because: [s3]}}
conflict:
  impossible: [{condition: north.release and not south.release, coding: {status: claim, because: [s4]}}]
  same: [{condition: not north.release, coding: {status: claim, because: [s5]}}]
  preferences:
    north: {ranking: [release], coding: {status: judgement, coder: A. Coder, source: a book, note: Said so}}
"""


def test_the_record_says_where_everything_comes_from() -> None:
    """Options, preferences, restrictions and status quo carry rule, reason, statements and coder."""
    record: dict[str, Any] = json.loads(json.dumps(derivation_record(derive(parse_case(CASE)))))
    assert record["rules"] == dict(RULES)
    assert [each["owner"] for each in record["options"]] == ["north", "south"]
    assert record["options"][0]["origin"]["because"] == ["s3"]
    analyst, *_ = record["preferences"]
    assert (analyst["party"], analyst["wants"]) == ("north", "(north.release and south.release)")
    assert analyst["origin"] == {
        "rule": "analyst",
        "why": "Said so",
        "because": [],
        "sources": ["a book"],
        "coder": "A. Coder",
        "drafted": False,
        "overridden": True,
    }
    said = record["impossible"][0]["said"]
    assert said == "North would accept “Release” and South would not accept “Release”"
    assert record["same"][0]["condition"] == "not north.release"
    assert record["status_quo"]["state"] == "N-"
    assert record["left_out"] == []
