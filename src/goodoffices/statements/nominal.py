"""Acts that a noun tells of: 'their demand for a truce', 'issued an ultimatum', 'the idea came from Oslo'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as SentenceSpan
from spacy.tokens import Token

from goodoffices.statements.acts import PROPOSALS, Act
from goodoffices.statements.attribution import Attribution
from goodoffices.statements.clauses import cue_of, is_asserted
from goodoffices.statements.content import extent, says_what
from goodoffices.statements.descriptions import Verdict
from goodoffices.statements.lexicon import words
from goodoffices.statements.noun_parts import (
    Owner,
    across,
    act_of,
    carrier,
    is_own_matter,
    is_whose,
    owner,
    told_of,
    verb_above,
)
from goodoffices.statements.predicates import read_clause
from goodoffices.statements.rendering import manner, side_by_side
from goodoffices.statements.sighting import Sighting, Tokens
from goodoffices.statements.syntax import (
    agent,
    children,
    first_child,
    is_negated,
    is_passive,
    lemma,
    modals,
    subject,
    subtree,
)
from goodoffices.statements.voices import speaks_for

CONSENTS = frozenset({Act.ACCEPT, Act.SUPPORT})
LACKING = frozenset({"without", "for", "need", "seek"})
ABSENT = frozenset({"any", "no", "every", "each"})
EXPRESSING = frozenset(
    {"express", "voice", "announce", "declare", "signal", "affirm", "state", "confirm", "note"}
)
TWICE = frozenset({"reiterate", "repeat", "renew", "restate", "reaffirm"})
RULED = frozenset({"would", "will", "should", "shall", "must"})
MARKED = frozenset({"PROPN", "NOUN"})


def expresses_its_own(verb: Token, noun: Token) -> bool:
    """Tell whether a verb gives its doer's own act: 'reiterated its demand', but not 'cited his call'."""
    return lemma(verb) in EXPRESSING | TWICE and not is_whose(noun)


def nominal_acts(sentence: SentenceSpan, attribution: Attribution, taken: set[int]) -> Iterator[Sighting]:
    """Yield the acts that nouns of a sentence tell of.

    Args:
        sentence: The sentence.
        attribution: Resolves the noun phrases.
        taken: Tokens that are somebody's words already, or cues of an act that has been found.
    """
    for noun in sentence:
        if noun.pos_ not in {"NOUN", "INTJ"} or noun.i in taken:
            continue
        yield from _by_rule_of(noun, attribution)
        yield from _by_apposition(noun, attribution)
        act = act_of(noun)
        if act is not None:
            yield from _by_noun(noun, act, attribution)


def _by_noun(noun: Token, act: Act, attribution: Attribution) -> Iterator[Sighting]:
    """Yield what somebody's noun says that it does: 'their demand for …', 'made an offer to …'."""
    verb = carrier(noun)
    equal = _equal(noun, act)
    about = equal or told_of(noun) or across(noun, verb)
    whose = owner(noun, about, attribution)
    if about is None or not _took_place(noun, verb, whose, equal=equal is not None):
        return
    if whose is None:
        who = subject(verb) if verb is not None else None
        whose = None if who is None else Owner(who, attribution.actors(who))
    elif verb is None and _is_let_go(noun, whose, attribution):
        return
    head = first_child(about, "pobj", "pcomp") if about.pos_ == "ADP" else about
    if whose is None or head is None:
        return
    dropped = _dropped_clause(about, act)
    if dropped:
        yield from _sightings(noun, Verdict(act, (noun,)), (noun,), dropped, whose)
        yield from _sightings(noun, Verdict(Act.CONCEDE, (about,)), (about,), dropped, whose)
        return
    verdict = _verdict(noun, act, about, whose, attribution)
    content = _content(head, noun, equal=equal is not None)
    empty = verdict is None or (verdict.act in PROPOSALS | {Act.DEMAND} and not says_what(content))
    if verdict is not None and not empty:
        cue = tuple(one for one in (verb, noun, *whose.cue) if one is not None)
        yield from _sightings(noun, verdict, cue, content, whose)


def _is_let_go(noun: Token, whose: Owner, attribution: Attribution) -> bool:
    """Tell whether the owner gives its own act up, or does what its verb says: 'dropped its demand'.

    It keeps what it 'has not dropped', 'repeats' or 'has made plain'.
    """
    verb = verb_above(noun)
    cue = cue_of(verb)
    kept = lemma(verb) in TWICE or is_negated(verb) or cue is None or cue[0].neutral
    return not kept and is_own_matter(noun, whose, attribution)


def _verdict(noun: Token, act: Act, about: Token, whose: Owner, attribution: Attribution) -> Verdict | None:
    """Return what a noun does: its own act, that of the clause it leads to, or giving it up."""
    verb = verb_above(noun)
    cue = cue_of(verb) if noun.dep_ == "nsubjpass" and agent(verb) is None and is_passive(verb) else None
    if cue is not None and cue[0].act is Act.CONCEDE:
        return None if is_negated(verb) or modals(verb) else Verdict(Act.CONCEDE, (verb,))
    if act is not Act.CLAIM:
        held = carrier(noun)
        return Verdict(act, (noun,), negated=held is not None and is_negated(held))
    if about.lower_ in {"no", "yes"}:
        return Verdict(Act.ACCEPT if about.lower_ == "yes" else Act.REJECT, (about,))
    if about.pos_ not in {"VERB", "AUX"}:
        return None
    return read_clause(about, speaks_for(whose.actors[0], attribution)) if whose.actors else None


def _dropped_clause(about: Token, act: Act) -> Tokens:
    """Return what was asked for in 'insistence that the army leave was dropped'.

    The parse takes 'was dropped' for the verb of what is asked, but what is asked has no past.
    """
    cue = cue_of(about) if act is Act.DEMAND and about.dep_ == "acl" else None
    past = next((word for word in children(about, "auxpass") if word.tag_ == "VBD"), None)
    if cue is None or cue[0].act is not Act.CONCEDE or past is None or is_negated(about):
        return ()
    said = [token for token in about.subtree if token.i < past.i]
    return tuple(said[1:] if said[0].lower_ == "that" else said)


def _content(head: Token, noun: Token, *, equal: bool) -> Tokens:
    """Return what an act is about; behind 'is that', all of what follows."""
    if not equal:
        return extent(head)
    said = [token for token in subtree(head) if token.i > noun.head.i]
    while said and (said[0].lower_ == "that" or said[0].is_punct):
        said.pop(0)
    return tuple(said)


def _equal(noun: Token, act: Act) -> Token | None:
    """Return what a noun is said to be: 'Their view is that all must go', 'Its price is a seat'."""
    copula = noun.head
    if noun.dep_ != "nsubj" or lemma(copula) != "be" or is_negated(copula):
        return None
    clause = first_child(copula, "ccomp", "xcomp")
    if clause is not None:
        return clause
    named = first_child(copula, "attr", "intj", "acomp")
    if named is None:
        return None
    with_that = any(mark.lower_ == "that" for mark in children(named, "mark", "det"))
    answer = named.lower_ in {"yes", "no"} and act is Act.CLAIM
    thing = named.pos_ in MARKED and act in {Act.DEMAND, Act.PLAN} and first_child(noun, "prep") is None
    return named if with_that or answer or thing else None


def _took_place(noun: Token, verb: Token | None, whose: Owner | None, *, equal: bool) -> bool:
    """Tell whether the report says that there is such an act, and not that there may be or is none."""
    determiners = {word.lower_ for word in children(noun, "det")}
    if determiners & ABSENT:
        return False
    if verb is not None:
        return is_asserted(verb) and not modals(verb) and (not is_negated(verb) or lemma(verb) in TWICE)
    if whose is None:
        return False
    above = verb_above(noun)
    supposed = bool(modals(above)) or is_negated(above) or not is_asserted(above)
    if act_of(noun) in CONSENTS and (supposed or noun.head.lower_ in LACKING):
        return False  # 'Without Egypt's support', 'Egypt's consent would help'
    return not (supposed and (determiners & {"a", "an"} or whose.cue or equal))


def _by_rule_of(noun: Token, attribution: Attribution) -> Iterator[Sighting]:
    """Yield what a party proposes in 'Under the Kenyan plan, both armies would pull back'."""
    under, verb = noun.head, verb_above(noun)
    ruled = under.lower_ == "under" and lemma(noun) in words("ruling_noun") and under.head.i == verb.i
    whose = owner(noun, None, attribution) if ruled and modals(verb) & RULED else None
    if whose is None or not is_asserted(verb):
        return
    content = extent(verb, {under.i})
    said = tuple(token for token in content if token.i not in {one.i for one in under.subtree})
    yield from _sightings(noun, Verdict(Act.PROPOSE, (noun,)), (under, noun), said, whose)


def _by_apposition(noun: Token, attribution: Attribution) -> Iterator[Sighting]:
    """Yield the proposal in 'The corridor, a Norwegian idea, would …'."""
    if noun.dep_ != "appos" or lemma(noun) not in words("brought_noun") or told_of(noun) is not None:
        return
    whose = owner(noun, None, attribution)
    named = extent(noun.head, {noun.i})
    if whose is not None and noun.head.pos_ == "NOUN":
        yield from _sightings(noun, Verdict(Act.PROPOSE, (noun,)), (noun,), named, whose)


def _sightings(
    noun: Token, verdict: Verdict, cue: Tokens, content: Tokens, whose: Owner
) -> Iterator[Sighting]:
    whole = sorted({*cue, *verdict.tokens, *content, *extent(whose.token)}, key=lambda token: token.i)
    for actor in whose.actors:
        yield Sighting(
            actor=actor,
            act=verdict.act,
            manner=manner(content, said=False),
            verb=noun,
            whole=tuple(whole),
            cue=side_by_side(cue),
            content=content,
            negated=verdict.negated,
            modality=verdict.modality,
            own_words=content,
            rule="noun",
        )
