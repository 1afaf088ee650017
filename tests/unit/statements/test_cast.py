"""Who is asked or speaks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.cast import Cast, Speakers
from goodoffices.statements.coreference import Discourse
from goodoffices.statements.names import Names
from goodoffices.statements.passage import Parse
from goodoffices.statements.person_names import fits
from goodoffices.statements.roll import Roll
from goodoffices.statements.speaking_turns import Part, Turn
from goodoffices.statements.statement import Actor, Reading

Read = Callable[[str], Reading]


def speakers(parse: Parse, names: Names, *people: Actor) -> Speakers:
    """Return what finds speakers in a report that has named some people."""
    cast = Cast(people={actor.person: actor for actor in people if actor.person})
    return Speakers(parse, names, Discourse(), Roll(names.gazetteer), cast)


@pytest.mark.parametrize(
    ("name", "role", "party", "person"),
    [
        ("DIAZ", "", "chad", "Ana Diaz"),
        ("AD", "", "chad", "Ana Diaz"),
        ("Minister Ana Diaz", "", "chad", "Ana Diaz"),
        ("Mr. Haddad", "Jordan", "jordan", "Haddad"),
        ("NICKEY SHILONGO", "SWAPO delegate", "swapo", "Nickey Shilongo"),
        ("LUND", "", None, "Lund"),
        ("LUND", "a friend", None, "Lund"),
        ("Norway", "", "norway", None),
        ("PEOPLE'S FRONT OF THE GREEN RIVER", "", "people_front_of_the_green_river", None),
    ],
)
def test_label_names_its_speaker(
    name: str, role: str, party: str | None, person: str | None, parse: Parse, names: Names
) -> None:
    """A label is a person named before, one whose party stands beside the name, or a party itself."""
    found = speakers(parse, names, Actor("Ana Diaz", "chad", "Chad", "Ana Diaz"))
    actor = found.of(Turn(Part.NAMED, name, role=role))
    assert actor is not None
    assert (actor.party, actor.person) == (party, person)
    assert found.of(Turn(Part.NAMED, name, role=role)) is actor


def test_questions_are_nobody_s(parse: Parse, names: Names) -> None:
    """Questions, and answers of nobody who is introduced, have no speaker."""
    found = speakers(parse, names)
    assert found.of(Turn(Part.QUESTION)) is None
    assert found.of(Turn(Part.ANSWER)) is None


def test_journalist_by_name_makes_no_statement(parse: Parse, names: Names) -> None:
    """Words behind the name of somebody whom the report calls a journalist are nobody's statement."""
    found = speakers(parse, names)
    found.cast.askers.add("Laura Jensen")
    assert found.of(Turn(Part.NAMED, "JENSEN")) is None


def test_initials_and_names() -> None:
    """Initials fit all parts of a name, and a first name alone fits none."""
    assert fits("E.R.", "Elena Rocha")
    assert fits("AL-RAWI", "Adnan al-Rawi")
    assert not fits("Elena", "Elena Rocha")
    assert not fits("", "Elena Rocha")


INTERVIEW = "{}\n\nQ: What now?\n\nA: We reject the map.\n\nQ: And Chad?\n\nA: Chad rejected the date."


@pytest.mark.parametrize(
    ("head", "who"),
    [
        ("We spoke to Laura Jensen, Norway's foreign minister.", ("norway", "Laura Jensen")),
        (
            "Laura Jensen is the spokeswoman of the Somali government. We met her in Oslo.",
            ("somalia", "Laura Jensen"),
        ),
        (
            "Ministry of Foreign Affairs of Kenya\n\nSpokesperson Grace Wanjiru briefed reporters.",
            ("kenya", "Grace Wanjiru"),
        ),
        ("Laura Jensen, Norway's foreign minister, has been to the camps.", ("norway", "Laura Jensen")),
        ("We spoke to Laura Jensen, a professor at Oslo University.", (None, "Laura Jensen")),
    ],
)
def test_answers_are_those_of_who_is_introduced(head: str, who: tuple[str | None, str], read: Read) -> None:
    """An answer is the introduced person's and never that of the state it speaks of."""
    found = read(INTERVIEW.format(head)).statements
    assert {(one.actor.party, one.actor.person) for one in found} == {who}


def test_the_one_person_of_an_introduction(read: Read) -> None:
    """Where the report says that 'she' was asked, the one person whom it names is meant."""
    head = "Laura Jensen heads the count of the rifles in Aceh. Our reporter Sam Brown visited her."
    assert {one.actor.person for one in read(INTERVIEW.format(head)).statements} == {"Laura Jensen"}
    passing = read(INTERVIEW.format("Laura Jensen was there. The talks go on.")).statements
    assert {one.actor.person for one in passing} == {None}


def test_the_person_named_most_is_asked(read: Read) -> None:
    """Of several people the one whom headline and introduction name is asked, and never one named beside."""
    head = (
        "Laura Jensen on the war\n\nLaura Jensen came to talk about her book. Jensen spoke of Omar Hadid, "
        "Iraq's ambassador. We asked her about the war."
    )
    assert {one.actor.person for one in read(INTERVIEW.format(head)).statements if one.rule == "answer"} == {
        "Laura Jensen"
    }


def test_by_line_names_who_asks(read: Read) -> None:
    """The name in a by-line is the journalist's, and the other one is asked."""
    head = "By Sam Brown\n\nLaura Jensen, Norway's foreign minister, has been to the camps."
    assert {one.actor.person for one in read(INTERVIEW.format(head)).statements} == {"Laura Jensen"}


def test_nobody_is_asked(read: Read) -> None:
    """Where the report introduces nobody, or two people, an answer is that of somebody without a name."""
    (answer,) = (
        one
        for one in read(INTERVIEW.format("The talks go on.")).statements
        if one.evidence.exact == "We reject the map."
    )
    assert (answer.actor.text, answer.actor.person, answer.actor.party) == ("A", None, None)
    two = (
        "Laura Jensen, Norway's foreign minister, and Omar Hadid, Iraq's ambassador, have been to the camps."
    )
    answers = [one for one in read(INTERVIEW.format(two)).statements if one.rule == "answer"]
    assert {(one.actor.text, one.actor.person, one.actor.party) for one in answers} == {("A", None, None)}


@pytest.mark.parametrize("label", ["MS. HOLLAND", "Mr Jordan", "DR. CHAD"])
def test_people_called_like_countries(label: str, read: Read) -> None:
    """Who is called Ms, Mr or Dr is a person, though a country has the same name."""
    head = "U.S. DEPARTMENT OF STATE\nDAILY PRESS BRIEFING\n\n"
    text = f"{head}{label}: We reject the map.\n\nQ: Why?\n\n{label}: We cannot accept it."
    answers = {(one.actor.label, one.actor.party) for one in read(text).statements}
    assert answers == {("United States", "united_states")}


def test_office_in_a_label(read: Read) -> None:
    """'THE AMBASSADOR' is the one person whom the report calls so."""
    text = "Iraq's ambassador, Omar Hadid, came.\n\nQUESTION: Now?\n\nTHE AMBASSADOR: We reject the map."
    (found,) = [one for one in read(text).statements if one.rule == "answer"]
    assert (found.actor.party, found.actor.person) == ("iraq", "Omar Hadid")


def test_host_brings_in_a_guest_until_somebody_answers(read: Read) -> None:
    """A host's words introduce who is asked; what is asked later introduces nobody."""
    text = (
        "HOST: Our guest is Laura Jensen, Norway's foreign minister. What now?\n\nA: We reject the map.\n\n"
        "HOST: I spoke to Omar Hadid, Iraq's ambassador. You know him?\n\nA: We support the talks."
    )
    assert {one.actor.party for one in read(text).statements} == {"norway"}
