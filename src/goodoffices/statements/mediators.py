"""Mediators at work: who goes from one side to the other, takes the chair, hands both a draft."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.gazetteer import Kind
from goodoffices.statements.relation_frames import things
from goodoffices.statements.relation_parties import leads_to, parties, sent_by, sources_of
from goodoffices.statements.relation_roles import doer, is_told, undergoer
from goodoffices.statements.statement import Actor
from goodoffices.statements.syntax import children, lemma, modals

ALL = frozenset({"both", "two", "each", "three", "four", "rival", "warring", "opposing", "either", "all"})
APART = frozenset({"separately", "alone", "turn", "successively", "apart", "individually", "privately"})
FRO = frozenset({"back", "forth", "fro"})
LINKS = ("between", "among", "with", "to", "for", "from")


def sits_in_the_chair(verb: Token) -> bool:
    """Tell whether somebody leads a meeting: 'is in the chair', 'took the chair', 'sat as co-chairman'."""
    name = lemma(verb)
    chair = any(lemma(one) == "chair" for one in children(verb, "dobj"))
    if (chair and name in {"take", "occupy", "hold", "assume"}) or (
        name in {"be", "sit", "remain"} and any(lemma(one) == "chair" for one in leads_to(verb, ("in",)))
    ):
        return True
    if name not in {"sit", "serve", "act"}:
        return False
    seats = (one for link in children(verb, "prep") if link.lower_ == "as" for one in children(link, "pobj"))
    return any(lemma(one) in things("chair_noun") and _of_a_meeting(one) for one in seats)


def _of_a_meeting(chair: Token) -> bool:
    of = next(leads_to(chair, ("of", "at")), None)
    return of is None or lemma(of) in things("process_noun")


def at_work(verb: Token, attribution: Attribution) -> tuple[Actor, ...]:
    """Return for whom somebody does what mediators do; nobody where the verb tells of something else.

    An envoy, a mediator or a body that stands above the sides does it with a draft in hand, or by anything
    done to both of them; others only where they see the two apart or go to and fro between them.

    Args:
        verb: The verb.
        attribution: Resolves the noun phrases.
    """
    who = doer(verb)
    if who is None or lemma(verb) in things("not_mediating_verb"):
        return ()
    sender = _sender(who, attribution)
    found = (sender,) if sender is not None else sources_of(who, attribution)
    if not found or not (is_told(verb) or (_is_an_envoy(who) and _is_planned(verb))):
        return ()
    own = frozenset(one.party for one in found)
    body = all(_stands_above(one, attribution) for one in found)
    if _is_an_envoy(who):
        works = _serves_both(verb, own, attribution) or _shuttles(verb) or (body and _hands_a_text(verb))
    else:
        works = _goes_between(verb, own, attribution)
    return found if works else ()


def _sender(who: Token, attribution: Attribution) -> Actor | None:
    titles = (one for one in (who, *children(who, "compound", "appos", "nmod")) if _is_of_that_office(one))
    return next((one for title in titles if (one := sent_by(title, attribution)) is not None), None)


def _is_planned(verb: Token) -> bool:
    """Tell whether an envoy is about to do it, which the office alone asks for: 'expects to convene'."""
    about = verb.dep_ == "xcomp" and lemma(verb.head) in things("planning_verb") and is_told(verb.head)
    return lemma(verb) in things("gathering_verb") and (about or modals(verb) == {"will"})


def _is_an_envoy(who: Token) -> bool:
    titles = (who, *children(who, "compound", "appos", "nmod", "amod"))
    return any(_is_of_that_office(one) for one in titles)


def _is_of_that_office(noun: Token) -> bool:
    return lemma(noun) in things("mediating_office")


def _stands_above(source: Actor, attribution: Attribution) -> bool:
    known = attribution.gazetteer.parties.get(source.party or "")
    return known is not None and known.kind not in {Kind.STATE, Kind.MOVEMENT}


def _served(verb: Token) -> Iterator[Token]:
    thing = undergoer(verb)
    if thing is not None:
        yield thing
    yield from children(verb, "dative")
    yield from leads_to(verb, LINKS)
    if thing is not None:
        yield from leads_to(thing, ("between", "to", "with"))


def _are_sides(noun: Token, own: frozenset[str | None], attribution: Attribution) -> bool:
    """Tell whether a noun stands for the sides of a conflict, of whom the doer is none."""
    found = {one.party for one in parties(noun, attribution)}
    if found & own:
        return False
    counted = {word.lower_ for word in noun.children} & ALL
    people = lemma(noun) in things("two_noun") | things("delegate_noun")
    return len(found) > 1 or (bool(counted) and people) or noun.lower_ == "both"


def _serves_both(verb: Token, own: frozenset[str | None], attribution: Attribution) -> bool:
    listed = lemma(verb) in things("serving_both_verb") | things("gathering_verb")
    several = lemma(verb) in things("gathering_verb") and _is_a_list_with_a_party(
        undergoer(verb), attribution
    )
    return several or (listed and any(_are_sides(one, own, attribution) for one in _served(verb)))


def _is_a_list_with_a_party(thing: Token | None, attribution: Attribution) -> bool:
    """Tell whether a party and somebody else are called together: 'the government and the rebels'."""
    listed = thing is not None and any(True for _ in children(thing, "conj"))
    return listed and bool(parties(thing, attribution))


def _shuttles(verb: Token) -> bool:
    led = any(True for _ in leads_to(verb, ("between", "to", "from", "among")))
    return led and lemma(verb) in {"shuttle", "commute"}


def _hands_a_text(verb: Token) -> bool:
    thing = undergoer(verb)
    text = thing is not None and lemma(thing) in things("carried_noun")
    return text and lemma(verb) in things("handing_verb")


def _goes_between(verb: Token, own: frozenset[str | None], attribution: Attribution) -> bool:
    """Tell whether somebody of no such office goes between: 'saw both in turn', 'flew back and forth'."""
    between = any(_are_sides(one, own, attribution) for one in leads_to(verb, ("between",)))
    around = {word.lower_ for word in verb.subtree}
    if lemma(verb) == "shuttle":
        return between or _shuttles(verb)
    if between and (around & FRO or _hands_a_text(verb)):
        return True
    sides = any(_are_sides(one, own, attribution) for one in _served(verb))
    meets = lemma(verb) in things("meeting_verb") and bool(around & APART)
    return sides and (meets or _hands_a_text(verb))
