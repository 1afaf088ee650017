"""Characters that could mislead."""

from __future__ import annotations

import pytest

from goodoffices.brief.harmless import harmless


@pytest.mark.parametrize(
    "code", [0x00, 0x1B, 0x7F, 0x85, 0x061C, 0x200B, 0x202E, 0x2066, 0xD800, 0xFEFF, 0xE0041]
)
def test_misleading_characters_are_shown_by_their_code(code: int) -> None:
    """Control, direction and invisible characters appear as what they are."""
    assert harmless(f"a{chr(code)}b") == f"a⟦U+{code:04X}⟧b"


@pytest.mark.parametrize("text", ["Zürich", "مرحبا", "עברית", "日本", "a\tb\nc", "👍🏽", "é — “x”"])
def test_ordinary_text_of_any_script_stays(text: str) -> None:
    """Letters, marks and line ends of any script are left alone."""
    assert harmless(text) == text


def test_a_line_end_of_two_characters_is_one() -> None:
    """A carriage return before a line feed is left out; alone it is shown."""
    assert harmless("a\r\nb") == "a\nb"
    assert harmless("a\rb") == "a⟦U+000D⟧b"
