"""Sets of guarantors in words, apart from what must be so and who must ratify first."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from goodoffices.models.guarantees.design import PROVISO, RATIFYING, is_actor

__all__ = ["blocking", "either", "enough", "provided", "renamed"]

FEW = 2
"""Up to so many who ratify are named where more are counted."""

MANY = 4
"""Up to so many who could each stop it are named."""

TOO_MANY = "too many sets to list, since nearly all members count differently"

Sets = list[dict[str, Any]]


def enough(names: dict[str, str], sets: Sets | None, accused: Collection[str] = ()) -> str:
    """Say which smallest sets suffice when the case arises, and what else must be so.

    Args:
        names: The parties' names by id.
        sets: The sets; None where they are too many.
        accused: Against whom the guarantee is meant: no set with one of them will ever act.
    """
    if sets is None:
        return TOO_MANY
    sets = [left for one in sets if (left := _without(one, accused))]
    acting = list(dict.fromkeys(" with ".join(_shares(names, one)) for one in sets))
    if not acting:
        return f"no set without {either([names.get(one, one) for one in accused])}"
    others = [member for one in sets for share in one["shares"] for member in share["of"]]
    besides = (["if its conditions are met"] if any(one.startswith(PROVISO) for one in others) else []) + (
        ["once it is in force"] if any(one.endswith(RATIFYING) for one in others) else []
    )
    return "; or ".join(acting) + (f" ({' and '.join(besides)})" if besides else "")


def _without(one: dict[str, Any], accused: Collection[str]) -> dict[str, Any] | None:
    """Return a set of sets without those that have an accused; None where none is left."""
    shares = [
        {**share, "of": [name for name in share["of"] if name not in accused]} for share in one["shares"]
    ]
    possible = all(len(share["of"]) >= share["needed"] for share in shares)
    return {**one, "shares": shares} if possible else None


def blocking(names: dict[str, str], sets: Sets | None) -> str:
    """Say which smallest sets can block, and who can by not ratifying."""
    if sets is None:
        return TOO_MANY
    acting = [" with ".join(told) for one in sets if (told := _shares(names, one))]
    ratifying = [share for one in sets for share in one["shares"] if share["of"][0].endswith(RATIFYING)]
    acting += [f"before it is in force, {_not_ratifying(names, one)} by not ratifying" for one in ratifying]
    return "; or ".join(acting)


def _not_ratifying(names: dict[str, str], share: dict[str, Any]) -> str:
    """Name those who can keep a guarantee from being in force, or count them where they are many."""
    who = [names.get(one, one).removesuffix(RATIFYING) for one in share["of"]]
    count = "any one" if share["needed"] == 1 else f"any {share['needed']}"
    if len(who) > MANY:
        return f"{count} of the {len(who)} who must"
    return either(who) if share["needed"] == 1 else f"{count} of {', '.join(who)}"


def provided(names: dict[str, str], taken: list[str]) -> str:
    """Say what a probability takes as given, where it does."""
    told = [f"“{one.removeprefix(PROVISO)}” is met" for one in taken if one.startswith(PROVISO)]
    ratifying = [names.get(one, one).removesuffix(RATIFYING) for one in taken if one.endswith(RATIFYING)]
    told += (
        [f"the {len(ratifying)} who must ratify it do so"]
        if len(ratifying) > FEW
        else [f"{one} ratifies it" for one in ratifying]
    )
    return f", provided that {' and '.join(told)}" if told else ""


def either(who: list[str]) -> str:
    """Join names by or."""
    return f"{', '.join(who[:-1])} or {who[-1]}" if len(who) > 1 else who[0]


def renamed(names: dict[str, str], text: str) -> str:
    """Put names for the ids in a sentence of the model."""
    return re.sub(r"\w+", lambda word: names.get(word.group(), word.group()), text)


def _shares(names: dict[str, str], one: dict[str, Any]) -> list[str]:
    return [_share(names, share) for share in one["shares"] if is_actor(share["of"][0])]


def _share(names: dict[str, str], share: dict[str, Any]) -> str:
    who: list[str] = [names.get(member, member) for member in share["of"]]
    if len(who) == 1:
        return who[0]
    if share["needed"] == len(who):
        return f"{', '.join(who[:-1])} and {who[-1]} together"
    return f"any {share['needed']} of {', '.join(who)}"
