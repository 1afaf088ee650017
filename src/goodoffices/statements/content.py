"""Which words are the content, the reasons, the condition and the target of an act."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from goodoffices.statements.acts import Act, Cue
from goodoffices.statements.clauses import clause_of, cue_of, of_time
from goodoffices.statements.lexicon import words
from goodoffices.statements.misread import real_antecedent, real_doer
from goodoffices.statements.sighting import Tokens
from goodoffices.statements.stretches import contiguous
from goodoffices.statements.syntax import (
    CLAUSES,
    RELATIVES,
    children,
    first_child,
    lemma,
    modals,
    own_subject,
    subtree,
)
from goodoffices.statements.turns import turn_content

CONTENT_PREPOSITIONS = ("for", "on", "against", "of", "about", "over", "upon", "to", "with")
"""Prepositions of content, those first that say what and not to whom: 'appealed to both for restraint'."""
ADDRESSED = frozenset({Act.ACCUSE, Act.APPEAL, Act.WARN, Act.REQUEST, Act.THREATEN, Act.OFFER})
REFLEXIVES = frozenset({"itself", "themselves", "himself", "herself", "themself"})
BLAMED = frozenset({"of", "for", "against", "with"})
BETWEEN = 3
"""Steps between two verbs that share the object of the second."""
AIMING = frozenset({Act.OFFER, Act.PROMISE, Act.THREATEN, Act.AGREE, Act.PLAN, Act.REJECT})
"""Acts that have what they are about in an infinitive."""
REFUSING = frozenset({"refuse", "decline"})
AMBIGUOUS = frozenset({"claim", "charge"})
"""Nouns that name something alleged only with a clause: 'their claim to the island' is a demand."""
DASHES = frozenset({"—", "–", "-", ",", "--"})


def escapes(head: Token) -> tuple[Token, ...]:
    """Return the heads of clauses inside a content that the report says in its own voice.

    'It is open to a role after Russia suggested one — a proposal that Kyiv rejected': the content is in
    the present, what it came after and what became of it are in the past, and they are acts of others.
    """
    if _is_past(head):
        return ()
    found = []
    for word in head.subtree:
        if (
            word.dep_ == "advcl"
            and word.tag_ == "VBD"
            and _marked(word)
            and cue_of(word)
            and own_subject(word)
        ):
            found.append(word)
        elif word.dep_ == "appos" and lemma(word) in words("proposal_noun") and _after_dash(word):
            relative = first_child(word, "relcl")
            if relative is not None and relative.tag_ == "VBD" and cue_of(relative):
                found.append(word)
        elif word.dep_ == "appos" and lemma(word) in words("alleged_noun") and _after_dash(word):
            if any(one.tag_ == "NNS" and one.dep_ == "appos" for one in word.children):
                found.append(word)  # ', a charge Togo dismisses'
        elif word.dep_ == "relcl" and head.dep_ not in CLAUSES and _of_relative_by_another(word):
            found.append(word)
    return tuple(found)


def _of_relative_by_another(verb: Token) -> bool:
    """Tell whether a loose relative clause tells of another's act: ', which the alliance called nonsense'."""
    which = verb.left_edge
    loose = which.lower_ == "which" and which.i > verb.sent.start and which.nbor(-1).text == ","
    return loose and cue_of(verb) is not None and real_doer(verb) is not None


def _is_past(head: Token) -> bool:
    finite = (head, *children(head, "aux", "auxpass"))
    return any(word.tag_ == "VBD" for word in finite) and not modals(head)


def _marked(verb: Token) -> bool:
    return any(mark.lower_ in words("escape_mark") for mark in children(verb, "mark", "advmod"))


def _after_dash(noun: Token) -> bool:
    first = noun.left_edge
    return first.i > 0 and first.nbor(-1).text in DASHES


def extent(head: Token, without: Collection[int] = ()) -> Tokens:
    """Return the tokens of a phrase or clause, side by side, without loose punctuation at its ends."""
    run = contiguous(subtree(head, {*without, *_new_predicates(head)}), head)
    while len(run) > 1 and run[0].dep_ == "mark" and run[0].lower_ in {"that", "whether"}:
        run = run[1:]
    return tuple(run)


def _new_predicates(head: Token) -> frozenset[int]:
    """Return finite verbs joined to an infinitive: 'points' in 'refuses to sign and points to its law'."""
    if head.tag_ != "VB" and head.pos_ not in {"NOUN", "PROPN"}:
        return frozenset()
    return frozenset(
        word.i
        for word in head.subtree
        if word.dep_ == "conj"
        and word.tag_ in {"VBZ", "VBD", "VBP"}
        and (word.head.pos_ in {"NOUN", "PROPN"} or word.head.i == head.i)
        and own_subject(word) is None
    )


def whole_content(verb: Token, about: Token, without: Collection[int]) -> Tokens:
    """Return the words of a content, mending a 'that' read as belonging to its noun.

    In 'cautioned that failure could bring back war' the parse may take 'that failure' for the object.
    """
    run = extent(about, {*without, *_judged_as(about)})
    rest = first_child(verb, "advcl")
    if len(run) > 1 and run[0].lower_ == "that" and rest is not None and rest.i > about.i:
        return run if own_subject(rest) else tuple(sorted({*run[1:], *rest.subtree}, key=lambda one: one.i))
    return run


def _judged_as(about: Token) -> frozenset[int]:
    """Return the 'as' of a judgement, which is no part of what is rejected: 'dismissed it as a trick'."""
    cue = cue_of(about.head) if about.dep_ == "dobj" else None
    if cue is None or cue[0].act is not Act.REJECT or lemma(about) in words("held_as"):
        return frozenset()
    return frozenset(child.i for child in children(about, "prep") if child.lower_ == "as")


def content_head(verb: Token) -> Token | None:
    """Return the head of what a verb's act is about: its clause, object, or prepositional object."""
    if real_antecedent(verb) is not None:
        return None
    cue = cue_of(verb)
    clause = clause_of(verb)
    if cue is not None and cue[0].behind:
        return turn_content(verb, *cue)
    return _content_of_verb(verb, cue) if clause is None else clause


def _content_of_verb(verb: Token, cue: tuple[Cue, Tokens] | None) -> Token | None:
    """Return the head of what a verb without a clause is about: its object, or behind a preposition."""
    if cue is not None and cue[1][-1].dep_ == "prep" and (asked := first_child(cue[1][-1], "pobj", "pcomp")):
        return asked
    thing = first_child(verb, "dobj") or first_child(verb, "nsubjpass") or denied_report(verb)
    if thing is not None and thing.lower_ in REFLEXIVES:
        thing = None  # 'has yet to commit itself to a date'
    blamed = _blamed_for(verb) if thing is not None else None
    if blamed is not None:
        return first_child(blamed, "pobj", "pcomp")
    named = _named_in_cleft(verb)
    if named is not None:
        return named
    pointing = thing is not None and thing.lower_ == "that" and verb.dep_ not in {"relcl", "acl"}
    if thing is not None and (pointing or thing.lower_ not in RELATIVES):
        return thing
    if thing is not None and verb.dep_ == "relcl":
        return None  # 'the plan that he scorned to great effect' is about the plan
    if thing is None and (aim := _aim(verb) or _object_ahead(verb)) is not None:
        return aim
    with_content = [one for one in children(verb, "prep") if one.lower_ in CONTENT_PREPOSITIONS]
    for preposition in sorted(with_content, key=lambda one: CONTENT_PREPOSITIONS.index(one.lower_)):
        found = first_child(preposition, "pobj", "pcomp")
        proviso = found is not None and lemma(found) in {"condition", "principle"}
        if not of_time(preposition) and not proviso:
            return found
    return None


def _named_in_cleft(verb: Token) -> Token | None:
    """Return what a clause with 'what' is said to be: 'What it refuses is a halt'."""
    copula = verb.head
    what = any(word.lower_ == "what" for word in verb.children) or any(
        word.lower_ == "what" for one in children(verb, "prep") for word in one.children
    )
    if not what or copula.lemma_ != "be" or verb.dep_ not in {"csubj", "ccomp"}:
        return None
    named = first_child(copula, "attr", "ccomp", "xcomp") if verb.dep_ == "csubj" else own_subject(copula)
    return None if named is None or named.i == verb.i else named


def _aim(verb: Token) -> Token | None:
    """Return the infinitive that a day cuts off from its verb: 'offered on Thursday to bring them home'."""
    cue = cue_of(verb)
    aiming = cue is not None and (cue[0].act in AIMING or lemma(verb) in REFUSING)
    aims = children(verb, "advcl") if aiming else iter(())
    return next((one for one in aims if any(word.lower_ == "to" for word in children(one, "aux"))), None)


def _object_ahead(verb: Token) -> Token | None:
    """Return the object that a verb shares with the next: 'neither accepted nor rejected the text'."""
    joined = first_child(verb, "conj")
    if joined is None:
        return None
    thing = first_child(joined, "dobj")
    if own_subject(joined) is None:
        return thing if joined.i - verb.i <= BETWEEN else None
    first = thing.left_edge if thing is not None else None  # 'France opposed, and Italy favoured, a pause'
    commas = first is not None and verb.nbor(1).text == "," and first.nbor(-1).text == ","
    return thing if commas else None


def _blamed_for(verb: Token) -> Token | None:
    """Return the preposition before what somebody is accused of, blamed for or warned against."""
    cue = cue_of(verb)
    if cue is None or cue[0].act not in {Act.ACCUSE, Act.WARN}:
        return None
    found = next((one for one in children(verb, "prep") if one.lower_ in BLAMED), None)
    by = first_child(verb, "agent")
    behind = by.subtree if by is not None and found is None else ()
    doing = (one for one in behind if one.lower_ in BLAMED and one.nbor(1).tag_ == "VBG")
    return next(doing, found)


def _called_false(verb: Token) -> bool:
    """Tell whether something is rejected as untrue: 'rejected it as a lie', 'dismissed this as baseless'."""
    behind = (of for by in children(verb, "prep") if by.lower_ == "as" for of in by.children)
    return any(lemma(one) in words("falsehood_word") for one in behind)


def denied_report(verb: Token) -> Token | None:
    """Return the noun for something alleged that is rejected: 'reports' in 'rejected reports that it fled'.

    'Dismissed as propaganda claims that …' has its object behind the 'as'.
    """
    cue = cue_of(verb)
    if cue is None or cue[0].act is not Act.REJECT:
        return None
    found = first_child(verb, "dobj", "nsubjpass")
    if found is not None and _called_false(verb):
        return found
    if found is None:
        behind = (first_child(by, "pobj") for by in children(verb, "prep") if by.lower_ == "as")
        found = next((one for one in behind if one is not None and first_child(one, "ccomp", "acl")), None)
    if found is None or lemma(found) not in words("alleged_noun") | {"suggestion"}:
        return None
    told = first_child(found, "acl", "ccomp", "relcl")
    finite = () if told is None else (told, *children(told, "aux", "auxpass"))
    past = any(word.tag_ in {"VBD", "VBZ"} for word in finite)
    return found if past or lemma(found) in words("alleged_noun") - AMBIGUOUS else None


def target_head(verb: Token, act: Act) -> Token | None:
    """Return the head of whom an act is directed at: 'blamed China', 'urged both sides to'."""
    if act not in ADDRESSED:
        return None
    thing = first_child(verb, "dobj", "dative", "nsubjpass")
    asks = act in {Act.APPEAL, Act.REQUEST} or lemma(verb) == "want"
    if thing is None and clause_of(verb) is not None and asks:
        thing = own_subject(clause_of(verb) or verb)
    if thing is None:
        for preposition in children(verb, "prep"):
            if preposition.lower_ in {"on", "upon", "to", "against"}:
                return first_child(preposition, "pobj")
    return thing


def reasons(verb: Token, act: Act) -> tuple[Tokens, ...]:
    """Return the reasons given for an act: 'citing …', 'because …', and what somebody is blamed for."""
    found = []
    for child in verb.children:
        cited = child.dep_ == "advcl" and lemma(child) in {"cite", "argue", "note", "point", "recall"}
        because = child.dep_ == "advcl" and any(
            mark.lower_ in {"because", "since"} for mark in children(child, "mark")
        )
        caused = child.dep_ == "prep" and child.lower_ in {"because", "due", "over"}
        blamed = act is Act.ACCUSE and child.dep_ == "prep" and child.lower_ in {"for", "of", "over"}
        if cited or because or caused or blamed:
            found.append(extent(child, {leaf.i for leaf in escapes(child)}))
    return tuple(found)


def says_what(content: Tokens) -> bool:
    """Tell whether a content names anything: 'all of them', 'this' and 'something' do not."""
    return not content or any(
        not (word.is_punct or word.like_num or word.lower_ in words("empty_word")) for word in content
    )
