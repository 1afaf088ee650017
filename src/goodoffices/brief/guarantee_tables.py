"""Tables on guarantees: what each says, where each number comes from, what would have to change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from goodoffices.brief.action_chart import chance, chances
from goodoffices.brief.guarantee_words import credibility, input_name, verdict
from goodoffices.brief.material import Material
from goodoffices.brief.page import Block, Cell, Items, Row, Table
from goodoffices.case.coding import Coding
from goodoffices.case.instruments import Finder, Guarantee, Willingness
from goodoffices.case.instruments import Rule as CaseRule
from goodoffices.case.stakes import AttackerStakes
from goodoffices.case.values import Interval
from goodoffices.findings.blocking import named
from goodoffices.findings.promises import Promise
from goodoffices.findings.words import capital, counted, interval, joined
from goodoffices.models.guarantees.credibility import Change
from goodoffices.models.guarantees.design import condition_label, ratifying
from goodoffices.models.guarantees.from_case import named_body
from goodoffices.models.guarantees.side_by_side import Gap

__all__ = ["commitment", "inputs", "terms", "ways"]

Rows: TypeAlias = dict[tuple[str, str], tuple[Row, list[str]]]
"""Rows by what they tell and from where, each with the names of the designs that it holds for."""

WAYS = {
    "wins_opposed": "Its chance of winning if the guarantee is acted on",
    "punishment": "What acting on it costs it beyond the battlefield",
    "cost": "What fighting costs it",
    "status_quo": "What it has without attacking",
}
STAKES = {
    "prize": "what it fights for",
    "wins_alone": "its chance of winning if the guarantee is not kept",
    "wins_opposed": "its chance of winning if the guarantee is kept",
    "cost": "what fighting costs it",
    "status_quo": "what it has without attacking",
    "punishment": "what keeping the guarantee costs it beyond the battlefield",
}
SHIFT = {
    "p1": "the chance of the rising side to win a war now",
    "p2": "the same later, without the guarantee",
    "p2_if_kept": "the same later, if the guarantee is kept",
    "cost": "what war costs the declining side in all, in units of what is in dispute in one period",
    "discount": "what a unit of the next period is worth now (a period: until power has shifted)",
}


def terms(material: Material) -> tuple[Block, ...]:
    """Return a table of what sets each guarantee off, who finds it, and what else it takes."""
    designs = material.case.guarantees.values()
    if not any(one.trigger or one.conditions or one.duration or one.ratification for one in designs):
        return ()
    columns = (
        "Guarantee",
        "What sets it off",
        "Who finds that it happened",
        "Conditions",
        "How long it lasts",
        "Whose ratification it takes",
    )
    alike: dict[str, tuple[list[str], tuple[Cell, ...]]] = {}
    for one in designs:
        cells = _terms(material, one)
        alike.setdefault(repr(cells), ([], cells))[0].append(one.name)
    rows = tuple(Row(_together(names), cells) for names, cells in alike.values())
    return (Table("What each guarantee says", columns, rows, wide=True),)


def _together(names: list[str]) -> Cell:
    """Name the designs that say the same."""
    if len(names) == 1:
        return Cell(names[0])
    return Cell(capital(counted(len(names), "design")), notes=tuple(names))


def inputs(material: Material) -> tuple[Block, ...]:
    """Return a table of every number that the chances rest on, each with its source."""
    rows: Rows = {}
    for guarantee in material.case.guarantees.values():
        judged = {
            **guarantee.willingness,
            **{
                ratifying(one): given
                for one, given in (
                    guarantee.ratification.willingness if guarantee.ratification else {}
                ).items()
            },
            **{
                condition_label(one.text): Willingness(one.met, one.coding)
                for one in guarantee.conditions
                if one.met is not None
            },
        }
        for label, given in judged.items():
            told = capital(input_name(material.names, label))
            _add(rows, told, given.value, _source(material, given.coding))[1].append(guarantee.name)
        if guarantee.correlation is not None:
            told = "How far common shocks move the guarantors together (correlation)"
            value, by = guarantee.correlation, guarantee.coding.coder or guarantee.coding.status.value
            shown = Cell(f"coded with the design by {by}" if guarantee.coding.coder else by)
            row = Row(Cell(told), (Cell(interval(value)), shown))
            rows.setdefault((told, f"{value.as_list()}{by}"), (row, []))[1].append(guarantee.name)
        for member, brought in guarantee.capability.items():
            told = f"What {named(material.names, member)} could bring, in {guarantee.capability_unit}"
            _add(rows, told, brought.value, _source(material, brought.coding))[1].append(guarantee.name)
    for entry in material.case.stakes:
        source = _source(material, entry.coding)
        for told, value in _stakes(material, entry):
            _add(rows, told, value, source)
            source = Cell("the same judgement, as above", "quiet")
    if not rows:
        return ()
    columns = ("Number", "Middle, lowest and highest value", "Where it comes from")
    return (Table("What the chances rest on", columns, tuple(_told_apart(rows)), wide=True),)


def _told_apart(rows: Rows) -> Iterator[Row]:
    """Say for which designs a number holds, where designs do not have the same."""
    often = Counter(told for told, _ in rows)
    for (told, _), (row, designs) in rows.items():
        apart = often[told] > 1 and designs
        yield replace(row, head=Cell(told, notes=(f"in {joined(designs)}",))) if apart else row


def ways(found: Sequence[Promise]) -> tuple[Block, ...]:
    """Return a table of what each value alone would have to become so that attacking does not pay."""
    short = [one for one in found if one.ways and one.side]
    if not short:
        return ()
    rows = tuple(
        Row(Cell(one.guarantee.name), (_credibility(one), *(_way(one.ways, name) for name in WAYS)))
        for one in short
    )
    caption = (
        "What would make an attack not pay for the side that it is meant against: each value alone, in the "
        "unit of the prize where it is no chance, all others at their middle values"
    )
    return (Table(caption, ("Guarantee", "Chance that it is acted on", *WAYS.values()), rows, wide=True),)


def commitment(found: Sequence[Promise]) -> tuple[Block, ...]:
    """Say whether each guarantee lets the side that will be weaker live with peace."""
    needs = next((one.needs for one in found if one.needs and one.needs.commit), None)
    if needs is None or needs.commit is None:
        return ()
    lines = [f"Needed: a chance of being acted on of {credibility(needs.commit)}; {needs.commit.told}."]
    if needs.bargains:
        least, middle, most = needs.bargains
        lines.append(
            "Divisions that both sides prefer to a war now: the side that they are meant against gets "
            f"{chance(middle.lowest)} to {chance(middle.highest)} of what is in dispute (at the least "
            f"{chance(least.lowest)} to {chance(least.highest)}, at the most {chance(most.lowest)} to "
            f"{chance(most.highest)}), in each period. That there are such bargains does not say that "
            "anybody can bind himself to one."
        )
    lines += [
        f"“{one.guarantee.name}”: {_commits(one, one.commit_gap, one.side.action)}"
        for one in found
        if one.commit_gap and one.side and one.side.action
    ]
    heading = "Whether the side that will be weaker could live with peace (commitment problem, Fearon 1995)"
    return (Items(tuple(lines), heading),)


def _commits(one: Promise, gap: Gap, action: Interval) -> str:
    if action.high <= 0.0:
        return "never acted on, so it does that only where no guarantee is needed."
    told = [f"{chances(action)}, {verdict(gap, 'would do that')}"]
    if one.strength and not one.strength.needless:
        told.append(
            "as likely as it is to be acted on, the later chance of winning of the side that it is meant "
            f"against would have to be at most {chance(one.strength.p2_if_kept)} if it is"
            if one.strength.attainable
            else "as likely as it is to be acted on, no strength suffices"
        )
    return "; ".join(told) + "."


def _terms(material: Material, guarantee: Guarantee) -> tuple[Cell, ...]:
    names = material.names
    unstated = Cell("not stated", "quiet", "–")
    finder, ratification = guarantee.found_by, guarantee.ratification
    conditions = Cell(
        "" if guarantee.conditions else "none stated",
        "plain" if guarantee.conditions else "quiet",
        notes=tuple(
            f"{one.text}{f' ({names.parties(one.needs)} must act first)' if one.needs else ''}"
            for one in guarantee.conditions
        ),
        sources=tuple(dict.fromkeys(one.coding.source for one in guarantee.conditions if one.coding.source)),
    )
    lasts = guarantee.duration or (f"{guarantee.years:g} years" if guarantee.years else None)
    needed = ratification.required if ratification else None
    return (
        Cell(guarantee.trigger) if guarantee.trigger else unstated,
        _finder(material, finder)
        if finder
        else Cell("each guarantor for itself, as far as is stated", "quiet"),
        conditions,
        Cell(lasts) if lasts else unstated,
        Cell(
            f"{f'{needed} of ' if needed else ''}{names.parties(ratification.by)}",
            sources=(ratification.coding.source,) if ratification.coding.source else (),
        )
        if ratification
        else unstated,
    )


def _finder(material: Material, finder: Finder) -> Cell:
    told = {
        CaseRule.EACH_ALONE: "any one of",
        CaseRule.UNANIMOUS: "all of",
        CaseRule.WEIGHTED: f"a weight of {finder.required} among",
    }.get(finder.rule, f"{finder.required} of")
    sources = (finder.coding.source,) if finder.coding.source else ()
    if finder.rule is CaseRule.BODY and finder.body:
        return Cell(f"the {named_body(material.case, finder.body).name}, by its own rule", sources=sources)
    if len(finder.members) == 1:
        told = ""
    vetoes = f"; {material.names.parties(finder.vetoes, by='or')} can block" if finder.vetoes else ""
    return Cell(f"{told} {material.names.parties(finder.members)}{vetoes}".strip(), sources=sources)


def _stakes(material: Material, entry: AttackerStakes) -> list[tuple[str, Interval]]:
    who = material.names.party(entry.attacker)
    told = [(f"{who}: {words}", getattr(entry, name)) for name, words in STAKES.items()]
    if entry.shift:
        told += [(capital(words), getattr(entry.shift, name)) for name, words in SHIFT.items()]
    return told


def _add(rows: Rows, told: str, value: Interval, where: Cell) -> tuple[Row, list[str]]:
    """Add a number once: designs that give the same number with the same source share its row."""
    row = Row(Cell(told), (Cell(interval(value)), where))
    return rows.setdefault((told, f"{value.as_list()}{where}"), (row, []))


def _source(material: Material, coding: Coding) -> Cell:
    judged = f"judged by {coding.coder}" if coding.coder else coding.status.value
    return Cell(
        judged,
        notes=(f"Coder’s note: {coding.note}",) if coding.note and not coding.drafted else (),
        quotes=material.citer.quotes(coding.because),
        sources=(coding.source,) if coding.source else (),
        drafted=coding.drafted,
    )


def _credibility(one: Promise) -> Cell:
    now = chances(one.side.action) if one.side and one.side.action else "not judged"
    change = next((way for way in one.ways if way.name == "credibility"), None)
    if change is None or not change.possible:
        return Cell(f"no chance suffices; now {now}", "no", "✕")
    return Cell(f"{chance(change.needed)}; now {now}")


def _way(changes: Sequence[Change], name: str) -> Cell:
    change = next(one for one in changes if one.name == name)
    if not change.possible:
        return Cell("cannot do it alone", "quiet", "–")
    return Cell(f"{chance(change.needed)}; now {chance(change.now)}")
