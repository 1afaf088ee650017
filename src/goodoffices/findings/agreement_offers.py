"""Answers that start from a package or a price: smallest changes, small steps, payments and levers."""

from __future__ import annotations

from collections.abc import Mapping

from goodoffices.findings.agreement_words import Paragraph, Words
from goodoffices.findings.words import capital, counted, joined
from goodoffices.models.bargaining.offers import Offer, Step
from goodoffices.models.bargaining.packages import Package
from goodoffices.models.bargaining.transfers import Deal, LeverSet

__all__ = ["changes", "deals", "levers", "path"]


def changes(words: Words, party: str, found: tuple[Offer, ...], before: Package) -> tuple[Paragraph, ...]:
    """Tell the smallest changes of a package that a party would accept, and who else would accept them.

    What the package leaves open is told as it is settled in each offer.
    """
    name = words.labels.party(party)
    if not found:
        head = f"No package that {name} would accept keeps the red lines of all who must sign."
        return (Paragraph(head),)
    open_ = [issue.name for issue in words.problem.issues if issue.name not in before.terms]
    changed = len(found[0].changed)
    if not changed and not open_:
        head = f"{name} would accept the package as it is, and it breaks no red line."
        return (Paragraph(head, (_others(words, party, found[0].package),)),)
    lines = [line for offer in found for line in _offer(words, party, offer, before, open_)]
    return (Paragraph(f"{_left_open(words, open_)}{_change(name, changed)}", tuple(lines)),)


def _left_open(words: Words, open_: list[str]) -> str:
    if not open_:
        return ""
    what = joined([words.labels.issue(issue) for issue in open_])
    return (
        f"The package says nothing on {what}; what it leaves open is settled here in whatever way serves, "
        "best first for whoever who must sign is worst off. "
    )


def _change(name: str, changed: int) -> str:
    if not changed:
        return f"With that, {name} would accept it with nothing else changed and no red line broken:"
    return (
        f"The smallest change that {name} would accept without a broken red line settles "
        f"{counted(changed, 'issue')} anew:"
    )


def _offer(words: Words, party: str, offer: Offer, before: Package, open_: list[str]) -> list[str]:
    """Tell one offer: what is settled anew, what was open, what it gives, and who else would accept it."""
    label, terms = words.labels, offer.package.terms
    news = [
        f"{label.issue(issue)}: {label.option(issue, terms[issue])} "
        f"instead of {label.option(issue, before.terms[issue])}"
        for issue in offer.changed
    ]
    news += [f"{label.issue(issue)}: {label.option(issue, terms[issue])} (was open)" for issue in open_]
    moves = _moves(words, {who: -loss for who, loss in offer.losses.items() if loss})
    told = [f"- {'; '.join(news)}"]
    told += [f"  Change of worth: {moves}."] if moves else []
    return [*told, f"  {_others(words, party, offer.package)}"]


def _others(words: Words, party: str, package: Package) -> str:
    """Say which others who must sign would accept a package, and which of their demands it breaks."""
    others = [one for one in words.problem.concerned() if one.name != party]
    refused = [id_ for id_ in package.broken if words.found(id_).holder in {one.name for one in others}]
    if not refused:
        return "It breaks no demand of the others who must sign." if others else "Nobody else must sign."
    return f"Others who must sign would not accept it as coded: {'; '.join(map(words.short, refused))}."


def _moves(words: Words, moves: Mapping[str, float]) -> str:
    return ", ".join(f"{words.labels.party(who)} {by:+.2f}" for who, by in moves.items())


def path(words: Words, found: tuple[Step, ...], fall: float) -> tuple[Paragraph, ...]:
    """Tell the small steps from one package to another."""
    if not found:
        return (Paragraph("No order of single steps leads there without breaking a further red line."),)
    lines = []
    for number, step in enumerate(found, start=1):
        option = words.labels.option(step.issue, step.option)
        lines.append(f"{number}. {words.labels.issue(step.issue)}: {option}")
        moves = _moves(words, {who: -loss for who, loss in step.gives.items()} | dict(step.gains))
        lines += [f"   Change by this step: {moves}."] if moves else []
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
        gets = [f"{amount:.2f} to {who(name)}" for name, amount in deal.receives.items()]
        pays = [f"up to {amount:.2f} from {who(name)}" for name, amount in deal.can_pay.items()]
        lines.append(f"- {'; '.join(words.terms(deal.package.terms))}")
        lines.append(f"  {'; '.join([*gets, *pays]) if gets else 'acceptable without a payment'}")
        lines += [f"  others would bring {deal.outside:.2f}"] if deal.outside else []
    head = (
        f"{capital(counted(count, 'package'))}, with or without payments (in units of utility), would be "
        "acceptable; smallest payments first:"
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
