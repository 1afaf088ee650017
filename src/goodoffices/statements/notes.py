"""What has been found in a report so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from goodoffices.statements.denials import Charge
from goodoffices.statements.repeats import Told
from goodoffices.statements.statement import (
    Actor,
    DistanceMention,
    OptionMention,
    PrecedentMention,
    Relation,
    Statement,
)


@dataclass(slots=True)
class Notes:
    """What has been found so far; it grows while the report is read, which is why it is not frozen."""

    statements: list[Statement] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    precedents: list[PrecedentMention] = field(default_factory=list)
    options: list[OptionMention] = field(default_factory=list)
    distances: list[DistanceMention] = field(default_factory=list)
    pointers: dict[str, str] = field(default_factory=dict)
    verbs: dict[tuple[int, int], str] = field(default_factory=dict)
    after: dict[str, tuple[int, int]] = field(default_factory=dict)
    speaker: Actor | None = None
    told: Told = field(default_factory=Told)
    charges: list[Charge] = field(default_factory=list)

    def next_id(self, letter: str, found: Sequence[object]) -> str:
        """Return the next free id of a kind of finding."""
        return f"{letter}{len(found) + 1}"
