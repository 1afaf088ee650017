"""Public quotation extractors to compare with, run where they can be and said to be missing where not."""

from __future__ import annotations

import importlib
import importlib.util
import logging
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.reading.scoring import Marked, Reader

from goodoffices.workspace.parser import load_parser

STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "\xa0": " "})


def textacy_quotations() -> Reader | str:
    """Return textacy's direct quotations over our parser, or why they cannot be run."""
    if importlib.util.find_spec("textacy") is None:
        return "textacy is not installed"
    triples = importlib.import_module("textacy.extract.triples")
    parse = load_parser()

    def in_line(text: str, start: int) -> Iterator[Marked]:
        for one in triples.direct_quotations(parse(text)):
            content = ((start + one.content.start_char, start + one.content.end_char),)
            yield Marked(_stretch(one.speaker, start), _stretch(one.cue, start), content)

    def found(text: str) -> list[Marked]:
        told: list[Marked] = []
        for line in re.finditer(r"[^\r\n]+", text.translate(STRAIGHT)):
            try:
                told += in_line(line.group(), line.start())
            except ValueError:  # it refuses a text with an odd number of quotation marks
                continue
        return told

    return found


def _stretch(tokens: Any, start: int) -> tuple[tuple[int, int], ...]:  # noqa: ANN401 - a peer's own type
    listed = list(tokens)
    return ((start + listed[0].idx, start + listed[-1].idx + len(listed[-1])),) if listed else ()


def gender_gap_tracker(checkout: str | None) -> Reader | str:
    """Return the English rule extractor of the Gender Gap Tracker, or why it cannot be run."""
    folder = Path(checkout or "") / "nlp" / "english"
    if checkout is None or not (folder / "quote_extractor.py").is_file():
        return "GENDER_GAP_TRACKER is no checkout of its repository"
    parse = load_parser()
    verbs = {"QUOTE_VERBS": str(folder / "rules" / "quote_verb_list.txt")}
    extractor = _loaded(folder).QuoteExtractor({"spacy_lang": parse, "NLP": verbs})

    def found(text: str) -> list[Marked]:
        return list(_read(extractor.extract_quotes(parse(text.translate(STRAIGHT)))))

    return found


def _loaded(folder: Path) -> ModuleType:
    """Load its module without the database that it keeps its articles in."""
    bson, tools = ModuleType("bson"), ModuleType("utils")
    vars(bson)["ObjectId"] = str
    vars(tools)["create_logger"] = lambda *_, **__: logging.getLogger("peer")
    sys.modules |= {"bson": bson, "utils": tools}
    spec = importlib.util.spec_from_file_location("quote_extractor", folder / "quote_extractor.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{folder} cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _read(quotes: list[dict[str, str]]) -> Iterator[Marked]:
    for quote in quotes:
        yield Marked(*(_offsets(quote[key]) for key in ("speaker_index", "verb_index", "quote_index")))


def _offsets(written: str) -> tuple[tuple[int, int], ...]:
    first, last = (int(number) for number in written.strip("()").split(",")) if written else (0, 0)
    return ((first, last),) if last > first else ()
