"""Part of a section: is there any package that all could accept, and which demands stand in the way?"""

from __future__ import annotations

from goodoffices.brief.agreement_charts import draw, frontier_chart, frontier_in_words
from goodoffices.brief.material import Material
from goodoffices.brief.page import Block, Cell, Claims, Items, Note, Picture, Pictures, Row, Table
from goodoffices.errors import ModelError
from goodoffices.findings.acceptance import SIGNS, Judged, Verdict
from goodoffices.findings.agreement_gaps import accepts_aside
from goodoffices.findings.agreement_page import collision_title, heading
from goodoffices.findings.finding import Basis, Finding
from goodoffices.findings.frontier import frontier_points
from goodoffices.findings.packages import Bargain, Concession, Pick
from goodoffices.findings.words import capital, counted, joined
from goodoffices.models.bargaining.decisions import Decision

MOST_ROWS = 6
"""How many concessions and collisions are shown; the rest are counted."""

TONES = {
    Verdict.ACCEPTABLE: "yes",
    Verdict.RED_LINE: "no",
    Verdict.OUTSIDE: "no",
    Verdict.BELOW: "no",
    Verdict.OPEN: "maybe",
}
FRONTIER_KEY = (
    "Small cross: a package that breaks a red line or leaves what somebody accepts. Ring: one that does not. "
    "Filled dot: one that all who must sign could accept. Line with diamonds: the frontier among the latter "
    "two, where neither of the two parties can gain unless the other loses. Broken lines: what no agreement "
    "is worth. Shaded: where both of them gain."
)


def open_packages(material: Material) -> tuple[Block, ...]:
    """Return what the coded demands leave open, or nothing where the case has none."""
    found = material.bargain
    if found is None:
        return ()
    top = "Beyond the proposals: is there any package that all could accept?"
    blocks: list[Block] = [Claims((material.citer.claim(_zone(found)),), top)]
    if found.account.decision is Decision.OPEN:
        return tuple(blocks)
    blocks += [Note(one.head) for one in accepts_aside(found.words)]
    if found.picks:
        blocks.append(_picks(found))
    elif found.examples:
        blocks.append(Items(tuple("; ".join(each) for each in found.examples), "Some of these packages"))
    if found.collisions:
        blocks.append(Items(plain_words(found), "In plain words"))
        blocks.append(_collisions(found))
    if found.concessions:
        blocks.append(_concessions(found))
    if found.matrix:
        blocks.append(_matrix(material, found))
    return (*blocks, *_frontier(found))


def plain_words(found: Bargain) -> tuple[str, ...]:
    """Say in two sentences which demands collide first, and what the smallest change is."""
    first = found.collisions[0]
    title = collision_title(len(first)).rstrip(":")
    lines = [f"{title}: {'; '.join(first)}."]
    if found.concessions:
        least = found.concessions[0]
        lines.append(f"{_smallest(found)} that would open a zone is to give up: {'; '.join(least.demands)}.")
        if least.gives:
            lines.append(f"What the best package would then give. {least.gives}")
    return tuple(lines)


def _smallest(found: Bargain) -> str:
    """Return what the first way out is called: the smallest change only if it is proven and the only one."""
    if not found.account.optimal:
        return "A change, perhaps not the smallest,"
    alike = sum(len(one.demands) == len(found.concessions[0].demands) for one in found.concessions)
    if alike == 1:
        return "The smallest change"
    several = f"{alike:,}" if found.account.all_concessions else f"at least {alike:,}"
    return f"One of {several} smallest changes"


def _zone(found: Bargain) -> Finding:
    open_ = found.account.decision is Decision.THERE_IS_A_ZONE
    assumes = ["the coded demands are all that these parties insist on, and each is held to"]
    if found.measured:
        lowest = f"{found.open_if_yielding or 'none'}" if found.open_if_yielding is not None else "some"
        assumes.append(
            "where walk-away values count, the middle of each interval does "
            f"(at their lowest, {lowest} would be acceptable)"
        )
    undecided = found.account.decision is Decision.OPEN
    claim = heading(found.words, found.account).replace("; give more --seconds", "")
    return Finding(
        f"{claim[:-1]}, on the demands coded here.",
        Basis.COMPUTED,
        assumes=tuple(assumes),
        overturned_by="A longer search, with goodoffices agree --seconds"
        if undecided
        else "A demand that nobody coded"
        if open_
        else "The demands of one row under “What would open a way” given up together",
    )


def _picks(found: Bargain) -> Table:
    rows = tuple(
        Row(
            Cell(capital("; ".join(pick.rules)), notes=_ties(pick)),
            (
                _list(pick.terms),
                _list(tuple(f"{party}: {gain:.2f}" for party, gain in pick.gains)),
            ),
        )
        for pick in found.picks
    )
    return Table(
        "What rules of division would pick among them, with the middle of each number",
        ("Rule", "Package", "Gain over no agreement (0 to 1)"),
        rows,
    )


def _ties(pick: Pick) -> tuple[str, ...]:
    return (f"{counted(pick.ties, 'more package')} just as good",) if pick.ties else ()


def _collisions(found: Bargain) -> Table:
    rows = tuple(
        Row(Cell(f"{number}"), (_list(demands),))
        for number, demands in enumerate(found.collisions[:MOST_ROWS], start=1)
    )
    more = "" if found.account.all_collisions else "; there may be others"
    return Table(
        f"Demands that cannot all be met, though any fewer of them can{_more(len(found.collisions))}{more}",
        ("Collision", "These demands exclude one another"),
        rows,
    )


def _concessions(found: Bargain) -> Table:
    rows = tuple(
        Row(
            Cell(counted(len(each.demands), "demand"), notes=each.demands),
            (
                Cell(_opens(each), notes=each.example),
                Cell(each.gives or "nobody has numbers", "plain" if each.gives else "quiet"),
            ),
        )
        for each in found.concessions[:MOST_ROWS]
    )
    more = _more(len(found.concessions))
    if not found.account.all_concessions:
        bound = found.account.bound
        least = "" if bound is None else f", and every other needs at least {bound:g}"
        more = f" (not all were looked for{least})"
    return Table(
        f"What would open a way, fewest demands first, each counted alike{more}",
        ("Demands given up together", "What that opens", "What it gives whom"),
        rows,
    )


def _opens(each: Concession) -> str:
    count = "Packages" if each.opens is None else capital(counted(each.opens, "package"))
    return f"{count}, the best for whoever is worst off:" if each.gives else f"{count}, such as"


def _matrix(material: Material, found: Bargain) -> Table:
    """Return the matrix of proposals and parties."""
    rows = tuple(
        Row(
            Cell(material.names.proposal(id_)),
            tuple(_judged(found, judged[party]) for party in found.signing),
        )
        for id_, judged in found.matrix.items()
    )
    return Table(
        "How each proposal stands with those who must sign, on the demands coded here",
        ("Proposal", *(material.names.party(party) for party in found.signing)),
        rows,
        wide=True,
    )


def _judged(found: Bargain, each: Judged) -> Cell:
    may = "may break: " if each.verdict is Verdict.OPEN else ""
    notes = [f"{may}{found.words.claim(id_)}" for id_ in each.demands]
    if each.gain is not None:
        low, high = (f"{end:+.2f}" for end in each.gain)
        notes.append(f"gain over no agreement: {low if low == high else f'{low} to {high}'}")
    return Cell(each.verdict.value, TONES[each.verdict], SIGNS[each.verdict], tuple(notes))


def _frontier(found: Bargain) -> tuple[Block, ...]:
    """Return the picture for the first two parties that must sign and have walk-away values."""
    if len(found.measured) < 2:
        return ()
    first, second = found.measured[:2]
    try:
        points = frontier_points(found.words.problem, first, second)
    except ModelError:
        # Too many combinations are undominated to merge them; the rest of the page stands without.
        return ()
    labels = found.words.labels
    title = f"What packages would be worth to {joined([labels.party(first), labels.party(second)])}"
    told = frontier_in_words(points, labels)
    picture = Picture(title, told, draw(frontier_chart(points, labels, titled=False)))
    return (Pictures((picture,), FRONTIER_KEY),)


def _list(lines: tuple[str, ...]) -> Cell:
    return Cell("", notes=lines)


def _more(count: int) -> str:
    return f" (the first {MOST_ROWS} of {count:,})" if count > MOST_ROWS else ""
