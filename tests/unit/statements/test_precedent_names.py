"""Earlier cases by their names, dates and places, and what only looks like one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.statement import Reading


@pytest.mark.parametrize(
    ("text", "name", "year"),
    [
        ("Nobody has forgotten the Lusaka Protocol.", "Lusaka Protocol", None),
        ("The Lusaka Protocol of 1994 was never carried out.", "Lusaka Protocol", 1994),
        ("Hanoi points to the fate of the 1954 accords.", "1954 accords", 1954),
        ("Damascus wants lines like those of the 1974 disengagement.", "1974 disengagement", 1974),
        ("The Treaty of Guarantee of 1960 gives Ankara a say.", "Treaty of Guarantee", 1960),
        ("The Treaty of Lausanne fixed the border.", "Treaty of Lausanne", None),
        ("The Zurich and London agreements of 1959 are dead.", "Zurich and London agreements", 1959),
        ("They burnt their fingers in 1987 with the Indo-Lanka Accord.", "Indo-Lanka Accord", 1987),
        ("The Gulf Initiative of 2011 comes first for Kuwait.", "Gulf Initiative", 2011),
        ("Would it not end like Vietnam after 1973?", "Vietnam", 1973),
        ("The envoy preferred Austria in 1955.", "Austria", 1955),
        ("At Camp David in 1978 the same words were written down.", "Camp David", 1978),
        ("Nobody wants another Munich.", "Munich", None),
        ("Nobody wants a second Srebrenica.", "Srebrenica", None),
        ("As in Namibia, the United Nations would run the vote.", "Namibia", None),
        ("The police would be recruited as in Kosovo in 1999.", "Kosovo", 1999),
        ("The islands would be governed on the Åland model.", "Åland model", None),
        ("The Austrian model of 1955 was studied.", "Austrian model", 1955),
        ("Diplomats speak of the lessons of Rwanda.", "Rwanda", None),
        ("They fear a repeat of Srebrenica.", "Srebrenica", None),
        ("The talks follow the example of Lancaster House.", "Lancaster House", None),
        ("After the Lancaster House talks of 1979 the guns fell silent.", "Lancaster House talks", 1979),
        ("The Baker plan of 2003 was put on a shelf.", "Baker plan", 2003),
        ("The Comprehensive Peace Agreement of 2005 ended that war.", "Comprehensive Peace Agreement", 2005),
        ("The pledge resembles Article 5 of the North Atlantic Treaty.", "Article 5", None),
        ("Resolution 598 (1987) asks for a ceasefire.", "Resolution 598", 1987),
        ("Resolutions 242 and 338 remain the basis.", "Resolutions 242 and 338", None),
        ("Nobody carried out resolution 1701.", "resolution 1701", None),
        ("The referendum of 1999 was followed by fire.", "referendum of 1999", 1999),
        ("The 1999 referendum was followed by fire.", "1999 referendum", 1999),
        ("The Taif Agreement, signed in 1989, shared the seats.", "Taif Agreement", 1989),
        ("The Algiers Agreement was signed in 1975.", "Algiers Agreement", 1975),
        ("In 1975 the Algiers Agreement moved the line.", "Algiers Agreement", 1975),
        ("The rebels broke the Abuja accord in 1998.", "Abuja accord", None),
        ("The Korean armistice has held since 1953.", "Korean armistice", None),
        ("The armistice of 1949 drew the line.", "armistice of 1949", 1949),
        ("She mentioned the Minsk agreements.", "Minsk agreements", None),
        ("The Minsk II agreement failed.", "Minsk II agreement", None),
        ("The Oslo accords promised a state in five years.", "Oslo accords", None),
        ("Dayton, concluded in 1995, stopped the war.", "Dayton", 1995),
        ("What was agreed at Tashkent in 1966 was forgotten.", "Tashkent", 1966),
        ("The Peace of Westphalia took five years.", "Peace of Westphalia", None),
        ("The Congress of Vienna danced.", "Congress of Vienna", None),
        ("The two have not met since the Sirte summit of 2010.", "Sirte summit", 2010),
        ("The Helsinki Final Act of 1975 forbids it.", "Helsinki Final Act", 1975),
        ("The Charter of the United Nations forbids it.", "Charter of the United Nations", None),
        ("The General Peace Agreement signed in Rome in 1992 was kept.", "General Peace Agreement", 1992),
        ("Unlike Angola in 1992, the rebels would disarm first.", "Angola", 1992),
        ("The mission would follow the Cambodian precedent.", "Cambodian precedent", None),
        ("The model is the Saar referendum of 1955.", "Saar referendum", 1955),
        ("It would be like Cyprus.", "Cyprus", None),
        ("The Simla Agreement of 1972 names the line of control.", "Simla Agreement", 1972),
        ("The judges studied the Trieste formula.", "Trieste formula", None),
        ("The ceasefire of 5 July broke down in a week.", "ceasefire of 5 July", None),
        ("Jakarta signed the agreement of May 5.", "agreement of May 5", None),
        ("The Moscow Declaration of 4 April was read out.", "Moscow Declaration", None),
        ("Older readers remember the ceasefire code of 2003.", "ceasefire code of 2003", 2003),
        ("Both signed the OAU framework agreement of 1999.", "OAU framework agreement", 1999),
    ],
)
def test_case_is_named(text: str, name: str, year: int | None, read: Callable[[str], Reading]) -> None:
    """A name, a date or a comparison makes a case, and the year is the one that the words give for it."""
    assert [(one.name, one.year) for one in read(text).precedents] == [(name, year)]


@pytest.mark.parametrize(
    "text",
    [
        "The Lancaster House conference brought independence in 1980.",
        "The Geneva talks resume on Monday.",
        "The Annan Plan goes to a vote on Saturday.",
        "They will sign the Arusha Accord on Monday.",
        "A peace agreement is near.",
        "The Government of National Accord was silent.",
        "The Movement for Democratic Change left.",
        "Article 9 of the draft was rejected.",
        "The accord, two years later, was broken.",
        "He was born in Lagos in 1960.",
        "An agreement of 1991 gives it the port.",
        "The Moscow summit begins tomorrow.",
        "The truce collapsed on Friday.",
        "Kenya recalled its ambassador.",
        "The Paris attacks of 2015 were remembered.",
        "The ministry recalled Kyiv's promise.",
        "He lives in a house like Ghana.",
        "The Ankara Protocol of this year is ready.",
    ],
)
def test_what_is_no_earlier_case(text: str, read: Callable[[str], Reading]) -> None:
    """Talks that go on, texts to be signed, bodies, and what broke an accord are no earlier cases."""
    assert read(text).precedents == ()


@pytest.mark.parametrize(
    "head", ["Kathmandu, 10 November 2006", "VIENNA, July 13, 2006 (Test Newswire) - Notes from the talks."]
)
def test_what_a_day_dates_was_made_in_the_year_of_the_report(
    head: str, read: Callable[[str], Reading]
) -> None:
    """'The ceasefire of 5 July' has the year that stands in the head of the report."""
    (one,) = read(f"{head}\n\nThe ceasefire of 5 July broke down in a week.").precedents
    assert (one.name, one.year) == ("ceasefire of 5 July", 2006)


def test_that_year_is_the_last_one_named(read: Callable[[str], Reading]) -> None:
    """'The Tehran truce of that year' takes the year named before it."""
    (one,) = read("Guns fell silent in 1994. The Tehran truce of that year held for nine weeks.").precedents
    assert (one.name, one.year) == ("Tehran truce", 1994)
