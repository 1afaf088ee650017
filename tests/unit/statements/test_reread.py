"""What a second reading changes."""

from __future__ import annotations

from dataclasses import replace

from goodoffices.statements.acts import Act
from goodoffices.statements.reread import Change, reread, same_finding
from goodoffices.statements.statement import Reading


def test_the_same_reading_changes_nothing(strait_reading: Reading) -> None:
    """A reader that finds the same, under whatever ids, leaves everything as it is."""
    assert reread(strait_reading, strait_reading, kept=(), rejected=(), taken=()) == ()


def test_what_is_found_again_keeps_its_id_and_takes_the_new_form(strait_reading: Reading) -> None:
    """A finding that nobody decided on follows the newer reader."""
    first, *rest = strait_reading.statements
    answering = [replace(one, answers=tuple(id_.replace("s1", "s90") for id_ in one.answers)) for one in rest]
    newer = replace(strait_reading, statements=(replace(first, id="s90", act=Act.OFFER), *answering[:5]))
    changes = reread(strait_reading, newer, kept=("s7", "s8", "s9"), rejected=(), taken=())
    assert changes == (Change(first, replace(first, act=Act.OFFER)),)


def test_what_people_decided_on_stays(strait_reading: Reading) -> None:
    """A kept finding stays, and so does what it answers; what was rejected stays away."""
    first, second, *rest = strait_reading.statements
    without_second = replace(strait_reading, statements=(first, *rest))
    newer = replace(strait_reading, statements=(replace(second, id="s1"), *rest))
    changes = reread(without_second, newer, kept=("s3",), rejected=(second,), taken=("s2",))
    assert [change for change in changes if change.before is None] == []
    assert first.id not in {change.before.id for change in changes if change.before}


def test_what_is_found_no_longer_goes(strait_reading: Reading) -> None:
    """A finding that nobody decided on and nothing rests on goes; the others of its kind stay."""
    changes = reread(
        strait_reading, replace(strait_reading, statements=()), kept=("s3", "o1"), rejected=(), taken=()
    )
    assert {change.before.id for change in changes if change.before} == {"s4", "s5", "s7", "s8", "s9"}


def test_what_is_new_gets_an_id_that_was_never_given(strait_reading: Reading) -> None:
    """References between new findings are renamed with them; those to what was rejected are dropped."""
    few = Reading(statements=strait_reading.statements[:1])
    changes = reread(
        few, strait_reading, kept=(), rejected=strait_reading.statements[1:2], taken=("s12", "m1", "sx")
    )
    added = [change.after for change in changes if change.after]
    assert [one.id for one in added[:3]] == ["s13", "s14", "s15"]
    third = next(one for one in added if one.id == "s13")
    assert third.answers == ("s1",)  # type: ignore[union-attr]
    assert next(one for one in added if one.id == "o1").of == "s16"  # type: ignore[union-attr]


def test_findings_of_two_kinds_are_never_the_same(strait_reading: Reading) -> None:
    """A relation is no statement, however much their words overlap; each kind has its own measure."""
    kinds = (
        strait_reading.statements[0],
        strait_reading.relations[0],
        strait_reading.precedents[0],
        strait_reading.options[0],
        strait_reading.distances[0],
    )
    for one in kinds:
        assert [other for other in kinds if same_finding(one, other)] == [one]
