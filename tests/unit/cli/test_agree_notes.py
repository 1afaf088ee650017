"""What `goodoffices agree` points out beside its page, and what it refuses to pass over."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from goodoffices.cli.main import main


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    """Run the command line in this process and return its exit code."""
    monkeypatch.setattr(sys, "argv", ["goodoffices", "agree", *map(str, arguments)])
    try:
        main()
    except SystemExit as leave:
        return int(leave.code or 0)
    return 0


def test_a_table_without_demands_is_said_to_have_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Where nobody has a limit, every package breaks no demand, and a note says why."""
    path = tmp_path / "bare.csv"
    path.write_text("party,issue,position\nA,x,10\nB,x,50\n", encoding="utf-8")
    assert run(monkeypatch, path, "--sign", "A,B") == 0
    assert "Note: no demand of those who must sign is coded" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--from", "x=10"), "--from plays no part by itself; add --accept PARTY"),
        (("--budget", "2"), "--budget plays no part without payments; add --show payments"),
        (("--as", "genius"), "--as genius plays no part without --export"),
    ],
)
def test_options_that_play_no_part_are_refused(
    options: tuple[str, ...],
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    """An option that nothing uses is not passed over in silence."""
    path = tmp_path / "bare.csv"
    path.write_text("party,issue,position\nA,x,10\nB,x,50\n", encoding="utf-8")
    assert run(monkeypatch, path, "--sign", "A,B", *options) == 2
    assert said in " ".join(capsys.readouterr().err.split())


def test_robustness_says_when_there_is_nothing_to_try(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """A zone, no walk-away values and no proposals leave no package to try."""
    path = tmp_path / "bare.csv"
    path.write_text("party,issue,position\nA,x,10\nB,x,50\n", encoding="utf-8")
    assert run(monkeypatch, path, "--sign", "A,B", "--show", "robustness") == 0
    assert "robustness: there is no package to try" in capsys.readouterr().out


def test_what_was_asked_for_comes_first(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """An answer that is named stands before the page; those of 'all' stand behind it."""
    path = tmp_path / "two.csv"
    path.write_text(
        "party,issue,position,acceptable_low,acceptable_high\nA,x,0,0,10\nB,x,50,40,60\n", encoding="utf-8"
    )

    def page(*options: str) -> str:
        assert run(monkeypatch, path, "--sign", "A,B", *options) == 0
        return capsys.readouterr().out

    plain = page().split("\n", maxsplit=1)[0]
    for options, begins in (
        (("--from", "x=50", "--accept", "A"), "The smallest change that A would accept"),
        (("--from", "x=50", "--to", "x=0"), "A path of one step."),
        (("--show", "blocking"), "Demands, those that block the most first"),
    ):
        told = page(*options)
        assert told.startswith(begins)
        assert plain in told
    every = page("--show", "all")
    assert every.startswith(plain)
    assert page("--show", "all", "--show", "counts").index(plain) > 0
