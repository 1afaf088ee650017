"""What a passage says of people: for whom those whom it names, or the one who is asked, act."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Doc, Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.belonging import full_name_of, is_place, names_in
from goodoffices.statements.home_state import is_imprint
from goodoffices.statements.labels import talk
from goodoffices.statements.lexicon import words
from goodoffices.statements.person_names import is_office_name
from goodoffices.statements.posts import Post, post_in
from goodoffices.statements.said_beside import beside, clause, done, parts, said_behind, to_the_end
from goodoffices.statements.syntax import lemma

_PROFILE = re.compile(
    r"\W*(?:position|function|post|office|role|affiliation|party|job)\W*:\s*", re.IGNORECASE
)


class Where(StrEnum):
    """Where in an interview a passage stands, which tells of whom it speaks without a name."""

    INTRODUCTION = "introduction"
    QUESTION = "question"
    BEHIND = "behind"


@dataclass(frozen=True, slots=True)
class Clue:
    """A sign for whom somebody acts.

    Attributes:
        person: The person's full name; None for the one who is asked.
        post: What is said.
    """

    person: str | None
    post: Post


def last_names(people: Iterable[str]) -> frozenset[str]:
    """Return the last names, in small letters, of those people whose full names are given."""
    return frozenset(name.casefold().rpartition(" ")[2] for name in people if " " in name)


def clues_in(
    doc: Doc,
    attribution: Attribution,
    wanted: frozenset[str] = frozenset(),
    where: Where = Where.BEHIND,
) -> Iterator[Clue]:
    """Yield what a passage says of the people whom it names, and of the one who is asked.

    Args:
        doc: The parsed passage.
        attribution: Resolves its names.
        wanted: Last names, in small letters, of people whom the recogniser may not know.
        where: Where it stands; offices without a name are of the one who is asked in the introduction only,
            and 'you' in questions.
    """
    if is_imprint(doc):
        return
    people: dict[int, str] = {}
    for name in names_in(doc, attribution, wanted):
        if is_place(name, attribution) or is_office_name(name.text):
            continue
        people |= dict.fromkeys((token.i for token in name), full_name_of(name))
        for post in beside(name, attribution):
            yield Clue(full_name_of(name), post)
    yield from _of_nobody_named(doc, attribution, people, where)


def _of_nobody_named(
    doc: Doc, attribution: Attribution, people: Mapping[int, str], where: Where
) -> Iterator[Clue]:
    """Yield what is said of 'he', of 'you', or of an office without a name; it is said of who is asked."""
    profile = _PROFILE.match(doc.text)
    if profile is not None:
        window = [token for token in doc if token.idx >= profile.end()]
        post = post_in(window, attribution, serves=True)
        yield from () if post is None else (Clue(None, post),)
        return
    for token in doc:
        post = None
        if token.dep_ in {"nsubj", "nsubjpass"} and _is_asked(token, where):
            post = said_behind(doc, token.i + 1, attribution)
        elif where is Where.QUESTION:
            if token.lower_ == "as" and any(one.lower_ == "you" for one in token.sent):
                post = post_in(clause(to_the_end(doc, token.i + 1)), attribution)
        elif where is Where.INTRODUCTION and _is_somebody(token, people):
            post = _of_somebody(token, attribution)
        if post is not None:
            yield Clue(_only_one_before(token, people), post)


def _only_one_before(token: Token, people: Mapping[int, str]) -> str | None:
    """Return the one person named before 'he' or 'she' in a passage."""
    before = {name for place, name in people.items() if place < token.i}
    return next(iter(before)) if token.lower_ in {"he", "she"} and len(before) == 1 else None


def _is_asked(token: Token, where: Where) -> bool:
    """Tell whether a pronoun stands for the one who is asked: 'you' in questions, 'he' elsewhere."""
    if where is Where.QUESTION:
        return token.lower_ == "you"
    return token.lower_ in {"he", "she"}


def _is_somebody(token: Token, named: Mapping[int, str]) -> bool:
    """Tell whether a word is an office of one person without a name, and what a line or sentence is about."""
    if token.tag_ not in {"NN", "NNP"} or token.i in named or lemma(token) not in _single_roles():
        return False
    start = _start_of_phrase(token)
    ahead = token.doc[token.sent.start : start]
    begins = all(one.is_punct or one.is_space for one in ahead) or ahead[-1].text in {"-", "–", "—"}
    begins = begins or lemma(ahead[-1]) == "say" or [one.lower_ for one in ahead[-2:-1]] == ["guest"]
    called = token.doc[token.i + 1 : token.i + 2].text == "," and start == token.i
    beside = [one for one in (*range(start, token.i), token.i + 1, token.i + 2) if one in named]
    return begins and not beside and not called


def _single_roles() -> frozenset[str]:
    persons = words("office_holder_noun") | words("speaker_noun") | words("spokesman_noun")
    persons |= words("person_noun")
    return persons | talk("standing_noun") | talk("aide_noun") | words("title")


def _start_of_phrase(token: Token) -> int:
    start = token.i
    while (
        start > token.sent.start
        and not parts(token.doc[start - 1])
        and token.nbor(start - 1 - token.i).pos_ != "ADP"
    ):
        start -= 1
    return start


def _of_somebody(token: Token, attribution: Attribution) -> Post | None:
    doc = token.doc
    start = _start_of_phrase(token)
    behind = clause(to_the_end(doc, token.i))
    comma = next((at for at, one in enumerate(behind) if one.text == ","), len(behind))
    post = post_in([*doc[start : token.i], *behind[:comma]], attribution)
    if post is not None and post.party is not None:
        return post
    rest = to_the_end(doc, token.i + 1)
    verb = next((at for at, one in enumerate(rest) if one.pos_ in {"VERB", "AUX"}), None)
    deeds = done(rest[verb:], attribution) if verb is not None else None
    return deeds or post
