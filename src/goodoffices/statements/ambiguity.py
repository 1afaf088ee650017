"""What an ambiguous name stands for: two people of one surname, a town and a state of one name."""

from __future__ import annotations

from collections.abc import Sequence

from goodoffices.statements.coreference import Discourse
from goodoffices.statements.gazetteer import Entity, Gazetteer, Kind
from goodoffices.statements.names import Mention


def choose(
    mention: Mention, near: Sequence[Entity], discourse: Discourse, gazetteer: Gazetteer
) -> Entity | None:
    """Return what a name stands for: somebody named already, whom the modifiers fit, or a party named.

    A surname that several people of one party have stands for that party, and for none of the people.

    Args:
        mention: The name.
        near: What the words that modify it stand for.
        discourse: Everyone named so far.
        gazetteer: Which party somebody speaks for.

    Returns:
        The one that it stands for; None where the report leaves it open.
    """
    if len(mention.entities) == 1:
        return mention.entities[0]
    parties = {gazetteer.party_of(entity).id for entity in mention.entities}
    if len(parties) == 1 and not _are_people(mention):
        return mention.entities[0]
    modifying = {gazetteer.party_of(entity).id for entity in near}
    by_name = [entity for entity in mention.entities if entity.name in discourse.people]
    by_modifier = [entity for entity in mention.entities if gazetteer.party_of(entity).id in modifying]
    by_party = [entity for entity in mention.entities if gazetteer.party_of(entity).id in discourse.parties]
    for fitting in (by_name, by_modifier, by_party, mention.entities):
        if len({gazetteer.party_of(entity).id for entity in fitting}) == 1:
            return fitting[0] if _is_one(fitting) else gazetteer.party_of(fitting[0])
    return None


def _are_people(mention: Mention) -> bool:
    return all(entity.kind is Kind.PERSON for entity in mention.entities)


def _is_one(fitting: Sequence[Entity]) -> bool:
    return len({entity.id for entity in fitting}) == 1


def is_metonym(entity: Entity, surface: str) -> bool:
    """Tell whether a name stands for a state without being its own: 'Moscow', 'the Kremlin'."""
    return entity.kind is Kind.STATE and surface.split(maxsplit=1)[0] not in entity.name.split()
