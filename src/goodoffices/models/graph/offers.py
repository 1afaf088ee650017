"""What is on the table, as far as the rules need it that turn it into options and preferences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

from goodoffices.models.graph.origins import Origin


class Stand(Enum):
    """Where a party stands on a proposal, as far as a preference follows from it."""

    AGAINST = "against"
    BEHIND = "behind"
    """Put it forward, prepares it or accepts it."""
    SPEAKS_FOR = "speaks for"


@dataclass(frozen=True, slots=True)
class Source:
    """What something was coded from.

    Attributes:
        because: Ids of statements.
        sources: Citations of sources outside the reports.
        coder: Who judged it so, where a judgement.
        drafted: Whether nobody confirmed it.
    """

    because: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    coder: str | None = None
    drafted: bool = False

    def origin(self, rule: str, why: str) -> Origin:
        """Return the origin of what a rule makes of it."""
        return Origin(rule, why, self.because, self.sources, self.coder, self.drafted)


@dataclass(frozen=True, slots=True)
class Answer:
    """Where a party stands on a proposal.

    Attributes:
        stand: Where.
        how: What it did, to follow its name and to stand before the proposal's: `rejected`.
        source: What shows it.
    """

    stand: Stand
    how: str
    source: Source


@dataclass(frozen=True, slots=True)
class Promise:
    """A guarantee that a proposal contains.

    Attributes:
        id: Its id.
        name: How to speak of it in a sentence.
        beneficiary: Whom it protects.
        against: Whom it is meant against.
        turns_on: The guarantor on whom action turns; None where nobody can or it is not known.
        willing: The lowest and highest willingness of that guarantor that the coder would defend.
        unknown: Why nobody's readiness is an option; empty where somebody's is.
        act: Name of the option to be ready to act on it.
        breach: Name of the option to break the settlement.
        source: What the guarantee was coded from.
        judged: What the willingness was coded from; where none is, the same.
    """

    id: str
    name: str
    beneficiary: str
    against: tuple[str, ...]
    turns_on: str | None
    willing: tuple[float, float] | None
    unknown: str
    act: str
    breach: str
    source: Source
    judged: Source


@dataclass(frozen=True, slots=True)
class Offer:
    """A proposal whose signatories are known.

    Attributes:
        id: Its id.
        name: How to speak of it in a sentence.
        signatories: Whose acceptance it needs.
        answers: Where parties stand on it; who is open, sets a condition or is silent is not listed.
        source: What the proposal was coded from.
        promise: The guarantee that it contains.
        terms: What it settles: issue to option.
    """

    id: str
    name: str
    signatories: tuple[str, ...]
    source: Source
    answers: Mapping[str, Answer] = field(default_factory=dict)
    promise: Promise | None = None
    terms: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "answers", MappingProxyType(dict(self.answers)))
        object.__setattr__(self, "terms", MappingProxyType(dict(self.terms)))

    @property
    def in_force(self) -> str:
        """The condition that all signatories accept it."""
        return " and ".join(f"{party}.{self.id}" for party in self.signatories)
