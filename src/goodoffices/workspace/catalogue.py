"""Read conflicts: one YAML file each, published ones with the results that their source prints."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from goodoffices.case.names import way_out
from goodoffices.errors import ModelError
from goodoffices.models.graph.conflict import Conflict
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.memory import Room
from goodoffices.models.graph.preferences import Preference
from goodoffices.workspace.conflict_yaml import parse_conflict
from goodoffices.workspace.entry import Entry, Given, Pairs, View
from goodoffices.workspace.general_keys import GENERAL_KEYS, read_general_form
from goodoffices.workspace.option_keys import OPTION_KEYS, ROOM, read_option_form, written
from goodoffices.workspace.placed import Place, optional, shown
from goodoffices.workspace.preference_keys import read_strength, read_unknown
from goodoffices.workspace.results import read_results
from goodoffices.workspace.state_names import Model, find_state, state_text

REQUIRED = ("name", "decision_makers", "preferences")

ABOUT = ("region", "decade", "kind")

KEYS = (
    *REQUIRED,
    *OPTION_KEYS,
    *GENERAL_KEYS,
    *ABOUT,
    *("source", "note", "status_quo", "perceived", "published", "ours"),
)

SEEN = ("infeasible", "forbidden", "moves", "preferences")
"""What one decision maker may see otherwise than the file says."""


def load_conflict(path: Path) -> Conflict:
    """Read the conflict in a catalogue file, or in the `conflict.yaml` of a folder.

    Raises:
        ModelError: The file cannot be read, breaks a rule, or gives no options; the message names file, line
            and column.
    """
    return load_entry(path).conflict


def load_entry(path: Path, *, room: Room = ROOM) -> Entry:
    """Read a conflict with all that its file says of it.

    Args:
        path: The file, or a folder with a `conflict.yaml`.
        room: What the conflict has to fit into when it is solved.

    Raises:
        ModelError: The file cannot be read, breaks a rule, or makes a conflict too large; the message names
            file, line and column.
    """
    file = path / "conflict.yaml" if path.is_dir() else path
    root = Place(file, ":1:1", "the file", parse_conflict(file))
    parts = root.fields(KEYS, REQUIRED)
    _check_form(root, parts)
    decision_makers = _decision_makers(parts["decision_makers"])
    asked = _complete(parts["preferences"], decision_makers)
    model, preferences = _model(parts, decision_makers, asked, room=room)
    views: dict[str, Place] = parts["perceived"].entries() if "perceived" in parts else {}
    return Entry(
        name=parts["name"].text(),
        model=model,
        given=written(parts, preferences),
        status_quo=_status_quo(model, parts["status_quo"]) if "status_quo" in parts else None,
        unknown=_some({who: read_unknown(model, place) for who, place in asked.items()}),
        much_better=_some({who: read_strength(model, place) for who, place in asked.items()}),
        views={who: _view(model, parts, place) for who, place in views.items()},
        source=_source(parts["source"]) if "source" in parts else {},
        about={key: parts[key].text() for key in ABOUT if key in parts},
        note=optional(parts, "note", Place.text, ""),
        published=read_results(model, parts.get("published")),
        ours=read_results(model, parts.get("ours")),
    )


def _check_form(root: Place, parts: dict[str, Place]) -> None:
    """Refuse a mixture of options with states, and a file with neither."""
    if "states" in parts:
        for key in OPTION_KEYS:
            if key in parts:
                raise parts[key].refuse(
                    f"{key!r} belongs to options, and 'states' are given: keep one of them"
                )
        root.demand(parts, ("moves",))
    elif "moves" in parts:
        raise parts["moves"].refuse("'moves' need 'states': list them, or give 'options' instead")
    elif "options" not in parts:
        raise root.refuse("the key 'options' is missing; or give 'states' and 'moves'")


def _decision_makers(place: Place) -> list[str]:
    names = [one.text() for one in place.items()]
    if not names:
        raise place.refuse("a conflict needs at least one decision maker: give one")
    for one in place.items():
        if names.count(one.text()) > 1:
            raise one.refuse(f"decision maker {one.text()!r} appears twice: keep one of them")
    return names


def _model(
    parts: dict[str, Place],
    decision_makers: list[str],
    asked: Mapping[str, Place],
    base: Model | None = None,
    *,
    room: Room = ROOM,
) -> tuple[Model, dict[str, Preference]]:
    if "states" in parts:
        return read_general_form(parts, decision_makers, asked, base if isinstance(base, Graph) else None)
    seen = base if isinstance(base, Conflict) else None
    return read_option_form(parts, decision_makers, asked, seen, room=room)


def _complete(place: Place, decision_makers: list[str]) -> dict[str, Place]:
    """Return one entry for each decision maker and for nobody else."""
    found = _known(place, decision_makers)
    for who in decision_makers:
        if who not in found:
            raise place.refuse(f"no preferences are given for {who!r}: give a ranking, statements or values")
    return found


def _known(place: Place, decision_makers: list[str]) -> dict[str, Place]:
    found = place.entries()
    for who, entry in found.items():
        if who not in decision_makers:
            raise entry.refuse(f"{who!r} is no decision maker; {way_out(who, decision_makers)}")
    return found


def _view(base: Model, parts: dict[str, Place], place: Place) -> View:
    """Return the conflict as one decision maker sees it: as the file has it where nothing else is said."""
    decision_makers = list(base.decision_makers)
    if place.key not in decision_makers:
        raise place.refuse(f"{place.key!r} is no decision maker; {way_out(str(place.key), decision_makers)}")
    own = place.fields(SEEN, ())
    for key, part in own.items():
        if (key == "moves") == isinstance(base, Conflict) and key != "preferences":
            beside = "options" if key == "moves" else "states and moves"
            raise part.refuse(f"{key!r} does not go with {beside}: remove it")
    asked = _known(own["preferences"], decision_makers) if "preferences" in own else {}
    for part in asked.values():
        if read_unknown(base, part):
            raise part.refuse("unknown pairs have no place in a view: remove 'unknown' here")
    model, given = _model({**parts, **own}, decision_makers, asked, base)
    return View(model, Given(given, written(own, {}).infeasible if "infeasible" in own else None))


def _status_quo(model: Model, place: Place) -> str:
    name = state_text(place)
    try:
        return find_state(model, name)
    except ModelError as error:
        raise place.refuse(f"the status quo: {error}") from error


def _some(pairs: Pairs) -> Pairs:
    return {who: some for who, some in pairs.items() if some}


def _source(place: Place) -> dict[str, str]:
    source = {}
    for key, part in place.entries().items():
        if isinstance(part.value, list | dict) or part.value is None or not str(part.value).strip():
            raise part.refuse(f"{key!r} must be text or a number, but is {shown(part.value)}")
        source[key] = str(part.value)
    return source
