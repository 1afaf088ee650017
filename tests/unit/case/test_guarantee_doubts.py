"""What `check` asks a coder of guarantees and stakes to look at again."""

from __future__ import annotations

import pytest

from goodoffices.case.document import compose
from goodoffices.case.guarantee_doubts import NO_CORRELATION, guarantee_doubts
from goodoffices.case.instruments import BODY_NAMES
from goodoffices.case.parse import CaseFileError, parse_case
from goodoffices.models.guarantees.from_case import BODIES

CODED = "coding: {status: judgement, coder: A. Coder}"
CASE = f"""title: A strait
parties: {{north: {{name: N}}, south: {{name: S}}, alpha: {{name: A}}, beta: {{name: B}}}}
guarantees:
  pact:
    name: The pact
    beneficiary: south
    against: [north]
    guarantors: [alpha, beta]
    rule: each_alone
    correlation: [0.1, 0.2, 0.3]
    willingness:
      alpha: {{value: [0.3, 0.5, 0.7], {CODED}}}
      beta: {{value: [0.3, 0.5, 0.7], {CODED}}}
    {CODED}
  other:
    name: The other
    beneficiary: south
    against: [north]
    guarantors: [alpha, beta]
    rule: unanimous
    correlation: [0.1, 0.2, 0.3]
    willingness:
      alpha: {{value: [0.3, 0.5, 0.7], {CODED}}}
      beta: {{value: [0.3, 0.5, 0.7], {CODED}}}
    {CODED}
stakes:
  - attacker: north
    prize: [1, 1, 1]
    wins_alone: [0.6, 0.7, 0.8]
    wins_opposed: [0.2, 0.3, 0.4]
    cost: [0.2, 0.2, 0.2]
    status_quo: [0.1, 0.1, 0.1]
    punishment: [0.2, 0.2, 0.2]
    shift: {{p1: [0.4, 0.4, 0.4], p2: [0.7, 0.7, 0.7], p2_if_kept: [0.3, 0.3, 0.3], cost: [3, 3, 3],
      discount: [0.9, 0.9, 0.9]}}
    {CODED}
"""


def doubts(before: str = "", after: str = "", *, times: int = -1) -> list[str]:
    """Return the doubts about the case with a part replaced, each with its place."""
    assert before in CASE
    text = CASE.replace(before, after, times) if before else CASE
    return [one.located("case.yaml") for one in guarantee_doubts(parse_case(text), compose(text).root)]


def test_a_case_in_order_raises_no_doubt() -> None:
    """Stakes are used, guarantors are no parties, numbers are the same everywhere, a kept promise helps."""
    assert doubts() == []


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            "attacker: north",
            "attacker: alpha",
            "stakes.1.attacker: no guarantee is meant against 'alpha', so",
        ),
        (
            "[alpha, beta]\n    rule: u",
            "[alpha, beta, south]\n    rule: u",
            "'south' is the party that is prot",
        ),
        (
            "[alpha, beta]\n    rule: u",
            "[alpha, beta, north]\n    rule: u",
            "'north' is among the guarantors a",
        ),
        (
            "wins_opposed: [0.2, 0.3, 0.4]",
            "wins_opposed: [0.2, 0.3, 0.65]",
            "the highest wins_opposed, 0.65, is",
        ),
        (
            "p2_if_kept: [0.3, 0.3, 0.3]",
            "p2_if_kept: [0.3, 0.3, 0.8]",
            "the highest p2_if_kept, 0.8, is above",
        ),
    ],
)
def test_what_may_not_be_meant_is_named_with_its_place(before: str, after: str, told: str) -> None:
    """Unused stakes, a party that guards or fights itself, a guarantee that helps the attacker."""
    (one,) = doubts(before, after)
    assert told in one
    assert one.startswith("case.yaml:")


def test_one_who_is_recused_is_not_doubted() -> None:
    """The accused among the guarantors without a say is as it should be."""
    assert (
        doubts("[alpha, beta]\n    rule: u", "[alpha, beta, north]\n    recused: [north]\n    rule: u") == []
    )


def test_numbers_that_differ_between_designs_are_named_with_both_places() -> None:
    """A guarantor or the correlation judged differently makes designs differ in more than the rule."""
    first = "      alpha: {value: [0.3, 0.5, 0.7]"
    (one,) = doubts(first, first.replace("0.5", "0.6"), times=1)
    assert one.startswith(
        "case.yaml:23:14: guarantees.other.willingness.alpha: the willingness of 'alpha' is [0.3,"
    )
    assert "[0.3, 0.6, 0.7] in 'pact' on line 12" in one
    (other,) = doubts("correlation: [0.1, 0.2, 0.3]", "correlation: [0, 0, 0]", times=1)
    assert "the correlation is [0.1, 0.2, 0.3] here and [0.0, 0.0, 0.0] in 'pact' on line 10" in other
    missing = doubts("    correlation: [0.1, 0.2, 0.3]\n", "")
    assert len(missing) == 2
    assert all(NO_CORRELATION in each for each in missing)


def test_a_body_that_the_tool_does_not_know_is_refused_with_its_place() -> None:
    """Whether it decides or finds; the names are those for which there are rules."""
    text = CASE.replace("rule: unanimous", "rule: body\n    body: security_council")
    with pytest.raises(CaseFileError, match=r"body: no body 'security_council'; did you mean 'un_security_c"):
        parse_case(text)
    finder = f"trigger: an attack\n    found_by: {{rule: body, body: union, {CODED}}}\n    rule: unanimous"
    with pytest.raises(
        CaseFileError, match=r"found_by\.body: no body 'union'; there are 'un_security_council'"
    ):
        parse_case(CASE.replace("rule: unanimous", finder))
    assert tuple(BODIES) == BODY_NAMES


def test_a_misspelt_key_is_told_without_all_that_follows_from_it() -> None:
    """Whose willingness and weights stand below is not doubted where the guarantors cannot be read."""
    with pytest.raises(CaseFileError) as caught:
        parse_case(
            CASE.replace(
                "    guarantors: [alpha, beta]\n    rule: each", "    guarrantors: [alpha]\n    rule: each"
            )
        )
    assert len(str(caught.value).splitlines()) == 2
    assert "there is no key 'guarrantors' here; did you mean 'guarantors'?" in str(caught.value)
