"""Who stands where in a relation: passives, relative clauses, clefts, owners, and what is no relation."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.statement import Reading, Relation


def told(one: Relation) -> str:
    """Write a relation in one line: who, what, whom, and whose claim it is."""
    target = one.target.party if one.target else "nobody"
    voice = f", says {one.claimed_by.party}" if one.claimed_by else ""
    return f"{'not: ' if one.negated else ''}{one.source.party} {one.kind} {target}{voice}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chad said it was Libya that financed Niger.", ["libya supplies niger, says chad"]),
        ("Togo said that France arms Chad.", ["france supplies chad, says togo"]),
        ("It is known that Libya bankrolls Chad.", ["libya supplies chad"]),
        ("Libya trains, feeds and pays Frolinat.", ["libya supplies frolinat", "libya supports frolinat"]),
        (
            "It will not, because the French sold Baghdad the aircraft and Kuwait kept quiet.",
            ["france supplies iraq"],
        ),
        ("The guerrillas whom Libya had financed took the town.", ["libya supplies guerrillas"]),
        ("The rebels were financed and fed by Libya.", ["libya supplies rebels"]),
        ("The rebels were paid from Tripoli.", ["libya supplies rebels"]),
        ("The embargo imposed by the Arab League on Israel hurts.", ["arab_league sanctions israel"]),
        ("Trade was suspended by the Arab League with Israel.", ["arab_league sanctions israel"]),
        (
            "Italy brokered the meeting with the help of the Community of Sant'Egidio.",
            ["italy brokers nobody", "sant_egidio brokers nobody"],
        ),
        ("Rifles were handed by Libya to the fighters of Frolinat.", ["libya supplies frolinat"]),
        ("Serbia holds a third of Croatia.", ["serbia occupies croatia"]),
        ("Libya bombards Chad daily.", ["libya attacks chad"]),
        ("Syria and Iran are allies.", ["syria allied with iran"]),
        ("Libya is one of Chad's patrons.", ["libya supports chad"]),
        ("Libya is among the patrons of Frolinat.", ["libya supports frolinat"]),
        ("Libya acts as patron of Frolinat.", ["libya supports frolinat"]),
        ("Chad's ally Niger left.", ["niger allied with chad"]),
        ("The Iran-backed Houthi movement left.", ["iran supports houthis"]),
        ("Armenia is dependent on Russia.", ["russia has leverage over armenia"]),
        ("Armenia is beholden to Russia.", ["russia has leverage over armenia"]),
        ("Armenia depends on the Russian pipeline.", ["russia has leverage over armenia"]),
        ("Libyan planes dropped bombs on Chad.", ["libya attacks chad"]),
        ("Rwandan troops marched into Congo.", ["rwanda attacks democratic_republic_of_the_congo"]),
        ("Chad came to the aid of Niger.", ["chad supports niger"]),
        ("Libya has never paid Frolinat.", ["not: libya supplies frolinat"]),
        ("The deliveries of Libyan rifles to Frolinat go on.", ["libya supplies frolinat"]),
        ("Zambia is the mediator and host of the talks.", ["zambia brokers nobody"]),
        ("The Panel accused Libya of arming Frolinat.", ["libya supplies frolinat, says None"]),
        ("A gift of Libyan oil to Malta was announced.", ["libya supplies malta"]),
        ("Libya sent rifles to the army of Chad.", ["libya supplies chad"]),
        ("Chad left. Its ally Niger left too.", ["niger allied with chad"]),
        ("The rebels Libya had financed for years left.", ["libya supplies rebels"]),
    ],
)
def test_parties_are_found_where_the_construction_has_them(
    text: str, found: list[str], read: Callable[[str], Reading]
) -> None:
    """Passive, relative, shared and owned parties are found, and nobody else."""
    assert sorted(told(one) for one in read(text).relations) == sorted(found)


@pytest.mark.parametrize(
    "text",
    [
        "France may arm Chad and train it.",
        "France wanted to arm Chad and fund Niger.",
        "France left instead of arming Chad.",
        "Saudi Arabia supports a Palestinian state.",
        "Donald Trump attacked France.",
        "Russia has thrown its weight behind Kofi Annan.",
        "Chad sent an envoy. Libya supports it.",
        "Libya wanted to be Chad's patron.",
        "Russia was to be allied with Syria.",
        "Armenia might depend on Russia.",
        "Armenia may be at the mercy of Russia.",
        "France might have influence over Chad.",
        "No fear of an Iraqi attack on Iran was voiced.",
        "Chad plans it without French help.",
        "Iran gave its fighters rifles.",
        "The king's supporters attacked the town.",
        "Libya has leverage over itself.",
        "Chad came to the talks with Niger.",
        "Libya's war went on.",
        "The town Libya had bombed was empty.",
        "The movement that Libya had financed for years left.",
        "Whose oil does China buy?",
    ],
)
def test_nothing_is_read_into_it(text: str, read: Callable[[str], Reading]) -> None:
    """Wishes, fears, refusals, plans, questions and trade between people are no relations of parties."""
    assert read(text).relations == ()
