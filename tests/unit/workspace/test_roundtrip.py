"""Statements to coders' tools and back, and what is said of files that were changed badly."""

from __future__ import annotations

import csv
import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest

from goodoffices.errors import BriefError, CaseError
from goodoffices.reports.report import Report
from goodoffices.statements.acts import Act
from goodoffices.statements.decisions import findings
from goodoffices.statements.statement import Reading, Statement
from goodoffices.workspace.review import Review, open_review
from goodoffices.workspace.roundtrip.coder_tables import COLUMNS
from goodoffices.workspace.roundtrip.incoming import Incoming
from goodoffices.workspace.roundtrip.taking_over import Coder, Plan, plan
from goodoffices.workspace.roundtrip.transfer import Tool, read_in, tool_of, write_out

PLACES = {"brat": "b", "labelstudio": "l", "csv": "x.csv", "xlsx": "x.xlsx", "docbin": "x.spacy"}
BEN = Coder("Ben", "the file")


def exported(review: Review, tool: str, folder: Path) -> Path:
    """Write the statements for a tool; return where."""
    path = folder / PLACES[tool]
    write_out(Tool(tool), path, review.reports, findings(review.reading))
    return path


def incoming(review: Review, path: Path) -> Incoming:
    """Read a coder's file."""
    known = {one.id: one for one in findings(review.reading)}
    return read_in(tool_of(path), path, review.reports, known)


def planned(review: Review, path: Path, coder: Coder = BEN) -> Plan:
    """Return what a coder's file would change."""
    return plan(review, incoming(review, path), coder)


def only(found: Plan) -> Statement:
    """Return the one statement that a file changes."""
    assert found.problems == ()
    (step,) = found.steps
    assert isinstance(step.after, Statement)
    return step.after


@pytest.fixture
def review(strait_folder: Path) -> Review:
    """Return the strait under review."""
    return open_review(strait_folder)


@pytest.mark.parametrize("tool", PLACES)
def test_an_unchanged_file_changes_nothing(tool: str, review: Review, tmp_path: Path) -> None:
    """What is written and read again is as it was, and can count as confirmed."""
    path = exported(review, tool, tmp_path)
    assert tool_of(path) is Tool(tool)
    found = planned(review, path)
    assert (found.steps, found.problems, found.remarks, found.same) == ((), (), (), 15)
    confirmed = planned(review, path, replace(BEN, accept=True))
    assert {step.verdict for step in confirmed.steps} == {"accept"}
    assert len(confirmed.steps) == 15


@pytest.mark.parametrize(
    ("name", "message"),
    [("empty", "neither .ann files nor tasks.json"), ("x.txt", "ends like none of the files")],
)
def test_a_file_of_no_tool_is_refused(name: str, message: str, tmp_path: Path) -> None:
    """The endings and folders that are known are named."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(CaseError, match=message):
        tool_of(tmp_path / name)


def test_a_place_that_does_not_fit_the_tool_is_refused(review: Review, tmp_path: Path) -> None:
    """Folders and files are not mistaken for one another, and a place that cannot be written to is named."""
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")

    def write(tool: Tool, path: Path) -> None:
        write_out(tool, path, review.reports, ())

    with pytest.raises(BriefError, match="is a file; name a folder for brat"):
        write(Tool.BRAT, file)
    with pytest.raises(BriefError, match="is a folder; name a file for csv"):
        write(Tool.CSV, tmp_path)
    with pytest.raises(CaseError, match=r"does not end in \.xlsx"):
        write(Tool.XLSX, tmp_path / "x.csv")
    with pytest.raises(BriefError, match="cannot write"):
        write(Tool.DOCBIN, file / "x.spacy")


# brat


@pytest.fixture
def brat(review: Review, tmp_path: Path) -> Path:
    """Return the annotation file that brat works on."""
    return exported(review, "brat", tmp_path) / "strait.ann"


def test_brat_gets_a_configuration_with_every_act(brat: Path) -> None:
    """The folder can be opened as it is."""
    conf = (brat.parent / "annotation.conf").read_text(encoding="utf-8")
    assert all(f"\n{act}\t" in conf for act in Act)
    assert "Arg1:<EVENT>" in conf
    assert (brat.parent / "strait.txt").read_text(encoding="utf-8").startswith("Subscribe")


def test_brat_is_told_that_places_may_overlap_and_gets_each_trigger_once(
    review: Review, tmp_path: Path
) -> None:
    """Its verification finds no mistake in what we write."""
    first = review.reading.statements[0]
    twin = replace(first, id="s10", target=first.actor)
    reading = replace(review.reading, statements=(*review.reading.statements, twin))
    two = replace(review, reading=reading)
    path = exported(two, "brat", tmp_path)
    assert "\n<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n" in (
        path / "annotation.conf"
    ).read_text(encoding="utf-8")
    lines = (path / "strait.ann").read_text(encoding="utf-8").split("\n")
    events = [line.split("\t")[1].split()[0] for line in lines if line[:1] == "E"]
    assert events[0] == events[9]
    assert len(set(events)) == 15
    assert planned(two, path).steps == ()


def test_what_a_coder_changes_in_brat_comes_in(brat: Path, review: Review) -> None:
    """Act, negation, modality, answers and notes are taken from their lines."""
    text = brat.read_text(encoding="utf-8")
    changed = (
        text.replace("E2\treject:", "E2\tdeny:")
        + "A90\tnegated E2\nA91\tmodality E2 would\nR90\tanswers Arg1:E2 Arg2:E6\n"
    )
    brat.write_text(changed + "#90\tAnnotatorNotes T1\tnice\n*\tEquiv T1 T2\n\n", encoding="utf-8")
    after = only(planned(review, brat))
    assert (after.id, after.act, after.negated, str(after.modality)) == ("s2", Act.DENY, True, "would")
    assert after.answers == ("s1", "s6")
    assert after.confirmed_by == "Ben"


def test_a_new_event_in_brat_is_a_new_statement(brat: Path, review: Review, strait_report: Report) -> None:
    """Without evidence, the stretch over all its places is taken; the actor is known by name."""
    start = strait_report.text.index("hosted by Aldera")
    lines = [
        f"T90\tconsult {start} {start + 6}\thosted",
        f"T91\tActor {start + 10} {start + 16}\tAldera",
        f"T92\tReason {start} {start + 6};{start + 10} {start + 16}\thosted Aldera",
        "E90\tconsult:T90 Actor:T91 Reason:T92",
        '#91\tAnnotatorNotes E90\t{"actor_party": "new: Port Aldera"}',
    ]
    brat.write_text(brat.read_text(encoding="utf-8") + "\n".join(lines) + "\n", encoding="utf-8")
    found = planned(review, brat)
    after = only(found)
    assert (after.id, after.evidence.exact, after.rule) == ("s10", "hosted by Aldera", "coder")
    assert (after.actor.party, after.actor.text) == ("port_aldera", "Aldera")
    assert [one.exact for one in after.reasons] == ["hosted", "Aldera"]
    assert "words in 4 pieces" in found.remarks[0]


def test_what_is_deleted_in_brat_is_rejected(brat: Path, review: Review) -> None:
    """A statement that is not in the file goes, unless missing ones are kept."""
    lines = [line for line in brat.read_text(encoding="utf-8").split("\n") if "E9" not in line]
    brat.write_text("\n".join(lines), encoding="utf-8")
    (step,) = planned(review, brat).steps
    assert (step.before.id, step.after) == ("s9", None)  # type: ignore[union-attr]
    assert planned(review, brat, replace(BEN, keep_missing=True)).steps == ()


def test_an_actor_that_is_taken_out_in_brat_is_missed(brat: Path, review: Review) -> None:
    """A statement without an actor is none."""
    text = brat.read_text(encoding="utf-8")
    cut = text.replace("E8\treject:T36 Evidence:T37 Actor:T38", "E8\treject:T36 Evidence:T37")
    trigger = next(line for line in text.split("\n") if line.startswith("E8\t"))
    brat.write_text(cut.replace(trigger, trigger.partition(" Actor")[0]), encoding="utf-8")
    assert "a statement needs an actor" in planned(review, brat).problems[0]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("T1 broken", "no text-bound annotation"),
        ("T1\tActor 0 3\tSub", "T1 is given twice"),
        ("T99\tActor 5 5\tx", "a place is empty or outside the text"),
        ("T99\tActor 0 999999\tx", "a place is empty or outside the text"),
        ("T99\tActor 0 3\tNor", "report 'strait' has 'Sub' there, not 'Nor'"),
        ("E99", "no event; it is written like"),
        ("E99\treject", "no event; it is written like"),
        ("E99\treject:T1 Colour:T2", "'Colour' is no role"),
        ("E99\treject:T999", "T999 is no text-bound annotation"),
        ("E1\treject:T1", "E1 is given twice"),
        ("R99\tlikes Arg1:E1 Arg2:E2", "the only relation is answers"),
        ("A99\tloud E1", "'loud' is no attribute"),
        ("A99\tmodality E1 maybe", "'maybe' is no modality"),
        ("#99\tAnnotatorNotes E1\t{bad", "the note is not JSON"),
        ('#99\tAnnotatorNotes E1\t{"actor_party": 5}', "no JSON object of texts"),
        ('#99\tAnnotatorNotes E1\t{"colour": "red"}', "'colour' is no value of a statement"),
        ('#99\tAnnotatorNotes E1\t{"issues": "weather"}', "'weather' is no issue"),
        ('#99\tAnnotatorNotes E1\t{"answers": "s77"}', "it answers 's77', which is no statement"),
        ('#99\tAnnotatorNotes E1\t{"actor_party": "Norvana"}', "did you mean 'Norvania'"),
        ('#99\tAnnotatorNotes E1\t{"id": "s2"}', "statement 's2' is given twice"),
        ('#99\tAnnotatorNotes E1\t{"id": "s99"}', "there is no statement 's99'"),
        ("X9\tx", "is nothing that brat writes"),
        ("\tx", "is nothing that brat writes"),
    ],
)
def test_a_line_that_cannot_be_taken_from_brat_is_named(
    line: str, message: str, brat: Path, review: Review
) -> None:
    """File and line stand before what is wrong."""
    text = brat.read_text(encoding="utf-8")
    if line.startswith("#"):
        text = "".join(part for part in text.splitlines(keepends=True) if not part.startswith("#1\t"))
    brat.write_text(text + line + "\n", encoding="utf-8")
    problems = planned(review, brat).problems
    assert any(message in problem for problem in problems), problems
    assert problems[0].startswith(f"{brat}:")


def test_a_brat_folder_of_another_text_is_refused(brat: Path, review: Review) -> None:
    """The text must be that of the report, and the file's name that of a report; the encoding is UTF-8."""
    (brat.parent / "other.ann").write_text("", encoding="utf-8")
    (brat.parent / "strait.txt").write_text("Subscribe now", encoding="utf-8")
    problems = planned(review, brat.parent).problems
    assert "there is no report 'other'" in problems[0]
    assert "its text differs from report 'strait' from character 10 on" in problems[1]
    (brat.parent / "strait.txt").unlink()
    brat.write_bytes(b"\xff")
    assert "is not UTF-8 at byte 0" in planned(review, brat).problems[0]
    with pytest.raises(CaseError, match=r"has no \.ann file"):
        read_in(Tool.BRAT, review.folder, review.reports, {})


# Label Studio

Change = Callable[[list[Any]], None]


@pytest.fixture
def tasks(review: Review, tmp_path: Path) -> Path:
    """Return the file of tasks."""
    return exported(review, "labelstudio", tmp_path) / "tasks.json"


def change(path: Path, how: Change) -> None:
    """Change the regions of the first task, as an annotation."""
    found = json.loads(path.read_text(encoding="utf-8"))
    how(found[0]["predictions"][0]["result"])
    found[0]["annotations"] = [found[0]["predictions"][0]]
    path.write_text(json.dumps(found), encoding="utf-8")


def test_label_studio_gets_an_interface_with_every_act(tasks: Path) -> None:
    """The interface has a label for each act and part, and fields for the rest."""
    interface = (tasks.parent / "labels.xml").read_text(encoding="utf-8")
    assert fromstring(interface).tag == "View"  # noqa: S314 - written by ourselves
    assert all(f'"{act}"' in interface for act in Act)
    assert 'name="actor_party"' in interface


def test_what_a_coder_changes_in_label_studio_comes_in(tasks: Path, review: Review) -> None:
    """Labels, choices, fields and relations are taken; a later annotation counts more than a prediction."""

    def how(regions: list[Any]) -> None:
        second = next(one for one in regions if one.get("id") == "s2")
        second["value"]["labels"] = ["deny"]
        value = {key: second["value"][key] for key in ("start", "end", "text")}
        regions.append(
            second | {"type": "choices", "from_name": "negated", "value": value | {"choices": ["yes"]}}
        )
        regions.append(
            second | {"type": "textarea", "from_name": "date", "value": value | {"text": ["2025-08-22"]}}
        )
        regions.append(second | {"type": "rating", "from_name": "stars", "value": value})
        regions.append({"type": "relation", "from_id": "s2", "to_id": "s6", "labels": ["answers"]})

    change(tasks, how)
    after = only(planned(review, tasks))
    assert (after.id, after.act, after.negated, str(after.date)) == ("s2", Act.DENY, True, "2025-08-22")
    assert after.answers == ("s1", "s6")


def test_places_in_halves_of_utf_16_are_understood(strait_folder: Path, tmp_path: Path) -> None:
    """Old versions of Label Studio count a character outside the basic plane twice; the words tell."""
    review = open_review(strait_folder)
    report = review.reports["strait"]
    other = replace(report, text="🕊🕊" + report.text[2:])
    found = replace(review, reports={"strait": other})
    path = exported(found, "labelstudio", tmp_path) / "tasks.json"

    def how(regions: list[Any]) -> None:
        for region in regions:
            if "value" in region:
                region["value"]["start"] += 2
                region["value"]["end"] += 2

    change(path, how)
    assert planned(found, path).steps == ()


@pytest.mark.parametrize(
    ("how", "message"),
    [
        (lambda found: found[0]["value"].update(start=1), "report 'strait' has"),
        (lambda found: found[0]["value"].update(text=None), "it has no text"),
        (lambda found: found[0]["value"].pop("labels"), "does not have the form of a task"),
        (lambda found: found[0]["value"].update(labels=["shout"]), "'shout' is no act"),
        (lambda found: found.append({"type": "relation", "from_id": "s1", "to_id": "q"}), "not there"),
        (
            lambda found: found.append(
                {"type": "relation", "from_id": "s1", "to_id": "s2", "labels": ["likes"]}
            ),
            "'likes' is no relation",
        ),
        (
            lambda found: found.remove(next(one for one in found if one.get("to_id") == "s1.cue")),
            "this cue belongs to nothing",
        ),
        (lambda found: found[0]["meta"].update(text="{bad"), "the note is not JSON"),
    ],
)
def test_a_region_that_cannot_be_taken_is_named(
    how: Change, message: str, tasks: Path, review: Review
) -> None:
    """Task and region stand before what is wrong."""
    change(tasks, how)
    problems = planned(review, tasks).problems
    assert any(message in problem for problem in problems), problems


@pytest.mark.parametrize(
    ("text", "message"),
    [("{", "is not JSON"), ("{}", "is no list of tasks"), (b"\xff", "is not JSON")],
)
def test_a_file_that_holds_no_tasks_is_refused(
    text: str | bytes, message: str, tasks: Path, review: Review
) -> None:
    """It says what to export."""
    tasks.write_bytes(text.encode() if isinstance(text, str) else text)
    with pytest.raises(CaseError, match=message):
        planned(review, tasks)


@pytest.mark.parametrize(
    ("task", "steps"),
    [
        ({}, 0),
        ({"annotations": [], "predictions": [31]}, 0),
        ({"annotations": [{"was_cancelled": True, "result": []}]}, 0),
        ({"annotations": [{"result": []}]}, 9),
    ],
)
def test_only_a_task_that_somebody_coded_takes_statements_out(
    task: dict[str, Any], steps: int, tasks: Path, review: Review
) -> None:
    """A task that nobody annotated or that was skipped says nothing."""
    data = {"text": review.reports["strait"].text}
    tasks.write_text(json.dumps([{"data": data, **task}]), encoding="utf-8")
    found = planned(review, tasks)
    assert (len(found.steps), found.problems) == (steps, ())
    assert [("nobody has annotated it" in one) for one in found.remarks] == [True] * (steps == 0)


def test_the_last_of_several_annotations_counts(tasks: Path, review: Review) -> None:
    """Who exports the work of two is told so, and a field that was filled in twice holds what came last."""

    def how(regions: list[Any]) -> None:
        field = next(one for one in regions if one.get("from_name") == "actor_party")
        field["value"]["text"] = [*field["value"]["text"], "Aldera"]
        regions.append(field | {"from_name": "target_party", "value": field["value"] | {"text": "Selmark"}})

    change(tasks, how)
    found = json.loads(tasks.read_text(encoding="utf-8"))
    found[0]["annotations"].insert(0, {"result": []})
    tasks.write_text(json.dumps(found), encoding="utf-8")
    changed = planned(review, tasks)
    after = only(changed)
    assert after.actor.party == "aldera"
    assert after.target is not None
    assert after.target.party == "selmark"
    assert changed.remarks == (f"{tasks}, task 1: it has 2 annotations; the last is taken",)


def test_a_task_of_another_text_is_refused(tasks: Path, review: Review) -> None:
    """So is what is no task, and one in the shorter form of an export."""
    tasks.write_text(json.dumps([{"data": {"text": "x"}}, 5, {"text": "x"}]), encoding="utf-8")
    problems = planned(review, tasks).problems
    assert "its text differs" in problems[0]
    assert "does not have the form of a task" in problems[1]
    assert "export it as JSON, not as JSON-MIN" in problems[2]


def test_two_pieces_of_content_and_no_actor_in_label_studio(tasks: Path, review: Review) -> None:
    """Content in two pieces is the stretch over both; a statement of nobody is refused."""

    def twice(found: list[Any]) -> None:
        cue = next(one for one in found if one.get("id") == "s9.cue")
        found.append(cue | {"id": "q1", "value": cue["value"] | {"labels": ["content"]}})
        report = review.reports["strait"].text
        start = report.index("in a week")
        words = {"start": start, "end": start + 9, "text": "in a week", "labels": ["content"]}
        found.append(cue | {"id": "q2", "value": words})
        found += [{"type": "relation", "from_id": "s9", "to_id": id_, "labels": []} for id_ in ("q1", "q2")]

    change(tasks, twice)
    found = planned(review, tasks)
    assert only(found).content.exact == "claimed that Kestria could end the blockade in a week"  # type: ignore[union-attr]
    assert "content in 2 pieces" in found.remarks[0]

    def nobody(found: list[Any]) -> None:
        found.remove(next(one for one in found if one.get("to_id") == "s1.actor"))
        found.remove(next(one for one in found if one.get("id") == "s1.actor"))

    change(tasks, nobody)
    assert "a statement needs an actor" in planned(review, tasks).problems[0]


# tables


def rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def put(path: Path, found: list[dict[str, str]], columns: tuple[str, ...] = COLUMNS["statement"]) -> None:
    """Write the rows of a CSV file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(found)


@pytest.fixture
def table(review: Review, tmp_path: Path) -> Path:
    """Return the table as a CSV file."""
    return exported(review, "csv", tmp_path)


def test_what_a_coder_changes_in_a_table_comes_in(table: Path, review: Review) -> None:
    """Words are looked for, names are resolved, and an empty cell takes out."""
    found = rows(table)
    found[3] |= {"actor_party": "Aldera", "content": "“a helpful part”", "reasons": "ready || helpful"}
    put(table, found)
    after = only(planned(review, table))
    assert (after.id, after.actor.party, after.content.exact) == ("s4", "aldera", "“a helpful part”")  # type: ignore[union-attr]
    assert [one.exact for one in after.reasons] == ["ready", "helpful"]


def test_a_table_without_some_columns_takes_nothing_away(table: Path, review: Review) -> None:
    """A coder may delete columns; a new row needs no places, and no report where there is one only."""
    found = rows(table)
    new = {"words": "hosted by Aldera", "actor": "Aldera", "actor_party": "Aldera", "act": "consult"}
    columns = ("id", "words", "actor", "actor_party", "act")
    put(table, [*found, new], columns)
    after = only(planned(review, table))
    assert (after.id, after.cue.exact) == ("s10", "hosted by Aldera")
    put(table, [new], columns[1:])
    assert [step.verdict for step in planned(review, table).steps] == ["add"] + ["reject"] * 9


@pytest.mark.parametrize(
    ("row", "change_", "message"),
    [
        (0, {"act": "shout"}, "x.csv:2: 'shout' is no act"),
        (0, {"words": "no such words"}, "x.csv:2: words 'no such words' is not in report 'strait'"),
        (0, {"report": "r9"}, "x.csv:2: there is no report 'r9'"),
        (0, {"id": "s99"}, "there is no statement 's99'"),
        (0, {"id": "", "places": "words 5-2; words 1-99999999"}, None),
    ],
)
def test_a_cell_that_cannot_be_taken_is_named(
    row: int, change_: Mapping[str, str], message: str | None, table: Path, review: Review
) -> None:
    """File and line stand before what is wrong; places that are none are passed over."""
    found = rows(table)
    found[row] |= change_
    put(table, found)
    problems = planned(review, table).problems
    assert problems == () if message is None else message in problems[0]


def test_a_statement_stays_in_its_report(table: Path, review: Review, strait_report: Report) -> None:
    """A row cannot move to another report."""
    other = replace(strait_report, id="other")
    two = replace(review, reports={"strait": strait_report, "other": other})
    found = rows(table)
    found[0]["report"] = "other"
    put(table, found)
    assert "statement 's1' is of report 'strait'" in planned(two, table).problems[0]
    put(table, [{"words": "hosted by Aldera"}], ("words",))
    assert "there is no report ''" in planned(two, table).problems[0]


def test_a_table_with_an_unknown_column_is_refused(table: Path, review: Review) -> None:
    """A misspelt column would be lost in silence."""
    table.write_text("id,wrods\ns1,x\n", encoding="utf-8")
    with pytest.raises(CaseError, match="'wrods' is no column of findings; did you mean words"):
        planned(review, table)


def test_what_looks_like_a_formula_is_made_harmless(review: Review, tmp_path: Path) -> None:
    """A sheet program computes nothing, and the text comes back as it was."""
    first = review.reading.statements[0]
    sly = replace(first, actor=replace(first.actor, text="=HYPERLINK(1)", role="'-2"))
    reading = replace(review.reading, statements=(sly, *review.reading.statements[1:]))
    found = replace(review, reading=reading)
    for tool in ("csv", "xlsx"):
        path = exported(found, tool, tmp_path)
        assert planned(found, path).steps == ()
    cells = rows(tmp_path / "x.csv")[0]
    assert (cells["actor"], cells["actor_role"]) == ("'=HYPERLINK(1)", "''-2")


# several reports


@pytest.mark.parametrize("tool", PLACES)
def test_answers_to_another_report_come_back(tool: str, review: Review, tmp_path: Path) -> None:
    """What is answered in another report has no line in a tool, and is kept."""
    report = review.reports["strait"]
    first, second, *rest = review.reading.statements
    moved = [replace(part, report="other") for part in (second.evidence, second.cue)]
    elsewhere = replace(second, evidence=moved[0], cue=moved[1])
    reading = replace(review.reading, statements=(first, elsewhere, *rest))
    two = replace(review, reports={"strait": report, "other": replace(report, id="other")}, reading=reading)
    path = exported(two, tool, tmp_path)
    found = planned(two, path)
    assert (found.steps, found.problems) == ((), ())


def test_an_id_of_another_report_is_refused(brat: Path, review: Review, strait_report: Report) -> None:
    """A statement cannot move to another report."""
    two = replace(review, reports={"strait": strait_report, "other": replace(strait_report, id="other")})
    (brat.parent / "other.ann").write_bytes(brat.read_bytes())
    brat.unlink()
    assert "is of report 'strait', not 'other'" in planned(two, brat.parent).problems[0]


def test_a_comment_in_brat_is_no_note_of_ours(brat: Path, review: Review) -> None:
    """What a coder writes to another coder is left alone."""
    text = brat.read_text(encoding="utf-8")
    brat.write_text(text + "#90\tAnnotatorNotes E1\tnot sure\n#91\tAnnotatorNotes E1\n", encoding="utf-8")
    assert planned(review, brat).steps == ()


# spaCy


def test_a_rejected_statement_does_not_come_back_by_a_file(review: Review, tmp_path: Path) -> None:
    """A file that still has it is told what to do first."""
    import datetime as dt

    from goodoffices.workspace.review import save_steps
    from goodoffices.workspace.review_steps import reject

    path = exported(review, "docbin", tmp_path)
    when = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    after = save_steps(review, [reject(review, "s9")], by="Anna", when=when)
    assert "it was rejected; undo that first" in planned(after, path).problems[0]


def test_a_changed_label_in_a_docbin_comes_in(review: Review, tmp_path: Path) -> None:
    """Spans bear the acts; a new span is a new statement, if its actor is noted."""
    from spacy.tokens import Doc, DocBin, Span
    from spacy.vocab import Vocab

    path = exported(review, "docbin", tmp_path)
    (doc,) = DocBin(store_user_data=True).from_disk(path).get_docs(Vocab())
    group = list(doc.spans["statements"])
    group[0] = Span(doc, group[0].start, group[0].end, label="offer", span_id="s1")
    doc.spans["statements"] = group

    def saved(found: Doc) -> Plan:
        DocBin(store_user_data=True, docs=[found]).to_disk(path)
        return planned(review, path)

    assert only(saved(doc)).act is Act.OFFER
    doc.spans["statements"] = [*group, Span(doc, 0, 3, label="claim")]
    assert "a new statement needs actor" in saved(doc).problems[0]
    doc.spans["statements"] = group
    record = json.loads(doc.user_data["goodoffices"])
    doc.user_data["goodoffices"] = json.dumps(record | {"statements": {"s1": {"colour": "red"}}})
    assert "is no value of a statement" in saved(doc).problems[0]
    doc.user_data["goodoffices"] = json.dumps(record | {"statements": []})
    assert len(saved(doc).steps) > 0
    for noted, message in (("{", "is not JSON"), ("{}", "does not say of which report")):
        doc.user_data["goodoffices"] = noted
        assert message in saved(doc).problems[0]
    other = Doc(doc.vocab, words=["x"], spaces=[False])
    other.user_data["goodoffices"] = json.dumps(record)
    assert "its text differs" in saved(other).problems[0]


def test_a_docbin_that_is_broken_or_swells_is_refused(
    review: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is unpacked beyond the limit."""
    path = tmp_path / "x.spacy"
    path.write_bytes(b"no")
    with pytest.raises(CaseError, match="is no DocBin that can be read"):
        planned(review, path)
    monkeypatch.setattr("goodoffices.workspace.roundtrip.docbin.MAX_UNPACKED", 1000)
    path.write_bytes(zlib.compress(b"0" * 5000))
    with pytest.raises(CaseError, match="unpacks to more than"):
        planned(review, path)


def test_the_reading_is_what_the_tests_think(strait_reading: Reading) -> None:
    """The strait has nine statements, on which the counts above rest."""
    assert len(strait_reading.statements) == 9
