"""What stands behind a person's name and a colon."""

from __future__ import annotations

import pytest
from tests.unit.statements.conftest import Read

LEAD = "Iran's foreign minister, Mohammad Javad Zarif, says a deal is near."


@pytest.mark.parametrize(
    ("entry", "acts"),
    [
        ("Zarif: Iran will not open its ports to Chad.", ["reject"]),
        ("Zarif: Chad signed the pact in 1970; Iran will not open its ports", ["claim", "reject"]),
        ("Zarif: a long silence; the border is closed", ["claim"]),
    ],
)
def test_what_follows_a_persons_name_is_said(read: Read, entry: str, acts: list[str]) -> None:
    """Each clause behind the name of a person named before is that person's, and not the report's."""
    found = [one for one in read(f"{LEAD}\n\n{entry}").statements if one.rule == "label"]
    assert [one.act.value for one in found] == acts
    assert {(one.actor.party, one.actor.text) for one in found} == {("iran", "Zarif")}


@pytest.mark.parametrize(
    "entry",
    [
        "Kenya: the border is closed.",
        "Analysis: the border is closed.",
        "Zarif on Chad: the border is closed.",
        "Zarif: a long silence.",
        "The day was long. Zarif: the border is closed.",
    ],
)
def test_other_labels_are_no_speakers(read: Read, entry: str) -> None:
    """A place, a kind of text, a headline's topic and a fragment give no statement."""
    assert not [one for one in read(f"{LEAD}\n\n{entry}").statements if one.rule == "label"]
