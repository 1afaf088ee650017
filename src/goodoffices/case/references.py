"""What the parts of a case say of one another: names that must exist, and rules that span several parts."""

from __future__ import annotations

from collections import abc
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from goodoffices.case.conditions import Condition, check_names, parse_condition
from goodoffices.case.conflict_references import conflict_problems
from goodoffices.case.guarantee_references import guarantee_problems, stakes_problems
from goodoffices.case.name_checks import keys as _keys
from goodoffices.case.name_checks import known_keys as _named_keys
from goodoffices.case.name_checks import known_name as _name
from goodoffices.case.name_checks import known_names as _names
from goodoffices.case.names import quoted, way_out
from goodoffices.case.nodes import Mapping, Node, Scalar, Sequence
from goodoffices.case.problems import Problem
from goodoffices.case.spots import Spot
from goodoffices.errors import ConditionError


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The names that a case file defines.

    Attributes:
        parties: Ids of the parties.
        issues: Ids of the issues with the ids of their options.
        guarantees: Ids of the guarantees.
        statements: Ids of the statements, or None where they are not at hand.
    """

    parties: Collection[str]
    issues: dict[str, tuple[str, ...]]
    guarantees: Collection[str]
    statements: Collection[str] | None


def reference_problems(
    root: Node, statements: Collection[str] | None = None, gone: abc.Mapping[str, str] | None = None
) -> Iterator[Problem]:
    """Find names that do not exist and rules between parts that are broken, in any order.

    Args:
        root: The case file as it was read; it may be wrong in other ways too.
        statements: Ids of the statements of the folder; None leaves `because` unchecked.
        gone: What became of statements that are no longer there, with the way out, by id.
    """
    case = Spot(root)
    names = _vocabulary(case, statements)
    for check in _CHECKS:
        yield from check(case, names)
    if statements is not None:
        yield from _statements(case, statements, gone or {})


def _vocabulary(case: Spot, statements: Collection[str] | None) -> Vocabulary:
    return Vocabulary(
        parties=_keys(case.key("parties")),
        issues={key.text or "": _keys(issue.key("options")) for key, issue in case.key("issues").entries()},
        guarantees=_keys(case.key("guarantees")),
        statements=statements,
    )


def _option(spot: Spot, issue: str | None, names: Vocabulary) -> Iterator[Problem]:
    if issue is None or issue not in names.issues or spot.text is None:
        return
    options = names.issues[issue]
    if spot.text not in options:
        exit_ = way_out(spot.text, options) if options else f"issue {quoted(issue)} has no options yet"
        yield spot.problem(f"no option {quoted(spot.text)} of issue {quoted(issue)}; {exit_}")


def _positions(case: Spot, names: Vocabulary) -> Iterator[Problem]:
    first: dict[tuple[str, str], Spot] = {}
    for position in case.key("positions").items():
        party, issue = position.key("party"), position.key("issue")
        yield from _name(party, "party", names.parties)
        yield from _name(issue, "issue", names.issues)
        yield from _option(position.key("ideal"), issue.text, names)
        for accepted in position.key("accepts").items():
            yield from _option(accepted, issue.text, names)
        for option, _ in position.key("values").entries():
            yield from _option(option, issue.text, names)
        if party.text and issue.text:
            earlier = first.setdefault((party.text, issue.text), position)
            if earlier is not position:
                yield party.problem(
                    f"{quoted(party.text)} already has a position on {quoted(issue.text)} "
                    f"on line {earlier.place.line}; keep one"
                )


def _walk_away(case: Spot, names: Vocabulary) -> Iterator[Problem]:
    first: dict[str, Spot] = {}
    for entry in case.key("walk_away").items():
        party = entry.key("party")
        yield from _name(party, "party", names.parties)
        earlier = first.setdefault(party.text, entry) if party.text else entry
        if earlier is not entry:
            yield party.problem(
                f"{quoted(party.text or '')} already has a walk-away value on line {earlier.place.line}; "
                "keep one"
            )


def _weightless(case: Spot, names: Vocabulary) -> Iterator[Problem]:
    """Find walk-away values that nothing can be measured against: no issue weighs anything for the party."""
    held: dict[str, list[Spot]] = {}
    for position in case.key("positions").items():
        if names.issues.get(position.key("issue").text or ""):
            held.setdefault(position.key("party").text or "", []).append(position.key("salience"))
    for entry in case.key("walk_away").items():
        party = entry.key("party").text or ""
        weights = [_middle(salience) for salience in held.get(party, ())]
        if weights and all(weight == 0 for weight in weights):
            yield held[party][0].problem(
                f"the saliences of {quoted(party)} sum to nothing at their middle values, so that its "
                f"walk-away value on line {entry.place.line} measures nothing; give at least one issue more "
                "than 0, or take the walk-away value out"
            )


def _middle(interval: Spot) -> object:
    """Return the middle of three values as it is written, or nothing where there are not three."""
    middle = [item.node for item in interval.items()][1:2]
    return middle[0].value() if middle and isinstance(middle[0], Scalar) else None


def _conditions(case: Spot, names: Vocabulary) -> Iterator[Problem]:
    for line in case.key("red_lines").items():
        yield from _name(line.key("party"), "party", names.parties)
        yield from _condition(line.key("never"), names)
    for combination in case.key("impossible").items():
        yield from _condition(combination.key("condition"), names)


def _condition(spot: Spot, names: Vocabulary) -> Iterator[Problem]:
    if not spot.text:
        return
    try:
        condition = parse_condition(spot.text)
        _check_options_exist(condition, names)
        check_names(condition, names.issues)
    except ConditionError as error:
        yield spot.problem(str(error), offset=error.position)


def _check_options_exist(condition: Condition, names: Vocabulary) -> None:
    for atom in condition.atoms():
        if names.issues.get(atom.name) == ():
            raise ConditionError(
                f"{quoted(condition.text, limit=80)}: issue {quoted(atom.name)} has no options yet; add them "
                "and name one",
                atom.position,
            )


def _proposals(case: Spot, names: Vocabulary) -> Iterator[Problem]:
    for _, proposal in case.key("proposals").entries():
        yield from _names(proposal.key("by"), "party", names.parties)
        yield from _names(proposal.key("signatories"), "party", names.parties)
        yield from _named_keys(proposal.key("responses"), "party", names.parties)
        yield from _named_keys(proposal.key("terms"), "issue", names.issues)
        for issue, option in proposal.key("terms").entries():
            yield from _option(option, issue.text, names)
        yield from _name(proposal.key("guarantee"), "guarantee", names.guarantees)


def _guarantees(case: Spot, names: Vocabulary) -> Iterator[Problem]:
    yield from guarantee_problems(case.key("guarantees"), names.parties)
    yield from stakes_problems(case.key("stakes"), names.parties)


def _instruments(case: Spot, names: Vocabulary) -> Iterator[Problem]:
    for leverage in case.key("leverage").items():
        for role in ("holder", "target", "claimed_by"):
            yield from _name(leverage.key(role), "party", names.parties)
    for precedent in case.key("precedents").items():
        yield from _name(precedent.key("claimed_by"), "party", names.parties)
    for disagreement in case.key("disagreements").items():
        yield from _names(disagreement.key("parties"), "party", names.parties)
        yield from _names(disagreement.key("issues"), "issue", names.issues)


def _signatures(case: Spot, _names: Vocabulary) -> Iterator[Problem]:
    """A case with positions is asked what could be agreed, so it must say who has to agree."""
    parties = [party for _, party in case.key("parties").entries()]
    wanted = any(True for _ in case.key("positions").items())
    if wanted and parties and not any(_yes(party.key("must_sign")) for party in parties):
        yield case.key("parties").problem(
            "nobody must sign, so any package would be agreed; add 'must_sign: true' to each party "
            "without whose signature there is no agreement"
        )


def _conflict(case: Spot, names: Vocabulary) -> Iterator[Problem]:
    signing = [key.text or "" for key, party in case.key("parties").entries() if _yes(party.key("must_sign"))]
    yield from conflict_problems(case, names.parties, signing)


def _yes(spot: Spot) -> bool:
    return spot.text is not None and spot.text.lower() not in {"false", "no", "off", "f", "n", "0"}


def _statements(spot: Spot, known: Collection[str], gone: abc.Mapping[str, str]) -> Iterator[Problem]:
    if isinstance(spot.node, Mapping):
        for item in spot.key("because").items():
            if item.text is not None and item.text not in known:
                told = gone.get(item.text) or f"no statement {quoted(item.text)}; {_ranges(known)}"
                yield item.problem(told)
        for _, value in spot.entries():
            yield from _statements(value, known, gone)
    elif isinstance(spot.node, Sequence):
        for item in spot.items():
            yield from _statements(item, known, gone)


def _ranges(known: Collection[str]) -> str:
    """Say which findings there are, by kind: a near spelling is no reason to think that one is meant."""
    numbers: dict[str, list[int]] = {}
    for id_ in known:
        numbers.setdefault(id_[:1], []).append(int(id_[1:]) if id_[1:].isdecimal() else 0)
    if not numbers:
        return "statements.jsonl holds none"
    told = ", ".join(
        f"{'' if len(own) == max(own) else f'{len(own)} of '}{letter}1 to {letter}{max(own)}"
        for letter, own in sorted(numbers.items(), reverse=True)
    )
    return f"statements.jsonl has {told}"


_CHECKS: tuple[Callable[[Spot, Vocabulary], Iterator[Problem]], ...] = (
    _positions,
    _walk_away,
    _weightless,
    _conditions,
    _proposals,
    _guarantees,
    _instruments,
    _signatures,
    _conflict,
)
