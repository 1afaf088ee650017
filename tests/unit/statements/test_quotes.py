"""Quotations: where they begin and end, and who says them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.acts import Act
from goodoffices.statements.passage import Parse
from goodoffices.statements.quotes import direct_quotes, quote_spans, quoted_marks
from goodoffices.statements.statement import Manner, Reading


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He said “no way” and left.", ["no way"]),
        ('"One" and "two"', ["One", "two"]),
        ("„Nein“ and «non»", ["Nein", "non"]),
        ("It ends “in the middle", ["in the middle"]),
        ("Empty “” marks", []),
        ("none at all", []),
    ],
)
def test_quote_spans_lie_between_marks(text: str, inside: list[str]) -> None:
    """Curly, straight, German and French marks enclose a quotation; an unclosed one runs to the end."""
    assert [text[start:end] for start, end in quote_spans(text)] == inside


def test_marks_are_seen() -> None:
    """A text with an opening mark is told from one without."""
    assert quoted_marks("a “b”")
    assert not quoted_marks("a b")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("“We will wait for you,” he said.", 1),
        ("An empty “ ” is none.", 0),
        ("He spoke of a “road to nowhere”.", 0),
        ("“We are ready,” he said, “to talk to them.”", 1),
        ("“We are ready.” He paused. “They are not ready.”", 2),
        ("Chad said it would leave “to make peace easier”.", 0),
    ],
)
def test_direct_quotes_are_clauses(text: str, number: int, parse: Parse) -> None:
    """Expressions and parts of a paraphrase are no direct quotations; two halves are one."""
    assert len(direct_quotes(parse(text))) == number


def test_question_is_no_statement(read: Callable[[str], Reading]) -> None:
    """A quoted question asks and says nothing."""
    assert read("“Will they sign the treaty?” the Norwegian envoy asked.").statements == ()


def test_all_who_are_named_say_it(read: Callable[[str], Reading]) -> None:
    """Two speakers joined by 'and' give two statements with one content."""
    found = read("“We must stop this war now,” France and Germany said.").statements
    assert [one.actor.party for one in found] == ["france", "germany"]
    assert {one.act for one in found} == {Act.DEMAND}


def test_speaker_goes_on_in_the_next_sentence(read: Callable[[str], Reading]) -> None:
    """A quotation that fills its sentence alone is by the speaker before, and its evidence holds both."""
    first, second = read("“We want peace now,” Chad said. “But we will not leave the valley.”").statements
    assert (first.act, second.act) == (Act.DEMAND, Act.REJECT)
    assert second.actor.party == "chad"
    assert second.evidence.holds(second.cue)


def test_quotation_after_another_paragraph_is_nobodys(read: Callable[[str], Reading]) -> None:
    """A quotation is not given to who spoke where a paragraph of the report stands between."""
    text = "“We want peace now,” Chad said.\n\nRain fell all day.\n\n“The valley is empty today.”"
    assert len(read(text).statements) == 1


def test_performing_verb_decides_the_act_of_its_quotation(read: Callable[[str], Reading]) -> None:
    """What somebody warns is a warning, whatever the words inside say."""
    (found,) = read("“The truce is breaking down,” Kofi Annan warned.").statements
    assert (found.act, found.manner) == (Act.WARN, Manner.DIRECT)


def test_quotation_that_is_denied_is_nobodys(read: Callable[[str], Reading]) -> None:
    """What somebody did not say is no statement."""
    assert read("Chad did not say, “We will leave the valley.”").statements == ()


def test_quotation_without_a_speaker_is_no_statement(read: Callable[[str], Reading]) -> None:
    """Words in marks that nobody says are left alone."""
    assert read("The banner read “We will never leave the valley”.").statements == ()
