"""In which ways a report prints its labels."""

from __future__ import annotations

import pytest

from goodoffices.statements.label_styles import Style, labels_of, styled
from goodoffices.statements.speaking_turns import Part, turns

Q, N = Part.QUESTION, Part.NAMED


@pytest.mark.parametrize(
    ("style", "text", "name"),
    [
        (Style.BRACKETS, "[Sy] We go.", "Sy"),
        (Style.DASH, "Mr Sy (Chad) – We go.", "Mr Sy"),
        (Style.DASH, "Mr. Sy.—We go.", "Mr. Sy"),
        (Style.MARKS, "**Sy** We go.", "Sy"),
        (Style.LINE, "Ana Sy\nWe go.", "Ana Sy"),
        (Style.LINE, "Ana Sy writes:", "Ana Sy"),
        (Style.STOP, "Senator Sy. We go.", "Senator Sy"),
        (Style.COLON, "guest_417: why", "guest_417"),
    ],
)
def test_each_style_has_its_form(style: Style, text: str, name: str) -> None:
    """A label in brackets, in bold, before a dash or a stop, on its own line, or that is no name."""
    label = styled(text, style)
    assert label is not None
    assert label.name == name


@pytest.mark.parametrize(
    ("style", "text"),
    [
        (Style.BRACKETS, "[Applause] We go."),
        (Style.DASH, "Sy – “We go.”"),
        (Style.COLON, "Transcript: May"),
    ],
)
def test_what_only_looks_like_a_label(style: Style, text: str) -> None:
    """A stage direction, a name before a quotation, and a title are none."""
    assert styled(text, style) is None


def test_a_style_counts_where_it_is_kept_up() -> None:
    """A name before a dash is a label where such names take turns, and none where one stands alone."""
    talk = ("Mr Sy – We go.", "Ms Lo – And the rebels?", "Mr Sy – They stay. We asked them.")
    assert [label.key if label else None for label in labels_of(talk)] == ["sy", "lo", "sy"]
    assert labels_of(["Oslo – The talks go on.", "They met.", "Nobody came."]) == [None] * 3


def test_dates_before_a_dash_are_no_speakers() -> None:
    """A diary whose lines open with a day before a dash has no labels: nobody asks or says 'we'."""
    diary = ("Monday – The guns fell silent.", "Tuesday – They spoke again.", "Monday – It rained.")
    assert labels_of(diary) == [None] * 3


def test_stop_behind_a_name_that_is_known() -> None:
    """'No.' opens an answer and is no label; a name that stands in a sentence elsewhere is one."""
    texts = ("With Jan Lo and Ana Sy", "Lo. We go.", "Sy. We stay.", "Lo. Why?", "Sy. No.", "No. We go.")
    assert [bool(label) for label in labels_of(texts)] == [False, True, True, True, True, False]


def test_guests_of_a_chat() -> None:
    """Names that are no names ask where one person answers each of them."""
    texts = ("rex_1: why", "Ana Sy: We go.", "tom: and when", "Ana Sy: Now.", "x9: who", "Ana Sy: We all.")
    assert [turn.part if turn else None for turn in turns(texts)] == [Q, N] * 3
    assert labels_of(["rex_1: why", "Ana Sy: We go."])[0] is None


def test_one_who_answers_a_crowd() -> None:
    """Whoever alone answers many who say one short thing each is asked, with question marks or without."""
    texts = (
        *("Rex: They began it", "Ana Sy: They did not begin it, and we told them so."),
        *("Tom: Nobody pays", "Ana Sy: The donors have promised to pay by June."),
        *("Pat: Odd", "Ana Sy: It is not odd at all to us in the valley."),
    )
    assert [turn.part if turn else None for turn in turns(texts)] == [Q, N] * 3


def test_journalist_who_mostly_asks_asks() -> None:
    """What a journalist holds up to a guest between two of the guest's turns is no report."""
    texts = (
        *("[Sy] We go.", "[Reporter] The elders say that the army lies.", "[Sy] We do not."),
        *("[Reporter] When?", "[Sy] Now."),
    )
    assert [turn.part if turn else None for turn in turns(texts)] == [N, Q, N, Q, N]


def test_report_speaks_between_turns() -> None:
    """A passage that names the one who spoke, or says that a sitting ended, is the report's own."""
    texts = ("Lo: We go.", "Sy: Why?", "Lo: We must.", "Lo pours the tea.", "Sy: We stay.", "Lo: So be it.")
    assert turns(texts)[3] is None
    sitting = ("Lo: We go.", "Sy: Why?", "Lo: We must.", "The meeting was suspended at noon.", "Sy: We stay.")
    assert turns(sitting)[3] is None


def test_list_of_those_who_take_part_is_no_turn() -> None:
    """'Envoy: Captain Luc Franck' before the first turn says who takes part."""
    texts = (
        "Envoy: Captain Luc Franck, Zambia",
        "MR LO: Who shot?",
        "FRANCK: We do not know.",
        "MR LO: Why?",
    )
    assert turns(texts)[0] is None


def test_label_on_a_line_of_its_own_goes_with_the_next_one() -> None:
    """Who asks is told by the words below a name that stands alone."""
    texts = ("Kate Lo", "Why now?", "Ana Sy", "We had to.", "Kate Lo", "And later?", "Ana Sy", "We wait.")
    assert [turn.part if turn else None for turn in turns(texts)][1::2] == [Q, N, Q, N]


def test_seat_behind_a_name_in_capitals() -> None:
    """Members of a council who speak once each are known by whom they speak for."""
    texts = ("Mr. LO (Chad): We agree.", "My Government has signed.", "Mr. SY (Mali): We do not.")
    assert [turn.name if turn else None for turn in turns(texts)] == ["Mr. LO", "Mr. LO", "Mr. SY"]
