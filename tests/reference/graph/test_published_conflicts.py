"""Published conflicts and the results their sources print, as keyed in the catalogue."""

from __future__ import annotations

from collections.abc import Collection
from itertools import permutations, product
from pathlib import Path

import pytest

from goodoffices.models.graph.coalitions import coalition_stability
from goodoffices.models.graph.conflict import Conflict
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.horizons import limited_move, non_myopic
from goodoffices.models.graph.preferences import Ranking
from goodoffices.models.graph.replay import check_verdict
from goodoffices.models.graph.stability import StabilityTable, stability
from goodoffices.models.graph.strength import strength_of_preference
from goodoffices.models.graph.unknown import unknown_preferences
from goodoffices.workspace.catalogue import load_conflict, load_entry
from goodoffices.workspace.conflict_writer import conflict_text
from goodoffices.workspace.entry import Entry
from goodoffices.workspace.results import Results

CATALOGUE = Path(__file__).parents[3] / "catalogue"
ENTRIES = sorted(path.name for path in CATALOGUE.iterdir() if (path / "conflict.yaml").is_file())


def rank(conflict: Conflict, who: str, state: str) -> int:
    """How high a decision maker ranks a state."""
    return int(conflict.graph.ranks[conflict.decision_makers.index(who)][list(conflict.states).index(state)])


def reached(graph: Graph, movers: Collection[int], start: int) -> set[int]:
    """Where moves of some decision makers lead, in whatever order they come."""
    seen, to_do = {start}, [start]
    while to_do:
        state = to_do.pop()
        for mover in movers:
            for target in graph.moves[mover][state]:
                if target not in seen:
                    seen.add(int(target))
                    to_do.append(int(target))
    return seen - {start}


def assert_foreseen(results: Results, entry: Entry) -> None:
    """So does what is stated of foresight, of unknown comparisons and of strong preferences."""
    for concept, states in results.foresight.items():
        ahead = (
            non_myopic(entry.model)
            if concept == "NM"
            else limited_move(entry.model, int(concept.lstrip("L")))
        )
        assert ahead.outcome.equilibria() == states, concept
    doubts = unknown_preferences(entry.model, entry.unknown).outcome if results.unknown else None
    for type_, by_concept in results.unknown.items():
        for concept, states in by_concept.items():
            assert doubts is not None
            assert doubts.equilibria(concept, type_) == states, (type_, concept)
    strengths = strength_of_preference(entry.model, entry.much_better).outcome if results.strength else None
    for degree, by_concept in results.strength.items():
        for concept, states in by_concept.items():
            assert strengths is not None
            assert strengths.equilibria(concept)[degree] == states, (degree, concept)


def assert_holds(results: Results, conflict: Conflict, table: StabilityTable) -> None:
    """Every set of equilibria, verdict and step that an entry states comes out, no more and no fewer."""
    among = results.among or tuple(conflict.states)
    for concept, states in results.equilibria.items():
        found = tuple(state for state in table.equilibria(concept) if state in among)
        assert found == states, concept
    for concept, for_each in results.stable.items():
        for who, states in for_each.items():
            assert tuple(table.stable_for(concept, who)) == states, (concept, who)
    if results.coalitions:
        together = coalition_stability(conflict, concepts=tuple(results.coalitions)).outcome
        for concept, states in results.coalitions.items():
            assert together.equilibria(concept) == states, ("every coalition", concept)
    labels = list(conflict.states)
    for step in results.improvements:
        movers = [conflict.decision_makers.index(who) for who in step.by]
        assert labels.index(step.after) in reached(conflict.graph, movers, labels.index(step.before))
        for who in step.by:
            assert rank(conflict, who, step.after) > rank(conflict, who, step.before), (step, who)
            if len(step.by) > 1:
                alone = reached(
                    conflict.graph, [conflict.decision_makers.index(who)], labels.index(step.before)
                )
                assert labels.index(step.after) not in alone, "a coalition's step that one could take alone"


def test_the_catalogue_is_there() -> None:
    """There are fifteen conflicts or more, from several parts of the world; three are peace processes."""
    entries = [load_entry(CATALOGUE / name) for name in ENTRIES]
    kinds = [entry.about["kind"] for entry in entries]
    regions = {entry.about["region"] for entry in entries} - {"world"}
    assert len(ENTRIES) >= 15
    assert kinds.count("peace process") >= 3
    assert {"Africa", "Asia", "Europe", "Middle East", "North America"} <= regions


@pytest.mark.parametrize("name", ENTRIES)
def test_sources_are_complete(name: str) -> None:
    """Each entry says who published it, when and under what title, and what kind of conflict it is."""
    entry = load_entry(CATALOGUE / name)
    assert {"authors", "year", "title"} <= set(entry.source)
    assert 1700 < int(entry.source["year"]) < 2100
    assert entry.source["year"] in name
    assert set(entry.about) == {"region", "decade", "kind"}
    assert entry.note


@pytest.mark.parametrize("name", ENTRIES)
def test_published_results(name: str) -> None:
    """Everything that a source prints comes out."""
    entry = load_entry(CATALOGUE / name)
    assert not entry.published.empty
    assert_holds(entry.published, entry.conflict, stability(entry.conflict).outcome)
    assert_foreseen(entry.published, entry)


@pytest.mark.parametrize("name", ENTRIES)
def test_our_results(name: str) -> None:
    """What we computed and the source does not print stays as it is."""
    entry = load_entry(CATALOGUE / name)
    assert not entry.ours.doubtful
    assert_holds(entry.ours, entry.conflict, stability(entry.conflict).outcome)
    assert_foreseen(entry.ours, entry)


DOUBTED = """\
preferences:
  First driver: {ranking: [NY, YY, YN, ">>", NN], unknown: [[NN, YN]]}
  Second driver: {ranking: [YN, YY, NY, NN], unknown: [[NN, NY]]}
published:
  L2: []
  NM: [YY]
  unknown:
    a: {R: []}
    b: {R: [NN, YN, NY]}
  strength:
    strong: {GMR: [YN, NY]}
    weak: {GMR: [YY]}
"""


def test_results_of_foresight_doubt_and_strength_are_held_to(tmp_path: Path) -> None:
    """An entry may state them, they are compared with the solvers, and writing the entry keeps them."""
    chicken = (CATALOGUE / "rapoport1966" / "conflict.yaml").read_text(encoding="utf-8")
    file = tmp_path / "conflict.yaml"
    file.write_text(chicken.partition("preferences:")[0] + DOUBTED, encoding="utf-8")
    entry = load_entry(file)
    assert_foreseen(entry.published, entry)
    assert entry.published.unknown["b"] == {"R": ("NN", "YN", "NY")}
    assert not entry.published.empty
    file.write_text(conflict_text(entry), encoding="utf-8")
    assert load_entry(file).published == entry.published
    wrong = {
        "L2: []": "L2: [NN]",
        "b: {R: [NN, YN, NY]}": "b: {R: [YN]}",
        "weak: {GMR: [YY]}": "weak: {GMR: []}",
    }
    for old, new in wrong.items():
        file.write_text(chicken.partition("preferences:")[0] + DOUBTED.replace(old, new), encoding="utf-8")
        faulty = load_entry(file)
        with pytest.raises(AssertionError):
            assert_foreseen(faulty.published, faulty)


def test_doubtful_results_differ_from_ours() -> None:
    """A printed result that is called doubtful is not what the definitions give, which stands beside it."""
    seen = set()
    for name in ENTRIES:
        entry = load_entry(CATALOGUE / name)
        for concept, printed in entry.published.doubtful.items():
            assert printed != entry.ours.equilibria[concept], (name, concept)
            assert concept not in entry.published.equilibria
            seen.add((name, concept))
    assert seen == {
        ("hipel1980", "GMR"),
        ("hipel1980", "SMR"),
        ("jacobi2017", "SEQ"),
        ("jacobi2017irreversible", "SEQ"),
    }


def test_conflicts_said_to_be_a_known_game_are_it() -> None:
    """A conflict that its source calls a known game equals it up to the names of parties and options."""
    entries = {name: load_entry(CATALOGUE / name) for name in ENTRIES}
    games = {name: entry.published.game for name, entry in entries.items() if entry.published.game}
    for name, game in games.items():
        assert orders(entries[name].conflict) & orders(entries[game].conflict), name
    assert games == {
        "brams2001": "rapoport1966",
        "steven2003": "tucker1950",
        "wier2014": "tucker1950",
        "young2013": "tucker1950",
    }


def orders(conflict: Conflict) -> set[tuple[tuple[int, ...], ...]]:
    """The ranks of a two-by-two game in every order of its parties and of what each may do."""
    assert [option.owner for option in conflict.options] == list(conflict.decision_makers)
    ranks = [[int(value) for value in one] for one in conflict.graph.ranks]
    cell = {(state[0], state[1]): number for number, state in enumerate(conflict.states)}
    found: set[tuple[tuple[int, ...], ...]] = set()
    for first, second in product(("NY", "YN"), repeat=2):
        rows = [cell[a, b] for a in first for b in second]
        columns = [cell[a, b] for b in second for a in first]
        found.add((tuple(ranks[0][c] for c in rows), tuple(ranks[1][c] for c in rows)))
        found.add((tuple(ranks[1][c] for c in columns), tuple(ranks[0][c] for c in columns)))
    return found


def test_two_known_games_are_told_apart() -> None:
    """Chicken is not the prisoners' dilemma, whatever the names."""
    assert not orders(load_conflict(CATALOGUE / "rapoport1966")) & orders(
        load_conflict(CATALOGUE / "tucker1950")
    )


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


def test_missile_crisis_settlement() -> None:
    """Ending the blockade after a withdrawal is deterred: the Soviet Union would stop withdrawing."""
    conflict = load_conflict(CATALOGUE / "fraser1984")
    verdict = stability(conflict).witness.verdict("SEQ", "United States", "NYYN")
    ((improvement, sequence),) = [
        (conflict.states[sanction.improvement], sanction.sequence) for sanction in verdict.sanctions
    ]
    assert (improvement, [conflict.states[state] for _, state in sequence]) == ("NNYN", ["NNNN"])


def test_elmira_has_nine_states() -> None:
    """Abandonment counts as one state, whatever the other two parties do, and nobody leaves it."""
    conflict = load_conflict(CATALOGUE / "hipel1993")
    assert len(conflict.states) == 9
    assert conflict.states[-1] == "-NNY-"
    assert not list(conflict.graph.moves[1][len(conflict.states) - 1])


def test_elmira_comes_out_alike_with_one_or_four_states_for_abandonment() -> None:
    """Whether the ways to abandon the plant are one state or four, the other equilibria are the same."""
    nine, twelve = (
        stability(load_conflict(CATALOGUE / name)).outcome for name in ("hipel1993", "kinsara2014")
    )
    for concept in nine.stable:
        merged, apart = (
            {state for state in table.equilibria(concept) if state[3] == "N"} for table in (nine, twelve)
        )
        assert merged == apart


def test_garrison_results_printed_for_gmr_count_one_move_by_one_opponent_only() -> None:
    """The printed GMR equilibria come out if only single moves punish; legal sequences find three more.

    Printed: A Simple Guide to GMCR+ (Kinsara 2014), Figure 28, and the results kept with the program.
    """
    entry = load_entry(CATALOGUE / "hipel1980")
    graph, labels = entry.conflict.graph, tuple(entry.conflict.states)
    parties = range(len(graph.decision_makers))

    def deterred(who: int, here: int) -> bool:
        rank = graph.ranks[who]
        gains = [there for there in graph.moves[who][here] if rank[there] > rank[here]]
        answers = [
            {end for other in parties if other != who for end in graph.moves[other][there]} for there in gains
        ]
        return all(any(rank[end] <= rank[here] for end in ends) for ends in answers)

    single = {labels[here] for here in range(len(labels)) if all(deterred(who, here) for who in parties)}
    assert single == set(entry.published.doubtful["GMR"])
    assert set(entry.ours.equilibria["GMR"]) - single == {"NYNYNYNNN", "NNYNYYNNN", "NNYNNNYNN"}


def test_garrison_needs_an_opponent_who_moves_twice() -> None:
    """What holds the Canadian opposition to NNYNYYNNN takes two moves of US Support and one in between."""
    conflict = load_conflict(CATALOGUE / "hipel1980")
    verdict = stability(conflict).witness.verdict("GMR", "Canadian Opposition", "NNYNYYNNN")
    (sanction,) = verdict.sanctions
    assert [conflict.decision_makers[mover] for mover, _ in sanction.sequence] == [
        "US Support",
        "US Opposition",
        "US Support",
    ]


def test_rankings_of_syria_that_make_a_release_of_water_hold() -> None:
    """Of Syria's 720 strict rankings 240 make YNN hold by R, as printed, and 384 by SEQ, printed as 420."""
    conflict = load_conflict(CATALOGUE / "hipel2014")
    graph, released = conflict.graph, list(conflict.states).index("YNN")
    counts = {"R": 0, "SEQ": 0}
    for order in permutations(conflict.states):
        ranks = Ranking(tuple((state,) for state in order)).ranks(conflict.space, "Syria")
        table = stability(
            Graph(graph.decision_makers, graph.states, graph.moves, (ranks, graph.ranks[1])),
            concepts=tuple(counts),
        ).outcome
        for concept in counts:
            counts[concept] += bool(table.stable[concept][:, released].all())
    assert counts == {"R": 240, "SEQ": 384}


def test_korea_conventional_war_is_held_only_by_moves_at_once() -> None:
    """From an invasion both would gain by leaving, and both would lose if they left at once."""
    conflict = load_conflict(CATALOGUE / "jacobi2017")
    war, struck, withdrawn, both = "NNYN", "YNYN", "NNNN", "YNNN"
    assert rank(conflict, "United States", struck) > rank(conflict, "United States", war)
    assert rank(conflict, "North Korea", withdrawn) > rank(conflict, "North Korea", war)
    for who in conflict.decision_makers:
        assert rank(conflict, who, both) < rank(conflict, who, war)
        assert war not in stability(conflict).outcome.stable_for("SEQ", who)
