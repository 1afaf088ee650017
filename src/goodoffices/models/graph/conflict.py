"""A conflict in option form: who owns which options, what can occur, and who prefers what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from goodoffices.errors import ModelError
from goodoffices.models.graph.forbidden import Forbidden, check_movers, without
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.labels import state_labels
from goodoffices.models.graph.moves import unilateral_moves
from goodoffices.models.graph.preferences import Preference
from goodoffices.models.graph.states import Option, StateSpace, state_space


@dataclass(frozen=True, slots=True)
class Conflict:
    """A conflict in option form with the graph that its options give; `option_form` makes one.

    Attributes:
        name: What the conflict is called.
        space: The options and the feasible states.
        graph: Decision makers, moves and ranks over those states, in the same order.
        forbidden: Moves that options would allow and that the graph is without; `forbid` takes them out.
    """

    name: str
    space: StateSpace
    graph: Graph
    forbidden: tuple[Forbidden, ...] = ()

    @property
    def decision_makers(self) -> tuple[str, ...]:
        """The decision makers' names."""
        return self.graph.decision_makers

    @property
    def options(self) -> tuple[Option, ...]:
        """The options, in the order of a state's letters."""
        return self.space.options

    @property
    def states(self) -> Sequence[str]:
        """The states' labels: one letter per option, Y taken, N not taken, - either."""
        return self.graph.states


def option_form(
    *,
    name: str,
    decision_makers: Sequence[str],
    options: Sequence[Option],
    preferences: Mapping[str, Preference],
    infeasible: Sequence[str] = (),
    same: Sequence[str] = (),
) -> Conflict:
    """Build a conflict from options and preferences.

    Args:
        name: What the conflict is called.
        decision_makers: All of them, also one without options.
        options: Each owned by one of the decision makers; at most 26.
        preferences: A ranking or priorities for each decision maker.
        infeasible: Conditions, or patterns such as `YY--`, that cannot occur. A condition calls an option
            by its name, or `owner.name` where two owners use the same name, and is true if it is taken.
        same: Patterns; what one of them covers counts as one state.

    Raises:
        ModelError: An owner or preference is missing or unknown, no state is feasible, a ranking does
            not fit the feasible states, or the conflict is too large.
        ConditionError: A condition cannot be read or names no option.

    Examples:
        >>> from goodoffices.models.graph.preferences import Ranking
        >>> chicken = option_form(
        ...     name="Chicken",
        ...     decision_makers=["A", "B"],
        ...     options=[Option("Swerve", "A"), Option("Swerve", "B")],
        ...     preferences={
        ...         "A": Ranking((("NY",), ("YY",), ("YN",), ("NN",))),
        ...         "B": Ranking((("YN",), ("YY",), ("NY",), ("NN",))),
        ...     },
        ... )
        >>> chicken.states
        ('NN', 'YN', 'NY', 'YY')

    References:
        Fang, Hipel and Kilgour (1993), Interactive Decision Making, chapter 2.
    """
    _check_names(decision_makers, options, preferences)
    space = state_space(options, infeasible=infeasible, same=same)
    graph = Graph(
        decision_makers=tuple(decision_makers),
        states=state_labels(space),
        moves=unilateral_moves(space, decision_makers),
        ranks=tuple(preferences[who].ranks(space, who) for who in decision_makers),
    )
    return Conflict(name, space, graph)


def forbid(conflict: Conflict, *forbidden: Forbidden) -> Conflict:
    """Return a conflict without some of its moves.

    Raises:
        ModelError: A mover is unknown, a condition is misshapen or splits a merged state, or the moves
            that are left are too many to list.
        ConditionError: A condition cannot be read or names no option.

    Examples:
        >>> from goodoffices.models.graph.preferences import Priorities
        >>> siege = option_form(
        ...     name="Siege",
        ...     decision_makers=["Garrison"],
        ...     options=[Option("hold out", "Garrison"), Option("hoist a flag", "Garrison")],
        ...     preferences={"Garrison": Priorities(("true",))},
        ... )
        >>> bound = forbid(siege, Forbidden("not 'hoist a flag'", "not 'hold out'"))
        >>> [siege.states[state] for state in bound.graph.moves_of(0, siege.space.find("YN"))]
        ['YY']
    """
    check_movers(forbidden, conflict.decision_makers)
    old = conflict.graph
    moves = [
        without(conflict.space, who, moves, forbidden)
        for who, moves in zip(old.decision_makers, old.moves, strict=True)
    ]
    graph = Graph(old.decision_makers, old.states, moves, old.ranks)
    return replace(conflict, graph=graph, forbidden=conflict.forbidden + forbidden)


def _check_names(
    decision_makers: Sequence[str], options: Sequence[Option], preferences: Mapping[str, Preference]
) -> None:
    known = ", ".join(map(repr, decision_makers))
    for option in options:
        if option.owner not in decision_makers:
            raise ModelError(
                f"option {option.name!r} is owned by {option.owner!r}, who is no decision maker: "
                f"there are {known}"
            )
    for who in decision_makers:
        if who not in preferences:
            raise ModelError(f"no preferences are given for {who!r}: give a ranking or statements")
    for who in preferences:
        if who not in decision_makers:
            raise ModelError(
                f"preferences are given for {who!r}, who is no decision maker: there are {known}"
            )
