"""Which files belong to a corpus, in which batches, and which batches are read already."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from goodoffices.errors import ReportError
from goodoffices.workspace.corpus.batch import Source
from goodoffices.workspace.report_files import check_regular, file_bytes, look_into, status

MOST_FILES = 64
MOST_BYTES = 8 * 2**20
_CUT = 32
"""One file in so many ends a batch, by the hash of its path: a new file changes no batch but its own."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a corpus, by its path and the hash of its bytes."""

    name: str
    path: Path
    digest: str
    size: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Files that are read together.

    Attributes:
        entries: The files, in the order of their names.
        key: Changes with their names, their bytes and the reader.
    """

    entries: tuple[Entry, ...]
    key: str

    @property
    def part(self) -> str:
        """The name of the file that holds what was found in it."""
        return f"{self.key}.jsonl.gz"

    def sources(self) -> tuple[Source, ...]:
        """Return the files with their bytes."""
        return tuple(_source(entry) for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Plan:
    """The batches of a corpus, and the paths that are no reports."""

    batches: tuple[Batch, ...]
    skipped: tuple[Path, ...]
    problems: tuple[str, ...]


def plan_corpus(paths: Sequence[Path]) -> Plan:
    """Find the files of a corpus and divide them into batches, in the order of their names.

    Raises:
        ReportError: A path does not exist, or there is no file that ends like a report.
    """
    entries: dict[str, Entry] = {}
    skipped: list[Path] = []
    problems: list[str] = []
    for path in paths:
        if not status(path).st_mode or not path.is_dir():
            entries[path.name] = _entry(path.name, path)
            continue
        found = look_into(path)
        skipped += found.skipped
        problems += found.problems
        before = f"{path.name}/" if len(paths) > 1 else ""
        for file in found.files:
            name = f"{before}{file.relative_to(path).as_posix()}"
            entries[name] = _entry(name, file)
    if not entries:
        names = ", ".join(map(str, paths))
        raise ReportError(
            f"{names}: no file here ends like a report; {len(skipped)} other files were skipped"
        )
    ordered = [entries[name] for name in sorted(entries)]
    return Plan(tuple(_batches(ordered)), tuple(skipped), tuple(problems))


def _entry(name: str, path: Path) -> Entry:
    try:
        check_regular(path)
        data = file_bytes(path)
    except ReportError as error:
        return Entry(name, path, hashlib.sha256(str(error).encode()).hexdigest(), 0)
    return Entry(name, path, hashlib.sha256(data).hexdigest(), len(data))


def _source(entry: Entry) -> Source:
    try:
        check_regular(entry.path)
        return Source(entry.name, file_bytes(entry.path))
    except ReportError as error:
        return Source(entry.name, problem=str(error))


def _batches(entries: Sequence[Entry]) -> Iterator[Batch]:
    held: list[Entry] = []
    size = 0
    for entry in entries:
        held.append(entry)
        size += entry.size
        cut = int(hashlib.sha256(entry.name.encode()).hexdigest()[:8], 16) % _CUT == 0
        if cut or len(held) >= MOST_FILES or size >= MOST_BYTES:
            yield _batch(held)
            held, size = [], 0
    if held:
        yield _batch(held)


def _batch(entries: Sequence[Entry]) -> Batch:
    content = json.dumps([reader_mark(), [[entry.name, entry.digest] for entry in entries]])
    return Batch(tuple(entries), hashlib.sha256(content.encode()).hexdigest()[:24])


@cache
def reader_mark() -> str:
    """Return a hash of everything that decides what is found: our code and tables for reading."""
    digest = hashlib.sha256()
    for package in ("goodoffices.reports", "goodoffices.statements", "goodoffices.workspace.corpus"):
        for name, data in sorted(_contents(files(package), "")):
            digest.update(f"{package}/{name}\0".encode())
            digest.update(data)
    return digest.hexdigest()[:16]


def _contents(folder: Traversable, before: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _contents(entry, f"{before}{entry.name}/")
        elif entry.is_file() and not entry.name.endswith(".pyc"):
            yield f"{before}{entry.name}", entry.read_bytes()
