"""Gold on disk: what is read from codings and from corrected cases, and what is said of bad ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from goodoffices.errors import CaseError, EvidenceError, GoodofficesError, ModelError, ReportError
from goodoffices.reports.plain import from_text
from goodoffices.reports.report import Span
from goodoffices.statements.acts import Act
from goodoffices.statements.evidence import cite
from goodoffices.statements.jsonl import reading_lines
from goodoffices.statements.statement import Actor, Manner, Modality, Reading, RelationKind, Statement
from goodoffices.workspace.gold import load_gold, score_gold
from goodoffices.workspace.intake import save_report

TEXT = (
    "Togo’s call was heard. Togo rejected it in Lomé. One option is a vote. "
    "Mali arms Togo. They are far apart."
)
CODING = """\
title: A test
coder: A. Coder
coded: 2026-11-24
statements:
- id: s1
  who: Togo's
  party: togo
  act: [appeal, demand]
  evidence: "Togo's call was heard."
  again: ["call"]
  construction: nominal
  modality: [plain, would]
- id: s2
  who: Togo
  party: [togo, null]
  person: A. Person
  act: reject
  negated: [true, false]
  target: null
  evidence: Togo rejected it in Lomé.
  content: it
  issues: [elections]
  answers: [s1]
  doubtful: true
  construction: narrated
relations:
- kind: supplies
  source: mali
  target: togo
  claimed_by: [togo, null]
  evidence: Mali arms Togo
  doubtful: true
precedents:
- {name: vote, year: 1999, claimed_by: mali, evidence: One option is a vote.}
- {name: option, evidence: One option is a vote.}
options:
- {content: a vote, evidence: One option is a vote., issues: [elections]}
distances:
- {parties: [togo, mali], evidence: They are far apart., issues: []}
"""
HEAD = "coder: A\ncoded: 2026-11-24\n"
STATEMENT = (
    "{id: s1, who: Togo, party: togo, act: reject, evidence: Togo rejected it, construction: narrated%s}"
)


def coded(folder: Path, coding: str = CODING) -> Path:
    """Fill a folder with one report and its coding."""
    (folder / "half").mkdir()
    (folder / "half" / "talks.txt").write_text(TEXT + "\n", encoding="utf-8")
    (folder / "half" / "talks.yaml").write_text(coding, encoding="utf-8")
    return folder


def test_a_coding_is_read_with_every_word_in_its_place(tmp_path: Path) -> None:
    """All keys of a coding come back as values and as places in the report."""
    (gold,) = load_gold(coded(tmp_path))
    first, second = gold.coding.statements
    assert gold.report.id == gold.coding.report == "talks"
    assert first.acts == (Act.APPEAL, Act.DEMAND)
    assert first.modalities == (Modality.PLAIN, Modality.WOULD)
    assert first.again == (Span(7, 11),)
    assert gold.report.cut(first.evidence) == "Togo’s call was heard."
    assert second.parties == ("togo", None)
    assert second.negated == (True, False)
    assert second.targets == (None,)
    assert (second.person, second.issues, second.answers, second.doubtful) == (
        *("A. Person", ("elections",), ("s1",)),
        True,
    )
    (relation,) = gold.coding.relations
    assert (relation.kind, relation.claimed_by, relation.doubtful) == (
        *(RelationKind.SUPPLIES, ("togo", None)),
        True,
    )
    assert [one.year for one in gold.coding.precedents] == [1999, None]
    assert gold.report.cut(gold.coding.options[0].content) == "a vote"
    assert gold.coding.distances[0].parties == ("togo", "mali")


def test_words_are_found_where_they_are_whole(tmp_path: Path) -> None:
    """The content “it” is the word, not the letters within another."""
    coding = HEAD + "statements:\n- " + STATEMENT % ", content: it"
    (gold,) = load_gold(coded(tmp_path, coding))
    content = gold.coding.statements[0].content
    assert content is not None
    assert TEXT[content.start - 1 : content.end + 1] == " it "


def test_the_reports_are_read_afresh_and_scored(tmp_path: Path) -> None:
    """What the reader finds in the report is compared with the coding."""
    (score,) = score_gold(load_gold(coded(tmp_path)))
    assert score.report == "talks"
    assert score.counts["found", "statements"].wanted == 1


@pytest.mark.parametrize(
    ("coding", "message"),
    [
        ("coded: 2026-11-24\n", "the key 'coder' is missing"),
        (HEAD + "statments: []\n", "did you mean 'statements'"),
        (HEAD + "statements:\n- " + STATEMENT.replace("reject,", "rejects,") % "", "'rejects' is not known"),
        (HEAD + "statements:\n- " + STATEMENT.replace("reject,", "[],") % "", "the list is empty"),
        (HEAD + "statements:\n- " + STATEMENT % ", content: that", "does not stand in its evidence"),
        (HEAD + "statements:\n- " + STATEMENT % ", content: ejected", "does not stand in its evidence"),
        (HEAD + "statements:\n- " + STATEMENT % ", content: rejecte", "does not stand in its evidence"),
        (
            HEAD + "statements:\n- " + STATEMENT.replace("rejected it", "rejected") % ", content: d",
            "does not stand in its evidence",
        ),
        (HEAD + "statements:\n- " + STATEMENT % ", again: [Chad]", "does not stand in report 'talks'"),
        (HEAD + "statements:\n- " + STATEMENT % ", negated: maybe", "must be true or false"),
        (HEAD + "statements:\n- " + STATEMENT % ", answers: [s9]", "'s9', which is no statement"),
        (HEAD + "statements:\n" + 2 * ("- " + STATEMENT % "" + "\n"), "'s1' is given twice"),
    ],
)
def test_a_coding_that_breaks_a_rule_is_refused(tmp_path: Path, coding: str, message: str) -> None:
    """The message names the file and the rule."""
    with pytest.raises(ModelError, match=message) as told:
        load_gold(coded(tmp_path, coding))
    assert "talks.yaml" in str(told.value)


def test_a_file_that_is_no_yaml_is_refused(tmp_path: Path) -> None:
    """A broken file is named with line and column."""
    with pytest.raises(CaseError, match=r"talks.yaml:\d+:\d+: not readable as YAML"):
        load_gold(coded(tmp_path, "coder: [\n"))


def test_a_folder_without_codings_is_refused(tmp_path: Path) -> None:
    """A folder that is not there, or holds no coding beside a report, is no gold."""
    (tmp_path / "stray.yaml").write_text("a: 1\n", encoding="utf-8")
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(ReportError, match="holds no coded report"):
            load_gold(folder)


def test_a_coding_is_of_one_report(tmp_path: Path) -> None:
    """A file with several reports cannot be coded as one."""
    feed = "<rss><channel>{}</channel></rss>".format(
        "".join(f"<item><title>{n}</title><description>Togo met Mali.</description></item>" for n in "ab")
    )
    (tmp_path / "feed.rss").write_text(feed, encoding="utf-8")
    (tmp_path / "feed.yaml").write_text(HEAD, encoding="utf-8")
    with pytest.raises(ReportError, match="holds 2 reports"):
        load_gold(tmp_path)


def case(folder: Path, confirmed_by: str | None = "Anna Berg") -> Path:
    """Fill a folder with a case whose one statement a person has confirmed."""
    report = from_text("Norway rejected the plan. Sudan accepted it.", id="r")
    save_report(report, folder)
    whole = cite(report, 0, len("Norway rejected the plan"))
    actor = Actor("Norway", "norway", "Norway")
    told = Statement("s1", actor, Act.REJECT, Manner.NARRATED, whole, whole, confirmed_by=confirmed_by)
    reading = Reading((told,))
    (folder / "statements.jsonl").write_text(reading_lines(reading), encoding="utf-8")
    (folder / "case.yaml").write_text("title: A test\n", encoding="utf-8")
    return folder


def test_a_corrected_case_is_gold(tmp_path: Path) -> None:
    """The statements of a case folder are taken as right, and its reports are read afresh."""
    (score,) = score_gold(load_gold(case(tmp_path)))
    statements = score.counts["found", "statements"]
    assert (statements.right, statements.wanted) == (1, 1)
    assert statements.found > 1


def test_a_case_that_nobody_has_reviewed_is_no_gold(tmp_path: Path) -> None:
    """What the reader found is not held against itself."""
    with pytest.raises(EvidenceError, match="nobody has confirmed a statement"):
        load_gold(case(tmp_path, None))


def test_a_case_without_statements_is_no_gold(tmp_path: Path) -> None:
    """A case folder must have statements and reports to be measured with."""
    (case(tmp_path) / "statements.jsonl").unlink()
    with pytest.raises(EvidenceError, match=r"has no statements.jsonl or no reports"):
        load_gold(tmp_path)


def test_every_refusal_is_one_of_ours(tmp_path: Path) -> None:
    """A file in the place of a folder is refused, not a traceback."""
    (tmp_path / "gold.yaml").write_text("a: 1\n", encoding="utf-8")
    with pytest.raises(GoodofficesError):
        load_gold(tmp_path / "gold.yaml")
