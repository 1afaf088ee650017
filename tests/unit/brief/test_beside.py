"""Precedents beside the designs of a case: what each shares, its test and its dispute."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path

import pytest

from goodoffices.brief.beside import Example, beside
from goodoffices.brief.page import Row, Table
from goodoffices.case.case import Case
from goodoffices.case.instruments import Rule
from goodoffices.case.parse import parse_case
from goodoffices.workspace.beside import examples

CATALOGUE = {one.name: one for one in examples()}


TOLD = (
    "Pact of Oddland (1900). Shares: each may act alone. Partly tested (a raid in 1902): troops came. "
    "Disputed: Some deny the raid. Source: A book"
)
TEXT = Path(__file__).with_name("..").joinpath("promises.yaml").resolve().read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def case() -> Case:
    """Return the case with five promises."""
    return parse_case(TEXT)


def rows(case: Case, some: Sequence[Example]) -> tuple[Row, ...]:
    """Return the rows of the table of precedents; none where there is no table."""
    return next((block.rows for block in beside(case, some) if isinstance(block, Table)), ())


def each_alone(case: Case, name: str = "A pact") -> Case:
    """Return a case with one design alone, in which each guarantor may act."""
    given = dataclasses.replace(next(iter(case.guarantees.values())), name=name, rule=Rule.EACH_ALONE)
    return dataclasses.replace(case, guarantees={"g": given})


def test_each_precedent_names_exactly_what_it_shares(case: Case) -> None:
    """Of the features of a row each precedent lists those it has, and no other."""
    for row in rows(case, tuple(CATALOGUE.values())):
        for note in row.cells[0].notes:
            one = next(one for name, one in CATALOGUE.items() if note.startswith(f"{name} ("))
            has = [meaning for meaning in row.head.notes if meaning in one.features.values()]
            assert f"Shares: {'; '.join(has)}. " in note


def test_a_precedent_is_told_with_its_test_and_its_dispute(case: Case) -> None:
    """What put it to the test, what became of it and what is disputed stand as the catalogue has them."""
    one = Example(
        "Pact of Oddland",
        "1900-01-01",
        "partly tested",
        "troops came",
        "A book",
        {"each-alone": "each may act alone", "kept": "done"},
        "a raid in 1902",
        "Some deny the raid.",
    )
    assert rows(each_alone(case), [one])[0].cells[0].notes == (TOLD,)


def test_no_design_is_its_own_precedent(case: Case) -> None:
    """A design named after an earlier guarantee, by year and words, is shown others."""
    treaty = CATALOGUE["Treaty of Guarantee of Cyprus"]
    assert rows(each_alone(case, "Treaty of Guarantee of 1960"), [treaty]) == ()
    assert len(rows(each_alone(case, "Treaty of Guarantee of 1961"), [treaty])) == 1


def test_broken_and_kept_promises_take_turns_among_equals(case: Case) -> None:
    """The latest broken one, the latest kept one, the latest of which neither is said."""
    kinds = {"1901": "kept", "1902": "kept", "1903": "kept", "1904": "not-kept", "1905": "neutrality"}
    some = [
        Example(
            f"Pact {year}", f"{year}-01-01", "tested", "it ended", "A book", {"each-alone": "a", kind: "b"}
        )
        for year, kind in kinds.items()
    ]
    (found,) = rows(each_alone(case), some)
    assert [note[5:9] for note in found.cells[0].notes] == ["1904", "1903", "1905"]
