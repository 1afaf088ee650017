"""Read a text with the real parser and the real gazetteer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from spacy.tokens import Doc

from goodoffices.reports.plain import from_text
from goodoffices.statements.attribution import Attribution
from goodoffices.statements.coreference import Discourse
from goodoffices.statements.names import Names, find_mentions
from goodoffices.statements.passage import Parse
from goodoffices.statements.reader import read_report
from goodoffices.statements.roll import Roll
from goodoffices.statements.short_names import with_short_names
from goodoffices.statements.statement import Reading

Read = Callable[..., Reading]
Attribute = Callable[[str], tuple[Doc, Attribution]]


@pytest.fixture(scope="session")
def read(parse: Parse, names: Names) -> Read:
    """Return a function that reads a text, as a report of a day if one is given."""

    def read_text(text: str, on: dt.date | None = None) -> Reading:
        report = from_text(text, id="r")
        return read_report(replace(report, date=on) if on else report, parse, names)

    return read_text


@pytest.fixture(scope="session")
def attribute(parse: Parse, names: Names) -> Attribute:
    """Return a function that parses a sentence and gives what resolves its noun phrases."""

    def attributed(text: str) -> tuple[Doc, Attribution]:
        doc = parse(text)
        roll = Roll(names.gazetteer)
        mentions = with_short_names(doc, find_mentions(doc, names, None), roll)
        return doc, Attribution(names.gazetteer, mentions, Discourse(), roll)

    return attributed
