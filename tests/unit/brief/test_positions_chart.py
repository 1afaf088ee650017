"""The picture of one issue's scale."""

from __future__ import annotations

import dataclasses
from html import unescape

from lxml import etree

from goodoffices.brief.positions_chart import draw_strip, in_words, options_key
from goodoffices.case.case import Case
from goodoffices.case.terms import RedLine
from goodoffices.findings.distance import strips


def test_the_drawing_names_parties_and_options(strait_coded: Case) -> None:
    """Each party is named, each option has its letter, each ideal its bar."""
    (strip,) = strips(strait_coded)
    drawing = etree.fromstring(draw_strip(strait_coded, strip).encode())
    words = [text for text in drawing.itertext() if text.strip()]
    assert {"Norvania", "Selmark", "a", "b", "c", "0", "100"} <= set(words)


def test_hostile_names_stay_words(strait_coded: Case) -> None:
    """A name that looks like markup or holds control characters is drawn by its characters."""
    name = "<script>alert(1)</script>\x07\u202e\ufffe"
    parties = {
        **strait_coded.parties,
        "selmark": dataclasses.replace(strait_coded.parties["selmark"], name=name),
    }
    case = dataclasses.replace(strait_coded, parties=parties)
    svg = draw_strip(case, strips(case)[0])
    assert "<script" not in svg
    assert "<script>" in unescape(svg)


def test_the_same_is_said_in_words(strait_coded: Case) -> None:
    """Whoever does not see the picture reads ideal, accepted options and red lines of each party."""
    coding = strait_coded.red_lines[0].coding
    line = RedLine(party="norvania", never="security_guarantees = pact", coding=coding)
    case = dataclasses.replace(strait_coded, red_lines=(line,))
    (strip,) = strips(case)
    assert in_words(case, strip) == (
        "Norvania: ideal at 25 (15 to 35); could live with a and b; rules out c",
        "Selmark: ideal at 85 (75 to 95); could live with c",
    )


def test_letters_and_ends_are_explained(strait_coded: Case) -> None:
    """The key says what 0, 100 and each letter mean; ends that nobody described are left out."""
    (strip,) = strips(strait_coded)
    assert options_key(strait_coded, strip) == (
        "0: nobody",
        "100: allies, each free to act",
        "a: No guarantee",
        "b: The League, by consent of all",
        "c: A pact of allies",
    )
    bare = dataclasses.replace(strait_coded.issues["security_guarantees"], low=None, high=None)
    case = dataclasses.replace(strait_coded, issues={**strait_coded.issues, "security_guarantees": bare})
    assert len(options_key(case, strip)) == 3


def test_a_party_with_nothing_but_a_name_is_told_so(strait_coded: Case) -> None:
    """A position without ideal and options is nothing coded."""
    positions = tuple(
        dataclasses.replace(each, place=None, ideal=None, accepts=()) for each in strait_coded.positions
    )
    case = dataclasses.replace(strait_coded, positions=positions)
    assert in_words(case, strips(case)[0])[0] == "Norvania: nothing coded"
