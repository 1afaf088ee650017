"""What a description does: 'is open to', 'are opposed to', 'is unacceptable', 'there can be no'."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from goodoffices.statements.acts import Act
from goodoffices.statements.dispositions import disposition_of
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
    subject,
)

IsSpeaker = Callable[[Token], bool]
COPULAS = frozenset({"be", "remain", "stay", "stand", "seem", "become", "appear", "consider", "call", "find"})
ITSELF = frozenset({"he", "she", "it", "they"})
"""Pronouns by which speakers are told to speak of themselves."""
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
    passive = clause.tag_ == "VBN" and is_passive(clause) and agent(clause) is None
    return passive and disposition_of(clause) is not None


def read_description(clause: Token, is_speaker: IsSpeaker | None = None) -> Verdict | None:
    """Return what a description does: 'is open to …', 'are opposed to …', 'is unacceptable'.

    Args:
        clause: Head of the clause.
        is_speaker: Tells whether a token stands for the one who says it. What others are said to be
            ready for or opposed to is then no act of the speaker's; None where the report itself tells it.
    """
    who, negated = subject(clause), is_negated(clause)
    own = is_speaker is None or (who is not None and (who.lower_ in ITSELF or is_speaker(who)))
    if is_disposed(clause):
        return _disposed(clause, negated) if own else None
    if lemma(clause) in {"have", "see"}:
        return _unwilling(clause) if own else None
    if clause.pos_ == "ADJ":  # 'declared itself ready', 'considers the map unacceptable'
        return (_disposed(clause, negated) if own else None) or _judged(clause, negated, who)
    if lemma(clause) not in COPULAS:
        return None
    for word in children(clause, "acomp", "oprd", "attr", "ccomp", "xcomp", "prep"):
        called = first_child(clause, "dobj", "nsubjpass") if lemma(clause) in JUDGING else own_subject(clause)
        verdict = (_disposed(word, negated) or _sided(word, negated)) if own else None
        verdict = verdict or _judged(word, negated, called or own_subject(word))
        if verdict is not None:
            return verdict
    return _absent(clause)


def _disposed(word: Token, negated: bool) -> Verdict | None:
    """Return what somebody does who is 'open to', 'unwilling to', 'wary of' something."""
    found = disposition_of(word)
    if found is None:
        return None
    one, about = found
    if one.act is Act.PLAN and lemma(about) in words("befalling_verb"):
        return None  # 'is bound to lose'
    act = one.denied if negated else one.act
    harms = not negated and act in {Act.OPEN, Act.PLAN, Act.PROMISE} and _harms(about)
    return None if act is None else Verdict(Act.THREATEN if harms else act, (word,), about)


def _sided(word: Token, negated: bool) -> Verdict | None:
    """Return the answer in 'is against the plan' and 'is in favour of the plan'."""
    noun = first_child(word, "pobj")
    if word.lower_ == "against" and noun is not None:
        return Verdict(Act.OPEN if negated else Act.REJECT, (word,), noun)
    if word.lower_ == "in" and noun is not None and lemma(noun) in {"favour", "favor"}:
        of = first_child(noun, "prep")
        return Verdict(
            Act.REJECT if negated else Act.SUPPORT, (word, noun), _object_of(of) if of is not None else noun
        )
    return None


def _judged(word: Token, negated: bool, about: Token | None) -> Verdict | None:
    """Return the answer in a judgement: 'is unacceptable', 'finds it acceptable'."""
    if lemma(word) in words("unacceptable") or _says_unacceptable(word):
        return None if negated else Verdict(Act.REJECT, (word,), about)
    praised = about is not None and lemma(about) in words("proposal_noun")
    if lemma(word) in words("acceptable") or (praised and lemma(word) in words("constructive")):
        return Verdict(Act.REJECT if negated else Act.SUPPORT, (word,), about)
    return None


def _harms(content: Token) -> bool:
    return content.dep_ == "xcomp" and lemma(content) in words("harm_verb")


def _unwilling(clause: Token) -> Verdict | None:
    """Return the rejection in 'has no intention of leaving', 'sees no reason to leave'."""
    thing = first_child(clause, "dobj")
    if thing is None or lemma(thing) not in MOTIVES or modals(clause):
        return None
    no = next((word for word in children(thing, "det") if word.lower_ == "no"), None)
    of = next(children(thing, "acl", "relcl", "prep"), None)
    if no is None or of is None:
        return None
    return Verdict(Act.REJECT, (clause, no, thing), _object_of(of))


def _absent(clause: Token) -> Verdict | None:
    """Return the rejection in 'there can be no …', the demand in 'there can be no … without …'."""
    thing = first_child(clause, "attr")
    if thing is None or first_child(clause, "expl") is None or not modals(clause) & FIRM or is_unreal(clause):
        return None
    no = next((word for word in children(thing, "det", "neg") if word.lower_ == "no"), None)
    if no is None:
        return None
    without = any(word.lower_ == "without" for one in (clause, thing) for word in children(one, "prep"))
    act = Act.DEMAND if without else Act.REJECT
    return Verdict(act, (*children(clause, "aux"), clause, no), thing)


def _says_unacceptable(word: Token) -> bool:
    text = " ".join(token.lower_ for token in word.subtree if not token.is_punct)
    return any(phrase in text for phrase in words("unacceptable_phrase"))


def _object_of(content: Token) -> Token:
    return next(children(content, "pobj", "pcomp"), content)
