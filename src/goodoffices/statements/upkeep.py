"""Who keeps up whom: feeds its camps, pays for its missiles, has it on the payroll, recognises its state."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.coreference import is_pronoun
from goodoffices.statements.gifts import may_give, shown
from goodoffices.statements.relation_frames import things
from goodoffices.statements.relation_parties import leads_to, owners, parties, sources_of
from goodoffices.statements.relation_roles import doer, is_told, is_undergone, undergoer
from goodoffices.statements.sighting import RelationSighting
from goodoffices.statements.statement import Actor, RelationKind
from goodoffices.statements.syntax import first_child, is_negated, lemma, subject

PAYROLL, WING = ("on", "in", "from"), ("under",)


def find_upkeep(word: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """Yield who keeps up whom by what is theirs.

    Args:
        word: Any word.
        attribution: Resolves the noun phrases.
    """
    if word.pos_ == "VERB" and lemma(word) in things("feeding_verb"):
        yield from _feeds(word, attribution)
    if word.pos_ == "VERB" and lemma(word) in {"pay", "foot"}:
        yield from _pays_for(word, attribution)
    if word.pos_ == "NOUN" and word.dep_ == "pobj":
        yield from _on_the_payroll(word, attribution)


def _feeds(verb: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """'Fed its camps and fuelled its jeeps': what is kept going is somebody's."""
    thing = undergoer(verb)
    if thing is None or not may_give(verb) or thing.pos_ != "NOUN" or lemma(thing) in things("no_upkeep"):
        return
    owner = first_child(thing, "poss")
    for source in sources_of(doer(verb), attribution):
        if owner is not None and is_pronoun(owner) and owner.lower_ != "whose" and not is_undergone(verb):
            whom = _the_one_before(verb, attribution, source)
        else:
            whom = owners(thing, attribution, source.party)
        yield from _told(RelationKind.SUPPLIES, source, whom, verb, thing)


def _the_one_before(verb: Token, attribution: Attribution, source: Actor) -> tuple[Actor, ...]:
    """Return whom the verb before names: the Front in 'sheltered the Front and fed its camps'."""
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
        thing = undergoer(verb)
        if thing is not None and (found := parties(thing, attribution, source.party)):
            return found
    return ()


def _pays_for(verb: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """'Paid for half of the guerrillas' missiles': what is paid for is somebody's, and not bought from it."""
    if not is_told(verb) or is_undergone(verb):
        return
    excluded = things("no_upkeep") | things("bought_noun")
    for thing in leads_to(verb, ("for",)):
        near = (thing, *(leads_to(thing, ("of",)) if lemma(thing) in things("quantity_noun") else ()))
        held = [one for one in near if one.pos_ == "NOUN" and lemma(one) not in excluded]
        for source in sources_of(doer(verb), attribution):
            found = (_owner_in(one, attribution, source) for one in held if not _is_bought(one))
            whom = next((one for one in found if one), ())
            yield from _told(RelationKind.SUPPLIES, source, whom, verb, thing)


def _owner_in(thing: Token, attribution: Attribution, source: Actor) -> tuple[Actor, ...]:
    owner = first_child(thing, "poss")
    return () if owner is None else parties(owner, attribution, source.party)


def _is_bought(thing: Token) -> bool:
    owner = first_child(thing, "poss")
    return owner is None or is_pronoun(owner)


def _on_the_payroll(noun: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """'Chad's guards, on Libya's payroll', 'is in Libyan pay', 'took the militia under its wing'."""
    link, paid = noun.head.lower_, lemma(noun) in things("payroll_noun")
    kept = lemma(noun) in things("wing_noun")
    if not (paid and link in PAYROLL) and not (kept and link in WING):
        return
    kind = RelationKind.SUPPLIES if paid else RelationKind.SUPPORTS
    holder, owner = noun.head.head, first_child(noun, "poss")
    verbal = holder.pos_ in {"VERB", "AUX"}
    if verbal and not is_told(holder):
        return
    taken = verbal and owner is not None and is_pronoun(owner) and owner.lower_ != "whose"
    who = (undergoer(holder) if taken else subject(holder)) if verbal else holder
    for source in sources_of(doer(holder), attribution) if taken else owners(noun, attribution):
        for target in parties(who, attribution, source.party):
            whole = shown(holder, who, noun) if verbal else shown(noun.head, who, noun)
            negated = verbal and is_negated(holder)
            yield RelationSighting(kind, source, target, noun, whole, (), negated)


def _told(
    kind: RelationKind, source: Actor, whom: tuple[Actor, ...], verb: Token, thing: Token
) -> Iterator[RelationSighting]:
    for target in whom:
        whole = shown(verb, doer(verb), thing)
        yield RelationSighting(kind, source, target, verb, whole, tuple(thing.subtree), is_negated(verb))
