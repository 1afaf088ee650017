"""What `goodoffices agree` answers from a package on the table: smallest changes and small steps."""

from __future__ import annotations

from collections.abc import Iterable

from goodoffices.cli.agree_input import terms_of
from goodoffices.cli.agree_views import Asked, View
from goodoffices.errors import CaseError

RULE_NAMES = ("nash", "kalai-smorodinsky", "egalitarian", "utilitarian")
"""What --to can name beside terms and proposals."""


def offer(asked: Asked, start: str, party: str) -> View:
    """Tell the smallest change of a package that a party would accept."""
    from goodoffices.findings.agreement_offers import changes
    from goodoffices.models.bargaining.offers import smallest_change

    names = {label.lower(): id_ for id_, label in asked.matter.words.labels.parties.items()}
    names |= {one.name.lower(): one.name for one in asked.matter.problem.parties}
    who = names.get(party.lower(), party)
    found = smallest_change(asked.matter.problem, terms_of(asked.matter, start), who, limit=asked.limit)
    return View("offer", found.outcome, changes(asked.matter.words, who, found.outcome, found.witness))


def path(asked: Asked, start: str, goal: str) -> View:
    """Tell the small steps from a package to another, or to what a rule picks."""
    from goodoffices.findings.agreement_offers import path as told
    from goodoffices.findings.agreement_words import Paragraph
    from goodoffices.models.bargaining.offers import concession_path

    picks = {_plainly(name.split()[0]): packages for name, packages in asked.account.rules.items()}
    picked = picks.get(_plainly(goal))
    if picked is None and _plainly(goal) in RULE_NAMES:
        raise CaseError(
            f"--to {goal}: that rule picks nothing here; rules that do: {_listed(picks) or 'none'}. "
            "Or write terms, issue=option, issue=option"
        )
    if picked is None and "=" not in goal and goal not in asked.matter.proposals:
        raise CaseError(
            f"--to {goal} is no proposal, no rule and no terms; the rules are {_listed(RULE_NAMES)}, "
            "and terms are written issue=option, issue=option"
        )
    end = dict(picked[0].terms) if picked else terms_of(asked.matter, goal)
    given = terms_of(asked.matter, start)
    found = concession_path(asked.matter.problem, end | given, end)
    left = [asked.matter.words.labels.issue(name) for name in end if name not in given]
    note = f"What to start from is silent on {', '.join(left)}; it is taken to say there what the goal does."
    words = told(asked.matter.words, found.outcome, found.witness)
    return View("path", found.outcome, (*([Paragraph(note)] if left else []), *words))


def _plainly(rule: str) -> str:
    """Write the name of a rule with a hyphen, however it is typed."""
    return rule.lower().replace("–", "-").replace("—", "-")


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
