"""Have a language model propose statements, check every word of them, and keep a record of every call."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from goodoffices.errors import NoAnswerError, ReaderError
from goodoffices.reports.report import Report, Span
from goodoffices.statements.gazetteer import Gazetteer
from goodoffices.statements.jsonl import finding_line
from goodoffices.statements.proposed import Checked, check_reply, parse_reply, unknown_to
from goodoffices.statements.statement import Statement
from goodoffices.workspace.language_model.answers import keep_answer, kept_answer, usable
from goodoffices.workspace.language_model.endpoint import Endpoint, ask
from goodoffices.workspace.language_model.prompt import messages, question_hash, stretches

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Call:
    """One question to a model and what came of it.

    Attributes:
        id: First 12 digits of the hash of question and answer.
        model: Name of the model.
        endpoint: Where it was asked.
        prompt_sha256: Hash of the question.
        response_sha256: Hash of the answer; None where there was none.
        report: Id of the report.
        start, end: The stretch of it that was sent, in code points.
        kept: Proposals that were kept.
        dropped: Proposals that were dropped, by reason.
        problem: Why there is no answer that can be used; None where there is one.
        from_cache: Whether the answer was kept from an earlier question, so that nothing was sent.
    """

    id: str
    model: str
    endpoint: str
    prompt_sha256: str
    response_sha256: str | None
    report: str
    start: int
    end: int
    kept: int
    dropped: Mapping[str, int]
    problem: str | None = None
    from_cache: bool = False


@dataclass(frozen=True, slots=True)
class Proposals:
    """What a model proposed for some reports.

    Attributes:
        statements: The proposals that passed every check, with ids m1, m2, …
        calls: Every question, in order.
    """

    statements: tuple[Statement, ...]
    calls: tuple[Call, ...]

    @property
    def dropped(self) -> dict[str, int]:
        """How many proposals were dropped, by reason."""
        total = Counter[str]()
        for call in self.calls:
            total.update(call.dropped)
        return dict(total)

    def lines(self) -> str:
        """Return calls and proposals as lines of JSON."""
        head = {"type": "proposals", "version": 1, "unit": "unicode code points"}
        rows = [json.dumps(head), *(json.dumps({"type": "call", **asdict(call)}) for call in self.calls)]
        return "\n".join([*rows, *map(finding_line, self.statements)]) + "\n"


def pieces(reports: Iterable[Report]) -> list[tuple[Report, Span]]:
    """Return what would be sent: stretches of reports without their boilerplate."""
    return [(report, stretch) for report in reports for stretch in stretches(report)]


def unasked(
    asked: Iterable[tuple[Report, Span]], endpoint: Endpoint, cache: Path | None
) -> list[tuple[Report, Span]]:
    """Return the pieces for which no answer is kept, so that they have to be sent."""
    return [
        (report, stretch)
        for report, stretch in asked
        if kept_answer(cache, endpoint, question_hash(messages(report, stretch))) is None
    ]


def propose(
    reports: Sequence[Report],
    known: Sequence[Statement],
    endpoint: Endpoint,
    gazetteer: Gazetteer,
    *,
    cache: Path | None = None,
    progress: Progress | None = None,
) -> Proposals:
    """Return the statements that a model proposes and that nobody has found yet.

    Args:
        reports: The reports.
        known: Statements that stand already; a proposal never takes the place of one.
        endpoint: Where the model is asked.
        gazetteer: Tells whom a name stands for.
        cache: Folder in which answers are kept, so that no question is asked twice; None to keep none.
        progress: Told how many questions are done.

    Raises:
        ReaderError: The first question gets no answer, so that the others would get none either.
    """
    asked = pieces(reports)
    statements: list[Statement] = []
    calls: list[Call] = []
    for number, (report, stretch) in enumerate(asked):
        if progress:
            progress(number, len(asked))
        try:
            call, found = _call(report, stretch, endpoint, gazetteer, cache)
        except NoAnswerError as error:
            if not calls:
                raise
            prompt = question_hash(messages(report, stretch))
            call, found = replace(_unanswered(report, stretch, endpoint, prompt), problem=str(error)), ()
        new = unknown_to((*known, *statements), found)
        dropped = dict(call.dropped) | (
            {"found already": len(found) - len(new)} if len(found) > len(new) else {}
        )
        calls.append(replace(call, kept=len(new), dropped=dropped))
        statements += (replace(one, id=f"m{len(statements) + at}") for at, one in enumerate(new, start=1))
    if progress:
        progress(len(asked), len(asked))
    return Proposals(tuple(statements), tuple(calls))


def _call(
    report: Report, stretch: Span, endpoint: Endpoint, gazetteer: Gazetteer, cache: Path | None
) -> tuple[Call, tuple[Statement, ...]]:
    question = messages(report, stretch)
    prompt = question_hash(question)
    answer, before = _answer(question, prompt, endpoint, cache)
    response = hashlib.sha256(answer.encode("utf-8", "surrogatepass")).hexdigest()
    id_ = hashlib.sha256(f"{prompt}{response}".encode()).hexdigest()[:12]
    problem = None
    try:
        checked = check_reply(
            parse_reply(answer), report, stretch, gazetteer, rule=f"model {endpoint.model} call {id_}"
        )
    except ReaderError as error:
        checked, problem = Checked((), {"reply not in the form asked for": 1}), str(error)
    call = replace(
        _unanswered(report, stretch, endpoint, prompt),
        id=id_,
        response_sha256=response,
        dropped=checked.dropped,
        problem=problem,
        from_cache=before,
    )
    return call, checked.statements


def _unanswered(report: Report, stretch: Span, endpoint: Endpoint, prompt: str) -> Call:
    """Return the record of a question to which there is no answer yet."""
    return Call(
        id=prompt[:12],
        model=endpoint.model,
        endpoint=endpoint.url,
        prompt_sha256=prompt,
        response_sha256=None,
        report=report.id,
        start=stretch.start,
        end=stretch.end,
        kept=0,
        dropped={},
    )


def _answer(
    question: list[dict[str, str]], prompt: str, endpoint: Endpoint, cache: Path | None
) -> tuple[str, bool]:
    """Return the model's answer, and whether it was given before and nothing was sent."""
    kept = kept_answer(cache, endpoint, prompt)
    if kept is not None:
        return kept, True
    answer = ask(endpoint, question)
    if cache is not None and usable(answer):
        keep_answer(cache, endpoint, prompt, answer)
    return answer, False


def problems(calls: Iterable[Call]) -> Iterator[str]:
    """Give a message for each question without an answer that can be used."""
    for call in calls:
        if call.problem:
            yield f"{call.report}, characters {call.start}–{call.end}: {call.problem}"
