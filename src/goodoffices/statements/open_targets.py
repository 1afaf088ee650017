"""On whom force is used where the words name a place, or nobody: 'shelled Luena', 'the army invaded'."""

from __future__ import annotations

from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.charges import accuser
from goodoffices.statements.coreference import is_pronoun
from goodoffices.statements.gazetteer import Entity, Kind
from goodoffices.statements.places_known import side_at
from goodoffices.statements.relation_frames import things
from goodoffices.statements.relation_parties import leads_to, sources_of
from goodoffices.statements.relation_roles import is_undergone, places
from goodoffices.statements.relation_slots import Clause
from goodoffices.statements.roll import Roll
from goodoffices.statements.sighting import RelationSighting
from goodoffices.statements.statement import FORCE, Actor, RelationKind
from goodoffices.statements.syntax import first_child, lemma

AROUND = ("on", "against", "in", "of", "along", "around", "near", "outside", "at", "into", "across", "over")
HELP = frozenset({RelationKind.SUPPORTS, RelationKind.SUPPLIES, RelationKind.ALLIED_WITH})
ARMIES = (" Armed Forces", " Defence Forces", " Army")
"""How movements end their names that are the state's own forces."""


def targets_of(clause: Clause, source: Actor) -> tuple[Actor | None, ...]:
    """Return on whom a verb says that force is used, or what else its frame gives.

    A town that is no party is its state's, where the report has one home state; else nobody's that is known.

    Args:
        clause: The verb with its frame.
        source: Who does it.
    """
    found = clause.targets(source)
    if (own := _accusers_own(clause, source)) is not None:
        return (own,)
    if clause.frame.kind not in FORCE:
        return found
    kept = tuple(one for one in found if one is None or not is_a_mere_place(one, clause.attribution))
    if kept:
        return kept
    place = _place(clause)
    stranger = is_a_mere_place(source, clause.attribution)
    if place is None and (stranger or clause.thing is not None or not _needs_no_object(clause)):
        return ()
    target = open_target(source, clause.attribution, place, clause.verb)
    if target is None and clause.frame.thing == "conquered_noun":
        return ()  # 'took the town'
    known = clause.attribution.gazetteer.parties.get(source.party or "")
    at_home = clause.frame.thing == "conquered_noun" and clause.frame.kind is RelationKind.OCCUPIES
    return () if at_home and (known is None or known.kind is not Kind.STATE) else (target,)


def open_target(source: Actor, attribution: Attribution, place: Token | None, deed: Token) -> Actor | None:
    """Return the state in which force is used, None where the report does not show it.

    Args:
        source: Who uses force.
        attribution: Knows within which state the report's matter lies.
        place: The town, the road or the soldiers that are hit, None where nothing is named.
        deed: The verb or noun of force.
    """
    home, known = attribution.roll.home, attribution.gazetteer.parties.get(source.party or "")
    if known is not None and known.name.endswith(ARMIES):
        return None
    fights = known is None or known.kind in {Kind.STATE, Kind.MOVEMENT}
    if fights and place is not None and (there := side_at(place, source, attribution)) is not None:
        return there
    if (foe := _only_foe(source, attribution)) is not None and place is not None:
        return Actor(place.text, foe.id, foe.name, resolved_by="context")
    befriended = home is not None and source.party in attribution.roll.friends.get(home.id, set())
    speaker = attribution.discourse.scene.speaking.get(deed.i)
    foreign = known is not None and known.kind is Kind.STATE
    theirs = befriended or (home is not None and speaker is not None and speaker.party == home.id and foreign)
    if home is not None and not theirs and _comes_upon(known, home, place, deed):
        return Actor((place or deed).text, home.id, home.name, resolved_by="context")
    if known is None or known.kind is not Kind.MOVEMENT or place is None:
        return None
    own = attribution.gazetteer.parties.get(known.state or "")
    armed = any(word.lower_ in things("arm_of_state") for word in place.subtree)
    return Actor(place.text, own.id, own.name, resolved_by="context") if own is not None and armed else None


def note_sides(found: RelationSighting, roll: Roll) -> None:
    """Remember who uses force on whom and who helps whom, for what the report tells later."""
    one, other = found.source.party, found.target.party if found.target is not None else None
    if one is None or other is None or found.negated:
        return
    sides = roll.foes if found.kind in FORCE else roll.friends if found.kind in HELP else {}
    sides.setdefault(one, set()).add(other)
    sides.setdefault(other, set()).add(one)


def _only_foe(source: Actor, attribution: Attribution) -> Entity | None:
    """Return the one state with which another is told to be at war; a movement may fight several."""
    known = attribution.gazetteer.parties
    foes = {known[one] for one in attribution.roll.foes.get(source.party or "", ()) if one in known}
    only = next(iter(foes)) if len(foes) == 1 else None
    warring = known.get(source.party or "")
    both = only is not None and warring is not None and only.kind is warring.kind is Kind.STATE
    return only if both else None


def _comes_upon(source: Entity | None, home: Entity, place: Token | None, deed: Token) -> bool:
    """Tell whether force in the home state is used on it: by its rebels, or by another state on its land."""
    if source is None or source.kind is Kind.MOVEMENT:
        return source is None or source.state in {None, home.id}
    if source.kind is not Kind.STATE or source.id == home.id:
        return False
    return place is not None or lemma(deed) in {"invade", "invasion", "occupy", "occupation"}


def is_a_mere_place(actor: Actor, attribution: Attribution) -> bool:
    """Tell whether a name is that of no party that any table or the report itself knows."""
    own = {one.id for one in attribution.roll.own.values()}
    named = actor.resolved_by in {"name", "metonym", "pronoun"} and actor.person is None
    return named and actor.party not in attribution.gazetteer.parties and actor.party not in own


def _place(clause: Clause) -> Token | None:
    """Return the place, the people or the things that are hit."""
    hit = things("assailable_noun") | things("conquered_noun") | things("land_held")
    behind = (one for slot in clause.frame.target for one in places(clause.verb, clause.thing, slot))
    if "obj*" in clause.frame.target or "own" in clause.frame.target or "whole" in clause.frame.target:
        thing = clause.thing
        if thing is None:
            return None
        if "whole" in clause.frame.target:
            return next((of for of in places(thing, None, "of") if lemma(of) in hit), None)
        named = thing.pos_ == "PROPN" and thing.i not in clause.attribution.mentions
        return thing if named or _is_hit(thing, hit, clause) else None
    return next((one for one in behind if one.pos_ == "PROPN" or _is_hit(one, hit, clause)), None)


def _is_hit(thing: Token, hit: frozenset[str], clause: Clause) -> bool:
    foreign = any(word.i in clause.attribution.mentions for word in thing.subtree)
    return lemma(thing) in hit | things("fighting_noun") and not foreign


def _needs_no_object(clause: Clause) -> bool:
    active = not is_undergone(clause.verb) and clause.frame.kind is RelationKind.ATTACKS
    return active and lemma(clause.verb) in things("aimless_force_verb") and not clause.frame.particle


def _accusers_own(clause: Clause, source: Actor) -> Actor | None:
    """Return who blames, for 'its' and 'it': 'blamed the army for bombing its positions'."""
    thing, who = clause.thing, accuser(clause.verb)
    if thing is None or who is None:
        return None
    owner = first_child(thing, "poss") or thing
    if not is_pronoun(owner) or not ("obj*" in clause.frame.target or "obj" in clause.frame.target):
        return None
    found = sources_of(who, clause.attribution)
    return found[0] if len(found) == 1 and found[0].party != source.party else None


def somewhere(noun: Token, attribution: Attribution, source: Actor) -> Actor | None:
    """Return the state in which a noun says that force is used, None where it is not shown.

    Args:
        noun: The noun of force.
        attribution: Knows within which state the report's matter lies.
        source: Who uses it.
    """
    where = (one for one in leads_to(noun, AROUND) if is_a_place(one))
    return open_target(source, attribution, next(where, None), noun)


def is_a_place(thing: Token) -> bool:
    """Tell whether a noun names a place or what can be hit in one, not a plan."""
    concrete = things("assailable_noun") | things("conquered_noun") | things("fighting_noun")
    return thing.pos_ == "PROPN" or lemma(thing) in concrete | things("land_held")
