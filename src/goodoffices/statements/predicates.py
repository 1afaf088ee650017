"""What a predicate does: the act comes from all of it, not from its verb alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from goodoffices.statements.acts import Act, Cue, cues
from goodoffices.statements.lexicon import words
from goodoffices.statements.statement import Modality
from goodoffices.statements.syntax import (
    CLAUSES,
    children,
    first_child,
    is_negated,
    lemma,
    modals,
    own_subject,
    subject,
)

IsSpeaker = Callable[[Token], bool]
COPULAS = frozenset({"be", "remain", "stay", "seem", "become", "appear", "consider", "call", "find"})
OBLIGATION = frozenset({"must", "shall", "ought"})
POSSIBLE = frozenset({"could", "may", "might"})
CONSENT = frozenset(
    {"accept", "approve", "agree", "sign", "endorse", "support", "join", "recognise", "recognize"}
)
LEAVES_OPEN = frozenset({"rule", "exclude", "oppose"})
"""Verbs of rejection whose denial leaves a thing open: 'does not rule out'."""
ATTITUDES = {
    **dict.fromkeys(("support", "backing", "approval", "endorsement"), Act.SUPPORT),
    **dict.fromkeys(("readiness", "willingness", "openness"), Act.OPEN),
    **dict.fromkeys(("opposition", "objection", "rejection", "refusal"), Act.REJECT),
}
"""Nouns that say what somebody expressed, voiced or repeated."""


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


def cue_of(verb: Token) -> tuple[Cue, tuple[Token, ...]] | None:
    """Return the cue that a verb is, with the words that make it up: 'ruled out', 'called for'."""
    found = cues()
    for child in verb.children:
        joined = child.dep_ in {"prt", "prep", "advmod", "acomp", "dobj", "ccomp"} and not _of_time(child)
        if joined and (lemma(verb), child.lower_) in found:
            return found[lemma(verb), child.lower_], (verb, child)
    plain = found.get((lemma(verb), ""))
    return None if plain is None else (plain, (verb,))


def _of_time(preposition: Token) -> bool:
    """Tell whether a preposition gives a time, as 'on' does in 'insisted on Friday'."""
    place = first_child(preposition, "pobj")
    return place is not None and place.ent_type_ in {"DATE", "TIME"}


def clause_of(verb: Token) -> Token | None:
    """Return the head of the clause that a verb of speech introduces, follows or interrupts.

    'He said that it would go', 'It would go, he said', 'It, he said, would go'. A clause that is set off
    by a colon or semicolon stands for itself.
    """
    clauses = [child for child in children(verb, *CLAUSES) if child.pos_ in {"VERB", "AUX", "ADJ", "NOUN"}]
    behind = [child for child in clauses if child.i > verb.i]
    before = [child for child in clauses if child.i < verb.i and not _set_off(child, verb)]
    found = [*behind, *before]
    return found[0] if found else interrupted(verb)


def interrupted(verb: Token) -> Token | None:
    """Return the head of the clause that a verb of speech interrupts: 'go' in 'It would, he said, go'."""
    if verb.dep_ != "parataxis":
        return None
    head = verb.head
    while head.pos_ not in {"VERB", "AUX"} and head.head.i != head.i:
        head = head.head
    return head if head.pos_ in {"VERB", "AUX"} and not _set_off(head, verb) else None


def _set_off(clause: Token, verb: Token) -> bool:
    first, last = sorted((clause.i, verb.i))
    return any(token.text in {":", ";"} for token in clause.doc[first:last])


def set_off_clauses(verb: Token) -> frozenset[int]:
    """Return the heads of clauses that a colon or semicolon separates from a verb, by index."""
    return frozenset(
        child.i for child in children(verb, *CLAUSES) if child.i < verb.i and _set_off(child, verb)
    )


def is_asserted(verb: Token) -> bool:
    """Tell whether a verb says that something took place; 'to sign' and 'by signing' do not."""
    helpers = {word.lower_ for word in children(verb, "aux", "auxpass")}
    if "to" in helpers or verb.dep_ in {"amod", "compound"}:
        return False
    if verb.tag_ == "VB":
        return bool(helpers)
    if verb.tag_ == "VBG":
        return verb.dep_ != "pcomp"
    if verb.tag_ == "VBN":
        return bool(helpers) or verb.dep_ in {"acl", "conj"} or own_subject(verb) is not None
    return True


def read_clause(clause: Token, is_speaker: IsSpeaker) -> Verdict:
    """Return what somebody does by saying a clause.

    Args:
        clause: Head of the clause.
        is_speaker: Tells whether a token stands for the one who says it.
    """
    inner = _reported_within(clause, is_speaker)
    if inner is not None:
        return read_clause(inner, is_speaker)
    found = _by_description(clause) or _by_own_act(clause, is_speaker) or _by_modal(clause, is_speaker)
    return found or Verdict(Act.CLAIM, ())


def _reported_within(clause: Token, is_speaker: IsSpeaker) -> Token | None:
    """Return the clause inside 'we believe that …', where the speaker only reports itself."""
    cue = cue_of(clause)
    who = subject(clause)
    if cue is None or not cue[0].neutral or who is None or not is_speaker(who):
        return None
    return clause_of(clause)


def read_description(clause: Token) -> Verdict | None:
    """Return what a description does: 'is open to …', 'are opposed to …', 'is unacceptable'."""
    return _by_description(clause)


def _by_description(clause: Token) -> Verdict | None:
    if lemma(clause) not in COPULAS:
        return None
    negated = is_negated(clause)
    for word in children(clause, "acomp", "oprd", "attr", "ccomp", "xcomp", "prep"):
        verdict = _described(word, negated, own_subject(clause) or own_subject(word))
        if verdict is not None:
            return verdict
    return None


def _described(word: Token, negated: bool, about: Token | None) -> Verdict | None:
    content = next(children(word, "prep", "xcomp", "ccomp"), None)
    noun = first_child(word, "pobj")
    if lemma(word) in words("open_adjective") and content is not None:
        return Verdict(Act.REJECT if negated else Act.OPEN, (word,), _object_of(content))
    if lemma(word) in words("against_adjective") and content is not None:
        return Verdict(Act.OPEN if negated else Act.REJECT, (word,), _object_of(content))
    if word.lower_ == "against" and noun is not None:
        return Verdict(Act.OPEN if negated else Act.REJECT, (word,), noun)
    if word.lower_ == "in" and noun is not None and lemma(noun) in {"favour", "favor"}:
        return Verdict(Act.REJECT if negated else Act.SUPPORT, (word, noun), noun)
    if lemma(word) in words("unacceptable") or _says_unacceptable(word):
        return None if negated else Verdict(Act.REJECT, (word,), about)
    if lemma(word) in words("acceptable"):
        return Verdict(Act.REJECT if negated else Act.SUPPORT, (word,), about)
    return None


def _says_unacceptable(word: Token) -> bool:
    text = " ".join(token.lower_ for token in word.subtree if not token.is_punct)
    return any(phrase in text for phrase in words("unacceptable_phrase"))


def _object_of(content: Token) -> Token:
    return next(children(content, "pobj", "pcomp"), content)


def _by_own_act(clause: Token, is_speaker: IsSpeaker) -> Verdict | None:
    who = subject(clause)
    if who is None or not is_speaker(who):
        return None
    negated, modal = is_negated(clause), modals(clause)
    about = first_child(clause, "dobj", "xcomp", "ccomp", "prep")
    verb = lemma(clause)
    shown = (*children(clause, "neg", "aux"), clause)
    if verb in words("no_verb") or cue_is(clause, Act.REJECT):
        leaves_open = negated and verb in LEAVES_OPEN
        act = Act.OPEN if leaves_open else Act.REJECT
        return Verdict(act, shown, about, _modality(modal), negated and not leaves_open)
    if verb in words("yes_verb"):
        return _consent(verb, negated, modal, Verdict(Act.CLAIM, shown, about, _modality(modal)))
    if verb in words("harm_verb") and "will" in modal and not negated:
        return Verdict(Act.THREATEN, shown, None)
    cue = cue_of(clause)
    if cue is not None and not cue[0].neutral:
        return Verdict(cue[0].act, cue[1], about, _modality(modal), negated)
    if "will" in modal:
        return Verdict(Act.PROMISE, shown, None)
    return None


def _consent(verb: str, negated: bool, modal: frozenset[str], found: Verdict) -> Verdict | None:
    if negated:
        firm = bool(modal & {"can", "will", "would", "could", "shall"})
        return Verdict(Act.REJECT, found.tokens, found.content, found.modality) if firm else None
    if modal & (POSSIBLE | {"would"}):
        return Verdict(Act.OPEN, found.tokens, found.content, found.modality)
    if "will" in modal:
        return Verdict(Act.ACCEPT if verb in CONSENT else Act.PROMISE, found.tokens, found.content)
    return None


def _by_modal(clause: Token, is_speaker: IsSpeaker) -> Verdict | None:
    modal = modals(clause)
    shown = tuple(children(clause, "aux", "neg"))
    who = subject(clause)
    own = who is not None and is_speaker(who) and who.lower_ not in {"we", "all"}
    if modal & OBLIGATION or "must" in modal:
        return None if own else Verdict(Act.DEMAND, shown, None, Modality.OBLIGATION)
    if "should" in modal and not own:
        return Verdict(Act.APPEAL, shown, None, Modality.OBLIGATION)
    return None


def cue_is(verb: Token, act: Act) -> bool:
    """Tell whether a verb is a cue for an act."""
    cue = cue_of(verb)
    return cue is not None and cue[0].act is act


def read_performed(verb: Token, cue: Cue) -> Verdict:
    """Return what a verb does that is an act by itself: 'rejected', 'cannot accept', 'could accept'."""
    negated, modal = is_negated(verb), modals(verb)
    shown = (*children(verb, "neg"), *(word for word in children(verb, "aux") if word.tag_ == "MD"))
    if cue.act in {Act.ACCEPT, Act.AGREE, Act.SUPPORT}:
        if negated and modal & {"can", "will", "would", "could", "shall"}:
            return Verdict(Act.REJECT, shown)
        if not negated and modal & (POSSIBLE | {"would"}):
            return Verdict(Act.OPEN, shown, modality=_modality(modal))
    if cue.act is Act.REJECT and negated and lemma(verb) in LEAVES_OPEN:
        return Verdict(Act.OPEN, shown)
    clause = clause_of(verb)
    if lemma(verb) == "suggest" and clause is not None and _is_assertion(clause):
        return Verdict(Act.CLAIM, shown)
    return Verdict(cue.act, shown, modality=_modality(modal), negated=negated)


def _is_assertion(clause: Token) -> bool:
    """Tell whether a clause says how things are, as in 'suggested that the attack was planned'.

    A plain present is no sign of it, since the subjunctive looks the same: 'suggested that they go'.
    """
    words_with_tense = (clause, *children(clause, "aux", "auxpass"))
    return any(word.tag_ in {"VBD", "VBZ"} for word in words_with_tense) and not modals(clause)


def _modality(modal: frozenset[str]) -> Modality:
    if modal & POSSIBLE:
        return Modality.POSSIBLE
    if "would" in modal:
        return Modality.WOULD
    if modal & (OBLIGATION | {"should", "must"}):
        return Modality.OBLIGATION
    return Modality.PLAIN
