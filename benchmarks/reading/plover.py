"""How well the acts that the reader finds agree with PLOVER's gold records, sentence by sentence.

Run as `python -m benchmarks.reading.plover RECORDS`, where RECORDS is PLOVER_GSR_CAMEO.txt of the public
repository openeventdata/PLOVER (CC BY-SA 4.0), or set PLOVER_GSR. Nothing of the records is kept.

Event data take "Kyiv has rejected the map, officials said" for a rejection, while the reader keeps it apart
as what officials claim: both count here, the acts that the report tells and those that somebody in it tells.

A record names one category, its source and its sentence; sentences with several records have several. The
categories found are those of the acts that the reader sees in the sentence, by the codebook. Verbal
categories are those in which somebody says something; the five with the most records are scored together.
An act that a noun names as what another act is about ("rejected a Kenyan request") is a statement to
the reader and none to event data: it does not count.
The records use two older names: DEMAND for what is REQUEST now, DISAPPROVE for what is ACCUSE.
"""

from __future__ import annotations

import argparse
import json
import os
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from benchmarks.reading.scoring import Tally, f1, precision, recall, with_interval

from goodoffices.reports.plain import from_text
from goodoffices.statements.acts import Act, codebook
from goodoffices.statements.gazetteer import load_gazetteer
from goodoffices.statements.hearsay import hearsay
from goodoffices.statements.names import index_names
from goodoffices.statements.reader import read_report
from goodoffices.statements.statement import Statement
from goodoffices.workspace.parser import load_parser

FIVE = ("AGREE", "DEMAND", "REJECT", "THREATEN", "DISAPPROVE")
OTHERS = ("SUPPORT", "CONCEDE", "CONSULT")
RENAMED = {"REQUEST": "DEMAND", "ACCUSE": "DISAPPROVE"}
WANTED = 0.75


@dataclass(frozen=True, slots=True)
class Coded:
    """The categories of a sentence, each with the words for its sources."""

    text: str
    sources: dict[str, frozenset[str]]


def records(path: Path) -> Iterator[Coded]:
    """Yield the sentences of the gold records with their categories."""
    by_text: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for record in json.loads(path.read_text(encoding="utf-8")):
        if record["event"] != "DOCUMENT":
            by_text[record["text"]][record["event"]] |= {
                one["actorText"].lower() for one in record.get("source") or () if one.get("actorText")
            }
    for text, sources in by_text.items():
        yield Coded(text, {event: frozenset(words) for event, words in sources.items()})


def reader() -> Callable[[str], dict[str, set[str]]]:
    """Return a function that gives the categories of a sentence with the words for who acts."""
    parse, names = load_parser(), index_names(load_gazetteer())
    categories = {entry.act: RENAMED.get(entry.plover, entry.plover) for entry in codebook() if entry.plover}

    def found(text: str) -> dict[str, set[str]]:
        told: dict[str, set[str]] = defaultdict(set)
        report = from_text(text, id="sentence")
        claimed = chain.from_iterable(one.acts for one in hearsay(report, parse, names))
        stated = read_report(report, parse, names).statements
        main = (one for one in stated if not _only_answered(one, stated))
        for statement in (*main, *claimed):
            category = categories.get(_done(statement.act, negated=statement.negated) or Act.CLAIM)
            if category is not None:
                actor = statement.actor
                told[category].add(f"{actor.text} {actor.name or ''} {actor.person or ''}".lower())
        return told

    return found


def _only_answered(one: Statement, among: Sequence[Statement]) -> bool:
    """Tell whether a noun names an act only as what another act is about: 'rejected a Kenyan request'."""
    place = one.evidence
    return one.rule == "noun" and any(
        other.content is not None and other.content.start <= place.start and place.end <= other.content.end
        for other in among
        if other.id != one.id
    )


def _done(act: Act, *, negated: bool) -> Act | None:
    """Return what an act comes to: consent that did not take place is a refusal, other denials nothing."""
    if not negated:
        return act
    return Act.REJECT if act in {Act.ACCEPT, Act.AGREE, Act.SUPPORT} else None


def tallied(coded: Coded, found: dict[str, set[str]], scored: tuple[str, ...]) -> Tally:
    """Return how many categories of a sentence are right, found and wanted."""
    got, wanted = set(found) & set(scored), set(coded.sources) & set(scored)
    return Tally(len(got & wanted), len(got), len(wanted))


def main() -> None:
    """Read every sentence and print the agreement by category and over five categories."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", nargs="?", default=os.environ.get("PLOVER_GSR"), type=Path)
    options = parser.parse_args()
    if options.records is None:
        parser.error("give the file of the gold records, or set PLOVER_GSR")
    read = reader()
    told = [(coded, read(coded.text)) for coded in records(options.records)]
    print(f"PLOVER gold records: {len(told)} sentences, 95 % intervals over sentences")
    print(f"{'categories':22}{'wanted':>8}{'precision':>22}{'recall':>22}{'F1':>22}")
    for name, scored in (("five together", FIVE), *((one, (one,)) for one in (*FIVE, *OTHERS))):
        counted = [tallied(coded, found, scored) for coded, found in told]
        figures = "".join(f"{with_interval(counted, one):>22}" for one in (precision, recall, f1))
        print(f"{name:22}{sum(one.wanted for one in counted):>8}{figures}")
    right = [
        any(
            source in actor or actor.split(" ")[0] in source
            for source in coded.sources[category]
            for actor in who
        )
        for coded, found in told
        for category, who in found.items()
        if category in FIVE and coded.sources.get(category)
    ]
    print(f"source right where the category is: {sum(right) / max(1, len(right)):.3f} of {len(right)}")
    print(f"wanted: F1 {WANTED} over the five")


if __name__ == "__main__":
    main()
