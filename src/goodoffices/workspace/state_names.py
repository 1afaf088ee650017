"""Find the state that somebody named: by a pattern where there are options, else by its own name."""

from __future__ import annotations

from goodoffices.case.names import way_out
from goodoffices.errors import ModelError
from goodoffices.models.graph.conflict import Conflict
from goodoffices.models.graph.general import Graph
from goodoffices.workspace.placed import Place, shown

Model = Conflict | Graph
"""A conflict with options, or states and moves alone."""

Pair = tuple[str, str]
"""Two states, by label."""


def find_state(model: Model, name: str) -> str:
    """Return the label of the one state that a text names.

    Raises:
        ModelError: It names none, or several.
    """
    if isinstance(model, Conflict):
        return model.states[model.space.find(name)]
    if name not in model.states:
        raise ModelError(f"no state {name!r}; {way_out(name, model.states)}")
    return name


def state_text(place: Place) -> str:
    """Return a state as a file gives it: text, or a whole number, as papers number their states.

    Raises:
        ModelError: It is neither.
    """
    if isinstance(place.value, int) and not isinstance(place.value, bool):
        return str(int(place.value))
    if isinstance(place.value, bool):
        raise place.refuse(f"a state must be text, but is {shown(place.value)}: put it in quotes")
    return place.text()


def state_in(model: Model, place: Place) -> str:
    """Return the label of the state that stands at a place.

    Raises:
        ModelError: It names no state, or several; the message says where in the file.
    """
    text = state_text(place)
    with place.here():
        return find_state(model, text)


def pair_in(model: Model, place: Place) -> Pair:
    """Return the two states that stand at a place.

    Raises:
        ModelError: There are not two, or one names no state; the message says where in the file.
    """
    both = place.items()
    if len(both) != 2:
        raise place.refuse(f"a pair is two states, such as [{', '.join(model.states[:2])}], not {len(both)}")
    return state_in(model, both[0]), state_in(model, both[1])
