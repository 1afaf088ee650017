"""What a brief and a command say where nothing was said."""

from __future__ import annotations

from pathlib import Path

import pytest

from goodoffices.brief.compose import compose
from goodoffices.case.parse import parse_case
from goodoffices.cli.main import main
from goodoffices.errors import ModelError
from goodoffices.findings.lever_words import aim_lines
from goodoffices.findings.turning import Aim
from goodoffices.models.graph.from_case import derive
from goodoffices.reports.plain import from_text
from goodoffices.statements.statement import Reading

PARTIES = "title: A strait\nparties: {north: {name: North}, south: {name: South}}\n"
PACT = """proposals:
  pact: {name: A pact, by: [north], signatories: [north, south], coding: {status: reported, source: G}}
"""


def answers(text: str, count: int) -> list[str]:
    """Return what the brief of a case and some reports says of guarantees and levers."""
    reports = [from_text("Nothing.", id=f"r{number}") for number in range(count)]
    brief = compose(parse_case(text), Reading(), reports)
    return [" ".join(one.answer) for one in brief.sections if one.name in {"guarantees", "leverage"}]


def test_several_reports_name_and_one_names() -> None:
    """The verb fits how many reports there are."""
    assert answers(PARTIES, 2)[0] == "These reports name no security guarantee."
    assert answers(PARTIES, 2)[1].startswith("The reports name no means")
    assert answers(PARTIES, 1)[0] == "This report names no security guarantee."


def test_a_treaty_of_guarantee_among_the_precedents_is_named() -> None:
    """It is not said that no guarantee is named where an older one is spoken of."""
    old = "precedents: [{name: Treaty of Guarantee, year: 1960, coding: {status: reported, source: G}}]\n"
    said = answers(PARTIES + old, 2)[0]
    assert "no security guarantee that is put forward; spoken of is “Treaty of Guarantee” of 1960" in said
    bare = old.replace(", year: 1960", "")
    assert "spoken of is “Treaty of Guarantee”, which" in answers(PARTIES + bare, 2)[0]


@pytest.mark.parametrize(
    ("responses", "told"),
    [
        ("{}", "here South. No answer of South is coded."),
        ("{south: {act: open, coding: {status: reported, source: G}}}", "here South. What they"),
        ("{south: {act: accepts, coding: {status: reported, source: G}}}", "All whose agreement it needs"),
    ],
)
def test_who_counts_as_indifferent_is_named(responses: str, told: str) -> None:
    """A proposal that would hold names those of whom no clear answer is known."""
    case = parse_case(PARTIES + PACT.replace("coding:", f"responses: {responses}, coding:", 1))
    (line,) = aim_lines(case, Aim("pact", "YY", ()))
    assert told in line


def test_a_case_without_proposals_says_what_is_missing() -> None:
    """Parties that must sign are no use where nothing is on the table."""
    case = parse_case(PARTIES.replace("North}", "North, must_sign: true}"))
    with pytest.raises(ModelError, match="the case has no proposals, so nobody decides anything"):
        derive(case)


def test_the_stability_of_a_case_names_whose_wishes_are_unknown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Beside what each wants stands of whom nothing is known."""
    (tmp_path / "case.yaml").write_text(PARTIES + PACT, encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["goodoffices", "stability", str(tmp_path)])
    main()
    assert "South: not known from these proposals; taken to be indifferent" in capsys.readouterr().out
