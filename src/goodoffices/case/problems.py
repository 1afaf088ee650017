"""What is wrong with a case file, where, and how it is said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from goodoffices.errors import CaseError

LISTED = 100
"""How many problems one error lists; whoever has more has one problem behind them."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong with a case file.

    Attributes:
        line: Line in the file, from 1.
        column: Column in the line, in characters from 1.
        path: Keys and numbers that lead to the place, such as `red_lines.2.never`; entries of a list
            are counted from 1.
        message: The bad value, the rule, and the way out.
    """

    line: int
    column: int
    path: str
    message: str

    def located(self, name: str) -> str:
        """Return the problem as one line of text that begins with the file's name and the place.

        Examples:
            >>> Problem(9, 5, "title", "is missing").located("case.yaml")
            'case.yaml:9:5: title: is missing'
        """
        path = f"{self.path}: " if self.path else ""
        return f"{name}:{self.line}:{self.column}: {path}{self.message}"


class CaseFileError(CaseError):
    """A case file breaks rules of the case format.

    Attributes:
        problems: Everything that was found, in order of the file; where one mistake makes thousands,
            the first of them.
    """

    def __init__(self, problems: Iterable[Problem], *, name: str) -> None:
        self.problems = tuple(sorted(set(problems)))
        lines = [problem.located(name) for problem in self.problems[:LISTED]]
        if len(self.problems) > LISTED:
            lines.append(f"{name}: more problems follow; correct these first")
        super().__init__("\n".join(lines))
