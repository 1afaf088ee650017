"""Section: what would each guarantee need, and who could block it?"""

from __future__ import annotations

from collections.abc import Sequence

from goodoffices.brief.action_chart import action_chart, chances, draw_action
from goodoffices.brief.action_chart import in_words as told_points
from goodoffices.brief.beside import beside
from goodoffices.brief.guarantee_tables import commitment, inputs, terms, ways
from goodoffices.brief.guarantee_words import credibility, input_name, provided, sentence, verdict
from goodoffices.brief.guarantees_before import none_named
from goodoffices.brief.material import Material
from goodoffices.brief.page import (
    Block,
    Cell,
    Claims,
    Items,
    Note,
    Picture,
    Pictures,
    Row,
    Section,
    Table,
)
from goodoffices.case.instruments import Obligation
from goodoffices.findings.blocking import (
    OBLIGATIONS,
    Design,
    attackers,
    designs,
    usual_rules,
)
from goodoffices.findings.promises import Promise, along, doubts
from goodoffices.findings.silences import promising
from goodoffices.findings.words import interval, joined, quoted
from goodoffices.models.guarantees.sensitivity import Swing
from goodoffices.models.guarantees.side_by_side import Side, few_suffice

FEW = 4
"""Up to so many who ratify are named where more are counted."""

FEWER = (
    "it counts as acted on even if only the weakest who suffice act; what is needed was judged for a "
    "guarantee that is kept, so that much to spare may deceive"
)
UNCORRELATED = "no correlation is coded, so each is taken to decide for itself"
NOT_ALIKE = (
    "Not all of these designs have the same correlation, so their chances differ by more than their rules."
)
TRIPWIRE = (
    "troops in place count only as far as somebody judged what they change in battle or what losing them "
    "would cost (Reiter and Poast 2021)"
)
THEOREM = (
    "If the party that a guarantee is meant against can block, it is never acted on, however willing the "
    "others are: every set of guarantors that could decide includes that party, and nobody acts against "
    "itself. That holds whatever the numbers."
)
CHANCE = (
    "The chances follow from how willing an analyst judged each guarantor to be, with the interval that the "
    "analyst would defend. They compare designs; they do not forecast what anyone will do. Where each may "
    "act alone, one guarantor, however weak, is enough for a guarantee to count as acted on."
)


PICTURES = (
    "The line is the chance that the guarantee is acted on, from 0 to 1, while one input moves over its "
    "interval and all others stay at their middle values; the dot is the most credible value; the shaded "
    "band and the broken line are the credibility that is needed to deter, where it was judged; where "
    "anything from 0 to more than 1 may be needed, there is only the broken line, at the middle values."
)


def guarantee_needs(material: Material) -> Section:
    """Return the section on designs of guarantees, or on what each usual rule would mean."""
    question = "What would each guarantee need, and who could block it?"
    found = designs(material.case, material.promises)
    bare = promising(material.case, material.reading)
    if not found and not bare:
        return Section("guarantees", question, (none_named(material),))
    blocks: list[Block] = _designs(material, found) if found else []
    if bare:
        blocks.append(_usual(bool(found)))
        blocks.extend(_attackers(material))
    if any(each.chance and not each.blocked for each in found):
        blocks.append(Note(CHANCE))
    blocks.append(Note(THEOREM, "Why a veto of the one it is meant against settles it"))
    return Section("guarantees", question, _answer(material, found, bare), tuple(blocks))


def _designs(material: Material, found: tuple[Design, ...]) -> list[Block]:
    """Return what is known of the designs: compared, in words, what they say, pictures, numbers."""
    promised = {one.id: one for one in material.promises}
    stated = [each for each in found if each.rule or each.fault or each.blocked]
    in_words = tuple(sentence(material.names, each, promised[each.id]) for each in stated)
    ranked = [promised[each.id] for each in found]
    return [
        _table(material, found),
        *((Items(in_words, "In plain words"),) if in_words else ()),
        *terms(material),
        *_pictures(material, ranked),
        *_unlike(ranked),
        *ways(ranked),
        *commitment(ranked),
        *inputs(material),
        *beside(material.case, material.examples),
    ]


def _unlike(ranked: Sequence[Promise]) -> tuple[Block, ...]:
    """Say where designs differ in more than their rules, and where the stakes may mislead."""
    spans = {repr(one.guarantee.correlation) for one in ranked if one.side and one.side.action}
    alike = (NOT_ALIKE,) if len(spans) > 1 else ()
    found = dict.fromkeys(told for one in ranked if one.needs for told in doubts(one.needs))
    return tuple(Note(told) for told in (*alike, *found))


def _pictures(material: Material, ranked: Sequence[Promise]) -> tuple[Block, ...]:
    """Return a picture of the chance along the least certain input, for each design that has one."""
    drawn = tuple(
        _picture(material, one, one.side, one.swings[0]) for one in ranked if one.side and one.swings
    )
    left = [quoted(one.guarantee.name) for one in ranked if one.side and one.side.reading.never]
    without = f" There is none for {joined(left)}, whose chance is 0 whatever the inputs." if left else ""
    return (Pictures(drawn, PICTURES + without),) if drawn else ()


def _picture(material: Material, one: Promise, side: Side, swing: Swing) -> Picture:
    points = along(one, side, swing)
    name = input_name(material.names, swing.name)
    needed = one.needs.deter if one.needs else None
    chart = action_chart(points, name, middle=swing.given.mid, needed=needed)
    lines = told_points(points, name, middle=swing.given.mid, needed=needed)
    return Picture(one.guarantee.name, lines, draw_action(chart))


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
        "Has the side that it is meant against a say?",
    )
    if any(each.chance or each.fault for each in found):
        columns = (*columns, "Chance that they act (0 to 1)")
    if any(one.needs for one in material.promises):
        columns = (*columns, "Needed to deter (0 to 1), and the gap")
    promised = {one.id: one for one in material.promises}
    rows = tuple(_row(material, each, promised[each.id], len(columns) - 1) for each in found)
    return Table(
        "Designs compared, first those that could be blocked by whom they are meant against",
        columns,
        rows,
        wide=True,
    )


def _row(material: Material, design: Design, promise: Promise, width: int) -> Row:
    guarantee = material.case.guarantees[design.id]
    owed = f"to {OBLIGATIONS[guarantee.obligation]}" if guarantee.obligation else "what is owed is not stated"
    tripwire = (TRIPWIRE,) if guarantee.obligation is Obligation.TROOPS_IN_PLACE else ()
    quotes = material.citer.quotes(design.coding.because)
    sources = () if quotes or not design.coding.source else (design.coding.source,)
    head = Cell(
        design.name,
        notes=(owed, *tripwire),
        quotes=quotes,
        sources=sources,
        drafted=design.coding.drafted,
    )
    who = (f"guarantors: {joined(design.members)}", *design.first)
    rule = Cell(design.rule or "not stated", "plain" if design.rule else "quiet", notes=who)
    cells = (rule, _blockers(design), _inside(design), _chance(material, design, promise), _gap(promise))
    return Row(head, cells[:width])


def _gap(promise: Promise) -> Cell:
    if promise.needs is None:
        return Cell("not judged", "quiet", "–")
    needed = credibility(promise.needs.deter)
    if promise.side is None or promise.side.gap is None:
        return Cell(needed, notes=("the gap cannot be said, since the chance is not known",))
    if promise.side.reading.never:
        return Cell(needed, "no", "✕", ("never acted on, so it deters only where no guarantee is needed",))
    gap = promise.side.gap
    tone, sign = ("yes", "✓") if gap.most <= 0 else ("no", "✕") if gap.least > 0 else ("maybe", "◐")
    return Cell(needed, tone, sign, (verdict(gap), *((FEWER,) if few_suffice(promise.side) else ())))


def _blockers(design: Design) -> Cell:
    if design.fault and design.rule is None:
        return Cell("not worked out", "quiet", "–")
    notes = _before(design)
    if design.rule is None and not design.blocked:
        each = "the guarantor" if len(design.members) == 1 else "each of them"
        alone = joined(design.blockers) or "nobody"
        both = f" and {alone}" if design.blockers and len(design.members) > 1 else ""
        told = (f"each alone: {alone}", f"all must agree: {each}{both}")
        return Cell("depends on the rule", "maybe", "◐", (*told, *notes))
    if design.rule is None:
        notes = ("whatever rule the guarantors decide by", *notes)
    if design.blockers:
        return Cell(joined(design.blockers), notes=notes)
    return Cell("nobody once it is in force" if design.ratifiers else "nobody", "quiet", "–", notes)


def _before(design: Design) -> tuple[str, ...]:
    """Say who can keep a guarantee from being in force, and what must be so before anything is owed."""
    notes = []
    if design.ratifiers:
        several = len(design.ratifiers) > FEW
        who = f"any of the {len(design.ratifiers)} who must" if several else joined(design.ratifiers)
        notes.append(f"before it is in force, by not ratifying: {who}")
    if design.conditions:
        notes.append(f"not owed unless met: {joined(design.conditions)}")
    return tuple(notes)


def _inside(design: Design) -> Cell:
    if not design.attackers:
        return Cell("nobody named", "quiet", "–")
    if design.blocked:
        return Cell(f"yes: {joined(design.blocked)}, and it could block", "no", "✕")
    if design.inside:
        so = "so under a veto it would block" if design.rule is None else "but it could not block"
        return Cell(f"yes: {joined(design.inside)}, {so}", "maybe", "◐")
    return Cell(f"no: {joined(design.attackers)} has no say")


def _chance(material: Material, design: Design, promise: Promise) -> Cell:
    if design.fault:
        return Cell("not computed", "quiet", "–", (design.fault,))
    if design.blocked:
        return Cell("0", "no", "✕", (f"{joined(design.blocked)} could block",))
    if design.chance is None:
        why = "no rule is stated" if design.rule is None else "willingness is not judged for all"
        return Cell("not computed", "quiet", "–", (why,))
    notes = []
    if promise.side:
        given = provided(material.names, promise.side)
        notes += [given.removeprefix(", ")] if given else []
        judged = [one for one in promise.guarantee.willingness if one not in promise.guarantee.against]
        notes += [UNCORRELATED] if promise.guarantee.correlation is None and len(judged) > 1 else []
        strength, unit = promise.side.capability, promise.guarantee.capability_unit
        notes += (
            [f"strength of those who act, to be expected: {interval(strength)} {unit}"] if strength else []
        )
    return Cell(chances(design.chance), notes=tuple(notes))


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
