"""By which words English tells of relations between parties, and who stands where: frames from a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from goodoffices.statements.lexicon import rows
from goodoffices.statements.statement import RelationKind


@dataclass(frozen=True, slots=True)
class Frame:
    """How a word tells of a relation.

    Attributes:
        kind: The relation.
        particle: A word that belongs to it, as 'up' in 'props up'; empty where there is none.
        source: Where the source stands; the first place that holds a party counts.
        target: Where the target stands.
        thing: Name of a list of which the object has to be, '*' for any object, '=' before the words
            themselves, empty for none.
        only: What else has to be so: 'movement' (the target is one), 'body' (the source is an
            organisation), 'people' (the object is somebody), 'can' and 'alone can' (the verb says what
            is in somebody's power).
    """

    kind: RelationKind
    particle: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    thing: str
    only: str = ""


@cache
def frames(form: str) -> Mapping[str, tuple[Frame, ...]]:
    """Return the frames of one form ('verb', 'noun', 'tie', …) by the word."""
    found: dict[str, tuple[Frame, ...]] = {}
    for row in rows("relations.tsv"):
        if row["form"] == form:
            frame = Frame(
                RelationKind(row["kind"]),
                row["particle"],
                tuple(row["source"].split("|")),
                tuple(row["target"].split("|")),
                row["thing"],
                row["only"],
            )
            for word in row["words"].split("|"):
                found[word] = (*found.get(word, ()), frame)
    return found


@cache
def things(name: str) -> frozenset[str]:
    """Return a list of nouns or verbs that frames ask for, such as 'goods_noun' or '=heel/table'.

    Raises:
        KeyError: There is no list of that name.
    """
    if name.startswith("="):
        return frozenset(name[1:].split("/"))
    for row in rows("things.tsv"):
        if row["list"] == name:
            return frozenset(row["words"].split("|"))
    raise KeyError(name)
