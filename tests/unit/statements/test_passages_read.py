"""Long and odd passages."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from goodoffices.reports.plain import from_text
from goodoffices.statements.names import Names
from goodoffices.statements.passage import LONGEST, Parse, parse_all, parse_text, readable_pieces
from goodoffices.statements.reader import read_report


@pytest.mark.parametrize(
    "text",
    ["Chad said no. " * 1000, "word " * 3000, "x" * (2 * LONGEST + 7), "“" * 2000 + "a" + "”" * 2000],
)
def test_long_passage_is_read_in_pieces_that_leave_nothing_out(text: str) -> None:
    """The pieces of a passage follow one another without a gap, none longer than the parser is given."""
    report = from_text(text, id="r")
    pieces = list(readable_pieces(report))
    assert "".join(report.cut(piece) for piece in pieces) == "".join(map(report.cut, report.readable()))
    assert max(piece.end - piece.start for piece in pieces) <= LONGEST


def test_pieces_end_where_sentences_do() -> None:
    """No sentence is cut where one ends in time."""
    report = from_text("Chad said no. " * 1000, id="r")
    assert all(report.cut(piece).strip().endswith("no.") for piece in readable_pieces(report))


def test_parser_sees_spaces_for_line_breaks_and_nothing_moves() -> None:
    """Offsets in the parsed text are those of the report."""
    assert parse_text("a\nb\u200bc\td") == "a b c d"


def test_parser_without_batches_is_called_text_by_text(parse: Parse) -> None:
    """Any function from a text to a parse will do."""

    def alone(text: str) -> Doc:
        return parse(text)

    (doc,) = parse_all(alone, ["Chad said no."])
    assert doc.text == "Chad said no."


def test_statements_behind_the_first_piece_have_the_right_words(parse: Parse, names: Names) -> None:
    """Evidence from a later piece of a long passage is cited at its place in the report."""
    report = from_text("Rain fell on the hills. " * 400 + "Chad rejected the map.", id="r")
    (found,) = read_report(report, parse, names).statements
    assert report.text[found.evidence.start : found.evidence.end] == "Chad rejected the map"


def test_hostile_passages_are_read(parse: Parse, names: Names) -> None:
    """Thousands of marks, a line without a space and control characters give no error."""
    for text in ("x" * 10_000, "“" * 2000 + "we reject it" + "”" * 2000, "\x01\u202e\x00 “ \ufeff", ""):
        read_report(from_text(text, id="r"), parse, names)
