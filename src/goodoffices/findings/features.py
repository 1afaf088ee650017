"""What a guarantee has in common with guarantees that were given before."""

from __future__ import annotations

from goodoffices.case.instruments import Guarantee, Obligation, Rule

__all__ = ["features_of"]


def features_of(guarantee: Guarantee) -> frozenset[str]:
    """Return the features of a guarantee, by the keys that the catalogue of precedents uses.

    Only what the case says is read off; nothing is taken from how it might end.
    """
    found: dict[str, bool] = {
        "attacker-is-guarantor": bool(set(guarantee.against) & set(guarantee.guarantors)),
        "attacker-recused": bool(set(guarantee.against) & set(guarantee.recused)),
        "chained-trigger": guarantee.found_by is not None or any(one.needs for one in guarantee.conditions),
        "collective-clause": guarantee.rule in {Rule.UNANIMOUS, Rule.K_OF_N, Rule.WEIGHTED},
        "consultation": guarantee.obligation is Obligation.CONSULT,
        "council-veto": _council(guarantee),
        "each-alone": guarantee.rule is Rule.EACH_ALONE,
        "troops-in-place": guarantee.obligation is Obligation.TROOPS_IN_PLACE,
    }
    return frozenset(name for name, here in found.items() if here)


def _council(guarantee: Guarantee) -> bool:
    decisions = (guarantee, *((guarantee.found_by,) if guarantee.found_by else ()))
    return any(one.body == "un_security_council" or bool(one.vetoes) for one in decisions)
