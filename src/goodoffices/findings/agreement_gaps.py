"""What a bargaining problem leaves unsaid and its answer takes for granted: who is not coded on what."""

from __future__ import annotations

from collections.abc import Sequence

from goodoffices.findings.agreement_words import Paragraph, Words
from goodoffices.findings.words import joined

__all__ = ["accepts_aside", "coded", "gains_of_some", "not_coded", "set_aside", "unopposed"]


def coded(words: Words, name: str, issue: str) -> bool:
    """Tell whether a party has a stand on an issue: a wish, a weight, accepted options or a red line."""
    for party in words.problem.parties:
        if party.name == name:
            spoken = {*party.ideals, *(party.weights or ()), *party.accepts}
            return issue in spoken or any(issue in words.issues_of([one.id]) for one in party.red_lines)
    return False


def not_coded(words: Words) -> tuple[Paragraph, ...]:
    """Name the issues on which somebody who must sign is not coded, and what is made of that silence."""
    signing = [party.name for party in words.problem.concerned()]
    lines = []
    for name in signing:
        silent = [issue.name for issue in words.problem.issues if not coded(words, name, issue.name)]
        if silent:
            what = joined([words.labels.issue(issue) for issue in silent])
            lines.append(f"- {words.labels.party(name)}: {what}")
    head = (
        "Not coded on these issues, and so counted as if any option would do there: no collision with it can "
        "be found on them, and what others want there seems to cost it nothing:"
    )
    return (Paragraph(head, tuple(lines)),) if lines else ()


def unopposed(words: Words, demands: Sequence[str]) -> tuple[str, ...]:
    """Return those demands on whose issues nobody else who must sign is coded."""
    signing = [party.name for party in words.problem.concerned()]
    found = []
    for id_ in demands:
        issues, holder = words.issues_of([id_]), words.found(id_).holder
        met = any(coded(words, name, issue) for name in signing if name != holder for issue in issues)
        found += [id_] if issues and not met else []
    return tuple(found)


def set_aside(names: str) -> str:
    """Say of parties with a walk-away value in use that the options they accept are no demand."""
    return (
        "Whoever has a walk-away value in use is held to it and to red lines, not to the options that it "
        f"accepts: a package may hold an option that it does not accept. Here that is so of {names}."
    )


def accepts_aside(words: Words) -> tuple[Paragraph, ...]:
    """Name those who must sign whose accepted options do not count, as their walk-away value does."""
    signing = words.problem.concerned()
    names = [party.name for party in signing if party.walk_away is not None and party.accepts]
    return (Paragraph(set_aside(words.labels.everyone(names))),) if names else ()


def gains_of_some(words: Words) -> tuple[Paragraph, ...]:
    """Say whose gains count where not all have a walk-away value, and whose accepted options do not."""
    return (*_gains(words), *accepts_aside(words))


def _gains(words: Words) -> tuple[Paragraph, ...]:
    signing = words.problem.signatories()
    counted = [party.name for party in signing if party.measured and party.walk_away is not None]
    left = [party.name for party in signing if party.name not in counted]
    if not counted or not left or words.problem.quorums:
        return ()
    held = "is held only to its" if len(left) == 1 else "are held only to their"
    head = (
        "Gains, rules of division, frontier, robustness and paths are among "
        f"{words.labels.everyone(counted)}; "
        f"{words.labels.everyone(left)}, without a walk-away value in use, {held} red lines and to what "
        f"{'it accepts' if len(left) == 1 else 'they accept'}."
    )
    return (Paragraph(head),)
