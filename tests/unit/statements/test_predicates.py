"""What a predicate does, read from whole sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.acts import Act
from goodoffices.statements.statement import Modality, Reading

SAID = [
    ("Chad said that it rejected the map.", Act.REJECT, False),
    ("Chad said that it did not oppose the map.", Act.REJECT, True),
    ("Chad said that it could reject the map.", Act.CLAIM, False),
    ("Chad said that it would not accept the map.", Act.REJECT, False),
    ("Chad said that it will sign the treaty.", Act.ACCEPT, False),
    ("Chad said that it would sign the treaty.", Act.OPEN, False),
    ("Chad said that it signed the treaty.", Act.AGREE, False),
    ("Chad said that it did not discuss the treaty.", Act.CLAIM, False),
    ("Chad said that it will discuss the treaty.", Act.OPEN, False),
    ("Chad said that it would free the prisoners.", Act.PROMISE, False),
    ("Chad said that it would be patient.", Act.CLAIM, False),
    ("Chad said that it will attack the camps.", Act.THREATEN, False),
    ("Chad said that it will not attack the camps.", Act.PROMISE, False),
    ("Chad said that it will not leave the valley.", Act.REJECT, False),
    ("Chad said that it would not take part.", Act.REJECT, False),
    ("Chad said that it had proposed a truce.", Act.PROPOSE, False),
    ("Chad said that it had not proposed a truce.", Act.PROPOSE, True),
    ("Chad said that it was threatened by Libya.", Act.CLAIM, False),
    ("Chad said that all troops must leave.", Act.DEMAND, False),
    ("Chad said that Libya has to leave.", Act.DEMAND, False),
    ("Chad said that it must leave.", Act.CLAIM, False),
    ("Chad said that both sides should wait.", Act.APPEAL, False),
    ("Chad said that the demand could not be met.", Act.REJECT, False),
    ("Chad said that it believed that the map was unacceptable.", Act.REJECT, False),
    ("Chad insisted that all soldiers leave.", Act.DEMAND, False),
    ("Chad warned that it would never accept the map.", Act.REJECT, False),
    ("Chad suggested that the attack was planned.", Act.CLAIM, False),
    ("Chad wants to send monitors.", Act.PLAN, False),
    ("Chad wants the monitors to leave.", Act.DEMAND, False),
    ("Chad does not want elections.", Act.DEMAND, True),
    ("Chad would reject such a force.", Act.REJECT, False),
    ("Chad did not reject the map.", Act.REJECT, True),
    ("Chad said that it will withdraw its soldiers.", Act.PROMISE, False),
    ("Chad will never sign the treaty.", Act.REJECT, False),
    ("Chad did not rule out a vote.", Act.OPEN, False),
    ("Chad no longer accepts the map.", Act.ACCEPT, True),
    ("Chad, which rejected the map, is silent.", Act.REJECT, False),
]


@pytest.mark.parametrize(("text", "act", "negated"), SAID)
def test_act_comes_from_the_whole_predicate(
    text: str, act: Act, negated: bool, read: Callable[[str], Reading]
) -> None:
    """One statement by Chad is read, and its act is that of the predicate."""
    (found,) = read(text).statements
    assert (found.actor.party, found.act, found.negated) == ("chad", act, negated)


@pytest.mark.parametrize(
    "text",
    [
        "Chad may accept the map.",
        "Chad could propose a truce.",
        "Chad dropped bombs on the valley.",
        "Chad committed crimes in the valley.",
        "Chad declined to comment.",
        "Chad signed a law.",
        "Chad must ratify the treaty.",
        "Chad sought to sign a text.",
        "Chad did not say that the talks went well.",
    ],
)
def test_what_is_no_act_is_not_read(text: str, read: Callable[[str], Reading]) -> None:
    """Guesses, other senses of a cue and denied speech give no statement."""
    assert read(text).statements == ()


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Chad could accept the map.", Modality.POSSIBLE),
        ("Chad would accept the map.", Modality.WOULD),
        ("Chad would accept the map only if Libya left.", Modality.CONDITIONAL),
        ("Chad said that all troops must leave.", Modality.OBLIGATION),
        ("Chad accepted the map.", Modality.PLAIN),
    ],
)
def test_modality_says_how_far_a_party_goes(
    text: str, modality: Modality, read: Callable[[str], Reading]
) -> None:
    """Modal verbs and conditions are kept beside the act."""
    assert read(text).statements[0].modality is modality


@pytest.mark.parametrize(
    ("text", "act", "content"),
    [
        ("Chad said that it had accepted the map.", "accept", "the map"),
        ("Peru said Lima supports the plan.", "support", "the plan"),
        ("Libya said that it on Sunday rejected the plan.", "reject", "the plan"),
        ("The rebels on Monday accepted the plan, a spokesman said.", "accept", "the plan"),
    ],
)
def test_a_yes_that_is_told_is_one_about_its_object(
    text: str, act: str, content: str, read: Callable[..., Reading]
) -> None:
    """Who says that it accepted or supports something does so, and a day is not what it is about."""
    first = read(text).statements[0]
    assert (str(first.act), first.content.exact if first.content else None) == (act, content)
