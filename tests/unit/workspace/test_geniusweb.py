"""Scenarios of negotiation tools."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from goodoffices.case.conditions import parse_condition
from goodoffices.errors import CaseError
from goodoffices.models.bargaining.packages import enumerate_packages
from goodoffices.models.bargaining.problem import Demand, Issue, Party, Problem
from goodoffices.workspace.geniusweb import read_profile, scenario, write_genius, write_geniusweb

ISSUES = (Issue("price", ("low", "high")), Issue("date", ("soon", "late", "never")))
BUYER = Party(
    "buyer",
    True,
    {"price": 3.0, "date": 1.0},
    {"price": {"low": 1.0, "high": 0.2}, "date": {"soon": 0.8, "late": 0.4, "never": 0.0}},
    0.3,
    (Demand("b", "buyer", "never never", parse_condition("date = never")),),
)
SELLER = Party(
    "the seller",
    True,
    {"price": 1.0},
    {"price": {"low": 0.0, "high": 1.0}},
    accepts={"date": ("soon", "late"), "price": ("high",)},
)
WATCHER = Party("watcher", must_sign=False)
PROBLEM = Problem(ISSUES, (BUYER, SELLER, WATCHER), (parse_condition("price = low"),))
PROFILE = {
    "LinearAdditiveUtilitySpace": {
        "issueUtilities": {
            "price": {"DiscreteValueSetUtilities": {"valueUtilities": {"low": 1.0, "high": 0.2}}},
            "date": {"discreteutils": {"valueUtilities": {"soon": 0.8, "late": 0.4}}},
        },
        "issueWeights": {"price": 0.75, "date": 0.25},
        "domain": {
            "name": "d",
            "issuesValues": {"price": {"values": ["low", "high"]}, "date": {"values": ["soon", "late"]}},
        },
        "name": "buyer",
        "reservationBid": {"issuevalues": {"price": "high", "date": "late"}},
    }
}


def save(path: Path, content: object) -> Path:
    """Write JSON."""
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def test_profiles_of_both_ages_are_read(tmp_path: Path) -> None:
    """Both names of the table of worths are known; the reservation bid is worth 0.25 in all."""
    profile = read_profile(save(tmp_path / "buyer.json", PROFILE))
    assert profile.name == "buyer"
    assert [issue.options for issue in profile.issues] == [("low", "high"), ("soon", "late")]
    assert profile.values["date"] == {"soon": 0.8, "late": 0.4}
    assert profile.walk_away == pytest.approx(0.75 * 0.2 + 0.25 * 0.4)


@pytest.mark.parametrize("older", [False, True])
def test_what_is_written_for_geniusweb_reads_back(tmp_path: Path, older: bool) -> None:
    """Utilities stay as they are; what the format has no place for is named."""
    left_out = write_geniusweb(PROBLEM, tmp_path, older=older)
    assert left_out == (
        "buyer: its walk-away value",
        "buyer: red line 'never never'",
        "the seller: what it accepts on date, price",
        "watcher: it has no numbers",
        "impossible: price = low",
    )
    again = scenario([tmp_path / "buyer.json", tmp_path / "the_seller.json"], sign=["buyer"])
    assert [party.must_sign for party in again.parties] == [True, False]
    before = enumerate_packages(Problem(ISSUES, (BUYER, SELLER))).utilities
    assert enumerate_packages(again).utilities == pytest.approx(before)
    assert json.loads((tmp_path / "domain.json").read_text())["issuesValues"]["price"] == {
        "values": ["low", "high"]
    }


def test_what_is_written_for_genius_reads_back_up_to_its_scale(tmp_path: Path) -> None:
    """Genius divides worths by the highest of their issue, so the buyer's utilities are divided by 0.95."""
    remarks = write_genius(PROBLEM, tmp_path)
    assert remarks[0] == "buyer: its utilities are divided by 0.95, that of the best there is"
    assert "the seller: what it accepts on date, price" in remarks
    again = scenario([tmp_path / "buyer.xml", tmp_path / "the_seller.xml"])
    before = enumerate_packages(Problem(ISSUES, (BUYER, SELLER))).utilities
    after = enumerate_packages(again).utilities
    assert after[:, 0] == pytest.approx(before[:, 0] / 0.95)
    assert after[:, 1] == pytest.approx(before[:, 1])
    assert again.party("buyer").walk_away == pytest.approx(0.3 / 0.95)
    assert again.party("the_seller").walk_away is None
    assert (tmp_path / "domain.xml").read_text(encoding="utf-8").startswith("<negotiation_template>")


def test_whole_evaluations_of_genius_count_relative_to_the_highest(tmp_path: Path) -> None:
    """Evaluations of 5 and 20 are worths of a quarter and of 1."""
    path = tmp_path / "p.xml"
    path.write_text(
        '<utility_space><objective index="0"><issue index="1" name="i" type="discrete">'
        '<item index="1" value="a" evaluation="5"/><item index="2" value="b" evaluation="20"/></issue>'
        '<weight index="1" value="1.0"/></objective></utility_space>',
        encoding="utf-8",
    )
    assert read_profile(path).values == {"i": {"a": 0.25, "b": 1.0}}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", "{}"),
        ("a.json", "[1]"),
        ("a.json", "no json"),
        ("a.json", json.dumps({"LinearAdditiveUtilitySpace": {"domain": {}}})),
        ("a.json", '{"LinearAdditiveUtilitySpace":' + "[" * 100_000),
        ("a.json", json.dumps({"LinearAdditiveUtilitySpace": {"domain": {"issuesValues": {}}}})),
        ("a.xml", "<negotiation_template/>"),
        ("a.xml", "<utility_space>"),
        ("a.xml", '<utility_space><issue index="1" name="i"/></utility_space>'),
        ("a.xml", '<utility_space><issue index="1" name="i"><item value="a"/></issue></utility_space>'),
    ],
)
def test_other_files_are_refused(name: str, text: str, tmp_path: Path) -> None:
    """What is no profile is one message that names the file."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CaseError, match=f"{name} is no linear additive profile"):
        read_profile(path)


def test_profiles_that_do_not_fit_together_are_refused(tmp_path: Path) -> None:
    """Missing files, too large ones, no files and files of two domains are refused."""
    with pytest.raises(CaseError, match="cannot be read"):
        read_profile(tmp_path / "none.json")
    with pytest.raises(CaseError, match="at least one profile"):
        scenario([])
    write_geniusweb(PROBLEM, tmp_path)
    other = save(tmp_path / "other.json", PROFILE)
    with pytest.raises(CaseError, match="other issues or options than"):
        scenario([tmp_path / "buyer.json", other])
    other.write_bytes(b" " * 20_000_001)
    with pytest.raises(CaseError, match="larger than 20 MB"):
        read_profile(other)


def test_nobody_with_numbers_and_nobody_who_wants_anything_is_refused(tmp_path: Path) -> None:
    """These formats hold weights and worths, and Genius none that are all 0."""
    with pytest.raises(CaseError, match="no party has weights and values"):
        write_geniusweb(Problem(ISSUES, (Party("p"),)), tmp_path)
    bored = Party("p", True, {"price": 1.0}, {"price": {"low": 0.0, "high": 0.0}})
    with pytest.raises(CaseError, match="values nothing at all"):
        write_genius(Problem(ISSUES, (bored,)), tmp_path)


def test_weights_that_sum_to_nothing_and_worths_out_of_range_name_the_file(tmp_path: Path) -> None:
    """In either format, whatever else the profile says."""
    bad = json.loads(json.dumps(PROFILE))
    space = bad["LinearAdditiveUtilitySpace"]
    space["issueWeights"] = dict.fromkeys(space["issueWeights"], 0)
    with pytest.raises(
        CaseError, match=r"bad\.json is no .* its weights sum to 0; give one issue more than 0"
    ):
        read_profile(save(tmp_path / "bad.json", bad))
    path = tmp_path / "bad.xml"
    path.write_text(
        '<utility_space><issue index="1" name="i"><item value="a" evaluation="5"/></issue>'
        '<weight index="1" value="0"/></utility_space>',
        encoding="utf-8",
    )
    with pytest.raises(CaseError, match=r"bad\.xml is no .* its weights sum to 0"):
        read_profile(path)
    path.write_text(
        '<utility_space><issue index="1" name="i"><item value="a" evaluation="5"/></issue>'
        '<weight index="1" value="1"/><reservation value="7"/></utility_space>',
        encoding="utf-8",
    )
    with pytest.raises(CaseError, match=r"bad\.xml: the walk-away value of 'bad' is 7"):
        scenario([path])
