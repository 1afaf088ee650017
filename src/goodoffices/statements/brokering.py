"""Who brokers by what it does: mediation carried on, an envoy among both sides, a task that was given."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.coreference import is_pronoun
from goodoffices.statements.gazetteer import Kind
from goodoffices.statements.mediators import at_work, sits_in_the_chair
from goodoffices.statements.relation_frames import things
from goodoffices.statements.relation_parties import leads_to, name_of, parties, sources_of
from goodoffices.statements.relation_roles import antecedent, doer, is_told, undergoer
from goodoffices.statements.sighting import RelationSighting
from goodoffices.statements.statement import Actor, RelationKind
from goodoffices.statements.syntax import children, first_child, is_negated, lemma


def find_brokering(word: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """Yield who does the work of a mediator, by whatever verb: 'began the mediation', 'saw both in turn'.

    Args:
        word: The verb that may tell of it.
        attribution: Resolves the noun phrases.
    """
    if word.pos_ not in {"VERB", "AUX"} or is_negated(word):
        return
    sources: tuple[Actor, ...] = ()
    if is_told(word) and (_carries_on(word) or sits_in_the_chair(word)):
        sources = sources_of(doer(word), attribution)
    sources = sources or at_work(word, attribution) or _charged(word, attribution)
    sources = sources or _with_a_chair(word, attribution)
    sources = sources or _lender(word, attribution) or _inviting(word, attribution)
    for source in sources:
        side = attribution.gazetteer.parties.get(source.party or "")
        if side is not None and side.kind is not Kind.MOVEMENT:
            whole = (*word.subtree, *name_of(doer(word)))
            yield RelationSighting(RelationKind.BROKERS, source, None, word, whole)


def _with_a_chair(verb: Token, attribution: Attribution) -> tuple[Actor, ...]:
    """Return 'Kenya' in 'met, with Kenya in the chair', 'the meeting, with Kenya in the chair, lasted'."""
    if not is_told(verb):
        return ()
    holders = (verb, *children(verb, "nsubj", "nsubjpass", "dobj"))
    near = (one for holder in holders for one in leads_to(holder, ("with",)))
    chairs = (one for one in near if any(lemma(it) == "chair" for it in leads_to(one, ("in",))))
    return next((found for one in chairs if (found := sources_of(one, attribution))), ())


def _carries_on(verb: Token) -> bool:
    """Tell whether mediation is what somebody does something with, other than to ask for or answer it."""
    if lemma(verb) in things("not_mediating_verb"):
        return False
    near = (undergoer(verb), *leads_to(verb, ("with",)))
    return any(one is not None and _is_own_work(one, verb) for one in near)


def _is_own_work(noun: Token, verb: Token) -> bool:
    owner = first_child(noun, "poss")
    others = owner is not None and not is_pronoun(owner)
    governed = verb.i in {noun.head.i, noun.head.head.i} or verb.dep_ in {"acl", "relcl"}
    good = lemma(noun) == "office" and any(one.lower_ == "good" for one in noun.children)
    return governed and not others and (good or lemma(noun) in things("mediation_noun"))


def _charged(verb: Token, attribution: Attribution) -> tuple[Actor, ...]:
    """Return who has the task of a mediator: 'the states that it has charged with finding a way out'."""
    given = lemma(verb) == "give" and any(lemma(one) in {"task", "job"} for one in children(verb, "dobj"))
    if not (given or lemma(verb) in things("charging_verb")) or not is_told(verb):
        return ()
    if not any(_is_a_mediators_task(one) for one in verb.subtree if one.i > verb.i):
        return ()
    whom = _whom(verb, given=given)
    if whom is not None and whom.dep_ == "appos" and whom.tag_ == "NNS":
        return _named_before(whom, attribution)
    return sources_of(whom, attribution)


def _named_before(noun: Token, attribution: Attribution) -> tuple[Actor, ...]:
    """Return the states of 'Chad, Mali and Togo, the three states', whatever the parse hangs it on."""
    before = noun.left_edge.nbor(-1) if noun.left_edge.i > noun.sent.start else noun
    last = before.nbor(-1) if before.text == "," and before.i > noun.sent.start else before
    while last.dep_ == "conj":
        last = last.head
    return parties(last, attribution)


def _whom(verb: Token, *, given: bool) -> Token | None:
    """Return who is charged; of a task that is given, who gets it."""
    if given:
        return antecedent(first_child(verb, "nsubjpass", "dative"), verb)
    if verb.dep_ == "relcl" and first_child(verb, "dobj") is None:
        return verb.head
    return undergoer(verb)


def _is_a_mediators_task(word: Token) -> bool:
    name = lemma(word)
    if name in things("mediation_noun") or (word.pos_ == "VERB" and name in things("mediating_verb")):
        return True
    if word.pos_ != "VERB" or name not in things("searching_verb"):
        return False
    sought = (*word.subtree, *(one for thing in leads_to(word, ("for", "on", "at")) for one in thing.subtree))
    return any(lemma(one) in things("sought_noun") for one in sought)


def _lender(verb: Token, attribution: Attribution) -> tuple[Actor, ...]:
    """Return who has lent somebody who goes between the sides: 'has lent an adviser who carries drafts'."""
    who = verb.head if verb.dep_ == "relcl" else None
    sent = who is not None and who.dep_ == "dobj" and lemma(who.head) in things("lending_verb")
    if who is None or not sent or not (is_told(verb) and is_told(who.head)):
        return ()
    holders = (verb, *children(verb, "dobj"))
    between = any(True for one in holders for _ in leads_to(one, ("between", "among")))
    goes = between or lemma(verb) in things("mediating_verb")
    return sources_of(doer(who.head), attribution) if goes else ()


def _inviting(verb: Token, attribution: Attribution) -> tuple[Actor, ...]:
    """Return at whose invitation both sides came together: 'met at the invitation of Jakarta'."""
    if lemma(verb) not in things("coming_together_verb") or not is_told(verb):
        return ()
    who = doer(verb)
    for noun in leads_to(verb, ("at", "on", "upon")) if who is not None and _are_several(who) else ():
        if lemma(noun) in {"invitation", "invite"}:
            host = next(leads_to(noun, ("of", "from", "by")), None) or first_child(noun, "poss")
            guests = {one.party for one in parties(who, attribution)}
            return tuple(one for one in sources_of(host, attribution) if one.party not in guests)
    return ()


def _are_several(who: Token) -> bool:
    beside = (who, *children(who, "appos"))  # a host's name before the guests is taken for one of them
    return any(one.tag_ in {"NNS", "NNPS"} or any(True for _ in children(one, "conj")) for one in beside)
