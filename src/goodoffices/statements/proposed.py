"""Statements that a language model proposes: what is kept of them, and why the rest is dropped.

A model gives words, never offsets and never numbers of its own. Everything that it gives has to stand in the
report, and each proposal waits for a person.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from goodoffices.errors import ReaderError
from goodoffices.reports.report import Report, Span
from goodoffices.statements.acts import Act
from goodoffices.statements.coreference import PRONOUNS
from goodoffices.statements.evidence import Evidence, cite
from goodoffices.statements.gazetteer import Gazetteer
from goodoffices.statements.lexicon import issues_in
from goodoffices.statements.statement import Actor, Manner, Statement
from goodoffices.statements.verbatim import find_verbatim, fold

MOST = 200
"""Statements that one reply may hold."""

Words = Annotated[str, Field(min_length=1, max_length=5_000)]


class Proposed(BaseModel):
    """One statement as a model gives it: every field but the act is copied from the text, word for word."""

    model_config = ConfigDict(extra="forbid")

    actor: Words = Field(description="Who says or does it: the words of the quote that name them.")
    act: Act = Field(description="What they do.")
    quote: Words = Field(description="The sentence or clause that shows it, copied word for word.")
    cue: Words = Field(description="The words of the quote that show the act, such as 'rejected'.")
    content: Words | None = Field(description="The words of the quote that say what; null if there are none.")
    target: Words | None = Field(description="The words of the quote that say to whom; null if nobody.")
    negated: bool = Field(description="True if the text says that the act did not take place.")


class Reply(BaseModel):
    """What a model answers."""

    model_config = ConfigDict(extra="forbid")

    statements: Annotated[list[Proposed], Field(max_length=MOST)]


@dataclass(frozen=True, slots=True)
class Checked:
    """What is kept of a reply.

    Attributes:
        statements: Proposals whose words all stand in the report; ids are given by the caller.
        dropped: How many were dropped, by reason.
    """

    statements: tuple[Statement, ...]
    dropped: Mapping[str, int]


def parse_reply(text: str) -> Reply:
    """Return a model's answer.

    Raises:
        ReaderError: It is not the JSON that was asked for; names the first thing that is wrong.
    """
    bare = text.strip().removeprefix("```json").removeprefix("```").removesuffix("```").strip()
    try:
        return Reply.model_validate_json(bare)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(map(str, first["loc"])) or "the reply"
        raise ReaderError(f"{place}: {first['msg']}") from error


def check_reply(reply: Reply, report: Report, within: Span, gazetteer: Gazetteer, *, rule: str) -> Checked:
    """Keep the proposals whose words all stand in the stretch of the report that the model was shown.

    Args:
        reply: The model's answer.
        report: The report.
        within: The stretch.
        gazetteer: Tells whom a name stands for; a model is not asked.
        rule: What is noted as the rule that found the statement: the model and the call.
    """
    kept: list[Statement] = []
    dropped = Counter[str]()
    seen: set[tuple[Span, Act, str]] = set()
    for proposed in reply.statements:
        found = _checked(proposed, report, within, gazetteer, rule)
        if isinstance(found, str):
            dropped[found] += 1
            continue
        key = (found.evidence.span, found.act, fold(found.actor.text))
        if key in seen:
            dropped["given twice"] += 1
            continue
        seen.add(key)
        kept.append(found)
    return Checked(tuple(kept), dict(dropped))


def _checked(
    proposed: Proposed, report: Report, within: Span, gazetteer: Gazetteer, rule: str
) -> Statement | str:
    """Return the statement, or the reason why it is dropped."""
    quote = find_verbatim(report, proposed.quote, within=within)
    if quote is None:
        return "quote not in the report"
    if fold(proposed.actor).casefold() in PRONOUNS:
        return "a pronoun for a name"
    actor = find_verbatim(report, proposed.actor, within=quote)
    if actor is None:
        return "name not in the quote"
    target = _cited(proposed.target, report, quote)
    content = _cited(proposed.content, report, quote)
    cue = _cited(proposed.cue, report, quote)
    if cue is None or (proposed.content and not content) or (proposed.target and not target):
        return "words not in the quote"
    evidence = cite(report, quote.start, quote.end)
    return Statement(
        id="",
        actor=who(report.cut(actor), gazetteer, report.date),
        act=proposed.act,
        manner=_manner(report, content),
        evidence=evidence,
        cue=cue,
        content=content,
        target=who(target.exact, gazetteer, report.date) if target else None,
        negated=proposed.negated,
        issues=issues_in((content or evidence).exact),
        rule=rule,
    )


def _cited(words: str | None, report: Report, quote: Span) -> Evidence | None:
    place = find_verbatim(report, words, within=quote) if words else None
    return cite(report, place.start, place.end) if place else None


def who(words: str, gazetteer: Gazetteer, on: dt.date | None) -> Actor:
    """Return whom some words name, by the longest name in them that stands for one party only."""
    pieces = words.split()
    runs = [
        " ".join(pieces[start:end]).strip(".,;:'’\"“”")
        for length in range(len(pieces), 0, -1)
        for start, end in ((start, start + length) for start in range(len(pieces) - length + 1))
    ]
    for run in runs:
        bare = run.removesuffix("'s").removesuffix("’s")
        entities = gazetteer.lookup(bare, on=on) if bare else ()
        demonym = gazetteer.demonym(bare) if bare[:1].isupper() else None
        parties = {entity.state if entity.office else entity.id for entity in entities}
        if len(parties) == 1 and (party := gazetteer.parties.get(parties.pop() or "")):
            person = entities[0].name if entities[0].office else None
            return Actor(words, party.id, party.name, person, resolved_by="name")
        if not entities and demonym is not None:
            return Actor(words, demonym.id, demonym.name, resolved_by="demonym")
    return Actor(words, resolved_by="open")


def _manner(report: Report, content: Evidence | None) -> Manner:
    if content is None:
        return Manner.NARRATED
    around = report.text[max(0, content.start - 1) : content.start + 1]
    return Manner.DIRECT if any(sign in '“"„«' for sign in around) else Manner.INDIRECT


def unknown_to(known: Sequence[Statement], proposed: Sequence[Statement]) -> tuple[Statement, ...]:
    """Return the proposals that say something new: no known statement has the act, the party and the place.

    A statement that a person or a rule has found stays as it is.
    """
    return tuple(
        one
        for one in proposed
        if not any(
            one.act is other.act
            and (one.actor.party or one.actor.text) == (other.actor.party or other.actor.text)
            and one.evidence.report == other.evidence.report
            and one.evidence.start < other.evidence.end
            and other.evidence.start < one.evidence.end
            for other in known
        )
    )
