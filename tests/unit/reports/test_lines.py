"""How lines are told apart and joined into paragraphs."""

from __future__ import annotations

from goodoffices.reports.lines import group, paragraph_rule, read_lines


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text."""
    lines = read_lines(text)
    return [text[span.start : span.end] for span in group(lines, paragraph_rule(lines))]


WRAPPED = """Talks on a cease-fire were resumed on Monday in the
capital of a third state, where both delegations met
behind closed doors for three hours and more.

No statement was made when the meeting came to its
end, but a spokesman said that it had been useful."""


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    """Lines that fill a column go on; a blank line ends the paragraph."""
    found = paragraphs(WRAPPED)
    assert [paragraph.split()[0] for paragraph in found] == ["Talks", "No"]
    assert found[0].count("\n") == 2


def test_the_last_line_of_a_wrapped_paragraph_ends_it_without_a_blank_line() -> None:
    """A line that leaves room for the next word was broken on purpose."""
    text = WRAPPED.replace("\n\n", "\n").replace("hours and more.", "hours.")
    assert [paragraph.split()[0] for paragraph in paragraphs(text)] == ["Talks", "No"]


def test_an_indented_line_opens_a_paragraph() -> None:
    """In wrapped text, a finished sentence and an indent mark a new paragraph."""
    text = (
        "   The first delegation came at nine in the morning.\n"
        "   The second came at ten and left again at noon, as\n"
        "it had announced on the day before in its statement.\n"
    )
    assert [paragraph[:10] for paragraph in paragraphs(text)] == ["The first ", "The second"]


def test_long_lines_are_paragraphs_of_their_own() -> None:
    """Where each line is a long paragraph, no two are joined."""
    text = "\n".join(f"Paragraph {number} " + "tells of the talks in many words " * 6 for number in range(4))
    assert len(paragraphs(text)) == 4


def test_short_lines_are_passages_of_their_own() -> None:
    """Headings and lines of a menu that stand below each other are not joined."""
    assert paragraphs("Home\nWorld\nTalks resume in Geneva\n" + "long " * 60) == [
        "Home",
        "World",
        "Talks resume in Geneva",
        ("long " * 60).strip(),
    ]


def test_a_line_that_opens_in_lower_case_goes_on_with_the_sentence() -> None:
    """A sentence broken over two short lines is one passage."""
    assert paragraphs("The ministers agreed\nto meet again.") == ["The ministers agreed\nto meet again."]


def test_list_items_are_passages_of_their_own() -> None:
    """A bullet or a number opens a passage, also where lines are full."""
    text = "- " + "a" * 50 + " first\n- " + "b" * 50 + " second\n2. " + "c" * 50
    assert len(paragraphs(text)) == 3


def test_every_line_end_is_known() -> None:
    """Windows, old Mac, form feed and Unicode line ends all end a line."""
    text = "A\r\nB\rC\x0cD\x85E\u2028F\u2029G\vH"
    assert [line.content for line in read_lines(text)] == list("ABCDEFGH")


def test_a_page_break_ends_a_paragraph() -> None:
    """What stands on two pages is never joined."""
    assert len(paragraphs("The ministers agreed\x0cto meet again.")) == 2


def test_the_byte_order_mark_is_in_no_line() -> None:
    """The mark at the very start is passed over; inside the text it is a character like another."""
    first, second = read_lines("\ufeffA\n\ufeffB")
    assert (first.start, first.content, second.content) == (1, "A", "\ufeffB")
