"""How far two coders agree on the same reports, one measured as if a reader had found what it coded.

Run as `python -m benchmarks.reading.two_coders`. It prints the figures of `benchmarks.reading.own_reports`
for statements, by report and in all, the second coder against the first and the other way round, and
Krippendorff's alpha for acts and for where statements stand. What either coder holds doubtful counts neither
way; then the same again with everything counted. No sentence of a report is printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from benchmarks.reading.twice import HALVES, load_twice

from goodoffices.case.coder_agreement import measure_places
from goodoffices.case.intercoder import krippendorff_alpha
from goodoffices.reports.report import Report
from goodoffices.statements.acts import Act
from goodoffices.statements.evidence import cite
from goodoffices.statements.gold import Coding, GoldStatement
from goodoffices.statements.gold_match import match
from goodoffices.statements.report_score import score_report
from goodoffices.statements.scoring import Counts, Figure, Score, figures, share
from goodoffices.statements.statement import Actor, Manner, Reading, Statement

SHOWN = ("act", "actor's party", "negation", "modality", "content")
Coded = tuple[GoldStatement, ...]
Told = Mapping[tuple[str, str], Figure]


@dataclass(frozen=True, slots=True)
class TwiceCoded:
    """A report that two coders coded.

    Attributes:
        report: The report.
        half: The half that it belongs to.
        first: What the first coder found; what either coder doubts is marked as doubtful.
        second: What the second coder found, likewise.
    """

    report: Report
    half: str
    first: Coded
    second: Coded


Groups = Mapping[str, Sequence[TwiceCoded]]


@dataclass(frozen=True, slots=True)
class Alphas:
    """Krippendorff's alpha for two coders; None where chance cannot be told apart.

    Attributes:
        act: Of statements that both found, the first answer of each coder.
        listed: The same, where an answer that the other coder lists counts as the other's own.
        same: How many statements both found, and of how many the first answers are one.
        places: Where statements stand, whatever their act (unitising).
        places_by_act: Where they stand, act by act.
    """

    act: float | None
    listed: float | None
    same: Counts
    places: float | None
    places_by_act: float | None


def load() -> tuple[TwiceCoded, ...]:
    """Return the reports whose statements were coded twice; the second codings lie in `second`."""
    return tuple(
        TwiceCoded(
            one.report, one.half, *_shared_doubt(one.report, one.first.statements, one.second.statements)
        )
        for one in load_twice("second")
    )


def _shared_doubt(report: Report, first: Coded, second: Coded) -> tuple[Coded, Coded]:
    """Return both codings, with a statement doubtful where the other coder's same statement is."""
    pairs = match([_found(report, one) for one in second], _all_sure(first)).pairs
    unsure = {(i, j) for i, j in pairs.items() if second[i].doubtful or first[j].doubtful}
    left = {j for _, j in unsure}
    right = {i for i, _ in unsure}
    return (
        tuple(replace(one, doubtful=one.doubtful or j in left) for j, one in enumerate(first)),
        tuple(replace(one, doubtful=one.doubtful or i in right) for i, one in enumerate(second)),
    )


def found(report: Report, coded: Coded) -> list[Statement]:
    """Return what a coder is sure of, each with its first answer, as if a reader had found it."""
    return [_found(report, one) for one in coded if not one.doubtful]


def _found(report: Report, one: GoldStatement) -> Statement:
    evidence = cite(report, one.evidence.start, one.evidence.end)
    return Statement(
        one.id,
        Actor(one.who, one.parties[0], person=one.person),
        one.acts[0],
        Manner.NARRATED,
        evidence,
        cue=evidence,
        content=cite(report, one.content.start, one.content.end) if one.content else None,
        target=Actor(one.targets[0], one.targets[0]) if one.targets and one.targets[0] else None,
        negated=one.negated[0],
        modality=one.modalities[0],
        issues=one.issues,
        answers=one.answers,
    )


def score(report: Report, read: Coded, gold: Coded) -> Score:
    """Score what one coder is sure of against what the other coded, statements alone."""
    return score_report(
        report, Reading(tuple(found(report, read))), Coding(report.id, statements=gold, whole=False)
    )


def agreement(twice: Sequence[TwiceCoded], *, turned: bool = False) -> Told:
    """Return the figures of the second coder with the first as gold.

    Args:
        twice: The reports.
        turned: The first coder with the second as gold instead.
    """
    scores = [
        score(one.report, one.first, one.second) if turned else score(one.report, one.second, one.first)
        for one in twice
    ]
    return {(one.group, one.name): one for one in figures(scores)}


def all_counted(twice: Sequence[TwiceCoded]) -> tuple[TwiceCoded, ...]:
    """Return the reports with nothing held doubtful."""
    return tuple(replace(one, first=_all_sure(one.first), second=_all_sure(one.second)) for one in twice)


def _all_sure(coded: Coded) -> Coded:
    return tuple(replace(one, doubtful=False) for one in coded)


def alphas(twice: Sequence[TwiceCoded]) -> Alphas:
    """Return how far the coders agree beyond chance."""
    both = [pair for one in twice for pair in _both(one)]
    acts: list[tuple[Act, Act]] = [(one.acts[0], other.acts[0]) for one, other in both]
    listed = [
        (one.acts[0],) * 2 if _listed(one, other) else (one.acts[0], other.acts[0]) for one, other in both
    ]
    first = [each for one in twice for each in found(one.report, one.first)]
    second = [each for one in twice for each in found(one.report, one.second)]
    places, by_act, _ = measure_places((first, second), [one.report for one in twice])
    return Alphas(
        krippendorff_alpha(acts).alpha,
        krippendorff_alpha(listed).alpha,
        share(sum(one is other for one, other in acts), len(acts)),
        places.alpha,
        by_act.alpha,
    )


def _both(one: TwiceCoded) -> Iterator[tuple[GoldStatement, GoldStatement]]:
    """Yield the statements of which both coders are sure, the first coder's beside the second's."""
    sure = [each for each in one.second if not each.doubtful]
    for i, j in sorted(match(found(one.report, one.second), one.first).pairs.items()):
        yield one.first[j], sure[i]


def _listed(one: GoldStatement, other: GoldStatement) -> bool:
    return one.acts[0] in other.acts or other.acts[0] in one.acts


def _row(name: str, told: Told) -> str:
    statements = told["found", "statements"]
    shares = "".join(f"{_share(told.get(('right', name))):>18}" for name in SHOWN)
    return f"{name:18}{_rates(statements):34}{shares}"


def _rates(figure: Figure) -> str:
    counts = figure.counts
    rates = "/".join("-" if rate is None else f"{rate:.2f}" for rate in (counts.precision, counts.recall))
    interval = "" if figure.interval is None else " [{:.2f}, {:.2f}]".format(*figure.interval)
    return f"{rates} {counts.f1 or 0:.2f}{interval}"


def _share(figure: Figure | None) -> str:
    return _counts(figure.counts if figure else Counts())


def _counts(counts: Counts) -> str:
    return "-" if counts.f1 is None else f"{counts.right} of {counts.wanted}, {counts.f1:.2f}"


def _alpha(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def _doubts(one: TwiceCoded) -> str:
    coders = (one.first, one.second)
    return "".join(f"{len(each):>10}{sum(one.doubtful for one in each):>10}" for each in coders)


def _print_figures(title: str, groups: Groups, *, turned: bool = False) -> None:
    head = "".join(f"{name:>18}" for name in SHOWN)
    print(f"\n{title}\n{'':18}{'statements: precision/recall F1':34}{head}")
    for name, group in groups.items():
        print(_row(name, agreement(group, turned=turned)))


def _print_alphas(title: str, groups: Groups) -> None:
    print(f"\n{title}\n{'':18}{'act':>10}{'act, listed':>14}{'same answer':>18}{'places':>10}{'by act':>10}")
    for name, group in groups.items():
        one = alphas(group)
        print(
            f"{name:18}{_alpha(one.act):>10}{_alpha(one.listed):>14}{_counts(one.same):>18}"
            f"{_alpha(one.places):>10}{_alpha(one.places_by_act):>10}"
        )


def grouped(twice: Sequence[TwiceCoded]) -> Groups:
    """Return the reports one by one, by half, and all."""
    return {
        **{one.report.id: [one] for one in twice},
        **{half: [one for one in twice if one.half == half] for half in HALVES},
        "all": twice,
    }


def main() -> None:
    """Print how far the two coders agree, by report, by half and in all."""
    twice = load()
    groups, everything = grouped(twice), grouped(all_counted(twice))
    print(f"{'':18}{'first':>10}{'neutral':>10}{'second':>10}{'neutral':>10}")
    for one in twice:
        print(f"{one.report.id:18}{_doubts(one)}")
    _print_figures("second coder, first as gold", groups)
    _print_figures("first coder, second as gold", groups, turned=True)
    _print_figures("second coder, first as gold, doubtful statements counted", everything)
    _print_alphas("Krippendorff's alpha", groups)
    _print_alphas("Krippendorff's alpha, doubtful statements counted", everything)


if __name__ == "__main__":
    main()
