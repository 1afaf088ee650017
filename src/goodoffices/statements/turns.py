"""Verbs and turns of phrase that are acts by what stands with them: 'slammed the raid', 'gave way on'."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from spacy.tokens import Token

from goodoffices.statements.acts import PROPOSALS, Act, Cue
from goodoffices.statements.lexicon import in_lists, rows
from goodoffices.statements.syntax import children, first_child, lemma, modals, own_subject

GAP = 5
"""Words that may stand before each next word of a turn: 'threw *the whole text* back'."""
ENDS = frozenset({";", ":", "."})
NOTHING = "nothing"
"""Name in the table for turns that need not say what they are about."""
ANSWERS = frozenset({"yes", "no"})
THING = "thing"
"""Name in the table for the object of turns that end in a preposition: 'laid a draft before'."""
NOMINAL = frozenset({"object", "gerund"})
CLAUSAL = frozenset({"clause", "infinitive", "gerund"})
HANGING = frozenset({"ccomp", "advcl", "acl", "relcl", "xcomp", "pcomp", "parataxis"})
NEW = PROPOSALS | {Act.DEMAND, Act.REQUEST, Act.APPEAL, Act.CLAIM}
"""Acts that say what is wanted; the others may be about an 'it' of which it has been told."""
POINTING = frozenset({"it", "that", "this", "them", "these", "those"})

Tokens = tuple[Token, ...]


@cache
def turns() -> dict[str, tuple[Cue, ...]]:
    """Return the turns of phrase by the dictionary form of their verb, the longest first.

    A verb alone whose act hangs on what it is about counts as a turn without words ('frames.tsv').
    """
    found: defaultdict[str, list[Cue]] = defaultdict(list)
    for row in (*rows("turns.tsv"), *rows("frames.tsv")):
        found[row["verb"]].append(
            Cue(
                row["verb"],
                row["words"],
                Act(row["act"]),
                "either",
                row["neutral"] == "yes",
                row["objects"],
                Act(row["denied"]) if row["denied"] else None,
                tuple(row["behind"].split()),
            )
        )
    return {verb: tuple(sorted(listed, key=_longest_first)) for verb, listed in found.items()}


def _longest_first(cue: Cue) -> tuple[int, str, bool]:
    """Order turns so that the longer comes first, and of equals the one that asks for certain words."""
    return -len(cue.particle.split()), cue.particle, cue.objects in {"", "party"}


def turn_of(verb: Token) -> tuple[Cue, Tokens] | None:
    """Return the turn of phrase that a verb heads, with the words that make it up.

    A turn fits where its words follow the verb in order, each a few words behind the last at most, and where
    what it is about is of the kind that the table asks for; in the passive its noun may be the subject.
    """
    listed = turns().get(lemma(verb), ())
    near = {form for word in _in_reach(verb, listed) for form in (word.lower_, lemma(word))}
    for turn in listed:
        if any(near.isdisjoint(options) for options in _options(turn.particle)):
            continue
        found = _matched(verb, turn)
        if found and _fits(verb, turn, found):
            return turn, found
    return None


def _in_reach(verb: Token, listed: Sequence[Cue]) -> Tokens:
    """Return the words of which the longest of some turns may be made: behind the verb, or its subject's."""
    if not listed:
        return ()
    far = verb.i + 1 + (1 + GAP) * max(len(one.particle.split()) for one in listed)
    passive = first_child(verb, "nsubjpass")
    return (
        *verb.doc[verb.i + 1 : min(far, verb.sent.end)],
        *(passive.subtree if passive is not None else ()),
    )


@cache
def _options(particle: str) -> tuple[frozenset[str], ...]:
    """Return the words of a turn, each with what may stand for it."""
    return tuple(frozenset(word.split("|")) for word in particle.split())


def _matched(verb: Token, turn: Cue) -> Tokens:
    wanted = turn.particle.split()
    found = [verb]
    passive = first_child(verb, "nsubjpass")
    for word in passive.subtree if passive is not None else ():
        if wanted and _is(word, wanted[0]):
            found.append(word)
            wanted = wanted[1:]
    place = verb.i
    for name in wanted:
        token = _next(verb, place, name, turn)
        if token is None:
            return ()
        found.append(token)
        place = token.i
    bare = found[-1].lower_ in ANSWERS and found[-1].dep_ in {"det", "neg"}  # 'said no such thing'
    return () if bare else tuple(found)


def _next(verb: Token, place: int, word: str, turn: Cue) -> Token | None:
    for token in verb.doc[place + 1 : min(place + 2 + GAP, verb.sent.end)]:
        if token.text in ENDS:
            return None
        if _is(token, word) and _belongs(token, verb, turn):
            return token
    return None


def _is(token: Token, word: str) -> bool:
    """Tell whether a token is a word of the table."""
    return not {token.lower_, lemma(token)}.isdisjoint(word.split("|"))


def _belongs(token: Token, verb: Token, turn: Cue) -> bool:
    """Tell whether a token hangs on a verb, with no clause between that has a subject of another."""
    if token.dep_ == "prt" and token.head.i != verb.i:
        return False  # 'came to Oslo to carve up a house with …'
    if token.dep_ == "prep" and " " not in turn.particle:
        return verb.i in {token.head.i, token.head.head.i if token.head.dep_ in {"dobj", "prt"} else None}
    for above in token.ancestors:
        if above.i == verb.i:
            return True
        other = above.dep_ in {"ccomp", "advcl"} and own_subject(above) is not None
        if other and not any(_is(above, word) for word in turn.particle.split()):
            return False
    return False


def _fits(verb: Token, turn: Cue, found: Tokens) -> bool:
    if turn.act is Act.OPEN and turn.denied is not None and not modals(verb):
        return False  # 'lives with its neighbours'
    about = _object(verb, found) if {"object", THING} & set(turn.behind) else None
    content = turn_content(verb, turn, found)
    if content is None and about is None:
        return NOTHING in turn.behind
    thing = content if content is not None else about
    if turn.objects in {"", "party"} or thing is None:
        return True
    if thing.pos_ in {"VERB", "AUX"} and not CLAUSAL.isdisjoint(turn.behind):
        return True
    if thing.lower_ in POINTING and turn.particle and turn.act not in NEW:
        return True
    return in_lists(lemma(thing), turn.objects)


def turn_content(verb: Token, turn: Cue, found: Tokens) -> Token | None:
    """Return the head of what a turn of phrase is about; None where it is the noun of a relative clause.

    Args:
        verb: The verb of the turn.
        turn: The turn.
        found: The words that make it up.
    """
    last = found[-1]
    if THING in turn.behind:
        return _behind(verb, "object", found)
    if last.pos_ in {"ADP", "SCONJ", "PART"} and not NOMINAL.isdisjoint(turn.behind):
        inside = first_child(last, "pobj", "pcomp")
        if inside is not None and (inside.tag_ == "VBG" or "object" in turn.behind):
            return _listed(inside, _object(verb, found), turn)
    for place in turn.behind:
        thing = _clause(verb, place, found) if place in CLAUSAL else _behind(verb, place, found)
        if thing is not None:
            return thing
    return None


def _listed(inside: Token, thing: Token | None, turn: Cue) -> Token:
    """Return what is of the kind that a turn asks for: the plan in 'put *the plan* to *both sides*'."""
    asked = turn.objects not in {"", "party"} and thing is not None
    if asked and thing is not None and not in_lists(lemma(inside), turn.objects):
        return thing if in_lists(lemma(thing), turn.objects) else inside
    return inside


def turn_clause(verb: Token) -> Token | None:
    """Return the head of the clause that a turn of phrase introduces: 'let it be known that it would go'."""
    turn = turn_of(verb)
    return None if turn is None or "clause" not in turn[0].behind else _clause(verb, "clause", turn[1])


def _clause(verb: Token, kind: str, found: Tokens) -> Token | None:
    heads = {token.i for token in found}
    last = max(token.i for token in found)
    for token in verb.doc[last + 1 : verb.sent.end]:
        hangs = token.dep_ in HANGING and token.head.i in heads and token.pos_ in {"VERB", "AUX"}
        if hangs and kind == _kind(token):
            return token
    return None


def _kind(clause: Token) -> str:
    if any(word.lower_ == "to" for word in children(clause, "aux")):
        return "infinitive"
    return "gerund" if clause.tag_ == "VBG" else "clause"


def _behind(verb: Token, place: str, found: Tokens) -> Token | None:
    if place == "object":
        thing = _object(verb, found)
        return None if thing is None or thing.i == verb.head.i else thing
    for token in sorted(found, key=lambda one: -one.i):
        for preposition in children(token, "prep", "dative", "agent"):
            if preposition.lower_ == place and preposition.i > found[-1].i:
                return first_child(preposition, "pobj", "pcomp")
    return None


def _object(verb: Token, found: Tokens) -> Token | None:
    """Return the thing that a verb acts on, before the clause in 'a plan that Chad threw out'."""
    part = {token.i for token in found}
    own = next((one for one in children(verb, "dobj", "nsubjpass") if one.i not in part), None)
    if own is not None and own.lower_ not in {"which", "that"}:
        return own
    relative = verb.dep_ == "relcl" or (verb.dep_ == "acl" and verb.tag_ == "VBN")
    return verb.head if relative else own
