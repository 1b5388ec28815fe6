"""`kkr-desk` itself: the options before the command's name, and the commands, loaded when they are named."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

import click

from kkr_desk import __version__
from kkr_desk.cli.invocation import shared_options
from kkr_desk.cli.words import give_words
from kkr_desk.sentences import COMMAND, Language, say

COMMANDS = {
    "build": "building",
    "import": "arriving",
    "list": "reading",
    "show": "reading",
    "search": "searching",
    "attach": "attaching",
    "attach-folder": "attaching",
    "export": "exporting",
    "accessibility": "assessing",
    "check-publication": "publishing",
    "inspect": "inspecting",
    "verify": "checking",
    "undo": "undoing",
    "redo": "undoing",
    "check": "checking",
    "backup": "checking",
    "save-meeting": "exchanging",
    "open-meeting": "exchanging",
}
"""Every command, in the order of the help, with the module of this package that holds it as `<name>_command`."""


class Root(click.Group):
    """The program as a click group that loads a command's module only when the command is run.

    Args:
        language: What this run speaks.
        loading: Entered while a command's module is loaded.
    """

    def __init__(self, language: Language, loading: Callable[[], AbstractContextManager[None]] = nullcontext) -> None:
        super().__init__("kkr-desk", context_settings={"max_content_width": 100})
        self.language = language
        self._loading = loading
        shared_options(self)
        click.version_option(__version__, "--version", prog_name="KKR Desk", message="%(prog)s %(version)s")(self)
        give_words(self, "kkr-desk", language)
        self.subcommand_metavar = say(COMMAND, "metavar-command", language)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Names of the commands in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  likewise
        """Load a command and give it its words."""
        if cmd_name not in COMMANDS:
            return None
        with self._loading():
            module = importlib.import_module(f"kkr_desk.cli.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, f"{cmd_name.replace('-', '_')}_command")
        give_words(command, cmd_name, self.language)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  likewise
        """List the commands without loading them."""
        with formatter.section(say(COMMAND, "heading-commands", self.language)):
            formatter.write_dl([(name, say(COMMAND, f"short-{name}", self.language)) for name in COMMANDS])
