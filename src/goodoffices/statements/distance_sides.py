"""On what and between how many a distance lies: what words such as 'far' and 'close' need beside them."""

from __future__ import annotations

from spacy.tokens import Span as SentenceSpan
from spacy.tokens import Token

from goodoffices.statements.relation_frames import things
from goodoffices.statements.syntax import agent, children, first_child, is_passive, lemma, modals, subject

ON = frozenset({"on", "over", "about", "regarding", "concerning"})
SEVERAL = frozenset({"they", "we", "both", "two", "three"})


def verb_of(cue: Token) -> Token | None:
    """Return the verb that a word for distance hangs on, also a copula below 'worlds apart'."""
    above = next((one for one in (cue, *cue.ancestors) if one.pos_ in {"VERB", "AUX"}), None)
    return above if above is not None else first_child(cue.sent.root, "aux", "cop")


def subject_of(cue: Token, verb: Token | None) -> Token | None:
    """Return who is far apart or close; the head of a sentence without a verb."""
    root = cue.sent.root
    below = verb is not None and verb.head.i == root.i and verb.dep_ in {"aux", "cop"}
    if below and root.pos_ not in {"VERB", "AUX"}:
        return first_child(root, "nsubj") or root
    return subject(verb) if verb is not None else root


def has_topic(sentence: SentenceSpan) -> bool:
    """Tell whether a sentence says on what sides differ: 'on the flag', 'where we'."""
    for token in sentence:
        if token.lower_ == "where" and token.dep_ == "advmod" and token.head.dep_ != "ROOT":
            return True
        what = first_child(token, "pobj", "pcomp") if token.lower_ in ON else None
        if what is not None and what.ent_type_ not in {"DATE", "TIME"}:
            return True
    return False


def fits(cue: Token, verb: Token | None, kind: str) -> bool:
    """Tell whether what stands round a word for distance shows that sides at a table are meant.

    Words that tell of places as well ('far from each other', 'close', 'differ') need a matter on which the
    sides are so, or a view that is so. A deal is near for several, not for one. What parts two sides is a
    matter, not a river.
    """
    who = subject_of(cue, verb)
    if kind == "lack":
        return verb is not None and _is_lacking(verb)
    if kind == "part":
        return verb is not None and _is_matter(verb)
    if who is None or kind not in {"topic", "deal", "view", "views"}:
        return kind not in {"topic", "deal", "view", "views"}
    viewed = lemma(who) in things("view_noun")
    if kind == "topic":
        return viewed or (has_topic(cue.sent) and _are_several(who, verb))
    if kind == "deal":
        return _are_several(who, verb) and not (verb is not None and "would" in modals(verb))
    return viewed and (_are_several(who, verb) if kind == "view" else _is_held(first_child(cue, "pobj")))


def _is_held(what: Token | None) -> bool:
    """Tell whether the other end of a distance is a view, too: 'from Niger's', 'from the army's demands'."""
    return what is not None and (
        first_child(what, "case") is not None or lemma(what) in things("view_noun") | {"that", "those"}
    )


def _is_lacking(verb: Token) -> bool:
    """Tell whether 'no agreement' is told of now: 'there is no agreement', 'no agreement was reached'."""
    there = lemma(verb) in {"be", "exist"} and any(one.lower_ == "there" for one in verb.children)
    reached = lemma(verb) in {"reach", "find", "achieve"} and is_passive(verb)
    return (there or reached) and not modals(verb)


def _are_several(who: Token, verb: Token | None) -> bool:
    joined = any(True for _ in children(who, "conj"))
    against = verb is not None and any(link.lower_ == "with" for link in verb.subtree)
    plural = who.tag_ in {"NNS", "NNPS"} or who.lower_ in SEVERAL
    return joined or against or plural


def _is_matter(verb: Token) -> bool:
    """Tell whether sides are parted by a matter: 'little separates them', 'only the flag divides them'."""
    what = agent(verb) or next(
        (first_child(one, "pobj") for one in children(verb, "prep") if one.lower_ == "by"), None
    )
    parting = what if what is not None else subject(verb)
    return parting is not None and _parts(parting, verb)


def _parts(parting: Token, verb: Token) -> bool:
    only = any(child.lower_ == "only" for child in (*parting.children, *verb.children))
    barrier = lemma(parting) in things("barrier_noun")
    listed = parting.lower_ in {"little", "nothing", "anything", "much", "what"} or lemma(parting) in things(
        "matter_noun"
    )
    return listed or (only and not barrier)
