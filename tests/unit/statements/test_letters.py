"""Letters: whose words stand between a greeting and a signature."""

from __future__ import annotations

import pytest

from goodoffices.statements.labels import Voice, label_of
from goodoffices.statements.letters import letter_in
from goodoffices.statements.speaking_turns import Part
from goodoffices.statements.speeches import addresses

BODY = ("We accept the first nine articles.", "The tenth is not acceptable to us.")


@pytest.mark.parametrize(
    ("greeting", "signature", "name", "role"),
    [
        (
            "Dear Mr. Secretary-General,",
            ("Ana Diaz", "Foreign Minister of Peru"),
            "Ana Diaz",
            "Foreign Minister of Peru",
        ),
        ("Your Excellency,", ("(Signed) OUMAR SY", "President of Mali"), "Oumar Sy", "President of Mali"),
        (
            "Mr. Chairman:",
            ("Yours faithfully,", "H.E. Ana de la Cruz", "Ambassador of Peru"),
            "Ana de la Cruz",
            "Ambassador of Peru",
        ),
        (
            "Your Holiness,",
            ("/s/ Jorge Luna", "Minister", "Republic of Chile"),
            "Jorge Luna",
            "Minister, Republic of Chile",
        ),
        (
            "Dear Ana,",
            ("Lena Berg", "Minister of Defence of Norway", "cc: the embassies"),
            "Lena Berg",
            "Minister of Defence of Norway",
        ),
    ],
)
def test_signature_says_whose_letter_it_is(
    greeting: str, signature: tuple[str, ...], name: str, role: str
) -> None:
    """The name alone on a line at the end, and the office below it, are those of the sender."""
    found = letter_in(["12 May 1998", greeting, *BODY, *signature])
    assert found is not None
    assert (found.name, found.role) == (name, role)


@pytest.mark.parametrize(
    ("head", "office", "role"),
    [
        ("FRONT FOR THE LAKE", "Chairman", "Chairman of the Front for the Lake"),
        ("[a copy]\nEmbassy of Chad", "Ambassador", "Ambassador of the Embassy of Chad"),
        ("Free Valley Movement", "", "representative of the Free Valley Movement"),
        ("To the Prime Minister", "Chairman", "Chairman"),
        ("Oslo, 3 May 1998", "Chairman", "Chairman"),
    ],
)
def test_letterhead_says_of_whom_a_bare_office_is(head: str, office: str, role: str) -> None:
    """An office without an owner is that of the body on whose paper the letter is written."""
    found = letter_in([*head.splitlines(), "Excellency,", *BODY, "ODD LUND", *([office] if office else [])])
    assert found is not None
    assert found.role == role


@pytest.mark.parametrize(
    "texts",
    [
        ("Dear readers,", *BODY, "Anna Holm"),
        ("Your Move,", *BODY, "Anna Holm"),
        ("Excellency,", *BODY),
        ("Excellency,", *BODY, "Yours sincerely"),
        ("Excellency,", *BODY, "Ministry of Defence"),
        ("Excellency,", *BODY, "Anna Holm", "was not there. She had left the day before."),
        ("Excellency,", *BODY, "Anna Maria Luisa von und zu Holm"),
        ("The envoy, in a letter,", *BODY, "Anna Holm"),
    ],
)
def test_without_greeting_or_signature_there_is_no_letter(texts: tuple[str, ...]) -> None:
    """A column, an unsigned paper and a report with short lines are no letters."""
    assert letter_in(texts) is None


def test_a_letter_is_its_senders_words() -> None:
    """What stands between greeting and signature is the sender's; heads and signatures are nobody's."""
    found = addresses(["Dear Mr Lund,", *BODY, "Ana Diaz", "Minister of Peru"])
    assert [turn.part if turn else None for turn in found] == [
        Part.ASIDE,
        Part.ADDRESS,
        Part.ADDRESS,
        Part.ASIDE,
        Part.ASIDE,
    ]
    assert found[1] is not None
    assert (found[1].name, found[1].role) == ("Ana Diaz", "Minister of Peru")


def test_a_letter_without_a_first_person_is_none() -> None:
    """A letter in which nobody says I or we is read as any other report."""
    assert addresses(["Dear Mr Lund,", "The rebels left.", "Ana Diaz"]) == (None, None, None)


def test_a_letter_of_people_who_name_themselves_is_that_of_who_signs() -> None:
    """Who signs counts before 'We, the mothers of the missing, …'."""
    found = addresses(["Dear Mr Lund,", "We, the mothers of the valley, ask for lists.", "Ana Diaz", "Chair"])
    assert found[1] is not None
    assert found[1].name == "Ana Diaz"


def test_speaker_label_with_two_brackets() -> None:
    """A remark on the language spoken stands behind the country of a speaker."""
    found = label_of("Mr. SY (Senegal) (spoke in French): We accept it.")
    assert found is not None
    assert (found.name, found.role) == ("Mr. SY", "Senegal")


def test_speaker_label_that_says_to_whom() -> None:
    """To whom somebody speaks is no office, and makes nobody a reporter."""
    found = label_of("Ana Sy, to reporters: The road is open.")
    assert found is not None
    assert (found.voice, found.name, found.role) == (Voice.NAMED, "Ana Sy", "")
    assert label_of("the rebels, to reporters: The road is open.") is None
