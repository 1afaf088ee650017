"""The answers of `goodoffices agree` behind its page: each solved, told in words, and kept for programs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from goodoffices.cli.agree_input import Matter, matter, terms_of
from goodoffices.errors import CaseError, ModelError

if TYPE_CHECKING:
    from goodoffices.findings.agreement_page import Paragraph
    from goodoffices.models.bargaining.account import Account

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
    return View("distance", found, apart(asked.matter.words, found))


def counts(asked: Asked) -> View:
    """Tell how many packages those who must sign leave, together and each."""
    from goodoffices.findings.agreement_page import Paragraph
    from goodoffices.models.bargaining.counting import count_packages

    found = count_packages(asked.matter.problem).outcome
    who = asked.matter.words.labels.party
    lines = [f"- {who(name)} by itself: {count:,}" for name, count in found.by_party.items()]
    head = (
        f"Of {found.possible:,} possible packages, {found.acceptable:,} break no red line and no accepted "
        "options (walk-away values set aside):"
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

    from goodoffices.findings.agreement_page import Paragraph
    from goodoffices.findings.agreement_views import sure
    from goodoffices.models.bargaining.robustness import robustness

    names = {name: packages[0].terms for name, packages in asked.account.rules.items()}
    names |= {
        f"Smallest change {number}": way.packages[0].terms
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


def payments(asked: Asked) -> View:
    """Tell which payments would make a package acceptable."""
    from goodoffices.findings.agreement_views import deals
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
    "payments": payments,
}
"""What --show can name, in the order in which it is told."""


def views(asked: Asked, names: Sequence[str]) -> list[View]:
    """Answer what was asked; of everything, what cannot be answered says why.

    Raises:
        ModelError: If one answer was asked for by its name and cannot be given.
    """
    from goodoffices.findings.agreement_page import Paragraph

    found = []
    for name, solve in VIEWS.items():
        if name in names or "all" in names:
            try:
                found.append(solve(asked))
            except ModelError as error:
                if name in names:
                    raise
                found.append(View(name, None, (Paragraph(f"{name}: not answered, for {error}."),)))
    return found


def offer(asked: Asked, start: str, party: str) -> View:
    """Tell the smallest change of a package that a party would accept."""
    from goodoffices.findings.agreement_views import changes
    from goodoffices.models.bargaining.offers import smallest_change

    names = {label.lower(): id_ for id_, label in asked.matter.words.labels.parties.items()}
    names |= {one.name.lower(): one.name for one in asked.matter.problem.parties}
    who = names.get(party.lower(), party)
    found = smallest_change(asked.matter.problem, terms_of(asked.matter, start), who, limit=asked.limit)
    return View("offer", found.outcome, changes(asked.matter.words, who, found.outcome, found.witness))


def path(asked: Asked, start: str, goal: str) -> View:
    """Tell the small steps from a package to another, or to what a rule picks."""
    from goodoffices.findings.agreement_views import path as told
    from goodoffices.models.bargaining.offers import concession_path

    rules_of = {name.split()[0].lower(): packages for name, packages in asked.account.rules.items()}
    picked = rules_of.get(goal.lower())
    end = dict(picked[0].terms) if picked else terms_of(asked.matter, goal)
    found = concession_path(asked.matter.problem, terms_of(asked.matter, start), end)
    return View("path", found.outcome, told(asked.matter.words, found.outcome, found.witness))


def since(asked: Asked, earlier: str, path_: Path, signing: Sequence[str]) -> View:
    """Tell what moved since an earlier snapshot of a table, or since an earlier case."""
    from goodoffices.findings.agreement_moves import moved
    from goodoffices.models.bargaining.comparison import movement

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
    return View("moved", found, moved(before.words, asked.matter.words, found))


def lever_sets(asked: Asked, file: Path) -> View:
    """Tell which smallest sets of levers would open a zone."""
    from goodoffices.findings.agreement_views import levers
    from goodoffices.models.bargaining.transfers import minimal_levers
    from goodoffices.workspace.tables import read_levers

    found = minimal_levers(asked.matter.problem, read_levers(file))
    return View("levers", found.outcome, levers(asked.matter.words, found.outcome, found.witness))
