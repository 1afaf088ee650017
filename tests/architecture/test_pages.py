"""The pages: all linked, all reachable, and complete on commands, errors and decisions."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import click
import pytest

from goodoffices import errors
from goodoffices.brief.gloss import GLOSS
from goodoffices.cli.main import COMMANDS, group

LINK = re.compile(r"!?\[[^\]]*\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
FENCE = re.compile(r"^(```|~~~).*?^\1\s*$", re.MULTILINE | re.DOTALL)


def prose(page: Path) -> str:
    """Return a Markdown page without its code."""
    return re.sub(r"`[^`\n]+`", "", FENCE.sub("", page.read_text(encoding="utf-8")))


def links(page: Path) -> Iterator[tuple[str, str]]:
    """Yield the relative links of a page as path and anchor."""
    for target in LINK.findall(prose(page)):
        if not re.match(r"[a-z][a-z0-9+.-]*:", target):
            path, _, anchor = target.partition("#")
            yield path, anchor


def anchors(page: Path) -> set[str]:
    """Return the anchors that headings of a page get."""
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    headings = re.findall(r"^#{1,6}\s+(.+?)\s*#*$", text, flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.fixture(scope="module")
def pages(root: Path, committed: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return every committed Markdown page."""
    return tuple(root / path for path in committed if path.suffix == ".md")


def test_every_relative_link_leads_somewhere(pages: tuple[Path, ...], root: Path) -> None:
    """Each link in a Markdown file points to a file that is there and to a heading that it has."""
    broken = []
    for page in pages:
        for path, anchor in links(page):
            target = page.parent / path if path else page
            if not target.exists():
                broken.append(f"{page.relative_to(root)}: {path} is not there")
            elif anchor and target.suffix == ".md" and anchor not in anchors(target):
                broken.append(f"{page.relative_to(root)}: {path} has no heading #{anchor}")
    assert not broken, "\n".join(broken)


def test_every_page_can_be_reached_from_the_index(pages: tuple[Path, ...], root: Path) -> None:
    """A reader who follows links from the index finds every page of the documentation."""
    seen: set[Path] = set()
    left = [root / "docs/index.md"]
    while left:
        page = left.pop()
        if page not in seen:
            seen.add(page)
            found = ((page.parent / path).resolve() for path, _ in links(page) if path)
            left += [target for target in found if target.suffix == ".md" and target.is_file()]
    lost = [
        str(page.relative_to(root)) for page in pages if root / "docs" in page.parents and page not in seen
    ]
    assert not lost, "\n".join(lost)


def test_readme_leads_to_the_index(root: Path) -> None:
    """The first page that people open leads to the documentation."""
    assert "docs/index.md" in {path for path, _ in links(root / "README.md")}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(name: str, root: Path) -> None:
    """The page on the command line has a section for the command that names each of its options."""
    page = (root / "docs/reference/command-line.md").read_text(encoding="utf-8")
    section = re.search(rf"^## `goodoffices {name}`$(.*?)(?=^## |\Z)", page, flags=re.MULTILINE | re.DOTALL)
    assert section is not None
    with click.Context(group) as context:
        command = group.get_command(context, name)
    assert command is not None
    assert command.help
    spellings = {
        spelling for option in command.params if isinstance(option, click.Option) for spelling in option.opts
    }
    documented = set(re.findall(r"`(--?[a-z-]+)", section.group(1)))
    assert documented == spellings
    arguments = [one.make_metavar(context) for one in command.params if isinstance(one, click.Argument)]
    assert arguments
    assert [one for one in arguments if one not in section.group(1)] == []


def test_the_page_on_the_command_line_knows_no_command_that_is_gone(root: Path) -> None:
    """Each section of the page is about a command that exists, in the order in which help lists them."""
    page = (root / "docs/reference/command-line.md").read_text(encoding="utf-8")
    assert re.findall(r"^## `goodoffices (\w+)`$", page, flags=re.MULTILINE) == list(COMMANDS)


def error_classes() -> dict[str, type[Exception]]:
    """Return the classes of the exception tree by name."""
    found = inspect.getmembers(errors, inspect.isclass)
    return {name: kind for name, kind in found if issubclass(kind, Exception)}


def drawn_tree() -> dict[str, str]:
    """Return each class in the tree at the top of `errors.py` with the class above it."""
    parents: dict[str, str] = {}
    above: list[tuple[int, str]] = []
    for line in (ast.get_docstring(ast.parse(inspect.getsource(errors))) or "").splitlines():
        found = re.match(r"([│├└─ ]*)([A-Z]\w*Error)\b", line)
        if found:
            depth, name = len(found.group(1)), found.group(2)
            above = [(other, label) for other, label in above if other < depth]
            parents[name] = above[-1][1] if above else "Exception"
            above.append((depth, name))
    return parents


def test_the_drawn_error_tree_is_the_real_one() -> None:
    """The tree at the top of `errors.py` names every class under the class it inherits from."""
    assert drawn_tree() == {name: kind.__bases__[0].__name__ for name, kind in error_classes().items()}
    assert all(issubclass(kind, errors.GoodofficesError) for kind in error_classes().values())


def test_no_exception_stands_outside_the_tree(trees: Mapping[Path, ast.Module], root: Path) -> None:
    """An exception defined elsewhere is a special case of one in the tree, or never leaves its package."""
    page = (root / "docs/reference/errors.md").read_text(encoding="utf-8")
    found = []
    for path, tree in trees.items():
        lines = (root / path).read_text(encoding="utf-8").splitlines()
        for node in ast.walk(tree):
            if not isinstance(node, ast.ClassDef) or path.parts[0] != "src" or path.name == "errors.py":
                continue
            bases = {ast.unparse(base) for base in node.bases}
            inner = node.name.startswith("_") or "never leaves" in lines[node.lineno - 1]
            if bases & {"Exception", "ValueError", "RuntimeError"} and not inner:
                found.append(f"{path}:{node.lineno}: {node.name}")
            if bases & set(error_classes()) and f"`{node.name}`" not in page:
                found.append(f"{path}:{node.lineno}: {node.name} is not on the page on errors")
    assert not found, "\n".join(found)


def test_every_error_is_documented(root: Path) -> None:
    """The page on errors has a section for every class and for no other."""
    page = (root / "docs/reference/errors.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^## `(\w+)`$", page, flags=re.MULTILINE)) == set(error_classes())


def test_every_decision_tells_context_choice_and_cost(root: Path) -> None:
    """Each decision has the three parts that make it one, and the list of decisions names it."""
    folder = root / "docs/decisions"
    decisions = sorted(path for path in folder.glob("*.md") if path.name != "index.md")
    assert len(decisions) >= 7
    listed = {path for path, _ in links(folder / "index.md")}
    for page in decisions:
        found = re.findall(r"^## (.+)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
        assert found == ["Context", "Choice", "Cost"], page.name
        assert page.name in listed, page.name


@pytest.fixture(scope="module")
def glossary(root: Path) -> tuple[list[tuple[str, str]], dict[str, set[str]]]:
    """Return the glossary's terms with their sources, and the years of its works by first author."""
    page = (root / "docs/reference/glossary.md").read_text(encoding="utf-8")
    table, _, works = page.partition("\n## Sources\n")
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", table, flags=re.MULTILINE)
    listed: dict[str, set[str]] = {}
    for work in works.split("\n- ")[1:]:
        years = re.findall(r"\((?:eds\., )?(\d{4}[ab]?)\)", work)
        listed.setdefault(work.partition(",")[0], set()).update(years)
    return [(term.lower(), source) for term, _, source in rows if term != "term"], listed


def test_every_brief_term_has_a_source_in_the_glossary(
    glossary: tuple[list[tuple[str, str]], dict[str, set[str]]],
) -> None:
    """Each term that a brief explains stands in the glossary with its source, and no term stands twice."""
    terms, _ = glossary
    sources = dict(terms)
    assert len(sources) == len(terms) > 60
    assert [term for term in GLOSS if not sources.get(term.lower())] == []


def test_every_work_in_the_glossary_is_cited_and_every_citation_listed(
    glossary: tuple[list[tuple[str, str]], dict[str, set[str]]],
) -> None:
    """Each author and year beside a term stands in the list of works, and each listed work is cited."""
    terms, listed = glossary
    assert [author for author, years in listed.items() if not years] == []
    cited: set[tuple[str, str]] = set()
    for term, source in terms:
        for part in source.split(";"):
            for year in re.findall(r"\b((?:1[89]|20)\d\d[ab]?)\b", part):
                known = {(author, year) for author in listed if author in part and year in listed[author]}
                assert known or "Convention" in part, f"{term}: {part.strip()} is not in the list of works"
                cited |= known
    assert {(author, year) for author, years in listed.items() for year in years} - cited == set()
