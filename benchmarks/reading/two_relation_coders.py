"""How far two coders agree on relations, precedents, options and distances, as if the second were a reader.

Run as `python -m benchmarks.reading.two_relation_coders`. It prints F1 (precision/recall) of the second coder
against the first and the other way round; of relations, what a coder doubts counts neither way. No sentence
of a report is printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from benchmarks.reading.twice import HALVES, Twice, load_twice

from goodoffices.reports.report import Report, Span
from goodoffices.statements.evidence import Evidence, cite
from goodoffices.statements.gold import Coding, GoldRelation, Parties
from goodoffices.statements.report_score import score_report
from goodoffices.statements.scoring import Figure, figures
from goodoffices.statements.statement import (
    Actor,
    DistanceMention,
    OptionMention,
    PrecedentMention,
    Reading,
    Relation,
)

KINDS = ("relations", "precedents", "options", "distances")


def load() -> tuple[Twice, ...]:
    """Return the reports whose relations were coded twice."""
    return tuple(load_twice("second_relations"))


def _party(parties: Parties) -> Actor | None:
    named = next((party for party in parties if party is not None), None)
    return None if named is None else Actor(named, named)


def found(report: Report, coded: Coding) -> Reading:
    """Return what a coder is sure of, each with its first answer, as if a reader had found it."""

    def words(span: Span) -> Evidence:
        return cite(report, span.start, span.end)

    def relation(number: int, one: GoldRelation) -> Relation:
        source = _party(one.sources) or Actor("nobody known", None)
        claimed = _party(one.claimed_by)
        told = words(one.evidence)
        return Relation(
            f"r{number}",
            one.kind,
            source,
            _party(one.targets),
            told,
            claimed_by=claimed,
            negated=one.negated,
        )

    return Reading(
        (),
        tuple(relation(at, one) for at, one in enumerate(coded.relations, 1) if not one.doubtful),
        tuple(
            PrecedentMention(f"p{at}", one.name, words(one.evidence), one.year)
            for at, one in enumerate(coded.precedents, 1)
        ),
        tuple(
            OptionMention(f"o{at}", words(one.content), words(one.evidence))
            for at, one in enumerate(coded.options, 1)
        ),
        tuple(
            DistanceMention(f"d{at}", words(one.evidence), tuple(Actor(name, name) for name in one.parties))
            for at, one in enumerate(coded.distances, 1)
        ),
    )


def agreement(twice: Sequence[Twice], *, turned: bool = False) -> dict[str, Figure]:
    """Return the figures by kind, the second coder measured against the first, or turned round."""
    scores = []
    for one in twice:
        read, gold = (one.first, one.second) if turned else (one.second, one.first)
        scores.append(score_report(one.report, found(one.report, read), replace(gold, statements=())))
    return {told.name: told for told in figures(tuple(scores), draws=1) if told.group == "found"}


def main() -> None:
    """Print how far the two coders agree, by half and in all."""
    twice = load()
    for title, turned in (("second coder, first as gold", False), ("first coder, second as gold", True)):
        print(f"\n{title}\n{'':10}{'reports':>8}" + "".join(f"{kind:>26}" for kind in KINDS))
        for name in (*HALVES, "all"):
            group = [one for one in twice if name in {one.half, "all"}]
            told = agreement(group, turned=turned)
            print(f"{name:10}{len(group):>8}" + "".join(f"{_rates(told[kind]):>26}" for kind in KINDS))


def _rates(told: Figure) -> str:
    counts = told.counts
    rates = (counts.f1, counts.precision, counts.recall)
    f1, precision, recall = ("-" if rate is None else f"{rate:.2f}" for rate in rates)
    return f"{f1} ({precision}/{recall}), {counts.right}"


if __name__ == "__main__":
    main()
