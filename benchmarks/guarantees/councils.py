"""Seconds for exact indices and probabilities of large bodies, and how far integrals are from closed form."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from goodoffices.case.values import Interval
from goodoffices.models.guarantees.abstention import ternary_banzhaf
from goodoffices.models.guarantees.collective_action import probability_of_action
from goodoffices.models.guarantees.eu_council import eu_council
from goodoffices.models.guarantees.power import banzhaf, coleman, shapley_shubik
from goodoffices.models.guarantees.rules import AtLeast, Council, Unanimous, Weighted

WANTED = 1.0
"""Seconds within which a council of 60 members should be worked out."""


def main() -> None:
    """Time each once, and compare integrals with Sheppard's closed form."""
    members = tuple(f"member {number}" for number in range(60))
    council = Council(members, members[:5], 36)
    weights = Weighted({name: 1 + 7 * place % 30 for place, name in enumerate(members)}, 450)
    h = {name: 0.5 + place / 200 for place, name in enumerate(members)}
    spans: dict[str, float | Interval] = dict.fromkeys(members[:25], Interval(0.2, 0.5, 0.8))
    union = eu_council().rule
    uneven = {name: 0.5 + place / 60 for place, name in enumerate(union.members)}
    jobs: dict[str, Callable[[], object]] = {
        "60 members: Shapley-Shubik": lambda: shapley_shubik(council),
        "60 members: Banzhaf": lambda: banzhaf(council),
        "60 members: Coleman": lambda: coleman(council),
        "60 members: Banzhaf with abstention": lambda: ternary_banzhaf(council),
        "60 members with weights: Shapley-Shubik": lambda: shapley_shubik(weights),
        "60 members: probability, one common shock": lambda: probability_of_action(
            council, h, correlation=0.3
        ),
        "25 members: probability, interval of the correlation": lambda: probability_of_action(
            AtLeast(members[:25], 9), spans, correlation=Interval(0.1, 0.3, 0.6)
        ),
        "EU Council by head count: Banzhaf": lambda: banzhaf(eu_council().rule),
        "EU Council by head count: probability, common shock": lambda: probability_of_action(
            union, uneven, correlation=0.3
        ),
    }
    for name, job in jobs.items():
        start = time.perf_counter()
        job()
        taken = time.perf_counter() - start
        told = (" kept" if taken <= WANTED else " NOT kept") if name.startswith("60 members") else ""
        print(f"{name:>54}: {taken:6.3f} s{told}")
    print(f"{'largest error of two and three even chances':>54}: {_largest_error():.1e} (wanted below 1e-9)")


def _largest_error() -> float:
    """Compare with 1/4 + asin ρ/2π and 1/8 + 3 asin ρ/4π (Sheppard 1899)."""
    errors = []
    for step in range(1, 100):
        rho = step / 100
        for size, exact in (
            (2, 0.25 + math.asin(rho) / math.tau),
            (3, 0.125 + 1.5 * math.asin(rho) / math.tau),
        ):
            body = tuple("abc"[:size])
            found = probability_of_action(Unanimous(body), dict.fromkeys(body, 0.5), correlation=rho)
            errors.append(abs(found.outcome.mid - exact))
    return max(errors)


if __name__ == "__main__":
    main()
