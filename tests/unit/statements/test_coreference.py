"""Whom a pronoun, a role or a group named again stands for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.statement import Reading


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Sergey Lavrov flew to Geneva. He rejected the map.", "russia"),
        ("Chad sent a delegate. It rejected the map.", "chad"),
        ("Chad's leaders met. They rejected the map.", "chad"),
        ("Richard Holbrooke flew to Belgrade. The envoy rejected the map.", "united_states"),
        ("Chad closed the border. The Foreign Ministry rejected the map.", "chad"),
        ("Rwanda denied arming the M23. The rebels rejected the map.", "m23"),
        ("European leaders met in Rome. The leaders rejected the map.", "european_leaders"),
        ("Chad met its allies. Its allies rejected the map.", "chad_allies"),
        ("Foreign Ministers of ECOWAS met in Accra. They rejected the map.", "ecowas"),
        ("Mr. Levy (France) left his seat. PAUL KEITA (Mali) spoke next. He rejected it.", "mali"),
    ],
)
def test_reference_is_resolved(text: str, party: str, read: Callable[[str], Reading]) -> None:
    """The second sentence's doer is the party that the first one names."""
    assert read(text).statements[-1].actor.party == party


@pytest.mark.parametrize(
    "text",
    [
        "The plan has twelve points. It demands a withdrawal.",
        "Italy welcomed the accord. It calls for elections.",
        "Rain fell. He rejected the map.",
        "Rain fell. They rejected the map.",
        "Chad met Mali. The text is long. The map is old. The road is bad. It rejected the map.",
    ],
)
def test_reference_that_is_open_stays_open(text: str, read: Callable[[str], Reading]) -> None:
    """A pronoun that may mean a thing, or nobody in reach, gives no statement of a party."""
    assert [one for one in read(text).statements if one.act.value in {"demand", "reject", "appeal"}] == []


def test_role_that_does_not_fit_is_nobody_named(read: Callable[[str], Reading]) -> None:
    """'The minister' after Kofi Annan is somebody else."""
    found = read("Kofi Annan came to Geneva. The minister rejected the map.").statements[-1]
    assert found.actor.person is None


def test_organ_is_open_where_two_states_act(read: Callable[[str], Reading]) -> None:
    """'The government' after two states belongs to neither."""
    found = read("Chad and Libya closed the border. The government rejected the map.").statements[-1]
    assert found.actor.party is None


def test_former_rebels_are_not_the_rebels(read: Callable[[str], Reading]) -> None:
    """A group is not resumed by a noun that leaves out what sets it apart."""
    found = read("Former rebels met in Oslo. The rebels rejected the map.").statements[-1]
    assert found.actor.party != "former_rebels"


def test_pronoun_beside_a_quotation_is_nobody_named_inside_it(read: Callable[..., Reading]) -> None:
    """'He' who speaks is not the man that he speaks of."""
    text = "Sergey Lavrov spoke to the press. “The war will end when Joe Biden leaves,” he said."
    (found,) = read(text).statements
    assert found.actor.person == "Sergey Lavrov"


def test_us_is_a_state_and_no_pronoun(read: Callable[..., Reading]) -> None:
    """'The US rejected' is the United States."""
    (found,) = read("The US rejected the map.").statements
    assert found.actor.party == "united_states"
