"""Codings of drafted values: marked as drafted, and tied to the findings they rest on."""

from __future__ import annotations

from collections.abc import Sequence

from goodoffices.case.coding import Coding, Status

CODER = "goodoffices draft"


def drafted(because: Sequence[str], *, claim: bool = False, note: str | None = None) -> Coding:
    """Return the coding of a drafted value.

    Args:
        because: Ids of the findings that it rests on, without repetition.
        claim: Whether it is what a party says, rather than the report in its own voice.
        note: What a reader must know of how it was drafted.
    """
    return Coding(
        status=Status.CLAIM if claim else Status.REPORTED,
        because=tuple(dict.fromkeys(because)),
        coder=CODER,
        drafted=True,
        note=note,
    )
