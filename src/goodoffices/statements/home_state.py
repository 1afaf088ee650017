"""Whose 'the government' is in an interview: the one state in which what is asked about goes on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from spacy.tokens import Doc

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.gazetteer import Kind
from goodoffices.statements.labels import talk
from goodoffices.statements.lexicon import words
from goodoffices.statements.names import Mention, mentions_among
from goodoffices.statements.statement import Actor
from goodoffices.statements.syntax import lemma

MOST = 2
"""How often at most the bare name of a state counts."""
SIGN = 3
"""What counts as much as three bare names: a movement at war there, a heading, a government named."""


def home_state(passages: Iterable[tuple[Doc, Attribution]]) -> Actor | None:
    """Return the state that a report is about; None where two come into question or none stands out.

    Signs are a heading that opens with its name, movements at war there, its government or talks called by
    its name. Who prints or sends the report, and from where, is no sign.

    Args:
        passages: The introduction and the questions, parsed.
    """
    signs: Counter[str] = Counter()
    bare: Counter[str] = Counter()
    movements: dict[str, str] = {}
    names: dict[str, Actor] = {}
    for doc, attribution in passages:
        if is_imprint(doc):
            continue
        for mention in mentions_among(doc, attribution.mentions):
            entity = attribution.gazetteer.party_of(mention.entities[0])
            if entity.kind is Kind.MOVEMENT and entity.state is not None:
                movements[entity.id] = entity.state
                state = attribution.gazetteer.parties.get(entity.state)
            else:
                state = entity if entity.kind is Kind.STATE and len(mention.entities) == 1 else None
                if state is not None and _is_where_it_is_said(mention, doc):
                    continue
            if state is not None:
                names[state.id] = Actor(state.name, state.id, state.name)
            if entity.kind is Kind.STATE and state is not None:
                bare[state.id] += 1
                signs[state.id] += SIGN * _is_sign(mention, doc)
    for state_id in movements.values():
        signs[state_id] += SIGN
    total = Counter({id_: signs[id_] + min(bare[id_], MOST) for id_ in names if signs[id_]})
    first, *others = total.most_common(2) or [("", 0)]
    return names[first[0]] if first[1] and (not others or first[1] > others[0][1]) else None


def is_imprint(doc: Doc) -> bool:
    """Tell whether a line only says who prints or sends a text: 'Radio Tirana in English 1800 gmt'."""
    told = {token.lower_ for token in doc}
    spoken = any(token.pos_ == "VERB" and token.tag_ in {"VBZ", "VBP", "VBD"} for token in doc)
    persons = words("spokesman_noun") | words("speaker_noun") | words("office_holder_noun")
    speaks = any(lemma(token) in persons for token in doc)
    return "gmt" in told or not (told.isdisjoint(talk("imprint_word")) or spoken or speaks)


def _is_where_it_is_said(mention: Mention, doc: Doc) -> bool:
    """Tell whether a name is that of an outlet's home: 'Israel Radio', 'the Sudan Tribune'."""
    behind = doc[mention.end : mention.end + 2]
    return any(token.lower_ in talk("private_noun") | talk("imprint_word") for token in behind)


def _is_sign(mention: Mention, doc: Doc) -> bool:
    """Tell whether a name shows what the report is about: 'CHAD: …', 'the inter-Tajik talks', its rulers."""
    if mention.start == 0 and doc[mention.end : mention.end + 1].text == ":":
        return True
    behind = [lemma(token) for token in doc[mention.end : mention.end + 3]]
    ahead = [token.lower_ for token in doc[max(0, mention.start - 3) : mention.start]]
    inner = ahead[-1:] == ["-"] and ahead[-2:-1] in (["inter"], ["intra"]) and "talk" in behind
    signs = words("state_only_noun") | words("movement_noun") | {"army", "war", "president"}
    rules = not signs.isdisjoint(behind) or "talk" in behind[:1]
    ruled = "of" in ahead and not words("state_only_noun").isdisjoint(ahead)
    return inner or rules or ruled
