"""A case whose statements were corrected after it was coded."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from goodoffices.brief.compose import compose
from goodoffices.brief.html import html
from goodoffices.brief.markdown import markdown
from goodoffices.cli.main import main
from goodoffices.reports.plain import from_text
from goodoffices.workspace.bundle import check, draft, open_folder, save
from goodoffices.workspace.review import open_review, save_steps
from goodoffices.workspace.review_steps import add, edit

WORDS = (
    "Norway proposed a buffer zone along the river in Sudan.\n"
    "Sudan rejected a buffer zone along the river. Is a buffer zone off the table in Chad?\n"
)
WHEN = dt.datetime(2026, 1, 2, tzinfo=dt.UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A drafted case: Norway proposes (s1), Sudan rejects (s2)."""
    save(draft([from_text(WORDS, id="talks")]), tmp_path)
    return tmp_path


def corrected(folder: Path, id_: str, changes: Mapping[str, str]) -> str:
    """Correct a statement, and return what `check` remarks first."""
    review = open_review(folder)
    save_steps(review, [edit(review, id_, changes, "Anna")], by="Anna", when=WHEN)
    return check(folder)[1][0]


def test_nothing_lags_before_a_correction(folder: Path) -> None:
    """A fresh draft follows its own statements, so that neither check nor brief says anything of it."""
    assert not any(remark.startswith("Look again") for remark in check(folder)[1])
    assert open_folder(folder).lags == ()


@pytest.mark.parametrize(
    ("changes", "now"),
    [
        ({"act": "demand"}, "s2: demand"),
        ({"act": "accept"}, "s2: accepts"),
        ({"negated": "yes"}, "s2: not reject"),
        ({"actor": "Chad"}, "s2: rejects, by 'chad'"),
    ],
)
def test_an_answer_lags_behind_its_corrected_statement(
    folder: Path, changes: Mapping[str, str], now: str
) -> None:
    """A changed act, negation or party is told at the line of the answer that rested on the old one."""
    told = [one for one in (corrected(folder, "s2", changes), *check(folder)[1]) if "rejects" in one]
    assert f"was corrected and says otherwise ({now})" in " ".join(told)
    assert ".responses.sudan.act: the answer of 'sudan'" in " ".join(told)


def test_a_maker_lags_behind_the_corrected_party(folder: Path) -> None:
    """A proposal whose statement is now another party's names the maker that went and the one that came."""
    corrected(folder, "s1", {"actor": "Chad"})
    told = " ".join(check(folder)[1])
    assert "'norway' is coded as putting it forward" in told
    assert "'chad' puts it forward since a correction (s1: propose)" in told


def test_a_coder_who_follows_is_no_longer_told(folder: Path) -> None:
    """Once the answer says what the corrected statement says, nothing lags."""
    assert "s2: accepts" in corrected(folder, "s2", {"act": "accept"})
    case = folder / "case.yaml"
    case.write_text(case.read_text("utf-8").replace("act: rejects", "act: accepts", 1), encoding="utf-8")
    assert open_folder(folder).lags == ()


def test_a_correction_that_changes_no_answer_is_not_told(folder: Path) -> None:
    """Other words for the same rejection leave the answer as it is."""
    corrected(folder, "s2", {"content": "buffer zone"})
    assert open_folder(folder).lags == ()


def added(folder: Path, given: Mapping[str, str]) -> None:
    """Add a statement that the reader missed."""
    review = open_review(folder)
    save_steps(review, [add(review, "talks", given, "Anna", "statement")], by="Anna", when=WHEN)


def test_a_new_answer_is_missed_at_its_proposal(folder: Path) -> None:
    """A statement that a person added answers a proposal by the words of its content."""
    words = {"words": "a buffer zone off the table in Chad", "actor": "new: Chad", "cue": "off the table"}
    added(folder, {**words, "act": "reject", "content": "a buffer zone"})
    (lag,) = open_folder(folder).lags
    assert (lag.party, lag.keys, lag.said) == ("chad", (), f"{lag.statements[0]}: rejects")
    assert "answers it as 'chad'" in check(folder)[1][0]
    assert "write it under 'responses'" in check(folder)[1][0]


@pytest.mark.parametrize(
    "given",
    [
        {"act": "claim"},
        {"act": "reject", "negated": "yes"},
        {"act": "reject", "content": "off the table"},
        {"act": "accept", "actor": "Norway"},
        {"act": "reject", "actor": "Sudan"},
    ],
)
def test_what_answers_nothing_is_not_missed(folder: Path, given: Mapping[str, str]) -> None:
    """No answer, a denied one, too few words, a maker's own and a second word of a party are passed over."""
    words = {"words": "a buffer zone off the table in Chad", "actor": "new: Chad", "content": "a buffer zone"}
    added(folder, {**words, "cue": "off the table", **given})
    assert open_folder(folder).lags == ()


def test_the_brief_says_first_that_the_case_lags(folder: Path) -> None:
    """The page tells it above the short answer, and beside the answer that is concerned."""
    corrected(folder, "s2", {"act": "demand"})
    found = open_folder(folder)
    brief = compose(found.case, found.reading, found.reports, lags=found.lags)
    for text in (html(brief), markdown(brief)):
        first, _, rest = text.partition("The short answer")
        assert "The case lags behind one corrected statement (s2)" in first
        assert "lags behind a correction (s2: demand)" in rest


def test_leverage_and_stability_say_that_the_case_lags(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Commands that count on the answers say on standard error that some are not up to date."""
    corrected(folder, "s2", {"act": "demand"})
    case = folder / "case.yaml"
    text = case.read_text("utf-8").replace("name: Sudan", "name: Sudan, must_sign: true")
    case.write_text(text.replace("name: Norway", "name: Norway, must_sign: true"), encoding="utf-8")
    for command in ("leverage", "stability"):
        monkeypatch.setattr(sys, "argv", ["goodoffices", command, str(folder)])
        main()
        assert "The case lags behind one corrected statement (s2)" in capsys.readouterr().err


def test_a_missing_answer_stands_where_its_party_has_no_column(folder: Path) -> None:
    """Where the table has no column for a party, the proposal itself says that an answer is missing."""
    words = {"words": "a buffer zone off the table in Chad", "actor": "new: Chad", "content": "a buffer zone"}
    added(folder, {**words, "cue": "off the table", "act": "reject"})
    found = open_folder(folder)
    brief = compose(found.case, found.reading, found.reports, lags=found.lags)
    assert "a corrected statement is missing from the case (" in html(brief)
