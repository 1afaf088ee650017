"""Bodies that have decided, or were asked to decide, whether a guarantee is acted on."""

from __future__ import annotations

from dataclasses import dataclass

from goodoffices.errors import ModelError
from goodoffices.models.guarantees.rules import AtLeast, Council, Rule

__all__ = [
    "NATO_MEMBERS",
    "PERMANENT_MEMBERS",
    "Body",
    "au_peace_and_security_council",
    "north_atlantic_council",
    "seated",
    "un_security_council",
    "un_security_council_before_1966",
]

PERMANENT_MEMBERS = ("China", "France", "Russia", "United Kingdom", "United States")
"""Permanent seats of the UN Security Council, by the states that hold them since December 1991."""

NATO_MEMBERS = (
    *("Albania", "Belgium", "Bulgaria", "Canada", "Croatia", "Czechia", "Denmark", "Estonia", "Finland"),
    *("France", "Germany", "Greece", "Hungary", "Iceland", "Italy", "Latvia", "Lithuania", "Luxembourg"),
    *("Montenegro", "Netherlands", "North Macedonia", "Norway", "Poland", "Portugal", "Romania"),
    *("Slovakia", "Slovenia", "Spain", "Sweden", "Türkiye", "United Kingdom", "United States"),
)
"""Members of NATO since 7 March 2024, when Sweden joined as the thirty-second."""

ELECTED_1966 = tuple(f"elected member {number}" for number in range(1, 11))
ELECTED_1946 = ELECTED_1966[:6]
AFRICAN_SEATS = tuple(f"elected member {number}" for number in range(1, 16))


@dataclass(frozen=True, slots=True)
class Body:
    """A body with its rule and where that is written.

    Attributes:
        name: Name as a reader knows it.
        rule: How it decides.
        source: The text that says so.
        recusal: What that text says of a member that is a party to the matter.
    """

    name: str
    rule: Rule
    source: str
    recusal: str


def un_security_council(
    permanent: tuple[str, ...] = PERMANENT_MEMBERS, elected: tuple[str, ...] = ELECTED_1966
) -> Body:
    """Return the UN Security Council of fifteen: nine votes, and none of the permanent five against.

    Args:
        permanent: Names of the five permanent members.
        elected: Names of the ten members elected for two years.

    Raises:
        ModelError: If there are not five and ten names, each once.

    References:
        Charter of the United Nations, Articles 23 and 27, as amended with effect from 31 August 1965.
        That abstention is no veto: International Court of Justice, advisory opinion on Namibia, 21 June
        1971, paragraph 22.
    """
    _check_seats(permanent, 5)
    _check_seats(elected, 10)
    return Body(
        "UN Security Council",
        Council((*permanent, *elected), permanent, 9),
        "UN Charter, Article 27(3), as amended with effect from 31 August 1965",
        "A party to a dispute abstains on decisions under Chapter VI and Article 52(3); under Chapter VII, "
        "which covers the use of force, it votes and keeps its veto.",
    )


def un_security_council_before_1966(
    permanent: tuple[str, ...] = PERMANENT_MEMBERS, elected: tuple[str, ...] = ELECTED_1946
) -> Body:
    """Return the UN Security Council of eleven, 1946 to 1965: seven votes, the permanent five not against.

    The Council of fifteen first met in January 1966, after the amendment came into force in August 1965.

    Args:
        permanent: Names of the five permanent members.
        elected: Names of the six members elected for two years.

    Raises:
        ModelError: If there are not five and six names, each once.

    References:
        Charter of the United Nations (1945), Articles 23 and 27, as signed.
    """
    _check_seats(permanent, 5)
    _check_seats(elected, 6)
    return Body(
        "UN Security Council, 1946–1965",
        Council((*permanent, *elected), permanent, 7),
        "UN Charter, Article 27(3), as signed on 26 June 1945",
        "A party to a dispute abstains on decisions under Chapter VI and Article 52(3); under Chapter VII, "
        "which covers the use of force, it votes and keeps its veto.",
    )


def north_atlantic_council(members: tuple[str, ...] = NATO_MEMBERS) -> Body:
    """Return NATO's council: consensus, so that any member can stop a decision by objecting.

    Consensus is the absence of objection: a member that stays silent does not stop anything. Article 5
    of the treaty itself obliges each ally to take such action as it deems necessary, which needs no
    decision of the council: use `EachAlone` for that reading.

    Args:
        members: Names of the member states.

    References:
        North Atlantic Treaty (1949), Articles 5 and 9. The treaty states no voting rule; decision by
        consensus is the council's practice, as NATO describes it.
    """
    return Body(
        "North Atlantic Council",
        Council(members, members, 1),
        "North Atlantic Treaty, Article 9, and the council's practice of consensus",
        "No rule takes a member out of a decision.",
    )


def au_peace_and_security_council(members: tuple[str, ...] = AFRICAN_SEATS) -> Body:
    """Return the African Union's Peace and Security Council where consensus fails: two thirds of fifteen.

    The rule counts members voting; this is the case in which all fifteen vote. No member has a veto.

    Args:
        members: Names of the fifteen elected members.

    Raises:
        ModelError: If there are not fifteen names, each once.

    References:
        Protocol relating to the Establishment of the Peace and Security Council of the African Union
        (2002), Articles 5 and 8(9), 8(13).
    """
    _check_seats(members, 15)
    return Body(
        "African Union Peace and Security Council",
        AtLeast(members, 10),
        "Protocol on the Peace and Security Council of the African Union, Article 8(13)",
        "A member that is party to the conflict takes no part in discussion or decision (Article 8(9)).",
    )


def seated(seats: tuple[str, ...], members: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """Put members on the seats of a body that change hands, in the order given.

    Args:
        seats: Names of these seats.
        members: Who holds them, as far as it is known; those who hold a fixed seat are passed over.
        others: Who holds the fixed seats.

    Returns:
        The holders, then the names of the seats left over.

    Raises:
        ModelError: If there are more holders than seats.
    """
    holders = tuple(one for one in members if one not in others)
    if len(holders) > len(seats):
        raise ModelError(
            f"{len(holders)} parties for {len(seats)} elected seats; name {len(seats)} or fewer beside those "
            "with a fixed seat"
        )
    return (*holders, *seats[len(holders) :])


def _check_seats(names: tuple[str, ...], seats: int) -> None:
    if len(set(names)) != seats or len(names) != seats:
        raise ModelError(f"{len(names)} names for {seats} seats: {list(names)}; give {seats}, each once")
