"""Who signed a paper without a name, who stood surety, and who listens to whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.statement import Reading

KINDS = {"signed", "guaranteed", "has leverage over"}


def told(reading: Reading) -> set[str]:
    """Return the relations of these kinds, each in one line: source, kind, target."""
    return {
        f"{one.source.party} {one.kind} {one.target.party if one.target else 'nobody'}"
        for one in reading.relations
        if one.kind in KINDS
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The text was initialled by Mali.", "mali signed nobody"),
        ("Colombia and the FARC have signed.", "farc signed nobody"),
        ("Colombia and the FARC met in Havana. Then they signed a declaration.", "colombia signed nobody"),
        ("Ethiopia and Eritrea concluded their understanding.", "eritrea signed nobody"),
        ("Armenia and Azerbaijan put their names to a truce.", "armenia signed nobody"),
        ("Mali acceded to the agreement.", "mali signed nobody"),
        ("The ceasefire that Sudan signed lasted a week.", "sudan signed nobody"),
        ("Kuwait stood surety for the return of the delegates.", "kuwait guaranteed nobody"),
        ("Norway vouched for the safe passage of the negotiators.", "norway guaranteed nobody"),
        ("The United States gave its word that they would be freed.", "united_states guaranteed nobody"),
        ("Kenya guaranteed the truce.", "kenya guaranteed nobody"),
        ("Washington is the one capital Ankara will hear.", "united_states has leverage over turkey"),
        ("Only Riyadh can tell Yemen's president what to sign.", "saudi_arabia has leverage over yemen"),
        ("The influence Syria has over Hezbollah is small.", "syria has leverage over hezbollah"),
        ("Pakistan heeds Riyadh.", "saudi_arabia has leverage over pakistan"),
        ("Hezbollah answers to Tehran.", "iran has leverage over hezbollah"),
        ("Lebanon takes its orders from Damascus.", "syria has leverage over lebanon"),
        ("Lesotho cannot survive a month without South Africa.", "south_africa has leverage over lesotho"),
        ("Chad could not defend Faya a week without France.", "france has leverage over chad"),
        ("Moldova does nothing without Moscow's consent.", "russia has leverage over moldova"),
    ],
)
def test_a_hand_a_word_given_and_an_ear_are_found(
    text: str, found: str, read: Callable[[str], Reading]
) -> None:
    """A paper of any name is signed, a return is vouched for, and who is obeyed has leverage."""
    assert found in told(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Mali may sign the text.",
        "Mali signed off.",
        "Mali signs.",
        "Mali signed the photograph.",
        "Mali put its name to the letter.",
        "Mali gave them the word.",
        "Mali gave a word.",
        "Togo guarantees the wine.",
        "Togo stood for order.",
        "The men met. They signed a declaration.",
        "Mali is the capital Togo will hear.",
        "Mali is not the one capital Togo will hear.",
        "Mali is the one capital Togo will not hear.",
        "The house Syria has over Beirut is small.",
        "Mali did not listen to Togo.",
        "Mali heeded Togo.",
        "Mali takes tea from Togo.",
        "Mali cannot agree without its army.",
        "Mali survives without Togo.",
        "Mali would not go in without Togo's consent.",
    ],
)
def test_a_letter_a_wine_and_a_deaf_ear_are_none(text: str, read: Callable[[str], Reading]) -> None:
    """What is to come, is denied or is no paper gives no signature, no surety and no leverage."""
    assert told(read(text)) == set()
