"""Names that only the report makes known: short forms in brackets, and long names taken up by one noun."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from goodoffices.statements.gazetteer import Entity, Kind
from goodoffices.statements.introductions import LINKING, Introduction, introductions
from goodoffices.statements.known_by import known_by
from goodoffices.statements.lexicon import words
from goodoffices.statements.names import Mention, Mentions
from goodoffices.statements.own_councils import is_organ_of_state, place_of_local
from goodoffices.statements.party_ids import slug
from goodoffices.statements.roll import Roll
from goodoffices.statements.syntax import children

ARTICLES = frozenset({"the", "this", "that"})
STEM = 6
"""Letters in which two words must agree to be taken for one: 'Cambodia' and 'Cambodian'."""
SPECIFYING = frozenset({"of", "for", "on", "against"})


def with_short_names(doc: Doc, mentions: Mentions, roll: Roll) -> Mentions:
    """Return the names in a passage with those that only the report itself explains.

    Args:
        doc: The parsed passage.
        mentions: The names in it that the gazetteer knows.
        roll: Everyone named before; it grows.
    """
    found = dict(mentions)
    for mention in _introduced(doc, mentions, roll):
        found |= dict.fromkeys(range(mention.start, mention.end), mention)
    for sentence in doc.sents:
        roll.sentence += 1
        for token in sentence:
            if token.i not in found:
                own = _own_name(token, roll) or _long_name(token, found, roll)
                named = own or _taken_up(token, found, roll)
                if named is not None:
                    found |= dict.fromkeys(range(named.start, named.end), named)
            known = found.get(token.i)
            if known is not None and known.surface in roll.own:
                known = replace(known, entities=(roll.own[known.surface],))
                found |= dict.fromkeys(range(known.start, known.end), known)
            if known is not None and len(near := roll.fitting(known.entities)) < len(known.entities):
                known = replace(known, entities=near)
                found |= dict.fromkeys(range(known.start, known.end), known)
            if known is not None and known.end - 1 == token.i and not known.demonym:
                roll.note(known.entities, known.surface)
                _call(known, doc, roll)
    return found


def _call(known: Mention, doc: Doc, roll: Roll) -> None:
    """Remember the organ by which a body is called: 'the Commission of the African Union'."""
    body = known.entities[0]
    place = known.start - 1
    while place > 0 and doc[place].lower_ in {"the", "of"}:
        place -= 1
    ahead = doc[place]
    if body.kind is Kind.ORGANISATION and known.start - place > 1 and ahead.lower_ in words("body_noun"):
        roll.call(body, ahead.lower_)


def _introduced(doc: Doc, mentions: Mentions, roll: Roll) -> Iterator[Mention]:
    """Yield the long name and the short one where a short one stands in brackets behind the long one."""
    told = list(known_by(doc.text))
    for one in (*introductions(doc.text), *told):
        starts = [token.idx for token in doc]
        first, short = bisect_left(starts, one.start), bisect_left(starts, one.short_start)
        if one.short in roll.initials and first < len(doc) and doc[first].ent_type_ == "PERSON":
            continue  # 'Ana Diaz (AD)', whose turns begin with 'AD:'
        long_known, short_known = mentions.get(first), mentions.get(short)
        trusted = short_known is not None and long_known is None and one in told
        entity = _same_party(one, long_known, short_known, roll, trusted=trusted)
        if entity is None:
            continue
        if long_known is None:
            end = bisect_left(starts, one.end)
            yield Mention(first, end, one.long, (entity,))
        if short_known is None or entity not in short_known.entities:
            yield Mention(short, short + 1, one.short, (entity,))


def _same_party(
    one: Introduction,
    long_known: Mention | None,
    short_known: Mention | None,
    roll: Roll,
    *,
    trusted: bool,
) -> Entity | None:
    """Return whom a long name and its short form both stand for.

    A short form that the gazetteer knows stands for what it knows only where the long name shares a word with
    that, or where the report says in words (trusted) that the long name goes by it; else the report has a
    body of its own by this short form.
    """
    if long_known is not None:
        return _body(long_known.entities, one.short, roll) if not long_known.demonym else None
    alike = (
        []
        if short_known is None
        else [each for each in short_known.entities if trusted or _alike(each, one.long)]
    )
    if alike:
        return _body(alike, one.long, roll)
    return roll.introduce(slug(one.long), one.long, one.short)


def _body(entities: Sequence[Entity], other: str, roll: Roll) -> Entity | None:
    """Return the one body that is meant, known by another form from now on; no state and no person."""
    if len(entities) != 1 or entities[0].kind in {Kind.STATE, Kind.PERSON}:
        return None
    roll.own[other] = entities[0]
    return entities[0]


def _alike(entity: Entity, long: str) -> bool:
    """Tell whether half of the words of a name are those of a body: 'the Rebel Front of Chad'."""
    told = [word[:STEM].lower() for word in re.findall(r"[^\W\d_]{3,}", long) if word not in LINKING]
    known = {word[:STEM].lower() for word in re.findall(r"[^\W\d_]{3,}", entity.name)}
    return 2 * sum(word in known for word in told) >= len(told) > 0


def _own_name(token: Token, roll: Roll) -> Mention | None:
    """Return a name that the report has introduced before, as it stands here again."""
    begun = [form for form in roll.own if form.startswith(token.text) or token.text.startswith(form)]
    text = token.doc.text if begun else ""  # the text of a parse is put together anew each time
    for form in sorted(begun, key=len, reverse=True):
        end = token.idx + len(form)
        if text.startswith(form, token.idx) and not text[end : end + 1].isalnum():
            span = token.doc.char_span(token.idx, end, alignment_mode="expand")
            return None if span is None else Mention(span.start, span.end, form, (roll.own[form],))
    return None


def _long_name(token: Token, found: Mentions, roll: Roll) -> Mention | None:
    """Return a name that ends in a noun for a body: 'the Joint Military Commission'.

    Behind the name of an organisation the noun is an organ that speaks for it: 'the ECOWAS Committee'.
    """
    if token.lower_ not in words("body_noun") - words("common_body_noun") or not token.text[0].isupper():
        return None
    owner = found.get(token.i - 1)
    if owner is not None and owner.entities[0].kind is Kind.ORGANISATION and not owner.demonym:
        roll.call(owner.entities[0], token.lower_)
        return Mention(owner.start, token.i + 1, token.doc[owner.start : token.i + 1].text, owner.entities)
    first = token.i
    while first > token.sent.start and _is_part(token.doc[first - 1]):
        first -= 1
    if first == token.i:
        return None
    name = token.doc[first : token.i + 1].text
    if (place := place_of_local(token.doc[first], found)) is not None:
        return Mention(first, token.i + 1, name, place.entities)
    state = roll.state_of_matter() if is_organ_of_state(name) else None
    return Mention(first, token.i + 1, name, (state or roll.introduce(slug(name), name),))


def _is_part(token: Token) -> bool:
    return token.text[:1].isupper() and token.is_alpha and token.lower_ not in ARTICLES and not token.is_stop


def _taken_up(token: Token, found: Mentions, roll: Roll) -> Mention | None:
    """Return the party that 'the Council', 'Council members' or 'the movement' takes up."""
    noun = token.lower_
    if noun not in words("body_noun") or token.tag_ not in {"NN", "NNP"}:
        return None
    before = token.nbor(-1) if token.i > token.sent.start else None
    named = token.text[0].isupper()
    if before is not None and before.lower_ in {"a", "an"}:
        roll.common.add(noun)
    article = before is not None and before.lower_ in ARTICLES
    if not (article or (named and noun in words("bare_body_noun") and _stands_alone(before))):
        return None
    if _is_specified(token, found) or (
        not named and (noun in roll.common or noun in words("capital_body_noun"))
    ):
        return None
    entity = roll.bearer_of(noun, capital=named)
    if entity is None:
        return None
    first = token.i - 1 if article else token.i
    return Mention(first, token.i + 1, token.doc[first : token.i + 1].text, (entity,))


def _stands_alone(before: Token | None) -> bool:
    return before is None or not (before.pos_ in {"PROPN", "ADJ", "NOUN"} or before.text in {"-", "'s", "’s"})


def _is_specified(token: Token, found: Mentions) -> bool:
    """Tell whether more words say which body is meant: 'the Council of Ministers', 'the Front National'."""
    behind = token.nbor(1) if token.i + 1 < len(token.doc) else None
    of = any(child.lower_ in SPECIFYING and child.i > token.i for child in children(token, "prep"))
    told = any(child.dep_ in {"relcl", "acl"} for child in token.children)
    goes_on = behind is not None and behind.pos_ == "PROPN" and behind.i not in found
    return of or told or goes_on
