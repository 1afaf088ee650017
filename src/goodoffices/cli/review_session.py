"""One finding after the other, put before a person who decides: accept, reject, edit, undo, why."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import click

from goodoffices.cli.review_answers import LeftAsItWas, StopReview, agreed, answer, field, why
from goodoffices.cli.review_view import DONE, changed, explained, passage, rows, safe
from goodoffices.errors import CaseError, GoodofficesError
from goodoffices.statements.amend import amend, new_finding
from goodoffices.statements.coded import encode, evidence_of
from goodoffices.statements.decisions import Finding, standing
from goodoffices.statements.forms import FORMS, Form, form_of
from goodoffices.statements.statement import Statement
from goodoffices.workspace.review import Review, Step, citations, present, save_steps
from goodoffices.workspace.review_again import take_back
from goodoffices.workspace.review_steps import accept, add, check_references, edit, named, reject

KEYS = (
    ("a", "accept", "it stands as it is"),
    ("r", "reject", "it is none; a reason may follow the letter"),
    ("e", "edit", "change who, act, target, name or words"),
    ("u", "undo", "take back the last decision"),
    ("w", "why", "who or what found it, and what was decided so far"),
    ("n", "new", "add a statement that was missed in this report; n relation, n precedent, … another thing"),
    ("s", "skip", "leave it for later"),
    ("b", "back", "go to the one before"),
    ("q", "quit", "stop; everything is saved"),
)
SHORT = 70
"""Most characters of words that are shown in a question."""

MEANT = {"cue": " (which of these words show the act, such as 'ruled out'; Enter for all of them)"}
"""What is asked for, where its name does not say it."""


@dataclass(slots=True)
class Session:
    """A review in progress; it changes as the person decides, so it is not frozen.

    Attributes:
        review: The review as it was saved last.
        queue: Ids of the findings to show, in order.
        by: Who decides.
        now: Tells the time.
        at: Place in the queue.
        first: How many decisions there were when the session began.
    """

    review: Review
    queue: list[str]
    by: str
    now: Callable[[], dt.datetime]
    at: int = 0
    first: int = 0

    def run(self) -> None:
        """Show findings until the queue or the person's patience ends."""
        try:
            while self.at < len(self.queue):
                self._show()
                while not self._decide():
                    pass
        except StopReview:
            click.echo()

    def _show(self) -> None:
        from rich.console import Console
        from rich.padding import Padding
        from rich.table import Table
        from rich.text import Text

        console = Console(highlight=False)
        finding = self._finding()
        if finding is None:
            console.print(f"\n{self._place()}: rejected", markup=False)
            return
        report = self.review.reports[finding.evidence.report]
        console.print()
        console.rule(f"[bold]{self._place()}[/bold] · {report.id} · {self._state()}", align="left")
        console.print(Padding(passage(report, finding, marks=not sys.stdout.isatty()), (0, 2)))
        console.print()
        table = Table.grid(padding=(0, 2))
        for name, value in rows(finding):
            if value:
                table.add_row(Text(f"  {name}"), Text(safe(value)))
        console.print(table)

    def _decide(self) -> bool:
        """Ask once; tell whether the next finding, or this one anew, is to be shown."""
        letters = " ".join(f"[{key}]{name[1:]}" if name[0] == key else name for key, name, _ in KEYS)
        said = answer(f"{letters} ?")
        key, _, reason = said.strip().partition(" ")
        if not self._known(key.lower()):
            for letter, name, meaning in KEYS:
                click.echo(f"  {letter}  {name}: {meaning}")
            return False
        if key.lower() not in {"n", "u", "s", "b", "q"} and self._finding() is None:
            click.echo("  It was rejected; u takes that back, if nothing was decided since.")
            return False
        try:
            self._act(key.lower(), reason.strip())
        except GoodofficesError as error:
            click.echo(f"  {safe(str(error))}")
            return False
        except LeftAsItWas:
            click.echo("  Left as it was; nothing is saved.")
            return False
        return key.lower() != "w"

    @staticmethod
    def _known(key: str) -> bool:
        return key in {letter for letter, _, _ in KEYS}

    def _act(self, key: str, reason: str) -> None:
        id_ = self.queue[self.at]
        match key:
            case "a":
                self._save(accept(self.review, id_, self.by), reason)
            case "r":
                self._reject(id_, reason)
            case "e":
                self._edit(id_, reason)
            case "n":
                self._new(reason)
            case "u":
                self._undo(reason)
            case "w":
                finding = self._finding()
                for line in explained(finding, self.review.decisions) if finding else ():
                    click.echo(f"  {safe(line)}")
            case "s":
                self.at += 1
            case "b":
                self.at = max(self.at - 1, 0)
            case _:
                raise StopReview

    def _reject(self, id_: str, given: str) -> None:
        lines = citations(self.review.folder, id_)
        if lines:
            places = f"line{'s' if len(lines) > 1 else ''} {', '.join(map(str, lines))}"
            click.echo(
                f"  case.yaml rests on {id_} in {places}; 'goodoffices check' will refuse the case until you "
                "take it out there."
            )
            agreed("  Reject it all the same?")
        self._save(reject(self.review, id_), why(given))

    def _edit(self, id_: str, given: str) -> None:
        finding = named(self.review, id_)
        changes = self._changes(finding)
        step = edit(self.review, id_, changes, self.by)
        for line in changed(finding, step.after or finding):
            click.echo(f"  {line}")
        self._save(step, why(given))

    def _changes(self, finding: Finding) -> Mapping[str, str]:
        """Ask for each field until what is said is possible; Enter leaves it as it is."""
        click.echo(
            "  Enter leaves a field as it is, - takes out what may be missing, q leaves the whole as it was. "
            "Copy words as they stand."
        )
        changes: dict[str, str] = {}
        report = self.review.reports[finding.evidence.report]
        for name in form_of(finding).asked:
            while said := field(f"  {name} [{_now(finding, name)}]:"):
                tried = changes | {name: said}
                if name == "words" and isinstance(finding, Statement) and finding.cue.exact not in said:
                    tried["cue"] = field("  which of these words show the act?") or said
                try:
                    made = amend(finding, report, tried, self.review.parties)
                    check_references(self.review, made, finding)
                except GoodofficesError as error:
                    click.echo(f"    {safe(str(error))}")
                    continue
                changes = tried
                break
        return changes

    def _new(self, reason: str) -> None:
        first, _, rest = reason.partition(" ")
        form = FORMS.get(first.lower(), FORMS["statement"])
        reason = rest if first.lower() in FORMS else reason
        finding = self._finding()
        report = finding.evidence.report if finding else next(iter(self.review.reports))
        missed = f"{form.called[0].upper()}{form.called[1:]}"
        click.echo(f"  {missed} in {report} that was missed; Enter on the first line, or q, to leave it.")
        given: dict[str, str] = {}
        for name in form.new:
            said = self._said(form, name, report, given)
            if not said and name in form.required:
                return
            given |= {name: said} if said else {}
        self._save(add(self.review, report, given, self.by, form.kind), reason, stay=True)

    def _said(self, form: Form, name: str, report: str, given: Mapping[str, str]) -> str:
        """Ask for a field of a new finding until what is said is possible; nothing where it is left out."""
        while True:
            said = field(f"  {name}{MEANT.get(name, '')}:")
            needed = name in form.required
            if needed and not said and name != form.new[0]:
                click.echo(f"    a new {form.kind} needs this; - leaves the whole of it")
            elif not said or (needed and said == "-"):
                return ""
            else:
                try:
                    self._try(form, report, {**given, name: said})
                except GoodofficesError as error:
                    click.echo(f"    {safe(str(error))}")
                else:
                    return said

    def _try(self, form: Form, report: str, given: Mapping[str, str]) -> None:
        """Check what was said so far, with stand-ins for what was not asked yet."""
        words = given["words"]
        some = {"actor": "new: somebody", "act": "claim", "source": "new: somebody", "kind": "supports"}
        stand_ins = {name: some.get(name, words) for name in form.required} | dict(given)
        made = new_finding(form.kind, "new", self.review.reports[report], stand_ins, self.review.parties)
        check_references(self.review, made, None)

    def _undo(self, reason: str) -> None:
        stand = standing(self.review.decisions)
        if not stand or stand[-1].number <= self.first:
            raise CaseError("nothing was decided in this session; --undo NUMBER takes back earlier decisions")
        self.review = take_back(self.review, None, by=self.by, when=self.now(), why=reason)
        id_ = self.review.decisions[-1].finding
        click.echo(f"  Taken back: the decision on {id_}.")
        self.at = self.queue.index(id_) if id_ in self.queue else max(self.at - 1, 0)

    def _save(self, step: Step, reason: str, *, stay: bool = False) -> None:
        steps = [replace(step, why=reason)]
        self.review = save_steps(self.review, steps, by=self.by, when=self.now())
        done = self.review.decisions[-1]
        click.echo(f"  Saved: {done.finding} {DONE[done.verdict]}.")
        self.at += not stay

    def _finding(self) -> Finding | None:
        return present(self.review, self.queue[self.at])

    def _place(self) -> str:
        return f"{self.at + 1} of {len(self.queue)} · {self.queue[self.at]}"

    def _state(self) -> str:
        last = self.review.done().get(self.queue[self.at])
        if last is not None:
            return f"{DONE[last.verdict]} by {safe(last.by)}" + (f": {safe(last.why)}" if last.why else "")
        if self.queue[self.at] in {one.id for one in self.review.proposals}:
            return "proposed by a model, not reviewed"
        return "not reviewed"


def _now(finding: Finding, name: str) -> str:
    coded = encode(finding)
    if name in coded.form.parts:
        words = " / ".join(safe(one.exact) for one in evidence_of(finding, name)) or "none"
        return words if len(words) <= SHORT else words[: SHORT - 1] + "…"
    if name in coded.form.who:
        known = [coded.values[f"{name}{ending}"] for ending in ("_name", "_person", "")]
        return next((one for one in known if one), "nobody")
    return coded.values[name] or "no"
