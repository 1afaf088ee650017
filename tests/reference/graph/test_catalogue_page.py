"""The page on the catalogue lists what is in it, no more and no less."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from goodoffices.models.graph.stability import CONCEPTS
from goodoffices.workspace.catalogue import KEYS, load_entry
from goodoffices.workspace.entry import Entry
from goodoffices.workspace.results import PARTS, Results

ROOT = Path(__file__).parents[3]
CATALOGUE = ROOT / "catalogue"
PAGE = ROOT / "docs" / "reference" / "catalogue.md"
ENTRIES = sorted(path.name for path in CATALOGUE.iterdir() if (path / "conflict.yaml").is_file())
ROW = re.compile(r"^\| `(\w+)` \| (.* \| \d+ × \d+ \| .*) \|$", re.MULTILINE)


def told(results: Results) -> str:
    """What is stated, in the words of the page."""
    parts = [", ".join(concept for concept in CONCEPTS if concept in results.equilibria)]
    if results.among:
        parts[0] += f" (among {len(results.among)} states)"
    if results.stable:
        parts.append(f"each party: {', '.join(one for one in CONCEPTS if one in results.stable)}")
    if results.foresight:
        parts.append(f"ahead: {', '.join(results.foresight)}")
    if results.coalitions:
        parts.append(f"coalitions: {', '.join(one for one in CONCEPTS if one in results.coalitions)}")
    if results.improvements:
        parts.append(f"{len(results.improvements)} steps")
    if results.game:
        parts.append(f"is `{results.game}`")
    if results.doubtful:
        parts.append(f"doubtful: {', '.join(one for one in CONCEPTS if one in results.doubtful)}")
    return "; ".join(part for part in parts if part)


def row(entry: Entry) -> list[str]:
    """The cells of an entry's row after the folder."""
    return [
        entry.conflict.name,
        f"{len(entry.conflict.decision_makers)} × {len(entry.conflict.states)}",
        entry.about["region"],
        entry.about["decade"],
        entry.about["kind"],
        f"{entry.source['authors']} ({entry.source['year']}), {entry.source['title']}",
        told(entry.published),
        told(entry.ours),
    ]


@pytest.mark.parametrize("name", ENTRIES)
def test_the_page_tells_of_each_entry(name: str) -> None:
    """A row gives conflict, size, region, decade, kind, source, what is asserted and what is ours."""
    rows = dict(ROW.findall(PAGE.read_text(encoding="utf-8")))
    assert rows[name].split(" | ") == row(load_entry(CATALOGUE / name))


def test_the_page_tells_of_nothing_else() -> None:
    """Each row is an entry's, once, and the page counts them."""
    text = PAGE.read_text(encoding="utf-8")
    assert sorted(name for name, _ in ROW.findall(text)) == ENTRIES
    assert f"{len(ENTRIES)} entries" in text


def test_the_page_explains_every_key() -> None:
    """Each key of the format is on the page."""
    text = PAGE.read_text(encoding="utf-8")
    assert [key for key in (*KEYS, *PARTS) if f"`{key}`" not in text] == []


def test_the_example_on_the_page_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first Python block does what its comments say, run from the top of the project."""
    monkeypatch.chdir(ROOT)
    block = re.search(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert block
    names: dict[str, Entry] = {}
    exec(compile(block.group(1), str(PAGE), "exec"), {}, names)  # noqa: S102 - the page's own example
    assert names["entry"].published.equilibria["SEQ"] == ("NYY",)
