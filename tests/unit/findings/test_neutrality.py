"""What ties third parties to each side."""

from __future__ import annotations

import dataclasses

from goodoffices.case.case import Case
from goodoffices.case.coding import Coding, Status
from goodoffices.findings.neutrality import sides, third_parties, ties
from goodoffices.statements.acts import Act
from goodoffices.statements.statement import Reading

CODING = Coding(status=Status.CLAIM, source="The Gazette")


def test_sides_are_those_that_must_sign_or_those_of_the_guarantees(strait_coded: Case) -> None:
    """Where nobody must sign, whom a guarantee is against and whom it protects are the sides."""
    assert sides(strait_coded) == ("norvania", "selmark")
    unsigned = {
        id_: dataclasses.replace(party, must_sign=False) for id_, party in strait_coded.parties.items()
    }
    assert sides(dataclasses.replace(strait_coded, parties=unsigned)) == ("norvania", "selmark")


def test_third_parties_are_guarantors_and_proposers_outside_the_sides(
    strait_coded: Case, strait_reading: Reading
) -> None:
    """Kestria and Aldera would guarantee, the Southern Compact proposes."""
    found = third_parties(strait_coded, strait_reading)
    assert set(found) >= {"kestria", "southern_compact"}
    assert not {"norvania", "selmark"} & set(found)


def test_trade_and_leverage_are_ties_each_with_its_source(
    strait_coded: Case, strait_reading: Reading
) -> None:
    """Kestria buys from Norvania and holds leverage over it; what Selmark claims is Selmark's claim."""
    found = ties(strait_coded, strait_reading, "kestria", "norvania")
    told = [one.text for one in found]
    assert "Kestria buys from Norvania (grain)" in told
    assert any(
        text.startswith("Kestria has leverage over Norvania through purchases of grain") for text in told
    )
    assert all(one.because or one.sources for one in found)
    bought = strait_reading.relations[0]
    vey = strait_reading.relations[2].claimed_by
    relations = (
        dataclasses.replace(bought, claimed_by=vey, negated=True),
        dataclasses.replace(bought, id="r9", claimed_by=dataclasses.replace(vey, party=None, name="Some"))
        if vey
        else bought,
    )
    claimed = ties(
        dataclasses.replace(strait_coded, leverage=()),
        dataclasses.replace(strait_reading, relations=relations),
        "kestria",
        "norvania",
    )
    assert [one.text for one in claimed[:2]] == [
        "it is denied that Kestria buys from Norvania (grain), as claimed by Selmark",
        "Kestria buys from Norvania (grain), as claimed by Some",
    ]


def test_answers_count_where_the_one_proposed_what_the_other_answers(
    strait_coded: Case, strait_reading: Reading
) -> None:
    """What Norvania rejects of the Compact's is a tie between these two and no other."""
    answered = [one.text for one in ties(strait_coded, strait_reading, "southern_compact", "norvania")]
    assert any(text.startswith("Norvania rejects “") for text in answered)


def test_who_speaks_against_whom_is_told_in_careful_words(
    strait_coded: Case, strait_reading: Reading
) -> None:
    """An accusation has a target; a refusal that only names a third party is no more than that."""
    refusal = next(one for one in strait_reading.statements if one.id == "s8")
    kestria = next(one.actor for one in strait_reading.statements if one.id == "s4")
    accusing = dataclasses.replace(refusal, id="s20", act=Act.ACCUSE, target=kestria)
    both = dataclasses.replace(strait_reading, statements=(refusal, accusing), relations=())
    bare = dataclasses.replace(strait_coded, leverage=(), proposals={}, guarantees={})
    assert [one.text for one in ties(bare, both, "kestria", "norvania")] == ["Norvania accuses Kestria"]
    named = dataclasses.replace(
        bare,
        parties={
            **bare.parties,
            "southern_compact": dataclasses.replace(bare.parties["southern_compact"], aliases=("Compact",)),
        },
    )
    assert [one.text for one in ties(named, both, "southern_compact", "norvania")] == [
        "Norvania turns something down in words that name Southern Compact",
        "Norvania accuses in words that name Southern Compact",
    ]


def test_a_guarantor_is_tied_to_whom_it_would_protect_and_to_whom_it_would_oppose(
    strait_coded: Case,
) -> None:
    """Each guarantee shows on both sides, for one and against the other; more than two are counted."""
    league = strait_coded.guarantees["league_guarantee"]
    third = next(id_ for id_ in league.guarantors if id_ not in sides(strait_coded))
    many = {
        number: dataclasses.replace(
            league,
            name=f"Design {number}",
            against=("selmark",),
            beneficiary="norvania",
            coding=CODING,
        )
        for number in "abc"
    }
    case = dataclasses.replace(strait_coded, guarantees=many, leverage=(), proposals={})
    for side, kind in (("norvania", "for Norvania"), ("selmark", "against Selmark")):
        (one,) = ties(case, Reading(), third, side)
        assert one.text == f"named as guarantor {kind} in “Design a” and “Design b” and one further design"
        assert one.sources == ("The Gazette",)


def test_what_two_put_forward_together_ties_them(strait_coded: Case) -> None:
    """A proposal by a third party and a side is a tie with that side alone."""
    ships = dataclasses.replace(
        strait_coded.proposals["compact_ships"], by=("southern_compact", "selmark"), responses={}
    )
    case = dataclasses.replace(strait_coded, guarantees={}, leverage=(), proposals={"compact_ships": ships})
    (one,) = ties(case, Reading(), "southern_compact", "selmark")
    assert one.text.startswith("Southern Compact and Selmark put forward “Compact ships")
    assert one.text.endswith(" together")
    assert ties(case, Reading(), "southern_compact", "norvania") == ()
