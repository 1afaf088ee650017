"""What holds of a brief whatever a report says."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as parser

from goodoffices.brief.compose import compose
from goodoffices.brief.harmless import harmless
from goodoffices.brief.html import html
from goodoffices.brief.markdown import plain
from goodoffices.brief.page import Passage
from goodoffices.brief.passages import paragraphs
from goodoffices.case.case import Case
from goodoffices.reports.report import Boilerplate, Report, Span
from goodoffices.statements.statement import Reading

TEXTS = st.text(min_size=1, max_size=80)
MODEST = settings(max_examples=60, deadline=None, derandomize=True)


@st.composite
def stretches(draw: st.DrawFn, length: int) -> list[tuple[int, int]]:
    """Draw stretches of a text that may overlap."""
    pairs = draw(st.lists(st.tuples(st.integers(0, length), st.integers(0, length)), max_size=6))
    return [(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]]


@MODEST
@given(data=st.data(), text=TEXTS)
def test_segments_are_the_text_and_cover_each_passage(data: st.DataObject, text: str) -> None:
    """No character is lost or doubled, and the segments of a passage are its words."""
    marks = data.draw(stretches(len(text)))
    passages = tuple(Passage(number, "r", *pair) for number, pair in enumerate(marks, start=1))
    report = Report(
        "r",
        text,
        passages=tuple(Span(*pair) for pair in data.draw(stretches(len(text)))),
        boilerplate=tuple(Boilerplate(*pair, "furniture") for pair in data.draw(stretches(len(text)))),
    )
    parts = [part for paragraph in paragraphs(report, passages) for part in paragraph]
    assert "".join(part.text for part in parts) == text
    for passage in passages:
        covered = [part for part in parts if passage.number in part.passages]
        assert "".join(part.text for part in covered) == text[passage.start : passage.end]
        assert [passage.number in part.opens for part in covered] == [True] + [False] * (len(covered) - 1)


@MODEST
@given(text=TEXTS, title=TEXTS.filter(str.strip))
def test_no_text_makes_the_page_act(text: str, title: str) -> None:
    """Whatever a report or a title says, the page has no script, no handler and no foreign link."""
    written = html(compose(Case(title=title), Reading(), [Report("r", text, title=title)]))
    page = parser.document_fromstring(written.encode("utf-8"), parser=parser.HTMLParser(encoding="utf-8"))
    assert not page.xpath("//script|//img|//iframe")
    assert not [name for element in page.iter() for name in element.attrib if str(name).startswith("on")]
    assert {str(element.get("href", "#"))[:1] for element in page.iter()} == {"#"}


@MODEST
@given(text=st.text(max_size=60))
def test_harmless_text_stays_harmless(text: str) -> None:
    """Once shown by its code, a character is not changed again, and the text can be written as UTF-8."""
    assert harmless(harmless(text)) == harmless(text)
    assert harmless(text).encode("utf-8").decode("utf-8") == harmless(text)
    assert "\n" not in plain(text)
