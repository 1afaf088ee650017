"""Clauses without 'that' whose verb the parse takes for a noun: 'a charge Togo dismisses'."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Span as SentenceSpan
from spacy.tokens import Token

from goodoffices.statements.acts import Act, Cue, cues
from goodoffices.statements.attribution import Attribution
from goodoffices.statements.content import extent
from goodoffices.statements.lexicon import words
from goodoffices.statements.sighting import Sighting, Tokens
from goodoffices.statements.statement import Actor, Manner
from goodoffices.statements.syntax import lemma, subtree

SIBILANTS = ("s", "x", "z", "ch", "sh")


@cache
def present_forms() -> dict[str, Cue]:
    """Return the cues by the form that ends in 's': 'dismisses', 'denies'."""
    return {_present(cue.lemma): cue for (_, particle), cue in cues().items() if not particle}


def _present(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(SIBILANTS) else f"{verb}s"


def contact_acts(sentence: SentenceSpan, attribution: Attribution, taken: set[int]) -> Iterator[Sighting]:
    """Yield the acts in clauses whose verb is read as a noun.

    Args:
        sentence: The sentence.
        attribution: Resolves the noun phrases.
        taken: Tokens that are somebody's words already, or cues of an act that has been found.
    """
    for token in sentence:
        cue = present_forms().get(token.lower_) if token.tag_ == "NNS" else None
        if cue is None or token.i in taken or token.i == sentence.start:
            continue
        who = token.nbor(-1)
        actor = attribution.actor(who) if who.dep_ == "compound" and who.head.i == token.i else None
        if actor is not None and _ends(token):
            yield from _told(token, cue, who, actor)


def _ends(token: Token) -> bool:
    return token.i + 1 >= token.sent.end or token.nbor(1).is_punct or token.nbor(1).pos_ in {"AUX", "ADV"}


def _told(token: Token, cue: Cue, who: Token, actor: Actor) -> Iterator[Sighting]:
    own = {one.i for one in token.subtree}
    if token.dep_ == "csubj":
        named = next((one for one in token.head.children if one.dep_ in {"attr", "ccomp"}), None)
        content = extent(named) if named is not None else ()
    elif token.dep_ == "appos" and cue.neutral:
        content = tuple(one for one in subtree(token.head.head) if one.i not in own)
        content = content[:-1] if content[-1].is_punct else content
    elif token.dep_ == "appos":
        content = extent(token.head, {token.i})
    else:
        return
    alleged = token.dep_ == "appos" and lemma(token.head) in words("alleged_noun")
    act = Act.DENY if alleged and cue.act is Act.REJECT else cue.act
    if content and not (cue.neutral and token.dep_ == "csubj"):
        yield _sighting(token, act, content, who, actor, said=cue.neutral)


def _sighting(token: Token, act: Act, content: Tokens, who: Token, actor: Actor, *, said: bool) -> Sighting:
    whole = sorted({*content, *subtree(who), token}, key=lambda one: one.i)
    return Sighting(
        actor=actor,
        act=act,
        manner=Manner.INDIRECT if said else Manner.NARRATED,
        verb=token,
        whole=tuple(whole),
        cue=(token,),
        content=content,
        own_words=content if said else (),
        rule="contact clause",
    )
