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
    from goodoffices.case.values import Interval
    from goodoffices.workspace.stakes import GivenStakes


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
    help="What the attacker has at stake, and how power will shift, as intervals with a source.",
)
@click.option("--rules", is_flag=True, help="Show also what would follow under each usual rule.")
@json_option
def command(folder: Path, designs: tuple[str, ...], stakes: Path | None, rules: bool, as_json: bool) -> None:
    """Compare the guarantees of a case: who can block, how likely they are acted on, how likely they must be.

    FOLDER is a case folder. Nothing is guessed: where a guarantor's willingness is not coded, no
    probability is given. Where no rule is stated, what would follow under each usual rule is shown.
    """
    from goodoffices.workspace.bundle import open_folder
    from goodoffices.workspace.stakes import load_stakes

    case = open_folder(folder).case
    given = load_stakes(stakes) if stakes else None
    record = _record(case, designs, given, rules)
    if as_json:
        click.echo(json.dumps(record, ensure_ascii=False, indent=2))
        return
    for fault in record["not_computed"]:
        click.echo(f"Not computed: {fault}", err=True)
    show_guarantees({id_: party.name for id_, party in case.parties.items()}, record)
    if given:
        click.echo(f"Stakes: {given.source}.")


def _record(case: Case, wanted: tuple[str, ...], given: GivenStakes | None, rules: bool) -> dict[str, Any]:
    from goodoffices.errors import ModelError
    from goodoffices.models.guarantees.credibility import credibility_to_commit, credibility_to_deter
    from goodoffices.models.guarantees.record import credibility_record

    found: list[dict[str, Any]] = []
    faults: list[str] = []
    for id_ in _chosen(case, wanted):
        try:
            stated = case.guarantees[id_].rule is not None
            design: dict[str, Any] = {"id": id_, "name": case.guarantees[id_].name}
            if stated:
                design = _design(case, id_, given)
            if rules or not stated:
                design["under_usual_rules"] = _usual(case, id_)
            found.append(design)
        except ModelError as error:
            faults.append(f"guarantees.{id_}: {error}")
    if not found:
        raise ModelError("\n".join(faults) or "the case has no guarantees; add some to its case.yaml")
    record: dict[str, Any] = {"designs": found, "not_computed": faults}
    if given:
        record["needed"] = credibility_record(credibility_to_deter(given.stakes).outcome)
    if given and given.shift:
        record["needed_to_commit"] = credibility_record(credibility_to_commit(given.shift).outcome)
    return record


def _chosen(case: Case, wanted: tuple[str, ...]) -> tuple[str, ...]:
    from goodoffices.case.names import way_out
    from goodoffices.errors import ModelError

    for id_ in wanted:
        if id_ not in case.guarantees:
            raise ModelError(f"no guarantee '{id_}' is in the case; {way_out(id_, tuple(case.guarantees))}")
    return wanted or tuple(case.guarantees)


def _design(case: Case, id_: str, given: GivenStakes | None) -> dict[str, Any]:
    from goodoffices.case.values import Interval
    from goodoffices.models.guarantees.credibility import credibility_to_deter
    from goodoffices.models.guarantees.design import whole_rule
    from goodoffices.models.guarantees.from_case import case_design, case_sources
    from goodoffices.models.guarantees.likelihood import Judgement
    from goodoffices.models.guarantees.record import side_record, source_record, swing_record
    from goodoffices.models.guarantees.sensitivity import action_sensitivity
    from goodoffices.models.guarantees.side_by_side import side_by_side

    guarantee = case.guarantees[id_]
    design, sources = case_design(case, guarantee), case_sources(guarantee)
    span = guarantee.correlation or Interval.exactly(0.0)
    needed = credibility_to_deter(given.stakes).outcome if given else None
    (side,) = side_by_side([design], sources, correlation=span, needed=needed).outcome
    record = {"id": id_, **side_record(side)}
    members = whole_rule(design).members
    record["likelihoods"] = {name: source_record(sources[name]) for name in members if name in sources}
    if side.action is not None:
        acting = {name: sources.get(name) for name in members if name not in design.attackers}
        acting |= {
            name: Judgement(Interval.exactly(0.0), "the attacker")
            for name in members
            if name in design.attackers
        }
        swings = action_sensitivity(whole_rule(design), acting, correlation=span)  # type: ignore[arg-type]
        record["hangs_on"] = [swing_record(swing) for swing in swings.outcome if swing.width > 0.0]
        record |= _against_needs(side.action, given) if given else {}
    return record


def _against_needs(action: Interval, given: GivenStakes) -> dict[str, Any]:
    from goodoffices.models.guarantees.credibility import credibility_to_commit, ways_out
    from goodoffices.models.guarantees.record import change_record, gap_record
    from goodoffices.models.guarantees.side_by_side import gap_to

    changes = ways_out(given.stakes, action.mid).outcome
    record: dict[str, Any] = {"would_deter": [change_record(one) for one in changes if one.possible]}
    if given.shift:
        record["commitment"] = gap_record(gap_to(credibility_to_commit(given.shift).outcome, action))
    return record


def _usual(case: Case, id_: str) -> list[dict[str, Any]]:
    from goodoffices.case.values import Interval
    from goodoffices.models.guarantees.from_case import case_sources, usual_rules_of
    from goodoffices.models.guarantees.record import side_record
    from goodoffices.models.guarantees.side_by_side import side_by_side

    guarantee = case.guarantees[id_]
    designs, span = usual_rules_of(case, guarantee), guarantee.correlation or Interval.exactly(0.0)
    return [
        side_record(side) for side in side_by_side(designs, case_sources(guarantee), correlation=span).outcome
    ]
