"""The page on why there is no deal: its Python runs as it stands."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "find-out-why-there-is-no-deal.md"


def test_what_the_page_shows_for_a_notebook_runs() -> None:
    """Every statement holds, charts included."""
    (code,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert code.count("assert") >= 5
    exec(compile(code, str(PAGE), "exec"), {})  # noqa: S102 - the page is ours, and this is what it promises
