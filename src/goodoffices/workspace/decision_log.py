"""The log of what people decided, as it lies in a case folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from goodoffices.errors import EvidenceError
from goodoffices.reports.report import Report
from goodoffices.statements.decisions import Decision, Verdict, parse_decisions
from goodoffices.workspace.files import check_file

DECISIONS = "decisions.jsonl"
_DONE = {
    Verdict.REJECT: "rejected",
    Verdict.UNDO: "taken back",
    Verdict.REREAD: "no longer found when read anew",
}


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


def taken_out(decisions: Sequence[Decision], folder: Path) -> dict[str, str]:
    """Say of each finding that decisions took out by whom and when, with the two ways out.

    Args:
        decisions: What was decided, in order.
        folder: The case folder, as the command names it that takes a decision back.
    """
    last = {one.finding: one for one in decisions if one.before != one.after}
    return {
        id_: (
            f"'{id_}' was {_DONE.get(one.verdict, 'taken out')} by {one.by} on {one.when}"
            f"{f' ({one.why})' if one.why else ''}; delete it in this line, with what rests on it alone, "
            f"or {_back(one, decisions, folder)}"
        )
        for id_, one in last.items()
        if one.after is None
    }


def _back(one: Decision, decisions: Sequence[Decision], folder: Path) -> str:
    if one.verdict is Verdict.UNDO:
        return f"add it anew: 'goodoffices review {folder}', key n"
    together = [other.number for other in decisions if other.batch and other.batch == one.batch]
    told = f", with the {len(together)} that were decided together" if len(together) > 1 else ""
    return f"take the decision back{told}: 'goodoffices review {folder} --undo {one.number}'"


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
