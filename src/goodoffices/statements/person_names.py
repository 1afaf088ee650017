"""People's names apart from the offices that are printed with them."""

from __future__ import annotations

from goodoffices.statements.labels import is_initials
from goodoffices.statements.lexicon import words

OFFICES = words("organ_noun") | words("person_noun") | words("title") | {"the"}


def plain_name(name: str) -> str:
    """Return a person's name without an office before it and the ending of an owner behind it.

    Examples:
        >>> plain_name("Spokesperson Grace Wanjiru's")
        'Grace Wanjiru'
    """
    parts = name.removesuffix("'s").removesuffix("’s").split()
    while len(parts) > 1 and parts[0].casefold().strip(".") in words("organ_noun") | words("title"):
        parts = parts[1:]
    return " ".join(parts)


def is_office_name(name: str) -> bool:
    """Tell whether a name in capitals is that of an office: 'Spokesperson', 'The Minister'.

    Examples:
        >>> is_office_name("The Spokesperson"), is_office_name("Spokesperson Mokoena")
        (True, False)
    """
    return all(part in OFFICES for part in name.casefold().replace(".", "").split())


def fits(label: str, person: str) -> bool:
    """Tell whether a label can stand for a person: the surname, all of its words, or the initials.

    Examples:
        >>> fits("ROCHA", "Elena Rocha"), fits("ER", "Elena Rocha"), fits("Elena Diaz", "Elena Rocha")
        (True, True, False)
    """
    parts = person.casefold().replace("-", " ").split()
    said = label.casefold().replace("-", " ").split()
    letters = [char for char in label.casefold() if char.isalpha()]
    if is_initials(label) and letters == [part[0] for part in parts]:
        return True
    return said[-1:] == parts[-1:] and set(said) <= set(parts) if said else False
