"""Parties that stand further off than a slot of a verb: behind a second noun, or in a list after a colon."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.gazetteer import Kind
from goodoffices.statements.lexicon import words
from goodoffices.statements.relation_frames import things
from goodoffices.statements.relation_roles import places
from goodoffices.statements.statement import Actor
from goodoffices.statements.syntax import lemma

BETWEEN = frozenset({"PUNCT", "CCONJ", "DET", "PART"})
"""What may stand between the names of a list."""


def listed_after(who: Token, attribution: Attribution) -> tuple[Actor, ...]:
    """Return the parties that a list after a colon or a dash names: 'three powers signed it: Chad, …'.

    Args:
        who: The head of a plural noun phrase that names nobody itself.
        attribution: Knows the names of the passage.
    """
    if who.tag_ not in {"NNS", "NNPS"} or lemma(who).lower() not in things("two_noun") | things("group_noun"):
        return ()
    colon = next((one for one in who.sent if one.i > who.i and one.text in {":", "–", "—"}), None)
    found = tuple(_names_from(colon, attribution)) if colon is not None else ()
    return found if len(found) > 1 else ()


def _names_from(colon: Token, attribution: Attribution) -> Iterator[Actor]:
    for word in colon.doc[colon.i + 1 : colon.sent.end]:
        mention = attribution.mentions.get(word.i)
        if mention is None and word.pos_ not in BETWEEN:
            return
        if mention is not None and mention.start == word.i and len(mention.entities) == 1:
            party = attribution.gazetteer.party_of(mention.entities[0])
            yield Actor(mention.surface, party.id, party.name)


def own_forces(who: Token, attribution: Attribution) -> Actor | None:
    """Return the side of a civil war that is itself an army, where the report names one: 'the army'.

    Args:
        who: The head of a noun phrase without a name.
        attribution: Knows everyone named so far.
    """
    if lemma(who) not in {"army", "military"}:
        return None
    known = attribution.gazetteer.parties
    sides = (known.get(one) for one in attribution.discourse.parties)
    movements = (one for one in sides if one is not None and one.kind is Kind.MOVEMENT)
    own = {one.id: one for one in movements if one.name.endswith(" Armed Forces")}
    only = next(iter(own.values())) if len(own) == 1 else None
    return Actor(who.text, only.id, only.name, resolved_by="context") if only is not None else None


def speaker_meant(pronoun: Token, attribution: Attribution) -> Actor | None:
    """Return the party that speaks, for 'we', 'us' and 'our' inside somebody's words: 'they arm our men'.

    Args:
        pronoun: The pronoun.
        attribution: Knows whose words the tokens are.
    """
    if pronoun.lower_ not in {"we", "us", "our"}:
        return None
    speaker = attribution.discourse.scene.speaking.get(pronoun.i)
    if speaker is None or speaker.party is None:
        return None
    return Actor(pronoun.text, speaker.party, speaker.name, resolved_by="pronoun")


def organ_named(who: Token, attribution: Attribution) -> Actor | None:
    """Return the state whose organ a name is: 'the United States Congress', 'the Chadian Air Force'.

    Args:
        who: The head of the name.
        attribution: Knows the names of the passage.
    """
    if who.lower_ not in words("state_organ_noun") | things("named_organ"):
        return None
    of = tuple(places(who, None, "of"))
    near = [attribution.mentions.get(one.i) for one in (*who.doc[who.left_edge.i : who.i], *of)]
    found = {one.entities[0].id: one for one in near if one is not None and len(one.entities) == 1}
    only = next(iter(found.values())) if len(found) == 1 else None
    if not found and who.lower_ in things("legislature_name") and who.text[:1].isupper():
        return _american(who, attribution)
    if only is None or only.entities[0].kind is not Kind.STATE:
        return None
    return Actor(only.surface, only.entities[0].id, only.entities[0].name, resolved_by="demonym")


def _american(who: Token, attribution: Attribution) -> Actor | None:
    """Return the United States for 'Congress' alone, where they are named and no party of that name is."""
    known = attribution.gazetteer.parties
    named = [known[one] for one in sorted(attribution.discourse.parties) if one in known]
    other = any(who.text in one.name for one in named)
    state = next((one for one in named if one.id == "united_states"), None)
    if state is None or other or any(True for _ in who.children):
        return None
    return Actor(who.text, state.id, state.name, resolved_by="context")


def of_that_title(who: Token, attribution: Attribution) -> Actor | None:
    """Return the one party named before that 'the Kingdom' or 'the Council' is short for.

    Args:
        who: The head of a noun phrase with a capital and no other word than 'the'.
        attribution: Knows everyone named so far.
    """
    if [one.lower_ for one in who.children if one.i < who.i] != ["the"] or not who.text[:1].isupper():
        return None
    known, lookup = attribution.gazetteer.parties, attribution.gazetteer.lookup
    named = [known[one] for one in sorted(attribution.discourse.parties) if one in known]
    titled = [one for one in named if one.name.endswith(f" {who.text}")]
    if who.text in {"Kingdom", "Republic", "Emirate", "Sultanate", "Union", "Federation"} and not titled:
        states = (one for one in named if one.kind is Kind.STATE)
        titled = [one for one in states if one in lookup(f"{who.text} of {one.name}")]
    return Actor(who.text, titled[0].id, titled[0].name, resolved_by="context") if len(titled) == 1 else None


def nobody_of(who: Token) -> Token | None:
    """Return where nobody does something, as good as the party itself: 'nobody in Tripoli sends us rifles'.

    Args:
        who: The subject.
    """
    if who.lower_ not in {"nobody", "none"}:
        return None
    return next((place for link in ("in", "of", "from") for place in places(who, None, link)), None)


def among_them(who: Token, attribution: Attribution) -> tuple[Actor, ...]:
    """Return whom an insertion picks out: 'forty governments, India among them', 'states including Mali'.

    Args:
        who: The head of a plural noun phrase that names nobody itself.
        attribution: Knows the names of the passage.
    """
    if who.tag_ not in {"NNS", "NNPS"}:
        return ()
    behind = who.doc[who.i + 1 : min(who.i + 15, who.sent.end)]
    them = next((one.i for one in behind if one.lower_ == "among" and one.nbor().lower_ == "them"), None)
    listing = next((one.i for one in behind if one.lower_ in {"including", "notably"}), None)
    if them is None and listing is None:
        return ()
    inside = who.doc[who.i + 1 : them] if them is not None else who.doc[(listing or 0) + 1 : who.sent.end]
    found: list[Actor] = []
    for word in inside:
        mention = attribution.mentions.get(word.i)
        if mention is None and word.pos_ not in BETWEEN:
            break
        if mention is not None and mention.start == word.i and len(mention.entities) == 1:
            party = attribution.gazetteer.party_of(mention.entities[0])
            found.append(Actor(mention.surface, party.id, party.name))
    return tuple(found)
