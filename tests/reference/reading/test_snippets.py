"""Relations told in passing, in snippets by coders who do not know the reader: floors of what is read."""

from __future__ import annotations

from functools import cache

import pytest
from benchmarks.reading import snippets as program
from benchmarks.reading.snippets import NOBODY, Snippet

from goodoffices.statements.gazetteer import Gazetteer
from goodoffices.statements.scoring import Counts

HALVES = ("dev", "held")


@cache
def measured() -> Counts:
    """Return the counts of all relations of the half that nobody looks at."""
    return program.measure(program.load("held"))["all"]


@cache
def loaded(half: str) -> tuple[Snippet, ...]:
    """Return the snippets of a half."""
    return program.load(half)


@pytest.mark.parametrize("half", HALVES)
def test_every_party_of_a_snippet_is_known(half: str, gazetteer: Gazetteer) -> None:
    """Each of several hundred snippets is short, and the ids of its parties are the gazetteer's."""
    assert len(loaded(half)) >= 350
    for one in loaded(half):
        assert 4 <= len(one.text.split()) <= 75, one.text
        ids = {id_ for told in one.relations for id_ in told.sources | told.targets}
        assert ids - {NOBODY} <= gazetteer.parties.keys(), one.text


def test_no_snippet_stands_in_both_halves() -> None:
    """What is held out is not among what may be looked at."""
    dev, held = ({one.text for one in loaded(half)} for half in HALVES)
    assert not dev & held
    assert len(dev) + len(held) == sum(map(len, map(loaded, HALVES)))


def test_held_out_relations_are_read_as_well_as_they_were() -> None:
    """Precision and recall are not below what was measured when the floors were set."""
    assert (measured().precision or 0) >= 0.7
    assert (measured().recall or 0) >= 0.2


def test_what_is_shown_is_what_went_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    """A relation that is missed is printed with its snippet, one that is found is not."""
    right = program.Snippet(
        "Ghana signed the Accra accord in 2003.", tuple(program._told("signed|ghana|-|no"))
    )
    wrong = program.Snippet("It rained in Togo.", tuple(program._told("attacks|chad|togo|no")))
    counted = program.measure((right, wrong), "all")
    assert (counted["all"].right, counted["all"].wanted) == (1, 2)
    assert capsys.readouterr().out == "It rained in Togo.\n  ! attacks: chad - togo\n"
