"""Who acted when it counted, and who stood by."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.charges import blamed_for
from goodoffices.statements.clauses import YEAR, is_asserted
from goodoffices.statements.content import extent
from goodoffices.statements.lexicon import words
from goodoffices.statements.relation_parties import sources_of
from goodoffices.statements.relation_roles import has_word
from goodoffices.statements.sighting import RelationSighting, Tokens
from goodoffices.statements.statement import Actor, RelationKind
from goodoffices.statements.syntax import (
    agent,
    children,
    first_child,
    is_negated,
    is_passive,
    lemma,
    modals,
    subject,
)

OCCASIONS = frozenset({"when", "while", "as", "after", "once", "until"})
DURING = frozenset({"during", "over", "in", "after", "at", "throughout", "despite"})
NOT_DOING = frozenset({"fail", "refuse", "decline", "neglect", "omit"})
HALTING = frozenset({"stop", "prevent", "halt", "end", "deter", "repel", "avert"})
KEEPING = frozenset(
    {
        "carry",
        "honour",
        "honor",
        "implement",
        "enforce",
        "apply",
        "keep",
        "respect",
        "defend",
        "protect",
        "save",
    }
)


def find_action(verb: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """'Did not act when the border fell', 'stood by as it was shelled', 'did nothing to stop the war'."""
    governor = verb.head if verb.dep_ == "xcomp" and lemma(verb.head) in NOT_DOING else verb
    idle, acting = _is_idle(verb), _is_action(verb)
    aim = _not_stopped(verb)
    if not (idle or acting or aim) or not is_asserted(governor) or modals(governor):
        return
    occasion = extent(aim) if aim is not None else _occasion(verb) or _occasion(governor)
    not_done = is_negated(governor) or idle or governor is not verb or aim is not None
    waits = idle and _so_far(governor)
    doers = (one for one in doers_of(governor, attribution) if one.resolved_by != "context")
    for source in doers if occasion or waits else ():
        yield seen_in(RelationKind.ACTED, source, None, verb, occasion, negated=not_done)


def _is_idle(verb: Token) -> bool:
    """Tell whether a verb with its next words says that somebody did nothing: 'stood by', 'looked away'."""
    thing = first_child(verb, "dobj")
    if lemma(verb) == "do" and thing is not None and thing.lower_ in {"nothing", "little"}:
        return True
    if (kept := _with_object(verb) & words("idle_without")) and not is_negated(verb):
        return any(child.lower_ == "no" for one in _objects(verb) for child in one.children)
    if kept or _with_object(verb) & words("idle_idiom"):
        return True
    if lemma(verb) in words("watching_verb"):
        return any(mark.lower_ in {"as", "while"} for one in children(verb, "advcl") for mark in one.children)
    beside = (child for child in verb.children if child.dep_ in {"prt", "advmod", "acomp", "prep", "oprd"})
    return any(
        f"{lemma(verb)} {child.lower_}" in words("idle_phrase") for child in beside if not _helps(child)
    )


def _helps(link: Token) -> bool:
    """Tell whether 'by' leads to whom somebody stands by: 'stood by its ally when it fell' is help."""
    whom = first_child(link, "pobj")
    return link.lower_ == "by" and whom is not None


def _is_action(verb: Token) -> bool:
    """Tell whether a verb says that somebody acts: 'intervened', 'honoured its pledge', 'sent troops'."""
    steps_in = lemma(verb) in {"step", "move", "go", "wade", "weigh"} and has_word(verb, "in")
    return steps_in or lemma(verb) in words("acting_verb") or bool(_with_object(verb) & words("acting_idiom"))


def _objects(verb: Token) -> tuple[Token, ...]:
    """Return the object of a verb and what its prepositions lead to."""
    behind = (first_child(link, "pobj") for link in children(verb, "prep"))
    return tuple(one for one in (*children(verb, "dobj", "npadvmod"), *behind) if one is not None)


def _with_object(verb: Token) -> frozenset[str]:
    """Return a verb with each of its objects, as the lists of idioms have them: 'turn eye', 'sit hand'."""
    return frozenset(f"{lemma(verb)} {lemma(one)}" for one in _objects(verb))


def _so_far(verb: Token) -> bool:
    """Tell whether it is said of the time up to now: 'has so far made no move'."""
    near = tuple(children(verb, "advmod"))
    far = any(word.lower_ == "far" and any(one.lower_ == "so" for one in word.children) for word in near)
    return far or any(word.lower_ in {"yet", "still"} for word in near)


def _not_stopped(verb: Token) -> Token | None:
    """Return what somebody did not help to stop: 'did nothing to stop the war', 'did not help end it'."""
    thing = first_child(verb, "dobj")
    nothing = lemma(verb) == "do" and thing is not None and thing.lower_ in {"nothing", "little"}
    if not nothing and not (lemma(verb) in {"help", "move"} and is_negated(verb)):
        return None
    holders = (verb, thing) if thing is not None else (verb,)
    aims = (one for holder in holders for one in children(holder, "xcomp", "advcl", "relcl", "acl", "ccomp"))
    halted = next((one for one in aims if lemma(one) in HALTING | KEEPING), None)
    return first_child(halted, "dobj") if halted is not None else None


def _occasion(holder: Token) -> Tokens:
    """Return the words that say when: a clause of time, or a war, an attack or a year after a preposition."""
    thing = first_child(holder, "dobj")
    beneath = () if thing is None else children(thing, "relcl", "advcl")
    for clause in (*children(holder, "advcl"), *beneath):
        marks = [mark.lower_ for mark in children(clause, "mark", "advmod")]
        ahead = clause.i < holder.i
        timed = "when" in marks if ahead else bool(OCCASIONS & {*marks})
        if timed and is_asserted(clause) and (not ahead or clause.tag_ in {"VBD", "VBN"}):
            return extent(clause)
    for link in children(holder, "prep"):
        place = first_child(link, "pobj")
        if link.lower_ in DURING and place is not None and _is_event(place):
            return extent(link)
    return ()


def _is_event(noun: Token) -> bool:
    return lemma(noun) in words("attack_noun") | words("emergency_noun") or bool(YEAR.fullmatch(noun.text))


def find_idleness(noun: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """'China's inaction during the invasion', 'the silence of Paris when the town fell'."""
    acts = lemma(noun) != "failure" or any(
        lemma(one) in words("acting_verb") | HALTING for one in children(noun, "acl")
    )
    of = next((one for one in children(noun, "prep") if one.lower_ == "of"), None)
    owner = first_child(noun, "poss") or (first_child(of, "pobj") if of is not None else None)
    holders = (noun, *children(noun, "acl"))
    behind = _occasion(noun.head) if noun.dep_ == "dobj" else ()
    occasion = next(filter(None, map(_occasion, holders)), ()) or behind
    for source in sources_of(owner, attribution) if acts and occasion else ():
        yield seen_in(RelationKind.ACTED, source, None, noun, occasion, negated=True)


def is_beside_a_noun(verb: Token) -> bool:
    """Tell whether a participle describes a noun: 'the treaty guaranteed by Britain'."""
    return noun_beside(verb) is not None


def noun_beside(verb: Token) -> Token | None:
    """Return the noun that a participle describes, also one of two: 'signed by Chad and backed by Togo'."""
    first = (
        verb.head if verb.dep_ == "conj" and not any(True for _ in children(verb, "aux", "auxpass")) else verb
    )
    both = verb.tag_ == first.tag_ == "VBN" and first.dep_ == "acl" and subject_less(verb)
    return first.head if both else None


def subject_less(verb: Token) -> bool:
    """Tell whether a participle has no subject of its own."""
    return first_child(verb, "nsubj", "nsubjpass") is None


def doers_of(verb: Token, attribution: Attribution) -> tuple[Actor, ...]:
    """Return who does it: the subject, whom a passive names with 'by', or who is blamed for it."""
    by = agent(verb) if is_passive(verb) or is_beside_a_noun(verb) else blamed_for(verb) or subject(verb)
    return sources_of(by, attribution)


def seen_in(
    kind: RelationKind,
    source: Actor,
    target: Actor | None,
    anchor: Token,
    means: Tokens,
    *,
    negated: bool | None = None,
) -> RelationSighting:
    """Return the relation with the words from the first to the last that show it."""
    clause = sorted({*anchor.subtree, *(means if kind is RelationKind.ACTED else ())}, key=lambda one: one.i)
    while clause[0].dep_ in {"mark", "punct"}:
        clause = clause[1:]
    said = is_negated(anchor) if negated is None else negated
    return RelationSighting(kind, source, target, anchor, tuple(clause), means, said)
