"""Read reports with everything that reading needs: the parser and the gazetteer, loaded once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from goodoffices.reports.report import Report
from goodoffices.statements.combine import combine
from goodoffices.statements.gazetteer import load_gazetteer
from goodoffices.statements.names import index_names
from goodoffices.statements.names_used import as_reports_name
from goodoffices.statements.reader import read_report
from goodoffices.statements.statement import Reading
from goodoffices.workspace.parser import load_parser

Progress = Callable[[Iterable[Report]], Iterable[Report]]


def read(reports: Sequence[Report], *, progress: Progress = iter) -> Reading:
    """Return everything that the rules find in some reports, numbered through.

    Args:
        reports: The reports, in the order in which findings are numbered.
        progress: Wraps the reports as they are read, to show how far the reading is.

    Raises:
        ReaderError: The English parser is missing or is not the one we know.
    """
    parse, names = load_parser(), index_names(load_gazetteer())
    found = combine([read_report(report, parse, names) for report in progress(reports)])
    return as_reports_name(found, reports, load_gazetteer())
