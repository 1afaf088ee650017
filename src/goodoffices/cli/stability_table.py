"""The table of outcomes that hold, for people: a few of them, and how to see all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from goodoffices.cli.stability_concepts import Answers
    from goodoffices.cli.stability_subject import Subject

FEW = 12
"""Outcomes that are shown unless all are asked for."""

AS_GIVEN = (
    "Reckoned with the rankings as the file gives them: what is unknown or seen otherwise plays no part here."
)

STRENGTH_ELSEWHERE = (
    "Which outcomes hold strongly ('>>' in the file) is not told here, where comparisons are unknown; "
    "--json has it under strength."
)

TYPES = {
    "a": "moves wherever it may gain and is deterred only by what is surely no better",
    "b": "moves only where it surely gains and is deterred only by what is surely no better",
    "c": "moves wherever it may gain and is deterred also by what may be no better",
    "d": "moves only where it surely gains and is deterred also by what may be no better",
}
"""The four types of party that differ in how they treat what is unknown."""


@dataclass(frozen=True, slots=True)
class Column:
    """What one concept says, state by state.

    Attributes:
        concept: Its name.
        holds: For each state whether it holds.
        word: What to say of a state that does, by number.
    """

    concept: str
    holds: NDArray[np.bool_]
    word: Callable[[int], str]


def show_outcomes(
    subject: Subject, answers: Answers, most: int | None, coalitions: Mapping[str, Any]
) -> None:
    """Show which outcomes hold by which concept, with what doubts, strength and views make of it."""
    entry = subject.entry
    if entry.unknown:
        _show_unknown(subject, most)
        if entry.much_better:
            click.echo(STRENGTH_ELSEWHERE)
    if entry.views:
        _show_views(subject, answers, most)
    special = bool(entry.unknown or entry.views)
    if not special or coalitions or answers.foresight:
        if special:
            click.echo(AS_GIVEN)
        columns = _columns(subject, answers, coalitions)
        _show(subject, columns, subject.model.states, most)
        _say_status_quo(subject, columns)
        _say_marks(columns, coalitions)


def _columns(subject: Subject, answers: Answers, coalitions: Mapping[str, Any]) -> list[Column]:
    """Return a column for each concept; with strong preferences or coalitions the marks say more."""
    together = coalitions.get("equilibria", {})
    degrees = _degrees(subject)
    states = subject.model.states

    def word(concept: str) -> Callable[[int], str]:
        if concept in together:
            return lambda state: "yes" if states[state] in together[concept] else "alone"
        if concept in degrees:
            return lambda state: degrees[concept][states[state]]
        return lambda _: "yes"

    shown = [concept for concept in answers.concepts if concept in together or not together]
    return [Column(concept, answers.holds(concept), word(concept)) for concept in shown]


def _degrees(subject: Subject) -> dict[str, dict[str, str]]:
    from goodoffices.models.graph.strength import STRENGTH_CONCEPTS, strength_of_preference

    if not subject.entry.much_better:
        return {}
    table = strength_of_preference(subject.model, subject.entry.much_better).outcome
    return {
        concept: {state: degree for degree, states in table.equilibria(concept).items() for state in states}
        for concept in STRENGTH_CONCEPTS
    }


def _show(subject: Subject, columns: Sequence[Column], states: Sequence[str], most: int | None) -> None:
    import numpy as np
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    count = np.sum([column.holds for column in columns], axis=0, dtype=np.int64).reshape(-1)
    order = np.argsort(-count, kind="stable")[: int((count > 0).sum())].tolist()
    if subject.entry.status_quo in states:
        here = states.index(subject.entry.status_quo)
        order.sort(key=lambda state: (-count[state], state != here))
    table = Table(title=escape(subject.entry.name), show_lines=True)
    table.add_column("State", no_wrap=True)
    if subject.state(states[0]):
        table.add_column("Outcome", min_width=20)
    for column in columns:
        table.add_column(column.concept)
    for state in order[:most]:
        label = states[state]
        mark = "\n(status quo)" if label == subject.entry.status_quo else ""
        said = subject.state(label)
        cells = [escape(label) + mark, *([escape(said)] if said else [])]
        table.add_row(*cells, *(one.word(state) if one.holds[state] else "–" for one in columns))
    if order:
        Console().print(table)
    click.echo(f"{len(order):,} of {len(states):,} outcomes hold for everybody by at least one concept.")
    if most is not None and len(order) > most:
        click.echo(f"The {most} that hold by most concepts are shown; --all shows all, --json everything.")


def _say_status_quo(subject: Subject, columns: Sequence[Column]) -> None:
    label = subject.entry.status_quo
    if label is None:
        return
    here = subject.model.states.index(label)
    by = [column.concept for column in columns if column.holds[here]]
    told = f"holds by {', '.join(by)}" if by else "does not hold by any of these concepts"
    click.echo(f"The status quo, {label}, {told}; --from {label} shows where it can lead.")


def _say_marks(columns: Sequence[Column], coalitions: Mapping[str, Any]) -> None:
    if coalitions:
        click.echo("'alone': nobody gains by leaving alone, but parties that leave together would.")
        click.echo(
            f"Coalitions are defined for {', '.join(coalitions['equilibria'])}; other concepts are not shown."
        )
    words = {
        column.word(state) for column in columns for state, held in enumerate(column.holds[:4096]) if held
    }
    if words & {"strong", "weak"}:
        click.echo("'strong': whoever leaves can be made to end much worse off; 'weak': only no better off.")


def _show_unknown(subject: Subject, most: int | None) -> None:
    import numpy as np

    from goodoffices.models.graph.unknown import UNKNOWN_CONCEPTS, unknown_preferences

    table = unknown_preferences(subject.model, subject.entry.unknown).outcome

    def column(concept: str) -> Column:
        rows = {
            type_: np.logical_and.reduce(np.array(table.stable[concept, type_]), axis=0) for type_ in TYPES
        }

        def word(state: int) -> str:
            held = [type_ for type_, row in rows.items() if row[state]]
            return "yes" if len(held) == len(TYPES) else f"only {', '.join(held)}"

        return Column(concept, np.logical_or.reduce(list(rows.values()), axis=0), word)

    _show(subject, [column(concept) for concept in UNKNOWN_CONCEPTS], subject.model.states, most)
    pairs = sum(len(pairs) for pairs in subject.entry.unknown.values())
    click.echo(
        f"{pairs} comparison{'s' * (pairs != 1)} unknown. 'yes': whatever the parties make of that; else only"
    )
    for type_, meaning in TYPES.items():
        click.echo(f"  {type_}: if each {meaning}.")


def _show_views(subject: Subject, answers: Answers, most: int | None) -> None:
    import numpy as np

    from goodoffices.models.graph.hypergame import hypergame

    concepts = tuple(answers.plain.outcome.stable)
    table = hypergame(subject.entry.perceived(), concepts=concepts).outcome
    columns = []
    for concept in concepts:
        found = set(table.equilibria(concept))
        holds = np.array([state in found for state in table.states], dtype=np.bool_)
        columns.append(Column(concept, holds, lambda _: "yes"))
    _show(subject, columns, table.states, most)
    click.echo("Each party judges by what it sees; an outcome holds if all see it and none would leave it.")
    for who in table.decision_makers:
        surprises = {concept: table.surprises(concept, who) for concept in concepts}
        illusions = {concept: table.illusions(concept, who) for concept in concepts}
        _say_errors(f"Holds, though {subject.name(who)} would not expect it", surprises)
        _say_errors(f"Expected to hold by {subject.name(who)}, though somebody would leave it", illusions)


def _say_errors(error: str, by_concept: Mapping[str, Sequence[str]]) -> None:
    """Say what somebody is wrong about, once for all concepts by which it is the same."""
    for states in dict.fromkeys(tuple(states) for states in by_concept.values() if states):
        concepts = ", ".join(concept for concept, other in by_concept.items() if tuple(other) == states)
        more = f" and {len(states) - FEW} more" if len(states) > FEW else ""
        click.echo(f"{error}: {', '.join(states[:FEW])}{more} (by {concepts}).")
