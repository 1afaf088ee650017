"""Read what a conflict file says of a decision maker's preferences."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from goodoffices.models.graph.preferences import Numbers, Preference, Priorities, Ranking
from goodoffices.models.graph.states import Option, holds_in
from goodoffices.models.graph.strength import chain
from goodoffices.workspace.placed import Place, listed
from goodoffices.workspace.state_names import Model, Pair, pair_in, state_in, state_text

FORMS = ("ranking", "statements", "values")
"""The three ways to say what somebody prefers."""

PREFERENCE_KEYS = (*FORMS, "weights", "unknown")

MUCH = ">>"
"""Between two levels of a ranking: what stands before is much better than what stands after."""


def read_preference(place: Place, options: Sequence[Option]) -> Preference:
    """Read a ranking, statements or values.

    Args:
        place: What stands under the decision maker's name.
        options: The options that statements may speak of; none in a conflict given by states and moves.

    Raises:
        ModelError: A key is unknown, none or several of the three ways are given, or a part is misshapen.
    """
    parts = place.fields(PREFERENCE_KEYS, ())
    ways = [key for key in FORMS if key in parts]
    if len(ways) != 1:
        raise place.refuse(f"give {place.key!r} either a ranking or statements or values")
    if "weights" in parts and "statements" not in parts:
        raise parts["weights"].refuse("weights belong to statements: remove them")
    if "ranking" in parts:
        return Ranking(_levels(parts["ranking"]))
    if "values" in parts:
        return Numbers({state: value.number() for state, value in parts["values"].entries().items()})
    if not options:
        raise parts["statements"].refuse(
            "statements speak of options, and there are none: give a ranking or values"
        )
    for statement in parts["statements"].items():
        check_statement(statement, options)
    weights = [weight.number() for weight in listed(parts, "weights")]
    with place.here():
        return Priorities(tuple(one.text() for one in parts["statements"].items()), tuple(weights))


def check_statement(place: Place, options: Sequence[Option]) -> None:
    """Refuse what is no condition or pattern over the options.

    Raises:
        ModelError: It is not; the message says where in the file.
    """
    text = place.text()
    with place.here():
        holds_in(text, options, np.zeros(1, dtype=np.int64))


def read_unknown(model: Model, place: Place) -> tuple[Pair, ...]:
    """Return the pairs of states whose comparison is said to be unknown.

    Raises:
        ModelError: An entry is no pair of two different states.
    """
    parts = place.entries()
    pairs = []
    for entry in listed(parts, "unknown"):
        one, other = pair_in(model, entry)
        if one == other:
            raise entry.refuse(f"state {one!r} is paired with itself: a state is as good as itself, drop it")
        pairs.append((one, other))
    return tuple(pairs)


def read_strength(model: Model, place: Place) -> tuple[Pair, ...]:
    """Return the pairs of a state and one much worse that the marks >> of a ranking say.

    Raises:
        ModelError: An entry names no state.
    """
    blocks: list[list[str]] = [[]]
    for level in listed(place.entries(), "ranking"):
        if level.value == MUCH:
            blocks.append([])
        else:
            blocks[-1] += [state_in(model, state) for state in _members(level)]
    return chain(blocks)


def _levels(place: Place) -> tuple[tuple[str, ...], ...]:
    levels: list[tuple[str, ...]] = []
    entries = place.items()
    for number, entry in enumerate(entries):
        if entry.value != MUCH:
            levels.append(tuple(state_text(state) for state in _members(entry)))
        elif number in {0, len(entries) - 1} or entries[number - 1].value == MUCH:
            raise entry.refuse(f"{MUCH!r} stands between two levels of a ranking: remove this one")
    return tuple(levels)


def _members(place: Place) -> list[Place]:
    return place.items() if isinstance(place.value, list) else [place]
