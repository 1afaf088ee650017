"""Whose act a noun tells of, and what it is about: 'the refusal of Ethiopia to name a date'."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from goodoffices.statements.acts import Act
from goodoffices.statements.ascribing import carrier_of, told_by
from goodoffices.statements.attribution import Attribution
from goodoffices.statements.clauses import cue_of
from goodoffices.statements.coreference import is_pronoun
from goodoffices.statements.lexicon import rows, words
from goodoffices.statements.sources import owner_of
from goodoffices.statements.statement import Actor
from goodoffices.statements.syntax import children, first_child, lemma, subject

ORIGINS = frozenset({"come", "originate", "stem", "emerge", "arrive"})
NAMING = frozenset({"amod", "compound", "nmod"})
FELT = frozenset({"opposition", "resistance", "support", "enthusiasm", "fear", "worry"})
"""Nouns of what is felt 'in' a country."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose a noun is.

    Attributes:
        token: The word that says so.
        actors: Whom it stands for.
        cue: Words beside the noun that tell of the act: 'came from'.
    """

    token: Token
    actors: tuple[Actor, ...]
    cue: tuple[Token, ...] = ()


@cache
def noun_acts() -> dict[str, Act]:
    """Return what nouns say that their owner does."""
    return {row["noun"]: Act(row["act"]) for row in rows("nouns.tsv")}


@cache
def _about() -> dict[str, frozenset[str]]:
    return {row["noun"]: frozenset(row["about"].split()) for row in rows("nouns.tsv")}


def act_of(noun: Token) -> Act | None:
    """Return what a noun says that its owner does; a 'line' counts where it is red.

    'On condition that' states a condition of another act.
    """
    if noun.dep_ == "pobj" and noun.head.lower_ in {"on", "under"} and lemma(noun) == "condition":
        return None
    if lemma(noun) == "line" and not any(word.lower_ == "red" for word in children(noun, "amod", "compound")):
        return None
    return noun_acts().get(lemma(noun))


def carrier(noun: Token) -> Token | None:
    """Return the verb by which somebody does what a noun tells of: 'made an offer', 'lodged a complaint'."""
    found = carrier_of(noun)
    cue = None if found is None else cue_of(found)
    given_up = cue is not None and (bool(cue[0].behind) or cue[0].act in {Act.CONCEDE, Act.REJECT})
    if lemma(noun) in words("thought_noun") or given_up:
        return None
    if found is None and noun.dep_ == "dobj" and lemma(noun.head) in words("carrying_verb"):
        return noun.head
    return found


def owner(noun: Token, about: Token | None, attribution: Attribution) -> Owner | None:
    """Return whose act a noun is, None where the text does not say."""
    whose = owner_of(noun) or _of_whom(noun, about) or _felt_in(noun)
    if whose is not None:
        found = attribution.actors(whose)
        return Owner(whose, found) if found else None
    return _named_before(noun, attribution) or _come_from(noun, attribution)


def _of_whom(noun: Token, about: Token | None) -> Token | None:
    """Return who stands behind 'of' where something else says what the noun is about."""
    of = next((one for one in children(noun, "prep") if one.lower_ == "of"), None)
    return None if of is None or about is None or of.i == about.i else first_child(of, "pobj")


def _felt_in(noun: Token) -> Token | None:
    """Return the country in 'there is opposition in Jordan to the corridor'."""
    there = noun.dep_ == "attr" and first_child(noun.head, "expl") is not None
    inside = next((one for one in children(noun, "prep") if one.lower_ == "in"), None)
    felt = there and inside is not None and lemma(noun) in FELT
    return first_child(inside, "pobj") if felt and inside is not None else None


def _named_before(noun: Token, attribution: Attribution) -> Owner | None:
    """Return the party named before the noun: 'the Kenyan proposal', 'the Khartoum offer'."""
    for word in children(noun, *NAMING):
        mention = attribution.mentions.get(word.i)
        if mention is not None and len(mention.entities) == 1:
            entity = attribution.gazetteer.party_of(mention.entities[0])
            form = "demonym" if mention.demonym else "name"
            return Owner(word, (Actor(mention.surface, entity.id, entity.name, resolved_by=form),))
    return None


def _come_from(noun: Token, attribution: Attribution) -> Owner | None:
    """Return from whom it came: 'From Tunis came a warning that …', 'The offer came from Peru'."""
    verb = noun.head
    if noun.dep_ not in {"nsubj", "attr"} or lemma(verb) not in ORIGINS | {"be"}:
        return None
    origin = next((one for one in children(verb, "prep") if one.lower_ == "from"), None)
    source = None if origin is None else first_child(origin, "pobj")
    actors = () if source is None else attribution.actors(source)
    if source is None or origin is None or not actors:
        return None
    return Owner(source, actors, (verb, origin) if lemma(verb) in ORIGINS else (origin,))


def told_of(noun: Token) -> Token | None:
    """Return what a noun is about: a clause, an infinitive, or a preposition that the table lists for it."""
    listed = _about().get(lemma(noun), frozenset())
    found = told_by(noun) or _clause_read_as_relative(noun)
    if found is not None and (found.pos_ != "ADP" or found.lower_ in listed):
        return found
    near = (noun, *(whose for whose in (owner_of(noun),) if whose is not None and whose.i > noun.i))
    behind = (one for head in near for one in children(head, "prep") if one.i > noun.i)
    fitting = [one for one in behind if one.lower_ in listed]
    return next((one for one in fitting if one.lower_ != "of"), None) or next(iter(fitting), None)


def _clause_read_as_relative(noun: Token) -> Token | None:
    """Return the clause in 'a warning that the truce would not last', read as one about the warning."""
    clause = first_child(noun, "relcl")
    that = None if clause is None else clause.left_edge
    if clause is None or that is None or that.lower_ != "that":
        return None
    if any(word.tag_ == "VB" and word.lower_ == "be" for word in children(clause, "aux", "auxpass")):
        return clause
    if that.dep_ not in {"dobj", "mark"}:
        return None
    made = lemma(clause) in words("carrying_verb") or cue_of(clause) is not None
    return None if made and that.dep_ == "dobj" else clause


def across(noun: Token, verb: Token | None) -> Token | None:
    """Return what a noun is about where it hangs on its verb: 'issued an ultimatum to Paris to leave'."""
    if verb is None:
        return None
    listed = _about().get(lemma(noun), frozenset())
    clause = next((one for one in children(verb, "xcomp", "advcl", "ccomp") if one.i > noun.i), None)
    behind = (one for one in children(verb, "prep", "dative") if one.i > noun.i and one.lower_ in listed)
    return clause or next(behind, None)


def is_own_matter(noun: Token, whose: Owner, attribution: Attribution) -> bool:
    """Tell whether the owner itself does something to its act: 'Mali dropped its demand for a truce'."""
    doer = subject(verb_above(noun))
    doers = () if doer is None or doer.i in {whose.token.i, noun.i} else attribution.actors(doer)
    return any(one.label == other.label for one in doers for other in whose.actors)


def verb_above(noun: Token) -> Token:
    """Return the verb that a noun depends on, at any remove."""
    verb = noun.head
    while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
        verb = verb.head
    return verb


def is_whose(noun: Token) -> bool:
    """Tell whether a noun names its owner other than by a pronoun."""
    whose = first_child(noun, "poss")
    return whose is not None and not is_pronoun(whose)
