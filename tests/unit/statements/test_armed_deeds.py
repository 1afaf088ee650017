"""Force, occupation and closed ways told by who moves, who is hit and where."""

from __future__ import annotations

import pytest

from goodoffices.reports.plain import from_text
from goodoffices.statements.gazetteer import load_gazetteer
from goodoffices.statements.names import index_names
from goodoffices.statements.places_known import places_known
from goodoffices.statements.reader import read_report
from goodoffices.workspace.parser import load_parser

Told = tuple[str, str | None, str | None, bool]


def told(text: str) -> set[Told]:
    """Return the relations read in a text: kind, source, target, whether it is denied."""
    report = from_text(text, id="s")
    found = read_report(report, load_parser(), index_names(load_gazetteer())).relations
    return {
        (str(one.kind), one.source.party, one.target.party if one.target else None, one.negated)
        for one in found
    }


def test_places_lie_in_states_that_are_known() -> None:
    """Every place of the table lies in a state of the gazetteer, and none is a party itself."""
    gazetteer = load_gazetteer()
    assert set(places_known().values()) <= set(gazetteer.parties)
    assert not [name for name in places_known() if gazetteer.lookup(name)]


@pytest.mark.parametrize(
    ("text", "kind", "source", "target"),
    [
        ("Ugandan paratroopers took Bukoba in a night.", "attacks", "uganda", "tanzania"),
        ("Libyan jets dived on the Chadian forts at noon.", "attacks", "libya", "chad"),
        ("Iraq struck the airfield at Dezful twice.", "attacks", "iraq", "iran"),
        ("Ethiopian tanks chased Al-Shabaab out of the valley.", "attacks", "ethiopia", "al_shabaab"),
        ("Colombian shells fell on a FARC camp.", "attacks", "colombia", "farc"),
        ("Turkey keeps nine thousand soldiers in the north of Cyprus.", "occupies", "turkey", "cyprus"),
        ("Israel keeps four hilltops inside Lebanon.", "occupies", "israel", "lebanon"),
        ("Badme stayed in Ethiopian hands for years.", "occupies", "ethiopia", "eritrea"),
        ("Libya sat on the Aouzou Strip for twenty years.", "occupies", "libya", "chad"),
        (
            "Pakistan closed Torkham, and Afghanistan starves.",
            "sanctions",
            "pakistan",
            "afghanistan",
        ),
        ("India closed the crossings and left Nepal in the dark.", "sanctions", "india", "nepal"),
    ],
)
def test_force_and_occupation_are_read(text: str, kind: str, source: str, target: str) -> None:
    """Soldiers that move in, things that are hit, land that is held and ways that are closed tell of them."""
    assert (kind, source, target, False) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "British paratroopers landed at Lungi to rescue the hostages.",
        "Israel may strike the airfield at Homs.",
        "Kenya expelled the envoys from Somalia.",
        "Libya holds talks on the Aouzou Strip.",
        "Libya has closed the file on Chad.",
        "Ethiopian soldiers in Ethiopia hold Jijiga.",
    ],
)
def test_no_force_is_read_where_none_is_told(text: str) -> None:
    """Rescue, what may be, envoys sent home, talks held and one's own towns are no force."""
    assert not {one for one in told(text) if one[0] in {"attacks", "occupies", "sanctions"}}


def test_soldiers_that_a_state_says_are_not_there_are_denied() -> None:
    """'Has no soldiers in' denies the occupation."""
    assert ("occupies", "libya", "chad", True) in told("Libya has no soldiers in Chad.")
