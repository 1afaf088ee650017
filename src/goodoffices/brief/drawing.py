"""Drawings that may stand in a page: shapes and words, nothing that fetches or runs."""

from __future__ import annotations

from lxml import etree

from goodoffices.errors import BriefError

_SHAPES = frozenset(
    {"svg", "g", "path", "rect", "line", "circle", "text", "tspan", "defs", "clipPath", "title", "desc"}
)
_NAMESPACE = "{http://www.w3.org/2000/svg}"


def safe_svg(svg: str) -> str:
    """Return an SVG drawing that scales with the page, after checking every element and attribute.

    Raises:
        BriefError: The drawing holds something other than shapes and words.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.fromstring(svg.encode("utf-8"), parser)
    for element in root.iter():
        name = str(element.tag).removeprefix(_NAMESPACE)
        if name not in _SHAPES:
            raise BriefError(f"a drawing holds '{name[:40]}'; only shapes and words may stand in a brief")
        for attribute in element.attrib:
            if str(attribute).startswith("on") or str(attribute).endswith("href"):
                raise BriefError(
                    f"a drawing holds the attribute '{attribute!s}'; drawings may not act or fetch"
                )
    root.set("focusable", "false")
    root.set("aria-hidden", "true")
    return str(etree.tostring(root, encoding="unicode"))
