"""Reading a case from the text of its file, with everything that is wrong with it reported at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import islice
from typing import TypeAlias

from pydantic import ValidationError

from goodoffices.case.case import Case
from goodoffices.case.document import compose, decode
from goodoffices.case.nodes import Mapping as MappingNode
from goodoffices.case.nodes import Node, Refusal, Scalar, Sequence
from goodoffices.case.problems import LISTED, CaseFileError, Problem
from goodoffices.case.references import reference_problems
from goodoffices.case.schema import case_type
from goodoffices.case.wording import node_at, place_of, worded

__all__ = ["CaseFileError", "Problem", "parse_case", "parse_case_bytes"]

Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain] | None"


def parse_case(
    text: str,
    *,
    name: str = "case.yaml",
    statements: Collection[str] | None = None,
    gone: Mapping[str, str] | None = None,
) -> Case:
    """Read a case.

    Args:
        text: The text of a case file.
        name: Name of the file, for messages.
        statements: Ids of the statements that `because` may name; None leaves them unchecked.
        gone: What became of statements that are no longer there, with the way out, by id.

    Returns:
        The case; every name in it exists and every coded value has a source.

    Raises:
        CaseFileError: If anything is wrong; lists all problems with line and column, in order of the file.
    """
    try:
        document = compose(text)
    except Refusal as refusal:
        raise CaseFileError([refusal.problem], name=name) from None
    if not isinstance(document.root, MappingNode):
        place = document.root.place
        fact = "a case is written as keys with values, beginning with 'title: …'"
        raise CaseFileError([Problem(place.line, place.column, "", fact)], name=name)
    case, problems = _validated(document.root)
    taken = {(problem.line, problem.column) for problem in problems}
    found = islice(reference_problems(document.root, statements, gone or {}), LISTED)
    problems += [problem for problem in found if (problem.line, problem.column) not in taken]
    problems += document.problems
    if case is None or problems:
        raise CaseFileError(problems, name=name)
    return case


def parse_case_bytes(
    data: bytes,
    *,
    name: str = "case.yaml",
    statements: Collection[str] | None = None,
    gone: Mapping[str, str] | None = None,
) -> Case:
    """Read a case from the bytes of its file, which must be UTF-8.

    Raises:
        CaseFileError: If the bytes are not UTF-8, or as for `parse_case`.
    """
    try:
        text = decode(data)
    except Refusal as refusal:
        raise CaseFileError([refusal.problem], name=name) from None
    return parse_case(text, name=name, statements=statements, gone=gone)


def _validated(root: MappingNode) -> tuple[Case | None, list[Problem]]:
    """Return the case, or what keeps the file from being one.

    A number or truth value where a text belongs is taken as it is written, so that a party may be
    called 1991 and an alias `no`.
    """
    texts: set[int] = set()
    try:
        return case_type().validate_python(_top(root, texts)), []
    except ValidationError as error:
        texts.update(_unquoted_texts(error, root))
    try:
        return case_type().validate_python(_top(root, texts)), []
    except ValidationError as error:
        details = sorted(error.errors(include_url=False), key=lambda detail: place_of(detail, root))
        return None, [worded(detail, root) for detail in details[: 2 * LISTED]]


def _unquoted_texts(error: ValidationError, root: MappingNode) -> set[int]:
    wanted = (node_at(root, detail["loc"]) for detail in error.errors() if detail["type"] == "string_type")
    return {id(node) for node in wanted if isinstance(node, Scalar) and node.value() is not None}


def _top(root: MappingNode, texts: set[int]) -> dict[str, Plain]:
    """Return the data of the file without the parts that are only a heading with nothing under it."""
    data = {key: _plain(value, texts) for key, (_, value) in root.entries.items()}
    return {key: value for key, value in data.items() if value is not None}


def _plain(node: Node, texts: set[int]) -> Plain:
    if isinstance(node, Sequence):
        return [_plain(item, texts) for item in node.items]
    if isinstance(node, MappingNode):
        return {key: _plain(value, texts) for key, (_, value) in node.entries.items()}
    return node.text if id(node) in texts else node.value()
