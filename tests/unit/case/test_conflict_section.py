"""The section of a case file in which an analyst overrides the conflict that the rules derive."""

from __future__ import annotations

import pytest

from goodoffices.case.case import Case
from goodoffices.case.coding import Coding, Status
from goodoffices.case.conditions import literals, parse_condition
from goodoffices.case.conflict import CodedPreference, Direction, StatusQuo, Want
from goodoffices.case.parse import CaseFileError, parse_case
from goodoffices.case.write import case_text

START = """\
title: A dam

parties:
  north: {name: North, must_sign: true}
  south: {name: South, must_sign: true}
  coast: {name: Coast}

proposals:
  release:
    name: Release of half the flow
    by: [south]
    guarantee: pledge
    coding: {status: claim, because: [s3]}
  sale:
    name: Sale of water
    by: [north]
    signatories: [north]
    coding: {status: claim, because: [s4]}

guarantees:
  pledge:
    name: Pledge of the coast
    beneficiary: south
    guarantors: [coast]
    rule: each_alone
    against: [north]
    coding: {status: claim, because: [s3]}

"""
SECTION = """\
conflict:
  leave_out:
    sale: {status: judgement, coder: A. Coder}
  options:
    north.release: {direction: "on", coding: {status: judgement, coder: A. Coder}}
    coast.close_port: {name: close its port, coding: {status: claim, because: [s5]}}
  impossible:
    - condition: release and coast.close_port
      name: the port stays open while the water flows
      coding: {status: judgement, coder: A. Coder}
  same:
    - condition: coast.close_port and not north.release
      coding: {status: judgement, coder: A. Coder}
  status_quo:
    taken: [south.release, north.break_settlement]
    coding: {status: reported, because: [s1]}
  preferences:
    north:
      statements:
        - wants: release implies coast.act_on_pledge
          weight: 2
        - {wants: not north.sale, weight: 1}
      coding: {status: judgement, coder: A. Coder, note: Said so in private}
    south:
      ranking: [release, not coast.close_port]
      coding: {status: judgement, coder: A. Coder}
"""
JUDGED = Coding(status=Status.JUDGEMENT, coder="A. Coder")


def problems(section: str) -> list[str]:
    """Return what is wrong with a case that has this section, as path and message."""
    with pytest.raises(CaseFileError) as refused:
        parse_case(START + section)
    return [f"{found.path}: {found.message}" for found in refused.value.problems]


def coded() -> Case:
    """Return the whole case."""
    return parse_case(START + SECTION)


def test_every_part_is_read() -> None:
    """Options, restrictions, status quo and preferences are there as they were written."""
    conflict = coded().conflict
    assert conflict is not None
    assert list(conflict.leave_out) == ["sale"]
    assert conflict.options["north.release"].direction is Direction.ON
    assert conflict.options["coast.close_port"].name == "close its port"
    assert conflict.impossible[0].name == "the port stays open while the water flows"
    assert conflict.status_quo == StatusQuo(
        taken=("south.release", "north.break_settlement"),
        coding=Coding(status=Status.REPORTED, because=("s1",)),
    )
    assert conflict.preferences["north"].statements[0] == Want("release implies coast.act_on_pledge", 2)
    assert conflict.preferences["south"].ranking == ("release", "not coast.close_port")


def test_every_part_says_where_it_comes_from() -> None:
    """The codings of all parts can be gathered, for counting and citing."""
    conflict = coded().conflict
    assert conflict is not None
    assert len(conflict.codings()) == 8
    assert sum(coding.status is Status.JUDGEMENT for coding in conflict.codings()) == 6


def test_a_written_section_reads_back() -> None:
    """Writing and reading a case gives the same conflict."""
    assert parse_case(case_text(coded())) == coded()


def test_a_case_without_the_section_has_none() -> None:
    """Nothing is overridden where nothing is written, also not by a heading alone."""
    assert parse_case(START).conflict is None
    assert parse_case(START + "conflict:\n").conflict is None


def test_places_in_conditions_are_named_to_the_character() -> None:
    """A name that does not exist is shown with line and column of the name."""
    with pytest.raises(CaseFileError) as refused:
        parse_case(START + SECTION.replace("coast.close_port and", "coast.close_prt and"))
    (found,) = refused.value.problems
    text = (START + SECTION.replace("coast.close_port and", "coast.close_prt and")).splitlines()
    assert text[found.line - 1][found.column - 1 :].startswith("coast.close_prt")
    assert "did you mean 'coast.close_port'?" in found.message


def test_denying_a_proposal_is_no_single_state() -> None:
    """That a proposal is not in force can be so in several ways, which no pattern covers."""
    said = "same: [{condition: not release, coding: {status: judgement, coder: A}}]"
    (found,) = problems(f"conflict:\n  {said}\n")
    assert found.startswith("conflict.same.1.condition: 'not release' is no list of options")


def test_a_missing_condition_is_named_once() -> None:
    """An entry of `same` without a condition gets the usual message."""
    said = "same: [{coding: {status: judgement, coder: A}}]"
    assert problems(f"conflict:\n  {said}\n") == [
        "conflict.same.1.condition: this key is missing; add 'condition: …'"
    ]


def test_options_of_guarantees_have_names() -> None:
    """A guarantor may be ready to act, and whom the guarantee is meant against may break the settlement."""
    (found,) = problems(
        "conflict: {status_quo: {taken: [coast.act_on_pledg], coding: {status: claim, because: [s1]}}}\n"
    )
    assert found == (
        "conflict.status_quo.taken.1: no option 'coast.act_on_pledg'; did you mean 'coast.act_on_pledge'?"
    )


def test_without_anyone_to_sign_a_proposal_gives_no_option() -> None:
    """A proposal without signatories cannot be named in a condition."""
    text = START.replace(", must_sign: true", "").replace("    signatories: [north]\n", "")
    taken = "conflict: {status_quo: {taken: [north.release], coding: {status: claim, because: [s1]}}}\n"
    with pytest.raises(CaseFileError, match=r"no option 'north.release'; there are none"):
        parse_case(text + taken)


def test_a_proposal_may_name_a_guarantee_that_does_not_exist() -> None:
    """The missing guarantee is reported, and nothing else breaks on the way."""
    with pytest.raises(CaseFileError, match="no guarantee 'plege'"):
        parse_case(START.replace("guarantee: pledge", "guarantee: plege") + "conflict: {}\n")


def test_a_preference_is_statements_or_a_ranking() -> None:
    """One of the two is given, and weights stand at every statement or at none."""
    with pytest.raises(ValueError, match="one of the two"):
        CodedPreference(coding=JUDGED)
    with pytest.raises(ValueError, match="one of the two"):
        CodedPreference(coding=JUDGED, statements=(Want("a.b"),), ranking=("a.b",))
    with pytest.raises(ValueError, match="has a weight, or none has"):
        CodedPreference(coding=JUDGED, statements=(Want("a.b", 1.0), Want("c.d")))


@pytest.mark.parametrize(
    ("condition", "asked"),
    [
        ("a.b", {"a.b": True}),
        ("not a.b and (c.d and e.f)", {"a.b": False, "c.d": True, "e.f": True}),
        ("a.b and not a.b", None),
        ("a.b or c.d", None),
        ("a = b", None),
    ],
)
def test_a_list_of_names_is_told_from_other_conditions(condition: str, asked: dict[str, bool] | None) -> None:
    """Only names, some denied, joined by `and`, are such a list."""
    assert literals(parse_condition(condition)) == asked
