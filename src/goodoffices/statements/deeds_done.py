"""Force and sanctions named by a noun under any verb of who uses them: 'stepped up its raids on Chad'.

Not the verb says who does it but the noun and the roles; a list holds the verbs whose subject does not do
what their object names, such as 'condemn', 'fear' and 'suffer'.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.clauses import CHAIN
from goodoffices.statements.coreference import is_pronoun
from goodoffices.statements.open_targets import is_a_mere_place, is_a_place, open_target
from goodoffices.statements.relation_frames import things
from goodoffices.statements.relation_parties import leads_to, owners, parties, party_or_whose, sources_of
from goodoffices.statements.relation_roles import doer, is_told, undergoer
from goodoffices.statements.sighting import RelationSighting
from goodoffices.statements.statement import Actor, RelationKind
from goodoffices.statements.syntax import children, first_child, is_negated, lemma, own_subject

AT = ("on", "against", "upon", "at", "into")
"""Prepositions before whom force is used on."""
WHERE = ("along", "around", "near", "outside", "in", "inside", "across", "over", "of", "towards", "round")
"""Prepositions before where it is."""
VAGUE = frozenset(
    {"strike", "fire", "operation", "push", "advance", "campaign", "thrust", "war", "hostility"}
)
"""Nouns that are force only where another word shows it."""
WEAK = frozenset({"ban", "freeze", "curb", "restriction", "tariff", "penalty", "blacklist", "quarantine"})
UNDERGOING = frozenset({"know", "see", "suffer", "experience", "endure", "face"})


def find_deeds_done(noun: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """Yield the force that somebody uses and the sanctions that somebody imposes, by the noun for them.

    Args:
        noun: The word looked at.
        attribution: Resolves the noun phrases.
    """
    kind = _kind_of(noun)
    verb = _done_by(noun) if kind is not None and _is_somebodys_own(noun, attribution) else None
    if kind is None or verb is None or not _does_it(verb, noun, kind):
        return
    for source in sources_of(doer(verb), attribution):
        if source.person is not None and lemma(noun) in {"attack", "assault", "strike", "offensive"}:
            continue
        for target in _hit(noun, verb, kind, source, attribution):
            yield RelationSighting(kind, source, target, noun, tuple(verb.subtree))


def _kind_of(noun: Token) -> RelationKind | None:
    """Return what a noun is, by itself and by the words beside it: 'air strikes', not 'a hunger strike'."""
    if noun.pos_ != "NOUN" or noun.dep_ in {"compound", "amod", "nmod"}:
        return None
    beside = {lemma(child) for child in children(noun, "amod", "compound", "nmod")}
    beside |= {child.lower_ for child in children(noun, "amod", "compound", "nmod")}
    if lemma(noun) in things("force_noun") and not beside & things("unwarlike_modifier"):
        sure = lemma(noun) not in VAGUE or beside & things("force_modifier")
        return RelationKind.ATTACKS if sure else None
    if lemma(noun) in things("sanction_noun"):
        sure = lemma(noun) not in WEAK or beside & things("sanction_modifier")
        return RelationKind.SANCTIONS if sure else None
    return None


def _is_somebodys_own(noun: Token, attribution: Attribution) -> bool:
    """Tell whether no other doer is named with a noun: 'its raids' and 'raids', not 'the Chadian raids'."""
    owner = first_child(noun, "poss")
    named = any(child.i in attribution.mentions for child in children(noun, "amod", "compound", "nmod"))
    rebels = any(lemma(child) in things("fighting_noun") for child in children(noun, "amod", "compound"))
    doubted = {child.lower_ for child in noun.children} & (
        things("unsure_adjective") - {"new", "fresh", "renewed"} | {"no", "any"}
    )
    return not (named or rebels or doubted) and (owner is None or is_pronoun(owner))


def _done_by(noun: Token) -> Token | None:
    """Return the verb under which a deed stands as its object or its means, or that stands beside it."""
    for beside in children(noun, "acl", "relcl"):
        undergone = undergoer(beside) if lemma(beside) not in UNDERGOING else None
        if undergone is not None and undergone.i == noun.i and doer(beside) is not None:
            return beside
    misread = next((one for one in children(noun, "amod") if own_subject(one) is not None), None)
    if misread is not None:
        return misread
    above = noun
    for _ in islice(noun.ancestors, CHAIN):
        head = above.head
        if above.dep_ in {"dobj", "nsubjpass"} and head.pos_ == "VERB":
            return head
        if above.dep_ == "pobj" and head.lower_ == "with" and head.head.pos_ == "VERB":
            return head.head
        through = above.dep_ == "pobj" and head.lower_ in {"of", "to", "in"}
        if through and lemma(head.head) in things("ending_noun"):
            above = head.head
        elif above.dep_ == "conj" and lemma(head) in things("force_noun") | things("sanction_noun"):
            above = head
        else:
            return None
    return None


def _does_it(verb: Token, noun: Token, kind: RelationKind) -> bool:
    """Tell whether the subject of a verb does what its object names."""
    with_it = noun.head.lower_ == "with" and noun.head.head.i == verb.i
    passive = lemma(verb) in things("not_doing_with" if with_it else "not_doing_verb")
    if passive or not is_told(verb) or is_negated(verb):
        return False
    if lemma(verb) not in things("ending_verb_of_deeds"):
        return True
    bare = not any(child.lower_ in {"the", "a", "an", "all", "these", "those"} for child in noun.children)
    own = first_child(noun, "poss") is not None or any(True for _ in leads_to(noun, AT))
    return kind is RelationKind.ATTACKS and bare and own


def _hit(
    noun: Token, verb: Token, kind: RelationKind, source: Actor, attribution: Attribution
) -> tuple[Actor | None, ...]:
    """Return on whom force is used or whom sanctions hit."""
    at = [one for holder in (noun, verb) for one in leads_to(holder, AT)]
    with_it = first_child(verb, "dobj") if noun.head.lower_ == "with" else None
    for place in (*at, *filter(None, (with_it,))):
        found = party_or_whose(place, attribution, source.party)
        if not found and kind is RelationKind.SANCTIONS:
            traded = leads_to(place, ("to", "with", "from", "for"))
            found = next((one for to in traded if (one := parties(to, attribution, source.party))), ())
            found = found or owners(place, attribution, source.party)
        if kept := tuple(one for one in found if not is_a_mere_place(one, attribution)):
            return kept
    if kind is RelationKind.SANCTIONS:
        return ()
    return _hit_somewhere(noun, verb, at, source, attribution)


def _hit_somewhere(
    noun: Token, verb: Token, at: list[Token], source: Actor, attribution: Attribution
) -> tuple[Actor | None, ...]:
    """Return the party on whose land it is, or the home state; nobody known where no place is a party's."""
    where = [*leads_to(noun, WHERE), *leads_to(verb, ("along", "around", "near"))]
    for clause in children(noun, "relcl"):
        who = own_subject(clause)
        where += [who] if who is not None and lemma(clause) in UNDERGOING else []
    for place in where:
        found = parties(place, attribution, source.party)
        if kept := tuple(one for one in found if not is_a_mere_place(one, attribution)):
            return kept
    places = [one for one in (*at, *where) if is_a_place(one)]
    if at and not places:
        return ()  # 'launched an attack on the plan'
    return (open_target(source, attribution, places[0] if places else None, noun),)
