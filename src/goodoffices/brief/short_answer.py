"""The short answer: three or four sentences for someone who reads nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from goodoffices.brief.material import Material
from goodoffices.brief.page import Claim
from goodoffices.findings.blocking import designs
from goodoffices.findings.distance import stated_distances, widest
from goodoffices.findings.finding import Basis, Finding
from goodoffices.findings.influence import levers
from goodoffices.findings.obstacles import Obstacle, obstacle_finding, obstacles
from goodoffices.findings.silences import Gap, promising, silences
from goodoffices.findings.words import capital, counted, joined, quoted
from goodoffices.models.bargaining.decisions import Decision

MOST_PROPOSALS = 4
"""How many proposals the short answer names."""
MOST_LEVERS = 3
"""How many means of leverage it names."""


def short_answer(material: Material) -> tuple[Claim, ...]:
    """Return what matters most, each sentence with its words."""
    rest = (*_bargained(material), *_apart(material), *_guarantee(material))
    claims = (*_deal(material), *map(material.citer.claim, rest), *_leverage(material))
    if claims:
        return claims
    gaps = silences(material.case, material.reading, material.reports)
    nothing = [each.finding for each in gaps if each.gap is Gap.NOTHING_FOUND]
    return tuple(material.citer.claim(finding) for finding in nothing[:1])


def _deal(material: Material) -> Iterator[Claim]:
    found = obstacles(material.case)
    if not found:
        return
    order = list(material.case.proposals)
    lacking = sorted(
        (each for each in found if not each.passes),
        key=lambda each: (-_answered(material, each), order.index(each.proposal)),
    )
    told = [each for each in lacking if each.refused or each.undecided or each.bystanders or each.needed]
    parts = [obstacle_finding(material.case, each).claim for each in told[:MOST_PROPOSALS]]
    if len(lacking) > len(parts):
        parts.append(f"{capital(counted(len(lacking) - len(parts), 'more proposal'))}: see the table.")
    claim = _headline(material, found, lacking)
    yield replace(material.citer.claim(_computed(claim, found)), parts=tuple(parts))


def _headline(material: Material, found: tuple[Obstacle, ...], lacking: list[Obstacle]) -> str:
    """Say whether a proposal passes, and no more than is known of whose acceptance it needs."""
    passing = [each for each in found if each.passes]
    if passing:
        names = joined([material.names.proposal(each.proposal) for each in passing])
        return f"All who must sign are for {names}{'; other proposals lack agreement' if lacking else ''}."
    if all(each.needed for each in found):
        return "No proposal on the table has the agreement it needs."
    if any(each.needed for each in found):
        return "No proposal is known to have the agreement it needs; for some it is not stated whose."
    return "Whose agreement the proposals need is not stated; these are the answers to them."


def _answered(material: Material, obstacle: Obstacle) -> int:
    """Count who put a proposal forward or answered it: what most parties speak of comes first."""
    proposal = material.case.proposals[obstacle.proposal]
    return len({*proposal.by, *proposal.responses})


def _bargained(material: Material) -> Iterator[Finding]:
    found = material.bargain
    if found is None:
        return
    names = material.names.parties(found.signing)
    size = found.account.size
    if found.account.decision is Decision.OPEN:
        share = f"whether any of {size:,} packages is acceptable to {names} was not decided in the time given"
    elif found.account.decision is Decision.THERE_IS_A_ZONE:
        count = "at least one" if found.account.zone is None else f"{found.account.zone:,}"
        share = f"{count} of {size:,} packages are acceptable to {names}"
    else:
        share = f"no package at all is acceptable to {names}"
        if found.concessions:
            least = counted(len(found.concessions[0].demands), "demand")
            proven = "at least " if found.account.optimal else "by what was found in the time given, "
            share += f"; to open one, {proven}{least} would have to be given up"
    yield Finding(f"On the demands coded here, {share}.", Basis.COMPUTED)


def _computed(claim: str, over: tuple[Obstacle, ...]) -> Finding:
    because = tuple(dict.fromkeys(id_ for each in over for id_ in each.because))
    return Finding(claim, Basis.COMPUTED, because=because, drafted=any(each.drafted for each in over))


def _apart(material: Material) -> Iterator[Finding]:
    """Return what is said of distance, and only where nothing is said what was measured."""
    stated, measured = stated_distances(material.case), widest(material.case)
    yield from (stated or ([measured] if measured else []))[:1]


def _guarantee(material: Material) -> Iterator[Finding]:
    blocked = [each for each in designs(material.case, material.promises) if each.blocked]
    if blocked:
        names = joined([quoted(each.name) for each in blocked])
        who = joined(list(dict.fromkeys(name for each in blocked for name in each.blocked)))
        because = tuple(id_ for each in blocked for id_ in each.coding.because)
        claim = f"{capital(who)} could block action against itself under {names}."
        yield Finding(claim, Basis.COMPUTED, because=because)
        return
    bare = promising(material.case, material.reading)
    if bare:
        names = joined([material.names.proposal(id_) for id_ in bare])
        yield Finding(
            f"By which rule the guarantors would decide is not stated for {names}{_own_veto(material, bare)}",
            Basis.COMPUTED,
            because=tuple(id_ for each in bare for id_ in material.case.proposals[each].coding.because),
        )


def _own_veto(material: Material, bare: Sequence[str]) -> str:
    """Say for whom a veto would end it: a party that is among the guarantors and that it is meant against."""
    case = material.case
    inside = [
        (id_, party)
        for id_ in bare
        if (promised := case.guarantees.get(case.proposals[id_].guarantee or "")) is not None
        for party in promised.against
        if party in promised.guarantors
    ]
    if not inside:
        return "."
    told = [
        f" {material.names.party(party)} is among the guarantors of "
        f"{material.names.letter(id_) or material.names.proposal(id_)} and is the one that it is meant "
        "against: under any rule that needs its consent it could block."
        for id_, party in inside
    ]
    return f".{''.join(told)}"


def _leverage(material: Material) -> Iterator[Claim]:
    """Return who is said to have leverage over whom, each with how it is known."""
    found = levers(material.case)
    if not found:
        return
    shown = [(finding, each) for finding, each in zip(found, material.case.leverage, strict=True)][
        :MOST_LEVERS
    ]
    parts = [
        f"{material.names.party(each.holder)} over {material.names.party(each.target)}"
        f"{f', through {each.means}' if each.means else ''} ({material.citer.sure(finding)})."
        for finding, each in shown
    ]
    because = tuple(id_ for finding, _ in shown for id_ in finding.because)
    head = Finding("Who could move whom, as reported, claimed or judged:", Basis.CLAIM, because=because)
    claim = material.citer.claim(replace(head, drafted=any(finding.drafted for finding, _ in shown)))
    yield replace(claim, sure="each as marked", parts=tuple(parts))
