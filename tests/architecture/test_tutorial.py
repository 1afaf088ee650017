"""What the tutorial and the how-to pages let people type is sound."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from goodoffices.brief.compose import compose
from goodoffices.brief.markdown import markdown
from goodoffices.case.parse import parse_case
from goodoffices.errors import CaseError
from goodoffices.statements.statement import Reading

DOCS = Path(__file__).parents[2] / "docs"


def blocks(page: str, kind: str) -> list[str]:
    """Return the code blocks of a kind on a page, without the indentation that lists give them."""
    text = (DOCS / page).read_text(encoding="utf-8")
    found = re.findall(rf"^( *)```{kind}\n(.*?)^ *```$", text, flags=re.MULTILINE | re.DOTALL)
    return [re.sub(rf"^{indent}", "", block, flags=re.MULTILINE) for indent, block in found]


@pytest.fixture(scope="module")
def tutorial() -> str:
    """Return the case of the tutorial."""
    return blocks("tutorial.md", "yaml")[0]


def written(text: str) -> str:
    """Return the brief of a case as Markdown."""
    return markdown(compose(parse_case(text, name="case.yaml"), Reading(), ()))


def test_the_case_of_the_tutorial_has_no_open_package(tutorial: str) -> None:
    """The tutorial's brief finds no package among four, and gives the demands that the tutorial lists."""
    brief = written(tutorial)
    assert "None of 4 packages (one choice for each issue) is acceptable" in brief
    page = (DOCS / "tutorial.md").read_text(encoding="utf-8")
    demands = re.findall(r"^- ((?:Government|Free).*)$", page, flags=re.MULTILINE)
    assert len(demands) == 3
    assert [demand for demand in demands if demand not in brief] == []


def test_the_change_that_the_tutorial_proposes_opens_one_package(tutorial: str) -> None:
    """With local parties accepted by the government, one package of the four is open."""
    changed = blocks("tutorial.md", "yaml")[1]
    opened = tutorial.replace("    accepts: [nationwide_lists]\n", changed)
    assert opened != tutorial
    brief = written(opened)
    assert "1 of 4 packages breaks no demand of" in brief
    assert "self-government within Indonesia; Local parties: parties based in Aceh may stand" in brief


def test_the_slip_in_the_tutorial_gets_the_message_that_it_shows(tutorial: str) -> None:
    """The misspelt option is refused at the place and with the advice that the tutorial shows."""
    slip = tutorial.replace("parties = nationwide_lists", "parties = nationwide_list")
    with pytest.raises(CaseError) as refused:
        parse_case(slip, name="aceh/case.yaml")
    assert str(refused.value).strip() == blocks("tutorial.md", "text")[0].strip()


def test_check_says_what_the_tutorial_shows(tutorial: str) -> None:
    """The tutorial's case has as many parts as its check is shown to count."""
    case = parse_case(tutorial, name="case.yaml")
    counted = (len(case.parties), len(case.issues), len(case.positions), len(case.red_lines))
    assert counted == (2, 2, 3, 1)


def test_the_pieces_of_a_case_in_the_how_to_pages_fit_the_format() -> None:
    """The entries that the how-to pages show can be put into a case as they stand."""
    parties = "north: {name: N, must_sign: true}, south: {name: S}, alpha: {name: A}, beta: {name: B}"
    start = f"title: T\nparties: {{{parties}}}\n"
    case = parse_case(start + "".join(blocks("how-to/complete-a-case.md", "yaml")), name="case.yaml")
    assert (len(case.issues), len(case.positions), len(case.red_lines)) == (1, 1, 1)
    designs = parse_case(start + blocks("how-to/compare-guarantees.md", "yaml")[0], name="case.yaml")
    assert list(designs.guarantees) == ["coalition", "council"]


def test_the_python_of_the_how_to_page_runs() -> None:
    """The code that the page on models alone shows runs as it stands."""
    shown = blocks("how-to/use-a-model-alone.md", "python")
    assert len(shown) == 2
    for code in shown:
        exec(compile(code, "use-a-model-alone.md", "exec"), {})  # noqa: S102 - our own page
