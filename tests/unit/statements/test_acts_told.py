"""Acts, each once, however often reports tell of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from goodoffices.reports.copies import find_copies
from goodoffices.reports.plain import from_text
from goodoffices.reports.report import Report
from goodoffices.statements.acts import Act
from goodoffices.statements.acts_told import ToldAct, acts_told
from goodoffices.statements.combine import combine
from goodoffices.statements.names import Names
from goodoffices.statements.passage import Parse
from goodoffices.statements.reader import read_report

Tell = Callable[..., tuple[ToldAct, ...]]
PATROL = "Chad proposed a joint patrol of neutral officers along the northern border road."
STORY = (
    "Chad proposed a joint patrol of neutral officers along the northern border road. Libya rejected the "
    "proposal within hours and gave no reason for it. France said that it was open to paying for the patrol, "
    "so long as both neighbours agree on who commands it and for how long it stays in the valley. The two "
    "neighbours have quarrelled over wells and grazing near the road since the drought, and elders on either "
    "side have settled most of the smaller cases among themselves without asking anybody in the capitals.\n"
)


@pytest.fixture(scope="module")
def tell(parse: Parse, names: Names) -> Tell:
    """Return a function that reads texts, as reports of days, and gives the acts they tell of."""

    def told(*texts: str, on: Sequence[dt.date | None] = ()) -> tuple[ToldAct, ...]:
        days = (*on, *[None] * len(texts))
        reports: list[Report] = [
            replace(from_text(text, id=f"r{number}"), date=days[number]) for number, text in enumerate(texts)
        ]
        reading = combine([read_report(report, parse, names) for report in reports])
        return acts_told(reading, reports, names.gazetteer, find_copies(reports))

    return told


def may(day: int) -> dt.date:
    """Return a day of May 2019."""
    return dt.date(2019, 5, day)


def shown(acts: Sequence[ToldAct]) -> list[tuple[str | None, str, int]]:
    """Return party, act and number of statements of each act."""
    return [(act.actor.party, str(act.act), len(act.statements)) for act in acts]


def test_an_agency_report_printed_three_times_tells_each_act_once(tell: Tell) -> None:
    """Copies with another headline and small edits add evidence and no acts."""
    copy = "Patrol on the border road?\n\n" + STORY.replace("within hours", "on the same evening")
    acts = tell(STORY, copy, STORY.replace("gave no reason", "named no reason"), on=[may(2), may(3), may(9)])
    assert shown(acts) == [("chad", "propose", 3), ("libya", "reject", 3), ("france", "open", 3)]
    first = acts[0]
    assert (first.id, first.statements, first.reports) == ("a1", ("s1", "s4", "s7"), ("r0", "r1", "r2"))
    assert first.copies == ("r1", "r2")
    assert (first.first, first.last, first.date, first.day) == (may(2), may(9), None, may(2))
    assert acts[1].answers == ("a1",)


def test_two_answers_to_one_proposal_are_one_act(tell: Tell) -> None:
    """'Libya rejected the idea' and 'Tripoli ruled out the proposal' say no to the same thing."""
    acts = tell(f"{PATROL} Libya rejected the idea. Later Tripoli ruled out the proposal, citing its cost.")
    assert [(one.actor.party, one.act) for one in acts] == [("chad", Act.PROPOSE), ("libya", Act.REJECT)]
    assert acts[1].statements == ("s2", "s3")


def test_a_report_in_other_words_tells_the_same_act(tell: Tell) -> None:
    """Two thirds of the words that carry the content are enough where names and numbers agree."""
    again = "Chad suggested a patrol of neutral officers on the northern border road."
    (act,) = tell(again, PATROL, on=[may(2), may(4)])
    assert act.statements == ("s1", "s2")
    assert act.copies == ()
    assert act.content is not None
    assert act.content.exact.startswith("a joint patrol")


@pytest.mark.parametrize(
    "other",
    [
        "Chad proposed a joint patrol of neutral officers along the southern Darfur road.",
        "Niger proposed a joint patrol of neutral officers along the northern border road.",
        "Chad rejected a joint patrol of neutral officers along the northern border road.",
        "Chad did not propose a joint patrol of neutral officers along the northern border road.",
    ],
)
def test_what_differs_in_party_act_or_matter_stays_apart(tell: Tell, other: str) -> None:
    """Another party, another act, its denial, or another matter is another act."""
    assert len(tell(PATROL, other, on=[may(2), may(2)])) == 2


def test_numbers_and_turning_words_keep_contents_apart(tell: Tell) -> None:
    """A truce of thirty days is not one of sixty, and talks before a truce are not talks after one."""
    truce = "Chad proposed a truce of {} days for the whole northern border region."
    assert len(tell(truce.format("thirty"), truce.format("60"), on=[may(2), may(2)])) == 2
    talks = "Chad proposed open talks about the northern border {} a full truce."
    assert len(tell(talks.format("before"), talks.format("after"), on=[may(2), may(2)])) == 2


def test_two_persons_of_one_party_act_for_themselves(tell: Tell) -> None:
    """What two named persons say is two acts, whatever the words."""
    said = "The Chadian {} proposed a joint patrol of neutral officers along the northern border road."
    acts = tell(said.format("minister Adoum Saleh"), said.format("envoy Idriss Moussa"), on=[may(2), may(2)])
    assert [act.actor.person for act in acts] == ["Adoum Saleh", "Idriss Moussa"]


def test_different_stated_days_are_different_acts(tell: Tell) -> None:
    """Where both reports state the day of the act, the days decide."""
    on = "On {} May 2019, Chad proposed a joint patrol of neutral officers along the northern border road."
    acts = tell(on.format(2), on.format(3), on=[may(4), may(4)])
    assert [act.date for act in acts] == [may(2), may(3)]
    assert acts[0].day == may(2)
    assert acts[1].reaffirms == "a1"


def test_what_is_said_again_weeks_later_is_a_new_act(tell: Tell) -> None:
    """A repeated position is flagged as one that reaffirms the earlier act."""
    acts = tell(PATROL, PATROL, on=[may(2), may(20)])
    assert [(act.id, act.reaffirms) for act in acts] == [("a1", None), ("a2", "a1")]


def test_no_and_yes_never_become_one(tell: Tell) -> None:
    """A rejection, an acceptance and a rejection within a week are three acts, and none reaffirms another."""
    no = "Libya rejected a joint patrol of neutral officers along the northern border road."
    acts = tell(no, no.replace("rejected", "accepted"), no, on=[may(2), may(4), may(6)])
    assert [act.act for act in acts] == [Act.REJECT, Act.ACCEPT, Act.REJECT]
    assert [act.reaffirms for act in acts] == [None, None, None]


def test_a_report_without_a_date_joins_only_by_the_same_words(tell: Tell) -> None:
    """Nothing says when it was, so other words are not taken for the same act."""
    again = "Chad suggested a patrol of neutral officers on the northern border road."
    assert len(tell(PATROL, PATROL, on=[may(2), None])) == 1
    assert len(tell(PATROL, again, on=[may(2), None])) == 2
    assert len(tell(PATROL, again)) == 1


def test_a_voice_that_nobody_knows_is_one_within_its_report_only(tell: Tell) -> None:
    """'The official' of one report need not be that of another."""
    vague = "An official said the pact was dead."
    acts = tell(vague, vague, on=[may(2), may(2)])
    assert len(acts) == 2


def test_a_condition_keeps_an_acceptance_apart_from_a_plain_one(tell: Tell) -> None:
    """Yes, if … is not yes."""
    yes = "Libya accepted a joint patrol of neutral officers along the northern border road"
    acts = tell(f"{yes}.", f"{yes} only if the officers are African.", on=[may(2), may(2)])
    assert len(acts) == 2
