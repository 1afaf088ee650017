"""Answers behind the page: distances, frontier, rules, who blocks, proposals side by side, robustness."""

from __future__ import annotations

from collections.abc import Mapping

from goodoffices.findings.agreement_page import picks
from goodoffices.findings.agreement_words import Paragraph, Words
from goodoffices.findings.words import counted, plain_number
from goodoffices.models.bargaining.blocking import BlockingDemand, PivotalParty
from goodoffices.models.bargaining.comparison import Compared
from goodoffices.models.bargaining.distance import IssueDistance
from goodoffices.models.bargaining.packages import PackageList
from goodoffices.models.bargaining.robustness import Robustness
from goodoffices.models.bargaining.solutions import PointSolution

__all__ = [
    "apart",
    "divided",
    "frontier",
    "pivots",
    "ranked",
    "side_by_side",
    "sure",
]


def apart(words: Words, found: tuple[IssueDistance, ...]) -> tuple[Paragraph, ...]:
    """Tell on each issue how far parties that must sign are apart, what they share, and who is furthest."""
    labels = words.labels
    signing = {party.name for party in words.problem.concerned()}
    told = []
    for each in found:
        lines = []
        for pair in each.pairs:
            if {pair.first, pair.second} <= signing and (pair.distance, pair.shared) != (None, None):
                parts = (
                    [] if pair.distance is None else [f"{plain_number(pair.distance)} points between ideals"]
                )
                if pair.overlap is not None:
                    ends = [plain_number(end) for end in pair.overlap]
                    parts.append(f"both accept {' to '.join(dict.fromkeys(ends))}")
                elif pair.gap:
                    parts.append(f"what they accept is {plain_number(pair.gap)} points apart")
                elif pair.shared is not None:
                    names = [labels.option(each.issue, option) for option in pair.shared]
                    parts.append(
                        f"both accept {' or '.join(names)}" if names else "they accept nothing in common"
                    )
                lines.append(
                    f"- {labels.party(pair.first)} and {labels.party(pair.second)}: {'; '.join(parts)}"
                )
        if each.furthest_from_mean and len(each.furthest_from_mean) == 1:
            who = labels.party(each.furthest_from_mean[0])
            lines.append(f"- furthest from the mean of the others who must sign: {who}")
        told.append(
            Paragraph(f"{labels.issue(each.issue)}:", tuple(lines or ["- nothing is known to measure"]))
        )
    return tuple(told)


def frontier(words: Words, found: PackageList, *, within_zone: bool, limit: int) -> tuple[Paragraph, ...]:
    """Tell how many packages waste nothing, and the first of them."""
    among = "all could accept"
    if not within_zone:
        among = "break no red line and stay within what each accepts (walk-away values set aside)"
    if not found.count:
        return (Paragraph(f"There is no frontier among the packages that {among}, for there are none."),)
    head = f"Among the packages that {among}, nobody can gain without another's loss from {found.count:,}:"
    lines = [
        line
        for package in found.packages[:limit]
        for line in (f"- {'; '.join(words.terms(package.terms))}", f"  {words.worth(package)}")
    ]
    return (Paragraph(head, tuple(lines)),)


def divided(words: Words, found: Mapping[str, PointSolution], limit: int) -> tuple[Paragraph, ...]:
    """Tell what the four rules pick, with every party's gain and how many packages tie."""
    some = {method: one.outcome.packages for method, one in found.items() if one.outcome.count}
    none = [
        Paragraph(f"{method}: nothing is picked, for {one.witness.reason}.")
        for method, one in found.items()
        if not one.outcome.count
    ]
    counts = {method: one.outcome.count for method, one in found.items()}
    return (*picks(words, some, limit, counts), *none)


def ranked(words: Words, found: tuple[BlockingDemand, ...], limit: int) -> tuple[Paragraph, ...]:
    """Tell which demands block the most; of those that block alike none is singled out."""
    groups: dict[tuple[int, int], list[str]] = {}
    for one in found:
        groups.setdefault((one.opens_alone, one.collisions), []).append(words.short(one.demand))
    if len(groups) == 1 and len(found) > 1:
        ((opens, sets),) = groups
        head = (
            f"All {counted(len(found), 'demand')} that stand in the way block alike. {_blocks(opens, sets)}."
        )
        return (Paragraph(head),)
    lines: list[str] = []
    for (opens, sets), demands in groups.items():
        if len(lines) < limit:
            lines += [f"- {demand}: {_blocks(opens, sets, each='')}" for demand in demands]
    if len(lines) < len(found):
        rest = counted(len(found) - len(lines), "demand that blocks", "demands that block")
        lines.append(f"… and {rest} less")
    head = "Demands, those that block the most first; those that block alike stand in no order:"
    return (Paragraph(head, tuple(lines)),) if lines else ()


def _blocks(opens: int, sets: int, *, each: str = "Each ") -> str:
    alone = "given up alone, it opens nothing"
    if opens:
        alone = f"given up alone, it opens {counted(opens, 'package')}"
    return f"{each}stands in {counted(sets, 'set')} that cannot be met; {alone}"


def pivots(words: Words, found: tuple[PivotalParty, ...]) -> tuple[Paragraph, ...]:
    """Tell for each party whether the others could agree without it."""
    lines = []
    for one in found:
        name = words.labels.party(one.party)
        rest = [party.name for party in words.problem.signatories() if party.name != one.party]
        others = words.labels.everyone(rest) or "nobody else"
        verb = "could not agree either" if len(rest) > 1 else "could accept no package either"
        told = f"- without {name}, {others} {verb}"
        if one.pivotal:
            verb = "could agree on" if len(rest) > 1 else "could accept"
            told = f"- without {name}, {others} {verb} {counted(one.opens_without, 'package')}"
            least = one.demands_broken_at_least or 0
            told += f"; each breaks at least {counted(least, 'demand')} of {name}" if least else ""
        lines.append(told)
    return (Paragraph("Whose signature decides:", tuple(lines)),)


def side_by_side(words: Words, found: Mapping[str, Compared]) -> tuple[Paragraph, ...]:
    """Tell for each proposal which demands of those who must sign it breaks, and who gains."""
    signing = {party.name for party in words.problem.concerned()}
    told = []
    for name, one in found.items():
        lines = [f"- breaks {words.short(id_)}" for id_ in one.broken if words.found(id_).holder in signing]
        lines += [
            f"- may break, depending on what it leaves open, {words.short(id_)}"
            for id_ in one.undecided
            if words.found(id_).holder in signing
        ]
        gains = one.gains or one.utilities
        if gains:
            what = "gain over no agreement" if one.gains else "worth from 0 to 1"
            sign = "+" if one.gains else ""
            worths = [
                f"{words.labels.party(party)} {_range(ends, sign)}" for party, ends in sorted(gains.items())
            ]
            lines.append(f"- {what}: {', '.join(worths)}")
        if one.left_open:
            lines.append(f"- leaves open: {', '.join(words.labels.issue(issue) for issue in one.left_open)}")
        told.append(
            Paragraph(
                f"{words.labels.proposal(name)}:",
                tuple(lines or ["- breaks no demand of those who must sign"]),
            )
        )
    return tuple(told)


def sure(words: Words, found: Mapping[str, Robustness]) -> tuple[Paragraph, ...]:
    """Tell in what share of the intervals each package is acceptable."""
    told = []
    for id_, one in found.items():
        name = words.labels.proposal(id_)
        if one.broken:
            head = f"{name}: acceptable to all in no case, whatever the numbers, for it breaks:"
            told.append(Paragraph(head, tuple(f"- {words.short(id_)}" for id_ in one.broken)))
            continue
        lines = tuple(
            f"- {words.labels.party(party)}: gain from {each.lowest:+.2f} to {each.highest:+.2f}, "
            f"acceptable {_share(each.share)}"
            for party, each in one.parties.items()
        )
        verdict = f"acceptable to all {_share(one.share)}"
        if one.surely:
            verdict = "acceptable to all, whatever the numbers"
        elif one.never:
            verdict = "never acceptable to all, whatever the numbers"
        told.append(Paragraph(f"{name}: {verdict}.", lines))
    return tuple(told)


def _share(share: float) -> str:
    return "in all draws" if share == 1 else "in no draw" if share == 0 else f"in {share:.1%} of the draws"


def _range(ends: tuple[float, float], sign: str) -> str:
    low, high = (f"{end:{sign}.2f}" for end in ends)
    return low if low == high else f"{low} to {high}"
