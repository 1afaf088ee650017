"""Relations, precedents, options and distances to coders' tools and back."""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from goodoffices.errors import CaseError
from goodoffices.statements.decisions import Finding, find, findings
from goodoffices.statements.forms import FORMS
from goodoffices.statements.statement import (
    DistanceMention,
    OptionMention,
    PrecedentMention,
    Relation,
    RelationKind,
)
from goodoffices.workspace.review import Review, decide, open_review
from goodoffices.workspace.roundtrip.coder_tables import COLUMNS, beside
from goodoffices.workspace.roundtrip.taking_over import Coder, Plan, plan
from goodoffices.workspace.roundtrip.transfer import Tool, read_in, tool_of, write_out

PLACES = {"brat": "b", "labelstudio": "l", "csv": "x.csv", "xlsx": "x.xlsx", "docbin": "x.spacy"}
BEN = Coder("Ben", "the file")
NOON = dt.datetime(2026, 1, 1, 12, tzinfo=dt.UTC)


@pytest.fixture
def review(strait_folder: Path) -> Review:
    """Return the strait under review."""
    return open_review(strait_folder)


def exported(review: Review, tool: str, folder: Path, *kinds: str) -> Path:
    """Write findings for a tool; return where."""
    path = folder / PLACES[tool]
    write_out(Tool(tool), path, review.reports, findings(review.reading), kinds or tuple(FORMS))
    return path


def planned(review: Review, path: Path, coder: Coder = BEN) -> Plan:
    """Return what a coder's file would change."""
    known = {one.id: one for one in findings(review.reading)}
    return plan(review, read_in(tool_of(path), path, review.reports, known), coder)


def only(found: Plan) -> Finding:
    """Return the one finding that a file changes or adds."""
    assert found.problems == ()
    (step,) = found.steps
    assert step.after is not None
    return step.after


def without(review: Review, *ids: str) -> Review:
    """Return a review without some findings."""
    kept = {
        form.plural: tuple(one for one in getattr(review.reading, form.plural) if one.id not in ids)
        for form in FORMS.values()
    }
    return replace(review, reading=replace(review.reading, **kept))


def rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def put(path: Path, found: list[dict[str, str]], columns: tuple[str, ...]) -> None:
    """Write the rows of a CSV file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(found)


@pytest.mark.parametrize("tool", PLACES)
def test_only_the_kinds_that_were_asked_for_are_coded(tool: str, review: Review, tmp_path: Path) -> None:
    """What was not exported is not missed when the file returns, and what was exported is."""
    path = exported(review, tool, tmp_path, "statement", "relation")
    found = planned(review, path)
    assert (found.steps, found.same) == ((), 12)
    path = exported(without(review, "r2"), tool, tmp_path / "less", "statement", "relation")
    (step,) = planned(review, path).steps
    assert step.before is not None
    assert (step.before.id, step.after) == ("r2", None)


@pytest.mark.parametrize("tool", PLACES)
def test_an_id_that_the_folder_has_not_is_refused_for_every_kind(
    tool: str, review: Review, tmp_path: Path
) -> None:
    """What another folder calls r3 is not taken for something new."""
    path = exported(review, tool, tmp_path)
    problems = planned(without(review, "r3", "p1", "o1", "d1"), path).problems
    assert [problem.partition("there is no ")[2].partition(";")[0] for problem in problems] == [
        "relation 'r3'",
        "precedent 'p1'",
        "option 'o1'",
        "distance 'd1'",
    ]


def test_a_finding_of_every_kind_can_be_new(review: Review, tmp_path: Path) -> None:
    """What has no id in a tool comes in as it stands there, with an id that nothing had."""
    path = exported(review, "brat", tmp_path) / "strait.ann"
    text = path.read_text(encoding="utf-8")
    for id_ in ("r3", "p1", "o1", "d1"):
        text = text.replace(f'{{"id": "{id_}"', '{"id": ""')
    path.write_text(text, encoding="utf-8")
    added = [step.after for step in planned(without(review, "r3", "p1", "o1", "d1"), path).steps]
    held = [find(review.reading, id_) for id_ in ("r3", "p1", "o1", "d1")]
    assert added[:3] == held[:3]
    for one in (added[3], held[3]):
        assert isinstance(one, DistanceMention)
        assert [(who.text, who.party) for who in one.parties] == [
            ("Norvania", "norvania"),
            ("Selmark", "selmark"),
        ]


# tables

CHANGES: Mapping[str, tuple[str, dict[str, str], Callable[[Any], object], object]] = {
    "who": ("r1", {"source_party": "Aldera"}, lambda one: one.source.party, "aldera"),
    "kind": ("r1", {"kind": "supplies", "negated": "yes"}, lambda one: (str(one.kind), one.negated), None),
    "means": ("r1", {"means": "most of Norvania's grain"}, lambda one: one.means.exact, None),
    "voice": ("r3", {"claimed_by": "", "claimed_by_party": ""}, lambda one: one.claimed_by, None),
    "name": ("p1", {"name": "the Accord of  Ost"}, lambda one: one.name, "the Accord of Ost"),
    "of": ("o1", {"of": "s1", "issues": "troops"}, lambda one: (one.of, one.issues), ("s1", ("troops",))),
    "apart": ("d1", {"parties": "norvania; Kestria"}, lambda one: [who.party for who in one.parties], None),
}
EXPECTED: Mapping[str, object] = {
    "kind": ("supplies", True),
    "means": "most of Norvania’s grain",
    "apart": ["norvania", "kestria"],
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_a_coder_changes_in_a_table_of_each_kind_comes_in(
    name: str, review: Review, tmp_path: Path
) -> None:
    """Parties are resolved, words are looked for in the report, and an empty cell takes out."""
    id_, changes, read, value = CHANGES[name]
    path = exported(review, "csv", tmp_path)
    kind = next(kind for kind, form in FORMS.items() if form.letter == id_[0])
    file = beside(path, kind)
    found = [row | changes if row["id"] == id_ else row for row in rows(file)]
    put(file, found, COLUMNS[kind])
    after = only(planned(review, path))
    assert after.id == id_
    assert read(after) == EXPECTED.get(name, value)
    saved = decide(review, planned(review, path).steps, by="Ben", when=NOON)
    assert find(saved.reading, id_) == after


@pytest.mark.parametrize(
    ("kind", "changes", "message"),
    [
        ("relation", {"kind": "likes"}, "'likes' is no kind; give one of supports"),
        ("relation", {"source": "", "source_party": ""}, "a relation needs a source"),
        ("relation", {"target_party": "Norvana"}, "target: no party is called 'Norvana'; did you mean"),
        ("relation", {"words": "no such words"}, "words 'no such words' is not in report"),
        ("precedent", {"name": "Treaty of Nowhere"}, "name: 'Treaty of Nowhere' is not in report 'strait'"),
        ("precedent", {"name": ""}, "a precedent needs a name"),
        ("precedent", {"year": "soon"}, "'soon' is no year; write it as 1994"),
        ("precedent", {"year": "1877"}, "the year 1877 does not stand in report 'strait'"),
        ("option", {"content": ""}, "an option needs content"),
        ("option", {"of": "s77"}, "it belongs to 's77', which is no statement"),
        ("option", {"issues": "weather"}, "'weather' is no issue"),
        ("distance", {"parties": "Norvania; Norvana"}, "no party is called 'Norvana'"),
        ("distance", {"id": "r1"}, "'r1' is a relation, no distance"),
    ],
)
def test_a_cell_of_each_kind_that_cannot_be_taken_is_named(
    kind: str, changes: dict[str, str], message: str, review: Review, tmp_path: Path
) -> None:
    """File and line stand before what is wrong, and the rest of the file says what is right."""
    path = exported(review, "csv", tmp_path)
    file = beside(path, kind)
    found = rows(file)
    found[0] |= changes
    put(file, found, COLUMNS[kind])
    (problem,) = planned(review, path).problems
    assert problem.startswith(f"{file}:2: ")
    assert message in problem


def test_the_year_of_a_precedent_stands_in_the_report(review: Review, tmp_path: Path) -> None:
    """A year that the report states is taken, and can be taken out again."""
    path = exported(review, "csv", tmp_path)
    file = beside(path, "precedent")
    report = review.reports["strait"]
    dated = replace(review, reports={"strait": replace(report, text=f"{report.text} It was 1994.")})
    put(file, [row | {"year": "1994"} for row in rows(file)], COLUMNS["precedent"])
    after = only(planned(dated, path))
    assert isinstance(after, PrecedentMention)
    assert after.year == 1994
    put(file, [row | {"year": ""} for row in rows(file)], COLUMNS["precedent"])
    assert planned(review, path).steps == ()


def test_a_new_row_of_each_kind_needs_little(review: Review, tmp_path: Path) -> None:
    """Words and what a kind cannot do without are enough; the report's words name the party."""
    path = exported(review, "csv", tmp_path)
    new = {
        "relation": {"words": "hosted by Aldera", "source": "Aldera", "kind": "brokers"},
        "precedent": {"words": "hosted by Aldera", "name": "hosted"},
        "option": {"words": "hosted by Aldera", "content": "Aldera"},
        "distance": {"words": "hosted by Aldera"},
    }
    for kind, cells in new.items():
        file = beside(path, kind)
        put(file, [*rows(file), dict.fromkeys(COLUMNS[kind], "") | cells], COLUMNS[kind])
    added = [step.after for step in planned(review, path).steps]
    relation, precedent, option, distance = added
    assert isinstance(relation, Relation)
    assert (relation.id, relation.kind, relation.source.text) == ("r4", RelationKind.BROKERS, "Aldera")
    assert relation.target is None
    assert isinstance(precedent, PrecedentMention)
    assert (precedent.id, precedent.name) == ("p2", "hosted")
    assert isinstance(option, OptionMention)
    assert (option.id, option.content.exact) == ("o2", "Aldera")
    assert isinstance(distance, DistanceMention)
    assert (distance.id, distance.parties) == ("d2", ())


def test_one_table_can_be_read_alone(review: Review, tmp_path: Path) -> None:
    """The file of one kind says nothing of the others, and a new row lacks what its kind needs."""
    path = exported(review, "csv", tmp_path)
    file = beside(path, "relation")
    put(file, rows(file)[1:], COLUMNS["relation"])
    (step,) = planned(review, file).steps
    assert step.before is not None
    assert step.before.id == "r1"
    put(file, [{"words": "hosted by Aldera", "kind": "brokers"}], ("words", "kind"))
    assert "a new relation needs source" in planned(review, file).problems[0]


def test_a_column_and_a_sheet_that_a_coder_put_in_are_passed_over(review: Review, tmp_path: Path) -> None:
    """Rows may be sorted, and columns and sheets added, without a change; the coder is told."""
    from openpyxl import load_workbook

    path = exported(review, "xlsx", tmp_path)
    book = load_workbook(path)
    assert book.sheetnames == [form.plural for form in FORMS.values()]
    sheet = book["relations"]
    lines = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for number, values in enumerate(reversed(lines), start=2):
        for column, value in enumerate(values, start=1):
            sheet.cell(number, column).value = value
    sheet.auto_filter.ref = sheet.dimensions
    sheet.insert_cols(3)
    sheet.cell(1, 3).value, sheet.cell(2, 3).value = "to discuss", "yes"
    book.create_sheet("my notes")["A1"] = "=SUM(1)"
    book.save(path)
    found = planned(review, path)
    assert (found.steps, found.problems, found.same) == ((), (), 15)
    assert found.remarks == (
        f"{path}, sheet 'relations': column 'to discuss' is none of ours and is passed over",
    )


def test_a_workbook_without_our_sheets_holds_statements(review: Review, tmp_path: Path) -> None:
    """A coder who made the only sheet anew is understood, and one without any of our columns is not."""
    from openpyxl import load_workbook

    path = exported(review, "xlsx", tmp_path, "statement")
    book = load_workbook(path)
    book["statements"].title = "Sheet1"
    book.save(path)
    assert planned(review, path).same == 9
    book["Sheet1"].delete_cols(1, 40)
    book["Sheet1"]["A1"] = "colour"
    book.save(path)
    with pytest.raises(CaseError, match="'colour' is no column of findings; columns are id, report"):
        planned(review, path)


# brat


def brat_file(review: Review, tmp_path: Path) -> Path:
    """Return the annotation file that brat works on."""
    return exported(review, "brat", tmp_path) / "strait.ann"


def test_a_relation_in_brat_is_an_event(review: Review, tmp_path: Path) -> None:
    """Its type is the kind; source, target, means and claimant are its arguments."""
    path = brat_file(review, tmp_path)
    text = path.read_text(encoding="utf-8")
    assert "\tbuys_from:T" in text
    assert "\nbuys_from\tTarget?:Target, Means?:Means, Source?:Source, Claimant?:Claimant\n" in (
        path.parent / "annotation.conf"
    ).read_text(encoding="utf-8")
    path.write_text(text.replace("buys_from", "supplies"), encoding="utf-8")
    after = only(planned(review, path))
    assert isinstance(after, Relation)
    assert (after.id, after.kind, after.means and after.means.exact) == ("r1", RelationKind.SUPPLIES, "grain")


def test_a_role_that_a_relation_has_not_is_refused_in_brat(review: Review, tmp_path: Path) -> None:
    """The roles that there are stand in the message."""
    path = brat_file(review, tmp_path)
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}E90\tbrokers:T1 Actor:T2\nE91\tprecedent:T1 Actor:T2\n", encoding="utf-8")
    one, two = planned(review, path).problems[:2]
    assert "'Actor' is no role of a relation; roles are Target, Means, Source, Claimant" in one
    assert "'Actor' is no role of a precedent; roles are Claimant" in two


def test_an_event_that_lost_its_note_in_brat_is_known_by_its_place(review: Review, tmp_path: Path) -> None:
    """What stood in the note stays as it was, and the coder is told."""
    path = brat_file(review, tmp_path)
    lines = [
        line for line in path.read_text(encoding="utf-8").split("\n") if "AnnotatorNotes E3\t" not in line
    ]
    path.write_text("\n".join(lines).replace("E3\treject:", "E3\tdeny:"), encoding="utf-8")
    found = planned(review, path)
    after = only(found)
    before = find(review.reading, "s3")
    assert before is not None
    assert after.id == "s3"
    assert (after.actor, after.issues) == (before.actor, before.issues)  # type: ignore[union-attr]
    assert found.remarks[0].endswith("it has no id, and stands where s3 does; it is taken for s3")


def test_a_folder_of_brat_that_is_set_up_for_statements_says_nothing_of_relations(
    review: Review, tmp_path: Path
) -> None:
    """Which kinds are coded stands in annotation.conf; without one, statements are."""
    path = brat_file(without(review, "r1", "r2", "r3", "p1", "o1", "d1"), tmp_path)
    assert len(planned(review, path).steps) == 6
    (path.parent / "annotation.conf").unlink()
    assert planned(review, path).steps == ()


# Label Studio


def test_a_relation_in_label_studio_is_a_region(review: Review, tmp_path: Path) -> None:
    """Its label is the kind, and a field that its kind has not is passed over."""
    path = exported(review, "labelstudio", tmp_path) / "tasks.json"
    tasks = json.loads(path.read_text(encoding="utf-8"))
    regions = tasks[0]["predictions"][0]["result"]
    first = next(one for one in regions if one.get("id") == "r1")
    first["value"]["labels"] = ["supplies"]
    place = {key: first["value"][key] for key in ("start", "end", "text")}
    field = {"id": "r1", "from_name": "actor_party", "to_name": "text", "type": "textarea"}
    regions.append(field | {"value": place | {"text": ["kestria"]}})
    path.write_text(json.dumps(tasks), encoding="utf-8")
    after = only(planned(review, path))
    assert isinstance(after, Relation)
    assert (after.id, after.kind) == ("r1", RelationKind.SUPPLIES)
    regions.append({"type": "relation", "from_id": "r1", "to_id": "s1.cue", "labels": ["cue"]})
    path.write_text(json.dumps(tasks), encoding="utf-8")
    assert (
        "a relation has no cue; it has means, source, target, claimed_by" in planned(review, path).problems[0]
    )


def test_the_interface_of_label_studio_shows_a_field_where_its_label_is(
    review: Review, tmp_path: Path
) -> None:
    """The fields of a relation are shown at a relation only."""
    text = (exported(review, "labelstudio", tmp_path) / "labels.xml").read_text(encoding="utf-8")
    before, _, after = text.partition('<Header value="source_party"')
    assert 'whenLabelValue="supports,supplies,buys from,' in before.rpartition("<View ")[2]
    assert after
    bare = (exported(review, "labelstudio", tmp_path, "statement") / "labels.xml").read_text(encoding="utf-8")
    assert "source_party" not in bare
    assert '"supports"' not in bare


def test_what_is_unchanged_is_confirmed_once(review: Review, tmp_path: Path) -> None:
    """A second import by the same coder confirms nothing again, another coder's does."""
    path = exported(review, "csv", tmp_path)
    coder = replace(BEN, accept=True)
    steps = planned(review, path, coder).steps
    assert len(steps) == 15
    after = decide(review, steps, by="Ben", when=NOON)
    assert planned(after, path, coder).steps == ()
    assert len(planned(after, path, Coder("Ida", "the file", accept=True)).steps) == 15
