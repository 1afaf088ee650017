"""What parties said over time, from reports, cases and corpora."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from goodoffices.brief.compose import compose
from goodoffices.case.case import Case
from goodoffices.case.coding import Coding, Status
from goodoffices.case.terms import Issue, Option, Party, Position, Proposal, Response, ResponseAct
from goodoffices.case.values import Interval
from goodoffices.errors import ReportError
from goodoffices.findings.timeline import Timeline, direction, timeline
from goodoffices.reports.report import Report
from goodoffices.workspace.bundle import draft, save
from goodoffices.workspace.case_folder import save_case
from goodoffices.workspace.corpus.build import build_corpus
from goodoffices.workspace.corpus.workers import here
from goodoffices.workspace.intake import read_reports
from goodoffices.workspace.over_time import gather

PATROL = "a joint patrol of neutral officers along the northern border road"
RELEASE = "the release of forty prisoners held since the spring raids"
SERIES = {
    "1.txt": f"Published: 2 May 2019\n\nChad proposed {PATROL}. Libya rejected the proposal within hours. "
    f"Egypt said that it was open to the plan. Libya demanded {RELEASE}.\n",
    "2.txt": f"Published: 9 May 2019\n\nLibya again rejected {PATROL}. Chad rejected {RELEASE}.\n",
    "3.txt": f"Published: 21 May 2019\n\nLibya said that it was open to {PATROL}.\n",
    "4.txt": "Published: 12 June 2019\n\nAfter weeks of quiet diplomacy, Libya accepted the joint patrol. "
    f"Chad said that it was open to {RELEASE}.\n",
    "5.txt": f"Published: 30 June 2019\n\nEgypt rejected {PATROL}. Chad accepted {RELEASE}. Libya did not "
    f"accept {PATROL}.\n",
    "6.txt": f"Egypt accepted {PATROL}.\n",
}
CHANGES = {
    ("libya", "from against it to for it"),
    ("egypt", "from open to it to against it"),
    ("chad", "from against it to for it"),
}


def take(paths: object) -> tuple[Report, ...]:
    """Read reports and show nothing."""
    assert isinstance(paths, list)
    return read_reports(paths).reports


@pytest.fixture(scope="module")
def series(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of five dated reports and one without a date."""
    folder = tmp_path_factory.mktemp("series")
    for name, text in SERIES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def shown(*paths: Path) -> Timeline:
    """Return the timeline of some paths."""
    known = gather(paths, take)
    return timeline(known.stands, known.parties, known.issues)


def moves(found: Timeline) -> set[tuple[str, str]]:
    """Return who moved how."""
    return {(track.party, direction(move)) for track in found.tracks for move in track.moves()}


def test_a_folder_of_dated_reports_shows_who_moved(series: Path) -> None:
    """Three parties end elsewhere than they began; the report without a date is apart."""
    found = shown(series)
    assert moves(found) == CHANGES
    assert {(one.party, one.stance) for one in found.undated} == {("egypt", "accepts")}
    libya = next(track for track in found.tracks if track.party == "libya" and track.moves())
    assert libya.first.day == dt.date(2019, 5, 2)
    assert [one.stance for one in libya.stands] == [
        "rejects", "open, has not accepted", "accepts", "not: accepts",
    ]  # fmt: skip


def test_a_corpus_shows_the_same(series: Path, tmp_path: Path) -> None:
    """What was read into a corpus moves as what is read now."""
    corpus = tmp_path / "corpus"
    build_corpus([series], corpus, run=here, progress=lambda _done, _total: None)
    assert moves(shown(corpus)) == CHANGES
    with pytest.raises(ReportError, match="give it alone"):
        gather([corpus, series], take)


def test_a_corpus_without_positions_is_empty(tmp_path: Path) -> None:
    """Nothing is placed where nobody took a position."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("It rained on Monday.\n", encoding="utf-8")
    build_corpus([tmp_path / "in"], tmp_path / "out", run=here, progress=lambda _done, _total: None)
    assert shown(tmp_path / "out").tracks == ()


def coded(day: dt.date, place: Interval, act: ResponseAct) -> Case:
    """Return a case as coded on a day."""
    judged = Coding(status=Status.JUDGEMENT, coder="A. Analyst")
    issue = Issue(
        name="Patrol",
        options={"none": Option("No patrol", 0), "joint": Option("Joint patrol", 100)},
        coding=judged,
    )
    return Case(
        title="Road",
        snapshot=day,
        parties={"libya": Party("Libya", must_sign=True), "chad": Party("Chad", must_sign=True)},
        issues={"patrol": issue},
        positions=(Position("libya", "patrol", judged, place=place),),
        proposals={
            "p": Proposal(
                "Joint patrol",
                ("chad",),
                judged,
                {"patrol": "joint"},
                responses={"libya": Response(act, judged)},
            )
        },
    )


def test_cases_of_several_days_show_how_coded_positions_moved(tmp_path: Path) -> None:
    """A folder of case folders is a series; ideals and responses are compared between its days."""
    first, last = dt.date(2019, 5, 2), dt.date(2019, 6, 30)
    save_case(coded(first, Interval(0, 10, 20), ResponseAct.REJECTS), tmp_path / "may")
    save_case(coded(last, Interval(60, 70, 80), ResponseAct.ACCEPTS), tmp_path / "june")
    expected = {("libya", "from at 10 (0 to 20) to at 70 (60 to 80)"), ("libya", "from against it to for it")}
    assert moves(shown(tmp_path)) == expected
    assert moves(shown(tmp_path / "may", tmp_path / "june")) == expected


def test_a_case_folder_stands_with_its_reports(series: Path, tmp_path: Path) -> None:
    """What its reports tell comes from their words; a second folder with the same reports adds no act."""
    bundle = draft(take([series]))
    save(bundle, tmp_path / "one")
    save(bundle, tmp_path / "two")
    assert moves(shown(tmp_path / "one")) == CHANGES
    both = gather([tmp_path / "one", tmp_path / "two", series / "1.txt"], take)
    assert len({report.id for report in both.reports}) == 2 * len(bundle.reports) + 1
    assert moves(timeline(both.stands, both.parties, both.issues)) == CHANGES


def test_a_brief_of_reports_of_several_days_says_what_moved(series: Path) -> None:
    """The section stands in a brief of dated reports, and not in one of a single day."""
    bundle = draft(take([series]))
    section = next(
        each for each in compose(bundle.case, bundle.reading, bundle.reports).sections if each.name == "moved"
    )
    assert section.answer == ("Three changes of position are seen, by Libya, Egypt and Chad.",)
    single = draft(take([series / "1.txt"]))
    names = [each.name for each in compose(single.case, single.reading, single.reports).sections]
    assert "moved" not in names


def test_nothing_to_read_is_one_message(tmp_path: Path) -> None:
    """A folder without reports, and a path that is not there, are refused."""
    with pytest.raises(ReportError):
        gather([tmp_path / "gone"], take)
