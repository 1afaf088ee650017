"""Answers that leave words out: 'Not while …', 'Yes, if …', '…, but not about the principle'."""

from __future__ import annotations

from itertools import pairwise

from goodoffices.statements.acts import Act
from goodoffices.statements.descriptions import Verdict
from goodoffices.statements.labels import talk
from goodoffices.statements.sighting import Tokens
from goodoffices.statements.statement import Modality

FIRST_PERSON = frozenset({"we", "i"})
CONSENTING = frozenset({Act.OPEN, Act.ACCEPT, Act.SUPPORT, Act.PROMISE, Act.AGREE, Act.OFFER})
"""Acts beside which 'but not …' refuses something."""
TURNING = frozenset({"but", "though"})
STOPS = frozenset({".", ";", ":", "!", "…", "but", "because", "since"})
FEWEST = 4
"""Tokens of 'We cannot, …' up to its comma."""


def short_act(said: Tokens) -> Verdict | None:
    """Return what an answer without a main clause does: 'Not while …', 'Yes, if …', 'We can't, not before …'.

    Args:
        said: A sentence.
    """
    told = [token for token in said if not token.is_punct]
    words = [token.lower_ for token in told[:4]]
    opening = words[1:] if words[:1] in (["no"], ["never"], ["yes"]) else words
    if opening[:1] == ["not"] and opening[1:2] and opening[1] in talk("bar_word"):
        return Verdict(Act.REJECT, tuple(told[:2]), None, Modality.CONDITIONAL)
    if (words[:1] == ["yes"] and opening[:1] == ["if"]) or opening[:2] == ["only", "if"]:
        return Verdict(Act.OPEN, tuple(told[:2]), None, Modality.CONDITIONAL)
    if len(said) < FEWEST or words[:1] == [] or words[0] not in FIRST_PERSON:
        return None
    barred = said[1].tag_ == "MD" and said[2].dep_ == "neg" and said[3].is_punct
    return Verdict(Act.REJECT, tuple(said[:3])) if barred else None


def refused_besides(said: Tokens, verdict: Verdict) -> Tokens:
    """Return what is refused in 'ready to talk about the form, but not about the principle'.

    Args:
        said: The clause.
        verdict: What its speaker does by it.
    """
    if verdict.act not in CONSENTING or verdict.negated:
        return ()
    pairs = enumerate((one.lower_, two.lower_) for one, two in pairwise(said))
    place = next((at for at, (one, two) in pairs if one in TURNING and two in {"not", "never"}), 0)
    if not place or (verdict.tokens and verdict.tokens[0].i > said[place].i):
        return ()
    rest = said[place + 1 :]
    end = next((at for at, token in enumerate(rest) if token.lower_ in STOPS), len(rest))
    rest = rest[:end]
    finite = any(token.tag_ in {"VBZ", "VBD", "VBP", "MD"} for token in rest)
    named = any(token.pos_ in {"NOUN", "PROPN", "NUM", "VERB", "ADV"} for token in rest[1:])
    return rest if named and not finite else ()
