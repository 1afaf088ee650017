"""Section: what does this brief rest on?"""

from __future__ import annotations

from collections.abc import Iterator

from goodoffices.brief.gloss import glosses
from goodoffices.brief.material import Material
from goodoffices.brief.page import Block, Glosses, Items, Section
from goodoffices.case.coding import Coding, Status
from goodoffices.findings.words import capital, counted, joined

MEANINGS = (
    ("stated in the report", "the report says so in its own voice; it may still be wrong"),
    ("as claimed by …", "a party says so; the brief takes no side on whether it is true"),
    ("text of a document", "an agreement, resolution or other document says so"),
    ("judged by …", "an analyst’s judgement, named and dated, with an interval where it is a number"),
    ("computed from the case", "it follows from the coded case under the assumptions named beside it"),
    ("draft", "the tool coded it from the words shown and nobody has confirmed it yet"),
)


def rests_on(material: Material, version: str) -> Section:
    """Return the section on assumptions, statuses, method and limits."""
    codings = tuple(codings_of(material))
    drafted = sum(coding.drafted for coding in codings)
    answer = (
        (
            f"On {_statements(material)}{counted(len(codings), 'coded value')}, of which "
            f"{_drafted(drafted, len(codings))}."
        ),
    )
    blocks: list[Block] = [
        Items(_assumptions(material), "What is assumed"),
        Glosses(MEANINGS, "How sure each line is"),
        Items(_method(version), "Method and limits"),
        Glosses(glosses(_terms(material)), "Words of the trade"),
    ]
    return Section("basis", "What does this brief rest on?", answer, tuple(blocks))


def codings_of(material: Material) -> Iterator[Coding]:
    """Return where every coded value of the case comes from."""
    case = material.case
    for proposal in case.proposals.values():
        yield proposal.coding
        yield from (response.coding for response in proposal.responses.values())
    yield from (issue.coding for issue in case.issues.values() if issue.coding)
    for parts in (
        case.positions,
        case.walk_away,
        case.red_lines,
        case.impossible,
        case.stakes,
        case.leverage,
        case.precedents,
        case.disagreements,
    ):
        yield from (part.coding for part in parts)
    if case.conflict:
        yield from case.conflict.codings()
    for guarantee in case.guarantees.values():
        yield guarantee.coding
        yield from (willing.coding for willing in guarantee.willingness.values())
        yield from (brought.coding for brought in guarantee.capability.values())
        yield from (condition.coding for condition in guarantee.conditions)
        if guarantee.found_by:
            yield guarantee.found_by.coding
        if guarantee.ratification:
            yield guarantee.ratification.coding
            yield from (willing.coding for willing in guarantee.ratification.willingness.values())


def _statements(material: Material) -> str:
    """Say how many statements were found, where a report was read."""
    if not material.reports:
        return ""
    count = counted(len(material.reading.statements), "statement")
    once = len(material.reports) > 1 and len(material.acts) < len(material.reading.statements)
    acts = f", which tell of {counted(len(material.acts), 'act')}," if once else ""
    return f"{count} found in {material.here}{acts} and "


def _drafted(drafted: int, total: int) -> str:
    if not drafted:
        return "none is an unconfirmed draft"
    if drafted == total:
        return "all are drafts that nobody has confirmed yet"
    return f"{drafted} {'is a draft' if drafted == 1 else 'are drafts'} that nobody has confirmed yet"


def _assumptions(material: Material) -> tuple[str, ...]:
    case = material.case
    signing = case.must_sign()
    lines = [
        f"An agreement needs the signatures of {material.names.parties(signing)}."
        if signing
        else "Nobody is marked as having to sign every agreement; each proposal has its own signatories.",
        "A party that says nothing on a proposal is counted neither for nor against it.",
        "A party that puts a proposal forward or prepares it is taken to be for it.",
        "Being open to something is not accepting it.",
    ]
    coders = {coding.coder for coding in codings_of(material) if coding.status is Status.JUDGEMENT}
    if coders:
        lines.append(f"Judgements are by {joined(sorted(coder for coder in coders if coder))}.")
    lost = material.citer.missing(id_ for coding in codings_of(material) for id_ in coding.because)
    if lost:
        count = counted(len(lost), "coded value cites a statement", "coded values cite statements")
        lines.append(
            f"{capital(count)} that the reports read here do not contain; no words are shown for it."
        )
    return tuple(lines)


def _method(version: str) -> tuple[str, ...]:
    return (
        (
            "Statements are found by fixed rules over the grammar of each sentence, not by a language model; "
            "the rules miss statements and can misread them, so check the words."
        ),
        "Every quotation was compared with the saved text of its report, character by character.",
        "The brief gives no probability of peace and no forecast. It shows what follows from what was said.",
        f"Composed by goodoffices {version}.",
    )


def _terms(material: Material) -> tuple[str, ...]:
    case = material.case
    terms = ["signatory"]
    if case.red_lines:
        terms.append("red line")
    if case.guarantees or any(found.issues for found in material.reading.statements):
        terms.extend(("guarantee", "guarantor", "veto"))
    if case.leverage:
        terms.append("leverage")
    if case.precedents:
        terms.append("precedent")
    if case.positions:
        terms.append("interval")
    if material.bargain:
        terms.extend(("package", "walk-away value", "colliding demands", "concession"))
    if material.outcomes:
        terms.extend(("outcome that holds", "Nash", "SEQ"))
        if material.outcomes.shown:
            terms.extend(("SSEQ", "GMR", "SMR", "status quo", "improvement"))
    return tuple(terms)
