"""What a verb does that is an act by itself: 'rejected', 'cannot accept', 'failed to sign'."""

from __future__ import annotations

from spacy.tokens import Token

from goodoffices.statements.acts import Act, Cue
from goodoffices.statements.aims import act_with_aim, is_to
from goodoffices.statements.clauses import WITHHELD, clause_of, cue_of, is_denied
from goodoffices.statements.content import REFLEXIVES, content_head, denied_report
from goodoffices.statements.descriptions import FIRM, Verdict
from goodoffices.statements.lexicon import in_lists, words
from goodoffices.statements.statement import Modality
from goodoffices.statements.syntax import (
    children,
    first_child,
    is_negated,
    is_passive,
    is_unreal,
    lemma,
    modals,
    own_subject,
)

OBLIGATION = frozenset({"must", "shall", "ought"})
GUESSED = frozenset({"could", "may", "might"})
POINTING = frozenset({"it", "that", "this", "them", "these", "those"})
PERSONS = frozenset({"him", "her", "me", "us", "you"})
STOPPING = frozenset({"stop", "cease", "quit"})
LEAVES_OPEN = frozenset({"rule", "exclude"})
"""Verbs of rejection whose denial leaves a thing open: 'does not rule out'."""


def cue_is(verb: Token, act: Act) -> bool:
    """Tell whether a verb is a cue for an act."""
    cue = cue_of(verb)
    return cue is not None and cue[0].act is act


def left_undone(verb: Token) -> Token | None:
    """Return the act that somebody 'failed to' do, 'stopped', 'stopped short of' or 'is far from' doing."""
    if is_negated(verb):
        return None
    found = first_child(verb, "xcomp") if lemma(verb) in {"fail", *STOPPING} else None
    if lemma(verb) == "have" and any(word.lower_ == "yet" for word in children(verb, "advmod")):
        found = first_child(verb, "xcomp")
    for short in children(verb, "advmod", "acomp") if lemma(verb) in {"stop", "fall"} else ():
        of = first_child(short, "prep") if short.lower_ == "short" else None
        found = found if of is None else first_child(of, "pcomp")
    for far in children(verb, "acomp", "advmod") if lemma(verb) == "be" else ():
        near = first_child(far, "prep") if far.lower_ == "far" else None
        found = found if near is None else first_child(near, "pcomp")
    cue = None if found is None else cue_of(found)
    undone = {
        Act.ACCEPT,
        Act.AGREE,
        Act.SUPPORT,
        Act.REJECT,
        Act.PROMISE,
        Act.PROPOSE,
        Act.OFFER,
        Act.CONSULT,
    }
    if lemma(verb) in STOPPING:
        undone.add(Act.DEMAND)
    return found if cue is not None and cue[0].act in undone else None


def left_off(verb: Token, act: Act) -> Verdict:
    """Return what it comes to that somebody did not do an act: who stops demanding concedes."""
    given_up = lemma(verb) in STOPPING and act is Act.DEMAND
    return Verdict(Act.CONCEDE if given_up else act, (), negated=not given_up)


def is_act(verb: Token, cue: Cue) -> bool:
    """Tell whether a cue means its act here: 'dropped its demand' does, 'dropped bombs' does not."""
    thing, aim = first_child(verb, "dobj", "nsubjpass"), first_child(verb, "xcomp")
    if aim is not None and _unnamed(aim):
        return False
    if cue.behind:
        return True
    if thing is None and verb.dep_ == "acl" and verb.tag_ == "VBN":
        thing = verb.head
    silent = cue.act is Act.REJECT and aim is not None and lemma(aim) in words("silent_verb")
    silent = silent and not _is_asked(aim)  # 'refused to say whether it would pay'
    if silent or (lemma(verb) == "seek" and _has_infinitive(verb)):
        return False
    if cue.frame == "complement" and thing is not None and lemma(thing) not in REFLEXIVES:
        return False
    pointing = (
        thing is not None
        and thing.lower_ in POINTING
        and not cue.objects.startswith("!")
        and cue.act in {Act.DENY, Act.ACCEPT, Act.REJECT, Act.SUPPORT}
    )
    if thing is None or cue.objects in {"", "party"} or pointing:
        return True
    hugged = cue.act is Act.ACCEPT and thing.lower_ in PERSONS  # 'embraced him'
    return not hugged and in_lists(lemma(thing), cue.objects)


def _is_asked(aim: Token | None) -> bool:
    """Tell whether what somebody would not say is a question: 'refused to say when it would leave'."""
    told = first_child(aim, "ccomp") if aim is not None else None
    asking = () if told is None else children(told, "mark", "advmod", "dobj", "attr", "nsubj")
    return any(word.lower_ in WITHHELD for word in asking)


def _unnamed(aim: Token) -> bool:
    """Tell whether what somebody asks or declines is about being named: 'asked not to be quoted'."""
    told = first_child(aim, "dobj")
    by_name = told is not None and lemma(told) in {"name", "surname", "identity"}
    by_name = by_name and first_child(aim.head, "dobj") is None  # 'asked both to publish the names'
    return by_name or (is_passive(aim) and lemma(aim) in words("silent_verb"))


def _has_infinitive(verb: Token) -> bool:
    aims = children(verb, "xcomp", "ccomp", "advcl")
    return any(word.lower_ == "to" for aim in aims for word in children(aim, "aux"))


def read_performed(verb: Token, cue: Cue, as_told: frozenset[str] | None = None) -> Verdict | None:
    """Return what a verb does that is an act by itself: 'rejected', 'cannot accept', 'could accept'.

    Args:
        verb: The verb.
        cue: What it is.
        as_told: Its modals where somebody says it of itself, with 'would' after 'said' as 'will'; None
            where the report tells it.

    Returns:
        The verdict; None where the report only supposes the act ('might reject') or the verb's object
        shows that it means something else ('dropped bombs').
    """
    negated, modal = is_denied(verb, cue), modals(verb) if as_told is None else as_told
    no_longer = (one for one in children(verb, "advmod") if one.lower_ == "longer")
    shown = (
        *children(verb, "neg"),
        *no_longer,
        *(word for word in children(verb, "aux") if word.tag_ == "MD"),
    )
    supposed = {"should", *OBLIGATION} | (GUESSED if as_told is None and "could" not in modal else set())
    if not is_act(verb, cue) or modal & supposed or is_unreal(verb):
        return None
    left_open = cue.act is Act.REJECT and lemma(verb) in LEAVES_OPEN
    answer = None if left_open else _answer(cue, negated, modal, shown)
    if answer is not None or modal & GUESSED or _is_able(modal, negated=negated):
        return answer
    if cue.act is Act.REJECT and (other := _not_a_refusal(verb, shown, negated)) is not None:
        return other
    if cue.behind:
        act = cue.act if negated else act_with_aim(cue.act, content_head(verb))
        return Verdict(act, shown, modality=modality_of(modal), negated=negated)
    if left_open and negated:
        return Verdict(Act.OPEN, shown)
    if lemma(verb) in {"want", "like"}:
        return wanted(verb, shown, negated=negated) if lemma(verb) == "want" or "would" in modal else None
    clause = clause_of(verb)
    if not negated and (act := act_with_aim(cue.act, clause)) is not cue.act:
        return Verdict(act, shown, modality=modality_of(modal))
    if cue.act is Act.PROMISE and not negated and clause is not None:
        future = any(word.lower_ in {"will", "would", "’ll", "'ll"} for word in clause.head.subtree)
        told = _is_assertion(clause) and own_subject(clause) is not None and not future  # 'that all is well'
        return Verdict(Act.CLAIM if told else Act.PROMISE, shown, modality=modality_of(modal))
    tells = cue.act is Act.PROPOSE and clause is not None and _is_assertion(clause)
    admits = cue.act is Act.CONCEDE and clause is not None and clause.dep_ != "xcomp"
    if tells or admits:
        return Verdict(Act.CLAIM, shown)
    return Verdict(cue.act, shown, modality=modality_of(modal), negated=negated)


def _answer(cue: Cue, negated: bool, modal: frozenset[str], shown: tuple[Token, ...]) -> Verdict | None:
    """Return the answer that a denial or a modal makes of a cue: 'could accept', 'cannot accept'."""
    if negated and cue.denied is not None:
        return Verdict(cue.denied, shown)
    if negated and cue.act in {Act.DEMAND, Act.REJECT} and _no_longer(shown):
        return Verdict(Act.CONCEDE, shown)
    consents = cue.act in {Act.ACCEPT, Act.AGREE, Act.SUPPORT}
    if consents and negated and modal & FIRM:
        return Verdict(Act.REJECT, shown)
    leaves_open = ((consents or cue.act is Act.PLAN) and modal & _weak(modal)) or (
        cue.act is Act.OPEN and cue.behind
    )
    return Verdict(Act.OPEN, shown, modality=modality_of(modal)) if leaves_open and not negated else None


def _weak(modal: frozenset[str]) -> frozenset[str]:
    """Return the modals that leave a consent open; 'would' after 'said' was a 'will'."""
    return GUESSED | {"can"} if "will" in modal else GUESSED | {"can", "would"}


def _no_longer(shown: tuple[Token, ...]) -> bool:
    return any(word.lower_ == "longer" for word in shown)


def _not_a_refusal(verb: Token, shown: tuple[Token, ...], negated: bool) -> Verdict | None:
    """Return what 'refused to reject', 'refused to rule out' and 'rejected reports that …' do."""
    aim = first_child(verb, "xcomp")
    if aim is not None and cue_is(aim, Act.REJECT) and not negated:
        about = first_child(aim, "dobj", "xcomp")
        left_open = lemma(aim) in LEAVES_OPEN
        return Verdict(Act.OPEN if left_open else Act.REJECT, (*shown, aim), about, negated=not left_open)
    denied = denied_report(verb)
    return None if denied is None else Verdict(Act.DENY, shown, denied, negated=negated)


def wanted(verb: Token, shown: tuple[Token, ...], *, negated: bool) -> Verdict:
    """Return what a wish is: 'wants to send' plans, 'wants to sign' is open, 'wants elections' demands.

    Args:
        verb: The verb, 'want' or 'like'.
        shown: The words that show it.
        negated: Whether it is denied.
    """
    aim = first_child(verb, "xcomp", "ccomp")
    own = aim is not None and own_subject(aim) is None and is_to(aim)
    if own and aim is not None and lemma(aim) in words("yes_verb") and not negated:
        return Verdict(Act.OPEN, shown)
    asks = Act.DEMAND if lemma(verb) == "want" else Act.APPEAL
    return Verdict(Act.PLAN if own else asks, shown, negated=negated)


def _is_able(modal: frozenset[str], *, negated: bool) -> bool:
    """Tell whether somebody only could do what nobody says was done: 'only Paris can tell them to go'."""
    return "can" in modal and not negated


def _is_assertion(clause: Token) -> bool:
    """Tell whether a clause says how things are, as in 'suggested that the attack was planned'.

    A plain present is no sign of it, since the subjunctive looks the same: 'suggested that they go'.
    """
    words_with_tense = (clause, *children(clause, "aux", "auxpass"))
    return any(word.tag_ in {"VBD", "VBZ"} for word in words_with_tense) and not modals(clause)


def modality_of(modal: frozenset[str]) -> Modality:
    """Return how far a predicate with some modals commits itself."""
    if modal & GUESSED:
        return Modality.POSSIBLE
    if "would" in modal:
        return Modality.WOULD
    if modal & (OBLIGATION | {"should", "must"}):
        return Modality.OBLIGATION
    return Modality.PLAIN
