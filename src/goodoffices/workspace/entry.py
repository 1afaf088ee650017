"""A conflict as a file describes it: the model, how it was written down, and what is said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from goodoffices.errors import ModelError
from goodoffices.models.graph.conflict import Conflict
from goodoffices.models.graph.preferences import Preference
from goodoffices.workspace.results import NO_RESULTS, Results
from goodoffices.workspace.state_names import Model, Pair

Pairs = Mapping[str, tuple[Pair, ...]]
"""For each decision maker, pairs of states by label."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a model was made of, as it was written down, so that it can be written down again.

    Attributes:
        preferences: By decision maker. In a view only those that differ.
        infeasible: Conditions and patterns; None in a view that does not say.
        same: Patterns.
    """

    preferences: Mapping[str, Preference]
    infeasible: tuple[str, ...] | None = ()
    same: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "preferences", MappingProxyType(dict(self.preferences)))


@dataclass(frozen=True, slots=True)
class View:
    """The conflict as one decision maker sees it.

    Attributes:
        model: What it sees, whole.
        given: What it sees differently.
    """

    model: Model
    given: Given


@dataclass(frozen=True, slots=True)
class Entry:
    """A conflict, and what a file says of it.

    Attributes:
        name: What it is called.
        model: The conflict; states and moves alone if the file gives no options.
        given: What the model was made of.
        status_quo: The state in which the conflict stands, as its label; None if the file does not say.
        unknown: The pairs of states whose comparison is unknown.
        much_better: Pairs of a state and one much worse.
        views: For each decision maker that sees another conflict, what it sees.
        source: Authors, year, title and whatever else says where the table stands.
        about: Region, decade and kind, as far as given.
        note: How each result is known, what could not be checked, and where the source errs.
        published: What the source prints.
        ours: What we computed and the source does not print.
    """

    name: str
    model: Model
    given: Given
    status_quo: str | None = None
    unknown: Pairs = field(default_factory=dict)
    much_better: Pairs = field(default_factory=dict)
    views: Mapping[str, View] = field(default_factory=dict)
    source: Mapping[str, str] = field(default_factory=dict)
    about: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    published: Results = NO_RESULTS
    ours: Results = NO_RESULTS

    def __post_init__(self) -> None:
        for name in ("unknown", "much_better", "views", "source", "about"):
            object.__setattr__(self, name, MappingProxyType(dict(getattr(self, name))))

    @property
    def conflict(self) -> Conflict:
        """The conflict in option form.

        Raises:
            ModelError: It is given by states and moves, without options.
        """
        if not isinstance(self.model, Conflict):
            raise ModelError(f"{self.name!r} is given by states and moves, without options: take its 'model'")
        return self.model

    def perceived(self) -> dict[str, Model]:
        """Return for each decision maker the conflict that it sees."""
        return {
            who: self.views[who].model if who in self.views else self.model
            for who in self.model.decision_makers
        }
