"""What each kind of finding is made of, for people and tools that change it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from goodoffices.statements.acts import Act
from goodoffices.statements.decisions import Finding
from goodoffices.statements.statement import (
    DistanceMention,
    OptionMention,
    PrecedentMention,
    Relation,
    RelationKind,
    Statement,
)

ACTOR = ("", "_party", "_name", "_person", "_role", "_by")
"""What is known of somebody who is named, as endings of a value's name; none for the report's words."""


@dataclass(frozen=True, slots=True)
class Form:
    """What a kind of finding is made of.

    Attributes:
        kind: Its name, as in the lines of JSON.
        plural: Name of a table of them.
        type: Its class.
        letter: How its ids begin.
        values: What it has as text; nothing for none, lists parted by blanks.
        parts: Parts that are places in the text; 'words' is the evidence.
        who: Values that name somebody; each stands for as many values as `ACTOR` has endings.
        fields: What people can change, by the names that they use.
        asked: What people are asked for in turn.
        new: What people are asked for in turn when they add one.
        required: That part of it which a new one cannot do without.
        needed: What cannot be taken out, and how that is said.
        label: The value by which tools label it; None where the kind itself is the label.
        labels: The labels that tools show for it.
    """

    kind: str
    plural: str
    type: type[Finding]
    letter: str
    values: tuple[str, ...]
    parts: tuple[str, ...]
    who: tuple[str, ...]
    fields: tuple[str, ...]
    asked: tuple[str, ...]
    new: tuple[str, ...]
    required: tuple[str, ...]
    needed: Mapping[str, str]
    label: str | None
    labels: tuple[str, ...]

    @property
    def called(self) -> str:
        """Return the kind with its article."""
        return f"{'an' if self.kind[0] in 'aeiou' else 'a'} {self.kind}"


def _named(*who: str) -> tuple[str, ...]:
    return tuple(f"{one}{ending}" for one in who for ending in ACTOR)


_WORDS = {"evidence": "words; reject it if it is none"}

FORMS: Mapping[str, Form] = {
    form.kind: form
    for form in (
        Form(
            kind="statement",
            plural="statements",
            type=Statement,
            letter="s",
            values=(
                *("act", "negated", "modality", "manner", *_named("actor", "target", "beneficiary")),
                *("issues", "answers", "date", "rule", "confirmed_by"),
            ),
            parts=("words", "cue", "content", "condition", "reasons"),
            who=("actor", "target", "beneficiary"),
            fields=(
                *("actor", "act", "negated", "modality", "target", "beneficiary", "words", "cue"),
                *("content", "condition", "reasons", "issues", "date"),
            ),
            asked=("actor", "act", "negated", "target", "content", "words"),
            new=("words", "cue", "actor", "act", "target", "content"),
            required=("words", "actor", "act"),
            needed=_WORDS
            | {"actor": "an actor: the words for who says or does it", "cue": "the words that show its act"},
            label="act",
            labels=tuple(Act),
        ),
        Form(
            kind="relation",
            plural="relations",
            type=Relation,
            letter="r",
            values=("kind", "negated", *_named("source", "target", "claimed_by")),
            parts=("words", "means"),
            who=("source", "target", "claimed_by"),
            fields=("source", "kind", "negated", "target", "words", "means", "claimed_by"),
            asked=("source", "kind", "negated", "target", "means", "claimed_by", "words"),
            new=("words", "source", "kind", "target", "means", "claimed_by"),
            required=("words", "source", "kind"),
            needed=_WORDS | {"source": "a source: who supports, supplies, …"},
            label="kind",
            labels=tuple(RelationKind),
        ),
        Form(
            kind="precedent",
            plural="precedents",
            type=PrecedentMention,
            letter="p",
            values=("name", "year", *_named("claimed_by")),
            parts=("words",),
            who=("claimed_by",),
            fields=("name", "year", "words", "claimed_by"),
            asked=("name", "year", "claimed_by", "words"),
            new=("words", "name", "year", "claimed_by"),
            required=("words", "name"),
            needed=_WORDS | {"name": "a name: the report's words for it"},
            label=None,
            labels=("precedent",),
        ),
        Form(
            kind="option",
            plural="options",
            type=OptionMention,
            letter="o",
            values=("of", "issues"),
            parts=("words", "content"),
            who=(),
            fields=("content", "of", "issues", "words"),
            asked=("content", "of", "issues", "words"),
            new=("words", "content", "of", "issues"),
            required=("words", "content"),
            needed=_WORDS | {"content": "content: the words that name it"},
            label=None,
            labels=("option",),
        ),
        Form(
            kind="distance",
            plural="distances",
            type=DistanceMention,
            letter="d",
            values=("parties", "issues"),
            parts=("words",),
            who=(),
            fields=("parties", "issues", "words"),
            asked=("parties", "issues", "words"),
            new=("words", "parties", "issues"),
            required=("words",),
            needed=_WORDS,
            label=None,
            labels=("distance",),
        ),
    )
}
"""The form of each kind, statements first."""


def form_of(finding: Finding) -> Form:
    """Return the form of a finding."""
    return next(form for form in FORMS.values() if isinstance(finding, form.type))


def form_labelled(label: str) -> Form | None:
    """Return the form of what a tool labels like this; None where nothing is.

    Examples:
        >>> form_labelled("buys from").kind, form_labelled("Monday")
        ('relation', None)
    """
    return next((form for form in FORMS.values() if label in form.labels), None)
