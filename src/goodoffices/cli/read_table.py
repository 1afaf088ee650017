"""What was found in reports, as a table in the terminal: each act once, whatever tells it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from goodoffices.findings.told_in import told_in
from goodoffices.statements.acts_told import ToldAct
from goodoffices.statements.statement import CONDUCT, Actor, Reading, Relation, RelationKind, Statement

NOT_DONE = {RelationKind.SIGNED: "sign", RelationKind.GUARANTEED: "guarantee", RelationKind.ACTED: "act"}


def show(
    reading: Reading, acts: Sequence[ToldAct], repeats: Mapping[str, str], copies: Collection[str]
) -> None:
    """Print the findings.

    Args:
        reading: What was found.
        acts: The acts, to list each once; none to list every statement.
        repeats: Findings that repeat another; they are shown by their id alone.
        copies: Reports that copy an earlier one.
    """
    table = Table("", "Who", "Act", "Words", show_lines=True)
    for row in _acts(reading, acts, repeats, copies) if acts else map(_statement, reading.statements):
        table.add_row(*row)
    for ids, row in _others(reading):
        if ids not in repeats:
            again = [id_ for id_, lead in repeats.items() if lead == ids]
            table.add_row(_ids([ids, *again]), *row)
    console = Console()
    console.print(table if table.row_count else "No statement was found.")


def _acts(
    reading: Reading, acts: Sequence[ToldAct], repeats: Mapping[str, str], copies: Collection[str]
) -> Iterator[tuple[str, ...]]:
    statements = {one.id: one for one in reading.statements}
    first = {act.id: act.statements[0] for act in acts}
    for act in acts:
        leads = [statements[id_] for id_ in act.statements if id_ not in repeats]
        words = [escape(one.evidence.exact) for one in leads]
        if len(leads) > 1:
            words = [f"{one.id}: {text}" for one, text in zip(leads, words, strict=True)]
        told = told_in(act.reports, copies)
        again = f"\nreaffirms {first[act.reaffirms]}" if act.reaffirms else ""
        does = _act(leads[0]) + (f"\n[dim]{told}[/dim]" if told else "") + again
        yield _ids(act.statements), escape(_who(act.actor)), does, "\n".join(words)


def _ids(ids: Sequence[str]) -> str:
    return ids[0] if len(ids) == 1 else f"{ids[0]}\n[dim]also {', '.join(ids[1:])}[/dim]"


def _statement(one: Statement) -> tuple[str, ...]:
    return one.id, escape(_who(one.actor)), _act(one), escape(one.evidence.exact)


def _others(reading: Reading) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """Yield the findings other than statements: id, then who, what and the words."""
    for relation in reading.relations:
        voice = f"\n[dim]as {escape(relation.claimed_by.label)} says[/dim]" if relation.claimed_by else ""
        kind = f"{_told(relation)}{voice}"
        yield relation.id, (escape(_who(relation.source)), kind, escape(relation.evidence.exact))
    for mention in reading.precedents:
        who = escape(mention.claimed_by.label) if mention.claimed_by else "the report"
        yield mention.id, (who, "appeals to " + escape(mention.name), escape(mention.evidence.exact))
    for option in reading.options:
        yield option.id, ("no owner named", "option", escape(option.evidence.exact))
    for distance in reading.distances:
        who = escape(" / ".join(party.label for party in distance.parties))
        yield distance.id, (who, "apart", escape(distance.evidence.exact))


def _told(relation: Relation) -> str:
    """Return what a relation says of whom; conduct says of what, or when."""
    whom = f" {escape(relation.target.label)}" if relation.target else ""
    if relation.kind not in CONDUCT or relation.means is None:
        return f"{'not: ' if relation.negated else ''}{relation.kind}{whom}"
    done = f"did not {NOT_DONE[relation.kind]}" if relation.negated else str(relation.kind)
    return f"{done}{whom} {escape(relation.means.exact)}"


def _who(actor: Actor) -> str:
    return (
        actor.label if not actor.person or actor.person == actor.label else f"{actor.label}\n({actor.person})"
    )


def _act(statement: Statement) -> str:
    negated = "does not " if statement.negated else ""
    whom = f"\nfor {escape(statement.beneficiary.label)}" if statement.beneficiary else ""
    answers = f"\nanswers {', '.join(statement.answers)}" if statement.answers else ""
    return f"{negated}{statement.act}{whom}{answers}"
