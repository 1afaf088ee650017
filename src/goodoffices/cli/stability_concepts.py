"""The concepts that `goodoffices stability` can be asked for, and what they say of a conflict."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from goodoffices.cli.stability_subject import Subject
    from goodoffices.models.graph.foresight import Foresight
    from goodoffices.models.graph.horizons import ForesightTable
    from goodoffices.models.graph.memory import Room
    from goodoffices.models.graph.stability import StabilityTable
    from goodoffices.models.graph.witness import Witnesses
    from goodoffices.models.solution import Solution

FEW_PARTIES = 6
"""Parties up to which every coalition is looked at without being asked for."""

PLAIN = ("R", "GMR", "SMR", "SEQ", "SSEQ")
"""Concepts for any number of parties."""

LIMITED = re.compile(r"L([1-9][0-9]{0,4})")
NON_MYOPIC = "NM"

SMALL = 128
"""States up to which coalitions and proofs stand in the JSON without being asked for."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What the concepts say.

    Attributes:
        plain: By R, GMR, SMR, SEQ and SSEQ, as far as asked for.
        foresight: By limited-move and non-myopic stability, by concept.
    """

    plain: Solution[StabilityTable, Witnesses]
    foresight: Mapping[str, Solution[ForesightTable, Foresight]] = field(default_factory=dict)

    def holds(self, concept: str) -> NDArray[np.bool_]:
        """Return an array that says of each state whether it holds for everybody."""
        import numpy as np

        if concept in self.foresight:
            rows = np.array(self.foresight[concept].outcome.stable, dtype=np.bool_)
        else:
            rows = self.plain.outcome.stable[concept]
        held: NDArray[np.bool_] = np.logical_and.reduce(rows, axis=0)
        return held

    @property
    def concepts(self) -> tuple[str, ...]:
        """The concepts, in the order in which they are shown."""
        return (*self.plain.outcome.stable, *self.foresight)


def take_concepts(_: click.Context, option: click.Parameter, given: Sequence[str]) -> tuple[str, ...]:
    """Check the concepts that were asked for; all that any number of parties allows if none was."""
    named = tuple(dict.fromkeys(one.strip().upper() for one in given))
    for one in named:
        if one not in (*PLAIN, NON_MYOPIC) and not LIMITED.fullmatch(one):
            raise click.BadParameter(
                f"{one!r} is no concept: give R (Nash), {', '.join(PLAIN[1:])}, {NON_MYOPIC} (non-myopic), "
                "or L1, L2, … (limited moves, with how many moves both look ahead)",
                param=option,
            )
    return named or PLAIN


def solve(subject: Subject, concepts: Sequence[str], room: Room) -> Answers:
    """Find what holds by each concept.

    Args:
        subject: The conflict.
        concepts: The concepts.
        room: What it has to fit into.

    Raises:
        ModelError: The conflict is too large, or foresight is asked for with more than two parties.
    """
    from goodoffices.models.graph.horizons import limited_move, non_myopic
    from goodoffices.models.graph.stability import stability

    foresight = {}
    for concept in concepts:
        limited = LIMITED.fullmatch(concept)
        if limited:
            foresight[concept] = limited_move(subject.model, int(limited[1]))
        elif concept == NON_MYOPIC:
            foresight[concept] = non_myopic(subject.model)
    plain = [concept for concept in concepts if concept not in foresight]
    return Answers(stability(subject.model, concepts=plain, memory=room.memory), foresight)


def room(concepts: Sequence[str], gigabytes: float | None) -> Room:
    """Return what a conflict has to fit into.

    Args:
        concepts: The concepts that are asked for.
        gigabytes: What the solver may take; None for what solvers allow, or what the machine has if less.
    """
    from goodoffices.models.graph.memory import LIMIT, Room

    plain = sum(concept in PLAIN for concept in concepts)
    if gigabytes is not None:
        return Room(int(gigabytes * 1e9), plain)
    try:
        return Room(min(LIMIT, os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")), plain)
    except (AttributeError, ValueError, OSError):
        return Room(LIMIT, plain)


def full_record(subject: Subject, answers: Answers, *, coalesce: bool, prove: bool) -> dict[str, Any]:
    """Return all that is known as plain data.

    Args:
        subject: The conflict.
        answers: What the concepts say.
        coalesce: Whether to add what holds for coalitions, however large the conflict; for a small one it
            is added anyway.
        prove: The same for the proofs of all verdicts.
    """
    from goodoffices.models.graph.horizons import foresight_record
    from goodoffices.models.graph.record import stability_record, witness_record
    from goodoffices.models.graph.stability import StabilityTable
    from goodoffices.models.solution import Solution

    table = answers.plain.outcome
    # Labels of large models are made one by one when asked for; here all are, many times.
    listed = StabilityTable(table.decision_makers, tuple(table.states), table.stable)
    plain = Solution(answers.plain.method, listed, answers.plain.witness, answers.plain.parameters)
    record: dict[str, Any] = {**_described(subject), **stability_record(plain)}
    small = len(table.states) <= SMALL
    if small or prove:
        record["witnesses"] = witness_record(plain)
    for concept, solution in answers.foresight.items():
        foresight: dict[str, Any] = foresight_record(solution)
        record["stable"][concept] = foresight["stable"]
        record["equilibria"][concept] = foresight["equilibria"]
        if "witnesses" in record:
            record["witnesses"][concept] = foresight["plays"]
    if coalesce or (small and len(table.decision_makers) <= FEW_PARTIES):
        record["coalitions"] = coalitions(subject, tuple(table.stable))
    skipped = [key for key in ("coalitions", "witnesses") if key not in record]
    record["left_out"] = [f"{key}: ask with --{key}" for key in skipped]
    return record | variants(subject, tuple(table.stable))


def _described(subject: Subject) -> dict[str, Any]:
    """Return what the letters of a state stand for, and for a case by which rule each part came about."""
    record: dict[str, Any] = {
        "name": subject.entry.name,
        "status_quo": subject.entry.status_quo,
        "options": [
            {"name": one.name, "owner": one.owner, "direction": one.direction} for one in subject.options
        ],
    }
    if subject.derived is not None:
        record["derived"] = {
            "options": [asdict(one.origin) for one in subject.derived.options],
            "preferences": [asdict(one) for one in subject.derived.statements],
            "status_quo": asdict(subject.derived.now),
            "infeasible": [asdict(one) for one in subject.derived.impossible],
            "same": [asdict(one) for one in subject.derived.same],
            "left_out": [{"what": what, **asdict(origin)} for what, origin in subject.derived.left_out],
        }
    return record


def coalitions(subject: Subject, concepts: Sequence[str]) -> dict[str, Any]:
    """Return what holds for every coalition, by those of the concepts that are defined for coalitions."""
    from goodoffices.models.graph.coalitions import (
        COALITION_CONCEPTS,
        coalition_record,
        coalition_stability,
    )

    defined = [concept for concept in concepts if concept in COALITION_CONCEPTS]
    if not defined:
        return {}
    return coalition_record(coalition_stability(subject.model, concepts=defined))


def variants(subject: Subject, concepts: Sequence[str]) -> dict[str, Any]:
    """Return what follows from doubts, strong preferences and views, where the file has them."""
    from goodoffices.models.graph.hypergame import hypergame, hypergame_record
    from goodoffices.models.graph.strength import strength_of_preference, strength_record
    from goodoffices.models.graph.unknown import unknown_preferences, unknown_record

    entry, record = subject.entry, {}
    if entry.unknown:
        record["unknown"] = unknown_record(unknown_preferences(entry.model, entry.unknown))
    if entry.much_better:
        record["strength"] = strength_record(strength_of_preference(entry.model, entry.much_better))
    if entry.views:
        record["hypergame"] = hypergame_record(hypergame(entry.perceived(), concepts=concepts))
    return record
