"""Tests of what somebody says that it will do, might do or cannot do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.acts import Act
from goodoffices.statements.statement import Reading


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Kenya hinted that it might thin out its garrison.", Act.OPEN),
        ("Kenya let it be known that it might live with ten seats.", Act.OPEN),
        ("Kenya said that it could release the officers.", Act.OPEN),
        ("Kenya said that it might walk out.", Act.THREATEN),
        ("Kenya said that it might lose the valley.", Act.CLAIM),
        ("Kenya said that it could hear the guns.", Act.CLAIM),
        ("Kenya said it would quit the talks if the raids went on.", Act.THREATEN),
        ("Kenya said it would boycott the talks.", Act.REJECT),
        ("Kenya said that it would not press for a date.", Act.PROMISE),
        ("Kenya said that it would not insist on a date.", Act.CONCEDE),
        ("Kenya said that it would not object to inspectors.", Act.OPEN),
        ("Kenya says it cannot hold a vote under fire.", Act.REJECT),
        ("Kenya says it cannot confirm the figure.", Act.CLAIM),
        ("Kenya said it would not attack the port.", Act.PROMISE),
        ("Kenya said it will free the men.", Act.PROMISE),
        ("Kenya said it will bomb the port.", Act.THREATEN),
        ("Kenya told the envoy that it would go along with the plan.", Act.ACCEPT),
        ("Kenya expects to convene both sides in May.", Act.PLAN),
        ("Kenya expects to be ready in May.", Act.CLAIM),
        ("Kenya wants a truce signed only when the prisoners are free.", Act.DEMAND),
        ("Kenya wants to sign.", Act.OPEN),
        ("Kenya undertook not to allow raids.", Act.PROMISE),
        ("Kenya has set aside its demand for a seat.", Act.CONCEDE),
        ("Kenya has moved from three years to ten months.", Act.CONCEDE),
        ("Kenya refused to say whether aid would end.", Act.REJECT),
        ("Uganda had bombed the camp, which Kenya rejected as lies.", Act.DENY),
        ("The camps are empty, as charged by the Kenyan minister.", Act.ACCUSE),
        ("Kenya asked the rebels to publish the names.", Act.REQUEST),
    ],
)
def test_act_of_what_is_said_of_oneself(text: str, act: Act, read: Callable[[str], Reading]) -> None:
    """What a party might, would not or cannot do is the act that its modal and its verb make it."""
    assert [one.act for one in read(text).statements] == [act]


@pytest.mark.parametrize(
    "text",
    [
        "Only Kenya can tell the president what to sign.",
        "Seventy governments have recognised the republic.",
        "Kenya and Uganda disagree with one another.",
        "A pact of 1963, negotiated by Kenya, gave them nothing.",
        "The parties expressed their gratitude to Kenya.",
        "It was a vote that Kenya was bound to lose.",
        "Kenya refused to say anything.",
        "The rules say that nobody may leave.",
        "Readers will ask why.",
        "We know what our people demand.",
    ],
)
def test_how_things_stand_is_no_act(text: str, read: Callable[[str], Reading]) -> None:
    """An ability, a standing recognition, a feud, thanks or what is long past is no statement."""
    assert read(text).statements == ()


def test_clause_that_supposes_is_no_ellipsis(read: Callable[[str], Reading]) -> None:
    """What others cannot do is no act of theirs where the clause only supposes it."""
    found = read("Kenya plans to watch the truce if the two governments cannot.").statements
    assert [one.actor.party for one in found] == ["kenya"]


@pytest.mark.parametrize(
    ("text", "party", "act"),
    [
        ("Nairobi radio accused the rebels of shelling the town.", "kenya", Act.ACCUSE),
        ("A Kenyan statement rejected the map.", "kenya", Act.REJECT),
        ("A communiqué from Kenya rejected the map.", "kenya", Act.REJECT),
        ("Mothers told the envoy that their sons had gone.", None, Act.CLAIM),
        ("Beekeepers asked for a seat.", None, Act.REQUEST),
    ],
)
def test_verb_shows_who_acts(text: str, party: str | None, act: Act, read: Callable[[str], Reading]) -> None:
    """A statement speaks for whose it is, and a noun that no list has acts where only people could."""
    (one,) = read(text).statements
    assert (one.actor.party, one.act) == (party, act)


def test_statement_of_nobody_is_silent(read: Callable[[str], Reading]) -> None:
    """A statement whose owner the sentence does not name speaks for nobody."""
    assert read("A statement rejected the map. A statement from home rejected it, too.").statements == ()


HEAD = "Kenya walks out of talks\n\nShepherds demand a well\n\n"
TEXT = "The delegation of Kenya walked out of the talks on Monday, hours before the signing was to begin."


def test_headline_of_what_the_text_tells_is_left_out(read: Callable[[str], Reading]) -> None:
    """A headline whose words the text has gives no statement of its own, nor one of nobody known."""
    found = read(HEAD + TEXT).statements
    assert [one.evidence.exact.startswith("The delegation") for one in found] == [True]


def test_headline_alone_counts(read: Callable[[str], Reading]) -> None:
    """A headline of what the text does not tell gives its statement, and so does a line without a text."""
    alone = read("[A note]\n\nKenya rejects the map\n\n" + TEXT).statements
    assert [one.act for one in alone] == [Act.REJECT, Act.REJECT]
    assert [one.act for one in read("Kenya rejects the map").statements] == [Act.REJECT]
