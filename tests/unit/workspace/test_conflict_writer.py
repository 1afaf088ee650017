"""Writing a conflict as a file that reads back the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from goodoffices.errors import ModelError
from goodoffices.models.graph.conflict import Conflict, option_form
from goodoffices.models.graph.edges import general_form
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.preferences import Numbers, Priorities
from goodoffices.models.graph.states import Option
from goodoffices.workspace.catalogue import load_entry
from goodoffices.workspace.conflict_writer import bare_entry, conflict_text
from goodoffices.workspace.entry import Entry, Given
from goodoffices.workspace.state_names import Model

CATALOGUE = Path(__file__).parents[3] / "catalogue"

ALL_OPTIONS = """\
name: "Well: who draws?"
region: nowhere
note: It is said, "share".
decision_makers: [Herders, Farmers, No]
options:
  - {name: draw, owner: Herders}
  - {name: fence, owner: Farmers, direction: on}
  - {name: open, owner: Farmers}
infeasible: [fence and open]
same: ["-Y-"]
forbidden: [{by: Farmers, from: not open, to: fence}, {to: "N-Y"}]
status_quo: NNN
preferences:
  Herders: {ranking: [YNN, ">>", [YNY, NNN], NNY, ">>", -YN], unknown: [[YNY, NNN]]}
  Farmers: {statements: [fence, "not fence implies open"], weights: [3, 0.5]}
  "No": {values: {YNN: 1, YNY: 2.5, NNN: 1, NNY: -3, -YN: 0}}
perceived:
  Herders:
    infeasible: []
    forbidden: []
    preferences:
      Farmers: {ranking: [-Y-, NNN, YNN, NNY, YNY]}
      Herders: {statements: [fence or not open]}
      "No": {statements: [fence]}
  Farmers: {preferences: {Herders: {statements: [open]}}}
published:
  SEQ: [NNN]
  among: [NNN, YNN]
  stable: {R: {Herders: [YNN]}}
  improvements: [{by: [Herders, Farmers], from: NNN, to: YNN}]
  doubtful: {R: []}
ours: {game: other}
"""

STATES = """\
name: Convoy
decision_makers: [Agency, Militia]
states: ["no", 2, open]
moves: {Agency: {"no": 2, 2: ["no", open]}, Militia: {2: open}}
preferences:
  Agency: {values: {open: 10, "no": 3, 2: 10}}
  Militia: {ranking: [[2, open], ">>", "no"], unknown: [[2, "no"]]}
perceived: {Militia: {moves: {Agency: {"no": 2}}}, Agency: {}}
"""


def parts(model: Model) -> tuple[object, ...]:
    """What makes a model: names, states, moves and ranks."""
    graph = model.graph if isinstance(model, Conflict) else model
    options = (model.space, model.forbidden) if isinstance(model, Conflict) else ()
    moves = [moves.listed() for moves in graph.moves]
    return (graph.decision_makers, tuple(graph.states), moves, graph.ranks, options)


def told(entry: Entry) -> tuple[object, ...]:
    """Everything that an entry says."""
    views = {who: parts(view.model) for who, view in entry.views.items()}
    said = (entry.name, entry.status_quo, dict(entry.unknown), dict(entry.much_better), views)
    about = (dict(entry.source), dict(entry.about), entry.note, entry.published, entry.ours)
    return (parts(entry.model), *said, *about)


def again(entry: Entry, folder: Path) -> Entry:
    """The entry written and read."""
    file = folder / "again.yaml"
    file.write_text(conflict_text(entry), encoding="utf-8")
    return load_entry(file)


@pytest.mark.parametrize("name", sorted(path.parent.name for path in CATALOGUE.glob("*/conflict.yaml")))
def test_each_published_conflict_reads_back_the_same(name: str, tmp_path: Path) -> None:
    """Nothing that a catalogue file says is lost by writing it."""
    entry = load_entry(CATALOGUE / name)
    assert told(again(entry, tmp_path)) == told(entry)


@pytest.mark.parametrize("text", [ALL_OPTIONS, STATES])
def test_every_key_reads_back_the_same(text: str, tmp_path: Path) -> None:
    """Merged states, forbidden moves, doubts, strength, views and results survive, in both forms."""
    file = tmp_path / "first.yaml"
    file.write_text(text, encoding="utf-8")
    entry = load_entry(file)
    assert told(again(entry, tmp_path)) == told(entry)
    assert conflict_text(again(entry, tmp_path)) == conflict_text(entry)


def test_a_conflict_made_in_python_can_be_written(tmp_path: Path) -> None:
    """Where no more is known than states and ranks, everybody's states are ranked and the rest is listed."""
    conflict = option_form(
        name="Siege",
        decision_makers=["Garrison", "Town"],
        options=[
            Option("hold out", "Garrison"),
            Option("hoist a flag", "Garrison", "on"),
            Option("feed", "Town"),
        ],
        preferences={
            "Garrison": Priorities(("feed", "'hoist a flag'")),
            "Town": Numbers([1, 2, 3, 0]),
        },
        infeasible=["not 'hold out' and not feed", "YNN"],
        same=["-NY"],
    )
    entry = bare_entry("Siege", conflict)
    assert entry.given.infeasible == ("NNN", "YNN", "NYN")
    assert parts(again(entry, tmp_path).model) == parts(conflict)


def test_numbers_in_the_order_of_states_are_written_by_name(tmp_path: Path) -> None:
    """A list of numbers, as Python takes it, becomes one number for each state."""
    numbers = {"A": Numbers([0.5, 2])}
    conflict = option_form(name="n", decision_makers=["A"], options=[Option("act", "A")], preferences=numbers)
    assert parts(again(Entry("n", conflict, Given(numbers)), tmp_path).model) == parts(conflict)


def test_a_graph_made_in_python_can_be_written(tmp_path: Path) -> None:
    """States, moves and rankings are all that a graph has."""
    graph = general_form(
        decision_makers=["A"], states=["s", "t"], moves={"A": [("s", "t")]}, rankings={"A": ["t", "s"]}
    )
    assert parts(again(bare_entry("Step", graph), tmp_path).model) == parts(graph)


def test_what_nobody_could_read_is_not_written() -> None:
    """Thousands of ranked states, or of combinations that cannot occur, are refused with the number."""
    options = [Option(f"o{number}", "A") for number in range(14)]
    everything = Priorities(("true",))
    large = option_form(name="n", decision_makers=["A"], options=options, preferences={"A": everything})
    with pytest.raises(ModelError, match=r"16,384 states are too many to rank in a file \(at most 4,096\)"):
        bare_entry("n", large)
    sparse = option_form(
        name="n",
        decision_makers=["A"],
        options=options,
        preferences={"A": everything},
        infeasible=["o1 or o2"],
    )
    with pytest.raises(ModelError, match="12,288 combinations that cannot occur are too many"):
        bare_entry("n", sparse)
    assert isinstance(sparse.graph, Graph)
