"""Short meanings of the words of the trade that a brief uses."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

GLOSS = MappingProxyType(
    {
        "red line": "something a party says it will never accept, whatever else it is offered",
        "signatory": "a party without whose signature there is no agreement",
        "guarantor": "a party that promises to act if an agreement is broken",
        "guarantee": "a promise by others to act if an agreement is broken",
        "veto": "the power of one member to stop a decision alone",
        "leverage": (
            "a means by which one party could move another; having the means (capacity) and being ready "
            "to use them (willingness) are two different things"
        ),
        "precedent": "an earlier agreement or event that someone appeals to; it shows, it proves nothing",
        "package": "one choice for each issue, taken together",
        "walk-away value": "what no agreement is worth to a party; it accepts nothing worth less",
        "colliding demands": "demands that cannot all be met by any package, though any fewer of them can",
        "concession": "giving up one demand",
        "outcome that holds": (
            "a combination of choices that no party would leave, given what it prefers and expects"
        ),
        "Nash": "an outcome holds if no party is better off by changing its own choice alone",
        "SEQ": (
            "as Nash, but a party also stays where the others, each acting in its own interest, could answer "
            "so that it ends no better off"
        ),
        "SSEQ": "as SEQ, and nothing that the party does next makes up for the answer",
        "GMR": "as Nash, but a party also stays where the others could answer so that it ends no better off",
        "SMR": "as GMR, and nothing that the party does next makes up for the answer",
        "status quo": "where the parties stand now: the options that are taken on the day of the case",
        "improvement": "a change of its own choices by which a party comes to an outcome that it prefers",
        "interval": "the lowest, the most credible and the highest value that the analyst would defend",
    }
)
"""Meaning of each term, as it ends a sentence that begins with the term."""


def glosses(terms: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return terms with their meanings, in the order asked for.

    Raises:
        KeyError: A term has no meaning here.
    """
    return tuple((term, GLOSS[term]) for term in terms)
