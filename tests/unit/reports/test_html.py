"""What is read from HTML pages, tidy and messy."""

from __future__ import annotations

from datetime import date

import pytest

from goodoffices.errors import ReportError
from goodoffices.reports.html import OUTSIDE, from_html
from goodoffices.reports.report import Report

FIRST = (
    "Delegations from the two river states opened a third round of talks on Tuesday, and the host said that "
    "both had brought written proposals on the sharing of water."
)
SECOND = (
    "The upstream state offered to publish its reservoir levels every week, an offer that the other side "
    "called <em>useful but late</em>, according to <a href='/x'>its spokesperson</a>."
)
THIRD = "“We cannot accept a dam that we may not inspect,” the downstream minister told reporters later."
LD = '<script type="application/ld+json">'
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>River talks open | The Courier</title>
<meta property="og:title" content="River talks open"><meta property="og:site_name" content="The Courier">
<style>p {{ color: red }}</style><script>var hidden = "script words";</script>
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [
  {{"@type": "WebSite", "name": "Courier site"}},
  {{"@type": "NewsArticle", "headline": "River talks open", "datePublished": "2019-05-14T08:00:00+02:00",
    "publisher": {{"@type": "Organization", "name": "Courier Ltd"}}}}]}}</script></head>
<body><noscript>Enable scripts</noscript>
<div id="cookie-banner"><p>We use cookies to improve our service.</p>
<button>Accept all</button><button>Settings</button></div>
<header><nav><ul><li><a href="/">Home</a></li>
<li><a href="/w">World</a></li><li><a href="/p">Politics</a></li></ul></nav></header>
<main><article><h1>River talks open</h1>
<div class="byline">By Ann Writer <time datetime="2019-05-14">14 May 2019</time></div>
<div class="share"><a>Share on Facebook</a></div>
<p>{FIRST}</p><!-- a comment --><p>{SECOND}</p>
<div class="ad">Advertisement</div>
<p>{THIRD}</p>
<p>Read more: Dams of the region</p>
</article></main>
<div class="overlay" style="display:none"><h2>Sign in to continue</h2><p>Create a free account</p></div>
<aside><h3>Related articles</h3><ul><li><a href="/1">Rain expected in the hills</a>
<time datetime="2019-05-10">10 May</time></li></ul></aside>
<footer><p>© 1999 The Courier. All rights reserved.</p></footer></body></html>"""


def page(body: str, head: str = "") -> Report:
    """Make a report from a small page."""
    return from_html(f"<html><head>{head}</head><body>{body}</body></html>", id="h")


@pytest.fixture(scope="module")
def report() -> Report:
    """Return the report of the messy page."""
    return from_html(PAGE, id="river")


def test_the_article_is_readable_and_nothing_else(report: Report) -> None:
    """Of a page full of furniture, the paragraphs of the article are left to read."""
    readable = [report.cut(span) for span in report.readable()]
    assert FIRST in readable
    assert THIRD in readable
    assert any(
        passage.startswith("The upstream state") and "useful but late" in passage for passage in readable
    )
    assert set(readable) - {"River talks open", "By Ann Writer 14 May 2019"} == {FIRST, THIRD, readable[-2]}


def test_what_is_not_read_is_kept_and_marked(report: Report) -> None:
    """Banner, menu, overlay, links and footer are in the text, each with a reason."""
    reasons = {report.cut(mark): mark.reason for mark in report.boilerplate}
    assert reasons["We use cookies to improve our service."] == "cookie notice"
    assert reasons["Share on Facebook"] == "share line"
    assert reasons["Sign in to continue"] == "login line"
    assert reasons["Advertisement"] == "advertisement"
    assert reasons["Read more: Dams of the region"] == "related links"
    assert reasons["World"] == OUTSIDE
    assert reasons["Rain expected in the hills 10 May"] == OUTSIDE
    assert reasons["© 1999 The Courier. All rights reserved."] == "copyright line"


def test_scripts_styles_and_comments_are_not_visible(report: Report) -> None:
    """Only what a reader of the page can see is text."""
    for words in ("script words", "color", "Enable scripts", "a comment"):
        assert words not in report.text


def test_the_page_says_who_published_it_and_when(report: Report) -> None:
    """Title, publisher and day come from the metadata."""
    assert (report.title, report.publisher, report.date) == (
        "River talks open",
        "The Courier",
        date(2019, 5, 14),
    )
    assert report.media_type == "text/html"


def test_entities_are_decoded_and_white_space_is_that_of_a_browser() -> None:
    """Named and numbered characters become letters, runs of blanks one blank."""
    assert page("<p>Gen&egrave;ve &amp;\n   K&#246;ln</p><pre>a\n  b</pre>").text == "Genève & Köln\na\n  b"


def test_inline_elements_do_not_break_a_word_and_blocks_do() -> None:
    """A word with a bold letter stays one; paragraphs, cells and buttons stand on lines of their own."""
    body = "<p><b>U</b>N talks</p><table><tr><td>One<td>Two</table><button>Go</button><button>Stop</button>"
    assert page(body).text == "UN talks\nOne\nTwo\nGo\nStop"


def test_two_line_breaks_end_a_paragraph_and_one_does_not() -> None:
    """Old pages part paragraphs by double breaks."""
    report = page("First<br>line<br> <br/>\nSecond<br>")
    assert [report.cut(span) for span in report.passages] == ["First\nline", "Second"]
    assert page("<p><br>First</p>").text == "First"


def test_a_page_in_which_no_article_is_found_is_read_whole() -> None:
    """A few words without the look of an article are all kept as readable."""
    assert len(page("<div>Talks</div><div>Truce</div>").readable()) == 2
    assert len(page("<nav><a>Talks</a></nav>").readable()) == 1


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2019-05-14T23:59:00-05:00">',
        '<meta name="citation_publication_date" content="2019/05/14">',
        '<script type="application/ld+json">[{"@type": ["Report"], "datePublished": "2019-05-14"}]</script>',
    ],
)
def test_the_day_is_taken_as_written(head: str) -> None:
    """Metadata name the day in the time zone of the source; it is not moved."""
    assert page("<p>Talks</p>", head).date == date(2019, 5, 14)


@pytest.mark.parametrize(
    "body",
    [
        '<time datetime="2019-05-14T10:00Z">today</time><p>Talks</p>',
        '<p>By Ann, <time datetime="2019-05-14">14 May</time></p>',
        '<b><time class="published" datetime="2019-05-14">x</time></b><time datetime="2019-05-13">y</time>',
        "<p>14 May 2019</p><p>Talks</p>",
    ],
)
def test_a_time_element_or_a_date_line_states_the_day(body: str) -> None:
    """A date outside sentences counts, one marked as published before others."""
    assert page(body).date == date(2019, 5, 14)


@pytest.mark.parametrize(
    ("body", "head"),
    [
        ("<footer>© 2019 The Courier</footer><p>Talks</p>", ""),
        ("<p>Talks</p>", '<meta name="date" content="2019-05">'),
        (
            "<p>Talks</p>",
            LD + '{"@type": "NewsArticle", "dateModified": "2019-05-14"}</script>',
        ),
        (
            "<p>Talks</p>",
            '<script type="application/ld+json">{"@type": "Event", "datePublished": "2019-05-14"}</script>',
        ),
        ("<p>Talks</p>", '<script type="application/ld+json">{broken</script>'),
        ("<p>Talks</p>", '<script type="application/ld+json">' + "[" * 100_000 + "</script>"),
        ("<div>Updated <time datetime='2019-05-14'>today</time></div>", ""),
        (
            "<div><time datetime='2019-05-14'>a</time></div><div><time datetime='2019-05-15'>b</time></div>",
            "",
        ),
        (
            "<p>War of <time datetime='1914-07-28'>28 July</time> had drawn in many states by then.</p>",
            "",
        ),
        ("<ul><li>Rain <time datetime='2019-05-14'>x</time></li></ul>", ""),
    ],
)
def test_no_date_is_worked_out(body: str, head: str) -> None:
    """Copyright years, months, updates, events and contradictions are not the day of publication."""
    assert page(body, head).date is None


@pytest.mark.parametrize(
    ("body", "head", "title"),
    [
        ("<h1>Talks  resume</h1>", "<title>Other</title>", "Talks resume"),
        ("<h1>One</h1><h1>Two</h1>", "<title>Talks | Courier</title>", "Talks | Courier"),
        (
            "<p>x</p>",
            LD + '{"@type": "Article", "headline": "Talks"}</script>',
            "Talks",
        ),
        ("<p>x</p>", "", None),
    ],
)
def test_the_title_is_the_first_that_the_page_states(body: str, head: str, title: str | None) -> None:
    """JSON-LD, a single main heading and the head's title are tried in turn."""
    assert page(body, head).title == title


def test_the_publisher_may_come_from_json_ld() -> None:
    """A publisher given as a name or as an object with a name is read."""
    for publisher in ('"Courier"', '{"name": "Courier"}'):
        head = f'<script type="application/ld+json">{{"@type": "Article", "publisher": {publisher}}}</script>'
        assert page("<p>x</p>", head).publisher == "Courier"


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<div>" * 100_000 + "x", "nested too deeply"),
        ("<p>" + "word " * 3_000_000, "too long a text"),
        ("<i>" * 1_000_001, "1,000,001 tags"),
        ("<p>x</p>" * 65_537, "65,537 pieces of text"),
        ("<script>draw()</script>", "no visible text"),
        ("", "cannot be read"),
    ],
)
def test_hostile_and_empty_pages_are_refused(markup: str, words: str) -> None:
    """Deep nesting, endless text, countless tags and pages drawn by scripts get a clear message."""
    with pytest.raises(ReportError, match=words):
        from_html(markup, id="h")


def test_entities_of_a_page_are_not_expanded() -> None:
    """A bomb of entities that multiply stays as small as it was written."""
    bomb = '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><p>&b; Talks</p>'
    assert "aaaa" not in from_html(bomb, id="h").text


def test_braille_in_a_page_is_kept() -> None:
    """The signs used to label text inside are kept where the page has them itself."""
    assert page("<p>⠁⠂ Talks</p>").text == "⠁⠂ Talks"


def test_byline_left_out_of_the_article_states_the_day() -> None:
    """A byline between the heading and the first paragraph counts, though no article holds it."""
    paragraph = (
        "<p>"
        + "The delegations met again in the old town hall and went on with the second point. " * 4
        + "</p>"
    )
    page = (
        "<html><body><article><h1>Talks go on in the town hall</h1>"
        f'<p class="byline">By a reporter, Geneva, 5 July 2017</p>{paragraph * 3}</article></body></html>'
    )
    assert from_html(page, id="r").date == date(2017, 7, 5)


def test_control_characters_do_not_stop_the_reading() -> None:
    """A page with a control character or a sign that XML forbids is read, and keeps it."""
    report = from_html("<html><body><p>They\x1f met in \ufffe Oslo.</p></body></html>", id="h")
    assert report.text == "They\x1f met in \ufffe Oslo."
