"""What is said about a name that does not exist."""

from __future__ import annotations

import pytest

from goodoffices.case.names import listed, quoted, way_out


@pytest.mark.parametrize(
    ("name", "known", "words"),
    [
        ("x", [], "there are none"),
        ("kite", ["none"], "there is 'none'"),
        ("NATO_States", ["none", "nato_states"], "did you mean 'nato_states'?"),
        ("zz", ["a", "b"], "there are 'a' and 'b'"),
        ("x" * 1_000_000, ["a", "b"], "there are 'a' and 'b'"),
    ],
)
def test_way_out_names_the_nearest_or_all(name: str, known: list[str], words: str) -> None:
    """An unknown name is answered with the nearest known one, or with the names there are."""
    assert way_out(name, known) == words


def test_long_lists_are_cut_with_a_count() -> None:
    """More than twelve names are cut to twelve and the rest is counted."""
    assert listed(str(number) for number in range(20)).endswith("'11' and 8 more")


def test_quoted_text_stays_on_one_line() -> None:
    """Line breaks become spaces and long texts end in an ellipsis."""
    assert quoted("a\n b") == "'a b'"
    assert len(quoted("x" * 500)) == 62
