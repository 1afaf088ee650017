"""In which era a report without a date was written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from goodoffices.statements.era import era_of
from goodoffices.statements.gazetteer import load_gazetteer
from goodoffices.statements.names import index_names
from goodoffices.statements.statement import Reading

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("The Soviet Union met Chad in 1971. The map of 1969 was bad.", 1971),
        ("The Soviet Union met Chad. Soviet aides left.", 1991),
        ("The Soviet Union met Chad.", None),
        ("Chad met the Soviet Union in 1971, and again in 2004 met Russia.", None),
        ("The former Soviet Union sold it in 1988.", None),
        ("Chad met Togo in 1971.", None),
    ],
)
def test_a_state_that_is_no_more_tells_the_era(text: str, year: int | None) -> None:
    """It is that of the latest year named, or else of its end, where nothing later is named."""
    found = era_of(text, index_names(load_gazetteer()))
    assert found == (None if year is None else dt.date(year, 1, 1))


def test_russians_of_the_soviet_era_are_soviet(read: Read) -> None:
    """'Moscow' and 'the Russians' are the Soviet Union's in a report of its time, and Russia's today."""
    old = read("The Soviet Union proposed a truce in 1971. Moscow rejected the map. The Russians agreed.")
    assert {one.actor.party for one in old.statements} == {"ussr"}
    new = read("Moscow rejected the map in 2004. The Russians accepted the list.")
    assert {one.actor.party for one in new.statements} == {"russia"}


def test_a_surname_that_is_a_given_name_here_is_nobody_known(read: Read) -> None:
    """Malik Agar is not the Soviet Union's Yakov Malik."""
    (found,) = read("Malik Agar rejected the map.").statements
    assert found.actor.party is None
