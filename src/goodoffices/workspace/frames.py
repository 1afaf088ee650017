"""What solvers found, as data frames and arrays for a notebook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from goodoffices.errors import CaseError
from goodoffices.models.bargaining.packages import Package, PackageList
from goodoffices.models.bargaining.problem import Problem
from goodoffices.models.solution import Solution
from goodoffices.workspace.positions import PositionRow

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

__all__ = ["concessions_frame", "frame", "packages_frame", "positions_frame", "utilities_array"]


def frame(solution: Solution[Any, Any]) -> pd.DataFrame:
    """Return the packages of a solution as a data frame, one line each.

    Columns are the issues, then `utility of` and `gain of` each party with numbers, then `broken`.

    Args:
        solution: Its outcome is a list of packages or a sequence of things that have a package each.

    Raises:
        CaseError: If the outcome holds no packages.
    """
    return packages_frame(_packages(solution.outcome))


def packages_frame(packages: Iterable[Package]) -> pd.DataFrame:
    """Return packages as a data frame, one line each, with the columns of `frame`."""
    import pandas as pd  # noqa: PLC0415 - loads slowly

    return pd.DataFrame([_record(package) for package in packages])


def concessions_frame(concessions: Iterable[Any]) -> pd.DataFrame:
    """Return concessions as a data frame, one line each: cost, demands, who gives, what the first package is.

    Args:
        concessions: Concessions as an account or `minimal_concessions` gives them.
    """
    import pandas as pd  # noqa: PLC0415 - loads slowly

    return pd.DataFrame(
        [
            {"cost": one.cost, "demands": ", ".join(one.demands), "holders": ", ".join(one.holders)}
            | (_record(one.packages[0]) if one.packages else {})
            for one in concessions
        ]
    )


def positions_frame(rows: Iterable[PositionRow]) -> pd.DataFrame:
    """Return positions as a data frame, one line each; further columns come last."""
    import pandas as pd  # noqa: PLC0415 - loads slowly

    names = [name for name in PositionRow.__slots__ if name not in {"others", "where"}]
    return pd.DataFrame([{name: getattr(row, name) for name in names} | dict(row.others) for row in rows])


def utilities_array(problem: Problem, packages: Sequence[Package]) -> NDArray[np.float64]:
    """Return utilities as an array, packages × parties in order of the problem; NaN where not known."""
    import numpy as np  # noqa: PLC0415 - beside pandas

    table = [[package.utilities[party.name] for party in problem.parties] for package in packages]
    return np.array(table, dtype=np.float64).reshape(len(packages), len(problem.parties))


def _packages(outcome: object) -> list[Package]:
    if isinstance(outcome, PackageList):
        return list(outcome.packages)
    if isinstance(outcome, Sequence):
        found = [getattr(one, "package", one) for one in outcome]
        if all(isinstance(one, Package) for one in found):
            return [one for one in found if isinstance(one, Package)]
    raise CaseError("the outcome of this solution is no list of packages; use its fields instead")


def _record(package: Package) -> dict[str, object]:
    utilities = {
        f"utility of {name}": value for name, value in package.utilities.items() if value is not None
    }
    gains = {f"gain of {name}": value for name, value in package.gains.items() if value is not None}
    return {**package.terms, **utilities, **gains, "broken": ", ".join(package.broken)}
