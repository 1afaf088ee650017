"""The parties of a draft: their names and their aliases."""

from __future__ import annotations

from pathlib import Path

from goodoffices.reports.plain import from_text
from goodoffices.statements.gazetteer import load_gazetteer
from goodoffices.statements.names_used import as_reports_name
from goodoffices.statements.statement import Actor, DistanceMention, Reading
from goodoffices.workspace.bundle import check
from goodoffices.workspace.draft.parties import name_of, parties
from goodoffices.workspace.reading import read

TALKS = (
    "Turkish Cypriot leader Mustafa Akinci accepted the plan. The Turkish Cypriots demanded two zones. "
    "Akinci rejected a review.\n"
)
OFFICIAL = "Turkish Republic of Northern Cyprus"


def meeting(*actors: Actor) -> Reading:
    """Return a reading in which some parties are said to be far apart."""
    words = read([from_text("Chad proposed a truce.", id="a")]).statements[0].evidence
    return Reading(distances=(DistanceMention("d1", words, actors),))


def test_a_people_bears_the_name_that_the_report_uses() -> None:
    """Where no report has the official name of an authority, it is not printed."""
    report = from_text("Published: 5 July 2017\n\n" + TALKS, id="a")
    names = {one.actor.name for one in read([report]).statements if one.actor.party == "turkish_cypriots"}
    assert names == {"Turkish Cypriots"}


def test_a_name_in_the_report_stays() -> None:
    """A report with the official name, or with two others, or an abbreviation, changes nothing."""
    one, other = (Actor(text, "turkish_cypriots", OFFICIAL) for text in ("Turkish Cypriots", "TRNC"))
    gazetteer = load_gazetteer()
    for said, actors in ((OFFICIAL, (one,)), ("Both", (one, other)), ("TRNC", (other,))):
        given = meeting(*actors)
        assert as_reports_name(given, [from_text(said, id="a")], gazetteer) == given
    person = meeting(Actor("Akinci", "turkish_cypriots", OFFICIAL, "Mustafa Akıncı"))
    assert as_reports_name(person, [from_text("Akinci", id="a")], gazetteer) == person


def test_an_alias_stands_under_the_party_it_is_used_for_most() -> None:
    """A person whom reports place twice stands once, and an indefinite phrase is no name."""
    found = parties(
        meeting(
            Actor("Haile", "alpha", "Alpha", "Haile"),
            Actor("Haile", "beta", "Beta", "Haile"),
            Actor("Haile", "beta", "Beta", "Haile"),
            Actor("an international force", "beta", "Beta"),
            Actor("two envoys", "alpha", "Alpha"),
            Actor("Beta", "alpha", "Alpha"),
            Actor("the north", "alpha", "North"),
            Actor("he", "alpha", "Alpha", resolved_by="pronoun"),
            Actor("the guard", "no_such"),
            Actor("somebody"),
        ),
        load_gazetteer(),
    )
    assert (found["alpha"].name, found["alpha"].aliases) == ("Alpha", ("the north", "North"))
    assert (found["beta"].name, found["beta"].aliases) == ("Beta", ("Haile",))
    assert found["no_such"].name == name_of("no_such", load_gazetteer()) == "No such"


def test_check_names_a_double_alias(tmp_path: Path) -> None:
    """An alias that is a name or alias of another party is asked to be looked at, with its place."""
    case = tmp_path / "case.yaml"
    case.write_text(
        "title: A strait\nparties:\n  north: {name: North, aliases: [Haile]}\n"
        "  south: {name: South, aliases: [haile, North, Souther]}\n",
        encoding="utf-8",
    )
    remarks = check(case)[1]
    assert f"{case}:4:34: parties.south.aliases.1: the alias 'haile' stands under 'north' too" in remarks[0]
    assert "parties.south.aliases.2: the alias 'North' stands under 'north' too" in remarks[1]
    assert not any("Souther" in one for one in remarks)
