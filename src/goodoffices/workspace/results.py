"""Results of a conflict as an entry of the catalogue states them, for a test to hold a solver to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from goodoffices.case.names import way_out
from goodoffices.models.graph.coalitions import COALITION_CONCEPTS
from goodoffices.models.graph.stability import CONCEPTS
from goodoffices.models.graph.strength import STRENGTH_CONCEPTS
from goodoffices.models.graph.unknown import UNKNOWN_CONCEPTS
from goodoffices.workspace.placed import Place, listed
from goodoffices.workspace.state_names import Model, state_in

NON_MYOPIC = "NM"
"""As far ahead as need be; L1, L2, … stand for so many moves."""

LIMITED = re.compile(r"L[1-9][0-9]{0,4}")

TYPES = ("a", "b", "c", "d")
"""How parties treat what is unknown (Li et al. 2004)."""

DEGREES = ("strong", "weak")
"""How strongly a state holds (Hamouda et al. 2004)."""

PARTS = (
    *CONCEPTS,
    NON_MYOPIC,
    *("among", "stable", "coalitions", "unknown", "strength", "improvements", "game", "doubtful"),
)


@dataclass(frozen=True, slots=True)
class Improvement:
    """A step from one state to another that serves all who take it together.

    Attributes:
        by: Who move, one or several.
        before: The label of the state they leave.
        after: The label of the state they reach; each of them ranks it higher.
    """

    by: tuple[str, ...]
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Results:
    """What is stated about a conflict; each part may be empty.

    Attributes:
        equilibria: For each concept, the equilibria in the order of the states.
        among: The states that the equilibria were chosen from; empty if from all.
        stable: For each concept and decision maker, the stable states.
        coalitions: For each concept, the states that are stable for every coalition.
        improvements: Steps that serve all who take them.
        game: The folder of the entry that this conflict equals up to names; empty if none is stated.
        doubtful: For each concept, printed equilibria that the definitions do not bear out.
        foresight: The equilibria by L1, L2, … and NM.
        unknown: For each type of party, a to d, the equilibria by concept where comparisons are unknown.
        strength: For each degree, strong or weak, the states that hold so, by concept.
    """

    equilibria: Mapping[str, tuple[str, ...]]
    among: tuple[str, ...]
    stable: Mapping[str, Mapping[str, tuple[str, ...]]]
    coalitions: Mapping[str, tuple[str, ...]]
    improvements: tuple[Improvement, ...]
    game: str
    doubtful: Mapping[str, tuple[str, ...]]
    foresight: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _NONE)
    unknown: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=lambda: _NO_KINDS)
    strength: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=lambda: _NO_KINDS)

    @property
    def empty(self) -> bool:
        """Whether nothing is stated."""
        plain = (self.equilibria, self.stable, self.coalitions, self.improvements, self.game, self.doubtful)
        return not any((*plain, self.foresight, self.unknown, self.strength))


_NONE: Mapping[str, tuple[str, ...]] = MappingProxyType({})
_NO_KINDS: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType({})

NO_RESULTS = Results(_NONE, (), MappingProxyType({}), _NONE, (), "", _NONE)
"""Nothing is stated."""


def read_results(model: Model, place: Place | None) -> Results:
    """Read what an entry states about its conflict.

    Raises:
        ModelError: A concept, decision maker or state is unknown; the message says where in the file.
    """
    if place is None:
        return NO_RESULTS
    ahead = tuple(key for key in place.entries() if LIMITED.fullmatch(key))
    parts = place.fields((*PARTS, *ahead), ())
    return Results(
        equilibria=_by_concept(model, {key: parts[key] for key in CONCEPTS if key in parts}),
        among=_states(model, parts["among"]) if "among" in parts else (),
        stable=MappingProxyType(
            {concept: _for_each(model, part) for concept, part in _under(parts, "stable", CONCEPTS).items()}
        ),
        coalitions=_by_concept(model, _under(parts, "coalitions", COALITION_CONCEPTS)),
        improvements=tuple(_improvement(model, part) for part in listed(parts, "improvements")),
        game=parts["game"].text() if "game" in parts else "",
        doubtful=_by_concept(model, _under(parts, "doubtful", CONCEPTS)),
        foresight=_by_concept(model, {key: parts[key] for key in (*ahead, NON_MYOPIC) if key in parts}),
        unknown=_by_kind(model, _under(parts, "unknown", TYPES), UNKNOWN_CONCEPTS),
        strength=_by_kind(model, _under(parts, "strength", DEGREES), STRENGTH_CONCEPTS),
    )


def _under(parts: dict[str, Place], key: str, concepts: tuple[str, ...]) -> dict[str, Place]:
    return parts[key].fields(concepts, ()) if key in parts else {}


def _by_concept(model: Model, parts: Mapping[str, Place]) -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({concept: _states(model, part) for concept, part in parts.items()})


def _by_kind(
    model: Model, parts: Mapping[str, Place], concepts: tuple[str, ...]
) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    return MappingProxyType(
        {kind: _by_concept(model, part.fields(concepts, ())) for kind, part in parts.items()}
    )


def _for_each(model: Model, place: Place) -> Mapping[str, tuple[str, ...]]:
    found = place.fields(model.decision_makers, ())
    return MappingProxyType({who: _states(model, part) for who, part in found.items()})


def _improvement(model: Model, place: Place) -> Improvement:
    parts = place.fields(("by", "from", "to"), ("by", "from", "to"))
    movers = parts["by"].items() if isinstance(parts["by"].value, list) else [parts["by"]]
    for mover in movers:
        if mover.text() not in model.decision_makers:
            raise mover.refuse(
                f"{mover.text()!r} is no decision maker; {way_out(mover.text(), model.decision_makers)}"
            )
    return Improvement(
        tuple(mover.text() for mover in movers),
        state_in(model, parts["from"]),
        state_in(model, parts["to"]),
    )


def _states(model: Model, place: Place) -> tuple[str, ...]:
    found = {state_in(model, entry) for entry in place.items()}
    return tuple(state for state in model.states if state in found)
