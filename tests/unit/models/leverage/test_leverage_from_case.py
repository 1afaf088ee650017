"""What can be said of the levers of a case."""

from __future__ import annotations

import dataclasses

from goodoffices.case.case import Case
from goodoffices.case.coding import Coding, Status
from goodoffices.case.instruments import Leverage
from goodoffices.case.values import Interval
from goodoffices.models.leverage.from_case import case_levers

CODING = Coding(status=Status.JUDGEMENT, coder="A. Coder")


def test_a_share_bounds_what_a_lever_takes_and_what_is_missing_is_named(strait_coded: Case) -> None:
    """Without weight, dependence and redirection the share is the most that the lever can take."""
    coded = dataclasses.replace(
        strait_coded,
        leverage=(
            Leverage("norvania", "selmark", CODING, "oil", Interval(0.2, 0.3, 0.4), Interval(0.0, 0.5, 0.5)),
            Leverage("norvania", "selmark", CODING, share=Interval(0.2, 0.3, 0.4)),
            Leverage("norvania", "selmark", CODING),
        ),
    )
    full, without_will, bare = case_levers(coded)
    assert full.most_if_pulled == Interval(0.2, 0.3, 0.4)
    assert full.most_expected == Interval(0.0, 0.15, 0.2)
    assert len(full.missing) == 3
    assert without_will.most_if_pulled == Interval(0.2, 0.3, 0.4)
    assert without_will.most_expected is None
    assert without_will.missing[0] == "how willing the holder is"
    assert (bare.most_if_pulled, bare.missing[0]) == (None, "which share the holder has")
