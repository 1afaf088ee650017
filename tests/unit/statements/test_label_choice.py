"""Which labels are speakers', and who asks."""

from __future__ import annotations

from goodoffices.statements.label_choice import accepted, askers_among
from goodoffices.statements.labels import label_of


def names(*texts: str) -> list[str | None]:
    """Return the name of each label that is accepted."""
    return [label.name if label else None for label in accepted([*map(label_of, texts)], texts)]


def askers(*texts: str) -> frozenset[str]:
    """Return who asks."""
    return askers_among(accepted([*map(label_of, texts)], texts), texts)


BRIEFING = (
    "Reuters: What now?",
    "Aman Orazov: We wait.",
    "AFP: They object.",
    "Aman Orazov: We heard.",
    "Xinhua: And the gas?",
    "Aman Orazov: It flows.",
)


def test_everybody_else_asks_in_a_briefing() -> None:
    """Those who speak once between the turns of one are accepted, and ask if most of them do."""
    assert names(*BRIEFING) == ["Reuters", "Aman Orazov", "AFP", "Aman Orazov", "Xinhua", "Aman Orazov"]
    assert askers(*BRIEFING) == {"reuters", "afp", "xinhua"}


def test_colleague_in_a_briefing_does_not_ask() -> None:
    """Who speaks in the first person between the turns of one is no journalist."""
    colleague = ("Jan Lund: We agree.", "Aman Orazov: We do.")
    assert "lund" not in askers(*BRIEFING, *colleague)


def test_initials_stand_for_a_name() -> None:
    """Initials are known again as the name that they stand for."""
    texts = ("Emma Stone: Why?", "Rosa Diaz: We go.", "ES: When?", "RD: Now.", "XY: Well.")
    keys = [label.key if label else None for label in accepted([*map(label_of, texts)], texts)]
    assert keys == ["stone", "diaz", "stone", "diaz", "xy"]


def test_fields_beside_a_broadcast_are_no_labels() -> None:
    """'Duration: four minutes' is nobody's, where journalists and speakers in capitals have labels."""
    texts = ("Duration: four minutes", "ANNOUNCER: They met.", "LUND: We go.", "Ana Diaz (Chad): We stay.")
    assert names(*texts) == [None, "ANNOUNCER", "LUND", "Ana Diaz"]


def test_two_who_ask_alike() -> None:
    """Of two who both ask now and then nobody is the one who asks, and of none there is none."""
    assert askers("Lo: Well?", "Mo: So.", "Lo: Yes.", "Mo: No?", "Lo: Oh.", "Mo: Ah.") == frozenset()
    assert askers("They met.") == frozenset()


def test_figures_and_links_are_no_talk() -> None:
    """Names before figures, or far apart in a list, are no speakers."""
    figures = ("Lo: 1,769.", "Mo: 1,501.", "Lo: 547.", "Mo: 46.")
    assert names(*figures) == [None] * 4
    links = ("Lo: We go.", *["They met."] * 12, "Mo: I stay.", "Lo: We went.")
    assert names(*links) == [None] * len(links)
