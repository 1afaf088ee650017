"""The log of what people decided, as it lies in a case folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from goodoffices.errors import EvidenceError
from goodoffices.reports.report import Report
from goodoffices.statements.decisions import Decision, parse_decisions
from goodoffices.workspace.files import check_file

DECISIONS = "decisions.jsonl"


def load_decisions(folder: Path, reports: Mapping[str, Report]) -> tuple[Decision, ...]:
    """Return what was decided in a case folder; nothing where nobody decided yet.

    Args:
        folder: The case folder.
        reports: Its reports by id.

    Raises:
        EvidenceError: A decision is damaged, or its words are not in its report.
    """
    path = folder / DECISIONS
    text = text_of(path)
    return parse_decisions(text, reports, name=str(path)) if text else ()


def text_of(path: Path) -> str:
    """Return the text of a file; nothing where there is no file.

    Raises:
        EvidenceError: It cannot be read, or is not UTF-8.
    """
    try:
        check_file(path)
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        raise EvidenceError(f"{path} is not UTF-8 at byte {error.start}; restore it") from error
    except OSError as error:
        raise EvidenceError(f"{path} cannot be read ({error.strerror}); check its permissions") from error
