"""How reports introduce those whom they ask: 'we spoke to …', 'our guest is …', 'an interview with …'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.labels import talk
from goodoffices.statements.lexicon import words
from goodoffices.statements.statement import Actor
from goodoffices.statements.syntax import children, first_child, lemma, own_subject, subject

FIRST = frozenset({"we", "i", "us", "me"})
ABOUT = frozenset({"of", "by", "with", "from", "for"})


def introduced_in(doc: Doc, attribution: Attribution) -> Iterator[Actor]:
    """Yield whom a passage introduces as the one who is asked: 'we spoke to …', 'our guest is …'."""
    for token in doc:
        headed = token.text == ":" and token.i and lemma(token.nbor(-1)) in talk("session_noun")
        named = next((one for one in doc.ents if headed and one.start == token.i + 1), None)
        actors = [
            actor
            for one in (*_asked(token), *((named.root,) if named else ()))
            if (actor := attribution.actor(one)) is not None
        ]
        best = max(actors, key=likelihood, default=None)
        if best is not None and likelihood(best) > 0:
            yield best


def names_somebody_asked(doc: Doc) -> Iterator[bool]:
    """Yield for each word whether it says that somebody was asked, be it 'her' whom the report has named."""
    return (bool(_asked(token)) for token in doc)


def names_several_asked(doc: Doc) -> bool:
    """Tell whether a passage says that two people were asked: 'we spoke to Ana Diaz and Jan Lund'."""
    asked = (one for token in doc for one in _asked(token) if one.ent_type_ == "PERSON")
    return any(other.ent_type_ == "PERSON" for one in asked for other in one.conjuncts)


def likelihood(actor: Actor) -> int:
    """Return how likely somebody is the one who is asked: a person who speaks for a party before others."""
    if actor.person is None and (actor.role is None or actor.role.endswith("s")):
        return 0
    return 1 + 2 * (actor.party is not None) + (actor.person is not None)


def _asked(token: Token) -> tuple[Token, ...]:
    """Return those of whom a word says that they were asked; several where one of them asks."""
    name = lemma(token)
    heads_line = (
        token.is_sent_start and token.nbor(1).lower_ == "with" if token.i + 1 < len(token.doc) else False
    )
    if token.pos_ in {"NOUN", "PROPN"} or heads_line:
        return _by_noun(token, name)
    if token.pos_ not in {"VERB", "AUX"} or token.sent[-1].text == "?":
        return ()
    who = subject(token)
    if who is not None and who.lower_ == "you":
        return ()
    first = who is not None and who.lower_ in FIRST
    if name in talk("asking_verb"):
        thing = first_child(token, "dobj", "nsubjpass")
        return () if thing is None else (thing,)
    if name in talk("meeting_verb"):
        return _met(token, who, first=first)
    if name in talk("talking_verb"):
        return _talked(token, who, first=first)
    if name == "reply" and who is not None and first_child(token, "ccomp") is None:
        return (who,)
    if name in talk("answering_verb") and who is not None and not first:
        things = [first_child(token, "dobj"), *(first_child(to, "pobj") for to in children(token, "prep"))]
        fits = any(thing is not None and lemma(thing) in talk("session_noun") for thing in things)
        return (who,) if fits else ()
    return _guest(token, who) if name == "be" else ()


def _by_noun(token: Token, name: str) -> tuple[Token, ...]:
    """Return whom 'an interview with …', 'a briefing by …', 'questions for …' name."""
    if name not in talk("session_noun"):
        return ()
    near = [*token.children, *token.head.children, *(word for word in token.subtree if word.lower_ == "with")]
    leading = ABOUT | {"to"} if name == "question" else ABOUT
    withs = [word for word in near if word.lower_ in leading and word.i > token.i]
    withs.sort(key=lambda word: word.lower_ != "with")
    return tuple(of for word in withs[:1] for of in children(word, "pobj"))


def _met(token: Token, who: Token | None, *, first: bool) -> tuple[Token, ...]:
    """Return whom 'we met …', 'our reporter reached …' or 'joins us' are about."""
    on = next((word for word in children(token, "prep") if word.lower_ in {"on", "up"}), None)
    thing = first_child(token, "dobj", "dative") or (first_child(on, "pobj") if on is not None else None)
    if thing is not None and lemma(thing) in talk("outlet_noun") and _is_ours(thing):
        return () if who is None or first else (who,)
    if thing is not None and thing.lower_ in {"us", "me"}:
        return () if who is None or first else (who,)
    asking = words("person_noun") | talk("teller_label") | talk("writer_noun")
    named = () if who is None else (who, *children(who, "compound"))
    asks = first or any(lemma(word) in asking for word in named)
    return (thing,) if thing is not None and asks else ()


def _is_ours(outlet: Token) -> bool:
    return any(word.lower_ in {"this", "our"} for word in children(outlet, "det", "poss"))


def _talked(token: Token, who: Token | None, *, first: bool) -> tuple[Token, ...]:
    """Return both sides of 'spoke to', 'talks with', 'sat down with'; whoever asks weighs less."""
    near = [token, *children(token, "prt", "advmod", "prep")]
    to = [word for one in near for word in children(one, "prep") if word.lower_ in {"to", "with"}]
    to += [word for word in near if word.lower_ in {"to", "with"} and word.dep_ == "prep"]
    other = next((thing for word in to for thing in children(word, "pobj")), None)
    if lemma(token) == "tell":
        other = first_child(token, "dobj", "dative")
    if other is None:
        return ()
    if other.lower_ in {"us", "me"}:
        return () if who is None else (who,)
    return (other,) if first or who is None else (who, other)


def _guest(token: Token, who: Token | None) -> tuple[Token, ...]:
    """Return who 'our guest is …', 'with us is …', 'on the line is …' bring in."""
    subjects = (child for child in children(token, "nsubj") if child.i > token.i)
    called = first_child(token, "attr") or next(subjects, None)
    if who is not None and lemma(who) == "guest" and called is not None:
        return (called,)
    if who is not None and called is not None and lemma(called) == "guest":
        return (who,)
    beside = [child for child in children(token, "prep", "advmod") if child.i < token.i]
    us = any(
        word.lower_ in FIRST | {"line", "studio", "phone", "telephone"}
        for one in beside
        for word in one.subtree
    )
    behind = [one for one in (called, own_subject(token)) if one is not None and one.i > token.i]
    return tuple(behind[:1]) if us else ()
