"""Read published conflicts: one YAML file each, with the results that its source prints."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import CollectionEndEvent, CollectionStartEvent

from goodoffices.case.names import way_out
from goodoffices.errors import ConditionError, ModelError
from goodoffices.models.graph.conflict import Conflict, option_form
from goodoffices.models.graph.preferences import Preference, Priorities, Ranking
from goodoffices.models.graph.states import Option, holds_in, read_pattern, state_space

MAX_BYTES = 1_000_000
"""Size of a conflict file; the largest published one has a few kilobytes."""

MAX_DEPTH = 10
"""Lists and mappings inside each other; the format needs five."""

KEYS = (
    "name",
    "source",
    "note",
    "decision_makers",
    "options",
    "infeasible",
    "same",
    "preferences",
    "published",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A published conflict and what its source says of it.

    Attributes:
        conflict: The conflict.
        source: Authors, year, title and whatever else says where the table stands.
        note: What could not be checked, or where the source errs; empty if there is nothing to say.
        published: For each concept, the printed equilibria as state labels.
    """

    conflict: Conflict
    source: Mapping[str, str]
    note: str
    published: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Place:
    """A part of the file: the container it stands in, its key or index there, and its value."""

    file: Path
    inside: Any
    key: Any
    value: Any

    def refuse(self, fact: str) -> ModelError:
        """Return an error that says where in the file the fact holds."""
        return ModelError(f"{self._where()}: {fact}")

    def _where(self) -> str:
        if isinstance(self.inside, CommentedMap):
            line, column = self.inside.lc.key(self.key)
        elif isinstance(self.inside, CommentedSeq):
            line, column = self.inside.lc.item(self.key)
        else:
            line, column = 0, 0
        return f"{self.file}:{line + 1}:{column + 1}"

    def text(self) -> str:
        """Return the value as text, which it must be."""
        if not isinstance(self.value, str) or not self.value.strip():
            raise self.refuse(f"{self.key!r} must be text, but is {_shown(self.value)}")
        return str(self.value)

    def items(self) -> list[_Place]:
        """Return the entries of the list that the value must be."""
        if not isinstance(self.value, CommentedSeq):
            raise self.refuse(f"{self.key!r} must be a list, but is {_shown(self.value)}")
        return [_Place(self.file, self.value, index, entry) for index, entry in enumerate(self.value)]

    def entries(self) -> dict[str, _Place]:
        """Return the entries of the mapping that the value must be."""
        if not isinstance(self.value, CommentedMap):
            raise self.refuse(f"{self.key!r} must be a mapping, but is {_shown(self.value)}")
        return {str(key): _Place(self.file, self.value, key, entry) for key, entry in self.value.items()}

    def fields(self, allowed: tuple[str, ...], required: tuple[str, ...]) -> dict[str, _Place]:
        """Return the entries of a mapping that may have only certain keys."""
        found = self.entries()
        for key, place in found.items():
            if key not in allowed:
                raise place.refuse(f"no key {key[:60]!r} is known here; {way_out(key, allowed)}")
        for key in required:
            if key not in found:
                raise self.refuse(f"the key {key!r} is missing")
        return found

    @contextmanager
    def here(self) -> Iterator[None]:
        """Say where in the file a rule of the model is broken."""
        try:
            yield
        except (ModelError, ConditionError) as error:
            raise self.refuse(str(error)) from error


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
    root = _Place(file, None, "the file", _parsed(file))
    parts = root.fields(KEYS, ("name", "decision_makers", "options", "preferences"))
    conflict = _conflict(root, parts)
    published = _optional(parts, "published", _Place.entries, {})
    return Entry(
        conflict=conflict,
        source=MappingProxyType(
            {key: str(place.value) for key, place in _optional(parts, "source", _Place.entries, {}).items()}
        ),
        note=_optional(parts, "note", _Place.text, ""),
        published=MappingProxyType({key: _states(conflict, place) for key, place in published.items()}),
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


def _conflict(root: _Place, parts: dict[str, _Place]) -> Conflict:
    decision_makers = [place.text() for place in parts["decision_makers"].items()]
    options = [_option(place) for place in parts["options"].items()]
    infeasible, same = (_optional(parts, key, _Place.items, []) for key in ("infeasible", "same"))
    for place in infeasible:
        _check_statement(place, options)
    for place in same:
        with place.here():
            read_pattern(place.text(), options)
    excluded, merged = [place.text() for place in infeasible], [place.text() for place in same]
    with parts.get("same", parts.get("infeasible", parts["options"])).here():
        space = state_space(options, infeasible=excluded, same=merged)
    preferences: dict[str, Preference] = {}
    for who, place in parts["preferences"].entries().items():
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


def _option(place: _Place) -> Option:
    parts = place.fields(("name", "owner", "direction"), ("name", "owner"))
    direction: Any = _optional(parts, "direction", _Place.text, "both")
    with place.here():
        return Option(parts["name"].text(), parts["owner"].text(), direction)


def _preference(place: _Place, options: list[Option]) -> Preference:
    parts = place.fields(("ranking", "statements", "weights"), ())
    if ("ranking" in parts) == ("statements" in parts):
        raise place.refuse(f"give {place.key!r} either a ranking or statements")
    if "ranking" in parts:
        return Ranking(tuple(_level(level) for level in parts["ranking"].items()))
    statements = parts["statements"].items()
    for statement in statements:
        _check_statement(statement, options)
    with place.here():
        return Priorities(
            tuple(statement.text() for statement in statements),
            tuple(map(_number, _optional(parts, "weights", _Place.items, []))),
        )


def _level(place: _Place) -> tuple[str, ...]:
    if isinstance(place.value, CommentedSeq):
        return tuple(entry.text() for entry in place.items())
    return (place.text(),)


def _number(place: _Place) -> int | float:
    if isinstance(place.value, bool) or not isinstance(place.value, int | float):
        raise place.refuse(f"a weight must be a number, but is {_shown(place.value)}")
    return int(place.value) if isinstance(place.value, int) else float(place.value)


def _check_statement(place: _Place, options: list[Option]) -> None:
    with place.here():
        holds_in(place.text(), options, np.zeros(1, dtype=np.int64))


def _states(conflict: Conflict, place: _Place) -> tuple[str, ...]:
    with place.here():
        found = [conflict.space.find(entry.text()) for entry in place.items()]
    return tuple(conflict.states[state] for state in sorted(found))


def _optional(parts: dict[str, _Place], key: str, read: Callable[[_Place], Any], default: Any) -> Any:  # noqa: ANN401
    return read(parts[key]) if key in parts else default


def _shown(value: object) -> str:
    """Show a bad value without unfolding what aliases may have made huge."""
    if value is None:
        return "empty"
    return repr(value)[:60] if isinstance(value, str | int | float) else f"a {type(value).__name__}"
