"""What levers weigh, from a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from goodoffices.case.case import Case
from goodoffices.case.coding import Coding, Status
from goodoffices.case.instruments import Leverage
from goodoffices.case.terms import Party
from goodoffices.case.values import Interval
from goodoffices.errors import CaseError
from goodoffices.workspace.lever_terms import load_lever_terms

CODING = Coding(status=Status.JUDGEMENT, coder="A. Coder")
SHARE, WILL = Interval(0.2, 0.3, 0.4), Interval(0.0, 0.1, 0.2)
CASE = Case(
    title="A strait",
    parties={name: Party(name=name.title()) for name in ("alpha", "beta", "north")},
    leverage=(
        Leverage("alpha", "north", CODING, "oil", SHARE, WILL),
        Leverage("alpha", "north", CODING, "loans", SHARE),
        Leverage("beta", "north", CODING, share=SHARE, willingness=WILL),
        Leverage("beta", "alpha", CODING, willingness=WILL),
    ),
)
VALUES = (
    "weight: [0.5, 0.6, 0.7], redirectable: [0.1, 0.2, 0.3], "
    "dependence: [0.5, 0.6, 0.7], cost: [0.0, 0.1, 0.2]"
)
GOOD = f"""source: A. Coder
levers:
  - {{holder: alpha, target: north, means: oil, {VALUES}}}
  - {{holder: beta, target: north, {VALUES}}}
loss: {{north: [0.1, 0.2, 0.3]}}
gain: {{alpha: [0.1, 0.2, 0.3]}}
"""


def written(folder: Path, text: str) -> Path:
    """Write a file and return its path."""
    path = folder / "terms.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_share_and_willingness_are_the_cases_and_the_rest_is_the_files(tmp_path: Path) -> None:
    """Each lever is put together from both."""
    terms = load_lever_terms(written(tmp_path, GOOD), CASE)
    oil, other = terms.levers
    assert (oil.means, oil.share, oil.willingness) == ("oil", SHARE, WILL)
    assert oil.weight == Interval(0.5, 0.6, 0.7)
    assert other.means == "means not named"
    assert terms.loss == {"north": Interval(0.1, 0.2, 0.3)}
    assert (terms.side_payment, terms.source) == ({}, "A. Coder")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("source: A. Coder\n", "'levers' lists no lever"),
        ("source: A. Coder\nlevers: [3]\n", "an entry of 'levers' is '3'"),
        (GOOD.replace("means: oil, ", ""), "3:6: the case has 2 levers of alpha over north; name one"),
        (GOOD.replace("oil", "gas"), "the case has no lever of alpha over north by 'gas'"),
        (GOOD.replace("oil", "loans"), "gives no willingness for the lever of alpha over north"),
        (GOOD.replace("beta, target: north", "beta, target: alpha"), "gives no share for the lever of beta"),
        (GOOD.replace("holder: beta, ", ""), "4: a lever has no 'holder'"),
        (GOOD.replace("cost: [0.0, 0.1, 0.2]", "cost: 3", 1), "'cost' is 3; give an interval"),
        (GOOD.replace("loss: {north", "loss: {nort"), "no party 'nort' is in the case; did you mean 'north'"),
        (GOOD.replace("gain: {alpha: [0.1, 0.2, 0.3]}", "gain: 3"), "'gain' holds no parties"),
    ],
)
def test_a_file_that_does_not_fit_the_case_is_refused(text: str, message: str, tmp_path: Path) -> None:
    """The message names the place, the lever or party, and the way out."""
    with pytest.raises(CaseError, match=message):
        load_lever_terms(written(tmp_path, text), CASE)


def test_a_value_out_of_range_is_named_with_its_line(tmp_path: Path) -> None:
    """What a lever may not be is said with file and line."""
    text = GOOD.replace("redirectable: [0.1, 0.2, 0.3]", "redirectable: [0.1, 0.2, 1.3]", 1)
    with pytest.raises(CaseError, match=r"terms.yaml:3:\d+: redirectable of 'oil'.*must lie from 0 to 1"):
        load_lever_terms(written(tmp_path, text), CASE)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "weight: [0.5, 0.6, 0.7]",
            "weight: [0.5, 0.6, 1.5]",
            r":3:\d+: 'weight' is .*from 0 to 1.*1 at most",
        ),
        ("loss: {north: [0.1, 0.2, 0.3]}", "loss: {north: [0.1, 0.2, 3]}", r"'north' is .*from 0 to 1"),
        ("gain: {alpha: [0.1", "side_payment: {alpha: [-0.1", r":6:\d+: the side payment is .*0 or more"),
    ],
)
def test_no_more_can_be_at_stake_than_all(tmp_path: Path, old: str, new: str, message: str) -> None:
    """Sizes are in a utility from 0 to 1; what is given for moving is never taken."""
    with pytest.raises(CaseError, match=message):
        load_lever_terms(written(tmp_path, GOOD.replace(old, new)), CASE)
