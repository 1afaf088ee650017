"""A part of a file that somebody wrote, and where it stands: what a reader of files asks and refuses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from goodoffices.case.names import way_out
from goodoffices.errors import ConditionError, ModelError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Place:
    """A value in a file and what stands before it in a message.

    Attributes:
        file: The file.
        spot: Where in the file: `:line:column` in YAML, `: options[2].name` in JSON.
        key: Its key in the mapping or its index in the list round it.
        value: The value.
    """

    file: Path
    spot: str
    key: object
    value: object

    def refuse(self, fact: str) -> ModelError:
        """Return an error that says where in the file the fact holds."""
        return ModelError(f"{self.file}{self.spot}: {fact}")

    def text(self) -> str:
        """Return the value as text, which it must be."""
        if not isinstance(self.value, str) or not self.value.strip():
            raise self.refuse(f"{self._name} must be text, but is {shown(self.value)}")
        return str(self.value)

    def number(self) -> int | float:
        """Return the value as a number, which it must be."""
        if isinstance(self.value, bool) or not isinstance(self.value, int | float):
            raise self.refuse(f"{self._name} must be a number, but is {shown(self.value)}")
        return int(self.value) if isinstance(self.value, int) else float(self.value)

    def items(self) -> list[Place]:
        """Return the entries of the list that the value must be."""
        if not isinstance(self.value, list):
            raise self.refuse(f"{self._name} must be a list, but is {shown(self.value)}")
        return [self._inside(index, entry) for index, entry in enumerate(self.value)]

    def entries(self) -> dict[str, Place]:
        """Return the entries of the mapping that the value must be."""
        if not isinstance(self.value, dict):
            raise self.refuse(f"{self._name} must be a mapping, but is {shown(self.value)}")
        return {str(key): self._inside(key, entry) for key, entry in self.value.items()}

    def fields(self, allowed: tuple[str, ...], required: tuple[str, ...]) -> dict[str, Place]:
        """Return the entries of a mapping that may have only certain keys."""
        found = self.entries()
        for key, place in found.items():
            if key not in allowed:
                raise place.refuse(f"no key {key[:60]!r} is known here; {way_out(key, allowed)}")
        return self.demand(found, required)

    def demand(self, found: dict[str, Place], required: tuple[str, ...]) -> dict[str, Place]:
        """Return the entries if all that are required are among them."""
        for key in required:
            if key not in found:
                raise self.refuse(f"the key {key!r} is missing")
        return found

    @property
    def _name(self) -> str:
        return f"entry {self.key + 1}" if isinstance(self.key, int) else repr(self.key)

    @contextmanager
    def here(self) -> Iterator[None]:
        """Say where in the file a rule of the model is broken."""
        try:
            yield
        except (ModelError, ConditionError) as error:
            raise self.refuse(str(error)) from error

    def _inside(self, key: object, value: object) -> Place:
        if isinstance(self.value, CommentedMap):
            line, column = self.value.lc.key(key)
            return Place(self.file, f":{line + 1}:{column + 1}", key, value)
        if isinstance(self.value, CommentedSeq):
            line, column = self.value.lc.item(key)
            return Place(self.file, f":{line + 1}:{column + 1}", key, value)
        if isinstance(key, int):
            return Place(self.file, f"{self.spot}[{key}]", key, value)
        separator = "." if self.spot else ": "
        return Place(self.file, f"{self.spot}{separator}{str(key)[:60]}", key, value)


def optional(parts: dict[str, Place], key: str, read: Callable[[Place], T], default: T) -> T:
    """Return what is read at a key, or the default if the key is not there."""
    return read(parts[key]) if key in parts else default


def listed(parts: dict[str, Place], key: str) -> list[Place]:
    """Return the entries of the list at a key, or none if the key is not there."""
    return parts[key].items() if key in parts else []


def shown(value: object) -> str:
    """Show a bad value without unfolding what aliases may have made huge."""
    if value is None:
        return "empty"
    if isinstance(value, str | int | float):
        return repr(value)[:60]
    return f"a {'list' if isinstance(value, list) else 'mapping' if isinstance(value, dict) else 'value'}"
