"""Guarantees, leverage, precedents and stated distances, as far as the reports name them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from goodoffices.case.instruments import Disagreement, Guarantee, Leverage, Precedent
from goodoffices.statements.gazetteer import Gazetteer
from goodoffices.statements.statement import FORCE, Reading, Relation, RelationKind
from goodoffices.workspace.draft.coding import drafted
from goodoffices.workspace.draft.table import Item

PROMISE = re.compile(
    r"security (?:guarantee|assurance)|guarantor|collective defen[cs]e|mutual defen[cs]e|Article 5|"
    r"(?:ensur|guarantee|underwrit)\w* .{0,40}security",
    re.IGNORECASE,
)
PERMANENT = re.compile(
    r"permanent (?:\w+ ){0,4}(?:Security Council )?(?:members|seat)|\bP5\b|five powers", re.IGNORECASE
)
PROTECTED = (
    re.compile(
        r"(?:guarantees?|assurances?|security) (?:for|to|of) (?P<who>(?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)*)"
    ),
    re.compile(r"(?P<who>[A-Z][\w-]+(?: [A-Z][\w-]+)*)(?:[’']s)? (?:future )?security\b(?! Council)"),
    re.compile(r"(?P<who>[A-Z][\w-]+)[’']s (?:[\w-]+ ){0,2}(?:allies|partners|neighbours|neighbors)"),
)
MATERIAL = frozenset(
    {RelationKind.SUPPORTS, RelationKind.SUPPLIES, RelationKind.BUYS_FROM, RelationKind.SANCTIONS}
)
PERMANENT_NOTE = (
    "The words name the permanent members of the UN Security Council, which are China, France, Russia, the "
    "United Kingdom and the United States (Charter of the United Nations, Article 23)."
)


def guarantee(item: Item, reading: Reading, gazetteer: Gazetteer) -> Guarantee | None:
    """Return the guarantee that an item on the table contains, as far as the report names it.

    None where it contains none, or where the report does not say who would be protected or who would
    promise. The decision rule is left open: it is in no report unless an analyst finds it there.
    """
    told = " ".join(
        [*(one.evidence.exact for one in item.made_by), *(option.content.exact for option in item.options)]
    )
    if not item.made_by or not PROMISE.search(told):
        return None
    protected = _protected(told, gazetteer)
    if protected is None:
        return None
    permanent = bool(PERMANENT.search(told))
    promising = _permanent(gazetteer) if permanent else _promising(item, told, protected, gazetteer)
    if not promising:
        return None
    because = [*(one.id for one in item.made_by), *(option.id for option in item.options)]
    attackers = [relation for relation in reading.relations if _is_attack_within(relation, item)]
    return Guarantee(
        name=item.named_by[:1].upper() + item.named_by[1:],
        beneficiary=protected,
        guarantors=promising,
        coding=drafted(
            [*because, *(relation.id for relation in attackers)], note=PERMANENT_NOTE if permanent else None
        ),
        against=tuple(
            dict.fromkeys(
                relation.source.party
                for relation in attackers
                if relation.source.party not in {None, protected}
            )
        ),
    )


def _protected(told: str, gazetteer: Gazetteer) -> str | None:
    for pattern in PROTECTED:
        for match in pattern.finditer(told):
            party = _party(match.group("who"), gazetteer)
            if party is not None:
                return party
    return None


def _party(words: str, gazetteer: Gazetteer) -> str | None:
    state = gazetteer.demonym(words)
    if state is not None:
        return state.id
    named = {gazetteer.party_of(entity).id for entity in gazetteer.lookup(words)}
    return next(iter(named)) if len(named) == 1 else None


def _permanent(gazetteer: Gazetteer) -> tuple[str, ...]:
    names = ("China", "France", "Russia", "United Kingdom", "United States")
    return tuple(gazetteer.lookup(name)[0].id for name in names)


def _promising(item: Item, told: str, protected: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return who would promise: whom the words name as guarantors, else those who prepare the promise."""
    named = [
        _party(match.group(1), gazetteer)
        for match in re.finditer(
            r"\b([A-Z][\w-]+)(?: \w+){0,3} (?:guarantors?|would guarantee|could guarantee)", told
        )
    ]
    makers = [one.actor.party for one in item.made_by]
    return tuple(dict.fromkeys(party for party in (named or makers) if party not in {None, protected}))


def _is_attack_within(relation: Relation, item: Item) -> bool:
    if relation.kind not in FORCE or relation.negated:
        return False
    return any(one.evidence.holds(relation.evidence) for one in item.made_by)


def leverage(reading: Reading, parties: Mapping[str, object]) -> tuple[Leverage, ...]:
    """Return who could move whom, merged by holder, target and who says so.

    A relation counts where a report calls it leverage, or names goods, money or arms that pass.
    """
    groups: dict[tuple[str, str, str | None], list[Relation]] = {}
    for relation in reading.relations:
        source, target = relation.source.party, relation.target.party if relation.target else None
        if source is None or target is None or source == target or relation.negated:
            continue
        if source in parties and target in parties:
            voice = relation.claimed_by.party if relation.claimed_by else None
            groups.setdefault((source, target, voice), []).append(relation)
    found = []
    for (source, target, voice), relations in groups.items():
        telling = [
            one for one in relations if one.kind in MATERIAL or one.kind is RelationKind.HAS_LEVERAGE_OVER
        ]
        means = list(dict.fromkeys(one.means.exact for one in telling if one.means))
        if means or any(one.kind is RelationKind.HAS_LEVERAGE_OVER for one in telling):
            found.append(
                Leverage(
                    holder=source,
                    target=target,
                    coding=drafted([one.id for one in telling], claim=voice is not None),
                    means="; ".join(means) or None,
                    claimed_by=voice,
                )
            )
    return tuple(found)


def precedents(reading: Reading) -> tuple[Precedent, ...]:
    """Return what the reports or the parties appeal to, merged by name and by who says so."""
    groups: dict[tuple[str, str | None], list[int]] = {}
    for index, mention in enumerate(reading.precedents):
        voice = mention.claimed_by.party if mention.claimed_by else None
        groups.setdefault((mention.name, voice), []).append(index)
    return tuple(
        Precedent(
            name=name,
            coding=drafted([reading.precedents[index].id for index in indexes], claim=voice is not None),
            year=next((year for index in indexes if (year := reading.precedents[index].year)), None),
            claimed_by=voice,
        )
        for (name, voice), indexes in groups.items()
    )


def disagreements(
    reading: Reading, parties: Mapping[str, object], issues: Sequence[str]
) -> tuple[Disagreement, ...]:
    """Return the distances that the reports state without numbers, each once with all that state it."""
    because: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = {}
    for mention in reading.distances:
        apart = tuple(dict.fromkeys(one.party for one in mention.parties if one.party in parties))
        if len(apart) > 1:
            named = tuple(issue for issue in mention.issues if issue in issues)
            because.setdefault((tuple(map(str, apart)), named), []).append(mention.id)
    return tuple(
        Disagreement(parties=apart, issues=named, coding=drafted(ids))
        for (apart, named), ids in because.items()
    )
