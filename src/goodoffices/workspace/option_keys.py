"""Read a conflict that a file gives by its options."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from goodoffices.case.names import way_out
from goodoffices.errors import ModelError
from goodoffices.models.graph.conflict import Conflict, forbid, option_form
from goodoffices.models.graph.forbidden import Forbidden
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.labels import state_labels
from goodoffices.models.graph.memory import Room, check_memory, check_options
from goodoffices.models.graph.moves import unilateral_moves
from goodoffices.models.graph.preferences import Numbers, Preference
from goodoffices.models.graph.ranks import Ranks
from goodoffices.models.graph.states import Option, StateSpace, read_pattern, state_space
from goodoffices.workspace.entry import Given
from goodoffices.workspace.placed import Place, listed, optional
from goodoffices.workspace.preference_keys import MUCH, check_statement, read_preference
from goodoffices.workspace.state_names import state_text

MAX_OPTIONS = 62
"""Options that a bit mask of 64 bits holds; how many of them can be solved is for the solver to say."""

LARGE = 1 << 20
"""States from which on memory is reckoned before anything is ranked."""

ROOM = Room()
"""What a conflict has to fit into unless it is said otherwise."""

OPTION_KEYS = ("options", "infeasible", "same", "forbidden")
"""The keys of a conflict given by its options, and by nothing else."""

Asked = Mapping[str, Place]
"""What a file says of each decision maker's preferences."""


def read_option_form(
    parts: dict[str, Place],
    decision_makers: Sequence[str],
    asked: Asked,
    base: Conflict | None = None,
    *,
    room: Room = ROOM,
) -> tuple[Conflict, dict[str, Preference]]:
    """Build a conflict from what a file says of options and preferences.

    Args:
        parts: The values of the file's keys.
        decision_makers: All of them.
        asked: Their preferences; in somebody's view only those that differ.
        base: The conflict that the view is of, from which other preferences are taken.
        room: What it has to fit into when it is solved.

    Returns:
        The conflict, and the preferences that were given.

    Raises:
        ModelError: A part breaks a rule; the message says where in the file.
    """
    options = _options(parts["options"], decision_makers)
    _check_infeasible(parts, options, decision_makers, room)
    space = _space(parts, options)
    _check_room(parts["options"], space, decision_makers, room)
    given: dict[str, Preference] = {}
    for who, place in asked.items():
        given[who] = read_preference(place, options)
        try:
            given[who].ranks(space, who)
        except ModelError as error:
            raise _where(place, space).refuse(str(error)) from error
    with parts["preferences"].here():
        inherited = {
            who: seen_preference(base, space, who) for who in decision_makers if who not in given and base
        }
        conflict = option_form(
            name=parts["name"].text(),
            decision_makers=decision_makers,
            options=options,
            preferences=inherited | given,
            infeasible=texts(parts, "infeasible"),
            same=texts(parts, "same"),
        )
    for place in listed(parts, "forbidden"):
        rule = _forbidden(place, conflict)
        with place.here():
            conflict = forbid(conflict, rule)
    return conflict, given


def texts(parts: dict[str, Place], key: str) -> tuple[str, ...]:
    """Return the texts of the list at a key, or none if the key is not there."""
    return tuple(place.text() for place in listed(parts, key))


def written(parts: dict[str, Place], preferences: Mapping[str, Preference]) -> Given:
    """Return how a conflict was written down."""
    return Given(preferences, texts(parts, "infeasible"), texts(parts, "same"))


def _check_infeasible(
    parts: dict[str, Place], options: Sequence[Option], decision_makers: Sequence[str], room: Room
) -> None:
    """Check what cannot occur, and refuse options that make far too many states, before any is listed."""
    for place in listed(parts, "infeasible"):
        check_statement(place, options)
    with parts["options"].here():
        check_options(options, decision_makers, texts(parts, "infeasible"), room)


def _space(parts: dict[str, Place], options: Sequence[Option]) -> StateSpace:
    for place in listed(parts, "same"):
        with place.here():
            read_pattern(place.text(), options)
    infeasible, same = texts(parts, "infeasible"), texts(parts, "same")
    with parts.get("infeasible", parts["options"]).here():
        space = state_space(options, infeasible=infeasible)
    if same:
        with parts["same"].here():
            space = state_space(options, infeasible=infeasible, same=same)
    return space


def _check_room(place: Place, space: StateSpace, decision_makers: Sequence[str], room: Room) -> None:
    """Refuse a conflict too large for memory before the work of ranking it."""
    if len(space.states) < LARGE:
        return
    flat = Ranks(np.zeros(len(space.states), dtype=np.int32))
    with place.here():
        moves = unilateral_moves(space, decision_makers)
        graph = Graph(decision_makers, state_labels(space), moves, [flat] * len(decision_makers))
        check_memory(graph, room.concepts, room.memory)


def seen_preference(base: Conflict, space: StateSpace, who: str) -> Preference:
    """Return what a decision maker prefers in a conflict, for the states of a view of it."""
    ranks = base.graph.ranks[base.decision_makers.index(who)]
    known = dict(zip(base.states, ranks, strict=True))
    for label in state_labels(space):
        if label not in known:
            raise ModelError(
                f"state {label!r} is feasible in this view and not outside it: say what {who!r} prefers in it"
            )
    return Numbers({label: known[label] for label in state_labels(space)})


def _options(place: Place, decision_makers: Sequence[str]) -> list[Option]:
    entries = place.items()
    if len(entries) > MAX_OPTIONS:
        raise place.refuse(f"{len(entries)} options are more than {MAX_OPTIONS}: leave out some")
    options: list[Option] = []
    for entry in entries:
        option = _option(entry)
        if option.owner not in decision_makers:
            raise entry.refuse(
                f"option {option.name!r} is owned by {option.owner!r}, who is no decision maker; "
                f"{way_out(option.owner, decision_makers)}"
            )
        _check_new(entry, option, options)
        options.append(option)
    return options


def _check_new(place: Place, option: Option, before: list[Option]) -> None:
    """Refuse an option given before, which may contradict itself about where it can go."""
    for other in before:
        if (other.name, other.owner) == (option.name, option.owner):
            twice = f"option {option.name!r} of {option.owner!r} is given twice"
            raise place.refuse(
                f"{twice}: keep one of them"
                if other.direction == option.direction
                else f"{twice}, with direction {other.direction!r} and with {option.direction!r}: keep one"
            )


def _option(place: Place) -> Option:
    parts = place.fields(("name", "owner", "direction"), ("name",))
    if "owner" not in parts:
        raise place.refuse(f"option {parts['name'].text()!r} has no owner: name a decision maker as 'owner'")
    direction: Any = optional(parts, "direction", Place.text, "both")
    with place.here():
        return Option(parts["name"].text(), parts["owner"].text(), direction)


def _where(place: Place, space: StateSpace) -> Place:
    """Return the state of somebody's ranking that is none, or where all that is said of it stands."""
    for level in listed(place.entries(), "ranking"):
        for state in level.items() if isinstance(level.value, list) else [level]:
            try:
                space.find(state_text(state))
            except ModelError:
                if state.value != MUCH:
                    return state
    return place


def _forbidden(place: Place, conflict: Conflict) -> Forbidden:
    parts = place.fields(("by", "from", "to"), ())
    if not parts:
        raise place.refuse("this forbids every move: say 'from' which states, 'to' which, or 'by' whom")
    for key in ("from", "to"):
        if key in parts:
            check_statement(parts[key], conflict.options)
    if "by" in parts and parts["by"].text() not in conflict.decision_makers:
        who = parts["by"].text()
        raise parts["by"].refuse(f"{who!r} is no decision maker; {way_out(who, conflict.decision_makers)}")
    return Forbidden(
        before=optional(parts, "from", Place.text, "true"),
        after=optional(parts, "to", Place.text, "true"),
        mover=optional(parts, "by", Place.text, None),
    )
