"""Who listens to whom, and who could not do without whom: 'the one capital it will hear'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.relation_frames import things
from goodoffices.statements.relation_parties import leads_to, name_of, owners, parties, sources_of
from goodoffices.statements.relation_roles import is_told
from goodoffices.statements.sighting import RelationSighting
from goodoffices.statements.statement import RelationKind
from goodoffices.statements.syntax import (
    children,
    first_child,
    is_negated,
    lemma,
    modals,
    own_subject,
    subject,
)

ONLY = frozenset({"only", "one", "sole"})
SPANS = frozenset({"minute", "hour", "day", "week", "fortnight", "month", "season", "year"})
"""How long somebody would hold out: whatever could not be done for so long without another."""
LEAVE = frozenset({"consent", "approval", "permission", "agreement", "assent", "invitation", "leave", "nod"})
"""What somebody may await out of regard for another, without being in its hand."""


def find_heeding(word: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """Yield who could move somebody because that one listens, obeys, or could not live without.

    Args:
        word: The word that may tell of it.
        attribution: Resolves the noun phrases.
    """
    over: Token | None = None
    under: Token | None = None
    if word.pos_ in {"VERB", "AUX"} and word.dep_ == "relcl":
        over, under = _only_one_heard(word) or _has_it_over(word) or (None, None)
    elif word.pos_ == "VERB" and is_told(word):
        over, under = _whom_it_obeys(word), subject(word)
    over = over or (_without_whom(word) if word.pos_ == "VERB" else None)
    under = under or (subject(word) if over is not None else None)
    whose = over is not None and over.pos_ == "NOUN" and over.dep_ == "pobj"
    for source in (owners(over, attribution) if whose else ()) or sources_of(over, attribution):
        for target in parties(under, attribution, source.party) or owners(under, attribution, source.party):
            whole = (*word.subtree, *name_of(over), *name_of(under))
            yield RelationSighting(RelationKind.HAS_LEVERAGE_OVER, source, target, word, whole)


def _only_one_heard(verb: Token) -> tuple[Token, Token] | None:
    """Return 'Washington' and 'Ankara' in 'Washington is the one capital Ankara will hear'."""
    noun, who = verb.head, own_subject(verb)
    alone = noun.dep_ == "attr" and any(child.lower_ in ONLY for child in noun.children)
    if not alone or who is None or lemma(verb) not in things("heeding_verb") or is_negated(verb):
        return None
    named = subject(noun.head)
    return (named, who) if named is not None and not is_negated(noun.head) else None


def _has_it_over(verb: Token) -> tuple[Token, Token] | None:
    """Return who has it and over whom: 'the influence it has over them'."""
    sway = lemma(verb.head) in things("sway_noun") and lemma(verb) in things("light_verb")
    who = own_subject(verb)
    whom = next(
        (one for holder in (verb, verb.head) for one in leads_to(holder, ("over", "on", "with"))), None
    )
    if not sway or who is None or whom is None or modals(verb) or is_negated(verb):
        return None
    return who, whom


def _whom_it_obeys(verb: Token) -> Token | None:
    """Return whom somebody obeys as a rule: 'heeds Riyadh', 'answers to Tehran', 'takes orders from'."""
    if is_negated(verb) or verb.tag_ not in {"VBZ", "VBP"}:
        return None
    if lemma(verb) in {"heed", "obey"}:
        return first_child(verb, "dobj")
    if lemma(verb) in {"listen", "answer"} and first_child(verb, "dobj") is None:
        return next(leads_to(verb, ("to",)), None)
    orders = any(lemma(one) in things("order_noun") for one in children(verb, "dobj"))
    return next(_from_whom(verb), None) if orders and lemma(verb) in {"take", "get", "receive"} else None


def _from_whom(verb: Token) -> Iterator[Token]:
    for holder in (verb, *children(verb, "dobj")):
        yield from leads_to(holder, ("from",))


def _without_whom(verb: Token) -> Token | None:
    """Return without whom somebody cannot go on: 'cannot survive without', 'does nothing without'."""
    able = not modals(verb) or bool(modals(verb) & {"can", "could", "would", "will"})
    lasts = any(lemma(one) in SPANS for one in (*children(verb, "npadvmod"), *leads_to(verb, ("for",))))
    listed = (lasts or lemma(verb) in things("surviving_verb")) and bool(modals(verb))
    idle = lemma(verb) == "do" and any(one.lower_ == "nothing" for one in children(verb, "dobj"))
    if not able or not (listed or idle) or not is_negated(verb):
        return None
    near = (verb, *children(verb, "dobj", "npadvmod"))
    found = next((one for holder in near for one in leads_to(holder, ("without",))), None)
    polite = found is not None and not idle and lemma(found) in LEAVE
    return None if polite else found
