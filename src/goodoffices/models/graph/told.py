"""What an outcome means: who does what in it, why nobody would leave it, and how it could come about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from goodoffices.models.graph.conflict import Conflict
from goodoffices.models.graph.landscape import Grounds, Spot
from goodoffices.models.graph.origins import Words
from goodoffices.models.graph.reading import (
    PLAIN,
    describe_move,
    describe_verdict,
    gathered,
    listed,
)

DEMANDING = ("R", "SSEQ", "SEQ", "SMR", "GMR")
"""The concepts, the most demanding first: a reason by the first that applies says most."""


@dataclass(frozen=True, slots=True)
class Told:
    """An outcome in plain language.

    Attributes:
        spot: The outcome.
        does: Who does what, one sentence for each decision maker that has options.
        stays: Why nobody would move away; empty where it is no equilibrium.
        even: Who could change something without gain or loss.
        reached: Whether improvements lead to it from the status quo, and by whose moves; empty where no
            paths were looked for.
    """

    spot: Spot
    does: tuple[str, ...]
    stays: tuple[str, ...]
    even: tuple[str, ...]
    reached: str


def tell(conflict: Conflict, spot: Spot, grounds: Grounds, words: Words = PLAIN) -> Told:
    """Say what an outcome means.

    Args:
        conflict: The conflict.
        spot: The outcome, one of a landscape's.
        grounds: The witness of that landscape.
        words: How to speak of decision makers and options; by their names in the conflict if left out.

    Examples:
        >>> from goodoffices.models.graph.conflict import option_form
        >>> from goodoffices.models.graph.landscape import landscape
        >>> from goodoffices.models.graph.preferences import Priorities
        >>> from goodoffices.models.graph.states import Option
        >>> talks = option_form(
        ...     name="Talks",
        ...     decision_makers=["North", "South"],
        ...     options=[Option("fire", "North"), Option("fire", "South")],
        ...     preferences={
        ...         "North": Priorities(("not South.fire", "not North.fire")),
        ...         "South": Priorities(("not North.fire", "not South.fire")),
        ...     },
        ... )
        >>> found = landscape(talks, start="YN", concepts=("R",))
        >>> told = tell(talks, found.outcome.held[0], found.witness)
        >>> told.does
        ('North would leave fire.', 'South would leave fire.')
        >>> told.stays
        ('Nothing that North or South could change alone would be a gain.',)
        >>> told.reached
        'From the status quo, one improvement leads here, by North.'
    """
    speech = _Speech(conflict, words)
    return Told(
        spot,
        speech.does(spot.state),
        _stays(speech, spot, grounds) if spot.concepts else (),
        speech.even(spot.state),
        _reached(speech, spot, grounds),
    )


@dataclass(frozen=True, slots=True)
class _Speech:
    """Speaks of one conflict."""

    conflict: Conflict
    words: Words

    def names(self, whom: Sequence[str], joint: str = "and") -> str:
        return listed([self.words.name(who) for who in whom], joint)

    def does(self, state: str) -> tuple[str, ...]:
        said = []
        for who in self.conflict.decision_makers:
            taken: list[str] = []
            left: list[str] = []
            for option, letter in zip(self.conflict.options, state, strict=True):
                if option.owner == who and letter != "-":
                    phrases = self.words.option(option)
                    (taken if letter == "Y" else left).append(
                        phrases.taken if letter == "Y" else phrases.left
                    )
            parts = [gathered(taken), gathered(left)]
            if taken or left:
                said.append(f"{self.words.name(who)} {', and '.join(part for part in parts if part)}.")
        return tuple(said)

    def even(self, state: str) -> tuple[str, ...]:
        """Say who could change one option of its own without gain or loss."""
        here = self.conflict.states.index(state)
        said = []
        for number, who in enumerate(self.conflict.decision_makers):
            ranks = self.conflict.graph.ranks[number]
            single = [
                describe_move(self.conflict, here, there, self.words)
                for there in self.conflict.graph.moves_of(number, here)
                if ranks[there] == ranks[here] and _differing(state, self.conflict.states[there]) == 1
            ]
            if single:
                said.append(f"{self.words.name(who)} could as well {listed(single, 'or')}.")
        return tuple(said)


def _stays(speech: _Speech, spot: Spot, grounds: Grounds) -> tuple[str, ...]:
    concept = next(each for each in DEMANDING if each in spot.concepts)
    verdicts = {
        who: grounds.stability.witness.verdict(concept, who, spot.state)
        for who in speech.conflict.decision_makers
    }
    content = [who for who, verdict in verdicts.items() if not verdict.sanctions]
    said = []
    if content:
        names = speech.names(content, "or")
        said.append(f"Nothing that {names} could change alone would be a gain.")
    for verdict in verdicts.values():
        if verdict.sanctions:
            first = replace(verdict, sanctions=verdict.sanctions[:1])
            said.append(describe_verdict(speech.conflict, first, speech.words))
        more = len(verdict.sanctions) - 1
        if more > 0:
            said.append(f"{more} further {'change' if more == 1 else 'changes'} would be answered as well.")
    return tuple(said)


def _reached(speech: _Speech, spot: Spot, grounds: Grounds) -> str:
    if spot.start:
        return "This is the status quo."
    if grounds.paths is None or spot.state not in grounds.paths.outcome.by_moves:
        return ""
    arrival = grounds.paths.outcome.by_improvements[spot.state]
    if arrival.moves is not None:
        count = "one improvement leads" if arrival.moves == 1 else f"{arrival.moves} improvements lead"
        ways = " or ".join(speech.names(movers) for movers in arrival.movers[:3])
        return f"From the status quo, {count} here, by {ways}."
    any_ = grounds.paths.outcome.by_moves[spot.state]
    if any_.moves is None:
        return "No sequence of moves leads here from the status quo."
    ways = " or ".join(speech.names(movers) for movers in any_.movers[:3])
    return (
        f"No sequence of improvements leads here from the status quo; {ways} could bring it about, but "
        "somebody would have to make a move without gaining by it."
    )


def _differing(one: str, other: str) -> int:
    return sum(here != there for here, there in zip(one, other, strict=True))
