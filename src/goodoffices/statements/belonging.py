"""For whom a person speaks by what stands beside the name: 'X of Iraq's mission', 'X, who leads …'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Entity

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.clauses import YEAR
from goodoffices.statements.gazetteer import Kind
from goodoffices.statements.labels import talk
from goodoffices.statements.lexicon import words
from goodoffices.statements.names import Mention, mentions_among
from goodoffices.statements.party_ids import slug
from goodoffices.statements.person_names import OFFICES, is_office_name, plain_name
from goodoffices.statements.phrases import capitalised
from goodoffices.statements.statement import Actor
from goodoffices.statements.syntax import lemma

SERVING = frozenset({"for", "of", "as", "within", "inside"})
LONGEST_NAME = 4
"""Words of the longest name that is taken for a person's because it does something."""
LONGEST = 18
"""Words of the longest description that is looked at."""
BEFORE = 3
"""Words before a name among which 'our correspondent' stands."""
TITLING = frozenset({"NOUN", "PROPN", "ADJ", "PUNCT"})
"""Words of a title before a name: 'correspondent', but not 'met'."""
BESIDE = 5
"""Words behind a name among which 'our correspondent' stands."""
Window = Sequence[Token]


def persons_in(
    doc: Doc, attribution: Attribution, wanted: frozenset[str] = frozenset()
) -> Iterator[tuple[str, Actor | None]]:
    """Yield the people whom a passage names, each with the party for which they are said to speak.

    Args:
        doc: The parsed passage.
        attribution: Resolves its names.
        wanted: Last names, in small letters, of people whom the recogniser may not know.
    """
    for name in names_in(doc, attribution, wanted):
        if not (_is_place(name, attribution) or is_office_name(name.text)):
            yield full_name_of(name), _party_beside(name, attribution)


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


def _is_place(entity: Entity, attribution: Attribution) -> bool:
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
        if named and not known and (acts or _follows_an_office(run)):
            said = {one.lower_ for one in run}
            if said.isdisjoint(talk("group_word") | talk("post_noun") | OFFICES):
                yield run


def _follows_an_office(name: Entity) -> bool:
    """Tell whether a name is set off behind an office: 'the chief negotiator, Iqbal Datu, on guns'."""
    before, behind = name.doc[max(0, name.start - 2) : name.start], name.doc[name.end : name.end + 1]
    set_off = len(before) == 2 and before[1].text == "," and behind and behind[0].text in {",", ".", ":"}
    return bool(set_off) and (is_post(before[0]) or lemma(before[0]) in talk("standing_noun"))


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
    if dated or any(token.text == "-" for token in before[-1:]):
        return False
    if mention.demonym:
        return any(is_post(token) for token in behind)
    return not any(token.lower_ in {"for", "to", "in", "on", "between"} for token in before)


def _party_beside(entity: Entity, attribution: Attribution) -> Actor | None:
    for window in (_behind(entity), _ahead(entity)):
        names = {lemma(token) for token in window}
        if not names.isdisjoint(words("person_noun") | words("former") | talk("writer_noun")):
            return None
        party = party_named(window, attribution) or _bare_organ(window, attribution)
        if party is not None:
            return party
    return None


def _ahead(entity: Entity) -> Window:
    """Return the office that stands before a name: 'the SADC envoy to Lesotho, Thabo Moeti'."""
    doc, sentence = entity.doc, entity.root.sent
    end = entity.start - (entity.start > sentence.start and doc[entity.start - 1].text == ",")
    start = end
    while start > max(sentence.start, end - LONGEST) and not _parts(doc[start - 1]):
        start -= 1
    window = list(doc[start:end])
    if not window or window[-1].pos_ == "ADP":
        return ()
    return window if any(is_post(token) for token in window) else ()


def _parts(token: Token) -> bool:
    return token.text in {",", ";", ":", "—", "–", "(", "“"} or token.pos_ in {"VERB", "AUX", "SCONJ"}


def _behind(entity: Entity) -> Window:
    """Return what is said of a person behind the name, where it says what the person is."""
    doc, start = entity.doc, entity.end
    while start < len(doc) and (doc[start].text in "()[]" or _is_bracketed(doc[start])):
        start += 1
    rest = [token for token in doc[start : start + LONGEST] if token.sent == entity.root.sent]
    if not rest:
        return ()
    first, second = rest[0], rest[1] if len(rest) > 1 else None
    if first.text == "," and second is not None and second.lower_ == "who":
        rest = rest[2:] if len(rest) > 2 and lemma(rest[2]) in talk("serving_verb") else []
    elif first.text == "," or _is_copula(first):
        rest = until_stop([token for token in rest[1:] if not _is_copula(token)])
        return rest if any(is_post(token) for token in rest) else ()
    elif first.lower_ == "of":
        rest = until_stop(rest[1:])
        return rest if any(is_post(token) or token.ent_type_ == "ORG" for token in rest) else ()
    elif lemma(first) not in talk("serving_verb") or is_long_ago(first):
        rest = []
    return until_stop(rest)


def _is_copula(token: Token) -> bool:
    """Tell whether a word is part of 'is', 'has been', 'served as', 'was appointed'."""
    return lemma(token) in talk("copula_verb") and token.pos_ in {"AUX", "VERB"}


def _is_bracketed(token: Token) -> bool:
    behind = token.doc[token.i + 1 : token.i + 2].text
    return token.i > 0 and token.nbor(-1).text in {"[", "("} and behind in {"]", ")"}


def until_stop(tokens: Window) -> list[Token]:
    """Return the words up to the first comma, semicolon, colon, dash or end of the sentence."""
    ends = (
        at
        for at, token in enumerate(tokens)
        if at and (token.text in {",", ";", ":", "—", "–"} or token.is_sent_end)
    )
    return list(tokens[: next(ends, len(tokens))])


def is_post(token: Token) -> bool:
    """Tell whether a word names an office, an organ or a team."""
    return lemma(token) in words("organ_noun") | talk("post_noun")


def party_named(window: Window, attribution: Attribution) -> Actor | None:
    """Return the first party in a description whose post it can be: not 'Syria' in 'envoy to Syria'."""
    for mention in mentions_among(window, attribution.mentions):
        before = window[0].doc[mention.start - 1] if mention.start > window[0].i else None
        led = before is not None and before.lower_ in {"the", "a"}
        before = before.nbor(-1) if before is not None and led and before.i > window[0].i else before
        aimed = before is not None and before.pos_ == "ADP" and before.lower_ != "of" and not _serves(before)
        entity = mention.entities[0]
        if len(mention.entities) != 1 or entity.kind is Kind.PERSON or aimed:
            continue
        if entity.kind is not Kind.STATE or not _within_movement(mention.end, window):
            return Actor(entity.name, entity.id, entity.name)
    for found in (_entity(token) for token in window):
        if found is not None and _is_body(found, attribution):
            name = capitalised(found.text)
            return Actor(found.text, slug(name), name)
    return None


def _is_body(found: Entity, attribution: Attribution) -> bool:
    """Tell whether a name is that of a body: no place, no office, and no talks called by a place."""
    private = not talk("private_noun").isdisjoint(found.text.lower().split())
    names_a_thing = found.root.dep_ in {"compound", "amod", "nmod"} and found.root.head.tag_ in {"NN", "NNS"}
    placed = found.root.i in attribution.mentions
    return not (private or names_a_thing or placed or is_office_name(found.text))


def _within_movement(end: int, window: Window) -> bool:
    """Tell whether a state only says where a group is at home: 'Sudan's Justice and Equality Movement'."""
    behind = [token for token in window if token.i >= end and token.tag_ != "POS"]
    owned = behind and (_entity(behind[0]) is not None or behind[0].tag_ in {"NNP", "NNPS"})
    group = _entity(behind[0]) if owned else None
    named = [token.lower_ for token in group] if group is not None else [token.lower_ for token in behind[:6]]
    return bool(owned) and not talk("group_word").isdisjoint(named)


def _entity(token: Token) -> Entity | None:
    return next(
        (ent for ent in token.doc.ents if ent.label_ == "ORG" and ent.start <= token.i < ent.end), None
    )


def _serves(preposition: Token) -> bool:
    spoken = preposition.lower_ == "for" and lemma(preposition.head) in talk("speaking_noun")
    return spoken or (preposition.lower_ in SERVING and lemma(preposition.head) in talk("serving_verb"))


def _bare_organ(window: Window, attribution: Attribution) -> Actor | None:
    """Return whose 'the government' is, where the report has named only one party's."""
    for token in window:
        owners = set(attribution.discourse.organs.get(lemma(token), {}))
        if lemma(token) in words("organ_noun") and len(owners) == 1:
            party = attribution.gazetteer.parties.get(next(iter(owners)) or "")
            if party is not None:
                return Actor(party.name, party.id, party.name)
    return None
