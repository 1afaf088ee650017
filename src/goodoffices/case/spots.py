"""Walking through a case file that may be wrong anywhere: what is missing is skipped, never an error."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from goodoffices.case.nodes import Mapping, Node, Place, Scalar, Sequence, join
from goodoffices.case.problems import Problem


@dataclass(frozen=True, slots=True)
class Spot:
    """A value in a case file, if it is there, and the way to it.

    Attributes:
        node: The value, or None where there is none.
        path: Keys and numbers (from 1) that lead to it.
    """

    node: Node | None
    path: str = ""

    def key(self, name: str) -> Spot:
        """Return what stands under a key."""
        entries = self.node.entries if isinstance(self.node, Mapping) else {}
        return Spot(entries[name][1] if name in entries else None, join(self.path, name))

    def items(self) -> Iterator[Spot]:
        """Return the entries of a list."""
        items = self.node.items if isinstance(self.node, Sequence) else ()
        return (Spot(item, join(self.path, number)) for number, item in enumerate(items, start=1))

    def entries(self) -> Iterator[tuple[Spot, Spot]]:
        """Return the keys with their values, each as a spot; a key is a text even if it is `null`."""
        entries = self.node.entries if isinstance(self.node, Mapping) else {}
        for name, (key, value) in entries.items():
            path = join(self.path, name)
            yield Spot(replace(key, plain=False), path), Spot(value, path)

    @property
    def text(self) -> str | None:
        """The text, if the value is one and not empty."""
        if isinstance(self.node, Scalar) and self.node.value() is not None:
            return self.node.text
        return None

    @property
    def whole(self) -> int | None:
        """The whole number, if the value is one."""
        value = self.node.value() if isinstance(self.node, Scalar) else None
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    @property
    def place(self) -> Place:
        """Where the value starts; the start of the file where there is none."""
        return self.node.place if self.node else Place(1, 1)

    def problem(self, message: str, *, offset: int | None = None) -> Problem:
        """Return a problem at this spot, or at a character of its text."""
        place = self.place
        if offset is not None and isinstance(self.node, Scalar):
            place = self.node.place_at(offset)
        return Problem(place.line, place.column, self.path, message)
