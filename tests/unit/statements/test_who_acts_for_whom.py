"""People whose party a report gives in another sentence than their words, and who is asked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.marks import quoted_stretches
from goodoffices.statements.scene import Scene
from goodoffices.statements.statement import Actor, Reading

Read = Callable[[str], Reading]
DECK = "The negotiator of the lake people on weapons and autonomy\n\n"
ASKED = (
    "{intro}\n\nQ. {first}\n\nA. Not this week. We cannot sign that.\n\n"
    "Q. And the army?\n\nA. We reject its offer.\n"
)


def speakers(reading: Reading) -> set[tuple[str | None, str | None]]:
    """Return person and party of every statement."""
    return {(one.actor.person, one.actor.party) for one in reading.statements}


@pytest.mark.parametrize(
    ("intro", "first"),
    [
        (
            DECK + "He receives us in a hotel. Lamine Kane, 51, taught geography. Since May he has led the "
            "delegation of the Lake Movement (LM) at the talks.",
            "Will there be a signature?",
        ),
        ("Lamine Kane has been at the table for the Lake Movement since 1999.", "Mr Kane, will you sign?"),
        (
            "Lamine Kane is one of the two vice-presidents of the Lake Movement. The former miner met us.",
            "Soon?",
        ),
    ],
)
def test_who_is_asked_is_found_in_the_introduction(intro: str, first: str, read: Read) -> None:
    """The one person whom the lines before the first question name answers, for the party named there."""
    found = speakers(read(ASKED.format(intro=intro, first=first)))
    assert {person for person, _ in found} == {"Lamine Kane"}
    assert len({party for _, party in found} - {None}) == 1


def test_of_two_people_the_one_addressed_answers(read: Read) -> None:
    """A question that calls somebody by name is put to that person."""
    intro = "Lamine Kane speaks for the Lake Movement. Anna Lindholm represents Mali."
    found = speakers(read(ASKED.format(intro=intro, first="Mrs Lindholm, will you sign?")))
    assert {person for person, _ in found} == {"Anna Lindholm"}


def test_initials_stand_for_a_name_that_a_title_hides(read: Read) -> None:
    """'RF' is Dr. Ranjit Fernando, though the title stands before the name."""
    text = (
        "HOST: In the studio is Dr. Ranjit Fernando, who speaks for the Liberation Tigers in London.\n\n"
        "RF: We reject the paper.\n\nHOST: Why?\n\nRF: We cannot sign it.\n"
    )
    assert {person for person, _ in speakers(read(text))} == {"Ranjit Fernando"}


@pytest.mark.parametrize(
    ("heading", "party"),
    [
        ("Office of the Facilitator for the Inter-Chadian Dialogue", None),
        ("Office of the Special Envoy for Liberia", None),
        ("Chadian Ministry of Defence", "chad"),
    ],
)
def test_a_heading_names_whose_spokesperson_answers_only_by_its_owner(
    heading: str, party: str | None, read: Read
) -> None:
    """An office for a country is not that country's; a ministry is."""
    text = (
        f"{heading}\n\nTranscript of the noon briefing by Thandi Mokoena, Spokesperson\n\n"
        "Question: Will it sign?\n\nSpokesperson: We reject the text.\n\nQuestion: Why?\n\n"
        "Spokesperson: We cannot accept it.\n"
    )
    assert {found for _, found in speakers(read(text))} == {party}


def test_a_spokesperson_for_somebody_speaks_for_that_party(read: Read) -> None:
    """'Spokesperson for the ECOWAS mediator' is ECOWAS, and the label 'Spokesperson' that person."""
    text = (
        "Briefing by Thandi Mokoena, Spokesperson for the ECOWAS mediator\n\nQuestion: Will you go on?\n\n"
        "Spokesperson: We reject the text.\n\nQuestion: Why?\n\nSpokesperson: We cannot accept it.\n"
    )
    assert {found for _, found in speakers(read(text))} == {"ecowas"}


def test_what_is_put_to_somebody_without_a_question_mark_is_no_answer(read: Read) -> None:
    """In an interview without labels, 'Your army says …' is the interviewer's."""
    text = (
        "Interview\n\nLamine Kane is a spokesman of the Lake Movement.\n\nWhat do you want?\n\n"
        "We demand a date.\n\nChad insists that your fighters disarm first.\n\nWe reject that.\n\n"
        "Is there hope?\n\nWe are ready to talk.\n"
    )
    assert [str(one.act) for one in read(text).statements] == ["demand", "reject", "open"]


def test_the_party_of_a_person_is_kept_for_the_words_that_follow(read: Read) -> None:
    """Whom somebody represents counts for quotations in later paragraphs; what was years ago does not."""
    text = "Rosa Quiroga leads the delegation of Chad.\n\n“We reject the map,” said Quiroga.\n"
    assert speakers(read(text)) == {("Rosa Quiroga", "chad")}
    once = "Rosa Quiroga led the delegation of Chad in 1991.\n\n“We reject the map,” said Quiroga.\n"
    assert ("Rosa Quiroga", "chad") not in speakers(read(once))


def test_she_is_not_he(read: Read) -> None:
    """A person called 'he' before does not answer to 'she', nor one with another title."""
    text = "Mrs Rosa Quiroga met Mr Gustavo Paz. She rejected the map, and he accepted the date."
    acts = {
        str(one.act): one.actor.person for one in read(text).statements if one.act in {"reject", "accept"}
    }
    assert {act: (name or "").split()[-1] for act, name in acts.items()} == {
        "reject": "Quiroga",
        "accept": "Paz",
    }


def test_what_is_known_of_a_person_comes_from_titles_offices_and_pronouns() -> None:
    """The first sign counts, and a pronoun for things says nothing."""
    scene, kane = Scene(), Actor("Kane", person="Ana Kane")
    assert scene.fits(kane, "he")
    scene.learn(kane, "it")
    scene.learn(kane, "the spokeswoman, Ana Kane")
    scene.learn(kane, "he")
    assert scene.fits(kane, "her")
    assert not scene.fits(kane, "him")
    assert scene.fits(kane, "it")


PROFILE = (
    "Ramiro Luna has commanded the eastern front of the Lake Movement since May.\n\n"
    '"They are afraid of us," he says.\n\n"We came to talk," says Luna.\n\n'
)


@pytest.mark.parametrize(
    ("paragraph", "person"),
    [
        ('Luna laughs. "First the soldiers leave the barracks."', "Ramiro Luna"),
        ('And the money? "They paid for the helicopters for ten years."', "Ramiro Luna"),
        (
            'He opens a drawer. In it lies the letter of Alfredo Diaz, the minister. "We answered it."',
            "Ramiro Luna",
        ),
        ('Across town sits Alfredo Diaz, the minister. "We answered in one line."', None),
    ],
)
def test_a_quotation_in_a_profile_is_whose_the_paragraph_is(
    paragraph: str, person: str | None, read: Read
) -> None:
    """It is that of the person whom the sentence before is about, or of the only one quoted so far."""
    found = [one for one in read(PROFILE + paragraph + "\n").statements if one.rule == "quotation"][2:]
    assert {one.actor.person for one in found if "Diaz" not in (one.actor.person or "")} == (
        {person} - {None}
    )


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("'We cannot accept it,' he says of the map.", ["'We cannot accept it,'"]),
        ("The rebels' Luna 'keeps his word' and the rebels' map.", ["'keeps his word'"]),
        ("The rebels' map and the soldiers' road.", []),
        ("It was in the '90s, he said, in '94.", []),
        ("'twas dark", []),
    ],
)
def test_straight_single_marks_quote_where_they_open_and_close(text: str, quoted: list[str]) -> None:
    """A single straight mark opens before a word and closes behind a stop, or soon; apostrophes do not."""
    assert [text[start:end] for start, end in quoted_stretches(text)] == quoted


@pytest.mark.parametrize(
    ("text", "party"),
    [
        (
            (
                "ECOWAS MEDIATION – DAILY BRIEFING\n\nEFUA MENSAH (Spokesperson): We reject the text.\n\n"
                "QUESTION: Why?\n\nMENSAH: We cannot accept it.\n"
            ),
            "ecowas",
        ),
        (
            (
                "Transcript: State Department Regular Briefing\n\nMR. HALE: We call on all sides to stop.\n\n"
                "QUESTION: When?\n\nMR. HALE: We want them to stop now.\n"
            ),
            "united_states",
        ),
        (
            (
                "Interview: Rosa Lindholm\n\nShe was a teacher and is the voice of Chad in Europe.\n\n"
                "Q. Will you sign?\n\nA. We reject the text.\n\nQ. Why?\n\nA. We cannot accept it.\n"
            ),
            "chad",
        ),
    ],
)
def test_whose_briefing_it_is_stands_in_its_heading(text: str, party: str, read: Read) -> None:
    """A heading, in capitals or not, or a line on the one who is asked names whom the answers commit."""
    assert {found for _, found in speakers(read(text))} == {party}


@pytest.mark.parametrize(
    "intro",
    [
        "Nur Djamil comes out of the manor. The Lake Movement's negotiator has not eaten since noon.",
        "Four questions to Rosa Lindholm\n\nThe spokeswoman of the Lake Movement answered by telephone.",
        (
            "Zaini Bakhtiar speaks softly. He has sat for the Lake Movement through four rounds with "
            "ministers under the roof of Martti Ahtisaari."
        ),
        "The Lake Movement's man in the talks\n\nName: Paul Lindholm. Age: 49. He was eight years in prison.",
    ],
)
def test_somebody_without_a_sentence_that_says_so_is_asked_for_a_party(intro: str, read: Read) -> None:
    """A negotiator without a name is the one person named, also by a name that nobody knows."""
    found = speakers(read(ASKED.format(intro=intro, first="Will you sign?")))
    ((person, party),) = found
    assert person in {"Nur Djamil", "Rosa Lindholm", "Zaini Bakhtiar", "Paul Lindholm"}
    assert party == "lake_movement"


def test_where_somebody_speaks_is_not_for_whom(read: Read) -> None:
    """'Speaking in Senegal' and ministers who were met name nobody's party."""
    assert speakers(read("Paul Keita, speaking in Senegal, rejected the map.")) == {("Paul Keita", None)}


@pytest.mark.parametrize(
    "intro",
    [
        "Karim Lindholm negotiates with the government of Chad in the name of the Lake Movement.",
        "Karim Lindholm has led the team of the Lake Movement at the Lusaka talks since May.",
        "The Lake Movement's chief negotiator, Ikbal Dato, on autonomy and guns",
    ],
)
def test_whom_somebody_negotiates_with_is_not_for_whom(intro: str, read: Read) -> None:
    """Who negotiates with a state in a movement's name answers for the movement."""
    found = speakers(read(ASKED.format(intro=intro, first="Will you sign?")))
    assert {party for _, party in found} == {"lake_movement"}
    assert len(found) == 1
