"""`goodoffices review`: what people type, and what they see."""

from __future__ import annotations

import getpass
import io
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from goodoffices.cli.main import main
from goodoffices.cli.review_command import command, whoami
from goodoffices.cli.review_view import explained, passage, safe
from goodoffices.reports.report import Report, Span
from goodoffices.statements.acts import Act
from goodoffices.statements.evidence import cite
from goodoffices.statements.jsonl import finding_line
from goodoffices.statements.statement import Actor, Manner, Reading, Statement
from goodoffices.workspace.review import open_review
from goodoffices.workspace.review_queue import Filters, queue


@pytest.fixture
def typed(strait_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Typed:
    """Return what runs a review with keys typed in."""
    return Typed(strait_folder, monkeypatch, capsys)


class Typed:
    """A person at the keyboard."""

    def __init__(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.folder, self.monkeypatch, self.capsys = folder, monkeypatch, capsys
        self.code = 0

    def __call__(self, keys: str, *options: str) -> str:
        """Type some lines; return everything that is shown."""
        arguments = ["goodoffices", "review", str(self.folder), "--by", "Anna", *options]
        self.monkeypatch.setattr(sys, "argv", arguments)
        self.monkeypatch.setattr(sys, "stdin", io.StringIO(keys))
        self.code = 0
        try:
            main()
        except SystemExit as leave:
            self.code = int(leave.code or 0)
        shown = self.capsys.readouterr()
        return shown.out + shown.err


def test_a_finding_is_shown_with_its_words_and_what_was_made_of_it(typed: Typed) -> None:
    """The card has the passage with the words set off, and every part that is not empty."""
    shown = typed("s\ns\nq\n")
    assert "1 of 15 · s1 · strait · not reviewed" in shown
    assert "⟦Norvania proposed that the Harbour League" in shown
    assert "act       reject (“turned”)" in shown
    assert "answers   s1" in shown
    assert "15 findings stand: 0 decided on by a person, 15 that nobody has looked at" in shown


def test_accept_reject_and_undo_are_saved_at_once(typed: Typed) -> None:
    """Keys do what they say, and a later session goes on where the first stopped."""
    shown = typed("a\nr heard wrongly\ny\nu\nu\nu\nq\n")
    assert "Saved: s1 accepted" in shown
    assert "case.yaml rests on s2 in line" in shown
    assert "Taken back: the decision on s2" in shown
    assert "nothing was decided in this session" in shown
    again = typed("a\nq\n")
    assert "1 of 15 · s1" in again
    assert "2 of 15 · s2" in typed("")


def test_a_case_that_rests_on_a_finding_is_protected(typed: Typed) -> None:
    """Without a yes, a finding that the case cites is not rejected."""
    assert "Left as it was; nothing is saved." in typed("r\n\nq\n")
    assert not (typed.folder / "decisions.jsonl").exists()
    typed("r\ny\nnot said\nq\n")
    assert open_review(typed.folder).decisions[0].why == "not said"


def test_what_is_neither_yes_nor_no_is_asked_again(typed: Typed) -> None:
    """A reason typed too early does not count as a no in silence."""
    shown = typed("r\nhe never said it\nyes\n\nq\n")
    assert "'he never said it' is neither yes nor no; type y, or Enter for no" in shown
    assert "Saved: s1 rejected" in shown


@pytest.mark.parametrize("keys", ["e\n\n\nq\n", "e\n\nplan\n\n\n\n\nq\n", "r\nq\n", "n\nNorvania\nQ\n"])
def test_a_decision_can_be_left_halfway(keys: str, typed: Typed) -> None:
    """The letter q for a field, a reason or a yes leaves the finding as it was, and the review goes on."""
    shown = typed(f"{keys}s\nq\n")
    assert "Left as it was; nothing is saved." in shown
    assert "2 of 15" in shown
    assert not (typed.folder / "decisions.jsonl").exists()
    assert "q leaves the whole as it was" in typed("e\nq\nq\n")


def test_a_rejected_finding_is_passed_over_when_going_back(typed: Typed) -> None:
    """Going back to a rejected finding says so, and nothing but undo, skip and back is possible there."""
    shown = typed("r x\ny\nb\na\nb\ns\nq\n")
    assert "1 of 15 · s1: rejected" in shown
    assert "It was rejected; u takes that back" in shown


def test_an_edit_asks_field_by_field_and_helps_with_names(typed: Typed) -> None:
    """A name that nobody bears is asked again, and the change is shown before it is saved."""
    keys = "e\nNorvana\nSelmark\noffer\nyes\nKestria\n-\nNorvania proposed that\nmisread\nq\n"
    shown = typed(keys, "--act", "propose")
    assert "did you mean 'Norvania'?" in shown
    assert "who: Norvania → Selmark (“Norvania”)" in shown
    decision = open_review(typed.folder).decisions[0]
    assert decision.why == "misread"
    after = decision.after
    assert isinstance(after, Statement)
    assert (after.act, after.negated, after.actor.party) == (Act.OFFER, True, "selmark")
    assert (after.evidence.exact, after.cue.exact) == ("Norvania proposed that", "proposed")
    assert "edited by Anna: misread" in typed("b\nq\n", "--act", "offer")


def test_new_words_without_the_old_cue_ask_for_another(typed: Typed) -> None:
    """Where the words that showed the act are gone, the person says which ones show it now."""
    typed("e\n\n\n\n\n\nNorvania proposed that\nproposed that\n\nx\n", "--act", "propose")
    typed("e\n\n\n\n\n\nthe Harbour League, Kestria\nLeague\nx\n", "--act", "propose")
    assert open_review(typed.folder).reading.statements[0].cue.exact == "League"


def test_an_edit_without_a_change_is_refused(typed: Typed) -> None:
    """The message says what to do instead."""
    assert "would stay as it is" in typed("e\n\n\n\n\n\n\nq\n")


def test_every_kind_of_finding_can_be_edited_and_undone(typed: Typed) -> None:
    """Fields fit the kind, a bad answer is asked again, and the reading comes back as it was."""
    before = open_review(typed.folder).reading
    keys = {
        "r1": "e closer\nAldera\nlikes\nsupplies\nyes\nSelmark\nmost of Norvania's grain\nTomas\n-\n\n",
        "p1": "e\nTreaty of Nowhere\nAccord\n\n\n\nshorter\n",
        "o1": "e\n\ns77\ns1\ntroops\n\nof the plan\n",
        "d1": "e\nNorvania; Kestria\n\n\nonly these\n",
    }
    queued = [one for one in _order(typed) if one in keys]
    assert len(queued) == len(keys)
    answers = "".join(keys.get(id_, "s\n") for id_ in _order(typed))
    shown = typed(answers)
    assert "'likes' is no kind" in shown
    assert "relation: Kestria" in shown
    assert "no party is called 'Tomas'" in shown
    assert "name: 'Treaty of Nowhere' is not in report 'strait'" in shown
    assert "it belongs to 's77', which is no statement" in shown
    review = open_review(typed.folder)
    assert {one.finding: one.why for one in review.decisions} == {
        "r1": "closer",
        "p1": "shorter",
        "o1": "of the plan",
        "d1": "only these",
    }
    relation = next(one for one in review.reading.relations if one.id == "r1")
    assert (relation.source.party, str(relation.kind), relation.negated) == ("aldera", "supplies", True)
    assert relation.target is not None
    assert relation.means is not None
    assert (relation.target.party, relation.means.exact) == ("selmark", "most of Norvania’s grain")
    assert review.reading.precedents[0].name == "Accord"
    assert (review.reading.options[0].of, review.reading.options[0].issues) == ("s1", ("troops",))
    assert [one.party for one in review.reading.distances[0].parties] == ["norvania", "kestria"]
    for _ in keys:
        typed("", "--undo", "last")
    assert open_review(typed.folder).reading == before


def _order(typed: Typed) -> list[str]:
    """Return the findings in the order in which they are shown."""
    return queue(open_review(typed.folder), Filters())[0]


def test_a_finding_of_another_kind_can_be_missed_too(typed: Typed) -> None:
    """The kind follows the letter, and then the reason."""
    shown = typed(
        "n relation heard it myself\nhosted by Aldera\nAldera\nbrokers\n\n\n\n"
        "n distance\n\nn precedent\nhosted by Aldera\nTreaty\nhosted\n\n\nq\n"
    )
    assert "A relation in strait that was missed" in shown
    assert "name: 'Treaty' is not in report" in shown
    review = open_review(typed.folder)
    assert [(one.finding, one.why) for one in review.decisions] == [("r4", "heard it myself"), ("p2", "")]
    added = review.reading.relations[-1]
    assert (str(added.kind), added.source.party, added.target) == ("brokers", "aldera", None)


def test_a_file_of_decisions_edits_and_adds_every_kind(typed: Typed, tmp_path: Path) -> None:
    """The type says what is added; one that there is not is refused."""
    path = tmp_path / "d.csv"
    path.write_text(
        "id,verdict,type,kind,words,source,name\n"
        "r1,edit,,supplies,,,\n"
        ",add,relation,brokers,hosted by Aldera,Aldera,\n"
        "p1,edit,,,,,Accord\n",
        encoding="utf-8",
    )
    assert "1 add" in typed("", "--decide", str(path))
    reading = open_review(typed.folder).reading
    assert [str(one.kind) for one in reading.relations] == [
        "supplies",
        "has leverage over",
        "attacks",
        "brokers",
    ]
    assert reading.precedents[0].name == "Accord"
    path.write_text("id,verdict,type,words\n,add,rumour,hosted by Aldera\n", encoding="utf-8")
    assert "type 'rumour' is none; types are statement, relation" in typed("", "--decide", str(path))


def test_a_missed_statement_is_added(typed: Typed) -> None:
    """Each answer is checked at once; an empty first line leaves it."""
    typed("n\n\nn\nno such words\nhosted by Aldera\nhosted\nAldera\nconsult\n\n\nq\n")
    review = open_review(typed.folder)
    assert review.reading.statements[-1].cue.exact == "hosted"
    assert len(review.decisions) == 1


def test_an_added_statement_needs_an_actor(typed: Typed) -> None:
    """An empty actor is asked for again until it is given or the whole is left, and nothing is saved."""
    shown = typed("n\nhosted by Aldera\nno such\nhosted\n\n\n-\nq\n")
    assert shown.count("a new statement needs this; - leaves the whole of it") == 2
    assert "cue (which of these words show the act" in shown
    assert "'x0'" not in shown
    assert "Decisions made now: none." in shown


def test_the_help_lists_the_keys_in_lines() -> None:
    """The keys stand in lines of their own."""
    shown = CliRunner().invoke(command, ["--help"]).output
    assert "\n    a  accept         r  reject" in shown
    assert "\\b" not in shown


def test_why_tells_the_rule_the_definition_and_past_decisions(typed: Typed) -> None:
    """The history of a finding is told in order."""
    shown = typed("a sure\nb\nw\n?\n")
    assert "'propose' means:" in shown
    assert "Anna: s1 accepted: sure" in shown
    assert "  a  accept: it stands as it is" in shown
    assert "Found by a rule; nobody has decided on it." in typed("s\ns\nw\n", "--party", "Kestria")


def test_every_kind_of_finding_is_shown(typed: Typed) -> None:
    """Relations, precedents, options and distances can be reviewed as statements can."""
    shown = typed("s\n" * 15)
    for words in ("Kestria buys from Norvania", "so says", "Accord of Ost", "option ", "far apart"):
        assert words in shown
    assert "All of these have been reviewed" in typed("a\n" * 15 + "q\n") + typed("q\n")
    assert "Nothing to review" in typed("", "--unreviewed")


def test_a_models_proposal_says_so(typed: Typed, strait_reading: Reading) -> None:
    """It waits until a person takes it, and then tells which model it came from."""
    proposal = replace(strait_reading.statements[0], id="m1", act=Act.OFFER, rule="model tiny call 1")
    (typed.folder / "proposals.jsonl").write_text(finding_line(proposal) + "\n", encoding="utf-8")
    shown = typed("w\nq\n", "--from-model")
    assert "m1 · strait · proposed by a model, not reviewed" in shown
    assert "Found by model tiny call 1." in shown
    assert "1 proposal by a model waits" in shown


def test_decisions_come_from_a_file_all_or_none(typed: Typed, tmp_path: Path) -> None:
    """A bad line leaves everything as it was, and every bad line is listed."""
    path = tmp_path / "d.csv"
    path.write_text("id,verdict,why\ns1,accept,\ns99,accept,\ns2,maybe,\n", encoding="utf-8")
    shown = typed("", "--decide", str(path))
    assert typed.code == 2
    assert "nothing was decided, because of 2 lines" in shown
    assert "d.csv:4: verdict 'maybe' is none" in shown
    path.write_text("id,verdict,why\ns1,accept,\ns99,accept,\n", encoding="utf-8")
    assert "because of 1 line:" in typed("", "--decide", str(path))
    path.write_text("id,verdict,why\ns1,accept,\ns3,reject,not said\no1,reject,\n", encoding="utf-8")
    shown = typed("", "--decide", str(path), "--json")
    assert "case.yaml rests on s3 in lines" in shown
    counts = json.loads(shown[: shown.rindex("}") + 1])
    assert counts["made"] == {"accept": 1, "reject": 2}
    assert "2. " in typed("", "--log")
    assert json.loads(typed("", "--log", "--json").split("\n")[2])["why"] == "not said"
    assert "3 undo" in typed("", "--undo", "last")


def test_undo_takes_a_number(typed: Typed) -> None:
    """Anything else is refused."""
    assert "Nobody has decided" in typed("", "--log")
    assert "not 'first'" in typed("", "--undo", "first")
    assert typed.code == 2
    typed("a\n")
    assert "took back decision 1 on s1" in typed("", "--undo", "1") + typed("", "--log")


def test_reports_are_read_again_beside_decisions(typed: Typed) -> None:
    """A newer reading never touches what a person confirmed."""
    typed("a\n")
    shown = typed("", "--reread")
    assert "reread" in shown
    assert open_review(typed.folder).reading.statements[0].confirmed_by == "Anna"


def test_words_cannot_steer_the_terminal() -> None:
    """Escape sequences and direction marks are shown as dots; joiners of scripts stay."""
    assert safe("a\x1b[2J\u202eb\nc\u200dd") == "a⟦U+001B⟧[2J⟦U+202E⟧b c\u200dd"


def test_long_words_and_passages_are_cut(strait_report: Report) -> None:
    """A report without line breaks does not fill the screen."""
    text = "x" * 3000 + " Norvania said so " + "y" * 3000
    report = Report("r", text, passages=(Span(0, len(text)),))
    said = cite(report, 3010, 3017)
    whole = Statement("s1", Actor("Norvania"), Act.CLAIM, Manner.INDIRECT, said, said)
    assert len(passage(report, whole, marks=True).plain) < 900
    long = replace(whole, evidence=cite(report, 3000, 6000))
    assert len(passage(report, long, marks=False).plain) < 2100
    late = replace(long, cue=cite(report, 5000, 5010))
    assert passage(report, late, marks=True).plain.count("…") == 2
    assert explained(whole, [])[0] == "Found by rule ''."
    assert strait_report.id == "strait"


def test_without_a_login_name_somebody_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that does not know who is logged in is no reason to fail."""

    def unknown() -> str:
        raise KeyError("uid")

    monkeypatch.setattr(getpass, "getuser", unknown)
    assert whoami() == "somebody"


def test_on_a_terminal_what_is_typed_is_not_shown_twice(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Piped keys are echoed so that the output can be read; a terminal shows them itself."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    piped = typed("s\n", "--act", "claim")
    monkeypatch.setattr(io, "StringIO", Terminal)
    assert piped.count("? s\n") == typed("s\n", "--act", "claim").count("? s\n") + 1


def test_counts_alone_open_no_session(typed: Typed) -> None:
    """With --json nobody is asked anything."""
    assert json.loads(typed("a\n", "--json"))["unreviewed"] == 15


def test_counts_are_of_what_passes_the_filters(typed: Typed, strait_reading: Reading) -> None:
    """With --json a filter holds for findings, decisions, what was rejected, and proposals alike."""
    proposal = replace(strait_reading.statements[0], id="m1", act=Act.OFFER, rule="model tiny call 1")
    (typed.folder / "proposals.jsonl").write_text(finding_line(proposal) + "\n", encoding="utf-8")
    typed("a\nr no\ny\nq\n", "--act", "propose")
    counts = {
        options: json.loads(typed("", "--json", *options))
        for options in ((), ("--act", "propose"), ("--act", "reject"), ("--unreviewed",), ("--from-model",))
    }
    for options, figures in counts.items():
        there = queue(open_review(typed.folder), _filters(options))[0]
        assert figures["findings"] + figures["proposals"] == len(there), options
    assert counts[()]["decisions"] == counts["--act", "propose"]["decisions"] > 0
    assert counts["--act", "reject"]["decisions"] == counts["--unreviewed",]["decided"] == 0
    assert counts["--from-model",]["proposals"] == 1


def test_a_filter_that_names_nobody_stops_before_anything_is_done(typed: Typed, tmp_path: Path) -> None:
    """A slip in --party is told, and the file of decisions beside it is not taken."""
    table = tmp_path / "decisions.csv"
    table.write_text("id,verdict\ns1,accept\n", encoding="utf-8")
    assert "no party is called 'Norvana'" in typed("", "--decide", str(table), "--party", "Norvana", "--json")
    assert typed.code == 2
    assert not (typed.folder / "decisions.jsonl").exists()


def _filters(options: tuple[str, ...]) -> Filters:
    act = options[1] if "--act" in options else None
    return Filters(act=act, unreviewed="--unreviewed" in options, from_model="--from-model" in options)


def test_a_statement_that_no_case_rests_on_is_rejected_without_a_warning(typed: Typed) -> None:
    """Only a reason is asked for."""
    (typed.folder / "case.yaml").unlink()
    shown = typed("r\nnot said\n")
    assert "case.yaml" not in shown
    assert "Saved: s1 rejected" in shown


def test_undo_says_which_decisions_were_taken_back(typed: Typed, tmp_path: Path) -> None:
    """Decisions that were made together go together, and each is named with its number."""
    table = tmp_path / "decisions.csv"
    table.write_text("id,verdict\ns1,accept\ns3,accept\n", encoding="utf-8")
    typed("", "--decide", str(table))
    shown = typed("", "--undo", "2")
    assert "Taken back: decision 2 on s3.\nTaken back: decision 1 on s1.\n" in shown
