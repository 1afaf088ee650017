"""Guarantees and what follows from them in words, for the command line."""

from __future__ import annotations

import re
from typing import Any

import click

from goodoffices.cli.figures import number, span

__all__ = ["show_guarantees"]

FEW = 3
"""So many inputs are named that the result hangs on most."""

NEEDS = {
    "needed": "Needed to deter",
    "needed_to_commit": "Needed for the side that will be weaker to live with peace",
}

VALUES = {
    "credibility": "the chance that it is acted on",
    "wins_opposed": "the attacker's chance of winning if it is",
    "punishment": "what else acting on it costs the attacker",
    "cost": "what fighting costs the attacker",
    "status_quo": "what the attacker has without attacking",
}
"""What could change so that attacking does not pay, in plain words."""


def show_guarantees(names: dict[str, str], record: dict[str, Any]) -> None:
    """Print guarantees, where likelihoods come from, and what is needed.

    Args:
        names: The parties' names by id.
        record: What the command writes as JSON.
    """
    for design in record["designs"]:
        _show(names, design)
    _show_likelihoods(names, record["designs"])
    for name, told in NEEDS.items():
        if name in record:
            click.echo(f"{told}: {record[name]['in_words']}, {span(record[name]['value'])}.")


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
        return f"acted on {span(side['probability_of_action'])}"
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
        _showspan(names, design)
    if design["gap_in_words"]:
        click.echo(f"  against what is needed to deter: {design['gap_in_words']}")
    if "commitment" in design:
        click.echo(
            f"  against what is needed for peace to be bearable: {design['commitment']['gap_in_words']}"
        )
    for change in design.get("would_deter", []):
        click.echo(
            f"  would deter, all else as given: {VALUES[change['value']]} at {number(change['needed'])} "
            f"instead of {number(change['now'])}"
        )


def _showspan(names: dict[str, str], design: dict[str, Any]) -> None:
    low, _, high = design["correlations"]
    where = f", lowest at correlation {low:.2f}, highest at {high:.2f}" if low != high else ""
    click.echo(f"  acted on: {span(design['probability_of_action'])}{where}")
    for swing in design["hangs_on"][:FEW]:
        click.echo(
            f"  hangs on: {names.get(swing['input'], swing['input'])} {span(swing['given'])}: "
            f"{number(swing['at_low'])} at the lowest, {number(swing['at_high'])} at the highest"
        )


def _show_likelihoods(names: dict[str, str], designs: list[dict[str, Any]]) -> None:
    """Say where each likelihood comes from, once for each."""
    lines = dict.fromkeys(
        f"  {names.get(name, name)}: {span(source['value'])}, {source['kind']}; {source['source']}"
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
