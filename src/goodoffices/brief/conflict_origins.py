"""Options and preferences of a conflict, and where each comes from, as a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from goodoffices.brief.material import Material
from goodoffices.brief.page import Block, Cell, Items, Row, Table
from goodoffices.findings.words import capital, joined
from goodoffices.models.graph.origins import RULES, Derivation, OptionOrigin, Origin, StatementOrigin

TITLE = "Options and preferences in this conflict, and where each comes from"
COLUMNS = ("Who", "May or prefers", "By which rule", "Because")
ALWAYS = ("equal weight", "standing answers")
"""Rules that shape every conflict without giving an option or a preference of their own."""


REPEATED = ("worst case", "protection")
"""Rules that rest on the same sources as the breach, which shows them."""


def origins(material: Material, found: Derivation) -> tuple[Block, ...]:
    """Return the table of options and preferences, the rules that gave them, and what was left out."""
    rows = [*_option_rows(material, found), *_statement_rows(material, found), *_other_rows(material, found)]
    blocks: list[Block] = [Table(TITLE, COLUMNS, tuple(rows), wide=True), _rules(found)]
    if found.left_out:
        lines = tuple(f"{capital(what)}: {origin.why}" for what, origin in found.left_out)
        blocks.append(Items(lines, "What plays no part"))
    return tuple(blocks)


def _option_rows(material: Material, found: Derivation) -> Iterator[Row]:
    """Return a row for each option, acceptances of one party together."""
    plain: dict[str, list[OptionOrigin]] = {}
    for each in found.options:
        if each.origin.rule == "acceptance":
            plain.setdefault(each.option.owner, []).append(each)
    for who, accepting in plain.items():
        what = joined([_bare(found, each) for each in accepting], by="or")
        origin = Origin("acceptance", "This acceptance is needed.")
        yield _row(material, found.words.name(who), f"may accept {what}, or not", origin)
    for each in found.options:
        if each.origin.rule != "acceptance":
            who = found.words.name(each.option.owner)
            yield _row(material, who, f"may {found.words.option(each.option).take}{_way(each)}", each.origin)


def _bare(found: Derivation, each: OptionOrigin) -> str:
    return found.words.option(each.option).take.removeprefix("accept ")


def _way(each: OptionOrigin) -> str:
    return {"on": ", for good", "off": ", and once given up never again"}.get(
        each.option.direction, ", or not"
    )


def _statement_rows(material: Material, found: Derivation) -> Iterator[Row]:
    """Return a row for each preference; what two rules make of one coding shares a row."""
    for party in found.conflict.decision_makers:
        own = [each for each in found.statements if each.party == party]
        if not own:
            silent = Origin("equal weight", "No preference is known.")
            yield _row(material, found.words.name(party), "taken to be indifferent", silent)
        overridden = [each for each in own if each.origin.overridden]
        for place, each in enumerate(overridden):
            said = _prefers(each, place, len(own))
            yield _row(material, found.words.name(party), said, each.origin)
        derived = [each for each in own if not each.origin.overridden]
        for _, group in groupby(derived, key=lambda each: (each.origin.why, each.origin.because)):
            same = list(group)
            rules = joined([each.origin.rule for each in same])
            said = f"would prefer {joined([each.said for each in same])}"
            yield _row(material, found.words.name(party), said, replace(same[0].origin, rule=rules))


def _prefers(each: StatementOrigin, place: int, count: int) -> str:
    """Say what is preferred, and first where the order counts."""
    if count == 1 or each.said.startswith(("best:", "next best:")):
        return f"would prefer {each.said}"
    return f"would prefer {'above all' if place == 0 else 'then'} {each.said}"


def _other_rows(material: Material, found: Derivation) -> Iterator[Row]:
    for each in found.impossible:
        yield _row(material, "Nobody", f"can have that {each.said}", each.origin)
    for each in found.same:
        yield _row(material, "All states", f"count as one in which {each.said}", each.origin)
    if found.now.overridden:
        yield _row(material, "Status quo", "is coded", found.now)


def _row(material: Material, who: str, what: str, origin: Origin) -> Row:
    rule = (
        Cell(
            f"the analyst’s: {origin.coder}" if origin.coder else "the analyst’s",
            "theirs",
        )
        if origin.overridden
        else Cell(origin.rule)
    )
    quotes = material.citer.quotes(origin.because)
    sources = () if quotes or origin.rule in REPEATED else origin.sources
    why = Cell(origin.why, quotes=quotes, sources=sources, drafted=origin.drafted)
    return Row(Cell(who), (Cell(what), rule, why))


def _rules(found: Derivation) -> Items:
    used = {each.origin.rule for each in found.options} | {each.origin.rule for each in found.statements}
    used.update(each.origin.rule for each in found.impossible)
    used.update(ALWAYS)
    lines = tuple(f"{capital(name)}: {said}" for name, said in RULES.items() if name in used)
    return Items(lines, "The rules that give them")
