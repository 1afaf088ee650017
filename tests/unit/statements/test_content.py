"""Content, reasons, conditions and targets."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.statement import Reading, Statement

Read = Callable[[str], Reading]


def one(read: Read, text: str) -> Statement:
    """Return the first statement of a text."""
    return read(text).statements[0]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Chad rejected the map of the valley.", "the map of the valley"),
        ("Chad said that the map was old.", "the map was old"),
        ("Chad appealed to both sides for restraint.", "restraint"),
        ("Chad agreed on Thursday to an exchange of prisoners.", "an exchange of prisoners"),
        ("Chad asked France for monitors.", "monitors"),
        ("Chad accused Libya of shelling the valley.", "shelling the valley"),
        ("Chad warned Libya against a march.", "a march"),
        ("Chad refuses to sign away territory and points to its constitution.", "to sign away territory"),
        ("Chad voiced opposition to the map.", "the map"),
        ("Chad called it “a good start”.", "“a good start”"),
        (
            "Chad has cautioned that failure this time could bring back war.",
            "failure this time could bring back war",
        ),
    ],
)
def test_content_says_what(text: str, content: str, read: Read) -> None:
    """The content is what is proposed, rejected, claimed, and nothing more."""
    found = one(read, text).content
    assert found is not None
    assert found.exact == content


def test_relative_clause_has_its_noun_as_content(read: Read) -> None:
    """'A withdrawal plan proposed by Chad' says what; 'a proposal that Chad rejected' does not."""
    found = one(read, "A withdrawal plan proposed by Chad was read out.").content
    assert found is not None
    assert found.exact == "A withdrawal plan"
    assert one(read, "It was a proposal that Chad rejected.").content is None


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Chad would accept the map only if Libya left.", "only if Libya left"),
        ("Chad offered a truce on condition that the raids stopped.", "on condition that the raids stopped"),
        ("Chad threatened to march unless the army left.", "unless the army left"),
        ("Chad said that it could wait if Libya left.", "if Libya left"),
    ],
)
def test_condition_is_kept_in_its_words(text: str, condition: str, read: Read) -> None:
    """A condition is evidence of its own."""
    found = one(read, text).condition
    assert found is not None
    assert found.exact in {condition, condition.removeprefix("only ")}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Chad rejected the map, citing its law.", "citing its law"),
        ("Chad rejected the map because it was old.", "because it was old"),
        ("Chad rejected the map because of the border.", "because of the border"),
        ("Chad blamed Libya for the raid.", "for the raid"),
    ],
)
def test_reason_is_kept_in_its_words(text: str, reason: str, read: Read) -> None:
    """What a party gives as its ground is evidence of its own."""
    assert [found.exact for found in one(read, text).reasons] == [reason]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Chad accused Libya of lying.", "libya"),
        ("Chad called on Libya to leave.", "libya"),
        ("Chad appealed to Libya for restraint.", "libya"),
        ("Chad urged Libya to leave.", "libya"),
        ("Chad rejected the map.", None),
        ("Chad appealed for restraint.", None),
    ],
)
def test_target_is_whom_an_act_is_directed_at(text: str, target: str | None, read: Read) -> None:
    """Accusations and appeals name whom they are directed at."""
    found = one(read, text).target
    assert (found.party if found else None) == target


def test_what_came_before_is_told_by_the_report(read: Read) -> None:
    """In 'is open to a role after Libya suggested one', the suggestion is Libya's act, and is answered."""
    text = "Chad said it is open to a role after Libya suggested a patrol — a proposal that Mali rejected."
    found = {statement.actor.party: statement for statement in read(text).statements}
    assert set(found) == {"chad", "libya", "mali"}
    assert found["chad"].answers == (found["libya"].id,)
