"""Reading published conflicts from YAML."""

from __future__ import annotations

from pathlib import Path

import pytest

from goodoffices.errors import ModelError
from goodoffices.workspace.catalogue import load_conflict, load_entry
from goodoffices.workspace.results import Improvement

FULL = """\
name: Plant
source: {authors: Nobody, year: 2001}
note: invented
decision_makers: [Ministry, Firm]
options:
  - {name: modify, owner: Ministry, direction: on}
  - {name: accept, owner: Firm}
  - {name: leave, owner: Firm, direction: on}
infeasible: [accept and leave]
same: ["--Y"]
preferences:
  Ministry:
    ranking: [NYN, [NNN, YNN], YYN, "--Y"]
  Firm:
    statements: [not leave, modify iff accept or leave]
    weights: [2, 0.5]
published:
  R: [NYN, "--Y"]
"""

RESULTS = """\
  among: [NYN, "--Y", NNN]
  stable: {SEQ: {Firm: [NYN]}}
  coalitions: {R: [NYN]}
  improvements: [{by: [Ministry, Firm], from: NNN, to: YYN}, {by: Firm, from: NNN, to: NYN}]
  game: other2000
  doubtful: {GMR: [NNN]}
ours:
  SMR: [YYN]
"""


def write(folder: Path, text: str | bytes) -> Path:
    """Write a conflict file and return its path."""
    file = folder / "conflict.yaml"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


def test_an_entry_is_read_whole(tmp_path: Path) -> None:
    """Options, states, preferences and published results come out as written."""
    entry = load_entry(write(tmp_path, FULL.replace("modify iff accept or leave", "accept")))
    conflict = entry.conflict
    assert (conflict.name, entry.note, dict(entry.source)) == (
        "Plant",
        "invented",
        {"authors": "Nobody", "year": "2001"},
    )
    assert [option.direction for option in conflict.options] == ["on", "both", "on"]
    assert conflict.states == ("NNN", "YNN", "NYN", "YYN", "-NY")
    ranks = [[rank[state] for state in range(5)] for rank in conflict.graph.ranks]
    assert ranks == [[2, 2, 3, 1, 0], [1, 1, 2, 2, 0]]
    assert entry.published.equilibria == {"R": ("NYN", "-NY")}


def test_what_a_source_prints_besides_equilibria_is_read(tmp_path: Path) -> None:
    """Single verdicts, coalitions, steps, the game it is, doubtful and our own results are kept apart."""
    text = FULL.replace("modify iff accept or leave", "accept").replace(
        "note: inv", "status_quo: NNN\nnote: inv"
    )
    entry = load_entry(write(tmp_path, text + RESULTS))
    assert entry.status_quo == "NNN"
    assert entry.published.among == ("NNN", "NYN", "-NY")
    assert entry.published.coalitions == {"R": ("NYN",)}
    assert {concept: dict(one) for concept, one in entry.published.stable.items()} == {
        "SEQ": {"Firm": ("NYN",)}
    }
    assert entry.published.improvements == (
        Improvement(("Ministry", "Firm"), "NNN", "YYN"),
        Improvement(("Firm",), "NNN", "NYN"),
    )
    assert (entry.published.game, dict(entry.published.doubtful)) == ("other2000", {"GMR": ("NNN",)})
    assert dict(entry.ours.equilibria) == {"SMR": ("YYN",)}
    assert not entry.ours.empty


def test_a_step_by_a_stranger_is_refused(tmp_path: Path) -> None:
    """Who takes a step must be one of the decision makers."""
    text = FULL.replace("modify iff accept or leave", "accept") + RESULTS.replace("by: Firm", "by: Farm")
    with pytest.raises(ModelError, match="'Farm' is no decision maker; did you mean 'Firm'"):
        load_entry(write(tmp_path, text))


@pytest.mark.parametrize(("options", "said"), [(60, "60 options"), (63, "63 options are more than 62")])
def test_too_many_options_are_refused_at_once(tmp_path: Path, options: int, said: str) -> None:
    """More options than can be solved are refused with their number and the place, before any work."""
    listed = "".join(f"  - {{name: o{k}, owner: A}}\n" for k in range(options))
    text = f"name: n\ndecision_makers: [A]\noptions:\n{listed}preferences: {{A: {{statements: [o1]}}}}\n"
    with pytest.raises(ModelError) as caught:
        load_entry(write(tmp_path, text))
    assert "yaml:3:1: " in str(caught.value)
    assert said in str(caught.value)


def test_a_folder_stands_for_its_file(tmp_path: Path) -> None:
    """A folder is read from the conflict.yaml in it; all but four keys may be left out."""
    text = (
        "name: n\ndecision_makers: [A]\noptions: [{name: a, owner: A}]\npreferences: {A: {ranking: [Y, N]}}\n"
    )
    write(tmp_path, text)
    entry = load_entry(tmp_path)
    assert load_conflict(tmp_path) == entry.conflict
    assert (entry.note, dict(entry.source), entry.published.empty, entry.ours.empty) == ("", {}, True, True)
    assert entry.status_quo is None


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("name: Plant\n", "", "yaml:1:1: the key 'name' is missing"),
        ("name: Plant", "name: [Plant]", "yaml:1:1: 'name' must be text, but is a list"),
        ("name: Plant", "name:", "yaml:1:1: 'name' must be text, but is empty"),
        ("name: Plant", "nam: Plant", "yaml:1:1: no key 'nam' is known here; did you mean 'name'"),
        ("[Ministry, Firm]", "Firm", "yaml:4:1: 'decision_makers' must be a list, but is 'Firm'"),
        ("owner: Firm}", "direction: on}", "yaml:7:5: option 'accept' has no owner: name a decision maker"),
        ("direction: on}\n  - {name: a", "direction: up}\n  - {name: a", "yaml:6:5: option 'modify' of"),
        ("accept and leave]", "accept and leav]", "yaml:9:14: 'accept and leav': no option 'leav'; did you"),
        ('["--Y"]', '["-Y"]', "yaml:10:8: '-Y' is not a pattern"),
        ('["--Y"]', '["--Y", "Y--"]', "yaml:10:1: 'same' patterns '--Y' and 'Y--' overlap"),
        ('YYN, "--Y"]', "YYN]", "yaml:12:3: the ranking of 'Ministry' misses the feasible state '-NY'"),
        ("[not leave, ", "[nor leave, ", "yaml:15:18: 'nor leave': "),
        ("[2, 0.5]", "[2, true]", "yaml:16:18: entry 2 must be a number, but is True"),
        ("[2, 0.5]", "[2]", "yaml:14:3: 1 weights are given for 2 statements"),
        (
            "    weights",
            "    ranking: []\n    weights",
            "yaml:14:3: give 'Firm' either a ranking or statements",
        ),
        (
            "  Ministry:\n",
            "  Minister:\n",
            "yaml:12:3: 'Minister' is no decision maker; did you mean 'Ministry'?",
        ),
        (
            '  Ministry:\n    ranking: [NYN, [NNN, YNN], YYN, "--Y"]\n',
            "",
            "yaml:11:1: no preferences are given for",
        ),
        (
            "owner: Ministry",
            "owner: Minstry",
            "yaml:6:5: option 'modify' is owned by 'Minstry', who is no decision",
        ),
        ("owner: Ministry", "owner: ''", "yaml:6:20: 'owner' must be text, but is ''"),
        (
            "direction: on}\n  - {name: a",
            "direction: [on, off]}\n  - {name: a",
            "must be text, but is a list",
        ),
        (
            "  - {name: accept, owner: Firm}",
            "  - {name: leave, owner: Firm, direction: off}\n  - {name: accept, owner: Firm}",
            "yaml:9:5: option 'leave' of 'Firm' is given twice, with direction 'off' and with 'on': keep one",
        ),
        (
            "  - {name: accept, owner: Firm}",
            "  - {name: accept, owner: Firm}\n  - {name: accept, owner: Firm}",
            "yaml:8:5: option 'accept' of 'Firm' is given twice: keep one of them",
        ),
        ("[accept and leave]", "[accept, not accept]", "yaml:9:1: no state is feasible"),
        ("note: invented", "status_quo: NYY", "yaml:3:1: the status quo: state 'NYY' is not feasible"),
        ("note: invented", "status_quo: -NN", "yaml:3:1: the status quo: '-NN' names 2 states"),
        ("year: 2001", "year: ", "yaml:2:27: 'year' must be text or a number, but is empty"),
        ("year: 2001", "year: [2001]", "yaml:2:27: 'year' must be text or a number, but is a list"),
        ("published:\n  R:", "published:\n  Nash:", "yaml:18:3: no key 'Nash' is known here"),
        (
            'R: [NYN, "--Y"]\n',
            'R: [NYN, "--Y"]\n  stable: {R: {Farm: []}}\n',
            "no key 'Farm' is known here; did you mean 'Firm'?",
        ),
        (
            'R: [NYN, "--Y"]\n',
            'R: [NYN, "--Y"]\n  coalitions: {SSEQ: []}\n',
            "no key 'SSEQ' is known here",
        ),
        ("R: [NYN", "R: [NYY", "yaml:18:7: state 'NYY' is not feasible"),
        ("published:\n", "published: 3\n#", "yaml:17:1: 'published' must be a mapping, but is 3"),
        ("note: invented", "name: again", "yaml:3:1: not readable as YAML: found duplicate key"),
        ("note: invented", "note: [", "not readable as YAML"),
    ],
)
def test_a_fault_is_placed(tmp_path: Path, old: str, new: str, message: str) -> None:
    """Each message says where in the file the rule is broken, and names the bad value."""
    text = FULL.replace("modify iff accept or leave", "accept")
    assert old in text
    with pytest.raises(ModelError) as caught:
        load_entry(write(tmp_path, text.replace(old, new, 1)))
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "'the file' must be a mapping, but is empty"),
        (b"\xff\xfe\x00", "byte 0 is not UTF-8"),
        (b"a: " + b"[" * 100_000, "yaml:1:13: lists are nested more than 10 deep"),
        (b"#" * 1_000_001, "1,000,001 bytes are more than a conflict file may have"),
        (b"a: \x00", "characters that text does not"),
    ],
)
def test_what_is_no_conflict_file_is_refused(tmp_path: Path, raw: bytes, message: str) -> None:
    """Empty, binary, huge and deeply nested files get one clear message."""
    with pytest.raises(ModelError) as caught:
        load_entry(write(tmp_path, raw))
    assert message in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """The message says which file cannot be read."""
    with pytest.raises(ModelError, match=r"gone\.yaml: cannot be read"):
        load_entry(tmp_path / "gone.yaml")


def test_an_alias_bomb_is_not_unfolded(tmp_path: Path) -> None:
    """A name made of aliases that would unfold to billions of entries is refused at once."""
    layers = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    layers += [f"a{k}: &a{k} [{', '.join([f'*a{k - 1}'] * 9)}]" for k in range(1, 12)]
    text = "name: *a11\ndecision_makers: []\noptions: []\npreferences: {}\n"
    with pytest.raises(ModelError, match="no key 'a0' is known here"):
        load_entry(write(tmp_path, "\n".join(layers) + "\n" + text))
