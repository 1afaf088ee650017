"""Designs that are usually compared, from the words of drafts that are public."""

from __future__ import annotations

from goodoffices.models.guarantees.bodies import PERMANENT_MEMBERS
from goodoffices.models.guarantees.design import Design, Duty, Trigger
from goodoffices.models.guarantees.rules import AtLeast, EachAlone, Rule, Unanimous

__all__ = ["ISTANBUL_GUARANTORS", "under_usual_rules", "usual_designs"]

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


def under_usual_rules(
    guarantors: tuple[str, ...],
    *,
    beneficiary: str,
    attackers: tuple[str, ...],
    trigger: Trigger | None = None,
) -> tuple[Design, ...]:
    """Return one design for each usual rule, with the same guarantors: what the rule alone decides.

    All agree, two thirds, a majority, each alone; where an attacker is among the guarantors, also all
    without a say for the accused. A rule that comes to the same as a stricter one is left out.

    Args:
        guarantors: Who promises.
        beneficiary: Who is protected.
        attackers: Whose attack is meant.
        trigger: What sets it off.

    Raises:
        ModelError: If an attacker is the beneficiary, or the list is empty or names somebody twice.
    """
    size = len(guarantors)
    accused = tuple(name for name in attackers if name in guarantors)
    first = "all must agree" if size > 1 else "it decides alone"
    rules: dict[str, tuple[Rule, tuple[str, ...]]] = {first: (Unanimous(guarantors), ())}
    if 0 < len(accused) < size:
        rules["all must agree, without a say for the accused"] = (Unanimous(guarantors), accused)
    for told, needed in (("two thirds", -(-2 * size // 3)), ("a majority", size // 2 + 1)):
        if 1 < needed < size and all(needed != getattr(rule, "needed", size) for rule, _ in rules.values()):
            rules[f"{told}, {needed} of {size}"] = (AtLeast(guarantors, needed), ())
    if size > 1:
        rules["each may act alone"] = (EachAlone(guarantors), ())
    return tuple(
        Design(
            name=name,
            beneficiary=beneficiary,
            attackers=attackers,
            rule=rule,
            trigger=trigger,
            recused=recused,
        )
        for name, (rule, recused) in rules.items()
    )
