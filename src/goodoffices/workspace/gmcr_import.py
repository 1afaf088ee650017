"""Read a conflict that was saved by GMCR+, so that its users can move over with their models."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from goodoffices.errors import ModelError
from goodoffices.models.graph.conflict import Conflict, option_form
from goodoffices.models.graph.preferences import Preference, Priorities, Ranking
from goodoffices.models.graph.states import Direction, Option, StateSpace, state_space
from goodoffices.workspace.entry import Entry, Given, View
from goodoffices.workspace.files import check_file
from goodoffices.workspace.option_keys import seen_preference
from goodoffices.workspace.placed import Place, listed, shown

MAX_BYTES = 10_000_000
"""Size of a file; a model of 20 options whose reachability was exported with it has a few megabytes."""

MAX_OPTIONS = 62
"""Options that a bit mask of 64 bits holds; how many of them can be solved is for the solver to say."""

DIRECTIONS: Mapping[str, Direction] = MappingProxyType({"both": "both", "fwd": "on", "back": "off"})

MANUAL = ("useManualPreferenceRanking", "useManualPreferenceVectors")
"""Whether a ranking given by hand counts; the second name is that of older files."""

RANKINGS = ("preferenceRanking", "preferenceVector")


def load_gmcr(path: Path) -> Conflict:
    """Read the conflict in a `.gmcr` file, as it is for all.

    Raises:
        ModelError: As `load_gmcr_entry`, or a party does not see some of the states, which a plain conflict
            cannot hold.
    """
    entry = load_gmcr_entry(path)
    for who in entry.views:
        raise ModelError(
            f"{path}: {who!r} does not see some states: a plain conflict has no place for that; take "
            "'load_gmcr_entry', which reads its view as well, or remove the misperceptions"
        )
    return entry.conflict


def load_gmcr_entry(path: Path) -> Entry:
    """Read a `.gmcr` file, the JSON in which GMCR+ saves a conflict, with what each party sees of it.

    Options come in the order of their owners, as GMCR+ shows them, so that its ordered state numbers are
    the numbers of our states plus 1. If rankings were entered by hand they are taken; else the preference
    statements are, the first counting more than all later ones together. Saved coalitions and payoffs are
    left out: they follow from the model or belong to one analysis of it.

    Raises:
        ModelError: The file cannot be read, is no such file, breaks a rule of the model, or says that a
            party sees nothing at all. The message names the file and the part, such as
            `options[2].permittedDirection`.

    References:
        Kinsara, Petersons, Hipel and Kilgour (2015), Advanced decision support for the graph model for
        conflict resolution (the program); its public example files (the format).
    """
    root = Place(path, "", "the file", _parsed(path))
    required = ("options", "decisionMakers", "infeasibles")
    parts = root.demand(root.entries(), required)
    people = [
        person.demand(person.entries(), ("name", "options")) for person in listed(parts, "decisionMakers")
    ]
    options, numbers = _options(parts["options"], people)
    infeasible = [_simple(place, options, numbers) for place in listed(parts, "infeasibles")]
    with parts["infeasibles"].here():
        space = state_space(options, infeasible=infeasible)
    manual = _by_hand(root, parts)
    preferences: dict[str, Preference] = {
        person["name"].text(): _ranking(person, space) if manual else _priorities(person, options, numbers)
        for person in people
    }
    with root.here():
        conflict = option_form(
            name=path.stem,
            decision_makers=[person["name"].text() for person in people],
            options=options,
            preferences=preferences,
            infeasible=infeasible,
        )
    unseen = {
        person["name"].text(): [
            _simple(place, options, numbers) for place in listed(person, "misperceptions")
        ]
        for person in people
    }
    with root.here():
        views = {who: _view(conflict, [*infeasible, *some]) for who, some in unseen.items() if some}
    return Entry(conflict.name, conflict, Given(preferences, tuple(infeasible)), views=views)


def _view(conflict: Conflict, infeasible: Sequence[str]) -> View:
    """Return a conflict as somebody sees it who takes more to be impossible."""
    space = state_space(conflict.options, infeasible=infeasible)
    seen = option_form(
        name=conflict.name,
        decision_makers=conflict.decision_makers,
        options=conflict.options,
        preferences={who: seen_preference(conflict, space, who) for who in conflict.decision_makers},
        infeasible=infeasible,
    )
    return View(seen, Given({}, tuple(infeasible)))


def _parsed(file: Path) -> object:
    try:
        check_file(file)
        raw = file.read_bytes()
    except OSError as error:
        raise ModelError(f"{file}: cannot be read ({error.strerror}): give a .gmcr file") from None
    if len(raw) > MAX_BYTES:
        raise ModelError(f"{file}: {len(raw):,} bytes are more than a .gmcr file may have ({MAX_BYTES:,})")
    try:
        return json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise ModelError(
            f"{file}: not readable as text: early versions of GMCR+ saved another format; open the file in a "
            "newer one and save it there"
        ) from None
    except json.JSONDecodeError as error:
        where = f"{error.lineno}:{error.colno}"
        raise ModelError(f"{file}:{where}: not readable as JSON: {error.msg}") from None
    except RecursionError:
        raise ModelError(f"{file}: lists are nested too deep to read: this is no file of GMCR+") from None


def _options(place: Place, people: Sequence[Mapping[str, Place]]) -> tuple[list[Option], dict[int, int]]:
    """Return the options in the order of their owners, and the new number of each."""
    entries = place.items()
    if len(entries) > MAX_OPTIONS:
        raise place.refuse(f"{len(entries)} options are more than {MAX_OPTIONS}: leave out some")
    owners: dict[int, str] = {}
    for person in people:
        for entry in person["options"].items():
            number = _number(entry, len(entries), "option")
            if number in owners:
                raise entry.refuse(f"option {number} belongs to {owners[number]!r} already: take it from one")
            owners[number] = person["name"].text()
    for number, entry in enumerate(entries):
        if number not in owners:
            raise entry.refuse("this option has no owner: list its number under a decision maker")
    options = [_option(entries[number], owner) for number, owner in owners.items()]
    return options, {old: new for new, old in enumerate(owners)}


def _option(place: Place, owner: str) -> Option:
    parts = place.demand(place.entries(), ("name",))
    direction = parts["permittedDirection"].text() if "permittedDirection" in parts else "both"
    if direction not in DIRECTIONS:
        raise parts["permittedDirection"].refuse(
            f"{direction!r} is no direction: write 'both', 'fwd' (only to be taken) or 'back' (given up)"
        )
    with place.here():
        return Option(parts["name"].text(), owner, DIRECTIONS[direction])


def _by_hand(root: Place, parts: Mapping[str, Place]) -> bool:
    for key in MANUAL:
        if key in parts:
            if not isinstance(parts[key].value, bool):
                raise parts[key].refuse(f"must be true or false, but is {shown(parts[key].value)}")
            return bool(parts[key].value)
    raise root.refuse(f"the key {MANUAL[0]!r} is missing")


def _ranking(person: Mapping[str, Place], space: StateSpace) -> Ranking:
    key = next((key for key in RANKINGS if key in person), None)
    if key is None:
        raise person["name"].refuse(
            f"{person['name'].text()!r} has no ranking ({RANKINGS[0]!r}), though rankings are by hand here"
        )
    levels = []
    for level in person[key].items():
        states = level.items() if isinstance(level.value, list) else [level]
        levels.append(tuple(space.label(_ordered(state, len(space.states))) for state in states))
    ranking = Ranking(tuple(levels))
    with person[key].here():
        ranking.ranks(space, person["name"].text())
    return ranking


def _ordered(place: Place, states: int) -> int:
    """Return the number of a state from its ordered number, which counts from 1."""
    if isinstance(place.value, bool) or not isinstance(place.value, int) or not 1 <= place.value <= states:
        raise place.refuse(f"{shown(place.value)} is no state: the feasible states are 1 to {states}")
    return place.value - 1


def _priorities(
    person: Mapping[str, Place], options: Sequence[Option], numbers: Mapping[int, int]
) -> Priorities:
    statements = [
        _compound(place, options, numbers)
        if isinstance(place.value, dict)
        else _simple(place, options, numbers)
        for place in (person["preferences"].items() if "preferences" in person else [])
    ]
    return Priorities(tuple(statements) or ("true",))


def _compound(place: Place, options: Sequence[Option], numbers: Mapping[int, int]) -> str:
    members = place.demand(place.entries(), ("members",))["members"].items()
    if not members:
        raise place.refuse("this condition has no members: remove it")
    return " or ".join(f"({_simple(member, options, numbers)})" for member in members)


def _simple(place: Place, options: Sequence[Option], numbers: Mapping[int, int]) -> str:
    """Return a list of choices such as [[0, "Y"], [2, "N"]] as a condition."""
    choices = [_choice(entry, options, numbers) for entry in place.items()]
    if not choices:
        raise place.refuse("this condition chooses nothing: remove it")
    return " and ".join(choices)


def _choice(place: Place, options: Sequence[Option], numbers: Mapping[int, int]) -> str:
    pair = place.items()
    if len(pair) != 2 or pair[1].value not in ("Y", "N"):
        held = ", ".join(shown(part.value) for part in pair[:3]) or "nothing"
        raise place.refuse(f"a choice is the number of an option and 'Y' or 'N', but this holds {held}")
    option = options[numbers[_number(pair[0], len(options), "option")]]
    name = f"{option.owner}.{option.name}".replace("'", "''")
    return f"'{name}'" if pair[1].value == "Y" else f"not '{name}'"


def _number(place: Place, count: int, what: str) -> int:
    if isinstance(place.value, bool) or not isinstance(place.value, int) or not 0 <= place.value < count:
        raise place.refuse(f"{shown(place.value)} is no {what}: they are numbered 0 to {count - 1}")
    return place.value
