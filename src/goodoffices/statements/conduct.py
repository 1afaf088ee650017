"""What parties did about an earlier promise: who signed it, who guaranteed it, who acted when it counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Span as SentenceSpan
from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.clauses import YEAR, is_asserted
from goodoffices.statements.content import extent
from goodoffices.statements.lexicon import words
from goodoffices.statements.relation_parties import sources_of
from goodoffices.statements.relation_roles import blamed_for
from goodoffices.statements.sighting import RelationSighting, Tokens
from goodoffices.statements.signing import joined_by, named_again
from goodoffices.statements.statement import Actor, RelationKind
from goodoffices.statements.syntax import (
    RELATIVES,
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
ABOUT = frozenset({"on", "about", "over"})
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


def find_conduct(
    sentence: SentenceSpan,
    attribution: Attribution,
    named: Sequence[Tokens],
    *,
    earlier: Sequence[str] = (),
    just_before: bool = False,
) -> Iterator[RelationSighting]:
    """Yield who signed or guaranteed an earlier agreement, and who acted, or did not, on an occasion.

    'China endorsed the Budapest Memorandum', 'the 1960 treaty, guaranteed by Britain', 'it did not act when
    the border fell', 'their silence during the siege'. What is asked, wished, supposed or still to come is no
    conduct.

    Args:
        sentence: The sentence.
        attribution: Resolves the noun phrases.
        named: The tokens of each earlier agreement that the sentence names.
        earlier: Names of the agreements that the report has named before.
        just_before: Whether the sentence before named the last of them, so that 'it' may be that one.
    """
    papers = {token.i: tokens for tokens in named for token in tokens}
    papers |= {token.i: (token,) for token in named_again(sentence, papers, earlier, just_before)}
    for token in sentence:
        if token.pos_ in {"VERB", "AUX"} and not modals(token):
            yield from _put_their_name(token, papers, attribution)
            yield from _assured(token, attribution)
            yield from _acted(token, attribution)
        elif token.pos_ == "NOUN" and lemma(token) in words("guarantor_noun") | words("signatory_noun"):
            yield from _standing(token, papers, attribution)
        elif token.pos_ == "NOUN" and lemma(token) in words("idleness_noun"):
            yield from _idleness(token, attribution)


def _put_their_name(
    verb: Token, papers: Mapping[int, Tokens], attribution: Attribution
) -> Iterator[RelationSighting]:
    """'Chad signed the Sirte Accord', 'the treaty of 1960, guaranteed by Britain', 'guaranteed Cyprus'."""
    signing = lemma(verb) in words("joining_verb")
    vouching = lemma(verb) in words("vouching_verb")
    if not (signing or vouching) or not (is_asserted(verb) or _beside_a_noun(verb)):
        return
    paper = _paper(verb, papers)
    thing = None if paper is not None or signing else first_child(verb, "dobj")
    kind = RelationKind.SIGNED if signing else RelationKind.GUARANTEED
    others = joined_by(verb, attribution) if signing and paper is not None else ()
    for source in (*_doers(verb, attribution), *others):
        if paper is not None:
            yield _sighting(kind, source, None, verb, paper)
        elif thing is not None and (target := _party_of(thing, source, attribution)) is not None:
            whole = thing.pos_ == "PROPN"
            yield _sighting(kind, source, target, verb, () if whole else extent(thing))


def _beside_a_noun(verb: Token) -> bool:
    return verb.tag_ == "VBN" and verb.dep_ == "acl"


def _paper(verb: Token, papers: Mapping[int, Tokens]) -> Tokens | None:
    """Return the words of what is signed: an object, a passive subject, or the noun it stands beside."""
    thing = first_child(verb, "dobj", "nsubjpass")
    if thing is None:
        to = next((one for one in children(verb, "prep") if one.lower_ == "to"), None)
        thing = first_child(to, "pobj") if to is not None else None
    if (thing is None and _beside_a_noun(verb)) or (thing is not None and thing.lower_ in RELATIVES):
        thing = verb.head
    return _named(thing, papers)


def _named(thing: Token | None, papers: Mapping[int, Tokens]) -> Tokens | None:
    listed = () if thing is None else (thing, *thing.conjuncts)
    return next((papers[one.i] for one in listed if one.i in papers), None)


def _doers(verb: Token, attribution: Attribution) -> tuple[Actor, ...]:
    by = agent(verb) if is_passive(verb) or _beside_a_noun(verb) else blamed_for(verb) or subject(verb)
    return sources_of(by, attribution)


def _party_of(thing: Token, source: Actor, attribution: Attribution) -> Actor | None:
    """Return the party that a thing is or belongs to, other than the source: 'Cyprus', 'its independence'."""
    found = next(iter(sources_of(thing, attribution)), None)
    if found is None:
        of = next((one for one in children(thing, "prep") if one.lower_ == "of"), None)
        found = next(iter(sources_of(first_child(of, "pobj") if of is not None else None, attribution)), None)
    return found if found is not None and found.party != source.party else None


def _assured(verb: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """'Gave Ukraine security assurances', 'extended a guarantee to Belgium'."""
    thing = first_child(verb, "dobj")
    given = lemma(verb) in words("granting_verb") and is_asserted(verb)
    if not given or thing is None or lemma(thing) not in words("assurance_noun"):
        return
    if any(
        one.lower_ in {"on", "about", "over"} for holder in (verb, thing) for one in children(holder, "prep")
    ):
        for source in _doers(verb, attribution):
            yield _sighting(RelationKind.GUARANTEED, source, None, verb, extent(thing))
        return
    to = next((one for one in children(verb, "dative", "prep") if one.lower_ == "to"), None)
    whom = first_child(to, "pobj") if to is not None else first_child(verb, "dative")
    whom = whom or next((one for one in children(thing, "compound") if one.pos_ == "PROPN"), None)
    for source in _doers(verb, attribution):
        target = next((one for one in sources_of(whom, attribution) if one.party != source.party), None)
        if target is not None:
            yield _sighting(RelationKind.GUARANTEED, source, target, verb, _less(thing, whom))


def _less(thing: Token, whom: Token | None) -> Tokens:
    """Return the words of what is given without those of whom it is given to: 'Kyiv security assurances'."""
    return extent(thing, () if whom is None else (whom.i,))


def _standing(
    noun: Token, papers: Mapping[int, Tokens], attribution: Attribution
) -> Iterator[RelationSighting]:
    """'Britain is a guarantor of the 1960 treaty', 'Togo, a signatory of the Lomé accord'."""
    top = noun
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.dep_ in {"attr", "appos"}:
        top = noun.head.head
    verb = top.head
    is_said = top.dep_ == "attr" and is_asserted(verb) and not modals(verb)
    who = top.head if top.dep_ == "appos" else subject(verb) if is_said else None
    place = next((one for one in children(noun, "prep") if one.lower_ in {"of", "to"}), None)
    thing = first_child(place, "pobj") if place is not None else None
    if who is None or thing is None:
        return
    signatory = lemma(noun) in words("signatory_noun")
    kind = RelationKind.SIGNED if signatory else RelationKind.GUARANTEED
    paper = _named(thing, papers)
    for source in sources_of(who, attribution):
        if paper is not None:
            yield _sighting(kind, source, None, noun, paper, negated=is_said and is_negated(verb))
        elif not signatory and (target := _party_of(thing, source, attribution)) is not None:
            yield _sighting(kind, source, target, noun, (), negated=is_said and is_negated(verb))


def _acted(verb: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """'Did not act when the border fell', 'stood by as it was shelled', 'did nothing to stop the war'."""
    governor = verb.head if verb.dep_ == "xcomp" and lemma(verb.head) in NOT_DOING else verb
    idle, acting = _is_idle(verb), lemma(verb) in words("acting_verb")
    aim = _not_stopped(verb)
    if not (idle or acting or aim) or not is_asserted(governor) or modals(governor):
        return
    occasion = extent(aim) if aim is not None else _occasion(verb) or _occasion(governor)
    not_done = is_negated(governor) or idle or governor is not verb or aim is not None
    for source in _doers(governor, attribution) if occasion else ():
        yield _sighting(RelationKind.ACTED, source, None, verb, occasion, negated=not_done)


def _is_idle(verb: Token) -> bool:
    """Tell whether a verb with its next words says that somebody did nothing: 'stood by', 'looked away'."""
    thing = first_child(verb, "dobj")
    if lemma(verb) == "do" and thing is not None and thing.lower_ in {"nothing", "little"}:
        return True
    beside = (child for child in verb.children if child.dep_ in {"prt", "advmod", "acomp", "prep", "oprd"})
    return any(f"{lemma(verb)} {child.lower_}" in words("idle_phrase") for child in beside)


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
    for clause in (one for one in children(holder, "advcl") if one.i > holder.i):
        marks = children(clause, "mark", "advmod")
        if any(mark.lower_ in OCCASIONS for mark in marks) and is_asserted(clause):
            return extent(clause)
    for link in children(holder, "prep"):
        place = first_child(link, "pobj")
        if link.lower_ in DURING and place is not None and _is_event(place):
            return extent(link)
    return ()


def _is_event(noun: Token) -> bool:
    return lemma(noun) in words("attack_noun") | words("emergency_noun") or bool(YEAR.fullmatch(noun.text))


def _idleness(noun: Token, attribution: Attribution) -> Iterator[RelationSighting]:
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
        yield _sighting(RelationKind.ACTED, source, None, noun, occasion, negated=True)


def _sighting(
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
