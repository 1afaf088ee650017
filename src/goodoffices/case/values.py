"""Numbers as an analyst gives them: a lowest, a most credible and a highest value."""

from __future__ import annotations

import math
from dataclasses import dataclass

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from goodoffices.errors import CaseError


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """A value that is not known exactly; in a case file, a list of three numbers.

    Attributes:
        low: Lowest value that the coder would defend.
        mid: Most credible value.
        high: Highest value that the coder would defend.
    """

    low: float
    mid: float
    high: float

    def __post_init__(self) -> None:
        if not all(math.isfinite(value) for value in self.as_list()):
            raise CaseError(f"interval {self.as_list()} holds a value that is not a finite number")
        if not self.low <= self.mid <= self.high:
            raise CaseError(f"interval {self.as_list()} is out of order; write [low, mid, high]")

    @classmethod
    def exactly(cls, value: float) -> Interval:
        """Return the interval of a value that is certain."""
        return cls(value, value, value)

    def as_list(self) -> list[float]:
        """Return low, mid and high."""
        return [self.low, self.mid, self.high]

    def within(self, lowest: float, highest: float) -> bool:
        """Tell whether the whole interval lies between two bounds, bounds included."""
        return lowest <= self.low and self.high <= highest

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        number = core_schema.float_schema(strict=True, allow_inf_nan=False)
        triple = core_schema.list_schema(number, min_length=3, max_length=3)
        from_list = core_schema.no_info_after_validator_function(_from_triple, triple)
        return core_schema.no_info_before_validator_function(
            _to_triple,
            from_list,
            serialization=core_schema.plain_serializer_function_ser_schema(Interval.as_list),
        )


def _to_triple(value: object) -> object:
    return value.as_list() if isinstance(value, Interval) else value


def _from_triple(values: list[float]) -> Interval:
    try:
        return Interval(*values)
    except CaseError as error:
        raise ValueError(str(error)) from error
