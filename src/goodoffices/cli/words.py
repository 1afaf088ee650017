"""Words of reports on their way to a terminal: every command prints them through here."""

from __future__ import annotations

from goodoffices.brief.harmless import harmless


def shown(words: str) -> str:
    r"""Return words with what would steer a terminal, or mislead a reader, shown by its code.

    Examples:
        >>> shown("a\x1b[2Jb\u202ec")
        'a⟦U+001B⟧[2Jb⟦U+202E⟧c'
    """
    return harmless(words)


def in_markup(words: str) -> str:
    r"""Return the same for a table whose cells hold markup.

    Examples:
        >>> in_markup("[bold]\x07")
        '\\[bold]⟦U+0007⟧'
    """
    from rich.markup import escape

    return escape(shown(words))


def counted(count: int, noun: str) -> str:
    """Return a number of things, with the word for one where it is one.

    Examples:
        >>> counted(1, "passage"), counted(1200, "row")
        ('1 passage', '1,200 rows')
    """
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
