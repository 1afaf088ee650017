"""The section, the picture and the page on who moved."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json

import pytest

from goodoffices.brief.citing import Citer
from goodoffices.brief.html import html
from goodoffices.brief.markdown import markdown
from goodoffices.brief.page import Items, Pictures, Table
from goodoffices.brief.timeline_chart import issue_chart, issue_in_words, matters_key
from goodoffices.brief.timeline_page import timeline_page
from goodoffices.brief.what_moved import answer, changes, what_moved
from goodoffices.case.values import Interval
from goodoffices.findings.stands import AGAINST, FOR, OPEN, Stand
from goodoffices.findings.timeline import Timeline, timeline
from goodoffices.reports.report import Report
from goodoffices.statements.statement import Reading

NAMES = {"chad": "Chad \u202e", "libya": "Libya"}


def stand(party: str, day: int | None, level: int | None, matter: str = "patrol", **more: object) -> Stand:
    """Return where a party stood on a day of May 2019."""
    made = Stand(party, "troops", matter, dt.date(2019, 5, day) if day else None, "says so", level)
    return dataclasses.replace(made, **more)  # type: ignore[arg-type]


def shown(*stands: Stand) -> Timeline:
    """Return a timeline."""
    return timeline(stands, NAMES, {"troops": "Troops"})


def citer() -> Citer:
    """Return a citer that knows no words."""
    return Citer(Reading(), {}, several=True)


def verdicts(found: Timeline) -> list[str]:
    """Return what the table says of movement."""
    table = next(block for block in what_moved(found, citer()).blocks if isinstance(block, Table))
    return [row.cells[2].text for row in table.rows]


def test_a_change_is_told_once_whatever_its_issues() -> None:
    """A matter that touches two issues changes once."""
    moved = [stand("chad", 2, AGAINST), stand("chad", 9, FOR)]
    twice = [*moved, *(dataclasses.replace(one, issue="territory") for one in moved)]
    assert changes(shown(*twice)) == (
        "Chad \u202e on “patrol”: from against it to for it (2 May 2019 to 9 May 2019)",
    )
    assert answer(shown(*twice)) == ("One change of position is seen, by Chad \u202e.",)


def test_each_kind_of_track_has_its_verdict() -> None:
    """Moved, may have moved, stayed, cannot be compared, said once."""
    low, near = Interval(0, 10, 20), Interval(15, 20, 30)
    assert verdicts(shown(stand("chad", 2, AGAINST), stand("chad", 9, FOR))) == ["moved"]
    assert verdicts(shown(stand("chad", 2, None, "", place=low), stand("chad", 9, None, "", place=near))) == [
        "may have moved"
    ]
    assert verdicts(shown(stand("chad", 2, FOR), stand("chad", 9, FOR, reaffirms=True))) == ["no"]
    assert verdicts(shown(stand("chad", 2, FOR), stand("chad", 9, OPEN, "pact"))) == ["not comparable"]
    assert verdicts(shown(stand("chad", 2, FOR))) == ["said once"]


def test_without_days_nothing_is_placed() -> None:
    """What has no date is listed and drawn nowhere."""
    section = what_moved(shown(stand("chad", None, FOR, words="Yes.", reports=("a",))), citer())
    (items,) = section.blocks
    assert isinstance(items, Items)
    assert items.lines == ("Chad \u202e on Troops: says so: “Yes.” (in a)",)
    assert "nothing can be placed in time" in section.answer[0]
    assert what_moved(shown(), citer()).blocks == ()


def test_without_a_change_the_answer_says_so() -> None:
    """Nobody is said to have moved who was not seen to."""
    assert answer(shown(stand("chad", 2, FOR)))[0].startswith("Nobody is seen to have moved")
    kinds = [type(block) for block in what_moved(shown(stand("chad", 2, FOR)), citer()).blocks]
    assert Pictures not in kinds


def test_what_cannot_be_compared_is_no_flat_nobody() -> None:
    """Who spoke of different things, or whose numbers overlap, is named, as a move cannot be ruled out."""
    apart = [stand("chad", 2, FOR), stand("chad", 9, OPEN, "pact")]
    (said,) = answer(shown(*apart))
    assert said.startswith(
        "No move is seen for sure; what Chad \u202e said first and last is about different"
    )
    assert said.endswith("so whether that was a move cannot be said.")
    stayed = [stand("libya", 2, FOR), stand("libya", 9, FOR, reaffirms=True)]
    assert answer(shown(*apart, *stayed))[0].startswith(
        "No move is seen for sure where two stances can be compared; what Chad"
    )
    low, near = Interval(0, 10, 20), Interval(15, 20, 30)
    may = [stand("libya", 2, None, "", place=low), stand("libya", 9, None, "", place=near)]
    assert answer(shown(*may)) == ("No move is seen for sure; Libya may have moved, as the numbers overlap.",)


def test_the_picture_says_in_words_what_it_draws() -> None:
    """Each row has its line, each matter its letter, and a sign stands for each step beside its colour."""
    found = shown(
        stand("chad", 2, AGAINST),
        stand("chad", 9, FOR),
        stand("libya", 9, None, "", place=Interval(0, 12, 20), stance="coded at 12 (0 to 20)"),
    )
    assert issue_in_words(found, "troops") == (
        "Chad ⟦U+202E⟧, A: 2 May 2019 says so; 9 May 2019 says so",
        "Libya, coded: 9 May 2019 coded at 12 (0 to 20)",
    )
    assert matters_key(found, "troops") == ("A: patrol",)
    drawn = json.dumps(issue_chart(found, "troops").to_dict(), ensure_ascii=False)
    assert "✕" in drawn
    assert '"12"' in drawn
    assert "\u202e" not in drawn


def test_parties_whose_short_names_are_the_same_have_rows_of_their_own() -> None:
    """A line never joins what two parties said."""
    names = {"chad": "Government of the northern valley", "libya": "Government of the southern valley"}
    found = timeline([stand("chad", 2, FOR), stand("libya", 9, FOR)], names, {})
    assert issue_in_words(found, "troops") == (
        "Government of the … 1, A: 2 May 2019 says so",
        "Government of the … 2, A: 9 May 2019 says so",
    )


def test_a_line_joins_what_is_said_of_one_matter_only() -> None:
    """Answers to things that nobody can tell apart are points without a line."""
    found = shown(stand("chad", 2, AGAINST, ""), stand("chad", 9, FOR, ""), stand("libya", 3, FOR))
    lines, points = issue_chart(found, "troops").to_dict()["layer"][:2]
    assert [mark["day"] for mark in lines["data"]["values"]] == ["2019-05-03"]
    assert len(points["data"]["values"]) == 3


def test_many_days_leave_room_on_the_axis() -> None:
    """At most six days are written below, the first and the last among them."""
    found = shown(*(stand("chad", day, FOR) for day in range(1, 29)))
    spec = issue_chart(found, "troops").to_dict()
    values = spec["layer"][0]["encoding"]["x"]["axis"]["values"]
    assert len(values) == 6
    assert (values[0], values[-1]) == ("2019-05-01", "2019-05-28")


def test_more_than_26_matters_have_numbers() -> None:
    """Letters end at Z."""
    found = shown(*(stand("chad", 2, FOR, f"matter {number}") for number in range(28)))
    assert matters_key(found, "troops")[-1] == "28: matter 27"


@pytest.mark.parametrize("dated", [True, False])
def test_the_page_holds_the_reports_that_it_cites(
    dated: bool, strait_reading: Reading, strait_report: Report
) -> None:
    """The words of first and last stand in the annex; without days there is no annex."""
    days = (2, 9) if dated else (None, None)
    found = shown(
        stand("chad", days[0], AGAINST, because=("s1",)), stand("chad", days[1], FOR, because=("s2",))
    )
    page = timeline_page(found, strait_reading, [strait_report])
    assert [source.id for source in page.sources] == (["strait"] if dated else [])
    assert "What moved?" in html(page)
    assert "Positions over time" in markdown(page)
