"""What an infinitive makes of an act: 'swore not to leave' refuses, 'vowed to strike' threatens."""

from __future__ import annotations

from spacy.tokens import Token

from goodoffices.statements.acts import Act
from goodoffices.statements.clauses import cue_of
from goodoffices.statements.lexicon import words
from goodoffices.statements.syntax import children, lemma

BINDING = frozenset({Act.PROMISE, Act.AGREE})
YIELDING = frozenset({Act.ACCEPT, Act.AGREE, Act.SUPPORT, Act.CONCEDE})
CONSIDERING = frozenset({"consider", "reconsider", "examine", "study", "review", "ponder", "weigh", "think"})
"""What somebody who promises to do it has not consented to yet."""


LETTING = frozenset({"allow", "permit", "let"})
UNDERTAKING = frozenset({"undertake", "pledge", "promise", "guarantee", "agree", "commit", "assure"})


def act_with_aim(act: Act, aim: Token | None) -> Act:
    """Return what an act comes to with the infinitive or clause that says what is to be done.

    Args:
        act: The act of the verb alone: a promise for 'vowed'.
        aim: Head of the infinitive or clause; None where there is none.
    """
    if aim is None or aim.pos_ not in {"VERB", "AUX"}:
        return act
    harms = lemma(aim) in words("harm_verb")
    if act is Act.PROMISE and lemma(aim) in LETTING and lemma(aim.head) in UNDERTAKING:
        return act  # 'undertook not to allow raids'
    if act is Act.CLAIM and harms and is_to(aim):  # 'reserves the right to strike'
        return Act.THREATEN
    if act not in BINDING:
        return act
    if lemma(aim) in CONSIDERING and not _is_forsworn(aim):
        return Act.OPEN
    return act if act is Act.AGREE else _promised(aim, harms=harms)


def _promised(aim: Token, *, harms: bool) -> Act:
    cue = cue_of(aim)
    if _is_forsworn(aim):
        yields = lemma(aim) in words("yield_verb") | words("yes_verb")
        yields = yields or (cue is not None and cue[0].act in YIELDING)
        return Act.REJECT if yields and not harms else Act.PROMISE
    resists = cue is not None and cue[0].act is Act.REJECT
    return Act.THREATEN if harms else Act.REJECT if resists else Act.PROMISE


def _is_forsworn(aim: Token) -> bool:
    return any(word.dep_ == "neg" or word.lower_ == "never" for word in aim.children)


def is_to(aim: Token) -> bool:
    """Tell whether a verb is an infinitive with 'to'."""
    return any(word.lower_ == "to" for word in children(aim, "aux"))
