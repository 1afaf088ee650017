"""Word lists of the reader, and the taxonomy of issues that peace processes turn on."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib import resources

SOME_WORDS = r"(?:[\w’'-]+,?\s+){0,4}"
"""Up to four words of any kind, in a term of an issue."""


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a table that is packaged with the reader."""
    text = resources.files("goodoffices.statements").joinpath("data", name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def lists(table: str) -> dict[str, frozenset[str]]:
    """Return the word lists of a packaged table by their names; the table is read once."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows(table):
        found[row["list"]].add(row["word"])
    return {name: frozenset(listed) for name, listed in found.items()}


def words(name: str) -> frozenset[str]:
    """Return a word list of the reader by its name, such as 'attack_noun'.

    Raises:
        KeyError: There is no list of that name.
    """
    return lists("lexicon.tsv")[name]


def in_lists(word: str, named: str) -> bool:
    """Tell whether a word is in one of some lists, or in none of them after '!'.

    Args:
        word: The word in its dictionary form.
        named: Names of lists as a table has them: 'plan_noun', 'plan_noun|step_noun', '!volume_noun'.
    """
    listed = any(word in words(name) for name in named.removeprefix("!").split("|"))
    return listed is not named.startswith("!")


@dataclass(frozen=True, slots=True)
class IssueTerms:
    """An issue of the taxonomy.

    Attributes:
        id: Id of the issue.
        name: Name for readers.
        pattern: Matches the words that touch it, longest first.
    """

    id: str
    name: str
    pattern: re.Pattern[str]


@cache
def issue_taxonomy() -> tuple[IssueTerms, ...]:
    """Return the issues that peace processes turn on, each with the words that touch it."""
    terms: dict[tuple[str, str], list[str]] = {}
    for row in rows("issues.tsv"):
        terms.setdefault((row["issue"], row["name"]), []).append(row["term"])
    return tuple(IssueTerms(id_, name, _pattern(found)) for (id_, name), found in terms.items())


def _pattern(terms: list[str]) -> re.Pattern[str]:
    longest_first = sorted(terms, key=lambda term: (-len(term), term))
    return re.compile(rf"\b(?:{'|'.join(map(_frame, longest_first))})", re.IGNORECASE)


def _frame(term: str) -> str:
    """Return the pattern of a term: '|' for alternatives, '…' for up to four words, '!' for none behind."""
    told, _, unless = term.partition(" !")
    words_of = (SOME_WORDS if word == "…" else _either(word) + r"\b" for word in told.split())
    pattern = r"\s+".join(words_of).replace(rf"{SOME_WORDS}\s+", SOME_WORDS)
    return rf"{pattern}(?!\s+(?:{_either(unless)})\b)" if unless else pattern


def _either(listed: str) -> str:
    return rf"(?:{'|'.join(map(re.escape, listed.split('|')))})"


def issues_in(*texts: str) -> tuple[str, ...]:
    """Return the ids of the issues that some texts touch, in the order of the taxonomy.

    Examples:
        >>> issues_in("a truce and an amnesty")
        ('ceasefire', 'prisoners')
        >>> issues_in("if the guns fall silent")
        ('ceasefire',)
    """
    return tuple(issue.id for issue in issue_taxonomy() if any(map(issue.pattern.search, texts)))
