"""Whom a pronoun, a surname or 'the allies' stands for: the parties and people named so far."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from goodoffices.statements.lexicon import words
from goodoffices.statements.peoples import People
from goodoffices.statements.phrases import is_asked_about, is_source, names_several
from goodoffices.statements.scene import Scene
from goodoffices.statements.statement import Actor
from goodoffices.statements.syntax import SUBJECTS, heads_main_clause, subject, subject_ahead

PERSONAL = frozenset({"he", "she", "his", "her", "him", "hers", "himself", "herself"})
IMPERSONAL = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "their", "them", "theirs", "themselves"})
SPEAKER = frozenset({"we", "our", "us", "i", "my", "me", "ours", "mine", "ourselves", "myself"})
REACH = 3
"""Sentences that a pronoun may reach back."""
PRONOUNS = PERSONAL | IMPERSONAL | PLURAL | SPEAKER


def is_pronoun(token: Token, among: frozenset[str] = PRONOUNS) -> bool:
    """Tell whether a word is a personal pronoun; 'the US' is a state."""
    return token.lower_ in among and token.text != "US"


@dataclass(frozen=True, slots=True)
class Seen:
    """A party or person named in the report.

    Attributes:
        actor: Who it is.
        sentence: Running number of the sentence.
        token: Index of the token in its passage.
        is_subject: Whether it is the subject of a verb, or the one according to whom something is so.
        is_main: Whether it is the subject of the sentence's main clause.
        plural: Whether it names several.
        quoted: Whether it stands inside a quotation.
    """

    actor: Actor
    sentence: int
    token: int
    is_subject: bool
    plural: bool
    quoted: bool = False
    is_main: bool = False


@dataclass(slots=True)
class Discourse:
    """Memory of a report while it is read from top to bottom.

    It changes as the reading goes on, which is why it is the one class of the reader that is not frozen.

    Attributes:
        seen: Everyone named so far, in order of the text.
        topics: For each sentence whose subject is a thing and not a party, its running number.
        papers: Running numbers of the sentences that name a plan, an accord or another text.
        sentence: Running number of the sentence being read.
        people: Persons by their full, first and last names, the last named of several.
        groups: Groups by their name in lower case, in the order in which they were last named.
        parties: Ids of all parties named.
        peoples: Peoples by their own name and by the names of those who speak for them.
        scene: What the report has shown of people: for whom they act, who has been quoted, who is 'she'.
        opened: Running number of the first sentence of the passage being read.
        homes: The state in whose delegation somebody sits, by the person's name, whomever else it speaks for.
        author: Who writes the report in the first person, where it says so.
        quoted: Tokens of the passage being read that stand inside its quotations.
        organs: For 'government', 'army' and the like, the parties whose it was said to be.
    """

    seen: list[Seen] = field(default_factory=list)
    topics: set[int] = field(default_factory=set)
    papers: set[int] = field(default_factory=set)
    sentence: int = 0
    people: dict[str, Actor] = field(default_factory=dict)
    groups: dict[str, Actor] = field(default_factory=dict)
    parties: set[str] = field(default_factory=set)
    peoples: dict[str, People] = field(default_factory=dict)
    organs: dict[str, dict[str | None, Actor]] = field(default_factory=dict)
    homes: dict[str, Actor] = field(default_factory=dict)
    author: Actor | None = None
    scene: Scene = field(default_factory=Scene)
    opened: int = 0
    quoted: frozenset[int] = frozenset()

    def note(self, actor: Actor, token: Token) -> None:
        """Remember somebody named at a token."""
        if not is_asked_about(token) and not any(one.token == token.i for one in self._lately(self.sentence)):
            plural = names_several(token) or actor.resolved_by == "group" or token.lower_ in PLURAL
            first = next((one for one in token.conjuncts if one.dep_ in SUBJECTS), token)
            acting = subject(token.sent.root)  # which the parse may have as an apposition
            main = (first.dep_ in SUBJECTS and heads_main_clause(first.head)) or acting == token
            is_subject = first.dep_ in SUBJECTS or main or is_source(token)
            quoted = token.i in self.quoted
            self.seen.append(Seen(actor, self.sentence, token.i, is_subject, plural, quoted, main))
            self._index(actor)
            self.scene.learn(actor, f"{actor.role or ''} {actor.text}")

    def _index(self, actor: Actor) -> None:
        if actor.party is not None:
            self.parties.add(actor.party)
        if actor.person:
            names = actor.person.split()
            self.people |= dict.fromkeys((actor.person, names[0], names[-1]), actor)
            if (second := names[-1].rpartition("-")[2]) != names[-1]:
                self.people.setdefault(second, actor)  # 'Diaz' after 'Ana Lopez-Diaz'
        if actor.resolved_by == "group" and actor.name:
            self.groups.pop(actor.name.lower(), None)
            self.groups[actor.name.lower()] = actor

    def pronoun(self, token: Token, *, other_than: str | None = None) -> Actor | None:
        """Return whom a pronoun stands for, or None where the report leaves it open.

        A person is looked for among persons, 'it' among states and organisations, 'they' among groups.
        Subjects come before others and what stands nearer before what stands farther; a sentence
        whose subject is a thing bars 'it' from reaching back to a party.

        Args:
            token: The pronoun.
            other_than: Id of a party that it cannot stand for, such as the doer in "A helped its economy".
        """
        word = token.lower_
        outside = token.i not in self.quoted
        if word in SPEAKER:
            return next(iter(self.writing(token)), None)
        near = [
            one
            for one in self._before(token)
            if (one.actor.party is None or one.actor.party != other_than) and not (outside and one.quoted)
        ]
        if word in PERSONAL:
            people = [one for one in near if one.actor.person or _is_somebody(one)]
            may_be = [one for one in people if self.scene.fits(one.actor, word)]
            sure = [one for one in people if self.scene.are_known(one.actor, word)]
            since = max((one.sentence for one in sure), default=self.sentence)
            newer = any(one.is_main and one.sentence > since for one in may_be)  # who took the floor since
            fitting = may_be if newer else sure or may_be
            if len({one.actor.person or one.actor.text for one in fitting}) == 1:
                self.scene.learn(fitting[0].actor, word)
        elif word in IMPERSONAL and not self._a_thing_stands_between():
            fitting = [one for one in near if not one.actor.person and self.sentence - one.sentence <= 1]
            fitting = [one for one in fitting if not one.plural]
        elif word in PLURAL and not self._strangers_stand_between(token, near):
            fitting = [one for one in near if one.plural and self.sentence - one.sentence <= 2]
        else:
            fitting = []
        if not fitting:
            return self.scene.last_heard(token.text)
        ahead = subject_ahead(token)
        best = max(fitting, key=lambda one: (one.token in ahead, *self._salience(one)))
        named = best.actor.name or best.actor.person
        return replace(best.actor, text=token.text if named else best.actor.text, resolved_by="pronoun")

    def _salience(self, one: Seen) -> tuple[int, bool, bool, int]:
        """Rank who may be meant: of a sentence before, the subject of its main clause comes first."""
        main = one.is_main and one.sentence < self.sentence
        return one.sentence, main, one.is_subject, one.token

    def named_at(self, token: Token) -> Actor | None:
        """Return whom a word of the passage being read was taken for when it was read."""
        here = reversed(self._lately(self.opened))
        return next((one.actor for one in here if one.token == token.i), None)

    def writing(self, token: Token) -> tuple[Actor, ...]:
        """Return whom 'I' or 'we' stands for outside a quotation: whoever the heading says writes."""
        own = token.lower_ in SPEAKER and is_pronoun(token) and token.i not in self.quoted
        known = (self.author,) if self.author is not None else ()
        authors = self.scene.authors or known if own else ()
        return tuple(replace(one, text=token.text, resolved_by="pronoun") for one in authors)

    def known_person(self, name: str) -> Actor | None:
        """Return the person named earlier in full of whom only the surname or the first name is given now."""
        return self.people.get(name)

    def bearer(self, token: Token, role: str) -> Actor | None:
        """Return the person of the sentence before whom 'the minister' or 'the president' goes on about."""
        near = [one for one in self._before(token) if self.sentence - one.sentence <= 1]
        people = [one for one in near if one.actor.person or (one.is_main and _is_somebody(one))]
        fitting = [one for one in people if _may_be_called(one, role)]
        return fitting[-1].actor if fitting else None

    def state_in_focus(self, token: Token, fits: Callable[[str], bool] = bool) -> Actor | None:
        """Return the one party that this sentence or the one before is about, for 'the ministry'.

        Only a party that is a subject counts, and only if it is the only one of those that fit.
        """
        for sentence in (self.sentence, self.sentence - 1):
            parties = {
                one.actor.party: one.actor
                for one in self._before(token)
                if one.sentence == sentence and one.is_subject and one.actor.party and not one.plural
                if fits(one.actor.party)
            }
            if len(parties) == 1:
                return next(iter(parties.values()))
            if parties:
                return None
        return None

    def named_lately(self, token: Token) -> set[str | None]:
        """Return the parties that this sentence and the one before name."""
        near = (one for one in self._before(token) if self.sentence - one.sentence <= 1)
        return {one.actor.party for one in near if one.actor.party is not None}

    def two_in_focus(self, token: Token) -> tuple[Actor, ...]:
        """Return the two parties that 'both countries' of a sentence takes up: the only two named lately."""
        near = [one.actor for one in self._before(token) if self.sentence - one.sentence <= 1]
        named = {one.party: one for one in near if one.party is not None and one.resolved_by != "group"}
        return tuple(named.values()) if len(named) == len(("both", "of them")) else ()

    def may_own(self, owner: Actor, organ: str) -> bool:
        """Tell whether 'the government' can be a party's: not where the report has named another's alone."""
        named = self.organs.get(organ, {})
        return not named or owner.party in named

    def give(self, organ: str, owner: Actor) -> None:
        """Remember whose 'government' or 'army' the report has spoken of."""
        self.organs.setdefault(organ, {})[owner.party] = owner

    def only_owner(self, organ: str) -> Actor | None:
        """Return the one party whose 'government' the report has ever spoken of."""
        return next(iter(named.values())) if len(named := self.organs.get(organ, {})) == 1 else None

    def group(self, head: str, modifiers: frozenset[str]) -> Actor | None:
        """Return a group named earlier by the same noun with at least these modifiers."""
        for name, actor in reversed(self.groups.items()):
            names = set(name.split())
            fits = head in names and modifiers <= names
            if fits and not (names - modifiers) & words("not_resumed"):
                return actor
        return None

    def only_party(self, token: Token, fits: Callable[[str], bool]) -> Actor | None:
        """Return the one party named lately that fits, for 'the rebels' of a text about one movement."""
        near = {one.actor.party: one.actor for one in self._before(token) if one.actor.party}
        fitting = [actor for party, actor in near.items() if fits(party)]
        return fitting[0] if len(fitting) == 1 else None

    def may_be_text(self, token: Token, verb: str) -> bool:
        """Tell whether 'it' may be a text named in the sentence before: 'the accord. It calls for …'."""
        return (
            token.lower_ in IMPERSONAL
            and verb in words("document_verb")
            and self.sentence - 1 in self.papers
            and not any(one.sentence == self.sentence and one.is_subject for one in self._before(token))
        )

    def _a_thing_stands_between(self) -> bool:
        here = any(one.is_subject for one in self._lately(self.sentence))
        return not here and (self.sentence - 1) in self.topics

    @staticmethod
    def _strangers_stand_between(token: Token, near: list[Seen]) -> bool:
        """Tell whether 'their' has a nearer owner who is no party: 'Settlers refused, and their mayor …'."""
        plural = [
            word.i
            for word in token.sent
            if word.i < token.i and word.dep_ in SUBJECTS and word.tag_ in {"NNS", "NNPS"}
        ]
        known = {one.token for one in near}
        return bool(plural) and plural[-1] not in known

    def _before(self, token: Token) -> list[Seen]:
        found = self._lately(self.sentence - REACH)
        return [one for one in found if one.sentence < self.sentence or one.token < token.i]

    def _lately(self, since: int) -> list[Seen]:
        first = bisect_left(self.seen, since, key=lambda one: one.sentence)
        return self.seen[first:]


def _may_be_called(one: Seen, role: str) -> bool:
    """Tell whether a role can be somebody's of whom the report has spoken; anybody may be 'the speaker'."""
    known = one.actor.role
    if one.actor.person:
        return known is None or role in known.lower()
    return role == "speaker" or role == (known or "").lower().rpartition(" ")[2]


def _is_somebody(one: Seen) -> bool:
    """Tell whether a subject is one person whom the report does not name: 'an army spokesman'."""
    noun = (one.actor.role or "").lower().rpartition(" ")[2]
    holder = noun in words("office_holder_noun") | words("person_noun") | words("speaker_noun")
    return holder and one.is_subject and not one.plural
