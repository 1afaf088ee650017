"""What `goodoffices stability` is asked about: a conflict from a file or a case, and how to speak of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from goodoffices.cli.arguments import tell_behind
from goodoffices.errors import ModelError

if TYPE_CHECKING:
    from goodoffices.models.graph.memory import Room
    from goodoffices.models.graph.origins import Derivation, Words
    from goodoffices.models.graph.states import Option
    from goodoffices.workspace.entry import Entry
    from goodoffices.workspace.state_names import Model

SPELT_OUT = 6
"""Options up to which each state spells out what is taken; more are numbered."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A conflict and how to speak of it.

    Attributes:
        entry: The conflict and what its file says of it.
        words: Names of parties and phrases of options where they differ from those in the conflict.
        derived: Where each part of a case's conflict comes from; None for other files.
    """

    entry: Entry
    words: Words
    derived: Derivation | None = None

    @property
    def model(self) -> Model:
        """The conflict."""
        return self.entry.model

    def name(self, who: str) -> str:
        """Return the name of a decision maker."""
        return self.words.name(who)

    @property
    def numbered(self) -> bool:
        """Whether options are spoken of by number, as there are many or they are called by long phrases."""
        return len(self.options) > SPELT_OUT or self.derived is not None

    @property
    def short(self) -> Words:
        """How to speak of options briefly: by number where they are numbered."""
        from goodoffices.models.graph.origins import Phrases, Words

        if not self.numbered:
            return self.words
        phrases = {
            (option.owner, option.name): Phrases(
                f"would take {number}", f"would leave {number}", f"take {number}", f"give up {number}"
            )
            for number, option in enumerate(self.options, start=1)
        }
        return Words(self.words.names, phrases)

    @property
    def options(self) -> tuple[Option, ...]:
        """The options, if there are any."""
        from goodoffices.models.graph.conflict import Conflict

        return self.model.options if isinstance(self.model, Conflict) else ()

    def state(self, label: str) -> str:
        """Say who does what in a state, a line for each decision maker; nothing if it has only a name."""
        lines = []
        for who in self.model.decision_makers:
            own = [
                (place, option.name, letter)
                for place, (option, letter) in enumerate(zip(self.options, label, strict=False), start=1)
                if option.owner == who
            ]
            if self.numbered:
                said = [f"{place}{' or not' * (letter == '-')}" for place, _, letter in own if letter != "N"]
            else:
                said = [_OPTION[letter].format(name) for _, name, letter in own]
            lines += [f"{self.name(who)}: {', '.join(said) or 'none'}"] if own else []
        return "\n".join(lines)

    def move(self, before: str, after: str) -> str:
        """Say what one does to go from a state to another."""
        from goodoffices.models.graph.conflict import Conflict
        from goodoffices.models.graph.reading import describe_move

        if not isinstance(self.model, Conflict):
            return f"go to {after}"
        here, there = self.model.states.index(before), self.model.states.index(after)
        return describe_move(self.model, here, there, self.short)


_OPTION = {"Y": "{}", "N": "not {}", "-": "{} or not"}


def open_subject(path: Path, room: Room) -> Subject:
    """Read a conflict file, a file of GMCR+, or a folder: of the catalogue, or a case.

    Args:
        path: The file or folder.
        room: What the conflict has to fit into.

    Raises:
        GoodofficesError: The file cannot be read or breaks a rule.
    """
    from goodoffices.models.graph.origins import Words
    from goodoffices.workspace.bundle import is_case_folder, open_folder

    if is_case_folder(path):
        from goodoffices.models.graph.from_case import derive
        from goodoffices.workspace.entry import Entry, Given

        bundle = open_folder(path)
        tell_behind(bundle)
        derived = derive(bundle.case)
        entry = Entry(derived.conflict.name, derived.conflict, Given({}), status_quo=derived.status_quo)
        return Subject(entry, derived.words, derived)
    if path.suffix.lower() == ".gmcr":
        from goodoffices.workspace.gmcr_import import load_gmcr_entry

        return Subject(load_gmcr_entry(path), Words())
    from goodoffices.workspace.catalogue import load_entry

    if path.suffix.lower() in {".csv", ".xlsx"}:
        raise ModelError(
            f"{path} is a table, which holds no conflict; 'goodoffices agree {path}' asks what it allows"
        )
    if path.is_dir() and not (path / "conflict.yaml").exists():
        raise ModelError(
            f"{path}: holds neither a case (case.yaml) nor a conflict (conflict.yaml): name another"
        )
    return Subject(load_entry(path, room=room), Words())
