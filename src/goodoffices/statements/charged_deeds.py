"""Who is charged with a deed or denies it, and who says so: 'blames Chad for the raid', 'denies any raid'."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.charges import (
    accuser,
    blamed_for,
    blaming_verb,
    denial_of,
    denial_over,
    is_sure_denial,
)
from goodoffices.statements.relation_frames import things
from goodoffices.statements.relation_parties import leads_to, owners, sources_of
from goodoffices.statements.relation_roles import doer
from goodoffices.statements.statement import Actor
from goodoffices.statements.syntax import first_child, lemma

ON = frozenset({"blame", "pin"})
"""Verbs that have the deed for their object: 'blamed the raid on them'."""


@dataclass(frozen=True, slots=True)
class Charged:
    """With whom a deed is charged.

    Attributes:
        sources: Who is said to have done it, or denies it; nobody where there is neither charge nor denial.
        by: Who says so.
        negated: Whether it is a denial.
    """

    sources: tuple[Actor, ...] = ()
    by: Actor | None = None
    negated: bool = False


def charged_with(noun: Token, attribution: Attribution) -> Charged:
    """Return who is charged with what a noun tells of, or denies it.

    Args:
        noun: The noun of a deed: 'raid', 'support'.
        attribution: Resolves the noun phrases.
    """
    if (denial := denial_over(noun)) is not None and is_sure_denial(denial):
        own = sources_of(doer(denial), attribution)
        return Charged(own, own[0] if len(own) == 1 else None, negated=True) if own else Charged()
    blamed = _blamed_on(noun) or blamed_for(noun) or _responsible(noun)
    found = sources_of(blamed, attribution)
    by = sources_of(_who_blames(noun), attribution) if found else ()
    return Charged(found, by[0] if len(by) == 1 else None)


def is_denied(noun: Token) -> bool:
    """Tell whether a deed is denied by somebody: 'denies any attack'."""
    denial = denial_over(noun)
    return denial is not None and is_sure_denial(denial)


def voice_over(verb: Token, attribution: Attribution) -> Actor | None:
    """Return the one who charges somebody with a deed or denies it, None where nobody does.

    Args:
        verb: The verb of the deed.
        attribution: Resolves the noun phrases.
    """
    denial = denial_of(verb)
    found = sources_of(doer(denial) if denial is not None else accuser(verb), attribution)
    if not found and denial is None and lemma(verb.head) in things("charge_noun"):
        found = owners(verb.head, attribution)
    return found[0] if len(found) == 1 else None


def _blamed_on(noun: Token) -> Token | None:
    """Return 'Chad' in 'blames the raid on Chad'."""
    if noun.dep_ not in {"dobj", "nsubjpass"} or lemma(noun.head) not in ON:
        return None
    return next((one for holder in (noun.head, noun) for one in leads_to(holder, ("on", "upon"))), None)


def _responsible(noun: Token) -> Token | None:
    """Return 'Chad' in 'holds Chad responsible for the raid', 'Chad is responsible for it'."""
    link = noun.head
    if link.lower_ != "for" or link.head.lower_ not in {"responsible", "accountable"}:
        return None
    holds = link.head.head
    small = first_child(holds, "nsubj") if holds.i != link.head.i else None
    return first_child(link.head, "nsubj") or first_child(holds, "dobj", "nsubjpass") or small


def _who_blames(noun: Token) -> Token | None:
    blame = blaming_verb(noun)
    if blame is not None:
        return accuser(noun)
    holds = noun.head.head.head if noun.head.lower_ == "for" else noun.head
    return doer(holds) if lemma(holds) in {"hold", *ON} else None
