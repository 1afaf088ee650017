"""Which verbs are cues, which clause belongs to them, and whether they say that something took place."""

from __future__ import annotations

import re
from itertools import islice

from spacy.tokens import Token

from goodoffices.statements.acts import Cue, cues
from goodoffices.statements.lexicon import words
from goodoffices.statements.misread import is_aside
from goodoffices.statements.syntax import CLAUSES, children, first_child, is_negated, lemma, own_subject
from goodoffices.statements.turns import turn_clause, turn_of

JOINED = frozenset({"prt", "prep", "advmod", "acomp", "dobj", "ccomp"})
YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
WITHHELD = frozenset({"where", "when", "how", "who", "what", "which", "why", "whether"})
NEGATIVE = frozenset({"no", "none", "nothing"})
ON_AND_ON = frozenset({"continue", "conclude"})
CHAIN = 12
"""Steps up the parse within which a verb may stand under a condition; bounds work on endless sentences."""


def cue_of(verb: Token) -> tuple[Cue, tuple[Token, ...]] | None:
    """Return the cue that a verb is, with the words that make it up: 'ruled out', 'called for'."""
    turn = turn_of(verb)
    if turn is not None:
        return turn
    found = cues()
    name = lemma(verb)
    for child in verb.children:
        if child.dep_ in JOINED and (name, child.lower_) in found and not of_time(child):
            return found[name, child.lower_], (verb, child)
    if verb.tag_ == "VBG" and (name, "-ing") in found and any(True for _ in children(verb, "aux")):
        return found[name, "-ing"], (verb,)
    plain = found.get((name, ""))
    return None if plain is None or _goes_on_doing(verb) else (plain, (verb,))


def _goes_on_doing(verb: Token) -> bool:
    """Tell whether a verb that may be speech is not: 'continued to arm them', unlike 'continued that …'."""
    done = first_child(verb, "xcomp") if lemma(verb) in ON_AND_ON else None
    return done is not None and any(word.lower_ == "to" for word in children(done, "aux"))


def is_denied(verb: Token, cue: Cue) -> bool:
    """Tell whether a cue is negated, where a 'no' of its own does not count: 'has no objection to'."""
    own = bool(cue.behind) and not NEGATIVE.isdisjoint(re.split(r"[ |]", cue.particle))
    return any(word.dep_ == "neg" for word in verb.children) if own else is_negated(verb)


def speaks_on(verb: Token) -> bool:
    """Tell whether a verb of support names a matter: 'supported Georgia on this item'."""
    return any(one.lower_ in {"on", "over"} and not of_time(one) for one in children(verb, "prep"))


def of_time(preposition: Token) -> bool:
    """Tell whether a preposition gives a time, as 'on' does in 'insisted on Friday'."""
    place = first_child(preposition, "pobj")
    return place is not None and place.ent_type_ in {"DATE", "TIME"}


def clause_of(verb: Token) -> Token | None:
    """Return the head of the clause that a verb of speech introduces, follows or interrupts.

    'He said that it would go', 'It would go, he said', 'It, he said, would go'. A clause that is set off
    by a colon or semicolon stands for itself.
    """
    if turn_of(verb) is not None:
        return turn_clause(verb) or interrupted(verb)
    cue = cue_of(verb)
    own = set() if cue is None else {token.i for token in cue[1]}
    clauses = [
        child
        for child in children(verb, *CLAUSES)
        if child.pos_ in {"VERB", "AUX", "ADJ", "NOUN"} and child.i not in own and not is_inserted(child)
    ]
    behind = [child for child in clauses if child.i > verb.i]
    before = [child for child in clauses if child.i < verb.i and not set_off(child, verb)]
    found = [*behind, *before]
    return found[0] if found else interrupted(verb) or _astray(verb)


def _astray(verb: Token) -> Token | None:
    """Return the clause that the parse hangs on a noun in 'told us in confidence that it would go'."""
    told = cues().get((lemma(verb), ""))
    if told is None or not told.neutral:
        return None
    for preposition in children(verb, "prep"):
        for noun in children(preposition, "pobj"):
            for clause in children(noun, "acl", "ccomp"):
                if clause.left_edge.lower_ == "that" and own_subject(clause) is not None:
                    return clause
    return None


def is_inserted(verb: Token) -> bool:
    """Tell whether a verb is speech set into its head's clause, as 'said' in 'It would, he said, go'."""
    cue = cue_of(verb) if verb.dep_ == "parataxis" else None
    if cue is None or not (cue[0].neutral or lemma(verb) in words("inserted_verb")):
        return False
    leads = first_child(verb, "ccomp") is not None and cue[1][-1].lower_ != "known"
    return own_subject(verb) is not None and not leads and _takes_nothing(verb, cue[1])


def interrupted(verb: Token) -> Token | None:
    """Return the head of the clause that a verb of speech interrupts: 'go' in 'It would, he said, go'."""
    if verb.dep_ != "parataxis" and not (_as_put(verb) or _tells_what_precedes(verb)):
        return None
    head = verb.head
    while head.pos_ not in {"VERB", "AUX"} and head.head.i != head.i:
        head = head.head
    return head if head.pos_ in {"VERB", "AUX"} and not set_off(head, verb) else None


def _tells_what_precedes(verb: Token) -> bool:
    """Tell whether a verb of speech is only joined by a comma: 'It would go, the envoy told the council'."""
    who = own_subject(verb) if verb.dep_ == "conj" else None
    told = cues().get((lemma(verb), "")) if who is not None and who.i < verb.i else None
    if who is None or told is None or not told.neutral or first_child(verb, "ccomp") is not None:
        return False
    comma = who.left_edge.i > verb.sent.start and who.left_edge.nbor(-1).text == ","
    return comma and verb.head.i < who.i and not any(one.i > verb.head.i for one in children(verb.head, "cc"))


def is_put_by(verb: Token) -> bool:
    """Tell whether a participle says in whose words its clause stands: 'as charged by the delegation'."""
    marked = any(mark.lower_ == "as" for mark in children(verb, "mark", "advmod"))
    return verb.dep_ == "advcl" and verb.tag_ == "VBN" and marked and first_child(verb, "agent") is not None


def _as_put(verb: Token) -> bool:
    """Tell whether a clause says in whose words another stands: 'as the envoy put it', 'as she told us'."""
    marked = any(mark.lower_ == "as" for mark in children(verb, "mark", "advmod"))
    cue = cue_of(verb) if verb.dep_ == "advcl" and marked else None
    told = cue is not None and (cue[0].neutral or is_put_by(verb))
    if cue is None or not told or first_child(verb, "ccomp", "xcomp") is not None:
        return False
    return _takes_nothing(verb, cue[1])


def _takes_nothing(verb: Token, cue: tuple[Token, ...]) -> bool:
    """Tell whether a verb of speech has no object but its own 'it', or whom it addresses."""
    thing = first_child(verb, "dobj")
    return thing is None or thing.i == cue[-1].i or lemma(verb) in words("addressing_verb")


def set_off(clause: Token, verb: Token) -> bool:
    """Tell whether a colon or semicolon stands between a clause and a verb."""
    first, last = sorted((clause.i, verb.i))
    return any(token.text in {":", ";"} for token in clause.doc[first:last])


def set_off_clauses(verb: Token) -> frozenset[int]:
    """Return the heads of clauses that a colon or semicolon separates from a verb, by index."""
    return frozenset(
        child.i for child in children(verb, *CLAUSES) if child.i < verb.i and set_off(child, verb)
    )


def is_asserted(verb: Token) -> bool:
    """Tell whether a verb says that something took place; 'to sign', 'if it signs', 'did it sign?' do not."""
    helpers = {word.lower_ for word in children(verb, "aux", "auxpass")}
    if verb.dep_ in {"amod", "compound"} or is_aside(verb) or _supposed(verb):
        return False
    if "to" in helpers:
        return _is_hearsay(verb)
    if verb.tag_ == "VB":
        who = own_subject(verb)  # a plural present looks like an infinitive: 'traders accuse him'
        main = verb.dep_ == "ROOT" or (verb.dep_ == "ccomp" and verb.i < verb.head.i)
        return bool(helpers) or (main and who is not None and who.i < verb.i)
    if verb.tag_ == "VBG":
        return verb.dep_ != "pcomp"
    if verb.tag_ == "VBN":
        return (
            bool(helpers) or verb.dep_ in {"acl", "conj"} or own_subject(verb) is not None or is_put_by(verb)
        )
    return True


def _is_hearsay(verb: Token) -> bool:
    """Tell whether a verb is told of somebody: 'is understood to have assured', 'is said to favour'."""
    told = verb.head
    passive = verb.dep_ == "xcomp" and any(True for _ in children(told, "auxpass"))
    denied = is_negated(told) or is_negated(verb) or any(one.tag_ == "MD" for one in children(told, "aux"))
    return passive and lemma(told) in words("raising_verb") and not denied and is_asserted(told)


def _supposed(verb: Token) -> bool:
    """Tell whether a verb stands in a question, or in a clause that supposes: if, unless, whether."""
    if verb.sent[-1].text == "?":
        return True
    chain = (verb, *islice(verb.ancestors, CHAIN))
    return any(
        _is_inverted(token)
        or (token.dep_ == "ccomp" and lemma(token.head) in words("wishing_verb"))
        or any(mark.lower_ in words("supposing_mark") for mark in children(token, "mark", "advmod"))
        or _if_and_when(token)
        for token in chain
    )


def _if_and_when(verb: Token) -> bool:
    """Tell whether a clause supposes by 'if and when', of which the parse gives it but the 'when'."""
    first = verb.left_edge.i
    before = [token.lower_ for token in verb.doc[max(verb.sent.start, first - 2) : first]]
    return before == ["if", "and"]


def _is_inverted(verb: Token) -> bool:
    """Tell whether a helper before its subject supposes something: 'Had it accepted, the war would …'."""
    who = own_subject(verb)
    helpers = {"had", "should", "were"}
    return who is not None and any(
        word.lower_ in helpers and word.i < who.i for word in children(verb, "aux", "auxpass")
    )


def is_past_matter(verb: Token) -> bool:
    """Tell whether a verb tells of an earlier time: 'which signed in 1996', 'had originally demanded'."""
    helpers = {word.lower_ for word in children(verb, "aux")}
    once = any(word.lower_ in words("earlier_adverb") for word in children(verb, "advmod"))
    at_first = any(
        preposition.lower_ == "at" and any(word.lower_ == "first" for word in preposition.children)
        for preposition in children(verb, "prep")
    )
    if "had" in helpers and (once or at_first):
        return True
    return verb.dep_ in {"relcl", "advcl"} and verb.tag_ in {"VBD", "VBN"} and _names_a_year(verb)


def is_question(clause: Token) -> bool:
    """Tell whether a clause is what somebody wanted to know: 'asked whether it would sign'."""
    asked = any(mark.text == "?" for mark in children(clause, "punct"))
    return asked or any(mark.lower_ in {"whether", "if"} for mark in children(clause, "mark"))


def is_withheld(verb: Token, clause: Token) -> bool:
    """Tell whether somebody has not said what a clause asks: 'has not said where the line ends'."""
    told = {word.lower_ for word in children(verb, "aux")} & {"has", "have", "had", "did"}
    asking = {word.lower_ for word in children(clause, "advmod", "mark", "dobj", "attr", "nsubj")}
    return bool(told & {"has", "have", "had", "did"}) and not asking.isdisjoint(WITHHELD)


def is_told_of_a_year(verb: Token) -> bool:
    """Tell whether a verb tells of a year gone by: 'ratified the treaty in 1970'."""
    past = verb.tag_ == "VBD" or any(word.lower_ == "had" for word in children(verb, "aux"))
    return past and _names_a_year(verb)


def _names_a_year(verb: Token) -> bool:
    places = (word for word in verb.subtree if word.dep_ == "pobj" and word.head.lower_ == "in")
    return any(YEAR.fullmatch(place.text) for place in places)
