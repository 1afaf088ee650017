"""What a brief says of packages where not everything is proven, measured or drawn."""

from __future__ import annotations

import dataclasses

import pytest

from goodoffices.brief.citing import Citer
from goodoffices.brief.material import Material
from goodoffices.brief.open_packages import open_packages, plain_words
from goodoffices.brief.page import Claims, Pictures, Table
from goodoffices.brief.short_answer import short_answer
from goodoffices.case.case import Case
from goodoffices.case.terms import Issue, Option, WalkAway
from goodoffices.case.values import Interval
from goodoffices.findings.packages import Bargain, bargain
from goodoffices.models.bargaining import parts
from goodoffices.models.bargaining.constraints import Limits
from goodoffices.models.bargaining.decisions import Decision
from goodoffices.statements.statement import Reading


def material(case: Case, found: Bargain) -> Material:
    """Return what a section is made from."""
    reading = Reading()
    return Material(case, reading, (), Citer.of(reading, (), several=False), found, None, ())


def known(case: Case) -> Bargain:
    """Return what the demands of a case leave open."""
    found = bargain(case)
    assert found is not None
    return found


def test_a_search_that_ran_out_of_time_says_so(strait_coded: Case) -> None:
    """Nothing is claimed but that it was not decided."""
    found = known(strait_coded)
    cut = dataclasses.replace(
        found, account=dataclasses.replace(found.account, decision=Decision.OPEN, zone=None)
    )
    (claims,) = open_packages(material(strait_coded, cut))
    assert isinstance(claims, Claims)
    finding = claims.claims[0].finding
    assert "it was not decided whether Norvania and Selmark could agree, on the demands" in finding.claim
    assert finding.overturned_by == "A longer search, with goodoffices agree --seconds"
    assert "was not decided in the time given" in " ".join(
        each.finding.claim for each in short_answer(material(strait_coded, cut))
    )


def test_what_is_not_proven_is_marked(strait_coded: Case) -> None:
    """A change may not be the smallest, sets of demands may not be all, others cost at least something."""
    found = known(strait_coded)
    account = dataclasses.replace(
        found.account, optimal=False, all_collisions=False, all_concessions=False, bound=1.0
    )
    cut = dataclasses.replace(found, account=account)
    assert plain_words(cut)[1].startswith("A change, perhaps not the smallest, that would open a zone")
    captions = [
        block.caption for block in open_packages(material(strait_coded, cut)) if isinstance(block, Table)
    ]
    assert captions[0].endswith("; there may be others")
    assert captions[1].endswith("(not all were looked for, and every other needs at least 1)")
    said = " ".join(each.finding.claim for each in short_answer(material(strait_coded, cut)))
    assert "to open one, by what was found in the time given, one demand would have to be given up" in said
    proven = dataclasses.replace(cut, account=dataclasses.replace(account, optimal=True, bound=None))
    assert plain_words(proven)[1].startswith("One of at least 2 smallest changes")
    bare = dataclasses.replace(proven, concessions=())
    assert len(plain_words(bare)) == 1
    assert "to open one" not in " ".join(
        each.finding.claim for each in short_answer(material(strait_coded, bare))
    )
    single = dataclasses.replace(found, concessions=found.concessions[:1])
    assert plain_words(single)[1].startswith("The smallest change that would open a zone is to give up:")


def test_gains_are_told_where_there_are_numbers(strait_measured: Case) -> None:
    """The best package of the smallest change says what it gives whom, and the frontier is drawn."""
    found = known(strait_measured)
    assert plain_words(found)[2].startswith("What the best package would then give. Over no agreement")
    blocks = open_packages(material(strait_measured, found))
    (pictures,) = [block for block in blocks if isinstance(block, Pictures)]
    assert "no agreement is worth 0.60 to Norvania" in pictures.pictures[0].lines


def large(case: Case, kinds: int) -> Case:
    """Return a case with further issues whose options are worth something new each to both parties."""
    options = {f"o{number}": Option(name=f"Option {number}") for number in range(10)}
    issues = {f"i{number}": Issue(name=f"Issue {number}", options=options) for number in range(kinds)}
    first = case.positions[0]
    positions = tuple(
        dataclasses.replace(
            first,
            party=party,
            issue=issue,
            ideal=None,
            place=None,
            accepts=(),
            salience=Interval.exactly(0.9 - place / 20),
            values={
                option: Interval.exactly(((rank if party == "norvania" else 9 - rank) / 9) ** (1 + place / 7))
                for rank, option in enumerate(options)
            },
        )
        for party in ("norvania", "selmark")
        for place, issue in enumerate(issues)
    )
    floors = tuple(
        WalkAway(party=each.party, value=Interval.exactly(0.0), coding=each.coding) for each in case.walk_away
    )
    return dataclasses.replace(
        case,
        issues={**case.issues, **issues},
        positions=(*case.positions, *positions),
        walk_away=floors,
        red_lines=(),
    )


def test_a_frontier_that_cannot_be_merged_is_left_out(
    strait_measured: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where too many combinations are undominated, the zone is told without picks and without a picture."""
    case = large(strait_measured, 7)
    monkeypatch.setattr(parts, "MAX_KEPT", 3)
    found = bargain(case, limits=Limits(5.0))
    assert found is not None
    assert (found.account.decision, found.picks) == (Decision.THERE_IS_A_ZONE, ())
    blocks = open_packages(material(case, found))
    assert not [block for block in blocks if isinstance(block, Pictures)]
    said = " ".join(each.finding.claim for each in short_answer(material(case, found)))
    assert "packages are acceptable to Norvania and Selmark" in said


@pytest.mark.parametrize("words", ["✓ acceptable", "○ depends on what is left open"])
def test_the_matrix_has_a_sign_beside_each_word(words: str, strait_coded: Case) -> None:
    """Colour is never alone."""
    blocks = open_packages(material(strait_coded, known(strait_coded)))
    table = next(
        block for block in blocks if isinstance(block, Table) and block.caption.startswith("How each")
    )
    assert words in {f"{cell.symbol} {cell.text}" for row in table.rows for cell in row.cells}
