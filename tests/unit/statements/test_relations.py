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
        ("Indonesia occupied East Timor.", ("indonesia", RelationKind.OCCUPIES, "east_timor", None)),
        ("The Iraqi occupation of Kuwait ended.", ("iraq", RelationKind.OCCUPIES, "kuwait", None)),
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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Zambia, whose mines buy oil from Angola, opposed it.",
            ("zambia", RelationKind.BUYS_FROM, "angola"),
        ),
        ("China, which buys most of Sudan's oil, was silent.", ("china", RelationKind.BUYS_FROM, "sudan")),
        ("Kenya left. China buys its oil from Sudan.", ("china", RelationKind.BUYS_FROM, "sudan")),
        ("Kenya left. China buys much of its oil from Sudan.", ("china", RelationKind.BUYS_FROM, "sudan")),
        ("Chad, which is supplied by Uganda, refused.", ("uganda", RelationKind.SUPPLIES, "chad")),
        ("Chad, armed by France, refused.", ("france", RelationKind.SUPPLIES, "chad")),
        ("Chad, which Libya has financed for years, refused.", ("libya", RelationKind.SUPPLIES, "chad")),
        (
            "Iran, which arms Hamas, has urged the movement to hold firm.",
            ("iran", RelationKind.SUPPLIES, "hamas"),
        ),
        ("Iran shipped rockets to Syria.", ("iran", RelationKind.SUPPLIES, "syria")),
        ("Angola accused Libya of arming UNITA.", ("libya", RelationKind.SUPPLIES, "unita")),
        (
            "Angola thanked the envoys and accused Libya of arming UNITA.",
            ("libya", RelationKind.SUPPLIES, "unita"),
        ),
        ("France continues to support Chad.", ("france", RelationKind.SUPPORTS, "chad")),
        ("French aid to Chad goes on.", ("france", RelationKind.SUPPORTS, "chad")),
        ("Chad left. Libya, its sponsor, stayed.", ("libya", RelationKind.SUPPORTS, "chad")),
        ("The Iran-backed Houthis refused.", ("iran", RelationKind.SUPPORTS, "houthis")),
        ("Chad's ally, France, left.", ("france", RelationKind.ALLIED_WITH, "chad")),
        ("Libya was Chad's supplier.", ("libya", RelationKind.SUPPLIES, "chad")),
        ("American sanctions on Iran remain.", ("united_states", RelationKind.SANCTIONS, "iran")),
        (
            "The European Union has imposed sanctions on Belarus.",
            ("european_union", RelationKind.SANCTIONS, "belarus"),
        ),
        (
            "Iran's envoy, whose country has kept an embargo on Iraq since 1999, left.",
            ("iran", RelationKind.SANCTIONS, "iraq"),
        ),
        ("Sanctions imposed by Canada on Belarus hurt.", ("canada", RelationKind.SANCTIONS, "belarus")),
        ("Sanctions were imposed on Belarus by Canada.", ("canada", RelationKind.SANCTIONS, "belarus")),
        ("Norway, the mediator, was silent.", ("norway", RelationKind.BROKERS, None)),
        ("Norway acted as mediator.", ("norway", RelationKind.BROKERS, None)),
        ("Norway is the mediator.", ("norway", RelationKind.BROKERS, None)),
        ("The Kenyan mediator, John Smith, left.", ("kenya", RelationKind.BROKERS, None)),
        ("The African Union mediator left.", ("african_union", RelationKind.BROKERS, None)),
        ("Norwegian-brokered talks went on.", ("norway", RelationKind.BROKERS, None)),
    ],
)
def test_relation_is_read_in_other_constructions(
    text: str, found: tuple[str, RelationKind, str | None], read: Callable[[str], Reading]
) -> None:
    """Relative clauses, passives and nouns tell of relations, and the accused is who supplies."""
    relations = read(text).relations
    assert [(one.source.party, one.kind, one.target and one.target.party) for one in relations] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "France wants to support Chad.",
        "Asked whether Libya would stop helping Chad, he left.",
        "If France arms Chad, Libya will leave.",
        "France threatened to impose sanctions on Chad.",
        "France discussed sanctions on Chad.",
        "The storm had sanctions on its mind.",
        "France has sanctions.",
        "There is no French aid to Chad.",
        "Norway would act as mediator.",
        "Norway is not the mediator.",
        "Chad's mediator left.",
        "The Sudan mediator left.",
        "The mediator left.",
        "The Chad mediator left.",
        "An Iran-backed storm came.",
        "Libya, which arms and trains, left.",
        "The lake, which arms Hamas, left.",
        "The state-backed Houthis refused.",
        "A rebel-backed plan failed.",
        "France, which arms itself, left.",
        "Those who, in the end, bear arms left.",
        "Iran gave Syria a lake.",
        "The storm sent money to Chad.",
        "France backed the call for a mission in Chad.",
        "A partner, tired, left.",
        "Libya, an ally of nobody, left.",
    ],
)
def test_what_is_wished_denied_or_of_things_is_no_relation(text: str, read: Callable[[str], Reading]) -> None:
    """What is wanted, asked, threatened or denied, and what things do, is no relation between parties."""
    assert read(text).relations == ()


def test_a_misread_verb_with_a_second_one_has_the_object_of_both(read: Callable[[str], Reading]) -> None:
    """In 'which arms and trains the rebels' the rebels are supplied."""
    (one,) = read("Libya, which arms and trains the rebels of Chad, denied it.").relations
    assert (one.source.party, one.kind) == ("libya", RelationKind.SUPPLIES)
