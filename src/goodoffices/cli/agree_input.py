"""What `goodoffices agree` works on: a case, a table of positions or profiles of a negotiation tool."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from goodoffices.errors import CaseError, ModelError

if TYPE_CHECKING:
    from goodoffices.findings.agreement_words import Words
    from goodoffices.models.bargaining.problem import Problem
    from goodoffices.models.bargaining.robustness import Ranges
    from goodoffices.workspace.positions import PositionRow

QUORUM = re.compile(r"^\s*(\d+)\s+of\s+(.+)$")
TABLES = {".csv", ".xlsx"}


@dataclass(frozen=True, slots=True)
class Matter:
    """What is to be agreed on.

    Attributes:
        words: The problem with its names.
        plain: The same problem with red lines among the accepted options, where a table tells them apart, so
            that distances are known on every issue.
        ranges: Intervals round its numbers.
        proposals: Terms of what is on the table, by id.
        rows: The lines of the table it comes from, or that the case can be written as.
        left_out: What such a table has no place for.
    """

    words: Words
    plain: Problem
    ranges: Ranges
    proposals: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    rows: tuple[PositionRow, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def problem(self) -> Problem:
        """The problem."""
        return self.words.problem


def matter(path: Path, signing: Sequence[str], snapshot: str | None) -> Matter:
    """Read what is to be agreed on.

    Raises:
        CaseError: It cannot be read, or does not say who must sign; file, place and way out are named.
        ModelError: What it says breaks a rule of the model.
    """
    if path.suffix.lower() in TABLES:
        return _from_table(path, signing, snapshot)
    if snapshot is not None:
        raise CaseError(f"--snapshot {snapshot} needs a table; a case has one state of affairs, {path}")
    profiles = _profiles(path)
    with placed(path):
        return _from_profiles(profiles, signing) if profiles else _from_case(path, signing)


@contextmanager
def placed(path: Path) -> Iterator[None]:
    """Name the file in an error of the model, which knows of no files."""
    try:
        yield
    except ModelError as error:
        raise ModelError(str(error) if str(path) in str(error) else f"{path}: {error}") from error


def _from_table(path: Path, signing: Sequence[str], snapshot: str | None) -> Matter:
    from goodoffices.findings.agreement_words import Words
    from goodoffices.workspace.position_labels import position_labels
    from goodoffices.workspace.positions import doubts, of_snapshot, position_ranges, positions_problem
    from goodoffices.workspace.tables import read_positions

    rows = read_positions(path)
    ids = {row.party.lower(): row.party for row in rows}
    names = [ids.get(name.lower(), name) for one in signing for name in parsed(one)[1]]
    if not names:
        raise CaseError(
            f"{path} does not say who must sign; add --sign with some of {', '.join(ids.values())}"
        )
    with placed(path):
        some = of_snapshot(rows, snapshot)
        made, plain = (
            signed(positions_problem(some, sign=names, red_lines=apart), signing, ids)
            for apart in (True, False)
        )
    for doubt in doubts(some, made):
        click.echo(f"Note: {doubt}.", err=True)
    words = Words(made, position_labels(some, names))
    return Matter(words, plain, position_ranges(some), rows=rows)


def _profiles(path: Path) -> list[Path]:
    """Return the profiles of a negotiation tool in a folder that holds no case."""
    if not path.is_dir() or (path / "case.yaml").exists():
        return []
    files = sorted(path.iterdir())
    return [one for one in files if one.suffix.lower() in {".json", ".xml"} and one.stem != "domain"]


def _from_profiles(profiles: Sequence[Path], signing: Sequence[str]) -> Matter:
    from goodoffices.findings.agreement_words import Words
    from goodoffices.models.bargaining.robustness import Ranges
    from goodoffices.workspace.geniusweb import scenario

    problem = scenario(profiles)
    problem = signed(problem, signing, {party.name.lower(): party.name for party in problem.parties})
    return Matter(Words(problem), problem, Ranges())


def _from_case(path: Path, signing: Sequence[str]) -> Matter:
    from goodoffices.findings.agreement_words import Words, case_labels
    from goodoffices.models.bargaining.from_case import bargaining_problem, bargaining_ranges, proposed_terms
    from goodoffices.workspace.bundle import check
    from goodoffices.workspace.case_positions import case_positions

    case, _ = check(path)
    if not signing and not case.must_sign():
        raise CaseError(
            f"{path} marks nobody who must sign; write 'must_sign: true' under some of the parties "
            f"{', '.join(case.parties) or '(there are none)'}, or add --sign"
        )
    names = {id_: party.name for id_, party in case.parties.items()}
    ids = {name.lower(): id_ for id_, name in names.items()} | {id_: id_ for id_ in names}
    asked = [ids.get(name.lower(), name) for one in signing for name in parsed(one)[1]]
    for name in asked:
        if name not in case.parties:
            raise CaseError(f"--sign names '{name}'; the parties of {path} are {', '.join(names.values())}")
    problem = signed(bargaining_problem(case, sign=asked or None), signing, ids)
    rows, left_out = case_positions(case)
    return Matter(
        Words(problem, case_labels(case)),
        problem,
        bargaining_ranges(case),
        proposed_terms(case),
        rows,
        left_out,
    )


def signed(problem: Problem, signing: Sequence[str], ids: Mapping[str, str]) -> Problem:
    """Return the problem with those who must sign as --sign says; names may be written in any case."""
    from goodoffices.models.bargaining.problem import Quorum

    if not signing:
        return problem
    always: list[str] = []
    quorums = []
    for one in signing:
        least, names = parsed(one)
        known = tuple(ids.get(name.lower(), name) for name in names)
        if least is None:
            always.extend(known)
        else:
            quorums.append(Quorum(known, least))
    return problem.signed_by(always, quorums=tuple(quorums))


def parsed(text: str) -> tuple[int | None, list[str]]:
    """Split what --sign says into how many of a group, where it says so, and names."""
    found = QUORUM.match(text)
    names = [name.strip() for name in (found[2] if found else text).split(",") if name.strip()]
    return (int(found[1]) if found else None), names


def terms_of(matter: Matter, text: str) -> dict[str, str]:
    """Return the terms of a proposal by its id, or those written as `issue=option, issue=option`.

    Raises:
        CaseError: It is neither.
    """
    if text in matter.proposals:
        return dict(matter.proposals[text])
    found = {}
    for part in text.split(","):
        issue, mark, option = part.partition("=")
        if not mark:
            known = f" The proposals are {', '.join(matter.proposals)}." if matter.proposals else ""
            raise CaseError(
                f"'{text}' is no proposal and no terms; write issue=option with commas between, such as "
                f"{', '.join(f'{one.name}={one.options[0]}' for one in matter.problem.issues[:2])}.{known}"
            )
        found[issue.strip()] = option.strip()
    return found
