"""The words of a noun phrase: all of it, the title before a name, the bare role."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from spacy.tokens import Token

from goodoffices.statements.lexicon import words
from goodoffices.statements.names import Mention
from goodoffices.statements.syntax import children, lemma, singular

LONGEST = 12
"""Words, marks included, of the longest phrase that is given in full for somebody."""
BELONGING = frozenset({"of", "in", "for"})
AIDES = frozenset({"adviser", "advisor", "aide", "assistant"})
PARTS = frozenset({"one", "some", "several", "many", "most"})
APART = frozenset({"relcl", "acl", "prep", "agent"})
MODIFIERS = frozenset({"amod", "compound", "nmod", "poss", "nummod", "det"})


def phrase_tokens(token: Token) -> list[Token]:
    """Return a noun with the words that modify it, without clauses and prepositional phrases."""
    kept = {token.i}
    for child in token.children:
        named = child.dep_ == "appos" and child.pos_ == "PROPN" and not is_in_brackets(child)
        if child.dep_ in MODIFIERS or named:
            kept |= {word.i for word in _plain(child)}
    return [token.doc[index] for index in range(min(kept), max(kept) + 1) if index in kept]


def is_in_brackets(token: Token) -> bool:
    """Tell whether a phrase opens with a bracket: 'Senegal' in 'Mr. Diallo (Senegal)'."""
    first = token.left_edge.i
    return first > 0 and token.doc[first - 1].text == "("


def _plain(head: Token) -> list[Token]:
    """Return the words of a modifier without the clauses and prepositional phrases inside it."""
    apart = {word.i for child in head.subtree if child.dep_ in APART for word in child.subtree}
    return [word for word in head.subtree if word.i not in apart or word.i == head.i]


def phrase(token: Token) -> str:
    """Return a noun phrase as it stands in the text, the words up to its head where it is long."""
    tokens = phrase_tokens(token)
    if tokens[-1].i - tokens[0].i >= LONGEST:
        tokens = [word for word in tokens if token.i - LONGEST < word.i <= token.i]
    while len(tokens) > 1 and tokens[-1].is_punct and tokens[-1].text in {",", "-", "–", "—"}:
        tokens = tokens[:-1]
    return token.doc[tokens[0].i : tokens[-1].i + 1].text


def title(token: Token, mention: Mention) -> str | None:
    """Return the role before a name: 'Foreign Minister' in 'Russian Foreign Minister Sergey Lavrov'."""
    before = [
        word
        for word in phrase_tokens(token)
        if word.i < mention.start and word.ent_type_ not in {"GPE", "NORP"}
    ]
    kept = [
        word.text for word in before if word.pos_ in {"PROPN", "NOUN", "ADJ"} and word.ent_type_ != "DATE"
    ]
    return " ".join(kept) or None


def bare_role(token: Token) -> str:
    """Return a role without the party it belongs to: 'Foreign Ministry spokeswoman'."""
    kept = {token.i: token}
    for child in token.children:
        if child.dep_ in {"compound", "amod"} and child.i < token.i:
            kept |= {word.i: word for word in child.subtree if word.ent_type_ not in {"NORP", "GPE"}}
    return " ".join(kept[index].text for index in sorted(kept))


def office_words(token: Token) -> str:
    """Return an office as it is written, without its article: 'Secretary-General'."""
    kept = {token.i: token}
    for child in token.children:
        if child.dep_ in {"compound", "amod", "punct"} and child.i < token.i:
            kept |= {word.i: word for word in child.subtree}
    return token.doc[min(kept) : token.i + 1].text


def is_former(token: Token) -> bool:
    """Tell whether a role is one that somebody held before: 'the former Finnish president'."""
    return any(word.lower_ in words("former") for word in phrase_tokens(token))


def capitalised(text: str) -> str:
    """Return a phrase as a name: without its article, with a capital letter."""
    text = re.sub(r"^(?:the|a|an|its|their) ", "", text, flags=re.IGNORECASE)
    return text[:1].upper() + text[1:]


def full_name(token: Token) -> str | None:
    """Return the name of the person that stands beside a role: 'Its spokesman, Paul Keita'."""
    named = (child for child in children(token, "appos") if child.ent_type_ == "PERSON")
    return next((phrase(child) for child in named), None)


def is_partial(token: Token) -> bool:
    """Tell whether a role is not the state's: 'rebels', 'governor', 'opposition leader'."""
    nouns = (word for word in phrase_tokens(token) if word.pos_ != "PROPN" and word.ent_type_ != "PERSON")
    return any(
        lemma(word) in words("not_state_noun") and (lemma(word) != "deputy" or word.i == token.i)
        for word in nouns
    )


def is_ones_deputy(token: Token) -> bool:
    """Tell whether somebody is the deputy of one person, for whose side he acts: 'his deputy, Ana Sol'."""
    whose = {child.lower_ for child in children(token, "poss")}
    return lemma(token) == "deputy" and not whose.isdisjoint({"his", "her"})


def is_private(token: Token) -> bool:
    """Tell whether a name follows a noun that is no office: 'Ugandan miner John Okot', 'NATO critic Lang'."""
    nouns = [word for word in phrase_tokens(token) if word.tag_ == "NN" and word.i < token.i]
    return bool(nouns) and not any(map(is_office, nouns))


def is_office(token: Token) -> bool:
    """Tell whether a word is an office or an organ: 'minister', 'ministry'."""
    return lemma(token) in words("organ_noun")


def written_name(token: Token) -> tuple[str, ...]:
    """Return the parts of a person's name as it is written here, without titles: ('Sidi', 'Omar')."""
    before = [child for child in children(token, "compound") if child.pos_ == "PROPN"]
    near = (word for word in (*before, token) if not is_office(word) and lemma(word) not in words("title"))
    return tuple(word.text for word in near)


def same_name(written: Sequence[str], known: str) -> bool:
    """Tell whether a written name can be a known person's: all of its parts, or all of the known ones.

    Examples:
        >>> same_name(("Sidi", "Omar"), "Omar Hilale"), same_name(("Omar",), "Omar Hilale")
        (False, True)
    """
    one, other = (_parts(name) for name in (written, known.split()))
    return one <= other or (len(other) > 1 and other <= one)


def _parts(name: Sequence[str]) -> set[str]:
    """Return the words of a name as they are compared, both of a surname with a hyphen."""
    return {_folded(part) for word in name for part in word.split("-")}


def _folded(name: str) -> str:
    return "".join(
        char for char in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(char)
    )


def held_before(token: Token) -> bool:
    """Tell whether the text gives a person only an office held before, for which nobody speaks now."""
    return is_former(token) or any(is_former(child) for child in children(token, "appos") if is_office(child))


def is_head_of(token: Token, mention: Mention) -> bool:
    """Tell whether a token is the head of a name: 'Front' in 'the Front of Liberia'.

    The last word of a name counts, too, where the parse has not seen that another one is the head.
    """
    if not mention.covers(token.head) or token.head.i == token.i:
        return True
    return token.i == mention.end - 1 and token.dep_ != "pobj"


def belongs(preposition: Token) -> bool:
    """Tell whether a preposition says whose an office is: 'of', but 'to' only in 'adviser to'.

    'Diplomats in Geneva' are nobody's there, and 'the envoy for Sudan' is not Sudan's.
    """
    aide = preposition.lower_ == "to" and lemma(preposition.head) in AIDES
    guest = preposition.lower_ == "in" and lemma(preposition.head) in words("guest_noun")
    sent = preposition.lower_ == "for" and is_sent(preposition.head)
    return (preposition.lower_ in BELONGING or aide) and not (guest or sent)


def is_sent(token: Token) -> bool:
    """Tell whether an office is that of somebody sent to a place: 'the Special Representative for Angola'."""
    special = any(lemma(child) in {"special", "personal"} for child in children(token, "amod", "compound"))
    return lemma(token) in words("posted_noun") or (special and lemma(token) == "representative")


def whole_of(token: Token) -> Token | None:
    """Return whom somebody is one of: 'one of the negotiators', 'Council members'."""
    if token.lower_ not in PARTS and lemma(token) != "member":
        return None
    body = next((child for child in children(token, "compound") if child.i == token.i - 1), None)
    if body is not None and lemma(body) in words("body_noun"):
        return body
    of = next((child for child in children(token, "prep") if child.lower_ == "of"), None)
    return None if of is None else next(children(of, "pobj"), None)


def described_as(token: Token) -> tuple[Token, ...]:
    """Return the nouns that say who somebody is: beside the name, or behind 'is'."""
    told = children(token.head, "attr") if token.dep_ == "nsubj" and lemma(token.head) == "be" else iter(())
    return (*children(token, "appos"), *told)


def has_place(token: Token) -> bool:
    """Tell whether a person's office is said to be somebody's or somewhere: 'Yu, head of the mission'."""
    offices = (child for child in children(token, "appos") if is_office(child))
    return any(word.dep_ in {"prep", "poss"} for office in offices for word in office.children)


def is_asked_about(token: Token) -> bool:
    """Tell whether somebody is asked about what a word names, so that 'he' behind it is another."""
    link = next((one for one in token.ancestors if one.dep_ == "prep"), None)
    return link is not None and link.lower_ in {"about", "on"} and lemma(link.head) in {"ask", "question"}


def is_source(token: Token) -> bool:
    """Tell whether something is so 'according to' somebody."""
    return token.dep_ == "pobj" and token.head.lower_ == "to" and token.head.head.lower_ == "according"


def names_several(token: Token) -> bool:
    """Tell whether a noun names several; 'Foreign Ministers' may be taken for a name of one thing."""
    one = singular(token.lower_)
    return token.tag_ in {"NNS", "NNPS"} or (one != token.lower_ and one in words("organ_noun"))
