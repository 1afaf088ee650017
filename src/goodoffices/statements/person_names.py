"""People's names apart from the offices that are printed with them."""

from __future__ import annotations

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
