"""`goodoffices import`: what coders changed in their tool becomes decisions."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from goodoffices.cli.arguments import json_option
from goodoffices.cli.export_command import TOOLS
from goodoffices.cli.review_command import now, tell_cited, whoami

if TYPE_CHECKING:
    from goodoffices.statements.decisions import Finding
    from goodoffices.workspace.review import Step
    from goodoffices.workspace.roundtrip.taking_over import Plan

SHOWN = 20
"""How many changes are told one by one."""


@click.command(name="import")
@click.argument("folder", type=click.Path(path_type=Path), metavar="FOLDER")
@click.argument("source", type=click.Path(path_type=Path), metavar="IN")
@click.option("--from", "tool", type=click.Choice(TOOLS), help="The tool; told by the file otherwise.")
@click.option("--by", default=whoami, show_default="your login name", help="Who coded it.")
@click.option("--accept", is_flag=True, help="What is unchanged counts as confirmed by the coder.")
@click.option("--keep-missing", is_flag=True, help="Keep findings that are not in the file.")
@click.option("--skip-bad", is_flag=True, help="Take the rest if something cannot be taken.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@json_option
def command(folder: Path, source: Path, tool: str | None, by: str, **options: Any) -> None:  # noqa: ANN401 - switches, as click names them
    """Take over what coders changed in IN, a file or folder that 'goodoffices export' wrote.

    Every changed, added or removed finding becomes a decision in decisions.jsonl, with who coded it and the
    file as the reason; 'goodoffices review FOLDER --undo last' takes the whole import back. The words of
    every place are compared with the report. If anything is wrong, everything wrong is listed with file and
    line, and nothing is changed.
    """
    from goodoffices.errors import CaseError
    from goodoffices.statements.decisions import findings
    from goodoffices.workspace.report_files import status
    from goodoffices.workspace.review import open_review, save_steps
    from goodoffices.workspace.roundtrip.taking_over import Coder, plan
    from goodoffices.workspace.roundtrip.transfer import Tool, read_in, tool_of

    review = open_review(folder)
    status(source)
    known = {one.id: one for one in findings(review.reading)}
    incoming = read_in(Tool(tool) if tool else tool_of(source), source, review.reports, known)
    coder = Coder(by, source.name, accept=options["accept"], keep_missing=options["keep_missing"])
    found = plan(review, incoming, coder)
    if found.problems and not options["skip_bad"]:
        raise CaseError("\n".join([_refused(source, found), *found.problems]))
    for problem in (*found.problems, *found.remarks):
        click.echo(f"{'Skipped' if problem in found.problems else 'Note'}: {problem}", err=True)
    if not options["dry_run"]:
        save_steps(review, found.steps, by=by, when=now())
    if options["as_json"]:
        click.echo(json.dumps(_record(found), indent=1))
    else:
        _tell(found, folder, dry=options["dry_run"])


def _refused(source: Path, found: Plan) -> str:
    count = len(found.problems)
    return (
        f"{source}: nothing was taken over, because of {count} problem{'' if count == 1 else 's'} "
        "(--skip-bad takes the rest):"
    )


def _record(found: Plan) -> dict[str, Any]:
    return {
        "changes": dict(Counter(str(step.verdict) for step in found.steps)),
        "same": found.same,
        "problems": list(found.problems),
        "remarks": list(found.remarks),
    }


def _tell(found: Plan, folder: Path, *, dry: bool) -> None:
    shown = [step for step in found.steps if step.verdict != "accept"]
    for step in shown[:SHOWN]:
        for line in _change(step):
            click.echo(line)
    if len(shown) > SHOWN:
        click.echo(f"… and {len(shown) - SHOWN} more")
    counts = Counter(str(step.verdict) for step in found.steps)
    told = ", ".join(f"{count} {verdict}" for verdict, count in counts.items()) or "no change"
    click.echo(f"{'Would be' if dry else 'Taken over'}: {told}; {found.same} findings are as they were.")
    gone = [step.before.id for step in found.steps if step.before and step.after is None]
    tell_cited(folder, gone)
    if found.steps and not dry:
        click.echo(f"'goodoffices review {folder} --undo last' takes it back.")


def _change(step: Step) -> list[str]:
    from goodoffices.cli.review_view import changed, safe

    finding: Finding | None = step.after or step.before
    if step.before is not None and step.after is not None:
        lines = changed(step.before, step.after)
        return [f"{step.before.id}: {step.verdict}", *(f"  {line}" for line in lines)]
    return [f"{finding.id}: {step.verdict} “{safe(finding.evidence.exact[:80])}”"] if finding else []
