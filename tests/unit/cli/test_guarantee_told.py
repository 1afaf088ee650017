"""What `guarantee` says of the accused, of correlation, of numbers judged twice and of doubtful stakes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from goodoffices.cli.main import main

CODED = "coding: {status: judgement, coder: A. Coder}"
CASE = f"""title: A strait
parties: {{north: {{name: Northland}}, south: {{name: S}}, alpha: {{name: Alpha}}, beta: {{name: Beta}}}}
guarantees:
  each:
    name: Each
    beneficiary: south
    against: [north]
    guarantors: [alpha, beta, north]
    rule: each_alone
    trigger: an attack
    found_by: {{rule: council, members: [beta, alpha], vetoes: [beta], required: 1, {CODED}}}
    ratification: {{by: [alpha, beta], {CODED}}}
    willingness:
      alpha: {{value: [0.3, 0.5, 0.7], {CODED}}}
      beta: {{value: [0.3, 0.5, 0.7], {CODED}}}
    {CODED}
  all:
    name: All
    beneficiary: south
    against: [north]
    guarantors: [alpha, beta, north]
    rule: unanimous
    correlation: [0.1, 0.2, 0.3]
    willingness:
      alpha: {{value: [0.3, 0.6, 0.7], {CODED}}}
      beta: {{value: [0.3, 0.5, 0.7], {CODED}}}
    {CODED}
  two:
    name: Two
    beneficiary: south
    against: [north]
    guarantors: [alpha, beta]
    rule: unanimous
    correlation: [0.1, 0.2, 0.3]
    willingness:
      alpha: {{value: [0.3, 0.6, 0.7], {CODED}}}
      beta: {{value: [0.3, 0.5, 0.7], {CODED}}}
    {CODED}
stakes:
  - attacker: north
    prize: [1, 1, 1]
    wins_alone: [0.5, 0.7, 0.8]
    wins_opposed: [0.2, 0.3, 0.6]
    cost: [0.2, 0.2, 0.2]
    status_quo: [0.1, 0.1, 0.1]
    punishment: [0.2, 0.2, 0.2]
    shift: {{p1: [0.4, 0.4, 0.4], p2: [0.7, 0.7, 0.7], p2_if_kept: [0.3, 0.3, 0.3], cost: [0.3, 0.3, 0.3],
      discount: [0.9, 0.9, 0.9]}}
    {CODED}
"""


def told(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *arguments: str,
    text: str = CASE,
) -> str:
    """Return what the command prints on the case."""
    (tmp_path / "case.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["goodoffices", "guarantee", str(tmp_path), *arguments])
    main()
    return capsys.readouterr().out


def test_the_accused_is_no_way_to_keep_a_promise_against_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither among those who are enough nor among those on whom the decision hangs."""
    each = told(tmp_path, monkeypatch, capsys, "--design", "each")
    enough = next(line for line in each.splitlines() if line.startswith("  enough:"))
    assert "Northland" not in enough
    importance = next(line for line in each.splitlines() if "Birnbaum" in line)
    assert "Northland" not in importance
    assert "  enough: no set without Northland" in told(tmp_path, monkeypatch, capsys, "--design", "all")


def test_what_is_not_coded_or_judged_twice_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No correlation, different ones side by side, and the same guarantor judged in two ways."""
    out = told(tmp_path, monkeypatch, capsys)
    assert "; no correlation is coded, so each is taken to decide for itself" in out
    assert "These designs do not have the same correlation, so their chances differ by more" in out
    assert "Alpha: 0.50 (0.30 to 0.70), judgement; A. Coder (in each)" in out
    assert "Alpha: 0.60 (0.30 to 0.70), judgement; A. Coder (in all, two)" in out
    assert "Beta: 0.50 (0.30 to 0.70), judgement; A. Coder\n" in out
    alike = told(tmp_path, monkeypatch, capsys, "--design", "all", "--design", "two")
    assert "the same correlation" not in alike
    assert "(in " not in alike


def test_sets_veto_and_ratification_read_without_guessing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A single vote is one vote, a holder of a veto can stop it, few who ratify are named."""
    out = told(tmp_path, monkeypatch, capsys, "--design", "each")
    assert "found by Beta and Alpha (1 vote of 2; each of these can stop it: Beta)" in out
    assert "before it is in force, Alpha or Beta by not ratifying" in out


def test_what_is_needed_is_told_with_its_limits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The middle values, that the weakest may suffice, that a kept guarantee might help the other side."""
    each = told(tmp_path, monkeypatch, capsys, "--design", "each")
    assert "at the middle values; it counts as acted on even if only the weakest who suffice act" in each
    two = told(tmp_path, monkeypatch, capsys, "--design", "two")
    assert " short at the middle values\n" in two
    assert "weakest" not in two
    assert "Look again: Within these intervals the chance of winning at once may be higher if the guar" in two
    assert "attacker" not in two
    endless = CASE.replace("wins_opposed: [0.2, 0.3, 0.6]", "wins_opposed: [0.2, 0.8, 0.8]").replace(
        "punishment: [0.2, 0.2, 0.2]", "punishment: [0, 0, 0.2]"
    )
    assert "at the other\n" in told(tmp_path, monkeypatch, capsys, "--design", "two", text=endless)
    later = CASE.replace("p2_if_kept: [0.3, 0.3, 0.3]", "p2_if_kept: [0.3, 0.3, 0.9]")
    assert "the chance of winning later may be higher" in told(tmp_path, monkeypatch, capsys, text=later)
