"""How a report renders an act, and which of its words show it."""

from __future__ import annotations

from spacy.tokens import Token

from goodoffices.statements.quotes import quoted_marks
from goodoffices.statements.sighting import Tokens
from goodoffices.statements.statement import Manner
from goodoffices.statements.syntax import children, lemma

NEAR = 4
"""Words that may stand between two words of one cue."""


def is_infinitive(head: Token) -> bool:
    """Tell whether a complement is an infinitive: 'offered to host' narrates, 'said it hosts' renders."""
    return head.dep_ == "xcomp" and any(word.lower_ == "to" for word in children(head, "aux"))


def is_aim(head: Token) -> bool:
    """Tell whether a complement is a step to be taken: 'hopes to host', but not 'hopes to be well'."""
    return is_infinitive(head) and lemma(head) not in {"be", "have", "see", "know", "remain"}


def manner(content: Tokens, *, said: bool = True) -> Manner:
    """Return how a content is rendered: mixed where some of it is in quotation marks."""
    if content and quoted_marks(content[0].doc[content[0].i : content[-1].i + 1].text):
        return Manner.MIXED
    return Manner.INDIRECT if said else Manner.NARRATED


def side_by_side(cue: Tokens) -> Tokens:
    """Return the words of a cue that stand near its verb, which is the last or the first of them."""
    ordered = sorted(dict.fromkeys(cue), key=lambda token: token.i)
    kept = [ordered[0]]
    for token in ordered[1:]:
        if token.i - kept[-1].i > NEAR:
            break
        kept.append(token)
    return tuple(kept)


def is_plural(who: Token | None) -> bool:
    """Tell whether a noun stands for several, who can do what takes two: 'delegations of both met'."""
    return who is not None and who.tag_ in {"NNS", "NNPS"}
