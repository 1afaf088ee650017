"""A conflict put together from the rules and from what an analyst overrides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from goodoffices.case.conditions import literals, parse_condition
from goodoffices.errors import ModelError
from goodoffices.models.graph.condition_words import Readings, in_words, written_out
from goodoffices.models.graph.conflict import Conflict, option_form
from goodoffices.models.graph.derived import (
    derived_impossible,
    derived_options,
    derived_phrases,
    derived_statements,
    standing_answers,
    without_option,
)
from goodoffices.models.graph.offers import Offer
from goodoffices.models.graph.origins import (
    RULES,
    ConditionOrigin,
    Derivation,
    OptionOrigin,
    Origin,
    Phrases,
    StatementOrigin,
    Words,
)
from goodoffices.models.graph.overrides import OptionChange, Overrides, PartyPreference, Restriction
from goodoffices.models.graph.preferences import Priorities
from goodoffices.models.graph.states import Option, StateSpace, holds_in, state_space


@dataclass(frozen=True, slots=True)
class Names:
    """Names of the parties, in the order in which the conflict lists them."""

    conflict: str
    parties: Mapping[str, str]


def derivation(names: Names, offers: Sequence[Offer], overrides: Overrides) -> Derivation:
    """Return the conflict with the origin of each of its parts.

    Args:
        names: What it and its parties are called.
        offers: The proposals whose signatories are known.
        overrides: What an analyst put in the place of what the rules give.

    Raises:
        ModelError: An override names an option that no rule gives, an analyst's status quo cannot occur,
            or the conflict is too large.
        ConditionError: A condition cannot be read or names no option.
    """
    words = _words(names, offers, overrides)
    options = _options(derived_options(offers, words), overrides.options)
    told = _Told(
        {offer.id: offer.in_force for offer in offers},
        _readings(offers, [each.option for each in options], words),
    )
    impossible = (
        *derived_impossible(offers),
        *(told.restriction(each) for each in overrides.impossible),
    )
    same = tuple(told.restriction(each) for each in overrides.same)
    deciding = [party for party in names.parties if any(each.option.owner == party for each in options)]
    derived = {
        party: _preference(told, party, overrides, derived_statements(offers, party, words))
        for party in deciding
    }
    conflict, statements = _built(names.conflict, options, derived, impossible, same)
    now, label = _status_quo(conflict, offers, overrides)
    idle = tuple(
        (
            words.name(party),
            replace(given.origin, why="Nothing is up to this party, so that its preferences change nothing."),
        )
        for party, given in overrides.preferences.items()
        if party not in deciding
    )
    left_out = (*overrides.left_out, *without_option(offers), *idle)
    return Derivation(conflict, words, options, statements, label, now, impossible, same, left_out)


def _words(names: Names, offers: Sequence[Offer], overrides: Overrides) -> Words:
    added = {
        (change.owner, change.option): Phrases(
            f"would {change.name}", f"would not {change.name}", change.name, f"no longer {change.name}"
        )
        for change in overrides.options
        if change.name is not None
    }
    return Words(names.parties, {**derived_phrases(offers), **added})


def _options(derived: Sequence[OptionOrigin], changes: Sequence[OptionChange]) -> tuple[OptionOrigin, ...]:
    found = {(each.option.owner, each.option.name): each for each in derived}
    for change in changes:
        key = (change.owner, change.option)
        if key not in found and change.name is None:
            raise ModelError(
                f"no rule gives the option '{change.owner}.{change.option}' in this case; say what it is "
                "with 'name: …' to add it"
            )
        option = Option(change.option, change.owner, change.direction or "both")
        found[key] = OptionOrigin(option, change.origin)
    return tuple(found.values())


def _readings(offers: Sequence[Offer], options: Sequence[Option], words: Words) -> Readings:
    own = {
        f"{option.owner}.{option.name}": (
            f"{words.name(option.owner)} {words.option(option).taken}",
            f"{words.name(option.owner)} {words.option(option).left}",
        )
        for option in options
    }
    return own | {
        offer.id: (f"{offer.name} is in force", f"{offer.name} is not in force") for offer in offers
    }


@dataclass(frozen=True, slots=True)
class _Told:
    """Writes an analyst's conditions out in full and in words."""

    in_force: Mapping[str, str]
    readings: Readings

    def restriction(self, given: Restriction) -> ConditionOrigin:
        said = given.name or in_words(given.condition, self.readings)
        return ConditionOrigin(written_out(given.condition, self.in_force), said, given.origin)

    def preference(self, party: str, given: PartyPreference) -> tuple[StatementOrigin, ...]:
        found = []
        above: list[str] = []
        for wish in given.wishes:
            wants = written_out(wish.condition, self.in_force)
            said = wish.name or f"that {in_words(wish.condition, self.readings)}"
            if given.ranked:
                above.append(f"({wants})")
                wants = " or ".join(above)
                if len(given.wishes) > 1:
                    said = f"{'best' if len(above) == 1 else 'next best'}: {said}"
            found.append(StatementOrigin(party, wants, said, wish.weight, given.origin))
        return tuple(found)


def _preference(
    told: _Told, party: str, overrides: Overrides, derived: tuple[StatementOrigin, ...]
) -> tuple[StatementOrigin, ...]:
    """Return what an analyst says that a party wants, else what the rules say; or both in turn."""
    given = overrides.preferences.get(party)
    if given is None:
        return derived
    own = told.preference(party, given)
    if not given.rules_follow:
        return own
    if any(each.weight is not None for each in own):
        return own + derived
    # Each of the analyst's statements outweighs all that follow it; those of the rules count 1 each.
    unit, most = len(derived) + 1, len(own) - 1
    weighed = tuple(replace(each, weight=unit << (most - place)) for place, each in enumerate(own))
    return weighed + derived


def _built(
    name: str,
    options: Sequence[OptionOrigin],
    wanted: Mapping[str, tuple[StatementOrigin, ...]],
    impossible: Sequence[ConditionOrigin],
    same: Sequence[ConditionOrigin],
) -> tuple[Conflict, tuple[StatementOrigin, ...]]:
    plain = [each.option for each in options]
    infeasible = [each.condition for each in impossible]
    patterns = [_pattern(each.condition, plain) for each in same]
    if same:
        space = state_space(plain, infeasible=infeasible, same=patterns)
        wanted = {
            party: tuple(_outside(space, each, same) for each in statements)
            for party, statements in wanted.items()
        }
    conflict = option_form(
        name=name,
        decision_makers=list(wanted),
        options=plain,
        preferences={party: _priorities(statements) for party, statements in wanted.items()},
        infeasible=infeasible,
        same=patterns,
    )
    return conflict, tuple(each for statements in wanted.values() for each in statements)


def _priorities(statements: Sequence[StatementOrigin]) -> Priorities:
    if not statements:
        return Priorities(("true",))
    weights = tuple(each.weight for each in statements if each.weight is not None)
    return Priorities(tuple(each.wants for each in statements), weights)


def _outside(
    space: StateSpace, statement: StatementOrigin, same: Sequence[ConditionOrigin]
) -> StatementOrigin:
    """Let what a rule wants count as unmet in a merged state in which it holds only in part."""
    if statement.origin.overridden:
        return statement
    masks = space.states.masks
    truth = holds_in(statement.wants, space.options, masks)
    wants = statement.wants
    for each in same:
        inside = truth[holds_in(each.condition, space.options, masks)]
        if inside.any() and not inside.all():
            wants = f"({wants}) and not ({each.condition})"
    return replace(statement, wants=wants)


def _pattern(condition: str, options: Sequence[Option]) -> str:
    asked = literals(parse_condition(condition))
    if asked is None:
        raise ModelError(
            f"{condition!r} is no list of options that are taken or not, joined by 'and': what counts as one "
            "state must be one"
        )
    letters = {True: "Y", False: "N", None: "-"}
    return "".join(letters[asked.get(f"{option.owner}.{option.name}")] for option in options)


def _status_quo(
    conflict: Conflict, offers: Sequence[Offer], overrides: Overrides
) -> tuple[Origin, str | None]:
    standing = {f"{owner}.{name}" for owner, name in standing_answers(offers)}
    taken = standing if overrides.taken is None else overrides.taken
    pattern = "".join("Y" if f"{option.owner}.{option.name}" in taken else "N" for option in conflict.options)
    origin = overrides.now or Origin("standing answers", RULES["standing answers"])
    try:
        return origin, conflict.states[conflict.space.find(pattern)]
    except ModelError:
        if overrides.taken is None:
            return origin, None
        raise ModelError(
            f"the status quo {pattern!r} cannot occur: 'impossible' excludes it; change one of the two"
        ) from None
