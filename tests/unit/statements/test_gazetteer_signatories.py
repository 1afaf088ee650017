"""How many of those who signed peace agreements the gazetteer knows.

Reference: Pettersson, Högbladh and Öberg 2019, Journal of Peace Research 56(4), with version 22.1 of the UCDP
Peace Agreement Dataset. Only the names are looked at; the file is not part of the project.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from goodoffices.statements.gazetteer import Gazetteer, load_gazetteer
from goodoffices.statements.statement import Reading

AGREEMENTS = Path(__file__).parents[4] / "shared" / "data" / "ucdp_peace_agreements_22_1" / "pad_merged.csv"
LEFT_OUT = {"COI", "PF", "RJ"}
"""Abbreviations that ordinary text uses for other things; their long forms are known."""


@pytest.fixture(scope="module")
def known() -> Gazetteer:
    """The gazetteer as it comes with the package."""
    return load_gazetteer()


def signatories() -> set[str]:
    """Every different name of an actor or of a side of a dyad in the dataset."""
    if not AGREEMENTS.exists():
        pytest.skip("the UCDP peace agreements are not shared with this checkout (../shared/data)")
    found: set[str] = set()
    with AGREEMENTS.open(encoding="utf-8", errors="replace", newline="") as lines:
        for row in csv.DictReader(lines):
            found.update(re.split(r",(?![^()]*\)| Peace and)", row["actor_name"]))
            for dyad in re.split(r", (?=Government of )", row["dyad_name"]):
                found.update(dyad.split(" - ", 1))
    return {name.strip() for name in found} - {""}


def is_known(name: str, gazetteer: Gazetteer) -> bool:
    """Tell whether a name is found as it stands, or a government by its state's old or new name."""
    state = name.removeprefix("Government of ")
    old_and_new = re.fullmatch(r"([^()]+) \(([^()]+)\)", state)
    forms = (name, state, *(old_and_new.groups() if old_and_new and state != name else ()))
    return any(gazetteer.lookup(form) for form in forms)


def test_share_of_signatories(known: Gazetteer) -> None:
    """At least 98 in 100 of the parties of the peace agreements of 1975 to 2021 are known by name."""
    names = signatories()
    missing = {name for name in names if not is_known(name, known)}
    assert len(names) > 250
    assert len(missing) <= 0.02 * len(names), sorted(missing)


def test_abbreviations_left_out(known: Gazetteer) -> None:
    """What the dataset abbreviates as ordinary words do is left out and found by its long form."""
    assert not any(known.lookup(short) for short in LEFT_OUT)
    for name in ("Indian Ocean Commission", "Patriotic Front", "Revolution and Justice"):
        assert known.lookup(name)


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("Transitional Military Council", date(2019, 5, 2), {"tmc_sudan"}),
        ("Transitional Military Council", date(2021, 6, 1), {"tmc_chad"}),
        ("CNSP", date(2020, 9, 9), {"cnsp_mali"}),
        ("CNSP", date(2023, 8, 5), {"cnsp_niger"}),
        ("PDK", date(1990, 8, 28), {"khmer_rouge"}),
        ("Casa Amarilla", date(2015, 3, 1), {"venezuela", "costa_rica"}),
        ("Hradčany", date(1989, 12, 1), {"czechoslovakia"}),
        ("Sublime Porte", date(1913, 5, 30), {"ottoman_empire"}),
        ("Storting", date(1993, 9, 13), {"norway"}),
        ("Stormont", date(1999, 12, 2), {"ni_executive"}),
        ("UPDF", date(2008, 4, 10), {"uganda", "updf_cht"}),
    ],
)
def test_shared_names_by_date(known: Gazetteer, text: str, day: date, expected: set[str]) -> None:
    """Of several bodies of one name those of the day are given, all of them where it leaves that open."""
    assert {entity.id for entity in known.lookup(text, on=day)} == expected


@pytest.mark.parametrize(
    "text", ["Red", "red shirts", "state of law", "fact", "FACT", "Peace", "popular forces"]
)
def test_ordinary_words_are_no_movement(known: Gazetteer, text: str) -> None:
    """Words that movements share with any sentence name none of them."""
    assert not known.lookup(text)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The Storting rejected the offer on Monday.", ["norway"]),
        ("Itamaraty said it would host the talks.", ["brazil"]),
        ("MODEL leaders said they would sign the ceasefire.", ["model_liberia"]),
        ("The UNFC said it would not sign before the bombing stops.", ["unfc_myanmar"]),
        ("The Katangese rejected the plan of the United Nations.", ["katanga_state"]),
        ("The Former Detainees demanded a seat in the cabinet.", ["splm_former_detainees"]),
        ("Nidaa Tounes and Ennahda agreed to resume the dialogue.", ["nidaa_tounes", "ennahda"]),
        ("Peace now, said the mayor, or there will be no peace.", []),
        ("The new model of cooperation was announced in the arena.", []),
    ],
)
def test_read_as_parties(read: Callable[[str], Reading], text: str, parties: list[str]) -> None:
    """Movements, parliaments and ministries are read as those who speak; common words are nobody."""
    assert [one.actor.party for one in read(text).statements] == parties
