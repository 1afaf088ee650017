"""What a rule saw in a sentence, in tokens, before it becomes a statement with evidence."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from goodoffices.statements.acts import Act
from goodoffices.statements.statement import Actor, Manner, Modality, RelationKind

Tokens = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Sighting:
    """A statement in terms of tokens.

    Attributes:
        actor: Who says or does it.
        act: What it does.
        manner: How it is rendered.
        verb: The verb that the rule started from.
        whole: The tokens of the evidence.
        cue: The tokens that show the act.
        content: The tokens that say what is proposed, rejected, claimed.
        target: Whom the act is directed at.
        negated: Whether the act is said not to have taken place.
        modality: How far the actor commits itself.
        condition: The tokens of a condition.
        reasons: The tokens of each reason.
        anaphor: The noun that stands for a proposal named before ("the proposal", "this idea").
        after: The verb of a clause that says what it came after.
        own_words: The tokens that are the actor's words, content or not.
        rule: Name of the rule.
    """

    actor: Actor
    act: Act
    manner: Manner
    verb: Token
    whole: Tokens
    cue: Tokens
    content: Tokens = ()
    target: Actor | None = None
    negated: bool = False
    modality: Modality = Modality.PLAIN
    condition: Tokens = ()
    reasons: tuple[Tokens, ...] = ()
    anaphor: Token | None = None
    after: Token | None = None
    own_words: Tokens = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class RelationSighting:
    """A relation in terms of tokens.

    Attributes:
        kind: The relation.
        source: Who supports, supplies, attacks.
        target: Whom.
        anchor: The word that the rule started from.
        whole: The tokens of the evidence.
        means: The tokens that say by what.
        negated: Whether it is said not to be so.
        by: Who says so by the words of the rule itself, as in 'accuses' and 'denies'.
    """

    kind: RelationKind
    source: Actor
    target: Actor | None
    anchor: Token
    whole: Tokens
    means: Tokens = ()
    negated: bool = False
    by: Actor | None = None
