"""Force told by who moves in and who is hit: 'Libyan jets dived on the fort'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.charged_deeds import voice_over
from goodoffices.statements.charges import denial_of
from goodoffices.statements.gazetteer import Kind
from goodoffices.statements.lands import in_arms, side_hit, users_of
from goodoffices.statements.presence import is_invited
from goodoffices.statements.relation_frames import things
from goodoffices.statements.relation_parties import leads_to
from goodoffices.statements.relation_roles import doer, has_word, is_told, is_undergone, undergoer
from goodoffices.statements.sighting import RelationSighting
from goodoffices.statements.statement import Actor, RelationKind
from goodoffices.statements.syntax import children, first_child, is_negated, lemma

INTO = ("into", "onto", "on", "over", "across", "at", "in", "upon", "inside", "through", "near", "against")
IN_FORCE = ("into", "against", "upon")
OUT = ("from", "out", "off")
UPON = ("on", "upon", "at", "for")
SIDES = frozenset({Kind.STATE, Kind.MOVEMENT})
AT_BUILT = frozenset({"hit", "strike", "target", "recapture", "retake", "capture", "engage"})
"""What a side does to buildings and soldiers by force, and to people by word or law as well."""
PHRASAL = {"blow": "up", "wipe": "out", "gun": "down", "mow": "down", "cut": "down"}
"""Verbs that are violent only with a particle."""


def find_armed_deeds(verb: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """Yield on whom a verb tells that soldiers, weapons or a side in arms use force.

    Args:
        verb: The word looked at.
        attribution: Resolves the noun phrases.
    """
    if verb.pos_ != "VERB" or not is_told(verb) or is_negated(verb) or denial_of(verb) is not None:
        return
    who = doer(verb)
    hit = _whom(verb, who)
    if who is None or not hit:
        return
    for source in users_of(who, attribution):
        if source.person is not None:
            continue
        found = (side_hit(one, source, attribution) for one in hit)
        target = next(
            (one for one in found if one is not None and _may_fight(source, one, attribution)), None
        )
        if target is not None:
            by, whole = voice_over(verb, attribution), tuple(verb.subtree)
            yield RelationSighting(RelationKind.ATTACKS, source, target, verb, whole, (), False, by)


def _whom(verb: Token, who: Token | None) -> list[Token]:
    """Return who or what may be hit by what a verb tells, nothing where it tells of no force."""
    name, thing = lemma(verb), undergoer(verb)
    armed, bare = in_arms(who), first_child(verb, "dobj") is None and not is_undergone(verb)
    if thing is not None and name in things("driving_verb") and _is_driven_out(verb, thing):
        return [thing]
    if thing is not None and _is_violent(verb, armed, thing):
        near = [] if _is_somebodys(thing) else list(leads_to(verb, ("at", "in", "near", "inside", "outside")))
        return [thing, *near]
    if name in things("setting_upon") and bare and armed:
        return [one for one in leads_to(verb, UPON) if one.pos_ != "NUM"]
    moving = armed and name in things("moving_into") and not is_invited(verb)
    if moving and (bare or (thing is not None and _is_ground(thing))):
        return [*leads_to(verb, INTO), *((thing,) if thing is not None and not bare else ())]
    in_force = name in things("moving_in_force") and bare and not is_invited(verb)
    return list(leads_to(verb, IN_FORCE)) if in_force else []


def _is_violent(verb: Token, armed: bool, thing: Token) -> bool:
    name = lemma(verb)
    particle = PHRASAL.get(name)
    if particle:
        return has_word(verb, particle)
    if name in things("violent_verb"):
        return _is_concrete(thing)
    at_war = armed or (name in AT_BUILT and thing.pos_ == "NOUN")
    return name in things("armed_verb") and at_war and _is_concrete(thing)


def _is_concrete(thing: Token) -> bool:
    """Tell whether something is people, a place or what stands in one: not 'killed the plan'."""
    people = things("soldier_noun") | things("fighting_noun") | things("person_hit")
    built = (
        things("assailable_noun") | things("held_land") | things("conquered_noun") | things("weapon_at_work")
    )
    return (
        thing.pos_ in {"PROPN", "PRON", "NUM"}
        or lemma(thing) in people | built
        or thing.lower_ in people | built
    )


def _is_ground(thing: Token) -> bool:
    return thing.pos_ == "PROPN" or lemma(thing) in things("held_land") | {
        "border",
        "frontier",
        "river",
        "road",
    }


def _is_somebodys(thing: Token) -> bool:
    return thing.pos_ in {"PROPN", "PRON"}


def _is_driven_out(verb: Token, thing: Token) -> bool:
    """Tell whether a side is driven from a place by force: not 'expelled the envoys from Chad'."""
    out = has_word(verb, "out") or any(child.lower_ in OUT for child in children(verb, "prep"))
    return out and lemma(thing) not in things("not_driven_out")


def _may_fight(source: Actor, target: Actor, attribution: Attribution) -> bool:
    """Tell whether force between two can be: neither is an organisation, nor the friend of the other."""
    known = attribution.gazetteer.parties
    one, other = known.get(source.party or ""), known.get(target.party or "")
    if other is not None and other.kind not in SIDES:
        return False
    if one is not None and one.kind not in SIDES and target.resolved_by == "context":
        return False
    friends = attribution.roll.friends.get(target.party or "", set())
    same = one is not None and other is not None and one.state == other.id and one.name.endswith(" Forces")
    return source.party not in friends and not same
