"""Minimal sets of bits, and the minimal sets that meet them all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodoffices.models.bargaining.pace import Watch

__all__ = [
    "MinimalSet",
    "as_number",
    "as_words",
    "elements",
    "minimal_groups",
    "minimal_hitting_sets",
    "minimal_sets",
    "packed",
]


def packed(rows: NDArray[np.bool_]) -> NDArray[np.uint64]:
    """Pack the bits of each row into 64-bit words, lowest bit first, at least one word.

    Args:
        rows: Sets × elements.
    """
    octets = np.packbits(rows, axis=1, bitorder="little")
    width = max(8, -(-octets.shape[1] // 8) * 8)
    padded = np.zeros((len(rows), width), dtype=np.uint8)
    padded[:, : octets.shape[1]] = octets
    return padded.view("<u8").astype(np.uint64, copy=False)


def as_words(bits: int, width: int) -> NDArray[np.uint64]:
    """Return a set given as a whole number in the form of a row of `packed` with so many words."""
    return np.frombuffer(bits.to_bytes(8 * width, "little"), dtype="<u8").astype(np.uint64)


def as_number(words: NDArray[np.uint64]) -> int:
    """Return a row of 64-bit words as the whole number whose bit i stands for element i."""
    return int.from_bytes(words.astype("<u8").tobytes(), "little")


@dataclass(frozen=True, slots=True, order=True)
class MinimalSet:
    """A set that contains no other of the sets it was found among.

    Attributes:
        bits: The set as a whole number whose bit i stands for element i.
        row: The first row that equals it.
        count: How many rows equal it.
    """

    bits: int
    row: int
    count: int


def minimal_sets(words: NDArray[np.uint64]) -> tuple[MinimalSet, ...]:
    """Find the rows whose set bits contain those of no other row.

    Args:
        words: Sets × 64-bit words, as `packed` gives them.

    Returns:
        Each minimal set once; smaller sets first, then by the number that stands for the set.
    """
    found = minimal_groups(words)
    return tuple(MinimalSet(bits, int(rows[0]), len(rows)) for bits, rows in found.items())


def minimal_groups(words: NDArray[np.uint64], watch: Watch | None = None) -> dict[int, NDArray[np.intp]]:
    """Find the rows whose set bits contain those of no other row, equal rows together.

    Args:
        words: Sets × 64-bit words, as `packed` gives them.
        watch: Told how far it is; where the time is over, only the smallest sets are found.

    Returns:
        For each minimal set as a whole number the rows that equal it, in ascending order; smaller sets
        first, then by the number.
    """
    rows = _sifted(words)
    unique, order, starts = _distinct(words[rows])
    left = np.argsort(np.bitwise_count(unique).sum(axis=1), kind="stable")
    found: dict[int, NDArray[np.intp]] = {}
    watch, whole = watch or Watch(), len(left)
    while left.size and not (found and watch.over()):
        watch.tell("finding the smallest sets of demands that a package breaks", whole - len(left), whole)
        place = left[0]
        found[as_number(unique[place])] = rows[order[starts[place] : starts[place + 1]]]
        left = left[~_containing(unique[left], unique[place])]
    return dict(sorted(found.items(), key=lambda one: (one[0].bit_count(), one[0])))


def _sifted(words: NDArray[np.uint64], passes: int = 32) -> NDArray[np.intp]:
    """Return the rows that are left when strict supersets of some small rows are taken out."""
    rows = np.arange(len(words))
    sizes = np.bitwise_count(words).sum(axis=1, dtype=np.int16)
    used = np.zeros(len(words), dtype=np.bool_)
    for _ in range(passes):
        candidates = np.flatnonzero(~used)
        if not candidates.size:
            break
        first = candidates[sizes[candidates].argmin()]
        same = (words == words[first]).all(axis=1)
        keep = ~_containing(words, words[first]) | same
        rows, words, sizes, used = rows[keep], words[keep], sizes[keep], (used | same)[keep]
    return rows


def _containing(words: NDArray[np.uint64], part: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Return for each row whether it contains the set bits of one."""
    if words.shape[1] == 1:
        return np.asarray((words[:, 0] & part[0]) == part[0])
    return np.asarray(((words & part) == part).all(axis=1))


def _distinct(
    words: NDArray[np.uint64],
) -> tuple[NDArray[np.uint64], NDArray[np.intp], NDArray[np.intp]]:
    """Return the different rows, an order in which equal rows stand together, and where each begins."""
    order = np.lexsort(words.T)
    arranged = words[order]
    changed = (arranged[1:] != arranged[:-1]).any(axis=1)
    starts = np.concatenate(([0], np.flatnonzero(changed) + 1)) if len(words) else np.empty(0, np.intp)
    return arranged[starts], order, np.append(starts, len(words))


def minimal_hitting_sets(edges: Sequence[int], watch: Watch | None = None) -> Iterator[int]:
    """Find the minimal sets that share an element with every one of the given sets.

    The search keeps, for each element chosen, the sets that it alone hits: an element without any is
    superfluous, so branches that cannot be minimal are cut at once and memory stays small.

    Args:
        edges: Sets as whole numbers whose bit i stands for element i; an empty set is hit by nothing.
        watch: Where the time is over, no more are found.

    Yields:
        Each minimal hitting set once, as a whole number; one empty set where there is nothing to hit.

    References:
        Murakami and Uno (2014), Efficient algorithms for dualizing large-scale hypergraphs, algorithm
        MMCS.
    """
    union = 0
    for edge in edges:
        union |= edge
    hits = {
        element: sum(1 << number for number, edge in enumerate(edges) if edge >> element & 1)
        for element in elements(union)
    }
    yield from _Search(edges, hits, watch or Watch()).extend({}, union, (1 << len(edges)) - 1)


@dataclass(frozen=True, slots=True, eq=False)
class _Search:
    """The sets to be hit, and which of them each element hits."""

    edges: Sequence[int]
    hits: dict[int, int]
    watch: Watch

    def extend(self, critical: dict[int, int], candidates: int, missed: int) -> Iterator[int]:
        """Extend a set: `critical` maps each element chosen to the edges that it alone hits."""
        if not missed:
            yield sum(1 << element for element in critical)
            return
        edge = min((self.edges[number] & candidates for number in elements(missed)), key=int.bit_count)
        candidates &= ~edge
        for element in elements(edge):
            if self.watch.over():
                return
            hit = self.hits[element]
            narrowed = {chosen: alone & ~hit for chosen, alone in critical.items()}
            if all(narrowed.values()):
                narrowed[element] = missed & hit
                yield from self.extend(narrowed, candidates, missed & ~hit)
                candidates |= 1 << element


def elements(number: int) -> Iterator[int]:
    """Yield the elements of a set given as a whole number, in ascending order."""
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest
