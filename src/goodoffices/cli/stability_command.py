"""`goodoffices stability`: which outcomes hold, where things can go, and what would have to change."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypedDict, Unpack

import click

from goodoffices.cli.arguments import json_option
from goodoffices.cli.stability_concepts import take_concepts
from goodoffices.cli.stability_export import check_ending
from goodoffices.cli.stability_table import FEW

if TYPE_CHECKING:
    from goodoffices.cli.stability_concepts import Answers
    from goodoffices.cli.stability_subject import Subject

QUESTIONS: dict[Literal["start", "inverse", "attract"], str] = {
    "start": "from",
    "inverse": "inverse",
    "attract": "attract",
}
"""Questions that are answered instead of which outcomes hold, with the names of their options."""


class Asked(TypedDict):
    """What was asked for on the command line; a dictionary because click hands over one."""

    start: str | None
    inverse: str | None
    attract: str | None
    coalitions: bool
    witnesses: bool
    show_all: bool
    file: Path | None
    first: str | None
    memory: float | None


@click.command(name="stability")
@click.argument("path", type=click.Path(path_type=Path), metavar="FILE|FOLDER")
@click.option(
    "--concept",
    "concepts",
    multiple=True,
    metavar="CONCEPT",
    callback=take_concepts,
    help="R, GMR, SMR, SEQ, SSEQ; for two parties also L1, L2, … and NM. May be given several times. "
    "Default: the first five.",
)
@click.option("--from", "start", metavar="STATE", help="Where can this state lead, by whose moves?")
@click.option("--inverse", metavar="STATE", help="Which rankings would make this state hold?")
@click.option("--attract", metavar="STATE", help="What must whom change so that this state holds?")
@click.option("--coalitions", is_flag=True, help="Reckon also with parties that move away together.")
@click.option(
    "--witnesses", is_flag=True, help="Say why each outcome holds; with --json the proof of each verdict."
)
@click.option("--all", "show_all", is_flag=True, help="Show every outcome that holds, however many.")
@click.option(
    "-o",
    "--export",
    "file",
    type=click.Path(path_type=Path),
    callback=check_ending,
    help="Write the conflict to a file; its ending tells the format: .graphml, .csv, .nfg, .efg or .yaml.",
)
@click.option("--first", metavar="PARTY", help="Who moves first in an .efg file. Default: the first party.")
@click.option(
    "--memory",
    type=click.FloatRange(min=0, min_open=True),
    metavar="GB",
    help="How much memory a large conflict may take. Default: 8, or what the machine has if less.",
)
@json_option
def command(path: Path, concepts: tuple[str, ...], *, as_json: bool, **asked: Unpack[Asked]) -> None:
    """Say which outcomes of a conflict would hold (graph model for conflict resolution).

    FILE is a conflict in the catalogue's format, or saved by GMCR+ (.gmcr); FOLDER is a folder of the
    catalogue, or a case folder, whose conflict follows from its proposals, answers and guarantees.

    R: nobody can do better by moving alone (Nash). GMR, SMR, SEQ, SSEQ: whoever moves away can be punished
    by the others, on ever stricter terms. L3: both parties look three moves ahead; NM: as far as need be.

    A STATE is written with one letter for each option, in their order: Y taken, N not taken, - either.

    --from, --inverse and --attract ask other questions than which outcomes hold; each is answered instead
    of it, and with --json besides.
    """
    from goodoffices.cli.stability_concepts import coalitions, full_record, room, solve
    from goodoffices.cli.stability_subject import open_subject

    _check_together(asked, as_json=as_json)
    fits = room(concepts, asked["memory"])
    subject = open_subject(path, fits)
    states = {
        "start": _state(subject, "from", asked["start"]),
        "inverse": _state(subject, "inverse", asked["inverse"]),
        "attract": _state(subject, "attract", asked["attract"]),
    }
    if asked["coalitions"] and set(concepts) <= {"SSEQ", "NM"}:
        raise click.UsageError("--coalitions: defined for R, GMR, SMR and SEQ; ask for one of them")
    answers = solve(subject, concepts, fits)
    questions = _questions(subject, answers, states)
    if asked["file"]:
        from goodoffices.cli.stability_export import export

        export(subject, asked["file"], start=states["start"], first=asked["first"], concepts=concepts)
    if as_json:
        record = (
            full_record(subject, answers, coalesce=asked["coalitions"], prove=asked["witnesses"]) | questions
        )
        click.echo(json.dumps(record, ensure_ascii=False, indent=2))
    else:
        most = None if asked["show_all"] else FEW
        together = coalitions(subject, tuple(answers.plain.outcome.stable)) if asked["coalitions"] else {}
        _show(subject, answers, questions, most, together, reasons=asked["witnesses"])


def _check_together(asked: Asked, *, as_json: bool) -> None:
    """Refuse an option that would play no part beside the others, before anything is reckoned."""
    file, other = asked["file"], next((key for key in QUESTIONS if asked[key]), None)
    if asked["first"] and (file is None or file.suffix.lower() != ".efg"):
        raise click.UsageError("--first plays no part without an .efg file; add --export FILE.efg")
    if asked["coalitions"] and other and not as_json:
        raise click.UsageError(
            f"--coalitions asks which outcomes hold, and --{QUESTIONS[other]} asks something else; "
            "ask one by one, or with --json for both"
        )


def _state(subject: Subject, key: str, name: str | None) -> str | None:
    """Return the label of a state that was asked about."""
    from goodoffices.errors import ModelError
    from goodoffices.workspace.state_names import find_state

    if name is None:
        return None
    try:
        return find_state(subject.model, name)
    except ModelError as error:
        raise click.UsageError(f"--{key}: {error}") from error


def _questions(subject: Subject, answers: Answers, states: dict[str, str | None]) -> dict[str, Any]:
    """Return the answers to the questions that were asked, as plain data."""
    from goodoffices.cli.stability_questions import attract_record, from_record, inverse_record

    found: dict[str, Any] = {}
    if states["start"] is not None:
        found["from"] = from_record(subject, answers, states["start"])
    ask: dict[str, Callable[..., Any]] = {"inverse": inverse_record, "attract": attract_record}
    for key, question in ask.items():
        if states[key] is not None:
            concepts = tuple(answers.plain.outcome.stable)
            if not concepts:
                raise click.UsageError(f"--{key}: takes R, GMR, SMR, SEQ and SSEQ; ask for one of them")
            found[key] = question(subject, states[key], concepts)
    return found


def _show(
    subject: Subject,
    answers: Answers,
    questions: dict[str, Any],
    most: int | None,
    together: dict[str, Any],
    *,
    reasons: bool,
) -> None:
    from goodoffices.cli.stability_questions import show_attract, show_from, show_inverse
    from goodoffices.cli.stability_reasons import show_parts, show_reasons
    from goodoffices.cli.stability_table import AS_GIVEN, show_outcomes

    show_parts(subject)
    special = subject.entry.unknown or subject.entry.views
    if not questions:
        show_outcomes(subject, answers, most, together)
    if special and (questions or reasons):
        click.echo(AS_GIVEN)
    if "from" in questions:
        show_from(subject, questions["from"], most)
    if "inverse" in questions:
        show_inverse(subject, questions["inverse"])
    if "attract" in questions:
        show_attract(subject, questions["attract"])
    if reasons:
        show_reasons(subject, answers, most)
