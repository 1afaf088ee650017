"""What the README shows can be typed in and works."""

from __future__ import annotations

import re
import shlex
import shutil
import sys
from pathlib import Path

import pytest

from goodoffices.cli.main import main

README = Path(__file__).parents[2] / "README.md"


def shown() -> list[tuple[str, list[str]]]:
    """Return the commands of the README that call the tool, each with the lines of output shown for it."""
    page = README.read_text(encoding="utf-8")
    found: list[tuple[str, list[str]]] = []
    for block in re.findall(r"^```console\n(.*?)^```", page, flags=re.MULTILINE | re.DOTALL):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line.removeprefix("$ "), []))
            elif line != "…":
                found[-1][1].append(line)
    return [(command, output) for command, output in found if command.startswith("goodoffices ")]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """Return a folder with the examples, in which the commands may write."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(root / "examples", folder / "examples")
    return folder


def test_commands_of_the_readme_work_one_after_another(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every command that the README shows runs without an error and writes the lines shown for it."""
    assert {shlex.split(command)[1] for command, _ in shown()} == {"brief", "read", "draft", "check"}
    assert any(output for _, output in shown())
    monkeypatch.chdir(place)
    for command, output in shown():
        monkeypatch.setattr(sys, "argv", shlex.split(command))
        main()
        told = capsys.readouterr().out
        missing = [line for line in output if line not in told]
        assert not missing, f"{command} no longer writes:\n" + "\n".join(missing)


def test_readme_shows_a_picture_in_its_first_screen(root: Path) -> None:
    """A picture of real output stands in the first forty lines, and the two commands soon after."""
    lines = README.read_text(encoding="utf-8").splitlines()
    pictures = [line for line in lines[:40] if line.startswith("![")]
    assert pictures
    assert "make run" in "\n".join(lines[:90])
    assert "make test" in "\n".join(lines[:90])
    assert (root / "docs/images/brief.png").is_file()
