"""For whom a noun phrase stands: name, appositive, role, metonym, group or pronoun."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from goodoffices.statements.ambiguity import choose
from goodoffices.statements.coreference import Discourse, is_pronoun
from goodoffices.statements.gazetteer import Entity, Gazetteer, Kind
from goodoffices.statements.lexicon import words
from goodoffices.statements.names import Mention, Mentions, mentions_among
from goodoffices.statements.offices import is_movement, is_origin, may_hold, movement_named_by, other_owners
from goodoffices.statements.peoples import people_of
from goodoffices.statements.phrases import (
    MODIFIERS,
    bare_role,
    belongs,
    capitalised,
    described_as,
    full_name,
    has_place,
    held_before,
    is_former,
    is_head_of,
    is_office,
    is_partial,
    phrase,
    phrase_tokens,
    same_name,
    title,
    whole_of,
    written_name,
)
from goodoffices.statements.statement import Actor
from goodoffices.statements.syntax import SUBJECTS, children, lemma

TITLE_LABELS = frozenset({"ORG", "NORP", "GPE"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """What is needed to resolve the noun phrases of one passage.

    Attributes:
        gazetteer: Names of states, organisations and people.
        mentions: The names found in the passage.
        discourse: Everyone named so far; it grows while the passage is read.
    """

    gazetteer: Gazetteer
    mentions: Mentions
    discourse: Discourse

    def actors(self, token: Token) -> tuple[Actor, ...]:
        """Return whom a noun phrase and the phrases joined to it by 'and' stand for; things are left out."""
        joined = [token, *(child for child in token.conjuncts if child.i > token.i)]
        for beside in children(token, "appos"):
            listed = beside.i in self.mentions and token.i in self.mentions and not is_office(beside)
            joined += [beside] if listed and beside.pos_ == "PROPN" else []
            joined += [child for child in beside.conjuncts if child.i > beside.i]
        found = (actor for one in joined for actor in self._each(one))
        by_party = {(actor.party, actor.person or actor.text): actor for actor in found if actor is not None}
        return tuple(by_party.values())

    def _each(self, token: Token) -> Iterator[Actor | None]:
        """Yield whom a noun phrase stands for, one for each owner in 'the ministers of Egypt and Jordan'."""
        first = self.actor(token)
        yield first
        if first is not None and first.party is not None and first.person is None:
            for owner in other_owners(token, self.mentions):
                yield replace(first, party=owner.id, name=owner.name)

    def actor(self, token: Token) -> Actor | None:
        """Return whom a noun phrase stands for, given its head; None where it stands for a thing."""
        if is_pronoun(token):
            return self.discourse.pronoun(token)
        if (of := whole_of(token)) is not None and (whole := self.actor(of)) is not None:
            return replace(whole, text=phrase(token), person=full_name(token), role=None, resolved_by="role")
        found = self._named(token) or self._role(token) or self._titled(token) or self._recognised(token)
        if found is not None:
            found = self._for_its_people(found, token)
            self.discourse.note(found, token)
        return found

    def _for_its_people(self, actor: Actor, token: Token) -> Actor:
        """Return an actor with the people for which the report says that it speaks, now or before."""
        people = people_of(token, self.gazetteer)
        if people is not None:
            self.discourse.peoples |= {people.name: people}
            if actor.person is not None:
                self.discourse.peoples |= {actor.person: people}
        known = people or self.discourse.peoples.get(actor.person or capitalised(actor.text))
        if known is None:
            return actor
        return replace(actor, party=known.id or slug(known.name), name=known.name)

    def _titled(self, token: Token) -> Actor | None:
        """Return the person beside a title that is no known office: 'the Taoiseach, Bertie Ahern'."""
        if (token.pos_ not in {"PROPN", "NOUN"} and token.lower_ != "one") or token.ent_type_ == "PERSON":
            return None
        for child in children(token, "appos"):
            person = (self._named(child) or self._recognised(child)) if child.ent_type_ == "PERSON" else None
            if person is not None and person.person is not None:
                return replace(person, text=phrase(token), role=bare_role(token), resolved_by="appositive")
        return None

    def named_in(self, token: Token) -> Actor | None:
        """Return the one person that a noun phrase names anywhere, where the parse has its head wrong."""
        for mention in mentions_among(token.subtree, self.mentions):
            if len(mention.entities) == 1 and mention.entities[0].kind is Kind.PERSON:
                return self._person(mention.entities[0], mention, token.doc[mention.end - 1])
        return None

    def _named(self, token: Token) -> Actor | None:
        mention = self.mentions.get(token.i)
        if mention is None or mention.demonym:
            return self._people(mention, token) if mention else None
        if mention.end <= token.i or not is_head_of(token, mention):
            return None
        entity = choose(mention, self._modifying(token), self.discourse, self.gazetteer)
        if entity is None:
            return None
        earlier = self.discourse.people.get(mention.surface)
        if entity.kind is Kind.PERSON and earlier is not None and earlier.person != entity.name:
            return replace(earlier, text=phrase(token), resolved_by="name")
        if entity.kind is Kind.PERSON:
            return self._person(entity, mention, token)
        form = "metonym" if _is_metonym(entity, mention.surface) else "name"
        return Actor(mention.surface, entity.id, entity.name, resolved_by=form)

    def _people(self, mention: Mention, token: Token) -> Actor | None:
        """Return the state for 'the Russians', None for the adjective in 'the Russian invasion'."""
        if token.pos_ == "ADJ" or mention.end - 1 != token.i or token.dep_ in MODIFIERS:
            return None
        entity = mention.entities[0]
        return Actor(phrase(token), entity.id, entity.name, resolved_by="demonym")

    def _person(self, entity: Entity, mention: Mention, token: Token) -> Actor:
        party = self._stated_party(token) or self.gazetteer.party_of(entity)
        role = title(token, mention)
        open_ = party.kind is Kind.PERSON or (held_before(token) and self._stated_party(token) is None)
        named = None if open_ else party
        return Actor(
            text=phrase(token),
            party=named.id if named else None,
            name=named.name if named else None,
            person=entity.name,
            role=role,
            resolved_by="appositive" if role else "name",
        )

    def _stated_party(self, token: Token) -> Entity | None:
        """Return the state that the text itself gives for a person: 'Lamamra, Algeria's foreign minister'."""
        offices = [child for child in children(token, "appos") if is_office(child) and not is_former(child)]
        states = [entity for office in offices for entity in self._modifying(office)]
        return next((entity for entity in states if entity.kind is Kind.STATE), None)

    def _role(self, token: Token) -> Actor | None:
        """Return the party for which a role, organ or group of parties speaks."""
        noun = lemma(token)
        apposed = next((self._named(child) for child in children(token, "appos")), None)
        if apposed is not None and (noun in words("organ_noun") or self.gazetteer.office_kind(noun)):
            apposed = replace(apposed, party=None, name=None) if is_former(token) else apposed
            return replace(apposed, text=phrase(token), role=bare_role(token), resolved_by="appositive")
        owner = None if is_former(token) else self._owner(token)
        if noun in words("group_noun") and token.tag_ in {"NNS", "NNPS"} and noun not in words("organ_noun"):
            return self._group(token)
        if noun in words("organ_noun") or self.gazetteer.office_kind(noun):
            return self._organ(token, owner)
        if noun in words("person_noun"):
            return Actor(phrase(token), person=full_name(token), role=bare_role(token), resolved_by="role")
        return None

    def _not_the_state(self, token: Token, owner: Actor | None) -> Actor:
        """Return who 'Sudanese rebels', 'the movement' or 'the governor of Georgia' are: not the state."""
        party = self.gazetteer.parties.get(owner.party) if owner is not None and owner.party else None
        bare = owner is None and any(child.lower_ == "the" for child in token.children)
        if party is None and bare and lemma(token) in words("movement_noun"):
            owner = self.discourse.only_party(token, lambda party: is_movement(party, self.gazetteer))
        if owner is not None and (party is None or party.kind is not Kind.STATE):
            return Actor(phrase(token), owner.party, owner.name, None, bare_role(token), "role")
        alone = lemma(token) in words("single_noun") and token.tag_ not in {"NNS", "NNPS"}
        group = None if alone else self._group(token)
        return group or Actor(phrase(token), role=bare_role(token), resolved_by="role")

    def _organ(self, token: Token, owner: Actor | None) -> Actor | None:
        """Return whom an office holder or an organ speaks for, by its owner or by what the text is about."""
        if is_partial(token):
            return self._not_the_state(token, owner)
        bare = token.tag_ not in {"NNS", "NNPS"} and any(child.lower_ == "the" for child in token.children)
        if owner is None and bare and lemma(token) in words("office_holder_noun"):
            bearer = self.discourse.bearer(token, lemma(token))
            if bearer is not None and may_hold(bearer, lemma(token), self.gazetteer):
                role = bearer.role or lemma(token)
                return replace(bearer, text=phrase(token), role=role, resolved_by="role")
        if owner is None and bare and lemma(token) in words("state_organ_noun"):
            owner = self.discourse.state_in_focus(token)
            if owner is not None and self.discourse.may_own(owner, lemma(token)):
                return Actor(phrase(token), owner.party, owner.name, None, bare_role(token), "context")
            owner = None
        if owner is not None:
            person = full_name(token)
            self.discourse.organs.setdefault(lemma(token), set()).add(owner.party)
            return Actor(phrase(token), owner.party, owner.name, person, bare_role(token), "role")
        holder = lemma(token) in words("office_holder_noun") or self.gazetteer.office_kind(lemma(token))
        one = token.tag_ in {"NN", "NNP"} and holder
        known = None if one else self._group(token)
        return known or Actor(phrase(token), None, None, full_name(token), bare_role(token), "role")

    def _owner(self, token: Token) -> Actor | None:
        """Return the party in 'Russian officials', 'its spokesperson', 'the army of Mali'."""
        for child in children(token, "poss"):
            if is_pronoun(child):
                return self.discourse.pronoun(child)
        for entity in self._modifying(token):
            if entity.kind is not Kind.PERSON:
                return Actor(entity.name, entity.id, entity.name)
        if movement_named_by(token):
            return self.discourse.only_party(token, lambda party: is_movement(party, self.gazetteer))
        return None

    def _modifying(self, token: Token) -> list[Entity]:
        near = [word for child in token.children if child.dep_ in MODIFIERS for word in child.subtree]
        near += [word for of in children(token, "prep") if belongs(of) for word in of.subtree]
        named = mentions_among(near, self.mentions)
        return [
            mention.entities[0]
            for place, mention in enumerate(named)
            if len(mention.entities) == 1
            and not mention.covers(token)
            and not is_origin(mention, named[place + 1 : place + 2])
        ]

    def _group(self, token: Token) -> Actor | None:
        kept = [word for word in phrase_tokens(token) if word.pos_ != "DET" and word.tag_ != "POS"]
        names = frozenset(word.lower_ for word in kept if word.i != token.i)
        known = self.discourse.group(token.lower_, names)
        if known is not None:
            return replace(known, text=phrase(token))
        if not names and token.tag_ not in {"NNS", "NNPS"}:
            return None
        name = capitalised(phrase(token))
        whose = next((child for child in children(token, "poss") if is_pronoun(child)), None)
        owner = self.discourse.pronoun(whose) if whose is not None else None
        if whose is not None and owner is not None and owner.name:
            name = f"{owner.name}’s {' '.join(word.text for word in kept if word.i != whose.i)}"
        id_ = slug(" ".join(word.text for word in kept)) if owner is None else slug(name)
        return Actor(phrase(token), id_, name, resolved_by="group")

    def _recognised(self, token: Token) -> Actor | None:
        """Return somebody that only the entity recogniser or an earlier full name knows."""
        if token.pos_ != "PROPN":
            return None
        known = self.discourse.known_person(token.text)
        if known is not None and same_name(written_name(token), known.person or ""):
            return replace(known, text=phrase(token), resolved_by="name")
        span = next((ent for ent in token.doc.ents if ent.start <= token.i < ent.end), None)
        if span is None or span.label_ not in TITLE_LABELS | {"PERSON"}:
            return None
        if span.label_ != "PERSON":
            return Actor(span.text, slug(span.text), re.sub(r"^[Tt]he ", "", span.text))
        owner = None if is_partial(token) else self._owner(token)
        role = next(
            (bare_role(child) for child in children(token, "appos", "compound") if is_office(child)), None
        )
        for child in described_as(token):
            speaks = (
                (is_office(child) or lemma(child) == "member")
                and not is_former(child)
                and not is_partial(child)
            )
            owner = owner or (self._owner(child) if speaks else None)
        form = "appositive" if role else "name"
        alone = token.dep_ in SUBJECTS and not held_before(token) and not has_place(token)
        if owner is None and role is not None and alone:
            owner, form = self.discourse.state_in_focus(token), "context"
        party, name = (owner.party, owner.name) if owner else (None, None)
        return Actor(phrase(token), party, name, span.text, role, form)


def slug(text: str) -> str:
    """Return a text as an id: lower case letters and digits joined by underscores.

    Examples:
        >>> slug("Ukraine’s European allies")
        'ukraine_european_allies'
    """
    folded = unicodedata.normalize("NFKD", re.sub(r"[’']s\b", "", text.lower()))
    plain = "".join(char for char in folded if not unicodedata.combining(char))
    id_ = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:60].strip("_")
    return id_ if id_[:1].isalpha() else f"party_{id_}".rstrip("_")


def _is_metonym(entity: Entity, surface: str) -> bool:
    return entity.kind is Kind.STATE and surface.split(maxsplit=1)[0] not in entity.name.split()
