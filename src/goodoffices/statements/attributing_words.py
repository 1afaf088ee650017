"""Which words attribute something to somebody, and where they have what they attribute."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from goodoffices.statements.lexicon import rows
from goodoffices.statements.sighting import Tokens
from goodoffices.statements.syntax import children, lemma

BESIDE = frozenset({"prt", "prep", "advmod", "acomp"})
PREPOSITION = "prep:"


@dataclass(frozen=True, slots=True)
class Frames:
    """Where a verb has what it attributes.

    Attributes:
        clause: In a clause: "said that …".
        quote: In quotation marks beside it.
        infinitive: In an infinitive: "wants to …".
        gerund: In a participle: "denied arming …".
        thing: In an object: "opposes the plan".
        predicate: In an object and what it is called: "called the plan a trap".
        behind: Behind one of these prepositions: "called for …".
    """

    clause: bool
    quote: bool
    infinitive: bool
    gerund: bool
    thing: bool
    predicate: bool
    behind: frozenset[str]


@cache
def attributing_verbs() -> dict[tuple[str, str], Frames]:
    """Return the frames of attributing verbs by dictionary form and particle."""
    return {
        (row["word"], row["particle"]): _frames(row["frames"].split())
        for row in rows("attributing.tsv")
        if row["kind"] == "verb"
    }


def _frames(named: list[str]) -> Frames:
    return Frames(
        clause="clause" in named,
        quote="quote" in named,
        infinitive="infinitive" in named,
        gerund="gerund" in named,
        thing="object" in named,
        predicate="predicate" in named,
        behind=frozenset(one.removeprefix(PREPOSITION) for one in named if one.startswith(PREPOSITION)),
    )


@cache
def attributing(kind: str) -> frozenset[str]:
    """Return the attributing words of a kind: 'noun', 'adjective', or 'carrier' ('made' a demand)."""
    return frozenset(row["word"] for row in rows("attributing.tsv") if row["kind"] == kind)


def frames_of(verb: Token) -> tuple[Frames, Tokens] | None:
    """Return the frames of a verb that attributes, with the words that make it up: 'ruled out'."""
    known = attributing_verbs()
    name = lemma(verb)
    for beside in children(verb, *BESIDE):
        if beside.i > verb.i and (name, beside.lower_) in known:
            return known[name, beside.lower_], (verb, beside)
    plain = known.get((name, ""))
    return None if plain is None else (plain, (verb,))
