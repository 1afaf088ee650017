"""Acts that somebody in a report tells."""

from __future__ import annotations

import pytest

from goodoffices.reports.plain import from_text
from goodoffices.statements.acts import Act
from goodoffices.statements.hearsay import hearsay
from goodoffices.statements.names import Names
from goodoffices.statements.passage import Parse
from goodoffices.statements.reader import read_report


def test_act_that_somebody_tells_stays_with_who_tells_it(parse: Parse, names: Names) -> None:
    """An act told by officials is found as theirs to tell, and is no statement of the report's."""
    report = from_text("Yemen has rejected the map, diplomats said on Tuesday.", id="r")
    (told,) = hearsay(report, parse, names)
    (act,) = told.acts
    assert (act.actor.party, act.act, told.told.source[0].exact) == ("yemen", Act.REJECT, "diplomats")
    assert report.text[act.evidence.start : act.evidence.end] == act.evidence.exact
    assert Act.REJECT not in {one.act for one in read_report(report, parse, names).statements}


@pytest.mark.parametrize(
    "text",
    [
        "Yemen rejected the map.",
        "Diplomats said that the talks went well.",
        "Egypt demanded that Yemen refuse the map.",
        "Diplomats did not say that Yemen rejected the map.",
        "Diplomats said that Yemen must accept the map.",
    ],
)
def test_nothing_is_hearsay_that_nobody_tells_as_done(text: str, parse: Parse, names: Names) -> None:
    """What the report tells itself, what is asked for and what must be done are no acts told by others."""
    assert hearsay(from_text(text, id="r"), parse, names) == ()
