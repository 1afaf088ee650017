"""Words of the trade."""

from __future__ import annotations

import pytest

from goodoffices.brief.gloss import GLOSS, glosses


def test_meanings_come_in_the_order_asked_for() -> None:
    """Each term comes with its meaning."""
    assert [term for term, _ in glosses(("veto", "red line"))] == ["veto", "red line"]


def test_no_meaning_is_longer_than_a_sentence() -> None:
    """A gloss is one sentence without a full stop, so that it can end one."""
    assert all(not meaning.endswith(".") and ". " not in meaning for meaning in GLOSS.values())


def test_an_unknown_term_has_no_meaning() -> None:
    """Nothing is made up."""
    with pytest.raises(KeyError):
        glosses(("ripeness",))
