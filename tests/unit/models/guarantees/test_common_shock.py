"""The common shock behind correlated guarantors."""

from __future__ import annotations

import numpy as np
import pytest

from goodoffices.models.guarantees.common_shock import shocks

H = np.array([0.0, 0.05, 0.5, 0.5, 0.9, 1.0])


@pytest.mark.parametrize("correlation", [5e-324, 0.0, 1e-6, 0.2, 0.8, 0.999_999, 1.0])
def test_on_average_everyone_is_as_willing_as_given(correlation: float) -> None:
    """Averaged over the shock, the willingness of each guarantor is its h."""
    cases = shocks(H, correlation, 12)
    assert cases.weights.sum() == pytest.approx(1.0, abs=1e-14)
    assert cases.willing @ cases.weights == pytest.approx(H, abs=1e-12)


def test_independence_and_full_correlation_need_few_cases() -> None:
    """One case without correlation; one for each step between willingnesses with full correlation."""
    assert shocks(H, 0.0, 12).willing.shape == (6, 1)
    assert shocks(H, 1.0, 12).willing.shape == (6, 4)
