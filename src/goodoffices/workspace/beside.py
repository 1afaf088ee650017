"""The catalogue of precedents as the brief shows it beside designs."""

from __future__ import annotations

from goodoffices.brief.beside import Example
from goodoffices.workspace.precedents import FEATURES, past_guarantees

__all__ = ["examples"]


def examples() -> tuple[Example, ...]:
    """Return every guarantee of the catalogue, oldest first, for `compose`."""
    return tuple(
        Example(
            entry.name,
            entry.date,
            entry.tested,
            entry.outcome,
            entry.citation,
            {key: FEATURES[key] for key in sorted(entry.features)},
            entry.event,
            entry.dispute,
        )
        for entry in past_guarantees()
    )
