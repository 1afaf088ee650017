"""About when a report was written, by its head, and who can be meant by a surname then."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from goodoffices.reports.plain import from_text
from goodoffices.statements.report_day import day_of
from goodoffices.statements.statement import Reading

Read = Callable[[str], Reading]
LONG = (
    "The delegates spoke for hours of the old accord and of the war, and none of them would say more of it,"
)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Lima, 4 May 1998\n\nThe talks went on.", dt.date(1998, 5, 4)),
        ("Riyadh, Rajab 5, 1440, Mar 12, 2019, XNA -- The Prince left.", dt.date(2019, 3, 12)),
        ("LAKE MONITOR | August 2004 | CHAD\n\nThe talks went on.", dt.date(2004, 8, 15)),
        ("NOON BULLETIN, 4 SEPT 1998\n\nThe talks went on.", dt.date(1998, 9, 4)),
        ("Lima, 4 May 1998\nQuito, 6 May 1998\n\nThe talks went on.", None),
        (f"{LONG} though both had signed on 4 May 1998.", None),
        ("They met in August 2004.", None),
        ("Lima, 44 May 1998\n\nThe talks went on.", dt.date(1998, 5, 15)),
        ("Lima, 4 Mayor 998\n\nThe talks went on.", None),
        ("3 May 2001 War begins.\n6 June 2002 Truce.\n9 July 2003 War again.", None),
        ("The talks went on.", None),
    ],
)
def test_the_day_that_the_head_of_a_report_states(text: str, day: dt.date | None) -> None:
    """A day counts in a heading or dateline if it is the only one, else a month; in a chronology none."""
    assert day_of(from_text(text, id="r")) == day


@pytest.mark.parametrize(
    ("head", "party"),
    [("Bujumbura, 4 May 2003", "cndd_fdd"), ("Bujumbura, 4 May 2012", "burundi")],
)
def test_whom_somebody_led_on_that_day(head: str, party: str, read: Read) -> None:
    """Somebody acts for whomever he led on the day that the head of the report states."""
    reading = read(f"{head}\n\nNkurunziza rejected the plan.")
    assert [one.actor.party for one in reading.statements] == [party]


@pytest.mark.parametrize(("year", "party"), [("1966", None), ("1995", None), ("2024", "pakistan")])
def test_a_surname_of_somebody_who_came_much_later(year: str, party: str | None, read: Read) -> None:
    """A surname alone is not that of somebody who came to office long after the report."""
    reading = read(f"Islamabad, 4 May {year}\n\nMr Dar rejected the plan.")
    assert {one.actor.party for one in reading.statements} <= {party}


def test_of_behind_the_last_of_several_names(read: Read) -> None:
    """A state behind the last of several names is that one's."""
    told = (
        "With Brazil's deputy minister between them, Peru's Jorge Salas and Pablo Mera of Ecuador sat down."
    )
    reading = read(f'{told}\n\n"We signed because the guns must fall silent," Mera said.')
    assert reading.statements[-1].actor.party == "ecuador"
