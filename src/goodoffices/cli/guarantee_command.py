"""`goodoffices guarantee`: who can block a guarantee, how likely it is acted on, how likely it must be."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from goodoffices.cli.arguments import json_option
from goodoffices.cli.guarantee_words import show_guarantees

if TYPE_CHECKING:
    from goodoffices.case.case import Case
    from goodoffices.findings.promises import Needs, Promise


@click.command(name="guarantee")
@click.argument("folder", type=click.Path(path_type=Path), metavar="FOLDER")
@click.option(
    "--design",
    "designs",
    multiple=True,
    metavar="ID",
    help="Only this guarantee of the case; may be given several times.",
)
@click.option(
    "--stakes",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="What the side that guarantees are meant against has at stake, and how power will shift, as "
    "intervals with a source; instead of the stakes in the case.",
)
@click.option("--rules", is_flag=True, help="Show also what each usual rule would mean, all else alike.")
@json_option
def command(folder: Path, designs: tuple[str, ...], stakes: Path | None, rules: bool, as_json: bool) -> None:
    """Compare the guarantees of a case: who can block, how likely they are acted on, how likely they must be.

    FOLDER is a case folder. Nothing is guessed: where a guarantor's willingness is not coded, no
    probability is given. Where no rule is stated, what would follow under each usual rule is shown.
    """
    from goodoffices.findings.promises import needs_of, promises
    from goodoffices.workspace.bundle import open_folder
    from goodoffices.workspace.stakes import load_stakes

    case = open_folder(folder).case
    wanted = _chosen(case, designs)
    given = load_stakes(stakes) if stakes else None
    needs = needs_of(given.source, given.stakes, given.shift) if given else None
    found = [one for one in promises(case, needs) if one.id in wanted]
    record = _record(case, sorted(found, key=lambda one: wanted.index(one.id)), needs, rules)
    if as_json:
        click.echo(json.dumps(record, ensure_ascii=False, indent=2))
        return
    for fault in record["not_computed"]:
        click.echo(f"Not computed: {fault}", err=True)
    show_guarantees({id_: party.name for id_, party in case.parties.items()}, record)


def _chosen(case: Case, wanted: tuple[str, ...]) -> tuple[str, ...]:
    from goodoffices.case.names import way_out
    from goodoffices.errors import ModelError

    for id_ in wanted:
        if id_ not in case.guarantees:
            raise ModelError(f"no guarantee '{id_}' is in the case; {way_out(id_, tuple(case.guarantees))}")
    if not case.guarantees:
        raise ModelError("the case has no guarantees; add some to its case.yaml")
    return wanted or tuple(case.guarantees)


def _record(case: Case, found: list[Promise], needs: Needs | None, rules: bool) -> dict[str, Any]:
    from goodoffices.cli.guarantee_record import needs_record, promise_record
    from goodoffices.errors import ModelError

    designs: list[dict[str, Any]] = []
    faults = [f"guarantees.{one.id}: {one.fault}" for one in found if one.fault]
    for one in found:
        try:
            designs += [] if one.fault else [promise_record(case, one, rules=rules)]
        except ModelError as error:
            faults.append(f"guarantees.{one.id}: {error}")
    if not designs:
        raise ModelError("\n".join(faults))
    needed = needs or next((one.needs for one in found if one.needs), None)
    record: dict[str, Any] = {"designs": designs, "not_computed": faults}
    return record | (needs_record(needed) if needed else {})
