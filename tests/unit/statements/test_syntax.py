"""Questions about a dependency parse, on parses given by hand."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from goodoffices.statements.clauses import interrupted, is_asserted
from goodoffices.statements.passage import Parse
from goodoffices.statements.syntax import is_negated, lemma, misread_subject, modals, subject


def tree(*words: tuple[str, str, str, int]) -> Doc:
    """Return a parse from words, tags, dependencies and heads."""
    texts, tags, deps, heads = zip(*words, strict=True)
    pos = ["VERB" if tag.startswith("VB") else "NOUN" if tag.startswith("N") else "X" for tag in tags]
    return Doc(
        Vocab(),
        words=list(texts),
        tags=list(tags),
        deps=list(deps),
        heads=list(heads),
        pos=pos,
        lemmas=[text.lower() for text in texts],
    )


def test_name_read_as_a_modifier_is_the_subject() -> None:
    """In 'Kyiv objects', read as a noun phrase, the name before a finite verb does what it says."""
    doc = tree(("Kyiv", "NNP", "compound", 1), ("objects", "VBZ", "ROOT", 1))
    found = misread_subject(doc[1])
    assert found is not None
    assert found.text == "Kyiv"


@pytest.mark.parametrize(
    ("word", "tag", "dep", "verb_tag"),
    [("Kyiv", "NNP", "nsubj", "VBZ"), ("old", "JJ", "amod", "VBZ"), ("Kyiv", "NNP", "compound", "VBG")],
)
def test_other_words_before_a_verb_are_no_subject(word: str, tag: str, dep: str, verb_tag: str) -> None:
    """A small word, a participle or a plain subject is left as it was parsed."""
    assert misread_subject(tree((word, tag, dep, 1), ("objects", verb_tag, "ROOT", 1))[1]) is None


def test_first_word_has_nothing_before_it() -> None:
    """A verb that begins its sentence has no misread subject."""
    assert misread_subject(tree(("objects", "VBZ", "ROOT", 0))[0]) is None


def test_nor_negates_what_it_joins(parse: Parse) -> None:
    """In 'neither accepted nor rejected', both are denied."""
    doc = parse("Chad neither accepted nor rejected the map.")
    assert all(is_negated(token) for token in doc if lemma(token) in {"accept", "reject"})


def test_weakened_modals_are_spelt_out(parse: Parse) -> None:
    """'Can't' and 'won't' are 'can' and 'will'."""
    doc = parse("Chad can't accept it and Libya won't sign it.")
    assert {modal for token in doc for modal in modals(token)} == {"can", "will"}


def test_circle_of_heads_ends() -> None:
    """A verb without a subject anywhere has none, and the search comes to an end."""
    doc = tree(("to", "TO", "aux", 1), ("sign", "VB", "xcomp", 2), ("agree", "VB", "ROOT", 2))
    assert subject(doc[1]) is None


def test_interjected_speech_finds_the_clause_above_a_noun() -> None:
    """A parenthesis that hangs on a noun belongs to the noun's clause."""
    doc = tree(
        ("truce", "NN", "nsubj", 3),
        ("he", "PRP", "nsubj", 2),
        ("said", "VBD", "parataxis", 0),
        ("ended", "VBD", "ROOT", 3),
    )
    found = interrupted(doc[2])
    assert found is not None
    assert found.text == "ended"


@pytest.mark.parametrize(
    ("text", "verb", "asserted"),
    [
        ("Chad signed the treaty.", "sign", True),
        ("Chad will sign the treaty.", "sign", True),
        ("Chad came to sign the treaty.", "sign", False),
        ("Chad is signing the treaty.", "sign", True),
        ("Chad gained by signing the treaty.", "sign", False),
        ("If Chad signs the treaty, the war ends.", "sign", False),
        ("Did Chad sign the treaty?", "sign", False),
        ("The treaty signed by Chad failed.", "sign", True),
        ("Chad has signed the treaty.", "sign", True),
    ],
)
def test_assertion_is_told_from_supposition(text: str, verb: str, asserted: bool, parse: Parse) -> None:
    """Only a verb that says that something takes place is asserted."""
    (token,) = [token for token in parse(text) if lemma(token) == verb]
    assert is_asserted(token) is asserted


@pytest.mark.parametrize("text", ["Neither Chad nor Libya accepted it.", "No party accepted it."])
def test_nobody_negates_what_is_done(text: str, parse: Parse) -> None:
    """What neither does is not done."""
    (verb,) = [token for token in parse(text) if lemma(token) == "accept"]
    assert is_negated(verb)
