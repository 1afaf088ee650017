"""Everything that a report attributes to anybody: who says, thinks or wants what, by which words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from goodoffices.reports.report import Report, Span
from goodoffices.statements.ascribing import ascribe
from goodoffices.statements.ascription import Ascription, Ledger
from goodoffices.statements.attributing_words import frames_of
from goodoffices.statements.evidence import Evidence, cite
from goodoffices.statements.passage import Parse, as_heard, cite_tokens, parse_all, parse_text, parts_of
from goodoffices.statements.sighting import Tokens
from goodoffices.statements.sources import source_of
from goodoffices.statements.speaking_turns import Part, Turn

FEWEST_WORDS = 3
LONGEST_LABEL = 60
LABEL = re.compile(r"(?P<name>[A-Z][\w.'’ -]*?)[*_]*(?P<colon>:)[*_]*\s*\Z")
"""The name before a passage of a transcript."""


@dataclass(frozen=True, slots=True)
class Attributed:
    """Something that a report attributes to somebody.

    Attributes:
        source: The words for whom it is attributed to, in one or more stretches; none where the report
            names nobody, as in "is said to".
        cue: The words that attribute it.
        content: The words that are attributed, in one or more stretches.
        quoted: Whether the content is a quotation.
        rule: Name of the rule that found it.
    """

    source: tuple[Evidence, ...]
    cue: tuple[Evidence, ...]
    content: tuple[Evidence, ...]
    quoted: bool
    rule: str


def attributions(report: Report, parse: Parse) -> tuple[Attributed, ...]:
    """Return everything that a report attributes to anybody, in order of the text.

    Statements tell what parties of a peace process do by what they say; these are all attributions, of
    anyone, and nothing is left out because of who says it or what it does.

    Args:
        report: The report; boilerplate is not read.
        parse: The dependency parser: takes a text and returns its parse.
    """
    parts, heard = parts_of(report), as_heard(report)
    docs = parse_all(parse, (parse_text(heard.cut(span)) for span, _ in parts))
    found: list[Attributed] = []
    run: list[Told] = []
    for (span, turn), doc in zip(parts, docs, strict=True):
        if turn is None or turn.part in {Part.NARRATION, Part.ADDRESS}:
            run.append(Told(report, span, ascribe(doc)))
            continue
        found += _joined(run)
        run = []
        if turn.part is Part.NAMED:
            found += _labelled(report, span, turn)
    return (*found, *_joined(run))


def _labelled(report: Report, span: Span, turn: Turn) -> Iterator[Attributed]:
    """Yield what a passage of a transcript says with the name before it as its source.

    A passage that goes on without a name of its own is left out, as its source stands elsewhere.
    """
    label = LABEL.search(report.text, max(0, span.start - LONGEST_LABEL), span.start)
    if turn.start > 0 and label is not None:
        source, colon = (cite(report, label.start(part), label.end(part)) for part in ("name", "colon"))
        words = cite(report, span.start, span.end)
        yield Attributed((source,), (colon,), (words,), quoted=False, rule="label")


@dataclass(frozen=True, slots=True)
class Told:
    """What a passage attributes to somebody.

    Attributes:
        report: The report.
        span: Where the passage stands in it.
        ledger: What it attributes.
    """

    report: Report
    span: Span
    ledger: Ledger

    def cited(self, tokens: Tokens) -> tuple[Evidence, ...]:
        """Return tokens as evidence, one for each stretch in which they stand side by side."""
        runs: list[list[Token]] = []
        for token in tokens:
            if runs and runs[-1][-1].i == token.i - 1:
                runs[-1].append(token)
            else:
                runs.append([token])
        return tuple(cite_tokens(self.report, self.span, run) for run in runs)

    def attributed(self, one: Ascription) -> Attributed:
        """Return an ascription with its words as evidence."""
        parts = (
            tuple(sorted(part, key=lambda token: token.i)) for part in (one.source, one.cue, one.content)
        )
        source, cue, content = (self.cited(part) for part in parts)
        return Attributed(source, cue, content, one.quoted, one.rule)


def _joined(passages: list[Told]) -> Iterator[Attributed]:
    """Yield what each passage attributes, with what only the passages together tell.

    A quotation goes on in the next passage; a speaker before a colon speaks in the next passage.
    """
    last: Attributed | None = None
    waiting: Attributed | None = None
    for told in passages:
        opening, found = told.ledger.opening, [told.attributed(one) for one in told.ledger.found]
        if waiting is not None and (opening is not None or waiting.rule == "block"):
            said = told.ledger.tokens(opening.range) if opening is not None else tuple(told.ledger.doc)
            last = replace(waiting, content=told.cited(said), quoted=opening is not None, rule="block")
            found = found if opening is not None else []
        elif last is not None and opening is not None:
            last = replace(last, content=(*last.content, *told.cited(told.ledger.tokens(opening.range))))
        elif last is not None:
            yield last
            last = None
        if found:
            yield from (*([last] if last is not None else []), *found[:-1])
            last = found[-1]
        waiting = _before_colon(told)
        if last is not None and (waiting is not None or not last.quoted):
            yield last
            last = None
    if last is not None:
        yield last


def _before_colon(told: Told) -> Attributed | None:
    """Return who is about to speak where a passage ends with a colon: 'He wrote:'."""
    said = [token for token in told.ledger.doc if not token.is_space]
    if len(said) < FEWEST_WORDS or said[-1].text != ":":
        return None
    verbs = [
        token
        for token in said[-1].sent
        if token.pos_ == "VERB"
        and token.dep_ != "amod"
        and token.i not in told.ledger.taken
        and token.i not in told.ledger.inside
    ]
    speaking = [verb for verb in verbs if (known := frames_of(verb)) is not None and known[0].quote]
    verb = next(iter(speaking[-1:] or verbs), None)
    source = source_of(verb, told.ledger.inside) if verb is not None else ()
    if verb is None or not source:
        return None
    rule = "block" if speaking else "colon"
    return Attributed(
        told.cited(tuple(sorted(source, key=lambda token: token.i))), told.cited((verb,)), (), True, rule
    )
