"""One run of the command line, from its words to its exit code."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import click

from kkr_desk.cli.failure import outcome
from kkr_desk.cli.root import Root
from kkr_desk.cli.words import language_of, speaking
from kkr_desk.sentences import Language

USAGE = 2
"""Exit code of a command line that cannot be understood."""
_PATIENCE = 3


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
    with speaking(language), _interruptible():
        try:
            code = Root(language).main(given, prog_name="kkr-desk", standalone_mode=False, obj=language)
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


@contextmanager
def _interruptible() -> Iterator[None]:
    """Let a request to end the process break off the work as Ctrl-C does, so that it cleans up.

    Further requests do not disturb the cleaning up; the third one breaks off even that.
    """
    count = 0

    def interrupt(number: int, frame: FrameType | None) -> None:  # noqa: ARG001  signal's signature
        nonlocal count
        count += 1
        if count == 1 or count >= _PATIENCE:
            raise KeyboardInterrupt

    numbers = [signal.SIGINT, signal.SIGTERM]
    if sys.platform == "win32":
        numbers.append(signal.SIGBREAK)
    before = [signal.signal(number, interrupt) for number in numbers]
    try:
        yield
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)
