"""One page of plain words: can all who must sign agree, which demands collide, what would open a way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from goodoffices.findings.agreement_gaps import gains_of_some, not_coded, unopposed
from goodoffices.findings.agreement_words import Paragraph, Words
from goodoffices.findings.opened import alone, best_opened, standing
from goodoffices.findings.words import capital, counted
from goodoffices.models.bargaining.account import MAX_LISTED, Account
from goodoffices.models.bargaining.decisions import Decision
from goodoffices.models.bargaining.packages import Package
from goodoffices.models.bargaining.parties import DemandKind
from goodoffices.models.bargaining.study import Concession

__all__ = ["RULES", "Paragraph", "collision_title", "opened_package", "page", "ways_out"]

RULES: Mapping[str, str] = {
    "Nash": "highest product of gains (Nash)",
    "Kalai–Smorodinsky": "most equal shares of what each could hope for (Kalai–Smorodinsky)",
    "egalitarian (leximin)": "the worst-off as well off as can be (egalitarian)",
    "utilitarian": "highest sum of gains (utilitarian)",
}
"""What each rule of division makes as high as possible."""


def page(words: Words, found: Account, *, limit: int = 5) -> tuple[Paragraph, ...]:
    """Tell the whole answer for one problem in plain words.

    Args:
        words: The problem with its names.
        found: What `account` found.
        limit: How many of each to tell; of collisions twice as many.
    """
    head = Paragraph(heading(words, found))
    if found.decision is Decision.OPEN:
        return (head,)
    if found.decision is Decision.THERE_IS_A_ZONE:
        told = (*picks(words, found.rules, limit), *_examples(words, found, limit))
        return (head, *not_coded(words), *gains_of_some(words), *told)
    return (
        head,
        *collided(words, found, 2 * limit),
        *_roles(words, found),
        *not_coded(words),
        *gains_of_some(words),
        *ways_out(words, found, limit),
    )


def heading(words: Words, found: Account) -> str:
    """Say whether those who must sign can agree."""
    labels, problem = words.labels, words.problem
    signing = [labels.party(party.name) for party in problem.signatories()]
    signing += [
        f"{counted(quorum.least, 'of', 'of')} {labels.everyone(quorum.parties, by='or')}"
        for quorum in problem.quorums
    ]
    who = labels.everyone(signing)
    if found.decision is Decision.OPEN:
        return f"In the time given it was not decided whether {who} could agree; give more --seconds."
    if found.decision is Decision.THERE_IS_NONE:
        return f"None of {found.size:,} packages (one choice for each issue) is acceptable to {who}."
    if found.zone is None:
        return f"At least one of {found.size:,} packages breaks no demand of {who}; not all were counted."
    verb = "breaks" if found.zone == 1 else "break"
    return f"{found.zone:,} of {found.size:,} packages {verb} no demand of {who}."


def picks(
    words: Words, rules: Mapping[str, Sequence[Package]], limit: int, counts: Mapping[str, int] | None = None
) -> tuple[Paragraph, ...]:
    """Tell what rules of division pick, rules that pick the same packages together, ties and all.

    Args:
        words: The problem with its names.
        rules: What each rule picks, by method.
        limit: How many packages of each to tell.
        counts: How many packages each rule finds equally good; as many as there are where not given.
    """
    groups: dict[tuple[tuple[str, ...], ...], list[str]] = {}
    for method, packages in rules.items():
        groups.setdefault(tuple(words.terms(one.terms) for one in packages), []).append(method)
    told = []
    for methods in groups.values():
        some = rules[methods[0]]
        count = (counts or {}).get(methods[0], len(some))
        head = f"{capital('; '.join(RULES.get(method, method) for method in methods))}:"
        if count > 1:
            head = f"{head[:-1]}, {counted(count, 'package')} equally good:"
        lines = [line for package in some[:limit] for line in _package_lines(words, package)]
        told.append(Paragraph(head, tuple(lines)))
    return tuple(told)


def collided(words: Words, found: Account, limit: int) -> tuple[Paragraph, ...]:
    """Tell which demands cannot all be met, the smallest sets first."""
    told = [
        Paragraph(
            collision_title(len(collision)),
            tuple(f"- {words.demand(id_)}" for id_ in collision) + _scales(words, collision),
        )
        for collision in found.collisions[:limit]
    ]
    more = len(found.collisions) - limit
    if more > 0:
        told.append(Paragraph(f"… and {counted(more, 'more such set', 'more such sets')} of demands."))
    hard = sum(all(words.found(id_).kind is DemandKind.RED_LINE for id_ in one) for one in found.collisions)
    if hard and len(found.collisions) > 1:
        share = f"{counted(hard, 'of', 'of')} these {counted(len(found.collisions), 'set')}"
        told.append(
            Paragraph(f"In {share} every demand is a red line: there, somebody would have to give one up.")
        )
    if not found.all_collisions:
        told.append(Paragraph("There may be other sets of demands that cannot all be met."))
    return tuple(told)


def collision_title(count: int) -> str:
    """Say that so many demands exclude one another."""
    match count:
        case 0:
            return "No package is possible at all."
        case 1:
            return "This demand cannot be met by any package:"
        case 2:
            return "These two demands cannot both be met:"
        case _:
            return f"These {counted(count, 'demand')} cannot all be met:"


def ways_out(words: Words, found: Account, limit: int) -> tuple[Paragraph, ...]:
    """Tell what would have to be given up, cheapest first, with what that opens and gives whom."""
    told = []
    priced = any(way.cost != len(way.demands) for way in found.concessions)
    for place, way in enumerate(found.concessions[:limit]):
        package, best = opened_package(words, way, listed=found.size <= MAX_LISTED)
        cost = f" (cost {way.cost:.4g})" if priced else ""
        head = f"{_title(found, place)} to give up {counted(len(way.demands), 'demand')}{cost}:"
        opens = "The best that this opens for whoever is worst off" if best else "That opens, for example"
        lines = [f"- {words.short(id_)}" for id_ in way.demands]
        crossed = [f"  {line}" for line in words.crossed(package, way.demands)]
        told.append(Paragraph(head, (*lines, f"{opens}:", *_package_lines(words, package), *crossed)))
    left = len(found.concessions) - limit
    if found.all_concessions and left > 0:
        told.append(Paragraph(f"… and {counted(left, 'other set')} of demands; none of them costs less."))
    if not found.all_concessions:
        start = "Others are not shown" if found.optimal else "The search was stopped here"
        known = "" if found.bound is None else f"; each of them costs at least {found.bound:.4g}"
        told.append(Paragraph(f"{start}{known}."))
    return tuple(told)


def opened_package(words: Words, way: Concession, *, listed: bool) -> tuple[Package, bool]:
    """Return the best package that a concession opens, and whether it is known to be the best.

    Args:
        words: The problem with its names.
        way: The concession.
        listed: Whether all packages were compared, so that its first package is the best.
    """
    if listed:
        return way.packages[0], any(party.measured for party in words.problem.concerned())
    best = best_opened(words.problem, way.demands)
    return (way.packages[0], False) if best is None else (best, True)


def _package_lines(words: Words, package: Package) -> tuple[str, ...]:
    worth = words.worth(package)
    return tuple(f"  {line}" for line in (*words.terms(package.terms), *([worth] if worth else [])))


def _examples(words: Words, found: Account, limit: int) -> tuple[Paragraph, ...]:
    if found.rules:
        return ()
    told = list(_some(words, found, limit))
    if words.problem.quorums or found.zone is None:
        return tuple(told)
    return (
        *told,
        Paragraph(
            "What rules of division would pick is not known: not all who must sign have a walk-away value."
        ),
    )


def _some(words: Words, found: Account, limit: int) -> Iterator[Paragraph]:
    """Tell some packages of the zone, no better than the rest; with a quorum, who accepts each."""
    for place, package in enumerate(found.packages[:limit]):
        head = "Another:"
        if not place:
            shown = min(limit, len(found.packages))
            of = "" if found.zone is None else f" of {found.zone:,}"
            head = f"For example, {counted(shown, 'package')}{of}, as they come and no better than the rest:"
        refusing = {words.found(id_).holder for id_ in package.broken}
        taking = [party.name for party in words.problem.concerned() if party.name not in refusing]
        who = [f"  Acceptable to {words.labels.everyone(taking)}."] if words.problem.quorums else []
        yield Paragraph(head, (*_package_lines(words, package), *who))


def _scales(words: Words, collision: Sequence[str]) -> tuple[str, ...]:
    issues = words.issues_of(collision)
    return tuple(
        f"  Scale of {words.labels.issue(issue)}: {words.scale(issue)}."
        for issue in issues
        if words.scale(issue)
    )


def _roles(words: Words, found: Account) -> tuple[Paragraph, ...]:
    """Say which demand blocks most, which never matter, and what each party alone could give up."""
    if not found.all_collisions or not found.collisions:
        return ()
    stands, many = standing(words.problem, found.collisions), len(found.collisions)
    told = []
    if stands.counts and (most := max(stands.counts.values())) > 1:
        first = [name for name, count in stands.counts.items() if count == most]
        head = f"What blocks the most, in {counted(most, 'of', 'of')} the {counted(many, 'set')} above:"
        told.append(Paragraph(head, tuple(f"- {words.short(name)}" for name in first)))
    alone_there = unopposed(words, stands.idle)
    for head, names in (
        (
            "Nobody else who must sign is coded on the issues of these demands; no collision can be found:",
            alone_there,
        ),
        (
            "Demands that never matter here: giving them up would open nothing:",
            tuple(name for name in stands.idle if name not in alone_there),
        ),
    ):
        if names:
            told.append(Paragraph(head, tuple(f"- {words.short(name)}" for name in names)))
    if not words.problem.quorums:
        lines = tuple(
            _lone(words, name, sets) for name, sets in alone(words.problem, found.collisions).items()
        )
        told.append(Paragraph("What each party alone could give up to open a way:", lines))
    return tuple(told)


def _lone(words: Words, party: str, sets: Sequence[Sequence[str]]) -> str:
    name = words.labels.party(party)
    if not sets:
        return f"- {name}: nothing; others would have to move as well"
    least = sets[0]
    lines = sum(words.found(one).kind is DemandKind.RED_LINE for one in least)
    hard = ""
    if lines == len(least):
        hard = ", a red line" if lines == 1 else ", all of them red lines"
    elif lines:
        hard = f", {counted(lines, 'of', 'of')} them {'a red line' if lines == 1 else 'red lines'}"
    several = f" (or another of {len(sets)} such sets)" if len(sets) > 1 else ""
    return f"- {name}: {counted(len(least), 'demand')}{hard}{several}"


def _title(found: Account, place: int) -> str:
    if place > 0:
        return "Another is"
    if not found.optimal:
        return "A change that would open a zone, perhaps not the smallest, is"
    first = found.concessions[0]
    alike = [
        one for one in found.concessions if (one.cost, len(one.demands)) == (first.cost, len(first.demands))
    ]
    if not found.all_concessions:
        return "A change that would open a zone, and no other costs less, is"
    if len(alike) > 1:
        return f"One of the {len(alike):,} smallest changes that would open a zone is"
    return "The smallest change that would open a zone is"
