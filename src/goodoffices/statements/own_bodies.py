"""Bodies and sides that only the report knows, where a description names them."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span as Entity
from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.labels import talk
from goodoffices.statements.party_ids import slug
from goodoffices.statements.person_names import is_office_name
from goodoffices.statements.phrases import capitalised
from goodoffices.statements.statement import Actor
from goodoffices.statements.syntax import lemma


def own_body(token: Token, window: Sequence[Token], attribution: Attribution) -> Actor | None:
    """Return a body that only the report knows, at its first word: 'the Northern Farmers' Union'."""
    found = next((ent for ent in token.doc.ents if ent.label_ == "ORG" and ent.start == token.i), None)
    if found is not None and found.end <= window[-1].i + 1 and _is_body(found, attribution):
        name = capitalised(found.text.removesuffix("'s").removesuffix("’s"))
        return Actor(found.text, slug(name), name)
    return _side(token, window)


def _side(token: Token, window: Sequence[Token]) -> Actor | None:
    """Return a side called by a word of its own: 'the Constitutionalist regime'."""
    at = token.i - window[0].i
    behind = window[at + 1 : at + 2]
    if not behind or lemma(behind[0]) not in talk("side_noun") or not token.text[:1].isupper():
        return None
    if token.ent_type_ in {"PERSON", "GPE"} or token.is_sent_start or is_office_name(token.text):
        return None
    people = token.text.endswith(("ist", "ian")) and token.text + "s"
    name = people or f"{token.text} {behind[0].text}"
    return Actor(name, slug(name), name)


def _is_body(found: Entity, attribution: Attribution) -> bool:
    """Tell whether a name is that of a body: no place, no office, and no talks called by a place."""
    private = not talk("private_noun").isdisjoint(found.text.lower().split())
    names_a_thing = found.root.dep_ in {"compound", "amod", "nmod"} and found.root.head.tag_ in {"NN", "NNS"}
    placed = any(token.i in attribution.mentions for token in found)
    common = not any(token.text[:1].isupper() and not token.is_sent_start for token in found)
    part = [token.lower_ for token in found.doc[found.end : found.end + 1]] == ["of"] and any(
        token.i in attribution.mentions for token in found.doc[found.end : found.end + 3]
    )
    return not (private or names_a_thing or placed or common or part or is_office_name(found.text))
