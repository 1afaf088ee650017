"""Who stands in the field with whom: 'side by side with', 'in one trench with', 'on Chad's side'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.gazetteer import Kind
from goodoffices.statements.gifts import shown
from goodoffices.statements.relation_frames import things
from goodoffices.statements.relation_parties import leads_to, party_or_whose, sources_of
from goodoffices.statements.relation_roles import doer, is_told
from goodoffices.statements.sighting import RelationSighting
from goodoffices.statements.statement import Actor, RelationKind
from goodoffices.statements.syntax import first_child, is_negated, lemma

FLANK = re.compile(
    r"\b((shoulder|elbow) to (shoulder|elbow)|side by side|back to back|(arm|hand) in (arm|hand)"
    r"|in (the same|one) (trench|foxhole|camp|front|line)s?|as one (column|force|army|unit|front))$"
)
"""What two who fight together share; 'with' comes after it."""
TOGETHER = re.compile(r"\b(together|jointly|in tandem|in concert|in harness)$")
BACK = 6
"""Words before 'with' that are looked at."""


def find_beside(word: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """Yield who fights beside whom.

    Args:
        word: Any word.
        attribution: Resolves the noun phrases.
    """
    if word.pos_ == "ADP" and word.lower_ == "with":
        verb = _fought_with(word)
        yield from _told(verb, first_child(word, "pobj"), attribution)
    elif word.pos_ == "VERB" and lemma(word) in things("campaigning_verb"):
        for place in leads_to(word, ("alongside", "beside")):
            yield from _told(word, place, attribution)
        for place in leads_to(word, ("on", "at", "by")):
            if lemma(place) in {"side", "flank"}:
                yield from _told(word, first_child(place, "poss"), attribution)


def _fought_with(link: Token) -> Token | None:
    """Return the verb of 'fights side by side with', 'stand in one trench with', 'attacked together with'."""
    before = link.doc[max(link.sent.start, link.i - BACK) : link.i].text.lower()
    loose, firm = TOGETHER.search(before), FLANK.search(before)
    if loose is None and firm is None:
        return None
    wanted = things("campaigning_verb") | (things("standing_verb") if firm else frozenset())
    verbs = (one for one in link.ancestors if one.pos_ in {"VERB", "AUX"} and lemma(one) != "shoulder")
    verb = next(verbs, None)
    return verb if verb is not None and lemma(verb) in wanted else None


def _told(verb: Token | None, place: Token | None, attribution: Attribution) -> Iterator[RelationSighting]:
    if verb is None or place is None or not is_told(verb):
        return
    who = doer(verb)
    for source in sources_of(who, attribution):
        for target in party_or_whose(place, attribution, source.party):
            kind = comrades(source, target, attribution)
            yield RelationSighting(kind, source, target, verb, shown(verb, who, None), (), is_negated(verb))


def comrades(source: Actor, target: Actor | None, attribution: Attribution) -> RelationKind:
    """Return what fighting beside somebody is: support by a state for a movement, and else an alliance.

    Args:
        source: Who fights.
        target: Beside whom.
        attribution: Knows of what kind they are.

    Returns:
        The relation.
    """
    known = attribution.gazetteer.parties
    ends = [known.get(one.party or "") if one is not None else None for one in (source, target)]
    helps = ends[0] is not None and ends[0].kind is Kind.STATE
    weaker = ends[1] is None or ends[1].kind is Kind.MOVEMENT
    return RelationKind.SUPPORTS if helps and weaker else RelationKind.ALLIED_WITH
