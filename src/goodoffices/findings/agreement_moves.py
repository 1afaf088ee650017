"""What moved between two states of affairs, party by party and issue by issue, in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from goodoffices.findings.agreement_gaps import coded
from goodoffices.findings.agreement_words import Paragraph, Words
from goodoffices.findings.words import joined, plain_number
from goodoffices.models.bargaining.comparison import Movement, Shift
from goodoffices.models.bargaining.distance import IssueDistance

__all__ = ["gaps", "moved"]


def moved(before: Words, after: Words, found: Movement) -> tuple[Paragraph, ...]:
    """Tell what moved, those who must sign first; what stayed as it was is left out.

    Args:
        before: The earlier problem with its names.
        after: The later one.
        found: What `movement` found between the two.
    """
    signing = {party.name for party in after.problem.concerned()}
    names = dict.fromkeys(party.name for words in (after, before) for party in words.problem.parties)
    ordered = sorted(names, key=lambda name: name not in signing)
    told = [
        Paragraph(f"What moved for {after.labels.party(name)}:", lines)
        for name in ordered
        if (lines := tuple(_party(before, after, found, name)))
    ]
    tables = [
        ("Issues newly coded", [after.labels.issue(issue) for issue in found.issues_added]),
        ("Issues no longer coded", [before.labels.issue(issue) for issue in found.issues_dropped]),
    ]
    told += [Paragraph(f"{head}: {joined(issues)}.") for head, issues in tables if issues]
    return tuple(told) or (Paragraph("Nothing moved."),)


def gaps(after: Words, old: Sequence[IssueDistance], new: Sequence[IssueDistance]) -> tuple[Paragraph, ...]:
    """Tell which gaps between those who must sign narrowed or widened; those that stayed are counted.

    Args:
        after: The later problem with its names.
        old: Distances in the earlier problem, of those who must sign.
        new: The same in the later one.
    """
    was = {(each.issue, pair.first, pair.second): pair for each in old for pair in each.pairs}
    lines, same = [], 0
    for each in new:
        for pair in each.pairs:
            earlier = was.get((each.issue, pair.first, pair.second))
            if earlier is not None:
                ends = ((earlier.gap, pair.gap), (earlier.distance, pair.distance))
                told = [
                    text
                    for what, (one, two) in zip(
                        ("what they accept is", "their wishes are"), ends, strict=True
                    )
                    if (text := _gap(what, one, two))
                ]
                same += not told and None not in (earlier.distance, pair.distance)
                who = after.labels.everyone([pair.first, pair.second])
                lines += [f"- {after.labels.issue(each.issue)}, {who}: {'; '.join(told)}"] if told else []
    stayed = f" ({same} gaps stayed as they were)" if same > 1 else " (one stayed as it was)" if same else ""
    head = f"Gaps between those who must sign, in points of the scale{stayed}:"
    return (Paragraph(head, tuple(lines)),) if lines else ()


def _gap(what: str, was: float | None, now: float | None) -> str:
    if was is None or now is None or was == now:
        return ""
    how = "narrower" if now < was else "wider"
    return f"{what} {plain_number(was)} → {plain_number(now)} apart ({how})"


def _party(before: Words, after: Words, found: Movement, name: str) -> Iterable[str]:
    shifts = [shift for shift in found.shifts if shift.party == name]
    issues = dict.fromkeys(issue.name for words in (after, before) for issue in words.problem.issues)
    for issue in issues:
        ideal, weight = (_shift(shifts, f"{what} {issue}") for what in ("ideal point on", "weight of"))
        claims = _claims(before, name, (issue,)), _claims(after, name, (issue,))
        label = after.labels.issues.get(issue) or before.labels.issue(issue)
        if _gone(before, after, name, issue):
            yield f"- {label}: no longer coded"
        elif _gone(after, before, name, issue):
            yield f"- {label}: newly coded{_wants(ideal)}{f'; {claims[1]}' if claims[1] else ''}"
        else:
            parts = [_step("wish", ideal), _step("weight", weight), _words(*claims)]
            told = "; ".join(part for part in parts if part)
            if told:
                yield f"- {label}: {told}"
    floor = _step("what no agreement is worth to it", _shift(shifts, "walk-away value"))
    yield from [f"- {floor}"] if floor else []
    across = _words(_across(before, name), _across(after, name))
    yield from [f"- across issues: {across}"] if across else []


def _shift(shifts: Iterable[Shift], what: str) -> Shift | None:
    return next((shift for shift in shifts if shift.what == what), None)


def _wants(shift: Shift | None) -> str:
    return "" if shift is None or shift.after is None else f", wish at {plain_number(shift.after)}"


def _step(what: str, shift: Shift | None) -> str:
    if shift is None:
        return ""
    was, now = ("not known" if one is None else plain_number(one) for one in (shift.before, shift.after))
    return f"{what} {was} → {now}"


def _words(was: str, now: str) -> str:
    if was == now:
        return ""
    return f"demanded {was or 'nothing'}, now {now or 'nothing'}"


def _claims(words: Words, holder: str, issues: tuple[str, ...]) -> str:
    """Return what a party demands on these issues and no others, in words that leave the issue out."""
    label = words.labels.issue(issues[0])
    found = [
        words.claim(demand.id)
        .removeprefix(f"on {label}, ")
        .removeprefix(f"on {label[:1].lower()}{label[1:]}, ")
        for demand in words.problem.demands()
        if demand.holder == holder and demand.never is not None and words.issues_of([demand.id]) == issues
    ]
    return joined(found)


def _across(words: Words, holder: str) -> str:
    """Return what a party demands across several issues."""
    found = [
        words.claim(demand.id)
        for demand in words.problem.demands()
        if demand.holder == holder and len(words.issues_of([demand.id])) > 1
    ]
    return joined(found)


def _gone(before: Words, after: Words, name: str, issue: str) -> bool:
    """Tell whether a party has a stand on an issue before and none after."""
    return coded(before, name, issue) and not coded(after, name, issue)
