"""Whose record a briefing is, by its head or its foot, and on whose side somebody is by words alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.statement import Reading
from goodoffices.statements.unlabelled import parts_without_labels

Read = Callable[[str], Reading]
TALK = (
    "MS. OKORO: Good morning. We have offered to host a meeting.\n\nQ: Where?\n\n"
    "MS. OKORO: We reject any venue abroad.\n\nQ: When?\n\nMS. OKORO: We will not wait for the others.\n"
)


def _parties(reading: Reading) -> set[str | None]:
    return {one.actor.party for one in reading.statements if one.rule == "answer"}


@pytest.mark.parametrize(
    ("head", "party"),
    [
        ("MINISTRY BRIEFING\nACCRA, MONDAY, JUNE 5, 1995", "ghana"),
        ("Press conference by the spokeswoman of the presidency\nHarare and Lusaka\n5 June 1995", None),
        ("CABINET SECRETARIAT\nPress desk, Nairobi, 5 June 1995", None),
        ("Briefing on Kenya by the Ministry's spokeswoman, Kampala, 5 June 1995", "uganda"),
        ("The White House\nOffice of the Press Secretary", "united_states"),
        ("Downing Street lobby briefing\nKremlin pool report", None),
        ("ECOWAS summit hall\nGovernment wing\nAccra, 5 June 1995", "ecowas"),
        ("REPUBLIC OF ZAMBIA\nGovernment spokeswoman's briefing", "zambia"),
        ("AFRICAN UNION\nDepartment of political affairs\nAddis Ababa, 5 June 1995", "african_union"),
        ("Spokeswoman's briefing\nTalks with the Arab League\nQuito, 5 June 1995", None),
        ("OFFICE OF THE ENVOY\nGovernment guest house\nNairobi, 5 June 1995", None),
        ("JOINT BRIEFING\nForeign Ministry, Nairobi, 5 June 1995", None),
        ("A talk in Nairobi, 5 June 1995", None),
    ],
)
def test_head_of_a_record_tells_whose_it_is(head: str, party: str | None, read: Read) -> None:
    """An organ beside a capital, a seat or a state's name in a line of its own tells; a place alone not."""
    assert _parties(read(f"{head}\n\n{TALK}")) == {party}


def test_foot_of_a_record_tells_whose_it_is(read: Read) -> None:
    """A line in brackets at the foot tells whose record it is where the head does not."""
    text = f"Regular briefing\n\n{TALK}\n(Ministry of Foreign Affairs of Kenya)\n"
    assert _parties(read(text)) == {"kenya"}


def test_spokesman_in_a_summary_speaks_for_whoever_issues_it(read: Read) -> None:
    """'The spokesman' of a press release is its sender's, be it told what he was asked or not."""
    head = "MINISTRY OF FOREIGN AFFAIRS\nPress release\nTunis, 5 June 1995\n\n"
    told = (
        "Asked about the border, the spokesman said that the trade would go on. The spokesman denied a rift."
    )
    found = read(f"{head}{told}\n").statements
    assert [one.actor.party for one in found] == ["tunisia", "tunisia"]
    assert [one.actor.party for one in read(f"A day in Tunis\n\n{told}\n").statements] == [None, None]


@pytest.mark.parametrize(
    ("question", "answer", "party"),
    [
        ("Your movement lost the town. Can UNITA still win?", "We reject that.", "unita"),
        ("Your own party left the talks. Will RENAMO return?", "We demand guarantees.", "renamo"),
        ("Your movement lost the town. Can UNITA or FNLA still win?", "We reject that.", None),
        ("Your people suffer. Can UNITA still win?", "We reject that.", None),
        ("Can you win?", "We in UNITA reject that.", "unita"),
        ("Can you win?", "My movement, UNITA, has rejected that.", "unita"),
        ("Can you win?", "We in Angola reject that.", None),
        ("Can you win?", "We, the Guild, reject that.", None),
        ("Can UNITA win?", "We reject that.", None),
    ],
)
def test_side_is_known_by_your_movement_or_ours(
    question: str, answer: str, party: str | None, read: Read
) -> None:
    """'Your movement' beside one movement's name, or 'we in' one, shows for whom somebody answers."""
    text = f"Q: {question}\n\nA: {answer}\n\nQ: Why?\n\nA: We cannot accept it.\n"
    assert _parties(read(text)) == {party}


def test_answers_may_stand_on_the_line_below_a_question(read: Read) -> None:
    """Where paragraphs open with a line that asks, the rest answers, also behind one that puts a fact."""
    text = (
        "A conversation with the Kenyan foreign minister\n\n"
        "Will you send the convoy?\nWe will not send it. We demand\nthat the road be opened first.\n\n"
        "The drivers call this cowardly.\nWe reject that word, and they know it as well\nas I do.\n\n"
        "Is it mined?\nIt is not, as far as anybody here\ncan tell.\n\n"
        "And the bridge?\nWe have offered to mend it, with others\nor on our own.\n"
    )
    found = [(one.act, one.actor.party) for one in read(text).statements]
    assert found == [
        ("reject", "kenya"),
        ("demand", "kenya"),
        ("reject", "kenya"),
        ("offer", "kenya"),
    ]


def test_questions_below_a_release_may_put_facts(read: Read) -> None:
    """Lines that take turns under 'questions' are questions and answers, also those without a mark."""
    text = (
        "Kenyan Foreign Ministry\nPress release\n\n"
        + "The road was opened on Monday.\n\n" * 7
        + "Answers to questions:\n\n"
        "Who pays?\n\nWe pay for the fuel.\n\nThe drivers are tired.\n\nWe have asked them to wait.\n\n"
        "Is the bridge safe?\n\nIt is safe.\n\nAnd the ferry?\n\nWe have not closed it.\n"
    )
    answers = [one.evidence.exact for one in read(text).statements if one.rule == "answer"]
    assert answers == [
        "We pay for the fuel.",
        "We have asked them to wait.",
        "It is safe.",
        "We have not closed it.",
    ]


def test_paragraph_between_questions_may_open_with_a_fact(read: Read) -> None:
    """A line that puts a fact at the head of a paragraph is the interviewer's, as those that ask are."""
    text = (
        "Interview with the head of the movement's political wing\n\n"
        "Your movement has been banned in Lisbon. Does that matter?\n"
        "It does not. We demand that the ban be lifted, and we shall go on saying it.\n\n"
        "Your fighters have burnt villages, the monitors of the truce say.\n"
        "We deny that. Those who burnt them wore the uniforms of the army.\n\n"
        "Would UNITA accept a vote?\nWe would accept it.\n"
    )
    found = [one for one in read(text).statements if one.rule == "answer"]
    assert {one.actor.party for one in found} == {"unita"}
    assert "We deny that." in [one.evidence.exact for one in found]
    assert not any("burnt villages" in one.evidence.exact for one in found)


def test_fact_is_no_question_where_few_of_its_neighbours_ask() -> None:
    """Where less than half of every other passage asks, none but those that ask is a question."""
    asked = ["An interview.", "Who?", "We do.", "It rains.", "We go.", "It snows.", "We stay.", "Fog lies."]
    later = ["We wait.", "Hail falls.", "We rest.", "Why?", "We must.", "When?", "We shall."]
    kinds = [asks for asks, _ in parts_without_labels([*asked, *later])]
    assert [place for place, asks in enumerate(kinds) if asks] == [1, 11, 13]
