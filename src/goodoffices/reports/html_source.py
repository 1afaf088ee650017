"""What an HTML document states of its own title, publisher and day of publication."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lxml import etree, html

from goodoffices.reports.dates import read_date

_TITLE_KEYS = ("og:title", "twitter:title", "dc.title", "citation_title")
_PUBLISHER_KEYS = ("og:site_name", "dc.publisher", "citation_publisher", "application-name")
_DATE_KEYS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "citation_publication_date",
    "citation_date",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publish-date",
    "date",
)
_ARTICLE_TYPE = re.compile(r"(?:Article|Posting|Report|WebPage)$")
_MARKED_PUBLISHED = re.compile(r"datePublished|pubdate|published", re.IGNORECASE)
_OTHER_TIME = re.compile(r"\b(?:updated|modified|edited|expires)\b", re.IGNORECASE)
_SENTENCES = frozenset({"p", "li", "blockquote", "td", "dd", "figcaption", "aside", "footer", "nav"})
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Source:
    """What a document says of itself; None where it says nothing.

    Attributes:
        title: Its headline.
        publisher: Who published it.
        date: Day of publication as written, in the time zone of the source.
    """

    title: str | None
    publisher: str | None
    date: date | None


def read_source(root: html.HtmlElement) -> Source:
    """Read title, publisher and date from metadata, JSON-LD and `time` elements; nothing is guessed."""
    meta = _meta(root)
    items = list(_json_ld(root))
    return Source(
        title=_first(meta, _TITLE_KEYS)
        or _json_text(items, "headline")
        or _heading(root)
        or _head_title(root),
        publisher=_first(meta, _PUBLISHER_KEYS) or _json_publisher(items),
        date=_meta_date(meta) or _json_date(items) or _time_date(root),
    )


def _meta(root: html.HtmlElement) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop")
        content = _squeeze(element.get("content"))
        if key and content:
            found.setdefault(key.strip().lower(), content)
    return found


def _squeeze(words: object) -> str | None:
    return _SPACE.sub(" ", words).strip() or None if isinstance(words, str) else None


def _first(meta: Mapping[str, str], keys: tuple[str, ...]) -> str | None:
    return next((meta[key] for key in keys if key in meta), None)


def _meta_date(meta: Mapping[str, str]) -> date | None:
    return next((day for key in _DATE_KEYS if key in meta and (day := read_date(meta[key]))), None)


def _json_ld(root: html.HtmlElement) -> Iterator[Mapping[str, object]]:
    """Return the objects that JSON-LD puts at its top or in its graph and that are articles or pages.

    Objects further in may be other articles that the page only links to, so they are left alone.
    """
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            loaded = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for top in loaded if isinstance(loaded, list) else [loaded]:
            graph = top.get("@graph") if isinstance(top, dict) else None
            members = [top, *(graph if isinstance(graph, list) else [])]
            yield from (item for item in members if isinstance(item, dict) and _is_article(item))


def _is_article(item: Mapping[str, object]) -> bool:
    kinds = item.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and _ARTICLE_TYPE.search(name) for name in names)


def _json_text(items: list[Mapping[str, object]], key: str) -> str | None:
    return next((text for item in items if (text := _squeeze(item.get(key)))), None)


def _json_publisher(items: list[Mapping[str, object]]) -> str | None:
    for item in items:
        publisher = item.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if text := _squeeze(name):
            return text
    return None


def _json_date(items: list[Mapping[str, object]]) -> date | None:
    days = {day for item in items if (day := read_date(str(item.get("datePublished", ""))))}
    return days.pop() if len(days) == 1 else None


def _time_date(root: html.HtmlElement) -> date | None:
    """Return the one day that `time` elements outside sentences name, those marked published first."""
    marked: set[date] = set()
    other: set[date] = set()
    for element in root.iter("time"):
        day = read_date(element.get("datetime") or "")
        if day is None or _is_other_time(element):
            continue
        signs = " ".join([*element.keys(), *(element.get(name) or "" for name in ("itemprop", "class"))])
        (marked if _MARKED_PUBLISHED.search(signs) else other).add(day)
    days = marked or other
    return days.pop() if len(days) == 1 else None


def _is_other_time(element: etree._Element) -> bool:
    """Tell whether a `time` element stands in a sentence, a list or a note of an update."""
    if any(above.tag in _SENTENCES and _is_prose(above) for above in element.iterancestors()):
        return True
    around = element.getparent()
    words = "" if around is None else _text(around)
    return len(words) > 200 or _OTHER_TIME.search(words) is not None


def _is_prose(element: etree._Element) -> bool:
    """Tell whether an element is more than a short line without a full stop, which may be a date line."""
    words = _text(element).split()
    return element.tag != "p" or len(words) > 12 or " ".join(words).endswith((".", "!", "?"))


def _heading(root: html.HtmlElement) -> str | None:
    headings = [text for element in root.iter("h1") if (text := _squeeze(_text(element)))]
    return headings[0] if len(headings) == 1 else None


def _head_title(root: html.HtmlElement) -> str | None:
    title = root.find(".//head/title")
    return None if title is None else _squeeze(_text(title))


def _text(element: etree._Element) -> str:
    return "".join(str(words) for words in element.itertext())
