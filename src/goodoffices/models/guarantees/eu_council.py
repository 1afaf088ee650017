"""The Council of the European Union, which counts states and people."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import accumulate
from math import ceil
from types import MappingProxyType

from goodoffices.errors import ModelError
from goodoffices.models.guarantees.bodies import Body
from goodoffices.models.guarantees.rules import AllOf, AnyOf, AtLeast, Weighted

__all__ = ["EU_POPULATIONS", "eu_council"]

EU_POPULATIONS: Mapping[str, int] = MappingProxyType(
    {
        "Austria": 9_158_750,
        "Belgium": 11_832_049,
        "Bulgaria": 6_445_481,
        "Croatia": 3_861_967,
        "Cyprus": 933_505,
        "Czechia": 10_900_555,
        "Denmark": 5_961_249,
        "Estonia": 1_374_687,
        "Finland": 5_603_851,
        "France": 68_401_997,
        "Germany": 83_445_000,
        "Greece": 10_397_193,
        "Hungary": 9_584_627,
        "Ireland": 5_343_805,
        "Italy": 58_989_749,
        "Latvia": 1_871_882,
        "Lithuania": 2_885_891,
        "Luxembourg": 672_050,
        "Malta": 563_443,
        "Netherlands": 17_942_942,
        "Poland": 36_620_970,
        "Portugal": 10_639_726,
        "Romania": 19_064_409,
        "Slovakia": 5_424_687,
        "Slovenia": 2_123_949,
        "Spain": 48_610_458,
        "Sweden": 10_551_707,
    }
)
"""Usual residents of the 27 member states on 1 January 2024, as Eurostat first published them in July 2024.

Together 449,206,579. Eurostat has revised some figures since; the Council lays down its own rounded ones
each year in Annex III of its rules of procedure.
"""

SHARE_OF_STATES = Fraction(55, 100)
SHARE_OF_PEOPLE = Fraction(65, 100)


def eu_council(populations: Mapping[str, int] = EU_POPULATIONS) -> Body:
    """Return the EU Council deciding by qualified majority: 55 % of states with 65 % of the people.

    If fewer states than a blocking minority needs are left over, the majority counts as reached whatever
    they number. With all 27 a blocking minority has at least four states. Where a state takes no part,
    leave it out of the populations: the shares are then of those that do, and a blocking minority is the
    fewest that hold more than 35 % of their people, and one more.

    Args:
        populations: People of each state that takes part, as of one date.

    Raises:
        ModelError: If fewer than two states take part, or one has no people.

    References:
        Treaty on European Union, Article 16(4); Treaty on the Functioning of the European Union, Article
        238(3), both in force for this rule since 1 November 2014.
    """
    if len(populations) < 2 or min(populations.values()) <= 0:
        raise ModelError(
            f"{len(populations)} states with people {sorted(populations.values())[:3]}…; "
            "give at least two, each with its number of people above 0"
        )
    states, people = tuple(populations), sum(populations.values())
    majority = AllOf(
        (
            AtLeast(states, ceil(SHARE_OF_STATES * len(states))),
            Weighted(populations, SHARE_OF_PEOPLE * people),
        )
    )
    blockers = _blocking_states(populations)
    enough = AtLeast(states, max(1, len(states) - blockers + 1))
    return Body(
        "Council of the European Union",
        AnyOf((majority, enough)),
        "Treaty on European Union, Article 16(4); Treaty on the Functioning of the European Union, Article "
        "238(3)",
        "No rule takes a party to a matter out in general; a state whose rights are at stake under Article 7 "
        "of the Treaty on European Union has no vote (Article 354 of the other treaty).",
    )


def _blocking_states(populations: Mapping[str, int]) -> int:
    """Return the fewest states of a blocking minority: four of all 27, else as Article 238(3) counts."""
    if len(populations) == len(EU_POPULATIONS):
        return 4
    people = sum(populations.values())
    sums = accumulate(sorted(populations.values(), reverse=True))
    fewest = next(
        number for number, held in enumerate(sums, start=1) if held > (1 - SHARE_OF_PEOPLE) * people
    )
    return fewest + 1
