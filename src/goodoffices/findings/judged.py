"""What a case judges of guarantees in numbers, as the models take it."""

from __future__ import annotations

from dataclasses import fields

from goodoffices.case.instruments import Guarantee
from goodoffices.case.stakes import AttackerStakes
from goodoffices.case.values import Interval
from goodoffices.models.guarantees.credibility import Shift, Stakes

__all__ = ["case_capability", "case_shift", "case_stakes"]


def case_capability(guarantee: Guarantee) -> dict[str, float | Interval]:
    """Return what each guarantor could bring, for those for whom it is coded."""
    return {member: given.value for member, given in guarantee.capability.items()}


def case_stakes(found: AttackerStakes) -> Stakes:
    """Return what an attack would be worth to a party of the case."""
    return Stakes(**{field.name: getattr(found, field.name) for field in fields(Stakes)})


def case_shift(found: AttackerStakes) -> Shift | None:
    """Return how the chances in a war are expected to change, where the case says so."""
    shift = found.shift
    return Shift(**{field.name: getattr(shift, field.name) for field in fields(Shift)}) if shift else None
