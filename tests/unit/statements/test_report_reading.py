"""What a reading of a whole report holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from goodoffices.statements.acts import Act
from goodoffices.statements.statement import Actor, Reading

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Chad rejected the map on 3 May 1994.", dt.date(1994, 5, 3)),
        ("Chad rejected the map on May 3, 1994.", dt.date(1994, 5, 3)),
        ("Chad rejected the map on 1994-05-03.", dt.date(1994, 5, 3)),
        ("Chad rejected the map on 31 February 1994.", None),
        ("Chad rejected the map on 3 May.", None),
        ("Chad rejected the map on Monday.", None),
        ("Chad rejected the map.", None),
    ],
)
def test_date_is_one_that_the_sentence_states_in_full(text: str, date: dt.date | None, read: Read) -> None:
    """A day without a year is no date, and a day that no month has is none either."""
    (found,) = read(text).statements
    assert found.date == date


def test_precedents_have_year_and_voice(read: Read) -> None:
    """Named agreements are found with the year given for them, in the voice of whoever brings them up."""
    found = read(
        "Chad said that Libya broke the Lome Accord of 1999. The Treaty of Oslo and Cairo (1982) failed. "
        "The Organization of African Unity Charter held. The 1991 Paris Agreement held. "
        "NATO's Article 5 helped. The Accord failed."
    ).precedents
    named = [(one.name, one.year, one.claimed_by and one.claimed_by.party) for one in found]
    assert ("Lome Accord", 1999, "chad") in named
    assert any(year == 1991 and name.endswith("Paris Agreement") for name, year, _ in named)
    assert ("NATO's Article 5", None, None) in named
    assert any(name.endswith("Organization of African Unity Charter") for name, _, _ in named)
    assert "Accord" not in {name for name, _, _ in named}


def test_option_without_a_plan_belongs_to_nobody(read: Read) -> None:
    """'One option is …' with no plan before it has no owner."""
    (option,) = read("One option is a patrol on the border.").options
    assert (option.content.exact, option.of, option.issues) == (
        "a patrol on the border",
        None,
        ("territory",),
    )


def test_option_that_somebody_names_is_theirs(read: Read) -> None:
    """An option inside a statement is part of it."""
    assert read("Chad said that one option is a patrol.").options == ()


def test_distance_names_parties_and_issues(read: Read) -> None:
    """'Far apart on both' takes its issues from the sentence before."""
    (found,) = read(
        "Two issues remain: a truce and the border. Chad and Libya are far apart on both."
    ).distances
    assert [party.party for party in found.parties] == ["chad", "libya"]
    assert found.issues == ("territory", "ceasefire")


def test_distance_needs_two_parties(read: Read) -> None:
    """One party alone is not far apart from anybody."""
    assert read("Chad is far apart. The villages are far apart.").distances == ()


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("Chad proposed a truce. Libya rejected the idea.", True),
        ("Chad proposed a truce. Libya accepted it.", True),
        ("Chad proposed a truce. Chad rejected the idea.", False),
        ("Libya rejected the idea.", False),
        ("Chad proposed a truce. Libya did not accept the idea.", False),
        (
            "Chad proposed an elected northern council. Libya rejected an elected northern council.",
            True,
        ),
        ("Chad proposed a truce. Libya rejected a vote on the border.", False),
        ("Chad offered a truce. Mali proposed a vote. Libya rejected the offer.", True),
        ("Chad proposed a truce. " + "Rain fell on the hills and rivers. " * 8 + "Libya accepted it.", False),
    ],
)
def test_response_answers_the_proposal_it_points_at(text: str, answered: bool, read: Read) -> None:
    """A noun or pronoun that points back, or the same matter, links a response to its proposal."""
    found = read(text).statements
    assert found[-1].answers == ((found[0].id,) if answered else ())


def test_met_party_is_a_consultation(read: Read) -> None:
    """Parties meet parties; a deadline that is met is no consultation."""
    assert [one.act for one in read("Sergey Lavrov met Kofi Annan.").statements] == [Act.CONSULT]
    assert [one.actor.party for one in read("Chad and Libya met in Oslo.").statements] == ["chad", "libya"]
    assert read("Chad met the deadline. Chad met in Oslo.").statements == ()


def test_praise_of_a_party_is_no_answer(read: Read) -> None:
    """'Backed Libya' is a relation; 'welcomed Libya's plan' is a statement."""
    assert read("Chad backed Libya.").statements == ()
    assert [one.act for one in read("Chad welcomed Libya's plan.").statements] == [Act.SUPPORT]


def test_label_of_an_actor_is_the_best_name_there_is() -> None:
    """The party's name comes before the person's, and that before the words of the report."""
    assert Actor("he", "chad", "Chad", "Ann Ba").label == "Chad"
    assert Actor("he", person="Ann Ba").label == "Ann Ba"
    assert Actor("a miller").label == "a miller"


def test_interjected_speech_has_the_sentence_as_content(read: Read) -> None:
    """'The truce, Chad said, is over' is one claim about the truce."""
    (found,) = read("The truce, Chad said, is over.").statements
    assert found.act is Act.CLAIM
    assert "truce" in found.evidence.exact


def test_clause_behind_a_semicolon_stands_for_itself(read: Read) -> None:
    """What one side of a semicolon says is not the content of the other."""
    found = read("Chad demands a vote; Libya said that it was tired.").statements
    assert {(one.actor.party, one.act) for one in found} == {("chad", Act.DEMAND), ("libya", Act.CLAIM)}
