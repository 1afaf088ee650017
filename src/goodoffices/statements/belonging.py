"""People whom a report names, which of them are journalists, and whose organ a heading names."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Entity

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.clauses import YEAR
from goodoffices.statements.gazetteer import Kind
from goodoffices.statements.labels import talk
from goodoffices.statements.lexicon import words
from goodoffices.statements.names import Mention, mentions_among
from goodoffices.statements.person_names import OFFICES, is_office_name, plain_name
from goodoffices.statements.posts import is_post
from goodoffices.statements.statement import Actor
from goodoffices.statements.syntax import lemma

LONGEST_NAME = 4
"""Words of the longest name that is taken for a person's because it does something."""
LONGEST = 24
"""Words of the longest line that is taken for a heading."""
BEFORE = 3
"""Words before a name among which 'our correspondent' stands."""
TITLING = frozenset({"NOUN", "PROPN", "ADJ", "PUNCT"})
"""Words of a title before a name: 'correspondent', but not 'met'."""
BESIDE = 5
"""Words behind a name among which 'our correspondent' stands."""


def names_of_people(
    doc: Doc, attribution: Attribution, wanted: frozenset[str] = frozenset()
) -> Iterator[str]:
    """Yield the people whom a passage names, in full.

    Args:
        doc: The parsed passage.
        attribution: Resolves its names.
        wanted: Last names, in small letters, of people whom the recogniser may not know.
    """
    for name in names_in(doc, attribution, wanted):
        if not (is_place(name, attribution) or is_office_name(name.text)):
            yield full_name_of(name)


def is_long_ago(verb: Token) -> bool:
    """Tell whether somebody did something in a year that is named: 'led the delegation in 1991'."""
    return verb.tag_ == "VBD" and any(YEAR.fullmatch(token.text) for token in verb.subtree)


def full_name_of(entity: Entity) -> str:
    """Return a person's name with the given names that the recognition of names left out."""
    first = entity.start
    while first > entity.sent.start and _begins_the_name(entity.doc[first - 1], entity.doc[first]):
        first -= 1
    return plain_name(entity.doc[first : entity.end].text)


def _begins_the_name(before: Token, name: Token) -> bool:
    joined = before.pos_ == "PROPN" and before.dep_ == "compound" and before.head.i >= name.i
    title = before.lower_.strip(".") in words("title") | words("organ_noun")
    return joined and not title and not before.ent_type_ and before.text[:1].isupper()


def is_place(entity: Entity, attribution: Attribution) -> bool:
    """Tell whether what was taken for a person is the name of a state or its capital."""
    mention = attribution.mentions.get(entity.start)
    return mention is not None and all(one.kind is not Kind.PERSON for one in mention.entities)


def asks_for_a_living(doc: Doc) -> Iterator[str]:
    """Yield the people whom a passage calls journalists: 'our editor Meera Fonseka', 'X, our reporter'."""
    for name in _names(doc, frozenset()):
        before = [*doc[max(name.sent.start, name.start - BEFORE) : name.start]]
        while any(token.pos_ not in TITLING for token in before):
            before.pop(0)
        behind = doc[name.end : min(name.end + BESIDE, name.sent.end)]
        apposed = behind if behind and behind[0].text in {",", "("} else ()
        if any(lemma(token) in talk("writer_noun") for token in (*before, *apposed)):
            yield plain_name(name.text)


def names_in(doc: Doc, attribution: Attribution, wanted: frozenset[str] = frozenset()) -> Iterator[Entity]:
    """Yield the names of people, also those that the recogniser takes for others or does not know."""
    yield from _names(doc, wanted)
    yield from _acting_names(doc, attribution)


def _names(doc: Doc, wanted: frozenset[str]) -> Iterator[Entity]:
    """Yield the names of people, those that are wanted also where the recogniser takes them for others."""
    people = [entity for entity in doc.ents if entity.label_ == "PERSON"]
    yield from people
    inside = {token.i for entity in people for token in entity}
    for token in doc:
        if token.lower_ in wanted and token.i not in inside and token.text[:1].isupper():
            start = token.i
            while start > token.sent.start and doc[start - 1].tag_ == "NNP" and not is_post(doc[start - 1]):
                start -= 1
            yield doc[start : token.i + 1]


def _acting_names(doc: Doc, attribution: Attribution) -> Iterator[Entity]:
    """Yield names unknown to the recogniser that do something: 'Nur Djamil comes'."""
    for token in doc:
        start = token.i
        while start > token.sent.start and doc[start - 1].tag_ == "NNP" and doc[start - 1].dep_ == "compound":
            start -= 1
        run = doc[start : token.i + 1]
        named = token.tag_ == "NNP" and 2 <= len(run) <= LONGEST_NAME
        acts = token.dep_ == "nsubj" and _does_something(token.head)
        known = any(one.ent_type_ == "PERSON" or one.i in attribution.mentions for one in run)
        if named and not known and (acts or _follows_an_office(run) or _is_put_to(run)):
            said = {one.lower_ for one in run}
            if said.isdisjoint(talk("group_word") | talk("post_noun") | OFFICES):
                yield run


def _follows_an_office(name: Entity) -> bool:
    """Tell whether a name is set off behind an office: 'the chief negotiator, Iqbal Datu, on guns'."""
    before, behind = name.doc[max(0, name.start - 2) : name.start], name.doc[name.end : name.end + 1]
    set_off = len(before) == 2 and before[1].text == "," and behind and behind[0].text in {",", ".", ":"}
    return bool(set_off) and (is_post(before[0]) or lemma(before[0]) in talk("standing_noun"))


def _is_put_to(name: Entity) -> bool:
    """Tell whether a name stands behind 'Ten questions for' or 'An interview with'."""
    before = [token.lower_ for token in name.doc[max(0, name.start - 2) : name.start]]
    return len(before) == 2 and before[0] in talk("announcing_word") and before[1] in {"for", "with", "to"}


def _does_something(verb: Token) -> bool:
    return verb.pos_ == "VERB" and not is_long_ago(verb)


def named_in_heading(doc: Doc, attribution: Attribution) -> Actor | None:
    """Return the one party whose organ a line without a verb names: 'Ministry of Defence of Chad'."""
    told = [token for token in doc if not token.is_space]
    if len(told) > LONGEST or any(_tells(token) for token in told):
        return None
    named = [one for one in mentions_among(told, attribution.mentions) if _owns_the_organ(doc, one)]
    parties = {one.id: one for mention in named for one in mention.entities if one.kind is not Kind.PERSON}
    if len(parties) != 1:
        return None
    party = next(iter(parties.values()))
    briefs = party.kind is Kind.ORGANISATION and any(token.lower_ in talk("briefing_word") for token in told)
    alone = party.kind is Kind.ORGANISATION and named[0].surface.casefold() == doc.text.strip().casefold()
    if not briefs and not alone and not any(is_post(token) for token in told):
        return None
    return Actor(party.name, party.id, party.name)


def _tells(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"} and not token.text.isupper()


def _owns_the_organ(doc: Doc, mention: Mention) -> bool:
    """Tell whether a heading's name owns its organ: not in 'Envoy for Chad', 'Inter-Chadian Dialogue'."""
    before, behind = doc[max(0, mention.start - 2) : mention.start], doc[mention.end : mention.end + 2]
    dated = any(token.text == "," for token in doc[mention.start - 1 : mention.start]) and not mention.demonym
    seated = any(lemma(token) == "ministry" for token in doc[: mention.start])  # 'the Ministry, Cairo'
    if (dated and not seated) or any(token.text == "-" for token in before[-1:]):
        return False
    if mention.demonym:
        return any(is_post(token) for token in behind)
    return not any(token.lower_ in {"for", "to", "in", "on", "between"} for token in before)
