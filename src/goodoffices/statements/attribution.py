"""For whom a noun phrase stands: name, appositive, role, metonym, group or pronoun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from goodoffices.statements.ambiguity import choose, is_metonym
from goodoffices.statements.both_sides import both_sides
from goodoffices.statements.coreference import Discourse, is_pronoun
from goodoffices.statements.gazetteer import Entity, Gazetteer, Kind
from goodoffices.statements.groups import body_named, group_of, is_pair
from goodoffices.statements.lexicon import words
from goodoffices.statements.names import Mention, Mentions, mentions_among
from goodoffices.statements.offices import may_hold, other_owners
from goodoffices.statements.owners import Owners
from goodoffices.statements.party_ids import slug
from goodoffices.statements.peoples import people_of
from goodoffices.statements.phrases import (
    MODIFIERS,
    bare_role,
    capitalised,
    described_as,
    full_name,
    has_place,
    held_before,
    is_former,
    is_head_of,
    is_office,
    is_ones_deputy,
    is_partial,
    is_private,
    phrase,
    same_name,
    title,
    whole_of,
    written_name,
)
from goodoffices.statements.principals import (
    BODY_LABELS,
    body_of_member,
    bracketed,
    led_by,
    presides,
    principal_of,
    spoken_of,
)
from goodoffices.statements.ranks import bearer_of_rank
from goodoffices.statements.roll import Roll
from goodoffices.statements.statement import Actor
from goodoffices.statements.syntax import SUBJECTS, children, lemma


@dataclass(frozen=True, slots=True)
class Attribution:
    """What is needed to resolve the noun phrases of one passage.

    Attributes:
        gazetteer: Names of states, organisations and people.
        mentions: The names found in the passage.
        discourse: Everyone named so far; it grows while the passage is read.
        roll: The parties that the report has named by name.
    """

    gazetteer: Gazetteer
    mentions: Mentions
    discourse: Discourse
    roll: Roll

    @property
    def owners(self) -> Owners:
        """Finds whose an office or an organ is."""
        return Owners(self.gazetteer, self.mentions, self.discourse, self.roll)

    def actors(self, token: Token) -> tuple[Actor, ...]:
        """Return whom a noun phrase and the phrases joined to it by 'and' stand for; things are left out."""
        if is_pair(token) and (two := self.discourse.two_in_focus(token)):
            return tuple(replace(one, text=phrase(token), resolved_by="context") for one in two)
        if facing := both_sides(token, self.discourse, self.roll, self.gazetteer):
            return facing
        joined = [token, *(child for child in token.conjuncts if child.i > token.i)]
        for beside in children(token, "appos"):
            listed = beside.i in self.mentions and token.i in self.mentions and not is_office(beside)
            listed = listed and not any(word.tag_ == "WDT" for word in token.doc[token.i : beside.i])
            joined += [beside] if listed and beside.pos_ == "PROPN" else []
            joined += [child for child in beside.conjuncts if child.i > beside.i]
        found = (actor for one in joined for actor in self._each(one))
        by_party: dict[tuple[str | None, str], Actor] = {}
        for one in found:
            if one is not None:
                by_party.setdefault((one.party, one.person or one.party or one.text), one)
        return tuple(by_party.values())

    def _each(self, token: Token) -> Iterator[Actor | None]:
        """Yield whom a noun phrase stands for, one for each owner in 'the ministers of Egypt and Jordan'."""
        first = self.actor(token)
        yield first
        yield from self.discourse.writing(token)[1:]
        if first is not None and first.party is not None and first.person is None:
            for owner in other_owners(token, self.mentions):
                yield replace(first, party=owner.id, name=owner.name)

    def actor(self, token: Token) -> Actor | None:
        """Return whom a noun phrase stands for, given its head; None where it stands for a thing."""
        if token.i == 0 and token.text in {"It", "I"} and self.roll.enacting is not None:
            return self.roll.enacting
        if is_pronoun(token):
            return self.discourse.pronoun(token)
        if (of := whole_of(token)) is not None and (whole := self.actor(of)) is not None:
            part = replace(whole, text=phrase(token), person=full_name(token), role=None, resolved_by="role")
            self.discourse.note(part, token)
            return part
        found = self._named(token) or self._role(token) or self._titled(token) or self._recognised(token)
        if found is not None:
            found = self.discourse.scene.acting(self._speaking_for(self._for_its_people(found, token), token))
            self.discourse.note(found, token)
        return found

    def _speaking_for(self, actor: Actor, token: Token) -> Actor:
        """Return a person with the party for which the report says here that he or she speaks."""
        if actor.person is None and not is_office(token):
            return actor
        beside = bracketed(token, self.mentions) or body_of_member(token, self.mentions)
        if beside is not None and not presides(token):
            actor = replace(actor, party=beside.id, name=beside.name)
            self.discourse.homes |= {actor.person or actor.text: replace(actor, person=None)}
        principal = principal_of(token) or (led_by(token) if actor.party is None else None)
        whom = self.actor(principal) if principal is not None and principal.i != token.i else None
        return actor if whom is None or whom.person else replace(actor, party=whom.party, name=whom.name)

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
        entity = choose(mention, self.owners.modifying(token), self.discourse, self.gazetteer)
        if entity is None:
            return None
        earlier = self.discourse.people.get(mention.surface)
        if entity.kind is Kind.PERSON and earlier is not None and earlier.person != entity.name:
            return replace(earlier, text=phrase(token), resolved_by="name")
        if entity.kind is Kind.PERSON:
            return self._person(entity, mention, token)
        form = "metonym" if is_metonym(entity, mention.surface) else "name"
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
        states = [entity for office in offices for entity in self.owners.modifying(office)]
        return next((entity for entity in states if entity.kind is Kind.STATE), None)

    def _role(self, token: Token) -> Actor | None:
        """Return the party for which a role, organ or group of parties speaks."""
        noun = lemma(token)
        if (bearer := bearer_of_rank(token, self.discourse)) is not None:
            return bearer
        apposed = next((self._named(child) for child in children(token, "appos")), None)
        owner = None if is_former(token) else self.owners.of(token)
        if apposed is not None and (noun in words("organ_noun") or self.gazetteer.office_kind(noun)):
            stated = owner is not None and owner.party is not None and not is_partial(token)
            whose = owner if stated else apposed
            left = is_former(token) and not self.owners.in_office(token)
            party, name = (None, None) if left or whose is None else (whose.party, whose.name)
            role = bare_role(token)
            return replace(
                apposed, text=phrase(token), party=party, name=name, role=role, resolved_by="appositive"
            )
        if noun in words("group_noun") and token.tag_ in {"NNS", "NNPS"} and noun not in words("organ_noun"):
            return group_of(token, self.discourse)
        if noun in words("organ_noun") or self.gazetteer.office_kind(noun):
            return self._organ(token, owner)
        sent_by = self.owners.sender(token, owner)
        if sent_by is not None:
            return Actor(
                phrase(token), sent_by.party, sent_by.name, full_name(token), bare_role(token), "role"
            )
        if noun in words("person_noun"):
            return Actor(phrase(token), person=full_name(token), role=bare_role(token), resolved_by="role")
        return None

    def _not_the_state(self, token: Token, owner: Actor | None) -> Actor:
        """Return who 'Sudanese rebels', 'the movement' or 'the governor of Georgia' are: not the state."""
        party = self.gazetteer.parties.get(owner.party) if owner is not None and owner.party else None
        bare = owner is None and any(child.lower_ == "the" for child in token.children)
        if party is None and bare and lemma(token) in words("movement_noun"):
            owner = self.owners.only_movement(token)
        owner = owner or self.owners.of_rebels(token)
        if owner is not None and (party is None or party.kind is not Kind.STATE or is_ones_deputy(token)):
            person = full_name(token)
            return Actor(phrase(token), owner.party, owner.name, person, bare_role(token), "role")
        alone = lemma(token) in words("single_noun") and token.tag_ not in {"NNS", "NNPS"}
        group = None if alone else group_of(token, self.discourse)
        return group or Actor(phrase(token), role=bare_role(token), resolved_by="role")

    def _organ(self, token: Token, owner: Actor | None) -> Actor | None:
        """Return whom an office holder or an organ speaks for, by its owner or by what the text is about."""
        if is_partial(token):
            return self._not_the_state(token, owner)
        bare = token.tag_ not in {"NNS", "NNPS"} and any(child.lower_ == "the" for child in token.children)
        owner = owner or (self.owners.by_office(token) if bare else self.owners.of_speaker(token))
        owner = owner or self.owners.beside(token)
        if owner is None and bare and lemma(token) in words("office_holder_noun") | words("speaker_noun"):
            bearer = self.discourse.bearer(token, lemma(token))
            if bearer is not None and may_hold(bearer, lemma(token), self.gazetteer):
                role = bearer.role or lemma(token)
                return replace(bearer, text=phrase(token), role=role, resolved_by="role")
        if owner is None and bare and lemma(token) in words("state_organ_noun"):
            owner = self.owners.in_focus(token)
            if owner is not None and self.discourse.may_own(owner, lemma(token)):
                return Actor(phrase(token), owner.party, owner.name, None, bare_role(token), "context")
            owner = None
        if owner is not None:
            person = full_name(token)
            self.discourse.give(lemma(token), owner)
            return Actor(phrase(token), owner.party, owner.name, person, bare_role(token), "role")
        holder = lemma(token) in words("office_holder_noun") or self.gazetteer.office_kind(lemma(token))
        one = token.tag_ not in {"NNS", "NNPS"} and holder
        known = None if one else group_of(token, self.discourse)
        return known or Actor(phrase(token), None, None, full_name(token), bare_role(token), "role")

    def _recognised(self, token: Token) -> Actor | None:
        """Return somebody that only the entity recogniser or an earlier full name knows."""
        if token.pos_ != "PROPN":
            return None
        known = self.discourse.known_person(token.text)
        if known is not None and same_name(written_name(token), known.person or ""):
            return replace(known, text=phrase(token), resolved_by="name")
        span = next((ent for ent in token.doc.ents if ent.start <= token.i < ent.end), None)
        label = None if span is None else span.label_
        person = (
            span.text if span is not None and label == "PERSON" else spoken_of(token, label, self.mentions)
        )
        if person is None:
            return None if span is None or label not in BODY_LABELS else body_named(span.text)
        owner = None if is_partial(token) or is_private(token) else self.owners.of(token)
        role = next(
            (bare_role(child) for child in children(token, "appos", "compound") if is_office(child)), None
        )
        for child in described_as(token):
            owner = owner or self.owners.by_description(child)
        form = "appositive" if role else "name"
        alone = token.dep_ in SUBJECTS and not held_before(token) and not has_place(token)
        if owner is None and role is not None and alone:
            owner, form = self.owners.only_one_near(token), "context"
        party, name = (owner.party, owner.name) if owner else (None, None)
        return Actor(phrase(token), party, name, person, role, form)
