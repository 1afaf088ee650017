"""Where each part of a case's conflict comes from, as plain data for JSON and for programs."""

from __future__ import annotations

from goodoffices.models.graph.origins import RULES, ConditionOrigin, Derivation, Origin


def derivation_record(derivation: Derivation) -> dict[str, object]:
    """Return every option, preference, restriction and the status quo, each with its origin.

    Returns:
        `rules`: what each rule says; `options`: [{`owner`, `option`, `direction`, `origin`}, …] in the order
        of a state's letters; `preferences`: [{`party`, `wants`, `said`, `weight`, `origin`}, …], the most
        important of each party first; `impossible` and `same`: [{`condition`, `said`, `origin`}, …];
        `status_quo`: {`state`, `origin`}; `left_out`: [{`what`, `origin`}, …]. An origin is {`rule`, `why`,
        `because`, `sources`, `coder`, `drafted`, `overridden`}; `rule` is `analyst` where overridden.
    """
    return {
        "rules": dict(RULES),
        "options": [
            {
                "owner": each.option.owner,
                "option": each.option.name,
                "direction": each.option.direction,
                "origin": _origin(each.origin),
            }
            for each in derivation.options
        ],
        "preferences": [
            {
                "party": each.party,
                "wants": each.wants,
                "said": each.said,
                "weight": each.weight,
                "origin": _origin(each.origin),
            }
            for each in derivation.statements
        ],
        "impossible": [_condition(each) for each in derivation.impossible],
        "same": [_condition(each) for each in derivation.same],
        "status_quo": {"state": derivation.status_quo, "origin": _origin(derivation.now)},
        "left_out": [{"what": what, "origin": _origin(origin)} for what, origin in derivation.left_out],
    }


def _condition(given: ConditionOrigin) -> dict[str, object]:
    return {"condition": given.condition, "said": given.said, "origin": _origin(given.origin)}


def _origin(origin: Origin) -> dict[str, object]:
    return {
        "rule": origin.rule,
        "why": origin.why,
        "because": list(origin.because),
        "sources": list(origin.sources),
        "coder": origin.coder,
        "drafted": origin.drafted,
        "overridden": origin.overridden,
    }
