"""States, moves and verdicts of a conflict in plain words."""

from __future__ import annotations

from goodoffices.models.graph.conflict import Conflict
from goodoffices.models.graph.witness import Sanction, Verdict


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


def describe_move(conflict: Conflict, before: int, after: int) -> str:
    """Say what one does to move from a state to another, such as 'take Accept and give up Delay'."""
    letters = zip(conflict.options, conflict.states[before], conflict.states[after], strict=True)
    changes = [
        f"{'take' if there == 'Y' else 'give up'} {option.name}"
        for option, here, there in letters
        if there not in {here, "-"}
    ]
    return " and ".join(changes) or "change nothing that counts"


def describe_verdict(conflict: Conflict, verdict: Verdict) -> str:
    """Say why a state is stable for a decision maker, or what it gains by leaving."""
    who = conflict.decision_makers[verdict.decision_maker]
    if verdict.unpunished is not None:
        move = describe_move(conflict, verdict.state, verdict.unpunished)
        return f"{who} gains if it decides to {move}{_UNPUNISHED[verdict.concept]}."
    if not verdict.sanctions:
        return f"{who} has no move to anything it prefers."
    return " ".join(_describe_sanction(conflict, verdict, sanction) for sanction in verdict.sanctions)


_UNPUNISHED = {
    "R": "",
    "GMR": ", and no answer of the others takes the gain away",
    "SMR": ", and no answer of the others takes the gain away for good",
    "SEQ": ", and no answer in the others' own interest takes the gain away",
    "SSEQ": ", and no answer in the others' own interest takes the gain away for good",
}


def _describe_sanction(conflict: Conflict, verdict: Verdict, sanction: Sanction) -> str:
    who = conflict.decision_makers[verdict.decision_maker]
    may = "would have reason to" if verdict.concept in {"SEQ", "SSEQ"} else "could"
    here, answers = sanction.improvement, []
    for mover, there in sanction.sequence:
        answers.append(f"{conflict.decision_makers[mover]} {may} {describe_move(conflict, here, there)}")
        here = there
    lasting = ", whatever it does next" if verdict.concept in {"SMR", "SSEQ"} else ""
    return (
        f"If {who} decided to {describe_move(conflict, verdict.state, sanction.improvement)}, "
        f"{', and then '.join(answers)}, which leaves {who} no better off than before{lasting}."
    )
