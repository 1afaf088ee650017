"""Reading the files in which GMCR+ saves a conflict."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from goodoffices.errors import ModelError
from goodoffices.models.graph.conflict import Conflict
from goodoffices.models.graph.stability import stability
from goodoffices.workspace.catalogue import load_entry
from goodoffices.workspace.conflict_writer import conflict_text
from goodoffices.workspace.gmcr_import import load_gmcr, load_gmcr_entry

WELL: dict[str, Any] = {
    "program": "gmcr-py",
    "version": "0.4.1",
    "useManualPreferenceRanking": False,
    "options": [
        {"name": "Share the well", "permittedDirection": "both"},
        {"name": "Sue", "permittedDirection": "fwd"},
        {"name": "Herd's rest", "permittedDirection": "back"},
    ],
    "decisionMakers": [
        {
            "name": "Upper farm",
            "options": [0, 2],
            "preferences": [
                [[1, "N"]],
                {"compound": True, "members": [[[0, "Y"], [1, "N"]], [[0, "N"], [1, "Y"]]]},
            ],
            "misperceptions": [],
        },
        {"name": "Lower farm", "options": [1], "preferences": [[[0, "Y"], [2, "N"]], [[2, "Y"]]]},
    ],
    "infeasibles": [[[0, "Y"], [1, "Y"]]],
    "coalitions": [[0, 1]],
    "coalitionsFull": [{"name": "all", "options": [0, 2, 1]}],
}


def write(folder: Path, content: object) -> Path:
    """Write a file of GMCR+ and return its path."""
    file = folder / "well.gmcr"
    file.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return file


def changed(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    """The well with one thing changed."""
    copy = deepcopy(WELL)
    change(copy)
    return copy


def test_a_model_is_read_whole(tmp_path: Path) -> None:
    """Owners, directions, infeasible states and priorities come out; options stand in the order of owners."""
    conflict = load_gmcr(write(tmp_path, WELL))
    assert conflict.name == "well"
    assert [(option.name, option.owner, option.direction) for option in conflict.options] == [
        ("Share the well", "Upper farm", "both"),
        ("Herd's rest", "Upper farm", "off"),
        ("Sue", "Lower farm", "on"),
    ]
    assert list(conflict.states) == ["NNN", "YNN", "NYN", "YYN", "NNY", "NYY"]
    upper, lower = ([int(value) for value in one] for one in conflict.graph.ranks)
    # No suit counts 2, sharing or a suit but not both 1.
    assert upper == [1, 2, 1, 2, 0, 0]
    # Sharing without the herd's rest counts 2, the rest 1.
    assert lower == [0, 2, 1, 1, 0, 1]
    assert "YNN" in stability(conflict).outcome.equilibria("R")


def test_what_a_party_does_not_see_is_its_own_view(tmp_path: Path) -> None:
    """A party's misperceptions take states out of what it sees, and of nothing else."""

    def blind(model: dict[str, Any]) -> None:
        model["decisionMakers"][0]["misperceptions"] = [[[1, "Y"]]]

    entry = load_gmcr_entry(write(tmp_path, changed(blind)))
    assert list(entry.conflict.states) == ["NNN", "YNN", "NYN", "YYN", "NNY", "NYY"]
    assert set(entry.views) == {"Upper farm"}
    view = entry.views["Upper farm"].model
    assert list(view.states) == ["NNN", "YNN", "NYN", "YYN"]
    graph = entry.perceived()["Upper farm"]
    assert isinstance(graph, Conflict)
    assert [[int(rank) for rank in ranks] for ranks in graph.graph.ranks] == [[1, 2, 1, 2], [0, 2, 1, 1]]


def test_a_model_can_be_written_in_our_format(tmp_path: Path) -> None:
    """Statements, owners, directions and views of a `.gmcr` file read back the same from YAML."""

    def blind(model: dict[str, Any]) -> None:
        model["decisionMakers"][0]["misperceptions"] = [[[1, "Y"]]]

    entry = load_gmcr_entry(write(tmp_path, changed(blind)))
    file = tmp_path / "well.yaml"
    file.write_text(conflict_text(entry), encoding="utf-8")
    again = load_entry(file)
    assert again.conflict == entry.conflict
    assert again.given == entry.given
    assert again.perceived() == entry.perceived()


@pytest.mark.parametrize(
    ("flag", "ranking"),
    [
        ("useManualPreferenceRanking", "preferenceRanking"),
        ("useManualPreferenceVectors", "preferenceVector"),
    ],
)
def test_a_ranking_by_hand_counts_instead_of_the_statements(tmp_path: Path, flag: str, ranking: str) -> None:
    """States are named by their ordered numbers from 1, under the keys of new and of old files."""

    def by_hand(model: dict[str, Any]) -> None:
        del model["useManualPreferenceRanking"]
        model[flag] = True
        for person in model["decisionMakers"]:
            person[ranking] = [2, [4, 1], 3, 6, 5]

    conflict = load_gmcr(write(tmp_path, changed(by_hand)))
    assert [[int(value) for value in one] for one in conflict.graph.ranks] == [[3, 4, 2, 3, 0, 1]] * 2


def test_a_party_without_statements_is_indifferent(tmp_path: Path) -> None:
    """An empty list of preferences makes all states equally good, as in GMCR+."""
    conflict = load_gmcr(write(tmp_path, changed(lambda well: well["decisionMakers"][1].pop("preferences"))))
    assert len({int(value) for value in conflict.graph.ranks[1]}) == 1


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda well: well.pop("options"), "well.gmcr: the key 'options' is missing"),
        (
            lambda well: well.update(options={}),
            "well.gmcr: options: 'options' must be a list, but is a mapping",
        ),
        (lambda well: well["options"][0].pop("name"), "options[0]: the key 'name' is missing"),
        (
            lambda well: well["options"][1].update(permittedDirection="up"),
            "options[1].permittedDirection: 'up' is no direction: write 'both', 'fwd'",
        ),
        (lambda well: well["options"].append({"name": "x"}), "options[3]: this option has no owner"),
        (lambda well: well.update(options=[{"name": "x"}] * 63), "options: 63 options are more than 62"),
        (
            lambda well: well["decisionMakers"][1]["options"].append(0),
            "decisionMakers[1].options[1]: option 0 belongs to 'Upper farm' already",
        ),
        (
            lambda well: well["decisionMakers"][1].update(options=[3]),
            "decisionMakers[1].options[0]: 3 is no option: they are numbered 0 to 2",
        ),
        (
            lambda well: well["decisionMakers"][1].update(options=[True]),
            "decisionMakers[1].options[0]: True is no option",
        ),
        (
            lambda well: well["infeasibles"].extend([[[0, "Y"]], [[0, "N"]]]),
            "well.gmcr: infeasibles: no state is feasible",
        ),
        (lambda well: well["infeasibles"].append([]), "infeasibles[1]: this condition chooses nothing"),
        (
            lambda well: well["infeasibles"].append([[0, "Z"]]),
            "infeasibles[1][0]: a choice is the number of an option and 'Y' or 'N', but this holds 0, 'Z'",
        ),
        (
            lambda well: well["infeasibles"].append([[0, ["Y"]]]),
            "infeasibles[1][0]: a choice is the number of an option and 'Y' or 'N', but this holds 0, a list",
        ),
        (lambda well: well["infeasibles"].append([[]]), "but this holds nothing"),
        (
            lambda well: well["decisionMakers"][0]["preferences"][1].update(members=[]),
            "decisionMakers[0].preferences[1]: this condition has no members",
        ),
        (
            lambda well: well["decisionMakers"][0].update(misperceptions=[[[1, "Y"]]]),
            "well.gmcr: 'Upper farm' does not see some states: a plain conflict has no place for that",
        ),
        (
            lambda well: well["decisionMakers"][0].update(misperceptions=[[[1, "Y"]], [[1, "N"]]]),
            "well.gmcr: no state is feasible",
        ),
        (lambda well: well.update(useManualPreferenceRanking=1), "must be true or false, but is 1"),
        (
            lambda well: well.pop("useManualPreferenceRanking"),
            "the key 'useManualPreferenceRanking' is missing",
        ),
        (
            lambda well: well.update(useManualPreferenceRanking=True),
            "decisionMakers[0].name: 'Upper farm' has no ranking ('preferenceRanking')",
        ),
        (
            lambda well: (
                well.update(useManualPreferenceRanking=True),
                well["decisionMakers"][0].update(preferenceRanking=[1, 7]),
            ),
            "decisionMakers[0].preferenceRanking[1]: 7 is no state: the feasible states are 1 to 6",
        ),
        (
            lambda well: (
                well.update(useManualPreferenceRanking=True),
                well["decisionMakers"][0].update(preferenceRanking=[1, 2, 3, 4, [5]]),
            ),
            "decisionMakers[0].preferenceRanking: the ranking of 'Upper farm' misses the feasible state",
        ),
        (
            lambda well: well["decisionMakers"][1].update(name="Upper farm"),
            "appears twice",
        ),
    ],
)
def test_a_fault_is_named_with_its_place(
    tmp_path: Path, change: Callable[[dict[str, Any]], object], message: str
) -> None:
    """Each message names the file, the part and the bad value."""
    with pytest.raises(ModelError) as caught:
        load_gmcr(write(tmp_path, changed(change)))
    assert message in str(caught.value)
    assert "well.gmcr" in str(caught.value)


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "well.gmcr:1:1: not readable as JSON"),
        (b'{"options": [}', "well.gmcr:1:14: not readable as JSON"),
        (b"[]", "'the file' must be a mapping, but is a list"),
        (b"\x80\x03}q\x00(X", "early versions of GMCR+ saved another format"),
        (b"[" * 200_000, "nested too deep"),
        (b" " * 10_000_001, "10,000,001 bytes are more than a .gmcr file may have"),
    ],
)
def test_what_is_no_file_of_gmcr_is_refused(tmp_path: Path, raw: bytes, message: str) -> None:
    """Empty, broken, binary, deep and huge files get one clear message."""
    with pytest.raises(ModelError) as caught:
        load_gmcr(write(tmp_path, raw))
    assert message in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """The message says which file cannot be read."""
    with pytest.raises(ModelError, match=r"gone\.gmcr: cannot be read"):
        load_gmcr(tmp_path / "gone.gmcr")
