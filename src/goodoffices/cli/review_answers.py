"""What a person types in a review: an answer, a field, a yes; and the ways out of each."""

from __future__ import annotations

import sys

import click

from goodoffices.cli.words import shown

LEAVE = "q"
"""Typed for a field or a reason, it leaves the finding as it was."""


class StopReview(Exception):  # noqa: N818 - no error; it never leaves the review
    """The person, or the end of the input, stops the review."""


class LeftAsItWas(Exception):  # noqa: N818 - no error; it never leaves the review
    """The person leaves a decision halfway; nothing of it holds."""


def answer(prompt: str) -> str:
    """Ask, on a terminal or of a file piped in.

    Raises:
        StopReview: The input has ended.
    """
    click.echo(prompt + " ", nl=False)
    line = sys.stdin.readline()
    if not line:
        raise StopReview
    if not sys.stdin.isatty():
        click.echo(line.rstrip("\n"))
    return line.rstrip("\n")


def field(prompt: str) -> str:
    """Ask for a field or a reason.

    Raises:
        LeftAsItWas: The person would rather not go on.
        StopReview: The input has ended.
    """
    said = answer(prompt).strip()
    if said.lower() == LEAVE:
        raise LeftAsItWas
    return said


def why(given: str) -> str:
    """Return the reason that was given with the key, else ask for one.

    Raises:
        LeftAsItWas: The person would rather not go on.
        StopReview: The input has ended.
    """
    return given or field(f"  Why? (Enter for no reason, {LEAVE} to leave it as it was)")


def agreed(question: str) -> None:
    """Ask until the answer is a yes or a no; only a yes goes on.

    Raises:
        LeftAsItWas: The answer is no.
        StopReview: The input has ended.
    """
    while True:
        said = field(f"{question} [y/N]")
        if said.lower() in {"y", "yes"}:
            return
        if said.lower() in {"", "n", "no"}:
            raise LeftAsItWas
        click.echo(f"    '{shown(said)}' is neither yes nor no; type y, or Enter for no")
