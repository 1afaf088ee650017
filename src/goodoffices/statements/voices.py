"""Whose words a sentence gives: by quotation marks, by 'according to', and who does what a verb says."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Token

from goodoffices.statements.acts import Act
from goodoffices.statements.attribution import Attribution
from goodoffices.statements.clauses import clause_of, cue_of, is_put_by, set_off_clauses
from goodoffices.statements.content import extent
from goodoffices.statements.coreference import SPEAKER, is_pronoun
from goodoffices.statements.lexicon import words
from goodoffices.statements.misread import real_doer
from goodoffices.statements.phrases import is_office
from goodoffices.statements.predicates import IsSpeaker, read_clause
from goodoffices.statements.provisos import condition
from goodoffices.statements.quotes import speech_verbs_near, stands_between, verdict_of_quote
from goodoffices.statements.rendering import manner
from goodoffices.statements.sighting import Sighting, Tokens
from goodoffices.statements.statement import Actor, Manner, Modality
from goodoffices.statements.syntax import (
    agent,
    children,
    first_child,
    is_negated,
    is_passive,
    lemma,
    misread_subject,
    subject,
    subject_tokens,
)
from goodoffices.statements.unnamed_doers import by_deed

VIEWS = frozenset({"view", "opinion", "eye", "judgement", "judgment", "reading"})
UPWARDS = frozenset({"ccomp", "xcomp", "advcl", "conj", "prep", "pobj"})


def doers(
    verb: Token, attribution: Attribution, taken: Collection[int]
) -> tuple[Token | None, tuple[Actor, ...]]:
    """Return who says or does what a verb says: its subject, or the agent of a passive.

    Args:
        verb: The verb.
        attribution: Resolves the noun phrases.
        taken: Tokens that are somebody's words already; nobody named there acts in the report's voice.
    """
    by_agent = is_passive(verb) or (verb.dep_ == "acl" and verb.tag_ == "VBN") or is_put_by(verb)
    plain = agent(verb) if by_agent else _issuer(verb) or subject(verb) or misread_subject(verb)
    who = real_doer(verb) or plain
    enacting = attribution.roll.enacting
    if who is None and enacting is not None and verb.tag_ == "VBG" and verb.dep_ == "ROOT":
        return verb, (enacting,)  # 'Expressing its concern', among the grounds of a resolution
    if who is None or who.i in taken or attribution.discourse.may_be_text(who, lemma(verb)):
        return None, ()
    excepted = {
        attribution.actor(one) for one in who.subtree if one.i > who.i and one.nbor(-1).lower_ == "not"
    }
    found = attribution.actors(who) or by_deed(who, verb, attribution)
    return who, tuple(one for one in found if one not in excepted)


def _issuer(verb: Token) -> Token | None:
    """Return who issued the text in 'Sudan issued a statement rejecting the map'."""
    text = verb.head
    written = verb.dep_ == "acl" and verb.tag_ == "VBG" and lemma(text) in words("document_noun")
    return subject(text.head) if written and text.dep_ == "dobj" else None


def speaks_for(speaker: Actor, attribution: Attribution) -> IsSpeaker:
    """Return a test whether a token stands for a speaker or for the party that it speaks for."""

    def same(token: Token) -> bool:
        if is_pronoun(token, SPEAKER):
            return True
        actor = attribution.actor(token)
        if (actor is None or actor.party is None) and _is_own(token):
            return True  # 'its army would leave, Kenya said'
        if actor is None:
            return False
        if speaker.party is None and speaker.person is None:
            return actor.party is None and actor.text == speaker.text
        if speaker.party is None:
            return actor.person == speaker.person
        return actor.party == speaker.party

    return same


def _is_own(token: Token) -> bool:
    """Tell whether a noun names an organ or force that is 'its' or 'his', or 'a delegation' to be sent."""
    if lemma(token) in words("sent_noun"):
        return any(one.lower_ in {"a", "an"} or one.tag_ == "PRP$" for one in token.children)
    whose = any(is_pronoun(one) for one in children(token, "poss"))
    return whose and (is_office(token) or lemma(token) in words("own_means_noun"))


def by_source(preposition: Token, attribution: Attribution, taken: Collection[int]) -> Iterator[Sighting]:
    """Yield what is said 'according to' somebody or 'in their view', given the first word."""
    to = first_child(preposition, "prep")
    source = first_child(to or preposition, "pobj")
    if preposition.lower_ == "in":
        source = _whose_view(source) if source is not None and lemma(source) in VIEWS else None
    head = preposition.head
    while head.dep_ in UPWARDS and head.head.i != head.i:
        head = head.head
    if source is None or head.i in taken or head.pos_ not in {"VERB", "AUX"}:
        return
    for actor in attribution.actors(source)[:1]:
        verdict = read_clause(head, speaks_for(actor, attribution))
        content = extent(head, (preposition.i,))
        yield Sighting(
            actor=actor,
            act=verdict.act,
            manner=manner(content),
            verb=head,
            whole=tuple(head.subtree),
            cue=(preposition, *((to,) if to else ())),
            content=content,
            own_words=content,
            negated=verdict.negated,
            modality=verdict.modality,
            rule="according to",
        )


def _whose_view(view: Token) -> Token | None:
    """Return whose view it is: 'in their view', 'in the view of Mali'."""
    of = next((one for one in children(view, "prep") if one.lower_ == "of"), None)
    return first_child(view, "poss") or (None if of is None else first_child(of, "pobj"))


def by_quotation(
    quote: Tokens, attribution: Attribution, taken: Collection[int], before: Sighting | None
) -> tuple[Sighting, ...]:
    """Return what is said word for word, one sighting for each who says it.

    Args:
        quote: The quotation.
        attribution: Resolves the noun phrases.
        taken: Tokens that are somebody's words already.
        before: The quotation before, whose speaker goes on where this one fills its sentences alone.
    """
    for verb in speech_verbs_near(quote):
        found = cue_of(verb)
        _, actors = doers(verb, attribution, taken)
        if not actors or found is None or is_negated(verb):
            continue
        if _is_part(quote, verb) or (lemma(verb) == "ask" and quote[-1].text == "?"):
            return ()
        outside = [token for token in verb.sent if stands_between(token, verb, quote)]
        whole = (*outside, *quote, verb, *subject_tokens(verb))
        given = None if found[0].neutral else found[0].act
        return tuple(spoken(quote, actor, verb, (found[1], whole, given), attribution) for actor in actors)
    if before is not None and _goes_on(quote, before):
        shown = (before.cue, (*before.whole, *quote), None)
        return (spoken(quote, before.actor, before.verb, shown, attribution),)
    return ()


def spoken(
    quote: Tokens,
    actor: Actor,
    verb: Token,
    shown: tuple[Tokens, Tokens, Act | None],
    attribution: Attribution,
) -> Sighting:
    """Return what somebody says by a quotation.

    Args:
        quote: The quotation.
        actor: Who says it.
        verb: The verb by which the report says so, or what stands for it.
        shown: The cue, the evidence, and the act where the verb alone decides it.
        attribution: Resolves the noun phrases.
    """
    cue, whole, act = shown
    opening = quote[0].doc[quote[0].i - 1 : quote[0].i] if quote[0].i else ()
    whole = (*whole, *(mark for mark in opening if mark.is_quote))
    verdict = verdict_of_quote(quote, speaks_for(actor, attribution))
    limits = _condition_in(verdict.tokens, quote)
    return Sighting(
        actor=actor,
        act=verdict.act if act is None else act,
        manner=Manner.DIRECT,
        verb=verb,
        whole=tuple(sorted(set(whole), key=lambda token: token.i)),
        cue=cue,
        content=quote[:-1] if quote[-1].text == "," else quote,
        own_words=quote,
        negated=verdict.negated and act is None,
        modality=Modality.CONDITIONAL if limits else verdict.modality,
        condition=limits,
        rule="quotation" if act is None else "performed quotation",
    )


def _condition_in(shown: Tokens, quote: Tokens) -> Tokens:
    """Return the condition that stands with the verb of an act inside a quotation."""
    inside = {token.i for token in quote}
    found = (condition(verb) for verb in shown if verb.pos_ in {"VERB", "AUX", "ADJ"})
    return next((limits for limits in found if limits and {token.i for token in limits} <= inside), ())


def _is_part(quote: Tokens, verb: Token) -> bool:
    """Tell whether a quotation is part of a paraphrase: 'said that it would leave “to make peace easier”'."""
    clause = clause_of(verb)
    if clause is None or clause.i in set_off_clauses(verb):
        return False
    outside = not quote[0].i <= clause.i <= quote[-1].i
    return outside and any(one.i == clause.i for one in quote[0].ancestors)


def _goes_on(quote: Tokens, before: Sighting) -> bool:
    """Tell whether nothing but marks stands between the sentence of one quotation and the next quotation."""
    doc = quote[0].doc
    end = max(before.whole[-1].sent.end, before.verb.sent.end)
    between = doc[end : quote[0].i]
    alone = doc[quote[-1].i + 1 : quote[-1].sent.end]
    near = quote[0].i >= end
    marks = all(token.is_punct or token.is_quote or token.is_space for token in (*between, *alone))
    return near and marks
