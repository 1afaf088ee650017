"""Issues by frames of words: alternatives, words between, and what must not stand behind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.lexicon import issues_in, rows
from goodoffices.statements.statement import Reading


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("an end to the long fighting", ("ceasefire",)),
        ("hold its fire", ("ceasefire",)),
        ("withdraw its army from the valley", ("troops",)),
        ("two battalions for the bridge", ("troops",)),
        ("a force under the command of the Union", ("troops",)),
        ("a force led by Kenya", ("troops",)),
        ("an independent republic", ("status",)),
        ("hand in every rifle", ("disarmament",)),
        ("the post of vice-president", ("power_sharing",)),
        ("a third of the ministries", ("power_sharing",)),
        ("bring the generals to justice", ("justice",)),
        ("the return of two hundred families", ("refugees",)),
        ("let the lorries through with aid", ("humanitarian",)),
        ("the oil fields in the delta", ("resources",)),
        ("join the western alliance", ("neutrality",)),
        ("set a date for the count", ("sequencing",)),
        ("officers watch over the line", ("monitoring",)),
        ("amend the charter", ("constitution",)),
        ("freedom of the press", ("rights",)),
        ("heavy water", ("nuclear",)),
        ("security for the valley", ("security_guarantees",)),
    ],
)
def test_issue_is_found(text: str, found: tuple[str, ...]) -> None:
    """A frame finds its words with up to four others between."""
    assert issues_in(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "the Security Council met",
        "the security forces",
        "an end and then, as everybody in the town knew, the fighting",
        "the soldiers slept in the school",
        "she ran guns to the coast",
        "a missile struck the bakery",
        "the court was painted white",
        "the river is full of stones",
        "go home, the teacher said",
        "the doctors ate",
        "a force by the sea",
        "an ending war film",
    ],
)
def test_a_word_that_merely_occurs_is_no_issue(text: str) -> None:
    """Soldiers, guns and courts that a sentence only mentions are not what it is about."""
    assert issues_in(text) == ()


def test_every_term_is_told_once_and_well_formed() -> None:
    """No term stands twice, none has an empty alternative, and none begins or ends with open words."""
    told = [(row["issue"], row["term"]) for row in rows("issues.tsv")]
    assert len(set(told)) == len(told)
    for _, term in told:
        parts = term.partition(" !")[0].split()
        assert parts[0] != "…" != parts[-1]
        assert all(all(part.split("|")) for part in parts)


def test_a_condition_counts_for_what_a_statement_is_about(read: Callable[[str], Reading]) -> None:
    """'if the detainees are released' makes an offer one about prisoners, too."""
    (one,) = read("Chad would sign a truce if the detainees were released.").statements
    assert one.issues == ("ceasefire", "prisoners")
