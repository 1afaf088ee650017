"""Who writes in the first person."""

from __future__ import annotations

import pytest
from tests.unit.statements.conftest import Read


@pytest.mark.parametrize(
    ("heading", "who"),
    [
        ("Report of the United Nations on Chad", ["united_nations"]),
        ("Joint communiqué of Egypt and Jordan", ["egypt", "jordan"]),
        ("Letter dated 3 May 1999 from the President of Kenya addressed to the Council", ["kenya"]),
        ("Statement by the Foreign Minister of Norway", ["norway"]),
    ],
)
def test_the_heading_says_who_writes(read: Read, heading: str, who: list[str]) -> None:
    """The first person of a paper is whoever its heading says that it is from."""
    statements = read(f"{heading}\n\nWe reject any change of the border.").statements
    assert [one.actor.party for one in statements] == who
    assert {one.actor.text for one in statements} == {"We"}


@pytest.mark.parametrize(
    "heading",
    [
        "Why I was wrong",
        "Report of the fighting",
        "Report says Chad is late",
        "Chad leaves. A letter from Egypt",
        "The war in Chad, in a report by Egypt",
    ],
)
def test_other_headings_say_nothing(read: Read, heading: str) -> None:
    """Where no heading names who writes, the first person is nobody known."""
    found = read(f"{heading}\n\nWe reject any change of the border.").statements
    assert "We" not in {one.actor.text for one in found}


def test_what_is_quoted_is_not_the_authors(read: Read) -> None:
    """The first person within a quotation is its speaker's."""
    (statement,) = read("Report of the United Nations\n\n“I reject it,” Kenya's envoy said.").statements
    assert statement.actor.party == "kenya"


def test_owner_in_the_first_person_is_the_author(read: Read) -> None:
    """'My envoy' is the author's."""
    (statement,) = read("Report of the United Nations\n\nMy envoy rejected the map.").statements
    assert statement.actor.party == "united_nations"
