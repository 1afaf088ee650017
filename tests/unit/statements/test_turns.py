"""Turns of phrase that are acts, found over dictionary forms with words in between."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.acts import Act
from goodoffices.statements.lexicon import rows
from goodoffices.statements.statement import Reading
from goodoffices.statements.turns import turns


@pytest.mark.parametrize(
    ("text", "party", "act", "content"),
    [
        ("Zambia gave its consent to the flights.", "zambia", Act.ACCEPT, "the flights"),
        ("Norway gave the green light to the convoy.", "norway", Act.ACCEPT, "the convoy"),
        ("Iraq has no objection to a pause.", "iraq", Act.ACCEPT, "a pause"),
        ("Greece came round to a commission.", "greece", Act.ACCEPT, "a commission"),
        ("Vietnam left the door open to a second round.", "vietnam", Act.OPEN, "a second round"),
        ("Egypt could live with a smaller force.", "egypt", Act.OPEN, "a smaller force"),
        ("Egypt cannot live with a smaller force.", "egypt", Act.REJECT, "a smaller force"),
        (
            "Sweden poured cold water on the notion of a summit.",
            "sweden",
            Act.REJECT,
            "the notion of a summit",
        ),
        ("Cambodia turned the whole of the draft down.", "cambodia", Act.REJECT, "the whole of the draft"),
        ("Serbia threw the text back at the mediators.", "serbia", Act.REJECT, "the text"),
        ("The text was thrown out by Serbia.", "serbia", Act.REJECT, "The text"),
        ("Cold water was poured on the summit by Sweden.", "sweden", Act.REJECT, "the summit"),
        ("Algeria sees no reason to hurry.", "algeria", Act.REJECT, "to hurry"),
        ("Yemen is in no mood to bargain.", "yemen", Act.REJECT, "bargain"),
        ("Lebanon is having none of it.", "lebanon", Act.REJECT, "it"),
        ("Burundi dug in its heels over the quota.", "burundi", Act.REJECT, "the quota"),
        ("Laos drew the line at paying for it.", "laos", Act.REJECT, "paying for it"),
        ("Nepal gave way on the date.", "nepal", Act.CONCEDE, "the date"),
        ("Nepal will not give way on the date.", "nepal", Act.REJECT, "the date"),
        (
            "Ukraine stuck to its demand for a withdrawal.",
            "ukraine",
            Act.DEMAND,
            "its demand for a withdrawal",
        ),
        ("Albania threw its weight behind the plan.", "albania", Act.SUPPORT, "the plan"),
        ("Lesotho laid a new map on the table.", "lesotho", Act.PROPOSE, "a new map"),
        ("Estonia put its name to the protocol.", "estonia", Act.AGREE, "the protocol"),
        ("Malawi let it be known that it would not sign.", "malawi", Act.REJECT, "it would not sign"),
        ("Panama made it plain that the base must close.", "panama", Act.DEMAND, "the base must close"),
        ("Libya left no doubt that the port was its own.", "libya", Act.CLAIM, "the port was its own"),
    ],
)
def test_turn_is_an_act(
    text: str, party: str, act: Act, content: str, read: Callable[[str], Reading]
) -> None:
    """A turn of phrase counts in any form of its verb, in the passive and with words between its own."""
    (found,) = [one for one in read(text).statements if one.rule != "noun"]
    assert found.content is not None
    assert (found.actor.party, found.act, found.negated, found.content.exact) == (party, act, False, content)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Serbia said no.", Act.REJECT),
        ("Greece said yes.", Act.ACCEPT),
        ("Burundi dug in its heels.", Act.REJECT),
        ("In the end Nepal gave way.", Act.CONCEDE),
    ],
)
def test_turn_need_not_say_what_it_is_about(text: str, act: Act, read: Callable[[str], Reading]) -> None:
    """Who gives way or says no does so whether or not the sentence says to what."""
    (found,) = read(text).statements
    assert (found.act, found.content) == (act, None)


def test_turn_in_a_relative_clause_is_about_the_noun_before(read: Callable[[str], Reading]) -> None:
    """'A plan that Chad threw out' is about the plan."""
    found = read("The plan, which Chad threw out in May, is dead.").statements
    assert [(one.actor.party, one.act) for one in found] == [("chad", Act.REJECT)]


@pytest.mark.parametrize(
    "text",
    [
        "The road gave way under the lorry.",
        "Egypt turned the volume down.",
        "Egypt threw the ball back.",
        "Egypt said no such thing.",
        "Egypt threw a stone; the plan came back.",
        "Egypt lives with its neighbours.",
        "If Egypt gave way, the talks would go on.",
        "Egypt shrugged off the coat.",
        "One can live with such a text.",
    ],
)
def test_words_in_another_sense_are_no_turn(text: str, read: Callable[[str], Reading]) -> None:
    """Things that no party answers, suppositions and people in general give no act."""
    assert [one for one in read(text).statements if one.rule != "speech"] == []


def test_every_turn_says_where_its_content_stands() -> None:
    """Each row of the table has places for what it is about, and none is listed twice."""
    listed = [*rows("turns.tsv"), *rows("frames.tsv")]
    assert all(row["behind"].split() for row in listed)
    assert len({(row["verb"], row["words"], row["objects"], row["behind"]) for row in listed}) == len(listed)
    assert sum(len(found) for found in turns().values()) == len(listed)
