"""A brief as plain data, for JSON and for programs."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from goodoffices.brief.page import Brief

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

FORMAT = "goodoffices brief 1"
"""Name and number of the format; the number rises when a key changes its meaning."""

_LEFT_OUT = frozenset({"svg"})
"""Drawings are left out: the lines beside them say the same."""


def record(brief: Brief) -> dict[str, object]:
    """Return a brief as plain data.

    Returns:
        Objects of the page by their attributes' names, blocks with their `kind`, dates as ISO 8601, texts
        exactly as they were read. `format` names the format and its number.
    """
    return {"format": FORMAT, **_attributes(brief)}


def _attributes(thing: DataclassInstance) -> dict[str, object]:
    own = {
        each.name: _plain(getattr(thing, each.name)) for each in fields(thing) if each.name not in _LEFT_OUT
    }
    kind = getattr(thing, "kind", None)
    return {"kind": kind, **own} if kind else own


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return _attributes(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value
