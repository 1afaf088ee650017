"""What every solver returns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Outcome_co = TypeVar("Outcome_co", covariant=True)
Witness_co = TypeVar("Witness_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Solution(Generic[Outcome_co, Witness_co]):
    """An answer with what is needed to check it by hand.

    Attributes:
        method: The solver's name in the field's words, with its source where there are several readings.
        outcome: The answer.
        witness: What lets a reader check the answer without running the solver again.
        parameters: Every parameter that the answer depends on beside the problem itself.
    """

    method: str
    outcome: Outcome_co
    witness: Witness_co
    parameters: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "parameters", dict(self.parameters))
