"""The codebook and the cue words."""

from __future__ import annotations

from pathlib import Path

import pytest

from goodoffices.errors import ReaderError
from goodoffices.statements import acts
from goodoffices.statements.acts import ANSWERS, PROPOSALS, Act, codebook, cues
from goodoffices.statements.lexicon import words

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "codebook.md"


def test_codebook_defines_every_act_once() -> None:
    """Each act has one entry, with a definition, an example and what it is not."""
    assert [entry.act for entry in codebook()] == list(Act)
    assert all(entry.definition and entry.example and entry.not_this for entry in codebook())


@pytest.mark.parametrize("entry", codebook(), ids=lambda entry: entry.act.value)
def test_page_says_what_the_data_say(entry: acts.CodebookEntry) -> None:
    """The codebook's page gives definition, example, contrast and PLOVER category of every act."""
    section = PAGE.read_text(encoding="utf-8").split(f"\n## {entry.act.value}\n")[1].split("\n## ")[0]
    for said in (entry.definition, entry.example, entry.not_this, entry.plover or "no category"):
        assert said in section


def test_proposals_are_no_answers() -> None:
    """No act both puts something on the table and answers it."""
    assert not ANSWERS & PROPOSALS


def test_word_lists_of_cues_exist() -> None:
    """Every list of objects that a cue names is in the lexicon."""
    named = {name for cue in cues().values() for name in cue.objects.removeprefix("!").split("|")}
    named -= {"", "party"}
    assert all(words(name) for name in named)


def test_cue_listed_twice_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cue that is listed twice would silently shadow the first."""
    row = {"lemma": "say", "particle": "", "act": "claim", "frame": "clause", "neutral": "yes", "objects": ""}
    monkeypatch.setattr(acts, "rows", lambda _: [row, row])
    cues.cache_clear()
    try:
        with pytest.raises(ReaderError, match=r"cues.tsv:3: 'say ' is listed twice"):
            cues()
    finally:
        cues.cache_clear()
