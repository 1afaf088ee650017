"""Interviews: who is asked, and what the answers do."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as SentenceSpan

from goodoffices.statements.acts import ANSWERS, PROPOSALS, Act
from goodoffices.statements.attribution import Attribution
from goodoffices.statements.clauses import is_asserted
from goodoffices.statements.content import extent, says_what
from goodoffices.statements.coreference import Discourse
from goodoffices.statements.descriptions import Verdict
from goodoffices.statements.openings import Part, Turn
from goodoffices.statements.pointing import anaphor_in
from goodoffices.statements.predicates import read_clause
from goodoffices.statements.quotes import verdict_of_quote
from goodoffices.statements.sighting import Sighting, Tokens
from goodoffices.statements.statement import Actor, Manner
from goodoffices.statements.syntax import children, first_child, lemma, own_subject, subject
from goodoffices.statements.voices import speaks_for


def interviewee_in(doc: Doc, attribution: Attribution) -> Actor | None:
    """Return whom an introduction says was asked: 'an interview with …', 'we spoke to …'."""
    for token in doc:
        asked = _asked(token)
        actor = attribution.actor(asked) if asked is not None else None
        if actor is not None:
            return actor
    return None


def _asked(token: Token) -> Token | None:
    if lemma(token) == "interview" and token.pos_ == "VERB":
        return first_child(token, "dobj", "nsubjpass")
    if lemma(token) == "interview":
        withs = (word for word in (*token.children, *token.head.children) if word.lower_ == "with")
        return next((of for word in withs for of in children(word, "pobj")), None)
    if lemma(token) == "meet" and token.pos_ == "VERB":
        who = subject(token)
        return first_child(token, "dobj") if who is not None and who.lower_ == "we" else None
    if lemma(token) == "speak" and token.pos_ == "VERB":
        who = subject(token)
        first = who is not None and who.lower_ in {"we", "i"}
        to = next((word for word in children(token, "prep") if word.lower_ in {"to", "with"}), None)
        return None if to is None else first_child(to, "pobj") if first else who
    return None


def speaker_of(turn: Turn, interviewee: Actor | None, discourse: Discourse) -> Actor | None:
    """Return whose words a passage is; None for questions and where the report leaves it open."""
    if turn.part is Part.ANSWER:
        return interviewee
    return discourse.known_person(turn.name or "") if turn.part is Part.NAMED else None


def answers_in(sentence: SentenceSpan, speaker: Actor, attribution: Attribution) -> Iterator[Sighting]:
    """Yield what a speaker does by a sentence of its own, where it is more than a claim.

    Args:
        sentence: The sentence.
        speaker: Whose words it is.
        attribution: Resolves the noun phrases.
    """
    said = tuple(token for token in sentence if not token.is_space)
    if not said or said[-1].text == "?":
        return
    verdict = _own_act(said, speaker, attribution) or verdict_of_quote(said, speaks_for(speaker, attribution))
    about = verdict.content
    content = extent(about) if about is not None and _names_it(about, verdict.act) else said
    vague = verdict.act in PROPOSALS | {Act.DEMAND} and about is not None and not says_what(extent(about))
    if verdict.act is Act.CLAIM or vague:
        return
    yield Sighting(
        actor=speaker,
        act=verdict.act,
        manner=Manner.DIRECT,
        verb=sentence.root,
        whole=said,
        cue=tuple(sorted(verdict.tokens, key=lambda token: token.i)) or (sentence.root,),
        content=content,
        negated=verdict.negated,
        modality=verdict.modality,
        anaphor=anaphor_in(about),
        own_words=said,
        rule="answer",
    )


def _names_it(about: Token, act: Act) -> bool:
    """Tell whether the object of an answer says by itself what is accepted or rejected; 'what' does not."""
    return act in ANSWERS and about.tag_ not in {"WP", "WDT", "WRB"}


def _own_act(said: Tokens, speaker: Actor, attribution: Attribution) -> Verdict | None:
    """Return the first act that the speaker does in the first person: 'We proposed …', 'We reject …'."""
    for verb in said:
        who = own_subject(verb) if verb.pos_ in {"VERB", "AUX"} else None
        if who is not None and who.lower_ in {"we", "i"}:
            verdict = read_clause(verb, speaks_for(speaker, attribution))
            if verdict.act is not Act.CLAIM and is_asserted(verb):
                return verdict
    return None
