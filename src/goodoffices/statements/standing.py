"""Verbs that look like an act and tell none: how things stand, what is long past, a feud of two."""

from __future__ import annotations

from spacy.tokens import Token

from goodoffices.statements.acts import Act, Cue
from goodoffices.statements.clauses import YEAR, is_past_matter
from goodoffices.statements.lexicon import words
from goodoffices.statements.syntax import children, first_child, lemma

MUTUAL = (["one", "another"], ["each", "other"])
RECOGNISING = frozenset({"recognise", "recognize"})


def tells_no_act(verb: Token, cue: Cue) -> bool:
    """Tell whether a verb tells of no act of the talks that a report is about.

    Args:
        verb: The verb.
        cue: What it is.
    """
    drafted = cue.act is Act.PLAN and verb.dep_ == "relcl" and verb.tag_ == "VBD"  # 'who drafted the text'
    return drafted or is_past_matter(verb) or _recognises(verb) or _is_mutual(verb, cue) or _of_a_year(verb)


def _recognises(verb: Token) -> bool:
    """Tell whether states stand to a state as they do: 'have recognised the republic', a relation."""
    thing = first_child(verb, "dobj")
    if thing is None or lemma(verb) not in RECOGNISING or lemma(thing) not in words("polity_noun"):
        return False
    return verb.tag_ in {"VBZ", "VBP"} or any(word.tag_ in {"VBZ", "VBP"} for word in children(verb, "aux"))


def _is_mutual(verb: Token, cue: Cue) -> bool:
    """Tell whether two are at odds: 'disagree with one another', 'reject each other'."""
    ends = [*children(verb, "dobj"), *(of for to in children(verb, "prep") for of in children(to, "pobj"))]
    pairs = [[word.lower_ for word in one.subtree] for one in ends]
    return cue.act is Act.REJECT and any(pair in MUTUAL for pair in pairs)


def _of_a_year(verb: Token) -> bool:
    """Tell whether a participle tells who made something of an earlier year: 'a pact of 1963, made by'."""
    if verb.dep_ != "acl" or verb.tag_ != "VBN":
        return False
    named = (word for word in verb.head.subtree if verb.head.i < word.i < verb.i)
    return any(YEAR.fullmatch(word.text) and word.head.lower_ in {"of", "in"} for word in named)
