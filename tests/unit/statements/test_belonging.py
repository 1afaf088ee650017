"""People whom a report names, journalists, and headings."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.belonging import asks_for_a_living, named_in_heading, names_of_people
from goodoffices.statements.person_names import plain_name

Attribute = Callable[[str], tuple[Doc, Attribution]]


def test_name_that_the_recogniser_takes_for_another(attribute: Attribute) -> None:
    """Who has a label is looked for by the last name, with the words with a capital before it."""
    doc, attribution = attribute("The SADC envoy to Lesotho, Thabo Moeti, said that he would come.")
    assert not list(names_of_people(doc, attribution))
    assert list(names_of_people(doc, attribution, frozenset({"moeti"}))) == ["Thabo Moeti"]


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
