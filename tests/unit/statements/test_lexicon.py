"""Word lists and issues."""

from __future__ import annotations

from pathlib import Path

import pytest

from goodoffices.statements import lexicon
from goodoffices.statements.lexicon import issue_taxonomy, issues_in, rows, words


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


def test_every_word_list_is_used() -> None:
    """Each list is asked for by the reader or named by a cue, so none is kept that decides nothing."""
    package = Path(lexicon.__file__).parent
    asking = "".join(path.read_text(encoding="utf-8") for path in package.glob("*.py"))
    tables = ("cues.tsv", "turns.tsv", "frames.tsv", "dispositions.tsv")
    asking += "".join((package / "data" / name).read_text(encoding="utf-8") for name in tables)
    assert {name for name in {row["list"] for row in rows("lexicon.tsv")} if name not in asking} == set()
