"""Earlier cases that no name tells: their date, what became of them, or who compares with them shows them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.statement import Reading

HEAD = "Geneva, 14 May 2003.\n\n"


@pytest.mark.parametrize(
    ("text", "name", "year"),
    [
        ("The deal struck at Cotonou in 1993 was never carried out.", "deal struck at Cotonou", 1993),
        ("A truce that lasted eleven days in 1991 is still spoken of.", "truce", 1991),
        ("The deal that was signed in Moscow in 1970 binds both.", "deal", 1970),
        ("An accord reached in Bamako in June 1995 gave them half.", "accord reached in Bamako", 1995),
        ("In Djibouti in 1994 both had signed an agreement on roads.", "agreement on roads", 1994),
        ("The conference at Simla in 1914 began the quarrel.", "conference at Simla", 1914),
        ("The ceasefire brokered by Qatar in 1998 collapsed.", "ceasefire brokered by Qatar", 1998),
        ("The two had settled once in 1996, with Togo between them.", "settled once in 1996", 1996),
        ("They made peace in 1972 and broke it.", "made peace in 1972", 1972),
        ("In 2002 the court struck down a deal on mining rights.", "deal on mining rights", 2002),
        ("He reminded them of the Owen plan, which died in 1993.", "Owen plan", 1993),
        ("Morocco refused the Baker plan in 2001.", "Baker plan", 2001),
        ("She recalled the San José accord on human rights of 1990.", "San José accord", 1990),
        ("The pact signed five years ago is dead.", "pact", 1998),
        ("The pact signed 25 years ago is dead.", "pact", 1978),
        ("The ceasefire of last winter was kept.", "ceasefire", None),
        ("The Abuja Accord with the men of the north in 1998 was broken.", "Abuja Accord", None),
        ("The Abuja accord, in which they had put their trust, was broken.", "Abuja accord", None),
        ("The talks of last year led nowhere.", "talks", 2002),
        (
            "They spoke of the Addis Ababa accord, under which the south found peace in 1972.",
            "Addis Ababa accord",
            1972,
        ),
        ("The 1993 joint declaration is the basis.", "joint declaration", 1993),
        ("The joint communiqué of 4 July 1972 ruled out force.", "joint communiqué", 1972),
        ("Armenia stands by the trilateral statement of 2000.", "trilateral statement", 2000),
        ("Moscow recalls the promise that NATO gave it in 1990.", "promise", 1990),
        ("A non-aggression pact that they concluded in 1984 was dead.", "non-aggression pact", 1984),
        (
            "The memorandum of understanding signed in Oslo in 2001 left the flag open.",
            "memorandum of understanding signed in Oslo",
            2001,
        ),
        ("The Lusaka agreement collapsed in 1999.", "Lusaka agreement", None),
        ("The agreement collapsed in 1999.", "agreement", None),
        ("The ceasefire of last March lasted nine days.", "ceasefire", 2003),
        ("A truce signed in August has been broken eleven times.", "truce", 2002),
        ("The agreement of 23 December was kept.", "agreement of 23 December", 2002),
        ("The failed Abuja round taught them patience.", "Abuja round", None),
        ("The Zapatistas insist on the accords of San Andrés.", "accords of San Andrés", None),
        ("A previous agreement, signed in Sirte, was broken.", "agreement", None),
        ("The conference at Harad broke up over a name.", "conference at Harad", None),
        ("Russia says Minsk II was a trick.", "Minsk II", None),
        ("The minister recalled Dayton, where they were kept on a base.", "Dayton", None),
        ("He thinks of Esquipulas, where five presidents signed in 1987.", "Esquipulas", 1987),
        ("What was promised at Marcoussis has not been given.", "Marcoussis", None),
        ("Our people were promised a settlement at Lincoln.", "Lincoln", None),
        ("Finland pointed to Åland as an example for the islands.", "Åland", None),
        ("The government wants a settlement along the lines of Aceh.", "Aceh", None),
        ("The governor spoke of free association, as with the Cook Islands.", "Cook Islands", None),
        ("Slovenia wanted a free territory on the pattern of Trieste.", "Trieste", None),
        ("Syria rejects a new Sykes-Picot.", "Sykes-Picot", None),
        ("Congo likened the province to Katanga in 1960.", "Katanga", 1960),
        ("Could it go the way of 1995?", "1995", 1995),
        ("The Tamils do not want another 1983.", "1983", 1983),
    ],
)
def test_past_case_is_found(text: str, name: str, year: int | None, read: Callable[[str], Reading]) -> None:
    """A date before the report, an end that came, or a comparison makes an earlier case."""
    assert (name, year) in [(one.name, one.year) for one in read(HEAD + text).precedents]


@pytest.mark.parametrize(
    "text",
    [
        "The two sides will sign the agreement on Friday.",
        "Uganda wants a ceasefire by the end of the month.",
        "The war that began in 1998 has killed many.",
        "Troops entered Congo in 1998.",
        "The delegations agreed in Sun City on a new constitution.",
        "The rebels reached a deal with the government in March.",
        "Like Uganda, Rwanda denied it.",
        "An agreement on elections in 2005 is near.",
        "Under the agreement, elections will be held in 2005.",
        "The party was founded in 1987 in Asmara.",
        "He signed a trade agreement with China in 2001.",
        "There were no talks in 2002.",
        "The mine was sold under a deal with a Belgian company.",
        "The movement cited Kampala as the source of the arms.",
        "He arrived at Entebbe in 1998.",
        "The ceasefire that has held since 1994 is watched by forty men.",
        "A declaration of independence in 1991 was followed by war.",
        "Both may have signed a truce in 1994.",
        "They had not signed a truce in 1994.",
        "They settled in Nairobi in May.",
        "They may have settled in 1996.",
        "An agreement of 1991 gives it the port.",
        "The promise on the straits in 1957 was vague.",
        "Pope John Paul II prayed for them.",
        "The agreement of Kenya was asked for.",
        "The truce signed in August holds.",
        "The talks in Pretoria resume on Monday.",
        "Villages like Harad were burnt.",
        "Prices are similar to the harvest before.",
        "It is as hot as in 2001.",
        "In 1996 they settled.",
        "A new truce and nothing more",
        "Another Kabila in 1997 would not have waited.",
        "The deal was announced; in 2001 he left.",
        "The truce collapsed.",
        "Truce talks in Pretoria resume.",
        "Minsk II talks resume.",
    ],
)
def test_present_matter_is_no_past_case(text: str, read: Callable[[str], Reading]) -> None:
    """What is being negotiated, other dates, trade, and places alone are no earlier cases."""
    assert read(HEAD + text).precedents == ()


def test_question_of_somebody_unknown_may_name_a_case(read: Callable[[str], Reading]) -> None:
    """What an interviewer brings up is an earlier case although nobody is known to claim it."""
    (one,) = read(
        f"{HEAD}Question: Did the Abuja agreement of 1996 not collapse?\n\nAnswer: It did.\n\n"
        "Question: And now?\n\nAnswer: We go on."
    ).precedents
    assert (one.name, one.year, one.claimed_by) == ("Abuja agreement", 1996, None)


def test_impossible_date_gives_no_day(read: Callable[[str], Reading]) -> None:
    """A head that names the 31st of June has no date, so that no day gets a year from it."""
    (one,) = read("Geneva, 31 June 2003.\n\nThe ceasefire of 5 July broke down in a week.").precedents
    assert one.year is None
