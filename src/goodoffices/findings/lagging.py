"""Where a coded case still says what its statements said before they were corrected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from goodoffices.findings.words import counted, joined


@dataclass(frozen=True, slots=True)
class Lag:
    """An entry of a case that does not follow the statements as they were corrected.

    Attributes:
        proposal: Id of the proposal.
        party: Id of the party whose answer, or whose making of the proposal, is concerned.
        keys: Keys below the proposal that lead to the entry; empty where an entry is missing.
        statements: Ids of the corrected statements.
        said: What those statements say now, such as 's14: demand'.
        told: The whole in words, with the way out.
    """

    proposal: str
    party: str
    keys: tuple[str, ...]
    statements: tuple[str, ...]
    said: str
    told: str

    @property
    def note(self) -> str:
        """A short line to stand beside the entry."""
        entry = "lags behind a correction" if self.keys else "a corrected statement is missing from the case"
        return f"{entry} ({self.said})"


def lagging(lags: Sequence[Lag]) -> str | None:
    """Say behind how many corrected statements a case lags; None where it follows them all."""
    ids = list(dict.fromkeys(id_ for lag in lags for id_ in lag.statements))
    if not ids:
        return None
    count = counted(len(ids), "corrected statement")
    return f"The case lags behind {count} ({joined(ids)}): case.yaml does not yet say what they say"


def behind(lags: Sequence[Lag]) -> str | None:
    """Say at the head of a page that the case lags; None where it follows all corrections."""
    said = lagging(lags)
    if said is None:
        return None
    return (
        f"{said}, and everything below follows case.yaml. What is concerned is marked in the table of "
        "proposals; 'goodoffices check' names the lines to change."
    )
