"""Verbs of saying that close a sentence and look like plurals."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.acts import Act
from goodoffices.statements.statement import Reading

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya rejected the plan, a Somali official claims.",
        "Kenya gave up the plan, a Somali minister notes.",
        "Kenya refused to sign, a Somali minister claims.",
    ],
)
def test_what_an_official_claims_is_no_act_of_others(text: str, read: Read) -> None:
    """The claim is the official's, and nothing is told of the party that it is about."""
    (found,) = read(text).statements
    assert (found.actor.party, found.act) == ("somalia", Act.CLAIM)


def test_claims_that_are_rejected_stay_a_noun(read: Read) -> None:
    """At the end of a list, and without a speaker, the plural is a plural."""
    for text in (
        "Kenya rejected the plan, the list and the claims.",
        "Kenya rejected it, and so ended the claims.",
    ):
        (found,) = read(text).statements
        assert (found.actor.party, found.act) == ("kenya", Act.REJECT)


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Kenya continued to arm the rebels.", []),
        ("“We will not sign,” Kenya continued.", [Act.REJECT]),
        ("Kenya continued that the pact was dead.", [Act.CLAIM]),
    ],
)
def test_who_goes_on_doing_something_says_nothing(text: str, acts: list[Act], read: Read) -> None:
    """A verb of going on is speech before a clause and behind a quotation alone."""
    assert [one.act for one in read(text).statements] == acts
