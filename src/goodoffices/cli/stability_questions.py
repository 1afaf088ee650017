"""What else `goodoffices stability` is asked: what can become of a state, and what would make one hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import click

from goodoffices.cli.stability_table import FEW
from goodoffices.errors import ModelError

T = TypeVar("T")

if TYPE_CHECKING:
    from goodoffices.cli.stability_concepts import Answers
    from goodoffices.cli.stability_subject import Subject
    from goodoffices.models.graph.demands import Demands
    from goodoffices.models.graph.inverse import Counts
    from goodoffices.models.solution import Solution

NAMED = 4
"""States that are named in a line before the rest is counted."""

EXACT = 1_000_000_000
"""Counts up to this are shown in full, larger ones as a share."""


def targets_of(subject: Subject, answers: Answers) -> dict[str, list[str]]:
    """Return every state that holds with the concepts by which it does, those that hold by most first."""
    import numpy as np

    by: dict[int, list[str]] = {}
    for concept in answers.concepts:
        for state in np.flatnonzero(answers.holds(concept)).tolist():
            by.setdefault(state, []).append(concept)
    states, here = subject.model.states, subject.entry.status_quo
    first = states.index(here) if here is not None else -1
    order = sorted(by, key=lambda state: (-len(by[state]), state != first, state))
    return {states[state]: by[state] for state in order}


def from_record(subject: Subject, answers: Answers, start: str) -> dict[str, Any]:
    """Return which outcomes that hold can be reached from a state, by whose moves, and in whose interest."""
    from goodoffices.models.graph.status_quo import status_quo, status_quo_record

    targets = targets_of(subject, answers)
    record: dict[str, Any] = status_quo_record(status_quo(subject.model, start, targets=tuple(targets)))
    for row in record["targets"]:
        row["holds_by"] = targets[row["state"]]
    return record


def show_from(subject: Subject, record: Mapping[str, Any], most: int | None) -> None:
    """Show where a state can lead."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    start, rows = record["start"], record["targets"]
    if not rows:
        click.echo(f"No outcome holds by these concepts, so there is none to reach from {start}.")
        return
    table = Table(title=escape(f"{subject.entry.name}: from {start}"), show_lines=True)
    for heading in ("To", "Holds by", "If each gains by every step", "By any moves"):
        table.add_column(heading)
    for row in rows[:most]:
        ways = [_way(subject, start, row[key]) for key in ("by_improvements", "by_moves")]
        table.add_row(escape(row["state"]), ", ".join(row["holds_by"]), *map(escape, ways))
    Console().print(table)
    others = [row for row in rows if row["state"] != start]
    reached = sum(row["by_improvements"]["moves"] is not None for row in others)
    click.echo(
        f"Other outcomes that hold and can be reached from {start} by steps that each serve whoever takes "
        f"them: {reached} of {len(others)}. One shortest way each is shown."
    )
    _say_cut(len(rows), most)


def _way(subject: Subject, start: str, arrival: Mapping[str, Any]) -> str:
    if arrival["moves"] is None:
        return "not reached"
    if not arrival["moves"]:
        return "stays"
    here, steps = start, []
    for number, step in enumerate(arrival["path"], start=1):
        steps.append(f"{number}. {subject.name(step['mover'])}: {subject.move(here, step['to'])}")
        here = step["to"]
    movers = {step["mover"] for step in arrival["path"]}
    others = [", ".join(map(subject.name, group)) for group in arrival["movers"] if set(group) != movers]
    return "\n".join([*steps, *(f"or by {group}" for group in others[:FEW])])


def inverse_record(subject: Subject, state: str, concepts: Sequence[str]) -> dict[str, Any]:
    """Return how many rankings would make a state hold, and how little today's would have to change.

    Counts too large to make are null, with the reason under `left_out`.
    """
    from goodoffices.models.graph.inverse import counts_record, stabilising_rankings
    from goodoffices.models.graph.least_changes import changes_record, fewest_changes

    found: dict[str, Any] = {"state": state, "concepts": {}}
    for concept in concepts:
        changes = changes_record(fewest_changes(subject.model, state, concept))
        one: dict[str, Any] = {"changes": changes["changes"], "together": changes["together"], "left_out": []}
        counts = _unless_too_large(one, partial(stabilising_rankings, subject.model, state, concept))
        one["rankings"] = counts_record(counts)["rankings"] if counts else None
        one["profiles"] = _profiles(subject, one, counts, state, concept)
        one["nearest"] = _nearest(subject, one, state, concept)
        found["concepts"][concept] = one
    return found


def _profiles(
    subject: Subject, one: dict[str, Any], counts: Solution[Counts, Demands] | None, state: str, concept: str
) -> dict[str, int] | None:
    """Return how many combinations of rankings make a state hold for all, where they can be counted."""
    from goodoffices.models.graph.profiles import equilibrium_profiles

    if concept in {"SEQ", "SSEQ"}:
        tried = _unless_too_large(one, partial(equilibrium_profiles, subject.model, state, concept))
        if tried is None:
            return None
        return {"equilibria": tried.outcome.equilibria, "profiles": tried.outcome.profiles}
    if counts is None:
        return None
    everything = 1
    for count in counts.outcome.by.values():
        everything *= count.all_strict
    return {"equilibria": counts.outcome.profiles(), "profiles": everything}


def _nearest(subject: Subject, one: dict[str, Any], state: str, concept: str) -> dict[str, Any] | None:
    """Return the fewest changes of all together, where they can be fewer than each one's own."""
    from goodoffices.models.graph.profiles import nearest_profile, nearest_record

    if concept not in {"SEQ", "SSEQ"}:
        return None
    found = _unless_too_large(one, partial(nearest_profile, subject.model, state, concept))
    return None if found is None else nearest_record(found)


def _unless_too_large(one: dict[str, Any], ask: Callable[[], T]) -> T | None:
    try:
        return ask()
    except ModelError as error:
        one["left_out"].append(str(error))
        return None


def show_inverse(subject: Subject, record: Mapping[str, Any]) -> None:
    """Show which rankings would make a state hold."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    state = record["state"]
    table = Table(title=escape(f"{subject.entry.name}: which rankings would make {state} hold"))
    for heading in ("Concept", "Party", "As it is", "Fewest changes", "Rankings that do"):
        table.add_column(heading)
    for concept, one in record["concepts"].items():
        for number, (who, change) in enumerate(one["changes"].items()):
            table.add_row(
                "" if number else concept,
                escape(subject.name(who)),
                "leaves" if change["pairs"] else "stays",
                escape(_change(change)),
                _share(one["rankings"][who]["strict"], one["rankings"][who]["all_strict"])
                if one["rankings"]
                else "not counted",
                end_section=number == len(one["changes"]) - 1,
            )
    Console().print(table)
    click.echo(
        "Rankings without ties are counted, those of the others staying as they are. A change turns round "
        "how one pair of states compares."
    )
    for concept, one in record["concepts"].items():
        for line in _together(subject, concept, one):
            click.echo(line)


def _change(change: Mapping[str, Any]) -> str:
    if not change["pairs"]:
        return "none"
    return f"{change['pairs']:,}: no longer prefer {_some(change['passed'])}"


def _some(states: Sequence[str]) -> str:
    """List a few states and count the rest."""
    more = f" and {len(states) - NAMED} more" if len(states) > NAMED else ""
    return f"{', '.join(states[:NAMED])}{more}"


def _share(some: int, everything: int) -> str:
    percent = f"{100 * some / everything:.3g} %"
    return f"{some:,} of {everything:,} ({percent})" if everything <= EXACT else f"{percent} of all"


def _together(subject: Subject, concept: str, one: Mapping[str, Any]) -> list[str]:
    lines = []
    if one["profiles"]:
        share = _share(one["profiles"]["equilibria"], one["profiles"]["profiles"])
        lines.append(f"By {concept}, it holds for all under {share} combinations of everybody's rankings.")
    if one["nearest"] and sum(one["nearest"]["pairs"].values()) < sum(
        change["pairs"] for change in one["changes"].values()
    ):
        who = ", ".join(f"{subject.name(name)} {n}" for name, n in one["nearest"]["pairs"].items() if n)
        lines.append(f"By {concept}, fewer changes do if they are made together: {who}.")
    elif not one["together"]:
        lines.append(f"By {concept}, these changes do one by one, and not if all are made at once.")
    return [*lines, *(f"By {concept}, not counted: {reason}." for reason in one["left_out"])]


def attract_record(subject: Subject, state: str, concepts: Sequence[str]) -> dict[str, Any]:
    """Return what each party would have to change for a state to hold, by each concept."""
    from goodoffices.models.graph.attractors import attractors, attractors_record

    return {
        "state": state,
        "concepts": {
            concept: attractors_record(attractors(subject.model, state, concept)) for concept in concepts
        },
    }


def show_attract(subject: Subject, record: Mapping[str, Any]) -> None:
    """Show what would keep everybody in a state."""
    from goodoffices.models.graph.reading import listed

    state = record["state"]
    click.echo(f"{subject.entry.name}: what would make {state} hold")
    for line in subject.state(state).splitlines():
        click.echo(f"  {line}")
    alike: list[tuple[list[str], Mapping[str, Any]]] = []
    for concept, one in record["concepts"].items():
        same = [
            names
            for names, other in alike
            if other["needs"] == one["needs"] and (names != ["R"] or not one["needs"])
        ]
        if same:
            same[0].append(concept)
        else:
            alike.append(([concept], one))
    for names, one in alike:
        content = listed([subject.name(name) for name in one["content"]]) or "nobody"
        stays = f"{content} would stay" if one["needs"] else "it holds as things are"
        click.echo(f"\nBy {', '.join(names)}: {stays}.")
        for who, need in one["needs"].items():
            for line in _need(subject, state, who, need):
                click.echo(line)
        if names == ["R"] and one["needs"]:
            click.echo("  By R no answer of the others is reckoned with.")


def _need(subject: Subject, state: str, who: str, need: Mapping[str, Any]) -> list[str]:
    passed = _some(need["passed"])
    given_up = "; ".join(subject.move(state, move) for move in need["give_up"][:FEW])
    lines = [
        f"  {subject.name(who)} would leave, unless one of these changes:",
        f"    - the ranking: {passed} no longer above {state} ({_count(need['pairs'], 'pair')} of states);",
        f"    - what can be done: no way any more to {given_up};",
    ]
    answers = need["answers"]
    if all(answer is None for answer in answers.values()):
        return lines
    impossible = [move for move, answer in answers.items() if answer is None]
    if impossible:
        told = "; ".join(subject.move(state, move) for move in impossible[:FEW])
        lines.append(f"    No answer of the others could deter a decision to {told}.")
        return lines
    lines.append("    - the answers: the others become willing to make these:")
    for move, answer in list(answers.items())[:FEW]:
        lines.append(f"      to a decision to {subject.move(state, move)}: {_answer(subject, move, answer)}")
    return lines


def _answer(subject: Subject, here: str, answer: Sequence[Mapping[str, Any]]) -> str:
    steps = []
    for step in answer:
        against = " (against present interest)" if step["unwilling"] else ""
        steps.append(f"{subject.name(step['mover'])}: {subject.move(here, step['to'])}{against}")
        here = step["to"]
    return ", then ".join(steps)


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'s' * (number != 1)}"


def _say_cut(rows: int, most: int | None) -> None:
    if most is not None and rows > most:
        click.echo(f"The {most} that hold by most concepts are shown; --all shows all.")
