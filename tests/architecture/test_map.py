"""ARCHITECTURE.md and the tree say the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def mapped(root: Path) -> tuple[str, ...]:
    """Return the paths in the map's first column, in its order."""
    page = (root / "ARCHITECTURE.md").read_text(encoding="utf-8")
    table = page.partition("\n## The map\n")[2].partition("\n## ")[0]
    return tuple(re.findall(r"^\| `([^`]+)` \| \S", table, flags=re.MULTILINE))


def wanted(committed: tuple[Path, ...]) -> set[str]:
    """Return what the map must name: packages, top-level folders, kinds of tests and pages, lone modules."""
    folders = {path.parts[0] + "/" for path in committed if len(path.parts) > 1}
    for top in ("docs", "tests"):
        folders |= {
            f"{top}/{path.parts[1]}/" for path in committed if path.parts[0] == top and len(path.parts) > 2
        }
    packages = {f"{path.parent}/" for path in committed if path.name == "__init__.py"}
    alone = {str(path) for path in committed if path.parts[:-1] == ("src", "goodoffices")}
    return folders | packages | {path for path in alone if path.endswith(".py") and "__init__" not in path}


def test_map_names_each_package_and_folder_and_nothing_that_is_gone(
    mapped: tuple[str, ...], committed: tuple[Path, ...]
) -> None:
    """Every package and folder stands in the map once, and the map names nothing else."""
    assert len(set(mapped)) == len(mapped)
    assert set(mapped) == wanted(committed)


def test_map_lists_the_stages_in_the_order_of_the_flow(mapped: tuple[str, ...], root: Path) -> None:
    """The map reads in the order in which data flows, which is the order of the layers contract."""
    layers = (
        (root / ".importlinter").read_text(encoding="utf-8").partition("layers =\n")[2].partition("\n\n")[0]
    )
    flow = [f"src/goodoffices/{layer}" for layer in reversed(layers.split())]
    stages = [path.removesuffix("/").removesuffix(".py") for path in mapped]
    assert [path for path in stages if path in flow] == flow


def test_architecture_page_says_what_is_absent(root: Path) -> None:
    """The page is short enough to be read at once and says what the project does not do."""
    page = (root / "ARCHITECTURE.md").read_text(encoding="utf-8")
    assert "\n## Absent on purpose\n" in page
    assert "\n## Not there yet\n" in page
    assert len(page.split()) < 1200
