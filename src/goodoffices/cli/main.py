"""The command `goodoffices` and the one place where errors become messages."""

from __future__ import annotations

import difflib
import importlib
import io
import os
import sys

import click

from goodoffices import __version__
from goodoffices.cli.words import shown
from goodoffices.errors import GoodofficesError

COMMANDS = {
    "brief": ("brief", "Read reports or a case folder and write the brief."),
    "read": ("read", "List who says or does what in reports, with the words that show it."),
    "search": ("search", "Find the passages of a corpus by their words."),
    "query": ("query", "Ask a corpus in SQL: who said what to whom, when."),
    "timeline": ("timeline", "Show positions per party and issue over time, and who moved."),
    "propose": ("propose", "Have a language model propose statements; nothing is sent unasked."),
    "draft": ("draft", "Turn reports into a case folder that an analyst can start from."),
    "review": ("review", "Go through what was found; accept, reject, edit, undo, and say why."),
    "evaluate": ("evaluate", "Measure the reader against what people found."),
    "export": ("export", "Write statements for brat, Label Studio, spreadsheets or spaCy."),
    "import": ("import", "Take over what coders changed in such a file, as decisions."),
    "agreement": ("agreement", "Say how far two coders agree, and list where they do not."),
    "check": ("check", "Check a case folder or a case file, and say what is wrong where."),
    "agree": ("agree", "Say what could be agreed; if nothing, which demands collide and what would help."),
    "stability": ("stability", "Say which outcomes of a conflict would hold (graph model)."),
    "guarantee": ("guarantee", "Say who can block the guarantees of a case and how likely they are kept."),
    "leverage": ("leverage", "Say who could move whom, with capacity and willingness apart."),
    "precedents": ("precedents", "Show guarantees given before, with what became of them."),
}
"""Each command with its module and its short help, so that `--help` loads none of them."""


READER_GONE = 141
"""Exit code when the program that read the output has gone away."""


class LazyGroup(click.Group):
    """A group that imports a command only when it is called.

    A class because click asks for one.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names of the commands, the main one first."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in COMMANDS:
            near = difflib.get_close_matches(cmd_name, COMMANDS, n=1)
            if near:
                ctx.fail(f"No such command '{cmd_name}'; did you mean '{near[0]}'?")
            return None
        module = importlib.import_module(f"goodoffices.cli.{COMMANDS[cmd_name][0]}_command")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="goodoffices")
def group() -> None:
    """Read reports of a peace process and compute what could be agreed, with the evidence under every answer.

    Start with: goodoffices brief REPORT
    """


def main() -> None:
    """Run the command line; exit code 2 and one message for bad input."""
    try:
        group(standalone_mode=False)
    except GoodofficesError as error:
        _fail(str(error))
    except click.exceptions.Exit as leave:
        sys.exit(leave.exit_code)
    except click.Abort:
        click.echo("Stopped.", err=True)
        sys.exit(130)
    except click.ClickException as error:
        said = io.StringIO()
        error.show(said)
        click.echo(shown(said.getvalue()), err=True, nl=False)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(READER_GONE)
    except SystemExit as leave:
        # The printer of tables ends the program by itself when nobody reads on, with another code.
        sys.exit(READER_GONE if isinstance(leave.__context__, BrokenPipeError) else leave.code)


def _fail(said: str) -> None:
    message = shown(said)
    click.echo(message if "\n" in message else f"Error: {message}", err=True)
    sys.exit(2)
