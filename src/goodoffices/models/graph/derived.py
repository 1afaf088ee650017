"""The rules that make options and preferences of what is on the table; `origins.RULES` says them in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from goodoffices.models.graph.offers import Offer, Promise, Source, Stand
from goodoffices.models.graph.origins import (
    ConditionOrigin,
    OptionOrigin,
    Origin,
    Phrases,
    StatementOrigin,
    Words,
)
from goodoffices.models.graph.states import Option

__all__ = [
    "derived_impossible",
    "derived_options",
    "derived_phrases",
    "derived_statements",
    "standing_answers",
    "without_option",
]

HALF = 0.5
"""Above this probability a guarantor is taken to prefer acting, below it to prefer not to."""


def derived_options(offers: Sequence[Offer], words: Words) -> tuple[OptionOrigin, ...]:
    """Return the options that the rules give, acceptances first."""
    found = [_acceptance(offer, party, words) for offer in offers for party in offer.signatories]
    promises = _promises(offers)
    found += [_readiness_option(promise, words) for promise in promises.values() if promise.turns_on]
    for party in _addressees(offers):
        meant = [promise for promise in promises.values() if party in promise.against]
        verb = "is" if len(meant) == 1 else "are"
        why = _sentence(f"{_listed(meant)} {verb} meant against {words.name(party)}")
        found.append(OptionOrigin(Option(meant[0].breach, party), _joint(meant).origin("breach", why)))
    return tuple(found)


def derived_phrases(offers: Sequence[Offer]) -> dict[tuple[str, str], Phrases]:
    """Return how to speak of the options that the rules give."""
    found = {
        (party, offer.id): Phrases(
            f"would accept {offer.name}",
            f"would not accept {offer.name}",
            f"accept {offer.name}",
            f"withdraw acceptance of {offer.name}",
        )
        for offer in offers
        for party in offer.signatories
    }
    for promise in _promises(offers).values():
        if promise.turns_on:
            found[promise.turns_on, promise.act] = _ready(promise.name)
    for party, breach in _addressees(offers).items():
        found[party, breach] = Phrases(
            "would mean to break the settlement",
            "would not mean to break the settlement",
            "turn to breaking the settlement",
            "give up breaking the settlement",
        )
    return found


def without_option(offers: Sequence[Offer]) -> tuple[tuple[str, Origin], ...]:
    """Return the guarantees for which nobody's readiness is an option, each with the reason."""
    return tuple(
        (promise.name, promise.source.origin("turning point", promise.unknown))
        for promise in _promises(offers).values()
        if promise.unknown
    )


def derived_statements(offers: Sequence[Offer], party: str, words: Words) -> tuple[StatementOrigin, ...]:
    """Return what a party is taken to want, all of equal weight."""
    found = [each for offer in offers for each in _on_an_offer(offer, party, words)]
    promises = _promises(offers)
    for promise in promises.values():
        if promise.turns_on == party and promise.willing is not None:
            found.extend(_readiness(promise, party))
    if party in _addressees(offers):
        found.append(_worst_case(offers, party))
    protecting = [promise for promise in promises.values() if promise.beneficiary == party]
    threats = _addressees([offer for offer in offers if offer.promise in protecting])
    for threat, breach in threats.items():
        meant = [promise for promise in protecting if threat in promise.against]
        verb = "protects" if len(meant) == 1 else "protect"
        why = _sentence(f"{_listed(meant)} {verb} {words.name(party)}")
        said = f"that {words.name(threat)} would not mean to break the settlement"
        origin = _joint(meant).origin("protection", why)
        found.append(StatementOrigin(party, f"not {threat}.{breach}", said, 1, origin))
    return tuple(found)


def derived_impossible(offers: Sequence[Offer]) -> tuple[ConditionOrigin, ...]:
    """Return which proposals cannot be in force together."""
    found = []
    for one, other in combinations(offers, 2):
        if any(other.terms.get(issue, option) != option for issue, option in one.terms.items()):
            why = f"{one.name} and {other.name} settle one question in different ways."
            said = f"{one.name} and {other.name} are both in force"
            origin = _together([one.source, other.source]).origin("either or", why)
            found.append(ConditionOrigin(f"{one.in_force} and {other.in_force}", said, origin))
    return tuple(found)


def standing_answers(offers: Sequence[Offer]) -> frozenset[tuple[str, str]]:
    """Return the options that are taken in the status quo, as pairs of owner and name."""
    return frozenset(
        (party, offer.id)
        for offer in offers
        for party in offer.signatories
        if party in offer.answers and offer.answers[party].stand is Stand.BEHIND
    )


def _acceptance(offer: Offer, party: str, words: Words) -> OptionOrigin:
    why = f"The acceptance of {words.name(party)} is needed for {offer.name}."
    return OptionOrigin(Option(offer.id, party), offer.source.origin("acceptance", why))


def _readiness_option(promise: Promise, words: Words) -> OptionOrigin:
    who = promise.turns_on or ""
    willing = f", judged willing with {_span(promise.willing)}," if promise.willing else ""
    why = f"Action on {promise.name} turns on {words.name(who)}{willing} under its rule."
    return OptionOrigin(Option(promise.act, who), promise.judged.origin("turning point", why))


def _on_an_offer(offer: Offer, party: str, words: Words) -> Iterator[StatementOrigin]:
    answer = offer.answers.get(party)
    if answer is None:
        return
    name = offer.name
    why = f"{words.name(party)} {answer.how} {name}."
    signs, own = party in offer.signatories, f"{party}.{offer.id}"
    if answer.stand is Stand.AGAINST:
        wants = f"not {own}" if signs else f"not ({offer.in_force})"
        said = f"not to accept {name}" if signs else f"that {name} is not in force"
        yield StatementOrigin(party, wants, said, 1, answer.source.origin("refusal", why))
        return
    if answer.stand is Stand.BEHIND and signs:
        said = f"to accept {name}"
        yield StatementOrigin(party, own, said, 1, answer.source.origin("approval", why))
    said = f"that {name} is in force"
    yield StatementOrigin(party, offer.in_force, said, 1, answer.source.origin("wish", why))


def _readiness(promise: Promise, party: str) -> Iterator[StatementOrigin]:
    low, high = promise.willing or (0.0, 1.0)
    option, name = f"{party}.{promise.act}", promise.name
    judged = f"Willingness is judged {_span(promise.willing)}"
    if low > HALF:
        origin = promise.judged.origin("readiness", f"{judged}, above one half throughout.")
        yield StatementOrigin(party, option, f"to be ready to act on {name}", 1, origin)
    elif high < HALF:
        origin = promise.judged.origin("readiness", f"{judged}, below one half throughout.")
        yield StatementOrigin(party, f"not {option}", f"not to be ready to act on {name}", 1, origin)


def _worst_case(offers: Sequence[Offer], party: str) -> StatementOrigin:
    """Return that a party means to break a settlement exactly where one is in force that nobody protects."""
    meant = [(offer, offer.promise) for offer in offers if offer.promise and party in offer.promise.against]
    exposed = " or ".join(f"({offer.in_force})" for offer, _ in meant)
    kept = [
        f"({offer.in_force} and {promise.turns_on}.{promise.act})"
        for offer, promise in meant
        if promise.turns_on
    ]
    unprotected = f"({exposed})" + (f" and not ({' or '.join(kept)})" if kept else "")
    names = _listed([offer for offer, _ in meant], "or")
    said = (
        f"to mean to break the settlement exactly where {names} is in force and nobody is ready to act "
        "on the guarantee in it"
    )
    promises = [promise for _, promise in meant]
    verb = "has" if len(promises) == 1 else "have"
    why = f"Supposed, not said: {_listed(promises)} {verb} to stand this test."
    origin = _joint(promises).origin("worst case", why)
    return StatementOrigin(party, f"{party}.{promises[0].breach} iff ({unprotected})", said, 1, origin)


def _promises(offers: Sequence[Offer]) -> Mapping[str, Promise]:
    return {offer.promise.id: offer.promise for offer in offers if offer.promise}


def _addressees(offers: Sequence[Offer]) -> Mapping[str, str]:
    """Return whom guarantees are meant against, each with its option to break the settlement."""
    return {party: promise.breach for promise in _promises(offers).values() for party in promise.against}


def _joint(promises: Sequence[Promise]) -> Source:
    """Return the sources of several guarantees as one."""
    return _together([promise.source for promise in promises])


def _together(parts: Sequence[Source]) -> Source:
    return Source(
        tuple(dict.fromkeys(id_ for part in parts for id_ in part.because)),
        tuple(dict.fromkeys(source for part in parts for source in part.sources)),
        next((part.coder for part in parts if part.coder), None),
        any(part.drafted for part in parts),
    )


def _ready(name: str) -> Phrases:
    return Phrases(
        f"would be ready to act on {name}",
        f"would not be ready to act on {name}",
        f"be ready to act on {name}",
        f"no longer be ready to act on {name}",
    )


def _span(willing: tuple[float, float] | None) -> str:
    low, high = willing or (0.0, 1.0)
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _listed(named: Sequence[Offer] | Sequence[Promise], joint: str = "and") -> str:
    names = [each.name for each in named]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {joint} {names[-1]}"
