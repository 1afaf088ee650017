"""Scenarios of negotiation tools: GeniusWeb profiles (JSON) and Genius utility spaces (XML), in and out.

GeniusWeb keeps weights and the worth of each value; where there is no agreement, the worth of its
reservation bid counts. Genius keeps evaluations that count relative to the highest on their issue. Neither
knows red lines or accepted options.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from goodoffices.errors import CaseError, ModelError
from goodoffices.models.bargaining.parties import Issue, Party
from goodoffices.models.bargaining.problem import Problem
from goodoffices.workspace.cells import read_bytes
from goodoffices.workspace.files import write_atomically

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["Profile", "read_profile", "scenario", "write_genius", "write_geniusweb"]

SPACE = "LinearAdditiveUtilitySpace"
WRAPPERS = ("DiscreteValueSetUtilities", "discreteutils")
"""Names of the table of worths: the one that GeniusWeb writes now, and an older one that NegMAS reads."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What one party wants, as a file of a negotiation tool tells it.

    Attributes:
        name: Name of the profile.
        issues: The issues of its domain.
        weights: Weight of each issue.
        values: Worth of each option, 0 to 1.
        walk_away: Worth of no agreement, 0 to 1; None where the file does not say.
    """

    name: str
    issues: tuple[Issue, ...]
    weights: Mapping[str, float]
    values: Mapping[str, Mapping[str, float]]
    walk_away: float | None


def read_profile(path: Path) -> Profile:
    """Read a GeniusWeb profile (`.json`) or a Genius utility space (`.xml`).

    Raises:
        CaseError: The file cannot be read, is another kind of file, or has issues that are no lists of
            values.
    """
    data = read_bytes(path)
    try:
        return _from_xml(data, path) if path.suffix.lower() == ".xml" else _from_json(data, path)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError, StopIteration) as error:
        raise CaseError(
            f"{path} is no linear additive profile of GeniusWeb (.json) or Genius (.xml): "
            f"{type(error).__name__} {error}"
        ) from error


def scenario(paths: Sequence[Path], *, sign: Sequence[str] | None = None) -> Problem:
    """Return the bargaining problem of several profiles on one domain; each is a party.

    Args:
        paths: A file for each party.
        sign: Names of the profiles that must sign; None for all.

    Raises:
        CaseError: A profile cannot be read, two bear one name, or their issues or options differ.
    """
    profiles = [read_profile(path) for path in paths]
    if not profiles:
        raise CaseError("a scenario needs at least one profile")
    issues, parties = profiles[0].issues, []
    for one, path in zip(profiles, paths, strict=True):
        if {each.name: set(each.options) for each in one.issues} != {i.name: set(i.options) for i in issues}:
            raise CaseError(
                f"{path} has other issues or options than {paths[0]}; give profiles of one domain"
            )
        signs = sign is None or one.name in sign
        try:
            parties.append(Party(one.name, signs, one.weights, one.values, one.walk_away))
            Problem(issues, (replace(parties[-1], must_sign=True),))
        except ModelError as error:
            raise CaseError(f"{path}: {error}") from error
    return Problem(issues, tuple(parties))


def write_geniusweb(problem: Problem, folder: Path, *, older: bool = False) -> tuple[str, ...]:
    """Write a domain and a profile for each party with numbers, as GeniusWeb reads them.

    Args:
        problem: What to write.
        folder: Where to; `domain.json` and `<party>.json` are written.
        older: Whether to use the older name of the table of worths, which NegMAS reads.

    Returns:
        What the format has no place for and was left out, in words.

    Raises:
        CaseError: If nobody has numbers.
        BriefError: If the folder cannot be written to.
    """
    parties = _measured(problem)
    domain = {
        "name": folder.name,
        "issuesValues": {issue.name: {"values": list(issue.options)} for issue in problem.issues},
    }
    write_atomically(folder / "domain.json", _json(domain))
    for party in parties:
        space = {
            "issueUtilities": {
                name: {WRAPPERS[int(older)]: {"valueUtilities": dict(worth)}}
                for name, worth in _worths(party, problem.issues).items()
            },
            "issueWeights": _weights(party, problem.issues),
            "domain": domain,
            "name": party.name,
        }
        write_atomically(folder / f"{_file_name(party.name)}.json", _json({SPACE: space}))
    floors = [f"{p.name}: its walk-away value" for p in parties if p.walk_away is not None]
    return (*floors, *_left_out(problem))


def write_genius(problem: Problem, folder: Path) -> tuple[str, ...]:
    """Write a domain and a utility space for each party with numbers, as Genius and NegMAS read them.

    Returns:
        What the format has no place for and was left out or changed, in words.

    Raises:
        CaseError: If nobody has numbers, or a party values nothing.
        BriefError: If the folder cannot be written to.
    """
    from lxml import etree  # noqa: PLC0415 - only this needs it

    parties = _measured(problem)
    template = etree.Element("negotiation_template")
    template.append(_space(problem.issues, None))
    write_atomically(folder / "domain.xml", _xml(template))
    remarks = []
    for party in parties:
        made, best = _relative(party, problem.issues)
        write_atomically(folder / f"{_file_name(party.name)}.xml", _xml(_space(problem.issues, made)))
        if not math.isclose(best, 1.0):
            remarks.append(f"{party.name}: its utilities are divided by {best:g}, that of the best there is")
    return (*remarks, *_left_out(problem))


def _from_json(data: bytes, path: Path) -> Profile:
    space = json.loads(data.decode("utf-8-sig"))[SPACE]
    issues = tuple(
        Issue(name, tuple(map(str, given["values"])))
        for name, given in space["domain"]["issuesValues"].items()
    )
    values = {}
    for name, wrapped in space["issueUtilities"].items():
        table = next(wrapped[wrapper] for wrapper in WRAPPERS if wrapper in wrapped)["valueUtilities"]
        values[name] = {str(option): float(worth) for option, worth in table.items()}
    for issue in issues:
        values[issue.name] = {option: values[issue.name].get(option, 0.0) for option in issue.options}
    weights = {issue.name: float(space["issueWeights"][issue.name]) for issue in issues}
    made = Profile(str(space.get("name") or path.stem), issues, weights, values, None)
    bid = (space.get("reservationBid") or {}).get("issuevalues") or {}
    _check_weights(weights)
    if bid.keys() >= weights.keys():
        worth = sum(weights[name] * values[name].get(str(bid[name]), 0.0) for name in weights)
        return replace(made, walk_away=min(1.0, worth / sum(weights.values())))
    return made


def _from_xml(data: bytes, path: Path) -> Profile:
    from lxml import etree  # noqa: PLC0415 - only this needs it

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error
    if root.tag != "utility_space":
        raise ValueError(f"it begins with <{root.tag}> instead of <utility_space>")
    given = {one.get("index"): float(one.get("value", "")) for one in root.iter("weight")}
    issues, weights, values = [], {}, {}
    for one in root.iter("issue"):
        items = {str(item.get("value")): float(item.get("evaluation", "")) for item in one.iter("item")}
        name, highest = str(one.get("name")), max(items.values())
        issues.append(Issue(name, tuple(items)))
        weights[name] = given[one.get("index")]
        values[name] = {o: value / highest if highest > 0 else 0.0 for o, value in items.items()}
    _check_weights(weights)
    reservation = root.find(".//reservation")
    floor = None if reservation is None else float(reservation.get("value", ""))
    return Profile(path.stem, tuple(issues), weights, values, floor)


def _check_weights(weights: Mapping[str, float]) -> None:
    if not math.fsum(weights.values()) > 0:
        raise ValueError(f"its weights sum to {math.fsum(weights.values()):g}; give one issue more than 0")


def _space(issues: tuple[Issue, ...], party: Party | None) -> etree._Element:
    """Return a utility space, or the bare domain where no party is given."""
    from lxml import etree  # noqa: PLC0415 - only this needs it

    space = etree.Element("utility_space", number_of_issues=str(len(issues)))
    objective = etree.SubElement(
        space, "objective", index="0", name="any", description="", type="objective", etype="objective"
    )
    worths = {} if party is None else _worths(party, issues)
    for place, issue in enumerate(issues, start=1):
        node = etree.SubElement(
            objective, "issue", index=str(place), name=issue.name, type="discrete", etype="discrete"
        )
        node.set("vtype", "discrete")
        for number, option in enumerate(issue.options, start=1):
            item = etree.SubElement(node, "item", index=str(number), value=option)
            if party is not None:
                item.set("evaluation", repr(worths[issue.name][option]))
    if party is not None:
        for place, weight in enumerate(_weights(party, issues).values(), start=1):
            etree.SubElement(objective, "weight", index=str(place), value=repr(weight))
        if party.walk_away is not None:
            etree.SubElement(space, "reservation", value=repr(party.walk_away))
    return space


def _worths(party: Party, issues: tuple[Issue, ...]) -> dict[str, dict[str, float]]:
    """Return the worth of every option, 0 on issues without weight."""
    values = party.values or {}
    return {
        issue.name: {option: values.get(issue.name, {}).get(option, 0.0) for option in issue.options}
        for issue in issues
    }


def _weights(party: Party, issues: tuple[Issue, ...]) -> dict[str, float]:
    """Return weights that sum to 1."""
    given = party.weights or {}
    total = math.fsum(given.values())
    return {issue.name: given.get(issue.name, 0.0) / total for issue in issues}


def _relative(party: Party, issues: tuple[Issue, ...]) -> tuple[Party, float]:
    """Return the party with 1 as the highest worth on each issue, and by what its utility was divided.

    Genius divides worths by the highest on their issue. Weights make up for that, and since they sum to 1
    again, all utilities and the walk-away value are divided by the utility of the best that there is.
    """
    worths, weights = _worths(party, issues), _weights(party, issues)
    highest = {name: max(worth.values()) for name, worth in worths.items()}
    best = math.fsum(weights[name] * highest[name] for name in weights)
    if best <= 0:
        raise CaseError(f"'{party.name}' values nothing at all, which Genius cannot express")
    made = Party(
        party.name,
        party.must_sign,
        {name: weight * highest[name] / best for name, weight in weights.items()},
        {
            name: {option: value / (highest[name] or 1.0) for option, value in worth.items()}
            for name, worth in worths.items()
        },
        None if party.walk_away is None else min(1.0, party.walk_away / best),
    )
    return made, best


def _measured(problem: Problem) -> tuple[Party, ...]:
    found = tuple(party for party in problem.parties if party.measured)
    if not found:
        raise CaseError("no party has weights and values, and these formats hold nothing else")
    return found


def _left_out(problem: Problem) -> tuple[str, ...]:
    lines = [f"{line.holder}: red line '{line.text}'" for p in problem.parties for line in p.red_lines]
    lines += [f"{p.name}: what it accepts on {', '.join(p.accepts)}" for p in problem.parties if p.accepts]
    plain = [f"{party.name}: it has no numbers" for party in problem.parties if not party.measured]
    return (*lines, *plain, *(f"impossible: {condition.text}" for condition in problem.impossible))


def _file_name(name: str) -> str:
    return "".join(letter if letter.isalnum() or letter in "-_" else "_" for letter in name)


def _json(content: Mapping[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _xml(element: etree._Element) -> str:
    from lxml import etree  # noqa: PLC0415 - only this needs it

    return etree.tostring(element, encoding="unicode", pretty_print=True)
