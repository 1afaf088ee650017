"""The catalogue of guarantees that were given before: it illustrates and never counts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType

from goodoffices.case.names import way_out
from goodoffices.errors import ModelError

__all__ = ["FEATURES", "WARNING", "PastGuarantee", "past_guarantees", "with_features"]

WARNING = (
    "Chosen by hand because they are known: they show what has happened, not how often. No rate can be taken "
    "from them."
)

FEATURES: Mapping[str, str] = MappingProxyType(
    {
        "attacker-is-guarantor": "the attacker, or whoever was meant as one, was among those who promised",
        "attacker-recused": "the vote of a party to the matter does not count",
        "chained-trigger": "nothing is owed before somebody else has acted or agreed",
        "collective-clause": "promised together, so that each can wait for the others",
        "consultation": "what is owed is first, or only, to talk",
        "council-veto": "a body decides in which a single member can stop everything",
        "demilitarised": "a zone without troops or with few",
        "deterrence-failed": "the attack came although a promise or an interest stood in its way",
        "each-alone": "each guarantor may or must act without the others",
        "helped-without-promise": "somebody helped who had promised nothing",
        "kept": "by and large what was promised was done",
        "neutrality": "the protected state, or territory, stays out of alliances",
        "no-duty-to-fight": "nobody promised to use force",
        "non-aggression": "the promise is only not to attack",
        "not-kept": "what was promised was not done, or was broken",
        "outside-the-un": "set up where no veto in the Security Council reaches it",
        "troops-in-place": "guarantors or peacekeepers had troops there beforehand",
        "unilateral-promise": "declared by the guarantor, not agreed as a treaty between equals",
        "unratified": "never in force as a treaty",
    }
)
"""What can be searched for, with its meaning; each is a coder's reading."""


@dataclass(frozen=True, slots=True)
class PastGuarantee:
    """A guarantee or assurance that was given, or nearly given, before.

    Attributes:
        id: Short id.
        date: Day on which it was signed or declared, as in 1994-12-05.
        name: Its usual name.
        guarantors: Who promised, in plain words.
        beneficiary: Who was to be protected.
        obligation: What was owed.
        rule: Who had to agree before anything was done.
        features: Keys of `FEATURES`.
        tested: "tested", "partly tested" or "not tested".
        event: What tested it; empty where nothing did.
        outcome: What was done.
        dispute: What is disputed about it.
        citation: The text or the source of record.
        checked: Against what the entry was checked.
    """

    id: str
    date: str
    name: str
    guarantors: str
    beneficiary: str
    obligation: str
    rule: str
    features: frozenset[str]
    tested: str
    event: str
    outcome: str
    dispute: str
    citation: str
    checked: str


@cache
def past_guarantees() -> tuple[PastGuarantee, ...]:
    """Return the whole catalogue, oldest first."""
    table = resources.files("goodoffices.workspace").joinpath("data/precedents.tsv")
    head, *lines = table.read_text(encoding="utf-8").splitlines()
    names = head.split("\t")
    entries = [_entry(dict(zip(names, line.split("\t"), strict=True))) for line in lines]
    return tuple(sorted(entries, key=lambda entry: entry.date))


def with_features(features: Collection[str] = (), words: Collection[str] = ()) -> tuple[PastGuarantee, ...]:
    """Return the entries that have all the features and hold all the words, oldest first.

    Args:
        features: Keys of `FEATURES`.
        words: Words to be found anywhere in an entry, in any case.

    Raises:
        ModelError: If a feature is not known.

    Examples:
        >>> [entry.name for entry in with_features({"attacker-is-guarantor", "council-veto"}, ["1994"])]
        ['Budapest Memorandum']
    """
    for feature in features:
        if feature not in FEATURES:
            raise ModelError(
                f"no feature '{feature}' is known; {way_out(feature, tuple(FEATURES))}; 'goodoffices "
                "precedents' lists all"
            )
    return tuple(
        entry for entry in past_guarantees() if entry.features.issuperset(features) and _holds(entry, words)
    )


def _holds(entry: PastGuarantee, words: Collection[str]) -> bool:
    promise = (entry.name, entry.date, entry.guarantors, entry.beneficiary, entry.obligation, entry.rule)
    record = (entry.event, entry.outcome, entry.dispute, entry.citation)
    text = " ".join((*promise, *record)).casefold()
    return all(word.casefold() in text for word in words)


def _entry(row: dict[str, str]) -> PastGuarantee:
    features = frozenset(part.strip() for part in row.pop("features").split(";"))
    return PastGuarantee(features=features, **row)
