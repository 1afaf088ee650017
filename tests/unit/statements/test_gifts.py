"""Who gives what to whom where the noun tells it, whatever the verb."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.statement import Reading, Relation


def told(one: Relation) -> str:
    """Write a relation in one line: who, what and whom."""
    target = one.target.party if one.target else "nobody"
    return f"{'not: ' if one.negated else ''}{one.source.party} {one.kind} {target}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Uganda trucked forty crates of ammunition to the SPLA.", ["uganda supplies splm"]),
        ("Forty crates of cartridges were trucked to the SPLA by Uganda.", ["uganda supplies splm"]),
        ("Libyan rifles and boots were parcelled out to UNITA.", ["libya supplies unita"]),
        ("The rifles that Uganda trucked to the SPLA were old.", ["uganda supplies splm"]),
        ("Pretoria keeps RENAMO going with rifles and radios.", ["south_africa supplies renamo"]),
        ("Tripoli helped the Polisario Front with mortars.", ["libya supplies polisario"]),
        ("Cairo cheered the SPLA with a million dollars.", ["egypt supplies splm"]),
        ("Kuwait lent Iraq £40m.", ["kuwait supplies iraq"]),
        ("Germany bestowed £40m to the budget of Mali.", ["germany supplies mali"]),
        (
            "Saudi Arabia has carried much of the cost of the war for Morocco.",
            ["saudi_arabia supplies morocco"],
        ),
        ("Algiers has opened its airfields to the Polisario Front.", ["algeria supports polisario"]),
        (
            "The United States is in the war, and Congress voted UNITA another $60m last autumn.",
            ["united_states supplies unita"],
        ),
        ("Nobody in Libya sends the IRA weapons.", ["not: libya supplies ira"]),
        (
            "Forty governments, India and Yugoslavia among them, have recognised Polisario.",
            ["india supports polisario", "yugoslavia supports polisario"],
        ),
        ("Several states, including Mali, have recognised Polisario.", ["mali supports polisario"]),
        (
            "Algeria has sheltered the Polisario Front, fed its camps and fuelled its jeeps.",
            ["algeria supports polisario", "algeria supplies polisario"],
        ),
        ("Algeria fuelled the Polisario Front's jeeps.", ["algeria supplies polisario"]),
        ("Libya once paid for half of the Polisario Front's missiles.", ["libya supplies polisario"]),
        ("Hezbollah, on Iran's payroll, said no.", ["iran supplies hezbollah"]),
        ("Uganda took the SPLA under its wing.", ["uganda supports splm"]),
        (
            "Washington sells Saudi Arabia bombs. London, the second-largest seller, kept silent.",
            ["united_states supplies saudi_arabia", "united_kingdom supplies saudi_arabia"],
        ),
        (
            "Moscow sold Syria tanks. The biggest seller, France, kept silent.",
            ["russia supplies syria", "france supplies syria"],
        ),
        ("UNITA has always marched with South Africa.", ["unita allied with south_africa"]),
    ],
)
def test_the_noun_and_the_roles_tell_it(read: Callable[[str], Reading], text: str, found: list[str]) -> None:
    """Goods, help and upkeep tell of a relation in whatever verb brings them to a party."""
    assert [told(one) for one in read(text).relations] == found


@pytest.mark.parametrize(
    "text",
    [
        "Saudi Arabia has promised Morocco rifles.",
        "Iran wants to send Hezbollah rockets.",
        "Israel seized rockets bound for Hezbollah.",
        "Iraq, paying back Damascus for its friendship with Iran, kept silent.",
        "UNITA turned over its rifles to the United Nations.",
        "Saudi Arabia reiterated its support for a Palestinian state.",
        "Ethiopia counted rifles for a week.",
        "Chad paid dollars for Libya's oil.",
        "Chad paid for Libya's mistakes.",
        "Chad paid for its rifles.",
        "Iraq threatened Kuwait with missiles.",
        "Chad is to be taken under Libya's wing.",
        "Uganda sent rifles to Sudan's enemies.",
        "Uganda fed its camps.",
        "Chad, the second-largest seller, kept silent.",
        "Nobody knows.",
        "Congress voted UNITA another $60m.",
    ],
)
def test_what_is_no_gift_is_none(read: Callable[[str], Reading], text: str) -> None:
    """Promises, wishes, seizures, surrenders, purchases and threats give nobody anything."""
    kinds = {"supplies", "supports", "allied with"}
    assert not [told(one) for one in read(text).relations if one.kind in kinds]
