"""Options by what they are called, by talk of them, and by what could solve a matter."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.statement import Reading


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One option is a patrol on the border.", ["a patrol on the border"]),
        ("One possibility is a trusteeship of three years.", ["a trusteeship of three years"]),
        (
            "One option is a patrol. Another is to leave the matter until after a census.",
            ["a patrol", "to leave the matter until after a census"],
        ),
        ("A neutral police force has been suggested for the towns.", ["A neutral police force"]),
        ("A referendum on the flag has been mooted.", ["A referendum on the flag"]),
        ("A hotline between the two armies is being discussed.", ["A hotline between the two armies"]),
        ("A hotline between the two armies is under discussion.", ["A hotline between the two armies"]),
        ("A shared customs house is on the table.", ["A shared customs house"]),
        ("A joint commission is among the ideas being floated.", ["A joint commission"]),
        ("Among the ideas being floated is a joint commission.", ["a joint commission"]),
        ("It has been suggested that the garrison move first.", ["the garrison move first"]),
        (
            "It was mooted in the corridors that a joint commission count the rifles.",
            ["a joint commission count the rifles"],
        ),
        ("It has been proposed to pay the soldiers first.", ["to pay the soldiers first"]),
        ("One could think of Switzerland.", ["Switzerland"]),
        ("There is talk of a customs union.", ["a customs union"]),
        ("There has been talk of dividing the port.", ["dividing the port"]),
        ("There is an idea to let Kenya train the police.", ["to let Kenya train the police"]),
        (
            "Under one version, the port would be leased for thirty years.",
            ["the port would be leased for thirty years"],
        ),
        ("In another variant the river would be the line.", ["the river would be the line"]),
        (
            "Ideas in circulation: one is an interim parliament of 330 seats.",
            ["an interim parliament of 330 seats"],
        ),
        (
            "One suggestion, of which nobody is the author, is that the mandate be renewed every year.",
            ["the mandate be renewed every year"],
        ),
        (
            "Among the proposals is one that has no father: a square kilometre with two flags.",
            ["a square kilometre with two flags"],
        ),
        ("A way out would be to let the judges decide.", ["to let the judges decide"]),
        ("A compromise might be a shorter list.", ["a shorter list"]),
        ("The dispute could be solved by a lease.", ["a lease"]),
        ("The gap could be bridged by a joint force.", ["a joint force"]),
        ("A second possibility is arbitration in The Hague.", ["arbitration in The Hague"]),
        ("The last scenario is a vote in the camps.", ["a vote in the camps"]),
        ("The idea of a buffer zone is doing the rounds.", ["a buffer zone"]),
        ("There is talk of a wounded king.", ["a wounded king"]),
        ("One might imagine two flags.", ["two flags"]),
        ("One option is a patrol. Another failed.", ["a patrol"]),
    ],
)
def test_option_is_found(text: str, found: list[str], read: Callable[[str], Reading]) -> None:
    """What nobody in particular put forward is an option, with the words that name it."""
    assert sorted(one.content.exact for one in read(text).options) == sorted(found)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya has suggested a patrol.",
        "A patrol has been suggested by Kenya.",
        "Kenya's idea is a patrol on the border.",
        "A patrol is not an option.",
        "Chad has been suggested.",
        "It has been suggested that the attack was planned.",
        "The minister has been discussed.",
        "There is no talk of a customs union.",
        "The bus is on the table.",
        "One could hear the guns.",
        "One problem is the weather.",
        "The question has been raised before.",
        "The meeting has been proposed for Monday.",
    ],
)
def test_none_is_found(text: str, read: Callable[[str], Reading]) -> None:
    """What somebody put forward, asserts, asks or denies is no option of nobody."""
    assert read(text).options == ()
