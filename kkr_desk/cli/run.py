"""One run of the command line, from its words to its exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from kkr_desk.cli.failure import outcome
from kkr_desk.cli.interrupts import Interrupts
from kkr_desk.cli.root import Root
from kkr_desk.cli.words import language_of, speaking
from kkr_desk.sentences import Language

USAGE = 2
"""Exit code of a command line that cannot be understood."""


def run(arguments: Sequence[str] | None = None, log: Path | None = None) -> int:
    """Run one command.

    Args:
        arguments: The words after the program's name; those of the process without it.
        log: Where the log is, to be named when something unexpected happens.

    Returns:
        The exit code: 0; 1 the user can mend it; 2 usage; 3 the machine; 70 our defect; 130 broken off.
    """
    given = None if arguments is None else list(arguments)
    language = language_of(sys.argv[1:] if given is None else given)
    interrupts = Interrupts()
    with speaking(language), interrupts.heeded():
        try:
            code = Root(language, interrupts.held).main(
                given, prog_name="kkr-desk", standalone_mode=False, obj=language
            )
        except click.UsageError as error:
            error.show()
            return USAGE
        except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001  the top of the program
            return _say(error, language, log)
    return code if isinstance(code, int) else 0


def _say(error: BaseException, language: Language, log: Path | None) -> int:
    sentence, code = outcome(error, language, log)
    click.echo(sentence, err=True)
    return code
