"""Turns of phrase by which speakers act."""

from __future__ import annotations

import pytest
from spacy.tokens import Token

from goodoffices.statements.acts import Act
from goodoffices.statements.first_person import acts_in
from goodoffices.statements.passage import Parse


def is_we(token: Token) -> bool:
    """Tell whether a word stands for the speaker."""
    return token.lower_ in {"we", "i"}


def acts(parse: Parse, text: str) -> list[tuple[Act, bool]]:
    """Return the acts of a sentence, each with whether it is denied."""
    return [(verdict.act, verdict.negated) for _, verdict in acts_in(tuple(parse(text)), is_we)]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("We have no quarrel with the new calendar.", Act.OPEN),
        ("We give our word that no convoy will be touched.", Act.PROMISE),
        ("I could imagine a joint administration.", Act.OPEN),
        ("We cannot imagine a second army.", Act.REJECT),
        ("We are committed to the ceasefire.", Act.PROMISE),
        ("I remain committed to a vote.", Act.PROMISE),
        ("We will fight on until spring.", Act.THREATEN),
        ("We no longer insist on a separate army.", Act.CONCEDE),
        ("We don't want a foreign garrison in the port.", Act.REJECT),
        ("We will never give up the old city.", Act.REJECT),
        ("We have decided to accept the calendar.", Act.ACCEPT),
        ("What we need is a date.", Act.DEMAND),
        ("That is a lie.", Act.DENY),
        ("It is not true that the market was shelled.", Act.DENY),
        ("That is false.", Act.DENY),
        ("The army is to blame for the delay.", Act.ACCUSE),
        ("They broke the truce within a day.", Act.ACCUSE),
        ("The army has violated the agreement.", Act.ACCUSE),
        ("There will be war if the talks fail.", Act.WARN),
    ],
)
def test_turn_of_phrase_is_an_act(text: str, act: Act, parse: Parse) -> None:
    """Turns of phrase about oneself and about others are what they do, not claims."""
    assert acts(parse, text) == [(act, False)]


@pytest.mark.parametrize(
    "text",
    [
        "We gave a map to the envoy.",
        "We committed no crime.",
        "They live with their cousins.",
        "We decided to wait.",
        "That is a bridge.",
        "That would be a lie.",
        "It is true that the market was shelled.",
        "The army broke the lock.",
        "The army did not break the truce.",
        "There will be rain tonight.",
        "There is war in the valley.",
        "We fought for years.",
        "The army is to come home.",
        "I imagine the worst.",
    ],
)
def test_same_words_in_another_sense(text: str, parse: Parse) -> None:
    """The same verbs and nouns about other things do nothing of the kind."""
    kinds = {Act.OPEN, Act.DENY, Act.ACCUSE, Act.WARN, Act.THREATEN, Act.CONCEDE, Act.PROMISE, Act.REJECT}
    assert not [act for act, _ in acts(parse, text) if act in kinds]


def test_warning_that_is_denied(parse: Parse) -> None:
    """'There will be no war' warns of nothing."""
    assert (Act.WARN, False) not in acts(parse, "There will be no war over a bridge.")
