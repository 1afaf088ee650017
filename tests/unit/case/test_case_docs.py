"""The reference pages about cases and conditions say what the program does."""

from __future__ import annotations

import doctest
import re
from itertools import pairwise
from pathlib import Path

import pytest

from goodoffices.case.conditions import parse_condition
from goodoffices.case.parse import CaseFileError, parse_case
from goodoffices.case.schema import TYPES, known_keys
from goodoffices.errors import ConditionError

DOCS = Path(__file__).parents[3] / "docs" / "reference"
CONDITIONS = (DOCS / "conditions.md").read_text(encoding="utf-8")
CASE_FILE = (DOCS / "case-file.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", CASE_FILE, re.DOTALL)
EXAMPLE = BLOCKS[0][1]
BEGINNING = EXAMPLE.partition("\npositions:")[0] + "\n"
MISTAKES = [
    (text, said.strip())
    for (kind, text), (answer, said) in pairwise(BLOCKS)
    if (kind, answer) == ("yaml", "text")
]
ROWS = re.findall(r"^\| `(.+)` \| `('.+)` \|$", CONDITIONS, re.MULTILINE)


@pytest.mark.parametrize(("text", "said"), ROWS)
def test_messages_about_conditions_are_those_on_the_page(text: str, said: str) -> None:
    """Each mistake on the page about conditions gets the answer that stands beside it."""
    with pytest.raises(ConditionError) as refused:
        parse_condition(text.replace("\\|", "|"))
    assert str(refused.value) == said.replace("\\|", "|")


@pytest.mark.parametrize("row", re.findall(r"^\| `.+` \| [a-z].* \| `(.+)` \|$", CONDITIONS, re.MULTILINE))
def test_forms_of_conditions_on_the_page_can_be_read(row: str) -> None:
    """Each example on the page about conditions is a condition."""
    assert parse_condition(parse_condition(row).text) == parse_condition(row)


def test_python_on_the_page_does_what_it_says() -> None:
    """The session on the page about conditions gives what is printed there."""
    result = doctest.testfile(str(DOCS / "conditions.md"), module_relative=False)
    assert result.attempted == 6
    assert result.failed == 0


def test_the_example_on_the_page_is_a_case() -> None:
    """The small case at the top of the page about case files can be read."""
    case = parse_case(EXAMPLE, statements=("s1", "s2", "s3"))
    assert len(case.positions) == 2


@pytest.mark.parametrize(("text", "said"), MISTAKES)
def test_mistakes_on_the_page_get_the_answer_beside_them(text: str, said: str) -> None:
    """Each mistake on the page about case files, after the beginning of the example, is answered as shown."""
    whole = text if text.startswith("title:") else BEGINNING + text
    with pytest.raises(CaseFileError) as refused:
        parse_case(whole)
    found = [f"{problem.path}: {problem.message}" for problem in refused.value.problems]
    assert found == said.splitlines()


@pytest.mark.parametrize("kind", TYPES)
def test_every_key_stands_on_the_page(kind: type) -> None:
    """Each key of each type is named on the page about case files."""
    rows = set(re.findall(r"^\| `(\w+)` \|", CASE_FILE, re.MULTILINE))
    assert set(known_keys(kind)) <= rows


def test_the_page_shows_many_mistakes() -> None:
    """The patterns that find examples on the pages do find them."""
    assert len(MISTAKES) >= 10
    assert len(ROWS) == 11
