"""Guarantees and what follows from them in words, for the command line."""

from __future__ import annotations

import math
from typing import Any

import click

from goodoffices.cli.figures import number, span
from goodoffices.cli.guarantee_sets import blocking, either, enough, provided, renamed
from goodoffices.cli.guarantee_terms import show_terms
from goodoffices.models.guarantees.design import is_actor

__all__ = ["show_guarantees"]

FEW = 3
"""So many inputs are named that the result hangs on most."""

NEEDS = {
    "needed": "Needed to deter",
    "needed_to_commit": "Needed for the side that will be weaker to live with peace",
}

VALUES = {
    "credibility": "the chance that it is acted on",
    "wins_opposed": "{who}'s chance of winning if it is acted on",
    "punishment": "what acting on it costs {who} beyond the battlefield, in the unit of the prize",
    "cost": "what fighting costs {who}",
    "status_quo": "what {who} has without attacking",
}
"""What could change so that attacking does not pay, in plain words; `who` is whom it is meant against."""

UNCORRELATED = "; no correlation is coded, so each is taken to decide for itself"
NOT_ALIKE = (
    "These designs do not have the same correlation, so their chances differ by more than their rules."
)
FEWER = (
    "; it counts as acted on even if only the weakest who suffice act, and what is needed was judged for a "
    "guarantee that is kept"
)

ABSTENTION = {
    "stops it, as objecting does": "stops it, as objecting would, if it is by",
    "lets it pass, where objecting stops it": "lets it pass, where objecting stops it, if it is by",
}
"""What one abstention does, in words that a list of names can follow."""


def show_guarantees(parties: dict[str, str], record: dict[str, Any]) -> None:
    """Print guarantees, where likelihoods come from, and what is needed.

    Args:
        parties: The parties' names by id.
        record: What the command writes as JSON.
    """
    names = parties | {f"{id_} (ratifying)": f"{name} (ratifying)" for id_, name in parties.items()}
    for design in record["designs"]:
        _show(names, design)
    if len({str(one["correlation"]) for one in record["designs"] if one.get("probability_of_action")}) > 1:
        click.echo(f"{NOT_ALIKE}\n")
    _show_likelihoods(names, record["designs"])
    for name, told in NEEDS.items():
        if name in record:
            click.echo(f"{told}: {record[name]['in_words']}, {_credibility(record[name]['value'])}.")
    for doubt in record.get("look_again", ()):
        click.echo(f"Look again: {doubt}")
    if "bargaining_range" in record:
        least, middle, most = ([number(end) for end in one] for one in record["bargaining_range"])
        click.echo(
            f"Divisions that both prefer to war now: {_meant(names, record['designs'])} gets {middle[0]} to "
            f"{middle[1]} of what is in dispute (at the least {least[0]} to {least[1]}, at the most "
            f"{most[0]} to {most[1]}), in each period. That there are such bargains does not say that "
            "anyone can bind himself to one."
        )
    if "stakes_source" in record:
        click.echo(f"Stakes: {record['stakes_source']}.")


def _show(names: dict[str, str], design: dict[str, Any]) -> None:
    click.echo(f"{design['name']} ({design['id']})")
    if "must_agree" in design:
        show_terms(names, design)
        _show_reading(names, design)
    else:
        # What the design says apart from the rule is the same under each usual rule.
        show_terms(names, design["under_usual_rules"][0])
        click.echo("  no rule is stated")
    for side in design.get("under_usual_rules", []):
        click.echo(f"  if {side['name']}: {_usual_words(names, side)}")
    click.echo()


def _usual_words(names: dict[str, str], side: dict[str, Any]) -> str:
    if side["never"]:
        return f"never acted on; {renamed(names, side['never'])}"
    if side["probability_of_action"] is not None:
        return f"acted on {span(side['probability_of_action'])}{provided(names, side['taken_as_given'])}"
    return f"can be blocked by {blocking(names, side['can_block'])}"


def _show_reading(names: dict[str, str], design: dict[str, Any]) -> None:
    agreeing = [name for name in design["must_agree"] if is_actor(name)]
    click.echo(f"  must agree: {_listed(names, agreeing) or 'nobody in particular'}")
    click.echo(f"  enough: {enough(names, design['smallest_sets'], list(design['attackers']))}")
    click.echo(f"  can block: {blocking(names, design['can_block'])}")
    click.echo(f"  one abstention: {_abstentions(names, design['if_abstaining'])}")
    for attacker, position in design["attackers"].items():
        click.echo(f"  meant against: {names.get(attacker, attacker)} {_position(position)}")
    if design["never"]:
        click.echo(f"  acted on: never; {renamed(names, design['never'])}")
    elif design["probability_of_action"] is None:
        missing = _listed(names, design["nothing_said_about"])
        click.echo(
            f"  acted on: cannot be said; no willingness is coded for {missing}; add it under 'willingness' "
            "as [low, mid, high] with its coding"
        )
    else:
        _show_chance(names, design)
    _show_recusals(names, design["if_without_a_say"])
    _show_against_needs(names, design)


def _show_chance(names: dict[str, str], design: dict[str, Any]) -> None:
    low, _, high = design["correlations"]
    matters = low != high and any(swing["input"] == "correlation" for swing in design["hangs_on"])
    where = f", lowest at correlation {low:.2f}, highest at {high:.2f}" if matters else ""
    taken = design["taken_as_given"]
    alone = UNCORRELATED if design["correlation"] is None and len(design["likelihoods"]) > 1 else ""
    click.echo(f"  acted on: {span(design['probability_of_action'])}{where}{provided(names, taken)}{alone}")
    for swing in design["hangs_on"][:FEW]:
        click.echo(
            f"  hangs on: {names.get(swing['input'], swing['input'])} {span(swing['given'])}: "
            f"{number(swing['at_low'])} at the lowest, {number(swing['at_high'])} at the highest"
        )
    aside = {*taken, *design["attackers"]}
    judged = [pair for pair in design["importance"].items() if pair[0] not in aside]
    ranked = sorted(judged, key=lambda pair: -pair[1])
    deciding = [f"{names.get(name, name)} {number(value)}" for name, value in ranked[:FEW] if value > 0.0]
    if deciding:
        click.echo(f"  the decision hangs on it alone (Birnbaum importance): {', '.join(deciding)}")
    if design["expected_capability"] is not None:
        unit = design["capability_unit"]
        click.echo(
            f"  strength of those who act, to be expected: {span(design['expected_capability'])} {unit}"
        )


def _show_recusals(names: dict[str, str], without: dict[str, list[float] | None]) -> None:
    """Say what one recusal changes, those with the same result on one line."""
    told: dict[str, list[str]] = {}
    for name, chance in without.items():
        result = "nobody could decide" if chance is None else f"acted on {span(chance)}"
        result = "still never acted on" if chance is not None and chance[2] <= 0.0 else result
        told.setdefault(result, []).append(names.get(name, name))
    for result, who in told.items():
        click.echo(f"  if {either(who)} had no say: {result}")


def _show_against_needs(names: dict[str, str], design: dict[str, Any]) -> None:
    if design["gap"]:
        fewer = FEWER if design["fewer_than_all_suffice"] else ""
        click.echo(f"  against what is needed to deter: {_gap(design)}{fewer}")
    if "commitment" in design:
        click.echo(f"  against what is needed for peace to be bearable: {_gap(design['commitment'])}")
    if "strength_needed" in design:
        click.echo(f"  how strong it must be, as likely as it is to be acted on: {_strength(names, design)}")
    if "peace_survives_its_end" in design:
        held = design["peace_survives_its_end"]
        told = "would" if held else "would not"
        click.echo(
            f"  it ends after {design['years']:g} years: peace {told} survive that end, at the middle values"
        )
    for change in design.get("would_deter", []):
        told = VALUES[change["value"]].format(who=_meant(names, [design]))
        click.echo(
            f"  would deter, all else as given: {told} at {number(change['needed'])} instead of "
            f"{number(change['now'])}"
        )


def _gap(part: dict[str, Any]) -> str:
    """Say how a design stands against what is needed, at the middle values too where the ends disagree."""
    told: str = part["gap_in_words"]
    least, middle, most = part["gap"]
    if least > 0.0 or most <= 0.0 or math.isinf(middle):
        return told
    side = "short" if middle > 0.0 else "to spare"
    return f"{told}; {number(abs(middle))} {side} at the middle values"


def _meant(names: dict[str, str], designs: list[dict[str, Any]]) -> str:
    """Name whom the designs are meant against."""
    who = dict.fromkeys(name for one in designs for name in one.get("attackers", {}))
    return either([names.get(one, one) for one in who]) if who else "the side that they are meant against"


def _strength(names: dict[str, str], design: dict[str, Any]) -> str:
    needed = design["strength_needed"]
    if needed["needless"]:
        return "no guarantee is needed for that"
    if not needed["attainable"]:
        return "no strength suffices at that credibility"
    return (
        f"{_meant(names, [design])}'s later chance of winning at most "
        f"{number(needed['p2_if_kept_at_most'])} if it is kept"
    )


def _show_likelihoods(names: dict[str, str], designs: list[dict[str, Any]]) -> None:
    """Say where each likelihood comes from, once for each."""
    found: dict[str, dict[str, list[str]]] = {}
    for design in designs:
        for name, source in design.get("likelihoods", {}).items():
            told = f"{span(source['value'])}, {source['kind']}; {source['source']}"
            found.setdefault(names.get(name, name), {}).setdefault(told, []).append(design["id"])
    if found:
        click.echo("How likely each would act, as coded")
    for name, each in found.items():
        for told, ids in each.items():
            where = f" (in {', '.join(ids)})" if len(each) > 1 else ""
            click.echo(f"  {name}: {told}{where}")


def _position(position: dict[str, Any]) -> str:
    if position["recused_by_the_design"]:
        return "has no say by the design"
    if not position["member"]:
        return "is no guarantor and has no say"
    if position["blocks_alone"]:
        after = "the others could decide" if position["others_can_decide_without_it"] else "nobody could"
        return f"can block alone; if it had no say, {after}"
    helpers = position["helpers_needed"]
    if helpers is None:
        return "cannot block"
    return f"can block only together with {helpers} {'other' if helpers == 1 else 'others'}"


def _abstentions(names: dict[str, str], kinds: dict[str, str]) -> str:
    told = []
    for kind, words in ABSTENTION.items():
        who = [names.get(name, name) for name, found in kinds.items() if found == kind]
        if who:
            told.append(f"{words} {either(who)}")
    return "; ".join(told) or "stops nothing"


def _credibility(value: list[float | None]) -> str:
    """Write a needed credibility: below 0 is none, above 1 is more than there can be."""
    low, mid, high = (
        "no limit" if end is None else "none" if end <= 0.0 else "above 1" if end > 1.0 else number(end)
        for end in value
    )
    return f"{mid} ({low} to {high})"


def _listed(names: dict[str, str], ids: list[str]) -> str:
    return ", ".join(names.get(id_, id_) for id_ in ids)
