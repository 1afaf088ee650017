"""The visible text of an HTML document: its text nodes in order, gathered into blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree, html

from goodoffices.errors import ReportError

MOST_TAGS = 1_000_000

_UNSEEN = frozenset(
    re.findall(
        r"\w+",
        "head script style template noscript iframe noembed noframes object ",
    )
)
_INLINE = frozenset(
    re.findall(
        r"\w+",
        "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd mark q ruby rb "
        "rp rt s samp small span strike strong sub sup time tt u var wbr nobr ",
    )
)
_KEEPS_SPACE = frozenset({"pre", "textarea", "listing", "xmp"})
_SPACE = re.compile("[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A text node: the element that holds it, and whether it is its text or stands behind it."""

    element: etree._Element
    is_tail: bool
    words: str
    keeps_space: bool


@dataclass(frozen=True, slots=True)
class TextNode:
    """A text node that a reader of the page sees.

    Attributes:
        element: The element that holds the node.
        is_tail: True if the node stands behind the element, not in it.
        characters: How many characters other than white space it has.
    """

    element: etree._Element
    is_tail: bool
    characters: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, item, cell or the like.

    Attributes:
        text: Its words, white space as a browser shows it.
        nodes: The text nodes it is made of, in order.
    """

    text: str
    nodes: tuple[TextNode, ...]


def parse(markup: str) -> html.HtmlElement:
    """Parse HTML without network, within bounds of depth and size.

    Raises:
        ReportError: The document is nested too deeply, has too many tags or too long a text, or is no
            HTML at all.
    """
    tags = markup.count("<")
    if tags > MOST_TAGS:
        raise ReportError(
            f"the HTML has {tags:,} tags, more than {MOST_TAGS:,}; "
            "save the article as plain text and read that"
        )
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = html.document_fromstring(markup.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, UnicodeEncodeError) as error:
        raise ReportError(
            f"the HTML cannot be read ({error}); open it in a browser and save it as text"
        ) from error
    fatal = next((entry for entry in parser.error_log if entry.type_name == "ERR_RESOURCE_LIMIT"), None)
    if fatal:
        raise ReportError(
            f"the HTML is nested too deeply or has too long a text (line {fatal.line}: "
            f"{fatal.message.split(',')[0]}); save the article as plain text and read that"
        )
    return root


@dataclass(slots=True)
class _Walk:
    """What the walk has gathered so far; it lives only inside `blocks`."""

    pieces: list[_Piece] = field(default_factory=list)
    unseen: int = 0
    spaced: int = 0


def blocks(root: html.HtmlElement) -> Iterator[Block]:
    """Return the blocks of a document in order, each with the text nodes it is made of.

    Every text node outside `head`, scripts, styles, templates and the like is visible, also one that a
    style sheet hides: an article behind a paywall overlay is still the article.
    """
    walk = _Walk()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            yield from _enter(walk, element, tag)
        else:
            yield from _leave(walk, element, tag)
    yield from _close(walk)


def _enter(walk: _Walk, element: etree._Element, tag: str) -> Iterator[Block]:
    if tag in _UNSEEN:
        walk.unseen += 1
    if walk.unseen:
        return
    walk.spaced += tag in _KEEPS_SPACE
    if tag == "br":
        walk.pieces.append(_Piece(element, False, "\n", True))
    elif tag not in _INLINE:
        yield from _close(walk)
    _take(walk, element, False, element.text)


def _leave(walk: _Walk, element: etree._Element, tag: str) -> Iterator[Block]:
    if tag in _UNSEEN:
        walk.unseen -= 1
    if walk.unseen:
        return
    walk.spaced -= tag in _KEEPS_SPACE
    if tag not in _INLINE and tag != "br":
        yield from _close(walk)
    _take(walk, element, True, element.tail)


def _take(walk: _Walk, element: etree._Element, is_tail: bool, words: str | None) -> None:
    if words:
        walk.pieces.append(_Piece(element, is_tail, words, walk.spaced > 0))


def _close(walk: _Walk) -> Iterator[Block]:
    """End the block at hand; two line breaks in a row end a paragraph as well."""
    pieces, walk.pieces = walk.pieces, []
    part: list[_Piece] = []
    for piece in pieces:
        is_break = piece.element.tag == "br" and not piece.is_tail
        if is_break and _ends_in_break(part):
            yield from _block(part)
            part = []
        else:
            part.append(piece)
    yield from _block(part)


def _ends_in_break(part: list[_Piece]) -> bool:
    for piece in reversed(part):
        if piece.element.tag == "br" and not piece.is_tail:
            return True
        if piece.words.strip():
            return False
    return False


def _block(pieces: list[_Piece]) -> Iterator[Block]:
    text = ""
    for piece in pieces:
        words = piece.words if piece.keeps_space else _SPACE.sub(" ", piece.words)
        if words[:1] == " " and text[-1:] in ("", " ", "\n") and not piece.keeps_space:
            words = words[1:]
        text = text.rstrip(" ") + words if words == "\n" else text + words
    text = text.strip()
    if text:
        yield Block(text, tuple(_node(piece) for piece in pieces if piece.words.strip()))


def _node(piece: _Piece) -> TextNode:
    return TextNode(piece.element, piece.is_tail, len("".join(piece.words.split())))
