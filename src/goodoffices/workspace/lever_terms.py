"""Read what levers weigh, and what moving costs, from a small file beside a case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml.comments import CommentedMap

from goodoffices.case.case import Case
from goodoffices.case.instruments import Leverage
from goodoffices.case.names import way_out
from goodoffices.case.values import Interval
from goodoffices.errors import CaseError, ModelError
from goodoffices.models.leverage.lever import Lever
from goodoffices.workspace.interval_file import check_keys, interval, source_of, table, where

__all__ = ["LeverTerms", "load_lever_terms"]

VALUES = ("weight", "redirectable", "dependence", "cost")
PARTS = ("loss", "gain", "side_payment")


@dataclass(frozen=True, slots=True)
class LeverTerms:
    """Levers with all their values, and what is at stake for those concerned.

    Attributes:
        levers: Levers of the case for which the file gives values.
        loss: For each target what moving costs it, in its own utility.
        gain: For each holder what it gains if the target moves, in its own utility.
        side_payment: For each target what it is given for moving.
        source: Who judged these values, and on what.
    """

    levers: tuple[Lever, ...]
    loss: Mapping[str, Interval]
    gain: Mapping[str, Interval]
    side_payment: Mapping[str, Interval]
    source: str


def load_lever_terms(path: Path, case: Case) -> LeverTerms:
    """Read values for levers of a case.

    The file is YAML: `source`; `levers`, a list of `{holder, target, weight, redirectable, dependence,
    cost}`, with `means` where one party holds several levers on another; `loss` and if wanted `gain` and
    `side_payment`, each a mapping from party to `[low, middle, high]`. Share and willingness are the case's.
    Sizes are in the utility of the party concerned, which runs from 0 to 1.

    Raises:
        CaseError: The file cannot be read, a value is missing, or a lever is not in the case or has no
            share or willingness there.
    """
    given = table(path)
    check_keys(path, given, ("source", "levers", *PARTS))
    source = source_of(path, given)
    entries = given.get("levers")
    if not isinstance(entries, list) or not entries:
        raise CaseError(f"{path}: 'levers' lists no lever; give holder, target, {', '.join(VALUES)} for each")
    levers = tuple(_lever(path, entry, case) for entry in entries)
    parts = {name: _by_party(path, given, name, case) for name in PARTS}
    for party, paid in parts["side_payment"].items():
        if paid.low < 0.0:
            place = where(path, given["side_payment"], party)
            raise CaseError(f"{place}: the side payment is {paid.as_list()}; a payment is 0 or more")
    return LeverTerms(levers, parts["loss"], parts["gain"], parts["side_payment"], source)


def _lever(path: Path, entry: object, case: Case) -> Lever:
    if not isinstance(entry, CommentedMap):
        raise CaseError(
            f"{path}: an entry of 'levers' is {str(entry)[:60]!r}; give holder, target and values"
        )
    check_keys(path, entry, ("holder", "target", "means", *VALUES))
    coded = _coded(path, entry, case)
    if coded.share is None or coded.willingness is None:
        missing = "share" if coded.share is None else "willingness"
        raise CaseError(
            f"{where(path, entry, 'holder')}: the case gives no {missing} for the lever of {coded.holder} "
            f"over {coded.target}; add '{missing}: [low, middle, high]' to it there"
        )
    values = {
        name: (_utility if name in {"weight", "cost"} else interval)(path, entry, name) for name in VALUES
    }
    try:
        return Lever(
            coded.holder,
            coded.target,
            coded.means or "means not named",
            share=coded.share,
            willingness=coded.willingness,
            **values,
        )
    except ModelError as error:
        raise CaseError(f"{where(path, entry, 'holder')}: {error}") from error


def _coded(path: Path, entry: CommentedMap, case: Case) -> Leverage:
    for key in ("holder", "target"):
        if key not in entry:
            raise CaseError(f"{path}:{entry.lc.line + 1}: a lever has no '{key}'; add it")
    holder, target, means = entry["holder"], entry["target"], entry.get("means")
    found = [
        one
        for one in case.leverage
        if (one.holder, one.target) == (holder, target) and means in {None, one.means}
    ]
    if len(found) != 1:
        told = "no lever" if not found else f"{len(found)} levers"
        raise CaseError(
            f"{where(path, entry, 'holder')}: the case has {told} of {holder} over {target}"
            f"{f' by {means!r}' if means else ''}; name one of its levers, and its means if there are several"
        )
    return found[0]


def _by_party(path: Path, given: CommentedMap, name: str, case: Case) -> dict[str, Interval]:
    part = given.get(name, CommentedMap())
    if not isinstance(part, CommentedMap):
        raise CaseError(
            f"{where(path, given, name)}: '{name}' holds no parties; write 'party: [low, middle, high]'"
        )
    for party in part:
        if party not in case.parties:
            raise CaseError(
                f"{where(path, part, party)}: no party '{party}' is in the case; "
                f"{way_out(str(party), tuple(case.parties))}"
            )
    return {str(party): _utility(path, part, party) for party in part}


def _utility(path: Path, inside: CommentedMap, name: str) -> Interval:
    """Return an interval; sizes are in a utility from 0 to 1, of which no more than all can be at stake."""
    value = interval(path, inside, name)
    if not value.within(-1.0, 1.0):
        raise CaseError(
            f"{where(path, inside, name)}: '{name}' is {value.as_list()}; a party's utility runs from 0 to "
            "1, 1 being all that it wants on every issue, so give 1 at most"
        )
    return value
