"""A brief as one HTML page that asks nothing of the network and runs nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from goodoffices.brief.drawing import safe_svg
from goodoffices.brief.harmless import harmless
from goodoffices.brief.page import Block, Brief, Cell, Claims, Drafted, Quote, Section, Table
from goodoffices.findings.words import short

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
"""Content security policy of the page: nothing is fetched, nothing runs, nothing is sent."""


def html(brief: Brief) -> str:
    """Return a brief as one self-contained HTML page.

    Everything from reports and cases is escaped, and characters that could mislead are shown by code.
    """
    uses = Uses(brief)
    template = _environment().get_template("brief.html.j2")
    style = Markup(_template("brief.css"))  # noqa: S704 - our own file
    return template.render(brief=brief, uses=uses, policy=POLICY, style=style)


class Uses:
    """Where passages are quoted: the first quotation in each section gets an anchor to come back to.

    A class since anchors are handed out while the page is written, each once.
    """

    def __init__(self, brief: Brief) -> None:
        self.tagged = brief.drafted is Drafted.SOME
        self._free = {(name, number) for name, numbers in used(brief).items() for number in numbers}
        self._sections = used(brief)
        self._places = {section.name: place for place, section in enumerate(brief.sections, start=1)}

    def anchor(self, section: str, passage: int) -> str:
        """Return the anchor for a quotation, or nothing where the section quoted the passage before."""
        if (section, passage) not in self._free:
            return ""
        self._free.remove((section, passage))
        return f"use-{section}-{passage}"

    def back(self, passage: int) -> tuple[tuple[str, int], ...]:
        """Return the anchors where a passage is quoted, each with the number of its section."""
        return tuple(
            (f"use-{name}-{passage}", self._places[name])
            for name, numbers in self._sections.items()
            if passage in numbers and name in self._places
        )


def used(brief: Brief) -> Mapping[str, frozenset[int]]:
    """Return for each section the numbers of the passages that it quotes."""
    return {
        section.name: frozenset(
            number for quote in quotes(section) for number in (quote.passage, *quote.also)
        )
        for section in brief.sections
    }


def quotes(section: Section) -> Iterator[Quote]:
    """Return every quotation of a section, in order."""
    for block in section.blocks:
        yield from _quotes(block)


def _quotes(block: Block) -> Iterator[Quote]:
    match block:
        case Claims(claims=claims):
            for claim in claims:
                yield from claim.quotes
        case Table(rows=rows):
            for row in rows:
                for cell in (row.head, *row.cells):
                    yield from cell.quotes
        case _:
            return


def _shown(value: object) -> object:
    """Make text harmless on its way into the page; what is markup of our own stays."""
    return harmless(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _silent(cell: Cell) -> bool:
    return cell.tone == "quiet" and not cell.quotes


@cache
def _environment() -> Environment:
    templates = {"brief.html.j2": _template("brief.html.j2"), "parts.html.j2": _template("parts.html.j2")}
    environment = Environment(
        loader=DictLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    environment.filters["short"] = short
    environment.filters["drawing"] = lambda svg: Markup(safe_svg(svg))  # noqa: S704 - checked element by element
    environment.tests["silent"] = _silent
    return environment


def _template(name: str) -> str:
    return resources.files("goodoffices.brief").joinpath("templates", name).read_text(encoding="utf-8")
