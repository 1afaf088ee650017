"""Draft a case from what was read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from goodoffices.case.case import Case
from goodoffices.case.instruments import Guarantee
from goodoffices.case.terms import Issue, Party, Proposal
from goodoffices.reports.report import Report
from goodoffices.statements.acts import Act
from goodoffices.statements.answers import content_words
from goodoffices.statements.gazetteer import Gazetteer
from goodoffices.statements.lexicon import issue_taxonomy
from goodoffices.statements.statement import Reading
from goodoffices.workspace.draft.coding import drafted
from goodoffices.workspace.draft.instruments import disagreements, guarantee, leverage, precedents
from goodoffices.workspace.draft.parties import name_of, parties
from goodoffices.workspace.draft.table import Item, items, proposals
from goodoffices.workspace.draft.told_once import told_once

ABOUT_FACTS = frozenset({Act.CLAIM, Act.ACCUSE, Act.DENY})
"""Acts that say how things are or were; what they touch need not be an issue of the process."""
NOTE = (
    "Drafted by goodoffices from the reports. Nobody has confirmed yet what is marked 'drafted: true'; "
    "delete that mark where you have checked an entry, and this note when you are done."
)
SIGNATORIES_NOTE = "Drafted as signatories: who put it forward, whom its words name, whom it would protect."


def draft_case(reading: Reading, reports: Sequence[Report], gazetteer: Gazetteer) -> Case:
    """Return a case that an analyst can start from: all of it marked as drafted, no number made up.

    Args:
        reading: What was found in the reports.
        reports: The reports.
        gazetteer: Names of states, organisations and people.
    """
    named = parties(reading, gazetteer)
    once = told_once(reading, reports, gazetteer)
    found = [once.whole(item) for item in items(once.reading, gazetteer)]
    on_table = proposals(found)
    guarantees = {
        id_: promised
        for id_, item in zip(on_table, found, strict=True)
        if (promised := guarantee(item, reading, gazetteer)) is not None
    }
    for promised in guarantees.values():
        for member in (*promised.guarantors, promised.beneficiary, *promised.against):
            named.setdefault(member, Party(name=name_of(member, gazetteer)))
    complete = {
        id_: _completed(proposal, item, _present(item, reading), gazetteer, guarantees.get(id_))
        for (id_, proposal), item in zip(on_table.items(), found, strict=True)
    }
    issues = _issues(reading)
    return Case(
        title=_title(reports),
        snapshot=max((report.date for report in reports if report.date), default=None),
        note=NOTE,
        parties=named,
        issues=issues,
        proposals={
            id_: replace(one, guarantee=id_ if id_ in guarantees else None) for id_, one in complete.items()
        },
        guarantees=guarantees,
        leverage=leverage(reading, named),
        precedents=precedents(reading),
        disagreements=disagreements(reading, named, tuple(issues)),
    )


def _title(reports: Sequence[Report]) -> str:
    if len(reports) == 1:
        return reports[0].title or f"Report “{reports[0].id}”"
    return f"Draft from {len(reports)} reports"


def _present(item: Item, reading: Reading) -> tuple[str, ...]:
    """Return the parties that speak or act in the reports that an item is from, not in others."""
    reports = {one.evidence.report for one in item.statements}
    speaking = (one.actor.party for one in reading.statements if one.evidence.report in reports)
    return tuple(dict.fromkeys(party for party in speaking if party is not None))


def _completed(
    proposal: Proposal,
    item: Item,
    present: Sequence[str],
    gazetteer: Gazetteer,
    promised: Guarantee | None,
) -> Proposal:
    """Return a proposal with its signatories: who put it forward, and whom its words name.

    Whoever a guarantee is meant against does not sign it for being named as such. Where the words name
    nobody but its makers, whose consent it needs is not known, and none are drafted.
    """
    if not proposal.by:
        return proposal
    told = " ".join(one.content.exact for one in item.made_by if one.content)
    told += " ".join(option.content.exact for option in item.options)
    told = re.sub(r"\bwithout (?:the )?[A-Z]\w+", "", told)
    named = content_words(told, gazetteer) - set(promised.against if promised else ())
    protected = (promised.beneficiary,) if promised else ()
    signing = tuple(dict.fromkeys((*proposal.by, *(id_ for id_ in present if id_ in named), *protected)))
    if set(signing) == set(proposal.by):
        return proposal
    return replace(proposal, signatories=signing, coding=replace(proposal.coding, note=SIGNATORIES_NOTE))


def _issues(reading: Reading) -> dict[str, Issue]:
    """Return the issues that a statement, an option or a stated distance touches."""
    because: dict[str, list[str]] = {}
    touching = [
        *((one.id, one.issues) for one in reading.statements if one.act not in ABOUT_FACTS),
        *((one.id, one.issues) for one in reading.options),
        *((one.id, one.issues) for one in reading.distances),
    ]
    for id_, issues in touching:
        for issue in issues:
            because.setdefault(issue, []).append(id_)
    return {
        issue.id: Issue(name=issue.name, coding=drafted(because[issue.id]))
        for issue in issue_taxonomy()
        if issue.id in because
    }
