"""Relations in sentences that were written before the rules were tried on them."""

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
        ("Pretoria has poured rifles into the bush for UNITA.", ["south_africa supplies unita"]),
        (
            "Ankara and Doha bankroll the government in Tripoli.",
            ["turkey supplies libya", "qatar supplies libya"],
        ),
        (
            "Washington has long been the main supplier of arms to Riyadh.",
            ["united_states supplies saudi_arabia"],
        ),
        (
            "Riyadh buys its fighters from Britain and France.",
            ["saudi_arabia buys from united_kingdom", "saudi_arabia buys from france"],
        ),
        ("Half of Ethiopia's tanks were sold to it by Ukraine.", ["ukraine supplies ethiopia"]),
        (
            "Rwanda, accused by Kinshasa of arming the M23, kept silent.",
            ["rwanda supplies m23, says democratic_republic_of_the_congo"],
        ),
        (
            "Kinshasa accuses Kigali of propping up the M23.",
            ["rwanda supports m23, says democratic_republic_of_the_congo"],
        ),
        (
            "Congo's neighbours have shut their borders to it.",
            ["congo_neighbours sanctions democratic_republic_of_the_congo"],
        ),
        (
            "The European Union has extended its sanctions against Belarus by a year.",
            ["european_union sanctions belarus"],
        ),
        ("American sanctions have emptied Iran's treasury.", ["united_states sanctions iran"]),
        ("The sanctions that Washington imposed on Iran in 2012 hurt.", ["united_states sanctions iran"]),
        ("Jordan's king and the emir of Qatar mediated.", ["jordan brokers nobody", "qatar brokers nobody"]),
        ("The deal was mediated by Algeria and Qatar.", ["algeria brokers nobody", "qatar brokers nobody"]),
        ("Under Omani auspices, the two sides met again.", ["oman brokers nobody"]),
        ("It was Norway that brought the parties together in 1993.", ["norway brokers nobody"]),
        ("Thailand, chairing the talks, asked for patience.", ["thailand brokers nobody"]),
        ("The African Union, which convened the talks, was disappointed.", ["african_union brokers nobody"]),
        ("Beijing has more influence in Pyongyang than anybody.", ["china has leverage over north_korea"]),
        ("Moldova gets all its gas from Russia.", ["russia supplies moldova"]),
        ("Moldova, wholly dependent on Russian gas, gave in.", ["russia has leverage over moldova"]),
        ("Qatar's leverage with Hamas is a matter of money.", ["qatar has leverage over hamas"]),
        ("Nasser's Egypt was allied with Syria.", ["egypt allied with syria"]),
        ("Ethiopia and its ally Djibouti closed ranks.", ["djibouti allied with ethiopia"]),
        ("Indian artillery shelled Pakistani positions.", ["india attacks pakistan"]),
        ("Vietnam's invasion of Cambodia ended in 1979.", ["vietnam attacks cambodia"]),
        ("Cambodia, occupied by Vietnam since 1979, has no seat.", ["vietnam occupies cambodia"]),
        ("Iran has sent Russia hundreds of drones.", ["iran supplies russia"]),
        ("Tehran provides Hezbollah with most of its money.", ["iran supplies hezbollah"]),
        ("Most of Hezbollah's money comes from Tehran.", ["iran supplies hezbollah"]),
        (
            "Hezbollah takes its orders and its money from Tehran.",
            ["iran has leverage over hezbollah", "iran supplies hezbollah"],
        ),
        ("Zaire lent its airstrips to UNITA.", ["zaire supports unita"]),
        ("Libya has granted asylum to the rebels of Chad.", ["libya supports rebels"]),
        ("The Iran-backed Houthi movement leadership left.", ["iran supports houthis"]),
        ("Libya trucked rifles to the soldiers of Niger.", ["libya supplies niger"]),
        ("Havana's doctors and pilots keep the MPLA going.", ["cuba supports mpla"]),
        ("Through Swiss good offices a letter reached Tehran.", ["switzerland brokers nobody"]),
        ("UNITA finds shelter in Zaire.", ["zaire supports unita"]),
        ("Ethiopian jets struck Mekelle, the capital of Tigray.", ["ethiopia attacks tplf"]),
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
        "Syria's garrison in Lebanon lives off the land.",
        "The guns came from Prague, the money from Tripoli.",
        "Moscow, Hanoi's only friend, pays the bill.",
        "The M23, which Kinshasa calls a creature of Kigali, marched on.",
        "An EU embargo keeps weapons from Myanmar.",
        "Damascus can close the pipeline on which Beirut depends.",
        "Without Russian gas Moldova would freeze.",
        "Nobody has as much clout with Hamas as Qatar.",
        "The Amhara militia, an ally of the army, advanced.",
        "Israeli-occupied land is not for sale.",
        "Syria, part of which Turkey occupies, protested.",
        "Iranian-made drones fell on Odesa.",
        "France has stationed soldiers in Chad.",
        "UNITA uses airstrips in Zaire.",
        "China voted for sanctions on North Korea.",
        "Chad has not won the backing of France.",
        "Sanctions were discussed.",
        "Donald Trump's attack on France went on.",
    ],
)
def test_nothing_is_read_into_it(text: str, read: Callable[[str], Reading]) -> None:
    """Wishes, fears, refusals, plans, questions and trade between people are no relations of parties."""
    assert read(text).relations == ()
