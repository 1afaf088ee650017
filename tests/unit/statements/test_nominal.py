"""Acts that nouns tell of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.acts import Act
from goodoffices.statements.statement import Reading


@pytest.mark.parametrize(
    ("text", "party", "act", "content"),
    [
        ("Malawi's demand for a withdrawal was ignored.", "malawi", Act.DEMAND, "a withdrawal"),
        ("Egypt reiterated its demand that all troops leave.", "egypt", Act.DEMAND, "all troops leave"),
        ("Chad renewed its call for a truce.", "chad", Act.APPEAL, "a truce"),
        ("Kenya made a proposal for a joint patrol.", "kenya", Act.PROPOSE, "a joint patrol"),
        ("Peru issued an ultimatum to Ecuador to halt the raids.", "peru", Act.DEMAND, "to halt the raids"),
        ("Kyiv's rejection of the map angered the mediators.", "ukraine", Act.REJECT, "the map"),
        ("Ethiopia's opposition to the dam is well known.", "ethiopia", Act.REJECT, "the dam"),
        ("Ethiopia voiced opposition to the dam.", "ethiopia", Act.REJECT, "the dam"),
        ("The idea of a buffer zone came from Norway.", "norway", Act.PROPOSE, "a buffer zone"),
        (
            "The suggestion that the troops go home came from Norway.",
            "norway",
            Act.PROPOSE,
            "that the troops go home",
        ),
        ("The refusal of Ethiopia to name a date is known.", "ethiopia", Act.REJECT, "to name a date"),
        ("The Kenyan offer of a port was overlooked.", "kenya", Act.OFFER, "a port"),
        ("There is opposition in Jordan to the corridor.", "jordan", Act.REJECT, "the corridor"),
        (
            "From Tunis came a warning that the truce would not last.",
            "tunisia",
            Act.WARN,
            "the truce would not last",
        ),
        ("Mali's yes to the monitors came late.", "mali", Act.ACCEPT, "the monitors"),
        ("Croatia's no to the corridor was expected.", "croatia", Act.REJECT, "the corridor"),
        (
            "Egypt's position is that the canal must stay open.",
            "egypt",
            Act.DEMAND,
            "the canal must stay open",
        ),
        ("Turkey's condition is that the militia disarm.", "turkey", Act.DEMAND, "the militia disarm"),
        ("Georgia's aim is to bring the refugees home.", "georgia", Act.PLAN, "to bring the refugees home"),
        ("Cuba's price is a seat on the council.", "cuba", Act.DEMAND, "a seat on the council"),
        ("Sudan's answer is no.", "sudan", Act.REJECT, "no"),
        ("Sudan's answer is that nobody asked it.", "sudan", Act.CLAIM, "nobody asked it"),
        ("The corridor, a Norwegian idea, would split the town.", "norway", Act.PROPOSE, "The corridor"),
        ("Chad lodged a complaint about the raids.", "chad", Act.ACCUSE, "the raids"),
        (
            "Under the Kenyan plan, both armies would pull back.",
            "kenya",
            Act.PROPOSE,
            "both armies would pull back",
        ),
    ],
)
def test_noun_tells_of_an_act(
    text: str, party: str, act: Act, content: str, read: Callable[[str], Reading]
) -> None:
    """A noun with its owner and what it is about is an act of the owner."""
    (found,) = read(text).statements
    assert found.content is not None
    assert (found.actor.party, found.act, found.content.exact.removeprefix("that ")) == (
        party,
        act,
        content.removeprefix("that "),
    )


@pytest.mark.parametrize(
    "text",
    [
        "No demand for a withdrawal was made.",
        "A demand by Mali for a withdrawal would end the talks.",
        "Malawi's demand was ignored.",
        "Egypt did not make an offer of help.",
        "Egypt could make an offer of help.",
        "Egypt made an offer of something.",
        "The demand for bread rose.",
        "The idea came from Norway.",
        "The idea of a zone did not come from Norway.",
        "The sound of rain came from Norway.",
        "Norway's line is long.",
        "Norway's consent to the flights would help.",
        "Without Norway's support for the truce nothing will move.",
        "Let us hope that Norway signs.",
        "Norway's position is not that all must go.",
        "Norway's view is clear.",
        "A Kenyan demand for a port could end the talks.",
        "The army's plan, a bold idea, was dropped.",
        "Under the Kenyan sun, both armies would pull back.",
        "Under a plan, both armies would pull back.",
        "Norway came to the idea of a zone.",
        "The warning that Chad issued was clear.",
        "The price of Chad is high.",
    ],
)
def test_noun_without_an_act_is_not_read(text: str, read: Callable[[str], Reading]) -> None:
    """What is denied, only possible, nobody's or about nothing named is no act."""
    assert read(text).statements == ()


def test_act_that_its_owner_gives_up_is_not_told_as_done(read: Callable[[str], Reading]) -> None:
    """Whoever drops a demand does not make it."""
    assert [one.act for one in read("Mali dropped its demand for a truce.").statements] == [Act.CONCEDE]


def test_demand_that_is_rejected_is_still_made(read: Callable[[str], Reading]) -> None:
    """'Mali rejected Niger's demand for a truce' tells of two acts."""
    found = read("Mali rejected Niger's demand for a truce.").statements
    assert {(one.actor.party, one.act) for one in found} == {("mali", Act.REJECT), ("niger", Act.DEMAND)}


def test_demand_that_was_dropped_was_made_and_given_up(read: Callable[[str], Reading]) -> None:
    """'Its insistence that the army leave was dropped' tells of a demand and of a concession."""
    found = read("Chad's insistence that the army leave was dropped on Friday.").statements
    assert [(one.act, one.content and one.content.exact) for one in found] == [
        (Act.DEMAND, "the army leave"),
        (Act.CONCEDE, "the army leave"),
    ]


def test_call_that_is_not_repeated_is_denied(read: Callable[[str], Reading]) -> None:
    """'Did not repeat its call' tells of an appeal that was not made."""
    found = read("Chad did not repeat its call for a truce.").statements
    assert [(one.act, one.negated) for one in found] == [(Act.APPEAL, True)]


def test_whoever_takes_note_of_a_proposal_makes_none(read: Callable[[str], Reading]) -> None:
    """'Took note of a proposal' proposes nothing, and 'came up with a proposal' does."""
    text = "Kenya took note of a proposal to divide the city. Mali made a proposal to divide the city."
    assert [(one.actor.party, one.act) for one in read(text).statements] == [("mali", "propose")]
    assert not read("Ghana took account of a demand that the army leave.").statements
