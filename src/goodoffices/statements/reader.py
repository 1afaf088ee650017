"""Read a report: who says or does what, with the words that show it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span as SentenceSpan

from goodoffices.reports.report import Report
from goodoffices.statements.acts import PROPOSALS
from goodoffices.statements.affiliation_clues import clues_in, last_names
from goodoffices.statements.answers import link_answers
from goodoffices.statements.ascribing import ascribe
from goodoffices.statements.attribution import Attribution
from goodoffices.statements.authors import note_authors
from goodoffices.statements.beneficiary import beneficiary_of
from goodoffices.statements.cast import Speakers
from goodoffices.statements.casting import speakers_of
from goodoffices.statements.coreference import is_pronoun
from goodoffices.statements.days import date_of
from goodoffices.statements.decided_points import author_of, deciding, points
from goodoffices.statements.distances import find_distances
from goodoffices.statements.era import era_of
from goodoffices.statements.evidence import cite
from goodoffices.statements.headlines import without_headlines
from goodoffices.statements.interviews import answers_in
from goodoffices.statements.keep_cases import keep_cases, keep_precedents
from goodoffices.statements.lexicon import issue_taxonomy, issues_in, words
from goodoffices.statements.loose_speech import announced_speaker, last_speaker
from goodoffices.statements.names import Names, find_mentions
from goodoffices.statements.notes import Notes
from goodoffices.statements.options import find_options
from goodoffices.statements.passage import Parse, Passage, as_heard, parse_all, parse_text, parts_of
from goodoffices.statements.quotes import direct_quotes
from goodoffices.statements.report_day import day_of
from goodoffices.statements.scene import Scene
from goodoffices.statements.short_names import with_short_names
from goodoffices.statements.sighting import Sighting, Tokens
from goodoffices.statements.speaking_turns import Part, Turn
from goodoffices.statements.speech import Finder
from goodoffices.statements.statement import (
    DistanceMention,
    IssueMention,
    OptionMention,
    Reading,
    Statement,
)
from goodoffices.statements.syntax import SUBJECTS, lemma

NAMED_AT = SUBJECTS | {"dobj", "pobj", "poss", "attr", "conj", "appos", "agent"}


def read_report(report: Report, parse: Parse, names: Names) -> Reading:
    """Return everything that the rules find in a report; boilerplate is not read.

    Args:
        report: The report.
        parse: The dependency parser: takes a text and returns its parse.
        names: Names of states, organisations and people.
    """
    notes, day = Notes(), day_of(report)
    names = names if day is not None else replace(names, era=era_of(report.text, names))
    parts, heard = parts_of(report), as_heard(report)
    speakers = speakers_of(heard, parts, parse, names)
    discourse, roll = speakers.discourse, speakers.roll
    talks = any(turn is not None for _, turn in parts)
    listed = points(heard.cut(span) if turn is None else "" for span, turn in parts)
    texts = (
        parse_text(point.text(heard.cut(span)) if point else heard.cut(span), spoken=turn is not None)
        for (span, turn), point in zip(parts, listed, strict=True)
    )
    discourse.author = author_of(heard, roll)
    for (span, turn), point, doc in zip(parts, listed, parse_all(parse, texts), strict=True):
        roll.enacting = deciding(point, roll) if point is not None else None
        if point is not None:
            discourse.papers.clear()  # what a list calls 'it' is who decides
        mentions = with_short_names(doc, find_mentions(doc, names, day), roll)
        passage = Passage(report, span, doc, Attribution(names.gazetteer, mentions, discourse, roll))
        if turn is None or turn.part is Part.NARRATION:
            _read_passage(passage, notes)
            if talks:
                speakers.cast.introduce(doc, passage.attribution)
        else:
            _read_turn(passage, turn, notes, speakers)
    statements = _with_parties(notes.statements, discourse.scene)
    statements = without_headlines(statements, report, notes.verbs.values())
    came_after = {id_: notes.verbs[verb] for id_, verb in notes.after.items() if verb in notes.verbs}
    return Reading(
        statements=link_answers(statements, notes.pointers, came_after, names.gazetteer),
        relations=tuple(notes.relations),
        precedents=tuple(notes.precedents),
        options=tuple(notes.options),
        distances=tuple(notes.distances),
        issues=tuple(_issue_mentions(report)),
    )


def _with_parties(statements: Sequence[Statement], scene: Scene) -> list[Statement]:
    """Return statements with the parties for which the report says only later that people act."""
    return [replace(one, actor=scene.acting(one.actor)) for one in statements]


def _read_turn(passage: Passage, turn: Turn, notes: Notes, speakers: Speakers) -> None:
    """Read a passage of an interview: its sentences are a speaker's words and tell nothing for the report."""
    attribution = passage.attribution
    speaker = speakers.of(turn)
    if speaker is None and turn.part is Part.ANSWER:
        speaker = speakers.unnamed(passage.report.text[: passage.span.start])
    finder = Finder(attribution)
    finder.taken |= {token.i for token in passage.doc}
    attribution.discourse.quoted = frozenset()
    if speaker is not None:
        finder.voices |= {token.i: speaker for token in passage.doc}
    before: SentenceSpan | None = None
    for sentence in passage.doc.sents:
        attribution.discourse.sentence += 1
        _note_names(sentence, attribution)
        if speaker is not None:
            for sighting in answers_in(sentence, speaker, attribution):
                _keep_statement(sighting, passage, notes)
            keep_cases(sentence, passage, finder, notes)
        else:
            keep_precedents(sentence, passage, finder, notes)
        if turn.part is not Part.QUESTION:
            _keep_open(sentence, before, passage, notes, owned=frozenset())
        before = sentence
    if turn.part is Part.QUESTION:
        speakers.cast.introduce(passage.doc, attribution, in_question=True)


def _read_passage(passage: Passage, notes: Notes) -> None:
    attribution = passage.attribution
    for clue in clues_in(passage.doc, attribution, last_names(attribution.discourse.people)):
        if clue.person is not None and clue.post.party is not None:
            known = attribution.discourse.known_person(clue.person)
            name = known.person if known is not None and known.person else clue.person
            attribution.discourse.scene.serving.setdefault(name, clue.post.party)
    note_authors(passage.doc, attribution)
    attribution.discourse.opened = attribution.discourse.sentence + 1
    ledger = ascribe(passage.doc)
    finder = Finder(attribution, ledger=ledger, speaker=notes.speaker)
    quotes = direct_quotes(passage.doc)
    attribution.discourse.quoted = frozenset(token.i for quote in quotes for token in quote)
    finder.taken |= attribution.discourse.quoted
    before: SentenceSpan | None = None
    for sentence in passage.doc.sents:
        attribution.discourse.sentence += 1
        _note_names(sentence, attribution)
        here = tuple(quote for quote in quotes if sentence.start <= quote[-1].i < sentence.end)
        for sighting in finder.sentence(sentence, here):
            _keep_statement(sighting, passage, notes)
        keep_cases(sentence, passage, finder, notes)
        _keep_open(sentence, before, passage, notes, owned=finder.taken)
        before = sentence
    notes.speaker = announced_speaker(ledger, attribution) or last_speaker(ledger, finder.quotation)
    if finder.quotation is not None:
        attribution.discourse.scene.voices.append(finder.quotation.actor)


def _note_names(sentence: SentenceSpan, attribution: Attribution) -> None:
    """Remember everyone named in a sentence, in order, so that later pronouns can reach back to them."""
    for token in sentence:
        if token.pos_ == "NOUN" and lemma(token) in words("document_noun"):
            attribution.discourse.papers.add(attribution.discourse.sentence)
        if token.dep_ in NAMED_AT:
            actor = attribution.actor(token)
            if actor is not None and is_pronoun(token) and token.dep_ in SUBJECTS:
                attribution.discourse.note(actor, token)
            is_thing = actor is None and token.head.dep_ == "ROOT" and not is_pronoun(token)
            if is_thing and token.dep_ in SUBJECTS:
                attribution.discourse.topics.add(attribution.discourse.sentence)


def _keep_statement(sighting: Sighting, passage: Passage, notes: Notes) -> None:
    id_ = notes.next_id("s", notes.statements)
    content = passage.cite(sighting.content) if sighting.content else None
    condition = passage.cite(sighting.condition) if sighting.condition else None
    whole = passage.cite((*sighting.whole, *sighting.cue))
    told = notes.told.earlier(sighting, content)
    if told is not None:
        notes.verbs[passage.span.start, sighting.verb.i] = told
        return
    notes.statements.append(
        Statement(
            id=id_,
            actor=sighting.actor,
            act=sighting.act,
            manner=sighting.manner,
            evidence=whole,
            cue=passage.cite(sighting.cue),
            content=content,
            target=sighting.target,
            beneficiary=beneficiary_of(sighting, passage.attribution),
            negated=sighting.negated,
            modality=sighting.modality,
            condition=condition,
            reasons=tuple(passage.cite(reason) for reason in sighting.reasons),
            issues=issues_in(*(part.exact for part in (content or whole, condition) if part is not None)),
            date=date_of(sighting.verb),
            rule=sighting.rule,
        )
    )
    notes.told.add(sighting, content, id_)
    notes.verbs[passage.span.start, sighting.verb.i] = id_
    if sighting.anaphor is not None:
        notes.pointers[id_] = lemma(sighting.anaphor)
    if sighting.after is not None:
        notes.after[id_] = (passage.span.start, sighting.after.i)


def _keep_open(
    sentence: SentenceSpan,
    before: SentenceSpan | None,
    passage: Passage,
    notes: Notes,
    *,
    owned: Collection[int],
) -> None:
    """Keep options and distances; words that are `owned` are somebody's and name nobody's options."""
    for option in find_options(sentence, before):
        if not {token.i for token in option.content} & set(owned):
            _keep_option(option.content, option.whole, passage, notes)
    for distance in find_distances(sentence, before, passage.attribution):
        id_ = notes.next_id("d", notes.distances)
        notes.distances.append(
            DistanceMention(id_, passage.cite(distance.whole), distance.parties, distance.issues)
        )


def _keep_option(content: Tokens, whole: Tokens, passage: Passage, notes: Notes) -> None:
    """Keep an option; it belongs to the plan or proposal that the sentence before it tells of."""
    cited = passage.cite(content)
    near = [
        statement.id
        for statement in notes.statements
        if statement.act in PROPOSALS and passage.span.start <= statement.evidence.start < cited.start
    ]
    id_ = notes.next_id("o", notes.options)
    notes.options.append(
        OptionMention(id_, cited, passage.cite(whole), near[-1] if near else None, issues_in(cited.exact))
    )


def _issue_mentions(report: Report) -> Iterator[IssueMention]:
    for issue in issue_taxonomy():
        found = tuple(
            cite(report, match.start(), match.end())
            for span in report.readable()
            for match in issue.pattern.finditer(report.text, span.start, span.end)
        )
        if found:
            yield IssueMention(issue.id, found)
