"""`goodoffices stability`: every question and every export, as typed on the command line."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from goodoffices.cli.main import main
from goodoffices.cli.stability_concepts import room
from goodoffices.models.graph.memory import LIMIT, Room
from goodoffices.workspace.catalogue import load_entry

ROOT = Path(__file__).parents[3]
CATALOGUE = ROOT / "catalogue"
CHICKEN, ELMIRA, DILEMMA = (CATALOGUE / name for name in ("rapoport1966", "hipel1993", "tucker1950"))
UKRAINE = ROOT / "examples" / "ukraine-2025-08"

WELL = """\
name: Well
decision_makers: [Herders, Farmers]
options:
  - {name: draw, owner: Herders}
  - {name: fence, owner: Farmers}
status_quo: NN
preferences:
  Herders: {ranking: [YN, ">>", NN, ">>", YY, NY]}
  Farmers: {ranking: [NN, YY, NY, YN]}
"""

CONVOY = """\
name: Convoy
decision_makers: [Agency, Militia]
states: [blocked, escorted, open]
moves:
  Agency: {blocked: escorted, escorted: blocked}
  Militia: {escorted: [open], blocked: open, open: blocked}
preferences:
  Agency: {ranking: [escorted, blocked, open]}
  Militia: {ranking: [open, blocked, escorted]}
"""

GMCR = {
    "useManualPreferenceRanking": False,
    "options": [{"name": "Share"}, {"name": "Sue", "permittedDirection": "fwd"}],
    "decisionMakers": [
        {"name": "Upper", "options": [0], "preferences": [[[1, "N"]], [[0, "N"]]]},
        {
            "name": "Lower",
            "options": [1],
            "preferences": [[[0, "Y"]]],
            "misperceptions": [[[0, "Y"], [1, "Y"]]],
        },
    ],
    "infeasibles": [],
}


class Session:
    """Types commands and keeps what they print; a class because each call needs both fixtures."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path
    ) -> None:
        """Start in a folder of its own."""
        self.monkeypatch, self.capsys, self.folder = monkeypatch, capsys, folder

    def type(self, *arguments: object) -> tuple[int, str, str]:
        """Return exit code, output and messages."""
        self.monkeypatch.setattr(sys, "argv", ["goodoffices", "stability", *map(str, arguments)])
        code = 0
        try:
            main()
        except SystemExit as leave:
            code = int(leave.code or 0)
        said = self.capsys.readouterr()
        return code, said.out, said.err

    def shown(self, *arguments: object) -> str:
        """Return the output of a command that works, its spaces made single."""
        code, out, err = self.type(*arguments)
        assert code == 0, err
        return re.sub(r"[\s│]+", " ", out)

    def record(self, *arguments: object) -> dict[str, Any]:
        """Return the JSON of a command that works."""
        code, out, err = self.type(*arguments, "--json")
        assert code == 0, err
        found: dict[str, Any] = json.loads(out)
        return found

    def refused(self, *arguments: object) -> str:
        """Return the message of a command that is refused."""
        code, _, err = self.type(*arguments)
        assert code == 2
        assert "Traceback" not in err
        return err

    def file(self, text: str, name: str = "conflict.yaml") -> Path:
        """Write a file and return its path."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Session:
    """A command line in a wide terminal."""
    monkeypatch.setenv("COLUMNS", "200")
    return Session(monkeypatch, capsys, tmp_path)


def test_the_json_holds_what_is_promised(cli: Session) -> None:
    """States, stable states, equilibria, coalitions and witnesses are there without being asked for."""
    record = cli.record(CHICKEN)
    assert record["states"] == ["NN", "YN", "NY", "YY"]
    assert record["stable"]["R"] == {"First driver": ["YN", "NY"], "Second driver": ["YN", "NY"]}
    assert record["equilibria"]["GMR"] == ["YN", "NY", "YY"]
    assert record["coalitions"]["equilibria"]["R"] == ["YN", "NY"]
    assert record["witnesses"]["GMR"]["First driver"]["YY"]["sanctions"][0]["improvement"] == "NY"
    assert record["options"][0] == {"name": "Swerve", "owner": "First driver", "direction": "both"}
    assert (record["name"], record["status_quo"], record["left_out"]) == ("Chicken", None, [])


def test_a_large_conflict_is_not_proven_unasked(cli: Session) -> None:
    """Beyond 128 states proofs and coalitions are left out of the JSON, which says how to get them."""
    options = "".join(f"  - {{name: o{n}, owner: A}}\n" for n in range(8))
    path = cli.file(
        f"name: n\ndecision_makers: [A, B]\noptions:\n{options}"
        "preferences: {A: {statements: [o1]}, B: {statements: [o2]}}\n"
    )
    record = cli.record(path, "--concept", "R", "--concept", "L1")
    assert record["equilibria"]["L1"] == record["equilibria"]["R"]
    assert record["left_out"] == ["coalitions: ask with --coalitions", "witnesses: ask with --witnesses"]
    asked = cli.record(path, "--concept", "R", "--witnesses", "--coalitions")
    assert asked["left_out"] == []
    assert len(asked["witnesses"]["R"]["A"]) == 256


def test_looking_ahead_is_one_more_concept(cli: Session) -> None:
    """L2 and NM stand beside the others in table and JSON, in any case of letters."""
    record = cli.record(DILEMMA, "--concept", "l2", "--concept", "NM", "--concept", "R")
    assert list(record["equilibria"]) == ["R", "L2", "NM"]
    assert record["equilibria"]["L2"] == ["NN", "YY"]
    assert record["witnesses"]["L2"].keys() == record["stable"]["L2"].keys()
    alone = cli.record(DILEMMA, "--concept", "L1")
    assert (list(alone["equilibria"]), alone["equilibria"]["L1"]) == (["L1"], record["equilibria"]["R"])
    assert alone["coalitions"] == {}
    assert "L1" in cli.shown(DILEMMA, "--concept", "L1", "--witnesses")


def test_looking_ahead_is_for_two(cli: Session) -> None:
    """With three parties the message says what to ask for instead."""
    assert "there are 3: use SEQ or GMR" in cli.refused(ELMIRA, "--concept", "L2")


def test_from_a_state_says_where_it_leads(cli: Session) -> None:
    """Elmira: one outcome is reached to everybody's gain, three only against somebody's interest."""
    record = cli.record(ELMIRA, "--from", "NYNNN")["from"]
    by_state = {row["state"]: row for row in record["targets"]}
    assert by_state["NYNNY"]["by_improvements"]["movers"] == [["Local government"]]
    assert by_state["YNYNY"]["by_improvements"]["moves"] is None
    assert by_state["YNYNY"]["by_moves"]["moves"] == 3
    assert by_state["NYNNN"]["holds_by"] == ["GMR", "SMR"]
    shown = cli.shown(ELMIRA, "--from", "NYNNN")
    assert "can be reached from NYNNN by steps that each serve whoever takes them: 1 of 4." in shown
    assert "2. Uniroyal: give up Delay and take Accept" in shown


def test_other_movers_are_named(cli: Session) -> None:
    """If others could bring it about as well, the line below the path says who."""
    both = WELL.replace("ranking: [NN, YY, NY, YN]", "ranking: [NN, YN, NY, YY]")
    path = cli.file(CONVOY.replace("escorted, blocked, open]", "open, escorted, blocked]"))
    assert "or by" not in cli.shown(cli.file(both, "both.yaml"), "--from", "NY")
    many = CONVOY.replace("Agency: {blocked: escorted,", "Agency: {blocked: [escorted, open],")
    path = cli.file(many.replace("escorted, blocked, open]", "open, escorted, blocked]"))
    assert "or by Militia" in cli.shown(path, "--from", "blocked")


def test_where_nothing_holds_there_is_nothing_to_reach(cli: Session) -> None:
    """Matching pennies has no outcome that holds by R."""
    assert "none to reach from" in cli.shown(CATALOGUE / "vonneumann1944", "--concept", "R", "--from", "YY")
    assert "0 of 4 outcomes hold" in cli.shown(CATALOGUE / "vonneumann1944", "--concept", "R")


def test_few_outcomes_are_reached_unless_all_are_asked_for(cli: Session) -> None:
    """Of many that hold twelve are followed in the table."""
    options = "".join(f"  - {{name: o{n}, owner: A}}\n" for n in range(4))
    path = cli.file(
        f"name: n\ndecision_makers: [A]\noptions:\n{options}preferences: {{A: {{statements: ['true']}}}}\n"
    )
    assert "The 12 that hold by most concepts are shown" in cli.shown(path, "--from", "NNNN")
    assert "are shown" not in cli.shown(path, "--from", "NNNN", "--all")


def test_the_inverse_question_is_counted(cli: Session) -> None:
    """Chicken: half of all rankings make YY hold by R, and one pair must change for each driver."""
    record = cli.record(CHICKEN, "--inverse", "YY")["inverse"]["concepts"]
    assert record["R"]["rankings"]["First driver"]["strict"] == 12
    assert record["R"]["changes"]["First driver"]["pairs"] == 1
    assert record["R"]["profiles"] == {"equilibria": 144, "profiles": 576}
    assert record["SEQ"]["profiles"] == {"equilibria": 193, "profiles": 576}
    assert record["R"]["nearest"] is None
    assert sum(record["SEQ"]["nearest"]["pairs"].values()) == 2
    shown = cli.shown(CHICKEN, "--inverse", "YY")
    assert "144 of 576 (25 %) combinations" in shown
    assert "1: no longer prefer NY" in shown


def test_what_is_too_large_to_count_says_why(cli: Session) -> None:
    """Garrison by SMR: the fewest changes are given, and the reason why rankings were not counted."""
    garrison = CATALOGUE / "hipel1980"
    shown = cli.shown(garrison, "--inverse", "NYNNYNNNY", "--concept", "SMR")
    assert "By SMR, not counted: the place of 22 states can matter" in shown
    assert (
        cli.record(garrison, "--inverse", "NYNNYNNNY", "--concept", "SMR")["inverse"]["concepts"]["SMR"][
            "rankings"
        ]
        is None
    )
    seq = cli.record(garrison, "--inverse", "NYNNYNNNY", "--concept", "SEQ")["inverse"]["concepts"]["SEQ"]
    assert seq["profiles"] is None
    assert "%" in cli.shown(garrison, "--inverse", "NYNNYNNNY", "--concept", "R")


def test_changes_that_save_one_another_are_told(cli: Session) -> None:
    """If A becomes willing to answer, B need change one pair less: the last line says so."""
    text = WELL.replace('[YN, ">>", NN, ">>", YY, NY]', "[NN, YN, NY, YY]").replace(
        "[NN, YY, NY, YN]", "[NN, YY, YN, NY]"
    )
    shown = cli.shown(cli.file(text), "--inverse", "NY", "--concept", "SEQ")
    assert "By SEQ, fewer changes do if they are made together: Herders 1, Farmers 1." in shown


def test_changes_that_undo_one_another_are_told(cli: Session) -> None:
    """If one who would have punished no longer wants to, changes do one by one and not together."""
    text = """\
name: Three
decision_makers: [A, B, C]
states: [p, q, r, s]
moves:
  A: {p: s, q: s}
  B: {p: [q, r], q: p, s: [p, q]}
  C: {p: [q, s], q: p, r: [q, s], s: p}
preferences:
  A: {ranking: [s, p, q, r]}
  B: {ranking: [q, r, s, p]}
  C: {ranking: [r, s, p, q]}
"""
    shown = cli.shown(cli.file(text), "--inverse", "p", "--concept", "SSEQ")
    assert "these changes do one by one, and not if all are made at once" in shown


def test_what_would_keep_everybody_is_told(cli: Session) -> None:
    """Chicken: YY holds by GMR; by SEQ each driver must want, be able to or fear something else."""
    record = cli.record(CHICKEN, "--attract", "YY")["attract"]["concepts"]
    assert record["GMR"]["needs"] == {}
    assert record["SEQ"]["needs"]["First driver"]["answers"]["NY"][0]["unwilling"] is True
    shown = cli.shown(CHICKEN, "--attract", "YY")
    assert "By GMR, SMR: it holds as things are." in shown
    assert "the ranking: NY no longer above YY (1 pair of states)" in shown
    assert (
        "to a decision to give up Swerve: Second driver: give up Swerve (against present interest)" in shown
    )
    assert "By R no answer of the others is reckoned with." in shown


def test_who_would_stay_is_told_as_in_a_sentence(cli: Session) -> None:
    """The last of several parties is joined by 'and'."""
    told = cli.shown(ELMIRA, "--attract", "YNYNN", "--concept", "R")
    assert "By R: Ministry of the Environment and Uniroyal would stay." in told


def test_a_move_that_nobody_could_punish_is_named(cli: Session) -> None:
    """From a crash nobody can be kept by any answer."""
    shown = cli.shown(CHICKEN, "--attract", "NN", "--concept", "SEQ")
    assert "the others become willing" not in shown
    text = """\
name: Five
decision_makers: [A, B]
states: [p, q, r, s, t]
moves:
  A: {p: s, q: t, r: [p, q], s: t, t: [r, s]}
  B: {p: [q, s, t], q: [r, s, t], r: [q, s], s: [q, t], t: [r, s]}
preferences:
  A: {values: {p: 0, q: 3, r: 2, s: 1, t: 4}}
  B: {values: {p: 3, q: 4, r: 0, s: 1, t: 2}}
"""
    assert "No answer of the others could deter a decision to go to q." in cli.shown(
        cli.file(text), "--attract", "s", "--concept", "SEQ"
    )


def test_reasons_are_given_in_words(cli: Session) -> None:
    """With --witnesses each outcome is followed by why each party stays."""
    shown = cli.shown(CHICKEN, "--witnesses")
    assert "YY holds by GMR, SMR. Why, by SMR:" in shown
    assert "If First driver decided to give up Swerve, Second driver could give up Swerve" in shown
    graph = cli.shown(cli.file(CONVOY), "--witnesses")
    assert "Nothing that Agency could change alone would be a gain." in graph
    deterred = CONVOY.replace("open, blocked, escorted]", "open, escorted, blocked]").replace(
        "Militia: {escorted: [open], blocked: open, open: blocked}", "Militia: {escorted: open}"
    )
    assert "If Agency went to escorted, the answer could be: Militia to open; Agency would be" in cli.shown(
        cli.file(deterred), "--witnesses"
    )


def test_unknown_comparisons_are_told_by_type(cli: Session) -> None:
    """An outcome that hangs on what is unknown names the types of party for whom it holds."""
    path = cli.file(WELL.replace("YY, NY]}", "YY, NY], unknown: [[YN, NN]]}"))
    assert cli.record(path)["unknown"]["equilibria"]["R"]["b"] == ["NN", "YY"]
    shown = cli.shown(path)
    assert "only b, d" in shown
    assert "Reckoned with the rankings as the file gives them" not in shown
    for question in (["--from", "NN"], ["--concept", "L1"], ["--coalitions"], ["--witnesses"]):
        assert "Reckoned with the rankings as the file gives them" in cli.shown(path, *question)
    assert "1 comparison unknown. 'yes': whatever the parties make of that" in shown


def test_strong_preferences_are_told(cli: Session) -> None:
    """A ranking with >> says how firmly an outcome holds."""
    path = cli.file(WELL)
    assert cli.record(path)["strength"]["equilibria"]["GMR"] == {"strong": ["NN", "YY"], "weak": []}
    shown = cli.shown(path)
    assert "'strong': whoever leaves can be made to end much worse off" in shown
    assert "The status quo, NN, holds by GMR, SMR, SEQ, SSEQ; --from NN shows" in shown


def test_a_status_quo_that_does_not_hold_is_told(cli: Session) -> None:
    """The line below the table says so even if the state is not in the table."""
    assert "The status quo, NN, does not hold by any of these concepts" in cli.shown(
        cli.file(WELL), "--concept", "R"
    )


def test_views_are_told(cli: Session) -> None:
    """Who sees another conflict judges by it, and the lines below say what it is wrong about."""
    path = cli.file(WELL + "perceived:\n  Farmers: {preferences: {Herders: {ranking: [YY, NY, YN, NN]}}}\n")
    assert cli.record(path)["hypergame"]["concepts"]["R"]["illusions"] == {"Herders": [], "Farmers": []}
    shown = cli.shown(path)
    assert "Holds, though Farmers would not expect it: NN" in shown
    blind = cli.file(WELL + 'perceived:\n  Farmers: {infeasible: ["YY"]}\n')
    assert "Expected to hold by Herders, though somebody would leave it: YY" in cli.shown(blind)


def test_coalitions_are_marked(cli: Session) -> None:
    """Elmira: what two can leave together is marked, and concepts without coalitions are refused."""
    shown = cli.shown(ELMIRA, "--coalitions")
    assert "'alone': nobody gains by leaving alone, but parties that leave together would." in shown
    assert "alone" in shown
    assert "SSEQ" not in shown
    assert "defined for R, GMR, SMR and SEQ" in cli.refused(ELMIRA, "--coalitions", "--concept", "SSEQ")


def test_a_case_is_spoken_of_by_number(cli: Session) -> None:
    """The options of a case are listed once with the names of its parties, and where each comes from."""
    shown = cli.shown(UKRAINE)
    assert "1. Russia: accept" in shown
    assert "Outcomes give the numbers of the options that are taken." in shown
    assert "(status quo)" in shown
    assert "Ukraine: not to accept “Guarantee by the permanent members" in shown
    assert "Left out: the guarantee in “Guarantee by the permanent members" in shown
    assert "Russia could give up " in cli.shown(UKRAINE, "--witnesses")
    record = cli.record(UKRAINE, "--concept", "R")
    assert record["derived"]["options"][0]["rule"]
    assert record["status_quo"] in record["states"]
    assert "take " in cli.shown(UKRAINE, "--from", record["status_quo"])


def test_a_numbered_move_gives_numbers(cli: Session) -> None:
    """With many options a move is told by what is taken and what is given up, merged states included."""
    options = "".join(f"  - {{name: o{n}, owner: A}}\n" for n in range(1, 8))
    preferences = "preferences: {A: {statements: [o2, not o1, not o3]}}\n"
    same = 'same: ["YNY----"]\n'
    path = cli.file(f"name: n\ndecision_makers: [A]\noptions:\n{options}{same}{preferences}")
    assert "A: give up 1 and take 2" in cli.shown(path, "--from", "YNNNNNN", "--concept", "R")
    assert "4 or not" in cli.shown(path, "--attract", "YNY----", "--concept", "R")


@pytest.mark.parametrize(
    ("ending", "held"),
    [
        (".graphml", "<graphml"),
        (".csv", "state,rank of First driver"),
        (".nfg", 'NFG 1 R "Chicken"'),
        (".efg", "EFG 2 R"),
        (".yaml", "name: Chicken"),
    ],
)
def test_a_conflict_is_written_for_other_programs(cli: Session, ending: str, held: str) -> None:
    """The ending of the file tells the format."""
    file = cli.folder / f"out{ending}"
    code, _, err = cli.type(CHICKEN, "--from", "NN", "--concept", "L2", "--export", file)
    assert (code, file.read_text(encoding="utf-8").startswith(("<?xml", held))) == (0, True)
    assert held in file.read_text(encoding="utf-8")
    assert f"Written: {file}" in err


def test_moves_go_to_a_second_table(cli: Session) -> None:
    """A spreadsheet gets states and moves apart."""
    cli.shown(CHICKEN, "--export", cli.folder / "out.csv")
    assert (cli.folder / "out-moves.csv").read_text(encoding="utf-8").startswith("from,to,mover,improves")


def test_who_moves_first_in_a_tree_can_be_chosen(cli: Session) -> None:
    """The tree begins with the named party at the status quo of the file, or at the state given."""
    file = cli.folder / "out.efg"
    cli.shown(cli.file(WELL), "--concept", "L1", "--first", "Farmers", "--export", file)
    assert '"Farmers to move at NN, 1 moves ahead"' in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--export", "out.gml"], "does not end in .graphml, .csv, .nfg, .efg or .yaml"),
        (["--export", "out.efg"], "needs a state where play begins: add --from STATE"),
        (["--export", "out.efg", "--from", "NN"], "add --concept L3 to look three moves ahead"),
        (
            ["--export", "out.efg", "--from", "NN", "--concept", "L2", "--first", "First drivr"],
            "--first: no party 'First drivr'; did you mean 'First driver'?",
        ),
        (["--concept", "NASH"], "'NASH' is no concept: give R (Nash), GMR, SMR, SEQ, SSEQ, NM"),
        (["--from", "YYY"], "--from: 'YYY' is not a pattern"),
        (["--inverse", "Y-"], "--inverse: 'Y-' names 2 states"),
        (["--first", "First driver"], "--first plays no part without an .efg file"),
        (["--first", "First driver", "--export", "o.csv"], "--first plays no part without an .efg file"),
        (["--inverse", "YY", "--coalitions"], "--coalitions asks which outcomes hold, and --inverse asks"),
        (["--attract", "YY", "--concept", "NM"], "--attract: takes R, GMR, SMR, SEQ and SSEQ"),
    ],
)
def test_what_cannot_be_answered_is_refused(cli: Session, arguments: list[str], message: str) -> None:
    """One message says what is wrong and what to give instead; nothing is written."""
    cli.monkeypatch.chdir(cli.folder)
    assert message in cli.refused(CHICKEN, *arguments)
    assert list(cli.folder.iterdir()) == []


def test_what_cannot_be_written_is_refused_before_anything_is_shown(cli: Session) -> None:
    """Nobody reads a whole table first to learn that the file was not written."""
    code, out, err = cli.type(CHICKEN, "--export", cli.folder / "out.efg")
    assert (code, out) == (2, "")
    assert "needs a state where play begins" in err


def test_a_folder_without_a_conflict_is_refused(cli: Session) -> None:
    """The message says what a folder must hold."""
    assert "neither a case (case.yaml) nor a conflict (conflict.yaml)" in cli.refused(cli.folder)


def test_a_table_of_positions_is_sent_to_the_other_command(cli: Session) -> None:
    """A table holds no conflict, and `agree` reads it."""
    assert "is a table, which holds no conflict; 'goodoffices agree" in cli.refused(
        cli.file("party", "p.csv")
    )


def test_a_place_that_cannot_be_written_to_is_refused(cli: Session) -> None:
    """Where a file stands in the way, one message names the place and the option."""
    blocked = cli.file("", "blocked") / "out.csv"
    assert "name another place with -o" in cli.refused(CHICKEN, "-o", blocked)


def test_what_is_no_game_in_strategic_form_says_why(cli: Session) -> None:
    """Merged states, and states without options, have no strategies to choose freely."""
    assert "'-NNY-' stands for several combinations" in cli.refused(ELMIRA, "--export", cli.folder / "o.nfg")
    assert "a strategic form needs options" in cli.refused(cli.file(CONVOY), "--export", cli.folder / "o.nfg")


def test_a_file_of_gmcr_answers_every_question_and_moves_over(cli: Session) -> None:
    """A `.gmcr` file is asked like any other, and written in our format it gives the same answers."""
    path = cli.file(json.dumps(GMCR), "well.gmcr")
    ours = cli.folder / "well.yaml"
    asked = ("--from", "NN", "--inverse", "YN", "--attract", "YN", "--coalitions", "--witnesses", "--all")
    there = cli.record(path, *asked, "--export", ours)
    assert there["hypergame"]["unseen"] == {"Upper": [], "Lower": ["YY"]}
    assert cli.record(ours, *asked) == there
    told = [one for one in asked if one != "--coalitions"]
    assert cli.shown(path, *told) == cli.shown(ours, *told)
    assert set(load_entry(ours).views) == {"Lower"}


def test_a_case_can_be_written_as_a_conflict(cli: Session) -> None:
    """The conflict of a case, written in our format, has the same stable states."""
    file = cli.folder / "case.yaml"
    there = cli.record(UKRAINE, "--concept", "SEQ", "--export", file)
    here = cli.record(file, "--concept", "SEQ")
    assert here["stable"] == there["stable"]
    assert here["status_quo"] == there["status_quo"]


HEAD = "name: n\ndecision_makers: [A]\noptions:\n  - {name: a, owner: A}\n  - {name: b, owner: A}\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (HEAD + "preferences: {A: {ranking: [YY, NN, YN]}}\n", "yaml:6:15: the ranking of 'A' misses"),
        (HEAD.replace(", owner: A}\n  - {name: b", "}\n  - {name: b"), "yaml:1:1: the key 'preferences'"),
        (
            HEAD.replace("{name: a, owner: A}", "{name: a}") + "preferences: {A: {statements: [b]}}\n",
            "yaml:4:5: option 'a' has no owner: name a decision maker",
        ),
        (
            HEAD.replace("name: b, owner: A", "name: a, owner: A, direction: on") + "preferences: {A: {}}\n",
            "yaml:5:5: option 'a' of 'A' is given twice, with direction 'both' and with 'on': keep one",
        ),
        (
            HEAD + 'infeasible: ["--"]\npreferences: {A: {statements: [b]}}\n',
            "yaml:6:1: no state is feasible: every combination of options is excluded, relax 'infeasible'",
        ),
        (
            HEAD + "infeasible: [YY]\nstatus_quo: YY\npreferences: {A: {statements: [b]}}\n",
            "yaml:7:1: the status quo: state 'YY' is not feasible",
        ),
        (
            HEAD + "infeasable: [YY]\npreferences: {A: {statements: [b]}}\n",
            "yaml:6:1: no key 'infeasable' is known here; did you mean 'infeasible'?",
        ),
        (
            "name: n\ndecision_makers: [A]\noptions:\n"
            + "".join(f"  - {{name: o{number}, owner: A}}\n" for number in range(60))
            + "preferences: {A: {statements: [o1]}}\n",
            "yaml:3:1: 60 options make 2^60 combinations",
        ),
    ],
)
def test_a_faulty_file_gets_one_message_with_its_place(cli: Session, text: str, message: str) -> None:
    """The command line says file, line and column, the bad value and the way out, and nothing else."""
    err = cli.refused(cli.file(text))
    assert message in err
    assert len(err.splitlines()) == 1


def test_what_the_machine_cannot_hold_is_refused(cli: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """A solver takes no more than the machine has, and says how much it would need."""
    monkeypatch.setattr(os, "sysconf", {"SC_PAGE_SIZE": 1, "SC_PHYS_PAGES": 100}.__getitem__)
    assert "need about 0.0 GB, more than the 0.0 GB allowed" in cli.refused(CHICKEN)
    monkeypatch.delattr(os, "sysconf")
    assert room(("R", "L3"), None) == Room(LIMIT, 1)


def test_more_memory_can_be_allowed(cli: Session) -> None:
    """What is refused for want of memory names the option that allows more, before anything is listed."""
    options = "".join(f"  - {{name: o{number}, owner: {'AB'[number % 2]}}}\n" for number in range(22))
    preferences = "preferences:\n  A: {statements: [o0]}\n  B: {statements: [o1]}\n"
    file = cli.file(f"name: n\ndecision_makers: [A, B]\noptions:\n{options}{preferences}")
    err = cli.refused(file, "--memory", "0.1")
    assert "yaml:3:1: 4,194,304 states and 2 decision makers need about 0.9 GB, more than the 0.1 GB" in err
    assert "or allow more (--memory on the command line, 'memory' in Python)" in err
    assert "ask for fewer concepts" in err
    assert "about 0.7 GB" in cli.refused(file, "--memory", "0.1", "--concept", "R")


def test_the_how_to_page_says_what_the_command_says(cli: Session) -> None:
    """The conflict on the page is answered as the page tells it, also with its second preferences."""
    page = (ROOT / "docs" / "how-to" / "ask-what-would-hold.md").read_text(encoding="utf-8")
    whole, other = (block.partition("```")[0] for block in page.split("```yaml\n")[1:])
    truce = cli.file(whole, "truce.yaml")
    record = cli.record(truce, "--from", "NN")
    assert [concept for concept, states in record["equilibria"].items() if "NN" in states] == [
        *("R", "GMR", "SMR", "SEQ", "SSEQ")
    ]
    assert [concept for concept, states in record["equilibria"].items() if "YY" in states] == [
        *("GMR", "SMR", "SEQ", "SSEQ")
    ]
    reached = {row["state"]: row["by_improvements"]["moves"] for row in record["from"]["targets"]}
    assert reached == {"NN": 0, "YY": None}
    assert record["coalitions"]["equilibria"]["R"] == []
    assert "alone" in cli.shown(truce, "--coalitions")
    unsure = cli.record(cli.file(whole[: whole.index("preferences")] + other))
    assert {"unknown", "strength"} <= set(unsure)
    assert "--json has it under strength" in cli.shown(cli.folder / "conflict.yaml")
    for typed in re.findall(r"^\$ goodoffices stability truce\.yaml ?(.*)$", page, flags=re.MULTILINE):
        cli.monkeypatch.chdir(cli.folder)
        assert cli.type(truce, *typed.partition(" >")[0].split())[0] == 0
