"""Long names of which a report says by which initials they are known."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.known_by import known_by
from goodoffices.statements.statement import Reading


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Lake Front, known by its French initials FDL, left", [("Lake Front", "FDL")]),
        (
            "the Front for Lake Rights, commonly known under its acronym “FDL”",
            [("Front for Lake Rights", "FDL")],
        ),
        ("The Lake Herders, which is known by the abbreviation LH, left", [("Lake Herders", "LH")]),
        ("the herders, known by their initials LH, left", []),
        ("the Lake, known by its initials LH, left", []),
    ],
)
def test_a_text_says_by_which_initials_a_name_is_known(text: str, found: list[tuple[str, str]]) -> None:
    """A run of capitalised words before 'known by its initials' goes by those, whatever their letters."""
    assert [(one.long, one.short) for one in known_by(text)] == found


@pytest.mark.parametrize(
    ("text", "party"),
    [
        (
            "Colombia waits. The Rebel Army of the Hills, known by its initials ELN, rejected the map.",
            "eln_colombia",
        ),
        ("The National Revolution Front, known by its Malay initials BRN, rejected the map.", "brn_thailand"),
    ],
)
def test_a_known_short_form_tells_who_the_long_name_is(
    text: str, party: str, read: Callable[[str], Reading]
) -> None:
    """A name that no table has is the party of the initials by which the report says that it is known."""
    assert [one.actor.party for one in read(text).statements if one.act == "reject"] == [party]
