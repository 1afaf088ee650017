"""What people change in a statement, in plain words."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from goodoffices.errors import CaseError
from goodoffices.reports.report import Report
from goodoffices.statements.acts import Act
from goodoffices.statements.amend import amend, new_finding, requote
from goodoffices.statements.coded import Coded, decode, encode
from goodoffices.statements.gazetteer import Gazetteer
from goodoffices.statements.party_list import PartyList, party_list
from goodoffices.statements.statement import Modality, Reading, Statement

CASE = {"norvania": ("Norvania", "Ost"), "aldera": ("Aldera",)}


@pytest.fixture
def parties(strait_reading: Reading, gazetteer: Gazetteer) -> PartyList:
    """Return the parties of the strait and of the world."""
    return party_list(CASE, strait_reading, gazetteer)


@pytest.mark.parametrize(
    ("words", "party", "person"),
    [
        ("norvania", "norvania", None),
        ("ost", "norvania", None),
        ("Kestria", "kestria", None),
        ("Moscow", "russia", None),
        ("Sergey Lavrov", "russia", "Sergey Lavrov"),
    ],
)
def test_a_party_is_known_by_id_alias_capital_or_person(
    words: str, party: str, person: str | None, parties: PartyList
) -> None:
    """The case's parties come first, then those found in the reports, then the world's."""
    found = parties.resolve(words)
    assert (found.party, found.person) == (party, person)
    assert found.resolved_by == "coder"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("Norvana", "did you mean 'Norvania'?"),
        ("Rusia", "did you mean 'Russia'"),
        ("qqqq", "'new: NAME' for another"),
        ("Brussels", "give one of these ids"),
    ],
)
def test_a_name_that_nobody_or_more_than_one_bears_is_answered_with_near_ones(
    words: str, message: str, parties: PartyList
) -> None:
    """The message helps to the right name."""
    with pytest.raises(CaseError, match=message):
        parties.resolve(words)


def test_each_field_can_be_changed(
    strait_reading: Reading, strait_report: Report, parties: PartyList
) -> None:
    """Names are resolved, words are found however their quotation marks are set, and the rest stays."""
    before = strait_reading.statements[3]
    after = amend(
        before,
        strait_report,
        {
            "actor": "Aldera",
            "act": "Offer",
            "negated": "yes",
            "modality": "would",
            "target": "Selmark",
            "beneficiary": "Kestria",
            "words": 'it was ready to play "a helpful part"',
            "cue": "ready to play",
            "content": '"a helpful part"',
            "condition": "in any settlement",
            "reasons": "helpful",
            "issues": "troops, territory",
            "date": "2025-08-22",
        },
        parties,
    )
    assert after.actor.party == "aldera"
    assert after.actor.text == before.actor.text
    assert after.target is not None
    assert (after.target.text, after.target.party) == ("Selmark", "selmark")
    assert after.beneficiary is not None
    assert after.beneficiary.party == "kestria"
    assert (after.act, after.negated, after.modality) == (Act.OFFER, True, Modality.WOULD)
    assert after.evidence.exact == "it was ready to play “a helpful part”"
    assert after.content is not None
    assert after.content.exact == "“a helpful part”"
    assert after.condition is not None
    assert [one.exact for one in after.reasons] == ["helpful"]
    assert after.issues == ("troops", "territory")
    assert str(after.date) == "2025-08-22"


def test_what_may_be_missing_can_be_taken_out(
    strait_reading: Reading, strait_report: Report, parties: PartyList
) -> None:
    """A dash clears a field; reasons that new words do not hold go with them."""
    first = strait_reading.statements[0]
    full = amend(
        first,
        strait_report,
        {"target": "Kestria", "date": "2025-01-01", "reasons": "Harbour League"},
        parties,
    )
    bare = amend(
        full,
        strait_report,
        {"target": "-", "date": "-", "words": "Norvania proposed", "actor": "-"},
        parties,
    )
    assert (bare.target, bare.date, bare.reasons) == (None, None, ())
    assert (bare.actor.party, bare.actor.name, bare.actor.text) == (None, None, "Norvania")


def test_another_party_has_another_speaker(
    strait_reading: Reading, strait_report: Report, parties: PartyList
) -> None:
    """Person and role of one party do not pass to another; a party that was open keeps its speaker."""
    vey = strait_reading.statements[2]
    other = amend(vey, strait_report, {"actor": "Kestria"}, parties).actor
    assert (other.party, other.name, other.person, other.role) == ("kestria", "Kestria", None, None)
    nobody = decode(Coded("s3", "strait", values={"actor_party": ""}), strait_report, vey, parties)
    back = amend(nobody, strait_report, {"actor": "new: Port of Ost"}, parties).actor
    assert (back.party, back.name, back.person) == ("port_of_ost", "Port of Ost", "Tomas Vey")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"colour": "red"}, "'colour' is nothing that can be changed"),
        ({"act": "shout"}, "'shout' is no act; give one of propose"),
        ({"negated": "perhaps"}, "negated is 'perhaps'; write yes or no"),
        ({"date": "soon"}, "'soon' is no date"),
        ({"words": "no such words"}, "words: 'no such words' is not in report 'strait'"),
        ({"words": "-"}, "a statement needs words"),
        ({"cue": "-"}, "a statement needs the words that show its act"),
        ({"cue": "Subscribe"}, "its words must hold its cue"),
        ({"actor": "new: 7"}, "'new: 7' names nobody"),
        ({"actor": "Norvana"}, "did you mean"),
    ],
)
def test_what_is_not_possible_is_said(
    changes: Mapping[str, str],
    message: str,
    strait_reading: Reading,
    strait_report: Report,
    parties: PartyList,
) -> None:
    """A change that cannot be made is named with its value."""
    with pytest.raises(CaseError, match=message):
        amend(strait_reading.statements[0], strait_report, changes, parties)


def test_a_missed_statement_needs_words_actor_and_act(strait_report: Report, parties: PartyList) -> None:
    """A new statement is made of words of the report; without a cue, all of them show the act."""
    with pytest.raises(CaseError, match="a new statement needs actor, act"):
        new_finding("statement", "s10", strait_report, {"words": "The talks"}, parties)
    new = new_finding(
        "statement",
        "s10",
        strait_report,
        {"words": "hosted by Aldera", "actor": "Aldera", "act": "consult"},
        parties,
    )
    assert isinstance(new, Statement)
    assert (new.id, new.cue.exact, new.actor.text) == ("s10", "hosted by Aldera", "Aldera")


def test_a_person_speaks_for_a_party(
    strait_reading: Reading, strait_report: Report, parties: PartyList
) -> None:
    """The name of a person in office gives the party and the person."""
    after = amend(strait_reading.statements[0], strait_report, {"actor": "Sergey Lavrov"}, parties).actor
    assert (after.party, after.person) == ("russia", "Sergey Lavrov")


def test_words_are_looked_for_near_a_place_first(strait_report: Report) -> None:
    """Of several places with the same words, the one in the stretch or its passage is meant."""
    last = strait_report.passages[-1]
    assert requote(strait_report, "Norvania", last).start == last.start  # type: ignore[union-attr]
    first = requote(strait_report, "Norvania", None)
    assert first is not None
    assert first.start < last.start
    assert requote(strait_report, "Subscribe", last).start == 0  # type: ignore[union-attr]


def test_a_statement_comes_back_from_its_values(
    strait_reading: Reading, strait_report: Report, parties: PartyList
) -> None:
    """Values and places hold all of a statement, with and without the statement that they were made of."""
    for one in strait_reading.statements:
        assert decode(encode(one), strait_report, one, parties) is one
        assert decode(encode(one), strait_report, None, None) == one


def test_everything_that_is_wrong_is_said_at_once(strait_report: Report) -> None:
    """Several bad values give one message; places outside the report are among them."""
    from goodoffices.reports.report import Span

    coded = Coded(
        "s1", "strait", values={"act": "shout", "manner": "sung"}, spans={"words": (Span(0, 10**6),)}
    )
    with pytest.raises(
        CaseError, match=r"'shout' is no act.*'sung' is no manner.*words: characters 0–1000000"
    ):
        decode(coded, strait_report, None, None)
    with pytest.raises(CaseError, match="a new statement needs actor, act, evidence, cue"):
        decode(Coded("s1", "strait"), strait_report, None, None)
