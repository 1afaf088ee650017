"""Clauses that the parse has wrong in a known way are read for what they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.acts import Act
from goodoffices.statements.contact import present_forms
from goodoffices.statements.statement import Reading

Told = tuple[str | None, Act, bool, str | None]


def _told(reading: Reading) -> list[Told]:
    return [
        (one.actor.party, one.act, one.negated, one.content.exact if one.content else None)
        for one in reading.statements
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is a charge Togo dismisses.", ("togo", Act.DENY, False, "a charge")),
        ("What Sudan rejects is the clause on oil.", ("sudan", Act.REJECT, False, "the clause on oil")),
        ("What Iran refuses is a halt to the flights.", ("iran", Act.REJECT, False, "a halt to the flights")),
        ("A longer truce is what Iran demands.", ("iran", Act.DEMAND, False, "A longer truce")),
        (
            "The bridge, Zambia maintains, is its own.",
            ("zambia", Act.CLAIM, False, "The bridge, Zambia maintains, is its own"),
        ),
        ("It was Chad that refused the list.", ("chad", Act.REJECT, False, "the list")),
        (
            "Britain, asked the same question, would not commit itself.",
            ("united_kingdom", Act.PROMISE, True, None),
        ),
        (
            "The European Union, which has ships there, offered to leave within a year.",
            ("european_union", Act.OFFER, False, "to leave within a year"),
        ),
        (
            "The text that the Israeli cabinet approved last week is long.",
            ("israel", Act.ACCEPT, False, None),
        ),
        ("Traders in Chad accuse the army of theft; the rain went on.", (None, Act.ACCUSE, False, None)),
        (
            "Egypt told our embassy in confidence that the truce would not last.",
            ("egypt", Act.CLAIM, False, "the truce would not last"),
        ),
        ("Egypt has not said where the line ends.", ("egypt", Act.CLAIM, True, "where the line ends")),
        (
            "Egypt was refused a seat at the talks by the Sudanese government.",
            ("sudan", Act.REJECT, False, None),
        ),
        ("Egypt is far from accepting the draft.", ("egypt", Act.ACCEPT, True, "the draft")),
        ("Egypt has offered nothing so far.", ("egypt", Act.OFFER, True, None)),
        ("Egypt has yet to commit itself to a date.", ("egypt", Act.PROMISE, True, "a date")),
        ("Egypt no longer insists on an envoy.", ("egypt", Act.CONCEDE, False, "an envoy")),
        ("Egypt vowed not to give up the port.", ("egypt", Act.REJECT, False, "not to give up the port")),
        ("Egypt vowed not to attack the port.", ("egypt", Act.PROMISE, False, "not to attack the port")),
        ("Egypt vowed to attack the port.", ("egypt", Act.THREATEN, False, "to attack the port")),
        ("Egypt assured everybody that all is well.", ("egypt", Act.CLAIM, False, None)),
        ("Egypt is considering a pause.", ("egypt", Act.OPEN, False, "a pause")),
        ("Egypt did not protest.", ("egypt", Act.ACCUSE, True, None)),
        ("An offer that was declined by Egypt is dead.", ("egypt", Act.REJECT, False, None)),
    ],
)
def test_clause_is_read(text: str, expected: Told, read: Callable[[str], Reading]) -> None:
    """Who acts, what the act is and what it is about are found in spite of the parse."""
    found = _told(read(text))
    assert [one[:3] for one in found] == [expected[:3]]
    assert expected[3] is None or found[0][3] == expected[3]


@pytest.mark.parametrize(
    "text",
    [
        "The officer, who asked not to be named, left.",
        "The officer, who declined to give his name, left.",
        "Egypt has not said that it would go.",
        "Egypt asked no questions.",
        "Egypt embraced him.",
        "The Egypt demands were many.",
        "Many people think that Egypt rejected the map.",
    ],
)
def test_what_is_no_act_stays_unread(text: str, read: Callable[[str], Reading]) -> None:
    """Names that are withheld, questions, embraces and what people at large think are no acts."""
    assert _told(read(text)) == []


def test_clause_before_a_comma_is_what_the_envoy_told(read: Callable[[str], Reading]) -> None:
    """'X had agreed on a truce, the envoy told the Council' is the envoy's claim."""
    found = _told(read("Egypt had agreed on a truce in the port, Kenya told the Council this morning."))
    assert [one[:2] for one in found] == [("kenya", Act.CLAIM)]


def test_what_is_joined_to_a_trailing_verb_of_speech_is_said(read: Callable[[str], Reading]) -> None:
    """'Its army would withdraw, Kenya said, but a zone was a notion it could not entertain' is two acts."""
    text = (
        "Its army would withdraw from the strip, Kenya said, but a zone was a notion it could not entertain."
    )
    assert [one[:2] for one in _told(read(text))] == [("kenya", Act.PROMISE), ("kenya", Act.REJECT)]


def test_verb_without_a_subject_behind_he_said_is_said(read: Callable[[str], Reading]) -> None:
    """'Kenya is reading the text, Kenya told us, and will send its answer' holds a promise."""
    found = _told(
        read(
            "Kenya is going through the list name by name, a Kenyan envoy told us, and will send its answer."
        )
    )
    assert [one[:2] for one in found] == [("kenya", Act.CLAIM), ("kenya", Act.PROMISE)]


def test_object_behind_two_doers_is_shared(read: Callable[[str], Reading]) -> None:
    """'France opposed, and Italy favoured, a larger part' tells of two acts about the same thing."""
    found = _told(read("France opposed, and Italy favoured, a larger part in the mission."))
    assert [one[:2] for one in found] == [("france", Act.REJECT), ("italy", Act.SUPPORT)]
    assert {one[3] for one in found} == {"a larger part in the mission"}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Egypt says that it is not going to pay for the camps.", Act.REJECT),
        ("Egypt says that it would not pay for the camps.", Act.REJECT),
        ("Egypt says that it will not hesitate.", Act.CLAIM),
        ("Egypt says that it might send monitors if it was asked.", Act.OPEN),
        ("Egypt says that it might strike the port if it was attacked.", Act.THREATEN),
        ("Egypt says that it might win.", Act.CLAIM),
        ("Egypt says that it will travel only if the shelling stops.", Act.OPEN),
        ("Egypt is understood to have accepted the list.", Act.ACCEPT),
    ],
)
def test_act_told_in_a_clause(text: str, act: Act, read: Callable[[str], Reading]) -> None:
    """What a party says that it will not do, might do or would only do under a condition decides its act."""
    assert [one[:2] for one in _told(read(text))] == [("egypt", act)]


def test_forms_in_s_are_spelt_as_english_does() -> None:
    """'Dismisses', 'denies' and 'rejects' are forms of cues."""
    assert {"dismisses", "denies", "rejects"} <= set(present_forms())


@pytest.mark.parametrize(
    ("text", "act", "negated"),
    [
        ("Egypt let it be known that it could live with a shorter list.", Act.OPEN, False),
        ("Egypt said that a council of elders was not ruled out.", Act.OPEN, False),
        ("Egypt said that an advance on the port would be met by force.", Act.THREATEN, False),
        ("Egypt said that raids on the port would be punished.", Act.THREATEN, False),
        ("Egypt said that it ratified the treaty in 1970.", Act.CLAIM, False),
        ("Egypt said that it would be signing the same paper twice.", Act.CLAIM, False),
        ("Egypt said that without aid there would have been no truce.", Act.CLAIM, False),
        ("Egypt insisted, moreover, that prisoners be released.", Act.DEMAND, False),
        ("“Stop the raids on the camps,” Egypt said.", Act.APPEAL, False),
        ("“Let us be clear about the camps,” Egypt said.", Act.CLAIM, False),
        ("A delegation would travel only if the raids stopped, Egypt said.", Act.OPEN, False),
        ("Egypt gave its word that nobody would be harmed.", Act.PROMISE, False),
    ],
)
def test_act_of_what_is_said(text: str, act: Act, negated: bool, read: Callable[[str], Reading]) -> None:
    """The whole predicate decides what somebody does by saying something."""
    assert [one[:3] for one in _told(read(text))] == [("egypt", act, negated)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Egypt backs him.", [("egypt", Act.SUPPORT)]),
        ("Egypt threw its weight behind Kofi Annan.", [("egypt", Act.SUPPORT)]),
        ("The African Union supported Georgia on the quota.", [("african_union", Act.SUPPORT)]),
        ("Egypt supported Georgia in August.", []),
        ("It is Jordan, not Syria, that has asked for the talks.", [("jordan", Act.REQUEST)]),
        ("Egypt has made plain its dislike of the quota.", [("egypt", Act.REJECT)]),
        ("In the view of Mali, the bridge belongs to nobody.", [("mali", Act.CLAIM)]),
        ("Egypt could not bring itself to sign.", [("egypt", Act.REJECT)]),
        ("Egypt has not dropped its demand for a port.", [("egypt", Act.CONCEDE), ("egypt", Act.DEMAND)]),
        (
            "Egypt accused Chad of arming the rebels, which Chad's minister called nonsense.",
            [("egypt", Act.ACCUSE), ("chad", Act.CLAIM)],
        ),
        (
            "Egypt accuses Chad of breaking a treaty between them, a charge the Turkish minister dismisses.",
            [("egypt", Act.ACCUSE), ("turkey", Act.DENY)],
        ),
        (
            "Kenya has offered a port as the seat of the round, an offer South Africa declined.",
            [("south_africa", Act.REJECT), ("kenya", Act.OFFER)],
        ),
    ],
)
def test_acts_of_several_in_one_sentence(
    text: str, expected: list[tuple[str, Act]], read: Callable[[str], Reading]
) -> None:
    """Each keeps its own act, and a state that backs a state is a relation and no statement."""
    assert [one[:2] for one in _told(read(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Egypt laid a draft before the parties.", [("egypt", Act.PROPOSE, False)]),
        ("Chad uttered a threat to close the border.", [("chad", Act.THREATEN, False)]),
        (
            "A request from Egypt that proceeds be held in an account was granted by Libya.",
            [("libya", Act.ACCEPT, False), ("egypt", Act.REQUEST, False)],
        ),
        (
            "Iran proposed a truce; Papua New Guinea, elections.",
            [("iran", Act.PROPOSE, False), ("papua_new_guinea", Act.PROPOSE, False)],
        ),
        (
            "Egypt accepted the map, but not the line",
            [("egypt", Act.ACCEPT, False), ("egypt", Act.ACCEPT, True)],
        ),
        ("Egypt accepted the map; with Jordan a line.", [("egypt", Act.ACCEPT, False)]),
        ("Egypt accepted the map and Jordan fresh timetable.", [("egypt", Act.ACCEPT, False)]),
        (
            "I was given a state, Tassos Papadopoulos said on television, and I will not hand back a town.",
            [("cyprus", Act.CLAIM, False), ("cyprus", Act.REJECT, False)],
        ),
        ("Egypt said the line was a thing it knew.", [("egypt", Act.CLAIM, False)]),
        ("Chad's demand for, and love of, order is known.", []),
        ("Chad's insistence on a port was dropped.", [("chad", Act.CONCEDE, False)]),
        ("Egypt's view is that the militia disarm.", []),
        (
            "The port, which Kenya has neither offered nor refused, is small.",
            [("kenya", Act.OFFER, True), ("kenya", Act.REJECT, True)],
        ),
        ("Egypt has no reason to leave.", [("egypt", Act.REJECT, False)]),
        ("Egypt told us in a letter written in haste.", []),
        (
            (
                "The army and the Houthis had agreed on a ceasefire in Hodeidah and on an exchange "
                "of prisoners, the Kenyan envoy told the Council this morning."
            ),
            [("kenya", Act.CLAIM, False)],
        ),
        ("What Sudan maintains is a lie.", []),
    ],
)
def test_frame_is_read(
    text: str, expected: list[tuple[str, Act, bool]], read: Callable[[str], Reading]
) -> None:
    """Nouns, gaps and clauses in rarer frames are read, or left where they tell of no act."""
    assert [one[:3] for one in _told(read(text))] == expected
