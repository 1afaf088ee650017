"""The page."""

from __future__ import annotations

import dataclasses
import re
from itertools import pairwise

import pytest
from lxml import html as parser

from goodoffices.brief.compose import compose
from goodoffices.brief.html import POLICY, html, used
from goodoffices.brief.page import Brief
from goodoffices.case.case import Case
from goodoffices.case.terms import Party
from goodoffices.reports.report import Report
from goodoffices.statements.statement import Reading


def find(node: parser.HtmlElement, path: str) -> list[parser.HtmlElement]:
    """Return the elements that an XPath finds."""
    found = node.xpath(path)
    assert isinstance(found, list)
    return [each for each in found if isinstance(each, parser.HtmlElement)]


def texts(node: parser.HtmlElement, path: str) -> list[str]:
    """Return the strings that an XPath finds."""
    found = node.xpath(path)
    assert isinstance(found, list)
    return [str(each) for each in found]


HOSTILE = "<img src=x onerror=alert(1)>\"'&\u202e\x07</style><script>alert(1)</script>"


@pytest.fixture(params=["draft", "coded", "measured"])
def brief(request: pytest.FixtureRequest, strait_reading: Reading, strait_report: Report) -> Brief:
    """Return the brief of each case on the strait."""
    case: Case = request.getfixturevalue(f"strait_{request.param}")
    return compose(case, strait_reading, [strait_report])


@pytest.fixture
def page(brief: Brief) -> parser.HtmlElement:
    """Return the page, parsed."""
    return parser.document_fromstring(html(brief))


def test_the_page_fetches_nothing_and_runs_nothing(page: parser.HtmlElement) -> None:
    """No script, no handler, no source, no link but into the page itself, and a policy that says so."""
    assert texts(page, "//meta[@http-equiv='Content-Security-Policy']/@content") == [POLICY]
    assert POLICY.startswith("default-src 'none'")
    names = {str(element.tag) for element in page.iter() if isinstance(element.tag, str)}
    assert not names & {"script", "iframe", "object", "embed", "link", "form", "img", "base"}
    attributes = {str(name) for element in page.iter() for name in element.attrib}
    assert not {name for name in attributes if name.startswith("on")} | attributes & {
        "src",
        "srcset",
        "action",
    }
    assert all(str(link).startswith("#") for link in texts(page, "//@href"))
    assert "url(" not in "".join(texts(page, "//style/text()"))
    assert "@import" not in "".join(texts(page, "//style/text()"))


def test_every_link_leads_somewhere_and_every_anchor_is_one(page: parser.HtmlElement) -> None:
    """Links meet anchors; no anchor is there twice."""
    anchors = [str(anchor) for anchor in texts(page, "//@id")]
    assert len(anchors) == len(set(anchors))
    assert {str(link)[1:] for link in texts(page, "//@href")} <= set(anchors)


def test_every_passage_leads_back_to_each_section_that_quotes_it(
    page: parser.HtmlElement, brief: Brief
) -> None:
    """From the annex one can go back to where the words are used."""
    back = {str(link) for link in texts(page, "//sup[@class='back']/a/@href")}
    assert back == {f"#use-{name}-{number}" for name, numbers in used(brief).items() for number in numbers}


def test_the_report_is_there_word_for_word(page: parser.HtmlElement, strait_report: Report) -> None:
    """Without the passage numbers, the annex holds the words of the report in their order."""
    (annex,) = find(page, "//div[@class='report']")
    for mark in find(annex, ".//sup"):
        mark.drop_tree()
    assert annex.text_content().split() == strait_report.text.split()


def test_boilerplate_is_grey_and_not_evidence(page: parser.HtmlElement) -> None:
    """The subscription line is shown, marked as furniture with its reason."""
    (line,) = find(page, "//span[@class='furniture']")
    assert line.text_content() == "Subscribe to read the full story"
    assert line.get("title") == "subscription line"


def test_tables_have_headings_with_scope_and_labels_for_phones(page: parser.HtmlElement) -> None:
    """Each column and row has its heading, and each cell names its column where columns are not shown."""
    for table in find(page, "//table"):
        columns = [heading.text_content() for heading in find(table, ".//thead//th[@scope='col']")]
        assert find(table, "./caption")
        for row in find(table, ".//tbody/tr"):
            assert len(find(row, "./th[@scope='row']")) == 1
            assert [label.text_content() for label in find(row, "./td/span[@class='label']")] == columns[1:]


def test_colour_never_stands_alone(page: parser.HtmlElement) -> None:
    """Whatever has a tone says the same in words."""
    assert all(
        element.text_content().strip() for element in find(page, "//td//span[contains(@class, 'yes')]")
    )
    assert all(
        element.text_content().strip() for element in find(page, "//td//span[contains(@class, 'no ')]")
    )
    assert all(element.get("aria-hidden") == "true" for element in find(page, "//span[@class='sign']"))


def test_headings_go_down_one_level_at_a_time(page: parser.HtmlElement) -> None:
    """One h1, then h2, then h3."""
    levels = [int(str(element.tag)[1]) for element in find(page, "//h1|//h2|//h3|//h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_readers_never_see_an_id(page: parser.HtmlElement) -> None:
    """Ids such as southern_compact are names inside the case file, not on the page."""
    for style in find(page, "//style"):
        style.drop_tree()
    assert not re.findall(r"\b[a-z]+_[a-z_]+\b", page.text_content())


def test_hostile_text_is_shown_and_does_nothing(
    strait_coded: Case, strait_reading: Reading, strait_report: Report
) -> None:
    """Markup, quotes, control and direction characters in names, titles and reports are only shown."""
    parties = {**strait_coded.parties, "selmark": Party(name=HOSTILE, must_sign=True)}
    league = dataclasses.replace(strait_coded.proposals["league_guarantee"], name=HOSTILE)
    case = dataclasses.replace(
        strait_coded,
        title=HOSTILE,
        parties=parties,
        proposals={**strait_coded.proposals, "league_guarantee": league},
    )
    report = dataclasses.replace(
        strait_report, text=strait_report.text + HOSTILE, title=HOSTILE, publisher=HOSTILE
    )
    written = html(compose(case, strait_reading, [report]))
    assert "\u202e" not in written
    assert "\x07" not in written
    page = parser.document_fromstring(written)
    assert not find(page, "//script|//img")
    assert not [name for element in page.iter() for name in element.attrib if str(name).startswith("on")]
    assert "<img src=x onerror=alert(1)>" in find(page, "//h1")[0].text_content()
    assert "⟦U+202E⟧" in find(page, "//h1")[0].text_content()


def test_a_draft_says_so_once_and_a_mixed_case_line_by_line(
    strait_draft: Case, strait_coded: Case, strait_reading: Reading, strait_report: Report
) -> None:
    """Where everything is drafted a notice says it; where some is, each line bears its mark."""
    whole = html(compose(strait_draft, strait_reading, [strait_report]))
    mixed = html(compose(strait_coded, strait_reading, [strait_report]))
    assert "Everything below was coded by a program" in whole
    assert '<span class="draft">' not in whole
    assert mixed.count('<span class="draft">draft</span>') > 3


def test_an_empty_brief_is_a_whole_page(strait_report: Report) -> None:
    """Nothing found still gives the report and the sections."""
    written = html(compose(Case(title="Nothing"), Reading(), [strait_report]))
    assert "No statement by a party was found" in written
    assert "<mark" not in written


def test_the_same_brief_is_written_the_same(brief: Brief) -> None:
    """Two runs give the same bytes."""
    assert html(brief) == html(brief)
