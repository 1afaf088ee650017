"""How findings name things."""

from __future__ import annotations

import dataclasses

from goodoffices.case.case import Case
from goodoffices.case.values import Interval
from goodoffices.findings.words import Names, capital, counted, interval, joined, plain_number, short


def test_lists_are_joined_as_in_a_sentence() -> None:
    """None, one, two and three parts read as a sentence would have them."""
    assert [joined([]), joined(["a"]), joined(["a", "b"], by="or")] == ["", "a", "a or b"]


def test_numbers_up_to_nine_are_words() -> None:
    """Small numbers are words, larger ones figures with separators."""
    assert counted(0, "state") == "no states"
    assert counted(9, "state") == "nine states"
    assert counted(1200, "state") == "1,200 states"


def test_an_interval_shows_its_ends_unless_they_are_one() -> None:
    """A certain value is one number."""
    assert interval(Interval(0.5, 0.5, 0.5)) == "0.5"
    assert interval(Interval(0, 0.1, 1)) == "0.1 (0 to 1)"
    assert plain_number(10.0) == "10"


def test_capital_leaves_the_rest_alone() -> None:
    """Only the first letter changes."""
    assert capital("uN vote") == "UN vote"


def test_short_texts_are_not_cut() -> None:
    """A text within the limit stays; a longer one is cut at a space and marked."""
    assert short("one two", 7) == "one two"
    assert short("one two, three", 12) == "one two …"


def test_an_unknown_party_is_named_readably(strait_draft: Case) -> None:
    """A reader never sees an id with underscores."""
    names = Names(strait_draft)
    assert names.party("harbour_league") == "Harbour league"
    assert names.issue("power_sharing") == "Power sharing"
    assert names.option("power_sharing", "two_chambers") == "Two chambers"
    assert names.party("norvania") == "Norvania"


def test_issue_names_keep_capitals_inside_a_sentence(strait_coded: Case) -> None:
    """A name such as UN seat stays in capitals, an ordinary one begins small."""
    issue = dataclasses.replace(strait_coded.issues["troops"], name="UN seat")
    names = Names(dataclasses.replace(strait_coded, issues={"seat": issue, **strait_coded.issues}))
    assert names.issues(["seat", "security_guarantees"]) == "UN seat and security guarantees"


def test_proposals_bear_letters_where_there_are_several(strait_draft: Case) -> None:
    """The second of three proposals is B; a lone one needs no letter; the 27th has a number."""
    assert Names(strait_draft).proposal("defence_pact").endswith("(B)")
    pact = strait_draft.proposals["defence_pact"]
    alone = dataclasses.replace(strait_draft, proposals={"defence_pact": pact})
    assert Names(alone).proposal("defence_pact") == f"“{pact.name}”"
    many = dataclasses.replace(strait_draft, proposals={f"p{number}": pact for number in range(27)})
    assert Names(many).letter("p26") == "27"
