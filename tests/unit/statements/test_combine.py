"""Several readings as one."""

from __future__ import annotations

from collections.abc import Callable

from goodoffices.statements.combine import combine
from goodoffices.statements.statement import Reading

FIRST = (
    "Chad proposed a truce in the valley. Libya rejected the idea.\n\n"
    "Chad is planning a guarantee. One option is a patrol.\n\nChad and Libya are far apart on the border. "
    "France has leverage over Chad. The Lome Accord of 1999 failed."
)


def test_one_reading_stays_as_it_is(read: Callable[[str], Reading]) -> None:
    """Nothing is renamed where there is nothing to join."""
    reading = read(FIRST)
    assert combine([reading]) is reading


def test_findings_are_numbered_through(read: Callable[[str], Reading]) -> None:
    """Ids are unique in all readings, and links follow their statements."""
    reading = read(FIRST)
    both = combine([reading, reading])
    count = len(reading.statements)
    assert [one.id for one in both.statements] == [f"s{number}" for number in range(1, 2 * count + 1)]
    assert both.statements[count + 1].answers == (f"s{count + 1}",)
    assert [one.of for one in both.options] == ["s3", f"s{count + 3}"]
    for kind in ("relations", "precedents", "distances", "options"):
        assert len(getattr(both, kind)) == 2 * len(getattr(reading, kind)) > 0
    assert len(both.evidence()) == 2 * len(reading.evidence())


def test_issues_of_several_reports_are_joined(read: Callable[[str], Reading]) -> None:
    """An issue is listed once, with the evidence of every report."""
    reading = read(FIRST)
    both = combine([reading, reading])
    assert [one.issue for one in both.issues] == [one.issue for one in reading.issues]
    assert len(both.issues[0].evidence) == 2 * len(reading.issues[0].evidence)
