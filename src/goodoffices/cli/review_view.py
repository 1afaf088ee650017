"""How a finding looks in a terminal: its words in their passage, and what was made of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from goodoffices.cli.words import shown
from goodoffices.reports.report import Report, Span
from goodoffices.statements.acts import codebook
from goodoffices.statements.coded import evidence_of
from goodoffices.statements.decisions import Decision, Finding, Verdict
from goodoffices.statements.statement import (
    Actor,
    Modality,
    OptionMention,
    PrecedentMention,
    Relation,
    Statement,
)

if TYPE_CHECKING:
    from rich.text import Text

DONE: Mapping[Verdict, str] = {
    Verdict.ACCEPT: "accepted",
    Verdict.REJECT: "rejected",
    Verdict.EDIT: "edited",
    Verdict.ADD: "added",
    Verdict.REREAD: "read again",
}
"""Verdicts as what became of a finding."""
AROUND = 400
"""Most characters shown before and behind the words."""
LONG = 1200
"""Most characters shown of the words themselves."""


def safe(words: str) -> str:
    r"""Return words of a report in one line, without signs that would steer a terminal.

    Examples:
        >>> safe("a\x1b[2Jb\u202ec\nd")
        'a⟦U+001B⟧[2Jb⟦U+202E⟧c d'
    """
    return shown("".join(" " if sign.isspace() else sign for sign in words))


def passage(report: Report, finding: Finding, *, marks: bool) -> Text:
    """Return the passage round a finding, its words set off by style, and by brackets where there is none."""
    from rich.text import Text

    span = finding.evidence.span
    around = next((one for one in report.passages if one.start <= span.start < one.end), span)
    start = max(min(around.start, span.start), span.start - AROUND)
    end = min(max(around.end, span.end), span.end + AROUND)
    text = Text()
    text.append(("… " if start > around.start else "") + safe(report.text[start : span.start]), "dim")
    text.append("⟦" if marks else "")
    _inner(text, report, span, finding.cue.span if isinstance(finding, Statement) else None)
    text.append("⟧" if marks else "")
    text.append(safe(report.text[span.end : end]) + (" …" if end < around.end else ""), "dim")
    return text


def _inner(text: Text, report: Report, span: Span, cue: Span | None) -> None:
    part = Span(span.start, min(span.end, span.start + LONG))
    if cue is None or not (part.start <= cue.start and cue.end <= part.end):
        text.append(safe(report.cut(part)), "bold")
    else:
        text.append(safe(report.text[part.start : cue.start]), "bold")
        text.append(safe(report.cut(cue)), "bold reverse")
        text.append(safe(report.text[cue.end : part.end]), "bold")
    text.append(" …" if part.end < span.end else "", "dim")


def rows(finding: Finding) -> Iterator[tuple[str, str]]:
    """Give what was made of a finding, as names and values."""
    match finding:
        case Statement():
            yield from _statement(finding)
        case Relation():
            target = f" {_actor(finding.target)}" if finding.target else ""
            negated = "not: " if finding.negated else ""
            yield "relation", f"{negated}{_actor(finding.source)} {finding.kind}{target}"
            yield "by what", finding.means.exact if finding.means else ""
            yield "so says", finding.claimed_by.label if finding.claimed_by else "the report"
        case PrecedentMention():
            yield "precedent", finding.name + (f", {finding.year}" if finding.year else "")
            yield "so says", finding.claimed_by.label if finding.claimed_by else "the report"
        case OptionMention():
            yield "option", finding.content.exact
            yield "belongs to", finding.of or ""
            yield "issues", ", ".join(finding.issues)
        case _:
            yield "far apart", " and ".join(party.label for party in finding.parties)
            yield "issues", ", ".join(finding.issues)


def _statement(finding: Statement) -> Iterator[tuple[str, str]]:
    yield "who", _actor(finding.actor)
    negated = "not: " if finding.negated else ""
    modal = "" if finding.modality is Modality.PLAIN else f", {finding.modality}"
    yield "act", f"{negated}{finding.act}{modal} (“{finding.cue.exact}”)"
    yield "target", _actor(finding.target) if finding.target else ""
    yield "would benefit", _actor(finding.beneficiary) if finding.beneficiary else ""
    for part in ("content", "condition", "reasons"):
        yield part, " / ".join(one.exact for one in evidence_of(finding, part))
    yield "issues", ", ".join(finding.issues)
    yield "answers", ", ".join(finding.answers)
    yield "date", finding.date.isoformat() if finding.date else ""
    yield "found by", finding.rule if finding.rule.startswith("model ") else f"rule '{finding.rule}'"


def _actor(actor: Actor) -> str:
    """Return a party, the person and the words of the report for it, each where it says something new."""
    known = [actor.name, actor.person, f"“{actor.text}”"]
    parts = [one for at, one in enumerate(known) if one and one.strip("“”") not in known[:at]]
    return f"{parts[0]} ({', '.join(parts[1:])})" if len(parts) > 1 else parts[0]


def changed(before: Finding, after: Finding) -> list[str]:
    """Return what differs between two forms of a finding, as lines."""
    old, new = dict(rows(before)), dict(rows(after))
    old["words"], new["words"] = before.evidence.exact, after.evidence.exact
    return [
        f"{name}: {safe(old.get(name, '')) or '–'} → {safe(value) or '–'}"
        for name, value in new.items()
        if old.get(name) != value and name != "found by"
    ]


def explained(finding: Finding, decisions: Sequence[Decision]) -> list[str]:
    """Return why a finding stands as it does: the rule or model, the act's definition, and past decisions."""
    lines = []
    if isinstance(finding, Statement):
        lines.append("Found by " + dict(rows(finding))["found by"] + ".")
        entry = next(entry for entry in codebook() if entry.act is finding.act)
        lines.append(f"'{finding.act}' means: {entry.definition}")
        lines.append(f"Often mistaken for it: {entry.not_this}" if entry.not_this else "")
    lines += [told(one) for one in decisions if one.finding == finding.id]
    return [line for line in lines if line] or ["Found by a rule; nobody has decided on it."]


def told(decision: Decision) -> str:
    """Return a decision in a line."""
    why = f": {safe(decision.why)}" if decision.why else ""
    took = f"took back decision {decision.undoes} on {decision.finding}"
    what = f"{decision.finding} {DONE[decision.verdict]}" if decision.verdict in DONE else took
    return f"{decision.number}. {decision.when}, {safe(decision.by)}: {what}{why}"
