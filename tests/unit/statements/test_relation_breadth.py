"""Relations told by collocations, descriptions, and what lies in somebody's power."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.statement import Reading, Relation


def told(one: Relation) -> str:
    """Write a relation in one line: who, what, whom."""
    target = one.target.party if one.target else "nobody"
    return f"{'not: ' if one.negated else ''}{one.source.party} {one.kind} {target}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Libya is the main source of Chad's rifles.", ["libya supplies chad"]),
        ("Libya, the principal conduit of arms to Chad, was silent.", ["libya supplies chad"]),
        ("Libya flew in guns for Chad.", ["libya supplies chad"]),
        ("Arms for UNITA passed through Zaire.", ["zaire supplies unita"]),
        ("Ukraine, which sold Skopje its gunships, agreed.", ["ukraine supplies north_macedonia"]),
        ("Togo's army is French-equipped.", ["france supplies togo"]),
        ("Chad is a client of France.", ["france supports chad"]),
        ("Chad, France's protégé, agreed.", ["france supports chad"]),
        ("Chad is not a puppet of France.", ["not: france supports chad"]),
        ("Hamas has its headquarters in Qatar.", ["qatar supports hamas"]),
        ("Rwandan soldiers are fighting alongside the M23.", ["rwanda supports m23"]),
        ("Chad is kept alive by France.", ["france supports chad"]),
        ("Libyan troops propped up the government in Kampala.", ["libya supports uganda"]),
        ("Togo, a neighbour of Mali, trains the country's officers.", ["togo supports mali"]),
        ("Togo and Mali met. Togo's minister said Togo was ready. Kenya arms the army.", []),
        ("UNITA left Angola. Luanda is calm. Angola waits. Kenya arms the army.", ["kenya supplies angola"]),
        ("The Houthis are waiting. Tehran sends them rockets.", ["iran supplies houthis"]),
        ("Half of Chad's oil goes to China.", ["china buys from chad"]),
        ("The ECOWAS bloc suspended Niger.", ["ecowas sanctions niger"]),
        ("Iraq has been under UN sanctions since August.", ["united_nations sanctions iraq"]),
        ("Washington slapped an embargo on Cuba.", ["united_states sanctions cuba"]),
        ("Iraqi jets struck Kuwait.", ["iraq attacks kuwait"]),
        ("Vietnam marched into Cambodia.", ["vietnam attacks cambodia"]),
        ("Uganda fought alongside Rwanda.", ["uganda allied with rwanda"]),
        ("Libya and Chad formed an alliance.", ["libya allied with chad"]),
        ("Chad is bound to Niger by a pact.", ["chad allied with niger"]),
        ("Chad has a defence pact with Niger.", ["chad allied with niger"]),
        ("Zambia is the only power that can move Angola.", ["zambia has leverage over angola"]),
        (
            "Kenya and Zambia have the means to sway Angola.",
            ["kenya has leverage over angola", "zambia has leverage over angola"],
        ),
        ("Zambia can rein in Angola.", ["zambia has leverage over angola"]),
        ("Only Zambia can make Angola listen.", ["zambia has leverage over angola"]),
        ("Zambia alone can move Angola.", ["zambia has leverage over angola"]),
        ("Syria calls the tune in Lebanon.", ["syria has leverage over lebanon"]),
        ("Russia holds the keys to Armenia's gas.", ["russia has leverage over armenia"]),
        ("Chad depends in its turn on French aid.", ["france has leverage over chad"]),
        ("The truce negotiated by Angola between Kinshasa and Kigali holds.", ["angola brokers nobody"]),
        ("The pact was negotiated by the American envoy Ellsworth Bunker.", ["united_states brokers nobody"]),
        ("They settled in 1996 with Indonesia as go-between.", ["indonesia brokers nobody"]),
        ("The mediator was Togo.", ["togo brokers nobody"]),
        ("The talks are co-chaired by Kenya and Togo.", ["kenya brokers nobody", "togo brokers nobody"]),
        ("Chad opened the talks with the help of Togo.", ["togo brokers nobody"]),
        ("Norway's peace facilitator answered the questions.", ["norway brokers nobody"]),
        ("Togo has been trying to mediate between the two sides.", ["togo brokers nobody"]),
        ("Togo got the sides to the talks.", ["togo brokers nobody"]),
        ("UN-sponsored talks began.", ["united_nations brokers nobody"]),
    ],
)
def test_relation_is_told_by_a_collocation(
    text: str, found: list[str], read: Callable[[str], Reading]
) -> None:
    """Each sentence tells of the relations beside it, and of no other."""
    assert sorted(told(one) for one in read(text).relations) == sorted(found)


@pytest.mark.parametrize(
    "text",
    [
        "Chad is France's best client for uranium.",
        "Chad may be a client of France.",
        "The Polisario Front operates from bases in Algeria.",
        "Kenya might have the means to sway Angola.",
        "Can Zambia rein in Angola?",
        "Zambia can make Angola listen.",
        "Zambia cannot rein in Angola.",
        "Ghana suspended Niger.",
        "The truce negotiated by Angola holds.",
        "Togo brought a proposal to the talks.",
        "Togo's army is not French-equipped.",
        "Iran supports a united Lebanon.",
        "The Houthis and Hamas are waiting. Tehran sends them rockets.",
        "The people are waiting. Tehran sends them rockets.",
        "Kenya closed its border.",
        "Mediators from Kenya are waiting for Chad's answer.",
        "Sudan received a message from Chad about money.",
        "Egypt put Israel on notice.",
        "Turkey has a voice in the council.",
        "France could persuade Chad to sign, if asked.",
        "Chad waged a campaign against malaria.",
        "France did not keep the army waiting.",
        "Kenya arms the big army of the lake.",
        "Togo pays for a lake.",
        "The sacks of the lake go to China.",
        "Nobody negotiated the truce between the lakes.",
    ],
)
def test_nothing_is_read_into_a_collocation(text: str, read: Callable[[str], Reading]) -> None:
    """Goods bought, questions, denials of power, plans and wishes are no relation."""
    assert read(text).relations == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chad put its name to the Sirte Accord of 1999.", ["chad signed nobody"]),
        ("Britain stood guarantor for the Sirte Accord of 1999.", ["united_kingdom guaranteed nobody"]),
        ("Washington gave Israel written assurances.", ["united_states guaranteed israel"]),
        ("France looked the other way when the town fell.", ["not: france acted nobody"]),
        ("France has so far made no move.", ["not: france acted nobody"]),
        ("France still stands by.", ["not: france acted nobody"]),
        ("France did not lift a finger when the town fell.", ["not: france acted nobody"]),
        ("France watched as the town fell.", ["not: france acted nobody"]),
        ("France honoured its pledge when the town fell.", ["france acted nobody"]),
        ("France broke its pledge when the town fell.", ["not: france acted nobody"]),
        ("Chad signed an accord with Togo in 1999.", ["chad signed togo"]),
        ("Chad signed an accord in Tripoli in May.", ["chad signed nobody"]),
        ("Chad lent its name to the feast.", []),
        ("France has made a move.", []),
        ("France watched television.", []),
        ("France watched the police while the town fell.", ["not: france acted nobody"]),
        ("Chad signed an accord with Togo.", ["chad signed togo"]),
        ("Chad said it will sign an accord in May.", []),
    ],
)
def test_conduct_is_told_by_an_idiom(text: str, found: list[str], read: Callable[[str], Reading]) -> None:
    """Signing, vouching and standing by are told by turns of phrase as well as by their verbs."""
    assert sorted(told(one) for one in read(text).relations) == sorted(found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("When Monrovia burned, ECOWAS stood idly by.", ["not: ecowas acted nobody"]),
        (
            "UN peacekeepers were in Goma and did not intervene when it fell.",
            ["not: united_nations acted nobody"],
        ),
        ("When the town fell, Togo flew in troops.", ["togo acted nobody"]),
        ("Togo stepped in when the town fell.", ["togo acted nobody"]),
        ("Angola had the backing of both Cuba and Chad.", ["chad supports angola", "cuba supports angola"]),
        ("Nicaragua, under an American embargo since 1985, agreed.", ["united_states sanctions nicaragua"]),
        ("Togo has forbidden the sale of arms to Chad.", ["togo sanctions chad"]),
        ("Paris suspended its aid to Chad.", ["france sanctions chad"]),
        ("Zambia's railway is Malawi's lifeline.", ["zambia has leverage over malawi"]),
        ("Pretoria has Lesotho by the throat.", ["south_africa has leverage over lesotho"]),
        ("Russia sent its tanks into Georgia.", ["russia attacks georgia"]),
        ("Until 1977 Chad had been armed by Libya.", ["libya supplies chad"]),
        ("Under the chairmanship of the UN the two sides met.", ["united_nations brokers nobody"]),
        ("It was the day of the talks that Chad opened with the help of Togo.", ["togo brokers nobody"]),
        ("Riyadh has been underwriting the army of Sudan.", ["saudi_arabia supports sudan"]),
    ],
)
def test_relation_is_told_by_what_stands_round_it(
    text: str, found: list[str], read: Callable[[str], Reading]
) -> None:
    """Clauses of time ahead, second agents, phrases with 'under' and shared support are read."""
    assert sorted(told(one) for one in read(text).relations) == sorted(found)
