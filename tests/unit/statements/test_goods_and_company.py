"""Whose goods somebody uses, owes or is let keep, and beside whom it fights."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.statement import Reading, Relation


def told(one: Relation) -> str:
    """Write a relation in one line: who, what and whom."""
    target = one.target.party if one.target else "nobody"
    return f"{'not: ' if one.negated else ''}{one.source.party} {one.kind} {target}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Niger's mortars were Libyan.", ["libya supplies niger"]),
        ("The Polisario Front's rifles are Libyan.", ["libya supplies polisario"]),
        ("Niger owes Libya its fuel and its throne.", ["libya supplies niger", "libya supports niger"]),
        ("Niger owes Libya everything.", ["libya supports niger"]),
        ("Mali let UNITA train in the north.", ["mali supports unita"]),
        ("UNITA was allowed by Zambia to rest in its villages.", ["zambia supports unita"]),
        ("Mali fought side by side with UNITA.", ["mali supports unita"]),
        ("UNITA bled alongside the MPLA.", ["unita allied with mpla"]),
        ("UNITA fell at Mali's side.", ["unita allied with mali"]),
        ("FUNCINPEC found itself in one trench with UNITA.", ["funcinpec allied with unita"]),
        ("UNITA burns Libyan petrol and diesel.", ["libya supplies unita"]),
        ("UNITA received Libyan rifles.", ["libya supplies unita"]),
        ("The Polisario Front fights with rifles from Libya.", ["libya supplies polisario"]),
        ("Without Libyan flour, Niger has bread for a week.", ["libya supplies niger"]),
        ("The Polisario Front has marched on Libyan money.", ["libya supplies polisario"]),
    ],
)
def test_goods_and_comrades_tell_of_relations(
    read: Callable[[str], Reading], text: str, found: list[str]
) -> None:
    """Goods in use, goods owed, leave to stay and a shared trench tell of relations."""
    assert sorted(told(one) for one in read(text).relations) == sorted(found)


@pytest.mark.parametrize(
    "text",
    [
        "Niger's mortars were old.",
        "The mortars were Libyan.",
        "Its mortars were Libyan.",
        "Niger's summers were Libyan.",
        "Niger owes Libya an explanation and its debt.",
        "Mali let UNITA win.",
        "Mali let Niger's troops rest in the north.",
        "Mali did not let UNITA train in the north.",
        "Mali went to Geneva together with Niger.",
        "Mali may fight side by side with UNITA.",
        "UNITA burned captured Libyan fuel.",
        "UNITA lost Libyan rifles.",
        "UNITA may use Libyan rifles.",
        "UNITA has its rifles.",
        "The Polisario Front fights with Libyan rifles.",
        "UNITA saw to it without rifles.",
        "UNITA has rifles.",
        "UNITA was met with Libyan rifles.",
    ],
)
def test_no_relation_where_goods_or_company_are_nobodys(read: Callable[[str], Reading], text: str) -> None:
    """Booty, debts, mere company and wishes are no relations."""
    assert not read(text).relations
