"""A case folder under review: everything is saved, nothing is lost."""

from __future__ import annotations

import datetime as dt
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from goodoffices.errors import CaseError, EvidenceError
from goodoffices.statements.acts import Act
from goodoffices.statements.decisions import decision_lines, find
from goodoffices.statements.jsonl import finding_line, reading_lines
from goodoffices.statements.statement import Reading
from goodoffices.workspace.case_folder import load_case_folder
from goodoffices.workspace.review import Review, citations, decide, open_review, save_review, save_steps
from goodoffices.workspace.review_again import reread_folder, take_back
from goodoffices.workspace.review_queue import Filters, queue, summary
from goodoffices.workspace.review_steps import Ruling, accept, add, edit, read_rulings, reject, ruled

NOON = dt.datetime(2026, 1, 31, 12, tzinfo=dt.UTC)


def text(folder: Path) -> str:
    """Return the statements as they are saved."""
    return (folder / "statements.jsonl").read_text(encoding="utf-8")


def take(review: Review, *ids: str) -> Review:
    """Accept findings, one after the other."""
    for id_ in ids:
        review = save_steps(review, [accept(review, id_, "Anna")], by="Anna", when=NOON)
    return review


def propose(folder: Path, reading: Reading) -> None:
    """Write proposals of a model: one new, with the records that stand beside it."""
    proposal = replace(reading.statements[0], id="m1", act=Act.OFFER, rule="model tiny call abc")
    lines = ['{"type": "proposals", "version": 1}', "", finding_line(proposal), '{"type": "call"}', "[]"]
    (folder / "proposals.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_decisions_survive_being_opened_again_and_undone(strait_folder: Path) -> None:
    """After accept, reject and edit are taken back, the statements are the same, byte for byte."""
    before = text(strait_folder)
    review = take(open_review(strait_folder), "s1", "r1")
    review = save_steps(review, [reject(review, "s4")], by="Anna", when=NOON)
    step = edit(review, "s5", {"actor": "Selmark"}, "Anna")
    review = save_steps(review, [step], by="Anna", when=NOON)
    assert find(review.reading, "s1").confirmed_by == "Anna"  # type: ignore[union-attr]
    assert open_review(strait_folder) == replace(review, parties=open_review(strait_folder).parties)
    for _ in range(4):
        review = take_back(review, None, by="Ben", when=NOON)
    assert text(strait_folder) == before
    assert len(open_review(strait_folder).decisions) == 8
    with pytest.raises(CaseError, match="there is no decision to take back"):
        take_back(review, None, by="Ben", when=NOON)


def test_a_case_that_rests_on_what_was_rejected_is_refused(strait_folder: Path) -> None:
    """The message names the finding, and says which there are, gaps counted."""
    review = open_review(strait_folder)
    save_steps(review, [reject(review, "s8"), reject(review, "s4")], by="Anna", when=NOON)
    with pytest.raises(CaseError, match=r"'s8' was rejected by Anna on 2026-01-31"):
        load_case_folder(strait_folder)


def test_a_decision_is_taken_back_by_number_and_later_ones_first(strait_folder: Path) -> None:
    """An earlier decision cannot be taken back under a later one on the same finding."""
    review = take(open_review(strait_folder), "s1")
    review = save_steps(review, [reject(review, "s1")], by="Anna", when=NOON)
    with pytest.raises(EvidenceError, match="take back later decisions on it first"):
        take_back(review, 1, by="Anna", when=NOON)
    with pytest.raises(CaseError, match="there is no decision 9 to take back; the last that stand are 1, 2"):
        take_back(review, 9, by="Anna", when=NOON)
    assert find(take_back(review, 2, by="Anna", when=NOON).reading, "s1")


def test_a_batch_is_taken_back_whole(strait_folder: Path) -> None:
    """What was decided together goes together."""
    before = text(strait_folder)
    review = open_review(strait_folder)
    steps = [reject(review, "s1"), reject(review, "s2")]
    review = save_steps(review, steps, by="Anna", when=NOON)
    review = take_back(review, 2, by="Anna", when=NOON)
    assert text(strait_folder) == before
    assert [one.batch for one in review.decisions] == [1, 1, 3, 3]


def test_a_review_that_was_cut_off_is_finished(strait_folder: Path) -> None:
    """If only the log was written, opening the folder carries the decision out."""
    review = open_review(strait_folder)
    after = decide(review, [reject(review, "s1")], by="Anna", when=NOON)
    (strait_folder / "decisions.jsonl").write_text(decision_lines(after.decisions), encoding="utf-8")
    assert find(open_review(strait_folder).reading, "s1") is None
    assert '"id": "s1"' not in text(strait_folder).split("\n")[1]


def test_a_statement_that_is_put_back_by_hand_stays(strait_folder: Path) -> None:
    """What somebody wrote into the statements after the last decision is not undone by opening the folder."""
    before = text(strait_folder)
    review = open_review(strait_folder)
    save_steps(review, [reject(review, "s1")], by="Anna", when=NOON)
    path = strait_folder / "statements.jsonl"
    path.write_text(before, encoding="utf-8")
    later = (strait_folder / "decisions.jsonl").stat().st_mtime_ns + 10**9
    os.utime(path, ns=(later, later))
    assert find(open_review(strait_folder).reading, "s1")
    assert text(strait_folder) == before


def test_two_people_cannot_overwrite_each_other(strait_folder: Path) -> None:
    """A review that was opened before another one saved is refused."""
    first, second = open_review(strait_folder), open_review(strait_folder)
    take(first, "s1")
    with pytest.raises(CaseError, match="somebody else has changed"):
        take(second, "s2")
    assert save_review(second, second) is second


def test_proposals_become_statements_only_when_a_person_takes_them(
    strait_folder: Path, strait_reading: Reading
) -> None:
    """A proposal gets a new id when it is accepted or edited, and is asked about once."""
    propose(strait_folder, strait_reading)
    review = open_review(strait_folder)
    assert [one.id for one in review.proposals] == ["m1"]
    accepted = take(review, "m1")
    assert accepted.reading.statements[-1].id == "s10"
    assert accepted.reading.statements[-1].rule == "model tiny call abc"
    assert open_review(strait_folder).proposals == ()
    back = take_back(accepted, None, by="Anna", when=NOON)
    assert back.reading == strait_reading
    rejected = save_steps(back, [reject(back, "m1")], by="Anna", when=NOON)
    assert (rejected.reading, rejected.proposals) == (strait_reading, ())
    assert summary(rejected, 2)["rejected"] == 1
    again = take_back(rejected, None, by="Anna", when=NOON)
    edited = save_steps(again, [edit(again, "m1", {"act": "plan"}, "Anna")], by="Anna", when=NOON)
    assert edited.reading.statements[-1].act is Act.PLAN
    assert edited.reading.statements[-1].id == "s11"


def test_a_broken_file_of_proposals_is_named(strait_folder: Path) -> None:
    """A line that is no JSON is named with its number."""
    (strait_folder / "proposals.jsonl").write_text("{\n", encoding="utf-8")
    with pytest.raises(EvidenceError, match=r"proposals\.jsonl:1: not a line of JSON"):
        open_review(strait_folder)


def test_files_that_cannot_be_read_are_named(strait_folder: Path) -> None:
    """A log in another encoding, or that is a folder, gives a message."""
    log = strait_folder / "decisions.jsonl"
    log.write_bytes(b"\xff")
    with pytest.raises(EvidenceError, match="not UTF-8 at byte 0"):
        open_review(strait_folder)
    log.unlink()
    log.mkdir()
    with pytest.raises(EvidenceError, match="cannot be read"):
        open_review(strait_folder)


def test_a_folder_needs_statements_but_no_case(strait_folder: Path) -> None:
    """Without a case only the parties of the reports and the world are known."""
    (strait_folder / "case.yaml").unlink()
    assert "aldera" not in open_review(strait_folder).parties.names
    (strait_folder / "statements.jsonl").unlink()
    with pytest.raises(CaseError, match=r"has no statements\.jsonl"):
        open_review(strait_folder)
    with pytest.raises(CaseError, match="nowhere is no folder"):
        open_review(strait_folder / "nowhere")


def test_the_lines_of_a_case_that_rest_on_a_finding_are_told(strait_folder: Path) -> None:
    """Whole ids are looked for, outside comments."""
    (strait_folder / "case.yaml").write_text("a: [s1, s12]\nb: s2 # s1\n- s1\n", encoding="utf-8")
    assert citations(strait_folder, "s1") == (1, 3)
    assert citations(strait_folder, "s3") == ()


def test_a_new_reading_leaves_alone_what_people_decided(strait_folder: Path, strait_reading: Reading) -> None:
    """Decided and cited findings stay; what is new comes in unreviewed; all of it can be taken back."""
    review = take(open_review(strait_folder), "s5")
    review = save_steps(review, [reject(review, "s4")], by="Anna", when=NOON)
    before = text(strait_folder)
    shouted = tuple(replace(one, act=Act.CONCEDE) for one in strait_reading.statements)
    new = replace(strait_reading, statements=shouted, issues=(), precedents=())
    after = reread_folder(review, new, by="Anna", when=NOON)
    acts = {one.id: one.act for one in after.reading.statements}
    assert acts["s5"] is Act.APPEAL
    assert "s4" not in acts
    assert acts["s9"] is Act.CONCEDE
    assert after.reading.issues == ()
    assert after.reading.precedents == strait_reading.precedents
    assert open_review(strait_folder).reading == after.reading
    assert "s9" not in after.done()
    assert reread_folder(after, new, by="Anna", when=NOON) == after
    (strait_folder / "statements.jsonl").write_text(reading_lines(after.reading), encoding="utf-8")
    back = take_back(after, None, by="Anna", when=NOON)
    assert replace(back.reading, issues=strait_reading.issues) == review.reading
    assert before != text(strait_folder)


def test_findings_are_shown_in_order_of_the_text_and_by_filter(
    strait_folder: Path, strait_reading: Reading
) -> None:
    """Filters narrow the list; the place to start at is the first that nobody has decided on."""
    propose(strait_folder, strait_reading)
    review = take(open_review(strait_folder), "s1")
    ids, start = queue(review, Filters())
    assert ids[:3] == ["s1", "m1", "s2"]
    assert start == 1
    assert queue(review, Filters(unreviewed=True))[0][:2] == ["m1", "s2"]
    assert queue(review, Filters(from_model=True)) == (["m1"], 0)
    assert queue(review, Filters(act="claim")) == (["s9"], 0)
    assert queue(review, Filters(issue="troops")) == (["s8"], 0)
    assert queue(review, Filters(report="strait"))[0] == ids
    assert queue(review, Filters(party="Kestria"))[0] == ["s4", "s5", "r1", "r2"]
    assert "p1" in queue(review, Filters(party="selmark"))[0]
    assert "d1" in queue(review, Filters(party="selmark"))[0]
    assert queue(take(review, "s9"), Filters(act="claim")) == (["s9"], 1)


def test_findings_of_one_report_are_shown(strait_folder: Path) -> None:
    """A finding in another report does not pass."""
    for ending in ("txt", "json"):
        source = strait_folder / "reports" / f"strait.{ending}"
        (strait_folder / "reports" / f"second.{ending}").write_bytes(source.read_bytes())
    assert queue(open_review(strait_folder), Filters(report="second")) == ([], 0)


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        (Filters(act="shout"), "'shout' is no act"),
        (Filters(report="r9"), "there is no report 'r9'"),
        (Filters(party="Norvana"), "did you mean 'Norvania'"),
    ],
)
def test_a_filter_that_names_nothing_is_refused(filters: Filters, message: str, strait_folder: Path) -> None:
    """A misspelt filter is told apart from one that nothing passes."""
    with pytest.raises(CaseError, match=message):
        queue(open_review(strait_folder), filters)


def test_an_edit_fits_the_finding_and_changes_something(strait_folder: Path) -> None:
    """An edit without a change, or of what a finding does not have, is refused."""
    review = open_review(strait_folder)
    with pytest.raises(
        CaseError, match="'act' is nothing that can be changed in a relation; fields are source"
    ):
        edit(review, "r1", {"act": "claim"}, "Anna")
    with pytest.raises(CaseError, match="'s9' would stay as it is"):
        edit(review, "s9", {"act": "claim"}, "Anna")
    with pytest.raises(CaseError, match="there is no finding 's99'"):
        reject(review, "s99")
    gone = save_steps(review, [reject(review, "s9")], by="Anna", when=NOON)
    with pytest.raises(CaseError, match="'s9' was rejected"):
        accept(gone, "s9", "Anna")


def test_a_missed_statement_is_added(strait_folder: Path) -> None:
    """It is confirmed by whom found it, and its report need not be named where there is one only."""
    review = open_review(strait_folder)
    step = add(review, "", {"words": "hosted by Aldera", "actor": "Aldera", "act": "consult"}, "Anna")
    after = save_steps(review, [step], by="Anna", when=NOON).reading.statements[-1]
    assert (after.id, after.rule, after.confirmed_by) == ("s10", "coder", "Anna")
    with pytest.raises(CaseError, match="there is no report 'r9'; reports are strait"):
        add(review, "r9", {}, "Anna")


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"id": "s1", "verdict": "maybe"}, "f:2: verdict 'maybe' is none"),
        ({"id": "s1", "verdict": "accept", "act": "claim"}, "'act' is given, but the verdict is 'accept'"),
        ({"id": "s99", "verdict": "reject"}, "f:2: there is no finding"),
        ({"verdict": "add", "report": "r9"}, "f:2: there is no report"),
    ],
)
def test_a_line_that_cannot_be_taken_is_named(
    values: dict[str, str], message: str, strait_folder: Path
) -> None:
    """File and line stand before what is wrong."""
    with pytest.raises(CaseError, match=message):
        ruled(open_review(strait_folder), Ruling("f:2", values), "Anna")


def test_a_line_of_a_table_can_edit(strait_folder: Path) -> None:
    """The columns of an edit are taken, and the reason with them."""
    step = ruled(
        open_review(strait_folder),
        Ruling("f:2", {"id": "s9", "verdict": "Edit", "act": "accuse", "why": "heard"}),
        "Anna",
    )
    assert (step.after.act, step.why) == (Act.ACCUSE, "heard")  # type: ignore[union-attr]


def test_decisions_are_read_from_tables_and_json_lines(tmp_path: Path) -> None:
    """Empty cells and keys say nothing; truth values are written as yes and no."""
    table = tmp_path / "d.csv"
    table.write_text("id,verdict,why,act\ns1,accept,,\ns2,edit,heard,claim\n", encoding="utf-8")
    first, second = read_rulings(table)
    assert first == Ruling(f"{table}:2", {"id": "s1", "verdict": "accept"})
    assert second.values == {"id": "s2", "verdict": "edit", "why": "heard", "act": "claim"}
    lines = tmp_path / "d.jsonl"
    record = {"id": "s2", "verdict": "edit", "negated": True, "act": ""}
    lines.write_text("\n" + json.dumps(record) + "\n", encoding="utf-8")
    assert read_rulings(lines) == (Ruling(f"{lines}:2", {"id": "s2", "verdict": "edit", "negated": "yes"}),)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("d.jsonl", "{", "d.jsonl:1: not a line of JSON"),
        ("d.jsonl", '{"id": 5}', "d.jsonl:1: a decision is a JSON object of texts"),
        ("d.jsonl", '{"colour": "red"}', "'colour' is no column of decisions"),
        ("d.csv", "id,colour\ns1,red\n", "'colour' is no column of decisions"),
        ("d.txt", "", "neither a CSV file nor a workbook"),
    ],
)
def test_a_file_that_holds_no_decisions_is_refused(
    name: str, content: str, message: str, tmp_path: Path
) -> None:
    """Bad lines and columns are named."""
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(CaseError, match=message):
        read_rulings(path)
