"""Acts that a noun tells of: 'their demand for a truce', 'issued an ultimatum', 'the idea came from Oslo'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as SentenceSpan
from spacy.tokens import Token

from goodoffices.statements.acts import PROPOSALS, Act
from goodoffices.statements.ascribing import carrier_of, told_by
from goodoffices.statements.attribution import Attribution
from goodoffices.statements.clauses import is_asserted
from goodoffices.statements.content import extent, says_what
from goodoffices.statements.coreference import is_pronoun
from goodoffices.statements.lexicon import words
from goodoffices.statements.rendering import manner, side_by_side
from goodoffices.statements.sighting import Sighting, Tokens
from goodoffices.statements.sources import owner_of
from goodoffices.statements.statement import Actor
from goodoffices.statements.syntax import children, first_child, is_negated, lemma, modals, subject

NOUN_ACTS = {
    **dict.fromkeys(("support", "backing", "approval", "endorsement"), Act.SUPPORT),
    **dict.fromkeys(("readiness", "willingness", "openness"), Act.OPEN),
    **dict.fromkeys(("opposition", "objection", "rejection", "refusal"), Act.REJECT),
    **dict.fromkeys(("demand", "ultimatum", "insistence"), Act.DEMAND),
    **dict.fromkeys(("call", "appeal", "plea"), Act.APPEAL),
    **dict.fromkeys(("proposal", "suggestion"), Act.PROPOSE),
    **dict.fromkeys(("pledge", "promise", "commitment", "vow"), Act.PROMISE),
    **dict.fromkeys(("accusation", "criticism", "condemnation", "complaint"), Act.ACCUSE),
    **dict.fromkeys(("view", "opinion", "belief", "conviction"), Act.CLAIM),
    "request": Act.REQUEST,
    "offer": Act.OFFER,
    "warning": Act.WARN,
    "threat": Act.THREATEN,
    "denial": Act.DENY,
}
"""What nouns say that their owner does."""
ORIGINS = frozenset({"come", "originate", "stem"})
OPEN_DETERMINERS = frozenset({"a", "an", "any", "no", "every", "each"})
EXPRESSING = frozenset({"express", "voice", "announce", "declare", "signal", "affirm", "state", "confirm"})
DIRECTED = frozenset({"opposition", "objection", "openness", "commitment"})
"""Nouns that have behind 'to' what they are about, and not for whom they are meant."""
TWICE = frozenset({"reiterate", "repeat", "renew", "restate", "reaffirm"})


def expresses_its_own(verb: Token, noun: Token) -> bool:
    """Tell whether a verb gives its doer's own act: 'reiterated its demand', but not 'cited his call'."""
    whose = first_child(noun, "poss")
    return lemma(verb) in EXPRESSING | TWICE and (whose is None or is_pronoun(whose))


def nominal_acts(sentence: SentenceSpan, attribution: Attribution, taken: set[int]) -> Iterator[Sighting]:
    """Yield the acts that nouns of a sentence tell of.

    Args:
        sentence: The sentence.
        attribution: Resolves the noun phrases.
        taken: Tokens that are somebody's words already, or cues of an act that has been found.
    """
    for noun in sentence:
        if noun.pos_ != "NOUN" or noun.i in taken:
            continue
        if lemma(noun) in NOUN_ACTS:
            yield from _by_noun(noun, attribution)
        if lemma(noun) in words("proposal_noun"):
            yield from _by_origin(noun, attribution)


def _by_noun(noun: Token, attribution: Attribution) -> Iterator[Sighting]:
    """Yield what somebody's noun says that it does: 'their demand for …', 'made an offer to …'."""
    carrier, owner, about = carrier_of(noun), owner_of(noun), told_by(noun) or _equal(noun)
    if about is None:
        to = (one for one in children(noun, "prep") if one.lower_ == "to" and lemma(noun) in DIRECTED)
        about = next(to, None) or _across(noun, carrier)
    if about is None or not _took_place(noun, carrier, owner):
        return
    who = owner if owner is not None else subject(carrier) if carrier is not None else None
    if who is None or (carrier is None and _is_own_matter(noun, who, attribution)):
        return
    head = first_child(about, "pobj", "pcomp") if about.pos_ == "ADP" else about
    content = extent(head) if head is not None else ()
    act = NOUN_ACTS[lemma(noun)]
    if (act in PROPOSALS | {Act.DEMAND} and not says_what(content)) or (
        act is Act.CLAIM and about.pos_ not in {"VERB", "AUX"}
    ):
        return
    cue = (noun,) if carrier is None else (carrier, noun)
    for actor in attribution.actors(who):
        yield _sighting(actor, act, noun, cue, content, who)


def _equal(noun: Token) -> Token | None:
    """Return what a noun is said to be: 'Their view is that all must go'."""
    copula = noun.head
    if noun.dep_ != "nsubj" or lemma(copula) != "be" or is_negated(copula):
        return None
    return first_child(copula, "ccomp")


def _across(noun: Token, carrier: Token | None) -> Token | None:
    """Return what a noun is about where it hangs on its verb: 'issued an ultimatum to Paris to leave'."""
    if carrier is None:
        return None
    return next((one for one in children(carrier, "xcomp", "advcl", "ccomp") if one.i > noun.i), None)


def _took_place(noun: Token, carrier: Token | None, owner: Token | None) -> bool:
    """Tell whether the report says that there is such an act, and not that there may be or is none."""
    determiners = {word.lower_ for word in children(noun, "det")}
    if determiners & {"no", "any"}:
        return False
    if carrier is not None:
        return is_asserted(carrier) and not is_negated(carrier) and not modals(carrier)
    return owner is not None and not determiners & OPEN_DETERMINERS


def _is_own_matter(noun: Token, who: Token, attribution: Attribution) -> bool:
    """Tell whether the owner itself does something to its act: 'Mali dropped its demand for a truce'."""
    verb = noun.head
    while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
        verb = verb.head
    if lemma(verb) in TWICE:
        return False
    doer = subject(verb)
    doers = () if doer is None or doer.i == who.i else attribution.actors(doer)
    owners = attribution.actors(who)
    return any(one.label == other.label for one in doers for other in owners)


def _by_origin(noun: Token, attribution: Attribution) -> Iterator[Sighting]:
    """Yield the proposal in 'The idea of a buffer zone came from Norway'."""
    verb = noun.head
    origin = next((one for one in children(verb, "prep") if one.lower_ == "from"), None)
    source = None if origin is None else first_child(origin, "pobj")
    comes = noun.dep_ == "nsubj" and lemma(verb) in ORIGINS and is_asserted(verb) and not is_negated(verb)
    about = told_by(noun) or next((one for one in children(noun, "prep") if one.lower_ == "of"), None)
    if source is None or about is None or not comes or origin is None:
        return
    head = first_child(about, "pobj", "pcomp") or about
    for actor in attribution.actors(source):
        yield _sighting(actor, Act.PROPOSE, verb, (verb, origin), extent(head), source)


def _sighting(actor: Actor, act: Act, noun: Token, cue: Tokens, content: Tokens, who: Token) -> Sighting:
    whole = sorted({*cue, *content, *extent(who)}, key=lambda token: token.i)
    return Sighting(
        actor=actor,
        act=act,
        manner=manner(content, said=False),
        verb=noun,
        whole=tuple(whole),
        cue=side_by_side(cue),
        content=content,
        own_words=content,
        rule="noun",
    )
