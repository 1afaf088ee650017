"""Why outcomes hold, in words, and what the letters of a state stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from goodoffices.cli.stability_questions import targets_of

if TYPE_CHECKING:
    from goodoffices.cli.stability_concepts import Answers
    from goodoffices.cli.stability_subject import Subject
    from goodoffices.models.graph.origins import Derivation
    from goodoffices.models.graph.witness import Verdict

DEMANDING = ("R", "SSEQ", "SEQ", "SMR", "GMR")
"""The concepts, the most demanding first: a reason by the first that applies says most."""


def show_parts(subject: Subject) -> None:
    """Say what each letter of a state stands for, where options are numbered, and what a case left out."""
    if not subject.numbered:
        return
    click.echo(f"Options of {subject.entry.name}, in the order of the letters of a state:")
    for number, option in enumerate(subject.options, start=1):
        said = subject.words.option(option).take if subject.derived else option.name
        click.echo(f"  {number:>2}. {subject.name(option.owner)}: {said}")
    click.echo("Outcomes give the numbers of the options that are taken.")
    if subject.derived is not None:
        _show_rules(subject, subject.derived)


def _show_rules(subject: Subject, derived: Derivation) -> None:
    """Say by which rules a case's conflict came about, or that the analyst said otherwise."""
    click.echo(
        "What each wants, with the rule by which it follows from the case ('analyst': coded so by hand):"
    )
    for statement in derived.statements:
        counts = "" if statement.weight in {None, 1} else f", counts {statement.weight:g}"
        click.echo(f"  {subject.name(statement.party)}: {statement.said} ({statement.origin.rule}{counts})")
    known = {statement.party for statement in derived.statements}
    for who in derived.conflict.decision_makers:
        if who not in known:
            click.echo(
                f"  {subject.name(who)}: not known from these proposals; taken to be indifferent, which "
                "makes outcomes hold that it may not want"
            )
    for condition in derived.impossible:
        click.echo(f"Cannot occur: {condition.said} ({condition.origin.rule}).")
    for what, origin in derived.left_out:
        click.echo(f"Left out: {what}. {origin.why}")
    click.echo("--json gives the reason and the source of each.")


def show_reasons(subject: Subject, answers: Answers, most: int | None) -> None:
    """Say of each outcome that holds why nobody would leave it."""
    for state, concepts in list(targets_of(subject, answers).items())[:most]:
        concept = next((one for one in DEMANDING if one in concepts), None)
        if concept is None:
            continue
        click.echo(f"\n{state} holds by {', '.join(concepts)}. Why, by {concept}:")
        for who in subject.model.decision_makers:
            verdict = answers.plain.witness.verdict(concept, who, state)
            click.echo(f"  {_reason(subject, verdict)}")


def _reason(subject: Subject, verdict: Verdict) -> str:
    from goodoffices.models.graph.conflict import Conflict
    from goodoffices.models.graph.reading import describe_verdict

    model = subject.model
    if isinstance(model, Conflict):
        return describe_verdict(model, verdict, subject.short)
    who, labels = model.decision_makers[verdict.decision_maker], model.states
    if not verdict.sanctions:
        return f"Nothing that {who} could change alone would be a gain."
    said = []
    for sanction in verdict.sanctions:
        steps = [f"{model.decision_makers[mover]} to {labels[state]}" for mover, state in sanction.sequence]
        said.append(
            f"If {who} went to {labels[sanction.improvement]}, the answer could be: {', then '.join(steps)}; "
            f"{who} would be no better off than before."
        )
    return " ".join(said)
