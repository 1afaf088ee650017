"""Designs that are usually compared, from the words of drafts that are public."""

from __future__ import annotations

from goodoffices.models.guarantees.bodies import PERMANENT_MEMBERS
from goodoffices.models.guarantees.design import Design, Duty, Trigger
from goodoffices.models.guarantees.rules import AtLeast, EachAlone, Rule, Unanimous

__all__ = ["ISTANBUL_GUARANTORS", "usual_designs"]

ISTANBUL_GUARANTORS = (
    *("Canada", "China", "France", "Germany", "Israel", "Italy", "Poland", "Russia", "Turkey"),
    *("United Kingdom", "United States"),
)
"""The eleven possible guarantors of the Istanbul communiqué of 29 March 2022, by name."""


def usual_designs(
    *,
    beneficiary: str,
    attacker: str,
    event: str,
    coalition: tuple[str, ...],
    ally: str,
    eleven: tuple[str, ...] = ISTANBUL_GUARANTORS,
) -> tuple[Design, ...]:
    """Return eight designs that differ in who guarantees and by which rule, all else alike.

    The permanent members of the Security Council by consensus, with and without the accused; a list such
    as the eleven of the Istanbul communiqué under unanimity, two thirds, a majority, and each alone; a
    coalition each of which may act alone; one ally.

    Args:
        beneficiary: Who is protected.
        attacker: Whose attack is meant.
        event: What sets the guarantee off.
        coalition: Who may act, each alone.
        ally: Who guarantees alone.
        eleven: The long list.

    Raises:
        ModelError: If the attacker is the beneficiary, or a list is empty or names somebody twice.
    """
    two_thirds, majority = -(-2 * len(eleven) // 3), len(eleven) // 2 + 1
    five = Unanimous(PERMANENT_MEMBERS)
    rules: list[tuple[str, Rule, tuple[str, ...]]] = [
        ("The permanent members, all of whom must agree", five, ()),
        (
            "The permanent members, without a say for the accused",
            five,
            (attacker,) if attacker in PERMANENT_MEMBERS else (),
        ),
        (f"{len(eleven)} guarantors, all of whom must agree", Unanimous(eleven), ()),
        (f"{two_thirds} of {len(eleven)} guarantors (two thirds)", AtLeast(eleven, two_thirds), ()),
        (f"{majority} of {len(eleven)} guarantors (a majority)", AtLeast(eleven, majority), ()),
        (f"{len(eleven)} guarantors, each of whom may act alone", EachAlone(eleven), ()),
        ("A coalition, each member of which may act alone", EachAlone(coalition), ()),
        (f"One ally: {ally}", EachAlone((ally,)), ()),
    ]
    return tuple(
        Design(
            name=name,
            beneficiary=beneficiary,
            attackers=(attacker,),
            rule=rule,
            trigger=Trigger(event),
            duty=Duty.DEFEND,
            recused=recused,
        )
        for name, rule, recused in rules
    )
