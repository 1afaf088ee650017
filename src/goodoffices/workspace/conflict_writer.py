"""Write a conflict in the format of the catalogue, so that it can be kept, edited and read again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from itertools import groupby, pairwise

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from goodoffices.errors import ModelError
from goodoffices.models.graph.conflict import Conflict
from goodoffices.models.graph.forbidden import Forbidden
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.preferences import Preference, Priorities, Ranking
from goodoffices.workspace.entry import Entry, Given, View
from goodoffices.workspace.preference_keys import MUCH
from goodoffices.workspace.results import Results
from goodoffices.workspace.state_names import Model, Pair

MAX_STATES = 4096
"""States that are ranked one by one in a file; more are not for people to read."""


def conflict_text(entry: Entry) -> str:
    """Return a conflict as a file of the catalogue.

    Reading it gives an equal entry: the same states, moves, preferences, views and results. Comments of a
    file that the entry was read from are not kept, nor is the order of its keys.
    """
    held: dict[str, object] = {"name": entry.name}
    source = {key: int(text) if _is_number(text) else text for key, text in entry.source.items()}
    held |= {"source": source} if source else {}
    held |= entry.about
    held |= {"note": entry.note} if entry.note else {}
    held["decision_makers"] = _row(entry.model.decision_makers)
    held |= _what_can_happen(entry)
    held |= {"status_quo": entry.status_quo} if entry.status_quo is not None else {}
    held["preferences"] = {
        who: _preference(entry.model.states, one, entry.unknown.get(who, ()), entry.much_better.get(who, ()))
        for who, one in entry.given.preferences.items()
    }
    if entry.views:
        held["perceived"] = {who: _view(entry.model, view) for who, view in entry.views.items()}
    for key, results in (("published", entry.published), ("ours", entry.ours)):
        held |= {} if results.empty else {key: _results(results)}
    return _dumped(held)


def bare_entry(name: str, model: Model) -> Entry:
    """Return an entry for a conflict of which no more is known than its states, moves and ranks.

    Raises:
        ModelError: There are more than 4,096 states, too many to rank one by one.
    """
    if len(model.states) > MAX_STATES:
        raise ModelError(
            f"{len(model.states):,} states are too many to rank in a file (at most {MAX_STATES:,}): "
            "write its options and statements yourself, or exclude what cannot occur"
        )
    preferences = {
        who: Ranking(_levels(model.states, list(ranks)))
        for who, ranks in zip(model.decision_makers, _graph(model).ranks, strict=True)
    }
    if not isinstance(model, Conflict):
        return Entry(name, model, Given(preferences))
    masks, size = set(model.space.states.masks.tolist()), len(model.options)
    missing = [mask for mask in range(1 << size) if mask not in masks]
    if len(missing) > MAX_STATES:
        raise ModelError(
            f"{len(missing):,} combinations that cannot occur are too many for a file ({MAX_STATES:,}): "
            "write it with conditions yourself"
        )
    infeasible = ("".join("NY"[mask >> bit & 1] for bit in range(size)) for mask in missing)
    same = (
        label for label, members in zip(model.states, model.space.states, strict=True) if len(members) > 1
    )
    return Entry(name, model, Given(preferences, tuple(infeasible), tuple(same)))


def _graph(model: Model) -> Graph:
    return model.graph if isinstance(model, Conflict) else model


def _levels(states: Sequence[str], ranks: Sequence[int]) -> tuple[tuple[str, ...], ...]:
    order = sorted(range(len(ranks)), key=lambda state: -ranks[state])
    return tuple(
        tuple(states[state] for state in level) for _, level in groupby(order, key=lambda state: ranks[state])
    )


def _what_can_happen(entry: Entry) -> dict[str, object]:
    model = entry.model
    if not isinstance(model, Conflict):
        return {"states": _row(model.states), "moves": _moves(model)}
    held: dict[str, object] = {
        "options": [
            _line({"name": option.name, "owner": option.owner, "direction": option.direction})
            for option in model.options
        ]
    }
    held |= {"infeasible": list(entry.given.infeasible)} if entry.given.infeasible else {}
    held |= {"same": _row(entry.given.same)} if entry.given.same else {}
    return held | ({"forbidden": _rules(model.forbidden)} if model.forbidden else {})


def _moves(graph: Graph) -> dict[str, object]:
    return {
        who: {
            graph.states[state]: _row(graph.states[target] for target in targets)
            for state, targets in enumerate(moves)
            if targets
        }
        for who, moves in zip(graph.decision_makers, graph.moves, strict=True)
    }


def _rules(forbidden: Iterable[Forbidden]) -> list[CommentedMap]:
    return [
        _line(({"by": rule.mover} if rule.mover else {}) | {"from": rule.before, "to": rule.after})
        for rule in forbidden
    ]


def _preference(
    states: Sequence[str],
    preference: Preference,
    unknown: Sequence[Pair] = (),
    much_better: Sequence[Pair] = (),
) -> dict[str, object]:
    held: dict[str, object] = {}
    if isinstance(preference, Ranking):
        held["ranking"] = _ranking(preference.levels, much_better)
    elif isinstance(preference, Priorities):
        held["statements"] = list(preference.statements)
        held |= {"weights": _row(preference.weights)} if preference.weights else {}
    else:
        values = preference.values
        by_state = values if isinstance(values, Mapping) else dict(zip(states, values, strict=True))
        held["values"] = {state: _plain(float(value)) for state, value in by_state.items()}
    return held | ({"unknown": [_row(pair) for pair in unknown]} if unknown else {})


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and not text.startswith("0")


def _plain(value: float) -> float:
    return int(value) if value.is_integer() else value


def _ranking(levels: Sequence[Sequence[str]], much_better: Sequence[Pair]) -> list[object]:
    written: list[object] = []
    for level, below in pairwise([*levels, ()]):
        written.append(level[0] if len(level) == 1 else _row(level))
        if below and _stands_above(level, below, much_better):
            written.append(MUCH)
    return written


def _view(base: Model, view: View) -> dict[str, object]:
    held: dict[str, object] = {}
    if view.given.infeasible is not None:
        held["infeasible"] = list(view.given.infeasible)
    if isinstance(view.model, Conflict) and isinstance(base, Conflict):
        held |= {"forbidden": _rules(view.model.forbidden)} if view.model.forbidden != base.forbidden else {}
    elif _graph(view.model).moves != _graph(base).moves:
        held["moves"] = _moves(_graph(view.model))
    if view.given.preferences:
        held["preferences"] = {
            who: _preference(view.model.states, one) for who, one in view.given.preferences.items()
        }
    return held


def _results(results: Results) -> dict[str, object]:
    held: dict[str, object] = {
        concept: _row(found) for concept, found in {**results.equilibria, **results.foresight}.items()
    }
    held |= {"among": _row(results.among)} if results.among else {}
    if results.stable:
        held["stable"] = {
            concept: {who: _row(found) for who, found in per.items()}
            for concept, per in results.stable.items()
        }
    if results.coalitions:
        held["coalitions"] = {concept: _row(found) for concept, found in results.coalitions.items()}
    for key, kinds in (("unknown", results.unknown), ("strength", results.strength)):
        if kinds:
            held[key] = {
                kind: {concept: _row(found) for concept, found in per.items()} for kind, per in kinds.items()
            }
    if results.improvements:
        held["improvements"] = [
            _line({"by": _row(step.by), "from": step.before, "to": step.after})
            for step in results.improvements
        ]
    held |= {"game": results.game} if results.game else {}
    if results.doubtful:
        held["doubtful"] = {concept: _row(found) for concept, found in results.doubtful.items()}
    return held


def _row(entries: Iterable[object]) -> CommentedSeq:
    row = CommentedSeq(entries)
    row.fa.set_flow_style()
    return row


def _line(entries: Mapping[str, object]) -> CommentedMap:
    line = CommentedMap(entries)
    line.fa.set_flow_style()
    return line


def _dumped(held: Mapping[str, object]) -> str:
    yaml, text = YAML(typ="rt", pure=True), StringIO()
    yaml.width = 100
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.dump(dict(held), text)
    return text.getvalue()


def _stands_above(level: Sequence[str], below: Sequence[str], much_better: Sequence[Pair]) -> bool:
    return (level[0], below[0]) in much_better
