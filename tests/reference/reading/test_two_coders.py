"""Eight of our own reports were coded a second time: how far the two codings agree stays as it was measured.

The figures are floors, a little below what was measured on 2026-11-24; `reports/README.md` keeps them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from benchmarks.reading import two_coders as program
from ruamel.yaml import YAML

from goodoffices.statements.gazetteer import Gazetteer
from goodoffices.statements.gold_match import match

SECOND = Path(__file__).with_name("reports") / "second"
FLOORS = {
    ("found", "statements"): 0.95,
    ("right", "act"): 0.98,
    ("right", "actor's party"): 0.97,
    ("right", "negation"): 0.98,
    ("right", "content"): 0.93,
}


@cache
def twice() -> Sequence[program.TwiceCoded]:
    """Return the reports with both codings; loading finds every coded word in its report, or fails."""
    return program.load()


def test_all_test_reports_and_two_more_were_coded_twice() -> None:
    """The second coder coded eight reports, some twenty statements or more in each."""
    assert [one.half for one in twice()] == ["train"] * 2 + ["test"] * 6
    assert min(len(one.second) for one in twice()) >= 19


def test_the_second_coder_is_named_and_its_parties_are_known(gazetteer: Gazetteer) -> None:
    """A second coding says who coded it, and its parties are ids of the gazetteer."""
    for path in sorted(SECOND.rglob("*.yaml")):
        coding = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
        assert "second coder" in coding["coder"]
        for one in coding["statements"]:
            told = [one["party"], one.get("target")]
            parties = {party for item in told for party in (item if isinstance(item, list) else [item])}
            assert parties - {None} <= gazetteer.parties.keys(), (path.name, one["id"])


def test_what_one_coder_doubts_is_neutral_for_both() -> None:
    """A statement that both found is doubtful in both codings or in neither."""
    found = program.found
    doubtful = 0
    for one, sure in zip(twice(), program.all_counted(twice()), strict=True):
        for i, j in match(found(sure.report, sure.second), sure.first).pairs.items():
            assert one.first[j].doubtful == one.second[i].doubtful
            doubtful += one.first[j].doubtful
    assert doubtful > 0


@pytest.mark.parametrize("turned", [False, True])
def test_two_coders_agree_as_far_as_was_measured(turned: bool) -> None:
    """Statements, acts, parties, negation and content agree no less than the floors, either way round."""
    told = program.agreement(twice(), turned=turned)
    assert {key: (told[key].counts.f1 or 0) >= floor for key, floor in FLOORS.items()} == dict.fromkeys(
        FLOORS, True
    )


def test_doubtful_statements_lower_the_agreement() -> None:
    """With everything counted, statements agree less, but still to nine in ten."""
    sure = program.agreement(twice())["found", "statements"].counts.f1 or 0
    everything = program.agreement(program.all_counted(twice()))["found", "statements"].counts.f1 or 0
    assert 0.9 <= everything < sure


def test_agreement_beyond_chance_is_what_was_measured() -> None:
    """Krippendorff's alpha for acts, for places, and for places act by act does not fall below its floor."""
    alphas = program.alphas(twice())
    assert (alphas.act or 0) >= 0.88
    assert (alphas.listed or 0) >= 0.98
    assert (alphas.places or 0) >= 0.95
    assert (alphas.places_by_act or 0) >= 0.85


def test_the_program_prints_figures_and_no_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    """What the program prints holds no coded words of four or more."""
    program.main()
    printed = capsys.readouterr().out
    assert "second coder, first as gold" in printed
    words = [one.report.cut(coded.evidence) for one in twice() for coded in one.second]
    assert not [each for each in words if len(each.split()) >= 4 and each in printed]
