"""Which found statement is which coded one, and what that says of a reading."""

from __future__ import annotations

from dataclasses import replace

import pytest

from goodoffices.reports.plain import from_text
from goodoffices.reports.report import Report, Span
from goodoffices.statements.acts import Act
from goodoffices.statements.evidence import cite
from goodoffices.statements.gold import Coding, GoldStatement, coding_of
from goodoffices.statements.gold_match import inside, match, right_party, same_actor, shared
from goodoffices.statements.report_score import UNCODED, score_report
from goodoffices.statements.scoring import Counts, Wrong
from goodoffices.statements.statement import Actor, Manner, Modality, Reading, Statement

TEXT = (
    "Accra proposed a truce of ten days. Lomé rejected the truce and asked for monitors. "
    "Accra repeated its proposal. The minister warned of delay. It rained on Monday."
)
REPORT = from_text(TEXT, id="r")
GHANA = Actor("Accra", "ghana", "Ghana")
TOGO = Actor("Lomé", "togo", "Togo")


def span(words: str) -> Span:
    """Return where words stand in the text."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def found(id_: str, actor: Actor, act: Act, words: str, content: str | None = None) -> Statement:
    """Return a statement as a reader finds it."""
    evidence = cite(REPORT, span(words).start, span(words).end)
    said = cite(REPORT, span(content).start, span(content).end) if content else None
    return Statement(id_, actor, act, Manner.NARRATED, evidence, evidence, said)


PROPOSED = GoldStatement(
    "s1",
    "Accra",
    ("ghana",),
    (Act.PROPOSE,),
    span("Accra proposed a truce of ten days."),
    content=span("a truce of ten days"),
    construction="narrated",
    again=(span("Accra repeated its proposal."),),
)
REJECTED = GoldStatement(
    "s2",
    "Lomé",
    ("togo",),
    (Act.REJECT,),
    span("Lomé rejected the truce"),
    content=span("the truce"),
    answers=("s1",),
    construction="narrated",
)
ASKED = GoldStatement(
    "s3",
    "Lomé",
    ("togo",),
    (Act.REQUEST,),
    span("Lomé rejected the truce and asked for monitors."),
    content=span("monitors"),
    targets=("ghana",),
    issues=("monitoring", "troops"),
    construction="conjoined contents",
)
WARNED = GoldStatement(
    "s4",
    "The minister",
    (None,),
    (Act.WARN,),
    span("The minister warned of delay."),
    content=span("delay"),
    doubtful=True,
)
GOLD = (PROPOSED, REJECTED, ASKED, WARNED)
PROPOSAL = found("f1", GHANA, Act.PROPOSE, "Accra proposed a truce of ten days", "a truce of ten days")
REJECTION = found("f2", TOGO, Act.REJECT, "Lomé rejected the truce and asked for monitors", "the truce")


def test_each_coded_statement_is_found_at_most_once() -> None:
    """Two found statements of the same words are one hit, and the second is a mistake."""
    twice = (PROPOSAL, replace(PROPOSAL, id="f2"), REJECTION)
    matching = match(twice, GOLD)
    assert matching.pairs == {0: 0, 2: 1}
    assert matching.aside == matching.invented == frozenset()


def test_the_act_decides_between_statements_of_the_same_words() -> None:
    """Of two coded statements that fit as well, the one with the same act is taken."""
    same = [replace(REJECTED, id="a", acts=(Act.ACCEPT,)), REJECTED]
    assert match([REJECTION], same).pairs == {0: 1}


def test_the_same_words_of_somebody_else_are_no_hit() -> None:
    """A statement given to the wrong party is kept apart as a stranger."""
    matching = match([replace(PROPOSAL, actor=TOGO)], GOLD)
    assert (matching.pairs, matching.strangers) == ({}, {0: 0})


def test_a_statement_without_content_is_matched_by_its_evidence() -> None:
    """Where one has no content, half of the shorter evidence must lie in the other."""
    bare = replace(REJECTION, content=None)
    assert match([bare], [REJECTED]).pairs == {0: 0}
    assert match([bare], [PROPOSED]).pairs == {}


def test_what_the_report_tells_again_counts_once() -> None:
    """An act found where it is told again is a hit if nothing else is, and is passed over otherwise."""
    again = found("f9", GHANA, Act.PROPOSE, "Accra repeated its proposal")
    assert match([again], GOLD).pairs == {0: 0}
    both = match([PROPOSAL, again], GOLD)
    assert (both.pairs, both.aside) == ({0: 0}, frozenset({1}))
    told_here = replace(PROPOSED, again=(PROPOSED.evidence,))
    assert match([PROPOSAL], [told_here]).pairs == {0: 0}
    other = match([replace(again, act=Act.REJECT)], GOLD)
    assert (other.pairs, other.aside, other.invented) == ({}, frozenset(), frozenset())


def test_a_doubtful_statement_is_neither_right_nor_wrong() -> None:
    """Finding what is coded as doubtful counts for nothing, unless it is given to somebody else."""
    warning = found("f4", Actor("The minister"), Act.WARN, "The minister warned of delay", "delay")
    assert match([warning], GOLD).aside == frozenset({0})
    astray = match([replace(warning, actor=TOGO)], GOLD)
    assert (astray.pairs, astray.strangers, astray.aside) == ({}, {}, frozenset())


def test_only_words_that_nobody_coded_are_invented() -> None:
    """A statement is invented where its evidence shares no letter with a coded one."""
    rain = found("f5", TOGO, Act.CLAIM, "It rained on Monday", "rained on Monday")
    assert match([rain, replace(PROPOSAL, actor=TOGO)], GOLD).invented == frozenset({0})


@pytest.mark.parametrize(
    ("actor", "same"),
    [
        (Actor("it", "ghana"), True),
        (Actor("he", None, None, "Kofi Mensah"), True),
        (Actor("the Accra"), True),
        (Actor("Lomé", "togo"), False),
        (Actor("he", None, None, "Ama Owusu"), False),
    ],
)
def test_an_actor_is_the_same_by_party_family_name_or_words(actor: Actor, same: bool) -> None:
    """Party, family name or the report's words, less an article, make an actor the same."""
    assert same_actor(actor, replace(PROPOSED, person="K. Mensah")) is same


@pytest.mark.parametrize(
    ("actor", "parties", "right"),
    [
        (GHANA, ("togo", "ghana"), True),
        (GHANA, (None,), False),
        (None, (None,), True),
        (None, ("ghana",), False),
        (Actor("the Elders of Ho", None, "Elders of Ho"), ("Elders of Ho",), True),
    ],
)
def test_a_party_is_right_by_its_id_or_its_name(
    actor: Actor | None, parties: tuple[str | None, ...], right: bool
) -> None:
    """The id decides, the name where there is none, and None stands for no party."""
    assert right_party(actor, parties) is right


def test_overlap_is_measured_against_the_shorter_and_against_both() -> None:
    """Half of the shorter stretch and a third of both are what these two share."""
    assert inside(Span(0, 10), Span(5, 15)) == 0.5
    assert shared(Span(0, 10), Span(5, 15)) == pytest.approx(1 / 3)
    assert inside(Span(0, 2), Span(5, 15)) == 0


def scored(report: Report, *statements: Statement) -> dict[tuple[str, str], Counts]:
    """Return the counts of a reading of the text."""
    return dict(score_report(report, Reading(statements), Coding("r", GOLD)).counts)


def test_a_reading_is_scored_by_statements_values_acts_and_constructions() -> None:
    """Found, right values, acts and constructions are counted as worked out by hand."""
    claimed = replace(
        found("f3", TOGO, Act.CLAIM, "Lomé rejected the truce and asked for monitors", "monitors"),
        issues=("monitoring",),
        modality=Modality.WOULD,
        target=TOGO,
    )
    rain = found("f5", GHANA, Act.CLAIM, "It rained on Monday", "rained on Monday")
    counts = scored(REPORT, PROPOSAL, replace(REJECTION, answers=("f1", "f3")), claimed, rain)
    assert counts["found", "statements"] == Counts(3, 4, 3)
    assert counts["share", "invented"] == Counts(1, 4, 4)
    assert counts["right", "act"] == Counts(2, 3, 3)
    assert counts["right", "actor's party"] == counts["right", "actor's state"] == Counts(3, 3, 3)
    assert counts["right", "negation"] == counts["right", "content"] == Counts(3, 3, 3)
    assert counts["right", "modality"] == Counts(2, 3, 3)
    assert counts["right", "target"] == Counts(0, 1, 1)
    assert counts["right", "issues"] == Counts(1, 2, 2)
    assert counts["right", "answers"] == Counts(1, 2, 1)
    assert counts["act", "reject"] == counts["act", "propose"] == Counts(1, 1, 1)
    assert counts["act", "claim"] == Counts(0, 2, 0)
    assert counts["act", "request"] == Counts(0, 0, 1)
    assert counts["construction", "narrated"] == Counts(2, 2, 2)
    assert counts["construction", "conjoined contents"] == Counts(1, 1, 1)
    assert counts["construction", UNCODED] == Counts(0, 1, 0)


@pytest.mark.parametrize(
    ("coded", "actor", "party", "state"),
    [
        ("renamo", Actor("Renamo", "renamo"), Counts(1, 1, 1), None),
        ("renamo", GHANA, Counts(0, 1, 1), Counts(0, 1, 1)),
        ("ghana", Actor("Accra", "accra"), Counts(0, 1, 1), Counts(0, 1, 1)),
        ("united_nations", Actor("Accra", "united_nations"), Counts(1, 1, 1), Counts(1, 1, 1)),
        (None, GHANA, Counts(0, 1, 1), Counts(0, 1, 1)),
    ],
)
def test_the_state_of_an_actor_is_counted_where_either_party_is_a_state_or_body(
    coded: str | None, actor: Actor, party: Counts, state: Counts | None
) -> None:
    """A movement that is found as coded says nothing about states; one that is taken for a state does."""
    coding = Coding("r", (replace(PROPOSED, parties=(coded,)),))
    counts = score_report(REPORT, Reading((replace(PROPOSAL, actor=actor),)), coding).counts
    assert counts["right", "actor's party"] == party
    assert counts.get(("right", "actor's state")) == state


def test_what_went_wrong_is_listed_in_order_of_the_text() -> None:
    """Each mistake names its kind, its words, what was coded and what was found."""
    astray = replace(REJECTION, actor=GHANA, act=Act.ACCEPT, negated=True)
    extra = found("f6", TOGO, Act.CLAIM, "asked for monitors", "monitors")
    targeted = replace(
        found("f7", TOGO, Act.REQUEST, "asked for monitors", "monitors"), target=Actor("the north")
    )
    rain = found("f5", Actor("It"), Act.CLAIM, "It rained on Monday", "rained on Monday")
    reading = Reading((rain, astray, targeted, extra))
    wrong = score_report(REPORT, reading, Coding("r", GOLD)).wrong
    truce, monitors = "Accra proposed a truce of ten days.", "asked for monitors"
    sentence = "Lomé rejected the truce and asked for monitors"
    assert wrong == (
        Wrong("missed", "r", "narrated", truce, "Accra: propose", ""),
        Wrong("party", "r", "narrated", sentence, "togo", "ghana"),
        Wrong("act", "r", "narrated", sentence, "reject", "accept"),
        Wrong("negation", "r", "narrated", sentence, "reject", "does not accept"),
        Wrong("target", "r", "conjoined contents", monitors, "ghana", "“the north”"),
        Wrong("extra", "r", "conjoined contents", monitors, "", "Togo: claim"),
        Wrong("invented", "r", UNCODED, "It rained on Monday", "", "It: claim"),
    )


def test_an_actor_without_a_party_is_shown_by_its_words() -> None:
    """Where no party was found, the mistake shows the report's words, and nobody where no target was."""
    nameless = replace(PROPOSAL, actor=Actor("Accra"))
    untold = found("f7", TOGO, Act.REQUEST, "asked for monitors", "monitors")
    wrong = score_report(REPORT, Reading((nameless, untold)), Coding("r", (PROPOSED, ASKED))).wrong
    assert [(one.kind, one.found) for one in wrong] == [("party", "“Accra”"), ("target", "nobody")]


def test_what_a_person_confirmed_is_gold() -> None:
    """A confirmed statement is taken as right; one that nobody has confirmed counts for nothing."""
    sure = replace(REJECTION, answers=("f1",), target=GHANA, issues=("ceasefire",), confirmed_by="Anna Berg")
    reading = Reading((PROPOSAL, sure))
    score = score_report(REPORT, reading, coding_of(reading, "r"))
    assert score.wrong == ()
    assert score.counts["found", "statements"] == Counts(1, 1, 1)
    assert score.counts["right", "act"] == score.counts["right", "target"] == Counts(1, 1, 1)
    assert ("found", "relations") not in score.counts
    assert coding_of(reading, "another report") == Coding("another report", whole=False)


def test_an_act_of_both_who_are_listed_counts_once() -> None:
    """Where a coder lists two parties for one act, the act of the second is neither right nor wrong."""
    both = replace(PROPOSED, parties=("ghana", "togo"))
    told = [found(f"f{n}", who, Act.PROPOSE, "Accra proposed a truce") for n, who in enumerate((GHANA, TOGO))]
    matching = match(told, [both])
    assert (matching.pairs, matching.strangers, matching.aside) == ({0: 0}, {}, frozenset({1}))
    assert match(told, [PROPOSED]).aside == set()
