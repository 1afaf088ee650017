"""Who is asked or speaks: how reports introduce the people whose words they print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc

from goodoffices.statements.affiliation import Affiliations
from goodoffices.statements.asked import introduced_in, likelihood, names_several_asked, names_somebody_asked
from goodoffices.statements.attribution import Attribution
from goodoffices.statements.belonging import asks_for_a_living, names_of_people
from goodoffices.statements.coreference import Discourse
from goodoffices.statements.guests import called_in, is_addressed, unnamed
from goodoffices.statements.journalists import journalists_in
from goodoffices.statements.labels import (
    in_ordinary_letters,
    is_initials,
    is_titled_person,
    talk,
    without_titles,
)
from goodoffices.statements.lexicon import words
from goodoffices.statements.names import Names, find_mentions
from goodoffices.statements.party_ids import slug
from goodoffices.statements.person_names import fits, is_office_name, plain_name
from goodoffices.statements.roll import Roll
from goodoffices.statements.short_names import with_short_names
from goodoffices.statements.speaking_turns import Part, Turn
from goodoffices.statements.statement import Actor
from goodoffices.statements.syntax import lemma, own_subject


@dataclass(slots=True)
class Cast:
    """Who takes part in an interview or a broadcast; it grows while the report is read.

    Attributes:
        asked: Who is asked, as the report has introduced them, the last one last.
        answered: Whether an answer has been read.
        known: Speakers by their labels.
        people: Everyone named, by name.
        named: How often each of them is named.
        askers: Names of those who are said to be journalists.
        wanted: Last names, in small letters, that labels give.
        voices: How many different labels there are before answers.
        announced: Whether the report says that somebody was asked.
        aliases: Full names by the labels for which the report gives them, as in 'Ana Diaz (AD)'.
        several: Whether several people are asked, so that an answer is nobody's unless one is called.
        called: Whom the last question calls by name.
        guest: Whom a line at the head shows to be the guest, as in 'Guest: Ana Diaz'.
        affiliations: For whom people act, by what the whole report says.
    """

    wanted: frozenset[str] = frozenset()
    voices: int = 0
    aliases: Mapping[str, str] = field(default_factory=dict)
    several: bool = False
    called: Actor | None = None
    guest: str | None = None
    announced: bool = False
    asked: list[Actor] = field(default_factory=list)
    answered: bool = False
    known: dict[str, Actor | None] = field(default_factory=dict)
    people: dict[str, Actor] = field(default_factory=dict)
    named: Counter[str] = field(default_factory=Counter)
    askers: set[str] = field(default_factory=set)
    affiliations: Affiliations = field(default_factory=Affiliations)

    def introduce(self, doc: Doc, attribution: Attribution, *, in_question: bool = False) -> None:
        """Take up whom a passage introduces; once an answer has been given a question introduces nobody."""
        if in_question:
            name = called_in(doc.text, self.people)
            self.called = self.people[name] if name is not None else None
            if self.answered:
                return
        self.announced |= any(names_somebody_asked(doc))
        self.several |= not in_question and names_several_asked(doc)
        self.announced |= any(token.lower_ in talk("announcing_word") for token in doc)
        for called in names_of_people(doc, attribution, self.wanted):
            self.named[self.note(called)] += not in_question
        writers = journalists_in([doc.text.strip()])
        self.askers |= {name for name in self.people if name.casefold().rpartition(" ")[2] in writers}
        self.askers |= set(asks_for_a_living(doc))
        self.asked += [actor for actor in introduced_in(doc, attribution) if actor.person not in self.askers]
        if in_question:
            self.asked += [self.people[name] for name in self.people if is_addressed(name, doc.text)]

    def note(self, called: str) -> str:
        """Remember a person and return the full name."""
        name = self._in_full(called)
        self.people.setdefault(name, Actor(name, person=name))
        return name

    def _in_full(self, name: str) -> str:
        """Return the full name under which somebody was named before, else the name itself."""
        known = (full for full in self.people if " " not in name and full != name and fits(name, full))
        return next(known, name)

    def with_party(self, actor: Actor, *, official: bool = False) -> Actor:
        """Return an actor with the party for which the report says that the person acts.

        Args:
            actor: Who speaks.
            official: Whether a label calls him or her by an office.
        """
        if actor.person is not None:
            text = actor.person if actor.resolved_by == "pronoun" else actor.text
            actor = replace(actor, text=text, person=plain_name(actor.person))
        known = [word.casefold() for word in f"{actor.text} {actor.role or ''}".split()]
        official = official or not words("organ_noun").isdisjoint(known)
        return self.affiliations.of(actor, alone=self.one_answers, official=official)

    @property
    def one_answers(self) -> bool:
        """Whether nobody else answers, as far as the labels show."""
        return self.voices <= 1 and not self.several

    @property
    def interviewee(self) -> Actor | None:
        """Who is asked: the last who is introduced so; 'the former miner' is the one person named."""
        last = self.asked[-1] if self.asked else None
        if last is None or last.person is not None:
            return last
        people = [actor for name, actor in self.people.items() if name not in self.askers]
        return replace(people[0], role=last.role) if len(people) == 1 else last


Parse = Callable[[str], Doc]


@dataclass(frozen=True, slots=True)
class Speakers:
    """Finds out whose words a turn is.

    Attributes:
        parse: The parser, for names and offices that stand in a label and in no sentence.
        names: Names of states, organisations and people.
        discourse: Everyone named so far.
        roll: The parties that the report has named by name.
        cast: Who takes part.
    """

    parse: Parse
    names: Names
    discourse: Discourse
    roll: Roll
    cast: Cast = field(default_factory=Cast)

    def of(self, turn: Turn) -> Actor | None:
        """Return whose words a passage is; None for questions and where the report leaves it open."""
        if turn.part is Part.ANSWER:
            if not self.cast.answered and self.cast.interviewee is None:
                self.cast.asked += self._only_one_named()
            self.cast.answered = True
            asked = self.cast.called or (None if self.cast.several else self.cast.interviewee)
            return asked if asked is None else self.cast.with_party(asked)
        if turn.part not in {Part.NAMED, Part.ADDRESS} or not turn.name:
            return None
        key = f"{turn.name}|{turn.role}"
        if key not in self.cast.known:
            self.cast.known[key] = self._named(turn.name, turn.role)
        return self.cast.known[key]

    def unnamed(self, before: str) -> Actor:
        """Return who answers where the report names nobody, with the party that it says is theirs.

        Args:
            before: The report up to the words of the answer.
        """
        return self.cast.with_party(unnamed(before, several=self.cast.several))

    def _only_one_named(self) -> list[Actor]:
        """Return the one person whom the introduction names, for whom it names a party, or names most often.

        It must give an office or a party, or say that somebody was asked.
        """
        people = [name for name in self.cast.people if self._may_answer(name)]
        full = [name for name in people if not any(name != other and fits(name, other) for other in people)]
        often = {name: sum(self.cast.named[one] for one in people if fits(one, name)) for name in full}
        speaking = [
            name for name in full if self.cast.affiliations.of(self.cast.people[name], alone=False).party
        ]
        if len(speaking) == 1 < len(full) and self.cast.guest is None:
            return [self.cast.people[speaking[0]]]
        first, *others = sorted(full, key=lambda name: -often[name]) or [""]
        if self.cast.guest is not None:
            first, others = self.cast.note(self.cast.guest), []
        told = self.cast.guest or self.cast.announced or often.get(first, 0) > 1
        if not first or (others and not (told and often[first] > often[others[0]])):
            return []
        known = self.discourse.people.get(first) if self.cast.guest is None else None
        found = known if known is not None and (known.party or known.role) else self.cast.people[first]
        found = self.cast.with_party(found)
        return [found] if told or found.party or found.role else []

    def _may_answer(self, name: str) -> bool:
        return self.cast.named[name] > 0 and not any(
            fits(name, asker) or fits(asker, name) for asker in self.cast.askers
        )

    def _named(self, name: str, role: str) -> Actor | None:
        plain = plain_name(without_titles(name))
        if any(fits(plain, asker) for asker in self.cast.askers):
            return None
        plain = self.cast.aliases.get(name.casefold(), plain)
        office = is_office_name(plain) and not is_initials(plain)
        known = self._by_office(plain) if office else self._known(plain)
        if known is not None and known.party is not None:
            return known
        stated = self._stated(plain, role)
        same = known is None or (stated.person is not None and fits(stated.person, known.person or ""))
        alone = not role and " " not in plain
        listed = stated.party in self.names.gazetteer.parties
        if listed and is_titled_person(name) and stated.person is None and not role:
            return self.cast.with_party(known or _person(in_ordinary_letters(plain)))
        if stated.party is not None and same and not (alone and (stated.person or not listed)):
            return stated
        shown = known or self._by_office(plain) or (_person(in_ordinary_letters(plain)) if alone else stated)
        return self.cast.with_party(shown, official=is_office_name(plain))

    def _known(self, plain: str) -> Actor | None:
        """Return the person whom the report has named in full: by surname, full name or initials."""
        named = (*self.discourse.people.values(), *self.cast.asked, *self.cast.people.values())
        people = [actor for actor in named if actor.person and fits(plain, actor.person)]
        people = people or self._by_given_name(plain)
        unwritten = {one.person for one in people if (one.person or "") not in self.roll.text}
        people.sort(key=lambda one: (one.person in unwritten, one.party is None, -len(one.person or "")))
        found = people[0] if people else None
        return None if found is None else self.cast.with_party(found)

    def _by_given_name(self, plain: str) -> list[Actor]:
        """Return the one person of that given name: 'Eleni' for 'Eleni Hadjis'."""
        given = [one for name, one in self.cast.people.items() if name.split()[:-1][:1] == [plain]]
        return given if len({one.person for one in given}) == 1 else []

    def _by_office(self, plain: str) -> Actor | None:
        """Return who holds the office that a label names: the one person introduced with it."""
        last = plain.casefold().rpartition(" ")[2]
        if last not in words("organ_noun") | words("person_noun"):
            return None
        holders = {
            actor.label: actor
            for actor in (*self.cast.asked, *(one.actor for one in self.discourse.seen))
            if actor.role and last in actor.role.casefold().split() and not is_office_name(actor.person or "")
        }
        asked = self.cast.interviewee
        if not holders and asked is not None and asked.role and last in asked.role.casefold().split():
            holders = {asked.label: asked}
        return self.cast.with_party(next(iter(holders.values()))) if len(holders) == 1 else None

    def _stated(self, plain: str, role: str) -> Actor:
        """Return whom a label names by itself: 'Jordan', 'SWAPO delegate Nickey Shilongo'."""
        shown = in_ordinary_letters(plain)
        owner = self._party_alone(role)
        if owner is not None:
            return Actor(shown, owner.party, owner.name, shown)
        texts = [f"{role} {shown} said so.", f"{shown}, {role}, said so."] if role else [f"{shown} said so."]
        actors = [self._subject_of(text) for text in texts]
        best = max((actor for actor in actors if actor is not None), key=likelihood, default=None)
        if best is not None:
            return replace(best, text=shown)
        named = {word.casefold().strip(",") for word in shown.split()}
        if named.isdisjoint(talk("group_word") | talk("post_noun")):
            return _person(shown)
        return Actor(shown, slug(shown), shown)  # 'People's Front of the Green River'

    def _party_alone(self, role: str) -> Actor | None:
        """Return the state or organisation that is all that a label says beside a name: '(Jordan)'."""
        doc = self.parse(f"{role} said so.") if role else None
        if doc is None:
            return None
        mentions = find_mentions(doc, self.names, None)
        first = mentions.get(0)
        if first is None or first.demonym or first.surface != role or len(first.entities) != 1:
            return None
        party = self.names.gazetteer.party_of(first.entities[0])
        return Actor(role, party.id, party.name)

    def _subject_of(self, text: str) -> Actor | None:
        doc = self.parse(text)
        mentions = with_short_names(doc, find_mentions(doc, self.names, None), self.roll)
        attribution = Attribution(self.names.gazetteer, mentions, Discourse(), self.roll)
        who = next((own_subject(token) for token in doc if lemma(token) == "say"), None)
        return attribution.actor(who) if who is not None else None


def _person(name: str) -> Actor:
    return Actor(name, person=name)
