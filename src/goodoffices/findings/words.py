"""How findings name things: lists as in a sentence, numbers in words, names instead of ids."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from goodoffices.case.case import Case
from goodoffices.case.values import Interval

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def joined(parts: Sequence[str], *, by: str = "and") -> str:
    """Join parts as in a sentence.

    Examples:
        >>> joined(["A", "B", "C"])
        'A, B and C'
    """
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {by} {parts[-1]}"


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """Write a number and what is counted; small numbers are words.

    Examples:
        >>> counted(1, "proposal"), counted(3, "party", "parties"), counted(12, "state")
        ('one proposal', 'three parties', '12 states')
    """
    number_word = _SMALL[number] if number < len(_SMALL) else f"{number:,}"
    return f"{number_word} {singular if number == 1 else plural or singular + 's'}"


def capital(text: str) -> str:
    """Begin a sentence with a capital letter and leave the rest alone."""
    return text[:1].upper() + text[1:]


def quoted(name: str) -> str:
    """Put a name in typographic quotation marks."""
    return f"“{name}”"


def short(text: str, limit: int) -> str:
    """Cut a text at a space so that it has at most `limit` characters, and mark the cut.

    Examples:
        >>> short("ruled out the plan entirely", 15)
        'ruled out the …'
    """
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return f"{line[: limit - 1].rsplit(' ', 1)[0].rstrip(',;:')} …"


def plain_number(value: float) -> str:
    """Write a number with at most two decimals and no trailing zeros."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def interval(value: Interval) -> str:
    """Write an interval as its middle with its ends, or as one number where they are the same.

    Examples:
        >>> interval(Interval(0.2, 0.3, 0.45))
        '0.3 (0.2 to 0.45)'
    """
    if value.low == value.high:
        return plain_number(value.mid)
    return f"{plain_number(value.mid)} ({plain_number(value.low)} to {plain_number(value.high)})"


@dataclass(frozen=True, slots=True)
class Names:
    """Names as readers know them, for the ids of a case; a reader never sees an id.

    Attributes:
        case: The case that the ids belong to.
    """

    case: Case

    def party(self, id_: str) -> str:
        """Return the name of a party."""
        known = self.case.parties.get(id_)
        return known.name if known else _readable(id_)

    def parties(self, ids: Iterable[str], *, by: str = "and") -> str:
        """Return the names of parties, joined as in a sentence."""
        return joined([self.party(id_) for id_ in ids], by=by)

    def issue(self, id_: str) -> str:
        """Return the name of an issue."""
        known = self.case.issues.get(id_)
        return known.name if known else _readable(id_)

    def issues(self, ids: Iterable[str]) -> str:
        """Return the names of issues in lower case, joined as in a sentence."""
        return joined([_lower(self.issue(id_)) for id_ in ids])

    def option(self, issue: str, option: str) -> str:
        """Return the name of an option."""
        known = self.case.issues.get(issue)
        found = known.options.get(option) if known else None
        return found.name if found else _readable(option)

    def proposal(self, id_: str) -> str:
        """Return the name of a proposal in quotation marks, shortened, with its letter."""
        letter = self.letter(id_)
        return quoted(short(self.case.proposals[id_].name, 64)) + (f" ({letter})" if letter else "")

    def letter(self, id_: str) -> str:
        """Return A, B, C, … for a proposal; nothing where there is only one, a number behind the 26th."""
        if len(self.case.proposals) == 1:
            return ""
        place = list(self.case.proposals).index(id_)
        return chr(ord("A") + place) if place < 26 else str(place + 1)


def _readable(id_: str) -> str:
    return capital(id_.replace("_", " "))


def _lower(name: str) -> str:
    """Lower the first letter, unless the word is written in capitals such as UN."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
