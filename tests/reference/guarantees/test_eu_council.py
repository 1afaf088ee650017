"""The double majority of the EU Council with its 27 members."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from goodoffices.errors import ModelError
from goodoffices.models.guarantees.collective_action import probability_of_action
from goodoffices.models.guarantees.eu_council import EU_POPULATIONS, eu_council
from goodoffices.models.guarantees.power import banzhaf, shapley_shubik
from goodoffices.models.guarantees.rules import veto_players, winning

COUNCIL = eu_council().rule
LARGEST = sorted(EU_POPULATIONS, key=lambda name: -EU_POPULATIONS[name])


def test_populations_add_up_to_the_published_total() -> None:
    """Eurostat, 1 January 2024: 27 states with 449,206,579 people, as in the release of July 2024."""
    assert len(EU_POPULATIONS) == 27
    assert sum(EU_POPULATIONS.values()) == 449_206_579


def test_fifteen_states_with_65_per_cent_of_the_people_decide() -> None:
    """Treaty on European Union, Article 16(4): 55 per cent of 27 states are 15."""
    assert winning(COUNCIL, set(LARGEST[:15]))
    assert not winning(COUNCIL, set(LARGEST[:14]))
    assert not winning(COUNCIL, set(LARGEST[4:19]))


def test_three_states_cannot_block_however_large() -> None:
    """The same article: a blocking minority has at least four members, or the majority counts as reached."""
    three = set(LARGEST[:3])
    assert sum(EU_POPULATIONS[name] for name in three) > 0.35 * 449_206_579
    assert winning(COUNCIL, set(LARGEST) - three)
    assert not winning(COUNCIL, set(LARGEST) - set(LARGEST[:4]))
    assert veto_players(COUNCIL) == ()


def halves(names: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Return number and people of every set of some states."""
    sets = np.arange(2 ** len(names))
    members = (sets[:, np.newaxis] >> np.arange(len(names))) & 1
    return members.sum(axis=1), members @ np.array([EU_POPULATIONS[name] for name in names])


def test_diagram_counts_the_winning_sets_that_joining_two_halves_counts() -> None:
    """Of 134,217,728 sets 17,762,672 win, counted by two methods that share nothing."""
    count_a, people_a = halves(LARGEST[::2])
    count_b, people_b = halves(LARGEST[1::2])
    wins = 0
    for number in range(count_b.max() + 1):
        held = np.sort(people_b[count_b == number])
        needed = -(-65 * 449_206_579 // 100) - people_a
        reached = len(held) - np.searchsorted(held, needed)
        total = count_a + number
        wins += int(np.where(total >= 24, len(held), np.where(total >= 15, reached, 0)).sum())
    witness = banzhaf(COUNCIL).witness
    assert witness.winning == wins == 17_762_672
    assert witness.sets == 2**27


def test_power_grows_with_people_and_adds_up() -> None:
    """Shares add up to 1 exactly, and no state with more people has less of them."""
    shares = shapley_shubik(COUNCIL).outcome
    assert sum(shares.values()) == Fraction(1)
    assert [shares[name] for name in LARGEST] == sorted(shares.values(), reverse=True)


def test_without_one_state_the_shares_are_of_those_that_take_part() -> None:
    """Article 238(3): of 26 states 15 are needed, and three large ones and one more can block."""
    others = {name: people for name, people in EU_POPULATIONS.items() if name != "Hungary"}
    rule = eu_council(others).rule
    assert "Hungary" not in rule.members
    assert winning(rule, set(others) - set(LARGEST[:3]))
    assert not winning(rule, set(others) - set(LARGEST[:4]))
    assert not winning(rule, set(LARGEST[:15]) - {"Hungary"})
    assert winning(rule, set(LARGEST[:16]) - {"Hungary"})


def test_a_council_of_states_without_people_is_refused() -> None:
    """A share of people needs people."""
    with pytest.raises(ModelError, match="each with its number of people above 0"):
        eu_council({"a": 5, "b": 0})


def test_the_chance_that_the_council_acts_is_exact_with_a_correlation() -> None:
    """With common shocks the chance nears that of all as one, and its error stays below 1e-9."""
    h = dict.fromkeys(COUNCIL.members, 0.7)
    solution = probability_of_action(COUNCIL, h)
    assert 0.5 < solution.outcome.mid < 0.7
    uneven = {name: 0.5 + place / 60 for place, name in enumerate(COUNCIL.members)}
    together, nearly, as_one = (
        probability_of_action(COUNCIL, uneven, correlation=rho) for rho in (0.3, 0.9, 1.0)
    )
    assert abs(nearly.outcome.mid - as_one.outcome.mid) < 0.02
    assert max(together.witness.error, nearly.witness.error) < 1e-9
