"""Score how one report was read against what a person coded in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from goodoffices.reports.report import Report
from goodoffices.statements.gazetteer import Kind, load_gazetteer
from goodoffices.statements.gold import Coding, GoldStatement, either, party_of
from goodoffices.statements.gold_match import HALF, Matching, match, right_party, shared
from goodoffices.statements.mention_score import Mentioned, score_mentions
from goodoffices.statements.scoring import Counts, Key, Score, Wrong, share, tallied
from goodoffices.statements.statement import Actor, Reading, Statement

UNCODED = "nothing coded"
"""Construction of a found statement where nobody coded anything."""

Mark = tuple[Key, Counts]


def score_report(report: Report, reading: Reading, coding: Coding) -> Score:
    """Score a reading of one report.

    Args:
        report: The report.
        reading: What a reader found in it, and in no other report.
        coding: What a person found in it.
    """
    found, gold = reading.statements, coding.statements
    matching = match(found, gold)
    mentioned = score_mentions(report, reading, coding) if coding.whole else Mentioned()
    counts = tallied(
        chain(
            _totals(found, gold, matching),
            mentioned.marks,
            *(_values(found[i], gold[j]) for i, j in sorted(matching.pairs.items())),
            _parties(found, gold, matching),
            _answers(found, gold, matching),
            _by_act(found, gold, matching),
            _by_construction(found, gold, matching),
        )
    )
    wrong = sorted(_wrong(report, found, gold, matching), key=lambda one: one[0])
    return Score(report.id, counts, (*(one for _, one in wrong), *mentioned.wrong))


def _totals(found: Sequence[Statement], gold: Sequence[GoldStatement], matching: Matching) -> Iterator[Mark]:
    counted = len(found) - len(matching.aside)
    wanted = sum(not one.doubtful for one in gold)
    yield ("found", "statements"), Counts(len(matching.pairs), counted, wanted)
    yield ("share", "invented"), share(len(matching.invented), counted)


def _values(one: Statement, gold: GoldStatement) -> Iterator[Mark]:
    """Yield what is right in a statement that was found."""
    yield ("right", "act"), share(one.act in gold.acts, 1)
    yield ("right", "negation"), share(one.negated in gold.negated, 1)
    yield ("right", "modality"), share(one.modality in gold.modalities, 1)
    if one.content and gold.content:
        yield ("right", "content"), share(shared(one.content.span, gold.content) >= HALF, 1)
    if gold.targets:
        yield ("right", "target"), share(right_party(one.target, gold.targets), 1)
    if gold.issues:
        yield ("right", "issues"), share(len({*gold.issues} & {*one.issues}), len(gold.issues))


def _parties(found: Sequence[Statement], gold: Sequence[GoldStatement], matching: Matching) -> Iterator[Mark]:
    for i, j in (matching.pairs | matching.strangers).items():
        right = share(right_party(found[i].actor, gold[j].parties), 1)
        yield ("right", "actor's party"), right
        if _is_body(found[i].actor.party) or _is_body(gold[j].parties[0]):
            yield ("right", "actor's state"), right


def _is_body(party: str | None) -> bool:
    """Tell whether a party is a state or an international body that the gazetteer knows."""
    known = load_gazetteer().parties.get(party or "")
    return known is not None and known.kind in {Kind.STATE, Kind.ORGANISATION}


def _answers(found: Sequence[Statement], gold: Sequence[GoldStatement], matching: Matching) -> Iterator[Mark]:
    """Yield how many links from answers to proposals are right, among statements that were found."""
    ids = {found[i].id: gold[j].id for i, j in matching.pairs.items()}
    for i, j in matching.pairs.items():
        given = found[i].answers
        right = {ids[one] for one in given if one in ids} & {*gold[j].answers}
        yield ("right", "answers"), Counts(len(right), len(given), len(gold[j].answers))


def _by_act(found: Sequence[Statement], gold: Sequence[GoldStatement], matching: Matching) -> Iterator[Mark]:
    for i, one in enumerate(found):
        if i in matching.pairs and one.act in gold[matching.pairs[i]].acts:
            yield ("act", one.act), Counts(1, 1, 1)
        elif i not in matching.aside:
            yield ("act", one.act), Counts(0, 1, 0)
    right = {j for i, j in matching.pairs.items() if found[i].act in gold[j].acts}
    for j, coded in enumerate(gold):
        if j not in right and not coded.doubtful:
            yield ("act", coded.acts[0]), Counts(0, 0, 1)


def _by_construction(
    found: Sequence[Statement], gold: Sequence[GoldStatement], matching: Matching
) -> Iterator[Mark]:
    for i, one in enumerate(found):
        if i not in matching.pairs and i not in matching.aside:
            yield ("construction", _construction(one, gold)), Counts(0, 1, 0)
    matched = set(matching.pairs.values())
    for j, coded in enumerate(gold):
        if j in matched:
            yield ("construction", coded.construction), Counts(1, 1, 1)
        elif not coded.doubtful:
            yield ("construction", coded.construction), Counts(0, 0, 1)


def _construction(one: Statement, gold: Sequence[GoldStatement]) -> str:
    """Return the construction of the coded statement that shares most with a found one."""
    best = max(gold, key=lambda coded: shared(one.evidence.span, coded.evidence), default=None)
    return best.construction if best and shared(one.evidence.span, best.evidence) else UNCODED


def _wrong(
    report: Report, found: Sequence[Statement], gold: Sequence[GoldStatement], matching: Matching
) -> Iterator[tuple[int, Wrong]]:
    """Yield what went wrong with where it stands in the report."""
    both = matching.pairs | matching.strangers
    for i, one in enumerate(found):
        if i in both:
            coded = gold[both[i]]
            for kind, wanted, given in _differences(one, coded):
                yield (
                    one.evidence.start,
                    Wrong(kind, report.id, coded.construction, one.evidence.exact, wanted, given),
                )
        elif i not in matching.aside:
            kind = "invented" if i in matching.invented else "extra"
            words = one.evidence.exact
            yield one.evidence.start, Wrong(kind, report.id, _construction(one, gold), words, "", _told(one))
    matched = set(both.values())
    for j, coded in enumerate(gold):
        if j not in matched and not coded.doubtful:
            wanted = f"{coded.who}: {_act(coded.acts[0], negated=coded.negated[0])}"
            words = report.cut(coded.evidence)
            yield coded.evidence.start, Wrong("missed", report.id, coded.construction, words, wanted, "")


def _differences(one: Statement, gold: GoldStatement) -> Iterator[tuple[str, str, str]]:
    """Yield kind, what was coded, and what was found, for each value that is wrong."""
    if not right_party(one.actor, gold.parties):
        yield "party", either(gold.parties), one.actor.party or f"“{one.actor.text}”"
    if one.act not in gold.acts:
        yield "act", " or ".join(gold.acts), one.act
    if one.negated not in gold.negated:
        yield "negation", _act(gold.acts[0], negated=gold.negated[0]), _act(one.act, negated=one.negated)
    if gold.targets and not right_party(one.target, gold.targets):
        yield "target", either(gold.targets), _name(one.target)


def _told(one: Statement) -> str:
    return f"{one.actor.label}: {_act(one.act, negated=one.negated)}"


def _act(act: str, *, negated: bool) -> str:
    return f"does not {act}" if negated else str(act)


def _name(actor: Actor | None) -> str:
    return (party_of(actor) or f"“{actor.text}”") if actor else "nobody"
