"""Which findings repeat the words of another."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from goodoffices.reports.copies import find_copies
from goodoffices.reports.plain import from_text
from goodoffices.statements.acts_told import acts_told
from goodoffices.statements.combine import combine
from goodoffices.statements.names import Names
from goodoffices.statements.passage import Parse
from goodoffices.statements.reader import read_report
from goodoffices.statements.statement import Reading
from goodoffices.statements.told_again import repeated

Again = Callable[..., tuple[Reading, Mapping[str, str]]]
STORY = (
    "Chad proposed a joint patrol of neutral officers along the northern border road. Libya rejected the "
    "proposal. Later Tripoli ruled out the idea as too costly. One option is a line of unmanned posts. Chad "
    "and Libya are far apart on the border. France has leverage over Chad. The elders who sat in the shade "
    "recalled the Lome Accord of 1999, and the herdsmen who had come with them left before the evening meal. "
    "The wells along the road have been dry since the winter, so that nobody lives there in the hot months.\n"
)


@pytest.fixture(scope="module")
def again(parse: Parse, names: Names) -> Again:
    """Return a function that reads texts as reports and gives the reading with what repeats what."""

    def found(*texts: str) -> tuple[Reading, Mapping[str, str]]:
        reports = [from_text(text, id=f"r{number}") for number, text in enumerate(texts)]
        reading = combine([read_report(report, parse, names) for report in reports])
        copies = find_copies(reports)
        return reading, repeated(reading, acts_told(reading, reports, names.gazetteer, copies), copies)

    return found


def test_every_finding_of_a_copy_repeats_the_one_it_copies(again: Again) -> None:
    """Statements, relations, options, distances and precedents of an agency copy add no quotation."""
    reading, repeats = again(STORY, "A patrol on the road?\n\n" + STORY)
    half = len(reading.statements) // 2
    assert half == 4
    assert {f"s{number}": f"s{number - half}" for number in range(half + 1, 2 * half + 1)}.items() <= (
        repeats.items()
    )
    assert repeats["r2"] == "r1"
    assert repeats["o2"] == "o1"
    assert repeats["d2"] == "d1"
    assert repeats["p2"] == "p1"


def test_an_edited_sentence_of_a_copy_repeats_the_nearest_of_its_act(again: Again) -> None:
    """'ruled out the idea as far too costly' goes with the ruling out, not with the first rejection."""
    reading, repeats = again(STORY, STORY.replace("as too costly", "as far too costly"))
    assert [one.id for one in reading.statements if "costly" in one.evidence.exact] == ["s3", "s7"]
    assert repeats["s7"] == "s3"


def test_other_words_of_the_same_act_are_a_quotation_of_their_own(again: Again) -> None:
    """A second report that is no copy, and a second sentence of one report, are worth reading."""
    other = "Chad suggested a patrol of neutral officers on the northern border road."
    _, repeats = again(STORY, other)
    assert "s5" not in repeats
    assert "s3" not in repeats


def test_few_words_are_known_again_in_copies_only(again: Again) -> None:
    """'France has leverage over Chad' in two independent reports is said twice."""
    _, repeats = again("France has leverage over Chad.", "Later, France has leverage over Chad.")
    assert repeats == {}
