"""Mends the parse of inserted and trailing speech, as in 'A truce, the mediator conceded, is a start'."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from spacy.tokens import Doc, Token

from goodoffices.statements.clauses import cue_of, set_off
from goodoffices.statements.insets import Inset, inset_of
from goodoffices.statements.lexicon import words
from goodoffices.statements.syntax import FINITE, children, is_negated, lemma, own_subject

if TYPE_CHECKING:
    from thinc.types import Ints2d

KEPT = frozenset(
    {"punct", "prep", "npadvmod", "advmod", "advcl", "cc", "conj", "mark", "dative", "nsubj", "aux"}
)
"""Dependencies that a token may keep when its head changes."""
OPENING = frozenset({"where", "which", "who", "because", "when", "that"})
"""Words after which inserted speech belongs to the clause that they open: 'where, he recalled, it ended'."""
BACKSHIFTED = frozenset({"would", "could", "might", "had", "’d", "'d"})
FIRST = frozenset({"i", "we"})


@dataclass(frozen=True, slots=True)
class Tree:
    """A parse with the heads and dependencies that some of its tokens are to have instead."""

    doc: Doc
    heads: dict[int, int] = field(default_factory=dict)
    deps: dict[int, str] = field(default_factory=dict)

    def hang(self, token: Token, head: Token, dep: str) -> None:
        """Give a token a head and a dependency."""
        self.heads[token.i] = head.i
        self.deps[token.i] = dep

    def stands(self) -> bool:
        """Tell whether every token that was moved still leads up to a root."""
        return all(self._leads_up(index) for index in self.heads)

    def _leads_up(self, index: int) -> bool:
        seen: set[int] = set()
        while index not in seen:
            seen.add(index)
            above = self.heads.get(index, self.doc[index].head.i)
            if above == index:
                return True
            index = above
        return False

    def write(self) -> None:
        """Write the new heads and dependencies into the parse."""
        table = cast("Ints2d", self.doc.to_array(["HEAD", "DEP"]))
        for index, head in self.heads.items():
            table[index, 0] = (head - index) % 2**64
            table[index, 1] = self.doc.vocab.strings.add(self.deps[index])
        self.doc.from_array(["HEAD", "DEP"], table)


def with_speech_apart(doc: Doc) -> Doc:
    """Return a parse in which inserted speech hangs on the clause that it interrupts or follows.

    The parser may take the mediator in 'A truce, a mediator conceded in Oslo, is a start' for an apposition
    of the truce. Speech that it has right is left alone.

    Args:
        doc: The parse; its heads and dependencies may change, its words do not.
    """
    for index in [token.i for token in doc if token.pos_ == "VERB" and token.tag_ in {*FINITE, "VBN"}]:
        verb, tree = doc[index], Tree(doc)
        if _speaks(verb):
            _set_apart(verb, tree)
        if tree.heads and tree.stands():
            tree.write()
    return doc


def _speaks(verb: Token) -> bool:
    cue = cue_of(verb)
    speaks = cue is not None and (cue[0].neutral or lemma(verb) in words("inserted_verb"))
    return speaks and not is_negated(verb)


def _set_apart(verb: Token, tree: Tree) -> None:
    said = next((one for one in children(verb, "ccomp") if one.pos_ in {"VERB", "AUX"}), None)
    if said is not None and said.i < verb.i and not set_off(said, verb):
        for joined in children(verb, "conj"):
            if _is_said(joined, verb):
                _join(joined, said, verb, tree)
        return
    inset = inset_of(verb)
    above = None if inset is None or _is_right(inset) else _clause_around(inset)
    if inset is not None and above is not None:
        _hang_inset(inset, above, tree)


def _is_right(inset: Inset) -> bool:
    """Tell whether the parse has speech and speaker apart from the clause already."""
    who = own_subject(inset.verb)
    return inset.verb.dep_ == "parataxis" and who is not None and who.i == inset.speaker.i


def _is_said(joined: Token, verb: Token) -> bool:
    """Tell whether a clause joined behind 'he said' is said as well: 'and I will not', 'nor would it'."""
    who = own_subject(joined)
    helpers = {word.lower_ for word in children(joined, "aux")}
    if joined.i < verb.i or who is None:
        return False
    return who.lower_ in FIRST or (verb.tag_ == "VBD" and bool(helpers & BACKSHIFTED))


def _join(joined: Token, said: Token, verb: Token, tree: Tree) -> None:
    tree.hang(joined, said, "conj")
    for word in children(verb, "cc"):
        if verb.i < word.i < joined.i:
            tree.hang(word, said, "cc")


def _clause_around(inset: Inset) -> Token | None:
    """Return the head of the clause around inserted speech."""
    opened = inset.before[-1].lower_ in OPENING
    parts = (inset.behind,) if opened else (inset.before, inset.behind)
    return next((head for part in parts for head in _heads(part, inset)), None)


def _heads(part: tuple[Token, ...], inset: Inset) -> Iterator[Token]:
    """Yield the finite verbs of a part that no other word of the part governs."""
    around = {token.i for token in part}
    for token in part:
        alone = token.head.i == token.i or token.head.i not in around
        if alone and token.pos_ in {"VERB", "AUX"} and token.i != inset.verb.i and _is_finite(token):
            yield token


def _is_finite(token: Token) -> bool:
    return token.tag_ in FINITE or any(one.tag_ in FINITE for one in children(token, "aux", "auxpass"))


def _hang_inset(inset: Inset, above: Token, tree: Tree) -> None:
    verb, inside = inset.verb, {token.i for token in inset.words}
    for token in (one for one in verb.sent if one.i not in inside):
        stays = token.dep_ in {"npadvmod", "advcl"} and token.head.i == verb.i and token.i > verb.i > above.i
        if token.i != above.i and token.head.i in inside and not stays:
            tree.hang(token, above, _moved(token, above))
    for token in inset.words:
        if token.head.i not in inside:
            tree.hang(token, verb, token.dep_ if token.dep_ in KEPT else "dep")
    if above.head.i in inside:
        outer = next((one for one in verb.ancestors if one.i not in inside), None)
        tree.hang(above, outer or above, "ROOT" if outer is None else verb.dep_)
    tree.hang(verb, above, "parataxis")
    tree.hang(inset.speaker, verb, "nsubj")


def _moved(token: Token, above: Token) -> str:
    """Return what a word of the clause is to its head, where it had hung on the inserted speech."""
    named = token.pos_ in {"NOUN", "PROPN", "PRON"} and token.i < above.i and own_subject(above) is None
    return "nsubj" if named else token.dep_ if token.dep_ in KEPT - {"nsubj"} else "dep"
