"""The parse of inserted speech, mended."""

from __future__ import annotations

import pytest
from tests.unit.statements.conftest import Read

from goodoffices.statements.insertions import Tree, with_speech_apart
from goodoffices.statements.passage import Parse
from goodoffices.statements.statement import Statement


def only(read: Read, text: str) -> Statement:
    """Return the one statement of the last speaker in a text."""
    return read(text).statements[-1]


@pytest.mark.parametrize(
    ("text", "who", "content"),
    [
        (
            "The ceasefire will hold, Kenya's foreign minister, Anna Odhiambo, told a full hall in Geneva.",
            "Kenya's foreign minister, Anna Odhiambo",
            "The ceasefire will hold",
        ),
        (
            "The Government of Chad and the rebels had agreed on a truce and a swap, Ghana's envoy told us.",
            "Ghana's envoy",
            "The Government of Chad and the rebels had agreed on a truce and a swap",
        ),
        (
            "A guarantee without troops, the Estonian prime minister cautioned, is a signature in the sand.",
            "the Estonian prime minister",
            "A guarantee without troops, the Estonian prime minister cautioned, is a signature in the sand",
        ),
        (
            "The pipeline, said the Georgian premier, belongs to nobody.",
            "the Georgian premier",
            "The pipeline, said the Georgian premier, belongs to nobody",
        ),
        (
            "Syria stayed away because, its ambassador explained, nobody had asked it.",
            "its ambassador",
            "Syria stayed away because, its ambassador explained, nobody had asked it",
        ),
    ],
)
def test_inserted_speech_is_its_speakers(read: Read, text: str, who: str, content: str) -> None:
    """What stands around inserted speech is what its speaker says, and nobody else's act."""
    (statement,) = read(text).statements
    assert statement.actor.text == who
    assert statement.content is not None
    assert statement.content.exact == content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "I waited nine years, Mr Savimbi said on the radio, and I will not wait for a tenth.",
            "I will not wait",
        ),
        (
            "Mali had never signed it, its president reminded the Council, nor would it accept the text.",
            "the text",
        ),
    ],
)
def test_a_clause_joined_behind_speech_is_said_too(read: Read, text: str, content: str) -> None:
    """A clause in the first person, or shifted back in time, goes on with what was said."""
    statement = only(read, text)
    assert statement.act.value == "reject"
    assert statement.content is not None
    assert statement.content.exact.startswith(content)


def test_what_the_report_joins_is_not_said(read: Read) -> None:
    """A plain past behind 'she said' is the report's own."""
    first, second = read("Mali would never sign, its president said, but Chad accepted the text.").statements
    assert first.content is not None
    assert first.content.exact == "Mali would never sign"
    assert second.actor.party == "chad"


def test_a_right_parse_is_left_alone(parse: Parse) -> None:
    """Speech that the parser has set apart keeps its place."""
    text = "The map, he said, is lost. The treaty is dead."
    before = [(token.head.i, token.dep_) for token in parse(text)]
    assert [(token.head.i, token.dep_) for token in with_speech_apart(parse(text))] == before


def test_speech_hangs_on_the_clause_around_it(parse: Parse) -> None:
    """The verb of inserted speech depends on the clause's verb, and who speaks on the verb."""
    text = "A bridge, a Palestinian negotiator conceded to me in Tunis, is but a plank."
    doc = with_speech_apart(parse(text))
    verb = next(token for token in doc if token.text == "conceded")
    assert (verb.dep_, verb.head.text) == ("parataxis", "is")
    assert next(token.text for token in verb.children if token.dep_ == "nsubj") == "negotiator"
    assert [sentence.text for sentence in doc.sents] == [text]


def test_speech_within_a_relative_clause_belongs_to_it(parse: Parse) -> None:
    """'Where, he recalled, the train had left' tells what he recalled, and no more."""
    doc = with_speech_apart(
        parse("Keita preferred Oslo in 1993, where, he recalled, the last bus had left on time.")
    )
    verb = next(token for token in doc if token.text == "recalled")
    assert (verb.dep_, verb.head.text) == ("parataxis", "left")
    assert verb.head.dep_ == "relcl"


def test_a_second_verb_of_the_speaker_is_not_said(read: Read) -> None:
    """What who speaks does beside speaking is no part of what is said."""
    (statement,) = read("The map would stay, Ghana's envoy said with a smile, and left.").statements
    assert statement.content is not None
    assert statement.content.exact == "The map would stay"


def test_a_verb_that_a_clause_sets_off_is_no_inset(read: Read) -> None:
    """Speech behind 'as' with an object of its own says nothing of the clause beside it."""
    assert read("As Kenya said goodbye, the talks ended.").statements == ()
    (statement,) = read("It was, as the Iranian president put it, a peace for shopkeepers.").statements
    assert statement.actor.party == "iran"


def test_heads_in_a_circle_are_refused(parse: Parse) -> None:
    """A tree whose tokens lead back to themselves does not stand, and one that leads up does."""
    doc = parse("He said it.")
    tree = Tree(doc)
    tree.hang(doc[0], doc[2], "dep")
    assert tree.stands()
    tree.hang(doc[2], doc[0], "dep")
    assert not tree.stands()
