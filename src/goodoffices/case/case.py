"""The case: everything that was coded about a peace process at one date."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field
from pydantic.dataclasses import dataclass

from goodoffices.case.coding import STRICT, Day
from goodoffices.case.conflict import CodedConflict
from goodoffices.case.instruments import Disagreement, Guarantee, Leverage, Precedent
from goodoffices.case.stakes import AttackerStakes
from goodoffices.case.terms import Id, Impossible, Issue, Party, Position, Proposal, RedLine, Text, WalkAway


@dataclass(frozen=True, slots=True, config=STRICT)
class Case:
    """A peace process as coded at one date.

    Attributes:
        title: What the case is about.
        snapshot: Day whose state of affairs the case describes, where known.
        note: Anything that a reader must know first.
        parties: The parties by id.
        issues: The issues by id.
        positions: What parties want.
        walk_away: What no agreement is worth to parties.
        red_lines: What parties say they will never accept.
        impossible: Combinations that nobody can have.
        proposals: What is on the table, by id.
        guarantees: Designs of security guarantees, by id.
        stakes: What an attack would be worth to those whom guarantees are meant against.
        leverage: Who could move whom, by what.
        precedents: What the process appeals to.
        disagreements: Distances that a report states without numbers.
        conflict: What differs from the conflict that the rules make of proposals, responses and guarantees.
    """

    title: Text
    snapshot: Day | None = None
    note: str | None = None
    parties: Mapping[Id, Party] = Field(default_factory=dict)
    issues: Mapping[Id, Issue] = Field(default_factory=dict)
    positions: tuple[Position, ...] = ()
    walk_away: tuple[WalkAway, ...] = ()
    red_lines: tuple[RedLine, ...] = ()
    impossible: tuple[Impossible, ...] = ()
    proposals: Mapping[Id, Proposal] = Field(default_factory=dict)
    guarantees: Mapping[Id, Guarantee] = Field(default_factory=dict)
    stakes: tuple[AttackerStakes, ...] = ()
    leverage: tuple[Leverage, ...] = ()
    precedents: tuple[Precedent, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    conflict: CodedConflict | None = None

    def must_sign(self) -> tuple[str, ...]:
        """Return the ids of the parties without whose signature no agreement exists."""
        return tuple(id_ for id_, party in self.parties.items() if party.must_sign)

    def signatories(self, proposal: Proposal) -> tuple[str, ...]:
        """Return the ids of the parties whose acceptance a proposal needs."""
        return proposal.signatories or self.must_sign()
