"""Who kept a promise and who did not: 'left, as it had agreed', 'honoured its side', 'broke the truce'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from goodoffices.statements.acted import doers_of, seen_in
from goodoffices.statements.attribution import Attribution
from goodoffices.statements.clauses import is_asserted
from goodoffices.statements.content import extent
from goodoffices.statements.coreference import is_pronoun
from goodoffices.statements.relation_frames import things
from goodoffices.statements.relation_parties import leads_to, sources_of
from goodoffices.statements.relation_roles import is_told, undergoer
from goodoffices.statements.sighting import RelationSighting, Tokens
from goodoffices.statements.statement import Actor, RelationKind
from goodoffices.statements.syntax import children, is_negated, lemma, modals, own_subject, subject

FAILING = frozenset({"fail", "refuse", "decline", "neglect", "omit"})
COUNTER = frozenset({"despite", "notwithstanding"})
DONE_TENSES = frozenset({"VBD", "VBN"})


def find_promise_kept(verb: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """Yield who did, or did not do, what a promise called for.

    Args:
        verb: The verb that may tell of it.
        attribution: Resolves the noun phrases.
    """
    governor = verb.head if verb.dep_ == "xcomp" and lemma(verb.head) in FAILING else verb
    told = is_asserted(governor) or is_told(verb) or governor.dep_ in {"conj", "relcl"}
    if not told or modals(governor) or governor.tag_ == "VBG":
        return
    found = _by_meaning(verb) or _as_promised(verb) or _of_what_was_promised(verb, attribution)
    if found is None:
        return
    broken, shown = found
    no = is_negated(governor) or governor is not verb
    for source in _doers(governor, attribution):
        yield seen_in(RelationKind.ACTED, source, None, verb, shown, negated=no or broken)


def _doers(verb: Token, attribution: Attribution) -> tuple[Actor, ...]:
    known = attribution.gazetteer.parties
    found = tuple(one for one in doers_of(verb, attribution) if one.resolved_by != "context")
    return tuple(one for one in found if one.party in known)


def _by_meaning(verb: Token) -> tuple[bool, Tokens] | None:
    """Return whether it was broken, by verbs of keeping and breaking with a promise behind them."""
    name = lemma(verb)
    keeps, breaks = name in things("keeping_verb"), name in things("breaking_verb")
    if not (keeps or breaks):
        return None
    thing = undergoer(verb)
    near = (thing, *leads_to(verb, ("on", "from", "to", "with", "by", "out")))
    for one in near:
        if one is not None and (
            _is_a_promise(one) or any(_is_a_promise(of) for of in leads_to(one, ("of",)))
        ):
            return (breaks, extent(one))
    return None


def _is_a_promise(noun: Token) -> bool:
    """Tell whether a noun is a promise: 'its word', 'the bargain', 'its obligations'."""
    if lemma(noun) not in things("bound_noun"):
        return False
    if lemma(noun) not in {"word", "side", "part", "end"}:
        return True
    owned = any(child.dep_ == "poss" and is_pronoun(child) for child in noun.children)
    bargain = any(lemma(one) in things("bound_noun") for one in leads_to(noun, ("of",)))
    return owned if lemma(noun) == "word" else bargain


def _as_promised(verb: Token) -> tuple[bool, Tokens] | None:
    """Return what tells of the promise: 'as it had sworn', 'as agreed', 'in breach of the accord'."""
    for clause in children(verb, "advcl"):
        marks = {word.lower_ for word in clause.children}
        if "as" in marks and lemma(clause) in things("promising_verb") and _is_its_own(clause, verb):
            return (False, extent(clause))
    for link in children(verb, "prep"):
        if link.lower_ == "as" and any(lemma(one) in things("promising_verb") for one in link.children):
            return (False, extent(link))
        place = next((one for one in link.children if one.dep_ in {"pobj", "pcomp"}), None)
        if place is None or not is_negated(verb):
            continue
        breach = lemma(place) in {"violation", "breach", "defiance"} and any(
            lemma(one) in things("bound_noun") for one in leads_to(place, ("of",))
        )
        if breach or (link.lower_ in COUNTER and _is_a_promise(place)):
            return (False, extent(link))
    return None


def _is_its_own(clause: Token, verb: Token) -> bool:
    """Tell whether who promised is who did it, or is a paper: 'as it had agreed', 'as the pact required'."""
    who = own_subject(clause)
    if who is None:
        return clause.tag_ == "VBN"
    if lemma(who) in things("bound_noun") | {"ruling", "calendar"} or is_pronoun(who):
        return clause.tag_ in DONE_TENSES
    doer = subject(verb)
    return who.pos_ == "PROPN" and clause.tag_ in DONE_TENSES and doer is not None


def _of_what_was_promised(verb: Token, attribution: Attribution) -> tuple[bool, Tokens] | None:
    """Return what was promised, where something is done to it: 'closed the camps that it promised to'."""
    who = subject(verb)
    if who is None or verb.dep_ == "relcl":
        return None
    for clause in verb.subtree:
        if clause.dep_ != "relcl" or clause.i <= verb.i or lemma(clause) not in things("promising_verb"):
            continue
        promiser = own_subject(clause)
        if promiser is None or clause.tag_ not in DONE_TENSES:
            continue
        same = {one.party for one in sources_of(promiser, attribution)} & {
            one.party for one in sources_of(who, attribution)
        }
        if same:
            return (_is_little(clause.head), extent(clause))
    return None


def _is_little(noun: Token) -> bool:
    """Tell whether it is only some of what was promised: 'three of the 26 camps'."""
    whole = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    return whole is not noun and (whole.like_num or whole.lower_ in {"few", "part", "half", "some"})
