"""Words of negotiation and war, each in a sentence that is an act and many in one that is none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from goodoffices.statements.lexicon import rows
from goodoffices.statements.statement import Reading

LINES = (Path(__file__).parent / "vocabulary.tsv").read_text(encoding="utf-8").splitlines()[1:]
SENTENCES = tuple(tuple(line.split("\t")) for line in LINES)
"""An act with '!' before it where it is denied, or '-' for none; a sentence about Egypt."""


@pytest.mark.parametrize(("act", "sentence"), SENTENCES, ids=[sentence for _, sentence in SENTENCES])
def test_word_is_read_in_its_sense(act: str, sentence: str, read: Callable[[str], Reading]) -> None:
    """A word is the act that its frame and object make it, and no act in its everyday sense."""
    found = [f"{'!' if one.negated else ''}{one.act.value}" for one in read(sentence).statements]
    assert (act in found) if act != "-" else (found == [])


def test_rows_of_dispositions_differ() -> None:
    """No adjective is listed twice with the same words behind it."""
    listed = [(row["word"], row["behind"], row["objects"]) for row in rows("dispositions.tsv")]
    assert sorted(set(listed)) == sorted(listed)
