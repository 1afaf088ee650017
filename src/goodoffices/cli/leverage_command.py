"""`goodoffices leverage`: what the levers of a case could do, and what is not known of them."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from goodoffices.cli.arguments import json_option, tell_behind
from goodoffices.cli.figures import span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from goodoffices.case.case import Case
    from goodoffices.models.leverage.lever import Lever
    from goodoffices.workspace.bundle import Bundle
    from goodoffices.workspace.lever_terms import LeverTerms

CHAINS = {
    "through others it could be moved by": "smallest_chains_that_could",
    "through others it is to be expected to be moved by": "smallest_chains_to_be_expected",
}


@click.command(name="leverage")
@click.argument("folder", type=click.Path(path_type=Path), metavar="FOLDER")
@click.option("--target", metavar="ID", help="Only levers on this party of the case.")
@click.option(
    "--terms",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="What the levers weigh and what moving costs, as intervals with a source.",
)
@click.option(
    "--table",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A CSV table of reported levers, taken together with those of the case.",
)
@click.option("--entries", is_flag=True, help="Write the levers of the table as entries for the case file.")
@json_option
def command(
    folder: Path, target: str | None, terms: Path | None, table: Path | None, entries: bool, as_json: bool
) -> None:
    """Say who could move whom, with capacity and willingness apart.

    FOLDER is a case folder. A lever's share of a flow bounds what it takes from its target, if the flow
    were all that counts to it and nothing could be redirected. Whether that is enough, a case cannot tell:
    what is missing is named, and can be given in a file.
    """
    from goodoffices.cli.leverage_aims import show_wanted, wanted, wanted_record
    from goodoffices.findings.lever_words import SCALE, asking_ways
    from goodoffices.workspace.bundle import open_folder
    from goodoffices.workspace.lever_terms import load_lever_terms

    bundle = open_folder(folder)
    tell_behind(bundle)
    case = bundle.case
    if entries and table is None:
        raise click.UsageError("--entries writes the levers of a table; name it with --table")
    if table:
        case, text = _with_table(case, table)
        if entries:
            click.echo(text, nl=False)
            return
    given = load_lever_terms(terms, case) if terms else None
    record: dict[str, Any] = {"levers": _record(bundle, case, target, given.levers if given else ())}
    if given:
        record |= _weighed(given, target)
    aimed = wanted(case, given.levers if given else (), target)
    record |= wanted_record(aimed)
    if as_json:
        click.echo(json.dumps(record, ensure_ascii=False, indent=2))
        return
    for lever in record["levers"]:
        _show(case, lever)
    if given:
        _show_weighed(case, record)
    show_wanted(case, aimed)
    if asking_ways(aimed.opened) or any(lever["takes_at_most_if_pulled"] for lever in record["levers"]):
        click.echo(SCALE)
    count = len(record["levers"])
    told = f"{count} lever{'s' * (count != 1)}"
    click.echo(f"{told}. What a holder could do and whether it would are two things.")


def _with_table(case: Case, path: Path) -> tuple[Case, str]:
    """Return the case with the levers of a table, and these as entries; say which lines were not taken."""
    from goodoffices.workspace.lever_table import as_entries, load_lever_table

    found = load_lever_table(path, case)
    for problem in found.problems:
        click.echo(f"Not taken: {problem}", err=True)
    whole = dataclasses.replace(case, leverage=(*case.leverage, *found.levers))
    return whole, as_entries(found.levers)


def _record(bundle: Bundle, case: Case, target: str | None, weighed: Sequence[Lever]) -> list[dict[str, Any]]:
    from goodoffices.case.names import way_out
    from goodoffices.errors import ModelError
    from goodoffices.models.leverage.from_case import MEANS_NOT_NAMED, case_levers

    words = bundle.reading.evidence()
    known = {(lever.holder, lever.target, lever.means) for lever in weighed}
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
            "weighed": (one := (lever.given.holder, lever.given.target, lever.given.means or MEANS_NOT_NAMED))
            in known,
            "missing": [] if one in known else list(lever.missing),
            "status": lever.given.coding.status.value,
            "source": lever.given.coding.source,
            "coder": lever.given.coding.coder,
            "because": list(lever.given.coding.because),
            "words": {id_: words[id_].exact for id_ in lever.given.coding.because if id_ in words},
            "note": lever.given.coding.note,
        }
        for lever in case_levers(case)
        if target is None or lever.given.target == target
    ]


def _weighed(given: LeverTerms, target: str | None) -> dict[str, Any]:
    from goodoffices.models.leverage.record import lever_record, target_record

    chosen = [lever for lever in given.levers if target in {None, lever.target}]
    targets = dict.fromkeys(lever.target for lever in chosen)
    return {
        "weighed": [
            lever_record(
                lever,
                given.loss.get(lever.target),
                given.gain.get(lever.holder),
                [one for one in given.levers if (one.holder, one.target) == (lever.target, lever.holder)],
                side_payment=given.side_payment.get(lever.target),
            )
            for lever in chosen
        ],
        "targets": [
            target_record(given.levers, one, given.loss, given.side_payment)
            for one in targets
            if one in given.loss
        ],
        "source": given.source,
    }


def _show_weighed(case: Case, record: dict[str, Any]) -> None:
    names = {id_: party.name for id_, party in case.parties.items()}
    for lever in record["weighed"]:
        click.echo(f"{names[lever['holder']]} over {names[lever['target']]}: {lever['means']}, weighed")
        click.echo(f"  capacity, what it takes if pulled: {span(lever['capacity'])}")
        click.echo(f"  to be expected: {span(lever['pressure'])}")
        if "break_even_share" in lever:
            share = {name: _share(value) for name, value in lever["break_even_share"].items()}
            paid = " beside the side payment" if "side_payment" in lever else ""
            click.echo(f"  enough alone{paid} from a share of {share['if_pulled']}, if pulled")
            click.echo(f"  enough alone{paid} from a share of {share['as_expected']}, as expected")
        if "credible" in lever:
            click.echo(f"  worth its cost to the holder: {lever['credible']['alone']}")
            answers = " and ".join(lever["answers"])
            answered = (
                f"by {answers}: {lever['credible']['answered']}"
                if answers
                else "no lever is weighed for that"
            )
            click.echo(f"  the same if {names[lever['target']]} answers: {answered}")
    for one in record["targets"]:
        click.echo(f"Moving costs {names[one['target']]} {span(one['loss'])}")
        if "side_payment" in one:
            click.echo(f"  given for moving, and counted with the levers: {span(one['side_payment'])}")
        click.echo(f"  do these levers move it, if all are pulled: {one['moves_by_capacity']}")
        click.echo(f"  do they, as expected: {one['moves_as_expected']}")
        click.echo(f"  smallest sets that could: {_holders(names, one['smallest_sets_that_could'])}")
        click.echo(f"  smallest sets to be expected: {_holders(names, one['smallest_sets_to_be_expected'])}")
        for told, key in CHAINS.items():
            chains = [chain for chain in one[key] if len(chain["rounds"]) > 1]
            if chains:
                click.echo(f"  {told}: {'; '.join(_chain(names, chain) for chain in chains)}")
    click.echo(f"Weights: {record['source']}.")
    click.echo()


def _chain(names: dict[str, str], chain: dict[str, Any]) -> str:
    first = " and ".join(names[id_] for id_ in chain["first"]) or "nobody"
    then = [" and ".join(names[id_] for id_ in moved) for moved in chain["rounds"]]
    return f"{first} first, which moves {', then '.join(then)}"


def _share(value: float | None) -> str:
    if value is None:
        return "no size at all"
    return f"{value:.2f}" if value <= 1.0 else f"{value:.2f}, which is more than there is"


def _holders(names: dict[str, str], sets: list[list[str]]) -> str:
    told = [" and ".join(names[id_] for id_ in some) or "nobody is needed" for some in sets]
    return "; ".join(told) or "none"


def _show(case: Case, lever: dict[str, Any]) -> None:
    names = {id_: party.name for id_, party in case.parties.items()}
    means = lever["means"] or "means not named"
    click.echo(f"{names[lever['holder']]} over {names[lever['target']]}: {means}")
    if lever["share"]:
        click.echo(f"  share of the flow: {span(lever['share'])}")
    if lever["takes_at_most_if_pulled"] and not lever["weighed"]:
        click.echo(f"  capacity, what it takes if pulled: at most {span(lever['takes_at_most_if_pulled'])}")
    if lever["willingness"]:
        click.echo(f"  willingness: {span(lever['willingness'])}")
    if lever["takes_at_most_as_expected"] and not lever["weighed"]:
        click.echo(f"  to be expected: at most {span(lever['takes_at_most_as_expected'])}")
    if lever["weighed"]:
        click.echo("  weighed: see below")
    else:
        click.echo(f"  not known: {'; '.join(lever['missing'])}")
    click.echo(f"  {_rests(names, lever)}")
    for id_, words in lever["words"].items():
        click.echo(f"    {id_}: “{words}”")
    if lever["note"]:
        click.echo(f"  note: {lever['note']}")
    click.echo()


def _rests(names: dict[str, str], lever: dict[str, Any]) -> str:
    """Say whose word it is: a judgement is its coder's, whatever source the coder read."""
    rests = lever["source"] or ("these words" if lever["words"] else ", ".join(lever["because"]))
    if lever["status"] == "judgement":
        return f"judgement by {lever['coder']}, {f'on: {rests}' if rests else 'on no source'}"
    claimed = f" by {names[lever['claimed_by']]}" if lever["claimed_by"] else ""
    coded = f" (coded by {lever['coder']})" if lever["coder"] else ""
    return f"{lever['status']}{claimed}: {rests}{coded}"
