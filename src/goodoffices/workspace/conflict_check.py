"""Check that the `conflict` section of a case speaks only of options that the case's conflict will have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goodoffices.case.case import Case
from goodoffices.case.conditions import parse_condition
from goodoffices.case.conflict_references import conflict_conditions
from goodoffices.case.document import compose, decode
from goodoffices.case.names import quoted
from goodoffices.case.parse import CaseFileError
from goodoffices.case.problems import Problem
from goodoffices.case.spots import Spot
from goodoffices.models.graph.derived import derived_options
from goodoffices.models.graph.from_case import offers_of
from goodoffices.models.graph.offers import Offer
from goodoffices.models.graph.origins import Words

__all__ = ["check_conflict"]


def check_conflict(case: Case, data: bytes, *, name: str) -> Case:
    """Return a case whose `conflict` section names no option that neither a rule nor the analyst gives.

    Which guarantor's readiness is an option depends on judged numbers, so that reading the case alone
    cannot tell.

    Args:
        case: The case.
        data: The bytes of its file.
        name: Name of the file, for messages.

    Raises:
        CaseFileError: An option is missing; lists all places with line and column.
    """
    if case.conflict is None:
        return case
    section = Spot(compose(decode(data)).root).key("conflict")
    problems = tuple(_problems(case, section))
    if problems:
        raise CaseFileError(problems, name=name)
    return case


def _problems(case: Case, section: Spot) -> Iterator[Problem]:
    offers = offers_of(case)
    given = {f"{each.option.owner}.{each.option.name}" for each in derived_options(offers, Words())}
    options = set(given)
    for key, option in section.key("options").entries():
        options.add(key.text or "")
        if key.text not in given and option.key("name").text is None:
            yield key.problem(_missing(case, offers, key.text or ""))
    for spot in section.key("status_quo").key("taken").items():
        if spot.text not in options:
            yield spot.problem(_missing(case, offers, spot.text or ""))
    known = options | {offer.id for offer in offers}
    for spot in conflict_conditions(section):
        for atom in parse_condition(spot.text or "").atoms():
            if atom.name not in known:
                yield spot.problem(_missing(case, offers, atom.name), offset=atom.position)


def _missing(case: Case, offers: Sequence[Offer], name: str) -> str:
    """Say why there is no such option, and what to do."""
    owner, _, option = name.rpartition(".")
    if option in case.proposals:
        return f"{quoted(option)} is left out of the conflict, so {quoted(name)} means nothing: remove one"
    fact = f"no rule gives the option {quoted(name)}"
    add = f"or add it under 'options' with 'name: …', which says what {owner} would do"
    promise = next((each.promise for each in offers if each.promise and each.promise.act == option), None)
    if promise and promise.turns_on:
        turns_on = f"{promise.turns_on}.{option}"
        return f"{fact}, as action turns on {promise.turns_on}: write {quoted(turns_on)}, {add}"
    why = f": {promise.unknown[:1].lower()}{promise.unknown[1:].rstrip('.')}" if promise else ""
    return f"{fact}{why}; remove it, {add}"
