"""`goodoffices guarantee`: who can block a guarantee, how likely it is acted on, how likely it must be."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from goodoffices.cli.arguments import json_option

if TYPE_CHECKING:
    from goodoffices.case.case import Case
    from goodoffices.workspace.stakes import GivenStakes

FEW = 3
"""So many inputs are named that the result hangs on most."""

VALUES = {
    "credibility": "the chance that it is acted on",
    "wins_opposed": "the attacker's chance of winning if it is",
    "punishment": "what else acting on it costs the attacker",
    "cost": "what fighting costs the attacker",
    "status_quo": "what the attacker has without attacking",
}
"""What could change so that attacking does not pay, in plain words."""


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
    help="What the attacker has at stake, as six intervals with a source.",
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
    names = {id_: party.name for id_, party in case.parties.items()}
    for design in record["designs"]:
        _show(names, design)
    _show_likelihoods(names, record["designs"])
    if "needed" in record:
        click.echo(f"Needed: {record['needed']['told']} Stakes: {record['needed']['source']}.")


def _record(case: Case, wanted: tuple[str, ...], given: GivenStakes | None, rules: bool) -> dict[str, Any]:
    from goodoffices.errors import ModelError
    from goodoffices.models.guarantees.credibility import credibility_to_deter
    from goodoffices.models.guarantees.record import credibility_record

    needed = credibility_to_deter(given.stakes).outcome if given else None
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
    if needed and given:
        q: dict[str, Any] = credibility_record(needed)
        told = f"{q['in_words']}, {_numbers(q['value'])}."
        record["needed"] = {**q, "told": told, "source": given.source}
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
    from goodoffices.models.guarantees.credibility import credibility_to_deter, ways_out
    from goodoffices.models.guarantees.design import whole_rule
    from goodoffices.models.guarantees.from_case import case_design, case_sources
    from goodoffices.models.guarantees.likelihood import Judgement
    from goodoffices.models.guarantees.record import change_record, side_record, source_record, swing_record
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
    if side.action is not None and given:
        changes = ways_out(given.stakes, side.action.mid).outcome
        record["would_deter"] = [change_record(change) for change in changes if change.possible]
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


def _show(names: dict[str, str], design: dict[str, Any]) -> None:
    click.echo(f"{design['name']} ({design['id']})")
    if "must_agree" in design:
        _show_reading(names, design)
    else:
        click.echo("  no rule is stated")
    for side in design.get("under_usual_rules", []):
        click.echo(f"  if {side['name']}: {_usual_words(names, side)}")
    click.echo()


def _usual_words(names: dict[str, str], side: dict[str, Any]) -> str:
    if side["never"]:
        return f"never acted on; {_renamed(names, side['never'])}"
    if side["probability_of_action"] is not None:
        return f"acted on {_numbers(side['probability_of_action'])}"
    return f"can be blocked by {_sets(names, side['can_block'])}"


def _show_reading(names: dict[str, str], design: dict[str, Any]) -> None:
    click.echo(f"  must agree: {_listed(names, design['must_agree']) or 'nobody in particular'}")
    click.echo(f"  enough: {_sets(names, design['smallest_sets'])}")
    click.echo(f"  can block: {_sets(names, design['can_block'])}")
    for attacker, position in design["attackers"].items():
        click.echo(f"  attacker: {names.get(attacker, attacker)} {_position(position)}")
    if design["never"]:
        click.echo(f"  acted on: never; {_renamed(names, design['never'])}")
    elif design["probability_of_action"] is None:
        missing = _listed(names, design["nothing_said_about"])
        click.echo(f"  acted on: cannot be said; no willingness is coded for {missing}")
    else:
        _show_numbers(names, design)
    if design["gap_in_words"]:
        click.echo(f"  against what is needed: {design['gap_in_words']}")
    for change in design.get("would_deter", []):
        click.echo(
            f"  would deter, all else as given: {VALUES[change['value']]} at {_number(change['needed'])} "
            f"instead of {_number(change['now'])}"
        )


def _show_numbers(names: dict[str, str], design: dict[str, Any]) -> None:
    low, _, high = design["correlations"]
    where = f", lowest at correlation {low:.2f}, highest at {high:.2f}" if low != high else ""
    click.echo(f"  acted on: {_numbers(design['probability_of_action'])}{where}")
    for swing in design["hangs_on"][:FEW]:
        click.echo(
            f"  hangs on: {names.get(swing['input'], swing['input'])} {_numbers(swing['given'])}: "
            f"{_number(swing['at_low'])} at the lowest, {_number(swing['at_high'])} at the highest"
        )


def _show_likelihoods(names: dict[str, str], designs: list[dict[str, Any]]) -> None:
    """Say where each likelihood comes from, once for each."""
    lines = dict.fromkeys(
        f"  {names.get(name, name)}: {_numbers(source['value'])}, {source['kind']}; {source['source']}"
        for design in designs
        for name, source in design.get("likelihoods", {}).items()
    )
    if lines:
        click.echo("How likely each would act, as coded")
        click.echo("\n".join(lines))


def _position(position: dict[str, Any]) -> str:
    if position["recused_by_the_design"]:
        return "has no say by the design"
    if not position["member"]:
        return "is no guarantor and has no say"
    if position["blocks_alone"]:
        after = "the others could decide" if position["others_can_decide_without_it"] else "nobody could"
        return f"can block alone; if it had no say, {after}"
    helpers = position["helpers_needed"]
    return "cannot block" if helpers is None else f"can block only together with {helpers} others"


def _sets(names: dict[str, str], sets: list[dict[str, Any]] | None) -> str:
    if sets is None:
        return "too many sets to list, since nearly all members count differently"
    return ", or ".join(" with ".join(_share(names, share) for share in one["shares"]) for one in sets)


def _share(names: dict[str, str], share: dict[str, Any]) -> str:
    who: list[str] = [names.get(member, member) for member in share["of"]]
    if len(who) == 1:
        return who[0]
    if share["needed"] == len(who):
        return f"{', '.join(who[:-1])} and {who[-1]} together"
    return f"any {share['needed']} of {', '.join(who)}"


def _renamed(names: dict[str, str], text: str) -> str:
    """Put names for the ids in a sentence of the model."""
    return re.sub(r"\w+", lambda word: names.get(word.group(), word.group()), text)


def _listed(names: dict[str, str], ids: list[str]) -> str:
    return ", ".join(names.get(id_, id_) for id_ in ids)


def _numbers(value: list[float | None]) -> str:
    low, mid, high = map(_number, value)
    return f"{mid} ({low} to {high})"


def _number(value: float | None) -> str:
    """Write a number with two decimals, and never as certain what is not."""
    if value is None:
        return "no limit"
    if 0.0 < value < 0.005:
        return "below 0.01"
    return "above 0.99" if 0.995 <= value < 1.0 else f"{value:.2f}"
