"""What is read from feeds saved to disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from goodoffices.errors import ReportError
from goodoffices.reports.contents import Contents
from goodoffices.reports.feed import MOST_ITEMS
from goodoffices.reports.source import from_bytes
from goodoffices.workspace.intake import read_reports

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Courier</title>
<item><title>Talks &amp;amp; terms</title><pubDate>Wed, 20 Aug 2025 23:30:00 GMT</pubDate>
<description>&lt;p&gt;Short.&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>They met.</p><p>Share this article</p><script>x()</script>]]>
</content:encoded></item>
<item><title>Second</title><description>One line.
Another line.</description></item>
<item></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title>
<entry><title>Ceasefire</title><updated>2025-08-21T00:00:00Z</updated><published>2025-08-20T22:00:00-07:00</published>
<source><title>Agency</title></source><summary>They met.</summary></entry></feed>"""


def read(text: str, name: str = "f.xml") -> Contents:
    """Return what a feed holds."""
    return from_bytes(text.encode(), id="f", name=name)


def test_each_item_is_a_report() -> None:
    """Title, publisher, day as written and full text are the item's; furniture is marked."""
    found = read(RSS)
    first, second = found.reports
    assert first.text == "Talks & terms\nThey met.\nShare this article"
    assert (first.title, first.publisher, str(first.date)) == ("Talks & terms", "The Courier", "2025-08-20")
    assert [mark.reason for mark in first.boilerplate] == ["share line"]
    assert (first.id, second.id) == ("talks-terms", "second")
    assert second.text == "Second\nOne line.\nAnother line."
    assert second.date is None
    assert found.problems == ("f.xml: item 3 has neither title nor text",)


def test_atom_with_the_source_of_an_item() -> None:
    """The day of publication is taken, never that of an update; an item names its own source."""
    (report,) = read(ATOM, "anything").reports
    assert (report.publisher, str(report.date), report.text) == (
        "Agency",
        "2025-08-20",
        "Ceasefire\nThey met.",
    )


def test_a_feed_that_is_not_well_formed() -> None:
    """What can be read of a broken feed is read, and that it is broken is said."""
    found = read(RSS.split("<item></item>", maxsplit=1)[0])
    assert len(found.reports) == 2
    assert "is no well-formed feed" in found.problems[0]


def test_feeds_that_are_refused() -> None:
    """No item, too many items, and entities that could grow without bound are refused."""
    with pytest.raises(ReportError, match="has no item"):
        read("<rss><channel><title>Empty</title></channel></rss>")
    with pytest.raises(ReportError, match="declares XML entities"):
        read('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><rss><channel/></rss>')
    many = "<item><title>x</title></item>" * (MOST_ITEMS + 1)
    with pytest.raises(ReportError, match="has 10,001 items"):
        read(f"<rss><channel>{many}</channel></rss>")


def test_other_xml_is_no_feed(tmp_path: Path) -> None:
    """A file that ends in .xml and is no feed is listed with the reason."""
    (tmp_path / "a.xml").write_text("<invoice/>")
    (tmp_path / "b.rss").write_text(RSS)
    intake = read_reports([tmp_path])
    assert len(intake.reports) == 2
    assert "is no feed" in intake.problems[0]
