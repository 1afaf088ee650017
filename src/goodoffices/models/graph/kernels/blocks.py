"""Inner loops over option form that go through memory in order, one owner's combinations at a time.

A block is the set of combinations that differ only in the options of one mover. Its entries may lie far
apart, so that each would bring a whole line of the processor's cache along. Therefore blocks that lie side
by side are copied into one small array, worked on there, and copied back.
"""

from __future__ import annotations

import numpy as np

from goodoffices.models.graph.kernels.arrays import NOTHING, Block, Ints, Longs, Places
from goodoffices.models.graph.kernels.jit import compiled

# The tests run these loops compiled and as Python, and hold them to the plain NumPy path, state by state.


@compiled
def sort_blocks(rank: Ints, block: Block, order: Places) -> None:
    """Write for every block its places from best to worst, one block after another.

    A place that is as good as the one before it carries the mark of a tie. What cannot occur comes last.
    """
    length, steps = block.length, block.steps
    keys = np.empty(len(steps), np.int32)
    wide, spare = np.empty(length, np.int64), np.empty(length, np.int64)
    above, taken = np.empty(length, np.int32), np.empty(length, np.int32)
    at, base = 0, 0
    while base < len(rank):
        for place in range(len(steps)):
            keys[place] = rank[base | steps[place]]
        for first in range(0, len(steps), length):
            if length <= 128:
                _by_counting(keys[first : first + length], order[at : at + length], above, taken, block.tie)
            else:
                _by_comparing(keys[first : first + length], order[at : at + length], wide, spare, block.tie)
            at += length
        base = ((base | block.near) + 1) & ~block.near


@compiled
def _by_counting(keys: Ints, order: Places, above: Ints, taken: Ints, tie: int) -> None:
    """Sort few keys by how many are higher, which the processor counts for several at a time."""
    for place in range(len(keys)):
        above[place] = taken[place] = 0
    for key in keys:
        for place in range(len(keys)):
            above[place] += key > keys[place]
    for place in range(len(keys)):
        level = above[place]
        order[level + taken[level]] = place | tie if taken[level] else place
        taken[level] += 1


@compiled
def _by_comparing(keys: Ints, order: Places, wide: Longs, spare: Longs, tie: int) -> None:
    """Sort many keys by merging ever longer runs; numba's own sort takes a second longer to compile."""
    length = len(keys)
    for place in range(length):
        wide[place] = -np.int64(keys[place]) << 32 | place
    run = 1
    while run < length:
        for first in range(0, length, 2 * run):
            left, right = first, first + run
            for place in range(first, first + 2 * run):
                if right == first + 2 * run or (left < first + run and wide[left] < wide[right]):
                    spare[place] = wide[left]
                    left += 1
                else:
                    spare[place] = wide[right]
                    right += 1
        wide, spare = spare, wide
        run *= 2
    for number in range(length):
        equal = number > 0 and wide[number] >> 32 == wide[number - 1] >> 32
        order[number] = wide[number] & 0xFFFFFFFF | (tie if equal else 0)


@compiled
def lower_by_improving(lowest: Ints, block: Block, order: Places) -> bool:
    """Let each combination have the lowest value of all that one mover can improve to.

    Returns:
        Whether anything has changed.
    """
    length, steps = block.length, block.steps
    near, reached = np.empty(len(steps), np.int32), np.empty(length, np.int32)
    any_change = False
    at, base = 0, 0
    while base < len(lowest):
        for place in range(len(steps)):
            near[place] = lowest[base | steps[place]]
        changed = False
        for first in range(0, len(steps), length):
            values = near[first : first + length]
            # Most blocks soon hold one value, and then there is nothing to do.
            if values.min() != values.max():
                places = order[at : at + length]
                if block.one_way:
                    changed |= _lowered_one_way(values, places, reached, block)
                else:
                    changed |= _lowered(values, places, block.tie)
            at += length
        if changed:
            any_change = True
            for place in range(len(steps)):
                lowest[base | steps[place]] = near[place]
        base = ((base | block.near) + 1) & ~block.near
    return any_change


@compiled
def _lowered(values: Ints, order: Places, tie: int) -> bool:
    """Go from the best place to the worst with the lowest value so far."""
    changed = 0
    least = level = np.int32(NOTHING)
    for entry in order:
        place = entry & (tie - 1)
        if entry & tie == 0:
            least = level
        value = values[place]
        level = min(level, value)
        changed += least < value
        values[place] = min(least, value)
    return changed > 0


@compiled
def _lowered_one_way(values: Ints, order: Places, reached: Ints, block: Block) -> bool:
    """Do the same where some options go one way: keep the lowest value for each set of them used up."""
    changed = 0
    for place in range(len(reached)):
        reached[place] = NOTHING
    tie, one_way, only_off = block.tie, block.one_way, block.only_off
    entered = 0
    for number in range(len(order)):
        if order[number] & tie == 0:
            # Only now, because what is equally good is no improvement.
            while entered < number:
                better = order[entered] & (tie - 1)
                fewer = used = (better ^ only_off) & one_way
                if values[better] < reached[used]:
                    while fewer >= 0:
                        reached[fewer] = min(reached[fewer], values[better])
                        fewer = (fewer - 1) & used if fewer else -1
                entered += 1
        place = order[number] & (tie - 1)
        least, value = reached[(place ^ only_off) & one_way], values[place]
        changed += least < value
        values[place] = min(least, value)
    return changed > 0


@compiled
def lower_by_moving(lowest: Ints, block: Block) -> bool:
    """Let each combination have the lowest value of all that one mover can move to.

    Returns:
        Whether anything has changed.
    """
    length, steps = block.length, block.steps
    near, reached = np.empty(len(steps), np.int32), np.empty(length, np.int32)
    any_change = False
    base = 0
    while base < len(lowest):
        for place in range(len(steps)):
            near[place] = lowest[base | steps[place]]
        changed = False
        for first in range(0, len(steps), length):
            values = near[first : first + length]
            least = values.min()
            if least == values.max():
                continue
            if block.one_way:
                _gather(values, reached, block)
            else:
                for place in range(length):
                    reached[place] = least
            for place in range(length):
                # What cannot occur keeps its value: nobody can move there.
                if reached[place] < values[place] < NOTHING:
                    values[place] = reached[place]
                    changed = True
        if changed:
            any_change = True
            for place in range(len(steps)):
                lowest[base | steps[place]] = near[place]
        base = ((base | block.near) + 1) & ~block.near
    return any_change


@compiled
def _gather(values: Ints, reached: Ints, block: Block) -> None:
    """Find for each place the lowest value that the mover's options, some of them one-way, lead to."""
    for place in range(len(values)):
        reached[place] = values[place]
    bit = 1
    while bit < len(values):
        # The places without an option and those with it lie in turn in runs of as many as its bit says.
        for first in range(0, len(values), 2 * bit):
            for place in range(first, first + bit):
                least = min(reached[place], reached[place + bit])
                if block.only_off & bit == 0:
                    reached[place] = least
                if block.only_on & bit == 0:
                    reached[place + bit] = least
        bit *= 2


@compiled
def best_moves(value: Ints, block: Block, best: Ints) -> None:
    """Write for each combination the highest value among itself and all that the mover can move to."""
    length, steps = block.length, block.steps
    near, reached = np.empty(len(steps), np.int32), np.empty(length, np.int32)
    base = 0
    while base < len(value):
        for place in range(len(steps)):
            near[place] = value[base | steps[place]]
        for first in range(0, len(steps), length):
            values = near[first : first + length]
            if block.one_way:
                # The highest is the lowest of what is turned round; ~value cannot overflow.
                for place in range(length):
                    values[place] = ~values[place]
                _gather(values, reached, block)
                for place in range(length):
                    values[place] = ~reached[place]
            else:
                highest = values.max()
                for place in range(length):
                    values[place] = highest
        for place in range(len(steps)):
            best[base | steps[place]] = near[place]
        base = ((base | block.near) + 1) & ~block.near


@compiled
def lowest_beside(ending: Ints, own: int, lowest: Ints) -> None:
    """Write the lowest ending over all combinations of the others' options, for each of one's own.

    This is what the others can reach where everything is feasible and can be taken back.
    """
    for state in range(len(ending)):
        least = lowest[state & own] if state & ~own else ending[state]
        lowest[state & own] = min(least, ending[state])
    for state in range(len(ending)):
        lowest[state] = lowest[state & own]
