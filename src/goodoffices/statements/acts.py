"""The codebook of acts: what a party does by saying or doing something."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from goodoffices.errors import ReaderError
from goodoffices.statements.lexicon import rows


class Act(StrEnum):
    """What a statement does; `docs/reference/codebook.md` defines each with an example."""

    PROPOSE = "propose"
    OFFER = "offer"
    PLAN = "plan"
    PROMISE = "promise"
    ACCEPT = "accept"
    AGREE = "agree"
    OPEN = "open"
    REJECT = "reject"
    DEMAND = "demand"
    REQUEST = "request"
    APPEAL = "appeal"
    SUPPORT = "support"
    THREATEN = "threaten"
    WARN = "warn"
    ACCUSE = "accuse"
    DENY = "deny"
    CLAIM = "claim"
    CONSULT = "consult"
    CONCEDE = "concede"


ANSWERS = frozenset({Act.ACCEPT, Act.AGREE, Act.OPEN, Act.REJECT, Act.SUPPORT})
"""Acts by which a party can answer a proposal."""
PROPOSALS = frozenset({Act.PROPOSE, Act.OFFER, Act.PLAN})
"""Acts that put something on the table."""


@dataclass(frozen=True, slots=True)
class CodebookEntry:
    """One act of the codebook.

    Attributes:
        act: The act.
        definition: What counts as this act.
        plover: Category of the PLOVER event ontology, or empty where it has none.
        example: A sentence that shows it.
        not_this: What is often mistaken for it.
    """

    act: Act
    definition: str
    plover: str
    example: str
    not_this: str


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that shows an act.

    Attributes:
        lemma: Dictionary form.
        particle: Particle that belongs to it ("rule out"), or empty.
        act: The act that it shows.
        frame: Where its content stands: clause, object, either, or complement (a clause or prepositional
            phrase, but no object of its own).
        neutral: Whether it only reports speech, so that the content decides the act.
        objects: Word list that its object must be in, or must not be in after "!"; "party" for a party;
            empty where any object will do.
        denied: The act that its denial is; None where that is the act itself, denied.
        behind: Where a turn of phrase has what it is about, the first place that fits: object, clause,
            infinitive, gerund, or a preposition; "nothing" where it need not say. Empty for a plain cue.
    """

    lemma: str
    particle: str
    act: Act
    frame: str
    neutral: bool
    objects: str = ""
    denied: Act | None = None
    behind: tuple[str, ...] = ()


@cache
def codebook() -> tuple[CodebookEntry, ...]:
    """Return the codebook in its printed order.

    References:
        Schrodt et al. (2021), PLOVER manual, draft 0.8.
    """
    return tuple(
        CodebookEntry(Act(row["act"]), row["definition"], row["plover"], row["example"], row["not_this"])
        for row in rows("codebook.tsv")
    )


@cache
def cues() -> dict[tuple[str, str], Cue]:
    """Return the cue words by lemma and particle."""
    found: dict[tuple[str, str], Cue] = {}
    for number, row in enumerate(rows("cues.tsv"), start=2):
        cue = Cue(
            row["lemma"],
            row["particle"],
            Act(row["act"]),
            row["frame"],
            row["neutral"] == "yes",
            row["objects"],
        )
        key = (cue.lemma, cue.particle)
        if key in found:
            raise ReaderError(f"cues.tsv:{number}: '{cue.lemma} {cue.particle}' is listed twice")
        found[key] = cue
    return found
