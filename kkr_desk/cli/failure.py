"""What a failed run says and which exit code it ends with."""

from __future__ import annotations

import logging
from pathlib import Path

import click

from kkr_desk.errors import Cancelled, Defect, EnvironmentFault, KkrDeskError, fault_of
from kkr_desk.log_file import circumstances, trace
from kkr_desk.sentences import COMMAND, ERRORS, Language, say

CANCELLED = 130
"""Exit code of a run that the user broke off: the shells' own for Ctrl-C."""

_log = logging.getLogger(__name__)


def outcome(error: BaseException, language: Language, log: Path | None) -> tuple[str, int]:
    """The sentence and the exit code of an error; a defect goes into the log.

    Args:
        error: What ended the run, a usage error excepted.
        language: Language of the sentence.
        log: Where the log is, None when there is none.
    """
    if isinstance(error, Cancelled | KeyboardInterrupt | click.Abort):
        return say(COMMAND, "cancelled", language), CANCELLED
    if isinstance(error, OSError):
        error = fault_of(error)
    elif isinstance(error, MemoryError):
        error = EnvironmentFault("memory-full")
    if isinstance(error, KkrDeskError) and not isinstance(error, Defect):
        return say(ERRORS, error.code, language, **error.facts), error.exit_code
    _log.error("%s\n%s", circumstances(), trace(error))
    if log is None or not log.is_file():
        return say(ERRORS, "unexpected-unlogged", language), Defect.exit_code
    if isinstance(error, Defect) and error.code in ERRORS:
        own, where = say(ERRORS, error.code, language, **error.facts), say(COMMAND, "log-is-at", language, log=log)
        return f"{own} {where}", Defect.exit_code
    return say(ERRORS, "unexpected", language, log=log), Defect.exit_code
