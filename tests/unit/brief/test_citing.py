"""From a finding to its quotes."""

from __future__ import annotations

import dataclasses

import pytest

from goodoffices.brief.citing import Citer, voice
from goodoffices.brief.passages import number_passages
from goodoffices.findings.finding import Basis, Finding
from goodoffices.reports.report import Report
from goodoffices.statements.statement import Actor, Reading


@pytest.fixture
def citer(strait_report: Report, strait_reading: Reading) -> Citer:
    """Return a citer over the report on the strait."""
    passages = number_passages(strait_reading.evidence().values(), [strait_report])
    return Citer.of(strait_reading, passages, several=False)


def test_quotes_are_the_words_of_the_report(citer: Citer, strait_report: Report) -> None:
    """Each quote stands in the report, word for word."""
    quotes = citer.quotes(("s2", "s3"))
    assert len(quotes) == 2
    assert all(quote.exact in strait_report.text for quote in quotes)
    assert quotes[0].passage < quotes[1].passage


def test_one_stretch_is_quoted_once(citer: Citer) -> None:
    """Several ids for the same words are one quote."""
    assert len(citer.quotes(("s2", "s2"))) == 1


def test_unknown_ids_have_no_words_and_are_told(citer: Citer) -> None:
    """No quote is made up for an id that the reading does not know."""
    assert citer.quotes(("s99",)) == ()
    assert citer.missing(("s99", "s2")) == ("s99",)


def test_a_speaker_is_named_where_the_words_do_not(citer: Citer) -> None:
    """'Norvania cannot accept …' does not name the minister; 'Norvanian minister Ilse Marrow said' does."""
    (unnamed,) = citer.quotes(("r3",))
    assert unnamed.speaker == "Tomas Vey (Selmark)"
    (named,) = citer.quotes(("s7",))
    assert named.speaker is None


def test_a_party_as_a_whole_needs_no_name_beside_its_words() -> None:
    """Only persons are named as speakers."""
    assert voice(Actor("Oslo", party="norway", name="Norway")) is None
    assert voice(Actor("the envoy", person="R. Lunn")) == "R. Lunn"


def test_the_attackers_own_speech_is_not_put_in_its_mouth(
    strait_report: Report, strait_reading: Reading
) -> None:
    """Words on an attack inside the attacker's reported speech bear no speaker."""
    attack = strait_reading.relations[2]
    reading = dataclasses.replace(
        strait_reading, relations=(dataclasses.replace(attack, claimed_by=attack.source),)
    )
    passages = number_passages(reading.evidence().values(), [strait_report])
    (quote,) = Citer.of(reading, passages, several=False).quotes(("r3",))
    assert quote.speaker is None


def test_each_basis_has_its_words(citer: Citer) -> None:
    """A claim names who claims, a judgement who judged, an outside source itself."""

    def sure(basis: Basis, **more: tuple[str, ...]) -> str:
        return citer.sure(Finding("x", basis, **more))  # type: ignore[arg-type]

    assert sure(Basis.REPORTED, because=("s2",)) == "stated in the report"
    assert sure(Basis.REPORTED, sources=("Gazette, 4 May",)) == "reported by Gazette, 4 May"
    assert sure(Basis.CLAIM, by=("A", "B")) == "as claimed by A and B"
    assert sure(Basis.CLAIM, sources=("Gazette",)) == "claimed by a party; source: Gazette"
    assert sure(Basis.DOCUMENT, sources=("Accord, Article 2",)) == "text of a document: Accord, Article 2"
    assert sure(Basis.DOCUMENT) == "text of a document"
    assert sure(Basis.JUDGEMENT, by=("A",)) == "judged by A"
    assert sure(Basis.JUDGEMENT) == "judged by an analyst"
    assert sure(Basis.COMPUTED) == "computed from the case"
    assert (
        dataclasses.replace(citer, several=True).sure(Finding("x", Basis.REPORTED)) == "stated in the reports"
    )
