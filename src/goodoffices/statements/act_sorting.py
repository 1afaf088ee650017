"""Sort statements by the act that they tell of, one after the other; the rule is in `same_act`."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from goodoffices.statements.answers import FEWEST_SHARED
from goodoffices.statements.same_act import (
    WINDOW,
    Telling,
    agree,
    contrary,
    near,
    same_content,
    verbatim,
)
from goodoffices.statements.statement import Statement

FEWEST_TELLING = 2
"""Content words from which on a content says what it is about; 'the plan' only points back."""


@dataclass(slots=True)
class ActGroup:
    """The tellings of one act so far; it grows while they are gone through, so it is not frozen.

    Attributes:
        number: Its number, from 0 in the order of sorting.
        tellings: What tells of it.
        fullest: The telling whose content says most.
        answers: The acts that it answers.
        reaffirms: Number of the earlier act that it repeats.
    """

    number: int
    tellings: list[Telling]
    fullest: Telling
    answers: set[int | str] = field(default_factory=set)
    reaffirms: int | None = None

    @property
    def first(self) -> Telling:
        """The telling by which it was found first."""
        return self.tellings[0]

    @property
    def last_day(self) -> dt.date | None:
        """The last day on which it was told; None where no telling has one."""
        return max((one.when for one in self.tellings if one.when), default=None)

    def add(self, one: Telling) -> None:
        """Take one more telling."""
        self.tellings.append(one)
        if len(one.words) > len(self.fullest.words):
            self.fullest = one


@dataclass(slots=True)
class ActSorter:
    """What was sorted so far; it grows with every telling.

    Attributes:
        groups: The acts that are held, by their numbers, in order.
        holding: Acts of a party by what a telling of the same matter would share with them.
        count: How many acts there were.
    """

    groups: dict[int, ActGroup] = field(default_factory=dict)
    holding: defaultdict[tuple[str, object], dict[int, None]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    count: int = 0

    def add(self, one: Telling, answered: Collection[int | str]) -> ActGroup:
        """Put a telling to the act that it tells, or begin a new act; return the act.

        Args:
            one: The telling; its words say what it is about (`spelt_out`).
            answered: The acts that it answers.
        """
        said = one.statement
        matter = [group for group in self._sharing(one, answered) if _about_same(group, one, answered)]
        alike = [group for group in matter if _same_kind(group.first.statement, said)]
        against = [group for group in matter if contrary(group.first.statement, said)]
        standing = [group for group in alike if not _undone(group, one, against)]
        fitting = [group for group in standing if _one_act(group, one)]
        if fitting:
            group = fitting[-1]
            group.add(one)
        else:
            group = ActGroup(self.count, [one], one, reaffirms=_reaffirmed(standing, one))
            self.groups[self.count] = group
            self.count += 1
        group.answers |= set(answered)
        for key in (*one.words, one.exact, *answered):
            self.holding[one.who, key][group.number] = None
        return group

    def let_go(self, day: dt.date | None, most: int) -> None:
        """Forget acts that nothing on this day or later can tell of, and the oldest beyond a number.

        Args:
            day: The day of what comes next; None where it has none.
            most: How many acts are held.
        """
        while self.groups:
            oldest = next(iter(self.groups.values()))
            when = oldest.first.when
            # What was done against an act may have been told a week later, and counts a week after that.
            past = when is not None and (day is None or day - when > 3 * WINDOW)
            if not past and len(self.groups) <= most:
                return
            del self.groups[oldest.number]
            for one in oldest.tellings:
                for key in (*one.words, one.exact, *oldest.answers):
                    self._drop((one.who, key), oldest.number)

    def _drop(self, key: tuple[str, object], number: int) -> None:
        if key in self.holding:
            self.holding[key].pop(number, None)
            if not self.holding[key]:
                del self.holding[key]

    def _sharing(self, one: Telling, answered: Collection[int | str]) -> list[ActGroup]:
        """Return the acts of a party that may be about the same, so that not all are compared."""
        found = {number for key in (one.exact, *answered) for number in self.holding.get((one.who, key), ())}
        counts = Counter(number for word in one.words for number in self.holding.get((one.who, word), ()))
        found |= {number for number, shared in counts.items() if shared >= FEWEST_SHARED}
        return [self.groups[number] for number in sorted(found)]


def spelt_out(one: Telling, full: Telling) -> Telling:
    """Return a telling whose content only points back, with the words of what it answers.

    Args:
        one: The telling.
        full: The telling of what it answers that says most; it is asked only where `one` is short.
    """
    if len(one.words) >= FEWEST_TELLING:
        return one
    return replace(one, words=full.words, names=full.names, turning=full.turning)


def _about_same(group: ActGroup, one: Telling, answered: Collection[int | str]) -> bool:
    if group.answers.intersection(answered):
        return True
    if any(same_content(each, one) for each in (group.first, group.fullest)):
        return True
    return any(verbatim(each, one) for each in group.tellings)


def _one_act(group: ActGroup, one: Telling) -> bool:
    if not all(agree(each, one) for each in group.tellings):
        return False
    if any(each.origin == one.origin for each in group.tellings):
        return True
    if one.when is None or group.first.when is None:
        return one.when is group.first.when or any(verbatim(each, one) for each in group.tellings)
    return near(group.first.when, one.when)


def _same_kind(one: Statement, other: Statement) -> bool:
    return one.act is other.act and one.negated is other.negated


def _undone(group: ActGroup, one: Telling, against: Sequence[ActGroup]) -> bool:
    """Tell whether the party did the contrary in the same matter after the last telling and before this."""
    last, when = group.last_day, one.when
    if last is None or when is None or last == when:
        return False
    return any(other.last_day is not None and last <= other.last_day <= when for other in against)


def _reaffirmed(standing: Sequence[ActGroup], one: Telling) -> int | None:
    when = one.when
    earlier = [group for group in standing if when and group.last_day and group.last_day < when]
    return earlier[-1].number if earlier else None
