"""The JSON Schema that editors use says what the types say."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest

from goodoffices.case.case import Case
from goodoffices.case.coding import Coding
from goodoffices.case.schema import IDENTITY, TYPES, case_schema, known_keys, rule_at

SHIPPED = files("goodoffices.case").joinpath("case.schema.json")
REFRESH = (
    "the schema is out of date; write json.dumps(case_schema(), indent=1, ensure_ascii=False) and a line "
    "break to src/goodoffices/case/case.schema.json"
)


def test_the_shipped_schema_is_that_of_the_types() -> None:
    """The file in the package equals what the types give."""
    assert json.loads(SHIPPED.read_text(encoding="utf-8")) == case_schema(), REFRESH


@pytest.mark.parametrize("kind", TYPES)
def test_every_key_is_explained_and_no_other_is_allowed(kind: type) -> None:
    """Each type has a description, each of its keys one too, and there are no further keys."""
    schema = case_schema()
    part: dict[str, Any] = schema if kind is Case else schema["$defs"][kind.__name__]
    assert part["description"].endswith(".")
    assert "Attributes" not in part["description"]
    assert tuple(part["properties"]) == known_keys(kind)
    assert part["additionalProperties"] is False
    assert all(rule.get("description") for rule in part["properties"].values())


def test_keys_carry_the_words_of_the_types() -> None:
    """An editor shows for a key what the type says about the attribute."""
    status = case_schema()["$defs"]["Coding"]["properties"]["because"]
    assert status["description"] == "Ids of the statements that it rests on."
    assert known_keys(Coding)[0] == "status"


def test_the_schema_names_itself_without_a_host() -> None:
    """The schema's id is stable and points to no address."""
    assert case_schema()["$id"] == IDENTITY == "urn:goodoffices:case:1"


def test_a_copy_is_returned() -> None:
    """Changing what was returned changes nothing for the next caller."""
    case_schema()["properties"].clear()
    assert "title" in case_schema()["properties"]


@pytest.mark.parametrize(
    ("location", "kind"),
    [
        (("title",), "string"),
        (("positions", 3, "place"), "array"),
        (("positions", 3, "place", 1), "number"),
        (("proposals", "p", "responses", "a", "coding"), "object"),
        (("guarantees", "g", "weights", "a"), "integer"),
        (("nowhere", "at", "all"), None),
        (("title", 0), None),
    ],
)
def test_the_rule_for_a_place_is_found(location: tuple[str | int, ...], kind: str | None) -> None:
    """For each place in a case file the schema says what belongs there, or nothing."""
    assert rule_at(location).get("type") == kind
