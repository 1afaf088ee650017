"""Word lists and issues."""

from __future__ import annotations

import pytest

from goodoffices.statements.lexicon import issue_taxonomy, issues_in, words


def test_unknown_list_is_refused() -> None:
    """A list that does not exist is an error and not an empty list."""
    with pytest.raises(KeyError):
        words("no_such_list")


def test_issues_are_found_in_the_order_of_the_taxonomy() -> None:
    """A text that names a truce behind an amnesty has the ceasefire first, as the taxonomy does."""
    assert issues_in("an amnesty and a truce") == ("ceasefire", "prisoners")


def test_issue_needs_whole_words() -> None:
    """'Disarming' in the sense of charm is no disarmament term, and 'voter' is not 'vote'."""
    assert issues_in("a voter with a disarming smile") == ()


def test_every_issue_has_its_own_id() -> None:
    """Ids of issues are unique."""
    ids = [issue.id for issue in issue_taxonomy()]
    assert len(ids) == len(set(ids))
