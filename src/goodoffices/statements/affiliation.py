"""For whom those act who are asked: everything that an interview says of it, weighed together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from goodoffices.statements.affiliation_clues import Clue, Where, clues_in, last_names
from goodoffices.statements.attribution import Attribution
from goodoffices.statements.belonging import names_of_people
from goodoffices.statements.home_state import home_state
from goodoffices.statements.person_names import fits
from goodoffices.statements.posts import Post
from goodoffices.statements.statement import Actor


@dataclass(frozen=True, slots=True)
class Told:
    """A line of an interview that is no answer.

    Attributes:
        doc: The line, parsed.
        attribution: Resolves its names.
        where: Where it stands.
    """

    doc: Doc
    attribution: Attribution
    where: Where


@dataclass(frozen=True, slots=True)
class Affiliations:
    """For whom people act, by what a whole interview says.

    Attributes:
        clues: What is said of people, and of the one who is asked, in the order of the text.
        home: Whose 'the government' is; None where the report leaves it open.
        issuer: Whose record it is by its head, as in 'Ministry of Defence of Chad'.
        presiding: The last name, in small letters, of whoever answers for the issuer.
        side: On whose side the one who is asked is, by 'your movement' and the like.
    """

    clues: tuple[Clue, ...] = ()
    home: Actor | None = None
    issuer: Actor | None = None
    presiding: str = ""
    side: Actor | None = None

    def of(self, actor: Actor, *, alone: bool, official: bool = False) -> Actor:
        """Return somebody with the party for which he or she is said to act, or with none.

        What stands beside the name comes before what is said of somebody without a name, and a named party
        before 'the government'. Somebody who is said to act for nobody has no party, whatever else a name
        in the sentence suggests. Where the text says two things of one person none is taken.

        Args:
            actor: A person, or somebody of whom only the office is known.
            alone: Whether nobody else is asked, so that 'he' and 'the negotiator' are this one.
            official: Whether a label or a line calls him or her by an office.
        """
        named = [one.post for one in self.clues if one.person and _same(one.person, actor.person or "")]
        unnamed = [one.post for one in self.clues if one.person is None] if alone else []
        for posts in (named, unnamed):
            party = _party(posts)
            if party is not None:
                return replace(actor, party=party.party, name=party.name)
        posts = [*named, *unnamed]
        private = any(post.private for post in named)
        last = (actor.person or actor.text).casefold().rpartition(" ")[2]
        official = official or alone or (last == self.presiding != "")
        if actor.party is None and self.issuer is not None and official and not private:
            return replace(actor, party=self.issuer.party, name=self.issuer.name)
        if any(post.states for post in posts) and self.home is not None:
            return replace(actor, party=self.home.party, name=self.home.name)
        if private:
            return replace(actor, party=None, name=None)
        if actor.party is None and self.side is not None and alone:
            return replace(actor, party=self.side.party, name=self.side.name)
        return actor


def _same(name: str, other: str) -> bool:
    """Tell whether two names can be one person's: 'Ana Diaz' and 'Diaz', in either order."""
    return fits(name, other) or fits(other, name)


def _party(posts: Sequence[Post]) -> Actor | None:
    """Return the party that posts name: the one named most often, of equals the first."""
    named = [post.party for post in posts if post.party is not None]
    often = Counter(party.party for party in named)
    return max(named, key=lambda party: often[party.party]) if named else None


def affiliations(
    passages: Sequence[Told],
    wanted: frozenset[str] = frozenset(),
    answers: Callable[[], Iterable[Told]] = tuple,
) -> Affiliations:
    """Return for whom people act by the introduction, captions, questions and credits of an interview.

    Args:
        passages: Its lines, parsed.
        wanted: Last names, in small letters, that labels give.
        answers: Gives the answers, parsed; it is asked only where 'the government' is nobody's without them.
    """
    clues: list[Clue] = []
    for told in passages:
        wanted |= last_names(names_of_people(told.doc, told.attribution, wanted))
        clues += clues_in(told.doc, told.attribution, wanted, told.where)
    home = None
    if any(clue.post.states for clue in clues):
        home = _home(passages) or _home([*passages, *answers()])
    return Affiliations(tuple(clues), home)


def _home(passages: Iterable[Told]) -> Actor | None:
    return home_state((told.doc, told.attribution) for told in passages)
