"""Published figures on the UN Security Council and on the Council of the EEC of 1958."""

from __future__ import annotations

from fractions import Fraction

from goodoffices.models.guarantees.bodies import (
    PERMANENT_MEMBERS,
    un_security_council,
    un_security_council_before_1966,
)
from goodoffices.models.guarantees.coalitions import minimal_blocking, minimal_winning
from goodoffices.models.guarantees.power import banzhaf, coleman, shapley_shubik
from goodoffices.models.guarantees.rules import Weighted, requirements, veto_players, winning

COUNCIL = un_security_council().rule
ELECTED = COUNCIL.members[5:]


def test_charter_asks_for_nine_votes_and_five_that_are_not_against() -> None:
    """UN Charter, Article 27(3): nine of fifteen votes, including those of the permanent five."""
    assert veto_players(COUNCIL) == PERMANENT_MEMBERS
    assert (len(COUNCIL.members), requirements(COUNCIL)[0].quota) == (15, 9)
    assert winning(COUNCIL, {*PERMANENT_MEMBERS, *ELECTED[:4]})
    assert not winning(COUNCIL, {*PERMANENT_MEMBERS, *ELECTED[:3]})
    assert not winning(COUNCIL, set(COUNCIL.members) - {"China"})


def test_abstention_of_a_permanent_member_is_no_veto() -> None:
    """Resolution 1973 (2011) on Libya passed with ten votes, China and Russia abstaining among five."""
    in_favour = {"France", "United Kingdom", "United States", *ELECTED[:7]}
    abstaining = {"China", "Russia", *ELECTED[7:]}
    assert winning(COUNCIL, in_favour, abstaining=abstaining)
    assert not winning(COUNCIL, in_favour, abstaining=abstaining - {"Russia"})


def test_848_of_32768_coalitions_win() -> None:
    """Any four or more of ten elected members complete the five: 848 sets, 210 of them smallest."""
    witness = shapley_shubik(COUNCIL).witness
    assert (witness.winning, witness.sets) == (848, 32_768)
    (pattern,) = minimal_winning(COUNCIL).outcome
    assert (pattern.sets, pattern.size) == (210, 9)


def test_five_block_alone_and_seven_elected_members_together() -> None:
    """A decision is stopped by one permanent member or by seven of the ten others."""
    alone, together = minimal_blocking(COUNCIL).outcome
    assert (alone.sets, alone.size, together.sets, together.size) == (5, 1, 120, 7)


def test_shapley_shubik_index_of_the_fifteen() -> None:
    """A permanent member has 421/2145 (19.6 %), an elected one 4/2145 (0.19 %)."""
    index = shapley_shubik(COUNCIL).outcome
    assert {index[name] for name in PERMANENT_MEMBERS} == {Fraction(421, 2145)}
    assert {index[name] for name in ELECTED} == {Fraction(4, 2145)}


def test_banzhaf_index_of_the_fifteen() -> None:
    """A permanent member has 106/635 of the swings, an elected one 21/1270."""
    index = banzhaf(COUNCIL).outcome
    assert {index[name].normalised for name in PERMANENT_MEMBERS} == {Fraction(106, 635)}
    assert {index[name].normalised for name in ELECTED} == {Fraction(21, 1270)}
    assert {index[name].absolute for name in PERMANENT_MEMBERS} == {Fraction(848, 16_384)}


def test_coleman_indices_of_the_fifteen() -> None:
    """Each permanent member can prevent everything; the Council can act in 848 of 32,768 cases."""
    index = coleman(COUNCIL).outcome
    assert {index[name].prevent for name in PERMANENT_MEMBERS} == {Fraction(1)}
    assert index["China"].initiate == Fraction(848, 31_920)
    assert index["China"].collectivity_to_act == Fraction(848, 32_768)


def test_shapley_and_shubik_on_the_eleven() -> None:
    """Shapley and Shubik (1954): the five hold 98.7 per cent of the power, the six others 1.3."""
    rule = un_security_council_before_1966().rule
    index = shapley_shubik(rule).outcome
    five = sum(index[name] for name in PERMANENT_MEMBERS)
    assert round(100 * float(five), 1) == 98.7
    assert round(100 * float(1 - five), 1) == 1.3
    assert index["China"] == Fraction(76, 385)
    assert index["elected member 1"] == Fraction(1, 462)


def test_luxembourg_had_a_vote_and_no_power_in_1958() -> None:
    """Felsenthal and Machover (1998): 12 of 17 votes, 4 for three members, 2 for two, 1 for Luxembourg."""
    weights = {"Germany": 4, "France": 4, "Italy": 4, "Belgium": 2, "Netherlands": 2, "Luxembourg": 1}
    rule = Weighted(weights, 12)
    shares = shapley_shubik(rule).outcome
    swings = banzhaf(rule).outcome
    printed = {4: ("7/30", "5/21"), 2: ("3/20", "1/7"), 1: ("0", "0")}
    for name, weight in weights.items():
        assert (shares[name], swings[name].normalised) == tuple(map(Fraction, printed[weight]))
    assert shapley_shubik(rule).witness.winning == 14
