"""What an attacker has at stake, from a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from goodoffices.case.values import Interval
from goodoffices.errors import CaseError
from goodoffices.workspace import interval_file as module
from goodoffices.workspace.stakes import load_stakes

GOOD = """source: A. Coder, on the public record
prize: [1, 1.5, 2]
wins_alone: [0.6, 0.7, 0.8]
wins_opposed: [0.2, 0.3, 0.4]
cost: [0.1, 0.2, 0.3]
status_quo: [0.0, 0.1, 0.2]
punishment: [0.0, 0.1, 0.2]
"""


def written(folder: Path, text: str | bytes) -> Path:
    """Write a file and return its path."""
    path = folder / "stakes.yaml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_six_intervals_and_a_source_are_read(tmp_path: Path) -> None:
    """The values are those of the file, and the source stands beside them."""
    given = load_stakes(written(tmp_path, GOOD))
    assert given.source == "A. Coder, on the public record"
    assert given.stakes.prize == Interval(1, 1.5, 2)
    assert given.stakes.punishment == Interval(0.0, 0.1, 0.2)


SHIFT = """shift:
  p1: [0.4, 0.4, 0.4]
  p2: [0.6, 0.7, 0.8]
  p2_if_kept: [0.3, 0.3, 0.3]
  cost: [0.3, 0.3, 0.3]
  discount: [0.9, 0.9, 0.9]
"""


def test_a_coming_shift_of_power_may_stand_beside_them(tmp_path: Path) -> None:
    """Without it there is none; with it all five values are read."""
    assert load_stakes(written(tmp_path, GOOD)).shift is None
    shift = load_stakes(written(tmp_path, GOOD + SHIFT)).shift
    assert shift is not None
    assert shift.p2 == Interval(0.6, 0.7, 0.8)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            GOOD.replace("[0.6, 0.7, 0.8]", "[0.6, 0.7, 1.4]"),
            r"3:1: 'wins_alone' is \[0.6, 0.7, 1.4\]; it must be fr",
        ),
        (
            GOOD.replace("cost: [0.1", "cost: [-0.1"),
            r"5:1: 'cost' is \[-0.1, 0.2, 0.3\]; it must be 0 or more",
        ),
        (
            GOOD + SHIFT.replace("[0.9, 0.9, 0.9]", "[0, 0.9, 0.9]"),
            r"13:3: 'discount' is .*; it must be above 0",
        ),
        (GOOD + "shift: 3\n", "8:1: 'shift' holds no keys; give p1, p2, p2_if_kept, cost, discount"),
        (GOOD + SHIFT.replace("p2_if", "p3_if"), r"11:3: no key 'p3_if_kept' is known"),
        (GOOD + SHIFT.replace("[0.9, 0.9, 0.9]", "0.9"), "13:3: 'discount' is 0.9; give an interval"),
        (
            GOOD.replace("prize: [1, 1.5, 2]", "prize: 1.5"),
            r"stakes.yaml:2:1: 'prize' is 1.5; give an interval",
        ),
        (GOOD.replace("[1, 1.5, 2]", "[1, true, 2]"), r":2:1: 'prize' is .* give an interval"),
        (GOOD.replace("[1, 1.5, 2]", "[2, 1.5, 1]"), r":2:1: 'prize': interval .* is out of order"),
        (
            GOOD.replace("cost: [0.1, 0.2, 0.3]\n", ""),
            r"'cost' is missing; add 'cost: \[low, middle, high\]'",
        ),
        (GOOD.replace("cost:", "costs:"), r":5:1: no key 'costs' is known; did you mean 'cost'"),
        (GOOD.replace("source: A. Coder, on the public record\n", ""), "the source is missing"),
        ("- 1\n", "the file holds no keys"),
        ("a: [1\n", "not readable as YAML"),
        ("a: \x00\n", "not readable as YAML"),
        (b"\xff\xfe\x00", "is not UTF-8"),
    ],
)
def test_a_file_that_breaks_a_rule_is_refused_with_its_place(
    text: str | bytes, message: str, tmp_path: Path
) -> None:
    """The message names file, line, value and way out."""
    with pytest.raises(CaseError, match=message):
        load_stakes(written(tmp_path, text))


def test_missing_and_huge_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is not there, or is far too large, is named."""
    with pytest.raises(CaseError, match="cannot be read"):
        load_stakes(tmp_path / "nothing.yaml")
    monkeypatch.setattr(module, "MAX_BYTES", 10)
    with pytest.raises(CaseError, match="bytes are more than such a file may have"):
        load_stakes(written(tmp_path, GOOD))
