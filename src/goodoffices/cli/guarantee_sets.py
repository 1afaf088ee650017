"""Sets of guarantors in words, apart from what must be so and who must ratify first."""

from __future__ import annotations

import re
from typing import Any

from goodoffices.models.guarantees.design import PROVISO, RATIFYING, is_actor

__all__ = ["blocking", "either", "enough", "provided", "renamed"]

FEW = 2
"""Up to so many who ratify are named where more are counted."""

TOO_MANY = "too many sets to list, since nearly all members count differently"

Sets = list[dict[str, Any]]


def enough(names: dict[str, str], sets: Sets | None) -> str:
    """Say which smallest sets suffice when the case arises, and what else must be so."""
    if sets is None:
        return TOO_MANY
    acting = list(dict.fromkeys(" with ".join(_shares(names, one)) for one in sets))
    others = [member for one in sets for share in one["shares"] for member in share["of"]]
    besides = (["if its conditions are met"] if any(one.startswith(PROVISO) for one in others) else []) + (
        ["once it is in force"] if any(one.endswith(RATIFYING) for one in others) else []
    )
    return ", or ".join(acting) + (f" ({' and '.join(besides)})" if besides else "")


def blocking(names: dict[str, str], sets: Sets | None) -> str:
    """Say which smallest sets can block, and who can by not ratifying."""
    if sets is None:
        return TOO_MANY
    acting = [" with ".join(told) for one in sets if (told := _shares(names, one))]
    ratifying = [share for one in sets for share in one["shares"] if share["of"][0].endswith(RATIFYING)]
    for share in ratifying:
        who = f"{'anyone' if share['needed'] == 1 else share['needed']} of the {len(share['of'])}"
        who = names.get(share["of"][0], share["of"][0]) if len(share["of"]) == 1 else who
        acting.append(f"before it is in force, {who.removesuffix(RATIFYING)} by not ratifying")
    return ", or ".join(acting)


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
