"""Names that stand under more than one party, so that nobody can tell who is meant by them."""

from __future__ import annotations

from collections.abc import Iterator

from goodoffices.case.case import Case
from goodoffices.case.names import quoted
from goodoffices.case.nodes import Node
from goodoffices.case.problems import Problem
from goodoffices.case.spots import Spot


def alias_doubts(case: Case, root: Node) -> Iterator[Problem]:
    """Find aliases that are a name or an alias of another party too.

    Args:
        case: The case.
        root: The case's file as it was read.
    """
    owners = {party.name.casefold(): id_ for id_, party in case.parties.items()}
    parties = Spot(root).key("parties")
    for id_, party in case.parties.items():
        for spot, alias in zip(parties.key(id_).key("aliases").items(), party.aliases, strict=True):
            owner = owners.setdefault(alias.casefold(), id_)
            if owner != id_:
                yield spot.problem(
                    f"the alias {quoted(alias)} stands under {quoted(owner)} too; leave it with the party "
                    "that the reports mean by it, or make one party of both"
                )
