"""Ways that somebody closes, and the one other party named: 'shut the pass, and Chad starves'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.charges import denial_of
from goodoffices.statements.lands import only_other
from goodoffices.statements.relation_frames import things
from goodoffices.statements.relation_parties import leads_to, owners, parties, sources_of
from goodoffices.statements.relation_roles import doer, is_told, undergoer
from goodoffices.statements.sighting import RelationSighting
from goodoffices.statements.statement import RelationKind
from goodoffices.statements.syntax import is_negated, lemma

CLOSING = frozenset({"close", "shut", "seal"})


def find_closures(verb: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """Yield whom somebody hits who closes a border, a pass, a port or a pipeline.

    Args:
        verb: The word looked at.
        attribution: Resolves the noun phrases.
    """
    thing = undergoer(verb) if verb.pos_ == "VERB" and lemma(verb) in CLOSING else None
    if thing is None or not is_told(verb) or is_negated(verb) or denial_of(verb) is not None:
        return
    way = lemma(thing) in things("border_noun") | things("way_closed")
    if not way and not (thing.pos_ == "PROPN" and thing.i not in attribution.mentions):
        return
    to = [one for holder in (verb, thing) for one in leads_to(holder, ("to", "with", "from", "against"))]
    for source in sources_of(doer(verb), attribution):
        named = [one for place in to for one in parties(place, attribution, source.party)]
        if named and any(one.party in attribution.gazetteer.parties for one in named):
            continue  # its frame finds whom it hits
        if owners(thing, attribution, source.party):
            continue
        known = source.party in attribution.gazetteer.parties
        target = only_other(thing, source, attribution) if known and source.person is None else None
        if target is not None:
            yield RelationSighting(RelationKind.SANCTIONS, source, target, verb, tuple(verb.sent))
