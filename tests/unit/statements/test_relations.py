"""How parties stand to one another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.statement import Reading, RelationKind


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("France supports Chad with loans.", ("france", RelationKind.SUPPORTS, "chad", "loans")),
        ("France supports Chad's economy.", ("france", RelationKind.SUPPORTS, "chad", "Chad's economy")),
        ("Libya supplies weapons to Chad.", ("libya", RelationKind.SUPPLIES, "chad", "weapons")),
        ("China buys oil from Iran.", ("china", RelationKind.BUYS_FROM, "iran", "oil")),
        ("Canada sanctioned Belarus.", ("canada", RelationKind.SANCTIONS, "belarus", None)),
        ("Iraq invaded Kuwait.", ("iraq", RelationKind.ATTACKS, "kuwait", None)),
        ("The talks brokered by Qatar go on.", ("qatar", RelationKind.BROKERS, None, "The talks")),
        ("Qatar facilitated the talks.", ("qatar", RelationKind.BROKERS, None, "the talks")),
        ("France has leverage over Chad.", ("france", RelationKind.HAS_LEVERAGE_OVER, "chad", None)),
        (
            "Beijing's influence on Pyongyang grew.",
            ("china", RelationKind.HAS_LEVERAGE_OVER, "north_korea", None),
        ),
        ("Trade gives France leverage over Chad.", ("france", RelationKind.HAS_LEVERAGE_OVER, "chad", None)),
        ("Syria is an ally of Iran.", ("syria", RelationKind.ALLIED_WITH, "iran", None)),
        ("The Iraqi invasion of Kuwait began.", ("iraq", RelationKind.ATTACKS, "kuwait", None)),
        ("Chad plans a march with French support.", ("france", RelationKind.SUPPORTS, "chad", None)),
        ("Chad plans a march with backing from Paris.", ("france", RelationKind.SUPPORTS, "chad", None)),
        ("Iran was praised for aiding Syria.", ("iran", RelationKind.SUPPORTS, "syria", None)),
        ("Israel blamed Iran for arming Syria.", ("iran", RelationKind.SUPPLIES, "syria", None)),
        (
            "Peru noted Iran's role in arming Syria.",
            ("iran", RelationKind.SUPPLIES, "syria", None),
        ),
    ],
)
def test_relation_is_read(
    text: str, found: tuple[str, RelationKind, str | None, str | None], read: Callable[[str], Reading]
) -> None:
    """The kind, both parties and the means are those that the sentence names."""
    (one,) = read(text).relations
    target = one.target.party if one.target else None
    assert (one.source.party, one.kind, target, one.means.exact if one.means else None) == found


@pytest.mark.parametrize(
    "text",
    [
        "France may support Chad.",
        "The storm supported the river.",
        "Qatar hosted a concert.",
        "France provided the talks with rooms.",
        "Trade has influence over prices.",
        "The lake is a partner of the river.",
        "The invasion began.",
        "Trade has influence over Chad.",
        "The lake is an ally of Iran.",
        "France has influence over France.",
        "With support, the patient recovered.",
    ],
)
def test_no_relation_between_things(text: str, read: Callable[[str], Reading]) -> None:
    """Guesses and things give no relation."""
    assert read(text).relations == ()


def test_claimed_relation_has_its_voice(read: Callable[[str], Reading]) -> None:
    """What Chad says of Libya is claimed by Chad, and a denial is kept."""
    (one,) = read("Chad said that Libya did not supply weapons to Niger.").relations
    assert one.claimed_by is not None
    assert (one.claimed_by.party, one.negated) == ("chad", True)


def test_a_noun_for_an_attack_in_a_paraphrase_is_the_reports_word(read: Callable[[str], Reading]) -> None:
    """'Iraq said that Iraq's invasion …' is no admission; within quotation marks it is the speaker's word."""
    (told,) = read(
        "Iraq said that talks on its invasion and the Iraqi invasion of Kuwait would go on."
    ).relations
    assert told.claimed_by is None
    quoted = read("“We regret the Iraqi invasion of Kuwait and seek peace,” said Jordan.").relations
    assert [found.claimed_by and found.claimed_by.party for found in quoted] == ["jordan"]
