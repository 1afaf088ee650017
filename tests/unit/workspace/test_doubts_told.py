"""What `check` remarks on a sound case."""

from __future__ import annotations

from pathlib import Path

from goodoffices.workspace.bundle import check

CASE = """title: A strait
parties: {north: {name: N}, south: {name: S}, alpha: {name: A}}
guarantees:
  pact:
    {name: P, beneficiary: south, guarantors: [alpha, south], rule: each_alone,
      coding: {status: claim, source: G}}
"""


def test_a_doubt_is_remarked_with_file_and_line(tmp_path: Path) -> None:
    """A file and its folder are asked to be looked at again at the same place, and stay sound."""
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")
    for given in (path, tmp_path):
        case, remarks = check(given)
        assert "pact" in case.guarantees
        assert remarks[0].startswith(
            f"Look again: {path}:5:55: guarantees.pact.guarantors.2: 'south' is the party"
        )
