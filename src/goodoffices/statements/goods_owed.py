"""Where goods come from by what is said of them: 'their rifles are Czech', 'owes Libya its fuel'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.coreference import is_pronoun
from goodoffices.statements.gifts import kind_of, shown
from goodoffices.statements.relation_frames import things
from goodoffices.statements.relation_parties import owners, parties, sources_of
from goodoffices.statements.relation_roles import is_told, recipient
from goodoffices.statements.sighting import RelationSighting
from goodoffices.statements.statement import Actor, RelationKind
from goodoffices.statements.syntax import children, first_child, is_negated, lemma, subject


def find_goods_owed(word: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """Yield from whom goods are, where their make or a debt of thanks tells of it.

    Args:
        word: Any word.
        attribution: Resolves the noun phrases.
    """
    if word.pos_ not in {"VERB", "AUX"}:
        return
    if lemma(word) == "be" and is_told(word):
        yield from _made_by(word, attribution)
    if lemma(word) == "owe" and is_told(word):
        yield from _owed(word, attribution)


def _made_by(verb: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """'The rebels' mortars were Libyan': goods that are somebody's and of another's make."""
    goods, make = subject(verb), first_child(verb, "acomp", "attr")
    demonym = make is not None and make.pos_ in {"ADJ", "PROPN"} and not any(True for _ in make.lefts)
    mention = attribution.mentions.get(make.i) if make is not None and demonym else None
    if goods is None or mention is None or not mention.demonym or len(mention.entities) != 1:
        return
    party = attribution.gazetteer.party_of(mention.entities[0])
    source = Actor(mention.surface, party.id, party.name, resolved_by="demonym")
    for thing in (goods, *goods.conjuncts):
        if first_child(thing, "poss") is None or lemma(thing) not in things("made_noun"):
            continue
        for target in owners(thing, attribution, party.id):
            whole = shown(verb, goods, make)
            yield RelationSighting(
                RelationKind.SUPPLIES, source, target, verb, whole, tuple(goods.subtree), is_negated(verb)
            )
        return


def _owed(verb: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """'Chad owes Libya its fuel and its throne': what is the debtor's own was given to it, and is no debt."""
    debtor, creditor = subject(verb), _creditor(verb)
    told: set[RelationKind] = set()
    for thing in _objects(verb):
        kind = _owed_kind(thing)
        if kind is None or kind in told:
            continue
        told.add(kind)
        for source in sources_of(creditor, attribution):
            for target in parties(debtor, attribution, source.party) or owners(
                debtor, attribution, source.party
            ):
                whole = shown(verb, debtor, thing)
                yield RelationSighting(kind, source, target, verb, whole, (), is_negated(verb))


def _creditor(verb: Token) -> Token | None:
    to = next((one for one in children(verb, "prep", "dative") if one.lower_ == "to"), None)
    return first_child(to, "pobj") if to is not None else recipient(verb)


def _objects(verb: Token) -> Iterator[Token]:
    for thing in children(verb, "dobj"):
        yield thing
        yield from (one for one in thing.conjuncts if one.pos_ in {"NOUN", "PROPN", "PRON"})


def _owed_kind(thing: Token) -> RelationKind | None:
    owner = first_child(thing, "poss")
    own = owner is not None and is_pronoun(owner)
    if thing.lower_ == "everything":
        return RelationKind.SUPPORTS
    if not own or lemma(thing) in things("debt_noun"):
        return None
    return kind_of(thing) or RelationKind.SUPPORTS
