"""Where turns begin within a paragraph."""

from __future__ import annotations

from goodoffices.reports.plain import from_text
from goodoffices.statements.passage import readable_pieces
from goodoffices.statements.turn_lines import turn_lines


def lines(text: str) -> list[str]:
    """Return a text cut at the turns."""
    report = from_text(text, id="r")
    return [report.cut(piece).strip() for piece in turn_lines(report, tuple(readable_pieces(report)))]


def test_labels_within_a_paragraph() -> None:
    """Labels in brackets, letters of question and answer, and names in capitals begin turns anywhere."""
    assert lines("[Sy] We go. [Reporter] Why? [Sy] So.") == ["[Sy] We go.", "[Reporter] Why?", "[Sy] So."]
    assert lines("Q. Why? A. We must. Q. Now?") == ["Q. Why?", "A. We must.", "Q. Now?"]
    assert lines("LO: Why? SY: We go. LO: And Mr. SY: When?\n\nSY: We wait.")[:2] == [
        "LO: Why?",
        "SY: We go.",
    ]


def test_label_that_the_report_prints_elsewhere() -> None:
    """A label in ordinary letters is known inside a paragraph from the paragraphs that open with it."""
    text = "Lo: Why?\n\nSy: We go. Lo: And then?\n\nSy: We wait.\n\nLo: Where?"
    assert lines(text)[1:3] == ["Sy: We go.", "Lo: And then?"]


def test_bold_question_before_its_answer() -> None:
    """A question in bold is cut off from the answer on its line where several passages begin so."""
    assert lines("**Why?** We go.\n\n**When?** Now.") == ["**Why?**", "We go.", "**When?**", "Now."]
    assert lines("**Why?** We go.\n\nNow.") == ["**Why?** We go.", "Now."]


def test_nothing_is_cut_without_labels() -> None:
    """A paragraph with a bracket that is no label stays whole."""
    assert lines("They met. [Applause] It rained.") == ["They met. [Applause] It rained."]
