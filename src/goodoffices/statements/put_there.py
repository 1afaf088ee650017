"""Who has put somebody in office, and whose office it is that a report names without its owner."""

from __future__ import annotations

from spacy.tokens import Token

from goodoffices.statements.coreference import Discourse
from goodoffices.statements.gazetteer import Entity
from goodoffices.statements.labels import talk
from goodoffices.statements.names import Mentions, mentions_among
from goodoffices.statements.phrases import is_office
from goodoffices.statements.statement import Actor
from goodoffices.statements.syntax import children, lemma


def put_there_by(office: Token, mentions: Mentions) -> Entity | None:
    """Return who has put somebody in office: 'the governor appointed by the Front'.

    Args:
        office: The head of the phrase.
        mentions: The names of the passage.
    """
    verbs = (verb for verb in children(office, "acl") if lemma(verb) in talk("appointing_verb"))
    by = (one for verb in verbs for agent in children(verb, "agent") for one in children(agent, "pobj"))
    named = (one for one in mentions_among(by, mentions) if len(one.entities) == 1 and not one.demonym)
    return next((one.entities[0] for one in named), None)


def president_called(holder: Token, discourse: Discourse) -> Actor | None:
    """Return 'the President' of 'an adviser to the President': the only one whom the report has called so.

    Args:
        holder: The word 'President'; more words beside it than an article say whose it is.
        discourse: Everyone named so far.
    """
    alone = [child.lower_ for child in holder.children if child.dep_ != "case"] == ["the"]
    if not alone or lemma(holder).lower() != "president":
        return None
    leaders = (one for one in discourse.people.values() if (one.role or "").lower() == "president")
    called = {one.party: one for one in leaders if one.party is not None}
    return next(iter(called.values())) if len(called) == 1 else None


def is_elsewhere(name: Token, mentions: Mentions) -> bool:
    """Tell whether an office is that of something that nothing else tells of: 'Ana Sol, the Westcom chief'.

    Args:
        name: The head of the name beside which the office stands.
        mentions: The names of the passage.
    """
    return any(
        one.pos_ == "PROPN" and one.i not in mentions and not is_office(one)
        for office in children(name, "appos")
        if office.pos_ == "NOUN"
        for one in children(office, "compound", "nmod")
    )
