"""The page on further questions to the graph model."""

from __future__ import annotations

import doctest
from pathlib import Path

PAGE = Path(__file__).parents[4] / "docs" / "reference" / "graph-extensions.md"


def test_every_example_on_the_page_runs() -> None:
    """Each answer that the page prints is the one that its code gives."""
    failed, tried = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert failed == 0
    assert tried > 30
