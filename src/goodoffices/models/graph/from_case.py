"""From a case to the conflict of acceptances, refusals and guarantees, each part with where it comes from."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

from goodoffices.case.case import Case
from goodoffices.case.coding import Coding
from goodoffices.case.conflict import BREAK, CodedConflict, CodedPreference, act_on
from goodoffices.case.conflict import Direction as CodedDirection
from goodoffices.case.instruments import Guarantee, Rule
from goodoffices.case.terms import Proposal, ResponseAct
from goodoffices.errors import ModelError
from goodoffices.models.graph.conflict import Conflict
from goodoffices.models.graph.derivation import Names, derivation
from goodoffices.models.graph.derived import derived_options
from goodoffices.models.graph.offers import Answer, Offer, Promise, Source, Stand
from goodoffices.models.graph.origins import ANALYST, Derivation, Origin, Words
from goodoffices.models.graph.overrides import (
    OptionChange,
    Overrides,
    PartyPreference,
    Restriction,
    Wish,
)
from goodoffices.models.graph.states import Direction
from goodoffices.models.graph.turning_point import Decides, turning_point

__all__ = ["answers_conflict", "choices", "derive", "offers_of", "signed_proposals"]

UNCONFIRMED = "Nobody has confirmed it yet, so nothing is supposed of who would keep or break it."
"""What is said of a guarantee that is only a draft."""


def answers_conflict(case: Case) -> Conflict:
    """Return the conflict of a case; `derive` also says where each part of it comes from.

    Raises:
        ModelError: As for `derive`.
    """
    return derive(case).conflict


def derive(case: Case, *, called: Mapping[str, str] = MappingProxyType({})) -> Derivation:
    """Return the conflict that follows from a case's proposals, responses and guarantees.

    Option `party.proposal` is taken if the party accepts the proposal. The rules by which options and
    preferences come about are `goodoffices.models.graph.origins.RULES`; what an analyst coded under
    `conflict` takes precedence, and every part says which of the two it is.

    Args:
        case: The case.
        called: How to speak of proposals, by id; in quotation marks by their names if left out.

    Raises:
        ModelError: No proposal has signatories, an override does not fit, or the conflict is too large.
        ConditionError: A condition names no option.
    """
    offers = offers_of(case, called)
    if not case.proposals:
        raise ModelError(
            "the case has no proposals, so nobody decides anything; write what is on the table under "
            "'proposals', each with who answered it how"
        )
    if not offers:
        raise ModelError(
            "no proposal of the case has signatories, so nobody decides anything; "
            "mark parties with 'must_sign: true' or give a proposal its signatories"
        )
    names = {id_: party.name for id_, party in case.parties.items()}
    unlisted = (party for offer in offers for party in offer.signatories if party not in names)
    names.update((party, party) for party in tuple(unlisted))
    return derivation(Names(case.title, names), offers, _overrides(case))


def signed_proposals(case: Case) -> tuple[str, ...]:
    """Return the ids of the proposals that play a part: signatories known, not left out by the analyst."""
    left_out = case.conflict.leave_out if case.conflict else {}
    return tuple(
        id_ for id_, proposal in case.proposals.items() if case.signatories(proposal) and id_ not in left_out
    )


def choices(case: Case) -> int:
    """Return the number of options of a case's conflict, without building it."""
    derived = {(each.option.owner, each.option.name) for each in derived_options(offers_of(case), Words())}
    added = {tuple(key.split(".")) for key in case.conflict.options} if case.conflict else set()
    return len(derived | added)


def offers_of(case: Case, called: Mapping[str, str] = MappingProxyType({})) -> tuple[Offer, ...]:
    """Return what is on the table, as far as options and preferences follow from it."""
    return tuple(_offer(case, id_, called.get(id_)) for id_ in signed_proposals(case))


def _offer(case: Case, id_: str, called: str | None) -> Offer:
    proposal = case.proposals[id_]
    name = called or f"“{proposal.name}”"
    guarantee = case.guarantees.get(proposal.guarantee or "")
    named = dict.fromkeys((*case.parties, *proposal.by, *proposal.responses))
    answers = {party: _answer(proposal, party) for party in named}
    return Offer(
        id_,
        name,
        case.signatories(proposal),
        _source(proposal.coding),
        {party: given for party, given in answers.items() if given is not None},
        _promise(proposal, guarantee, name) if guarantee else None,
        proposal.terms,
    )


def _answer(proposal: Proposal, party: str) -> Answer | None:
    """Return where a party stands; a response says more than having put the proposal forward."""
    response = proposal.responses.get(party)
    if response is None:
        how = "planned" if proposal.planned else "put forward"
        return Answer(Stand.BEHIND, how, _source(proposal.coding)) if party in proposal.by else None
    stand = _STANDS.get(response.act)
    return Answer(stand[0], stand[1], _source(response.coding)) if stand else None


_STANDS = {
    ResponseAct.REJECTS: (Stand.AGAINST, "rejected"),
    ResponseAct.ACCEPTS: (Stand.BEHIND, "accepted"),
    ResponseAct.SUPPORTS: (Stand.SPEAKS_FOR, "spoke for"),
}


def _promise(proposal: Proposal, guarantee: Guarantee, name: str) -> Promise:
    id_ = proposal.guarantee or ""
    drafted = guarantee.coding.drafted
    turns_on, unknown = (None, UNCONFIRMED) if drafted else _turns_on(guarantee)
    willing = guarantee.willingness.get(turns_on or "")
    return Promise(
        id_,
        f"the guarantee in {name}",
        guarantee.beneficiary,
        () if drafted else guarantee.against,
        turns_on,
        (willing.value.low, willing.value.high) if willing else None,
        unknown,
        act_on(id_),
        BREAK,
        _source(guarantee.coding),
        _source(willing.coding if willing else guarantee.coding),
    )


def _turns_on(guarantee: Guarantee) -> tuple[str | None, str]:
    """Return the guarantor on whom action turns, or why there is none."""
    members = tuple(member for member in guarantee.guarantors if member not in guarantee.recused)
    if guarantee.rule is Rule.BODY:
        return None, "Who could decide follows from the rule of a body, which these rules do not read."
    if guarantee.rule is None and len(members) != 1:
        return (
            None,
            "No rule is stated by which its guarantors decide, so it is not known on whom action turns.",
        )
    decides = _decides(guarantee, members)
    able = [member for member in members if member not in guarantee.against]
    if not decides(able):
        return (
            None,
            "It is never acted on: whom it is meant against could block, or the others cannot decide.",
        )
    willing = {member: given.value.mid for member, given in guarantee.willingness.items()}
    found = turning_point(members, willing, decides, never=guarantee.against)
    missing = (
        "The willingness of its guarantors is not judged for all, so it is not known on whom action turns."
    )
    return found, "" if found else missing


def _decides(guarantee: Guarantee, members: tuple[str, ...]) -> Decides:
    needed, vetoes = guarantee.required or 1, set(guarantee.vetoes) & set(members)

    def decides(chosen: Collection[str]) -> bool:
        match guarantee.rule:
            case Rule.UNANIMOUS:
                return bool(chosen) and set(members) <= set(chosen)
            case Rule.WEIGHTED:
                return sum(guarantee.weights.get(member, 0) for member in chosen) >= needed
            case Rule.COUNCIL:
                return len(chosen) >= needed and vetoes <= set(chosen)
            case _:
                return len(chosen) >= (needed if guarantee.rule is Rule.K_OF_N else 1)

    return decides


def _overrides(case: Case) -> Overrides:
    coded = case.conflict or CodedConflict()
    return Overrides(
        options=tuple(_changes(coded)),
        impossible=tuple(_restriction(each.condition, each.name, each.coding) for each in coded.impossible),
        same=tuple(_restriction(each.condition, each.name, each.coding) for each in coded.same),
        taken=frozenset(coded.status_quo.taken) if coded.status_quo else None,
        now=_analyst(coded.status_quo.coding, "Coded as where the parties stand.")
        if coded.status_quo
        else None,
        preferences={party: _preference(given) for party, given in coded.preferences.items()},
        left_out=tuple(
            (f"“{case.proposals[id_].name}”", _analyst(coding, "Left out."))
            for id_, coding in coded.leave_out.items()
            if id_ in case.proposals
        ),
    )


def _changes(coded: CodedConflict) -> Iterator[OptionChange]:
    for key, option in coded.options.items():
        owner, _, name = key.partition(".")
        origin = _analyst(option.coding, "Added or changed.")
        direction = _DIRECTIONS[option.direction] if option.direction else None
        yield OptionChange(owner, name, option.name, direction, origin)


_DIRECTIONS: Mapping[CodedDirection, Direction] = MappingProxyType(
    {CodedDirection.BOTH: "both", CodedDirection.ON: "on", CodedDirection.OFF: "off"}
)


def _restriction(condition: str, name: str | None, coding: Coding) -> Restriction:
    return Restriction(condition, name, _analyst(coding, "Coded in the case."))


def _preference(given: CodedPreference) -> PartyPreference:
    wishes = tuple(Wish(want.wants, want.weight, want.name) for want in given.statements)
    ranked = tuple(Wish(level) for level in given.ranking)
    return PartyPreference(
        wishes or ranked,
        bool(given.ranking),
        given.rules_follow,
        _analyst(given.coding, "Coded in the case instead of the rules."),
    )


def _analyst(coding: Coding, otherwise: str) -> Origin:
    return _source(coding).origin(ANALYST, coding.note or otherwise)


def _source(coding: Coding) -> Source:
    return Source(coding.because, (coding.source,) if coding.source else (), coding.coder, coding.drafted)
