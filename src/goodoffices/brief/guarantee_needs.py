"""Section: what would each guarantee need, and who could block it?"""

from __future__ import annotations

from goodoffices.brief.material import Material
from goodoffices.brief.page import Block, Cell, Claims, Note, Row, Section, Table
from goodoffices.findings.blocking import (
    OBLIGATIONS,
    Design,
    attackers,
    designs,
    usual_rules,
)
from goodoffices.findings.silences import promising
from goodoffices.findings.words import capital, interval, joined, quoted

THEOREM = (
    "If the party that a guarantee is meant against can block, it is never acted on, however willing the "
    "others are: every set of guarantors that could decide includes that party, and nobody acts against "
    "itself. That holds whatever the numbers."
)
CHANCE = (
    "The chances follow from how willing an analyst judged each guarantor to be, with the interval that the "
    "analyst would defend. They compare designs; they do not forecast what anyone will do."
)


def guarantee_needs(material: Material) -> Section:
    """Return the section on designs of guarantees, or on what each usual rule would mean."""
    question = "What would each guarantee need, and who could block it?"
    found = designs(material.case)
    bare = promising(material.case, material.reading)
    if not found and not bare:
        return Section("guarantees", question, (f"{capital(material.here)} names no security guarantee.",))
    blocks: list[Block] = [_table(material, found)] if found else []
    if bare:
        blocks.append(_usual(bool(found)))
        blocks.extend(_attackers(material))
    if any(each.chance and not each.blocked for each in found):
        blocks.append(Note(CHANCE))
    blocks.append(Note(THEOREM, "Why a veto of the one it is meant against settles it"))
    return Section("guarantees", question, _answer(material, found, bare), tuple(blocks))


def _answer(material: Material, found: tuple[Design, ...], bare: tuple[str, ...]) -> tuple[str, ...]:
    blocked = [each for each in found if each.blocked]
    said = []
    if blocked:
        names = joined([quoted(each.name) for each in blocked])
        who = joined(list(dict.fromkeys(name for each in blocked for name in each.blocked)))
        said.append(f"Under {names}, {who}, against whom it is meant, could block action against itself.")
    elif any(each.rule for each in found):
        said.append("Under the rules stated here, nobody against whom they are meant could block.")
    if bare:
        names = joined([material.names.proposal(id_) for id_ in bare])
        said.append(
            f"No rule of decision by the guarantors is stated for {names}; it settles who could block."
        )
    return tuple(said)


def _table(material: Material, found: tuple[Design, ...]) -> Table:
    columns: tuple[str, ...] = (
        "Guarantee",
        "Who must agree",
        "Who could block alone",
        "Is whom it is meant against among them?",
    )
    if any(each.chance for each in found):
        columns = (*columns, "Chance that they act (0 to 1)")
    rows = tuple(_row(material, each, len(columns) - 1) for each in found)
    return Table(
        "Designs compared, first those that could be blocked by whom they are meant against",
        columns,
        rows,
        wide=True,
    )


def _row(material: Material, design: Design, width: int) -> Row:
    guarantee = material.case.guarantees[design.id]
    owed = f"to {OBLIGATIONS[guarantee.obligation]}" if guarantee.obligation else "what is owed is not stated"
    quotes = material.citer.quotes(design.coding.because)
    sources = () if quotes or not design.coding.source else (design.coding.source,)
    head = Cell(design.name, notes=(owed,), quotes=quotes, sources=sources, drafted=design.coding.drafted)
    named = (f"guarantors: {joined(design.members)}",)
    rule = Cell(design.rule or "not stated", "plain" if design.rule else "quiet", notes=named)
    return Row(head, (rule, _blockers(design), _inside(design), _chance(design))[:width])


def _blockers(design: Design) -> Cell:
    if design.rule is None:
        each = "the guarantor" if len(design.members) == 1 else "each of them"
        return Cell("depends on the rule", "maybe", "◐", ("each alone: nobody", f"all must agree: {each}"))
    return Cell(joined(design.blockers)) if design.blockers else Cell("nobody", "quiet", "–")


def _inside(design: Design) -> Cell:
    if not design.attackers:
        return Cell("nobody named", "quiet", "–")
    if design.blocked:
        return Cell(f"yes: {joined(design.blocked)}, and it could block", "no", "✕")
    if design.inside:
        so = "so under a veto it would block" if design.rule is None else "but it could not block"
        return Cell(f"yes: {joined(design.inside)}, {so}", "maybe", "◐")
    return Cell(f"no: {joined(design.attackers)} has no say")


def _chance(design: Design) -> Cell:
    if design.blocked:
        return Cell("0", "no", "✕", (f"{joined(design.blocked)} could block",))
    if design.chance is None:
        why = "no rule is stated" if design.rule is None else "willingness is not judged for all"
        return Cell("not computed", "quiet", "–", (why,))
    return Cell(interval(design.chance))


def _usual(beside: bool) -> Table:
    caption = "What each usual rule would mean"
    rows = tuple(
        Row(Cell(each.name), (Cell(each.needs), Cell(each.blockers), Cell(each.with_attacker)))
        for each in usual_rules()
    )
    return Table(
        f"{caption}, for proposals without a stated rule" if beside else f"{caption}, since none is stated",
        ("Rule", "Who must agree", "Who could block", "If the one it is meant against is among them"),
        rows,
        wide=True,
    )


def _attackers(material: Material) -> tuple[Block, ...]:
    claims = tuple(material.citer.claim(finding) for finding in attackers(material.reading))
    return (Claims(claims, "Whom the guarantees might be meant against"),) if claims else ()
