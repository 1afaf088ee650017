"""Parties of a relation that stand further off: speakers, lists after a colon, second nouns, short titles."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.statement import Reading, Relation


def told(one: Relation) -> str:
    """Return a relation in one line: source, kind, target."""
    target = "nobody" if one.target is None else one.target.party
    return f"{'not: ' if one.negated else ''}{one.source.party} {one.kind} {target}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"Libya gave us rifles," said the president of Chad.', "libya supplies chad"),
        ('"Rwanda attacked our villages," the president of Burundi said.', "rwanda attacks burundi"),
        ('The foreign minister of Mali said: "France trained our soldiers."', "france supports mali"),
        (
            "The Lomé Accord of 1999 was read out. Three states put their names to it: Togo, Mali and Ghana.",
            "mali signed nobody",
        ),
        ("The United States Senate imposed an embargo on Guatemala.", "united_states sanctions guatemala"),
        ("Turkey kept its ban on flights to Armenia.", "turkey sanctions armenia"),
        ("The curbs that India has placed on trade with Nepal hurt the hills.", "india sanctions nepal"),
        (
            "Qatar has placed three billion dollars with the Central Bank of Egypt.",
            "qatar supplies egypt",
        ),
        ('"Angola lends us trucks," said the president of Zambia.', "angola supplies zambia"),
        (
            '"Thai soldiers fired on our villages," said the foreign minister of Cambodia.',
            "thailand attacks cambodia",
        ),
        ("Tanzanian soldiers came at Uganda's invitation.", "tanzania supports uganda"),
        ("The boycott which Egypt imposed on goods from Israel ended.", "egypt sanctions israel"),
        ("Sweden sold Chad its patrol boats.", "sweden supplies chad"),
        ("Berlin blamed Iraq for continuing to ship rifles to Syria.", "iraq supplies syria"),
        (
            "The Arusha Agreement, initialled by Rwanda in 1993 and guaranteed by Tanzania, collapsed.",
            "tanzania guaranteed nobody",
        ),
        ("The ceasefire of 1993, of which Russia was guarantor, collapsed.", "russia guaranteed nobody"),
        ("Jordan's Hassan Nuri brokered the exchange.", "jordan brokers nobody"),
        ("Ghana's president, who chairs the Lomé initiative, was tired.", "ghana brokers nobody"),
        ("The facilitator, South Africa's deputy president, was tired.", "south_africa brokers nobody"),
        ("Under Egyptian and Qatari auspices they met.", "qatar brokers nobody"),
        ("The Syrian-backed Hezbollah fighters left.", "syria supports hezbollah"),
        (
            "Chad spoke of air raids on Bangui which it blamed on Libyan jets.",
            "libya attacks central_african_republic",
        ),
        (
            "The Sudanese Armed Forces (SAF) fight in Sudan. Iran is providing drones to the army.",
            "iran supplies saf_sudan",
        ),
        (
            "The leader of the Southern Transitional Council was late. Oman backs the Council.",
            "oman supports southern_transitional_council",
        ),
        (
            "Saudi Arabia was tired. Yesterday the Kingdom sold Jordan rifles.",
            "saudi_arabia supplies jordan",
        ),
        (
            "The Houthis and the rebels of the north met. Iran gave them rifles.",
            "iran supplies houthis",
        ),
    ],
)
def test_a_party_that_stands_further_off_is_found(
    text: str, found: str, read: Callable[[str], Reading]
) -> None:
    """Speakers, lists, second nouns and short titles lead to the parties of a relation."""
    assert found in [told(one) for one in read(text).relations]


@pytest.mark.parametrize(
    "text",
    [
        '"They gave us rifles," said a man.',
        '"Libya gave us rifles," said Ana Diaz.',
        "Chad was late. Oman backs the Oracle.",
        "Three states signed it: the text is long.",
        "Chad and Togo signed nothing: France, alone, was there.",
        "He could imagine a corridor under French supervision.",
        "Chad cut relations with Togo.",
        "France gave full support to the efforts of Chad.",
        "The mayor spoke of Tiwinza. Peru bombed it.",
        "France sold Chad the idea of a federation.",
        "The army of ants fed on French bread. Iran sent drones to the army.",
        "The Kingdom armed Jordan.",
    ],
)
def test_what_leads_to_no_party_is_no_relation(text: str, read: Callable[[str], Reading]) -> None:
    """A stranger's 'us', an idea, a village, efforts and imagined supervision give no relation."""
    assert read(text).relations == ()
