"""Earlier cases that a year, a month or the clause behind a year tells of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.precedents import find_precedents

Attribute = Callable[[str], tuple[Doc, Attribution]]
TODAY = dt.date(2010, 6, 20)


def _found(text: str, attribute: Attribute, today: dt.date | None = TODAY) -> list[tuple[str, int | None]]:
    doc, attribution = attribute(text)
    return [
        (one.name, one.year)
        for sentence in doc.sents
        for one in find_precedents(sentence, today=today, attribution=attribution)
    ]


@pytest.mark.parametrize(
    ("text", "name", "year"),
    [
        ("Older men recall Arusha, where in 1993 two armies promised to merge.", "Arusha", 1993),
        ("Remember Bicesse, May 1991?", "Bicesse", 1991),
        ("Nothing was learnt at Camp David in '78.", "Camp David", 1978),
        ("Nothing was learnt at Naivasha in '04.", "Naivasha", 2004),
        ("We stand as far apart as in 1990, when the Emir promised a vote at Jeddah.", "Jeddah", 1990),
    ],
)
def test_place_has_the_year_beside_it(text: str, name: str, year: int, attribute: Attribute) -> None:
    """A place that is recalled has the year of the clause, the comma or the two figures beside it."""
    assert _found(text, attribute) == [(name, year)]


@pytest.mark.parametrize(
    ("text", "name", "year"),
    [
        (
            "She recalled 2005, when the court annulled the accord on fishing rights.",
            "accord on fishing rights",
            2005,
        ),
        ("He thought of 1965, when a truce at Tashkent sent all of them home.", "truce at Tashkent", 1965),
        ("In 2003 they negotiated too, in a hotel.", "2003 they negotiated", 2003),
        ("They also talked in 2003, in a hotel.", "talked in 2003", 2003),
    ],
)
def test_clause_behind_a_year_tells_the_case(text: str, name: str, year: int, attribute: Attribute) -> None:
    """What the clause behind a year is about is the case, and so is a talk that was held then, too."""
    assert _found(text, attribute) == [(name, year)]


@pytest.mark.parametrize(
    "text",
    [
        "She was born in 1976, when her father worked in Riyadh.",
        "In 2003 he negotiated a loan.",
        "He thought of 1965, where a truce may have been.",
        "He thought of 1965, when in doubt.",
        "In 2012, when the pact ends, all of them will have gone.",
    ],
)
def test_year_alone_tells_no_case(text: str, attribute: Attribute) -> None:
    """A year whose clause is about no agreement and no talks is no case, nor is one that is to come."""
    assert _found(text, attribute) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Under the code of conduct of March both stay in barracks.", ["code of conduct of March"]),
        ("They forgot their ceasefire agreement of February.", ["ceasefire agreement of February"]),
        ("They forgot the ceasefire agreement of June.", []),
        ("The draft agreement of May is before them.", []),
        ("An agreement of May is rare.", []),
        ("The meeting of May was put off.", []),
        ("The agreement of both is needed.", []),
    ],
)
def test_month_tells_one_text_from_others(text: str, told: list[str], attribute: Attribute) -> None:
    """A month that is not the report's own tells an earlier text, and no draft of one."""
    assert [name for name, _ in _found(text, attribute)] == told
    assert _found(text, attribute, None) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Lusaka Protocol of November 1994 failed.", [("Lusaka Protocol", 1994)]),
        ("They recalled the Bonn Conference of December 2001.", [("Bonn Conference", 2001)]),
        ("The understandings of July 1993 were kept.", [("understandings of July 1993", 1993)]),
        ("The Agreement on the Bridges, signed here on Monday, calls for a fund.", []),
    ],
)
def test_month_is_no_part_of_a_name(
    text: str, found: list[tuple[str, int | None]], attribute: Attribute
) -> None:
    """The month behind a name dates it, and a text of this week is the matter itself."""
    assert _found(text, attribute) == found
