"""What an adjective says that somebody is ready, unwilling, keen or sure to do: 'is wary of the plan'."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from goodoffices.statements.acts import Act
from goodoffices.statements.lexicon import in_lists, rows
from goodoffices.statements.syntax import children, first_child, lemma

NOTHING_SAID = "none"
"""In the table: what the denied adjective says, where it says nothing: 'is not wary of the plan'."""


@dataclass(frozen=True, slots=True)
class Disposition:
    """An adjective with what stands behind it.

    Attributes:
        act: What somebody does who is so disposed.
        denied: What somebody does who is not; None where that says nothing.
        behind: What it is about: prepositions, 'infinitive', 'gerund' or 'clause'.
        objects: Word lists, one of which has what it is about; empty where any will do.
    """

    act: Act
    denied: Act | None
    behind: frozenset[str]
    objects: str


@cache
def dispositions() -> dict[str, tuple[Disposition, ...]]:
    """Return the dispositions by adjective, those first that ask for certain words behind them."""
    found: defaultdict[str, list[Disposition]] = defaultdict(list)
    for row in rows("dispositions.tsv"):
        denied = None if row["denied"] == NOTHING_SAID else Act(row["denied"])
        behind = frozenset(row["behind"].split())
        found[row["word"]].append(Disposition(Act(row["act"]), denied, behind, row["objects"]))
    return {word: tuple(sorted(listed, key=lambda one: not one.objects)) for word, listed in found.items()}


def disposition_of(word: Token) -> tuple[Disposition, Token] | None:
    """Return how an adjective disposes somebody, with the head of what it is about."""
    for one in dispositions().get(word.lower_, ()):
        for place in (*children(word, "xcomp", "ccomp", "advcl"), *children(word, "prep"), *_beside(word)):
            about = _inside(place, one)
            if about is not None and _suits(about, one):
                return one, about
    return None


def _beside(word: Token) -> tuple[Token, ...]:
    """Return what the parse hangs on the copula though it stands behind the adjective, or cut off from it.

    'We are ready, he said, to talk'; 'is cool to the plan'.
    """
    clause = word.head
    hanging = [child for child in children(clause, "prep", "xcomp", "ccomp", "advcl") if child.i > word.i]
    if clause.dep_ == "ccomp":
        hanging += [child for child in children(clause.head, "xcomp") if child.i > clause.head.i > word.i]
    return tuple(hanging)


def _inside(place: Token, one: Disposition) -> Token | None:
    if place.dep_ == "prep":
        inside = first_child(place, "pobj", "pcomp")
        gerund = "gerund" in one.behind and inside is not None and inside.tag_ == "VBG"
        return inside if place.lower_ in one.behind or gerund else None
    to = any(mark.lower_ == "to" for mark in children(place, "aux"))
    return place if ("infinitive" if to else "clause") in one.behind and (to or _is_told(place)) else None


def _is_told(clause: Token) -> bool:
    return clause.dep_ == "ccomp" or any(mark.lower_ == "that" for mark in children(clause, "mark"))


def _suits(about: Token, one: Disposition) -> bool:
    return not one.objects or in_lists(lemma(about), one.objects)
