"""`goodoffices leverage`: what the levers of a case could do, and what is not known of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from goodoffices.cli.arguments import json_option

if TYPE_CHECKING:
    from goodoffices.case.case import Case


@click.command(name="leverage")
@click.argument("folder", type=click.Path(path_type=Path), metavar="FOLDER")
@click.option("--target", metavar="ID", help="Only levers on this party of the case.")
@json_option
def command(folder: Path, target: str | None, as_json: bool) -> None:
    """Say who could move whom, with capacity and willingness apart.

    FOLDER is a case folder. A lever's share of a flow bounds what it takes from its target, if the flow
    were all that counts to it and nothing could be redirected. Whether that is enough, a case cannot tell:
    what is missing is named.
    """
    from goodoffices.workspace.bundle import open_folder

    case = open_folder(folder).case
    levers = _record(case, target)
    if as_json:
        click.echo(json.dumps({"levers": levers}, ensure_ascii=False, indent=2))
        return
    for lever in levers:
        _show(case, lever)
    click.echo(f"{len(levers)} levers. What a holder could do and whether it would are two things.")


def _record(case: Case, target: str | None) -> list[dict[str, Any]]:
    from goodoffices.case.names import way_out
    from goodoffices.errors import ModelError
    from goodoffices.models.leverage.from_case import case_levers

    if target is not None and target not in case.parties:
        raise ModelError(f"no party '{target}' is in the case; {way_out(target, tuple(case.parties))}")
    return [
        {
            "holder": lever.given.holder,
            "target": lever.given.target,
            "means": lever.given.means,
            "claimed_by": lever.given.claimed_by,
            "share": lever.given.share.as_list() if lever.given.share else None,
            "willingness": lever.given.willingness.as_list() if lever.given.willingness else None,
            "takes_at_most_if_pulled": lever.most_if_pulled.as_list() if lever.most_if_pulled else None,
            "takes_at_most_as_expected": lever.most_expected.as_list() if lever.most_expected else None,
            "missing": list(lever.missing),
            "status": lever.given.coding.status.value,
            "source": lever.given.coding.source,
            "because": list(lever.given.coding.because),
        }
        for lever in case_levers(case)
        if target is None or lever.given.target == target
    ]


def _show(case: Case, lever: dict[str, Any]) -> None:
    names = {id_: party.name for id_, party in case.parties.items()}
    means = lever["means"] or "means not named"
    click.echo(f"{names[lever['holder']]} over {names[lever['target']]}: {means}")
    if lever["takes_at_most_if_pulled"]:
        click.echo(f"  capacity: at most {_numbers(lever['takes_at_most_if_pulled'])} of all that counts")
    if lever["willingness"]:
        click.echo(f"  willingness: {_numbers(lever['willingness'])}")
    if lever["takes_at_most_as_expected"]:
        click.echo(f"  to be expected: at most {_numbers(lever['takes_at_most_as_expected'])}")
    click.echo(f"  not known: {'; '.join(lever['missing'])}")
    claimed = f" by {names[lever['claimed_by']]}" if lever["claimed_by"] else ""
    rests = lever["source"] or ", ".join(lever["because"]) or "the coder alone"
    click.echo(f"  {lever['status']}{claimed}: {rests}")
    click.echo()


def _numbers(value: list[float]) -> str:
    return f"{value[1]:.2f} ({value[0]:.2f} to {value[2]:.2f})"
