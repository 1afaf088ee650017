"""Answers behind the page: distances, counts, who blocks, proposals side by side, offers, payments."""

from __future__ import annotations

from collections.abc import Mapping

from goodoffices.findings.agreement_page import picks
from goodoffices.findings.agreement_words import Paragraph, Words
from goodoffices.findings.words import counted, plain_number
from goodoffices.models.bargaining.blocking import BlockingDemand, PivotalParty
from goodoffices.models.bargaining.comparison import Compared
from goodoffices.models.bargaining.distance import IssueDistance
from goodoffices.models.bargaining.offers import Offer, Step
from goodoffices.models.bargaining.packages import Package, PackageList
from goodoffices.models.bargaining.robustness import Robustness
from goodoffices.models.bargaining.solutions import PointSolution
from goodoffices.models.bargaining.transfers import Deal, LeverSet

__all__ = [
    "apart",
    "changes",
    "deals",
    "divided",
    "frontier",
    "levers",
    "path",
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
            lines.append(f"- furthest from the mean of all the others: {who}")
        told.append(
            Paragraph(f"{labels.issue(each.issue)}:", tuple(lines or ["- nothing is known to measure"]))
        )
    return tuple(told)


def frontier(words: Words, found: PackageList, *, within_zone: bool, limit: int) -> tuple[Paragraph, ...]:
    """Tell how many packages waste nothing, and the first of them."""
    among = "all could accept" if within_zone else "break no red line (walk-away values set aside)"
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
    """Tell which demands block the most."""
    lines = tuple(
        f"- {words.short(one.demand)}: if it alone is given up, "
        f"{counted(one.opens_alone, 'package opens', 'packages open')}; it stands in "
        f"{counted(one.collisions, 'set')} that cannot be met"
        for one in found[:limit]
    )
    return (Paragraph("Demands, those that block the most first:", lines),) if lines else ()


def pivots(words: Words, found: tuple[PivotalParty, ...]) -> tuple[Paragraph, ...]:
    """Tell for each party whether the others could agree without it."""
    lines = []
    for one in found:
        name = words.labels.party(one.party)
        told = f"- without {name} the others could not agree either"
        if one.pivotal:
            told = f"- without {name} the others could agree on {counted(one.opens_without, 'package')}"
            least = one.demands_broken_at_least or 0
            told += f"; each breaks at least {counted(least, 'of', 'of')} its demands" if least else ""
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
            head = f"{name}: never, whatever the numbers, for it breaks"
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


def changes(words: Words, party: str, found: tuple[Offer, ...], before: Package) -> tuple[Paragraph, ...]:
    """Tell the smallest changes of a package that a party would accept."""
    name = words.labels.party(party)
    if not found:
        return (Paragraph(f"{name} would accept nothing that breaks no red line of those who must sign."),)
    if not found[0].changed:
        return (Paragraph(f"{name} would accept the package as it is, and it breaks no red line."),)
    head = (
        f"The smallest change that {name} would accept without a broken red line settles "
        f"{counted(len(found[0].changed), 'issue')} anew:"
    )
    lines = []
    for offer in found:
        news = [
            f"{words.labels.issue(issue)}: {words.labels.option(issue, offer.package.terms[issue])} "
            f"instead of {words.labels.option(issue, before.terms[issue])}"
            for issue in offer.changed
        ]
        lines.append(f"- {'; '.join(news)}")
        moves = [f"{words.labels.party(who)} {-loss:+.2f}" for who, loss in offer.losses.items() if loss]
        lines += [f"  Change of worth: {', '.join(moves)}."] if moves else []
    return (Paragraph(head, tuple(lines)),)


def path(words: Words, found: tuple[Step, ...], fall: float) -> tuple[Paragraph, ...]:
    """Tell the small steps from one package to another."""
    if not found:
        return (Paragraph("No order of single steps leads there without breaking a further red line."),)
    lines = []
    for number, step in enumerate(found, start=1):
        option = words.labels.option(step.issue, step.option)
        lines.append(f"{number}. {words.labels.issue(step.issue)}: {option}")
        moves = [f"{words.labels.party(who)} {-loss:+.2f}" for who, loss in step.gives.items()]
        moves += [f"{words.labels.party(who)} {gain:+.2f}" for who, gain in step.gains.items()]
        lines += [f"   {', '.join(moves)}"] if moves else []
    deep = "Nobody who must sign falls below both ends on the way."
    if fall > 0:
        deep = f"The deepest fall below both ends on the way is {fall:.2f}."
    return (Paragraph(f"A path of {counted(len(found), 'step')}. {deep}", tuple(lines)),)


def deals(words: Words, found: tuple[Deal, ...], count: int) -> tuple[Paragraph, ...]:
    """Tell which payments would make packages acceptable."""
    if not found:
        return (Paragraph("No payment could make a package acceptable that breaks no red line."),)
    lines = []
    for deal in found:
        who = words.labels.party
        gets = [f"{who(name)} receives {amount:.2f}" for name, amount in deal.receives.items()]
        pays = [f"{who(name)} could pay up to {amount:.2f}" for name, amount in deal.can_pay.items()]
        lines.append(f"- {'; '.join(words.terms(deal.package.terms))}")
        lines.append(f"  {'; '.join([*gets, *pays]) if gets else 'needs no payment'}")
        lines += [f"  others would bring {deal.outside:.2f}"] if deal.outside else []
    head = (
        f"Payments, in units of utility, could make {counted(count, 'package')} acceptable; smallest first:"
    )
    return (Paragraph(head, tuple(lines)),)


def levers(words: Words, found: tuple[LeverSet, ...], count: int) -> tuple[Paragraph, ...]:
    """Tell which smallest sets of levers would open a zone."""
    if not found:
        told = f"No set of these levers opens a zone; {counted(count, 'package')} would break no red line."
        return (Paragraph(told),)
    lines = []
    for one in found:
        names = ", ".join(one.levers) or "none is needed"
        lines.append(f"- {names} (cost {one.cost:g}): opens {counted(one.count, 'package')}, such as")
        lines.append(f"  {'; '.join(words.terms(one.package.terms))}")
    return (Paragraph("Smallest sets of levers that would open a zone, cheapest first:", tuple(lines)),)


def _share(share: float) -> str:
    return "in all draws" if share == 1 else "in no draw" if share == 0 else f"in {share:.1%} of the draws"


def _range(ends: tuple[float, float], sign: str) -> str:
    low, high = (f"{end:{sign}.2f}" for end in ends)
    return low if low == high else f"{low} to {high}"
