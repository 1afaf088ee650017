"""The verbs, nouns and idioms by which English tells of relations, each with who stands where."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.relation_frames import frames, things
from goodoffices.statements.statement import Reading, Relation


def told(one: Relation) -> str:
    """Write a relation in one line: who, what, whom, and whose claim it is."""
    target = one.target.party if one.target else "nobody"
    voice = f", says {one.claimed_by.party}" if one.claimed_by else ""
    return f"{'not: ' if one.negated else ''}{one.source.party} {one.kind} {target}{voice}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tripoli bankrolls the Polisario Front.", ["libya supplies polisario"]),
        ("Polisario, bankrolled by Algeria, rejected the map.", ["algeria supplies polisario"]),
        ("UNITA's paymasters in Pretoria have grown tired.", ["south_africa supplies unita"]),
        ("Pretoria, UNITA's paymaster, has grown tired.", ["south_africa supplies unita"]),
        ("Belarus is Russia's closest ally.", ["belarus allied with russia"]),
        ("Belarus, a close ally of Moscow, was silent.", ["belarus allied with russia"]),
        ("The alliance between Syria and Iran has lasted forty years.", ["syria allied with iran"]),
        ("Ankara's alliance with Baku is old.", ["turkey allied with azerbaijan"]),
        ("Chad is allied with France.", ["chad allied with france"]),
        ("The Rwandan-backed M23 took the town.", ["rwanda supports m23"]),
        ("The M23 enjoys the backing of Rwanda.", ["rwanda supports m23"]),
        ("The M23 gets its ammunition from Rwanda.", ["rwanda supplies m23"]),
        ("India gets a third of its oil from Iraq.", ["iraq supplies india"]),
        ("Turkey is Russia's largest customer for gas.", ["turkey buys from russia"]),
        ("China is the biggest market for Iranian oil.", ["china buys from iran"]),
        ("China takes nine tenths of Iran's oil.", ["china buys from iran"]),
        ("Ghana buys French aircraft.", ["ghana buys from france"]),
        ("The United States has frozen the assets of Iran.", ["united_states sanctions iran"]),
        ("Washington froze Libya's assets in 1986.", ["united_states sanctions libya"]),
        ("Kenya closed its border with Somalia.", ["kenya sanctions somalia"]),
        ("Canada blacklisted Belarus.", ["canada sanctions belarus"]),
        ("India blockaded Nepal for five months.", ["india sanctions nepal"]),
        ("The embargo imposed by the Arab League on Israel hurts.", ["arab_league sanctions israel"]),
        ("Saudi Arabia cut off oil supplies to the Netherlands.", ["saudi_arabia sanctions netherlands"]),
        ("ECOWAS cut Niger off from its banks.", ["ecowas sanctions niger"]),
        ("Greece shut the border to Macedonia.", ["greece sanctions north_macedonia"]),
        ("Syria kept a blockade of Lebanon.", ["syria sanctions lebanon"]),
        ("Israel bombed Lebanese villages.", ["israel attacks lebanon"]),
        ("Rwandan troops invaded Congo.", ["rwanda attacks democratic_republic_of_the_congo"]),
        ("Iraqi jets raided Iran.", ["iraq attacks iran"]),
        ("Hezbollah shelled northern Israel.", ["hezbollah attacks israel"]),
        ("Israel occupies the Syrian Golan.", ["israel occupies syria"]),
        ("Indonesia's occupation of East Timor goes on.", ["indonesia occupies east_timor"]),
        ("Libyan raids on Chad went on.", ["libya attacks chad"]),
        ("Iran ships rockets to Hezbollah.", ["iran supplies hezbollah"]),
        ("Rockets are shipped to Hezbollah by Iran.", ["iran supplies hezbollah"]),
        ("Hezbollah is supplied with rockets by Iran.", ["iran supplies hezbollah"]),
        ("Libya, which lends Chad money, stayed away.", ["libya supplies chad"]),
        ("Libyan planes fly weapons to the Polisario Front.", ["libya supplies polisario"]),
        ("France sold Iraq jets.", ["france supplies iraq"]),
        ("Soviet arms for Angola arrived.", ["ussr supplies angola"]),
        ("Arms from Libya reached the IRA.", ["libya supplies ira"]),
        ("Libyan arms shipments to the IRA ended.", ["libya supplies ira"]),
        ("The flow of Libyan arms to the IRA ended.", ["libya supplies ira"]),
        ("The Soviet-supplied Angolan army marched.", ["ussr supplies angola"]),
        ("UNITA lives on American money.", ["united_states supplies unita"]),
        ("UNITA relies on South Africa for fuel.", ["south_africa supplies unita"]),
        ("Hamas depends on Iran for money.", ["iran has leverage over hamas"]),
        ("Chad depends on French support.", ["france has leverage over chad", "france supports chad"]),
        ("Armenia depends on Moscow.", ["russia has leverage over armenia"]),
        ("Rwanda trains the M23.", ["rwanda supports m23"]),
        ("Sudan gave shelter to the Lord's Resistance Army.", ["sudan supports lra"]),
        ("Sudan harbours the LRA.", ["sudan supports lra"]),
        ("Washington props up the government of Somalia.", ["united_states supports somalia"]),
        ("France stands behind Chad.", ["france supports chad"]),
        ("India sided with the Tamil Tigers.", ["india supports ltte"]),
        ("Iran, patron of Hezbollah, was silent.", ["iran supports hezbollah"]),
        ("Hezbollah's patron, Iran, was silent.", ["iran supports hezbollah"]),
        ("Hezbollah, whose patron is Iran, was silent.", ["iran supports hezbollah"]),
        ("Damascus is the main sponsor of Hezbollah.", ["syria supports hezbollah"]),
        ("Syria and Iran support Hezbollah.", ["syria supports hezbollah", "iran supports hezbollah"]),
        ("Iran arms Hezbollah and Hamas.", ["iran supplies hezbollah", "iran supplies hamas"]),
        ("Beijing holds the purse strings in Pyongyang.", ["china has leverage over north_korea"]),
        ("Washington has the ear of Cairo.", ["united_states has leverage over egypt"]),
        ("China can turn off North Korea's oil.", ["china has leverage over north_korea"]),
        ("Russia has great sway over Armenia.", ["russia has leverage over armenia"]),
        ("Armenia is at the mercy of Russia.", ["russia has leverage over armenia"]),
        ("Algeria mediated between Iran and Iraq.", ["algeria brokers nobody"]),
        ("Algerian mediation ended the crisis.", ["algeria brokers nobody"]),
        ("The talks are mediated by Oman.", ["oman brokers nobody"]),
        ("Oman acted as a go-between.", ["oman brokers nobody"]),
        ("Oman, the go-between, was silent.", ["oman brokers nobody"]),
        ("Omani mediators shuttled between the rooms.", ["oman brokers nobody"]),
        ("Oman has carried messages between Iran and the United States.", ["oman brokers nobody"]),
        ("Kenya brought the two sides together.", ["kenya brokers nobody"]),
        ("Norway hosted the secret meetings.", ["norway brokers nobody"]),
        ("Norway, host of the talks, said nothing.", ["norway brokers nobody"]),
        ("The truce was arranged by Egypt.", ["egypt brokers nobody"]),
        ("The truce that Egypt brokered holds.", ["egypt brokers nobody"]),
        ("The Egyptian-mediated truce holds.", ["egypt brokers nobody"]),
        ("Under Algerian mediation the two met again.", ["algeria brokers nobody"]),
        ("The facilitator, South Africa, was silent.", ["south_africa brokers nobody"]),
        ("Pakistan lent its good offices.", ["pakistan brokers nobody"]),
        ("The United Nations sponsors the talks.", ["united_nations brokers nobody"]),
        ("The talks sponsored by the United Nations stalled.", ["united_nations brokers nobody"]),
        ("Switzerland chaired the talks.", ["switzerland brokers nobody"]),
        ("France did not arm Chad.", ["not: france supplies chad"]),
        (
            "Chad says Libya pays the rebels and trains them.",
            ["libya supplies rebels, says chad", "libya supports rebels, says chad"],
        ),
        ("“Libya pays Frolinat,” said Chad.", ["libya supplies frolinat, says chad"]),
        ("Frolinat receives money from Libya.", ["libya supplies frolinat"]),
        ("Frolinat is paid by Libya.", ["libya supplies frolinat"]),
        ("Libyan money keeps Frolinat alive.", ["libya supplies frolinat"]),
        ("With help from Libya, Frolinat took the town.", ["libya supports frolinat"]),
        ("Frolinat fights with the help of Libya.", ["libya supports frolinat"]),
        ("Frolinat, to which Libya sends rifles, refused.", ["libya supplies frolinat"]),
        ("Frolinat, whose fighters Libya trains, refused.", ["libya supports frolinat"]),
        ("Libya, on which Frolinat depends for fuel, was silent.", ["libya has leverage over frolinat"]),
        ("Rebels armed by Libya took the town.", ["libya supplies rebels"]),
        ("Libya is Frolinat's main backer and Niger's neighbour.", ["libya supports frolinat"]),
        ("Niger's neighbour and ally, Chad, agreed.", ["chad allied with niger"]),
        ("Chad broke off trade with Niger.", ["chad sanctions niger"]),
        ("Russia has supported the Syrian government with aircraft since 2015.", ["russia supports syria"]),
        ("Moscow, a supporter of Damascus, voted no.", ["russia supports syria"]),
        ("Cuban advisers train the MPLA.", ["cuba supports mpla"]),
    ],
)
def test_relation_is_told_by_many_words(text: str, found: list[str], read: Callable[[str], Reading]) -> None:
    """Each sentence tells of the relations beside it, and of no other."""
    assert sorted(told(one) for one in read(text).relations) == sorted(found)


@pytest.mark.parametrize(
    "text",
    [
        "Serbian-backed forces held the town.",
        "The United States lifted its embargo on Vietnam.",
        "Russia attacked Ukraine's plan.",
        "The LRA has bases in Sudan.",
        "Zimbabwe has soldiers in Mozambique.",
        "China could make Pyongyang listen.",
        "Pakistan offers its good offices.",
        "France wants Libya to arm Chad.",
        "France fears that Libya will arm Chad.",
        "France is afraid of a Libyan invasion of Chad.",
        "Libya might supply the rebels.",
        "France refused to arm Chad.",
        "Will France arm Chad?",
        "Chad called on France to arm it.",
        "Frolinat's men carry Libyan rifles.",
        "The Ethiopian Airlines office sells tickets to Kenya.",
        "The president of France bought a house in Morocco.",
    ],
)
def test_what_only_looks_like_a_relation_is_none(text: str, read: Callable[[str], Reading]) -> None:
    """Wishes, fears, refusals, plans, questions and trade between people are no relations of parties."""
    assert read(text).relations == ()


def test_every_frame_asks_for_a_list_that_there_is() -> None:
    """The lists of things that the frames name are in the table of things."""
    names = {
        frame.thing.rpartition(":")[2].lstrip("!*^")
        for form in ("verb", "noun", "tie")
        for found in frames(form).values()
        for frame in found
    }
    assert all(things(name) for name in names - {""})


def test_a_list_that_is_not_there_is_named() -> None:
    """Asking for an unknown list names it."""
    with pytest.raises(KeyError, match="no such list"):
        things("no such list")
