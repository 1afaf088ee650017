"""What a stranger's reports showed: acts denied, put under a condition, told twice or told by others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.acts import Act
from goodoffices.statements.statement import Modality, Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Iran accepted the list in principle.", "in principle"),
        ("Iran accepted the list with reservations.", "with reservations"),
        ("Iran agreed to sign, provided that inspectors leave.", "provided that inspectors leave"),
        ("Iran agreed to sign as soon as inspectors leave.", "as soon as inspectors leave"),
        ("Iran agreed to sign only after inspectors leave.", "only after inspectors leave"),
        ("Iran agreed to sign once inspectors leave.", "once inspectors leave"),
        ("Iran accepted the list, subject to a vote.", "subject to a vote"),
        ("Iran accepted the list but demanded changes.", "demanded changes"),
    ],
)
def test_condition_is_kept_in_its_words(read: Read, text: str, words: str) -> None:
    """Consent that depends on something is conditional, with the words that say on what."""
    found = read(text).statements[0]
    assert found.condition is not None
    assert (found.modality, found.condition.exact) == (Modality.CONDITIONAL, words)


@pytest.mark.parametrize(
    "text",
    [
        "Iran accepted the list once the rain had stopped.",
        "Iran demanded that inspectors leave as soon as possible.",
        "Iran accepted the list on condition of anonymity.",
    ],
)
def test_time_that_is_no_condition(read: Read, text: str) -> None:
    """When a past act took place, and haste, are no conditions."""
    assert [one.condition for one in read(text).statements] == [None]


def test_headline_and_first_sentence_are_one_statement(read: Read) -> None:
    """The same act about the same words is kept once, where it is told first."""
    found = read("Iran rejects a longer list of sites\n\nIran rejects a longer list of sites.").statements
    assert [one.evidence.start for one in found] == [0]


def test_pointing_words_are_not_taken_for_the_same(read: Read) -> None:
    """'The plan' told of twice may be two plans, so that both statements stay."""
    found = read("Iran rejected the plan. A week passed. Iran rejected the plan.").statements
    assert len(found) == 2


def test_evidence_holds_no_dateline(read: Read) -> None:
    """A dateline belongs to no party's words."""
    (found,) = read("VIENNA (Own report) - Iran rejected the list.").statements
    assert found.evidence.exact == "Iran rejected the list"


def test_evidence_of_a_broken_word_is_the_text_as_it_stands(read: Read) -> None:
    """A cue that a line's end breaks is cited with its hyphen."""
    (found,) = read("Iran re-\njected the list.").statements
    assert (found.act, found.cue.exact) == (Act.REJECT, "re-\njected")


def test_answers_of_an_interview_are_the_speakers(read: Read) -> None:
    """What others do in an answer is the speaker's claim and no statement of theirs."""
    text = "An interview with Iran's envoy\n\nQ: Is it so?\n\nA: Russia rejected it. We reject the list."
    found = read(text).statements
    assert [(one.actor.party, one.act, one.rule) for one in found] == [
        ("iran", Act.CLAIM, "answer"),
        ("iran", Act.REJECT, "answer"),
    ]


def test_it_is_the_object_of_the_verb_before(read: Read) -> None:
    """'Rejected the list but later accepted it' is about the list both times."""
    found = read("Iran rejected the list but later accepted it.").statements
    assert [(one.act, one.content and one.content.exact) for one in found] == [
        (Act.REJECT, "the list"),
        (Act.ACCEPT, "the list"),
    ]


def test_people_with_a_leader_of_its_own_is_no_state(read: Read) -> None:
    """Two adjectives of states before a leader name a people, and its leader speaks for it from then on."""
    text = "The Greek Cypriot leader, Nicos Anastasiades, left. Anastasiades rejected the list."
    (found,) = read(text).statements
    (same,) = read("Greek Cypriots rejected the list.").statements
    assert (found.actor.label, found.actor.party) == ("Greek Cypriots", same.actor.party)
    assert [one.actor.party for one in read("The South Korean president rejected it.").statements] == [
        "south_korea"
    ]


def test_government_of_another_state_is_left_open(read: Read) -> None:
    """'The government' is not the state of the sentence before where the report has named another's alone."""
    text = "The government of Mali proposed a truce. Algeria is a neighbour. The government rejected a delay."
    assert [one.actor.party for one in read(text).statements] == ["mali", None]
