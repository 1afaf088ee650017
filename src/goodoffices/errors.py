"""The one exception tree.

GoodofficesError
├── ReportError       a report cannot be read
├── EvidenceError     words given as evidence are not in the report
├── ReaderError       the language model for reading is missing or not the one we know
│   └── NoAnswerError   a language model that was asked gave no answer that can be used
├── CaseError         a case file breaks a rule; names file, line, column, value and way out
│   └── ConditionError  a condition cannot be read or names what does not exist
├── ModelError        a model was given input that breaks its rules
└── BriefError        a brief cannot be composed or written
"""

from __future__ import annotations


class GoodofficesError(Exception):
    """Root of every error that goodoffices raises on purpose.

    The message is one sentence or two for a person: the bad value, the rule, and the way out.
    """


class ReportError(GoodofficesError):
    """A report cannot be read: empty, binary, scanned, too large, or in an encoding we cannot tell."""


class EvidenceError(GoodofficesError):
    """Words given as evidence are not at the place in the report where they are said to be."""


class ReaderError(GoodofficesError):
    """The language model that parses sentences is missing, or its weights are not those we know."""


class NoAnswerError(ReaderError):
    """A language model that was asked for proposals gave no answer that can be used."""


class CaseError(GoodofficesError):
    """A case breaks a rule of the case format."""


class ConditionError(CaseError):
    """A condition cannot be parsed, or names an issue or option that does not exist.

    Attributes:
        position: Offset into the condition's text, in characters from 0, or None where there is none.
    """

    def __init__(self, message: str, position: int | None = None) -> None:
        super().__init__(message)
        self.position = position


class ModelError(GoodofficesError):
    """A model was given input that breaks one of its rules."""


class BriefError(GoodofficesError):
    """A brief cannot be composed or written."""
