"""Which blocks of an HTML document belong to its article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import html
from trafilatura import bare_extraction
from trafilatura.settings import Document

from goodoffices.errors import ReportError
from goodoffices.reports.html_blocks import Block
from goodoffices.reports.silence import silenced

MOST_TEXT_NODES = 2**16

_SIGNS = "\u2800-\u28ff"
_FIRST_SIGN = 0x2800
_UNFIT = re.compile(f"[{_SIGNS}\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Braille signs, and what no XML library takes."""
_LABEL = re.compile(f"[{_SIGNS}]{{2}}")


def in_article(root: html.HtmlElement, blocks: Sequence[Block]) -> tuple[bool, ...]:
    """Tell for each block whether it belongs to the article, as trafilatura finds it.

    Each text node is labelled with two Braille signs before trafilatura reads the document; the labels
    that come out again say which nodes it kept. That is exact where a comparison of words would guess.
    A block belongs to the article if at least half of its characters were kept. If no article is
    found, every block belongs to it. The document is changed: read everything else from it before.

    Args:
        root: The document; its text nodes carry labels afterwards.
        blocks: Its blocks, in order.

    Raises:
        ReportError: The document has more text nodes than there are labels (65,536).

    References:
        Barbaresi (2021), Trafilatura: a web scraping library and command-line tool for text discovery
        and extraction.
    """
    nodes = [node for block in blocks for node in block.nodes]
    if len(nodes) > MOST_TEXT_NODES:
        raise ReportError(
            f"the HTML has {len(nodes):,} pieces of text, more than {MOST_TEXT_NODES:,}; "
            "save the article as plain text and read that"
        )
    for number, node in enumerate(nodes):
        if node.is_tail:
            node.element.tail = _labelled(number, node.element.tail or "")
        else:
            node.element.text = _labelled(number, node.element.text or "")
    kept = _kept(root)
    if not kept:
        return (True,) * len(blocks)
    return tuple(_shares(blocks, kept))


def _labelled(number: int, words: str) -> str:
    """Put the label of a number before the first word, and a dot for every sign that does not fit."""
    high, low = divmod(number, 256)
    bare = _UNFIT.sub("·", words)
    lead = len(bare) - len(bare.lstrip())
    return f"{bare[:lead]}{chr(_FIRST_SIGN + high)}{chr(_FIRST_SIGN + low)}{bare[lead:]}"


def _kept(root: html.HtmlElement) -> frozenset[int]:
    with silenced("trafilatura", "htmldate", "justext", "courlan", "readability"):
        found = bare_extraction(root, include_comments=False, with_metadata=False)
    text = found.text if isinstance(found, Document) else None
    labels = _LABEL.findall(text or "")
    return frozenset((ord(label[0]) - _FIRST_SIGN) * 256 + ord(label[1]) - _FIRST_SIGN for label in labels)


def _shares(blocks: Sequence[Block], kept: frozenset[int]) -> list[bool]:
    inside = []
    number = 0
    for block in blocks:
        numbers = range(number, number + len(block.nodes))
        number += len(block.nodes)
        pairs = list(zip(numbers, block.nodes, strict=True))
        whole = sum(node.characters for _, node in pairs)
        inside.append(2 * sum(node.characters for index, node in pairs if index in kept) >= whole)
    return inside
