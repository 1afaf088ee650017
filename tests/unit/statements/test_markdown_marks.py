"""Statements in a Markdown report, whose words carry signs of mark-up."""

from __future__ import annotations

import pytest

from goodoffices.reports.plain import from_text
from goodoffices.statements.attributions import attributions
from goodoffices.statements.names import Names
from goodoffices.statements.passage import Parse
from goodoffices.statements.reader import read_report

TEXTS = {
    "M23 **rejected** the proposal on Monday.": ("m23", "reject"),
    "*Kenya* ~~has~~ `offered` to host [the next round](https://example.org/a_b).": ("kenya", "offer"),
    '**Rwanda**: "We will not sign."': ("rwanda", "reject"),
    "> Burundi said it ***backs***\n> the deal.": ("burundi", "support"),
}


@pytest.mark.parametrize("text", TEXTS)
def test_mark_up_hides_no_act(text: str, parse: Parse, names: Names) -> None:
    """The act is read, and its evidence is the text as it stands, with its signs."""
    report = from_text(text, id="m", media_type="text/markdown")
    (found,) = read_report(report, parse, names).statements
    assert (found.actor.party, str(found.act)) == TEXTS[text]
    assert found.evidence.exact in text


def test_mark_up_hides_no_attribution(parse: Parse) -> None:
    """Who says a thing is found behind signs, too."""
    report = from_text("*Kenya* **said** the talks failed.", id="m", media_type="text/markdown")
    (found,) = attributions(report, parse)
    assert found.source[0].exact.strip("* ") == "Kenya"
