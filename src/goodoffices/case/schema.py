"""The JSON Schema of a case, so that an editor can explain keys and mark mistakes while one types."""

from __future__ import annotations

import dataclasses
import inspect
import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from functools import cache
from typing import Any, TypeAlias

from pydantic import TypeAdapter

from goodoffices.case.case import Case
from goodoffices.case.coding import Coding
from goodoffices.case.conflict import (
    CodedConflict,
    CodedOption,
    CodedPreference,
    SameState,
    StatusQuo,
    Want,
)
from goodoffices.case.instruments import (
    Capability,
    Disagreement,
    Finder,
    Guarantee,
    Leverage,
    Precedent,
    Proviso,
    Ratification,
    Willingness,
)
from goodoffices.case.stakes import AttackerStakes, PowerShift
from goodoffices.case.terms import (
    Impossible,
    Issue,
    Option,
    Party,
    Position,
    Proposal,
    RedLine,
    Response,
    WalkAway,
)

Schema: TypeAlias = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
IDENTITY = "urn:goodoffices:case:1"

TYPES: tuple[type, ...] = (
    AttackerStakes,
    Capability,
    Case,
    CodedConflict,
    CodedOption,
    CodedPreference,
    Coding,
    Disagreement,
    Finder,
    Guarantee,
    Impossible,
    Issue,
    Leverage,
    Option,
    Party,
    Position,
    PowerShift,
    Precedent,
    Proposal,
    Proviso,
    Ratification,
    RedLine,
    Response,
    SameState,
    StatusQuo,
    WalkAway,
    Want,
    Willingness,
)
"""Every type that a case file has keys for."""

_ATTRIBUTE = re.compile(r"^    (\w+): (.+(?:\n        .+)*)", re.MULTILINE)


def case_schema() -> Schema:
    """Return the JSON Schema of a case file, with what each key means taken from the types."""
    return deepcopy(_schema())


@cache
def case_type() -> TypeAdapter[Case]:
    """Return what turns plain data into a case."""
    return TypeAdapter(Case)


@cache
def _schema() -> Schema:
    raw = case_type().json_schema()
    definitions = raw.pop("$defs")
    for kind in TYPES:
        _describe(raw if kind is Case else definitions[kind.__name__], kind)
    return {"$schema": DIALECT, "$id": IDENTITY, **raw, "$defs": definitions}


def _describe(schema: Schema, kind: type) -> None:
    text = inspect.getdoc(kind) or ""
    schema["description"] = text.partition("\n\nAttributes:")[0].strip()
    for name, meaning in _ATTRIBUTE.findall(text.partition("Attributes:\n")[2]):
        schema["properties"][name]["description"] = " ".join(meaning.split())


def known_keys(kind: type) -> tuple[str, ...]:
    """Return the keys of a type in the order in which a case file has them."""
    return tuple(part.name for part in dataclasses.fields(kind))


def rule_at(location: Sequence[str | int]) -> Mapping[str, Any]:
    """Return the part of the schema that speaks about a place, or nothing where none does.

    Args:
        location: Keys, and numbers of list entries from 0, as pydantic gives them.
    """
    rule: Mapping[str, Any] = _resolved(_schema())
    for step in location:
        if isinstance(step, int):
            rule = _resolved(rule.get("items", {}))
        elif step in rule.get("properties", {}):
            rule = _resolved(rule["properties"][step])
        else:
            rule = _resolved(_any_key(rule))
    return rule


def _any_key(rule: Mapping[str, Any]) -> Mapping[str, Any]:
    patterns = list(rule.get("patternProperties", {}).values())
    further = rule.get("additionalProperties")
    return patterns[0] if patterns else further if isinstance(further, dict) else {}


def _resolved(rule: Mapping[str, Any]) -> Mapping[str, Any]:
    """Follow a reference, and pick the part of a choice that is not `null`."""
    choices = [choice for choice in rule.get("anyOf", ()) if choice.get("type") != "null"]
    if choices:
        return _resolved(choices[0])
    reference = rule.get("$ref")
    return _resolved(_schema()["$defs"][reference.rpartition("/")[2]]) if reference else rule
