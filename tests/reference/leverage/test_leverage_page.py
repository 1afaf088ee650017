"""The reference pages on leverage and on precedents."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from goodoffices.workspace.precedents import FEATURES

PAGES = Path(__file__).parents[3] / "docs" / "reference"


@pytest.mark.parametrize("name", ["leverage.md", "precedents.md"])
def test_the_example_on_the_page_says_what_the_models_say(name: str) -> None:
    """The Python on the page runs, and its assertions hold."""
    page = (PAGES / name).read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    assert "assert" in example
    exec(compile(example, name, "exec"), {})  # noqa: S102 - our own page


def test_the_page_explains_every_feature_as_the_catalogue_does() -> None:
    """The table of features is the one that the command knows."""
    page = (PAGES / "precedents.md").read_text(encoding="utf-8")
    table = dict(re.findall(r"^\| `([a-z-]+)` \| (.+) \|$", page, flags=re.MULTILINE))
    assert table == dict(FEATURES)
