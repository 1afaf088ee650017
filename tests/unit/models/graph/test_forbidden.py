"""Moves that options would allow and that cannot be made."""

from __future__ import annotations

import pytest

from goodoffices.errors import ConditionError, ModelError
from goodoffices.models.graph.conflict import forbid, option_form
from goodoffices.models.graph.forbidden import Forbidden
from goodoffices.models.graph.option_moves import OptionMoves
from goodoffices.models.graph.preferences import Priorities, Ranking
from goodoffices.models.graph.replay import check_verdict
from goodoffices.models.graph.stability import CONCEPTS, stability
from goodoffices.models.graph.states import Option
from goodoffices.models.graph.witness import Verdict

SIEGE = option_form(
    name="Siege",
    decision_makers=["Town", "Army"],
    options=[Option("open", "Town"), Option("feed", "Town"), Option("storm", "Army")],
    preferences={
        "Town": Ranking((("YYN",), ("NYN",), ("NNN",), ("YNN",), ("NYY", "NNY", "YYY", "YNY"))),
        "Army": Priorities(("open", "storm")),
    },
)
NNN, YNN, NYN, YYN = (SIEGE.space.find(pattern) for pattern in ("NNN", "YNN", "NYN", "YYN"))


def test_only_the_named_moves_are_gone() -> None:
    """Who may not open while it has nothing to eat can feed itself, and then open."""
    bound = forbid(SIEGE, Forbidden("not feed", "open"))
    assert bound.graph.moves_of(0, NNN) == (NYN,)
    assert bound.graph.moves_of(0, NYN) == (NNN, YNN, YYN)
    assert bound.graph.moves_of(1, NNN) == SIEGE.graph.moves_of(1, NNN)
    assert bound.forbidden == (Forbidden("not feed", "open"),)


def test_a_rule_may_speak_of_one_mover() -> None:
    """The army's moves stay as they are, and worked out from options."""
    bound = forbid(SIEGE, Forbidden("N--", "Y--", "Town"), Forbidden("--N", "--Y", "Town"))
    assert bound.graph.moves[1] is SIEGE.graph.moves[1]
    assert bound.graph.moves_of(0, NNN) == (NYN,)
    assert len(bound.forbidden) == 2


def test_a_rule_that_bars_nothing_changes_nothing() -> None:
    """Where no move goes from the one kind of state to the other, none is taken out."""
    assert isinstance(forbid(SIEGE, Forbidden("--Y", "--N", "Town")).graph.moves[0], OptionMoves)


def test_rules_add_up() -> None:
    """Forbidding more keeps what was forbidden before."""
    twice = forbid(forbid(SIEGE, Forbidden("NNN", "YNN")), Forbidden("NNN", "NYN"))
    assert twice.graph.moves_of(0, NNN) == (YYN,)
    assert twice.forbidden == (Forbidden("NNN", "YNN"), Forbidden("NNN", "NYN"))


def test_two_moves_of_ones_own_do_not_make_one() -> None:
    """With the direct move to its best state forbidden, the town cannot go there in two steps at once."""
    bound = forbid(SIEGE, Forbidden("NNN", "-Y-"))
    assert bound.graph.moves_of(0, NNN) == (YNN,)
    assert "NNN" not in stability(SIEGE).outcome.stable_for("R", "Town")
    assert "NNN" in stability(bound).outcome.stable_for("R", "Town")


def test_the_checker_reads_the_rules_itself() -> None:
    """Each proof replays, and a forbidden move is none to the checker."""
    bound = forbid(SIEGE, Forbidden("NNN", "-Y-"), Forbidden("open", "storm", "Army"))
    solution = stability(bound)
    for concept in CONCEPTS:
        for who in bound.decision_makers:
            for state in bound.states:
                assert check_verdict(bound, solution.witness.verdict(concept, who, state)) == ()
    claim = Verdict("R", 0, NNN, stable=False, unpunished=YYN)
    assert check_verdict(SIEGE, claim) == ()
    assert check_verdict(bound, claim) == ("no improvement is named",)


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        (
            Forbidden("---", "---", "Crowd"),
            "forbidden to 'Crowd', who is no decision maker: there are 'Town'",
        ),
        (Forbidden("YY", "---"), "'YY' is not a pattern"),
    ],
)
def test_a_rule_that_fits_nobody_is_refused(rule: Forbidden, message: str) -> None:
    """The message names the mover or the pattern."""
    with pytest.raises(ModelError, match=message):
        forbid(SIEGE, rule)


def test_a_rule_must_name_options() -> None:
    """The condition language says which option was probably meant."""
    with pytest.raises(ConditionError, match="did you mean 'storm'"):
        forbid(SIEGE, Forbidden("strom", "feed"))


def test_too_many_moves_are_not_listed() -> None:
    """The message says how many there would be."""
    vast = option_form(
        name="vast",
        decision_makers=["A"],
        options=[Option(f"o{k}", "A") for k in range(13)],
        preferences={"A": Priorities(("o1",))},
    )
    with pytest.raises(ModelError, match="8,192 combinations with 67,108,864 pairs to move between"):
        forbid(vast, Forbidden("o1", "not o1"))
