"""Options in sentences that turn round, list, ask, or hide who has the idea."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.statement import Reading


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Under consideration is a ring of observers.", ["a ring of observers"]),
        ("Under study is a lease of fifty years.", ["a lease of fifty years"]),
        (
            "One option is that the dispute could be solved by a lease.",
            ["the dispute could be solved by a lease"],
        ),
        ("What is being explored is a lease of the ridge.", ["a lease of the ridge"]),
        ("Also being weighed is a freeze on new houses.", ["a freeze on new houses"]),
        ("Also mooted is a vote under foreign observers.", ["a vote under foreign observers"]),
        ("Analysts have floated a shared airport.", ["a shared airport"]),
        ("Diplomats are toying with a shared airport.", ["a shared airport"]),
        ("Observers see a way out in a joint presidency.", ["a joint presidency"]),
        ("In the lobbies some speak of a condominium.", ["a condominium"]),
        ("A joint committee has been talked about in the corridors.", ["A joint committee"]),
        ("Maybe the answer lies in a rotating chair.", ["a rotating chair"]),
        ("Thought might be given to a fund for widows.", ["a fund for widows"]),
        ("A tunnel is one of the solutions under study.", ["A tunnel"]),
        ("One scenario foresees a caretaker government.", ["a caretaker government"]),
        ("One variant provides for a second chamber.", ["a second chamber"]),
        ("One way forward would be to free the women first.", ["to free the women first"]),
        (
            "One way round the quarrel would be to count the nomads twice.",
            ["to count the nomads twice"],
        ),
        ("There are four proposals in circulation, among them a vote by canton.", ["a vote by canton"]),
        ("There is talk in the lobbies of partition.", ["partition"]),
        ("There is also the idea of a trusteeship.", ["a trusteeship"]),
        ("Is there any talk of a second conference?", ["a second conference"]),
        ("Would a joint customs post be a solution?", ["a joint customs post"]),
        (
            "Two ideas are under discussion: a court of appeal and an ombudsman.",
            ["a court of appeal", "an ombudsman"],
        ),
        (
            "Diplomats are toying with two ideas: to free the women, or to wait.",
            ["to free the women", "to wait"],
        ),
        (
            "Another approach would let the refugees choose their district.",
            ["let the refugees choose their district"],
        ),
        (
            "An arrangement under study would give the north its own police.",
            ["give the north its own police"],
        ),
        (
            "According to an anonymous draft, the judges would be drawn by lot.",
            ["the judges would be drawn by lot"],
        ),
        ("One possibility mentioned by diplomats is a council of sheikhs.", ["a council of sheikhs"]),
        ("The idea of a neutral police force is in the air.", ["a neutral police force"]),
        ("The notion of a free port is going around.", ["a free port"]),
    ],
)
def test_option_is_found(text: str, found: list[str], read: Callable[[str], Reading]) -> None:
    """An option is found wherever the sentence puts it, and each of a list by itself."""
    assert [one.content.exact for one in read(text).options] == found


@pytest.mark.parametrize(
    "text",
    [
        "One plan by Chad would give the north a seat.",
        "Diplomats float down the river on a raft.",
        "Diplomats float it.",
        "Diplomats are toying with their pens.",
        "Under attack is a village in the east.",
        "Diplomats see a way out of the city.",
        "Diplomats see a tank.",
        "The solution lies in a bottle on the shelf.",
        "Some in the corridors speak French.",
        "Chad and Libya speak of a truce in the corridors.",
        "There were three soldiers, among them a boy.",
        "Kenya had three ideas, among them a patrol.",
        "This formula would leave the army with nothing.",
        "Consideration was given to the widows.",
        "One idea of the minister would cost a fortune.",
        "The idea of the envoy is in the air.",
        "Would the minister be a witness?",
        "A patrol is one of the units of the army.",
        "A patrol is one of the ideas.",
        "According to the minister, the port would be leased.",
        "There was talk of him in the corridors.",
        "One way out would not be to wait.",
    ],
)
def test_none_is_found(text: str, read: Callable[[str], Reading]) -> None:
    """What is somebody's, what is no idea, and what is done already is no option."""
    assert read(text).options == ()
