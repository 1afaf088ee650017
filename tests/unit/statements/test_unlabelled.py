"""Interviews without labels."""

from __future__ import annotations

from goodoffices.statements.unlabelled import is_asked, parts_without_labels, speaks_itself


def asks(*texts: str) -> list[bool | None]:
    """Return for each passage whether it asks."""
    return [part for part, _ in parts_without_labels(texts)]


def test_first_person_outside_quotations() -> None:
    """A passage speaks itself where 'we' or 'I' stands outside quotation marks; 'the US' is nobody's."""
    assert speaks_itself("In the end we left.")
    assert not speaks_itself("He said “we left” and left.")
    assert not speaks_itself("The US left.")


def test_set_off_paragraphs_ask() -> None:
    """Where questions stand in bold letters, a paragraph in bold without a question mark asks, too."""
    texts = (
        "An interview.",
        "**Why?**",
        "We had to.",
        "**They doubt it.**",
        "I do not.",
        "**And now?**",
        "We wait.",
    )
    assert asks(*texts) == [None, True, False, True, False, True, False]


def test_dashes_open_turns() -> None:
    """Paragraphs that open with a dash are turns, without it, where some of them ask."""
    found = parts_without_labels(("They met.", "– Why?", "– We had to.", "– And now?", "– We wait."))
    assert [part for part, _ in found] == [None, True, False, True, False]
    assert found[2][1] == len("– ")
    assert asks("– a map", "– a date") == [None, None]


def test_essay_that_asks_is_no_interview() -> None:
    """Questions in a text that does not say that somebody was asked, or answers for nobody, are its own."""
    assert asks("A map.", "Why?", "They had to.", "And now?", "They wait.") == [None] * 5
    assert asks("An interview.", "Why?", "They had to.", "And now?", "They wait.") == [None] * 5
    assert asks("An interview.", "Why?", "We had to.") == [None] * 3


def test_column_that_asks_and_quotes_is_no_interview() -> None:
    """A column in the first person that quotes several people, asks late or asks seldom is none."""
    quoted = (
        "I met Lo.",
        "Why?",
        "“We had to,” Lo said. We left.",
        "And now?",
        "“I wait,” he told me. I do.",
    )
    assert asks(*quoted) == [None] * 5
    late = ("I met Lo.", *["It rains."] * 8, "Why?", "We had to.", "And now?", "I wait.")
    assert asks(*late) == [None] * len(late)
    seldom = ("I met Lo.", "Why?", *["We had to."] * 14, "And now?", "I wait.")
    assert asks(*seldom) == [None] * len(seldom)


def test_last_answer_ends_with_the_last_first_person() -> None:
    """What stands behind the last paragraph in the first person is the report's again."""
    texts = ("We met Lo.", "Why?", "We had to.", "And now?", "It rains.", "I wait.", "The talks go on.")
    assert asks(*texts) == [None, True, False, True, False, False, None]
    assert asks(*texts[:4]) == [None, True, False, True]


def test_question_behind_marks() -> None:
    """A question ends in its mark, whatever closes behind it."""
    assert is_asked("Is it “over?”")
    assert not is_asked("“Why?” he asked.")
