"""For whom people speak by what stands beside their names."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.belonging import asks_for_a_living, named_in_heading, persons_in
from goodoffices.statements.person_names import plain_name
from goodoffices.statements.statement import Actor

Attribute = Callable[[str], tuple[Doc, Attribution]]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("In the studio is Omar Hadid of Iraq's mission to the United Nations.", "iraq"),
        ("We met Farid Mostafa, who advises the Iranian foreign minister.", "iran"),
        ("Our guest was Laura Jensen, deputy head of Norway's delegation.", "norway"),
        ("Daniel Okoro is the spokesman of the Somali government.", "somalia"),
        ("The Ghana envoy to Liberia, Daniel Okoro, came.", "ghana"),
        ("They met, and the Norwegian envoy Daniel Okoro came.", "norway"),
        ("Daniel Okoro has been Ghana's ambassador since May.", "ghana"),
        ("Daniel Okoro [DO], envoy of Ghana to Liberia, came.", "ghana"),
        ("Daniel Okoro leads the Northern Farmers' Union.", "northern_farmers_union"),
        ("Daniel Okoro, a professor at the university of Ghana, came.", None),
        ("Daniel Okoro, a former minister of Ghana, came.", None),
        ("Daniel Okoro, envoy to Liberia, came.", None),
        ("Daniel Okoro, who lives in Ghana, came.", None),
        ("Daniel Okoro, a friend of Ghana, came.", None),
        ("Daniel Okoro of Accra came.", None),
        ("Daniel Okoro came.", None),
        ("Later came Daniel Okoro", None),
        ("We met Daniel Okoro, head of the Herald newspaper.", None),
    ],
)
def test_description_says_for_whom_somebody_speaks(
    text: str, party: str | None, attribute: Attribute
) -> None:
    """A post, a serving verb or an organ beside a name gives the party; an expert or a guest has none."""
    found = [actor and actor.party for _, actor in persons_in(*attribute(text))]
    assert found[0] == party


def test_state_where_a_group_is_at_home(attribute: Attribute) -> None:
    """'Sudan's Justice and Equality Movement' is the movement and not the state."""
    ((_, actor),) = persons_in(
        *attribute("Tariq Osman is the negotiator of Sudan's Justice and Equality Movement.")
    )
    assert actor is not None
    assert actor.party == "jem"


def test_government_of_the_one_state_named(attribute: Attribute) -> None:
    """'The government's secretariat' is that of the one government that the report has named."""
    doc, attribution = attribute("We met Sunil Perera, deputy head of the government's secretariat.")
    attribution.discourse.organs["government"] = {"sri_lanka": Actor("Sri Lanka", "sri_lanka", "Sri Lanka")}
    assert [actor and actor.party for _, actor in persons_in(doc, attribution)] == ["sri_lanka"]


def test_name_that_the_recogniser_takes_for_another(attribute: Attribute) -> None:
    """Who has a label is looked for by the last name, with the words with a capital before it."""
    doc, attribution = attribute("The SADC envoy to Lesotho, Thabo Moeti, said that he would come.")
    assert not list(persons_in(doc, attribution))
    ((name, actor),) = persons_in(doc, attribution, frozenset({"moeti"}))
    assert (name, actor and actor.party) == ("Thabo Moeti", "sadc")


def test_journalists_ask(attribute: Attribute) -> None:
    """Whom a report calls editor or correspondent is one who asks."""
    doc, _ = attribute(
        "Our editor Laura Jensen met Daniel Okoro, the minister, and Sam Brown, our correspondent."
    )
    assert set(asks_for_a_living(doc)) == {"Laura Jensen", "Sam Brown"}
    assert not list(asks_for_a_living(attribute("Our reporter met Daniel Okoro.")[0]))


def test_name_without_an_office() -> None:
    """An office or a title before a name is no part of it."""
    assert plain_name("Minister Ana Diaz’s") == "Ana Diaz"
    assert plain_name("Minister") == "Minister"


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Ministry of Foreign Affairs of Kenya", "kenya"),
        ("Kenya and the ministry of Chad", None),
        ("Kenya", None),
        ("The ministry of Kenya met.", None),
    ],
)
def test_line_without_a_verb_names_a_party(text: str, party: str | None, attribute: Attribute) -> None:
    """A heading names one party and its organ, and says nothing of it."""
    actor = named_in_heading(*attribute(text))
    assert (actor and actor.party) == party
