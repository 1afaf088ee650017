"""The checker finds what is wrong with a proof."""

from __future__ import annotations

import pytest

from goodoffices.models.graph.conflict import option_form
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.preferences import Ranking
from goodoffices.models.graph.replay import check_verdict
from goodoffices.models.graph.states import Option
from goodoffices.models.graph.witness import Sanction, Verdict

NN, YN, NY, YY = range(4)
A, B = range(2)
CHICKEN = option_form(
    name="Chicken",
    decision_makers=["A", "B"],
    options=[Option("Swerve", "A"), Option("Swerve", "B")],
    preferences={
        "A": Ranking((("NY",), ("YY",), ("YN",), ("NN",))),
        "B": Ranking((("YN",), ("YY",), ("NY",), ("NN",))),
    },
)


def stable(concept: str, state: int, *sanctions: Sanction) -> Verdict:
    """A claim that a state is stable for A."""
    return Verdict(concept, A, state, stable=True, sanctions=sanctions)


@pytest.mark.parametrize(
    ("verdict", "fault"),
    [
        (stable("GMR", YY), "the improvement to NY is not answered"),
        (stable("R", YY, Sanction(NY, ((B, NN),))), "Nash stability knows no answers"),
        (stable("GMR", NY, Sanction(YY, ())), "YY is no improvement"),
        (stable("GMR", YY, Sanction(NY, ((A, YY),))), "A may not move at NY"),
        (stable("GMR", YY, Sanction(NY, ((B, NN), (B, NY), (B, NN)))), "B may not move at NN"),
        (stable("GMR", YY, Sanction(NY, ((B, YN),))), "there is no move from NY to YN"),
        (stable("SEQ", YY, Sanction(NY, ((B, NN),))), "the move from NY to NN is no improvement"),
        (stable("GMR", YY, Sanction(NY, ())), "the answer that ends at NY does not deter"),
        (stable("SMR", NN, Sanction(YN, ((B, YY),))), "the answer that ends at YY does not deter"),
        (Verdict("GMR", A, NN, stable=False), "no improvement is named"),
        (Verdict("GMR", A, NY, stable=False, unpunished=YY), "no improvement is named"),
        (Verdict("GMR", A, YY, stable=False, unpunished=NY), "the others can answer by going on to NN"),
    ],
)
def test_a_false_proof_is_found(verdict: Verdict, fault: str) -> None:
    """Each way in which a proof can fail has its own sentence."""
    assert fault in check_verdict(CHICKEN, verdict)
    assert fault in check_verdict(CHICKEN.graph, verdict)


def test_a_true_proof_has_no_fault() -> None:
    """The crash deters the driver who would stop swerving; nothing deters swerving from a crash."""
    assert check_verdict(CHICKEN, stable("SMR", YY, Sanction(NY, ((B, NN),)))) == ()
    assert check_verdict(CHICKEN, Verdict("SEQ", A, NN, stable=False, unpunished=YN)) == ()
    assert check_verdict(CHICKEN, Verdict("R", A, NN, stable=False, unpunished=YN)) == ()


def test_one_more_move_can_make_up_for_an_answer() -> None:
    """An answer that takes the gain away does not deter by SMR if a further move brings it back."""
    graph = Graph(("A", "B"), ("s0", "s1"), (((1,), ()), ((), (0,))), ((0, 1), (0, 1)))
    claim = (Sanction(1, ((B, 0),)),)
    assert check_verdict(graph, Verdict("GMR", A, 0, stable=True, sanctions=claim)) == ()
    assert check_verdict(graph, Verdict("SMR", A, 0, stable=True, sanctions=claim)) == (
        "the answer that ends at s0 does not deter",
    )


@pytest.mark.parametrize("direction", ["on", "off"])
def test_directions_are_read_off_the_options(direction: str) -> None:
    """In option form a move against an option's direction is no move, whatever a list says."""
    options = [Option("a", "A", "on" if direction == "on" else "off")]
    away = Ranking((("N",), ("Y",)) if direction == "on" else (("Y",), ("N",)))
    conflict = option_form(name="t", decision_makers=["A"], options=options, preferences={"A": away})
    start, end = (1, 0) if direction == "on" else (0, 1)
    assert check_verdict(conflict, Verdict("R", A, start, stable=True)) == ()
    assert check_verdict(conflict, Verdict("R", A, start, stable=False, unpunished=end)) != ()
