"""Outcomes in plain language."""

from __future__ import annotations

from goodoffices.models.graph.conflict import Conflict, option_form
from goodoffices.models.graph.landscape import landscape
from goodoffices.models.graph.origins import Phrases, Words
from goodoffices.models.graph.preferences import Priorities
from goodoffices.models.graph.reading import PLAIN, describe_move, gathered, listed
from goodoffices.models.graph.states import Option
from goodoffices.models.graph.told import Told, tell

WORDS = Words(
    {"N": "The North"},
    {("N", "withdraw"): Phrases("would withdraw", "would stay", "withdraw", "come back")},
)


def truce() -> Conflict:
    """Return the conflict of a withdrawal and a disarmament, each of which the other side wants."""
    return option_form(
        name="Truce",
        decision_makers=["N", "S"],
        options=[Option("withdraw", "N"), Option("disarm", "S")],
        preferences={
            "N": Priorities(("disarm", "not withdraw")),
            "S": Priorities(("withdraw", "not disarm")),
        },
    )


def told(conflict: Conflict, state: str, start: str | None = None, words: Words = WORDS) -> Told:
    """Return what is told of a state."""
    found = landscape(conflict, start=start)
    spot = next(spot for spot in found.outcome.spots if spot.state == state)
    return tell(conflict, spot, found.witness, words)


def test_an_equilibrium_by_answers_says_who_would_answer() -> None:
    """The deal is kept since a breach would be answered by a breach, in the words given for the options."""
    said = told(truce(), "YY", "NN")
    assert said.does == ("The North would withdraw.", "S would take disarm.")
    assert said.stays[0] == (
        "If The North decided to come back, S would have reason to give up disarm, which leaves The North no "
        "better off than before, whatever The North did next."
    )
    assert said.reached == (
        "No sequence of improvements leads here from the status quo; The North and S could bring it about, "
        "but somebody would have to make a move without gaining by it."
    )


def test_an_equilibrium_without_improvements_says_so() -> None:
    """Nobody has a move to anything it prefers where neither gives anything."""
    said = told(truce(), "NN", "YY")
    assert said.stays == ("Nothing that The North or S could change alone would be a gain.",)
    assert said.reached == "From the status quo, 2 improvements lead here, by The North and S."


def test_the_status_quo_is_named() -> None:
    """It needs no path."""
    assert told(truce(), "NN", "NN").reached == "This is the status quo."


def test_without_a_status_quo_nothing_is_said_of_paths() -> None:
    """No paths were looked for."""
    assert told(truce(), "NN").reached == ""


def test_a_state_that_does_not_hold_has_no_reasons() -> None:
    """It only says who does what."""
    conflict = option_form(
        name="One",
        decision_makers=["A"],
        options=[Option("x", "A")],
        preferences={"A": Priorities(("x",))},
    )
    said = told(conflict, "N", "N")
    assert (said.does, said.stays) == (("A would leave x.",), ())


def test_what_cannot_be_reached_at_all_is_said() -> None:
    """An option that can only be given up is never taken again."""
    conflict = option_form(
        name="Bridge",
        decision_makers=["A"],
        options=[Option("bridge", "A", "off")],
        preferences={"A": Priorities(("bridge",))},
    )
    assert told(conflict, "Y", "N").reached == "No sequence of moves leads here from the status quo."


def test_indifference_is_told() -> None:
    """Who could change one option of its own without gain or loss is named, with each such change."""
    conflict = option_form(
        name="Two",
        decision_makers=["A", "B"],
        options=[Option("x", "A"), Option("y", "A"), Option("z", "B")],
        preferences={"A": Priorities(("true",)), "B": Priorities(("z",))},
    )
    assert told(conflict, "NNY", "NNY").even == ("A could as well take x or take y.",)


def test_many_answers_are_counted() -> None:
    """The first improvement is told with its answer, the others are counted."""
    conflict = option_form(
        name="Three",
        decision_makers=["A", "B"],
        options=[Option("x", "A"), Option("y", "A"), Option("z", "B")],
        preferences={
            "A": Priorities(("z", "x", "y")),
            "B": Priorities(("not x and not y", "z iff (not x and not y)")),
        },
    )
    said = told(conflict, "NNY", "NNY")
    assert said.stays[-1] == "2 further changes would be answered as well."


def test_merged_options_are_passed_over() -> None:
    """Where a state leaves an option open, nothing is said of it."""
    conflict = option_form(
        name="Merged",
        decision_makers=["A", "B"],
        options=[Option("x", "A"), Option("y", "B")],
        preferences={"A": Priorities(("x",)), "B": Priorities(("x",))},
        same=["Y-"],
    )
    assert told(conflict, "Y-", "Y-", PLAIN).does == ("A would take x.",)
    assert describe_move(conflict, conflict.states.index("NN"), conflict.states.index("Y-")) == "take x"


def test_phrases_are_gathered() -> None:
    """What phrases begin with is said once, with `or` after a denial."""
    assert gathered([]) == ""
    assert gathered(["accepts A"]) == "accepts A"
    assert gathered(["does not accept A", "does not go"]) == "does not accept A or go"
    assert gathered(["is not ready for A", "is ready for B"]) == "is not ready for A and ready for B"
    assert gathered(["goes", "goes"]) == "goes and goes"
    assert listed(["a", "b", "c"], "or") == "a, b or c"
