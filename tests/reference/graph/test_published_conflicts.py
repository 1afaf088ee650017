"""Published conflicts and the results their sources print, as keyed in the catalogue."""

from __future__ import annotations

from pathlib import Path

import pytest

from goodoffices.models.graph.replay import check_verdict
from goodoffices.models.graph.stability import stability
from goodoffices.workspace.catalogue import load_conflict, load_entry

CATALOGUE = Path(__file__).parents[3] / "catalogue"
ENTRIES = sorted(path.name for path in CATALOGUE.iterdir() if (path / "conflict.yaml").is_file())


def test_the_catalogue_is_there() -> None:
    """The catalogue holds the entries that this file speaks of by name."""
    assert {"tucker1950", "rapoport1966", "fraser1984", "hipel1993"} <= set(ENTRIES)


@pytest.mark.parametrize("name", ENTRIES)
def test_published_equilibria(name: str) -> None:
    """Every printed set of equilibria comes out, no more and no fewer states."""
    entry = load_entry(CATALOGUE / name)
    table = stability(entry.conflict).outcome
    assert entry.published
    assert {concept: table.equilibria(concept) for concept in entry.published} == entry.published


@pytest.mark.parametrize("name", ENTRIES)
def test_proofs_replay(name: str) -> None:
    """Every verdict's proof holds when it is replayed on the options."""
    conflict = load_conflict(CATALOGUE / name)
    solution = stability(conflict)
    faults = [
        check_verdict(conflict, solution.witness.verdict(concept, who, state))
        for concept in solution.outcome.stable
        for who in conflict.decision_makers
        for state in conflict.states
    ]
    assert not any(faults)


def test_missile_crisis_without_answers() -> None:
    """In the missile crisis no state is a Nash equilibrium; only foresight makes a settlement hold.

    By hand from the preference vectors: the United States would leave all but NNYN, NYNN and YYNY, from
    each of which the Soviet Union would move.
    """
    table = stability(load_conflict(CATALOGUE / "fraser1984")).outcome
    assert table.stable_for("R", "United States") == ("NYNN", "NNYN", "YYNY")
    assert table.stable_for("R", "Soviet Union") == ("NNNN", "YNYN", "NYYN", "YYYN")
    assert table.equilibria("R") == ()


def test_missile_crisis_settlement() -> None:
    """Ending the blockade after a withdrawal is deterred: the Soviet Union would stop withdrawing."""
    conflict = load_conflict(CATALOGUE / "fraser1984")
    verdict = stability(conflict).witness.verdict("SEQ", "United States", "NYYN")
    ((improvement, sequence),) = [
        (conflict.states[sanction.improvement], sanction.sequence) for sanction in verdict.sanctions
    ]
    assert (improvement, [conflict.states[state] for _, state in sequence]) == ("NNYN", ["NNNN"])


def test_elmira_has_nine_states() -> None:
    """Abandonment counts as one state, whatever the other two parties do."""
    conflict = load_conflict(CATALOGUE / "hipel1993")
    assert len(conflict.states) == 9
    assert conflict.states[-1] == "-NNY-"
    assert conflict.graph.moves[1][-1] == ()
