"""For whom the report says that somebody speaks: 'X, speaking for the Government', 'Mr. X (Kenya)'."""

from __future__ import annotations

from spacy.tokens import Token

from goodoffices.statements.clauses import clause_of
from goodoffices.statements.gazetteer import Entity, Kind
from goodoffices.statements.lexicon import words
from goodoffices.statements.names import Mentions, mentions_among
from goodoffices.statements.phrases import is_office, phrase_tokens, written_name
from goodoffices.statements.syntax import children, lemma, own_subject

BODY_LABELS = frozenset({"ORG", "NORP", "GPE"})
"""What the recogniser calls bodies, peoples and states."""
SPEAKING = frozenset({"speak", "act"})
OPENING = 12
"""Words of the longest opening 'on behalf of …' before a subject."""


def bracketed(token: Token, mentions: Mentions) -> Entity | None:
    """Return the state or body that stands in brackets behind a person's name: 'Mr. Diallo (Senegal)'."""
    doc = token.doc
    for place in range(token.i + 1, min(token.i + 4, len(doc) - 1)):
        mention = mentions.get(place + 1) if doc[place].text == "(" else None
        if mention is None:
            continue
        closes = mention.end < len(doc) and doc[mention.end].text == ")"
        one = mention.entities[0] if len(mention.entities) == 1 and not mention.demonym else None
        return one if closes and one is not None and one.kind is not Kind.PERSON else None
    return None


def body_of_member(token: Token, mentions: Mentions) -> Entity | None:
    """Return the movement or body whose 'man' or 'member' somebody is: 'NRA man Keita', 'RUF insider Sesay'.

    A state's name says only where somebody is from.
    """
    near = [word for child in children(token, "compound", "nmod") for word in child.subtree]
    if words("member_noun").isdisjoint(map(lemma, (token, *near))):
        return None
    named = mentions_among(near, mentions)
    one = named[0].entities[0] if len(named) == 1 and len(named[0].entities) == 1 else None
    return one if one is not None and one.kind in {Kind.MOVEMENT, Kind.ORGANISATION} else None


def principal_of(token: Token) -> Token | None:
    """Return whom somebody is said to speak for, given the head of the name.

    'X, speaking for Y', 'X, on behalf of Y', 'X, representing Y', 'Speaking for Y, X said', 'For Y, X said'.
    """
    verb = token.head if token.dep_ == "nsubj" else None
    described = [token, *(child for child in children(token, "appos") if child.ent_type_ != "PERSON")]
    for speaking in (one for noun in described for one in children(noun, "relcl")):
        if (whom := _whom_it_serves(speaking)) is not None:
            return whom
    said = [*children(token, "acl", "relcl"), *(children(verb, "advcl") if verb is not None else ())]
    said += [one for noun in described[1:] for one in children(noun, "acl")]
    for speaking in said:
        if speaking.tag_ == "VBG" and lemma(speaking) in SPEAKING:
            whom = _for_whom([*children(speaking, "prep")])
            return None if whom is not None and _are_fellows(whom, token) else whom
        if speaking.tag_ == "VBG" and lemma(speaking) == "represent":
            return next(children(speaking, "dobj"), None)
    beside = [one for one in children(token, "prep") if _set_off(one)]
    of_verb = [] if verb is None else [*children(verb, "prep")]
    between = [one for one in of_verb if _set_off(one) and verb is not None and token.i < one.i < verb.i]
    named = _for_whom([*beside, *between, *(one for one in of_verb if _opens(one, token))])
    return named or (_whose_clause(token, verb) if verb is not None else None)


def _are_fellows(whom: Token, token: Token) -> bool:
    """Tell whether one state of several speaks for all: 'Mr. Diallo (Senegal), for the members'."""
    several = whom.tag_ == "NNS" and lemma(whom) in words("paired_noun") | {"member"}
    return several and token.i + 1 < len(token.doc) and token.nbor(1).text == "("


def _whom_it_serves(verb: Token) -> Token | None:
    """Return whom somebody serves now: Y in ', who speaks for Y', ', who has led Y'."""
    who = own_subject(verb)
    perfect = any(lemma(word) == "have" for word in children(verb, "aux"))
    now = verb.tag_ in {"VBZ", "VBP"} or (perfect and verb.tag_ == "VBN")
    if who is None or who.lower_ != "who" or not now or any(children(verb, "neg")):
        return None
    if lemma(verb) in SPEAKING | words("speaking_verb"):
        return _for_whom([*children(verb, "prep")])
    return next(children(verb, "dobj"), None) if lemma(verb) in words("leading_verb") else None


def _whose_clause(token: Token, verb: Token) -> Token | None:
    """Return whose deed 'a spokesman' tells of behind it: 'Chad rejected the map, a spokesman said'."""
    owned = any(True for _ in children(token, "poss", "prep", "compound", "amod", "appos", "relcl"))
    clause = clause_of(verb) if lemma(token) in words("spokesman_noun") and not owned else None
    behind = clause is not None and clause.i < verb.i
    return own_subject(clause) if clause is not None and behind else None


def led_by(token: Token) -> Token | None:
    """Return whom the report says that somebody leads: 'the Georgian side, led by Jaba Lomidze'."""
    verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "by" else None
    leads = verb is not None and verb.dep_ == "acl" and lemma(verb) in {"lead", "head", "chair"}
    return verb.head if verb is not None and leads else None


def _for_whom(prepositions: list[Token]) -> Token | None:
    for one in prepositions:
        of = next(children(one, "pobj"), None)
        if one.lower_ == "for" and of is not None:
            return of
        if one.lower_ == "on" and of is not None and of.lower_ == "behalf":
            behind = next((child for child in children(of, "prep") if child.lower_ == "of"), None)
            whose = next(children(of, "poss"), None)
            return whose if behind is None else next(children(behind, "pobj"), None)
    return None


def _set_off(preposition: Token) -> bool:
    return preposition.i > 0 and preposition.nbor(-1).text in {",", ")"}


def _opens(preposition: Token, name: Token) -> bool:
    """Tell whether a preposition opens the sentence, a comma between it and the name."""
    opening = preposition.i == preposition.sent.start and name.i - preposition.i <= OPENING
    return opening and any(word.text == "," for word in name.doc[preposition.i : name.i])


def presides(token: Token) -> bool:
    """Tell whether a phrase gives somebody the chair of a body: 'Council President Wang Guangya'."""
    spoken = {word.lower_ for word in phrase_tokens(token)}
    return bool(spoken & words("presiding_noun")) and bool(spoken & words("body_noun"))


def _has_a_body(token: Token) -> bool:
    """Tell whether a name is spoken of as somebody's: 'Ana Sol keeps her watch', 'Ana Sol, 41, laughs'."""
    aged = any(one.like_num and one.dep_ == "appos" for one in token.children)
    own = (
        word.lower_ in {"his", "her", "himself", "herself"} for word in token.doc[token.i + 1 : token.i + 6]
    )
    return aged or (token.dep_ == "nsubj" and any(own))


def spoken_of(token: Token, label: str | None, mentions: Mentions) -> str | None:
    """Return a name that the recogniser does not take for a person's and the report speaks of as one.

    'Mr. Dayan', 'ABBA EBAN, Foreign Minister of …', 'Abdou Diallo (Senegal)', 'Keita, representing Mali'.

    Args:
        token: Head of the name.
        label: What the recogniser takes it for.
        mentions: The names of the passage.
    """
    if label not in BODY_LABELS | {None} or any(child.pos_ == "DET" for child in token.children):
        return None
    titled = any(lemma(one) in words("title") or is_office(one) for one in children(token, "compound"))
    described = any(is_office(child) for child in children(token, "appos"))
    told = titled or described or bracketed(token, mentions) or principal_of(token) is not None
    told = told or _has_a_body(token)
    named = written_name(token)
    return " ".join(named) if told and (len(named) > 1 or titled) else None
