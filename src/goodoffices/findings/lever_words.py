"""What levers would have to achieve, in sentences that a brief and a command both show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from goodoffices.case.case import Case
from goodoffices.case.values import Interval
from goodoffices.findings.openings import Needed, Opening, Openings, Used, Way
from goodoffices.findings.pulls import Pull
from goodoffices.findings.responses import Stance, answers
from goodoffices.findings.turning import Aim, Reach, Turn
from goodoffices.findings.words import Names, capital, counted, joined, plain_number, quoted
from goodoffices.models.leverage.moving import Move, Verdict

__all__ = [
    "MOST_SHOWN",
    "SCALE",
    "aim_lines",
    "asking_ways",
    "cost",
    "opening_answer",
    "opening_intro",
    "opening_lines",
    "reach_line",
    "set_line",
    "size",
    "tellable",
    "weighed",
]

SCALE = (
    "Sizes are in the target’s own utility, from 0 to 1; 1 is all that it wants on every issue. Where nobody "
    "has weighed a lever, what it takes is the most that its share allows: as if the flow were worth as much "
    "to the target as all issues together, and nothing of it could be redirected or made good."
)
RED_LINES_STAND = (
    "No lever opens a zone while the red lines stand: a lever makes it costlier for its target to go without "
    "an agreement, and never makes up for a broken red line. What a red line is worth to its holder is not "
    "coded, so of no lever can it be said that it is big enough for one to be given up."
)
NOT_NEEDED = "As coded, packages are open to all who must sign, so no lever is needed to open a zone."
LITTLE = (
    "The package that asks least leaves less than 0.01 missing, too little to be told from nothing, at the "
    "middle walk-away values"
)
MOST_SHOWN = 4
"""Most ways, and most sets for each, that are told in words; the data hold all."""


def opening_answer(found: Openings) -> str | None:
    """Say in one sentence whether levers open a zone; None where that cannot be said."""
    if not found.ways:
        return None
    if found.open:
        return NOT_NEEDED
    if found.ways[0].given_up:
        return "No lever is enough while the red lines stand: they leave no package."
    first = found.ways[0]
    if not first.asks:
        return f"{LITTLE}."
    if not first.could:
        return "The levers whose size can be said do not open a zone, even if all are used."
    might = "would" if any(weighed(one) for one in (*first.could, *first.would)) else "might"
    if first.would:
        return f"Levers {might} open a zone, even as far as their holders are expected to use them."
    return f"Levers {might} open a zone if they were used; as far as use is expected, they do not."


def opening_intro(found: Openings) -> tuple[str, ...]:
    """Say what stands in the way of any lever, and what is missing for an answer."""
    missing = tuple(f"What is missing for an answer: {one}." for one in found.missing)
    if found.open:
        return (NOT_NEEDED, *missing)
    if found.ways and found.ways[0].given_up:
        return (RED_LINES_STAND, _ways(found), *missing)
    little = (f"{LITTLE}.",) if found.ways and not found.ways[0].asks else ()
    return (*little, *missing)


def opening_lines(case: Case, found: Openings) -> tuple[str, ...]:
    """Say which levers would open a zone and what each must achieve, one line for each thing said."""
    names = Names(case)
    lines = [*opening_intro(found)]
    asking = asking_ways(found)
    for way in asking[:MOST_SHOWN]:
        lines.append(_way(names, way))
        lines += _sets("nough if pulled", names, way.could)
        lines += _sets("nough as far as their holders are expected to pull them", names, way.would)
    if len(asking) > MOST_SHOWN:
        further = counted(len(asking) - MOST_SHOWN, "further way asks", "further ways ask")
        lines.append(f"{capital(further)} as much of levers, or more.")
    return tuple(lines)


def asking_ways(found: Openings) -> list[Way]:
    """Return the ways that ask something of levers that can be told from nothing."""
    return [] if found.open else [way for way in found.ways if way.asks]


def _ways(found: Openings) -> str:
    free = sum(not way.needs for way in found.ways)
    little = sum(bool(way.needs) and not way.asks for way in found.ways)
    looked = "" if len(found.ways) == found.all_ways else f", of which {len(found.ways)} were looked at"
    told = counted(found.all_ways, "smallest set of red lines", "smallest sets of red lines")
    after = f"After {counted(free, 'of them', 'of them') if free else 'none of them'}"
    return (
        f"Packages would be left by giving up one of {told}{looked}. {after} no lever is needed, at "
        f"the middle walk-away values{f'; {_little(little)}' if little else ''}."
    )


def _little(count: int) -> str:
    more = counted(count, "more", "more")
    return f"after {more} less than 0.01 is missing, too little to be told from nothing"


def _way(names: Names, way: Way) -> str:
    first = f"If these were given up – {'; '.join(way.given_up)} –" if way.given_up else "As things are,"
    leaves = "would still leave" if way.given_up else "leaves"
    short = joined([f"{names.party(need.target)} short of {size(need.short)}" for need in way.needs])
    return f"{first} the package that asks least of levers {leaves} {short}: {'; '.join(way.package)}."


def _sets(lead: str, names: Names, sets: Sequence[Opening]) -> list[str]:
    """Tell sets of levers; one with a lever that nobody weighed is no more than possibly enough."""
    if not sets:
        return [f"E{lead}: no set of the levers whose size can be said."]
    told = [
        f"{'E' if weighed(one) else 'Possibly e'}{lead}: {set_line(names, one)}." for one in sets[:MOST_SHOWN]
    ]
    rest = len(sets) - MOST_SHOWN
    return [*told, f"E{lead}, perhaps: {counted(rest, 'further set')}."] if rest > 0 else told


def weighed(one: Opening) -> bool:
    """Tell whether somebody weighed all levers of a set; if not, it is no more than possibly enough."""
    return all(each.pull.weighed for each in one.used)


def set_line(names: Names, one: Opening) -> str:
    """Name the levers of a set, what each takes and from which share on, and what they must cover."""
    used = joined([_used(names, each) for each in one.used])
    sure = "" if one.sure else "; at the low end of the intervals it is not enough"
    return f"{used}, to cover {_needs(names, one.needs)}{sure}"


def _used(names: Names, used: Used) -> str:
    lever = f"{_lever(names, used.pull)}, which takes"
    if not used.pull.weighed:
        return f"{lever} at most {size(used.takes)}"
    return f"{lever} {size(used.takes)} (enough from {_share(used.from_share)})"


def _needs(names: Names, needs: Iterable[Needed]) -> str:
    return joined([f"{size(need.short)} that {names.party(need.target)} would lack" for need in needs])


def _lever(names: Names, pull: Pull) -> str:
    return f"{names.party(pull.holder)} by {quoted(pull.means)}"


def aim_lines(case: Case, aim: Aim) -> tuple[str, ...]:
    """Say whose preference must change for a proposal to be in force and to hold, and by what lever."""
    names = Names(case)
    name = names.proposal(aim.proposal)
    if not aim.turns:
        return (
            (
                f"{name} would hold as things are, once accepted: by the answers given nobody gains by "
                f"refusing it. {_taken_as_indifferent(case, aim.proposal)}"
            ),
        )
    return tuple(line for turn in aim.turns for line in _turn(names, name, turn, aim.proposal))


def _taken_as_indifferent(case: Case, proposal: str) -> str:
    """Name those whose agreement is needed and of whom no clear answer is known, as silence is no consent."""
    found, given = case.proposals[proposal], answers(case, case.proposals[proposal])
    loose = [
        party
        for party in case.signatories(found)
        if party in given and given[party].stance in {Stance.SILENT, Stance.OPEN, Stance.CONDITIONAL}
    ]
    silent = [party for party in loose if given[party].silent]
    if not loose:
        return "All whose agreement it needs have answered."
    no_answer = f" No answer of {Names(case).parties(silent, by='or')} is coded." if silent else ""
    return (
        "Whoever is open, sets a condition or is silent counts as indifferent, here "
        f"{Names(case).parties(loose)}.{no_answer} What they would prefer is not known."
    )


def _turn(names: Names, name: str, turn: Turn, proposal: str) -> list[str]:
    target = names.party(turn.target)
    rather = "refusing it" if proposal in turn.drops else "the answers that it would rather give"
    first = f"{name}: {target} would have to prefer accepting it to {rather}."
    return [first, *_size_needed(names, turn), *(reach_line(names, each) for each in tellable(turn))]


def tellable(turn: Turn) -> tuple[Reach, ...]:
    """Return the levers on a party that could matter: accepting may cost it, and no red line stands."""
    needed = turn.loss is not None and turn.loss.high > 0.0
    return turn.reaches if needed and not turn.red_lines else ()


def _size_needed(names: Names, turn: Turn) -> list[str]:
    target, lines = names.party(turn.target), []
    if turn.red_lines:
        broken = joined([quoted(line) for line in turn.red_lines])
        lines.append(f"No lever is enough for that: every package with these terms breaks its {broken}.")
    aside = "Red lines aside, a" if turn.red_lines else "A"
    if turn.loss is None:
        return [*lines, f"How big a lever on {target} would have to be cannot be said without its utility."]
    if turn.loss.high <= 0.0:
        return [*lines, f"{aside}ccepting costs it {cost(names, turn)}."]
    must = "" if turn.red_lines else "; a lever must take as much"
    lines.append(f"{aside}ccepting costs it {cost(names, turn)}{must}.")
    if not turn.reaches:
        lines.append(f"No lever on {target} is named.")
    return lines


def cost(names: Names, turn: Turn) -> str:
    """Say what accepting costs and on what that hangs: what the proposal leaves open counts at its best."""
    if turn.loss is None:
        return "not known without its utility"
    if not turn.left_open:
        return _cost(turn.loss)
    even = "even if" if turn.loss.mid > 0.0 else "but only if"
    issues = joined([quoted(names.issue(id_)) for id_ in turn.left_open])
    return (
        f"{_cost(turn.loss)}, {even} what the proposal leaves open – {issues} – is settled as it likes best"
    )


def _cost(loss: Interval) -> str:
    """Say what accepting costs; a gain is no cost."""
    if loss.high <= 0.0:
        return "nothing by its numbers"
    if loss.mid <= 0.0:
        return f"nothing at the middle walk-away value and {_figure(loss.high)} at the highest"
    return f"at least {size(Interval(max(0.0, loss.low), loss.mid, loss.high))}"


def reach_line(names: Names, reach: Reach) -> str:
    """Say whether a lever is enough to turn its target, if pulled and as expected."""
    lever = _lever(names, reach.pull)
    if reach.verdict is None:
        return f"{lever}: its size cannot be said; not known: {'; '.join(reach.pull.missing)}."
    could = size(reach.pull.could) if reach.pull.could else "nothing"
    if not reach.pull.weighed:
        return (
            f"{lever} takes at most {could} if pulled: {_at_most(reach.verdict, willing=reach.pull.willing)}."
        )
    enough = f"{reach.verdict.by_capacity.value}, from {_share(reach.if_pulled)}"
    told = f"{lever} takes {could} if pulled. Is that enough? {capital(enough)}"
    return f"{told}. As expected: {reach.verdict.as_expected.value}, from {_share(reach.as_expected)}."


def _at_most(verdict: Move, *, willing: bool) -> str:
    """Say what a lever that nobody weighed could be: at the most that its share allows."""
    pulled, expected = (
        "not even that is enough" if one is Verdict.NO else "possibly enough"
        for one in (verdict.by_capacity, verdict.as_expected)
    )
    then = f"as expected, {expected}" if willing else "how willing the holder is, is not coded"
    return f"{pulled}; {then}; what the flow weighs and what of it can be redirected, nobody has judged"


def _share(share: float | None) -> str:
    if share is None:
        return "no share at all"
    if share > 1.0:
        return f"a share of {_figure(share)}, more than there is"
    return "any share" if share <= 0.0 else f"a share of {_figure(share)}"


def size(value: Interval) -> str:
    """Write an interval of utility; what is above 0 is never written as 0."""
    if value.low == value.high:
        return _figure(value.mid)
    return f"{_figure(value.mid)} ({_figure(value.low)} to {_figure(value.high)})"


def _figure(value: float) -> str:
    return "less than 0.01" if 0.0 < value < 0.005 else plain_number(value)
