"""What several reports tell of one act, drafted once with all that tells it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from goodoffices.reports.copies import find_copies
from goodoffices.reports.report import Report
from goodoffices.statements.acts_told import acts_told
from goodoffices.statements.gazetteer import Gazetteer
from goodoffices.statements.statement import Reading, Statement
from goodoffices.workspace.draft.table import Item


@dataclass(frozen=True, slots=True)
class ToldOnce:
    """A reading in which every act has one statement.

    Attributes:
        reading: The reading with the first statement of each act.
        tellings: By the id of such a statement, all that tell its act, itself first.
    """

    reading: Reading
    tellings: Mapping[str, tuple[Statement, ...]]

    def whole(self, item: Item) -> Item:
        """Return an item with everything that tells its statements."""
        return replace(item, made_by=self._all(item.made_by), answers=self._all(item.answers))

    def _all(self, statements: Sequence[Statement]) -> tuple[Statement, ...]:
        return tuple(told for one in statements for told in self.tellings.get(one.id, (one,)))


def told_once(reading: Reading, reports: Sequence[Report], gazetteer: Gazetteer) -> ToldOnce:
    """Return a reading with one statement for each act; answers and options point to those that are kept.

    Args:
        reading: What was found in the reports.
        reports: The reports.
        gazetteer: Names of states, organisations and people.
    """
    by_id = {one.id: one for one in reading.statements}
    acts = acts_told(reading, reports, gazetteer, find_copies(reports))
    first = {id_: act.statements[0] for act in acts for id_ in act.statements}
    kept = [
        replace(one, answers=tuple(dict.fromkeys(first.get(id_, id_) for id_ in one.answers)))
        for one in reading.statements
        if first.get(one.id, one.id) == one.id
    ]
    options = [replace(one, of=first.get(one.of, one.of) if one.of else None) for one in reading.options]
    tellings = {act.statements[0]: tuple(by_id[id_] for id_ in act.statements) for act in acts}
    return ToldOnce(replace(reading, statements=tuple(kept), options=tuple(options)), tellings)
