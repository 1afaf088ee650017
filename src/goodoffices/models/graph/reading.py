"""States, moves and verdicts of a conflict in plain words."""

from __future__ import annotations

from collections.abc import Sequence

from goodoffices.models.graph.conflict import Conflict
from goodoffices.models.graph.origins import Words
from goodoffices.models.graph.witness import Sanction, Verdict

PLAIN = Words()
"""Names as the conflict uses them."""


def describe_state(conflict: Conflict, state: str) -> str:
    """Say who takes which options in a state.

    Args:
        conflict: The conflict.
        state: A pattern of Y, N and - that names one state.

    Raises:
        ModelError: The pattern names no feasible state, or several.

    Examples:
        >>> from goodoffices.models.graph.conflict import option_form
        >>> from goodoffices.models.graph.preferences import Priorities
        >>> from goodoffices.models.graph.states import Option
        >>> talks = option_form(
        ...     name="Talks",
        ...     decision_makers=["North", "South"],
        ...     options=[Option("cease fire", "North"), Option("withdraw", "South")],
        ...     preferences={"North": Priorities(("withdraw",)), "South": Priorities(("'cease fire'",))},
        ... )
        >>> describe_state(talks, "YN")
        'North: cease fire. South: not withdraw.'
    """
    letters = conflict.states[conflict.space.find(state)]
    said = []
    for who in conflict.decision_makers:
        own = [
            _OPTION[letter].format(option.name)
            for option, letter in zip(conflict.options, letters, strict=True)
            if option.owner == who
        ]
        said += [f"{who}: {', '.join(own)}."] if own else []
    return " ".join(said)


_OPTION = {"Y": "{}", "N": "not {}", "-": "{} or not"}


def describe_move(conflict: Conflict, before: int, after: int, words: Words = PLAIN) -> str:
    """Say what one does to move from a state to another, such as 'take Accept and give up Delay'."""
    letters = zip(conflict.options, conflict.states[before], conflict.states[after], strict=True)
    changes = [
        words.option(option).take if there == "Y" else words.option(option).leave
        for option, here, there in letters
        if there not in {here, "-"}
    ]
    return gathered(changes) or "change nothing that counts"


def gathered(phrases: Sequence[str]) -> str:
    """Join phrases so that what several begin with is said once.

    Examples:
        >>> gathered(["would accept A", "would accept B"])
        'would accept A and B'
        >>> gathered(["accept A", "accept B", "go"])
        'accept A and B and go'
        >>> gathered(["would not accept A", "would not accept B", "would not go"])
        'would not accept A, accept B or go'
    """
    groups: dict[str, list[list[str]]] = {}
    for phrase in phrases:
        groups.setdefault(phrase.split(" ", 1)[0], []).append(phrase.split())
    return listed([_merged(group) for group in groups.values()])


def _merged(group: Sequence[list[str]]) -> str:
    shortest = min(len(phrase) for phrase in group) - 1
    shared = next((size for size in range(shortest) if len({phrase[size] for phrase in group}) > 1), shortest)
    beginning = group[0][:shared]
    rests = [" ".join(phrase[shared:]) for phrase in group]
    return " ".join([*beginning, listed(rests, "or" if "not" in beginning else "and")])


def listed(parts: Sequence[str], joint: str = "and") -> str:
    """Join parts as in a sentence."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {joint} {parts[-1]}"


def describe_verdict(conflict: Conflict, verdict: Verdict, words: Words = PLAIN) -> str:
    """Say why a state is stable for a decision maker, or what it gains by leaving."""
    who = words.name(conflict.decision_makers[verdict.decision_maker])
    if verdict.unpunished is not None:
        move = describe_move(conflict, verdict.state, verdict.unpunished, words)
        return f"{who} would gain by a decision to {move}{_UNPUNISHED[verdict.concept]}."
    if not verdict.sanctions:
        return f"Nothing that {who} could change alone would be a gain."
    return " ".join(_sanction(conflict, verdict, sanction, words) for sanction in verdict.sanctions)


_UNPUNISHED = {
    "R": "",
    "GMR": ", and no answer of the others takes the gain away",
    "SMR": ", and no answer of the others takes the gain away for good",
    "SEQ": ", and no answer in the others' own interest takes the gain away",
    "SSEQ": ", and no answer in the others' own interest takes the gain away for good",
}


def _sanction(conflict: Conflict, verdict: Verdict, sanction: Sanction, words: Words) -> str:
    who = words.name(conflict.decision_makers[verdict.decision_maker])
    may = "would have reason to" if verdict.concept in {"SEQ", "SSEQ"} else "could"
    here, answers = sanction.improvement, []
    for mover, there in sanction.sequence:
        name = words.name(conflict.decision_makers[mover])
        answers.append(f"{name} {may} {describe_move(conflict, here, there, words)}")
        here = there
    lasting = f", whatever {who} did next" if verdict.concept in {"SMR", "SSEQ"} else ""
    return (
        f"If {who} decided to {describe_move(conflict, verdict.state, sanction.improvement, words)}, "
        f"{', and then '.join(answers)}, which leaves {who} no better off than before{lasting}."
    )
