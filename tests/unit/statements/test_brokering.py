"""Who brokers by what it does: mediation carried on, both sides seen apart, a task given, a chair taken."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.statement import Reading, RelationKind


def brokers(reading: Reading) -> set[str | None]:
    """Return who brokers."""
    return {one.source.party for one in reading.relations if one.kind is RelationKind.BROKERS}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("UN envoy Jan Petersen expects to convene the Libyan government and the rebels.", "united_nations"),
        ("The UN mediator will reconvene the two sides in May.", "united_nations"),
        ("Kenya's foreign minister, who is in the chair, met both delegations on Monday.", "kenya"),
        ("The foreign minister of Kenya met both delegations separately.", "kenya"),
        ("Togo began the mediation in May.", "togo"),
        ("Oman talked Yemen and the Houthis into a truce.", "oman"),
        ("Togo persisted with its mediation.", "togo"),
        ("The OAU put its good offices at the disposal of Chad and Libya.", "oau"),
        ("Norway, which the two sides have charged with finding a way out, was silent.", "norway"),
        (
            "A draft by Mali and Togo, the two states that the OAU charged with finding a way, is out.",
            "mali",
        ),
        ("Togo was entrusted with the mediation.", "togo"),
        ("Togo was given the task of reconciling the factions.", "togo"),
        ("Togo was tasked with the search for a settlement and asked to look for peace.", "togo"),
        ("Switzerland has sent a diplomat who carries papers between the two camps.", "switzerland"),
        ("The African Union envoy Pierre Buyoya shuttled to Bamako with new proposals.", "african_union"),
        ("Kenya's president shuttled between the two capitals.", "kenya"),
        ("The UN special representative, Aldo Ajello, handed both sides a draft.", "united_nations"),
        ("Mr de Soto, the UN envoy, presented the two leaders with a paper.", "united_nations"),
        ("The American envoy Chester Crocker put a compromise to Angola and Cuba.", "united_states"),
        ("The UN envoy brought a revised draft.", "united_nations"),
        ("Oman took the chair at the talks.", "oman"),
        ("The French minister sat as chairman of the session.", "france"),
        ("The French minister sat as co-chairman.", "france"),
        ("The meeting, with Kenya in the chair, lasted six hours.", "kenya"),
        ("At the invitation of Indonesia, representatives of the four factions met in Jakarta.", "indonesia"),
        ("Egyptian diplomats went back and forth between Hamas and Fatah.", "egypt"),
        ("Qatar's diplomats carried replies between Hamas and Fatah.", "qatar"),
        ("Qatar's diplomats read a draft to Hamas and Fatah.", "qatar"),
        ("The talks were held under the supervision of the OAU.", "oau"),
        ("Under Nigeria's chairmanship the factions signed a protocol.", "nigeria"),
        ("A meeting under Nigerian chairmanship followed.", "nigeria"),
    ],
)
def test_whoever_does_a_mediators_work_brokers(text: str, party: str, read: Callable[[str], Reading]) -> None:
    """Who goes between the sides, calls them together or has that task is a broker without the word."""
    assert party in brokers(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Syria rejected the mediation.",
        "Syria said that it would welcome the mediation.",
        "Chad never began the mediation.",
        "A police force under UN supervision patrols the port.",
        "The elections took place under UN supervision.",
        "Troops under Nigerian leadership entered Monrovia.",
        "The UN envoy condemned both sides.",
        "The UN envoy may hand over a draft.",
        "The UN envoy wrote a letter.",
        "The envoy of Chad presented a paper.",
        "The envoy of Chad met Chad and Libya.",
        "Pakistan's foreign minister met both ministers.",
        "Trains went back and forth between Chad and Libya.",
        "The factions met at the edge of Togo.",
        "Togo met at the invitation of Mali.",
        "Togo was charged with murder.",
        "Togo was charged with finding the money.",
        "Togo may be charged with mediating.",
        "Togo sent a diplomat who liked tea.",
        "Togo sent a diplomat who may carry papers between the two camps.",
        "The Dutch banker served as chairman of the bank.",
        "The FARC envoy handed over a draft.",
        "Togo sat down.",
        "Togo might meet, with Kenya in the chair.",
        "The rebels were given the task of reconciling the factions.",
    ],
)
def test_whoever_asks_for_it_or_answers_it_does_not(text: str, read: Callable[[str], Reading]) -> None:
    """To answer a mediation, to speak to both sides or to supervise troops is not to mediate."""
    assert brokers(read(text)) == set()
