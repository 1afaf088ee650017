"""What is taken back: giving up what one asked for gives way, giving up what one had given does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.acts import Act
from goodoffices.statements.statement import Reading


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Kenya withdrew its objection to the corridor.", Act.CONCEDE),
        ("Kenya withdrew its offer of a corridor.", Act.REJECT),
        ("Kenya rescinded its pledge to open the road.", Act.REJECT),
        ("Kenya went back on its promise of a vote.", Act.REJECT),
        ("Kenya dropped its demand for the islands.", Act.CONCEDE),
        ("Kenya dropped its offer to host the talks.", Act.REJECT),
        ("Kenya stood by its offer of a corridor.", Act.PROMISE),
    ],
)
def test_who_takes_an_offer_back_gives_nothing_up(
    text: str, act: Act, read: Callable[[str], Reading]
) -> None:
    """An offer taken back is a refusal, a demand taken back a concession."""
    (found,) = read(text).statements
    assert (found.actor.party, found.act) == ("kenya", act)
