"""Whose the offices are that a report gives without their owner, and who put somebody there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.statement import Reading

Read = Callable[[str], Reading]
TALKS = "The Government of Uganda and the Uganda People's Army opened talks.\n\n"
LEADER = f"{TALKS}President Yoweri Museveni offered an amnesty.\n\n"


def _party(read: Read, text: str) -> str | None:
    return read(text).statements[-1].actor.party


@pytest.mark.parametrize(
    ("told", "party"),
    [
        ("The governor of Masisi appointed by M23, Mr Peter Ocen, refused to leave.", "m23"),
        ("The mayor of Goma installed by M23, Mr Jean Kalume, denied the charge.", "m23"),
        ("The town clerk nominated by UNITA, Mr Paulo Neto, rejected the list.", "unita"),
        ("The administrator appointed by M23, Mr Jean Kalume, left. Mr Kalume denied the charge.", "m23"),
        ("The administrator arrested by M23, Mr Jean Kalume, left. Mr Kalume denied the charge.", None),
        ("The teacher, who is feared by M23, Mr Jean Kalume, denied the charge.", None),
        ("The governor appointed by decree, Mr Peter Ocen, denied the charge.", None),
    ],
)
def test_who_put_somebody_in_office(told: str, party: str | None, read: Read) -> None:
    """Whoever is appointed by a party acts for it; whoever is arrested by one does not."""
    assert _party(read, told) == party


@pytest.mark.parametrize(
    ("told", "party"),
    [
        ("An adviser to the President ruled out a ceasefire.", "uganda"),
        ("An aide to the President rejected the list.", "uganda"),
        ("An adviser to the President of the bank rejected the list.", None),
        ("An adviser to the Bishop rejected the list.", None),
    ],
)
def test_an_adviser_to_the_president(told: str, party: str | None, read: Read) -> None:
    """An adviser to the President is that of the only leader whom the report has called so."""
    assert _party(read, LEADER + told) == party


def test_of_two_presidents_none_is_taken(read: Read) -> None:
    """Where the report speaks of two presidents, an adviser to the President is nobody's."""
    two = f"{LEADER}President Daniel arap Moi of Kenya praised the offer.\n\n"
    assert _party(read, f"{two}An adviser to the President ruled out a ceasefire.") is None


@pytest.mark.parametrize(
    ("told", "party"),
    [
        ("The head of the government delegation, Sarah Okello, rejected the draft.", "uganda"),
        ("The chief of the government's team, Sarah Okello, rejected the draft.", "uganda"),
        ("The leader of the government panel, Paul Ogwal, welcomed the draft.", "uganda"),
        ("The head of the farmers' delegation, Sarah Okello, rejected the draft.", None),
    ],
)
def test_who_heads_the_government_delegation(told: str, party: str | None, read: Read) -> None:
    """The government delegation is sent by the only government of which the report has spoken."""
    assert _party(read, TALKS + told) == party


@pytest.mark.parametrize(
    ("told", "party"),
    [
        ("Samuel Opio, a rebel commander near Soroti, rejected the offer.", "upa_uganda"),
        ("A rebel leader demanded food.", "upa_uganda"),
    ],
)
def test_a_rebel_commander(told: str, party: str | None, read: Read) -> None:
    """A rebel commander is one of the only movement that the report has named."""
    assert _party(read, TALKS + told) == party


@pytest.mark.parametrize(
    "told",
    [
        "A former rebel commander demanded food.",
        "A Chadian rebel leader demanded food.",
        "A rebel leader of Chad demanded food.",
        "M23 left. A rebel leader demanded food.",
    ],
)
def test_a_rebel_commander_of_others(told: str, read: Read) -> None:
    """A former rebel commander, another country's, or one of two movements' is not one of the first named."""
    assert _party(read, TALKS + told) not in {"upa_uganda", "m23"}


@pytest.mark.parametrize(
    ("told", "party"),
    [
        (
            "Uganda's minister, Hassan Idris, rejected the plan. His deputy, Salah Noor, called it a trap.",
            "uganda",
        ),
        ("The teacher, Jane Ross, wept. Her deputy, Salah Noor, called it a trap.", None),
        ("The bank's deputy, Salah Noor, called it a trap.", None),
    ],
)
def test_ones_own_deputy(told: str, party: str | None, read: Read) -> None:
    """The deputy of a person acts for whomever that person acts."""
    assert _party(read, told) == party


@pytest.mark.parametrize(
    ("told", "party"),
    [
        ("UNITA opened talks. Paulo Neto, the Westcom chief, accused the town.", None),
        ("UNITA opened talks. Paulo Neto, the army chief, rejected the plan.", "unita"),
    ],
)
def test_an_office_of_something_unknown(told: str, party: str | None, read: Read) -> None:
    """The chief of something that nothing else tells of does not act for the party last named."""
    assert _party(read, told) == party
