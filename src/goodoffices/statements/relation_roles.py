"""Who does what to whom by the logic of a verb: active, passive, participle, relative clause."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Token

from goodoffices.statements.charges import blamed_for, denial_of, is_sure_denial
from goodoffices.statements.clauses import CHAIN
from goodoffices.statements.syntax import (
    RELATIVES,
    SUBJECTS,
    agent,
    children,
    first_child,
    is_passive,
    lemma,
    misread_subject,
    modals,
    own_subject,
    subject,
)

GOING_ON = frozenset(
    {
        "continue",
        "go",
        "keep",
        "begin",
        "start",
        "use",
        "help",
        "admit",
        "confirm",
        "manage",
        "proceed",
        "step",
        "resume",
    }
)
"""Verbs whose 'to …' or '…ing' takes place: 'continues to supply', not 'wants to supply'."""
NOT_DOING = frozenset(
    {"afraid", "fear", "refrain", "stop", "dream", "think", "talk", "speak", "warn", "capable"}
)
CAUSING = frozenset({"make", "get", "let", "help", "bring", "force"})
PARTICLES = frozenset({"in", "on", "over", "out", "up", "off"})
NEAR = 5
"""Words between whom something is given and what it is."""
WHICH = RELATIVES | {"whose"}


def is_told(verb: Token) -> bool:
    """Tell whether a verb says that something takes place or took place, or that it does not.

    'Wants to arm', 'whether it arms', 'may arm', 'will it arm?' do not.
    """
    if modals(verb) or verb.sent[-1].text == "?":
        return False
    if (denial := denial_of(verb)) is not None:
        return is_sure_denial(denial)
    to = any(word.lower_ == "to" for word in children(verb, "aux"))
    open_end = verb.dep_ == "xcomp" and verb.tag_ in {"VB", "VBG"}
    shared = verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head.pos_ == "VERB" and not _helped(verb)
    if (to or open_end) and lemma(verb.head) not in GOING_ON:
        return False
    if shared and (modals(verb.head) or not is_told(verb.head)):
        return False
    if verb.dep_ == "pcomp" and (lemma(verb.head.head) in NOT_DOING or _passed_over(verb.head)):
        return False
    return not any(
        mark.lower_ in {"whether", "if", "unless", "lest", "until"} and not mark.nbor().like_num
        for word in (verb, *islice(verb.ancestors, CHAIN))
        for mark in children(word, "mark", "advmod")
    )


def _passed_over(link: Token) -> bool:
    """Tell whether a preposition says that something else was done: 'instead of arming', 'without …'."""
    before = link.nbor(-1).lower_ if link.i > link.sent.start else ""
    return link.lower_ in {"without", "than"} or (link.lower_ == "of" and before == "instead")


def _helped(verb: Token) -> bool:
    return any(True for _ in children(verb, "aux"))


def is_undergone(verb: Token) -> bool:
    """Tell whether the subject of a verb undergoes it: 'is armed', 'armed by', 'is armed and fed by'."""
    if is_passive(verb):
        return True
    if verb.tag_ not in {"VBN", "VBD"} or own_subject(verb) is not None:
        return False
    if verb.dep_ in {"acl", "advcl"}:
        return verb.tag_ == "VBN" and not any(True for _ in children(verb, "aux"))
    joined = verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.tag_ == "VBN"
    return joined and not _helped(verb) and is_undergone(verb.head)


def doer(verb: Token) -> Token | None:
    """Return who does it: the subject, or whom a passive names with 'by'."""
    if not is_undergone(verb):
        if (pointed_at := _in_a_cleft(verb)) is not None:
            return pointed_at
        misread = misread_subject(verb) if own_subject(verb) is None else None
        return misread or _subject(verb)
    for one in (verb, *verb.conjuncts):
        if (found := agent(one)) is not None:
            return found
    return None


def _in_a_cleft(verb: Token) -> Token | None:
    """Return 'Iran' in 'it was Iran that armed them'."""
    who, above = own_subject(verb), verb.head
    if who is None or who.lower_ not in RELATIVES or lemma(above) != "be":
        return None
    it = own_subject(above)
    return first_child(above, "attr") if it is not None and it.lower_ == "it" else None


def _subject(verb: Token) -> Token | None:
    """Return the subject; 'its role in facilitating the market' and 'for aiding Russia' name it elsewhere."""
    if (blamed := blamed_for(verb)) is not None:
        return blamed
    found = subject(verb)
    if verb.dep_ == "pcomp" and verb.head.dep_ == "prep":
        owner = first_child(verb.head.head, "poss")
        return owner or found
    return found


def undergoer(verb: Token) -> Token | None:
    """Return what is done something to: the object, the subject of a passive, what a participle stands by."""
    if is_undergone(verb):
        return _undergoes(verb)
    found = _last_object(verb) or _small_subject(verb) or _behind_a_particle(verb)
    if found is None:
        later = next((one for one in verb.conjuncts if one.i > verb.i and first_child(one, "dobj")), None)
        shared = later is not None and own_subject(later) is None and later.tag_ == verb.tag_
        if later is not None and shared and not any(True for _ in children(verb, "prep", "dative")):
            found = first_child(later, "dobj")
    if found is None and recipient(verb) is not None:
        return _behind(recipient(verb))
    if found is None and verb.dep_ == "relcl" and _follows_its_noun(verb):
        return verb.head
    return antecedent(found, verb)


def _behind(whom: Token | None) -> Token | None:
    """Return 'the aircraft' in 'sold Baghdad the aircraft', where the parse takes it for another subject."""
    near = whom.doc[whom.i + 1 : whom.i + NEAR] if whom is not None else ()
    return next((word for word in near if word.pos_ == "NOUN" and word.dep_ == "nsubj"), None)


def _small_subject(verb: Token) -> Token | None:
    """Return 'the rebels' in 'keeps the rebels alive', which the parse takes for a small clause."""
    clause = first_child(verb, "ccomp")
    causes = lemma(verb) in CAUSING and clause is not None and clause.tag_ in {"VB", "VBP"}
    small = clause is not None and (clause.pos_ in {"ADJ", "ADV"} or causes) and clause.i > verb.i
    return first_child(clause, "nsubj", *(("compound",) if causes else ())) if clause and small else None


def _follows_its_noun(verb: Token) -> bool:
    """Tell whether a clause stands right behind its noun without 'whom': 'the rebels France arms'."""
    who = own_subject(verb)
    bare = not any(word.lower_ in WHICH for word in verb.subtree if word.head.i == verb.i)
    tied = any(word.lower_ in WHICH for word in verb.subtree)
    return who is not None and who.i > verb.head.i and bare and not tied


def _undergoes(verb: Token) -> Token | None:
    passive = own_subject(verb) or _of_co(verb)
    if passive is not None:
        given = next((one for one in children(verb, "dobj", "oprd") if one.pos_ != "ADJ"), None)
        return given or antecedent(passive, verb)
    if verb.dep_ == "conj":
        return _undergoes(verb.head)
    if is_passive(verb):
        return subject(verb)
    return verb.head if verb.dep_ == "acl" else subject(verb.head)


def _last_object(verb: Token) -> Token | None:
    """Return the object; of two ('sold Chad its jets') the one that is given."""
    found = tuple(children(verb, "dobj"))
    return found[-1] if found else None


def _behind_a_particle(verb: Token) -> Token | None:
    """Return 'guns' in 'flew in guns', 'took on the mediation', where the parse has a preposition."""
    near = next(children(verb, "prep"), None)
    if near is None or near.i != verb.i + 1 or near.lower_ not in PARTICLES or first_child(verb, "prt"):
        return None
    thing = first_child(near, "pobj")
    return thing if thing is not None and thing.pos_ == "NOUN" else None


def _of_co(verb: Token) -> Token | None:
    """Return 'the talks' in 'the talks are co-chaired by', where the parse hangs it on 'co'."""
    co = verb.nbor(-2) if verb.i - 2 >= verb.sent.start and verb.nbor(-1).text == "-" else verb
    if co.lower_ != "co":
        return None
    near = (co, *children(co, "auxpass", "aux"))
    return next((one for word in near for one in children(word, "nsubj", "nsubjpass")), None)


def recipient(verb: Token) -> Token | None:
    """Return who gets it without 'to': 'sold Iraq jets', 'Iraq was sold jets'."""
    passive = own_subject(verb)
    if passive is not None and passive.dep_ == "nsubjpass":
        return antecedent(passive, verb) if first_child(verb, "dobj", "oprd") is not None else None
    given = next((one for one in children(verb, "dative") if one.pos_ != "ADP"), None)
    objects = tuple(children(verb, "dobj"))
    if given is None and len(objects) == 2 and objects[0].i < objects[1].i and objects[1].dep_ != "conj":
        return objects[0]
    thing = first_child(verb, "dobj")
    if given is not None or thing is None:
        return given
    beside = children(thing, "compound", "nmod", "poss")
    names = (one for one in beside if one.pos_ == "PROPN" or one.lower_ in {"us", "them"})
    return next((one for one in names if thing.left_edge.i == verb.i + 1 and one.lower_ != "whose"), None)


def antecedent(found: Token | None, verb: Token) -> Token | None:
    """Return the noun that a relative pronoun stands for: 'the rebels whom it arms'."""
    if found is None or found.lower_ not in RELATIVES:
        return found
    clause = next((one for one in (verb, *islice(verb.ancestors, CHAIN)) if one.dep_ == "relcl"), None)
    return clause.head if clause is not None else found


def places(verb: Token, thing: Token | None, link: str) -> Iterator[Token]:
    """Yield what a preposition of a verb or of its object leads to: 'ships … to', 'arms for …'."""
    for holder in filter(None, (verb, thing)):
        for preposition in children(holder, "prep", "dative", "agent"):
            if preposition.lower_ == link:
                place = antecedent(first_child(preposition, "pobj"), verb)
                if place is not None:
                    yield place
            elif preposition.lower_ == "by":
                yield from _behind_a_name(preposition, link)
            elif link == "from" and preposition.lower_ == "of":
                yield from _nested(preposition, link)


def _behind_a_name(by: Token, link: str) -> Iterator[Token]:
    """Yield 'Israel' in 'imposed by the Arab League on Israel', where the parse hangs it on the name."""
    name = first_child(by, "pobj")
    if name is not None and name.pos_ == "PROPN":
        for inner in children(name, "prep"):
            place = first_child(inner, "pobj") if inner.lower_ == link else None
            if place is not None:
                yield place


def _nested(preposition: Token, link: str) -> Iterator[Token]:
    """Yield 'Iran' in 'a third of its oil from Iran', where the parse hangs it deeper."""
    for inner in preposition.subtree:
        if inner.dep_ == "prep" and inner.lower_ == link and inner.i != preposition.i:
            place = first_child(inner, "pobj")
            if place is not None:
                yield place


def has_word(verb: Token, word: str) -> bool:
    """Tell whether a particle belongs to a verb: 'props up', 'keeps … alive'."""
    return any(
        child.lower_ == word
        and child.dep_ not in SUBJECTS
        and (child.dep_ != "prep" or word == "off" or child.i == verb.i + 1)
        for child in verb.children
    )
