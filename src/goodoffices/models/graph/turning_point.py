"""On whom of several guarantors it turns whether a guarantee is acted on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

Decides = Callable[[Collection[str]], bool]
"""Whether a set of guarantors can decide under the guarantee's rule."""


def turning_point(
    members: Sequence[str], willing: Mapping[str, float], decides: Decides, *, never: Collection[str] = ()
) -> str | None:
    """Return the guarantor with whom the more willing first can decide.

    If whoever is less willing acts only where all more willing ones act, the guarantors act exactly if this
    one does, so that one option stands for all of theirs.

    Args:
        members: Those who have a say, in the order that settles ties.
        willing: How willing each is; needed for all but those who never act, unless it is only one.
        decides: The rule.
        never: Those who never act, such as the party that the guarantee is meant against.

    Returns:
        None if those who may act cannot decide, or if nobody's willingness tells them apart.

    Examples:
        >>> willing = {"a": 0.2, "b": 0.7, "c": 0.5}
        >>> turning_point(("a", "b", "c"), willing, lambda chosen: len(chosen) >= 1)
        'b'
        >>> turning_point(("a", "b", "c"), willing, lambda chosen: len(chosen) == 3)
        'a'
    """
    able = [member for member in members if member not in never]
    if not decides(able):
        return None
    if len(able) > 1 and any(member not in willing for member in able):
        return None
    order = sorted(able, key=lambda member: -willing.get(member, 0.0))
    return next(member for place, member in enumerate(order) if decides(order[: place + 1]))
