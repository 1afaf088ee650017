"""Quotations that no verb of speech takes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.acts import Act
from goodoffices.statements.statement import Reading

SAID = "“We waited for a year,” Sergey Lavrov said."


@pytest.mark.parametrize(
    "text",
    [
        "Lavrov: “We reject this map.”",
        "“We reject this map.” — Sergey Lavrov",
        "“We reject this map,” Sergey Lavrov thundered.",
        "“We reject this map!” Sergey Lavrov said.",
        "Sergey Lavrov went further: “We will never accept this map.”",
        '"We reject the map, said Sergey Lavrov.',
        "''We reject the map,'' Sergey Lavrov said.",
    ],
)
def test_quotation_without_a_verb_of_speech_is_its_speakers(
    text: str, read: Callable[[str], Reading]
) -> None:
    """A colon, a dash, any verb beside it and odd marks show who speaks."""
    (found,) = read(text).statements
    assert (found.actor.party, found.act, found.manner) == ("russia", Act.REJECT, "direct")


@pytest.mark.parametrize("between", ["\n\n", " “Nobody came.\n\n"])
def test_paragraph_that_is_a_quotation_goes_on_with_who_spoke(
    between: str, read: Callable[[str], Reading]
) -> None:
    """A quotation that fills a paragraph is the words of who spoke at the end of the one before."""
    found = read(f"{SAID}{between}“We reject this map. It is a trap.”").statements
    assert {one.actor.party for one in found} == {"russia"}
    assert [one.act for one in found[-2:]] == [Act.REJECT, Act.CLAIM]
    assert found[-1].content is not None
    assert found[-1].content.exact == "It is a trap."


@pytest.mark.parametrize(
    "after",
    [
        " The bus left at noon.\n\n“We reject this map. It is a trap.”",
        "\n\nThe bus left at noon.\n\n“We reject this map. It is a trap.”",
        "\n\n“We reject this map,” said a villager.",
    ],
)
def test_quotation_farther_off_is_not_given_to_who_spoke_before(
    after: str, read: Callable[[str], Reading]
) -> None:
    """Other words between two paragraphs, or another speaker, end what somebody says."""
    found = read(f"{SAID}{after}").statements
    assert Act.REJECT not in {one.act for one in found if one.actor.party == "russia"}


def test_question_that_is_quoted_is_no_consent(read: Callable[[str], Reading]) -> None:
    """'Will Russia accept that?' accepts nothing, and 'Why should we leave?' asks for nothing."""
    (found,) = read("“Will Russia accept that? It never did!” Sergey Lavrov said.").statements
    assert found.act is Act.CLAIM
    assert read("“Why should we leave?” asked Sergey Lavrov.").statements == ()
    assert read("“Why should we leave?” Sergey Lavrov asked.").statements == ()


def test_paragraphs_behind_a_colon_are_whose_it_announces(read: Callable[[str], Reading]) -> None:
    """A paragraph that ends with a colon names who says the quotations below it."""
    text = "{}:\n\n“We reject any link between the files.\n\n“We are prepared to move north.”"
    found = read(text.format("The envoy of Ghana read from a sheet of paper")).statements
    assert [(one.actor.party, one.act) for one in found] == [("ghana", Act.REJECT), ("ghana", Act.OPEN)]
    assert read(text.format("It read like this")).statements == ()
    assert read(text.format("On paper")).statements == ()
