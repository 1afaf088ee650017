"""Which parties stand in a relation: named, owned, described by an adjective, or meant by a pronoun."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.coreference import is_pronoun
from goodoffices.statements.definite import movement_meant, state_meant
from goodoffices.statements.gazetteer import Kind
from goodoffices.statements.lexicon import words
from goodoffices.statements.relation_frames import things
from goodoffices.statements.relation_reach import (
    among_them,
    listed_after,
    nobody_of,
    of_that_title,
    organ_named,
    speaker_meant,
)
from goodoffices.statements.statement import Actor
from goodoffices.statements.syntax import children, first_child, lemma
from goodoffices.statements.the_two import the_two

PARTS = frozenset(
    {
        "most",
        "much",
        "all",
        "half",
        "part",
        "some",
        "third",
        "share",
        "quarter",
        "fifth",
        "tenth",
        "rest",
        "bulk",
    }
)
PLACES = frozenset({"north", "south", "east", "west", "half", "coast", "centre", "rest"})
INDEFINITE = frozenset({"state", "country", "nation", "republic", "government", "party", "movement"})
"""'A Palestinian state' is none that there is."""
GOVERNING = frozenset({"regime", "authority", "leadership", "ruler", "junta", "leader", "master", "friend"})
WITHIN = frozenset({"in", "inside", "around", "near", "across", "off", "along"})


def parties(who: Token | None, attribution: Attribution, other_than: str | None = None) -> tuple[Actor, ...]:
    """Return the parties that a noun phrase and those joined to it stand for.

    Args:
        who: The head of the noun phrase.
        attribution: Resolves it.
        other_than: Id of a party that it cannot be, for a pronoun as for a name.
    """
    if who is None:
        return ()
    if is_pronoun(who):
        if who.lower_.endswith(("self", "selves")):
            return ()
        meant = speaker_meant(who, attribution) or attribution.discourse.pronoun(who, other_than=other_than)
        nameless = meant is None or meant.party not in attribution.gazetteer.parties
        movement = movement_meant(who, attribution, other_than) if nameless else None
        return _known((movement or meant,), other_than)
    if pair := the_two(who, attribution.discourse, attribution.gazetteer):
        return _known(pair, other_than)
    if lemma(who) in INDEFINITE and any(child.lower_ in {"a", "an"} for child in who.children):
        return ()
    whole = _full_name(who, attribution)
    listed = (
        listed_after(who, attribution)
        or _seated(who, attribution, other_than)
        or _by_adjectives(who, attribution)
    )
    everyone = (whole,) if whole is not None else listed or attribution.actors(who)
    found = _known(tuple(one for one in everyone if _is_a_side(one, who, attribution)), other_than)
    return (
        found
        or _known((organ_named(who, attribution) or of_that_title(who, attribution),), other_than)
        or _known((_only_one_with_such(who, attribution),), other_than)
        or _known((state_meant(who, attribution, other_than),), other_than)
    )


def _seated(who: Token, attribution: Attribution, other_than: str | None) -> tuple[Actor, ...]:
    """Return whose 'the government in Dushanbe' is."""
    if lemma(who) not in words("state_organ_noun") | GOVERNING:
        return ()
    seats = (*leads_to(who, ("in", "at")), *_seat_behind(who))
    return next((one for seat in seats if (one := parties(seat, attribution, other_than))), ())


def _seat_behind(who: Token) -> Iterator[Token]:
    """Yield 'Luanda' in 'propped up the government in Luanda', where the parse hangs it on the verb."""
    bare = all(child.lower_ == "the" for child in who.children)
    for link in children(who.head, "prep") if bare and who.dep_ in {"dobj", "nsubjpass"} else ():
        place = first_child(link, "pobj")
        if link.lower_ == "in" and link.i == who.i + 1 and place is not None:
            yield place


def _is_a_side(actor: Actor, who: Token, attribution: Attribution) -> bool:
    """Tell whether a nameless group can be a side, as rebels can, and voters or 'the Kingdom' cannot."""
    if actor.party not in attribution.gazetteer.parties and lemma(who).lower() in things("no_side"):
        return False
    return actor.resolved_by != "group" or lemma(who) in words("movement_noun") | things("side_group_noun")


def _by_adjectives(who: Token, attribution: Attribution) -> tuple[Actor, ...]:
    """Return both parties of 'the Georgian and Abkhaz sides'."""
    if who.tag_ != "NNS" or lemma(who) not in words("state_organ_noun") | things("two_noun"):
        return ()
    near = [word for child in children(who, "amod", "compound", "nmod") for word in (child, *child.conjuncts)]
    found = [attribution.mentions[word.i] for word in near if word.i in attribution.mentions]
    entities = {one.start: attribution.gazetteer.party_of(one.entities[0]) for one in found}
    if len({entity.id for entity in entities.values()}) < 2:
        return ()
    return tuple(Actor(who.text, entity.id, entity.name, resolved_by="role") for entity in entities.values())


def _full_name(who: Token, attribution: Attribution) -> Actor | None:
    """Return the party of a name with 'of' in it, whose head is its first word: 'Community of …'."""
    mention = attribution.mentions.get(who.i)
    if mention is None or mention.demonym or " of " not in mention.surface or len(mention.entities) != 1:
        return None
    party = attribution.gazetteer.party_of(mention.entities[0])
    return Actor(mention.surface, party.id, party.name)


def _known(found: tuple[Actor | None, ...], other_than: str | None) -> tuple[Actor, ...]:
    named = (one for one in found if one is not None and not one.text.lower().endswith("selves"))
    kept = {one.party: one for one in named if one.party not in {None, other_than}}
    return tuple(kept.values())


def _only_one_with_such(who: Token, attribution: Attribution) -> Actor | None:
    """Return the one party whose government the report has named, for 'the government'."""
    bare = any(child.lower_ == "the" for child in who.children) and len(list(who.children)) == 1
    if not bare:
        return None
    known = {one: attribution.gazetteer.parties.get(one) for one in sorted(attribution.discourse.parties)}
    by_title = {
        one for one, entity in known.items() if entity and entity.name.startswith(f"{who.lemma_.title()} of")
    }
    owners = by_title or attribution.discourse.organs.get(lemma(who), set())
    party = next(iter(owners)) if len(owners) == 1 else None
    entity = attribution.gazetteer.parties.get(party) if party else None
    return Actor(who.text, entity.id, entity.name, resolved_by="context") if entity is not None else None


def by_name(noun: Token, attribution: Attribution) -> Actor | None:
    """Return the party that a noun's adjective or compound names: 'American aid', 'Hamas rockets'."""
    for child in children(noun, "amod", "compound", "nmod"):
        mention = attribution.mentions.get(child.i)
        if mention is not None and len(mention.entities) == 1 and not mention.covers(noun):
            party = attribution.gazetteer.party_of(mention.entities[0])
            return Actor(mention.surface, party.id, party.name, resolved_by="demonym")
    return None


def name_of(who: Token | None) -> tuple[Token, ...]:
    """Return a name with the words before it: 'South Africa', 'the White House'."""
    return () if who is None else tuple(who.doc[who.left_edge.i : who.i + 1])


def owners(
    noun: Token | None, attribution: Attribution, other_than: str | None = None, *, within: bool = False
) -> tuple[Actor, ...]:
    """Return whose a thing is: 'its economy', 'Libya's oil', 'Iranian rockets', 'most of Iran's oil'.

    Args:
        noun: The thing.
        attribution: Resolves the noun phrases.
        other_than: Id of a party that it cannot be.
        within: Whether what lies in a state is its own, as 'villages in Rwanda' are.
    """
    if noun is None:
        return ()
    owner = first_child(noun, "poss")
    if owner is not None and owner.lower_ == "whose":
        clause = next((one for one in owner.ancestors if one.dep_ == "relcl"), None)
        return parties(clause.head, attribution, other_than) if clause is not None else ()
    if owner is not None and (found := parties(owner, attribution, other_than)):
        return found
    if named := _known((by_name(noun, attribution),), other_than):
        return named
    return _in_parts(noun, attribution, other_than, within)


def _in_parts(
    noun: Token, attribution: Attribution, other_than: str | None, within: bool
) -> tuple[Actor, ...]:
    """Return whose the whole is of which a noun is a part, or what a place lies in."""
    for link in children(noun, "prep"):
        whole = first_child(link, "pobj")
        if whole is None:
            continue
        if link.lower_ == "of" and (lemma(noun) in PARTS | PLACES or noun.like_num or noun.pos_ == "NUM"):
            found = parties(whole, attribution, other_than) or owners(whole, attribution, other_than)
        elif link.lower_ == "of":
            found = parties(whole, attribution, other_than)
        else:
            inside = within and link.lower_ in WITHIN
            found = parties(whole, attribution, other_than) if inside else ()
        if found:
            return found
    return ()


def party_in(thing: Token, attribution: Attribution, source: Actor) -> Actor | None:
    """Return the party other than the source that a thing is or belongs to: 'Russia', 'its economy'."""
    found = parties(thing, attribution, source.party) or _owned_in_name(thing, attribution, source.party)
    return found[0] if found else None


def _owned_in_name(thing: Token, attribution: Attribution, other_than: str | None) -> tuple[Actor, ...]:
    owner = first_child(thing, "poss")
    if owner is not None:
        return parties(owner, attribution, other_than)
    of = next((one for one in children(thing, "prep") if one.lower_ == "of"), None)
    whole = first_child(of, "pobj") if of is not None and lemma(thing) in PARTS else None
    return parties(whole, attribution, other_than) if whole is not None else ()


def sources_of(who: Token | None, attribution: Attribution) -> tuple[Actor, ...]:
    """Return whom a doer stands for, or whose hand it is: 'Chad', 'Chad's mines', 'Libyan planes'."""
    if who is None:
        return ()
    who = nobody_of(who) or who
    found = parties(who, attribution) or among_them(who, attribution)
    owner = first_child(who, "poss")
    if owner is not None:
        if any(one.person for one in found) and (whose := parties(owner, attribution)):
            return whose
        group = lemma(who) in things("side_group_noun") | words("movement_noun")
        known = group or any(one.party in attribution.gazetteer.parties for one in found)
        return found if known else owners(who, attribution) or found
    if found:
        return found
    hand = lemma(who) in things("hand_noun")
    named = attribution.named_in(who)
    return _known((by_name(who, attribution) if hand else named,), None)


def sent_by(noun: Token, attribution: Attribution) -> Actor | None:
    """Return who sends a mediator: 'the American mediator', 'the African Union mediator', not 'Chad's'."""
    for child in children(noun, "amod", "compound", "nmod"):
        mention = attribution.mentions.get(child.i)
        if mention is not None and len(mention.entities) == 1:
            entity = mention.entities[0]
            if mention.demonym or entity.kind is not Kind.STATE:
                party = attribution.gazetteer.party_of(entity)
                return Actor(mention.surface, party.id, party.name, resolved_by="demonym")
    return None


def leads_to(holder: Token, links: tuple[str, ...]) -> Iterator[Token]:
    """Yield what the prepositions of a word lead to: 'aid to', 'sanctions against'."""
    for link in children(holder, "prep", "dative", "agent"):
        place = first_child(link, "pobj")
        if place is not None and link.lower_ in links:
            yield place
        elif place is not None and link.lower_ == "by" and place.pos_ == "PROPN":
            yield from leads_to(place, links)


def party_or_whose(
    place: Token, attribution: Attribution, other_than: str | None = None
) -> tuple[Actor, ...]:
    """Return the party that a place in a frame names, or whose army, ports or trade it names."""
    found = parties(place, attribution, other_than)
    concrete = any(
        lemma(place) in things(name)
        for name in ("fighting_noun", "assailable_noun", "economy_noun", "commodity_noun", "hand_noun")
    )
    return found if found or not concrete else owners(place, attribution, other_than)


def is_sure(noun: Token) -> bool:
    """Tell whether a noun is said to be there: not 'no aid', 'possible aid', 'fear of an attack'."""
    doubting = {child.lower_ for child in noun.children} & (things("unsure_adjective") | {"no", "any"})
    if doubting:
        return False
    above = noun
    while above.dep_ in {"prep", "pobj", "conj"} or (above.dep_ == "dobj" and above.head.pos_ == "NOUN"):
        if above.head.i == above.i or above.head.pos_ not in {"ADP", "NOUN"} or above.lower_ == "with":
            break
        above = above.head
        if lemma(above) in things("fearing_word") - {"end"}:
            return False
    governed = above.dep_ in {"dobj", "pobj", "nsubjpass", "conj", "prep"} and above.lower_ != "with"
    return not (governed and lemma(above.head) in things("fearing_word"))
