"""Mends a closing verb of saying that the parse has for a plural: 'Kenya would not sign, an aide claims'."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from spacy.tokens import Doc, Token

from goodoffices.statements.lexicon import in_lists
from goodoffices.statements.syntax import FINITE, children

if TYPE_CHECKING:
    from thinc.types import Ints2d

SAYING = {
    "claims": "claim",
    "charges": "charge",
    "reports": "report",
    "states": "state",
    "notes": "note",
    "remarks": "remark",
    "comments": "comment",
    "answers": "answer",
    "stresses": "stress",
}
"""Plurals that are verbs of saying as well."""
SPEAKERS = "spokesman_noun|office_holder_noun|speaker_noun"
WITHIN = frozenset({"det", "amod", "compound", "poss", "nmod"})
LONGEST = 6
"""Words of the longest speaker."""


def with_closing_verbs(doc: Doc) -> Doc:
    """Return a parse in which '…, a Somali official claims.' has a verb and who says so.

    Args:
        doc: The parse; its tags, heads and dependencies may change, its words do not.
    """
    for token in doc:
        speaker = _speaker(token) if token.tag_ == "NNS" and token.lower_ in SAYING else None
        if speaker is not None:
            _mend(token, speaker)
    return doc


def _speaker(word: Token) -> Token | None:
    """Return who stands between the last comma and a word that closes its sentence."""
    if word.i + 1 < word.sent.end and word.nbor(1).text not in {".", "”", '"', "’"}:
        return None
    last = word.i - 1
    start = next((i for i in range(last, word.sent.start, -1) if word.doc[i].text == ","), word.sent.start)
    person = word.doc[last]
    known = person.ent_type_ == "PERSON" or in_lists(person.lower_, SPEAKERS)
    told = any(one.tag_ in FINITE for one in word.doc[word.sent.start : start])
    fits = word.sent.start < start < last + 1 and last - start <= LONGEST
    return person if fits and told and known else None


def _mend(verb: Token, speaker: Token) -> None:
    doc = verb.doc
    table = cast("Ints2d", doc.to_array(["HEAD", "DEP"]))
    for child in children(verb, *WITHIN):
        if child.i < speaker.i:
            _hang(table, child, speaker, child.dep_)
    _hang(table, speaker, verb, "nsubj")
    root = verb.sent.root
    if root.i != verb.i:
        _hang(table, verb, root, "parataxis")
    verb.tag_, verb.pos_, verb.lemma_ = "VBZ", "VERB", SAYING[verb.lower_]
    doc.from_array(["HEAD", "DEP"], table)


def _hang(table: Ints2d, token: Token, head: Token, dep: str) -> None:
    table[token.i, 0] = (head.i - token.i) % 2**64
    table[token.i, 1] = token.vocab.strings.add(dep)
