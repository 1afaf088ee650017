"""Names that only the report makes known, and nouns that take a name up."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.introductions import introductions
from goodoffices.statements.statement import Reading

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Mouvement des Patriotes du Lac (MPL) left.", ("Mouvement des Patriotes du Lac", "MPL")),
        ("the Forces armées de la Rive (the “FAR”) left", ("Forces armées de la Rive", "FAR")),
        ("the People's Front-North (PFN)", ("People's Front-North", "PFN")),
        ("the Union of Fishers and Herders (UFH)", ("Union of Fishers and Herders", "UFH")),
        ("the Lake Herders' National Union (UNHL)", ("Lake Herders' National Union", "UNHL")),
    ],
)
def test_a_short_form_in_brackets_belongs_to_the_words_whose_letters_it_has(
    text: str, found: tuple[str, str]
) -> None:
    """Words read backwards from the bracket give the letters of the short form; small words give none."""
    (one,) = introductions(text)
    assert (one.long, one.short) == found
    assert text[one.start : one.end] == one.long
    assert text[one.short_start :].startswith(one.short)


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Diallo (Senegal) left.",
        "the lake front (LF) left",
        "the Herders (H) left",
        "The talks (ABC) ended.",
        "the big Lake Front (BLF) left",
        "the Lake Front (XYZ) left",
        "the Union (UN)",
        "many words that end here (WTE)",
    ],
)
def test_a_bracket_with_other_letters_introduces_nothing(text: str) -> None:
    """A country, one letter, lower case or letters that do not fit are no short form."""
    assert list(introductions(text)) == []


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The Lake Movement (LM) met Chad. The LM rejected the map.", "lake_movement"),
        ("The Lake Movement (LM) left. The Lake Movement rejected the map.", "lake_movement"),
        ("The Lake Movement (LM) left. The movement rejected the map.", "lake_movement"),
        ("The Free Aceh Movement (FAM) left. The FAM rejected the map.", "gam"),
        ("The Southwest People's Organization (SWAPO) left. SWAPO rejected the map.", "swapo"),
        ("The Joint Lake Commission left. The Commission rejected the map.", "joint_lake_commission"),
        ("The Security Council met. The Council rejected the map.", "un_security_council"),
        ("The Security Council met. Council members rejected the map.", "un_security_council"),
        ("The Security Council met. Council rejected the map.", "un_security_council"),
        ("The African Union sent a team. The Union rejected the map.", "african_union"),
        ("The Commission of the African Union met. The Commission rejected the map.", "african_union"),
        ("The ECOWAS Committee met. The Committee rejected the map.", "ecowas"),
        ("UNITA left the room. The movement rejected the map.", "unita"),
        ("Chad met Frelimo. Night fell. The party rejected the map.", "frelimo"),
        ("The European Union met. The African Union met. The Union rejected the map.", "african_union"),
    ],
)
def test_a_short_name_stands_for_the_party_that_the_report_has_named(
    text: str, party: str, read: Read
) -> None:
    """Short forms, and nouns of a name or of its kind, take up who was named in full."""
    assert read(text).statements[-1].actor.party == party


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("UNITA met Renamo. The movement rejected the map.", None),
        ("UNITA met Renamo. Rain fell. It rained on. All was wet. The front rejected the map.", None),
        ("The European Union met the African Union. The Union rejected the map.", None),
        ("The Security Council met. The Council of Elders rejected the map.", None),
        ("The Security Council met. The council that the elders chose rejected the map.", None),
        ("The Lake Commission left. A commission was formed. The commission rejected the map.", None),
        ("The Lake Union left. The union rejected the map.", None),
        ("The Security Council met. The Kirk Council rejected the map.", "kirk_council"),
        ("Chad (CH) left. The council rejected the map.", None),
    ],
)
def test_a_short_name_that_fits_several_or_something_else_stays_open(
    text: str, party: str | None, read: Read
) -> None:
    """Two that fit, one too far back, more words, or the same noun without a name: none is guessed."""
    found = [one.actor.party for one in read(text).statements if one.act == "reject"]
    assert found in ([party], [])


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The Security Council met. The Secretary-General rejected the map.", "united_nations"),
        (
            "The Security Council met. The Secretary-General's Special Envoy rejected the map.",
            "united_nations",
        ),
        ("The Security Council met. The President of the Council rejected the map.", "un_security_council"),
        ("NATO met. The Secretary-General rejected the map.", "nato"),
        ("Chad met Mali. The Secretary-General rejected the map.", None),
        ("The Security Council met. The secretary-general rejected the map.", None),
    ],
)
def test_an_office_of_a_body_stands_for_the_body_that_the_report_named_first(
    text: str, party: str | None, read: Read
) -> None:
    """The table says which bodies have a Secretary-General; the report must have named one of them."""
    assert read(text).statements[-1].actor.party == party


def test_a_known_short_form_stands_for_what_the_report_says(read: Read) -> None:
    """Where the long name has no word of the body that the gazetteer knows, the report means another."""
    text = (
        "The Commission of National Radio Producers (CNRP) rejected the plan. The CNRP demands talks.\n\n"
        "The Coordination of Armed Resistance (CRA) accepted it. The CRA demands land.\n"
    )
    found = [one.actor.party for one in read(text).statements]
    assert found == ["commission_of_national_radio_producers"] * 2 + ["cra_niger"] * 2
