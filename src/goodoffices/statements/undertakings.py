"""What somebody says that it will do, might do or cannot do: promises, threats, refusals, openness."""

from __future__ import annotations

from spacy.tokens import Token

from goodoffices.statements.acts import Act
from goodoffices.statements.descriptions import FIRM, Verdict
from goodoffices.statements.lexicon import words
from goodoffices.statements.performed import GUESSED, modality_of
from goodoffices.statements.statement import Modality
from goodoffices.statements.syntax import children, first_child, is_passive, lemma

CONDITIONS = frozenset({"if", "unless", "should", "once"})
Tokens = tuple[Token, ...]


def undertaking(clause: Token, modal: frozenset[str], shown: Tokens, *, negated: bool) -> Verdict | None:
    """Return what a party says that it will or will not do: promise, threat or refusal.

    Args:
        clause: Head of the clause.
        modal: Its modals, with 'would' after 'said' as 'will'.
        shown: The words that show it.
        negated: Whether it is denied.
    """
    harms = lemma(clause) in words("harm_verb")
    if negated and harms:
        return Verdict(Act.PROMISE, shown) if "will" in modal else None
    if negated:
        return Verdict(Act.REJECT, shown) if _is_refused(clause, modal) else None
    if modal & GUESSED:
        return _considered(clause, modal, shown)
    if "will" not in modal or lemma(clause) in words("stative_verb"):
        return None
    return Verdict(Act.THREATEN if harms else Act.PROMISE, shown)


def leaves_if(clause: Token, modal: frozenset[str], refusal: Verdict) -> Verdict | None:
    """Return the threat in 'we will walk out if …' and 'we might walk out', which refuse nothing yet.

    Args:
        clause: Head of the clause.
        modal: Its modals, with 'would' after 'said' as 'will'.
        refusal: What it is without a condition.
    """
    if lemma(clause) not in words("leaving_verb") or refusal.negated:
        return None
    if "will" in modal and _is_conditional(clause):
        return Verdict(Act.THREATEN, refusal.tokens, refusal.content, Modality.CONDITIONAL)
    guessed = modal & {"may", "might"}
    return Verdict(Act.THREATEN, refusal.tokens, refusal.content, Modality.POSSIBLE) if guessed else None


def steps_not_taken(
    clause: Token, act: Act, modal: frozenset[str], shown: Tokens, *, negated: bool
) -> Verdict | None:
    """Return the promise in 'we will not press for dates', which spares others a demand.

    Args:
        clause: Head of the clause.
        act: What its verb does.
        modal: Its modals, with 'would' after 'said' as 'will'.
        shown: The words that show it.
        negated: Whether it is denied.
    """
    if not negated or "will" not in modal or act not in {Act.DEMAND, Act.REQUEST, Act.APPEAL}:
        return None
    return Verdict(Act.CONCEDE if lemma(clause) == "insist" else Act.PROMISE, shown)


def _is_refused(clause: Token, modal: frozenset[str]) -> bool:
    verb = lemma(clause)
    if "will" in modal and verb not in words("stative_verb") | words("unrefusing_verb"):
        return True
    if verb in words("yield_verb") and modal & FIRM:
        return True
    acts_on = first_child(clause, "dobj") is not None and not is_passive(clause)
    unable = words("stative_verb") | words("unrefusing_verb") | words("unable_verb")
    return "can" in modal and acts_on and verb not in unable


def _is_conditional(clause: Token) -> bool:
    clauses = children(clause, "advcl")
    return any(mark.lower_ in CONDITIONS for one in clauses for mark in children(one, "mark", "advmod"))


def _considered(clause: Token, modal: frozenset[str], shown: Tokens) -> Verdict | None:
    """Return what a party says that it might do: open, or a threat where it harms or leaves.

    What befalls somebody is no step of its own: 'might lose the town'. 'Could' tells of an ability more
    often than of a step, unless it yields something or stands under a condition.
    """
    verb = lemma(clause)
    if verb in words("stative_verb") | words("befalling_verb"):
        return None
    bound = any(mark.lower_ == "if" for one in children(clause, "advcl") for mark in children(one, "mark"))
    if "could" in modal and not (bound or verb in words("yield_verb")):
        return None
    harms = verb in words("harm_verb") | words("leaving_verb")
    return Verdict(Act.THREATEN if harms else Act.OPEN, shown, modality=modality_of(modal))
