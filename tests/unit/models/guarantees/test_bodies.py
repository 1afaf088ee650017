"""Named bodies."""

from __future__ import annotations

import pytest

from goodoffices.errors import ModelError
from goodoffices.models.guarantees.bodies import (
    NATO_MEMBERS,
    au_peace_and_security_council,
    north_atlantic_council,
    un_security_council,
    un_security_council_before_1966,
)
from goodoffices.models.guarantees.recusal import recuse
from goodoffices.models.guarantees.rules import veto_players, winning


def test_nato_has_thirty_two_members_and_each_can_object() -> None:
    """One objection stops the North Atlantic Council, silence does not."""
    council = north_atlantic_council().rule
    assert len(set(NATO_MEMBERS)) == 32
    assert veto_players(council) == NATO_MEMBERS
    others = set(NATO_MEMBERS) - {"Hungary"}
    assert not winning(council, others)
    assert winning(council, others, abstaining={"Hungary"})


def test_african_council_decides_by_two_thirds_without_the_party_concerned() -> None:
    """Ten of fifteen suffice, also of the fourteen left when a party to the conflict stands aside."""
    council = au_peace_and_security_council()
    assert not veto_players(council.rule)
    assert winning(council.rule, council.rule.members[:10])
    assert not winning(council.rule, council.rule.members[:9])
    assert winning(recuse(council.rule, council.rule.members[14]), council.rule.members[:10])
    assert "8(9)" in council.recusal


def test_seats_take_the_names_of_a_case() -> None:
    """Members can be given the names under which a case knows them."""
    five = ("cn", "fr", "ru", "uk", "us")
    council = un_security_council(permanent=five)
    assert veto_players(council.rule) == five
    assert "Chapter VII" in council.recusal


def test_a_wrong_number_of_names_is_refused() -> None:
    """A seat needs a name of its own."""
    with pytest.raises(ModelError, match="4 names for 5 seats"):
        un_security_council(permanent=("a", "b", "c", "d"))
    with pytest.raises(ModelError, match="6 names for 6 seats"):
        un_security_council_before_1966(elected=("a", "a", "b", "c", "d", "e"))
