"""What was found in reports, as a table in the terminal: each act once, whatever tells it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from rich.console import Console
from rich.table import Table

from goodoffices.cli.words import counted, in_markup
from goodoffices.findings.told_in import told_in
from goodoffices.reports.report import Report
from goodoffices.statements.acts_told import ToldAct
from goodoffices.statements.decisions import Finding
from goodoffices.statements.statement import CONDUCT, Actor, Reading, Relation, RelationKind, Statement

NOT_DONE = {RelationKind.SIGNED: "sign", RelationKind.GUARANTEED: "guarantee", RelationKind.ACTED: "act"}

NARROW = 10
"""Letters that a narrow column has room for at least: those of a day."""


def show(
    reading: Reading,
    acts: Sequence[ToldAct],
    repeats: Mapping[str, str],
    copies: Collection[str],
    reports: Sequence[Report],
) -> None:
    """Print the findings.

    Args:
        reading: What was found.
        acts: The acts, to list each once; none to list every statement.
        repeats: Findings that repeat another; they are shown by their id alone.
        copies: Reports that copy an earlier one.
        reports: The reports; where there are several, each row says which it is from.
    """
    console = Console()
    several = len(reports) > 1
    table = _empty(console.width, several=several)
    named = {report.id: _named(report) for report in reports}
    for report, row in _rows(reading, acts, repeats, copies):
        table.add_row(row[0], *([named[report]] if several else []), *row[1:])
    console.print(table if table.row_count else "No statement was found.")
    if table.row_count:
        console.print(_closing(reading, acts, reports), highlight=False)


def _empty(width: int, *, several: bool) -> Table:
    """Return a table without rows; the words of the reports get what the narrow columns leave."""
    table = Table("", *(["Report"] if several else []), "Who", "Act", "Words", show_lines=True)
    for column in table.columns:
        column.overflow = "fold"
    for column in table.columns[:-1]:
        column.max_width = max(NARROW, width * 15 // 100)
    return table


def _named(report: Report) -> str:
    day = f"\n[dim]{report.date}[/dim]" if report.date else ""
    return f"{in_markup(report.id)}{day}"


def _closing(reading: Reading, acts: Sequence[ToldAct], reports: Sequence[Report]) -> str:
    told = [counted(len(reports), "report"), counted(len(reading.statements), "statement")]
    return ", ".join([*told, *([counted(len(acts), "act")] if acts else [])]) + "."


def _rows(
    reading: Reading, acts: Sequence[ToldAct], repeats: Mapping[str, str], copies: Collection[str]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the rows of the table, each with the report that it is from."""
    listed = _acts(reading, acts, repeats, copies) if acts else map(_statement, reading.statements)
    yield from listed
    for one, row in _others(reading):
        if one.id not in repeats:
            again = [id_ for id_, lead in repeats.items() if lead == one.id]
            yield one.evidence.report, (_ids([one.id, *again]), *row)


def _acts(
    reading: Reading, acts: Sequence[ToldAct], repeats: Mapping[str, str], copies: Collection[str]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    statements = {one.id: one for one in reading.statements}
    first = {act.id: act.statements[0] for act in acts}
    for act in acts:
        leads = [statements[id_] for id_ in act.statements if id_ not in repeats]
        words = [in_markup(one.evidence.exact) for one in leads]
        if len(leads) > 1:
            words = [f"{one.id}: {text}" for one, text in zip(leads, words, strict=True)]
        told = told_in(act.reports, copies)
        again = f"\nreaffirms {first[act.reaffirms]}" if act.reaffirms else ""
        does = _act(leads[0]) + (f"\n[dim]{told}[/dim]" if told else "") + again
        row = (_ids(act.statements), in_markup(_who(act.actor)), does, "\n".join(words))
        yield leads[0].evidence.report, row


def _ids(ids: Sequence[str]) -> str:
    return ids[0] if len(ids) == 1 else f"{ids[0]}\n[dim]also {', '.join(ids[1:])}[/dim]"


def _statement(one: Statement) -> tuple[str, tuple[str, ...]]:
    row = (one.id, in_markup(_who(one.actor)), _act(one), in_markup(one.evidence.exact))
    return one.evidence.report, row


def _others(reading: Reading) -> Iterator[tuple[Finding, tuple[str, str, str]]]:
    """Yield the findings other than statements, then who, what and the words."""
    for relation in reading.relations:
        voice = (
            f"\n[dim]as claimed by {in_markup(relation.claimed_by.label)}[/dim]"
            if relation.claimed_by
            else ""
        )
        kind = f"{_told(relation)}{voice}"
        yield relation, (in_markup(_who(relation.source)), kind, in_markup(relation.evidence.exact))
    for mention in reading.precedents:
        who = in_markup(mention.claimed_by.label) if mention.claimed_by else "the report"
        yield mention, (who, "appeals to " + in_markup(mention.name), in_markup(mention.evidence.exact))
    for option in reading.options:
        yield option, ("no owner named", "option", in_markup(option.evidence.exact))
    for distance in reading.distances:
        who = in_markup(" / ".join(party.label for party in distance.parties))
        yield distance, (who, "apart", in_markup(distance.evidence.exact))


def _told(relation: Relation) -> str:
    """Return what a relation says of whom; conduct says of what, or when."""
    whom = f" {in_markup(relation.target.label)}" if relation.target else ""
    if relation.kind not in CONDUCT or relation.means is None:
        return f"{'not: ' if relation.negated else ''}{relation.kind}{whom}"
    done = f"did not {NOT_DONE[relation.kind]}" if relation.negated else str(relation.kind)
    return f"{done}{whom} {in_markup(relation.means.exact)}"


def _who(actor: Actor) -> str:
    return (
        actor.label if not actor.person or actor.person == actor.label else f"{actor.label}\n({actor.person})"
    )


def _act(statement: Statement) -> str:
    negated = "does not " if statement.negated else ""
    # "reject for Russia" would read as a refusal in its favour: what it refuses is what favours Russia.
    good = statement.beneficiary
    whom = f"\nwhat would benefit {in_markup(good.label)}" if good else ""
    answers = f"\nanswers {', '.join(statement.answers)}" if statement.answers else ""
    return f"{negated}{statement.act}{whom}{answers}"
