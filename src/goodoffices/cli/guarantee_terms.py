"""What a guarantee says, in words: trigger, finder, conditions, duration, ratification."""

from __future__ import annotations

from typing import Any

import click

from goodoffices.cli.guarantee_sets import renamed

__all__ = ["TRIPWIRE", "show_terms"]

TRIPWIRE = (
    "troops in place count for nothing by themselves: judge what they change in battle under 'capability' "
    "and what losing them would cost under 'willingness' (Reiter and Poast 2021)"
)


def show_terms(names: dict[str, str], design: dict[str, Any]) -> None:
    """Print what a guarantee says, leaving out what no source says, apart from who finds the attack.

    Args:
        names: The parties' names by id.
        design: The design, as the command writes it as JSON.
    """
    attackers = _joined(names, list(design["attackers"]))
    owed = f"; owed: {design['owed'].replace('_', ' ')}" if design["owed"] else "; what is owed is not stated"
    click.echo(
        f"  protects: {names.get(design['beneficiary'], design['beneficiary'])} against {attackers}{owed}"
    )
    if design["trigger"]:
        click.echo(f"  trigger: {design['trigger']}; found by {_finder(names, design['found_by'])}")
    for condition in design["conditions"]:
        first = f" ({_joined(names, condition['needs'])} must act first)" if condition["needs"] else ""
        click.echo(f"  condition: {condition['text']}{first}")
    if design["duration"] or design["years"]:
        ends = f"ends after {design['years']:g} years" if design["years"] else "no end is stated"
        click.echo(f"  lasts: {'; '.join(part for part in (design['duration'], ends) if part)}")
    if design["ratified_by"]:
        who, needed = _joined(names, design["ratified_by"]), design["ratifications_needed"]
        told = who if needed == len(design["ratified_by"]) else f"{needed} of {who}"
        click.echo(f"  in force once ratified by: {told}")
    if design["owed"] == "troops_in_place" and design["expected_capability"] is None:
        click.echo(f"  tripwire: {TRIPWIRE}")


def _finder(names: dict[str, str], found_by: dict[str, Any] | None) -> str:
    if found_by is None:
        return "each guarantor for itself, as far as is stated"
    needs = renamed(names, "; ".join(found_by["needs"]))
    if "body" in found_by:
        return f"the {found_by['body'].replace('_', ' ')} ({needs})"
    who = _joined(names, found_by["members"])
    return who if len(found_by["members"]) == 1 else f"{who} ({needs})"


def _joined(names: dict[str, str], ids: list[str]) -> str:
    who = [names.get(id_, id_) for id_ in ids]
    return " and ".join(part for part in (", ".join(who[:-1]), *who[-1:]) if part)
