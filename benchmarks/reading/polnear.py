"""How many attributions of the PolNeAR corpus are found, beside two public quotation extractors.

Run as `python -m benchmarks.reading.polnear CORPUS`, where CORPUS is a checkout of the public repository
networkdynamics/PolNeAR (or set POLNEAR). Nothing of the corpus is kept. The peers run where they are:
textacy where it is installed; the rule extractor of the Gender Gap Tracker where GENDER_GAP_TRACKER is a
checkout of sfu-discourse-lab/GenderGapTracker.

An attribution counts as found when the words of both contents have at least half in common (shared words by
words in either) and the sources share a word, or neither names one.
"""

from __future__ import annotations

import argparse
import os
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.reading.peers import gender_gap_tracker, textacy_quotations
from benchmarks.reading.scoring import (
    Marked,
    Reader,
    Spans,
    f1,
    precision,
    recall,
    tallies,
    with_interval,
)

from goodoffices.reports.plain import from_text
from goodoffices.statements.attributions import attributions
from goodoffices.workspace.parser import load_parser

ANNOTATOR = 9
"""Characters at the end of an annotation file's name that say who annotated: '_1a2b.ann'."""
WANTED = {"all": 0.62, "quoted, recall": 0.75, "quoted, precision": 0.75}


@dataclass(frozen=True, slots=True)
class Article:
    """An article with its attributions as the first annotator marked them."""

    text: str
    wanted: tuple[Marked, ...]


def articles(corpus: Path, split: str) -> Iterator[Article]:
    """Yield the articles of a split, in order of their names."""
    folder = corpus / "data" / split
    by_article: dict[str, list[Path]] = defaultdict(list)
    for path in sorted((folder / "attributions").glob("*.ann")):
        by_article[path.name[:-ANNOTATOR]].append(path)
    for name, annotated in sorted(by_article.items()):
        text = (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        yield Article(text, tuple(_marked(annotated[0])))


def _marked(path: Path) -> Iterator[Marked]:
    """Yield the attributions of an annotation file in brat's format that have a content."""
    spans: dict[str, Spans] = {}
    events: list[dict[str, Spans]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        id_, _, rest = line.partition("\t")
        if id_.startswith("T"):
            places = rest.partition("\t")[0].partition(" ")[2]
            spans[id_] = tuple((int(a), int(b)) for a, b in re.findall(r"(\d+) (\d+)", places))
        elif id_.startswith("E"):
            roles: dict[str, Spans] = defaultdict(tuple)
            for role, of in re.findall(r"(Source|Cue|Content)\d*:(T\d+)", rest):
                roles[role] += spans.get(of, ())
            events.append(roles)
    for roles in events:
        if roles["Content"]:
            yield Marked(roles["Source"], roles["Cue"], roles["Content"])


def goodoffices_reader() -> Reader:
    """Return the general layer of the reader as a function of a text."""
    parse = load_parser()

    def found(text: str) -> list[Marked]:
        report = from_text(text, id="article")
        return [
            Marked(
                *(
                    tuple((one.start, one.end) for one in part)
                    for part in (told.source, told.cue, told.content)
                )
            )
            for told in attributions(report, parse)
        ]

    return found


def main() -> None:
    """Read a split with every reader that can be run, and print what each found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", nargs="?", default=os.environ.get("POLNEAR"), type=Path)
    parser.add_argument("--split", default="dev", choices=["train", "dev"], help="test is left alone")
    options = parser.parse_args()
    if options.corpus is None:
        parser.error("give the folder of the corpus, or set POLNEAR")
    told = list(articles(options.corpus, options.split))
    readers: Mapping[str, Reader | str] = {
        "goodoffices": goodoffices_reader(),
        "textacy": textacy_quotations(),
        "Gender Gap Tracker": gender_gap_tracker(os.environ.get("GENDER_GAP_TRACKER")),
    }
    wanted = sum(len(article.wanted) for article in told)
    print(
        f"PolNeAR {options.split}: {len(told)} articles, {wanted} attributions, 95 % intervals over articles"
    )
    columns = ("precision", "recall", "F1", "quoted, recall", "quoted, precision")
    print(f"{'reader':20}" + "".join(f"{column:>22}" for column in columns))
    for name, reader in readers.items():
        print(f"{name:20}" + (_row(told, reader) if not isinstance(reader, str) else f"  not run: {reader}"))
    print(f"wanted: F1 {WANTED['all']}, quoted {WANTED['quoted, recall']} and {WANTED['quoted, precision']}")


def _row(told: list[Article], reader: Reader) -> str:
    counted = [tallies(article.text, reader(article.text), article.wanted) for article in told]
    every = [one["all"] for one in counted]
    figures = [with_interval(every, figure) for figure in (precision, recall, f1)]
    figures += [with_interval([one[kind] for one in counted], precision) for kind in list(counted[0])[1:]]
    return "".join(f"{figure:>22}" for figure in figures)


if __name__ == "__main__":
    main()
