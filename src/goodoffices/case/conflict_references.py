"""What the `conflict` section of a case says of the rest: options, proposals and parties that must exist."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from goodoffices.case.conditions import check_names, literals, parse_condition
from goodoffices.case.conflict import BREAK, act_on
from goodoffices.case.name_checks import keys, known_keys, known_names
from goodoffices.case.names import quoted, way_out
from goodoffices.case.problems import Problem
from goodoffices.case.spots import Spot
from goodoffices.errors import ConditionError


def conflict_problems(case: Spot, parties: Collection[str], signing: Sequence[str]) -> Iterator[Problem]:
    """Find names in the `conflict` section that do not exist, and conditions that cannot be read.

    Args:
        case: The case file.
        parties: Ids of the parties.
        signing: Ids of the parties without whose signature there is no agreement.
    """
    section = case.key("conflict")
    proposals = _signed(case, signing)
    derived = _derived(case, proposals)
    yield from known_keys(section.key("leave_out"), "proposal", keys(case.key("proposals")))
    yield from _options(section.key("options"), parties, derived)
    options = tuple(dict.fromkeys((*derived, *keys(section.key("options")))))
    yield from known_names(section.key("status_quo").key("taken"), "option", options)
    words: dict[str, tuple[str, ...]] = dict.fromkeys((*options, *proposals), ())
    for condition in conflict_conditions(section):
        yield from _condition(condition, words)
    yield from _same(section.key("same"), words, proposals)
    yield from known_keys(section.key("preferences"), "party", parties)


def conflict_conditions(section: Spot) -> Iterator[Spot]:
    """Return every condition in the `conflict` section."""
    for restriction in (*section.key("impossible").items(), *section.key("same").items()):
        yield restriction.key("condition")
    for _, preference in section.key("preferences").entries():
        yield from (want.key("wants") for want in preference.key("statements").items())
        yield from preference.key("ranking").items()


def _signed(case: Spot, signing: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return the signatories of each proposal whose signatories are known."""
    found = {}
    for key, proposal in case.key("proposals").entries():
        named = tuple(item.text for item in proposal.key("signatories").items() if item.text)
        if named or signing:
            found[key.text or ""] = named or tuple(signing)
    return found


def _derived(case: Spot, proposals: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return every option that a rule may give; which guarantor has one depends on numbers."""
    names = [f"{party}.{id_}" for id_, signing in proposals.items() for party in signing]
    guarantees = {key.text: guarantee for key, guarantee in case.key("guarantees").entries()}
    for id_ in proposals:
        contained = case.key("proposals").key(id_).key("guarantee").text
        guarantee = guarantees.get(contained) if contained else None
        if contained and guarantee:
            against = [item.text for item in guarantee.key("against").items()]
            members = [item.text for item in guarantee.key("guarantors").items() if item.text not in against]
            names += [f"{party}.{act_on(contained)}" for party in members]
            names += [f"{party}.{BREAK}" for party in against]
    return tuple(dict.fromkeys(names))


def _options(options: Spot, parties: Collection[str], derived: Collection[str]) -> Iterator[Problem]:
    for key, option in options.entries():
        name = key.text or ""
        owner = name.partition(".")[0]
        if owner not in parties:
            yield key.problem(f"no party {quoted(owner)} to own it; {way_out(owner, parties)}")
        elif name not in derived and option.key("name").text is None:
            yield key.problem(
                f"no rule gives an option {quoted(name)}; {way_out(name, derived)}; to add an option, "
                "say what it is with 'name: …'"
            )


def _same(same: Spot, words: dict[str, tuple[str, ...]], proposals: Collection[str]) -> Iterator[Problem]:
    for entry in same.items():
        spot = entry.key("condition")
        if not spot.text or list(_condition(spot, words)):
            continue
        asked = literals(parse_condition(spot.text))
        if asked is None or any(name in proposals and not taken for name, taken in asked.items()):
            yield spot.problem(
                f"{quoted(spot.text)} is no list of options that are taken or not, joined by 'and', such as "
                "'a.leave and not b.stay'"
            )


def _condition(spot: Spot, words: dict[str, tuple[str, ...]]) -> Iterator[Problem]:
    if not spot.text:
        return
    try:
        check_names(parse_condition(spot.text), words)
    except ConditionError as error:
        yield spot.problem(str(error), offset=error.position)
