"""Labels of journalists."""

from __future__ import annotations

import pytest

from goodoffices.statements.journalists import with_journalists
from goodoffices.statements.labels import Voice, label_of


def voices(*texts: str) -> list[Voice | None]:
    """Return the voice of each passage's label."""
    return [label.voice if label else None for label in with_journalists([*map(label_of, texts)], texts)]


@pytest.mark.parametrize(
    "text",
    [
        "From Oslo, our correspondent Lena Abbas.",
        "Lena Abbas reports from Oslo.",
        "Lena Abbas, our reporter, was there.",
        "I’m Lena Abbas.",
        "By Lena Abbas",
    ],
)
def test_report_calls_somebody_a_journalist(text: str) -> None:
    """Words behind such a name are told for the report."""
    assert voices(text, "ABBAS: They met.", "LUND: We go.") == [None, Voice.TELLS, Voice.NAMED]


def test_role_in_one_label_holds_for_the_next() -> None:
    """Who is called host once asks under the name alone, and an outlet without a name gives no role."""
    assert voices("MARY ODERA, HOST: Hello.", "ODERA: Well?", "HOST: So?") == [Voice.ASKS] * 3
    assert voices("Q: Well?", "A: We go.", "They met.") == [Voice.ASKS, Voice.ANSWERS, None]
