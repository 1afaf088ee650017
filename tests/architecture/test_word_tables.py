"""The tables of words by which reports are read: merging branches must leave nothing twice or unused."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "goodoffices"
TABLES = sorted((SOURCE / "statements" / "data").glob("*.tsv"))
LISTS = ("lexicon", "things", "talk")


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.stem)
def test_no_row_stands_twice(table: Path) -> None:
    """Each row of a table says something that no other row of it says."""
    rows = Counter(table.read_text(encoding="utf-8").splitlines())
    assert [row for row, often in rows.items() if often > 1] == []


@pytest.mark.parametrize("name", LISTS)
def test_every_word_list_is_asked_for(name: str) -> None:
    """Each list of words is named by a module or by another table."""
    texts = [path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py")]
    texts += [line.partition("\t")[2] for path in TABLES for line in path.read_text("utf-8").splitlines()]
    named = set(re.findall(r"\w+", "\n".join(texts)))
    table = next(path for path in TABLES if path.stem == name)
    lists = {line.partition("\t")[0] for line in table.read_text(encoding="utf-8").splitlines()}
    assert lists - named == set()
