"""The labels before somebody's words in an interview, a briefing or a transcript: 'Q:', 'THE MINISTER:'."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from goodoffices.statements.lexicon import lists, words

BEFORE = r"\s*(?:>\s*)*(?:(?:[\[(]?\d{1,2}(?::\d\d){1,2}[\])]?|\d{1,3}[.)])\s+)?"
"""What may stand before a label: the time of day, the number of a paragraph."""
_BEFORE = BEFORE + "[*_]*"
_CUT = r"(?:(?:CUT|CLIP|TAPE|INSERT|ACTUALITY|SOUNDBITE)\b[ \w]{0,8}[–—:-]\s*)?"
_BEHIND = r"(?:\s+|$)"
SIDE = r"(?:\s*[(\[](?P<aside>[^()\[\]\n]{1,60})[)\]])?(?:\s*[(\[][^()\[\]\n]{1,60}[)\]])?"
_LETTER = re.compile(
    rf"{_BEFORE}(?P<letter>[QA])\d{{0,3}}[*_]*(?:\s*(?P<mark>[:.)])|\s*[–—-])[*_]*{_BEHIND}"
    rf"|{_BEFORE}(?P<bare>Q)[*_]*[ \t]+(?=[A-Z])"
)
_NAME = re.compile(
    rf"{_BEFORE}{_CUT}(?P<name>[^\W\d_](?:[^:\n()\[\]“”\"?!;*_]){{0,70}}?){SIDE}"
    rf"(?:[*_]*\s*:[*_]*|(?:[*_]+|(?<=\b[A-Z][A-Z])|(?<=\b[A-Z][A-Z][A-Z]))\s*[–—])"
    rf"(?:\s*[(\[][^()\[\]\n]{{1,40}}[)\]]:?)?{_BEHIND}"
)
_VOICE_OF = re.compile(r"^(?:the )?(?:voice|clip|tape|recording|soundbite) of (?:the )?", re.IGNORECASE)
_TO_SOMEBODY = re.compile(r"(?:speaking |talking )?(?:to|at|before|on|in)\b", re.IGNORECASE)
_PLACED = re.compile(r"(?<=\w) (?:from|in|at|of) ")
_INITIALS = re.compile(r"[A-Z](?:\.?[A-Z]){1,3}\.?")
LONGEST_ACRONYM = 3
LONGEST_NAME = 8
"""Words of the longest name with its titles."""
LONGEST_ALONE = 3
"""Words of the longest role that is a line of its own: 'Question', 'Our reporter'."""
LONGEST_ROLE = 7
"""Words of the longest role behind a name: 'Jan Novak, deputy head of the mission:'."""


class Voice(StrEnum):
    """Whose words a label says that it stands before."""

    ASKS = "asks"
    ANSWERS = "answers"
    TELLS = "tells"
    SOUNDS = "sounds"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class Label:
    """A label.

    Attributes:
        voice: Whose words it stands before.
        name: The name or office as it is printed; empty for a letter or 'Answer'.
        role: What is printed beside the name: 'HOST', 'SWAPO delegate', 'Jordan'.
        start: Offset of the words behind it.
        letter: Whether it is a letter with a full stop, which may as well be somebody's initial.
        stands_for: The last word of the name of which it gives the initials.
    """

    voice: Voice
    name: str = ""
    role: str = ""
    start: int = 0
    letter: bool = False
    stands_for: str = ""

    @property
    def key(self) -> str:
        """The last word of the name, in small letters, by which a label is known again."""
        return self.stands_for or self.name.casefold().rpartition(" ")[2].strip(".")

    @property
    def in_capitals(self) -> bool:
        """Whether the name is printed in capitals: 'MARY ODERA', 'MR. McBRIDE'."""
        return sum(char.isupper() for char in self.name) > sum(char.islower() for char in self.name)


def talk(name: str) -> frozenset[str]:
    """Return a word list of interviews by its name, such as 'asker_label'.

    Raises:
        KeyError: There is no list of that name.
    """
    return lists("talk.tsv")[name]


def label_of(text: str) -> Label | None:
    """Return the label that a passage opens with, None where it opens with none.

    Examples:
        >>> label_of("Q: Why?").voice.value, label_of("ANA DIAZ, HOST: Why?").voice.value
        ('asks', 'asks')
        >>> label_of("The reason is plain: nobody came.")
    """
    alone = text.strip("*_#: \t")
    short = len(alone.split()) <= LONGEST_ALONE
    if short and (_voice(alone) in {Voice.ASKS, Voice.ANSWERS} or alone in {"Q", "A"}):
        asks = alone == "Q" or _voice(alone) is Voice.ASKS
        return Label(Voice.ASKS if asks else Voice.ANSWERS, start=len(text))
    found = _LETTER.match(text)
    if found:
        voice = Voice.ANSWERS if found["letter"] == "A" else Voice.ASKS
        return Label(voice, start=found.end(), letter=found["mark"] == ".")
    named = _NAME.match(text)
    if named is None or text[named.end() : named.end() + 1] in set('“"„«'):
        return None
    return named_label(_VOICE_OF.sub("", named["name"].strip()), named["aside"] or "", named.end())


def named_label(name: str, aside: str, start: int) -> Label | None:
    """Return the label that a name with what stands behind it makes; None where it cannot be a name.

    Args:
        name: The name, with a role behind a comma if there is one.
        aside: What stands in brackets behind it.
        start: Offset of the words behind the label.
    """
    name, _, role = name.partition(", ")
    role = role or aside.strip()
    if _TO_SOMEBODY.match(role):
        return Label(Voice.NAMED, name, "", start) if is_name(name) else None
    if not is_name(name) or len(role.split()) > LONGEST_ROLE or name.casefold() in talk("title_label"):
        return None
    return Label(_voice(role) or _voice(name) or Voice.NAMED, name, role, start)


def _voice(text: str) -> Voice | None:
    """Return whose words a role or a bare label stands for: 'BBC correspondent', 'Caller from Oslo'."""
    last = _PLACED.split(text.casefold())[0].rpartition(" ")[2]
    for name, voice in (
        ("asker_label", Voice.ASKS),
        ("teller_label", Voice.TELLS),
        ("answer_label", Voice.ANSWERS),
        ("stage_label", Voice.SOUNDS),
    ):
        if last in talk(name) or text.casefold() in talk(name):
            return voice
    return None


def is_name(text: str) -> bool:
    """Tell whether words can be a name or an office: all with capitals, but for 'of' and the like."""
    parts = text.split()
    capital = [part[:1].isupper() or part.casefold().strip("’'") in talk("name_particle") for part in parts]
    return 0 < len(parts) <= LONGEST_NAME and all(capital) and parts[-1][:1].isupper()


def is_initials(name: str) -> bool:
    """Tell whether a label is made of initials: 'ER', 'J.T.'."""
    return _INITIALS.fullmatch(name) is not None


def is_short(name: str) -> bool:
    """Tell whether a label is made of initials or of one letter: 'ER', 'G'."""
    return is_initials(name) or (len(name) == 1 and name.isalpha())


def is_titled(name: str) -> bool:
    """Tell whether a name opens with a title or an office: 'Senator Low', 'The Chairman'.

    Examples:
        >>> is_titled("Senator Low"), is_titled("Low")
        (True, False)
    """
    known = words("title") | talk("short_title") | words("organ_noun")
    return " " in name and name.partition(" ")[0].casefold().strip(".") in known


def is_titled_person(name: str) -> bool:
    """Tell whether a name opens with a title that only people have: 'Ms. Holland' is no country.

    Examples:
        >>> is_titled_person("MS. HOLLAND"), is_titled_person("HOLLAND")
        (True, False)
    """
    return " " in name and name.partition(" ")[0].casefold().strip(".") in talk("person_title")


def without_titles(name: str) -> str:
    """Return a name without 'Mr', 'Dr' and the like.

    Examples:
        >>> without_titles("MR. HADDAD"), without_titles("THE PRESIDENT")
        ('HADDAD', 'PRESIDENT')
    """
    known = words("title") | talk("short_title")
    parts = name.split()
    while len(parts) > 1 and parts[0].casefold().strip(".") in known:
        parts = parts[1:]
    return " ".join(parts)


def in_ordinary_letters(name: str) -> str:
    """Return a name in capitals as it is written in a text; initials and other names stay as they are.

    Examples:
        >>> in_ordinary_letters("PEOPLE'S FRONT OF THE NORTH"), in_ordinary_letters("Lund")
        ("People's Front of the North", 'Lund')
    """
    if name.upper() != name or len(name) <= LONGEST_ACRONYM:
        return name
    parts = name.lower().split()
    small = [
        part if at and part in talk("name_particle") else _capital(part) for at, part in enumerate(parts)
    ]
    return " ".join(small)


def _capital(part: str) -> str:
    return "-".join(half[:1].upper() + half[1:] for half in part.split("-"))
