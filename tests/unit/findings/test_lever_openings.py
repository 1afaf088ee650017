"""Which levers would open a zone of possible agreement."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from goodoffices.case.case import Case
from goodoffices.case.coding import Coding, Status
from goodoffices.case.instruments import Leverage
from goodoffices.case.terms import Issue, Option, RedLine
from goodoffices.case.values import Interval
from goodoffices.findings.lever_words import NOT_NEEDED, opening_answer, opening_lines
from goodoffices.findings.openings import openings
from goodoffices.findings.pulls import Pull, pulls, share_needed
from goodoffices.models.bargaining.from_case import bargaining_problem
from goodoffices.models.bargaining.packages import enumerate_packages
from goodoffices.models.bargaining.pareto import within_red_lines
from goodoffices.models.leverage.holders import smallest_openers
from goodoffices.models.leverage.lever import Lever

CODING = Coding(status=Status.JUDGEMENT, coder="A. Coder")
SURE = Interval.exactly(1.0)
NONE = Interval.exactly(0.0)


def lever(holder: str, target: str, share: float, willingness: float | None = None) -> Leverage:
    """Return a lever of a case by loans."""
    willing = None if willingness is None else Interval.exactly(willingness)
    return Leverage(holder, target, CODING, "loans", Interval.exactly(share), willing)


def used(sets: object) -> list[list[str]]:
    """Return the holders of each set."""
    return [[each.pull.holder for each in one.used] for one in sets]  # type: ignore[attr-defined]


def test_a_lever_that_covers_what_a_package_leaves_its_target_short_of_opens_a_zone(
    strait_measured: Case,
) -> None:
    """Half of the grain covers what Norvania is short of under the pact; as expected it does not."""
    found = openings(strait_measured, pulls(strait_measured))
    assert (found.open, found.measured, found.all_ways, found.missing) == (
        False,
        ("norvania", "selmark"),
        1,
        (),
    )
    (way,) = found.ways
    assert way.given_up == ()
    assert [round(need.short.mid, 9) for need in way.needs] == [0.2]
    (one,) = way.could
    (grain,) = one.used
    assert (grain.pull.holder, grain.takes, grain.pull.weighed) == (
        "kestria",
        Interval(0.4, 0.5, 0.6),
        False,
    )
    assert grain.from_share is None
    (need,) = one.needs
    assert need.target == "norvania"
    assert need.short.as_list() == pytest.approx([0.1, 0.2, 0.3])
    assert one.package[0] == "Security guarantees: A pact of allies"
    assert one.sure
    assert way.would == ()


def test_sets_agree_with_the_model_of_lever_holders(strait_measured: Case) -> None:
    """What bargaining finds over all packages is what leverage finds package by package."""
    case = dataclasses.replace(
        strait_measured,
        leverage=(
            lever("kestria", "norvania", 0.15),
            lever("aldera", "norvania", 0.1),
            lever("southern_compact", "norvania", 0.05),
            lever("kestria", "selmark", 0.25),
        ),
    )
    pulled = pulls(case)
    (way,) = openings(case, pulled).ways
    space = enumerate_packages(bargaining_problem(case))
    names = [party.name for party in space.problem.parties]
    short: dict[str, dict[str, float]] = {}
    for row in within_red_lines(space):
        gains = np.round(space.utilities[row] - space.walk_away, 12).tolist()
        short[str(row)] = {name: -gain for name, gain in zip(names, gains, strict=True) if gain < 0}
    levers = [
        dataclasses.replace(pull.lever, holder=f"{pull.holder} over {pull.target}")
        for pull in pulled
        if pull.lever
    ]
    by_package = smallest_openers(levers, short).outcome
    every = {frozenset(some) for sets in by_package.values() for some in sets}
    least = {some for some in every if not any(other < some for other in every)}
    assert {
        frozenset(f"{each.pull.holder} over {each.pull.target}" for each in one.used) for one in way.could
    } == least
    assert len(least) == 3
    assert way.would == ()


def test_no_lever_covers_a_red_line(strait_measured: Case) -> None:
    """With a red line on each side, the levers are looked at for what would be given up."""
    lines = (
        RedLine("norvania", "security_guarantees = pact", CODING, name="no pact"),
        RedLine("selmark", "security_guarantees != pact", CODING, name="nothing but the pact"),
    )
    case = dataclasses.replace(strait_measured, red_lines=lines)
    found = openings(case, pulls(case))
    assert [way.given_up for way in found.ways] == [
        ("Norvania: no pact",),
        ("Selmark: nothing but the pact",),
    ]
    assert used(found.ways[0].could) == [["kestria"]]
    assert used(found.ways[1].could) == []
    assert opening_answer(found) == "No lever is enough while the red lines stand: they leave no package."
    told = "\n".join(opening_lines(case, found))
    assert "one of two smallest sets of red lines. After none of them no lever is needed" in told
    assert (
        "If these were given up – Norvania: no pact – the package that asks least of levers would still "
        "leave Norvania short of 0.2 (0.1 to 0.3)" in told
    )
    assert (
        "Possibly enough if pulled: Kestria by “purchases of grain”, which takes at most 0.5 (0.4 to 0.6)"
        in told
    )
    assert "Enough if pulled: no set of the levers whose size can be said." in told


def test_options_that_a_party_without_numbers_accepts_are_told_like_red_lines(strait_measured: Case) -> None:
    """Selmark has no walk-away value, so that the options it accepts stand in the way."""
    case = dataclasses.replace(strait_measured, walk_away=strait_measured.walk_away[:1], red_lines=())
    found = openings(case, pulls(case))
    assert found.measured == ("norvania",)
    assert found.missing == (
        "a walk-away value of Selmark, and a salience and a place on every issue that counts for them",
    )
    (way,) = found.ways
    assert (way.given_up, used(way.could)) == ((), [["kestria"]])
    narrow = dataclasses.replace(
        case, red_lines=(RedLine("norvania", "security_guarantees = pact", CODING, name="no pact"),)
    )
    ways = openings(narrow, pulls(narrow)).ways
    assert [one.given_up for one in ways] == [
        ("Selmark: on security guarantees, only “A pact of allies”",),
        ("Norvania: no pact",),
    ]
    assert not ways[0].needs


def test_where_all_could_sign_no_lever_is_needed(strait_measured: Case) -> None:
    """A zone that is open needs nothing."""
    floors = tuple(
        dataclasses.replace(each, value=Interval.exactly(0.1)) for each in strait_measured.walk_away
    )
    case = dataclasses.replace(strait_measured, walk_away=floors)
    found = openings(case, pulls(case))
    assert found.open
    assert (opening_answer(found), opening_lines(case, found)) == (NOT_NEEDED, (NOT_NEEDED,))


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({"walk_away": ()}, "a walk-away value of Norvania and Selmark, and a salience and a place"),
        ({"issues": {}, "positions": (), "red_lines": ()}, "who must sign, and issues with options"),
        (
            {"leverage": tuple(lever("kestria", "norvania", 0.01) for _ in range(13))},
            "a choice among the 13 levers; all sets are tried of 12",
        ),
    ],
)
def test_what_keeps_the_question_from_being_answered_is_named(
    strait_measured: Case, change: dict[str, object], missing: str
) -> None:
    """Without numbers there is no answer, and it is said which are missing."""
    case = dataclasses.replace(strait_measured, **change)  # type: ignore[arg-type]
    found = openings(case, pulls(case))
    assert not found.ways
    assert opening_answer(found) is None
    (line,) = opening_lines(case, found)
    assert line.startswith(f"What is missing for an answer: {missing}")


def test_a_case_with_too_many_packages_is_left_alone(strait_measured: Case) -> None:
    """More packages than a brief looks at are not gone through."""
    options = {f"o{number}": Option(name=f"Option {number}") for number in range(50)}
    wide = {f"i{number}": Issue(name=f"Issue {number}", options=options) for number in range(4)}
    case = dataclasses.replace(strait_measured, issues={**strait_measured.issues, **wide})
    assert openings(case, pulls(case)).missing == ("fewer packages: there are more than a brief looks at",)


def test_weighed_levers_count_as_weighed(strait_measured: Case) -> None:
    """A weight of a half halves what the grain takes, and doubles the share from which it is enough."""
    weighed = Lever(
        "kestria",
        "norvania",
        "purchases of grain",
        Interval(0.4, 0.5, 0.6),
        weight=Interval(0.3, 0.5, 1.0),
        redirectable=NONE,
        dependence=SURE,
        willingness=SURE,
        cost=NONE,
    )
    pulled = pulls(strait_measured, [weighed])
    assert (pulled[0].weighed, pulled[0].missing) == (True, ())
    found = openings(strait_measured, pulled)
    ((one,),) = (way.could for way in found.ways)
    assert one.used[0].from_share == pytest.approx(0.4)
    assert not one.sure
    assert used(found.ways[0].would) == [["kestria"]]
    assert opening_answer(found) == (
        "Levers would open a zone, even as far as their holders are expected to use them."
    )
    told = "\n".join(opening_lines(strait_measured, found))
    assert "Enough if pulled: Kestria by “purchases of grain”, which takes 0.25 (0.12 to 0.6)" in told
    assert "(enough from a share of 0.4)" in told
    assert "at the low end of the intervals it is not enough" in told


def test_the_answer_tells_capacity_and_willingness_apart(strait_measured: Case) -> None:
    """What levers could do and what is to be expected of them are two sentences."""
    found = openings(strait_measured, pulls(strait_measured))
    assert opening_answer(found) == (
        "Levers might open a zone if they were used; as far as use is expected, they do not."
    )
    small = dataclasses.replace(strait_measured, leverage=(lever("kestria", "norvania", 0.1, 1.0),))
    assert opening_answer(openings(small, pulls(small))) == (
        "The levers whose size can be said do not open a zone, even if all are used."
    )


def test_long_lists_are_cut_in_words_and_not_in_the_data(strait_measured: Case) -> None:
    """Six levers of which each is enough make six sets, of which four are told."""
    many = tuple(lever("kestria", "norvania", 0.3) for _ in range(6))
    case = dataclasses.replace(strait_measured, leverage=many)
    found = openings(case, pulls(case))
    assert len(found.ways[0].could) == 6
    assert "Enough if pulled, perhaps: two further sets." in opening_lines(case, found)


def test_a_lever_without_a_willingness_counts_only_if_pulled(strait_measured: Case) -> None:
    """Nothing is expected of a holder of whom nobody says whether it is willing."""
    case = dataclasses.replace(strait_measured, leverage=(lever("kestria", "norvania", 0.5),))
    (pull,) = pulls(case)
    assert (pull.could, pull.would) == (Interval.exactly(0.5), None)
    (way,) = openings(case, (pull,)).ways
    assert (used(way.could), way.would) == ([["kestria"]], ())
    bare = dataclasses.replace(case, leverage=(Leverage("kestria", "norvania", CODING),))
    (pull,) = pulls(bare)
    assert (pull.means, pull.could, pull.would) == ("means not named", None, None)


def test_no_share_is_enough_of_a_flow_that_does_not_count(strait_measured: Case) -> None:
    """Where nobody would pull it, no share is enough as expected; where nobody weighed it, none is said."""
    (bare,) = pulls(dataclasses.replace(strait_measured, leverage=(lever("kestria", "norvania", 0.5, 0.0),)))
    pull = dataclasses.replace(bare, weighed=True)
    assert isinstance(pull, Pull)
    assert share_needed(pull, 0.2, 0.0, as_expected=True) is None
    assert share_needed(pull, 0.2, 0.1, as_expected=False) == pytest.approx(0.1)
    assert share_needed(bare, 0.2, 0.1, as_expected=False) is None


def test_what_rounding_hides_asks_nothing_of_levers(strait_measured: Case) -> None:
    """Less than 0.01 missing at the middle is told as too little, and no lever is set against it."""
    floors = (
        dataclasses.replace(strait_measured.walk_away[0], value=Interval(0.3, 0.403, 0.5)),
        *strait_measured.walk_away[1:],
    )
    case = dataclasses.replace(strait_measured, walk_away=floors)
    found = openings(case, pulls(case))
    assert [0.0 < need.short.mid < 0.005 for way in found.ways for need in way.needs] == [True]
    assert not found.open
    little = "leaves less than 0.01 missing, too little to be told from nothing"
    assert little in str(opening_answer(found))
    (told,) = opening_lines(case, found)
    assert little in told
    (way,) = found.ways
    ways = (dataclasses.replace(way, given_up=("a line",)),)
    told = opening_lines(case, dataclasses.replace(found, ways=ways))[1]
    assert told.endswith("; after one more less than 0.01 is missing, too little to be told from nothing.")


def test_ways_that_ask_more_are_counted_in_words(strait_measured: Case) -> None:
    """Where five sets of red lines leave packages that ask something of levers, four are told."""
    lines = tuple(
        RedLine(party, f"security_guarantees = {option}", CODING, name=f"no {option} {number}")
        for number, (party, option) in enumerate(
            [("norvania", "pact"), ("norvania", "league"), ("norvania", "none"), ("selmark", "none")]
        )
    )
    options = {f"o{number}": Option(name=f"Option {number}") for number in range(3)}
    more = tuple(
        RedLine("selmark", f"other = o{number}", CODING, name=f"no o{number}") for number in range(3)
    )
    case = dataclasses.replace(
        strait_measured,
        issues={**strait_measured.issues, "other": Issue(name="Other", options=options)},
        red_lines=(*lines, *more),
    )
    found = openings(case, pulls(case))
    asking = [way for way in found.ways if way.needs]
    assert (len(asking), found.all_ways) == (8, 9)
    told = opening_lines(case, found)
    assert "Four further ways ask as much of levers, or more." in told
    assert "of which 8 were looked at" in told[1]


def test_what_opens_as_expected_opens_if_pulled_and_more_share_loses_nothing(strait_measured: Case) -> None:
    """Willingness only takes away, and a larger share never closes what a smaller one opens."""
    draw = np.random.default_rng(7)
    for _ in range(25):
        shares, willing = draw.uniform(0, 0.3, 4), draw.uniform(0, 1, 4)
        targets = [("norvania", "selmark")[number] for number in draw.integers(2, size=4)]
        opened = []
        for factor in (1.0, 1.5):
            levers = tuple(
                lever(("kestria", "aldera")[place % 2], target, factor * share, will)
                for place, (target, share, will) in enumerate(zip(targets, shares, willing, strict=True))
            )
            case = dataclasses.replace(strait_measured, leverage=levers)
            (way,) = openings(case, pulls(case)).ways
            opened.append((bool(way.could), bool(way.would)))
            assert way.could or not way.would
        assert opened[1][0] >= opened[0][0]
        assert opened[1][1] >= opened[0][1]
