"""How well relations are read that short passages tell in passing, kind by kind.

Some eleven hundred snippets of one to three sentences, composed and coded by people who do not know the
reader, lie in `tests/reference/reading/snippets`; no two tell a relation by the same construction. Those in
`dev` may be looked at by whoever improves the reader, those in `held` are for measuring alone.

Run as `python -m benchmarks.reading.snippets [dev|held] [--show KIND]`; what is missed (!) and what is found
without need (?) is shown for `dev` alone.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from goodoffices.reports.plain import from_text
from goodoffices.statements.gazetteer import load_gazetteer
from goodoffices.statements.names import index_names
from goodoffices.statements.reader import read_report
from goodoffices.statements.scoring import Counts
from goodoffices.statements.statement import Relation, RelationKind
from goodoffices.workspace.parser import load_parser

FOLDER = Path(__file__).parents[2] / "tests" / "reference" / "reading" / "snippets"
NOBODY = "-"
ONE_SIDED = frozenset(
    {RelationKind.BROKERS, RelationKind.SIGNED, RelationKind.GUARANTEED, RelationKind.ACTED}
)
"""Kinds of which the source alone is compared: what stands beside it is often nobody."""


@dataclass(frozen=True, slots=True)
class Told:
    """A relation that a coder found in a snippet; of several ids each is right."""

    kind: RelationKind
    sources: frozenset[str]
    targets: frozenset[str]
    negated: bool


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage with the relations that it tells."""

    text: str
    relations: tuple[Told, ...]


def load(half: str) -> tuple[Snippet, ...]:
    """Return the snippets of a half, `dev` or `held`.

    Raises:
        ValueError: A relation has no kind that there is, or not four parts.
    """
    with (FOLDER / f"{half}.tsv").open(encoding="utf-8", newline="") as lines:
        table = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple(Snippet(row["text"], tuple(_told(row["relations"]))) for row in table)


def _told(cell: str) -> Iterator[Told]:
    for one in () if cell.strip() == "none" else cell.split(";"):
        kind, sources, targets, negated = (part.strip() for part in one.split("|"))
        yield Told(RelationKind(kind), _ids(sources), _ids(targets), negated == "yes")


def _ids(cell: str) -> frozenset[str]:
    return frozenset(cell.split("/"))


def compared(found: Sequence[Relation], coded: Sequence[Told]) -> tuple[list[Told], list[Relation]]:
    """Return what was coded and not found, and what was found and not coded; each counts once."""
    left, missed = list(found), []
    for one in coded:
        same = next((each for each in left if _same(each, one)), None)
        if same is None:
            missed.append(one)
        else:
            left.remove(same)
    return missed, left


def _same(found: Relation, coded: Told) -> bool:
    source, target = found.source.party, found.target.party if found.target else None
    if (found.kind, found.negated) != (coded.kind, coded.negated):
        return False
    ends = _is_one(source, coded.sources) and (found.kind in ONE_SIDED or _is_one(target, coded.targets))
    turned = _is_one(source, coded.targets) and _is_one(target, coded.sources)
    return ends or (found.kind is RelationKind.ALLIED_WITH and turned)


def _is_one(party: str | None, ids: frozenset[str]) -> bool:
    known = load_gazetteer().parties
    return party in ids or (party not in known and bool(ids - known.keys()))


def measure(snippets: Sequence[Snippet], show: str | None = None) -> Mapping[str, Counts]:
    """Return right, found and coded relations by kind, and of all.

    Args:
        snippets: What is read.
        show: A kind, or 'all', of which what went wrong is printed.
    """
    parse, names = load_parser(), index_names(load_gazetteer())
    counted: defaultdict[str, Counts] = defaultdict(Counts)
    for snippet in snippets:
        found = read_report(from_text(snippet.text, id="snippet"), parse, names).relations
        missed, needless = compared(found, snippet.relations)
        for told in snippet.relations:
            counted[told.kind.value] += Counts(int(told not in missed), 0, 1)
        for one in found:
            counted[one.kind.value] += Counts(0, 1, 0)
        _print_wrong(snippet, missed, needless, show)
    return {**counted, "all": sum(counted.values(), Counts())}


def _print_wrong(
    snippet: Snippet, missed: Sequence[Told], needless: Sequence[Relation], show: str | None
) -> None:
    wrong = [
        f"  ! {one.kind.value}: {'/'.join(sorted(one.sources))} - {'/'.join(sorted(one.targets))}"
        for one in missed
        if show in {one.kind.value, "all"}
    ]
    wrong += [
        f"  ? {one.kind.value}: {one.source.party} - {one.target.party if one.target else NOBODY}"
        for one in needless
        if show in {one.kind.value, "all"}
    ]
    if wrong:
        print(snippet.text, *wrong, sep="\n")


def main() -> None:
    """Print the table of a half."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("half", nargs="?", choices=("dev", "held"), default="held")
    options.add_argument("--show", metavar="KIND")
    given = options.parse_args()
    counted = measure(load(given.half), given.show if given.half == "dev" else None)
    print(f"{'':20}{'right':>8}{'found':>8}{'coded':>8}{'P':>8}{'R':>8}{'F1':>8}")
    for kind, one in sorted(counted.items(), key=lambda item: (item[0] == "all", item[0])):
        rates = "".join(
            f"{'-' if rate is None else format(rate, '.2f'):>8}"
            for rate in (one.precision, one.recall, one.f1)
        )
        print(f"{kind:20}{one.right:>8}{one.found:>8}{one.wanted:>8}{rates}")


if __name__ == "__main__":
    main()
