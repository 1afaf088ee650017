"""Who stands with somebody, or belongs to a unit of a state."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.statement import Reading

WAR = "UNITA left Angola. Luanda is calm. UNITA holds the east. Angola waits.\n\nIt rained.\n\n"


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("President Idriss Déby urged calm. Déby’s supporters rejected the map.", "chad"),
        ("UNITA came. Followers of UNITA rejected the map.", "unita"),
        ("Yoweri Museveni’s followers rejected the map.", "uganda"),
        ("Russian supporters rejected the map.", None),
        ("President Idriss Déby urged calm. The president's side rejected the map.", "chad"),
        ("Guinea-Bissau is at war. The junta rejected the map.", "military_junta_guinea_bissau"),
        ("It rained. The junta rejected the map.", None),
        (WAR + "Colonel Paulo Sousa of the 6th Motorised Brigade rejected the map.", "angola"),
        (WAR + "Colonel Paulo Sousa from the Second Division rejected the map.", "angola"),
        (WAR + "Colonel Paulo Sousa of the Conservative Division rejected the map.", None),
        ("Colonel Paulo Sousa of the 6th Brigade rejected the map.", None),
    ],
)
def test_those_who_stand_with_somebody_have_his_party(
    text: str, party: str | None, read: Callable[[str], Reading]
) -> None:
    """Supporters are their leader's, a numbered unit the state's at home, the junta the one known there."""
    assert [one.actor.party for one in read(text).statements if one.act == "reject"] == [party]
