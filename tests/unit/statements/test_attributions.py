"""Everything that a report attributes to anybody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.reports.plain import from_text
from goodoffices.statements.attributions import Attributed, attributions
from goodoffices.statements.evidence import Evidence
from goodoffices.statements.passage import Parse

Find = Callable[[str], tuple[Attributed, ...]]


@pytest.fixture(scope="module")
def find(parse: Parse) -> Find:
    """Return a function that gives what a text attributes."""
    return lambda text: attributions(from_text(text, id="r"), parse)


def said(parts: tuple[Evidence, ...]) -> str:
    """Return stretches of a report as one line."""
    return " … ".join(part.exact for part in parts)


CASES = [
    ("Keita said that the bridge was open.", "Keita", "said", "that the bridge was open"),
    ("The bridge, Keita said, was open.", "Keita", "said", "The bridge … was open"),
    ("As the envoy noted, the bridge was open.", "the envoy", "noted", "the bridge was open"),
    ("According to the bishops, the bridge is open.", "the bishops", "According to", "the bridge is open"),
    ("The bridge is open, according to the bishops.", "the bishops", "according to", "The bridge is open"),
    ("The bishops want to reopen the bridge.", "The bishops", "want", "to reopen the bridge"),
    ("The rebels denied arming the village.", "The rebels", "denied", "arming the village"),
    ("The senator opposes the new tax.", "The senator", "opposes", "the new tax"),
    ("The farmers ruled out a boycott.", "The farmers", "ruled out", "a boycott"),
    ("The farmers called for a boycott.", "The farmers", "called for", "a boycott"),
    ("Keita accused the mayor of fraud.", "Keita", "accused", "the mayor of fraud"),
    ("The union called the offer an insult.", "The union", "called", "the offer an insult"),
    ("The mayor was accused of fraud.", "", "was accused", "The mayor … of fraud"),
    ("The map was rejected by the farmers.", "the farmers", "was rejected", "The map"),
    ("The herders are confident that rain will come.", "The herders", "are confident", "that rain will come"),
    ("The herders were worried about the wells.", "The herders", "were worried", "about the wells"),
    ("The herders' fear is that the wells are dry.", "The herders'", "fear is", "that the wells are dry"),
    ("The herders' demand for water was loud.", "The herders'", "demand", "for water"),
    ("An appeal by the bishops for calm went out.", "the bishops", "appeal", "for calm"),
    ("The board issued a warning that funds were low.", "The board", "issued", "that funds were low"),
    ("“The bridge is open again,” Keita said.", "Keita", "said", "“The bridge is open again,”"),
    ("“The bridge is open again,” Keita thundered.", "Keita", "thundered", "“The bridge is open again,”"),
    ("Keita: “The bridge is open again.”", "Keita", ":", "“The bridge is open again.”"),
    ("“The bridge is open again.” — Moussa Keita", "Moussa Keita", "—", "“The bridge is open again.”"),
    ("Keita went further: “They broke every word.”", "Keita", "went", "“They broke every word.”"),
    ("''We are staying here,'' Keita said.", "Keita", "said", "''We are staying here,''"),
    ('"We are staying here, said Keita.', "Keita", "said", '"We are staying here'),
    (
        "“We are ready,” Keita said. “We will open it tomorrow.”",
        "Keita",
        "said",
        "“We are ready,” … “We will open it tomorrow.”",
    ),
    (
        "“We are ready,” Keita said, “to open the bridge.”",
        "Keita",
        "said",
        "“We are ready,” … “to open the bridge.”",
    ),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), CASES)
def test_attribution_is_found(text: str, source: str, cue: str, content: str, find: Find) -> None:
    """Source, cue and content are found as they stand, whatever word attributes and whoever says it."""
    (found,) = find(text)
    assert (said(found.source), said(found.content)) == (source, content)
    assert cue.split(maxsplit=1)[0] in said(found.cue)


@pytest.mark.parametrize(
    "text",
    [
        "The bus left at nine.",
        "The river rose by two metres in the night.",
        "The “Rose of the South” sank last year.",
        "A wanted man was found in the barn.",
        "It is nine o'clock in the capital.",
    ],
)
def test_nothing_is_attributed(text: str, find: Find) -> None:
    """What happens and what things are called is attributed to nobody."""
    assert find(text) == ()


def test_what_is_told_inside_something_told_is_left_to_the_outer_source(find: Find) -> None:
    """A source quoted by another source is no source of the report's."""
    (found,) = find("Keita said that the farmers had rejected the map.")
    assert said(found.source) == "Keita"


def test_second_verb_of_a_source_is_an_attribution_of_its_own(find: Find) -> None:
    """What a source says ends where the report goes on with what else it did."""
    first, second = find("Keita said the team would come, but rejected the date.")
    assert said(first.content) == "the team would come"
    assert (said(second.source), said(second.content)) == ("Keita", "the date")


def test_contrast_with_another_source_is_no_part_of_what_the_first_said(find: Find) -> None:
    """'While the mayor said …' is the mayor's."""
    found = find("Keita said that the bridge was open, while the mayor said that it was closed.")
    assert [said(one.source) for one in found] == ["Keita", "the mayor"]


def test_relative_pronoun_and_its_noun_are_the_source(find: Find) -> None:
    """'The envoy, who said …' is the envoy."""
    (found,) = find("The envoy, who said that the bridge was open, left at noon.")
    assert "envoy" in said(found.source)
    assert said(found.content) == "that the bridge was open"


def test_quotation_goes_on_in_the_next_paragraph(find: Find) -> None:
    """A paragraph that is a quotation alone belongs to who spoke in the one before."""
    (found,) = find(
        "“We waited for a year,” Keita said. “Nobody came.\n\n“So we opened the bridge ourselves.”"
    )
    assert said(found.content).endswith("“So we opened the bridge ourselves.”")


def test_speaker_before_a_colon_speaks_in_the_next_paragraph(find: Find) -> None:
    """'Keita wrote:' takes the next paragraph, in quotation marks or not."""
    (quoted,) = find("Later that day Keita wrote:\n\n“We waited for a year and nobody came.”")
    (block,) = find("Later that day Keita wrote:\n\nWe waited for a year and nobody came.")
    assert quoted.quoted
    assert (said(quoted.source), said(block.source)) == ("Keita", "Keita")
    assert said(block.content).startswith("We waited for a year")


def test_colon_without_a_verb_of_speech_waits_for_a_quotation(find: Find) -> None:
    """After 'He was blunt:' a paragraph without quotation marks is the report's own."""
    assert find("Keita released the following list:\n\nBread cost more than before.") == ()
    (found,) = find("Keita released the following text:\n\n“Bread costs more than before.”")
    assert said(found.source) == "Keita"


def test_every_part_stands_in_the_report(find: Find) -> None:
    """Source, cue and content are the report's words at their offsets."""
    text = "“No,” said Keita. The bishops' plea to ‘open the road now’ went unheard, he added."
    for one in find(text):
        for part in (*one.source, *one.cue, *one.content):
            assert text[part.start : part.end] == part.exact


def test_name_before_a_passage_of_a_transcript_is_its_source(find: Find) -> None:
    """A transcript's passages belong to the names before them, the report's own passages to nobody."""
    text = "KEITA: The road is open.\n\nMAIGA: The road is closed.\n\nKEITA: It is open.\n\nMAIGA: No."
    found = find(text)
    assert [said(one.source) for one in found] == ["KEITA", "MAIGA"] * 2
    assert said(found[0].content) == "The road is open."
    assert {one.rule for one in found} == {"label"}


def test_whom_a_cue_names_is_part_of_what_is_asked(find: Find) -> None:
    """'Called on both to leave' asks of both, and the content holds them."""
    (found,) = find("The bishops called on both armies to leave the town.")
    assert "both armies" in said(found.content)
    assert "to leave the town" in said(found.content)
