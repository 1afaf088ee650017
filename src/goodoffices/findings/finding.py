"""A finding: one claim, how sure it is, what it rests on, what would overturn it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from goodoffices.case.coding import Coding, Status


class Basis(StrEnum):
    """How a finding is known."""

    REPORTED = "reported"
    """A report says so in its own voice."""
    CLAIM = "claim"
    """A party says so."""
    DOCUMENT = "document"
    """An agreement or other document says so."""
    JUDGEMENT = "judgement"
    """An analyst judged it so."""
    COMPUTED = "computed"
    """It follows from the case under the assumptions named."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that the brief says.

    Attributes:
        claim: One plain sentence.
        basis: How it is known.
        by: Names of those who claim it, or who judged it.
        because: Ids of the statements and relations it rests on.
        assumes: What it takes for granted, in plain words.
        sources: Citations of sources outside the reports.
        overturned_by: What would make it wrong, in plain words.
        drafted: Whether it rests on something the tool drafted and nobody confirmed.
    """

    claim: str
    basis: Basis
    by: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    assumes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    overturned_by: str | None = None
    drafted: bool = False


def basis_of(coding: Coding) -> Basis:
    """Return how a coded value is known."""
    return _BASES[coding.status]


def judge_of(coding: Coding) -> tuple[str, ...]:
    """Return who judged a coded value, if it is a judgement."""
    return (coding.coder,) if coding.status is Status.JUDGEMENT and coding.coder else ()


def sources_of(codings: Iterable[Coding]) -> tuple[str, ...]:
    """Return the citations of sources outside the reports, each once."""
    return tuple(dict.fromkeys(coding.source for coding in codings if coding.source))


_BASES = {
    Status.REPORTED: Basis.REPORTED,
    Status.CLAIM: Basis.CLAIM,
    Status.DOCUMENT: Basis.DOCUMENT,
    Status.JUDGEMENT: Basis.JUDGEMENT,
}
