"""Faults that the YAML reader finds, in words for someone who writes a case and not a parser."""

from __future__ import annotations

import re

from ruamel.yaml.error import MarkedYAMLError, StreamMark, YAMLError

from goodoffices.case.names import quoted
from goodoffices.case.nodes import Place, Refusal, refusal

FAULTS = (
    (r"cannot start any token.*\\t|\\t.*cannot start any token", "indent with spaces, not with a tab"),
    (r"cannot start any token", "this character has a meaning in YAML; put the text in quotes"),
    (r"mapping values are not allowed", "a second ':' follows on this line; put the text in quotes"),
    (r"could not find expected ':'", "a key needs ':' and a space behind it"),
    (r"but found '[}\]]'", "a bracket is closed here that was not opened"),
    (r"sequence entries are not allowed", "an entry of a list ('- …') begins on a line of its own"),
    (r"expected the node content", "a value is missing here"),
    (r"expected '<document start>'", "this text belongs to no key; check the quotation marks above it"),
    (r"expected <block end>", "the indentation does not match the lines above"),
    (r"expected ',' or '\]'", "a list in brackets needs ',' between its entries and ']' at its end"),
    (r"expected ',' or '}'", "keys in braces need ',' between them and '}' at their end"),
    (r"unexpected end of stream", "a quotation mark is opened here and not closed"),
    (r"document separator", "a quotation mark is not closed before the next document begins"),
    (r"unknown escape|escape sequence", "a backslash in double quotes needs another one before it"),
    (r"duplicate YAML directive|incompatible YAML", "remove the line that begins with '%'"),
)


def place_of(mark: StreamMark) -> Place:
    """Return the place that a mark of the YAML reader stands for."""
    return Place(mark.line + 1, mark.column + 1)


def not_yaml(error: YAMLError | ValueError | OverflowError) -> Refusal:
    """Turn an error of the YAML reader into the problem that ends the reading."""
    if not isinstance(error, MarkedYAMLError):
        return refusal(Place(1, 1), f"the file is not YAML: {quoted(str(error), limit=100)}")
    mark = error.problem_mark or error.context_mark
    fault = str(error.problem or error.context or error)
    words = next((words for pattern, words in FAULTS if re.search(pattern, fault)), None)
    place = place_of(mark) if mark else Place(1, 1)
    return refusal(place, words or f"the file is not YAML: {quoted(fault)}")
