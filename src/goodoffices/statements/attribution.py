"""For whom a noun phrase stands: name, appositive, role, metonym, group or pronoun."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from spacy.tokens import Token

from goodoffices.statements.coreference import PRONOUNS, Discourse
from goodoffices.statements.gazetteer import Entity, Gazetteer, Kind
from goodoffices.statements.lexicon import words
from goodoffices.statements.names import Mention, mention_at, mentions_among
from goodoffices.statements.statement import Actor
from goodoffices.statements.syntax import SUBJECTS, children, lemma

MODIFIERS = frozenset({"amod", "compound", "nmod", "poss", "nummod", "det"})
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
    mentions: tuple[Mention, ...]
    discourse: Discourse

    def actors(self, token: Token) -> tuple[Actor, ...]:
        """Return whom a noun phrase and the phrases joined to it by 'and' stand for; things are left out."""
        joined = [token, *(child for child in token.conjuncts if child.i > token.i)]
        found = (self.actor(one) for one in joined)
        return tuple(actor for actor in found if actor is not None)

    def actor(self, token: Token) -> Actor | None:
        """Return whom a noun phrase stands for, given its head; None where it stands for a thing."""
        if token.lower_ in PRONOUNS:
            return self.discourse.pronoun(token)
        found = self._named(token) or self._role(token) or self._recognised(token)
        if found is not None:
            self.discourse.note(found, token)
        return found

    def named_in(self, token: Token) -> Actor | None:
        """Return the one person that a noun phrase names anywhere, where the parse has its head wrong."""
        for mention in mentions_among(list(token.subtree), self.mentions):
            if len(mention.entities) == 1 and mention.entities[0].kind is Kind.PERSON:
                return self._person(mention.entities[0], mention, token.doc[mention.end - 1])
        return None

    def _named(self, token: Token) -> Actor | None:
        mention = mention_at(token, self.mentions)
        if mention is None or mention.demonym:
            return self._people(mention, token) if mention else None
        if mention.end <= token.i or not _is_head(token, mention):
            return None
        entity = self._choose(mention, token)
        if entity is None:
            return None
        if entity.kind is Kind.PERSON:
            return self._person(entity, mention, token)
        form = "metonym" if _is_metonym(entity, mention.surface) else "name"
        return Actor(mention.surface, entity.id, entity.name, resolved_by=form)

    def _people(self, mention: Mention, token: Token) -> Actor | None:
        """Return the state for 'the Russians', None for the adjective in 'the Russian invasion'."""
        if token.pos_ == "ADJ" or mention.end - 1 != token.i or token.dep_ in MODIFIERS:
            return None
        entity = mention.entities[0]
        return Actor(_phrase(token), entity.id, entity.name, resolved_by="demonym")

    def _choose(self, mention: Mention, token: Token) -> Entity | None:
        """Return what an ambiguous name stands for: somebody already named, or whom the modifiers fit."""
        if len(mention.entities) == 1:
            return mention.entities[0]
        parties = {self.gazetteer.party_of(entity).id for entity in mention.entities}
        if len(parties) == 1:
            return mention.entities[0]
        known = {one.actor.party for one in self.discourse.seen if one.actor.party}
        named = {one.actor.person for one in self.discourse.seen if one.actor.person}
        near = {self.gazetteer.party_of(entity).id for entity in self._modifying(token)}
        by_name = [entity for entity in mention.entities if entity.name in named]
        by_modifier = [entity for entity in mention.entities if self.gazetteer.party_of(entity).id in near]
        by_party = [entity for entity in mention.entities if self.gazetteer.party_of(entity).id in known]
        for fitting in (by_name, by_modifier, by_party):
            if len({self.gazetteer.party_of(entity).id for entity in fitting}) == 1:
                return fitting[0]
        return None

    def _person(self, entity: Entity, mention: Mention, token: Token) -> Actor:
        party = self.gazetteer.party_of(entity)
        role = _title(token, mention)
        named = party if party.kind is not Kind.PERSON else None
        return Actor(
            text=_phrase(token),
            party=named.id if named else None,
            name=named.name if named else None,
            person=entity.name,
            role=role,
            resolved_by="appositive" if role else "name",
        )

    def _role(self, token: Token) -> Actor | None:
        """Return the party for which a role, organ or group of parties speaks."""
        noun = lemma(token)
        apposed = next((self._named(child) for child in children(token, "appos")), None)
        if apposed is not None and noun in words("organ_noun"):
            return replace(apposed, text=_phrase(token), role=_bare_role(token), resolved_by="appositive")
        owner = self._owner(token)
        if noun in words("group_noun") and token.tag_ in {"NNS", "NNPS"} and noun not in words("organ_noun"):
            return self._group(token)
        if noun in words("organ_noun") or self.gazetteer.office_kind(noun):
            return self._organ(token, owner)
        if noun in words("person_noun"):
            return Actor(_phrase(token), role=_bare_role(token), resolved_by="role")
        return None

    def _organ(self, token: Token, owner: Actor | None) -> Actor | None:
        """Return whom an office holder or an organ speaks for, by its owner or by what the text is about."""
        bare = token.tag_ not in {"NNS", "NNPS"} and any(child.lower_ == "the" for child in token.children)
        if owner is None and bare and lemma(token) in words("office_holder_noun"):
            bearer = self.discourse.bearer(token, lemma(token))
            if bearer is not None:
                return replace(bearer, text=_phrase(token), resolved_by="role")
        if owner is None and bare and lemma(token) in words("state_organ_noun"):
            owner = self.discourse.state_in_focus(token)
            if owner is not None:
                return Actor(_phrase(token), owner.party, owner.name, None, _bare_role(token), "context")
        if owner is not None:
            names = (child.text for child in children(token, "appos") if child.ent_type_ == "PERSON")
            return Actor(
                _phrase(token), owner.party, owner.name, next(names, None), _bare_role(token), "role"
            )
        return self._group(token) or Actor(_phrase(token), role=_bare_role(token), resolved_by="role")

    def _owner(self, token: Token) -> Actor | None:
        """Return the party in 'Russian officials', 'its spokesperson', 'the army of Mali'."""
        for child in children(token, "poss"):
            if child.lower_ in PRONOUNS:
                return self.discourse.pronoun(child)
        for entity in self._modifying(token):
            if entity.kind is not Kind.PERSON:
                return Actor(entity.name, entity.id, entity.name)
        return None

    def _modifying(self, token: Token) -> list[Entity]:
        phrase = [word for child in token.children if child.dep_ in MODIFIERS for word in child.subtree]
        phrase += [word for of in children(token, "prep") if of.lower_ in {"of", "in"} for word in of.subtree]
        return [
            mention.entities[0]
            for mention in mentions_among(phrase, self.mentions)
            if len(mention.entities) == 1 and not mention.covers(token)
        ]

    def _group(self, token: Token) -> Actor | None:
        kept = [word for word in _phrase_tokens(token) if word.pos_ != "DET" and word.tag_ != "POS"]
        names = frozenset(word.lower_ for word in kept if word.i != token.i)
        known = self.discourse.group(token.lower_, names)
        if known is not None:
            return replace(known, text=_phrase(token))
        if not names and token.tag_ not in {"NNS", "NNPS"}:
            return None
        phrase = _phrase(token)
        return Actor(
            phrase, slug(" ".join(word.text for word in kept)), _capitalised(phrase), resolved_by="group"
        )

    def _recognised(self, token: Token) -> Actor | None:
        """Return somebody that only the entity recogniser or an earlier full name knows."""
        if token.pos_ != "PROPN":
            return None
        known = self.discourse.known_person(token.text)
        if known is not None:
            return replace(known, text=_phrase(token), resolved_by="name")
        span = next((ent for ent in token.doc.ents if ent.start <= token.i < ent.end), None)
        if span is None or span.label_ not in TITLE_LABELS | {"PERSON"}:
            return None
        if span.label_ != "PERSON":
            return Actor(span.text, slug(span.text), re.sub(r"^[Tt]he ", "", span.text))
        owner = self._owner(token)
        role = next(
            (_bare_role(child) for child in children(token, "appos", "compound") if _is_office(child)), None
        )
        for child in children(token, "appos"):
            owner = owner or (self._owner(child) if _is_office(child) else None)
        form = "appositive" if role else "name"
        if owner is None and role is not None and token.dep_ in SUBJECTS:
            owner, form = self.discourse.state_in_focus(token), "context"
        party, name = (owner.party, owner.name) if owner else (None, None)
        return Actor(_phrase(token), party, name, span.text, role, form)


def slug(text: str) -> str:
    """Return a text as an id: lower case letters and digits joined by underscores.

    Examples:
        >>> slug("Ukraine’s European allies")
        'ukraine_european_allies'
    """
    plain = re.sub(r"[’']s\b", "", text.lower())
    id_ = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:60].strip("_")
    return id_ if id_[:1].isalpha() else f"party_{id_}".rstrip("_")


def _is_head(token: Token, mention: Mention) -> bool:
    return token.i == mention.end - 1 or not any(
        mention.covers(child) and child.i > token.i for child in token.children if child.dep_ != "case"
    )


def _is_metonym(entity: Entity, surface: str) -> bool:
    return entity.kind is Kind.STATE and surface.split(maxsplit=1)[0] not in entity.name.split()


def _is_office(token: Token) -> bool:
    return lemma(token) in words("organ_noun")


def _phrase_tokens(token: Token) -> list[Token]:
    kept = {token.i}
    for child in token.children:
        if child.dep_ in MODIFIERS or (child.dep_ == "appos" and child.pos_ == "PROPN"):
            kept |= {word.i for word in child.subtree if word.dep_ not in {"relcl", "acl", "prep"}}
    return [token.doc[index] for index in range(min(kept), max(kept) + 1) if index in kept]


def _phrase(token: Token) -> str:
    tokens = _phrase_tokens(token)
    return token.doc[tokens[0].i : tokens[-1].i + 1].text


def _title(token: Token, mention: Mention) -> str | None:
    before = [
        word
        for word in _phrase_tokens(token)
        if word.i < mention.start and word.ent_type_ not in {"GPE", "NORP"}
    ]
    kept = [
        word.text for word in before if word.pos_ in {"PROPN", "NOUN", "ADJ"} and word.ent_type_ != "DATE"
    ]
    return " ".join(kept) or None


def _bare_role(token: Token) -> str:
    kept = [
        child for child in token.children if child.dep_ in {"compound", "amod"} and child.ent_type_ != "NORP"
    ]
    return " ".join(word.text for word in sorted([*kept, token], key=lambda word: word.i))


def _capitalised(text: str) -> str:
    text = re.sub(r"^(?:the|a|an|its|their) ", "", text, flags=re.IGNORECASE)
    return text[:1].upper() + text[1:]
