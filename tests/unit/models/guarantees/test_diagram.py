"""Decision diagrams."""

from __future__ import annotations

import pytest

from goodoffices.errors import ModelError
from goodoffices.models.guarantees import diagram as module
from goodoffices.models.guarantees.diagram import diagram
from goodoffices.models.guarantees.power import shapley_shubik
from goodoffices.models.guarantees.rules import Council, Weighted


def test_alike_positions_are_one_node() -> None:
    """A council of sixty is followed in a few hundred nodes, and its power adds up to 1."""
    members = tuple(f"m{k}" for k in range(60))
    council = Council(members, members[:5], 36)
    tree = diagram(council)
    assert sum(len(level.acts) for level in tree.levels) < 2_000
    assert sum(shapley_shubik(council).outcome.values()) == 1


def test_members_with_most_weight_are_asked_first() -> None:
    """The order of questions follows the weights, whatever the order of the members."""
    tree = diagram(Weighted({"small": 1, "large": 5, "middle": 2}, 6))
    assert [tree.members[level.member] for level in tree.levels] == ["large", "middle", "small"]


def test_too_many_positions_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Weights without any common measure are refused once their sums are too many to follow."""
    monkeypatch.setattr(module, "MAX_NODES", 100)
    weights = {f"m{k}": 1_000 + k * k * k for k in range(16)}
    with pytest.raises(ModelError, match="weights of 16 members differ too much"):
        diagram(Weighted(weights, sum(weights.values()) // 2))
