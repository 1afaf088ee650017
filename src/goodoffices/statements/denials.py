"""Denials of what others have said before: 'which Chad denies', 'Chad rejected the charge', 'denied it'."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span as SentenceSpan
from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.charges import is_sure_denial
from goodoffices.statements.relation_frames import things
from goodoffices.statements.relation_parties import by_name, leads_to, parties, sources_of
from goodoffices.statements.relation_roles import doer, is_undergone, undergoer
from goodoffices.statements.sighting import RelationSighting
from goodoffices.statements.statement import CONDUCT, Actor, RelationKind
from goodoffices.statements.syntax import children, first_child, lemma, modals

REACH = 2
"""Sentences that a denial may reach back to the charge."""
TAKING_UP = frozenset({"it", "this", "that", "them", "which", "these"})
CALLING = frozenset({"call", "term", "describe", "label", "brand", "denounce", "dismiss", "decry"})


@dataclass(frozen=True, slots=True)
class Charge:
    """A relation that the report has told, for those who deny it.

    Attributes:
        sentence: Running number of the sentence.
        relation: The relation.
        by: Who says so; None where the report does.
    """

    sentence: int
    relation: RelationSighting
    by: Actor | None


def find_denials(
    sentence: SentenceSpan, attribution: Attribution, told: Sequence[Charge]
) -> Iterator[RelationSighting]:
    """Yield what a sentence denies of the relations told in it or just before, negated and with who denies.

    Args:
        sentence: The sentence.
        attribution: Resolves the noun phrases.
        told: The relations of the report so far, those of the sentence included, in order.
    """
    for verb in sentence:
        if verb.pos_ != "VERB" or not _denies(verb) or not is_sure_denial(verb):
            continue
        for who in sources_of(doer(verb), attribution):
            charged = [one for one in told if _is_charged(one, who, attribution.discourse.sentence)]
            latest = max((one.sentence for one in charged), default=0)
            for one in charged:
                if one.sentence == latest:
                    shown = tuple(token for token in verb.subtree if not token.is_space)
                    yield replace(
                        one.relation,
                        anchor=verb,
                        whole=shown,
                        means=(),
                        negated=not one.relation.negated,
                        by=who,
                    )


def find_absence(word: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """Yield the occupation that a party says there is not: 'there are no Libyan troops in Chad, Libya says'.

    Args:
        word: The word looked at.
        attribution: Knows whose words it stands in.
    """
    none = word.dep_ in {"attr", "nsubj"} and any(child.lower_ == "no" for child in children(word, "det"))
    there = none and any(child.dep_ == "expl" for child in word.head.children)
    if not there or lemma(word) not in things("fighting_noun") or modals(word.head):
        return
    whose, speaker = by_name(word, attribution), attribution.discourse.scene.speaking.get(word.i)
    if whose is None or speaker is None or speaker.party != whose.party:
        return
    for holder in (word, word.head):
        for place in leads_to(holder, ("in", "inside", "on")):
            for land in parties(place, attribution, whose.party):
                shown = tuple(word.head.subtree)
                yield RelationSighting(RelationKind.OCCUPIES, whose, land, word, shown, (), True, speaker)


def told_here(
    found: Iterable[RelationSighting], attribution: Attribution, voices: dict[int, Actor]
) -> Iterator[Charge]:
    """Yield the relations of a sentence as those who are charged may deny them.

    Args:
        found: The relations.
        attribution: Knows the running number of the sentence.
        voices: For each token inside somebody's words, whose they are.
    """
    for one in found:
        yield Charge(attribution.discourse.sentence, one, one.by or voices.get(one.anchor.i))


def _is_charged(one: Charge, who: Actor, sentence: int) -> bool:
    """Tell whether somebody may deny a relation: it is an end of it and has not said so itself."""
    relation = one.relation
    ends = {relation.source.party, relation.target.party if relation.target is not None else None}
    near = 0 <= sentence - one.sentence < REACH and relation.kind not in CONDUCT
    own = one.by.party == who.party if one.by is not None else one.sentence == sentence
    return near and who.party is not None and who.party in ends and not own and not relation.negated


def _denies(verb: Token) -> bool:
    """Tell whether a verb denies something said before, and not what its own clause says."""
    name, thing = lemma(verb), undergoer(verb)
    clause = first_child(verb, "ccomp", "xcomp")
    if name in CALLING and _calls_it_false(verb):
        return True
    if name in things("denying_verb"):
        if clause is not None:
            return _says_it_was_another(clause)
        raw = first_child(verb, "dobj")
        thing = raw if raw is not None and raw.lower_ in TAKING_UP else thing
        return thing is None or thing.lower_ in TAKING_UP or _is_a_charge(thing) or _is_part_in_it(thing)
    rejected = name in things("rejecting_verb") and clause is None and thing is not None
    return rejected and thing is not None and _is_a_charge(thing)


def _says_it_was_another(clause: Token) -> bool:
    """Tell whether 'it was them' or 'it had done so' takes up the charge."""
    was = lemma(clause) == "be" and (first_child(clause, "nsubj") or clause).lower_ == "it"
    others = [one for one in children(clause, "attr") if one.lower_ in {"them", "they", "him", "us"}]
    so = lemma(clause) == "do" and any(
        child.lower_ in {"so", "it", "that", "this"} for child in clause.children
    )
    return (was and bool(others)) or so


def _is_a_charge(thing: Token) -> bool:
    return lemma(thing) in things("charge_noun") and not _has_content(thing)


def _has_content(thing: Token) -> bool:
    """Tell whether a noun says itself what the charge is: 'reports of talks', 'charges that it arms'."""
    return any(True for _ in children(thing, "acl", "relcl")) or any(
        one.lower_ in {"of", "about"} for one in children(thing, "prep")
    )


def _is_part_in_it(thing: Token) -> bool:
    """Tell whether somebody denies 'responsibility' or 'any involvement' without saying in what."""
    return lemma(thing) in things("part_in_deed") and not any(True for _ in children(thing, "prep"))


def _calls_it_false(verb: Token) -> bool:
    """Tell whether somebody calls a charge false: 'called the charge absurd', 'described it as a lie'."""
    false = things("falsehood")
    small = first_child(verb, "ccomp")
    subject_of_small = first_child(small, "nsubj") if small is not None else None
    thing = first_child(verb, "dobj") or subject_of_small
    if is_undergone(verb) or thing is None:
        return False
    taken_up = thing.lower_ in {"it", "this", "that"} or _is_a_charge(thing)
    said = any(lemma(word) in false or word.lower_ in false for word in verb.subtree if word.i > thing.i)
    return taken_up and said
