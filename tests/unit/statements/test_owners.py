"""Whose an office, a government or an army is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from goodoffices.statements.statement import Reading

Read = Callable[..., Reading]


def rejecting(reading: Reading) -> list[str | None]:
    """Return the parties that reject something."""
    return [one.actor.party for one in reading.statements if one.act == "reject"]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Yoweri Museveni's delegation rejected the map.", ["uganda"]),
        ("Mali's Paul Keita met Chad. Keita's delegation rejected the map.", ["mali"]),
        ("Paul Keita of Mali met Chad. An aide to Keita rejected the map.", ["mali"]),
        ("Paul Keita left. Keita's delegation rejected the map.", [None]),
        ("Paul Keita of Mali left. A spokesman for him rejected the map.", ["mali"]),
        ("UNITA met Angola. UNITA left. The government rejected the map.", ["angola"]),
        ("UNITA left. The government rejected the map.", [None]),
        ("Paul Keita of Mali left. His Chadian counterpart rejected the map.", ["chad"]),
        ("Paul Keita of Mali left. His office rejected the map.", ["mali"]),
        ("The UN left. The Secretary-General's envoy for Yemen rejected the map.", ["united_nations"]),
        ("The UN left. ANNA OYELARAN, Deputy Special Envoy, rejected the map.", ["united_nations"]),
        ("The OSCE left. The observer of the OSCE rejected the map.", ["osce"]),
        ("The observers of Mali rejected the map.", [None]),
        ("The participants rejected the map.", [None]),
        ("The lodge's secretary-general rejected the map.", [None]),
        ("The army of Chad left. Rain fell. It rained. The army rejected the map.", ["chad"]),
        ("The Chair, Paul Keita, Special Envoy of Norway, spoke. He rejected the map.", ["norway"]),
        ("The Chair, Paul Keita, former envoy of Norway, spoke. He rejected the map.", [None]),
        ("The Secretary-General rejected the map. The Security Council met.", ["united_nations"]),
        ("The Secretary-General rejected the map.\n\nSECURITY COUNCIL MEETS", ["united_nations"]),
        ("The Malian side, led by Paul Keita, left. Mr Keita rejected the map.", ["mali"]),
        ("The Malian side, praised by Paul Keita, left. Mr Keita rejected the map.", [None]),
        ("Chad left the room. A government official rejected the map.", ["chad"]),
        ("Chad left the room. Foreign Minister Paul Keita rejected the map.", ["chad"]),
        ("Henry Kissinger saw Chad's king. Foreign Minister Paul Keita rejected the map.", [None]),
        ("Chad heard Mali. Government spokesman Paul Keita rejected the map.", ["chad"]),
        ("The National Liberation Army rejected the map.", [None]),
        ("Skopje left the room. The National Liberation Army rejected the map.", ["nla_macedonia"]),
        ("UNITA and Renamo met Angola. Renamo left. The government rejected the map.", [None]),
        ("UNITA met Angola. UNITA left. Government spokesman Paul Keita rejected it.", ["angola"]),
        ("Chad waits. The Council met when towns burned, government spokesman Paul Keita said.", []),
        ("UNITA met Chad. Rain fell. It rained on. All was wet. The rebels rejected it.", ["unita"]),
        ("The Government of National Accord met Chad. The Government rejected it.", ["gna_libya"]),
        ("The United Tajik Opposition came. The opposition rejected the map.", ["uto_tajikistan"]),
    ],
)
def test_an_office_is_that_of_the_person_state_or_movement_spoken_of(
    text: str, parties: list[str | None], read: Read
) -> None:
    """Persons, governments and movements that the report has named own what it speaks of; else it is open."""
    assert rejecting(read(text)) == parties


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Chad met Mali. Both countries rejected the map.", ["chad", "mali"]),
        ("Chad met Mali and Togo. Both countries rejected the map.", [None]),
        ("Chad met Mali. Both sides rejected the map.", [None]),
        ("African diplomats rejected the map.", [None]),
        ("Malian deputies rejected the map.", [None]),
        ("The Europeans rejected the map.", [None]),
    ],
)
def test_both_countries_are_the_only_two_named_lately(
    text: str, parties: list[str | None], read: Read
) -> None:
    """Sides, diplomats and continents stay open; two countries are those just named."""
    assert rejecting(read(text)) == parties


def test_a_former_deputy_who_holds_another_office_today_speaks_for_it(read: Read) -> None:
    """An office held before says nothing of somebody who leads a movement on the day of the report."""
    text = "His former deputy, Riek Machar, rejected the map."
    assert rejecting(read(text, dt.date(2018, 6, 28))) == ["splm_io"]
    assert rejecting(read(text)) == [None]
