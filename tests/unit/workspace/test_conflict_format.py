"""The parts of a conflict file beyond options and rankings: moves, values, doubts, strength and views."""

from __future__ import annotations

from pathlib import Path

import pytest

from goodoffices.errors import ModelError
from goodoffices.models.graph.conflict import Conflict
from goodoffices.workspace.catalogue import load_conflict, load_entry

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "catalogue.md"

ISSUE = """\
name: Chicken
source: {authors: …, year: …, title: …, table: …}
decision_makers: [A, B]
options:
  - {name: Swerve, owner: A, direction: both}      # both | on | off
  - {name: Swerve, owner: B, direction: both}
infeasible: []                                     # conditions, or patterns such as YY--
same: []                                           # patterns whose states count as one
preferences:
  A: {ranking: [NY, YY, YN, NN]}                   # best first, one letter per option
  B: {statements: ["'A.Swerve'", "not 'B.Swerve'"]}
published: {R: [YN, NY], SEQ: [YN, NY], GMR: [YN, NY, YY], SMR: [YN, NY, YY]}
"""

WELL = """\
name: Well
decision_makers: [Herders, Farmers]
options:
  - {name: draw, owner: Herders}
  - {name: fence, owner: Farmers}
  - {name: open, owner: Farmers}
infeasible: [fence and open]
forbidden:
  - {by: Farmers, from: draw, to: fence}
  - {to: "N-Y"}
status_quo: NNN
preferences:
  Herders:
    ranking: [YNN, ">>", [YNY, NNN], NNY, ">>", YYN, NYN]
    unknown: [[YNY, NNN], [NNY, YYN]]
  Farmers: {statements: [fence, open iff draw, not draw implies open], weights: [3, 1.5, 1]}
perceived:
  Herders:
    infeasible: [fence and open, "NY-"]
    preferences:
      Farmers: {values: {NNN: 2, YNN: 1, NNY: 0.5, YNY: 0.5, YYN: -3}}
"""

CONVOY = """\
name: Convoy
decision_makers: [Agency, Militia]
states: [blocked, escorted, open, 4]
moves:
  Agency: {blocked: escorted, escorted: [blocked, 4]}
  Militia: {escorted: open}
status_quo: blocked
preferences:
  Agency: {values: {open: 10, blocked: 3, escorted: 1, 4: 3}}
  Militia: {ranking: [[escorted, open], ">>", blocked, 4], unknown: [[blocked, 4]]}
perceived:
  Militia:
    moves: {Agency: {blocked: escorted}}
    preferences: {Agency: {ranking: [open, escorted, blocked, 4]}}
published: {R: [open, 4]}
"""


def write(folder: Path, text: str) -> Path:
    """Write a conflict file and return its path."""
    file = folder / "conflict.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_format_of_the_first_sketch_is_read_as_it_stands(tmp_path: Path) -> None:
    """The example by which the format was agreed is a conflict file."""
    entry = load_entry(write(tmp_path, ISSUE))
    assert entry.conflict.states == ("NN", "YN", "NY", "YY")
    assert [list(ranks) for ranks in entry.conflict.graph.ranks] == [[0, 1, 3, 2], [1, 3, 0, 2]]
    assert entry.published.equilibria["GMR"] == ("YN", "NY", "YY")


def test_forbidden_moves_are_taken_out(tmp_path: Path) -> None:
    """A rule for one binds that one, a rule without a name binds everybody."""
    conflict = load_conflict(write(tmp_path, WELL))
    moves = {
        who: {
            conflict.states[state]: {conflict.states[to] for to in conflict.graph.moves_of(number, state)}
            for state in range(len(conflict.states))
        }
        for number, who in enumerate(conflict.decision_makers)
    }
    assert moves["Farmers"]["YNN"] == {"YNY"}
    assert moves["Farmers"]["NNN"] == {"NYN"}
    assert moves["Herders"]["YNY"] == set()
    assert [rule.mover for rule in conflict.forbidden] == ["Farmers", None]


def test_doubts_and_strength_are_read_as_pairs_of_states(tmp_path: Path) -> None:
    """What stands before >> is much better than all that stands after it."""
    entry = load_entry(write(tmp_path, WELL))
    assert dict(entry.unknown) == {"Herders": (("YNY", "NNN"), ("NNY", "YYN"))}
    assert set(entry.much_better) == {"Herders"}
    assert len(entry.much_better["Herders"]) == 1 * 5 + 3 * 2
    assert ("YNN", "YNY") in entry.much_better["Herders"]
    assert ("NNY", "NYN") in entry.much_better["Herders"]
    assert [int(rank) for rank in entry.conflict.graph.ranks[0]] == [3, 4, 0, 1, 2, 3]


def test_a_view_differs_only_where_it_says_so(tmp_path: Path) -> None:
    """The herders miss a state and take the farmers for others than they are; all else is as it is."""
    entry = load_entry(write(tmp_path, WELL))
    view = entry.views["Herders"].model
    assert isinstance(view, Conflict)
    assert view.states == ("NNN", "YNN", "YYN", "NNY", "YNY")
    assert [int(rank) for rank in view.graph.ranks[1]] == [3, 2, 0, 1, 1]
    assert list(view.graph.ranks[0]) == [3, 4, 1, 2, 3]
    assert len(view.forbidden) == 2
    assert entry.perceived() == {"Herders": view, "Farmers": entry.conflict}
    assert entry.views["Herders"].given.infeasible == ("fence and open", "NY-")


def test_states_and_moves_need_no_options(tmp_path: Path) -> None:
    """Moves lead where the file says and nowhere else; states may be numbers; values amount to a ranking."""
    entry = load_entry(write(tmp_path, CONVOY))
    graph = entry.model
    assert not isinstance(graph, Conflict)
    assert graph.states == ("blocked", "escorted", "open", "4")
    assert [list(moves) for moves in graph.moves] == [[(1,), (0, 3), (), ()], [(), (2,), (), ()]]
    assert [list(ranks) for ranks in graph.ranks] == [[1, 0, 2, 1], [1, 2, 2, 0]]
    assert (entry.status_quo, dict(entry.unknown)) == ("blocked", {"Militia": (("blocked", "4"),)})
    assert entry.much_better["Militia"][0] == ("escorted", "blocked")
    assert entry.published.equilibria == {"R": ("open", "4")}
    view = entry.views["Militia"].model
    assert not isinstance(view, Conflict)
    assert list(view.moves[0]) == [(1,), (), (), ()]
    assert [list(ranks) for ranks in view.ranks] == [[1, 2, 3, 0], [1, 2, 2, 0]]
    with pytest.raises(ModelError, match="'Convoy' is given by states and moves, without options"):
        load_conflict(write(tmp_path, CONVOY))


@pytest.mark.parametrize("number", range(2))
def test_the_examples_on_the_page_are_conflict_files(tmp_path: Path, number: int) -> None:
    """What the page on the format shows can be read."""
    blocks = PAGE.read_text(encoding="utf-8").split("```yaml\n")[1:]
    assert load_entry(write(tmp_path, blocks[number].partition("```")[0])).model.states


def test_the_view_on_the_page_fits_its_example(tmp_path: Path) -> None:
    """The page's example of a view can be put under its first conflict."""
    chicken, _, view = (
        block.partition("```")[0] for block in PAGE.read_text(encoding="utf-8").split("```yaml\n")[1:]
    )
    assert set(load_entry(write(tmp_path, chicken + view)).views) == {"A", "B"}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("by: Farmers", "by: Famers", "yaml:9:6: 'Famers' is no decision maker; did you mean 'Farmers'?"),
        ("from: draw, ", "form: draw, ", "yaml:9:19: no key 'form' is known here; did you mean 'from'?"),
        ("from: draw", "from: drew", "yaml:9:19: 'drew': no option 'drew'; did you mean 'draw'?"),
        ('{to: "N-Y"}', "{}", "yaml:10:5: this forbids every move"),
        ('{to: "N-Y"}', "N-Y", "yaml:10:5: entry 2 must be a mapping, but is 'N-Y'"),
        (
            "[[YNY, NNN], ",
            "[[YNY, NNN, YYN], ",
            "yaml:15:15: a pair is two states, such as [NNN, YNN], not 3",
        ),
        ("[[YNY, NNN], ", "[[YNY, YNY], ", "yaml:15:15: state 'YNY' is paired with itself"),
        ("[[YNY, NNN], ", "[[YNY, true], ", "a state must be text, but is True: put it in quotes"),
        ("[[YNY, NNN], ", "[[YNY, NYY], ", "yaml:15:21: state 'NYY' is not feasible"),
        ('[YNN, ">>", [', '[">>", YNN, [', "yaml:14:15: '>>' stands between two levels"),
        ('[YNN, ">>", [', '[YNN, ">>", ">>", [', "yaml:14:26: '>>' stands between two levels"),
        ('[YNN, ">>", [', "[YNN, >>, [", "yaml:14:20: not readable as YAML"),
        ("[YNY, NNN]", "[YNY, NYY]", "yaml:14:32: the ranking of 'Herders': state 'NYY' is not feasible"),
        ("[YNY, NNN]", "[YNY, YNY]", "yaml:13:3: the ranking of 'Herders' names state 'YNY' twice"),
        ("{statements: [fence", "{ranking: [fence", "yaml:16:69: weights belong to statements"),
        ('[YNN, ">>", [', '[well, ">>", [', "yaml:14:15: the ranking of 'Herders': 'well' is not a pattern"),
        ("NYN]\n", "NYN]\n    weights: [1]\n", "yaml:15:5: weights belong to statements: remove them"),
        ("1.5, 1]", "1.5, 0]", "yaml:16:3: weight 0 of a statement is not above 0"),
        ("YYN: -3", "YYN: low", "'YYN' must be a number, but is 'low'"),
        ("YYN: -3", "YYN: .nan", "is no number"),
        (", YYN: -3", "", "the list of numbers of 'Farmers' misses the feasible state 'YYN'"),
        (
            "  Herders:\n    inf",
            "  Herder:\n    inf",
            "yaml:18:3: 'Herder' is no decision maker; did you mean",
        ),
        ("{values: {NNN", "{unknown: [[NNN, YNN]], values: {NNN", "unknown pairs have no place in a view"),
        ("    infeasible: [f", "    infeasable: [f", "yaml:19:5: no key 'infeasable' is known here; did you"),
        (
            "    infeasible: [fence and open, ",
            "    moves: {}\n#",
            "'moves' does not go with options: remove it",
        ),
        (
            'infeasible: [fence and open, "NY-"]\n    preferences:\n      Farmers: {',
            "infeasible: []\n    preferences:\n      Herders: {statements: [draw]}\n#",
            "yaml:20:5: state 'NYY' is feasible in this view and not outside it: say what 'Farmers' prefers",
        ),
        ("options:", "moves: {}\noptions:", "yaml:3:1: 'moves' need 'states': list them, or give 'options'"),
        (
            "options:",
            "states: [1]\noptions:",
            "yaml:4:1: 'options' belongs to options, and 'states' are given",
        ),
        ("[Herders, Farmers]", "[]", "yaml:2:1: a conflict needs at least one decision maker"),
        ("[Herders, Farmers]", "[Herders, Herders]", "yaml:2:19: decision maker 'Herders' appears twice"),
    ],
)
def test_a_fault_beside_options_is_placed(tmp_path: Path, old: str, new: str, message: str) -> None:
    """Each message says where in the file the rule is broken, names the bad value and a way out."""
    assert old in WELL
    with pytest.raises(ModelError) as caught:
        load_entry(write(tmp_path, WELL.replace(old, new, 1)))
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("open, 4]\nmoves", "open, 4, open]\nmoves", "yaml:3:29: state 'open' is given twice: keep one"),
        (
            "{blocked: escorted, ",
            "{blockt: escorted, ",
            "yaml:5:12: no state 'blockt'; did you mean 'blocked'?",
        ),
        ("[blocked, 4]", "[blocked, 5]", "no state '5'; "),
        (
            "[blocked, 4]",
            "[blocked, blocked]",
            "'Agency' moves from 'escorted' to 'blocked' twice: keep it once",
        ),
        (
            "[blocked, 4]",
            "escorted",
            "'Agency' moves from 'escorted' to itself: staying is no move, remove it",
        ),
        (
            "  Militia: {escorted",
            "  Militias: {escorted",
            "yaml:6:3: 'Militias' is no decision maker; did you",
        ),
        (
            "moves:\n  Agency: {blocked: escorted, escorted: [blocked, 4]}\n  Militia: {escorted: open}\n",
            "",
            "1:1: the key 'moves' is missing",
        ),
        ("states: [blocked, escorted, open, 4]\n", "", "yaml:3:1: 'moves' need 'states'"),
        ("4: 3}", "5: 3}", "yaml:9:3: 'Agency' speaks of '5', which is no state"),
        (", 4: 3}", "}", "yaml:9:3: the ranking of 'Agency' misses '4': rank every state"),
        (
            "{values: {",
            "{statements: [open], values: {",
            "give 'Agency' either a ranking or statements or values",
        ),
        (
            'ranking: [[escorted, open], ">>", blocked, 4]',
            "statements: [open]",
            "yaml:10:13: statements speak of options, and there are none: give a ranking or values",
        ),
        (
            "moves: {Agency: {blocked: escorted}}",
            "infeasible: [a]",
            "'infeasible' does not go with states and",
        ),
        ("status_quo: blocked", "status_quo: shut", "yaml:7:1: the status quo: no state 'shut'; "),
        ("states: [", "infeasible: []\nstates: [", "'infeasible' belongs to options, and 'states' are given"),
    ],
)
def test_a_fault_in_states_and_moves_is_placed(tmp_path: Path, old: str, new: str, message: str) -> None:
    """Each message says where in the file the rule is broken, names the bad value and a way out."""
    assert old in CONVOY
    with pytest.raises(ModelError) as caught:
        load_entry(write(tmp_path, CONVOY.replace(old, new, 1)))
    assert message in str(caught.value)


def test_neither_options_nor_states_is_refused(tmp_path: Path) -> None:
    """A file must say by options or by states what can happen."""
    text = "name: n\ndecision_makers: [A]\npreferences: {A: {ranking: [Y, N]}}\n"
    with pytest.raises(ModelError, match="the key 'options' is missing; or give 'states' and 'moves'"):
        load_entry(write(tmp_path, text))


def test_what_memory_cannot_hold_is_refused_before_it_is_ranked(tmp_path: Path) -> None:
    """The message gives the states and the memory that they would take."""
    people = [f"P{number}" for number in range(13)]
    options = "".join(f"  - {{name: o{number}, owner: P{number // 2}}}\n" for number in range(25))
    preferences = "".join(f"  {who}: {{statements: [o{n}]}}\n" for n, who in enumerate(people))
    text = f"name: n\ndecision_makers: [{', '.join(people)}]\noptions:\n{options}preferences:\n{preferences}"
    with pytest.raises(ModelError, match=r"yaml:3:1: 33,554,432 states and 13 .* need about \d+\.\d GB"):
        load_entry(write(tmp_path, text))
