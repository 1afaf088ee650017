"""A conflict whose every option and preference says by which rule it came about, and from what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from goodoffices.models.graph.conflict import Conflict
from goodoffices.models.graph.states import Option

ANALYST = "analyst"
"""Stands in the place of a rule where an analyst overrode what the rules give."""

RULES: Mapping[str, str] = MappingProxyType(
    {
        "acceptance": (
            "Each signatory of a proposal may accept it or not, and may change its answer. A proposal is in "
            "force where all its signatories accept it."
        ),
        "turning point": (
            "Of a guarantee's guarantors, the one on whom action turns may be ready to act or not. In order "
            "of judged willingness, the most willing first, it is the first with whom those before it can "
            "decide under the guarantee's rule. A guarantee that can be blocked by whom it is meant against "
            "is never acted on; of one that nobody has confirmed nothing is supposed."
        ),
        "breach": (
            "Whoever a guarantee is meant against may mean to break the settlement or not. This is what a "
            "guarantee is about, and no claim that anyone means to."
        ),
        "refusal": (
            "A party that rejects a proposal prefers not to accept it; one whose acceptance is not needed "
            "prefers that it is not in force."
        ),
        "approval": (
            "A party that put a proposal forward, prepares it or accepts it prefers to accept it, if its "
            "acceptance is needed."
        ),
        "wish": (
            "A party that put a proposal forward, prepares it, accepts it or speaks for it prefers that it "
            "is in force."
        ),
        "readiness": (
            "A guarantor on whom action turns prefers to be ready if its willingness is judged above one "
            "half throughout its interval, and not to be if below throughout; else nothing is known."
        ),
        "worst case": (
            "Whoever a guarantee is meant against is supposed to mean to break the settlement exactly where "
            "one is in force and no guarantee in force would be acted on. A guarantee has to stand this "
            "test; nobody has said that the party would."
        ),
        "protection": (
            "The party that a guarantee protects prefers that whoever it is meant against does not mean to "
            "break the settlement."
        ),
        "either or": ("Two proposals that settle one question in different ways cannot both be in force."),
        "equal weight": (
            "All statements of a party count alike: nothing is known of what it would trade for what. A "
            "party that is open, sets a condition or says nothing is taken to be indifferent."
        ),
        "standing answers": (
            "The status quo: whoever put a proposal forward, prepares it or accepts it accepts it now; "
            "nobody else does, no guarantor is ready, and nobody means to break a settlement."
        ),
    }
)
"""By what a case becomes a conflict. Everything that the analyst codes under `conflict` takes precedence."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a part of a conflict comes from.

    Attributes:
        rule: Name of the rule, or `analyst`.
        why: One sentence that says what led to it.
        because: Ids of the statements of the codings that it follows from.
        sources: Citations of sources outside the reports in these codings.
        coder: Who judged it so, where a judgement.
        drafted: Whether one of the codings is a draft that nobody confirmed.
    """

    rule: str
    why: str
    because: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    coder: str | None = None
    drafted: bool = False

    @property
    def overridden(self) -> bool:
        """Whether it is the analyst's and not a rule's."""
        return self.rule == ANALYST


@dataclass(frozen=True, slots=True)
class Phrases:
    """An option in words: two to follow a name, two to follow `to`.

    What follows a name begins with `would`, which fits one party and several alike.

    Attributes:
        taken: What its owner does where it is taken.
        left: What its owner does where it is not.
        take: Taking it.
        leave: Giving it up.
    """

    taken: str
    left: str
    take: str
    leave: str


@dataclass(frozen=True, slots=True)
class Words:
    """How to speak of a conflict: names for decision makers, phrases for options; ids where none are given.

    Attributes:
        names: Names of decision makers by the names that the conflict uses.
        phrases: Phrases of options by owner and name.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    phrases: Mapping[tuple[str, str], Phrases] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", MappingProxyType(dict(self.names)))
        object.__setattr__(self, "phrases", MappingProxyType(dict(self.phrases)))

    def name(self, who: str) -> str:
        """Return the name of a decision maker."""
        return self.names.get(who, who)

    def option(self, option: Option) -> Phrases:
        """Return the phrases of an option."""
        name = option.name
        usual = Phrases(f"would take {name}", f"would leave {name}", f"take {name}", f"give up {name}")
        return self.phrases.get((option.owner, name), usual)


@dataclass(frozen=True, slots=True)
class OptionOrigin:
    """An option and where it comes from."""

    option: Option
    origin: Origin


@dataclass(frozen=True, slots=True)
class StatementOrigin:
    """Something that a party wants, and where that comes from.

    Attributes:
        party: Who wants it.
        wants: The condition over options, written in full.
        said: The same in plain words.
        weight: How much it counts; None where the order of the statements decides.
        origin: Where it comes from.
    """

    party: str
    wants: str
    said: str
    weight: float | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class ConditionOrigin:
    """Combinations that cannot occur or count as one, and where that comes from.

    Attributes:
        condition: The condition over options, written in full.
        said: The same in plain words.
        origin: Where it comes from.
    """

    condition: str
    said: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Derivation:
    """A conflict with the origin of each of its parts.

    Attributes:
        conflict: The conflict.
        words: How to speak of it.
        options: Its options, in the order of a state's letters.
        statements: What each party wants, in order of the parties and of importance.
        status_quo: Label of the state in which the parties stand now; None where it cannot occur.
        now: Where the status quo comes from.
        impossible: What cannot occur.
        same: What counts as one state.
        left_out: What the rules gave no option for, or the analyst left out, each with the reason.
    """

    conflict: Conflict
    words: Words
    options: tuple[OptionOrigin, ...]
    statements: tuple[StatementOrigin, ...]
    status_quo: str | None
    now: Origin
    impossible: tuple[ConditionOrigin, ...] = ()
    same: tuple[ConditionOrigin, ...] = ()
    left_out: tuple[tuple[str, Origin], ...] = ()
