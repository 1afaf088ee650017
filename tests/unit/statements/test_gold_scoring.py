"""Figures over reports, and how relations, precedents, options and distances are counted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from goodoffices.reports.plain import from_text
from goodoffices.reports.report import Span
from goodoffices.statements.evidence import Evidence, cite
from goodoffices.statements.gold import (
    Coding,
    GoldDistance,
    GoldOption,
    GoldPrecedent,
    GoldRelation,
)
from goodoffices.statements.mention_score import Mentioned, score_mentions
from goodoffices.statements.scoring import Counts, Key, Score, figures, share, tallied
from goodoffices.statements.statement import (
    Actor,
    DistanceMention,
    OptionMention,
    PrecedentMention,
    Reading,
    Relation,
    RelationKind,
)

TEXT = (
    "Togo supplies Mali with grain. Ghana, which arms Mali, recalled the Lomé accord of 1999. "
    "One option is a joint patrol. The two are far apart. Togo has long supplied Mali. Chad mediated."
)
REPORT = from_text(TEXT, id="r")
GHANA, TOGO, MALI = (Actor(name, name.lower(), name) for name in ("Ghana", "Togo", "Mali"))
ALL: Key = ("found", "statements")


def words(text: str) -> Evidence:
    """Return words of the text as evidence."""
    start = TEXT.index(text)
    return cite(REPORT, start, start + len(text))


GRAIN = Relation("r1", RelationKind.SUPPLIES, TOGO, MALI, words("Togo supplies Mali with grain"))
ACCORD = PrecedentMention("p1", "the Lomé accord", words("recalled the Lomé accord of 1999"), 1999, GHANA)
PATROL = OptionMention("o1", words("a joint patrol"), words("One option is a joint patrol."))
APART = DistanceMention("d1", words("The two are far apart."), (GHANA, TOGO))
READING = Reading(relations=(GRAIN,), precedents=(ACCORD,), options=(PATROL,), distances=(APART,))
CODING = Coding(
    "r",
    relations=(
        GoldRelation(RelationKind.SUPPLIES, ("togo",), GRAIN.evidence.span, ("mali",)),
        GoldRelation(RelationKind.SUPPLIES, ("ghana",), words("Ghana, which arms Mali").span, ("mali",)),
        GoldRelation(RelationKind.BROKERS, ("chad",), words("Chad mediated").span, doubtful=True),
    ),
    precedents=(GoldPrecedent("Lomé accord", ACCORD.evidence.span, 1999),),
    options=(GoldOption(PATROL.content.span, PATROL.evidence.span),),
    distances=(GoldDistance(("ghana", "mali"), APART.evidence.span),),
)


def counted(mentioned: Mentioned) -> dict[Key, Counts]:
    """Return the summed counts."""
    return tallied(mentioned.marks)


def test_mentions_are_counted_by_kind_with_their_voice_apart() -> None:
    """A relation, a precedent, an option and a distance are found; the precedent's voice is wrong."""
    counts = counted(score_mentions(REPORT, READING, CODING))
    assert counts["found", "relations"] == Counts(1, 1, 2)
    assert counts["found", "precedents"] == counts["found", "options"] == counts["found", "distances"]
    assert counts["found", "distances"] == Counts(1, 1, 1)
    assert counts["right", "relation's voice"] == Counts(1, 1, 1)
    assert counts["right", "precedent's voice"] == Counts(0, 1, 1)
    assert counts["right", "distance's parties"] == Counts(0, 1, 1)


def test_what_is_told_again_or_doubtful_counts_for_nothing() -> None:
    """A relation that the report tells again and one that is coded as doubtful are passed over."""
    again = replace(GRAIN, id="r2", evidence=words("Togo has long supplied Mali"))
    chad = Actor("Chad", "chad", "Chad")
    doubtful = Relation("r3", RelationKind.BROKERS, chad, None, words("Chad mediated"))
    reading = replace(READING, relations=(GRAIN, again, doubtful))
    assert counted(score_mentions(REPORT, reading, CODING))["found", "relations"] == Counts(1, 1, 2)


def test_a_denied_relation_is_another_one() -> None:
    """A relation that is found as it is not coded, with or without a not, is wrong."""
    reading = replace(READING, relations=(replace(GRAIN, negated=True),))
    assert counted(score_mentions(REPORT, reading, CODING))["found", "relations"] == Counts(0, 1, 2)


def test_allies_may_stand_in_either_order() -> None:
    """Who is allied with whom is the same both ways; who supplies whom is not."""
    turned = replace(GRAIN, source=MALI, target=TOGO)
    assert counted(score_mentions(REPORT, replace(READING, relations=(turned,)), CODING))[
        "found", "relations"
    ] == Counts(0, 1, 2)
    mates = replace(turned, kind=RelationKind.ALLIED_WITH)
    coded = GoldRelation(RelationKind.ALLIED_WITH, ("togo",), GRAIN.evidence.span, ("mali",))
    found = score_mentions(REPORT, replace(READING, relations=(mates,)), replace(CODING, relations=(coded,)))
    assert counted(found)["found", "relations"] == Counts(1, 1, 1)


def test_conduct_counts_only_where_it_was_coded() -> None:
    """Who signed or acted is compared if the coding says that it covers that, and is passed over if not."""
    reading = replace(READING, relations=(GRAIN, replace(GRAIN, kind=RelationKind.SIGNED)))
    assert counted(score_mentions(REPORT, reading, CODING))["found", "relations"] == Counts(1, 1, 2)
    full = replace(CODING, conduct=True)
    assert counted(score_mentions(REPORT, reading, full))["found", "relations"] == Counts(1, 2, 2)


def test_what_is_wrong_in_mentions_is_listed() -> None:
    """Missed and invented mentions are listed with what was coded and what was found."""
    reading = Reading(
        relations=(replace(GRAIN, kind=RelationKind.SUPPORTS, target=None), replace(GRAIN, source=MALI)),
        precedents=(replace(ACCORD, year=None), replace(ACCORD, name="Abuja accord")),
        options=(OptionMention("o1", words("far apart"), words("The two are far apart.")),),
        distances=(replace(APART, evidence=words("Chad mediated")),),
    )
    wrong = [(one.kind, one.wanted, one.found) for one in score_mentions(REPORT, reading, CODING).wrong]
    assert wrong == [
        ("missed relation", "togo supplies mali", ""),
        ("missed relation", "ghana supplies mali", ""),
        ("invented relation", "", "Togo supports no party"),
        ("invented relation", "", "Mali supplies Mali"),
        ("missed precedent", "Lomé accord (1999)", ""),
        ("invented precedent", "", "the Lomé accord"),
        ("invented precedent", "", "Abuja accord (1999)"),
        ("missed option", "an option without an owner", ""),
        ("invented option", "", "far apart"),
        ("missed distance", "ghana / mali", ""),
        ("invented distance", "", "Ghana / Togo"),
    ]


def test_a_coded_precedent_without_a_year_is_named_alone() -> None:
    """Where no year was coded, none is shown."""
    coding = Coding("r", precedents=(GoldPrecedent("Abuja", Span(0, 4)),))
    assert score_mentions(REPORT, Reading(), coding).wrong[0].wanted == "Abuja"


def test_rates_are_those_of_the_counts_and_none_where_nothing_is_counted() -> None:
    """Two right of four found and of three wanted are a half, two thirds and four sevenths."""
    counts = Counts(2, 4, 3)
    assert counts.precision == 0.5
    assert counts.recall == pytest.approx(2 / 3)
    assert counts.f1 == pytest.approx(4 / 7)
    assert (Counts().precision, Counts().recall, Counts().f1) == (None, None, None)
    assert share(3, 4) == Counts(3, 4, 4)


def test_figures_sum_the_reports_and_bound_them_by_drawing_reports_anew() -> None:
    """The figure is that of the sums; its interval holds it and lies within the best and worst report."""
    scores = [Score(str(k), {ALL: Counts(k, 4, 4)}) for k in range(5)]
    (figure,) = figures(scores)
    assert (figure.group, figure.name, figure.counts) == ("found", "statements", Counts(10, 20, 20))
    assert figure.interval is not None
    low, high = figure.interval
    assert 0 <= low < 0.5 < high <= 1
    assert figures(scores) == figures(scores)
    assert figures(scores, seed=1)[0].interval != figure.interval


def test_one_report_has_no_interval() -> None:
    """Drawing anew says nothing where only one report has something to count."""
    one = Score("r", {ALL: Counts(1, 1, 1)})
    assert figures([one])[0].interval is None
    assert figures([one, Score("s", {})])[0].interval is None
    nothing = [Score("r", {ALL: Counts()}), Score("s", {})]
    assert figures(nothing)[0].interval is None
