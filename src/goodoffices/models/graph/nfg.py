"""A conflict as a game in strategic form, for Gambit (.nfg)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from goodoffices.errors import ModelError
from goodoffices.models.graph.conflict import Conflict
from goodoffices.models.graph.efg import MAX_NODES, ordinal, quoted
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.sequences import moves_of, ranks_of


def strategic_form(model: Conflict | Graph) -> str:
    """Return a conflict in option form as a game in strategic form, in Gambit's .nfg format.

    A strategy is a combination of one's own options. Payoffs are ordinal: 1 for the worst level of a
    ranking, 2 for the next, so only pure strategies have a meaning. Pure Nash equilibria are the states
    stable by R for everyone.

    Args:
        model: A conflict in option form. All combinations of everybody's own combinations must be feasible
            and none merged, and every decision maker must be able to change from any of its combinations to
            any other.

    Raises:
        ModelError: The conflict has no options, a state is merged or missing, or a move is not possible, so
            that the conflict is not a game in strategic form; or there are too many states.

    References:
        McKelvey, McLennan and Turocy, Gambit: Software Tools for Game Theory, file formats.
    """
    conflict = _with_options(model)
    own = _strategies(conflict)
    number = {label: state for state, label in enumerate(conflict.states)}
    _check_product(conflict, own, number)
    payoffs = [ordinal(ranks_of(conflict.graph, who)) for who in range(len(conflict.decision_makers))]
    names = [
        "{ " + " ".join(quoted(_said(conflict, who, letters)) for letters in own[who]) + " }"
        for who in range(len(own))
    ]
    lines = [
        f"NFG 1 R {quoted(conflict.name)} {{ {' '.join(map(quoted, conflict.decision_makers))} }}",
        f"{{ {' '.join(names)} }}",
        quoted("Payoffs are ordinal: 1 is the worst level of a ranking."),
    ]
    for chosen in _contingencies(own):
        state = number[_label(conflict, chosen)]
        lines.append(" ".join(str(levels[state]) for levels in payoffs))
    return "\n".join([*lines, ""])


def _with_options(model: Conflict | Graph) -> Conflict:
    if not isinstance(model, Conflict):
        raise ModelError(
            "the conflict is given by states and moves, and a strategic form needs options to choose from: "
            "give options, or take another format"
        )
    return model


def _strategies(conflict: Conflict) -> list[list[tuple[str, ...]]]:
    """Return each decision maker's combinations of letters of its own options, in the order of the states."""
    if len(conflict.states) > MAX_NODES:
        raise ModelError(
            f"{len(conflict.states):,} states are more than such a file takes ({MAX_NODES:,}): "
            "leave out options"
        )
    merged = next((label for label in conflict.states if "-" in label), None)
    if merged is not None:
        raise ModelError(
            f"state {merged!r} stands for several combinations, which a strategic form cannot say: leave "
            "out 'same'"
        )
    return [
        list(dict.fromkeys(_own(conflict, who, label) for label in conflict.states))
        for who in range(len(conflict.decision_makers))
    ]


def _own(conflict: Conflict, who: int, label: str) -> tuple[str, ...]:
    name = conflict.decision_makers[who]
    return tuple(
        letter for letter, option in zip(label, conflict.options, strict=True) if option.owner == name
    )


def _label(conflict: Conflict, chosen: Sequence[tuple[str, ...]]) -> str:
    left = {name: iter(letters) for name, letters in zip(conflict.decision_makers, chosen, strict=True)}
    return "".join(next(left[option.owner]) for option in conflict.options)


def _check_product(conflict: Conflict, own: list[list[tuple[str, ...]]], number: dict[str, int]) -> None:
    for chosen in product(*own):
        label = _label(conflict, chosen)
        if label not in number:
            raise ModelError(
                f"state {label!r} is infeasible though each decision maker's part of it occurs elsewhere: a "
                "strategic form needs every combination"
            )
    for chosen, who in product(product(*own), range(len(own))):
        label = _label(conflict, chosen)
        reach = set(moves_of(conflict.graph, who, number[label]))
        for other in own[who]:
            target = _label(conflict, [*chosen[:who], other, *chosen[who + 1 :]])
            if target != label and number[target] not in reach:
                name = conflict.decision_makers[who]
                raise ModelError(
                    f"{name!r} cannot go from {label!r} to {target!r}: in a strategic "
                    "form everyone can choose freely, so options must have the direction 'both'"
                )


def _contingencies(own: list[list[tuple[str, ...]]]) -> Iterator[tuple[tuple[str, ...], ...]]:
    """Yield the combinations of strategies in Gambit's order: the first player's changes fastest."""
    for backwards in product(*reversed(own)):
        yield tuple(reversed(backwards))


def _said(conflict: Conflict, who: int, letters: tuple[str, ...]) -> str:
    options = [option for option in conflict.options if option.owner == conflict.decision_makers[who]]
    said = [
        option.name if letter == "Y" else f"not {option.name}"
        for option, letter in zip(options, letters, strict=True)
    ]
    return ", ".join(said) or "nothing to decide"
