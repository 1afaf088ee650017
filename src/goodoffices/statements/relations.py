"""How parties stand to one another: who supports, supplies, brokers, attacks, has leverage over whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from spacy.tokens import Span as SentenceSpan
from spacy.tokens import Token

from goodoffices.statements.armed_deeds import find_armed_deeds
from goodoffices.statements.attribution import Attribution
from goodoffices.statements.beside import comrades, find_beside
from goodoffices.statements.brokering import find_brokering
from goodoffices.statements.charged_deeds import voice_over
from goodoffices.statements.charges import denial_of
from goodoffices.statements.closures import find_closures
from goodoffices.statements.coreference import is_pronoun
from goodoffices.statements.deeds_done import find_deeds_done
from goodoffices.statements.denials import find_absence
from goodoffices.statements.gazetteer import Kind
from goodoffices.statements.gifts import find_gifts, kind_of
from goodoffices.statements.goods_in_use import find_goods_in_use
from goodoffices.statements.goods_owed import find_goods_owed
from goodoffices.statements.heeding import find_heeding
from goodoffices.statements.leave_to_stay import find_leave
from goodoffices.statements.leverage_words import find_leverage
from goodoffices.statements.mediation import find_mediation
from goodoffices.statements.open_targets import note_sides, targets_of
from goodoffices.statements.presence import find_presence
from goodoffices.statements.ranked import find_ranked
from goodoffices.statements.relation_frames import Frame, frames, things
from goodoffices.statements.relation_nouns import BY_WORDS, find_deeds
from goodoffices.statements.relation_parties import name_of, parties
from goodoffices.statements.relation_roles import doer, has_word, places
from goodoffices.statements.relation_slots import Clause, clause_of_relation, means_of
from goodoffices.statements.sighting import RelationSighting, Tokens
from goodoffices.statements.statement import FORCE, Actor, RelationKind
from goodoffices.statements.syntax import first_child, is_negated, lemma
from goodoffices.statements.ties import find_ties
from goodoffices.statements.traded import find_dependence
from goodoffices.statements.upkeep import find_upkeep

HELPING = frozenset({"help", "aid", "assist"})
"""What is giving where it is done with goods."""
Key = tuple[RelationKind, str | None, str | None, bool]


def find_relations(sentence: SentenceSpan, attribution: Attribution) -> Iterator[RelationSighting]:
    """Yield the relations that a sentence states, each once, whoever says so."""
    told: set[Key] = set()
    for token in sentence:
        ranked = find_ranked(token, attribution, lambda word: _at(word, attribution))
        for sighted in chain(_at(token, attribution), ranked):
            found = _voiced(sighted, attribution)
            target = found.target.party if found.target is not None else None
            key = (found.kind, found.source.party, target, found.negated)
            vague = target is None and any(
                (one[0], one[1], one[3]) == (key[0], key[1], key[3]) for one in told
            )
            if key not in told and not vague:
                told.add(key)
                note_sides(found, attribution.roll)
                yield found


def _at(token: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    yield from chain(find_presence(token, attribution), find_armed_deeds(token, attribution))
    if token.pos_ in {"VERB", "AUX"} or _is_misread(token):
        for frame in frames("verb").get(lemma(token), ()):
            yield from _by_verb(token, frame, attribution)
    if token.pos_ == "NOUN" or token.dep_ == "compound":
        yield from _between_two_names(token, attribution)
    yield from chain(
        find_dependence(token, attribution),
        find_mediation(token, attribution),
        find_brokering(token, attribution),
        find_leverage(token, attribution),
        find_heeding(token, attribution),
        find_ties(token, attribution),
        find_deeds(token, attribution),
        find_deeds_done(token, attribution),
        find_absence(token, attribution),
        find_gifts(token, attribution),
        find_upkeep(token, attribution),
        find_goods_owed(token, attribution),
        find_goods_in_use(token, attribution),
        find_leave(token, attribution),
        find_beside(token, attribution),
        find_closures(token, attribution),
    )


def _is_misread(token: Token) -> bool:
    """Tell whether a noun has a subject and an object, so that it is a verb: 'both bankroll the rebels'."""
    found = {child.dep_ for child in token.children} if token.pos_ == "NOUN" else frozenset()
    return {"nsubj", "dobj"} <= found


def _by_verb(verb: Token, frame: Frame, attribution: Attribution) -> Iterator[RelationSighting]:
    """Yield what a verb with its frame says, for each source and each target."""
    clause = clause_of_relation(verb, frame, attribution)
    if clause is None:
        return
    who = doer(verb)
    if frame.kind is RelationKind.SUPPORTS and who is not None and lemma(who) in things("goods_noun"):
        return
    if frame.kind is RelationKind.SUPPLIES and _is_given_back(clause):
        return
    negated, whole = is_negated(verb), _shown(clause)
    for source in clause.sources():
        if source.person is not None and lemma(verb) in BY_WORDS:
            continue
        for target in targets_of(clause, source):
            if not _holds(clause, source, target) or _is_no_side(clause, target):
                continue
            if frame.kind in FORCE and _is_a_place_again(target, clause):
                continue
            kind = _beside(frame, source, target, clause)
            yield RelationSighting(kind, source, target, verb, whole, means_of(clause, target), negated)


def _voiced(found: RelationSighting, attribution: Attribution) -> RelationSighting:
    """Return what a verb tells as the charge or denial that governs the verb has it."""
    verb = found.anchor
    if found.by is not None or verb.pos_ not in {"VERB", "AUX"}:
        return found
    denied = denial_of(verb) is not None
    return replace(found, negated=found.negated != denied, by=voice_over(verb, attribution))


def _is_given_back(clause: Clause) -> bool:
    """Tell whether a gift is undone or is a surrender: 'pays back', 'turned over their rifles'."""
    owner = first_child(clause.thing, "poss") if clause.thing is not None else None
    yields = any(has_word(clause.verb, one) for one in ("over", "in", "up"))
    own = owner is not None and is_pronoun(owner) and owner.lower_ != "whose"
    return has_word(clause.verb, "back") or (own and yields)


def _holds(clause: Clause, source: Actor, target: Actor | None) -> bool:
    """Tell whether source, target and object are what a frame asks for: a body, a movement, people."""
    known, only = clause.attribution.gazetteer.parties, clause.frame.only
    if only == "people":
        thing = clause.thing
        sides = thing is not None and lemma(thing) in things("two_noun") | {"they", "two", "both", "warring"}
        return sides or bool(parties(thing, clause.attribution))
    if only == "body":
        body = known.get(source.party or "")
        return body is not None and body.kind not in {Kind.STATE, Kind.MOVEMENT}
    if only == "movement":
        side = known.get(target.party or "") if target is not None else None
        return target is not None and (side is None or side.kind is Kind.MOVEMENT)
    return True


def _beside(frame: Frame, source: Actor, target: Actor | None, clause: Clause) -> RelationKind:
    """Return what fighting beside somebody is: support by a state for a movement, else an alliance."""
    if lemma(clause.verb) in HELPING and _is_helped_with_goods(clause.verb):
        return RelationKind.SUPPLIES
    fights = frame.kind is RelationKind.ALLIED_WITH and lemma(clause.verb) in {"fight", "battle"}
    return comrades(source, target, clause.attribution) if fights or _on_their_side(frame) else frame.kind


def _on_their_side(frame: Frame) -> bool:
    """Tell whether a frame is that of 'is on its side' in a war."""
    return frame.kind is RelationKind.SUPPORTS and frame.target == ("on:side",)


def _is_helped_with_goods(verb: Token) -> bool:
    """Tell whether the help lies in goods: 'helped the rebels with rifles'."""
    return any(kind_of(one) is RelationKind.SUPPLIES for one in places(verb, None, "with"))


def _is_no_side(clause: Clause, target: Actor | None) -> bool:
    """Tell whether what is backed is a plan or its author: 'supports it', 'behind Kofi Annan'."""
    if clause.frame.kind is not RelationKind.SUPPORTS:
        return False
    thing = clause.thing
    plan = thing is not None and (thing.lower_ == "it" or _is_a_goal(thing))
    known = clause.attribution.gazetteer.parties.get(target.party) if target and target.party else None
    author = target is not None and target.person is not None and known is not None
    return plan or (author and known is not None and known.kind not in {Kind.STATE, Kind.MOVEMENT})


def _is_a_place_again(target: Actor | None, clause: Clause) -> bool:
    """Tell whether 'it' takes up a name that is no party's, such as a village's: whose it is is not said."""
    unknown = target is not None and target.party not in clause.attribution.gazetteer.parties
    return unknown and target is not None and target.resolved_by == "pronoun"


def _is_a_goal(thing: Token) -> bool:
    """Tell whether a name stands for what is wished for: 'a united Chad'."""
    return thing.pos_ == "PROPN" and any(child.lower_ in {"a", "an"} for child in thing.children)


def _between_two_names(word: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """'Libya arms Chad', where the parse takes the verb between two names for a noun."""
    inside = word.sent.start < word.i < word.sent.end - 1
    if not inside or word.text[-1] not in "sn" or not word.text.islower():
        return
    before, behind = (attribution.mentions.get(place) for place in (word.i - 1, word.i + 1))
    for frame in frames("verb").get(word.lower_.removesuffix("s"), ()):
        plain = frame.target[0] in {"obj", "obj*"} and not frame.particle and frame.source == ("subj",)
        if (
            not plain
            or before is None
            or not _opens_a_clause(before.start, word)
            or behind is None
            or before.demonym
            or behind.demonym
        ):
            continue
        found = [attribution.gazetteer.party_of(one.entities[0]) for one in (before, behind)]
        if len(before.entities) == len(behind.entities) == 1 and found[0].id != found[1].id:
            source, target = (Actor(one.name, one.id, one.name) for one in found)
            yield RelationSighting(
                frame.kind, source, target, word, tuple(word.doc[before.start : behind.end])
            )
            return


def _opens_a_clause(place: int, word: Token) -> bool:
    """Tell whether a sentence or a clause with 'that' begins at a place."""
    return place == word.sent.start or word.doc[place - 1].lower_ == "that"


def _shown(clause: Clause) -> Tokens:
    """Return the words of a verb, of who does it and of what undergoes it."""
    thing, who = clause.thing, doer(clause.verb)
    kept = {*clause.verb.subtree, *(thing.subtree if thing is not None else ())}
    kept |= set(name_of(who))
    return tuple(sorted(kept, key=lambda token: token.i))
