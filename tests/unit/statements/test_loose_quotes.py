"""Quotations that no verb of speech takes, and the words for who says them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from goodoffices.statements.ascribing import ascribe
from goodoffices.statements.ascription import Ascription, Ledger
from goodoffices.statements.attribution import Attribution
from goodoffices.statements.loose_speech import by_loose_quote
from goodoffices.statements.passage import Parse
from goodoffices.statements.sources import named_beside, near_subject, source_of
from goodoffices.statements.syntax import misread_subject, subject


def sources(text: str, parse: Parse) -> list[str]:
    """Return the words for each source of a text."""
    return [" ".join(token.text for token in one.source) for one in ascribe(parse(text)).found]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Keita on the vote: “We will win it.”", "Keita"),
        ("“To date,” Keita continued, “there has not been much interest in this.”", "Keita"),
        ("“We will stay here,” Keita beamed.", "Keita"),
        ("“We will stay here,” beamed Keita.", "Keita"),
    ],
)
def test_quotation_is_given_to_who_stands_beside_it(text: str, source: str, parse: Parse) -> None:
    """A headline's name, a speaker between two halves and any verb beside a quotation show who speaks."""
    assert sources(text, parse) == [source]


@pytest.mark.parametrize(
    "text",
    [
        "“We will stay here,” amid the rain of spring.",
        "“We will stay here,” Rain. They left.",
        "“We will stay here,” it was.",
        "“We will stay here,” which broke the calm.",
        "“We will stay here.” The bus left at nine.",
        "“Rose,” she wore.",
        "The bus was late: “We will stay here.”, “Rose.”",
    ],
)
def test_quotation_beside_nobody_is_nobodys(text: str, parse: Parse) -> None:
    """Without a speaker beside it a quotation is nobody's."""
    assert "Keita" not in sources(text, parse)


def test_who_is_named_beside_a_verb(parse: Parse) -> None:
    """The name right before a verb comes first, else the head of the first phrase behind it."""
    doc = parse("Then beamed the old mayor Moussa Keita of Gao.")
    verb = next(token for token in doc if token.text == "beamed")
    beside = named_beside(verb, ())
    assert beside is not None
    assert beside.text in {"mayor", "Keita"}
    before = parse("Keita beamed.")
    assert named_beside(before[1], ()) == before[0]
    assert named_beside(before[1], {0}) is None
    assert near_subject(before[1], {0}) is None


def test_subject_inside_a_quotation_is_no_source(parse: Parse) -> None:
    """A verb whose subject the parse puts inside a quotation has nobody named there for its source."""
    doc = parse("Keita said that the road is open.")
    assert doc[0] not in source_of(doc[1], {0})


def test_question_that_is_asked_has_no_source_but_its_speaker(parse: Parse) -> None:
    """'Asked why' names nobody."""
    (found,) = ascribe(parse("Asked why the road was shut, Keita left.")).found
    assert found.source == ()


def test_doer_that_the_parse_sets_apart_is_found(parse: Parse) -> None:
    """A participle that is read as a subject, and a name between commas, are seen through."""
    doc = parse("The Red Cross operating in Iraq said that the road is shut.")
    who = subject(next(token for token in doc if token.text == "said"))
    assert who is not None
    assert who.text == "Cross"
    told = parse("“Say yes, then argue,” one of them, Dalia Kessler, told the crowd.")
    named = misread_subject(next(token for token in told if token.text == "told"))
    assert named is not None
    assert named.text == "Kessler"


def test_quoted_question_is_no_statement_whatever_takes_it(
    attribute: Callable[[str], tuple[Doc, Attribution]],
) -> None:
    """A question is asked, and does nothing."""
    doc, attribution = attribute("“Why should we leave?” Keita asked.")
    quote = tuple(doc[1:6])
    asked = next(token for token in doc if token.text == "asked")
    ledger = Ledger.of(doc)
    ledger.add(Ascription((asked.nbor(-1),), (asked,), quote, asked, "quotation", quoted=True))
    assert by_loose_quote(quote, ledger, attribution, None) == ()
