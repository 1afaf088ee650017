"""Why outcomes hold, in words, and what the letters of a state stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from goodoffices.cli.stability_questions import targets_of

if TYPE_CHECKING:
    from goodoffices.cli.stability_concepts import Answers
    from goodoffices.cli.stability_subject import Subject
    from goodoffices.models.graph.witness import Verdict

DEMANDING = ("R", "SSEQ", "SEQ", "SMR", "GMR")
"""The concepts, the most demanding first: a reason by the first that applies says most."""


def show_parts(subject: Subject) -> None:
    """Say what each letter of a state stands for, where options are numbered, and what a case left out."""
    if not subject.numbered:
        return
    click.echo(f"Options of {subject.entry.name}, in the order of the letters of a state:")
    for number, option in enumerate(subject.options, start=1):
        click.echo(f"  {number:>2}. {subject.name(option.owner)}: {subject.words.option(option).take}")
    click.echo("Outcomes give the numbers of the options that are taken.")
    for what, origin in subject.derived.left_out if subject.derived else ():
        click.echo(f"Left out: {what}. {origin.why}")


def show_reasons(subject: Subject, answers: Answers, most: int | None) -> None:
    """Say of each outcome that holds why nobody would leave it."""
    for state, concepts in list(targets_of(subject, answers).items())[:most]:
        concept = next((one for one in DEMANDING if one in concepts), None)
        if concept is None:
            continue
        click.echo(f"\n{state} holds by {', '.join(concepts)}. By {concept}:")
        for who in subject.model.decision_makers:
            verdict = answers.plain.witness.verdict(concept, who, state)
            click.echo(f"  {_reason(subject, verdict)}")


def _reason(subject: Subject, verdict: Verdict) -> str:
    from goodoffices.models.graph.conflict import Conflict
    from goodoffices.models.graph.reading import describe_verdict

    model = subject.model
    if isinstance(model, Conflict):
        return describe_verdict(model, verdict, subject.words)
    who, labels = model.decision_makers[verdict.decision_maker], model.states
    if not verdict.sanctions:
        return f"{who} has no move to anything it prefers."
    said = []
    for sanction in verdict.sanctions:
        steps = [f"{model.decision_makers[mover]} to {labels[state]}" for mover, state in sanction.sequence]
        said.append(
            f"If {who} went to {labels[sanction.improvement]}, the answer could be: {', then '.join(steps)}; "
            f"{who} would be no better off than before."
        )
    return " ".join(said)
