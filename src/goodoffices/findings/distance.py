"""How far apart the parties are: what reports say of it, and where coded positions lie."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from goodoffices.case.case import Case
from goodoffices.case.conditions import Not, parse_condition
from goodoffices.case.terms import Issue, Position, RedLine
from goodoffices.case.values import Interval
from goodoffices.findings.finding import Basis, Finding, basis_of, judge_of, sources_of
from goodoffices.findings.words import Names, interval
from goodoffices.models.bargaining.problem import Party, Problem
from goodoffices.models.bargaining.robustness import Ranges


@dataclass(frozen=True, slots=True)
class Place:
    """Where one party stands on one issue's scale from 0 to 100.

    Attributes:
        party: Id of the party.
        ideal: Where its ideal lies; None where only its accepted options are coded.
        accepts: Ids of the options it could live with.
        never: Ids of the options that its red lines rule out by themselves.
        because: Ids of the statements that this rests on.
        must_sign: Whether it must sign; None where that plays no part.
    """

    party: str
    ideal: Interval | None
    accepts: tuple[str, ...]
    never: tuple[str, ...]
    because: tuple[str, ...]
    must_sign: bool | None = None


@dataclass(frozen=True, slots=True)
class Strip:
    """One issue's scale with every party that has a place on it.

    Attributes:
        issue: Id of the issue.
        options: Place of each option, in order of the scale.
        places: Where the parties stand, lowest first.
        limits: Whether the options are the places at which a party begins or ceases to accept, as those of
            a table of positions are; a red line of one who must sign then begins at the last option that it
            leaves. If not, it begins somewhere between that and the next.
    """

    issue: str
    options: Mapping[str, float]
    places: tuple[Place, ...]
    limits: bool = False


@dataclass(frozen=True, slots=True)
class Spread:
    """How far apart the outermost of those who must sign are on one issue.

    Attributes:
        issue: Id of the issue.
        parties: Ids of the two outermost parties, lower ideal first.
        distance: Between their ideals, 0 to 100: if they stand as near, as credible, as far as judged.
        shared: Ids of the options that all of them could live with; None unless that is coded for all.
        because: Ids of the statements that this rests on.
    """

    issue: str
    parties: tuple[str, str]
    distance: Interval
    shared: tuple[str, ...] | None
    because: tuple[str, ...]


def strips(case: Case) -> tuple[Strip, ...]:
    """Return the issues whose scale has places, with the parties that have a place on it."""
    found = (_strip(case, id_, issue) for id_, issue in case.issues.items())
    return tuple(strip for strip in found if strip is not None)


def problem_strips(problem: Problem, ranges: Ranges) -> tuple[Strip, ...]:
    """Return the scales of a bargaining problem that comes from no case.

    Args:
        problem: The problem; issues whose options have no places are left out.
        ranges: Intervals in which ideals may lie; without, an ideal is one place.
    """
    found = []
    for issue in problem.issues:
        if issue.places is not None:
            options = dict(sorted(zip(issue.options, issue.places, strict=True), key=lambda pair: pair[1]))
            stands = [_stand(party, issue.name, options, ranges) for party in problem.parties]
            some = [each for each in stands if each.ideal or each.accepts or each.never]
            some.sort(key=lambda each: (each.ideal.mid if each.ideal else 101, each.party))
            limits = all(option == f"{place:.12g}" for option, place in options.items())
            found.append(Strip(issue.name, options, tuple(some), limits))
    return tuple(found)


def _stand(party: Party, issue: str, options: Mapping[str, float], ranges: Ranges) -> Place:
    stated = party.ideals.get(issue)
    at = options[stated] if isinstance(stated, str) else stated
    exact = None if at is None else Interval.exactly(at)
    lines = [
        line.never
        for line in party.red_lines
        if line.never is not None and {atom.name for atom in line.never.atoms()} == {issue}
    ]
    never = tuple(option for option in options if any(line.holds({issue: option}) for line in lines))
    accepts = tuple(party.accepts.get(issue, ()))
    if not accepts and any(isinstance(line, Not) for line in lines):  # it says what it leaves: only these
        accepts = tuple(option for option in options if option not in never)
    return Place(
        party.name, ranges.places.get(party.name, {}).get(issue, exact), accepts, never, (), party.must_sign
    )


def stated_distances(case: Case) -> tuple[Finding, ...]:
    """Return what reports say of distance without numbers."""
    names = Names(case)
    return tuple(
        Finding(
            claim=f"{names.parties(each.parties)} are described as apart{_on(names, each.issues)}.",
            basis=basis_of(each.coding),
            by=judge_of(each.coding),
            because=each.coding.because,
            sources=sources_of([each.coding]),
            drafted=each.coding.drafted,
        )
        for each in case.disagreements
    )


def spreads(case: Case) -> tuple[Spread, ...]:
    """Return for each scaled issue how far apart the ideals of those who must sign are.

    Where nobody is marked as having to sign, all parties with a place count.
    """
    found = (_spread(case, strip) for strip in strips(case))
    return tuple(spread for spread in found if spread is not None)


def widest(case: Case) -> Finding | None:
    """Return the issue on which those who must sign are furthest apart, if there is one issue like that."""
    found = sorted(spreads(case), key=lambda each: -each.distance.mid)
    if not found or (len(found) > 1 and found[1].distance.mid == found[0].distance.mid):
        return None
    names = Names(case)
    first = found[0]
    return Finding(
        claim=(
            f"{names.parties(first.parties)} are furthest apart on {names.issues([first.issue])}: "
            f"{interval(first.distance)} of 100 points between their ideals."
        ),
        basis=Basis.COMPUTED,
        because=first.because,
        assumes=("the places on the scale are as the analyst judged",),
    )


def ruled_out(issue: str, red_line: RedLine, options: Mapping[str, object]) -> tuple[str, ...]:
    """Return the options of an issue that a red line rules out whatever else is agreed.

    Only a red line that speaks of this issue alone can do so.
    """
    condition = parse_condition(red_line.never)
    if {atom.name for atom in condition.atoms()} != {issue}:
        return ()
    return tuple(option for option in options if condition.holds({issue: option}))


def _strip(case: Case, id_: str, issue: Issue) -> Strip | None:
    places = {option: known.place for option, known in issue.options.items() if known.place is not None}
    stands = [each for each in case.positions if each.issue == id_]
    if not places or not stands:
        return None
    found = [_place(case, each, places) for each in stands]
    found.sort(key=lambda each: (each.ideal.mid if each.ideal else 101, each.party))
    return Strip(id_, dict(sorted(places.items(), key=lambda pair: pair[1])), tuple(found))


def _place(case: Case, position: Position, places: Mapping[str, float]) -> Place:
    lines = [line for line in case.red_lines if line.party == position.party]
    never = [option for line in lines for option in ruled_out(position.issue, line, places)]
    ideal = position.place
    if ideal is None and position.ideal is not None and position.ideal in places:
        ideal = Interval.exactly(places[position.ideal])
    return Place(
        position.party, ideal, position.accepts, tuple(dict.fromkeys(never)), position.coding.because
    )


def _spread(case: Case, strip: Strip) -> Spread | None:
    signing = set(case.must_sign()) or set(case.parties)
    stands = [(each.ideal, each) for each in strip.places if each.ideal and each.party in signing]
    if len(stands) < 2:
        return None
    (low, first), (high, last) = stands[0], stands[-1]
    distance = Interval(max(0.0, high.low - low.high), high.mid - low.mid, high.high - low.low)
    because = tuple(dict.fromkeys((*first.because, *last.because)))
    return Spread(strip.issue, (first.party, last.party), distance, _shared(strip, signing), because)


def _shared(strip: Strip, signing: set[str]) -> tuple[str, ...] | None:
    coded = [set(each.accepts) for each in strip.places if each.party in signing]
    if len(coded) < 2 or not all(coded):
        return None
    common = set.intersection(*coded)
    return tuple(option for option in strip.options if option in common)


def _on(names: Names, issues: tuple[str, ...]) -> str:
    return f" on {names.issues(issues)}" if issues else ""
