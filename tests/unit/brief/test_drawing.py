"""Drawings that may stand in a page."""

from __future__ import annotations

import pytest

from goodoffices.brief.drawing import safe_svg
from goodoffices.errors import BriefError

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'


def test_shapes_and_words_may_stand() -> None:
    """A drawing of a path and a text is kept; screen readers get the lines beside it."""
    kept = safe_svg(f'{OPEN}<g><path d="M0,0"/><text>a &lt; b</text></g></svg>')
    assert "a &lt; b" in kept
    assert 'aria-hidden="true"' in kept


@pytest.mark.parametrize(
    "part",
    [
        "<script>alert(1)</script>",
        "<foreignObject/>",
        '<image xlink:href="x.png"/>',
        '<g onclick="x()"/>',
        '<path xlink:href="http://example.org"/>',
        "<!-- comment -->",
    ],
)
def test_whatever_acts_or_fetches_is_refused(part: str) -> None:
    """Scripts, foreign content, images, handlers and links have no place in a drawing."""
    with pytest.raises(BriefError, match="a drawing holds"):
        safe_svg(f"{OPEN}{part}</svg>")
