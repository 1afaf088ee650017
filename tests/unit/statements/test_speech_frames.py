"""Speech in its less common frames: fragments, verbs of manner, free words, whose words they are."""

from __future__ import annotations

import pytest
from tests.unit.statements.conftest import Read

from goodoffices.statements.statement import Statement


def told(one: Statement) -> tuple[str, str | None, str, str | None]:
    """Return who does what, and the words of it."""
    return one.actor.text, one.actor.party, one.act.value, one.content.exact if one.content else None


@pytest.mark.parametrize(
    ("text", "who", "content"),
    [
        (
            "“Next year, perhaps,” a Kenyan officer said with a shrug.",
            "a Kenyan officer",
            "Next year, perhaps",
        ),
        ("The Ghanaian envoy said: “Our river, our fish.”", "The Ghanaian envoy", "Our river, our fish."),
        ("“We lost the road,” Mali's minister murmured to us.", "Mali's minister", "We lost the road"),
        ("“We lost the road,” Mali's minister confessed to us.", "Mali's minister", "We lost the road"),
        ("“We lost the road,” is how Mali's minister puts it.", "Mali's minister", "We lost the road"),
    ],
)
def test_what_is_quoted_is_said(read: Read, text: str, who: str, content: str) -> None:
    """A quotation is somebody's, be it without a verb or beside a verb that seldom introduces one."""
    (statement,) = read(text).statements
    assert (statement.actor.text, statement.content and statement.content.exact) == (who, content)


@pytest.mark.parametrize(
    "text",
    [
        "“The Peace Wall,” as they name it, fell.",
        "Chad built “The Peace Wall.” It fell.",
        "“One Country, Two Systems” stood on a banner in Chad.",
    ],
)
def test_a_quoted_name_is_not_said(read: Read, text: str) -> None:
    """What is only called by a name in quotation marks is no statement."""
    assert read(text).statements == ()


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Kenya asked Chad to leave the port and warned that it would sink.", ["request", "warn"]),
        ("Chad said that rebels had burned the mill, and demanded their surrender.", ["claim", "demand"]),
        ("Chad said that rebels had burned the mill and left.", ["claim"]),
        ("Kenya asked Chad to leave the port and return the ships.", ["request"]),
        (
            "A truce, Ghana's envoy let it be known, was far.",
            ["claim"],
        ),
    ],
)
def test_a_second_act_of_the_speaker_is_its_own(read: Read, text: str, acts: list[str]) -> None:
    """What goes back to the tense of the speaker's own verb is no part of what it said or asked for."""
    assert [one.act.value for one in read(text).statements] == acts


def test_what_somebody_was_refused_is_the_object(read: Read) -> None:
    """In a passive with an object, the act is about the object."""
    (statement,) = read("The National Bloc, which was refused a seat at the talks by Chad, left.").statements
    who, party, act, content = told(statement)
    assert (who, party, act) == ("Chad", "chad", "reject")
    assert content is not None
    assert content.startswith("a seat")


def test_we_shall_is_we_will(read: Read) -> None:
    """In the first person “shall” asks nothing of anybody."""
    (statement,) = read("“We shall leave the valley,” Ghana's president said.").statements
    assert told(statement) == ("Ghana's president", "ghana", "promise", "We shall leave the valley")
