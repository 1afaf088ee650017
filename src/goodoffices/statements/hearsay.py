"""Acts that a report does not tell itself but has somebody tell, as in 'Kyiv agreed, officials said'."""

from __future__ import annotations

from dataclasses import dataclass, replace

from goodoffices.reports.report import Report
from goodoffices.statements.acts import Act
from goodoffices.statements.attributions import Attributed, attributions
from goodoffices.statements.names import Names
from goodoffices.statements.passage import Parse
from goodoffices.statements.reader import read_report
from goodoffices.statements.statement import Statement

TELLING = frozenset({"speech", "according to"})
"""Rules by which somebody says that something is so, and does not ask for it or fear it."""


@dataclass(frozen=True, slots=True)
class Hearsay:
    """Acts that somebody says took place.

    They stay claims of whoever says so: nothing else of this package takes them for acts.

    Attributes:
        told: Who says so, by which words.
        acts: The acts, numbered for themselves.
    """

    told: Attributed
    acts: tuple[Statement, ...]


def hearsay(report: Report, parse: Parse, names: Names) -> tuple[Hearsay, ...]:
    """Return the acts of parties that somebody in a report says took place, with who says so.

    Args:
        report: The report.
        parse: The dependency parser.
        names: Names of states, organisations and people.
    """
    found = []
    for told in attributions(report, parse):
        if told.rule not in TELLING:
            continue
        passages = tuple(part.span for part in told.content)
        inner = read_report(replace(report, passages=passages), parse, names)
        acts = tuple(one for one in inner.statements if one.act is not Act.CLAIM)
        if acts:
            found.append(Hearsay(told, acts))
    return tuple(found)
