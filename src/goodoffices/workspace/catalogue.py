"""Read published conflicts: one YAML file each, with the results that its source prints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import CollectionEndEvent, CollectionStartEvent

from goodoffices.case.names import way_out
from goodoffices.errors import ModelError
from goodoffices.models.graph.conflict import Conflict, option_form
from goodoffices.models.graph.preferences import Preference, Priorities, Ranking
from goodoffices.models.graph.states import Option, holds_in, read_pattern, state_space
from goodoffices.workspace.placed import Place, listed, optional, shown
from goodoffices.workspace.results import Results, read_results

MAX_BYTES = 1_000_000
"""Size of a conflict file; the largest published one has a few kilobytes."""

MAX_DEPTH = 10
"""Lists and mappings inside each other; the format needs six."""

MAX_OPTIONS = 62
"""Options that a bit mask of 64 bits holds; how many of them can be solved is for the solver to say."""

REQUIRED = ("name", "decision_makers", "options", "preferences")

ABOUT = ("region", "decade", "kind")

KEYS = (
    *REQUIRED,
    *ABOUT,
    *("source", "note"),
    *("infeasible", "same", "status_quo", "published", "ours"),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A published conflict and what its source says of it.

    Attributes:
        conflict: The conflict.
        status_quo: The state in which the conflict stands, as its label; None if the file does not say.
        source: Authors, year, title and whatever else says where the table stands.
        about: Region, decade and kind, as far as given.
        note: How each result is known, what could not be checked, and where the source errs.
        published: What the source prints.
        ours: What we computed and the source does not print.
    """

    conflict: Conflict
    status_quo: str | None
    source: Mapping[str, str]
    about: Mapping[str, str]
    note: str
    published: Results
    ours: Results


def load_conflict(path: Path) -> Conflict:
    """Read the conflict in a catalogue file, or in the `conflict.yaml` of a folder.

    Raises:
        ModelError: The file cannot be read or breaks a rule; the message names file, line and column.
    """
    return load_entry(path).conflict


def load_entry(path: Path) -> Entry:
    """Read a conflict with its source and published results.

    Raises:
        ModelError: The file cannot be read or breaks a rule; the message names file, line and column.
    """
    file = path / "conflict.yaml" if path.is_dir() else path
    root = Place(file, ":1:1", "the file", _parsed(file))
    parts = root.fields(KEYS, REQUIRED)
    conflict = _conflict(root, parts)
    about: dict[str, str] = {key: parts[key].text() for key in ABOUT if key in parts}
    return Entry(
        conflict=conflict,
        status_quo=_status_quo(conflict, parts["status_quo"]) if "status_quo" in parts else None,
        source=MappingProxyType(_source(parts["source"]) if "source" in parts else {}),
        about=MappingProxyType(about),
        note=optional(parts, "note", Place.text, ""),
        published=read_results(conflict, parts.get("published")),
        ours=read_results(conflict, parts.get("ours")),
    )


def _parsed(file: Path) -> object:
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise ModelError(f"{file}: cannot be read ({error.strerror}): give a conflict file") from None
    if len(raw) > MAX_BYTES:
        raise ModelError(f"{file}: {len(raw):,} bytes are more than a conflict file may have ({MAX_BYTES:,})")
    try:
        text = raw.decode("utf-8-sig")
        _check_depth(file, text)
        return YAML(typ="rt", pure=True).load(text)
    except UnicodeDecodeError as error:
        raise ModelError(f"{file}: byte {error.start} is not UTF-8: save the file as UTF-8") from None
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"{mark.line + 1}:{mark.column + 1}" if mark else "1:1"
        raise ModelError(f"{file}:{where}: not readable as YAML: {error.problem}") from None
    except YAMLError:
        raise ModelError(f"{file}: not readable as YAML: it holds characters that text does not") from None


def _check_depth(file: Path, text: str) -> None:
    """Refuse deep nesting while it is read, before building it takes long."""
    depth = 0
    for event in YAML(typ="safe", pure=True).parse(text):
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        if depth > MAX_DEPTH:
            line, column = event.start_mark.line + 1, event.start_mark.column + 1
            raise ModelError(
                f"{file}:{line}:{column}: lists are nested more than {MAX_DEPTH} deep: unfold them"
            )


def _conflict(root: Place, parts: dict[str, Place]) -> Conflict:
    decision_makers = [place.text() for place in parts["decision_makers"].items()]
    options = _options(parts["options"], decision_makers)
    infeasible, same = listed(parts, "infeasible"), listed(parts, "same")
    for place in infeasible:
        _check_statement(place, options)
    for place in same:
        with place.here():
            read_pattern(place.text(), options)
    excluded, merged = [place.text() for place in infeasible], [place.text() for place in same]
    with parts.get("infeasible", parts["options"]).here():
        space = state_space(options, infeasible=excluded)
    if same:
        with parts["same"].here():
            space = state_space(options, infeasible=excluded, same=merged)
    preferences: dict[str, Preference] = {}
    for who, place in _complete(parts["preferences"], decision_makers).items():
        preferences[who] = _preference(place, options)
        with place.here():
            preferences[who].ranks(space, who)
    with root.here():
        return option_form(
            name=parts["name"].text(),
            decision_makers=decision_makers,
            options=options,
            preferences=preferences,
            infeasible=excluded,
            same=merged,
        )


def _options(place: Place, decision_makers: list[str]) -> list[Option]:
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
    parts = place.fields(("name", "owner", "direction"), ("name", "owner"))
    direction: Any = optional(parts, "direction", Place.text, "both")
    with place.here():
        return Option(parts["name"].text(), parts["owner"].text(), direction)


def _complete(place: Place, decision_makers: list[str]) -> dict[str, Place]:
    """Return one entry for each decision maker and for nobody else."""
    found = place.entries()
    for who, entry in found.items():
        if who not in decision_makers:
            raise entry.refuse(f"{who!r} is no decision maker; {way_out(who, decision_makers)}")
    for who in decision_makers:
        if who not in found:
            raise place.refuse(f"no preferences are given for {who!r}: give a ranking or statements")
    return found


def _preference(place: Place, options: list[Option]) -> Preference:
    parts = place.fields(("ranking", "statements", "weights"), ())
    if ("ranking" in parts) == ("statements" in parts):
        raise place.refuse(f"give {place.key!r} either a ranking or statements")
    if "ranking" in parts:
        return Ranking(tuple(_level(level) for level in parts["ranking"].items()))
    statements = parts["statements"].items()
    for statement in statements:
        _check_statement(statement, options)
    weights = [weight.number() for weight in listed(parts, "weights")]
    with place.here():
        return Priorities(tuple(statement.text() for statement in statements), tuple(weights))


def _level(place: Place) -> tuple[str, ...]:
    if isinstance(place.value, list):
        return tuple(entry.text() for entry in place.items())
    return (place.text(),)


def _check_statement(place: Place, options: list[Option]) -> None:
    with place.here():
        holds_in(place.text(), options, np.zeros(1, dtype=np.int64))


def _status_quo(conflict: Conflict, place: Place) -> str:
    try:
        return conflict.states[conflict.space.find(place.text())]
    except ModelError as error:
        raise place.refuse(f"the status quo: {error}") from error


def _source(place: Place) -> dict[str, str]:
    source = {}
    for key, part in place.entries().items():
        if isinstance(part.value, list | dict) or part.value is None or not str(part.value).strip():
            raise part.refuse(f"{key!r} must be text or a number, but is {shown(part.value)}")
        source[key] = str(part.value)
    return source
