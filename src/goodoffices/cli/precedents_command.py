"""`goodoffices precedents`: what happened to guarantees that were given before."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING

import click

from goodoffices.cli.arguments import json_option

if TYPE_CHECKING:
    from goodoffices.workspace.precedents import PastGuarantee


@click.command(name="precedents")
@click.argument("words", nargs=-1, metavar="[WORD]...")
@click.option(
    "--with",
    "features",
    multiple=True,
    metavar="FEATURE",
    help="Only those with this feature, such as attacker-is-guarantor; may be given several times.",
)
@json_option
def command(words: tuple[str, ...], features: tuple[str, ...], as_json: bool) -> None:
    """Show guarantees that were given before, with what became of them.

    WORD is looked for in every entry. Without WORD and feature the whole catalogue is shown. The entries
    were chosen by hand: they illustrate, and no rate can be taken from them.
    """
    from goodoffices.workspace.precedents import FEATURES, WARNING, past_guarantees, with_features

    found = with_features(features, words)
    if as_json:
        entries = [{**dataclasses.asdict(entry), "features": sorted(entry.features)} for entry in found]
        record = {"warning": WARNING, "features": dict(FEATURES), "precedents": entries}
        click.echo(json.dumps(record, ensure_ascii=False, indent=2))
        return
    for entry in found:
        _show(entry)
    click.echo(f"{len(found)} of {len(past_guarantees())} entries. {WARNING}")
    if not found:
        click.echo("No entry has all of these words and features; leave some out.")
    if not features:
        click.echo(f"Features for --with: {', '.join(FEATURES)}.")


def _show(entry: PastGuarantee) -> None:
    click.echo(f"{entry.name} ({entry.date})")
    parts = {
        "promised by": entry.guarantors,
        "to": entry.beneficiary,
        "what": entry.obligation,
        "rule": entry.rule,
        entry.tested: entry.event,
        "outcome": entry.outcome,
        "disputed": entry.dispute,
        "features": ", ".join(sorted(entry.features)),
        "source": entry.citation,
        "checked": entry.checked,
    }
    for name, text in parts.items():
        if text:
            click.echo(f"  {name}: {text}")
    click.echo()
