"""The reference page on guarantees."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "guarantees.md"


def test_the_example_on_the_page_says_what_the_models_say() -> None:
    """The Python on the page runs, and its assertions hold."""
    (example,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert "assert" in example
    exec(compile(example, str(PAGE), "exec"), {})  # noqa: S102 - our own page
