"""What a description does: 'is open to', 'are opposed to', 'is unacceptable', 'there can be no'."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from goodoffices.statements.acts import Act
from goodoffices.statements.lexicon import words
from goodoffices.statements.statement import Modality
from goodoffices.statements.syntax import (
    agent,
    children,
    first_child,
    is_negated,
    is_passive,
    is_unreal,
    lemma,
    modals,
    own_subject,
)

COPULAS = frozenset({"be", "remain", "stay", "stand", "seem", "become", "appear", "consider", "call", "find"})
MOTIVES = frozenset({"intention", "intent", "reason", "plan", "wish", "desire", "interest"})
JUDGING = frozenset({"consider", "call", "find"})
FIRM = frozenset({"can", "will", "would", "could", "shall"})
"""Modals that make a denial firm: 'cannot', 'will not', 'would never'."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a predicate does.

    Attributes:
        act: The act.
        tokens: The words that show it.
        content: Head of what the act is about; None where the whole clause is.
        modality: How far the speaker commits itself.
        negated: Whether the act is said not to have taken place.
    """

    act: Act
    tokens: tuple[Token, ...]
    content: Token | None = None
    modality: Modality = Modality.PLAIN
    negated: bool = False


def is_disposed(clause: Token) -> bool:
    """Tell whether a verb looks passive but describes a mind: 'were opposed to', 'is prepared to'."""
    adjective = clause.lower_ in words("open_adjective") | words("against_adjective")
    return adjective and clause.tag_ == "VBN" and is_passive(clause) and agent(clause) is None


def read_description(clause: Token) -> Verdict | None:
    """Return what a description does: 'is open to …', 'are opposed to …', 'is unacceptable'."""
    negated = is_negated(clause)
    if is_disposed(clause):
        return _described(clause, negated, own_subject(clause))
    if lemma(clause) in {"have", "see"}:
        return _unwilling(clause)
    if lemma(clause) not in COPULAS:
        return None
    for word in children(clause, "acomp", "oprd", "attr", "ccomp", "xcomp", "prep"):
        called = first_child(clause, "dobj", "nsubjpass") if lemma(clause) in JUDGING else own_subject(clause)
        verdict = _described(word, negated, called or own_subject(word))
        if verdict is not None:
            return verdict
    return _absent(clause)


def _described(word: Token, negated: bool, about: Token | None) -> Verdict | None:
    content = next(children(word, "prep", "xcomp", "ccomp"), None) or _continued(word)
    noun = first_child(word, "pobj")
    if lemma(word) in words("open_adjective") and content is not None:
        act = Act.REJECT if negated else Act.THREATEN if _harms(content) else Act.OPEN
        return Verdict(act, (word,), _object_of(content))
    if word.lower_ in words("against_adjective") and content is not None:
        return Verdict(Act.OPEN if negated else Act.REJECT, (word,), _object_of(content))
    if word.lower_ == "against" and noun is not None:
        return Verdict(Act.OPEN if negated else Act.REJECT, (word,), noun)
    if word.lower_ == "in" and noun is not None and lemma(noun) in {"favour", "favor"}:
        of = first_child(noun, "prep")
        return Verdict(
            Act.REJECT if negated else Act.SUPPORT, (word, noun), _object_of(of) if of is not None else noun
        )
    if lemma(word) in words("unacceptable") or _says_unacceptable(word):
        return None if negated else Verdict(Act.REJECT, (word,), about)
    praised = about is not None and lemma(about) in words("proposal_noun")
    if lemma(word) in words("acceptable") or (praised and lemma(word) in words("constructive")):
        return Verdict(Act.REJECT if negated else Act.SUPPORT, (word,), about)
    return None


def _harms(content: Token) -> bool:
    return content.dep_ == "xcomp" and lemma(content) in words("harm_verb")


def _continued(word: Token) -> Token | None:
    """Return the infinitive that an interjected 'he said' cuts off: 'We are ready, he said, to talk'."""
    clause = word.head
    behind = children(clause.head, "xcomp") if clause.dep_ == "ccomp" else iter(())
    return next((child for child in behind if child.i > clause.head.i > word.i), None)


def _unwilling(clause: Token) -> Verdict | None:
    """Return the rejection in 'has no intention of leaving', 'sees no reason to leave'."""
    thing = first_child(clause, "dobj")
    if thing is None or lemma(thing) not in MOTIVES or modals(clause):
        return None
    no = next((word for word in children(thing, "det") if word.lower_ == "no"), None)
    of = next(children(thing, "acl", "prep"), None)
    if no is None or of is None:
        return None
    return Verdict(Act.REJECT, (clause, no, thing), _object_of(of))


def _absent(clause: Token) -> Verdict | None:
    """Return the rejection in 'there can be no …'."""
    thing = first_child(clause, "attr")
    if thing is None or first_child(clause, "expl") is None or not modals(clause) & FIRM or is_unreal(clause):
        return None
    no = next((word for word in children(thing, "det", "neg") if word.lower_ == "no"), None)
    return None if no is None else Verdict(Act.REJECT, (*children(clause, "aux"), clause, no), thing)


def _says_unacceptable(word: Token) -> bool:
    text = " ".join(token.lower_ for token in word.subtree if not token.is_punct)
    return any(phrase in text for phrase in words("unacceptable_phrase"))


def _object_of(content: Token) -> Token:
    return next(children(content, "pobj", "pcomp"), content)
