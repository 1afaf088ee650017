"""The rule by which two statements tell of one act.

It errs towards two acts: an act that is listed twice is seen and read, one that is swallowed is lost.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

from goodoffices.reports.report import Report
from goodoffices.statements.acts import ANSWERS, Act
from goodoffices.statements.answers import FEWEST_SHARED, content_words
from goodoffices.statements.gazetteer import Gazetteer
from goodoffices.statements.statement import Modality, Statement

WINDOW = dt.timedelta(days=7)
"""How far apart reports of one act may be; what is said again later is a new act that reaffirms it."""
FEWEST_VERBATIM = 8
"""Words that evidence must have to be known again by its words alone; fewer may be alike by chance."""
SHARE = 2 / 3
"""Share of the shorter content's words that must be in the longer one."""
TURNING = {
    **dict.fromkeys(("not", "no", "never", "without", "nor", "neither", "cannot"), "not"),
    **{word: word for word in ("before", "after", "until", "unless", "except", "only")},
}
"""Words that turn a content round: contents that differ in one are not the same."""
TELLING_APART = re.compile(
    r"(?:north|south|east|west)\w*|\d.*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|"
    r"ninety|half|hundreds?|thousands?|millions?"
)
"""Numbers and directions: words that tell one thing from another as names do."""

_WORD = re.compile(r"\w+(?:[’'.,]\w+)*")


@dataclass(frozen=True, slots=True)
class Telling:
    """A statement with what its sameness is judged by.

    Attributes:
        statement: The statement.
        day: Day of its report, where that states one.
        origin: The report that its report copies, or its report itself.
        who: Its party; a person or words alone where the party is open.
        words: Words that carry its content.
        names: Names, numbers and directions in its content.
        turning: Words that turn it round, from the start of its content on.
        exact: The words of its evidence, but for their looks.
    """

    statement: Statement
    day: dt.date | None
    origin: str
    who: str
    words: frozenset[str]
    names: frozenset[str]
    turning: frozenset[str]
    exact: tuple[str, ...]

    @property
    def when(self) -> dt.date | None:
        """The stated day of the act, else the day of the report."""
        return self.statement.date or self.day


def telling(statement: Statement, report: Report, copies: Mapping[str, str], gazetteer: Gazetteer) -> Telling:
    """Return a statement with what its sameness is judged by."""
    content = statement.content.exact if statement.content else ""
    origin = copies.get(report.id, report.id)
    actor = statement.actor
    found = _WORD.findall(content)
    states = {state.id for word in found if (state := gazetteer.demonym(word))}
    capitals = {word.lower() for word in found[1:] if word[0].isupper() and not gazetteer.demonym(word)}
    counts = {word for word in map(str.lower, found) if TELLING_APART.fullmatch(word)}
    return Telling(
        statement,
        report.date,
        origin,
        actor.party or actor.person or f"{origin}: {actor.text}",
        content_words(content, gazetteer),
        frozenset(states | counts | {_folded(word, gazetteer) for word in capitals}),
        frozenset(_turning(word.lower()) for word in _WORD.findall(_tail(statement))) - {""},
        tuple(folded_words(statement.evidence.exact)),
    )


def folded_words(text: str) -> list[str]:
    """Return the words of a text without regard to case, dashes, quotation marks and spaces."""
    return re.findall(r"\w+", text.casefold())


def _folded(word: str, gazetteer: Gazetteer) -> str:
    return next(iter(content_words(word.capitalize(), gazetteer)), word)


def _tail(statement: Statement) -> str:
    """Return the evidence from the start of the content on, since a content may stop before "until …"."""
    content, evidence = statement.content, statement.evidence
    return evidence.exact[content.start - evidence.start :] if content and evidence.holds(content) else ""


def _turning(word: str) -> str:
    return "not" if word.endswith(("n’t", "n't")) else TURNING.get(word, "")


def verbatim(one: Telling, other: Telling) -> bool:
    """Tell whether two tellings have the same words, and enough of them, or are from copies of one report."""
    enough = len(one.exact) >= FEWEST_VERBATIM or one.origin == other.origin
    return enough and one.exact == other.exact


def agree(one: Telling, other: Telling) -> bool:
    """Tell whether nothing that both tellings state keeps them apart.

    What both state must be the same: the person, whom the act is directed at, its day, and whether it is
    bound to a condition.
    """
    said, again = one.statement, other.statement
    stated = (
        (said.actor.person, again.actor.person),
        (_target(said), _target(again)),
        (said.date, again.date),
    )
    conditional = _conditional(said) == _conditional(again)
    return conditional and all(a is None or b is None or a == b for a, b in stated)


def _target(statement: Statement) -> str | None:
    return None if statement.target is None else statement.target.party or statement.target.label


def _conditional(statement: Statement) -> bool:
    return statement.modality is Modality.CONDITIONAL or statement.condition is not None


def same_content(one: Telling, other: Telling) -> bool:
    """Tell whether two contents say the same.

    They do if they share at least three words that carry content and two thirds of those of the shorter one,
    if neither replaces a name or number of the other, and if the same words turn them round.
    """
    shared = len(one.words & other.words)
    return (
        shared >= FEWEST_SHARED
        and shared >= SHARE * min(len(one.words), len(other.words))
        and (one.names <= other.names or other.names <= one.names)
        and one.turning == other.turning
    )


def contrary(one: Statement, other: Statement) -> bool:
    """Tell whether two acts of a party cannot both be its last word: yes and no, or an act and its denial."""
    if one.act in ANSWERS and other.act in ANSWERS:
        return _says_no(one) != _says_no(other)
    return one.act is other.act and one.negated != other.negated


def _says_no(statement: Statement) -> bool:
    return (statement.act is Act.REJECT) != statement.negated


def near(one: dt.date, other: dt.date) -> bool:
    """Tell whether two days are no more than a week apart."""
    return abs(one - other) <= WINDOW
