"""Turns of phrase in which reports render acts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.acts import Act
from goodoffices.statements.statement import Reading


@pytest.mark.parametrize(
    ("text", "party", "act", "negated"),
    [
        ("Egypt takes the view that the line is fair.", "egypt", Act.CLAIM, False),
        ("Egypt's view is that the line is fair.", "egypt", Act.CLAIM, False),
        ("In Egypt's view, the line must move.", "egypt", Act.DEMAND, False),
        ("A member of the Israeli delegation said that nothing was agreed.", "israel", Act.CLAIM, False),
        ("One of the Egyptian negotiators said that nothing was agreed.", "egypt", Act.CLAIM, False),
        ("Egypt would like the talks to go on.", "egypt", Act.APPEAL, False),
        ("Egypt has yet to accept the line.", "egypt", Act.ACCEPT, True),
        ("Egypt has no intention of leaving the Sinai.", "egypt", Act.REJECT, False),
        ("“We must refuse the line,” Sameh Shoukry said.", "egypt", Act.REJECT, False),
        ("Egypt disputes that.", "egypt", Act.DENY, False),
        ("The line was waved away by Egypt.", "egypt", Act.REJECT, False),
        ("Egypt offered on Thursday to bring them home.", "egypt", Act.OFFER, False),
        ("A draft resolution circulated by Egypt was read out.", "egypt", Act.PROPOSE, False),
        ("An official of the movement said that nothing was agreed.", None, Act.CLAIM, False),
    ],
)
def test_turn_of_phrase_is_read(
    text: str, party: str | None, act: Act, negated: bool, read: Callable[[str], Reading]
) -> None:
    """Views, members of delegations and motives that are missing are read for what they are."""
    (found,) = read(text).statements
    assert (found.actor.party, found.act, found.negated) == (party, act, negated)


@pytest.mark.parametrize(
    "text",
    [
        "Egypt likes the talks.",
        "Egypt has an intention of leaving.",
        "Egypt has no bread.",
        "Egypt's view of the line was clear.",
        "In the night, the line moved.",
    ],
)
def test_turn_of_phrase_that_is_no_act_is_not_read(text: str, read: Callable[[str], Reading]) -> None:
    """Likings, missing bread and views of something are no acts."""
    assert read(text).statements == ()


def test_joined_clause_that_does_something_else_is_a_statement(read: Callable[[str], Reading]) -> None:
    """'Said that it was late and that all must go' is a claim and a demand."""
    found = read("Egypt said that time was short and that all troops must leave.").statements
    assert [one.act for one in found] == [Act.CLAIM, Act.DEMAND]


def test_two_verbs_share_the_object_of_the_second(read: Callable[[str], Reading]) -> None:
    """'Neither accepted nor rejected the text' denies both."""
    found = read("Hamas has neither accepted nor rejected the text.").statements
    assert {(one.act, one.negated) for one in found} == {(Act.ACCEPT, True), (Act.REJECT, True)}


def test_official_of_the_movement_speaks_for_the_one_movement_named(read: Callable[[str], Reading]) -> None:
    """'An official of the movement' is the movement's where only one has been named."""
    found = read("Hamas rejected the map. An official of the movement said that it was unfair.").statements
    assert {one.actor.party for one in found} == {"hamas"}


@pytest.mark.parametrize(
    ("text", "source", "kind", "target"),
    [
        ("UNITA receives missiles from the United States.", "united_states", "supplies", "unita"),
        ("Turkey has suspended all trade with Israel.", "turkey", "sanctions", "israel"),
        ("China, which buys much of its oil from Russia, abstained.", "china", "buys from", "russia"),
        ("Kenya mediated between the parties.", "kenya", "brokers", None),
    ],
)
def test_relation_is_read(
    text: str, source: str, kind: str, target: str | None, read: Callable[[str], Reading]
) -> None:
    """Who receives, who cuts off trade, who buys and who mediates stands in a relation."""
    (found,) = read(text).relations
    assert (found.source.party, found.kind.value) == (source, kind)
    assert (found.target.party if found.target else None) == target


@pytest.mark.parametrize(
    "text",
    [
        "UNITA receives guests from the United States.",
        "UNITA could receive missiles from the United States.",
        "The farmers receive fuel from the market.",
        "Turkey suspended the talks with Israel.",
        "Turkey suspended trade with the market.",
        "Turkey may suspend trade with Israel.",
    ],
)
def test_relation_is_not_read_where_there_is_none(text: str, read: Callable[[str], Reading]) -> None:
    """Guests are no goods, talks no trade, and what may be is not."""
    assert read(text).relations == ()


def test_two_mediators_are_two_relations(read: Callable[[str], Reading]) -> None:
    """'Norway and Cuba brokered these talks' names two."""
    assert len(read("Norway and Cuba brokered these talks.").relations) == 2
