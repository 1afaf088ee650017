"""Interviews, briefings and speeches: what their speakers do, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as SentenceSpan
from spacy.tokens import Token

from goodoffices.statements.acts import ANSWERS, PROPOSALS, Act
from goodoffices.statements.asserted import is_courtesy, tells_something
from goodoffices.statements.attribution import Attribution
from goodoffices.statements.content import content_head, extent, target_head
from goodoffices.statements.descriptions import Verdict
from goodoffices.statements.first_person import OURS, acts_in
from goodoffices.statements.labels import talk
from goodoffices.statements.pointing import anaphor_in
from goodoffices.statements.predicates import IsSpeaker
from goodoffices.statements.quotes import verdict_of_quote
from goodoffices.statements.short_answers import refused_besides, short_act
from goodoffices.statements.sighting import Sighting, Tokens
from goodoffices.statements.statement import Actor, Manner, Modality
from goodoffices.statements.syntax import children, first_child, lemma
from goodoffices.statements.told_words import act_under, limits_of
from goodoffices.statements.voices import speaks_for

ASKING = frozenset({Act.REQUEST, Act.APPEAL})


def answers_in(sentence: SentenceSpan, speaker: Actor, attribution: Attribution) -> Iterator[Sighting]:
    """Yield what a speaker does by a sentence of its own; what is no other act is a claim.

    Args:
        sentence: The sentence.
        speaker: Whose words it is.
        attribution: Resolves the noun phrases.
    """
    said = tuple(token for token in sentence if not token.is_space)
    if not said or said[-1].text == "?" or is_courtesy(said):
        return
    is_speaker = _speaks_for(speaker, attribution)
    short = short_act(said)
    if short is not None:
        yield _sighting(sentence.root, short, said, (speaker, said), attribution)
        return
    acts = list(acts_in(said, is_speaker))
    if not acts:
        whole = verdict_of_quote(said, is_speaker)
        if whole.act is not Act.CLAIM or tells_something(said):
            yield _sighting(sentence.root, whole, said, (speaker, said), attribution)
        return
    heads = {head.i for head, _ in acts}
    for head, verdict in acts:
        clause = said if len(acts) == 1 else _clause(head, heads, said)
        yield _sighting(head, verdict, clause, (speaker, said), attribution)
        refused = refused_besides(clause, verdict)
        if refused:
            no = Verdict(Act.REJECT, refused[:1])
            yield _sighting(refused[0], no, refused, (speaker, clause), attribution)


def _speaks_for(speaker: Actor, attribution: Attribution) -> IsSpeaker:
    """Return a test whether a token stands for a speaker or its party, as in 'my government'."""
    same = speaks_for(speaker, attribution)

    def ours(token: Token) -> bool:
        whose = any(child.lower_ in OURS for child in children(token, "poss"))
        return (whose and lemma(token) in talk("own_side_noun")) or same(token)

    return ours


def _sighting(
    head: Token, verdict: Verdict, clause: Tokens, whose: tuple[Actor, Tokens], attribution: Attribution
) -> Sighting:
    speaker, said = whose
    about = _asked_for(head) if verdict.act in ASKING else verdict.content
    if about is None or about.pos_ == "ADP":
        about = verdict.content and (
            content_head(head) if head.i in {one.i for one in verdict.tokens} else None
        )
    limits = limits_of(head, None, verdict.act)
    inside = {token.i for token in said}
    limits = limits if {token.i for token in limits} <= inside else ()
    target = target_head(head, verdict.act)
    aimed = attribution.actor(target) if target is not None else None
    refused = verdict.act is Act.REJECT and clause is not said and clause[0].lower_ in {"not", "never"}
    return Sighting(
        actor=speaker,
        act=act_under(limits, verdict.act),
        manner=Manner.DIRECT,
        verb=head,
        whole=said if refused else clause,
        cue=tuple(sorted(verdict.tokens, key=lambda token: token.i)) or (head,),
        content=extent(about) if about is not None and _names_it(about, verdict.act) else clause,
        target=aimed,
        negated=verdict.negated,
        modality=Modality.CONDITIONAL if limits else verdict.modality,
        condition=limits,
        anaphor=anaphor_in(about),
        own_words=said,
        rule="answer",
    )


def _asked_for(verb: Token) -> Token | None:
    """Return what somebody is asked to do: 'to stay' in 'We have asked all of them to stay'."""
    return first_child(verb, "xcomp", "ccomp") or content_head(verb)


def _clause(head: Token, heads: set[int], said: Tokens) -> Tokens:
    """Return the words of one of several clauses of a sentence, without the others and loose marks."""
    inside = {token.i for token in said}
    apart = {word.i for word in head.subtree if word.i in heads and word.i != head.i for word in word.subtree}
    words = [word for word in head.subtree if word.i in inside and word.i not in apart]
    while len(words) > 1 and (words[-1].is_punct or words[-1].dep_ == "cc"):
        words.pop()
    while len(words) > 1 and (words[0].is_punct or words[0].dep_ == "cc"):
        words.pop(0)
    return tuple(words)


def _names_it(about: Token, act: Act) -> bool:
    """Tell whether the object of an act says by itself what is accepted or demanded; 'what' does not."""
    return act in ANSWERS | PROPOSALS | {Act.DEMAND, Act.DENY, Act.REQUEST} and about.tag_ not in {
        "WP",
        "WDT",
        "WRB",
    }
