"""Minimal sets of bits, and the minimal sets that meet them all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["MinimalSet", "as_words", "minimal_hitting_sets", "minimal_sets", "packed"]


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
    unique, rows, counts = np.unique(words, axis=0, return_index=True, return_counts=True)
    sizes = np.bitwise_count(unique).sum(axis=1)
    left = np.argsort(sizes, kind="stable")
    found = []
    while left.size:
        smallest = unique[left[0]]
        bits = int.from_bytes(smallest.astype("<u8").tobytes(), "little")
        found.append(MinimalSet(bits, int(rows[left[0]]), int(counts[left[0]])))
        left = left[((unique[left] & smallest) != smallest).any(axis=1)]
    return tuple(sorted(found, key=lambda one: (one.bits.bit_count(), one.bits)))


def minimal_hitting_sets(edges: Sequence[int]) -> Iterator[int]:
    """Find the minimal sets that share an element with every one of the given sets.

    The search keeps, for each element chosen, the sets that it alone hits: an element without any is
    superfluous, so branches that cannot be minimal are cut at once and memory stays small.

    Args:
        edges: Sets as whole numbers whose bit i stands for element i; an empty set is hit by nothing.

    Yields:
        Each minimal hitting set once, as a whole number; one empty set where there is nothing to hit.

    References:
        Murakami and Uno (2014), Efficient algorithms for dualizing large-scale hypergraphs, algorithm
        MMCS.
    """
    elements = 0
    for edge in edges:
        elements |= edge
    hits = {
        element: sum(1 << number for number, edge in enumerate(edges) if edge >> element & 1)
        for element in _bits(elements)
    }
    yield from _search(edges, hits, {}, elements, (1 << len(edges)) - 1)


def _search(
    edges: Sequence[int], hits: dict[int, int], critical: dict[int, int], candidates: int, missed: int
) -> Iterator[int]:
    """Extend a set: `critical` maps each element chosen to the edges that it alone hits."""
    if not missed:
        yield sum(1 << element for element in critical)
        return
    edge = min((edges[number] & candidates for number in _bits(missed)), key=int.bit_count)
    candidates &= ~edge
    for element in _bits(edge):
        narrowed = {chosen: alone & ~hits[element] for chosen, alone in critical.items()}
        if all(narrowed.values()):
            narrowed[element] = missed & hits[element]
            yield from _search(edges, hits, narrowed, candidates, missed & ~hits[element])
            candidates |= 1 << element


def _bits(number: int) -> Iterator[int]:
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest
