"""Questions about a dependency parse: whose verb is this, is it negated, where does its clause end."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import takewhile

from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
CLAUSES = frozenset({"ccomp", "xcomp", "parataxis"})
NOBODY = frozenset({"neither", "no", "none", "nobody", "nothing"})
ASKING = frozenset({"demand", "want", "propose", "urge", "seek", "favour", "favor", "insist", "call"})
"""Verbs whose 'no …' is what they ask for, so that it does not deny them: 'demanded no preconditions'."""
NEGATIONS = frozenset({"never", "nor", "neither", "hardly"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
TOLD = frozenset({"ccomp", "xcomp"})
COMMA = 3
"""Words before a verb among which a comma sets it off from the clause before."""
SHARING = frozenset({"conj", "xcomp", "advcl", "pcomp"})
NAMED = frozenset({"GPE", "NORP", "ORG", "PERSON"})
RELATIVES = frozenset({"that", "which", "who", "whom"})
MISREAD = {"hop": "hope", "hat": "hate", "grip": "gripe", "rat": "rate"}
"""Dictionary forms that the parser gives for 'hopes', 'hated', 'griped' and 'rated', and the right ones."""
WEAKENED = {
    "ca": "can",
    "wo": "will",
    "sha": "shall",
    "'ll": "will",
    "’ll": "will",
    "'d": "would",
    "’d": "would",
}


def children(token: Token, *dependencies: str) -> Iterator[Token]:
    """Yield the children of a token that have one of the dependencies."""
    return (child for child in token.children if child.dep_ in dependencies)


def first_child(token: Token, *dependencies: str) -> Token | None:
    """Return the first child that has one of the dependencies."""
    return next(children(token, *dependencies), None)


def lemma(token: Token) -> str:
    """Return the dictionary form in lower case, mended where the parser has a verb's wrong."""
    name = token.lemma_.lower()
    if token.tag_ == "NNPS":  # 'the Ministers' keeps its plural, since the parser takes it for a name
        return singular(name)
    return MISREAD.get(name, name) if token.pos_ == "VERB" else name


def singular(noun: str) -> str:
    """Return a noun without the ending of the plural.

    Examples:
        >>> singular("chairmen"), singular("parties"), singular("envoys")
        ('chairman', 'party', 'envoy')
    """
    return re.sub(r"men$", "man", re.sub(r"(?<=[a-z]{2})s$", "", re.sub(r"ies$", "y", noun)))


def own_subject(verb: Token) -> Token | None:
    """Return the subject that stands with a verb itself."""
    return next((child for child in verb.children if child.dep_ in SUBJECTS), None)


def subject(verb: Token) -> Token | None:
    """Return the subject of a verb, looked for upwards where the verb shares or omits it.

    A conjoined verb shares the subject of the first; an open complement ("wants to sign"), a
    participle ("…, citing …") and a relative clause take theirs from the clause above.
    """
    seen: set[int] = set()
    while verb.i not in seen:
        seen.add(verb.i)
        found = own_subject(verb)
        if found is not None:
            return cleft_of(found, verb) or _antecedent(found, verb)
        above = told_above(verb) if verb.dep_ == "conj" else None
        if above is not None:
            verb = above
        elif verb.head.i != verb.i and (verb.dep_ in SHARING or is_loosely_joined(verb)):
            verb = verb.head
            while verb.pos_ == "ADP" and verb.head.i != verb.i:
                verb = verb.head
        elif verb.dep_ in {"acl", "relcl"}:
            return verb.head if verb.tag_ in {"VBG", "VBD", "VBZ", "VBP"} or tense_of(verb) else None
        else:
            break
    return _beside(verb)


def subject_ahead(pronoun: Token) -> frozenset[int]:
    """Return the index of the subject of a clause that stands before the pronoun's own and hangs on it.

    'While Chad signed the pact that Libya wrote, it did not act': 'it' goes on with Chad.
    """
    if pronoun.dep_ not in SUBJECTS:
        return frozenset()
    clauses = (one for one in children(pronoun.head, "advcl") if one.i < pronoun.i)
    return frozenset(who.i for one in clauses if (who := own_subject(one)) is not None)


def _beside(verb: Token) -> Token | None:
    """Return the name that the parse takes for an adverb: 'Washington, while welcoming it, would not say'."""
    beside = (one for one in children(verb, "npadvmod") if one.pos_ == "PROPN" and one.i < verb.i)
    named = (one for one in beside if one.ent_type_ not in {"DATE", "TIME"})
    return next(named, None) if tense_of(verb) is not None else None


def is_loosely_joined(verb: Token) -> bool:
    """Tell whether a verb is joined without 'and': 'first rejected it, then accepted it'."""
    return verb.dep_ == "dep" and verb.head.pos_ == "VERB" and verb.tag_ == verb.head.tag_


def told_above(verb: Token) -> Token | None:
    """Return the verb of speech to which a verb goes back from the clause that it seems joined to.

    In 'said the talks would go on and urged both to stay' the one who said it urges: 'urged' has no subject
    and the tense of 'said', and not that of 'would go'.
    """
    clause = verb
    while clause.dep_ == "conj" and clause.head.pos_ in {"VERB", "AUX"}:
        clause = clause.head
    if clause.i == verb.i or clause.dep_ not in TOLD or own_subject(verb) is not None:
        return None
    above, tense = clause.head, tense_of(verb)
    if tense is None or tense not in {tense_of(above), above.tag_}:
        return None
    if clause.dep_ == "xcomp":
        return above if clause.tag_ == "VB" else None
    return above if tense != tense_of(clause) or _had_been(clause, verb) else None


def _had_been(clause: Token, verb: Token) -> bool:
    """Tell whether a comma sets a plain past off from a past before it: 'said it had left, and accepted'."""
    earlier = any(word.lower_ == "had" for word in children(clause, "aux")) and clause.tag_ == "VBN"
    comma = any(word.text == "," for word in verb.doc[max(clause.i, verb.i - COMMA) : verb.i])
    return earlier and comma and verb.tag_ == "VBD" and first_child(verb, "aux") is None


def tense_of(verb: Token) -> str | None:
    """Return the tag of the finite word of a predicate: the first helper's, else the verb's."""
    forms = (word.tag_ for word in (*children(verb, "aux", "auxpass"), verb))
    return next((form for form in forms if form in FINITE), None)


def cleft_of(found: Token, verb: Token) -> Token | None:
    """Return whom a cleft sentence puts first: 'Chad' in 'It was Chad that refused the list'."""
    copula = verb.head
    if found.lower_ not in RELATIVES or verb.dep_ != "ccomp" or copula.lemma_ != "be":
        return None
    who = first_child(copula, "nsubj")
    return first_child(copula, "attr") if who is not None and who.lower_ == "it" else None


def _antecedent(found: Token, verb: Token) -> Token:
    acting = own_subject(found) if found.tag_ == "VBG" and found.pos_ == "VERB" else None
    if acting is not None:  # 'The agency operating there said' may be read as a clause that says
        return acting
    if found.tag_ == "VBG" and found.i == found.sent.start:  # 'Speaking in reply, the envoy of Mali said'
        beside = (word for word in found.subtree if word.dep_ == "appos" and word.nbor(-1).text != ",")
        return next((word for word in beside if word.left_edge.nbor(-1).text == ","), found)
    if found.lower_ in RELATIVES and verb.dep_ == "relcl":
        return verb.head
    return found


def misread_subject(verb: Token) -> Token | None:
    """Return the name right before a finite verb that the parse has as its modifier: 'Kyiv objects'."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else None
    if before is not None and before.text == "," and before.i > verb.sent.start:
        named = before.nbor(-1)
        finite = verb.tag_ in {"VBZ", "VBD", "VBP"} and verb.dep_ == "dep"
        return named if finite and named.dep_ == "appos" and named.pos_ == "PROPN" else None
    if (
        before is None
        or before.head.i != verb.i
        or before.dep_ not in {"amod", "compound", "nmod", "npadvmod"}
    ):
        return None
    return before if verb.tag_ in {"VBZ", "VBD", "VBP"} and before.text[:1].isupper() else None


def is_passive(verb: Token) -> bool:
    """Tell whether a verb is in the passive voice."""
    return any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)


def agent(verb: Token) -> Token | None:
    """Return the doer that a passive verb or a reduced relative clause names with 'by'."""
    for by in children(verb, "agent", "prep"):
        if by.lower_ == "by":
            return first_child(by, "pobj")
    if not is_passive(verb):
        return None
    inside = (first_child(by, "pobj") for by in verb.subtree if _is_near_by(by, verb))
    given = first_child(verb, "dobj") is not None  # 'was refused a seat by the government'
    fitting = (who for who in inside if who is not None and who.ent_type_ not in {"DATE", "TIME"})
    return next((who for who in fitting if given or who.ent_type_ in NAMED), None)


def _is_near_by(by: Token, verb: Token) -> bool:
    """Tell whether a 'by' stands behind a passive with no clause between."""
    if by.lower_ != "by" or by.i < verb.i:
        return False
    between = takewhile(lambda above: above.i != verb.i, by.ancestors)
    return not any(above.pos_ in {"VERB", "AUX"} for above in between)


def is_negated(verb: Token) -> bool:
    """Tell whether a verb is negated: not, n't, never, no longer, a negated helper, or nobody who does it."""
    who = own_subject(verb)
    if who is not None and any(child.lower_ in NOBODY for child in (who, *who.children)):
        return True
    if lemma(verb) not in ASKING and _has_empty_object(verb):
        return True
    for child in verb.children:
        joins_next = child.lower_ == "nor" and child.dep_ == "cc" and child.i > verb.i
        if child.dep_ == "neg" or (child.lower_ in NEGATIONS and not joins_next):
            return True
        if child.lower_ == "longer" and any(word.lower_ == "no" for word in child.children):
            return True
    if verb.dep_ == "conj" and any(word.lower_ == "nor" for word in children(verb.head, "cc", "preconj")):
        return True
    shares = verb.dep_ == "xcomp" or (verb.dep_ == "conj" and own_subject(verb) is None)
    return shares and verb.head.pos_ == "AUX" and is_negated(verb.head)


def _has_empty_object(verb: Token) -> bool:
    """Tell whether the object of a verb denies it: 'signed nothing', 'agreed to none of the points'."""
    things = [*children(verb, "dobj"), *(of for to in children(verb, "prep") for of in children(to, "pobj"))]
    return any(
        thing.lower_ in {"nothing", "none", "neither"}
        or (thing.dep_ == "dobj" and any(word.lower_ in {"no", "neither"} for word in children(thing, "det")))
        for thing in things
    )


def is_unreal(verb: Token) -> bool:
    """Tell whether a verb says what did not come about: 'would have agreed', 'could have signed'."""
    perfect = any(child.lower_ in {"have", "’ve", "'ve"} for child in children(verb, "aux"))
    return perfect and bool(modals(verb) & {"would", "could", "might", "should"})


def modals(verb: Token) -> frozenset[str]:
    """Return the modal verbs of a predicate (can, could, will, would, must, …)."""
    found = {
        WEAKENED.get(child.lower_, child.lower_) for child in children(verb, "aux") if child.tag_ == "MD"
    }
    return frozenset(found)


def subtree(token: Token, without: Collection[int] = ()) -> list[Token]:
    """Return a token and all that depends on it, less the subtrees whose heads are listed by index."""
    if not without:
        return list(token.subtree)
    skipped = {child.i for head in token.subtree if head.i in without for child in head.subtree}
    return [word for word in token.subtree if word.i not in skipped]


def subject_tokens(verb: Token) -> list[Token]:
    """Return all words of a verb's subject."""
    who = subject(verb)
    return [] if who is None else subtree(who)


def depth(token: Token) -> int:
    """Return how many steps a token is from the root of its sentence."""
    steps = 0
    while token.head.i != token.i:
        token = token.head
        steps += 1
    return steps


def heads_main_clause(verb: Token) -> bool:
    """Tell whether a verb is that of a main clause, or joined to it."""
    while verb.dep_ == "conj" and verb.head.i != verb.i:
        verb = verb.head
    return verb.dep_ == "ROOT"
