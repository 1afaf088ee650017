"""The answers of `goodoffices agree` behind its page: each solved, told in words, and kept for programs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from goodoffices.cli.agree_input import Matter, matter
from goodoffices.errors import CaseError, ModelError

if TYPE_CHECKING:
    from goodoffices.findings.agreement_words import Paragraph
    from goodoffices.models.bargaining.account import Account
    from goodoffices.models.bargaining.problem import Problem

SEED = 20_251_224
"""Start of the draws in which numbers within their intervals are tried."""
NOTHING_TO_TRY = (
    "robustness: there is no package to try: no rule of division picks one, no smallest change is needed, "
    "and no proposal settles every issue."
)


@dataclass(frozen=True, slots=True)
class View:
    """An answer: for programs, and for people.

    Attributes:
        name: Short name.
        record: What was found, for JSON.
        told: The same in words.
    """

    name: str
    record: Any
    told: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked beside the page.

    Attributes:
        matter: The problem.
        account: The whole answer for it.
        limit: How many of each to tell.
        budget: What others would add to payments.
    """

    matter: Matter
    account: Account
    limit: int
    budget: float


def distance(asked: Asked) -> View:
    """Tell how far apart the parties are on each issue."""
    from goodoffices.findings.agreement_views import apart
    from goodoffices.models.bargaining.distance import distances

    found = distances(asked.matter.plain).outcome
    return View("distance", found, apart(asked.matter.words, distances(_signing(asked.matter.plain)).outcome))


def _signing(problem: Problem) -> Problem:
    """Leave out who need not sign: who is furthest must not hang on which outsiders are coded."""
    from dataclasses import replace

    return replace(problem, parties=problem.concerned())


def counts(asked: Asked) -> View:
    """Tell how many packages those who must sign leave, together and each."""
    from goodoffices.findings.agreement_words import Paragraph
    from goodoffices.models.bargaining.counting import count_packages

    found = count_packages(asked.matter.problem).outcome
    who = asked.matter.words.labels.party
    lines = [f"- {who(name)} alone: {count:,}" for name, count in found.by_party.items()]
    out = asked.account.size - found.possible
    head = (
        f"Of {found.possible:,} packages{f' ({out:,} more are impossible for everyone)' if out else ''}, "
        f"{found.acceptable or 'none':{',' if found.acceptable else ''}} "
        f"{'keeps' if found.acceptable == 1 else 'keep'} the red lines of all who must sign and stay within "
        "what each accepts (walk-away values set aside); counting the demands of:"
    )
    return View("counts", found, (Paragraph(head, tuple(lines)),))


def frontier(asked: Asked) -> View:
    """Tell the frontier, among the zone where there is one, else among what breaks no red line."""
    from goodoffices.findings import agreement_views as told
    from goodoffices.models.bargaining.decisions import Decision
    from goodoffices.models.bargaining.pareto import pareto_packages

    inside = asked.account.decision is Decision.THERE_IS_A_ZONE
    found = pareto_packages(
        asked.matter.problem, among="zone" if inside else "red_lines", limit=asked.limit
    ).outcome
    return View(
        "frontier", found, told.frontier(asked.matter.words, found, within_zone=inside, limit=asked.limit)
    )


def rules(asked: Asked) -> View:
    """Tell what the four rules of division pick."""
    from goodoffices.findings.agreement_views import divided
    from goodoffices.models.bargaining.solutions import rules_of_division

    found = rules_of_division(asked.matter.problem, limit=asked.limit)
    record = {name: one.outcome for name, one in found.items()}
    return View("rules", record, divided(asked.matter.words, found, asked.limit))


def blocking(asked: Asked) -> View:
    """Tell which demands block most and whose signature decides."""
    from goodoffices.findings.agreement_views import pivots, ranked
    from goodoffices.models.bargaining.blocking import blocking_demands, pivotal_parties

    first = blocking_demands(asked.matter.problem).outcome
    second = pivotal_parties(asked.matter.problem).outcome
    words = asked.matter.words
    return View(
        "blocking",
        {"demands": first, "parties": second},
        (*ranked(words, first, asked.limit), *pivots(words, second)),
    )


def proposals(asked: Asked) -> View:
    """Tell what is on the table side by side."""
    from goodoffices.findings.agreement_views import side_by_side
    from goodoffices.models.bargaining.comparison import compare

    found = compare(asked.matter.problem, asked.matter.proposals).outcome
    return View("proposals", found, side_by_side(asked.matter.words, found))


def robust(asked: Asked) -> View:
    """Tell in what share of the intervals what rules pick, or the smallest changes open, is acceptable."""
    import numpy as np

    from goodoffices.findings.agreement_views import sure
    from goodoffices.findings.agreement_words import Paragraph
    from goodoffices.models.bargaining.robustness import robustness

    names = {name: packages[0].terms for name, packages in asked.account.rules.items()}
    names |= {
        f"Package under way out {number} above": way.packages[0].terms
        for number, way in enumerate(asked.account.concessions[: asked.limit], start=1)
    }
    every = {issue.name for issue in asked.matter.problem.issues}
    names |= {name: terms for name, terms in asked.matter.proposals.items() if terms.keys() == every}
    if not names:
        return View("robustness", {}, (Paragraph(NOTHING_TO_TRY),))
    found = {
        name: robustness(
            asked.matter.problem, terms, asked.matter.ranges, generator=np.random.default_rng(SEED)
        ).outcome
        for name, terms in names.items()
    }
    return View("robustness", found, sure(asked.matter.words, found))


def intervals(asked: Asked) -> View:
    """Tell whether there is a zone whatever the values in the intervals, for some of them, or for none."""
    from goodoffices.findings.agreement_surety import zone_told
    from goodoffices.models.bargaining.surety import interval_zone

    matter = asked.matter
    found = interval_zone(matter.problem, matter.ranges, limit=asked.limit).outcome
    return View("intervals", found, zone_told(matter.words, found, asked.limit))


def payments(asked: Asked) -> View:
    """Tell which payments would make a package acceptable."""
    from goodoffices.findings.agreement_offers import deals
    from goodoffices.models.bargaining.transfers import side_payments

    found = side_payments(asked.matter.problem, budget=asked.budget, limit=asked.limit)
    return View("payments", found.outcome, deals(asked.matter.words, found.outcome, found.witness))


VIEWS: dict[str, Callable[[Asked], View]] = {
    "distance": distance,
    "counts": counts,
    "frontier": frontier,
    "rules": rules,
    "blocking": blocking,
    "proposals": proposals,
    "robustness": robust,
    "intervals": intervals,
    "payments": payments,
}
"""What --show can name, in the order in which it is told."""


def views(asked: Asked, names: Sequence[str]) -> list[View]:
    """Answer what was asked; of everything, what cannot be answered says why.

    Raises:
        ModelError: If one answer was asked for by its name and cannot be given.
    """
    from goodoffices.findings.agreement_words import Paragraph

    found = []
    for name, solve in VIEWS.items():
        if name in names or "all" in names:
            try:
                found.append(solve(asked))
            except ModelError as error:
                if name in names and not asked.matter.problem.quorums:
                    raise
                found.append(
                    View(name, None, (Paragraph(f"{name}: not answered, for {_why(asked, error)}."),))
                )
    return found


def _why(asked: Asked, error: ModelError) -> str:
    """Say why something has no answer; where so many of a group sign, in terms of --sign."""
    if not asked.matter.problem.quorums:
        return str(error)
    first = asked.matter.problem.coalitions()[0]
    names = ",".join(asked.matter.words.labels.party(party.name) for party in first)
    return f'whose gains count depends on who signs; name them, such as --sign "{names}"'


def since(asked: Asked, earlier: str, path_: Path, signing: Sequence[str]) -> View:
    """Tell what moved since an earlier snapshot of a table, or since an earlier case."""
    from goodoffices.findings.agreement_moves import gaps, moved
    from goodoffices.models.bargaining.comparison import movement
    from goodoffices.models.bargaining.distance import distances

    before = (
        matter(Path(earlier), signing, None)
        if Path(earlier).exists()
        else matter(path_, signing, earlier)
        if asked.matter.rows and not asked.matter.proposals
        else None
    )
    if before is None:
        raise CaseError(f"--since {earlier} is neither a file or folder nor a snapshot of {path_}")
    found = movement(before.problem, asked.matter.problem).outcome
    old, new = (distances(_signing(one.plain)).outcome for one in (before, asked.matter))
    told = moved(before.words, asked.matter.words, found)
    return View("moved", found, (*gaps(asked.matter.words, old, new), *told))


def lever_sets(asked: Asked, file: Path) -> View:
    """Tell which smallest sets of levers would open a zone."""
    from goodoffices.findings.agreement_offers import levers
    from goodoffices.models.bargaining.transfers import minimal_levers
    from goodoffices.workspace.tables import read_levers

    found = minimal_levers(asked.matter.problem, read_levers(file))
    return View("levers", found.outcome, levers(asked.matter.words, found.outcome, found.witness))
