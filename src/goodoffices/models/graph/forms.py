"""The two questions that every stability concept comes down to, and who answers them for which graph."""

from __future__ import annotations

from importlib import import_module
from typing import Literal, Protocol, get_args

from goodoffices.errors import ModelError
from goodoffices.models.graph.cube import to_cube
from goodoffices.models.graph.each import Each
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.kernels.arrays import Ints
from goodoffices.models.graph.plain_cube import plain_cube
from goodoffices.models.graph.plain_listed import plain_listed

Engine = Literal["auto", "compiled", "plain"]

MOST_MOVERS = 31
"""Decision makers up to which compiled code keeps in 32 bits who of them moved to a state last."""

SMALL = 4096
"""States up to which loading compiled code takes longer than doing without."""


class Form(Protocol):
    """A graph laid out for solving."""

    def best(self, mover: int, value: Ints, best: Ints) -> None:
        """Write for each state the highest value among itself and all that the mover can move to."""

    def lowest(self, focal: int, ending: Ints, lowest: Ints, *, improving: bool) -> None:
        """Write for each state the lowest ending among itself and all that legal sequences lead to.

        Args:
            focal: Who moved to the state and does not move again.
            ending: For each state what it counts if the others stop there.
            lowest: What is written to.
            improving: Whether each of the others must improve its own rank with every step.
        """


def form_of(graph: Graph, engine: Engine = "auto", each: Each = map) -> Form:
    """Lay out a graph for solving.

    Args:
        graph: Any graph.
        engine: `compiled` by numba, `plain` NumPy, or `auto`: compiled for more than 4,096 states if numba
            is there. The answers are the same. More than 31 decision makers are always solved for in NumPy.
        each: What calls a function for every decision maker.

    Raises:
        ModelError: There is no such engine, or numba is missing where it is asked for.
    """
    if engine not in get_args(Engine):
        raise ModelError(f"no engine {engine!r}: there are {', '.join(get_args(Engine))}")
    cube = to_cube(graph)
    wanted = engine == "compiled" or (engine == "auto" and len(graph.states) > SMALL)
    if wanted and len(graph.decision_makers) <= MOST_MOVERS:
        try:
            name = "listed" if cube is None else "cube"
            module = import_module(f"goodoffices.models.graph.compiled_{name}")
        except ImportError as error:
            if engine == "compiled":
                raise ModelError(f"numba cannot be loaded ({error}): ask for engine='plain'") from error
        else:
            form: Form = module.compiled_listed(graph) if cube is None else module.compiled_cube(cube, each)
            return form
    return plain_listed(graph) if cube is None else plain_cube(cube)
