"""Keep the relations of a sentence and the earlier cases that it names, each with its voice."""

from __future__ import annotations

from spacy.tokens import Span as SentenceSpan
from spacy.tokens import Token

from goodoffices.statements.conduct import find_conduct
from goodoffices.statements.denials import find_denials, told_here
from goodoffices.statements.lexicon import words
from goodoffices.statements.notes import Notes
from goodoffices.statements.passage import Passage
from goodoffices.statements.precedent_years import stated_date
from goodoffices.statements.precedents import PrecedentSighting, find_precedents
from goodoffices.statements.quotes import quote_spans
from goodoffices.statements.relations import find_relations
from goodoffices.statements.sighting import Tokens
from goodoffices.statements.speech import Finder
from goodoffices.statements.statement import Actor, PrecedentMention, Relation
from goodoffices.statements.syntax import lemma

NEAR = 2
"""Characters between two sentences that follow each other."""


def keep_cases(sentence: SentenceSpan, passage: Passage, finder: Finder, notes: Notes) -> None:
    """Keep the relations of a sentence and the earlier cases that it names."""
    passage.attribution.discourse.scene.speaking = finder.voices
    earlier = [one.name for one in notes.precedents]
    last = notes.precedents[-1].evidence if notes.precedents else None
    precedents = keep_precedents(sentence, passage, finder, notes)
    conduct = find_conduct(
        sentence,
        passage.attribution,
        [one.tokens for one in precedents],
        earlier=earlier,
        just_before=last is not None and 0 <= passage.span.start + sentence.start_char - last.end <= NEAR,
    )
    found = tuple(find_relations(sentence, passage.attribution))
    notes.charges += told_here(found, passage.attribution, finder.voices)
    denied = tuple(find_denials(sentence, passage.attribution, notes.charges))
    for relation in (*found, *denied, *conduct):
        notes.relations.append(
            Relation(
                id=notes.next_id("r", notes.relations),
                kind=relation.kind,
                source=relation.source,
                target=relation.target,
                evidence=passage.cite(relation.whole),
                means=passage.cite(relation.means) if relation.means else None,
                claimed_by=relation.by or _claimed_by(relation.anchor, finder),
                negated=relation.negated,
            )
        )


def keep_precedents(
    sentence: SentenceSpan, passage: Passage, finder: Finder, notes: Notes
) -> tuple[PrecedentSighting, ...]:
    """Keep the earlier cases that a sentence names and return them."""
    today = passage.report.date or stated_date(passage.report.text)
    precedents = tuple(find_precedents(sentence, today=today, attribution=passage.attribution))
    for precedent in precedents:
        notes.precedents.append(
            PrecedentMention(
                id=notes.next_id("p", notes.precedents),
                name=precedent.name,
                evidence=passage.cite(tuple(token for token in sentence if not token.is_space)),
                year=precedent.year,
                claimed_by=_voice(precedent.tokens, finder),
            )
        )
    return precedents


def _claimed_by(anchor: Token, finder: Finder) -> Actor | None:
    """Return who says so: a noun such as 'invasion' in a paraphrase is the report's choice of word.

    Only within quotation marks is it the speaker's own.
    """
    if anchor.pos_ == "NOUN" and lemma(anchor) in words("attack_noun"):
        inside = any(start <= anchor.idx < end for start, end in quote_spans(anchor.doc.text))
        return finder.voices.get(anchor.i) if inside else None
    return finder.voices.get(anchor.i)


def _voice(tokens: Tokens, finder: Finder) -> Actor | None:
    return next((finder.voices[token.i] for token in tokens if token.i in finder.voices), None)
