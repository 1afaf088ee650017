"""The page on what would hold: its Python for a notebook runs as it stands and draws pictures."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "how-to" / "ask-what-would-hold.md"
BLOCKS = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)


@pytest.mark.parametrize("block", BLOCKS, ids=["catalogue", "case"])
def test_the_page_draws_a_picture(block: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each block ends with a chart of at most sixteen states, made from real input."""
    monkeypatch.chdir(ROOT)
    code = re.sub(r"^(conflict_chart\(.*)$", r"chart = \1", block, flags=re.MULTILINE)
    names: dict[str, Any] = {}
    exec(compile(code, str(PAGE), "exec"), names)  # noqa: S102 - the page is ours, and this is what it promises
    drawn = names["chart"].to_dict()
    assert drawn["$schema"]
    shown = json.dumps(drawn)
    spots = names["found"].outcome.spots
    assert 0 < len(spots) <= 16
    assert [spot.name for spot in spots if f'"{spot.name}"' not in shown] == []
